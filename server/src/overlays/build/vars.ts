import { editFields, type FieldSpec, splitPath } from './field-spec';
import { at, type Fault, fault, get, isFields, put, scalarText, textAt, type Value } from './object';
import { gvkOf, type Id, idOf, matching, type Resource, sameGvkName, sameId } from './resource';
import { homeOf } from './written';

/** types.Var: a name for what stands in a field of an object. */
export interface Var {
	readonly name: string;
	readonly object: Id;
	readonly path: readonly string[];
}

/** ResAccumulator.MergeVars: each var is tied to the object it means while that can be found by its name. */
export function tieVars(known: Var[], entries: Value | undefined, resources: readonly Resource[]): Fault | undefined {
	for (const entry of Array.isArray(entries) ? entries : []) {
		const name = textAt(entry, 'name');
		const reference = get(entry, 'objref');
		const object: Id = {
			...(textAt(reference, 'apiVersion') === ''
				? { group: textAt(reference, 'group'), version: textAt(reference, 'version'), kind: textAt(reference, 'kind') }
				: gvkOf(textAt(reference, 'apiVersion'), textAt(reference, 'kind'))),
			name: textAt(reference, 'name'),
			namespace: textAt(reference, 'namespace'),
		};
		if (name === '' || object.name === '') return fault(`var '${name}' needs a name and an objref with a name`, isFields(entry) ? homeOf(entry) : undefined);
		const other = known.find((one) => one.name === name);
		if (other && !sameId(other.object, object)) return fault(`var '${name}' already encountered`);
		if (other) continue;
		const matches = object.namespace === '' ? sameGvkName : sameId;
		const found = matching(resources, (id) => matches(id, object));
		if (found.length > 1) return fault(`found ${found.length} resId matches for var ${name} (unable to disambiguate)`);
		for (const one of found) one.vars.push(name);
		known.push({ name, object, path: splitPath(textAt(entry, 'fieldref', 'fieldpath') || textAt(entry, 'fieldref', 'fieldPath') || 'metadata.name', '.') });
	}
	return undefined;
}

/** ResAccumulator.ResolveVars and refVarTransformer: `$(NAME)` becomes what the var means, where a table says that vars may stand. */
export function resolveVars(resources: readonly Resource[], vars: readonly Var[], specs: readonly FieldSpec[]): Fault | undefined {
	if (vars.length === 0) return undefined;
	const values = new Map<string, Value>();
	for (const { name, path } of vars) {
		const holder = resources.find((resource) => resource.vars.includes(name));
		const value = holder && fieldAt(holder.fields, path);
		if (value === undefined || value === null || typeof value === 'object')
			return fault(`var '${name}' cannot be mapped to a field in the set of known resources`);
		values.set(name, value);
	}
	for (const resource of resources) {
		const wrong = editFields(resource, idOf(resource), specs, (value) => replaced(value, values));
		if (wrong) return wrong;
	}
	return undefined;
}

const fieldAt = (value: Value, path: readonly string[]): Value | undefined =>
	path.reduce<Value | undefined>((now, part) => {
		const [, key = part, index] = /^([^[]*)\[(\d+)\]$/.exec(part) ?? [];
		const below = Array.isArray(now) ? now[Number(key)] : at(now, key);
		return index === undefined ? below : Array.isArray(below) ? below[Number(index)] : undefined;
	}, value);

function replaced(value: Value, values: ReadonlyMap<string, Value>): Value | Fault {
	if (typeof value === 'string') return expanded(value, values);
	if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' ? expanded(item, values) : item));
	if (isFields(value)) for (const [key, text] of Object.entries(value)) if (typeof text === 'string') put(value, key, expanded(text, values));
	return value;
}

/** refvar.DoReplacements; `$$` stands for one dollar sign, and a text that is only a var becomes what it means, a number too. */
function expanded(text: string, values: ReadonlyMap<string, Value>): Value {
	const whole = /^\$\(([^)]*)\)$/.exec(text)?.[1];
	const value = whole === undefined ? undefined : values.get(whole);
	if (value !== undefined) return value;
	// Behind the last bracket that closes none is closed, and each that opens would be looked through to the end.
	const end = text.lastIndexOf(')') + 1;
	const closed = text
		.slice(0, end)
		.replace(/\$(?:\$|\(([^)]*)\))/g, (mark, name?: string) => (name === undefined ? '$' : (scalarText(values.get(name)) ?? mark)));
	return closed + text.slice(end).replaceAll('$$', '$');
}
