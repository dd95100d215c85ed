import { functionWords, keywordWords } from '../../../docs/functions/functions';
import { objectWords } from '../../../docs/functions/objects';
import type { Language } from '../../../protocol/text';
import { lex } from '../../../templates/lex';
import { actionsIn } from '../../../yaml/go-template';
import { keysOf, type Range } from '../../../yaml/node';
import { escaped } from '../../complete/insert';
import { sentence } from '../../markdown';
import type { ScenarioCompletion } from '../../scenario/complete-scenario';
import { actionsOf, LONGEST } from './actions';
import { actionAt, placeText } from './place-in';
import { sourcesOf } from './sources';
import { type ChartTexts, placeOfFile, surveyOf } from './survey';
import { functionParts, paragraphsOf, told } from './told';
import { commentOf, valueIn, type Written, writtenAt } from './values';
import { AT_TOP } from './walk';
import { Bundle, type Context, type Held, heldByOperand, IS_NAME, ROOT_NAMES, type Way, wayText } from './ways';

/** Where something is completed. */
interface Cursor {
	readonly chart: ChartTexts;
	readonly file: string;
	readonly text: string;
	readonly offset: number;
	/** What is typed of the action so far. */
	readonly before: string;
	/** What holds there, and in which folder's chart. */
	readonly context: Context;
	readonly place: string;
	readonly language: Language;
}

