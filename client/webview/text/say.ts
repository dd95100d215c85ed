/** The experiment as one sentence with the two to four knobs inside it that matter, read off the scenario itself: so it also tells what a file or a knob made. */
import type { Action, LaneContainer, Life, PresetId, ProbeStep, Scenario } from '../../../server/src/protocol/life';
import {
	type ProbeName,
	withAction,
	withContainer,
	withImage,
	withNode,
	withPressure,
	withRun,
} from '../model/scenario-edit';
import { codeSlot, neverSlot, oftenSlot, pullErrorSlot, type Slot, saidBy, termSlot, timeSlot } from './slots';
import { inSeconds } from './times';
import type { Tongue } from './tongue';
import type { PanelWords } from './words-en';

/** `{0}` in the words is where the first slot stands. */
export interface Clause {
	readonly words: string;
	readonly slots: readonly Slot[];
}

const MOST_KNOBS = 4;

interface Teller {
	readonly life: Life;
	readonly scenario: Scenario;
	readonly words: PanelWords;
	readonly tongue: Tongue;
	/** The containers that the question is about: all, if it says none. */
	readonly about: readonly LaneContainer[];
}

type Topic = (tell: Teller) => Clause[];

/** What a scenario of the user's own may be about. */
const EVERYTHING: readonly Topic[] = [images, runs, probes, silence, shortage, actions, ending];

/** What each question is about. A preset without its sentence does not compile. */
const ABOUT: Readonly<Record<PresetId, readonly Topic[]>> = {
	healthy: [runs],
	crashes: [runs],
	oom: [runs],
	hangs: [hang],
	'slow-start': [slowStart],
	'readiness-flaps': [probes],
	'image-missing': [images],
	'registry-slow': [images],
	'sidecar-crashes': [runs],
	'init-never-ends': [runs],
	'config-missing': [actions],
	deleted: [actions, ending],
	'ignores-sigterm': [actions, ending],
	'pre-stop-too-long': [actions, ending],
	evicted: [actions, ending],
	'node-lost': [silence],
	'node-pressure': [shortage, termCode],
	'image-changed': [actions],
	'rolled-out': [actions],
	applied: [],
};

export function clausesOf(life: Life, preset: PresetId | undefined, words: PanelWords, tongue: Tongue): Clause[] {
	const { scenario } = life;
	const container = life.presets.find(({ id }) => id === preset)?.container;
	const about = life.containers.filter(({ name }) => container === undefined || name === container);
	const tell: Teller = { life, scenario, words, tongue, about };
	const kept: Clause[] = [];
	let knobs = 0;
	for (const clause of (preset ? ABOUT[preset] : EVERYTHING).flatMap((topic) => topic(tell))) {
		if (knobs + clause.slots.length > MOST_KNOBS) break;
		knobs += clause.slots.length;
		kept.push(clause);
	}
	return kept.length || (preset && preset !== 'healthy') ? kept : [{ words: words.say.allWell, slots: [] }];
}

/** The same in plain words, knobs and all. */
export function sentenceFor(life: Life, preset: PresetId, words: PanelWords, tongue: Tongue): string {
	const scenario = life.presets.find(({ id }) => id === preset)?.scenario ?? {};
	const said = clausesOf({ ...life, scenario }, preset, words, tongue).map(({ words: clause, slots }) =>
		clause.replace(/\{(\d)\}/g, (_, i: string) => {
			const slot = slots[Number(i)];
			return slot ? saidBy(slot) : '';
		}),
	);
	return said.join(' ');
}

function images({ life, scenario, words, tongue }: Teller): Clause[] {
	const used = new Set(life.containers.map((container) => container.image));
	return Object.entries(scenario.world?.images ?? {}).flatMap(([image, script]): Clause[] => {
		if (!used.has(image) || (!script.pullError && script.pullTakes === undefined)) return [];
		const takes = timeSlot(tongue, words.knobs.pullTakes, inSeconds(script.pullTakes) ?? 1, (pullTakes) =>
			withImage(scenario, image, { pullTakes }),
		);
		if (!script.pullError) return [{ words: words.say.slowPull(image), slots: [takes] }];
		const ends = pullErrorSlot(words, script.pullError, (pullError) => withImage(scenario, image, { pullError }));
		return [{ words: words.say.pull(image), slots: [takes, ends] }];
	});
}

function runs({ about, scenario, words, tongue }: Teller): Clause[] {
	return about.flatMap(({ name, kind }): Clause[] => {
		const run = scenario.world?.containers?.[name]?.runs?.[0];
		if (run && run.exitAfter === undefined && kind === 'init') return [{ words: words.say.never(name), slots: [] }];
		if (run?.exitAfter === undefined) return [];
		const takes = timeSlot(tongue, words.knobs.endsAfter, inSeconds(run.exitAfter) ?? 0, (exitAfter) =>
			withRun(scenario, name, { exitAfter }),
		);
		const often = oftenSlot(words, scenario, name);
		if (run.reason === 'OOMKilled') return [{ words: words.say.oom(name), slots: [takes, often] }];
		const code = codeSlot(words.knobs.code, run.exitCode ?? 0, (exitCode) => withRun(scenario, name, { exitCode }));
		if (!run.exitCode) return [{ words: words.say.works(name), slots: [takes, code] }];
		return [{ words: words.say.runs(name), slots: [takes, code, often] }];
	});
}

