import type { LaneContainer, Preset, Scenario } from '../../protocol/life';
import type { Bilingual } from '../../protocol/text';
import type { Container, PodSpec } from '../../schema/generated/types';
import type { ContainerScript } from '../../simulator/scenario';

/** How long a life is watched when the scenario does not say. */
const WATCHED = '5m';

/**
 * The questions people ask of a pod, each with the scenario that answers it for this one.
 * What the pod cannot show (a probe that is not there) is asked of the nearest thing it can.
 */
export function presetsOf(spec: PodSpec, isWorkload: boolean): readonly Preset[] {
	const apps = spec.containers.map(({ name }) => name);
	const app = apps[0] ?? 'app';
	const first = spec.containers[0];
	const sidecar = spec.initContainers?.find(({ restartPolicy }) => restartPolicy === 'Always')?.name;
	const init = spec.initContainers?.find(({ restartPolicy }) => restartPolicy !== 'Always')?.name;
	const image = first?.image ?? '';
	const one = (script: ContainerScript): Scenario => ({ world: { containers: { [app]: script } }, until: WATCHED });
	const deleted = (script: ContainerScript, until = '2m'): Scenario => ({
		world: { containers: { [app]: script } },
		actions: [{ at: '10s', do: 'delete' }],
		until,
	});
	const list: readonly (readonly [id: string, title: Bilingual, scenario: Scenario | undefined])[] = [
		['healthy', { en: 'all goes well', ko: '별일 없으면' }, ends(spec) ? { until: WATCHED, world: { containers: doneAfter(spec) } } : { until: '1m' }],
		['crashes', { en: 'it crashes', ko: '앱이 죽으면' }, one({ runs: [{ exitAfter: '5s', exitCode: 1 }] })],
		['oom', { en: 'it runs out of memory', ko: '메모리가 모자라면' }, one({ runs: [{ exitAfter: '20s', exitCode: 137, reason: 'OOMKilled' }] })],
		[
			'hangs',
			{ en: 'it hangs', ko: '응답이 없으면' },
			first?.livenessProbe
				? one({
						liveness: [
							{ from: 0, ok: true, run: 0 },
							{ from: '15s', ok: false, run: 0 },
						],
					})
				: undefined,
		],
		['slow-start', { en: 'it starts slowly', ko: '늦게 시작하면' }, slowStart(app, first)],
		[
			'readiness-flaps',
			{ en: 'it is ready, and then not', ko: '준비됐다 말았다 하면' },
			first?.readinessProbe
				? one({
						readiness: [
							{ from: 0, ok: true },
							{ from: '30s', ok: false },
							{ from: '75s', ok: true },
							{ from: '2m', ok: false },
						],
					})
				: undefined,
		],
		['image-missing', { en: 'the image is missing', ko: '이미지가 없으면' }, { world: { images: { [image]: { pullError: 'not found' } } }, until: WATCHED }],
		['registry-slow', { en: 'the registry is slow', ko: '레지스트리가 느리면' }, { world: { images: { [image]: { pullTakes: '45s' } } }, until: '2m' }],
		[
			'sidecar-crashes',
			{ en: 'the sidecar crashes', ko: '사이드카가 죽으면' },
			sidecar ? { world: { containers: { [sidecar]: { runs: [{ exitAfter: '8s', exitCode: 1 }] } } }, until: '3m' } : undefined,
		],
		[
			'init-never-ends',
			{ en: 'an init container never ends', ko: '초기화 컨테이너가 안 끝나면' },
			init ? { world: { containers: { [init]: { runs: [{}] } } }, until: '2m' } : undefined,
		],
		['config-missing', { en: 'the ConfigMap is missing', ko: '컨피그맵이 없으면' }, usesConfig(spec) ? { until: '2m' } : undefined],
		['deleted', { en: 'I delete it', ko: '내가 삭제하면' }, isWorkload ? undefined : deleted({})],
		['ignores-sigterm', { en: 'it ignores SIGTERM', ko: 'SIGTERM을 무시하면' }, isWorkload ? undefined : deleted({ onTerm: { ignore: true } })],
		[
			'pre-stop-too-long',
			{ en: 'preStop takes too long', ko: 'preStop이 너무 길면' },
			first?.lifecycle?.preStop && !isWorkload ? deleted({ preStop: { takes: `${(spec.terminationGracePeriodSeconds ?? 30) + 30}s` } }) : undefined,
		],
		['evicted', { en: 'it is evicted', ko: '축출되면' }, isWorkload ? undefined : { actions: [{ at: '10s', do: 'evict' }], until: '2m' }],
		['node-lost', { en: 'the node is lost', ko: '노드가 끊기면' }, { world: { node: { silentFrom: '20s' } }, until: '8m' }],
		['node-pressure', { en: 'the node runs out of memory', ko: '노드 메모리가 부족하면' }, shortOfMemory(spec)],
		[
			'image-changed',
			{ en: 'I change the image', ko: '이미지를 바꾸면' },
			isWorkload ? undefined : { actions: [{ at: '15s', do: 'patch', body: { spec: { containers: [{ name: app, image: `${image}-next` }] } } }], until: '1m' },
		],
	];
	return list.flatMap(([id, title, scenario]) => (scenario ? [{ id, title, scenario: withInitsDone(spec, scenario) }] : []));
}

