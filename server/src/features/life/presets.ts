/** The questions people ask of a pod, each with the scenario that answers it for this one. */
import type { Preset, PresetId, Scenario } from '../../protocol/life';
import type { Bilingual } from '../../protocol/text';
import type { Container, LifecycleHandler, Probe } from '../../schema/generated/types';
import { configOf } from '../../schema/pod-config';
import { same } from '../../schema/same';
import type { Action, ContainerScript, ProbeStep, World } from '../../simulator/scenario';
import { roundUp, type Usual, waitOf, written } from './usual';

/** What is done otherwise than when all goes well, and how many seconds after all is ready it is watched. */
interface Otherwise {
	readonly containers?: Readonly<Record<string, ContainerScript>>;
	readonly world?: Omit<World, 'containers'>;
	readonly actions?: readonly Action[];
	readonly seconds: number;
	/** The container that it is about. */
	readonly container?: string;
}

/** Seconds. Nobody watches a life for longer than a day, or waits for a probe for longer than an hour. */
const HOUR = 3600;
const DAY = 24 * HOUR;

interface Question {
	readonly title: (usual: Usual) => Bilingual;
	/** Undefined where the pod has nothing that could show it. */
	readonly ask: (usual: Usual) => Otherwise | undefined;
}

/** The answerable ones, in the order in which they are offered. Whether an answer differs from the usual life is for the caller to see. */
export function presetsOf(usual: Usual): readonly Preset[] {
	return (Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[]).flatMap((id): Preset[] => {
		const { title, ask } = QUESTIONS[id];
		const otherwise = ask(usual);
		if (!otherwise) return [];
		const { container } = otherwise;
		return [{ id, title: title(usual), scenario: scenarioOf(usual, otherwise), ...(container !== undefined && { container }) }];
	});
}

function scenarioOf(usual: Usual, { containers, world, actions, seconds }: Otherwise): Scenario {
	if (!containers && !world && !actions) return usual.scenario;
	const scripts: Record<string, ContainerScript> = { ...usual.scenario.world?.containers };
	for (const [name, script] of Object.entries(containers ?? {})) scripts[name] = { ...scripts[name], ...script };
	const whole: World = { ...world, ...(Object.keys(scripts).length > 0 && { containers: scripts }) };
	return {
		...(Object.keys(whole).length > 0 && { world: whole }),
		...(actions && { actions }),
		until: written(usual.steady + Math.min(seconds, DAY)),
	};
}

const always = (en: string, ko: string) => (): Bilingual => ({ en, ko });
const isWorkload = ({ kind }: Usual): boolean => kind !== 'Pod';
const ROLLED_OUT: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

