/** The three kinds of patches of the API, on plain JSON. */
type Json = Readonly<Record<string, unknown>>;

export function patched(object: unknown, body: unknown, type: string | undefined): unknown {
	switch (type) {
		case 'merge':
			return merge(object, body, false);
		case 'json':
			return jsonPatch(object, body);
		default:
			return merge(object, body, true);
	}
}

/** Lists that a strategic patch merges, with the key that tells entries apart (patchMergeKey in the API types). */
const MERGE_KEYS: Readonly<Record<string, string>> = {
	containers: 'name',
	initContainers: 'name',
	ephemeralContainers: 'name',
	volumes: 'name',
	env: 'name',
	volumeMounts: 'mountPath',
	ports: 'containerPort',
	conditions: 'type',
	imagePullSecrets: 'name',
	schedulingGates: 'name',
	hostAliases: 'ip',
	ownerReferences: 'uid',
};
/** Lists of plain values that a strategic patch adds to. */
const MERGED_VALUES = new Set(['finalizers']);

function merge(target: unknown, patch: unknown, strategic: boolean): unknown {
	if (!isObject(patch)) return patch;
	const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
	for (const [key, value] of Object.entries(patch)) {
		if (key === '__proto__' || key.startsWith('$')) continue;
		const old = Object.hasOwn(result, key) ? result[key] : undefined;
		if (value === null) delete result[key];
		else if (strategic && Array.isArray(value) && Array.isArray(old)) result[key] = mergeLists(key, old, value);
		else result[key] = merge(old, value, strategic);
	}
	return result;
}

function mergeLists(name: string, old: readonly unknown[], added: readonly unknown[]): unknown[] {
	if (MERGED_VALUES.has(name)) return [...new Set([...old, ...added])];
	const key = MERGE_KEYS[name];
	if (key === undefined) return [...added];
	const result = [...old];
	for (const entry of added) {
		if (!isObject(entry)) continue;
		const at = result.findIndex((known) => isObject(known) && known[key] === entry[key]);
		if (entry['$patch'] === 'delete') {
			if (at >= 0) result.splice(at, 1);
		} else if (at >= 0) result[at] = merge(result[at], entry, true);
		else result.push(entry);
	}
	return result;
}

/** RFC 6902: add, replace and remove; anything else leaves the object as it is. */
function jsonPatch(object: unknown, operations: unknown): unknown {
	if (!Array.isArray(operations)) return object;
	let result = object;
	for (const operation of operations) {
		if (!isObject(operation) || typeof operation['path'] !== 'string') continue;
		const path = operation['path']
			.split('/')
			.slice(1)
			.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
		result = edit(result, path, operation['op'], operation['value']);
	}
	return result;
}

function edit(target: unknown, path: readonly string[], operation: unknown, value: unknown): unknown {
	const [head, ...rest] = path;
	if (head === undefined) return operation === 'remove' ? undefined : value;
	if (Array.isArray(target)) {
		const list: unknown[] = [...target];
		const at = head === '-' ? list.length : Number(head);
		if (!Number.isInteger(at) || at < 0 || at > list.length) return target;
		if (rest.length > 0) list[at] = edit(list[at], rest, operation, value);
		else if (operation === 'remove') list.splice(at, 1);
		else if (operation === 'add') list.splice(at, 0, value);
		else list[at] = value;
		return list;
	}
	if (head === '__proto__') return target;
	const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
	if (rest.length > 0) result[head] = edit(result[head], rest, operation, value);
	else if (operation === 'remove') delete result[head];
	else result[head] = value;
	return result;
}

function isObject(value: unknown): value is Json {
	return value !== null && typeof value === 'object' && !Array.isArray(value);
}
