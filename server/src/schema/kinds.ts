/** The nine kinds Peapod knows, by apiVersion and kind, with the way to the pod in each. */
export type KindName = 'Pod' | 'PodTemplate' | 'ReplicationController' | 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'ReplicaSet' | 'Job' | 'CronJob';

export interface Kind {
	readonly apiVersion: string;
	readonly kind: KindName;
	/** The fields that lead to the PodTemplateSpec; empty for a Pod, which is one. */
	readonly template: readonly string[];
}

export const KINDS: readonly Kind[] = [
	{ apiVersion: 'v1', kind: 'Pod', template: [] },
	{ apiVersion: 'v1', kind: 'PodTemplate', template: ['template'] },
	{ apiVersion: 'v1', kind: 'ReplicationController', template: ['spec', 'template'] },
	{ apiVersion: 'apps/v1', kind: 'Deployment', template: ['spec', 'template'] },
	{ apiVersion: 'apps/v1', kind: 'StatefulSet', template: ['spec', 'template'] },
	{ apiVersion: 'apps/v1', kind: 'DaemonSet', template: ['spec', 'template'] },
	{ apiVersion: 'apps/v1', kind: 'ReplicaSet', template: ['spec', 'template'] },
	{ apiVersion: 'batch/v1', kind: 'Job', template: ['spec', 'template'] },
	{ apiVersion: 'batch/v1', kind: 'CronJob', template: ['spec', 'jobTemplate', 'spec', 'template'] },
];

export function kindOf(apiVersion: string | undefined, kind: string | undefined): Kind | undefined {
	return KINDS.find((known) => known.apiVersion === apiVersion && known.kind === kind);
}
