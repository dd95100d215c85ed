import { chartProblems } from '../../../docs/problems/chart';
import { kept } from '../../../schema/remember';
import type { Entry, Node, Range } from '../../../yaml/node';
import { faultIn } from '../../../yaml/parse';
import { type Finding, ownFinding } from '../../built/finding';
import { filled } from '../../diagnose/advice';
import { isTemplate } from '../place';
import { type Action, calledBy } from './actions';
import { homeOf, isWithin } from './navigate-template';
import { dependenciesOf, type Read, readOf, sourcesOf, subchartsOf } from './sources';
import { type ChartTexts, commandsIn, type Survey, surveyOf, type Use } from './survey';
import { isEmpty, literally, writtenAt } from './values';
import { AT_TOP } from './walk';
import { ITEM, type Way, wayOfPipeline } from './ways';

/** Values that nothing uses, where they stand in values.yaml, and those that are used and nowhere given, where they are used. Nothing where that is not sure. */
export function valuesHints(chart: ChartTexts): readonly Finding[] {
	const survey = surveyOf(chart);
	// Of values that are half typed nobody knows which there are.
	if (areBroken(chart) || !isSurveyable(chart, survey)) return [];
	return [...unusedValues(chart, survey), ...valuesNotGiven(chart, survey)];
}

const BROKEN = new WeakMap<Read, boolean>();
const areBroken = (chart: ChartTexts): boolean => kept(BROKEN, readOf(chart), () => sourcesOf(chart, '').some(({ text }) => faultIn(text)));

/** Functions that go through all that they are given. */
const OPENING =
	/^(?:must)?(?:to(?:Yaml|YamlPretty|Json|PrettyJson|RawJson|Toml|String)|[mM]erge(?:Overwrite)?|[dD]eepCopy|omit|pick|keys|values|print.*|quote)$/;

/** Whether all that may read values is there, and says which. */
function isSurveyable(chart: ChartTexts, { uses, calls, definitions }: Survey): boolean {
	const there = subchartsOf(chart, '');
	if (dependenciesOf(chart.files, '').some(({ name, alias }) => !there.has(alias ?? name))) return false;
	if (calls.some(({ name }) => !definitions.has(name))) return false;
	return !uses.some(
		({ way, role, by, to }) =>
			(way.length === 1 && way[0] === 'Values' && (role !== 'passed' || !definitions.has(to ?? ''))) || (way.length === 0 && OPENING.test(by ?? '')),
	);
}

const found = (code: keyof typeof chartProblems, file: string, range: Range, way: Way): Finding =>
	ownFinding(code, 'hint', { file, range: { start: range.start, end: range.end } }, filled(chartProblems[code].said, { path: way.slice(1).join('.') }));

/** Values of the chart itself; those of its dependencies are theirs. */
function unusedValues(chart: ChartTexts, survey: Survey): readonly Finding[] {
	const { root } = sourcesOf(chart, '').findLast(({ file }) => file === 'values.yaml') ?? {};
	// What an alias repeats may be there for it alone.
	if (root?.kind !== 'map' || hasAliases(root)) return [];
	const dependencies = dependenciesOf(chart.files, '');
	const others = new Set(['global', 'tags', ...subchartsOf(chart, '').keys(), ...dependencies.flatMap(({ name, alias }) => [name, alias ?? name])]);
	const asked = dependencies.flatMap(({ conditions }) => conditions.map((one): Way => ['Values', ...one.split('.')]));
	const { named, whole } = seenIn(survey, asked);
	const unused = (entries: readonly Entry[], above: Way): readonly Finding[] =>
		entries.flatMap(({ key, value }): readonly Finding[] => {
			const way = [...above, key.text];
			// A key that is still to be written may stand behind all that is there.
			if (key.text === '') return [];
			if ((above.length === 1 && others.has(key.text)) || /^(?:x-|_)/.test(key.text) || survey.lost.has(key.text) || whole.has(keyOf(way))) return [];
			if (!named.has(keyOf(way))) return [found('chart/unused-value', 'values.yaml', key.range, way)];
			return value?.kind === 'map' ? unused(value.entries, way) : [];
		});
	return unused(root.entries, ['Values']);
}

function hasAliases(node: Node | undefined): boolean {
	const inner = node?.kind === 'map' ? node.entries : node?.kind === 'list' ? node.items : [];
	return inner.some(({ value, alias }) => alias !== undefined || hasAliases(value));
}

const keyOf = (way: Way): string => way.join('\n');

