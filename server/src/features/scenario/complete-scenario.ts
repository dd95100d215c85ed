import type { Words } from '../../docs/words';
import type { Bilingual, Language } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import { type Minor, NEWEST } from '../../schema/schema';
import type { Shape } from '../../simulator/scenario-shape';
import type { Range } from '../../yaml/node';
import { spotAt } from '../../yaml/outline';
import { parse, wholeRoot } from '../../yaml/parse';
import type { Spot } from '../../yaml/spot';
import { scalarText } from '../../yaml/write';
import type { Completion } from '../complete/context';
import { reindented, valueItem, written } from '../complete/insert';
import { type Style, styleOf } from '../complete/shapes';
import { documentsIn, tried } from '../complete/tried';
import { type AtHand, atHand } from '../expect/at-hand';
import { beginnings, expectationKeys, innerKeys, type Offer, valuesAt } from '../expect/complete-expect';
import { entryMarkdown, keyMarkdown, valueMarkdown } from './hover-scenario';
import { type Beside, type PodNames, podNames } from './scenario-names';
import { kindText, placeName, shapeAt, valuesAt as valuesOf, wordsAt } from './scenario-place';

/** A completion with its words, Markdown. */
export interface ScenarioCompletion extends Omit<Completion, 'words'> {
	readonly help?: string;
}

interface Context {
	readonly spot: Spot;
	readonly text: string;
	readonly range: Range;
	readonly language: Language;
	readonly names: PodNames | undefined;
	readonly style: Style;
}

/** What may be written at an offset of a scenario, however broken it is. */
export function completeScenario(text: string, offset: number, language: Language, beside?: Beside, version: Minor = NEWEST): readonly ScenarioCompletion[] {
	const spot = spotAt(text, offset, wholeRoot(parse(text)));
	if (!spot) return [];
	const range = { start: spot.from, end: spot.to };
	const context: Context = { spot, text, range, language, names: beside && podNames(beside), style: styleOf(text) };
	const isExpected = spot.path[0] === 'expect';
	const items = reindented(spot, isExpected ? expectedAt(context, atHand(text, beside, version)) : itemsAt(context));
	return tried(text, items, documentsIn);
}

/** Within `expect`: whole sentences, keys as they go together, and what is so in this life. */
function expectedAt(context: Context, hand: AtHand): readonly ScenarioCompletion[] {
	const { spot } = context;
	const { writes, path } = spot;
	if (writes.what === 'value') return valuesAt(hand, [...path, writes.key]).map((offer, rank) => valueOffer(context, offer, rank));
	const there = [...spot.above, ...spot.below];
	if (path.length === 1 && !writes.dash && !spot.flow) return beginnings(hand).map((one, rank) => beginning(context, one, rank, '- '));
	const index = path[1];
	if (path.length > 2 || typeof index !== 'number') return innerKeys(hand, path, there).map((offer, rank) => keyOffer(context, offer, rank));
	const subject = hand.subjectOf(hand.item(index));
	const sentences = there.length === 0 && !spot.flow ? beginnings(hand) : [];
	const order = expectationKeys(there, there.length > 0 ? subject : undefined);
	const written = keys(context, EXPECTATION, path, '').filter(({ label }) => order.includes(label));
	return [
		...sentences.map((one, rank) => beginning(context, one, rank, '')),
		...written.map((one) => ({ ...one, rank: sentences.length + order.indexOf(one.label), again: !hasColon(spot) })),
	];
}

const EXPECTATION = shapeAt(['expect', 0]) as Shape & { readonly kind: 'struct' };

/** A sentence below its dash. */
function beginning(context: Context, { label, text }: { readonly label: string; readonly text: string }, rank: number, dash: string): ScenarioCompletion {
	const { spot, range } = context;
	const indent = `\n${' '.repeat(spot.column + dash.length)}`;
	return {
		label,
		kind: 'snippet',
		insert: `${spot.bare ? ' ' : ''}${dash}${text.replaceAll('\n', indent)}`,
		range,
		rank,
		detail: text.replace(/\$\{\d:?([^}]*)\}/g, '$1').replaceAll('\n', ', '),
	};
}