/** What may be written at an offset of a template's action, closed or not; undefined outside of actions, where other things may be written. */
export function completeTemplate(chart: ChartTexts, file: string, offset: number, language: Language): readonly ScenarioCompletion[] | undefined {
	const text = chart.files.get(file) ?? '';
	const action = actionsIn(text).find(({ start, end }) => start + 2 <= offset && offset <= (text.startsWith('}}', end - 2) ? end - 2 : end));
	if (!action || /^\{\{-?\s*\/\*/.test(text.slice(action.start, action.start + 8))) return undefined;
	if (offset - action.start > LONGEST) return [];
	const placed = actionAt(chart, file, action.start);
	const place = surveyOf(chart).givenTo(placed?.define ?? '')?.place ?? placeOfFile(file);
	const cursor: Cursor = { chart, file, text, offset, before: text.slice(action.start, offset), context: placed ?? AT_TOP, place, language };
	const quote = openQuote(cursor.before);
	if (quote !== undefined) return inQuotes(cursor, quote);
	const [, head = '', dots = ''] = /(\$[\p{L}\p{Nd}_]*|[\p{L}_][\p{L}\p{Nd}_]*|\))?((?:\.[\p{L}\p{Nd}_]*)*)$/u.exec(cursor.before) ?? [];
	if (dots) return head === '' || head.startsWith('$') ? namesBelow(cursor, head, dots.slice(1).split('.')) : [];
	return head.startsWith('$') ? variables(cursor, head) : words(cursor, head);
}

/** Where the quotes that are not closed begin, in what is typed of an action. */
function openQuote(before: string): number | undefined {
	const error = lex(before).find(({ kind }) => kind === 'error');
	return error && /^unterminated/.test(error.text) && /["`]/.test(before.charAt(error.at)) ? error.at : undefined;
}

/** The letters around the cursor that belong to what is typed, from so many before it. */
function typed({ text, offset }: Cursor, length: number, letters: RegExp): Range {
	return { start: offset - length, end: offset + (letters.exec(text.slice(offset, offset + LONGEST_NAME))?.[0].length ?? 0) };
}
const LONGEST_NAME = 200;
const REST_OF_NAME = /^[\p{L}\p{Nd}_]*/u;
const REST_OF_QUOTED = /^[^"`\s{}]*/;

/** The names of templates behind `include`, the keys of a map behind `index` and its like. */
function inQuotes(cursor: Cursor, quote: number): readonly ScenarioCompletion[] {
	const { before, text, chart, context } = cursor;
	const command = before.slice(0, quote).trimEnd();
	const range = typed(cursor, before.length - quote - 1, REST_OF_QUOTED);
	const sign = before.charAt(quote);
	const close = text.startsWith(sign, range.end) ? '' : sign;
	if (/\b(?:include|template)$/.test(command)) {
		const all = [...surveyOf(chart).definitions].sort(([a], [b]) => (a < b ? -1 : 1));
		return all.map(([name, [spot]], rank) => {
			const detail = spot && placeText(chart, spot);
			return offered({ name, detail }, 'reference', range, rank, close);
		});
	}
	const [, holder, keys = ''] = /\b(?:index|get|hasKey)\s+([$.][\w.]*)((?:\s+"[^"]*")*)$/.exec(command) ?? [];
	const base = holder === undefined ? undefined : heldBy(holder, context);
	if (!base || base instanceof Bundle) return [];
	const way = [...base, ...[...keys.matchAll(/"([^"]*)"/g)].map(([, key = '']) => key)];
	return keysAt(cursor, way).map((key, rank) => offered(key, 'reference', range, rank, close));
}

/** What a text of dots and names stands for. */
function heldBy(text: string, context: Context): Held | undefined {
	const operand = actionsOf(`{{ ${text} }}`)[0]?.pipeline.commands[0]?.[0];
	return operand && heldByOperand(operand, context);
}

const detailOf = (held: Held | undefined): string | undefined => (held && !(held instanceof Bundle) ? wayText(held) : undefined);

/** What stands behind a dot; what is no name for Go is asked for with `index`. */
function namesBelow(cursor: Cursor, head: string, names: readonly string[]): readonly ScenarioCompletion[] {
	const { context } = cursor;
	const last = names.at(-1) ?? '';
	const path = names.slice(0, -1);
	const range = typed(cursor, last.length, REST_OF_NAME);
	// In a named template whose callers are not known, or differ, the dot is most likely what a chart's templates are given.
	const unknown = path.length === 0 && (head === '' || head === '$') ? [] : undefined;
	const held = heldBy([head, ...path].join('.') || '.', context) ?? unknown;
	const parts = held instanceof Bundle ? [...held.parts].map(([name, part]): Key => ({ name, detail: detailOf(part) })) : held && keysAt(cursor, held);
	return (parts ?? []).flatMap((key, rank) => (IS_NAME.test(key.name) ? [offered(key, 'field', range, rank)] : []));
}

/** What may be written, and what is said of it. */
interface Key {
	readonly name: string;
	readonly detail?: string | undefined;
	readonly help?: string | undefined;
}

const offered = ({ name, detail, help }: Key, kind: ScenarioCompletion['kind'], range: Range, rank: number, close = ''): ScenarioCompletion => ({
	label: name,
	kind,
	insert: escaped(name) + close,
	range,
	rank,
	...(detail ? { detail } : {}),
	...(help ? { help } : {}),
});

/** What a way may go on with. */
function keysAt(cursor: Cursor, way: Way): readonly Key[] {
	const { chart, place, language } = cursor;
	const known = [...(way.length === 0 ? ROOT_NAMES : namesUnder(way.join('.')))].map((name): Key => {
		const words = objectWords[[...way, name].join('.')];
		return { name, help: words && told([paragraphsOf(words)], language) };
	});
	if (way[0] !== 'Values') return known;
	const found = new Map<string, Key>();
	const holders = way.length === 1 ? sourcesOf(chart, place).map(({ root }) => root) : writtenAt(chart, place, way).map(({ value }) => value);
	for (const { text: name } of holders.flatMap(keysOf)) {
		if (found.has(name)) continue;
		const own = [...way, name];
		const [written] = writtenAt(chart, place, own);
		const comment = written && commentOf(written, own);
		found.set(name, { name, detail: written && shortValue(written), help: comment && sentence(comment) });
	}
	return [...found.values(), ...known.filter(({ name }) => !found.has(name))];
}

const namesUnder = (path: string): readonly string[] =>
	Object.keys(objectWords).flatMap((one) => (one.startsWith(`${path}.`) && !one.includes('.', path.length + 1) ? one.slice(path.length + 1) : []));

/** A value as it fits beside a name. */
function shortValue(written: Written): string {
	const { value } = written;
	if (!value) return 'null';
	if (value.kind === 'map') return value.entries.length === 0 ? '{}' : `{ ${value.entries.map(({ key }) => key.text).join(', ')} }`.slice(0, LONGEST_DETAIL);
	if (value.kind === 'list') return value.items.length === 0 ? '[]' : `[${value.items.length}]`;
	const [line = ''] = valueIn(written).split('\n');
	return line.slice(0, LONGEST_DETAIL) || '""';
}
const LONGEST_DETAIL = 60;

function variables(cursor: Cursor, head: string): readonly ScenarioCompletion[] {
	const range = typed(cursor, head.length, REST_OF_NAME);
	return ['$', ...cursor.context.variables.keys()].map((name, rank) => {
		const held = name === '$' ? undefined : cursor.context.variables.get(name);
		return offered({ name, detail: detailOf(held) }, 'reference', range, rank);
	});
}

/** Functions and keywords that charts use most: counted in 198 public ones. */
const USUAL = 'include toYaml default quote nindent if with range end else printf eq not and or required tpl trunc trimSuffix ternary hasKey'.split(' ');

/** Functions where a command begins; keywords where an action does. */
function words(cursor: Cursor, head: string): readonly ScenarioCompletion[] {
	const { before, language } = cursor;
	const rest = before.slice(0, before.length - head.length).trimEnd();
	const starts = /^\{\{-?$/.test(rest);
	const behindElse = /^\{\{-?\s*else$/.test(rest);
	if (!starts && !behindElse && !/(?:[|(=]|\b(?:if|with|range))$/.test(rest)) return [];
	const range = typed(cursor, head.length, REST_OF_NAME);
	const keywords = Object.entries(keywordWords).filter(([name]) => (starts ? name !== 'nil' : behindElse && (name === 'if' || name === 'with')));
	return [...keywords, ...(behindElse ? [] : Object.entries(functionWords))].map(([name, words]): ScenarioCompletion => {
		const usual = USUAL.indexOf(name);
		const help = told(functionParts(name, words).slice(1), language);
		return offered({ name, detail: words.takes, help }, 'value', range, usual < 0 ? USUAL.length : usual);
	});
}
