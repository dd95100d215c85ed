import { judge } from '../../server/src/features/diagnose/judge';
import { judgeApply } from '../../server/src/features/diagnose/judge-apply';
import { type Manifest, readLiterally } from '../../server/src/manifest/read';
import { type Minor, NEWEST } from '../../server/src/schema/schema';

/** A manifest given as an object: JSON is YAML. */
function manifestOf(object: unknown): Manifest {
	const manifest = readLiterally(JSON.stringify(object)).sections[0]?.manifests[0];
	if (!manifest) throw new Error('The test gives no manifest of our kinds.');
	return manifest;
}

/** `field: sentence` for each problem with creating the object. */
export function created(object: unknown, version: Minor = NEWEST): readonly string[] {
	return judge(manifestOf(object), version).problems.map(({ path, detail }) => `${path}: ${detail}`);
}

/** The same for applying `object` over what `old` became. */
export function applied(old: unknown, object: unknown, version: Minor = NEWEST): readonly string[] {
	const { problems, decoded } = judgeApply(manifestOf(object), manifestOf(old), version);
	const faults = decoded.faults.map(({ message }) => message);
	return [...faults, ...new Set(problems.map(({ path, detail }) => `${path}: ${detail}`))];
}

/** What Kubernetes asks of a pod at least. */
export const pod = { containers: [{ name: 'web', image: 'web:1' }] };
export const template = { metadata: { labels: { app: 'web' } }, spec: pod };
export const selector = { matchLabels: { app: 'web' } };

export const deployment = (spec: object = {}): object => ({
	apiVersion: 'apps/v1',
	kind: 'Deployment',
	metadata: { name: 'web' },
	spec: { selector, template, ...spec },
});
export const replicaSet = (spec: object = {}): object => ({
	apiVersion: 'apps/v1',
	kind: 'ReplicaSet',
	metadata: { name: 'web' },
	spec: { selector, template, ...spec },
});
export const daemonSet = (spec: object = {}): object => ({
	apiVersion: 'apps/v1',
	kind: 'DaemonSet',
	metadata: { name: 'web' },
	spec: { selector, template, ...spec },
});
export const statefulSet = (spec: object = {}): object => ({
	apiVersion: 'apps/v1',
	kind: 'StatefulSet',
	metadata: { name: 'web' },
	spec: { selector, template, ...spec },
});
export const replicationController = (spec: object = {}): object => ({
	apiVersion: 'v1',
	kind: 'ReplicationController',
	metadata: { name: 'web' },
	spec: { template, ...spec },
});
export const jobSpec = (spec: object = {}): object => ({ template: { spec: { ...pod, restartPolicy: 'Never' } }, ...spec });
export const job = (spec: object = {}): object => ({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'web' }, spec: jobSpec(spec) });
export const cronJob = (spec: object = {}): object => ({
	apiVersion: 'batch/v1',
	kind: 'CronJob',
	metadata: { name: 'web' },
	spec: { schedule: '0 * * * *', jobTemplate: { spec: jobSpec() }, ...spec },
});
