import { FieldPath } from '../schema/field-path';
import type {
	CronJob,
	DaemonSet,
	Deployment,
	Job,
	JobSpec,
	ObjectMeta,
	Pod,
	PodTemplate,
	PodTemplateSpec,
	ReplicaSet,
	ReplicationController,
	RollingUpdateDaemonSet,
	RollingUpdateDeployment,
	StatefulSet,
} from '../schema/generated/types';
import type { Minor } from '../schema/schema';
import { dropDisabledFields } from './drop-disabled';
import { type Dropped, Drops } from './drops';
import type { Mutable } from './mutable';
import { defaultPodLevelResources } from './pod-resources';
import { applyAppArmorVersionSkew, mutatePodAffinity, mutateTopologySpreadConstraints } from './prepare-pod';

/**
 * PrepareForCreate of the kinds' strategies (pkg/registry), down to the fields that anybody can see: the status goes, the generation is 1,
 * and what a closed feature gate guards is dropped.
 */
const SPEC = FieldPath.of('spec');

/** Stands for the time of the request. */
const NOW = '1970-01-01T00:00:00Z';
/** Stands for what the server draws by lot. */
const UID = '00000000-0000-4000-8000-000000000000';
const GENERATED = 'xxxxx';
const LONGEST_GENERATED = 63;

/** rest.FillObjectMetaSystemFields, the namespace of the request and the name that generateName leads to. */
export function fillSystemFields(object: { metadata?: Mutable<ObjectMeta> }): void {
	const metadata = { ...object.metadata };
	metadata.creationTimestamp = NOW;
	metadata.uid = UID;
	metadata.namespace ||= 'default';
	if (metadata.generateName) metadata.name ||= metadata.generateName.slice(0, LONGEST_GENERATED - GENERATED.length) + GENERATED;
	object.metadata = metadata;
}

/** podStrategy. */
export function preparePod(pod: Mutable<Pod>, version: Minor): readonly Dropped[] {
	const drops = new Drops(version);
	if (!pod.spec) return [];
	pod.metadata = { ...pod.metadata };
	if (version >= 33) pod.metadata.generation = 1;
	// Up to 1.36 a QoS class that somebody wrote stays.
	const qosClass = version < 37 ? pod.status?.qosClass : undefined;
	pod.status = { phase: 'Pending', ...schedulingGated(pod), ...(qosClass ? { qosClass } : {}) };
	dropDisabledFields(drops, pod, SPEC);
	mutatePodAffinity(pod, version);
	mutateTopologySpreadConstraints(pod, version);
	applyAppArmorVersionSkew(pod, version);
	defaultPodLevelResources(pod.spec, version);
	return drops.dropped;
}

/** applySchedulingGatedCondition */
function schedulingGated({ spec }: Pod): Pick<Mutable<NonNullable<Pod['status']>>, 'conditions'> {
	if (!spec?.schedulingGates?.length) return {};
	const message = 'Scheduling is blocked due to non-empty scheduling gates';
	return { conditions: [{ type: 'PodScheduled', status: 'False', lastTransitionTime: NOW, reason: 'SchedulingGated', message }] };
}

/** podTemplateStrategy. */
export function preparePodTemplate(object: Mutable<PodTemplate>, version: Minor): readonly Dropped[] {
	startGeneration(object);
	return dropDisabledTemplateFields(new Drops(version), object.template, FieldPath.of('template'));
}

/** rcStrategy. */
export function prepareReplicationController(object: Mutable<ReplicationController>, version: Minor): readonly Dropped[] {
	object.status = { replicas: 0 };
	return prepareWorkload(object, version);
}

/** deploymentStrategy. */
export function prepareDeployment(object: Mutable<Deployment>, version: Minor): readonly Dropped[] {
	object.status = {};
	fillRollingUpdate(object.spec.strategy?.rollingUpdate);
	return prepareWorkload(object, version);
}

/** rsStrategy. */
export function prepareReplicaSet(object: Mutable<ReplicaSet>, version: Minor): readonly Dropped[] {
	object.status = { replicas: 0 };
	return prepareWorkload(object, version);
}