/** Init containers do their work, unless they are the question. */
function withInitsDone(spec: PodSpec, scenario: Scenario): Scenario {
	const inits = (spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy !== 'Always');
	if (inits.length === 0) return scenario;
	const done = Object.fromEntries(inits.map(({ name }) => [name, { runs: [{ exitAfter: '3s', exitCode: 0 }] }]));
	return { ...scenario, world: { ...scenario.world, containers: { ...done, ...scenario.world?.containers } } };
}

/** A pod that is meant to end: every container does its work and leaves. */
const ends = (spec: PodSpec): boolean => spec.restartPolicy !== 'Always' && spec.restartPolicy !== undefined;

function doneAfter(spec: PodSpec): Readonly<Record<string, ContainerScript>> {
	return Object.fromEntries(spec.containers.map(({ name }) => [name, { runs: [{ exitAfter: '20s', exitCode: 0 }] }]));
}

/** Long enough for the node to take pods again, and for a replacement to live there. SIGTERM is no success: with code 0 an evicted pod would be Succeeded. */
function shortOfMemory(spec: PodSpec): Scenario {
	const done = ends(spec) ? doneAfter(spec) : {};
	const containers = Object.fromEntries(spec.containers.map(({ name }) => [name, { ...done[name], onTerm: { exitCode: 143 } }]));
	return { world: { containers, node: { pressure: { resource: 'memory', from: ends(spec) ? '10s' : '30s', until: '1m' } } }, until: '8m' };
}

/** Longer than the probes allow, if they allow an end: the question behind it is whether they do. */
function slowStart(app: string, container: Container | undefined): Scenario | undefined {
	const answers = [
		{ from: 0, ok: false },
		{ from: '40s', ok: true },
	];
	const script: ContainerScript = {
		...(container?.startupProbe ? { startup: answers } : {}),
		...(container?.livenessProbe ? { liveness: answers } : {}),
		...(container?.readinessProbe ? { readiness: answers } : {}),
	};
	return Object.keys(script).length > 0 ? { world: { containers: { [app]: script } }, until: WATCHED } : undefined;
}

/** ConfigMaps and Secrets without which the pod cannot start. */
const usesConfig = (spec: PodSpec): boolean => configOf(spec).length > 0;

export interface Config {
	readonly kind: 'ConfigMap' | 'Secret';
	readonly name: string;
	readonly keys: readonly string[];
}

/** The ConfigMaps and Secrets that a pod refers to, with the keys it asks for. */
export function configOf(spec: PodSpec): readonly Config[] {
	const found: Config[] = [];
	const add = (kind: Config['kind'], name: string | undefined, keys: readonly string[] = []): void => {
		if (name) found.push({ kind, name, keys });
	};
	for (const container of [...(spec.initContainers ?? []), ...spec.containers]) {
		for (const { valueFrom } of container.env ?? []) {
			const { configMapKeyRef: map, secretKeyRef: secret } = valueFrom ?? {};
			if (map) add('ConfigMap', map.name, [map.key]);
			if (secret) add('Secret', secret.name, [secret.key]);
		}
		for (const { configMapRef, secretRef } of container.envFrom ?? []) {
			add('ConfigMap', configMapRef?.name);
			add('Secret', secretRef?.name);
		}
	}
	for (const { configMap, secret, projected } of spec.volumes ?? []) {
		const keys = (items: readonly { readonly key: string }[] | undefined): readonly string[] => (items ?? []).map(({ key }) => key);
		add('ConfigMap', configMap?.name, keys(configMap?.items));
		add('Secret', secret?.secretName, keys(secret?.items));
		for (const source of projected?.sources ?? []) {
			add('ConfigMap', source.configMap?.name, keys(source.configMap?.items));
			add('Secret', source.secret?.name, keys(source.secret?.items));
		}
	}
	return found;
}

/** The containers of a pod in the order of their lanes. */
export function laneContainers(spec: PodSpec): readonly LaneContainer[] {
	const lane = (
		container: Pick<Container, 'name' | 'image' | 'startupProbe' | 'livenessProbe' | 'readinessProbe' | 'lifecycle'>,
		kind: LaneContainer['kind'],
	): LaneContainer => ({
		name: container.name,
		kind,
		image: container.image ?? '',
		probes: (['startup', 'liveness', 'readiness'] as const).filter((probe) => container[`${probe}Probe`]),
		hooks: (['postStart', 'preStop'] as const).filter((hook) => container.lifecycle?.[hook]),
	});
	return [
		...(spec.initContainers ?? []).map((container) => lane(container, container.restartPolicy === 'Always' ? 'sidecar' : 'init')),
		...spec.containers.map((container) => lane(container, 'app')),
		...(spec.ephemeralContainers ?? []).map((container) => lane(container, 'ephemeral')),
	];
}