/** What templates name of a chart's values, and of what they take all there is; templates with names of any chart may be given those of this one. */
function seenIn({ uses, givenTo }: Survey, asked: readonly Way[]): Readonly<Record<'named' | 'whole', ReadonlySet<string>>> {
	const named = new Set<string>();
	const whole = new Set<string>();
	const note = (way: Way): void => {
		for (const i of way.keys()) named.add(keyOf(way.slice(0, i + 1)));
	};
	for (const { way, role, place, placed, to } of uses) {
		if (place !== '' && placed.define === undefined) continue;
		const item = way.indexOf(ITEM);
		const known = item < 0 ? way : way.slice(0, item);
		note(known);
		if (item >= 0 || role === 'whole' || (role === 'passed' && !givenTo(to ?? ''))) whole.add(keyOf(known));
	}
	asked.forEach(note);
	return { named, whole };
}

/** Functions that stand in for what is not there, ask for it, or look whether it is. */
const GUARDS = new Set(
	'default coalesce required and or not empty hasKey get dig index ternary fail kindIs kindOf typeIs typeOf eq ne tpl lookup pluck'.split(' '),
);

/** Whether an action reckons with a value that is not there. */
const isGuarding = ({ placed: { action } }: Use): boolean =>
	kept(
		GUARDING,
		action,
		() =>
			['if', 'with', 'range', 'else'].includes(action.keyword ?? '') || commandsIn(action.pipeline).some(({ command }) => GUARDS.has(calledBy(command) ?? '')),
	);
const GUARDING = new WeakMap<Action, boolean>();

/** What the chart's own templates print at their top, though no values file gives it. */
function valuesNotGiven(chart: ChartTexts, { uses }: Survey): readonly Finding[] {
	const known = kept(MISSING, readOf(chart), () => new WeakMap());
	const missed = uses.flatMap((use) => kept(known, use, () => missingIn(chart, use)));
	if (missed.length === 0) return [];
	const guarded = uses.filter(isGuarding).map((use) => homeOf(chart, use));
	return missed.flatMap(({ file, range, way }) => {
		const home = homeOf(chart, { place: '', way });
		return guarded.some((one) => isWithin(one, home)) ? [] : [found('chart/value-not-given', file, range, way)];
	});
}

/** A value that is nowhere given: as far as its way is, and one more step. */
interface Missing {
	readonly file: string;
	readonly range: Range;
	readonly way: Way;
}

const MISSING = new WeakMap<Read, WeakMap<Use, readonly Missing[]>>();

/** Whether a use prints a value that is missing, whatever else is asked of it elsewhere. */
function missingIn(chart: ChartTexts, use: Use): readonly Missing[] {
	const { file, place, way, names } = use;
	if (place !== '' || !use.isCertain || way[0] !== 'Values' || way[1] === 'global' || way.includes(ITEM)) return [];
	if (!isTemplate(file) || file.endsWith('.txt') || use.placed.define !== undefined || !isPrinted(use) || !isReached(chart, use)) return [];
	const given = way.findIndex((_step, i) => i > 0 && writtenAt(chart, place, way.slice(0, i + 1)).length === 0);
	const missing = way.slice(0, given + 1);
	if (given < 0 || subchartsOf(chart, place).has(String(way[1])) || !isFull(chart, missing.slice(0, -1))) return [];
	const range = names[names.length - (way.length - given)];
	// Who has it in a comment knows of it.
	const isNoted = new RegExp(`^[ \\t]*#.*${literally(String(way[given]))}:`, 'm').test(chart.files.get('values.yaml') ?? '');
	return range && !isNoted ? [{ file, range, way: missing }] : [];
}

/** Whether a value is used as it is: who is given it, or asks for it by another name, may reckon with its absence. */
const isPrinted = (use: Use): boolean => use.role === 'whole' && use.placed.action.pipeline.variables.length === 0 && !isGuarding(use);

/** A map that has something in it: one that is empty is there to be filled. */
function isFull(chart: ChartTexts, way: Way): boolean {
	if (way.length === 1) return true;
	const [written] = writtenAt(chart, '', way);
	return written?.value?.kind === 'map' && written.value.entries.length > 0;
}

/** Whether all conditions around a use hold with the values that are given. */
function isReached(chart: ChartTexts, { placed: { within } }: Use): boolean {
	return within.every(({ action, isOtherwise, keyword }, depth) => {
		const way = wayOfPipeline(action.pipeline, within[depth - 1] ?? AT_TOP);
		const [written] = way && !way.includes(ITEM) ? writtenAt(chart, '', way) : [];
		return (keyword === 'if' || keyword === 'with') && !isOtherwise && written !== undefined && !isEmpty(written);
	});
}
