/** What is wrong with an expectation, in words, with what would mend it. */
import { expectFaultWords, foldedWords, subjectWords } from '../../docs/expect';
import type { ExpectFault } from '../../expect/faults';
import { locate } from '../../manifest/locate';
import type { Bilingual } from '../../protocol/text';
import { durationText } from '../../schema/duration';
import { nearest } from '../../schema/nearest';
import { entryOf, type Node, type Range } from '../../yaml/node';
import { scalarText } from '../../yaml/write';
import type { Fix } from '../diagnose/repair';
import { particle } from '../particle';
import { plainText } from '../words-of';
import { splitVerbs } from './split';
import { bilingual, type Tongue } from './words';

export interface ToldFault {
	readonly range: Range;
	readonly message: Bilingual;
	readonly fix?: Fix;
}

/** A fault at its place in a scenario. */
export function toldFault(text: string, root: Node, fault: ExpectFault): ToldFault {
	const { key, value, exact } = locate(root, fault.path);
	const scalar = exact && value?.kind === 'scalar' && value.range.end > value.range.start ? value : undefined;
	const isOfKey = KEYS.has(fault.code) || (fault.repair && 'key' in fault.repair);
	const range = isOfKey ? key : (scalar?.range ?? key);
	const fix = fault.code === 'two-verbs' ? splitFix(text, root, fault.path) : fixOf(root, fault, scalar?.range);
	return { range, message: sentenceOf(fault), ...(fix && { fix }) };
}

/** A comparison as other languages have it, on the line where a scenario ceases to be YAML: `stays: >= 3`. */
export function foldedComparison(text: string, offset: number): ToldFault | undefined {
	const start = text.lastIndexOf('\n', offset - 1) + 1;
	const [line = ''] = /^.*/.exec(text.slice(start)) ?? [];
	const [whole, before = '', sign, number = ''] = /^(.*:\s+)(>=?)[ \t]*(-?\d+)/.exec(line) ?? [];
	if (whole === undefined) return undefined;
	const meant = `${sign === '>' ? 'more than' : 'at least'} ${number}`;
	const range = { start: start + before.length, end: start + whole.length };
	return { range, message: bilingual((tongue) => plainText(fill(foldedWords[tongue], { meant }, tongue))), fix: change(range, meant, meant) };
}

/** Those that are about a key, and not about what stands behind it. */
const KEYS: ReadonlySet<string> = new Set([
	'two-verbs',
	'two-subjects',
	'wrong-time',
	'timeless',
	'wrong-verb',
	'order-alone',
	'unknown-field',
	'is-within',
	'is-for',
]);

function sentenceOf({ code, args }: ExpectFault): Bilingual {
	const words = expectFaultWords[code];
	const given: Readonly<Record<string, string | number>> = { ...args };
	const meant = given['meant'];
	const asked = HAVE_MEANT.has(code) && meant ? String(meant) : '';
	return bilingual((tongue) => {
		const text = words?.[tongue] ?? '';
		const said = fill(text, given, tongue);
		return plainText(text.startsWith('{subject}') ? capital(said) : said) + (asked && didYouMean(asked, tongue));
	});
}

/** Those whose words do not name themselves what was meant. */
const HAVE_MEANT: ReadonlySet<string> = new Set(['unknown-fact', 'unknown-status', 'unknown-field']);

const didYouMean = (meant: string, tongue: Tongue): string =>
	tongue === 'en' ? ` Did you mean ${meant}?` : ` ${meant}${particle(meant, '을/를')} 쓰려던 것일까?`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `{name}`, `{name:은/는}` for the particle after it, `{name:time}` for seconds. */
function fill(text: string, args: Readonly<Record<string, string | number>>, tongue: Tongue): string {
	return text.replace(/\{(\w+)(?::([^}]+))?\}/g, (_, name: string, form: string | undefined) => {
		const value = args[name] ?? '';
		if (form === 'time') return durationText(Number(value), tongue);
		if (form !== undefined) return particle(String(value), form);
		return name === 'subject' ? (subjectWords[String(value)]?.[tongue] ?? String(value)) : String(value);
	});
}

function fixOf(root: Node, { path, code, args, repair }: ExpectFault, scalar: Range | undefined): Fix | undefined {
	const name = path.at(-1);
	const entry = typeof name === 'string' ? entryOf(locate(root, path.slice(0, -1)).value, name) : undefined;
	if (repair && 'key' in repair) return entry && change(entry.key.range, scalarText(repair.key, 'key'), repair.key);
	if (repair && scalar) return change(scalar, repair.value, repair.value);
	if (code !== 'unknown-container' || !scalar) return undefined;
	const meant = nearest(args.name, args.known.split(', '));
	return meant === undefined ? undefined : change(scalar, scalarText(meant, 'flow'), meant);
}

function splitFix(text: string, root: Node, path: ExpectFault['path']): Fix | undefined {
	const edit = splitVerbs(text, root, Number(path[1]));
	return edit && { title: { en: 'Make one expectation of each verb', ko: '동사마다 기대 하나로 나누기' }, edit };
}

const change = (range: Range, text: string, name: string): Fix => ({
	title: { en: `Change to ${name}`, ko: `${name}${particle(name, '으로/로')} 바꾸기` },
	edit: { range, text },
});