/** statefulSetStrategy. */
export function prepareStatefulSet(object: Mutable<StatefulSet>, version: Minor): readonly Dropped[] {
	object.status = { availableReplicas: 0, replicas: 0 };
	startGeneration(object);
	const drops = new Drops(version);
	const { rollingUpdate } = object.spec.updateStrategy ?? {};
	// The internal type has a number here, not a pointer to one.
	if (rollingUpdate) rollingUpdate.partition ??= 0;
	drops.off('MaxUnavailableStatefulSet', (gate) => drops.drop(rollingUpdate, 'maxUnavailable', SPEC.child('updateStrategy', 'rollingUpdate'), gate));
	return dropDisabledTemplateFields(drops, object.spec.template, SPEC.child('template'));
}

/** Where apps/v1 keeps a DaemonSet's templateGeneration. */
export const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';

/** daemonSetStrategy. */
export function prepareDaemonSet(object: Mutable<DaemonSet>, version: Minor): readonly Dropped[] {
	object.status = { currentNumberScheduled: 0, desiredNumberScheduled: 0, numberMisscheduled: 0, numberReady: 0 };
	fillRollingUpdate(object.spec.updateStrategy?.rollingUpdate);
	const written = Number(object.metadata?.annotations?.[TEMPLATE_GENERATION]);
	const generation = Number.isInteger(written) && written > 1 ? written : 1;
	object.metadata = { ...object.metadata, annotations: { ...object.metadata?.annotations, [TEMPLATE_GENERATION]: String(generation) } };
	return prepareWorkload(object, version);
}

/** The internal types have numbers here, not pointers to them: what no default reached is 0. */
function fillRollingUpdate(rollingUpdate: Mutable<RollingUpdateDeployment | RollingUpdateDaemonSet> | undefined): void {
	if (!rollingUpdate) return;
	rollingUpdate.maxSurge ??= 0;
	rollingUpdate.maxUnavailable ??= 0;
}

/** jobStrategy. */
export function prepareJob(job: Mutable<Job>, version: Minor): readonly Dropped[] {
	if (!job.spec) return [];
	if (!job.spec.manualSelector) generateSelector(job, job.spec);
	job.status = {};
	startGeneration(job);
	return prepareJobSpec(job.spec, SPEC, version);
}

/** cronJobStrategy. */
export function prepareCronJob(cronJob: Mutable<CronJob>, version: Minor): readonly Dropped[] {
	cronJob.status = {};
	startGeneration(cronJob);
	const spec = cronJob.spec.jobTemplate.spec;
	return spec ? prepareJobSpec(spec, SPEC.child('jobTemplate', 'spec'), version) : [];
}

/** generateSelector: labels that only this Job's pods have. */
function generateSelector(job: Mutable<Job>, spec: Mutable<JobSpec>): void {
	const uid = job.metadata?.uid ?? '';
	spec.template.metadata ??= {};
	spec.template.metadata.labels ??= {};
	const labels = spec.template.metadata.labels;
	for (const key of ['job-name', 'batch.kubernetes.io/job-name']) labels[key] ??= job.metadata?.name ?? '';
	for (const key of ['controller-uid', 'batch.kubernetes.io/controller-uid']) labels[key] ??= uid;
	spec.selector ??= {};
	spec.selector.matchLabels ??= {};
	spec.selector.matchLabels['batch.kubernetes.io/controller-uid'] ??= uid;
}

/** job.DropDisabledFields, and the template's. */
function prepareJobSpec(spec: Mutable<JobSpec>, path: FieldPath, version: Minor): readonly Dropped[] {
	const drops = new Drops(version);
	drops.off('WorkloadWithJob', (gate) => drops.drop(spec, 'scheduling', path, gate));
	return dropDisabledTemplateFields(drops, spec.template, path.child('template'));
}

function prepareWorkload(object: { metadata?: Mutable<ObjectMeta>; spec?: { template?: Mutable<PodTemplateSpec> } }, version: Minor): readonly Dropped[] {
	startGeneration(object);
	return dropDisabledTemplateFields(new Drops(version), object.spec?.template, SPEC.child('template'));
}

function startGeneration(object: { metadata?: Mutable<ObjectMeta> }): void {
	object.metadata = { ...object.metadata, generation: 1 };
}

/** podutil.DropDisabledTemplateFields. */
function dropDisabledTemplateFields(drops: Drops, template: Mutable<PodTemplateSpec> | undefined, path: FieldPath): readonly Dropped[] {
	if (template) dropDisabledFields(drops, template, path.child('spec'));
	return drops.dropped;
}
