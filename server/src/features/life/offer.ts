import type { Preset, Trace } from '../../protocol/life';
import type { Pod, PodSpec } from '../../schema/generated/types';
import { patience, presetsOf } from './presets';
import { type Live, podsOf, type Steps, type Usual, usualLife } from './usual';

/** A difference that takes longer than this after all is ready, and after the slowest probe has noticed, is none to ask for. */
const SHOWS_WITHIN = 60;

/**
 * The questions that make a difference. A life that nobody could tell from one offered before it is not offered.
 * Lives are compared on one pod, also of a workload, and with no more containers than are asked about: so a hundred replicas, or
 * containers, cost no more than one.
 */
export function* offeredOf(usual: Usual, pod: Pod, live: Live): Steps<readonly Preset[]> {
	const presets = presetsOf(usual);
	const [first] = podsOf(usual.trace);
	if (!first) return presets.slice(0, 1);
	const hasNode = first.timeline.some(({ node }) => node !== undefined);
	const spec = hasNode ? askedAbout(usual.spec, presets) : usual.spec;
	const single = { ...pod, metadata: { ...pod.metadata, name: usual.trace.name }, spec };
	const alone = usual.kind === 'Pod' && spec === usual.spec ? usual : yield* usualLife('Pod', single, spec, live);
	const until = alone.steady + SHOWS_WITHIN + slowestProbe(alone);
	const asked = new Map(presetsOf(alone).map(({ id, scenario }) => [id, scenario]));
	const seen = new Set<string>();
	const offered: Preset[] = [];
	for (const preset of presets) {
		const scenario = asked.get(preset.id);
		// What only a workload can be asked has no life of a single pod to be compared.
		const look = scenario ? lookOf(yield* live('Pod', single, { ...scenario, until })) : preset.id;
		if (!seen.has(look)) offered.push(preset);
		seen.add(look);
	}
	return offered;
}

/** A pod of more containers is compared without those that nobody asks about. */
const FEW = 8;

function askedAbout(spec: PodSpec, presets: readonly Preset[]): PodSpec {
	const { containers, initContainers = [] } = spec;
	if (containers.length + initContainers.length <= FEW) return spec;
	const asked = new Set(presets.flatMap(({ container }) => container ?? []));
	const some = <T extends { readonly name: string }>(list: readonly T[]): readonly T[] => list.filter(({ name }, i) => i === 0 || asked.has(name));
	return { ...spec, containers: some(containers), initContainers: some(initContainers) };
}

/** Seconds until the slowest probe of the pod has noticed a fault. */
function slowestProbe({ spec }: Usual): number {
	const probes = [...(spec.initContainers ?? []), ...spec.containers].flatMap(({ startupProbe, livenessProbe, readinessProbe }) => [
		startupProbe,
		livenessProbe,
		readinessProbe,
	]);
	return Math.max(0, ...probes.map((probe) => (probe ? patience(probe) : 0)));
}

/** What of a life can be seen: not that the API counts a change of the spec, nor that a node is silent with nothing of the pod on it. */
function lookOf({ timeline = [], events, story }: Trace): string {
	const states = timeline.map(({ t, generation: _, observedGeneration: __, ...state }) => ({ t, shows: JSON.stringify(state) }));
	const changes = states.filter(({ shows }, i) => shows !== states[i - 1]?.shows);
	return JSON.stringify([changes, events, story.stretches.filter(({ what }) => what !== 'nodeSilent')]);
}
