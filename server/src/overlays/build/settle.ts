import { scalarText as goScalar } from '../../yaml/go-yaml';
import { isTimestamp, rfc3339 } from '../../yaml/scalar';
import { type Fault, type Fields, fault, get, isFault, isFields, ODD_KEYS, type Value } from './object';
import { isOddKey } from './read';
import { homeOf, restyle, setTrace, traceOf, writtenText } from './written';

/**
 * RNode.MarshalJSON: what was read as a time is written as one from here on, as time.Time writes itself, and what stood blank in brackets as a text. No JSON is made of a map with a key that is no text.
 * The object is changed in place.
 */
export const settle = (fields: Fields): Fault | undefined => settleIn(fields, true);

/** MarshalJSON of what is built in the end, when its annotations were set anew (Resource.RemoveBuildAnnotations): their values are texts, and of their keys nobody knows whether they stood in quotes. */
export function settleBuilt(fields: Fields): Fault | undefined {
	const annotations = get(get(fields, 'metadata'), 'annotations');
	if (isFields(annotations)) {
		const odd = Object.keys(annotations).find((key) => isOddKey(key));
		if (odd !== undefined) return noJson(annotations, odd);
		for (const key of Object.keys(annotations)) restyle(annotations, key, undefined);
	}
	return settle(fields);
}

function settleIn(holder: Fields | Value[], isTop: boolean): Fault | undefined {
	if (isFields(holder)) {
		// At the top it is decoded into a map of texts: null alone is none.
		const odd = [...(ODD_KEYS.get(holder) ?? [])].find((key) => get(holder, key) !== undefined && (!isTop || /^(?:null|~|)$/i.test(key)));
		if (odd !== undefined) return noJson(holder, odd);
	}
	for (const [key, value] of Object.entries(holder)) {
		const settled = typeof value === 'string' ? timeIn(holder, key, value) : value === null ? blankIn(holder, key) : undefined;
		if (isFault(settled)) return settled;
		if (settled !== undefined) (holder as Fields)[key] = settled;
		const wrong = typeof value === 'object' && value !== null ? settleIn(value, false) : undefined;
		if (wrong) return wrong;
	}
	return undefined;
}

/** What is written instead of a text that is a time; undefined where it is none. */
function timeIn(holder: Fields | Value[], key: string, text: string): string | Fault | undefined {
	if (!isTimestamp(text)) return undefined;
	const trace = traceOf(holder, placeIn(holder, key));
	if (trace?.as !== 'time') return undefined;
	return rfc3339(text) ?? fault('json: error calling MarshalJSON for type time.Time: Time.MarshalJSON: timezone hour outside of range [0,23]', trace.value);
}

/** In brackets yaml_emitter_select_scalar_style gives quotes to what is empty: null becomes a text. */
const blankIn = (holder: Fields | Value[], key: string): string | undefined => (traceOf(holder, placeIn(holder, key))?.as === 'blank' ? '' : undefined);

const placeIn = (holder: Fields | Value[], key: string): string | number => (Array.isArray(holder) ? Number(key) : key);

const noJson = (holder: Fields, key: string): Fault =>
	fault('json: unsupported type: map[interface {}]interface {}', traceOf(holder, key)?.key ?? homeOf(holder));

/** RNode.UnmarshalJSON: quotes stand where a text wants them, numbers as JSON prints them. */
export function rewrite(holder: Fields | Value[]): void {
	for (const [key, value] of Object.entries(holder)) {
		if (typeof value === 'string') restyle(holder, placeIn(holder, key), isQuoted(value) ? 'quoted' : undefined);
		else if (typeof value === 'object' && value !== null) rewrite(value);
		else if (isFields(holder) && writtenText(holder, key) !== String(value)) setTrace(holder, key, traceOf(holder, key));
	}
}

const isQuoted = (text: string): boolean => goScalar(text, { indent: 2, column: 0, isKey: false, version: 3 }) !== text;