function keyOffer(context: Context, { label, rest = '', detail }: Offer, rank: number): ScenarioCompletion {
	return {
		label,
		kind: 'field',
		...written(context, '', context.spot.quote ? label : scalarText(label, 'key'), rest),
		rank,
		...(detail ? { detail: inOne(detail, context.language) } : {}),
		again: !hasColon(context.spot),
	};
}

function valueOffer(context: Context, { label, detail, help, isName }: Offer, rank: number): ScenarioCompletion {
	const { spot, language } = context;
	const text = label.startsWith('{') ? label : scalarText(label, spot.flow ? 'flow' : 'block');
	// A number of pods and its like is a number, quoted or not.
	const plain = /^\d+$/.test(label) ? label : text;
	return {
		...valueItem(context, plain),
		kind: isName ? 'reference' : 'value',
		rank,
		...(detail ? { detail: inOne(detail, language) } : {}),
		...(help ? { help: valueMarkdown(help, language) } : {}),
	};
}

const inOne = (words: Bilingual, language: Language): string => words[language === 'en' ? 'en' : 'ko'].replaceAll('`', '');

function itemsAt(context: Context): readonly ScenarioCompletion[] {
	const { spot } = context;
	const { writes, path } = spot;
	if (writes.what === 'value') return scalarValues(context, [...path, writes.key]);
	const shape = shapeAt(path);
	if (shape?.kind === 'struct') return keys(context, shape, path, '');
	if (shape?.kind === 'map') return entries(context, path);
	if (shape?.kind === 'list' && shape.of.kind === 'struct' && !writes.dash && !spot.flow) return keys(context, shape.of, [...path, 0], '- ');
	return [];
}

function keys(context: Context, shape: Shape & { readonly kind: 'struct' }, path: readonly Segment[], dash: string): readonly ScenarioCompletion[] {
	const { spot, language, style } = context;
	const there = dash ? [] : [...spot.above, ...spot.below];
	// The manifest inside a scenario is for machines.
	const fields = Object.entries(shape.fields).filter(([key]) => !there.includes(key) && !(shape.name === 'Scenario' && key === 'manifest'));
	return fields.map(([key, of], rank) => {
		const at = [...path, key];
		return {
			label: key,
			kind: 'field',
			...written(context, dash, key, spot.flow ? flowShape(of) : blockShape(`${shape.name}.${key}`, of, spot.column + dash.length, style)),
			rank,
			detail: inOne(of.kind === 'anything' ? (wordsAt(at) ?? kindText(of)) : kindText(of), language),
			...helpOf(keyMarkdown(at, language)),
			again: !hasColon(spot) && (Object.keys(valuesOf(at)).length > 0 || ['boolean', 'duration', 'bytes', 'amount', 'map', 'struct'].includes(of.kind)),
		};
	});
}

const helpOf = (help: string | undefined): { readonly help?: string } => (help === undefined ? {} : { help });

/** What a key is worth writing with, lines below it in steps of two; the dash of a list stands below its key's first letter. */
const TEXTS: Readonly<Record<string, string>> = {
	'Scenario.actions': '- at: ${1:30s}\n  do: ${2|delete,evict,patch,create|}',
	'Scenario.expect': '- the: pod\n  becomes: ${1:ready}\n  within: ${2:10s}',
	'Scenario.before': '- do: ${1|patch,create|}',
	'Scenario.world': '  containers:\n    $1',
	'World.nodes': '- count: ${1:3}\n  cpu: ${2:4}\n  memory: ${3:16Gi}',
	'NodePool.taints': '- { key: $1, effect: ${2|NoSchedule,PreferNoSchedule,NoExecute|} }',
	'NodeScript.pressure': '  resource: ${1|memory,ephemeral-storage|}\n  from: ${2:30s}',
	'ContainerScript.runs': '- exitAfter: ${1:5s}\n  exitCode: ${2:1}',
	'ContainerScript.liveness': '- { from: 0s, ok: true }\n- { from: ${1:20s}, ok: false }',
	'ContainerScript.readiness': '- { from: 0s, ok: false }\n- { from: ${1:15s}, ok: true }',
	'ContainerScript.startup': '- { from: 0s, ok: false }\n- { from: ${1:40s}, ok: true }',
};

