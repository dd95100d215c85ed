import { nearest } from './nearest';

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

/** Where kinds were once, and the minor version from which no server answers there: the deprecation guide of kubernetes.io. */
const FORMER: Readonly<Record<string, readonly [goneSince: number, ...kinds: KindName[]]>> = {
	'extensions/v1beta1': [16, 'Deployment', 'DaemonSet', 'ReplicaSet'],
	'apps/v1beta1': [16, 'Deployment', 'StatefulSet'],
	'apps/v1beta2': [16, 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'],
	'batch/v1beta1': [25, 'CronJob'],
	'batch/v2alpha1': [21, 'CronJob'],
};

/** The minor version that took a kind away from where it was; undefined where it never was. */
export function goneSince(apiVersion: string, kind: string): number | undefined {
	const [minor, ...kinds] = Object.hasOwn(FORMER, apiVersion) ? (FORMER[apiVersion] ?? []) : [];
	return kinds.some((one) => one === kind) ? minor : undefined;
}

/** What kubectl calls kinds in short. */
const SHORT: Readonly<Record<string, KindName>> = {
	po: 'Pod',
	rc: 'ReplicationController',
	deploy: 'Deployment',
	sts: 'StatefulSet',
	ds: 'DaemonSet',
	rs: 'ReplicaSet',
	cj: 'CronJob',
};

/** A kind by its name in letters of any case, its plural or its short name, as kubectl takes it. */
export function kindCalled(name: string): Kind | undefined {
	const plain = name.toLowerCase();
	const short = Object.hasOwn(SHORT, plain) ? SHORT[plain] : undefined;
	return KINDS.find(({ kind }) => kind === short || kind.toLowerCase() === plain || `${kind.toLowerCase()}s` === plain);
}

/** The kind that a name means: written in other letters, as a plural, in short, or misspelt. */
export function kindMeant(name: string): Kind | undefined {
	const plain = name.toLowerCase();
	if (plain.endsWith('list')) return undefined;
	const meant = nearest(plain.replace(/(?<=...)s$/, ''), NAMES);
	return kindCalled(name) ?? KINDS.find(({ kind }) => kind === meant);
}

const NAMES: readonly string[] = KINDS.map(({ kind }) => kind);

/** Whether it names one of the groups that ours are in, or were: `v1`, `apps/v1beta2`, and what is misspelt so. Any other group is somebody else's. */
export function isOurVersion(apiVersion: string): boolean {
	const [group = '', version] = apiVersion.toLowerCase().split('/', 2);
	if (GROUPS.includes(group.replace(/\.k8s\.io$/, ''))) return true;
	if (version !== undefined) return !group.includes('.') && /^v?\d/.test(version) && nearest(group, GROUPS) !== undefined;
	return /^v\d[\w.]*$/.test(group) || nearest(group, VERSIONS) !== undefined;
}

const GROUPS = ['core', 'apps', 'batch', 'extensions'];
const VERSIONS = [...new Set(KINDS.map(({ apiVersion }) => apiVersion))];
