import { problemWords } from '../../docs/problems';
import { watchedFor } from '../../expect/horizon';
import { readExpectations } from '../../expect/read';
import { locate } from '../../manifest/locate';
import type { Bilingual, Language } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import { nearest } from '../../schema/nearest';
import { milliseconds } from '../../simulator/duration';
import { readScenario, type ScenarioFault } from '../../simulator/read-scenario';
import type { Action, ContainerScript, Run, Scenario } from '../../simulator/scenario';
import { conversionFaults } from '../../yaml/convert';
import { addEntry, renameKey } from '../../yaml/edit';
import { toJson } from '../../yaml/json';
import { entryOf, type Node, type Range, type ScalarNode } from '../../yaml/node';
import { parse, split, syntaxSentence } from '../../yaml/parse';
import { quoted } from '../../yaml/write';
import { changeTo } from '../diagnose/answer';
import { type Diagnostic, inLanguage } from '../diagnose/diagnostic';
import type { Fix } from '../diagnose/repair';
import { foldedComparison, toldFault } from '../expect/faults';
import { givenOf } from '../expect/given';
import { particle } from '../particle';
import { type Beside, broughtBy, isImage, podNames } from './scenario-names';
import { pathOf, placeName, shapeAt } from './scenario-place';

/** What is wrong with a scenario: errors keep it from being played, warnings say that something written will not happen. */
export function diagnoseScenario(text: string, language: Language, beside?: Beside): readonly Diagnostic[] {
	const { root, faults } = parse(text);
	const [broken] = faults;
	const why = problemWords['yaml/syntax'];
	const compared = broken && foldedComparison(text, broken.range.start);
	if (compared) return [{ ...compared, severity: 'error', code: 'expect/comparison', message: inLanguage(compared.message, language).join('\n') }];
	if (broken) return [{ range: broken.range, severity: 'error', code: 'yaml/syntax', message: syntaxSentence(broken), ...(why ? { why } : {}) }];
	if (!root) return [];
	const judge = new Judge(root, text, language);
	const [unreadable] = conversionFaults(root);
	if (unreadable) judge.add(unreadable.range, 'error', 'scenario/value', { en: unreadable.message, ko: unreadable.message });
	if (unreadable) return judge.found;
	const read = readScenario(toJson(root));
	judge.shape(read.faults);
	judge.repeated(root);
	judge.sense(read.scenario);
	judge.names(read.scenario, beside);
	judge.expectations(read.scenario, beside);
	const second = split(text).filter((part) => /^[ \t]*[^#\s]/m.test(part.text))[1];
	if (second) judge.add({ start: second.start, end: second.start + second.text.trimEnd().length }, 'warning', 'scenario/second-document', SECOND);
	return judge.found.sort((a, b) => a.range.start - b.range.start);
}

const NO_UNTIL = { en: 'until is empty: 1m is watched.', ko: 'until이 비어 있다. 1m 동안 지켜본다.' };
const SECOND = { en: 'A scenario is one document; this one is not read.', ko: '시나리오는 문서 하나다. 이 문서는 읽지 않는다.' };

/** What an action cannot do without. */
const NEEDS: Readonly<Partial<Record<Action['do'], keyof Action>>> = {
	patch: 'body',
	create: 'manifest',
	removeSchedulingGate: 'name',
	setCondition: 'condition',
};

class Judge {
	readonly found: Diagnostic[] = [];
	/** What the reader refused is not judged further. */
	private readonly refused: string[] = [];

	constructor(
		private readonly root: Node,
		private readonly text: string,
		private readonly language: Language,
	) {}

	add(range: Range, severity: Diagnostic['severity'], code: string, message: Bilingual, fix?: Fix): void {
		this.found.push({ range, severity, code, message: inLanguage(message, this.language).join('\n'), ...(fix ? { fix } : {}) });
	}

	/** What the reader refuses. */
	shape(faults: readonly ScenarioFault[]): void {
		for (const { path, message } of faults) {
			this.refused.push(`${pathOf(path)}.`);
			const { key, value, exact } = locate(this.root, path);
			const parent = shapeAt(path.slice(0, -1));
			const name = path.at(-1);
			if (parent?.kind === 'struct' && typeof name === 'string' && !Object.hasOwn(parent.fields, name)) {
				const meant = nearest(name, Object.keys(parent.fields));
				this.add(key, 'error', 'scenario/unknown-key', meant ? didYouMean(message, meant) : message, this.renamed(path, meant));
			} else {
				const scalar = exact && value?.kind === 'scalar' && value.range.end > value.range.start ? value : undefined;
				this.add(scalar?.range ?? key, 'error', 'scenario/value', message, scalar && fixOf(scalar, path));
			}
		}
	}

	/** Keys written twice: the last one counts. */
	repeated(node: Node): void {
		if (node.kind === 'list') for (const { value, alias } of node.items) if (value && !alias) this.repeated(value);
		if (node.kind !== 'map') return;
		const last = new Map(node.entries.map(({ key }) => [key.text, key]));
		for (const { key, value, alias } of node.entries) {
			if (last.get(key.text) !== key && key.text !== '<<') {
				this.add(key.range, 'warning', 'scenario/repeated-key', {
					en: `${key.text} is written again below; only the last one counts.`,
					ko: `${key.text}: 아래에 또 있다. 마지막에 적은 것만 쓴다.`,
				});
			}
			if (value && !alias) this.repeated(value);
		}
	}

	/** What is well written and yet never happens. */
	sense(scenario: Scenario): void {
		const { world, before, actions } = scenario;
		for (const [name, script] of Object.entries(world?.containers ?? {})) this.container(script, ['world', 'containers', name]);
		const until = watchedFor(scenario, this.expected(scenario, undefined).saids);
		if (scenario.until === undefined && this.isWritten(['until']) && !this.refused.includes('until.'))
			this.add(this.keyOf(['until']), 'warning', 'scenario/missing', NO_UNTIL);
		this.actions(before ?? [], ['before'], Number.POSITIVE_INFINITY);
		this.actions(actions ?? [], ['actions'], until);
		for (const path of [['silentFrom'], ['pressure', 'from']]) this.inTime(['world', 'node', ...path], until);
	}

	private container(script: ContainerScript, path: readonly Segment[]): void {
		this.items(script.runs, [...path, 'runs'], (run, at) => this.run(run, at));
		for (const probe of ['liveness', 'readiness', 'startup'] as const) {
			this.items(script[probe], [...path, probe], (_, at) => {
				if (this.isWritten([...at, 'ok'])) return;
				this.add(this.keyOf(at), 'warning', 'scenario/missing', {
					en: 'ok is missing: from here on the probe fails.',
					ko: 'ok가 없다. 이때부터 프로브가 실패한다.',
				});
			});
		}
	}

	private run(run: Run, at: readonly Segment[]): void {
		const useless = (['exitCode', 'reason', 'terminationMessage', 'logs'] as const).find((key) => run[key] !== undefined);
		if (!useless || run.startError || this.isWritten([...at, 'exitAfter'])) return;
		const { value } = locate(this.root, at);
		const fix: Fix | undefined =
			value?.kind === 'map' ? { title: { en: 'Add exitAfter: 5s', ko: 'exitAfter: 5s 추가' }, edit: addEntry(this.text, value, 'exitAfter', '5s') } : undefined;
		this.add(
			this.keyOf([...at, useless]),
			'warning',
			'scenario/never-ends',
			{
				en: `Without exitAfter this run does not end by itself, and ${useless} is not used.`,
				ko: `exitAfter가 없어 이 실행은 스스로 끝나지 않는다. ${useless}는 쓰이지 않는다.`,
			},
			fix,
		);
	}

	private actions(actions: readonly Action[], path: readonly Segment[], until: number): void {
		this.items(actions, path, (action, at) => {
			if (!this.isWritten([...at, 'do'])) {
				this.add(this.keyOf(at), 'warning', 'scenario/missing', { en: 'do is missing: nothing happens.', ko: 'do가 없어 아무 일도 일어나지 않는다.' });
				return;
			}
			const need = action.do && Object.hasOwn(NEEDS, action.do) ? NEEDS[action.do] : undefined;
			const isThere = need === undefined || action[need] !== undefined || (need === 'condition' && action.type !== undefined);
			if (!isThere) {
				const isRefused = action.do === 'patch' || action.do === 'create';
				this.add(this.valueOf([...at, 'do']), 'warning', 'scenario/missing', {
					en: `${action.do} needs ${need}; without it ${isRefused ? 'it is refused, and nothing changes' : 'nothing happens'}.`,
					ko: `${action.do}에는 ${need}${particle(need, '이/가')} 있어야 한다. 없으면 ${isRefused ? '거부되어 아무것도 바뀌지 않는다' : '아무 일도 일어나지 않는다'}.`,
				});
			}
			this.inTime([...at, 'at'], until);
		});
	}

	private inTime(path: readonly Segment[], until: number): void {
		const { value, exact } = locate(this.root, path);
		if (!exact || value?.kind !== 'scalar' || (milliseconds(value.text) ?? 0) <= until) return;
		this.add(value.range, 'warning', 'scenario/too-late', {
			en: 'This is after the end (until, 1m where it is left out) and never happens.',
			ko: 'until(적지 않으면 1m)보다 늦어 일어나지 않는다.',
		});
	}

	/** What is expected and cannot be understood. */
	expectations(scenario: Scenario, beside: Beside | undefined): void {
		for (const fault of this.expected(scenario, beside).faults) {
			const { range, message, fix } = toldFault(this.text, this.root, fault);
			this.add(range, 'error', `expect/${fault.code}`, message, fix);
		}
	}

	private expected(scenario: Scenario, beside: Beside | undefined) {
		const written = entryOf(this.root, 'expect')?.value;
		const manifest = entryOf(this.root, 'manifest')?.value;
		const on = manifest?.kind === 'scalar' ? { text: manifest.text } : beside;
		const { expectations, faults } = readExpectations(toJson(written), scenario, givenOf(scenario, on));
		return { saids: expectations.map(({ said }) => said), faults };
	}

	/** Names that the manifest does not have. */
	names(scenario: Scenario, beside: Beside | undefined): void {
		const within = entryOf(this.root, 'manifest')?.value;
		const manifest = within?.kind === 'scalar' ? { name: 'manifest', text: within.text } : beside;
		const known = manifest && podNames(manifest);
		if (!manifest || !known?.isComplete) return;
		const all = [...(scenario.before ?? []), ...(scenario.actions ?? [])];
		const brought = broughtBy(all);
		const containers = [...known.containers.keys(), ...brought.containers];
		const images = [...known.containers.values(), ...brought.images].filter(Boolean);
		this.keys('containers', manifest.name, containers, (key) => containers.includes(key));
		this.keys('images', manifest.name, images, (key) => images.some((image) => isImage(key, image)));
		if (known.gates.length === 0 && known.conditions.length === 0) return;
		this.items(scenario.actions, ['actions'], (action, at) => {
			if (action.do === 'removeSchedulingGate' && action.name !== undefined && !known.gates.includes(action.name))
				this.unknown([...at, 'name'], action.name, known.gates, manifest.name);
			if (action.do === 'setCondition' && action.condition !== undefined && !known.conditions.includes(action.condition)) {
				this.unknown([...at, 'condition'], action.condition, known.conditions, manifest.name);
			}
		});
	}

	private keys(list: 'containers' | 'images', file: string, names: readonly string[], isKnown: (key: string) => boolean): void {
		if (names.length === 0 || this.refused.includes(`world.${list}.`)) return;
		const map = locate(this.root, ['world', list]);
		if (!map.exact || map.value?.kind !== 'map') return;
		for (const { key } of map.value.entries) {
			if (isKnown(key.text) || key.text === '<<') continue;
			const meant = nearest(key.text, names);
			const what = list === 'images' ? { en: 'image', ko: '이미지' } : { en: 'container', ko: '컨테이너' };
			const message = {
				en: `${file} has no ${what.en} ${key.text}; there are ${listed(names)}.`,
				ko: `${file}에 ${what.ko} ${key.text}${particle(key.text, '이/가')} 없다. 있는 것: ${listed(names)}.`,
			};
			this.add(key.range, 'warning', `scenario/unknown-${what.en}`, message, meant === undefined ? undefined : this.renamed(['world', list, key.text], meant));
		}
	}

	private unknown(path: readonly Segment[], name: string, names: readonly string[], file: string): void {
		const range = this.valueOf(path);
		const meant = nearest(name, names);
		const message = {
			en: `${file} has no ${name}; there are ${listed(names)}.`,
			ko: `${file}에 ${name}${particle(name, '이/가')} 없다. 있는 것: ${listed(names)}.`,
		};
		this.add(range, 'warning', 'scenario/unknown-name', message, meant === undefined ? undefined : replaced(meant, range));
	}

	private renamed(path: readonly Segment[], meant: string | undefined): Fix | undefined {
		const name = path.at(-1);
		const entry = typeof name === 'string' ? entryOf(locate(this.root, path.slice(0, -1)).value, name) : undefined;
		return entry && meant !== undefined ? { title: changeTo(meant), edit: renameKey(this.text, entry, meant) } : undefined;
	}

	/** The items of a list with their paths; only where the reader kept every one, so that the indexes are the file's. */
	private items<T>(items: readonly T[] | undefined, path: readonly Segment[], visit: (item: T, at: readonly Segment[]) => void): void {
		const { value, exact } = locate(this.root, path);
		if (!items || !exact || value?.kind !== 'list' || value.items.length !== items.length) return;
		for (const [i, item] of items.entries()) {
			const at = [...path, i];
			if (!this.refused.some((refused) => refused.startsWith(`${pathOf(at)}.`))) visit(item, at);
		}
	}

	/** A value stands there, be it a good one. */
	private isWritten(path: readonly Segment[]): boolean {
		return locate(this.root, path).exact;
	}

	private keyOf(path: readonly Segment[]): Range {
		return locate(this.root, path).key;
	}

	private valueOf(path: readonly Segment[]): Range {
		const { key, value } = locate(this.root, path);
		return value?.kind === 'scalar' ? value.range : key;
	}
}

/** So many names are enough to find one's own. */
const MOST_LISTED = 20;

function listed(names: readonly string[]): string {
	const all = [...new Set(names)];
	return all.length > MOST_LISTED ? `${all.slice(0, MOST_LISTED).join(', ')} …` : all.join(', ');
}

const didYouMean = ({ en, ko }: Bilingual, meant: string): Bilingual => ({
	en: `${en} Did you mean ${meant}?`,
	ko: `${ko} ${meant}${particle(meant, '을/를')} 쓰려던 것일까?`,
});

const replaced = (text: string, range: Range): Fix => ({ title: changeTo(text), edit: { range, text } });

/** What was surely meant. */
function fixOf(scalar: ScalarNode, path: readonly Segment[]): Fix | undefined {
	const shape = shapeAt(path);
	const meant = (): string | undefined => {
		switch (shape?.kind) {
			case 'duration':
				return durationMeant(scalar.text);
			case 'one of':
				return nearest(scalar.text, shape.values);
			case 'boolean':
				return /^(?:true|false)$/i.test(scalar.text) ? scalar.text.toLowerCase() : undefined;
			case 'integer':
				return /^-?\d+$/.test(scalar.text) ? scalar.text : undefined;
			case 'text':
				// A plain `true` or `137` where a text is wanted. Statuses are written with a capital.
				return scalar.style === 'plain' ? quoted(placeName(path) === 'Action.status' ? capital(scalar.text) : scalar.text) : undefined;
			default:
				return undefined;
		}
	};
	const text = meant();
	return text === undefined ? undefined : replaced(text, scalar.range);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();

/** `5 sec`, `2 minutes`, `1d` as a scenario writes them. */
function durationMeant(text: string): string | undefined {
	const [, amount = '', unit = ''] =
		/^(\d+(?:\.\d+)?)\s*(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|초|분|시간)$/i.exec(text.trim()) ?? [];
	if (!amount) return undefined;
	const lower = unit.toLowerCase();
	const short = lower === 'ms' || lower.startsWith('milli') ? 'ms' : lower === '초' ? 's' : lower === '분' ? 'm' : lower === '시간' ? 'h' : lower.charAt(0);
	const written = `${amount}${short}`;
	return written === text || milliseconds(written) === undefined ? undefined : written;
}
