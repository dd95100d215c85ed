/** A scenario with one thing changed. Pure; what becomes empty is left out, so that an untouched knob leaves no trace in a saved file. */
import type {
	Action,
	ContainerScript,
	ImageScript,
	NodePool,
	NodeScript,
	OnTerm,
	Pressure,
	ProbeStep,
	Run,
	Scenario,
	World,
} from '../../../server/src/protocol/life';
import { inSeconds } from '../text/times';

export type ProbeName = 'startup' | 'liveness' | 'readiness';

/** `undefined` removes the key. */
type Patch<T> = { readonly [K in keyof T]?: T[K] | undefined };

export function patched<T extends object>(value: T, patch: Patch<T>): T {
	const entries = Object.entries({ ...value, ...patch }).filter(([, one]) => one !== undefined);
	return Object.fromEntries(entries) as T;
}

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

/** Seconds as scenarios write them. */
export function duration(seconds: number): string {
	return `${Math.round(seconds * 1000) / 1000}s`;
}

function withWorld(scenario: Scenario, patch: Patch<World>): Scenario {
	const world = patched(scenario.world ?? {}, patch);
	return patched<Scenario>(scenario, { world: isEmpty(world) ? undefined : world });
}

export function withContainer(scenario: Scenario, name: string, patch: Patch<ContainerScript>): Scenario {
	const all = scenario.world?.containers ?? {};
	const script = patched(all[name] ?? {}, patch);
	const containers = patched<Readonly<Record<string, ContainerScript>>>(all, {
		[name]: isEmpty(script) ? undefined : script,
	} as Patch<Record<string, ContainerScript>>);
	return withWorld(scenario, { containers: isEmpty(containers) ? undefined : containers });
}

/** The first run, and whether it is every run or only the first. */
export function withRun(
	scenario: Scenario,
	name: string,
	patch: Patch<Run>,
	once = endsOnce(scenario, name),
): Scenario {
	const first = patched(scenario.world?.containers?.[name]?.runs?.[0] ?? {}, patch);
	if (first.exitAfter === undefined && isEmpty(patched(first, { exitCode: undefined })))
		return withContainer(scenario, name, { runs: undefined });
	return withContainer(scenario, name, { runs: once ? [first, {}] : [first] });
}

/** The last run repeats: it ends only once if a run without end follows. */
export function endsOnce(scenario: Scenario, name: string): boolean {
	const runs = scenario.world?.containers?.[name]?.runs ?? [];
	const last = runs.at(-1);
	return runs.length > 1 && last !== undefined && last.exitAfter === undefined;
}

export function withImage(scenario: Scenario, image: string, patch: Patch<ImageScript>): Scenario {
	const all = scenario.world?.images ?? {};
	const script = patched(all[image] ?? {}, patch);
	const images = patched<Readonly<Record<string, ImageScript>>>(all, {
		[image]: isEmpty(script) ? undefined : script,
	} as Patch<Record<string, ImageScript>>);
	return withWorld(scenario, { images: isEmpty(images) ? undefined : images });
}

export function withNode(scenario: Scenario, patch: Patch<NodeScript>): Scenario {
	const node = patched(scenario.world?.node ?? {}, patch);
	return withWorld(scenario, { node: isEmpty(node) ? undefined : node });
}

/** What the cluster has when a scenario says nothing of its nodes. */
export const ORDINARY_NODES = { count: 3, cpu: 4, memory: '16Gi' } as const;

/** The first pool of nodes changed; others, and what else is said of it, stay as they are. */
export function withNodes(scenario: Scenario, patch: Patch<NodePool>): Scenario {
	const [first, ...others] = scenario.world?.nodes ?? [];
	const pool = patched<NodePool>({ ...(first ?? ORDINARY_NODES) }, patch);
	const ordinary =
		others.length === 0 &&
		Object.keys(pool).length === 3 &&
		pool.count === ORDINARY_NODES.count &&
		String(pool.cpu) === String(ORDINARY_NODES.cpu) &&
		pool.memory === ORDINARY_NODES.memory;
	return withWorld(scenario, { nodes: ordinary ? undefined : [pool, ...others] });
}

/** Others on the node use up a resource. */
export function withPressure(scenario: Scenario, patch: Patch<Pressure>): Scenario {
	return withNode(scenario, { pressure: patched(scenario.world?.node?.pressure ?? {}, patch) });
}

/** The action at an index changed, or removed; one beyond the last is added. */
export function withAction(scenario: Scenario, index: number, action: Action | undefined): Scenario {
	const actions = [...(scenario.actions ?? [])];
	if (action) actions[index] = action;
	else actions.splice(index, 1);
	return patched<Scenario>(scenario, { actions: actions.length ? actions : undefined });
}

export type TermAnswer = 'atOnce' | 'after' | 'ignores';

export function termAnswer(onTerm: OnTerm | undefined): TermAnswer {
	if (onTerm?.ignore) return 'ignores';
	return (inSeconds(onTerm?.exitAfter) ?? 0) > 0 ? 'after' : 'atOnce';
}

/** What each second since the container's start answers, for a run. */
export function answersOf(steps: readonly ProbeStep[] | undefined, seconds: number, run = 0): boolean[] {
	const own = (steps ?? [])
		.filter((step) => step.run === undefined || step.run === run)
		.map((step) => ({ from: inSeconds(step.from) ?? 0, ok: step.ok }));
	own.sort((a, b) => a.from - b.from);
	return Array.from({ length: seconds }, (_, second) => own.findLast((step) => step.from <= second)?.ok ?? true);
}

/** Steps that give these answers; what the last second says holds until a later step. Steps of other runs stay as they were. */
export function withAnswers(scenario: Scenario, name: string, probe: ProbeName, answers: readonly boolean[]): Scenario {
	const before = scenario.world?.containers?.[name]?.[probe] ?? [];
	const run = before.find((step) => step.run !== undefined && step.run === 0)?.run;
	const others = before.filter((step) => step.run !== undefined && step.run !== 0);
	const steps: ProbeStep[] = [];
	answers.forEach((ok, second) => {
		if (second === 0 ? !ok : ok !== answers[second - 1])
			steps.push({ from: duration(second), ok, ...(run !== undefined && { run }) });
	});
	const later = before.filter((step) => !others.includes(step) && (inSeconds(step.from) ?? 0) >= answers.length);
	const all = [...steps, ...later, ...others];
	return withContainer(scenario, name, { [probe]: all.length ? all : undefined });
}
