/** A watched life told anew: what took another time than it was told to is put into the scenario. */
import type { ContainerScript, ProbeStep, Scenario, World } from '../simulator/scenario';
import type { DumpedPod } from './dump';
import type { Facts, SeenContainer } from './facts';
import { type Foretelling, foretell } from './foretell';
import type { Inference } from './infer';
import { RIGHT_AFTER } from './infer-probe';
import { heldAgainst, type Part, type PartCode, type Watched } from './watched';

/** A life with what is put into its scenario, and what is left where it and the real one part. */
export interface Anew {
	readonly foretold: Foretelling;
	readonly held: Watched;
}

/** More than these explain nothing more, and each is a question of a tenth of a second or more. */
const MOST_TRIED = 4;

/**
 * Tells a pod so: of what is told otherwise than it was, the first is put in that leaves less of it, and so on.
 * Undefined where none does, or what the pod shows is not shown any more. `nowMs` as in heldAgainst, `horizon` as in foretell.
 */
export function tellAnew(pod: DumpedPod, facts: Facts, nowMs: number, horizon: number, foretold: Foretelling, held: Watched): Anew | undefined {
	let [best, tried] = [{ foretold, held }, 0];
	let left = [...held.parts];
	for (let part = left.shift(); part !== undefined && tried < MOST_TRIED; part = left.shift()) {
		const { inference } = best.foretold;
		const scenario = corrected(inference, part, facts);
		if (scenario === undefined) continue;
		tried++;
		const other = foretell(facts, horizon, { ...inference, scenario });
		const otherHeld = heldAgainst(pod, nowMs, other);
		if (otherHeld === undefined || otherHeld.parts.length >= best.held.parts.length) continue;
		best = { foretold: other, held: otherHeld };
		left = [...otherHeld.parts];
	}
	return best.held === held ? undefined : best;
}

/** Undefined for what no scenario says: how long the kubelet waits is chance, and how runs end was known. */
function corrected({ scenario, leftOut }: Inference, { code, args }: Part, { containers }: Facts): Scenario | undefined {
	const seen = containers.find(({ name }) => name === args.container);
	const run = Number(args['run']) - 1 - (leftOut.of.get(args.container) ?? 0);
	const [real, told] = [Number(args['real']), Number(args['told'])];
	if (seen === undefined || run < 0) return undefined;
	return code === 'start' ? startedLater(scenario, seen, real - told) : readyAfter(scenario, seen, code, run, real);
}

/** Before a container first starts its image is pulled: whatever took so long, it did so until then. */
function startedLater(scenario: Scenario, { spec: { image = '' } }: SeenContainer, by: number): Scenario {
	const { images = {} } = scenario.world ?? {};
	const { present: _, ...script } = images[image] ?? {};
	return withWorld(scenario, { images: { ...images, [image]: { ...script, pullTakes: Math.max(0, Number(script.pullTakes ?? 1) + by) } } });
}

const PROBES: Partial<Record<PartCode, 'readiness' | 'startup'>> = { ready: 'readiness', 'ready/startup': 'startup' };

/** Whatever stands between the start of a container and its readiness. */
function readyAfter(scenario: Scenario, { name }: SeenContainer, code: PartCode, run: number, seconds: number): Scenario | undefined {
	const { containers = {} } = scenario.world ?? {};
	const script = containers[name] ?? {};
	const withScript = (change: ContainerScript): Scenario => withWorld(scenario, { containers: { ...containers, [name]: { ...script, ...change } } });
	if (code === 'ready/hook') return withScript({ postStart: { ...script.postStart, takes: seconds } });
	const kind = PROBES[code];
	if (kind === undefined) return undefined;
	const steps: readonly ProbeStep[] = [
		{ from: 0, ok: false, run },
		{ from: Math.max(0, seconds - RIGHT_AFTER), ok: true, run },
	];
	return withScript({ [kind]: [...(script[kind] ?? []), ...steps] });
}

const withWorld = (scenario: Scenario, change: World): Scenario => ({ ...scenario, world: { ...scenario.world, ...change } });
