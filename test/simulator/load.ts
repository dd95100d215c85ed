/** Reads recorded scenarios for the tests: their YAML, and the few defaults of the API server that a simulation looks at. */
import { parse, parseAllDocuments } from 'yaml';
import type { Scenario } from '../../server/src/simulator/scenario';

export interface Loaded {
	readonly kind: string;
	readonly object: unknown;
	readonly scenario: Scenario;
	readonly beside: readonly Decoded[];
}

export interface Decoded {
	readonly kind: string;
	readonly object: unknown;
}

const WORKLOADS = new Set(['Pod', 'Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'ReplicationController']);

export function loadScenario(text: string): Loaded {
	const raw = parse(text) as Scenario & { readonly manifest: string };
	const { manifest, ...scenario } = raw;
	const documents = decode(manifest);
	const main = documents.find(({ kind }) => WORKLOADS.has(kind));
	if (main === undefined) throw new Error('no pod or workload in the manifest');
	return { ...main, scenario, beside: documents.filter((known) => known !== main) };
}

export function decode(manifest: string): Decoded[] {
	return parseAllDocuments(manifest).flatMap((document) => {
		const object: unknown = document.toJS();
		if (object === null || typeof object !== 'object') return [];
		withDefaults(object as Tree);
		return [{ kind: String((object as Tree)['kind']), object }];
	});
}

type Tree = { [key: string]: unknown };

function withDefaults(object: Tree): void {
	const spec = podSpecOf(object);
	if (spec === undefined) return;
	spec['restartPolicy'] ??= 'Always';
	spec['terminationGracePeriodSeconds'] ??= 30;
	spec['schedulerName'] ??= 'default-scheduler';
	for (const group of ['initContainers', 'containers', 'ephemeralContainers']) {
		for (const container of (spec[group] as Tree[] | undefined) ?? []) {
			const image = String(container['image'] ?? '');
			const tagged = /[:@][^/]*$/.test(image);
			container['imagePullPolicy'] ??= !tagged || image.endsWith(':latest') ? 'Always' : 'IfNotPresent';
			container['terminationMessagePolicy'] ??= 'File';
			for (const name of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
				const probe = container[name] as Tree | undefined;
				if (probe === undefined) continue;
				probe['periodSeconds'] ??= 10;
				probe['timeoutSeconds'] ??= 1;
				probe['successThreshold'] ??= 1;
				probe['failureThreshold'] ??= 3;
			}
			const resources = container['resources'] as { limits?: Tree; requests?: Tree } | undefined;
			if (resources?.limits !== undefined) resources.requests = { ...resources.limits, ...resources.requests };
		}
	}
}

function podSpecOf(object: Tree): Tree | undefined {
	const spec = object['spec'] as Tree | undefined;
	switch (object['kind']) {
		case 'Pod':
			return spec;
		case 'CronJob':
			return ((spec?.['jobTemplate'] as Tree | undefined)?.['spec'] as { template?: { spec?: Tree } } | undefined)?.template?.spec;
		case 'Deployment':
		case 'ReplicaSet':
		case 'StatefulSet':
		case 'DaemonSet':
		case 'Job':
		case 'ReplicationController':
			return (spec?.['template'] as { spec?: Tree } | undefined)?.spec;
		default:
			return undefined;
	}
}
