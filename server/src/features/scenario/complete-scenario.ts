import type { Words } from '../../docs/words';
import type { Language } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import type { Shape } from '../../simulator/scenario-shape';
import type { Range } from '../../yaml/node';
import { spotAt } from '../../yaml/outline';
import type { Spot } from '../../yaml/spot';
import { scalarText } from '../../yaml/write';
import type { Completion } from '../complete/context';
import { reindented, valueItem, written } from '../complete/insert';
import { type Style, styleOf } from '../complete/shapes';
import { entryMarkdown, keyMarkdown, valueMarkdown } from './hover-scenario';
import { type Beside, type PodNames, podNames } from './scenario-names';
import { kindText, placeName, shapeAt, valuesAt } from './scenario-place';

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
export function completeScenario(text: string, offset: number, language: Language, beside?: Beside): readonly ScenarioCompletion[] {
	const spot = spotAt(text, offset);
	if (!spot) return [];
	const range = { start: spot.from, end: spot.to };
	const context: Context = { spot, text, range, language, names: beside && podNames(beside.text), style: styleOf(text) };
	return reindented(spot, itemsAt(context));
}

function itemsAt(context: Context): readonly ScenarioCompletion[] {
	const { spot } = context;
	const { writes, path } = spot;
	if (writes.what === 'value') return values(context, [...path, writes.key]);
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
			detail: kindText(of)[language === 'en' ? 'en' : 'ko'].replaceAll('`', ''),
			...helpOf(keyMarkdown(at, language)),
			again: !hasColon(spot) && (Object.keys(valuesAt(at)).length > 0 || ['boolean', 'duration', 'bytes', 'amount', 'map', 'struct'].includes(of.kind)),
		};
	});
}

const helpOf = (help: string | undefined): { readonly help?: string } => (help === undefined ? {} : { help });

/** What a key is worth writing with, lines below it in steps of two; the dash of a list stands below its key's first letter. */
const TEXTS: Readonly<Record<string, string>> = {
	'Scenario.actions': '- at: ${1:30s}\n  do: ${2|delete,evict,patch,create|}',
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

function values(context: Context, path: readonly Segment[]): readonly ScenarioCompletion[] {
	const { spot, names, language } = context;
	const shape = shapeAt(path);
	if (!shape) return [];
	const described = valuesAt(path);
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
