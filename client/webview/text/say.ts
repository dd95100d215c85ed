/** The experiment as one sentence with the two to four knobs inside it that matter, read off the scenario itself: so it also tells what a file or a knob made. */
import type { Action, Life, ProbeStep, Scenario } from '../../../server/src/protocol/life';
import {
	duration,
	endsOnce,
	type ProbeName,
	patched,
	termAnswer,
	withAction,
	withContainer,
	withImage,
	withNode,
	withPressure,
	withRun,
} from '../model/scenario-edit';
import { inSeconds, seconds } from './times';
import type { Tongue } from './tongue';
import type { PanelWords } from './words-en';

/** A knob inside a sentence. `set` answers undefined for what cannot be meant. */
export interface Slot {
	readonly label: string;
	readonly value: string;
	readonly choices?: readonly { readonly value: string; readonly words: string }[];
	readonly set: (value: string) => Scenario | undefined;
}

/** `{0}` in the words is where the first slot stands. */
export interface Clause {
	readonly words: string;
	readonly slots: readonly Slot[];
}

const MOST_KNOBS = 4;

export function clausesOf(life: Life, preset: string | undefined, words: PanelWords, tongue: Tongue): Clause[] {
	const { scenario } = life;
	const tell: Teller = { life, scenario, words, tongue };
	const clauses = [
		...images(tell),
		...runs(tell),
		...probes(tell),
		...silence(tell),
		...shortage(tell),
		...actions(tell),
		...ending(tell),
	];
	const kept: Clause[] = [];
	let knobs = 0;
	for (const clause of clauses) {
		if (knobs + clause.slots.length > MOST_KNOBS) break;
		knobs += clause.slots.length;
		kept.push(clause);
	}
	if (kept.length) return kept;
	// A preset whose point no knob holds (a missing ConfigMap) has said it all in its title.
	return preset === undefined || preset === life.presets[0]?.id ? [{ words: words.say.allWell, slots: [] }] : [];
}

interface Teller {
	readonly life: Life;
	readonly scenario: Scenario;
	readonly words: PanelWords;
	readonly tongue: Tongue;
}

export function timeSlot(tongue: Tongue, label: string, value: number, set: (written: string) => Scenario): Slot {
	return {
		label,
		value: seconds(value, tongue),
		set: (text) => {
			const parsed = inSeconds(text.replace(/\u00a0/g, ' '));
			return parsed === undefined ? undefined : set(duration(parsed));
		},
	};
}

export function codeSlot(label: string, value: number, set: (code: number) => Scenario): Slot {
	return {
		label,
		value: String(value),
		set: (text) => (/^\d{1,3}$/.test(text.trim()) && Number(text) < 256 ? set(Number(text)) : undefined),
	};
}

function images({ life, scenario, words, tongue }: Teller): Clause[] {
	const used = new Set(life.containers.map((container) => container.image));
	return Object.entries(scenario.world?.images ?? {}).flatMap(([image, script]) => {
		if (!script.pullError || !used.has(image)) return [];
		return [
			{
				words: words.say.pull(image),
				slots: [
					timeSlot(tongue, words.knobs.pullTakes, inSeconds(script.pullTakes) ?? 1, (pullTakes) =>
						withImage(scenario, image, { pullTakes }),
					),
					pullErrorSlot(words, script.pullError, (pullError) => withImage(scenario, image, { pullError })),
				],
			},
		];
	});
}

export function pullErrorSlot(words: PanelWords, value: string, set: (error: string) => Scenario): Slot {
	const known = ['not found', 'unauthorized', 'timeout'];
	const choices = [...new Set([...known, value])].map((one) => ({ value: one, words: one }));
	return { label: words.knobs.pullEnds, value, choices, set };
}

function runs({ life, scenario, words, tongue }: Teller): Clause[] {
	return life.containers.flatMap((container) => {
		const { name } = container;
		const run = scenario.world?.containers?.[name]?.runs?.[0];
		if (run && run.exitAfter === undefined && container.kind === 'init')
			return [{ words: words.say.never(name), slots: [] }];
		if (run?.exitAfter === undefined) return [];
		const takes = timeSlot(tongue, words.knobs.endsAfter, inSeconds(run.exitAfter) ?? 0, (exitAfter) =>
			withRun(scenario, name, { exitAfter }),
		);
		const code = codeSlot(words.knobs.code, run.exitCode ?? 0, (exitCode) => withRun(scenario, name, { exitCode }));
		if (!run.exitCode) return [{ words: words.say.works(name), slots: [takes, code] }];
		return [{ words: words.say.runs(name), slots: [takes, code, oftenSlot(words, scenario, name)] }];
	});
}

export function oftenSlot(words: PanelWords, scenario: Scenario, name: string): Slot {
	return {
		label: words.knobs.endsOften,
		value: endsOnce(scenario, name) ? 'once' : 'every',
		choices: [
			{ value: 'every', words: words.knobs.everyTime },
			{ value: 'once', words: words.knobs.once },
		],
		set: (value) => withRun(scenario, name, {}, value === 'once'),
	};
}

