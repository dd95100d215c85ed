import { kept } from '../../../schema/remember';
import type { Range } from '../../../yaml/node';
import { isTemplate } from '../place';
import { type Action, actionsOf, calledBy, literalOf, type Name, nameIn, type Operand, type Pipeline } from './actions';
import { type Placed, walk } from './walk';
import { Bundle, type Held, heldByOperand, isCertain, keyedOf, stepsOf, type Way, wayIn, wayOfOperand } from './ways';

/** A chart as it lies there: the texts of its files by their paths from its folder, those of its subcharts among them. */
export interface ChartTexts {
	readonly files: ReadonlyMap<string, string>;
	/** Values files that it is rendered with beside its own, the last of which counts most. */
	readonly given?: readonly { readonly file: string; readonly text: string }[];
	/** What was surveyed before, for those who come again: of files that are the same nothing is read anew. */
	readonly before?: SurveyedBefore;
}

/** The text of a file, or of values that it is rendered with. */
export const textIn = ({ files, given = [] }: ChartTexts, file: string): string => files.get(file) ?? given.find((one) => one.file === file)?.text ?? '';

/** What there is in files that were surveyed, by their paths. */
export type SurveyedBefore = Map<string, Surveyed>;

/** A place of a chart's files. */
export interface Spot {
	readonly file: string;
	readonly range: Range;
}

/** Where a template names something that it was given. */
export interface Use {
	readonly file: string;
	/** The folder of the chart whose values are meant, with its slash; empty for the root chart. */
	readonly place: string;
	readonly way: Way;
	/** The last names of the way, as they stand there; none where it is the dot or a variable alone. */
	readonly names: readonly Name[];
	readonly range: Range;
	/** Whether it is sure that this is meant. */
	readonly isCertain: boolean;
	/** How: printed or handed on with all that is in it, handed to a named template, entered by `with` or `range`, or just looked at. */
	readonly role: 'whole' | 'passed' | 'entered' | 'asked';
	/** The function that it is given to, and the named template that gets it. */
	readonly by: string | undefined;
	readonly to: string | undefined;
	readonly placed: Placed;
}

/** Where a named template is asked for. */
export interface Call extends Spot {
	readonly name: string;
	readonly place: string;
	readonly given: Held | undefined;
}

/** What the templates of a chart and its subcharts name. */
export interface Survey {
	readonly templates: ReadonlyMap<string, readonly Placed[]>;
	/** Named templates: where their names stand. */
	readonly definitions: ReadonlyMap<string, readonly Spot[]>;
	readonly calls: readonly Call[];
	readonly uses: readonly Use[];
	/** Names and texts in expressions of which nobody knows where they lead. */
	readonly lost: ReadonlySet<string>;
	/** What a named template is given, where all who ask for it agree; of what is bundled that in which they do. */
	readonly givenTo: (define: string) => Given | undefined;
}

interface Given {
	readonly held: Held;
	readonly place: string;
}

const SURVEYS = new WeakMap<ReadonlyMap<string, string>, Survey>();

/** The survey of a chart; made once for the same files. */
export const surveyOf = ({ files, before = new Map() }: ChartTexts): Survey => kept(SURVEYS, files, () => survey(files, before));

/** The folder of the chart that a file belongs to, with its slash. */
export const placeOfFile = (file: string): string => /^(?:charts\/[^/]+\/)*/.exec(file)?.[0] ?? '';

/** Calls within calls are seen in so many rounds. */
const MOST_ROUNDS = 4;

function survey(files: ChartTexts['files'], before: SurveyedBefore): Survey {
	const read = [...files].flatMap(([file, text]) => (mayHoldActions(file, text) ? surveyedFile(file, text, before) : []));
	let given: ReadonlyMap<string, Given> = new Map();
	let written = '[]';
	for (let round = 0; ; round++) {
		const known = given;
		const surveyed = read.map((one) => placedIn(one, known));
		const calls = surveyed.flatMap((one) => one.calls);
		given = givenBy(calls);
		const last = written;
		written = JSON.stringify([...given]);
		if (round < MOST_ROUNDS && written !== last) continue;
		const seen = surveyed.map((one) => one.seen());
		return {
			templates: new Map(surveyed.map(({ file, placed }) => [file, placed])),
			definitions: definitionsIn(read),
			calls,
			uses: seen.flatMap(({ uses }) => uses),
			lost: new Set(seen.flatMap(({ lost }) => lost)),
			givenTo: (define) => known.get(define),
		};
	}
}

/** A file with its actions. */
interface Surveyed {
	readonly file: string;
	readonly text: string;
	readonly actions: readonly Action[];
	/** The named templates in it. */
	readonly defines: readonly Name[];
	/** By what those are given: nothing else around it makes any difference to it. */
	readonly placed: Map<string, PlacedFile>;
}

/** A file where it is known what its named templates are given. */
interface PlacedFile {
	readonly file: string;
	readonly placed: readonly Placed[];
	readonly calls: readonly Call[];
	readonly seen: () => Seen;
}

interface Seen {
	readonly uses: readonly Use[];
	readonly lost: readonly string[];
}

function surveyedFile(file: string, text: string, before: SurveyedBefore): Surveyed {
	const known = before.get(file);
	if (known?.text === text) return known;
	const actions = actionsOf(text);
	const defines = actions.flatMap(({ keyword, pipeline }) => (keyword === 'define' || keyword === 'block' ? (nameIn(pipeline) ?? []) : []));
	const surveyed = { file, text, actions, defines, placed: new Map() };
	before.set(file, surveyed);
	return surveyed;
}