function probes(tell: Teller): Clause[] {
	return [...slowStart(tell), ...failures(tell, 'readiness'), ...hang(tell)];
}

const stepsOf = ({ scenario }: Teller, name: string, probe: ProbeName): readonly ProbeStep[] =>
	scenario.world?.containers?.[name]?.[probe] ?? [];

/** Sets when a step of the answers of several probes begins. */
function stepsSlot(tell: Teller, name: string, at: ReadonlyMap<ProbeName, number>, label: string): Slot {
	const [[probe, first] = ['readiness', 0] as const] = at;
	const set = (from: string) => {
		const answers = [...at].map(([one, step]) => [
			one,
			stepsOf(tell, name, one).map((other, i) => (i === step ? { ...other, from } : other)),
		]);
		return withContainer(tell.scenario, name, Object.fromEntries(answers));
	};
	return timeSlot(tell.tongue, label, inSeconds(stepsOf(tell, name, probe)[first]?.from) ?? 0, set);
}

/** The probes that agree with the first of them on when the step found in each begins. */
function together(
	tell: Teller,
	{ name, probes: has }: LaneContainer,
	find: (steps: readonly ProbeStep[]) => number,
): ReadonlyMap<ProbeName, number> {
	const found = has.flatMap((probe): [ProbeName, number, ProbeStep][] => {
		const at = find(stepsOf(tell, name, probe));
		const step = stepsOf(tell, name, probe)[at];
		return step ? [[probe, at, step]] : [];
	});
	const from = inSeconds(found[0]?.[2].from);
	return new Map(found.flatMap(([probe, at, step]) => (inSeconds(step.from) === from ? [[probe, at]] : [])));
}

/** Probes that fail from the start until they first succeed. */
function slowStart(tell: Teller): Clause[] {
	return tell.about.flatMap((container): Clause[] => {
		const at = together(tell, container, (steps) => {
			const ready = steps.findIndex(({ ok }) => ok);
			return ready >= 1 && inSeconds(steps[0]?.from) === 0 ? ready : -1;
		});
		const { words } = tell;
		const { name } = container;
		return at.size ? [{ words: words.say.slow(name), slots: [stepsSlot(tell, name, at, words.knobs.startUp)] }] : [];
	});
}

/** A container that answers and then does not, for good: its liveness probe, and what else asks at the same place. */
function hang(tell: Teller): Clause[] {
	return tell.about.flatMap((container): Clause[] => {
		const { words } = tell;
		const { name } = container;
		const falls = (steps: readonly ProbeStep[]): number => {
			const at = steps.findIndex(({ ok, from }, i) => !ok && (i === 0 ? inSeconds(from) !== 0 : steps[i - 1]?.ok));
			return steps[at + 1]?.ok ? -1 : at;
		};
		const dead = falls(stepsOf(tell, name, 'liveness'));
		if (dead < 0) return [];
		const at = new Map([...together(tell, container, falls)].filter(([probe]) => probe !== 'startup'));
		if (!at.has('liveness')) return [];
		const all = container.probes.every((probe) => probe === 'startup' || at.has(probe));
		const said = all ? undefined : words.probes.liveness;
		const once = stepsOf(tell, name, 'liveness')[dead]?.run === 0;
		const slot = stepsSlot(tell, name, at, words.knobs.answers(words.probes.liveness));
		return [{ words: once ? words.say.hangs(name, said) : words.say.hangsAlways(name, said), slots: [slot] }];
	});
}

/** A probe that succeeds and then fails, for a while or on and on. */
function failures(tell: Teller, probe: 'readiness' | 'liveness'): Clause[] {
	const { words } = tell;
	return tell.about.flatMap(({ name, probes: has }): Clause[] => {
		if (!has.includes(probe)) return [];
		const steps = stepsOf(tell, name, probe);
		// Without an answer of its own the beginning succeeds.
		const [first, ...more] = steps.flatMap(({ ok, from }, i) =>
			!ok && (i === 0 ? inSeconds(from) !== 0 : steps[i - 1]?.ok) ? i : [],
		);
		if (first === undefined || steps[first]?.run !== undefined) return [];
		const said = words.probes[probe];
		const slot = (at: number) => stepsSlot(tell, name, new Map([[probe, at]]), words.knobs.answers(said));
		return steps[first + 1]?.ok
			? [{ words: words.say.fails(name, said, more.length), slots: [slot(first), slot(first + 1)] }]
			: [{ words: words.say.failsOn(name, said), slots: [slot(first)] }];
	});
}

