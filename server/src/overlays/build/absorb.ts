import { keepOrigin } from './build-metadata';
import { copy, type Fault, type Fields, fault, fieldsAt, get, isFields, put } from './object';
import { append, idOf, idText, matching, type Resource, sameId, setName, setNamespace } from './resource';
import { setTrace, traceOf } from './written';

/** resWrangler.appendReplaceOrMerge: a generated object is new, or changes one that is there, as its behavior says. */
export function absorb(resources: Resource[], made: Resource): Fault | undefined {
	const id = idOf(made);
	const changes = made.behavior === 'merge' || made.behavior === 'replace';
	const found = matching(resources, (other) => sameId(other, id));
	const [former] = found;
	if (!former) return changes ? fault(`id ${idText(id)} does not exist; cannot merge or replace`) : append(resources, made);
	if (found.length > 1) return fault(`found multiple objects that could accept merge of ${idText(id)}`);
	if (!changes) return fault(`id ${idText(id)} exists; can not use behavior: '${made.behavior}', behavior must be merge or replace`);
	takeOver(made, former);
	if (made.behavior === 'merge') {
		for (const field of ['data', 'binaryData']) mergeMaps(made.fields, former.fields, field);
		keepOrigin(made, former);
	}
	resources[resources.indexOf(former)] = made;
	return undefined;
}

/** Resource.CopyMergeMetaDataFieldsFrom */
function takeOver(made: Resource, former: Resource): void {
	const [metadata, old] = [fieldsAt(made.fields, 'metadata'), fieldsAt(former.fields, 'metadata')];
	for (const field of ['labels', 'annotations']) mergeMaps(metadata, old, field);
	const { name, namespace } = idOf(former);
	setName(made, name);
	setNamespace(made, namespace);
	// mergeStringMapsWithBuildAnnotations: only what had a hash before has one.
	made.needsHash &&= former.needsHash;
	made.previous = former.previous;
	made.prefixes = former.prefixes;
	made.suffixes = former.suffixes;
	made.vars = former.vars;
}

/** What was there, under what is new. */
function mergeMaps(made: Fields, former: Fields, field: string): void {
	const [own, old] = [get(made, field), get(former, field)];
	if (!isFields(old)) return;
	const merged = copy(old);
	for (const [key, value] of Object.entries(isFields(own) ? own : {})) {
		put(merged, key, value);
		if (isFields(own)) setTrace(merged, key, traceOf(own, key));
	}
	put(made, field, merged);
}