function blockShape(name: string, shape: Shape, column: number, style: Style): string {
	const text = TEXTS[name] ?? (shape.kind === 'struct' || shape.kind === 'map' || name === 'Action.body' ? '  $1' : shape.kind === 'list' ? '- $1' : undefined);
	if (name === 'Action.manifest') return `: |\n${' '.repeat(column + style.map)}$1`;
	if (text === undefined) return ': $1';
	const lines = text.split('\n').map((line) => {
		const spaces = /^ */.exec(line)?.[0].length ?? 0;
		// A dash and what stands below it move as the document has its dashes; maps go in the document's steps.
		const indent = text.startsWith('-') ? style.dash + spaces : (spaces / 2) * style.map;
		return ' '.repeat(column + indent) + line.slice(spaces);
	});
	return `:\n${lines.join('\n')}`;
}

function flowShape(shape: Shape): string {
	switch (shape.kind) {
		case 'list':
			return ': [$1]';
		case 'map':
		case 'struct':
			return ': { $1 }';
		default:
			return ': $1';
	}
}

/** The containers or images of the manifest beside, those without a script yet. */
function entries(context: Context, path: readonly Segment[]): readonly ScenarioCompletion[] {
	const { spot, names, style, language } = context;
	const list = path.at(-1);
	const pairs = [...(names?.containers ?? [])];
	const known = list === 'images' ? pairs.map(([name, image]) => [image, name] as const).filter(([image]) => image) : pairs;
	const there = [...spot.above, ...spot.below];
	const seen = new Map(known.filter(([key]) => !there.includes(key)));
	return [...seen].map(([key, detail], rank) => ({
		label: key,
		kind: 'reference',
		...written(context, '', spot.quote ? key : scalarText(key, 'key'), spot.flow ? ': { $1 }' : `:\n${' '.repeat(spot.column + style.map)}$1`),
		rank,
		detail,
		help: entryMarkdown(String(list), language),
		again: !hasColon(spot),
	}));
}

const hasColon = ({ writes }: Spot): boolean => writes.what === 'key' && writes.colonFollows;

const DURATIONS = ['1s', '5s', '10s', '30s', '1m', '5m'];
const BYTES = ['20Mi', '60Mi', '200Mi', '1Gi', '10Gi'];
const AMOUNTS = ['1', '2', '4', '8', '16'];

function scalarValues(context: Context, path: readonly Segment[]): readonly ScenarioCompletion[] {
	const { spot, names, language } = context;
	const shape = shapeAt(path);
	if (!shape) return [];
	const described = valuesOf(path);
	const own = namesFor(placeName(path), names);
	const offered = [...own, ...plainValues(shape), ...Object.keys(described).filter((value) => !plainValues(shape).includes(value) && !own.includes(value))];
	return offered.map((value, rank) => {
		const words: Words | undefined = Object.hasOwn(described, value) ? described[value] : undefined;
		return {
			...valueItem(context, shape.kind === 'text' ? scalarText(value, spot.flow ? 'flow' : 'block') : value),
			kind: own.includes(value) ? 'reference' : 'value',
			rank,
			...(words ? { help: valueMarkdown(words, language), detail: words[language === 'en' ? 'en' : 'ko'].replaceAll('`', '') } : {}),
		};
	});
}

function plainValues(shape: Shape): readonly string[] {
	switch (shape.kind) {
		case 'boolean':
			return ['true', 'false'];
		case 'duration':
			return DURATIONS;
		case 'bytes':
			return BYTES;
		case 'amount':
			return AMOUNTS;
		case 'one of':
			return shape.values;
		default:
			return [];
	}
}

/** Names of the manifest that a value may be. */
function namesFor(place: string | undefined, names: PodNames | undefined): readonly string[] {
	if (place === 'Action.name') return names?.gates ?? [];
	return place === 'Action.condition' ? (names?.conditions ?? []) : [];
}
