/** What the scenario says about images, containers and the node, with the defaults filled in. Times in milliseconds. */
import { same } from '../schema/same';
import { bytesOf } from './bytes';
import { milliseconds } from './duration';
import type { ContainerScript, Hook, OnTerm, ProbeStep, Run, ScarceResource, Scenario } from './scenario';

export type ProbeKind = 'startup' | 'liveness' | 'readiness';
export type HookKind = 'postStart' | 'preStop';

export interface Outcome {
	readonly ok: boolean;
	readonly takes: number;
	readonly output: string;
	/** Nobody listens. */
	readonly refused: boolean;
}

/** What a probe finds from a time of the container's run on. */
interface Spell {
	readonly from: number;
	readonly outcome: Outcome;
}

const FINE: Outcome = { ok: true, takes: 0, output: '', refused: false };

export class Script {
	private readonly starts = new Map<string, number>();
	private readonly pulls = new Map<string, number>();
	private readonly runsNamed = new Map<string, ReadonlySet<number>>();
	private readonly spells = new Map<string, readonly Spell[]>();

	constructor(private readonly scenario: Scenario) {}

	get sandboxTakes(): number {
		return milliseconds(this.scenario.world?.node?.sandboxTakes) ?? 0;
	}

	get silentFrom(): number | undefined {
		return milliseconds(this.scenario.world?.node?.silentFrom);
	}

	get silentUntil(): number | undefined {
		return milliseconds(this.scenario.world?.node?.silentUntil);
	}

	/** What presses on the node; undefined when nothing does. */
	get pressure(): { readonly resource: ScarceResource; readonly available: number | undefined; readonly from: number; readonly until: number } | undefined {
		const pressure = this.scenario.world?.node?.pressure;
		if (pressure === undefined) return undefined;
		const { resource = 'memory', available, from, until } = pressure;
		return { resource, available: bytesOf(available), from: milliseconds(from) ?? 0, until: milliseconds(until) ?? Number.POSITIVE_INFINITY };
	}

	/** Bytes that a container is said to use. */
	uses(container: string): number | undefined {
		return bytesOf(this.container(container)?.uses);
	}

	get nodeReady(): boolean {
		return this.scenario.world?.node?.ready ?? true;
	}

	isPresent(image: string): boolean {
		return this.image(image)?.present === true;
	}

	/** The next pull of an image: how long it takes and how it ends. */
	pull(image: string): { readonly takes: number; readonly failure: PullFailure | undefined; readonly size: number } {
		const script = this.image(image);
		const attempt = (this.pulls.get(image) ?? 0) + 1;
		this.pulls.set(image, attempt);
		const fails = script?.pullError !== undefined && script.pullError !== '' && (!script.succeedAfterAttempts || attempt <= script.succeedAfterAttempts);
		return {
			takes: milliseconds(script?.pullTakes) ?? 1000,
			failure: fails ? pullFailure(image, script.pullError ?? '') : undefined,
			size: script?.size || 10_000_000,
		};
	}

	createError(container: string): string | undefined {
		return this.container(container)?.createError || undefined;
	}

	/** The next run of a container of a pod. */
	start(pod: number, container: string): { readonly run: Run; readonly index: number } {
		const script = this.container(container);
		const key = `${script?.countBy === 'scenario' ? '' : pod}/${container}`;
		const index = this.starts.get(key) ?? 0;
		this.starts.set(key, index + 1);
		const runs = script?.runs ?? [];
		return { run: runs[Math.min(index, runs.length - 1)] ?? {}, index };
	}

	onTerm(container: string, run: Run): OnTerm {
		return run.onTerm ?? this.container(container)?.onTerm ?? {};
	}

	/** What a probe finds `up` milliseconds after the start of the container's run. */
	probe(container: string, kind: ProbeKind, run: number, up: number): Outcome {
		const spells = this.spellsOf(container, kind, run);
		return spells[begun(spells, up) - 1]?.outcome ?? FINE;
	}

	/** Milliseconds until a probe of the run finds something else. */
	steadyFor(container: string, kind: ProbeKind, run: number, up: number): number {
		const spells = this.spellsOf(container, kind, run);
		return (spells[begun(spells, up)]?.from ?? Number.POSITIVE_INFINITY) - up;
	}

	private spellsOf(container: string, kind: ProbeKind, run: number): readonly Spell[] {
		const steps = this.container(container)?.[kind] ?? [];
		const key = `${container}/${kind}`;
		const named = this.runsNamed.get(key) ?? new Set(steps.flatMap((step) => step.run ?? []));
		this.runsNamed.set(key, named);
		// Runs that no step is for are alike.
		const one = named.has(run) ? `${key}/${run}` : key;
		const spells = this.spells.get(one) ?? inTurn(steps.filter((step) => step.run === undefined || step.run === run));
		this.spells.set(one, spells);
		return spells;
	}

	hook(container: string, kind: HookKind): Outcome {
		const hook: Hook = this.container(container)?.[kind] ?? {};
		return { ok: hook.fail !== true, takes: milliseconds(hook.takes) ?? 0, output: hook.fail === true ? 'hook failed' : '', refused: false };
	}

	private container(name: string): ContainerScript | undefined {
		const scripts = this.scenario.world?.containers;
		return scripts !== undefined && Object.hasOwn(scripts, name) ? scripts[name] : undefined;
	}

	private image(name: string) {
		const scripts = this.scenario.world?.images ?? {};
		const key = [name, name.replace(/:latest$/, '')].find((known) => Object.hasOwn(scripts, known));
		return key === undefined ? undefined : scripts[key];
	}
}

/** Steps as what holds after one another: of those that have begun the one that is written last. */
function inTurn(steps: readonly ProbeStep[]): readonly Spell[] {
	const ordered = steps.map((step, index) => ({ step, index, from: milliseconds(step.from) ?? 0 })).toSorted((a, b) => a.from - b.from || a.index - b.index);
	const spells: Spell[] = [];
	let last = -1;
	for (const { step, index, from } of ordered) {
		if (index < last) continue;
		last = index;
		const outcome = foundBy(step);
		if (!same(outcome, spells.at(-1)?.outcome)) spells.push({ from, outcome });
	}
	return spells;
}

function foundBy({ ok, takes, output, refused }: ProbeStep): Outcome {
	return { ok, takes: milliseconds(takes) ?? 0, output: output || (ok ? '' : 'not ok'), refused: refused === true && !ok };
}

/** How many have begun by then. */
function begun(spells: readonly Spell[], up: number): number {
	let [low, high] = [0, spells.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((spells[middle]?.from ?? 0) <= up) low = middle + 1;
		else high = middle;
	}
	return low;
}

export interface PullFailure {
	/** What the scenario says: `not found`, `unauthorized`, or anything else. */
	readonly why: string;
	/** The runtime's own words. */
	readonly message: string;
}

function pullFailure(image: string, why: string): PullFailure {
	const full = fullName(image);
	const pull = `failed to pull and unpack image "${full}": failed to resolve reference "${full}": `;
	switch (why) {
		case 'not found':
			return { why, message: `rpc error: code = NotFound desc = ${pull}${full}: not found` };
		case 'unauthorized':
			return {
				why,
				message: `${pull}pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed`,
			};
		default:
			return { why, message: `${pull}${why}` };
	}
}

function fullName(image: string): string {
	const slash = image.indexOf('/');
	if (slash < 0) return `registry.example/library/${image}`;
	const first = image.slice(0, slash);
	return /[.:]/.test(first) || first === 'localhost' ? image : `registry.example/${image}`;
}