function probes(tell: Teller): Clause[] {
	return tell.life.containers.flatMap(({ name, probes: has }) => [
		...(['startup', 'readiness'] as const).flatMap((probe) =>
			has.includes(probe) ? slowStart(tell, name, probe) : [],
		),
		...(['readiness', 'liveness'] as const).flatMap((probe) =>
			has.includes(probe) ? failures(tell, name, probe) : [],
		),
	]);
}

/** A probe that fails from the start until it first succeeds. */
function slowStart(tell: Teller, name: string, probe: ProbeName): Clause[] {
	const steps = stepsOf(tell, name, probe);
	const ready = steps.findIndex(({ ok }) => ok);
	if (ready < 1 || inSeconds(steps[0]?.from)) return [];
	const { words } = tell;
	return [{ words: words.say.slow(name), slots: [stepSlot(tell, name, probe, ready, words.knobs.startUp)] }];
}

/** A probe that succeeds and then fails, for a while or for good. */
function failures(tell: Teller, name: string, probe: 'readiness' | 'liveness'): Clause[] {
	const { words } = tell;
	const steps = stepsOf(tell, name, probe);
	// Without an answer of its own the beginning succeeds.
	const falls = steps.flatMap(({ ok, from }, i) =>
		!ok && (i === 0 ? inSeconds(from) !== 0 || probe === 'liveness' : steps[i - 1]?.ok) ? i : [],
	);
	const [first, ...more] = falls;
	if (first === undefined) return [];
	const said = words.probes[probe];
	const from = stepSlot(tell, name, probe, first, words.knobs.answers(said));
	if (steps[first + 1]?.ok) {
		const until = stepSlot(tell, name, probe, first + 1, words.knobs.answers(said));
		return [{ words: words.say.fails(name, said, more.length), slots: [from, until] }];
	}
	if (probe === 'readiness') return [{ words: words.say.failsOn(name, said), slots: [from] }];
	return [{ words: steps[first]?.run === 0 ? words.say.hangs(name) : words.say.hangsAlways(name), slots: [from] }];
}

const stepsOf = ({ scenario }: Teller, name: string, probe: ProbeName): readonly ProbeStep[] =>
	scenario.world?.containers?.[name]?.[probe] ?? [];

/** When a step of a probe's answers begins. */
function stepSlot(tell: Teller, name: string, probe: ProbeName, at: number, label: string): Slot {
	const steps = stepsOf(tell, name, probe);
	const set = (from: string) =>
		withContainer(tell.scenario, name, { [probe]: steps.map((other, i) => (i === at ? { ...other, from } : other)) });
	return timeSlot(tell.tongue, label, inSeconds(steps[at]?.from) ?? 0, set);
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

/** A time, or never: an empty field, a dash or the word itself mean never. */
export function neverSlot(
	tongue: Tongue,
	never: string,
	label: string,
	value: number | undefined,
	set: (written: string | undefined) => Scenario,
): Slot {
	return {
		label,
		value: value === undefined ? never : seconds(value, tongue),
		set: (text) => {
			const parsed = inSeconds(text.replace(/\u00a0/g, ' '));
			if (parsed !== undefined) return set(duration(parsed));
			return ['', '-', '–', 'never', never].includes(text.trim()) ? set(undefined) : undefined;
		},
	};
}

function actions({ life, scenario, words, tongue }: Teller): Clause[] {
	return (scenario.actions ?? []).flatMap((action, i): Clause[] => {
		const at = timeSlot(tongue, words.knobs.at, inSeconds(action.at) ?? 0, (when) =>
			withAction(scenario, i, { ...action, at: when }),
		);
		if (action.do === 'delete')
			return [
				{ words: action.target === 'owner' ? words.say.deleteOwner(life.trace.kind) : words.say.delete, slots: [at] },
			];
		if (action.do === 'evict') return [{ words: words.say.evict, slots: [at] }];
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
function ending({ life, scenario, words, tongue }: Teller): Clause[] {
	if (!scenario.actions?.some((action) => action.do === 'delete' || action.do === 'evict')) return [];
	return life.containers.flatMap(({ name, hooks, kind }) => {
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

export function termSlot(words: PanelWords, scenario: Scenario, name: string): Slot {
	const onTerm = scenario.world?.containers?.[name]?.onTerm;
	const to = {
		atOnce: undefined,
		after: patched(onTerm ?? {}, { exitAfter: '5s', ignore: undefined }),
		ignores: patched(onTerm ?? {}, { exitAfter: undefined, ignore: true }),
	};
	return {
		label: words.knobs.toTerm,
		value: termAnswer(onTerm),
		choices: [
			{ value: 'atOnce', words: words.knobs.termAtOnce },
			{ value: 'after', words: words.knobs.termAfter },
			{ value: 'ignores', words: words.knobs.termIgnores },
		],
		set: (value) =>
			value === 'atOnce' || value === 'after' || value === 'ignores'
				? withContainer(scenario, name, { onTerm: to[value] })
				: undefined,
	};
}
