/** Values before and after, so long that they can be read at a glance: what differs of them. */
import type { FieldChange } from '../../protocol/apply';
import type { Bilingual } from '../../protocol/text';
import { isList, type Json } from '../../schema/json';
import { same } from '../../schema/same';
import { difference } from '../../yaml/text-edit';

type Shown = Pick<FieldChange, 'before' | 'after' | 'note'>;

/** In characters. */
const LONGEST_VALUE = 80;
const AROUND = 12;

/** What stood somewhere and what stands there now; of what is long the part that differs, with how much is left out. */
export function shownValues(before: Json | undefined, after: Json | undefined): Shown {
	const shown = shownAs(lineOf, before, after);
	// Where blanks alone differ, or a number is a text now, both would look the same.
	return shown.before === shown.after ? shownAs(exactly, before, after) : shown;
}

function shownAs(line: (value: Json) => string, before: Json | undefined, after: Json | undefined): Shown {
	if (before === undefined || after === undefined) {
		const only = before ?? after;
		const shown = only === undefined ? undefined : line(only);
		const note = shown !== undefined && shown.length > LONGEST_VALUE ? { note: inAll(only ?? null, shown) } : {};
		return { ...(before !== undefined && { before: cut(shown ?? '') }), ...(after !== undefined && { after: cut(shown ?? '') }), ...note };
	}
	const [was, is] = [line(before), line(after)];
	if (was.length <= LONGEST_VALUE && is.length <= LONGEST_VALUE) return { before: was, after: is };
	const parts = partsOf(before, after, line);
	const differing = parts && apart(parts.before, parts.after);
	if (parts && differing && differing.alike > 0) {
		const [gone, come] = [differing.before, differing.after].map(parts.written);
		return { before: cut(gone ?? ''), after: cut(come ?? ''), note: parts.alike(differing.alike) };
	}
	if ((typeof before === 'string' && typeof after === 'string') || cut(was) === cut(is)) return around(was, is);
	return { before: cut(was), after: cut(is), note: inAll(after, is) };
}

/** A value on one line. */
const lineOf = (value: Json): string => (typeof value === 'string' ? value : exactly(value)).replace(/\s+/g, ' ');

const exactly = (value: Json): string => JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? String(item) : item));

/** Without half of a character at its ends. */
const whole = (part: string): string => part.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');

const cut = (text: string): string => (text.length > LONGEST_VALUE ? `${whole(text.slice(0, LONGEST_VALUE - 1))}…` : text);

const inAll = (value: Json, { length }: string): Bilingual =>
	isList(value) ? { en: `${value.length} items in all`, ko: `모두 ${value.length}개` } : { en: `${length} characters in all`, ko: `모두 ${length}자` };

/** What two values consist of, and how some of it is written. */
interface Parts {
	readonly before: readonly Json[];
	readonly after: readonly Json[];
	readonly written: (some: readonly Json[]) => string;
	readonly alike: (count: number) => Bilingual;
}

/** The items of lists, the lines of texts. */
function partsOf(before: Json, after: Json, line: (value: Json) => string): Parts | undefined {
	if (isList(before) && isList(after))
		return {
			before,
			after,
			written: (some) => (some.length === 0 ? '[…]' : `[…, ${some.map(lineIn).join(', ')}]`),
			alike: (count) => ({ en: count === 1 ? 'one item stays' : `${count} items stay`, ko: `나머지 ${count}개는 그대로` }),
		};
	if (typeof before !== 'string' || typeof after !== 'string' || !before.includes('\n') || !after.includes('\n')) return undefined;
	return {
		before: before.split('\n'),
		after: after.split('\n'),
		written: (some) => ['…', ...some.map((one) => line(one).trim())].join(' '),
		alike: (count) => ({ en: count === 1 ? 'one line stays' : `${count} lines stay`, ko: `나머지 ${count}줄은 그대로` }),
	};
}

const lineIn = (item: Json): string => (typeof item === 'string' ? JSON.stringify(item) : lineOf(item));

/** What the one has and the other has not, and how many they share; where they are the same in another order, what stands between the first and the last place that differ. */
function apart(before: readonly Json[], after: readonly Json[]): { readonly before: readonly Json[]; readonly after: readonly Json[]; readonly alike: number } {
	const key = (one: Json): string => (typeof one === 'string' ? `s${one}` : lineOf(one));
	const left = new Map<string, number>();
	for (const one of before) left.set(key(one), (left.get(key(one)) ?? 0) + 1);
	const come = after.filter((one) => {
		const count = left.get(key(one)) ?? 0;
		left.set(key(one), count - 1);
		return count <= 0;
	});
	const gone = before.toReversed().filter((one) => {
		const count = left.get(key(one)) ?? 0;
		left.set(key(one), count - 1);
		return count > 0;
	});
	if (come.length + gone.length > 0) return { before: gone.toReversed(), after: come, alike: after.length - come.length };
	const first = before.findIndex((one, i) => !same(one, after[i]));
	const last = before.findLastIndex((one, i) => !same(one, after[i]));
	return { before: before.slice(first, last + 1), after: after.slice(first, last + 1), alike: before.length - (last + 1 - first) };
}

/** Two long texts where they begin to differ, with a little of what is around. */
function around(was: string, is: string): Shown {
	const { start, end } = difference(was, is).range;
	const [skipped, rest] = [Math.max(0, start - AROUND), Math.max(0, was.length - end - AROUND)];
	const part = (text: string): string => cut(`${skipped > 0 ? '…' : ''}${whole(text.slice(skipped, text.length - rest))}${rest > 0 ? '…' : ''}`);
	const left = skipped + rest;
	return { before: part(was), after: part(is), ...(left > 0 && { note: { en: `${left} characters stay`, ko: `나머지 ${left}자는 그대로` } }) };
}