/** All but what needs a second text to be asked: `applied`. */
const QUESTIONS: Readonly<Record<Exclude<PresetId, 'applied'>, Question>> = {
	healthy: { title: always('all goes well', '별일 없으면'), ask: () => ({ seconds: 0 }) },
	crashes: {
		title: always('it crashes', '앱이 죽으면'),
		ask: (usual) => script(firstApp(usual)?.name, { runs: [{ exitAfter: '5s', exitCode: 1 }] }, 290),
	},
	oom: {
		title: always('it runs out of memory', '메모리가 모자라면'),
		ask: (usual) => {
			const limited = usual.spec.containers.find(({ resources }) => resources?.limits?.['memory'] !== undefined);
			return script((limited ?? firstApp(usual))?.name, { runs: [{ exitAfter: '20s', exitCode: 137, reason: 'OOMKilled' }] }, 290);
		},
	},
	hangs: { title: always('it hangs', '응답이 없으면'), ask: hang },
	'slow-start': { title: always('it starts slowly', '늦게 시작하면'), ask: slowStart },
	'readiness-flaps': { title: always('it is ready, and then not', '준비됐다 말았다 하면'), ask: flap },
	'image-missing': {
		title: always('the image is missing', '이미지가 없으면'),
		ask: (usual) => pull(firstApp(usual), { pullError: 'not found' }, 290),
	},
	'registry-slow': {
		title: always('the registry is slow', '레지스트리가 느리면'),
		ask: (usual) => pull(firstApp(usual), { pullTakes: '45s' }, 110),
	},
	'sidecar-crashes': {
		title: always('the sidecar crashes', '사이드카가 죽으면'),
		ask: (usual) => script(sidecars(usual)[0]?.name, { runs: [{ exitAfter: '8s', exitCode: 1 }] }, 170),
	},
	'init-never-ends': {
		title: always('an init container never ends', '초기화 컨테이너가 안 끝나면'),
		ask: (usual) => script(usual.spec.initContainers?.find((one) => !isSidecar(one))?.name, { runs: [{}] }, 110),
	},
	'config-missing': {
		title: (usual) =>
			needed(usual)?.kind === 'Secret' ? { en: 'the Secret is missing', ko: '시크릿이 없으면' } : { en: 'the ConfigMap is missing', ko: '컨피그맵이 없으면' },
		ask: (usual) => {
			const config = needed(usual);
			return config && { actions: [{ at: '0s', do: 'delete', target: `${config.kind}/${config.name}` }], seconds: 110 };
		},
	},
	deleted: {
		title: (usual) => (isWorkload(usual) ? { en: 'I delete one pod', ko: '파드 하나를 삭제하면' } : { en: 'I delete it', ko: '내가 삭제하면' }),
		ask: (usual) => stop(usual, firstApp(usual), {}),
	},
	'ignores-sigterm': {
		title: always('it ignores SIGTERM', 'SIGTERM을 무시하면'),
		ask: (usual) => stop(usual, firstApp(usual), { onTerm: { ignore: true } }),
	},
	'pre-stop-too-long': {
		title: always('preStop takes too long', 'preStop이 너무 길면'),
		ask: (usual) => {
			const hooked = usual.spec.containers.find(({ lifecycle }) => lifecycle?.preStop && !sleeps(lifecycle.preStop));
			return hooked && stop(usual, hooked, { preStop: { takes: `${graceOf(usual) + 30}s` } });
		},
	},
	evicted: {
		title: (usual) => (isWorkload(usual) ? { en: 'one pod is evicted', ko: '파드 하나가 축출되면' } : { en: 'it is evicted', ko: '축출되면' }),
		ask: (usual) => stop(usual, firstApp(usual), {}, 'evict'),
	},
	'node-lost': {
		title: always('the node is lost', '노드가 끊기면'),
		ask: ({ steady }) => ({ world: { node: { silentFrom: written(steady) } }, seconds: 470 }),
	},
	'node-pressure': { title: always('the node runs out of memory', '노드 메모리가 부족하면'), ask: shortOfMemory },
	'image-changed': {
		title: always('I change the image', '이미지를 바꾸면'),
		ask: (usual) => (isWorkload(usual) ? undefined : patchImage(usual, (spec) => ({ body: { spec } }), 50 + graceOf(usual))),
	},
	'rolled-out': {
		title: always('I roll out a new image', '새 이미지로 롤아웃하면'),
		ask: (usual) =>
			ROLLED_OUT.has(usual.kind) ? patchImage(usual, (spec) => ({ target: 'owner', body: { spec: { template: { spec } } } }), 290 + rollout(usual)) : undefined,
	},
};

const firstApp = ({ spec }: Usual): Container | undefined => spec.containers[0];
const isSidecar = ({ restartPolicy }: Pick<Container, 'restartPolicy'>): boolean => restartPolicy === 'Always';
const sidecars = ({ spec }: Usual): readonly Container[] => (spec.initContainers ?? []).filter(isSidecar);
const graceOf = ({ spec }: Usual): number => spec.terminationGracePeriodSeconds ?? 30;
const needed = ({ spec }: Usual) => configOf(spec).find(({ optional }) => !optional);

/** `preStop.sleep` takes what the manifest says, and that is never longer than the grace period. */
const sleeps = (handler: LifecycleHandler): boolean => handler.sleep !== undefined;

/** The first container with a probe of one of these kinds: an app if one has it, else a sidecar. */
function probed(usual: Usual, ...kinds: readonly ('startupProbe' | 'livenessProbe' | 'readinessProbe')[]): Container | undefined {
	return [...usual.spec.containers, ...sidecars(usual)].find((container) => kinds.some((kind) => container[kind]));
}

function script(container: string | undefined, own: ContainerScript, seconds: number): Otherwise | undefined {
	return container === undefined ? undefined : { containers: { [container]: own }, container, seconds };
}

function pull(container: Container | undefined, own: { readonly pullError: string } | { readonly pullTakes: string }, seconds: number): Otherwise | undefined {
	return container?.image ? { world: { images: { [container.image]: own } }, container: container.name, seconds } : undefined;
}

