import type { File } from '../../manifest/read';
import type { Minor } from '../../schema/schema';
import { parse } from '../../yaml/parse';
import type { Edit } from '../../yaml/text-edit';
import { rename } from '../navigate/rename';
import { alone } from '../navigate/workspace';
import { manifestAt } from '../place';
import { portsOf } from '../repair/ports';
import { repairsOf } from '../repair/repairs';
import type { Candidate } from '../repair/site';
import type { Diagnostic } from './diagnostic';

/** What may mend a fault of a file, the likeliest first; nothing of it was tried. `found` is what else is said of it. */
export function offersOf(file: File, diagnostic: Diagnostic, version: Minor, found: readonly Diagnostic[]): readonly Candidate[] {
	const { fix, otherFixes = [] } = diagnostic;
	const repairs = SAID_OF_WHOLE.test(diagnostic.code) ? [] : guessesOf(file, diagnostic, version, found);
	const first = repairs.filter(({ overrules }) => overrules);
	const own = fix ? [{ title: fix.title, edits: [fix.edit], isCertain: first.length === 0 && !mayStandElsewhere(file, diagnostic, found), renames: true }] : [];
	const others = otherFixes.map(({ title, edit }) => ({ title, edits: [edit], renames: true }));
	return [...first, ...own, ...others, ...repairs.filter((one) => !first.includes(one))].map((one) =>
		one.renames && one.edits[0] ? { ...one, edits: editsOf(file, one.edits[0]) } : one,
	);
}

const guessesOf = (file: File, diagnostic: Diagnostic, version: Minor, found: readonly Diagnostic[]): readonly Candidate[] =>
	diagnostic.severity === 'error' ? repairsOf(file, diagnostic, version, found) : portsOf(file, diagnostic, version, () => namesIn(file));

/** A name that others refer to changes with them. What stands but once in a file is no such name. */
function editsOf(file: File, edit: Edit): readonly Edit[] {
	const name = file.text.slice(edit.range.start, edit.range.end).replace(QUOTES, '');
	if (name === '' || file.text.indexOf(name) === file.text.lastIndexOf(name)) return [edit];
	const { root } = parse(edit.text);
	const all = root?.kind === 'scalar' ? (rename(...namesIn(file), edit.range.start, root.text)?.flatMap(({ edits }) => edits) ?? []) : [];
	return all.some(({ range }) => range.start === edit.range.start && range.end === edit.range.end) ? all : [edit];
}

/** What a selector misses may stand where it was not read: then that place is wrong. */
function mayStandElsewhere(file: File, { code, range }: Diagnostic, found: readonly Diagnostic[]): boolean {
	const unread = code.startsWith('selector/') ? found.filter((one) => one.code.startsWith('decode/')) : [];
	const manifest = unread.length > 0 ? manifestAt(file, range.start)?.manifest : undefined;
	return unread.some((one) => manifestAt(file, one.range.start)?.manifest === manifest);
}

/** What is said of all that is built: a file by itself is without it whatever is done to it, so a guess could not be tried. */
const SAID_OF_WHOLE = /^(?:overlay|chart)\//;

const QUOTES = /^["']|["']$/g;

/** Names are looked up for each of many faults of a file, and found once. */
const known = new WeakMap<File, ReturnType<typeof alone>>();

function namesIn(file: File): ReturnType<typeof alone> {
	const names = known.get(file) ?? alone(file);
	known.set(file, names);
	return names;
}