function silence({ scenario, words, tongue }: Teller): Clause[] {
	const script = scenario.world?.node;
	if (script?.silentFrom === undefined) return [];
	const back = inSeconds(script.silentUntil);
	const from = timeSlot(tongue, words.knobs.silentFrom, inSeconds(script.silentFrom) ?? 0, (silentFrom) =>
		withNode(scenario, { silentFrom }),
	);
	const until = neverSlot(tongue, words.say.neverBack, words.knobs.silentUntil, back, (silentUntil) =>
		withNode(scenario, { silentUntil }),
	);
	return [{ words: back === undefined ? words.say.node : words.say.nodeBack, slots: [from, until] }];
}

function shortage({ scenario, words, tongue }: Teller): Clause[] {
	const pressure = scenario.world?.node?.pressure;
	if (!pressure) return [];
	const what = words.scarce[pressure.resource ?? 'memory'];
	const over = inSeconds(pressure.until);
	const from = timeSlot(tongue, words.knobs.pressureFrom(what), inSeconds(pressure.from) ?? 0, (written) =>
		withPressure(scenario, { from: written }),
	);
	const until = neverSlot(tongue, words.say.neverBack, words.knobs.pressureUntil, over, (written) =>
		withPressure(scenario, { until: written }),
	);
	return [
		{ words: over === undefined ? words.say.pressure(what) : words.say.pressureOver(what), slots: [from, until] },
	];
}

/** With which code it obeys SIGTERM: what decides whether an evicted pod counts as failed. */
function termCode({ about, scenario, words }: Teller): Clause[] {
	return about.flatMap(({ name, kind }): Clause[] => {
		const onTerm = scenario.world?.containers?.[name]?.onTerm;
		if (kind === 'init' || onTerm?.exitCode === undefined) return [];
		const set = (exitCode: number) => withContainer(scenario, name, { onTerm: { ...onTerm, exitCode } });
		return [{ words: words.say.termCode(name), slots: [codeSlot(words.knobs.code, onTerm.exitCode, set)] }];
	});
}

function actions({ life, scenario, words, tongue }: Teller): Clause[] {
	return (scenario.actions ?? []).flatMap((action, i): Clause[] => {
		const at = timeSlot(tongue, words.knobs.at, inSeconds(action.at) ?? 0, (when) =>
			withAction(scenario, i, { ...action, at: when }),
		);
		const one = life.trace.kind !== 'Pod';
		const [kind, name] = action.target?.split('/') ?? [];
		if (action.do === 'delete' && kind !== undefined && name !== undefined && kind !== 'Pod')
			return [{ words: words.say.missing(kind, name), slots: [] }];
		if (action.do === 'delete' && action.target === 'owner')
			return [{ words: words.say.deleteOwner(life.trace.kind), slots: [at] }];
		if (action.do === 'delete') return [{ words: one ? words.say.deleteOne : words.say.delete, slots: [at] }];
		if (action.do === 'evict') return [{ words: one ? words.say.evictOne : words.say.evict, slots: [at] }];
		const image = action.do === 'patch' ? imageIn(action.body) : undefined;
		if (image === undefined) return [];
		const to: Slot = {
			label: words.knobs.patchTo,
			value: image,
			set: (text) => (text.trim() ? withAction(scenario, i, withImageIn(action, text.trim())) : undefined),
		};
		return [{ words: words.say.patchImage, slots: [at, to] }];
	});
}

/** The first image that a patch sets, however deep. */
export function imageIn(body: unknown): string | undefined {
	if (typeof body !== 'object' || body === null) return undefined;
	for (const [key, value] of Object.entries(body)) {
		if (key === 'image' && typeof value === 'string') return value;
		const inner = imageIn(value);
		if (inner !== undefined) return inner;
	}
	return undefined;
}

function withImageIn(action: Action, image: string): Action {
	const before = imageIn(action.body);
	return {
		...action,
		body: JSON.parse(JSON.stringify(action.body), (key, value: unknown) =>
			key === 'image' && value === before ? image : value,
		) as unknown,
	};
}

/** How the end goes: hooks and SIGTERM, when something ends the pod. */
function ending({ about, scenario, words, tongue }: Teller): Clause[] {
	if (!scenario.actions?.some((action) => action.do === 'delete' || action.do === 'evict')) return [];
	return about.flatMap(({ name, hooks, kind }) => {
		if (kind === 'init') return [];
		const script = scenario.world?.containers?.[name];
		const clauses: Clause[] = [];
		const takes = inSeconds(script?.preStop?.takes);
		if (hooks.includes('preStop') && takes !== undefined) {
			const set = (written: string) =>
				withContainer(scenario, name, { preStop: { ...script?.preStop, takes: written } });
			clauses.push({
				words: words.say.hook('preStop'),
				slots: [timeSlot(tongue, words.knobs.takes('preStop'), takes, set)],
			});
		}
		clauses.push({ words: words.say.term(name), slots: [termSlot(words, scenario, name)] });
		return clauses;
	});
}