/** Deleted or evicted some seconds after all is ready, and watched until the grace period is over. */
function stop({ steady, spec }: Usual, container: Container | undefined, own: ContainerScript, how: 'delete' | 'evict' = 'delete'): Otherwise | undefined {
	const grace = spec.terminationGracePeriodSeconds ?? 30;
	const scripts = Object.keys(own).length > 0 && container ? { containers: { [container.name]: own } } : {};
	return { ...scripts, actions: [{ at: written(steady), do: how }], seconds: Math.max(110, grace + 60), ...(container && { container: container.name }) };
}

/** Once it is ready the first run stops answering: every probe that asks at the same place gets no answer. */
function hang(usual: Usual): Otherwise | undefined {
	const container = probed(usual, 'livenessProbe');
	if (!container) return undefined;
	const { livenessProbe: liveness, readinessProbe: readiness } = container;
	const from = Math.max(15, roundUp(waitOf(usual, container.name) + 5));
	const steps: readonly ProbeStep[] = [
		{ from: 0, ok: true, run: 0 },
		{ from: `${from}s`, ok: false, run: 0 },
	];
	const alike = readiness && liveness && same(placeOf(readiness), placeOf(liveness));
	return script(container.name, { liveness: steps, ...(alike && { readiness: steps }) }, Math.max(290, from + 2 * patience(liveness)));
}

/** Seconds that a probe takes to notice a fault. */
export const patience = ({ periodSeconds = 10, failureThreshold = 3 }: Probe = {}): number => Math.min(HOUR, periodSeconds * (failureThreshold + 1));

const placeOf = ({ exec, httpGet, tcpSocket, grpc }: Probe) => ({ exec, httpGet, tcpSocket, grpc });

/** Longer than the probes allow, if they allow an end: the question behind it is whether they do. */
function slowStart(usual: Usual): Otherwise | undefined {
	const container = probed(usual, 'startupProbe', 'readinessProbe', 'livenessProbe');
	if (!container) return undefined;
	const answers: readonly ProbeStep[] = [
		{ from: 0, ok: false },
		{ from: '40s', ok: true },
	];
	const own: ContainerScript = {
		...(container.startupProbe && { startup: answers }),
		...(container.livenessProbe && { liveness: answers }),
		...(container.readinessProbe && { readiness: answers }),
	};
	return script(container.name, own, 290);
}

function flap(usual: Usual): Otherwise | undefined {
	const container = probed(usual, 'readinessProbe');
	if (!container) return undefined;
	const wait = waitOf(usual, container.name);
	const first = 30 + (wait > 10 ? roundUp(wait) : 0);
	const down = Math.max(45, roundUp(patience(container.readinessProbe)));
	const readiness: readonly ProbeStep[] = [
		{ from: 0, ok: true },
		{ from: `${first}s`, ok: false },
		{ from: `${first + down}s`, ok: true },
		{ from: `${first + 2 * down}s`, ok: false },
	];
	return script(container.name, { readiness }, Math.max(290, first + 4 * down));
}

/** Long enough for the node to take pods again, and for a replacement to live there. SIGTERM is no success: with code 0 an evicted pod would be Succeeded. */
function shortOfMemory(usual: Usual): Otherwise {
	const { spec, steady } = usual;
	const containers = Object.fromEntries(spec.containers.map(({ name }) => [name, { onTerm: { exitCode: 143 } }]));
	const container = firstApp(usual)?.name;
	const pressure = { resource: 'memory', from: written(steady), until: written(steady + 50) } as const;
	return { containers, world: { node: { pressure } }, seconds: 470, ...(container !== undefined && { container }) };
}

function patchImage(usual: Usual, patch: (spec: unknown) => Pick<Action, 'target' | 'body'>, seconds: number): Otherwise | undefined {
	const app = firstApp(usual);
	if (!app) return undefined;
	const spec = { containers: [{ name: app.name, image: `${app.image}-next` }] };
	return { actions: [{ at: written(usual.steady), do: 'patch', ...patch(spec) }], container: app.name, seconds };
}

/** Seconds that replacing one pod after another may take. */
function rollout(usual: Usual): number {
	const pods = usual.trace.pods?.length ?? 1;
	return Math.min(HOUR, pods * 2 * roundUp(usual.steady - usual.born));
}
