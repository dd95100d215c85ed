import type { Completion } from '../../server/src/features/complete/context';
import type { Edit } from '../../server/src/yaml/text-edit';

/** A text after edits, given in any order. */
export function applied(text: string, edits: readonly Edit[]): string {
	const fromBehind = edits.toSorted((a, b) => b.range.start - a.range.start);
	return fromBehind.reduce((now, { range, text: put }) => now.slice(0, range.start) + put + now.slice(range.end), text);
}

/** A text after a completion was accepted, its tab stops filled with what they propose. */
export const accepted = (text: string, { range, insert }: Pick<Completion, 'range' | 'insert'>): string => applied(text, [{ range, text: filled(insert) }]);

/** A snippet as it stands once its tab stops are left. A stop without a proposal takes that of its namesake. */
export function filled(snippet: string): string {
	const proposals = new Map([...snippet.matchAll(/\$\{(\d+)[:|]([^}|,]*)/g)].map((match) => [match[1], match[2] ?? '']));
	return snippet
		.replace(/\$\{(\d+)\|([^,|]*)[^}]*\}/g, '$2')
		.replace(/\$\{\d+:([^}]*)\}/g, '$1')
		.replace(/(?<!\\)\$(\d+)/g, (_, stop: string) => proposals.get(stop) ?? '')
		.replace(/\\([\\$}])/g, '$1');
}