function placedIn({ file, actions, defines, placed: known }: Surveyed, given: ReadonlyMap<string, Given>): PlacedFile {
	if (known.size > MOST_ROUNDS) known.clear();
	return kept(known, JSON.stringify(defines.map(({ text }) => given.get(text) ?? null)), () => {
		const placed = walk(actions, (define) => given.get(define)?.held);
		let seen: Seen | undefined;
		return { file, placed, calls: placed.flatMap((action) => callsIn(file, action)), seen: () => (seen ??= seenIn(file, placed, given)) };
	});
}

const seenIn = (file: string, placed: readonly Placed[], given: ReadonlyMap<string, Given>): Seen => ({
	uses: placed.flatMap((action) => usesIn(file, given.get(action.define ?? '')?.place ?? placeOfFile(file), action)),
	lost: placed.flatMap(lostIn),
});

/** Values and other files may be given to `tpl`. */
const mayHoldActions = (file: string, text: string): boolean => isTemplate(file) || (text.includes('{{') && !/(?:^|\/)(?:README|CHANGELOG)\.md$/.test(file));

export const sameWay = (a: Way | undefined, b: Way): boolean => a?.length === b.length && b.every((step, i) => a[i] === step);

function givenBy(calls: readonly Call[]): ReadonlyMap<string, Given> {
	const found = new Map<string, Given | undefined>();
	for (const { name, given, place } of calls) {
		const before = found.get(name);
		const held = !found.has(name) ? given : before?.place === place ? agreed(before.held, given) : undefined;
		found.set(name, held && { held, place });
	}
	return new Map([...found].flatMap(([name, one]) => (one ? [[name, one] as const] : [])));
}

function agreed(a: Held | undefined, b: Held | undefined): Held | undefined {
	if (a instanceof Bundle && b instanceof Bundle) return new Bundle(new Map([...a.parts].map(([key, part]) => [key, agreed(part, b.parts.get(key))])));
	const way = wayIn(b);
	return way && sameWay(wayIn(a), way) ? way : undefined;
}

function definitionsIn(surveyed: readonly Surveyed[]): ReadonlyMap<string, readonly Spot[]> {
	const found = new Map<string, Spot[]>();
	for (const { file, defines } of surveyed)
		if (isTemplate(file)) for (const name of defines) kept(found, name.text, (): Spot[] => []).push({ file, range: name });
	return found;
}

/** A command, and what comes to it through `|`. */
interface Stage {
	readonly command: readonly Operand[];
	readonly of: Pipeline;
}

const COMMANDS = new WeakMap<Pipeline, readonly Stage[]>();

/** All commands of a pipeline, those in parentheses as well; found once. */
export const commandsIn = (pipeline: Pipeline): readonly Stage[] =>
	kept(COMMANDS, pipeline, () =>
		pipeline.commands.flatMap((command) => [{ command, of: pipeline }, ...command.flatMap(({ head }) => (head.kind === 'pipeline' ? commandsIn(head) : []))]),
	);

function callsIn(file: string, placed: Placed): readonly Call[] {
	const { action } = placed;
	return commandsIn(action.pipeline).flatMap(({ command, of }) => {
		const isStatement = of === action.pipeline && (action.keyword === 'template' || action.keyword === 'block');
		const [called, argument] = isStatement ? command : calledBy(command) === 'include' ? command.slice(1) : [];
		const name = literalOf(called);
		return name ? [{ name: name.text, file, range: name, place: placeOfFile(file), given: argument && heldByOperand(argument, placed) }] : [];
	});
}

/** Functions that look at a value and hand nothing of it on. */
const LOOKING: ReadonlySet<string> = new Set('and or not eq ne lt le gt ge empty hasKey kindIs kindOf typeIs typeOf len'.split(' '));

function usesIn(file: string, place: string, placed: Placed): readonly Use[] {
	const { action } = placed;
	return commandsIn(action.pipeline).flatMap(({ command, of }): readonly Use[] => {
		const keyed = keyedOf(command, placed);
		const name = calledBy(command);
		const isHeader = of === action.pipeline;
		const alone = command.length === 1 && of.commands.length === 1;
		const roleOf = (argument: number): Use['role'] => {
			if (isHeader && action.keyword === 'template') return 'passed';
			if (name === 'include' && argument === 2) return 'passed';
			if (isHeader && alone && isEntering(action)) return 'entered';
			return isAsking(action) && (alone || LOOKING.has(name ?? '')) ? 'asked' : 'whole';
		};
		return command.flatMap((operand, i): readonly Use[] => {
			const own = wayOfOperand(operand, placed);
			if (!own) return [];
			const isHolder = i === 1 && keyed !== undefined && keyed.names.length > 0;
			const way = isHolder ? keyed.way : own;
			const steps = stepsOf(operand, placed);
			const names = isHolder ? [...steps, ...keyed.names] : steps;
			const role = isHolder && keyed.isWhole && name === 'hasKey' ? 'asked' : roleOf(i);
			const range = { start: operand.start, end: names.at(-1)?.end ?? operand.end };
			const to = role === 'passed' ? literalOf(name === 'include' ? command[1] : command[0])?.text : undefined;
			return [{ file, place, way, names, range, isCertain: isCertain(operand, placed), role, by: name, to, placed }];
		});
	});
}

const isAsking = ({ keyword, tokens }: Action): boolean => keyword === 'if' || (keyword === 'else' && !tokens.some(({ kind }) => kind === 'with'));
const isEntering = ({ keyword, pipeline }: Action): boolean => (keyword === 'with' || keyword === 'range') && pipeline.variables.length === 0;

const lostIn = (placed: Placed): readonly string[] =>
	commandsIn(placed.action.pipeline).flatMap(({ command }) =>
		command.flatMap((operand) => {
			const literal = literalOf(operand);
			if (literal) return literal.text.split(/[^\w-]+/);
			return wayOfOperand(operand, placed) ? [] : operand.names.map(({ text }) => text);
		}),
	);
