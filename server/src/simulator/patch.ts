/** What the API server makes of a PATCH. */
import { fits } from '../schema/fits';
import { isMap, type Json, type JsonMap, withoutNulls } from '../schema/json';
import { jsonPatch } from '../schema/json-patch';
import { mergePatch, strategicMerge } from '../schema/merge';
import { sharing } from '../schema/same';
import { NEWEST } from '../schema/schema';
import type { Action } from './scenario';

/** The object as it is stored then; or why the server refuses, in its words. */
export type Answer = { readonly object: JsonMap } | { readonly refused: string };

/** An object that is to replace a live one. */
export interface Update {
	readonly kind: string;
	readonly object: JsonMap;
	readonly live: JsonMap;
	/** `resize`, `ephemeralcontainers`; undefined for the object itself. */
	readonly subresource?: string | undefined;
}

/** What the API server says to an update: defaults, admission, validation. It knows the rules that the simulator does not. */
export type JudgeUpdate = (update: Update) => Answer;

/** Of what has not the shape of its kind. */
export const UNREADABLE = 'the object provided is unrecognized';

/** Where nobody knows the rules all is stored that can be read; what is null is read as if it were not there. */
export const takeReadable: JudgeUpdate = ({ kind, object }) =>
	fits(object, { kind: 'struct', name: kind }, NEWEST) ? { object: withoutNulls(object) as JsonMap } : { refused: UNREADABLE };

/** Applies the patch of an action, and asks what becomes of it. */
export function patched(live: JsonMap, kind: string, { body, type, subresource }: Action, judge: JudgeUpdate): Answer {
	const after = applied(live, kind, body as Json | undefined, type);
	if ('refused' in after) return after;
	const answer = judge({ kind, object: after.object, live, subresource });
	// What did not change stays the very object: a template keeps its hash.
	return 'refused' in answer ? answer : { object: sharing(live, answer.object) as JsonMap };
}

function applied(live: JsonMap, kind: string, body: Json | undefined, type: string | undefined): Answer {
	// validateAndTranscodePatch
	if (body === undefined || body === null) return { refused: 'invalid JSON patch' };
	if (type !== 'json' && type !== 'merge' && !isMap(body))
		return { refused: `json: cannot unmarshal ${jsonType(body)} into Go value of type map[string]interface {}` };
	const result = type === 'json' ? jsonPatch(live, body) : type === 'merge' ? mergePatch(live, body) : strategicMerge(live, body as JsonMap, kind, NEWEST);
	if ('fault' in result) return { refused: result.fault };
	return isMap(result.object) ? { object: result.object } : { refused: `json: cannot unmarshal ${jsonType(result.object)} into Go value of type ${kind}` };
}

const jsonType = (value: Json): string =>
	Array.isArray(value) ? 'array' : isMap(value) ? 'object' : typeof value === 'boolean' ? 'bool' : value === null ? 'null' : typeof value;
