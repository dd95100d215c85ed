/** A manifest as JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A change to a manifest, small enough to be read. Places are JSON Pointers (RFC 6901). */
export type Step =
	/** Puts a value at a place, in a list or map that is there; `-` is behind the last item. */
	| readonly ['set', string, Json]
	| readonly ['drop', string]
	/** Another name for a key, which stays where it stands. */
	| readonly ['rename', string, string]
	/** What stands at the first place, at the second as well. */
	| readonly ['copy', string, string]
	| readonly ['swap', string, string];

/** What becomes of a manifest. A step whose place is not there changes nothing. */
export function apply(manifest: Json, steps: readonly Step[]): Json {
	const changed = structuredClone(manifest);
	for (const step of steps) applyStep(changed, step);
	return changed;
}

function applyStep(root: Json, step: Step): void {
	switch (step[0]) {
		case 'set':
			return put(root, step[1], structuredClone(step[2]));
		case 'drop':
			return drop(root, step[1]);
		case 'rename':
			return rename(root, step[1], step[2]);
		case 'copy':
			return put(root, step[2], structuredClone(at(root, step[1]) ?? null));
		case 'swap': {
			const [first, second] = [at(root, step[1]) ?? null, at(root, step[2]) ?? null];
			put(root, step[1], second);
			put(root, step[2], first);
		}
	}
}

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');
export const pointer = (path: readonly (string | number)[]): string =>
	path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export function at(root: Json, place: string): Json | undefined {
	let node: Json | undefined = root;
	for (const part of place.split('/').slice(1).map(unescaped)) {
		if (typeof node !== 'object' || node === null) return undefined;
		node = Array.isArray(node) ? node[Number(part)] : node[part];
	}
	return node;
}

function parentOf(root: Json, place: string): { readonly parent: Json | undefined; readonly key: string } {
	const slash = place.lastIndexOf('/');
	return { parent: at(root, place.slice(0, slash)), key: unescaped(place.slice(slash + 1)) };
}

function put(root: Json, place: string, value: Json): void {
	const { parent, key } = parentOf(root, place);
	if (Array.isArray(parent)) parent[key === '-' ? parent.length : Number(key)] = value;
	else if (typeof parent === 'object' && parent !== null) parent[key] = value;
}

function drop(root: Json, place: string): void {
	const { parent, key } = parentOf(root, place);
	if (Array.isArray(parent)) parent.splice(Number(key), 1);
	else if (typeof parent === 'object' && parent !== null) delete parent[key];
}

function rename(root: Json, place: string, name: string): void {
	const { parent, key } = parentOf(root, place);
	if (typeof parent !== 'object' || parent === null || Array.isArray(parent)) return;
	const entries = Object.entries(parent);
	for (const old of Object.keys(parent)) delete parent[old];
	for (const [old, value] of entries) parent[old === key ? name : old] = value;
}
