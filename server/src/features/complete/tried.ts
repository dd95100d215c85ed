import type { Section } from '../../manifest/read';
import { parse, split } from '../../yaml/parse';
import { edited } from '../../yaml/text-edit';
import type { Completion } from './context';
import { plainSnippet } from './plain-snippet';

/** What tells whether a document can be read, and as what. */
type Read = Pick<Section, 'document' | 'separatorFault'>;
type Tried = Pick<Completion, 'insert' | 'range' | 'also'>;

/**
 * Completions of a text, without those at a place that was taken for another than it is: of those of one line the first is tried, and of those of several,
 * and where less is read with it than without, none of the sort is offered. `read` tells what is read of a text; `before`, what is read of this one.
 */
export function tried<T extends Tried>(text: string, items: readonly T[], read: (text: string) => readonly Read[], before?: readonly Read[]): readonly T[] {
	if (items.length === 0) return items;
	const was = before ?? read(text);
	const keeps = new Map<boolean, boolean>();
	return items.filter((item) => {
		const isLong = item.insert.includes('\n');
		const isKept = keeps.get(isLong) ?? !isLess(was, read(chosen(text, item)));
		keeps.set(isLong, isKept);
		return isKept;
	});
}

/** What is read of a text that is no manifest. */
export const documentsIn = (text: string): readonly Read[] => split(text).map((part) => ({ ...part, document: parse(part.text) }));

/** Whether a document more is no YAML, or one less is a map or list. */
const isLess = (was: readonly Read[], is: readonly Read[]): boolean =>
	countOf(is, 'broken') > countOf(was, 'broken') || countOf(is, 'map') < countOf(was, 'map') || countOf(is, 'list') < countOf(was, 'list');

const countOf = (all: readonly Read[], sort: ReturnType<typeof sortOf>): number => all.filter((one) => sortOf(one) === sort).length;

const sortOf = ({ document: { root, faults }, separatorFault }: Read): 'broken' | 'map' | 'list' | 'scalar' | 'nothing' =>
	faults.length > 0 || separatorFault ? 'broken' : (root?.kind ?? 'nothing');

const chosen = (text: string, { insert, range, also = [] }: Tried): string => edited(text, [{ range, text: plainSnippet(insert) }, ...also]);
