import type { PatchOf, Target } from '../kustomization';
import { mergePatch } from './merge';
import { copy, type Fields, get, isFault, isFields, put, textAt, type Value } from './object';
import { applyOperations, readValues } from './read';
import { noSchemas } from './schemas';
import { wholeFile } from './written';

/**
 * An object after those patches of kustomizations that are for it, where nobody builds it with all around it: what cannot be read, or does not fit, leaves it as it is.
 * Undefined where none is for it.
 */
export function patchedAlone(object: Fields, patches: readonly PatchOf[]): Fields | undefined {
	const own = patches.flatMap(({ text = '', target }) => valuesIn(text).filter((value) => isFor(value, target, object)));
	return own.length > 0 ? own.reduce(applied, object) : undefined;
}

function valuesIn(text: string): readonly Value[] {
	const values = readValues(wholeFile('', text), undefined, 'plain');
	return isFault(values) ? [] : values;
}

/** What one overlay deletes the others keep. */
function applied(object: Fields, patch: Value): Fields {
	const result = Array.isArray(patch) ? applyOperations(object, patch) : isFields(patch) ? merged(object, patch) : object;
	return result === undefined || isFault(result) || Object.keys(result).length === 0 ? object : result;
}

function merged(object: Fields, patch: Fields) {
	const own = copy(patch);
	// What is merged by which key is a matter of the object's kind.
	for (const key of ['apiVersion', 'kind']) put(own, key, get(object, key) ?? '');
	return mergePatch(copy(object), own, noSchemas());
}

/** PatchTransformer: by its target, else by what it says it is. */
function isFor(patch: Value, target: Target | undefined, object: Fields): boolean {
	const [kind, name] = [textAt(object, 'kind'), textAt(object, 'metadata', 'name')];
	if (target) return fits(target.kind, kind) && fits(target.name, name);
	return isFields(patch) && textAt(patch, 'kind') === kind && textAt(patch, 'metadata', 'name') === name;
}

/** A pattern is taken to fit: what it might do is not to be missed, and some patterns take forever. */
const fits = (pattern: string | undefined, text: string): boolean => pattern === undefined || pattern === text || !/^[\w.-]+$/.test(pattern);
