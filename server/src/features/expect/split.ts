/** One expectation with several verbs as several, in the text of a scenario. */
import { TIMES_OF, VERBS } from '../../expect/read';
import { splitItem } from '../../yaml/edit';
import { type Entry, entryOf, type Node } from '../../yaml/node';
import type { Edit } from '../../yaml/text-edit';

/**
 * Each verb with the subject and its times, as one reads them aloud: a time belongs to the verb above it that takes it; above all verbs it is said of each that does. The name stays
 * with the first. Undefined where it is not written so that it could be split.
 */
export function splitVerbs(text: string, root: Node, index: number): Edit | undefined {
	const list = entryOf(root, 'expect')?.value;
	const item = list?.kind === 'list' ? list.items[index]?.value : undefined;
	if (list?.kind !== 'list' || item?.kind !== 'map') return undefined;
	const verbs = item.entries.filter(isVerb);
	const parts = verbs.map((verb) => item.entries.filter((entry) => entry === verb || (!isVerb(entry) && isOf(entry, verb, verbs, item.entries))));
	return splitItem(text, list, index, parts);
}

const verbOf = ({ key }: Entry) => VERBS.find((verb) => verb === key.text);
const isVerb = (entry: Entry): boolean => verbOf(entry) !== undefined;

function isOf(entry: Entry, verb: Entry, verbs: readonly Entry[], entries: readonly Entry[]): boolean {
	if (entry.key.text === 'name') return verb === verbs[0];
	if (!Object.values(TIMES_OF).some((times) => times.some((key) => key === entry.key.text))) return true;
	const above = verbs.filter((one) => entries.indexOf(one) < entries.indexOf(entry));
	if (above.length === 0) return takes(verb, entry);
	return verb === (above.findLast((one) => takes(one, entry)) ?? verbs.find((one) => takes(one, entry)) ?? verbs[0]);
}

function takes(verb: Entry, time: Entry): boolean {
	const name = verbOf(verb);
	return name !== undefined && TIMES_OF[name].some((key) => key === time.key.text);
}
