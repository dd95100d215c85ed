/** A watched life told anew: what was taken to be otherwise than it was is put into the scenario. */
import type { Container } from '../schema/generated/types';
import type { ContainerScript, ProbeStep, Run, Scenario, World } from '../simulator/scenario';
import type { DumpedPod } from './dump';
import { type Facts, probeOf, type SeenContainer } from './facts';
import { type Foretelling, foretell } from './foretell';
import { RIGHT_AFTER } from './infer-probe';
import { heldAgainst, type Part, type Watched } from './watched';

export interface Anew {
	readonly foretold: Foretelling;
	readonly held: Watched;
}

/** Tells a pod so; undefined where that leaves all as it parts, or no longer fits what the pod shows. `nowMs` as in heldAgainst, `horizon` as in foretell. */
export function tellAnew(pod: DumpedPod, facts: Facts, nowMs: number, horizon: number, { inference }: Foretelling, parts: readonly Part[]): Anew | undefined {
	const scenario = parts.reduce((told, part) => corrected(told, part, facts, inference.leftOut.of), inference.scenario);
	if (scenario === inference.scenario) return undefined;
	const foretold = foretell(facts, horizon, { ...inference, scenario });
	const held = heldAgainst(pod, nowMs, foretold);
	return held && held.parts.length < parts.length ? { foretold, held } : undefined;
}

/** How long the kubelet waits is chance: no scenario says so. */
function corrected(scenario: Scenario, { code, args }: Part, { containers }: Facts, leftOut: ReadonlyMap<string, number>): Scenario {
	const seen = containers.find(({ name }) => name === args.container);
	const run = Number(args['run']) - 1 - (leftOut.get(args.container) ?? 0);
	const [real, told] = [Number(args['real']), Number(args['told'])];
	if (seen === undefined || run < 0) return scenario;
	switch (code) {
		case 'start':
			return startedLater(scenario, seen.spec, real - told);
		case 'run':
			return withScript(scenario, seen.name, (script) => ({ runs: withRun(script.runs ?? [], run, { exitAfter: Math.max(0, real) }) }));
		case 'code':
			return withScript(scenario, seen.name, (script) => ({ runs: withRun(script.runs ?? [], run, { exitCode: Number(args['realCode']) }) }));
		case 'ready':
			return withScript(scenario, seen.name, (script) => readyAfter(seen, script, run, real));
		case 'wait':
		case 'wait/sooner':
		case 'wait/longer':
			return scenario;
	}
}

/** Before a container starts first its image is pulled: whatever took so long, it did so until then. */
function startedLater(scenario: Scenario, { image = '' }: Container, by: number): Scenario {
	const { images = {} } = scenario.world ?? {};
	const { present: _, ...script } = images[image] ?? {};
	return withWorld(scenario, { images: { ...images, [image]: { ...script, pullTakes: Math.max(0, Number(script.pullTakes ?? 1) + by) } } });
}

/** Whatever stands between the start of a container and its readiness. */
function readyAfter(seen: SeenContainer, { postStart, ...script }: ContainerScript, run: number, seconds: number): Partial<ContainerScript> {
	if (seen.spec.lifecycle?.postStart !== undefined) return { postStart: { ...postStart, takes: seconds } };
	const kind = (['readiness', 'startup'] as const).find((one) => probeOf(seen, one) !== undefined);
	if (kind === undefined) return {};
	const steps: readonly ProbeStep[] = [
		{ from: 0, ok: false, run },
		{ from: Math.max(0, seconds - RIGHT_AFTER), ok: true, run },
	];
	return { [kind]: [...(script[kind] ?? []), ...steps] };
}

/** The last run that is written repeats: those between are written out. */
function withRun(runs: readonly Run[], index: number, change: Run): readonly Run[] {
	const all = Array.from({ length: Math.max(runs.length, index + 2) }, (_, i) => runs[i] ?? runs.at(-1) ?? {});
	return all.with(index, { ...all[index], ...change });
}

const withWorld = (scenario: Scenario, change: World): Scenario => ({ ...scenario, world: { ...scenario.world, ...change } });

function withScript(scenario: Scenario, name: string, change: (script: ContainerScript) => Partial<ContainerScript>): Scenario {
	const { containers = {} } = scenario.world ?? {};
	const script = containers[name] ?? {};
	return withWorld(scenario, { containers: { ...containers, [name]: { ...script, ...change(script) } } });
}
