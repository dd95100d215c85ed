import { type Segment, startsWith } from '../../schema/field-path';
import { nearest } from '../../schema/nearest';
import { renameKey } from '../../yaml/edit';
import { type Entry, entryOf, type MapNode, type ScalarNode } from '../../yaml/node';
import { resolve } from '../../yaml/scalar';
import { isCommonLabel } from './move';
import type { Candidate, Site } from './site';
import { changingTitle, settingTitle } from './titles';
import { speaksFor } from './votes';
import { replace, valueAt } from './write';

/** The two that have to agree: what a workload looks for, and what its pods are labelled. */
interface Pair {
	readonly selector: Side;
	readonly template: Side;
}

interface Side {
	readonly path: readonly Segment[];
	readonly map: MapNode;
}

/** A selector and its template that differ in one label: the one that the rest of the document speaks against, or that cannot stand at all, becomes as the other is. */
export function selectors(site: Site): readonly Candidate[] {
	const { manifest, code, path } = site;
	if (!CODES.has(code) || (code === 'decode/type' && !site.place?.isMapKey)) return [];
	const pair = pairOf(site);
	const [selected, labelled] = pair ? [pair.selector, pair.template] : [];
	if (!selected || !labelled) return [];
	const lacking = selected.map.entries.filter((entry) => textOf(entryOf(labelled.map, entry.key.text)) !== textOf(entry));
	const [missed] = lacking;
	if (!missed || lacking.length > 1) return [];
	const there = entryOf(labelled.map, missed.key.text) ?? sameValue(missed, selected, labelled);
	const [wanted, written] = [textOf(missed), there && textOf(there)];
	if (!there || wanted === undefined || written === undefined) return [];
	const isKey = there.key.text !== missed.key.text;
	const [one, other] = isKey ? [missed.key.text, there.key.text] : [wanted, written];
	// A fault of the text itself says which of the two is wrong.
	const isOfSelector =
		code === 'selector/matches-template' ? isOdd(one) || (!isOdd(other) && speaksAgainst(manifest.document.text, one, other)) : startsWith(path, selected.path);
	if (code === 'selector/matches-template' && !isOfSelector && !isOdd(other)) return [];
	const [side, wrong, right] = isOfSelector ? [selected, missed, other] : [labelled, there, one];
	if (isOdd(right)) return [];
	const edit = isKey ? renameKey(manifest.document.text, wrong, right) : replace(manifest, [...side.path, wrong.key.text], right);
	return edit
		? [{ title: isKey ? changingTitle(right) : settingTitle(wrong.key.text, right), edits: [edit], isCertain: true, isAll: true, overrules: true }]
		: [];
}

/** The rest of the document has the other one, or it is a key as labels have it. */
const speaksAgainst = (text: string, one: string, other: string): boolean => speaksFor(text, other, one) || (isCommonLabel(other) && !isCommonLabel(one));

const CODES: ReadonlySet<string> = new Set(['selector/matches-template', 'label/value', 'label/key', 'decode/type']);

function pairOf({ manifest }: Site): Pair | undefined {
	const [from, to] = [
		['spec', 'selector', 'matchLabels'],
		[...manifest.kind.template, 'metadata', 'labels'],
	];
	const [selector, template] = [valueAt(manifest, from), valueAt(manifest, to)];
	return selector?.kind === 'map' && template?.kind === 'map' ? { selector: { path: from, map: selector }, template: { path: to, map: template } } : undefined;
}

/** A label that nobody looks for, of the value that is missed: under a key of almost the same letters, or one that cannot stand. */
function sameValue(missed: Entry, selector: Side, template: Side): Entry | undefined {
	const others = template.map.entries.filter((entry) => textOf(entry) === textOf(missed) && !entryOf(selector.map, entry.key.text));
	const key = missed.key.text;
	return others.find((entry) => isOdd(entry.key.text) || isOdd(key) || nearest(entry.key.text, [key]) !== undefined);
}

/** The text of a value; '' where there is none. */
function textOf(entry: Entry | undefined): string | undefined {
	if (!entry) return undefined;
	if (!entry.value) return '';
	return entry.value.kind === 'scalar' ? textOfScalar(entry.value) : undefined;
}

const textOfScalar = (value: ScalarNode): string => (resolve(value).kind === 'null' ? '' : value.text);

/** It is neither a label nor the key of one: content.IsLabelKey and IsLabelValue. */
const isOdd = (text: string): boolean => !/^(?:[a-z0-9.-]+\/)?[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?$/.test(text);
