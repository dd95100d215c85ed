import { FieldPath } from '../../schema/field-path';
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
	StatefulSet,
} from '../../schema/generated/types';
import type { KindName } from '../../schema/kinds';
import type { Minor } from '../../schema/schema';
import { isDNS1123Label } from '../names';
import { warningsForClaimSpec } from './claim';
import { warningsForPod } from './pod';
import { type Warning, Warnings } from './warning';

export type { Warning };

type Warn = (warnings: Warnings, object: never) => void;

const SPEC = FieldPath.of('spec');
const TEMPLATE = SPEC.child('template');
const JOB_SPEC = SPEC.child('jobTemplate', 'spec');

const ON_CREATE: Readonly<Record<KindName, Warn>> = {
	Pod: (warnings: Warnings, pod: Pod) => {
		warnOfName(warnings, pod.metadata, "the Pod's hostname");
		warningsForPod(warnings, undefined, pod);
	},
	PodTemplate: (warnings: Warnings, object: PodTemplate) => warnOfTemplate(warnings, FieldPath.of('template'), object.template),
	ReplicationController: warnOfWorkload,
	Deployment: warnOfWorkload,
	ReplicaSet: warnOfWorkload,
	StatefulSet: (warnings: Warnings, object: StatefulSet) => {
		warnOfTemplate(warnings, TEMPLATE, object.spec.template);
		warnOfStatefulSet(warnings, object, (claim) => claim);
	},
	DaemonSet: (warnings: Warnings, object: DaemonSet) => warnOfTemplate(warnings, TEMPLATE, object.spec.template),
	Job: (warnings: Warnings, job: Job) => {
		warnOfName(warnings, job.metadata, 'Pod names and hostnames');
		warningsForJobSpec(warnings, SPEC, job.spec);
	},
	CronJob: (warnings: Warnings, cronJob: CronJob) => {
		warnOfName(warnings, cronJob.metadata, 'Pod names and hostnames');
		warningsForJobSpec(warnings, JOB_SPEC, cronJob.spec.jobTemplate.spec);
	},
};

/** WarningsOnCreate of the kind's strategy, for a defaulted object. */
export function warningsOnCreate(kind: KindName, object: Readonly<Record<string, unknown>>, version: Minor): readonly Warning[] {
	const warnings = new Warnings(version);
	ON_CREATE[kind](warnings, object as never);
	return warnings.list;
}

/**
 * WarningsOnUpdate of the kind's strategy. `changed` says that the spec did (its generation moved on): only then is the template looked at again.
 * A ReplicationController is warned of its old template: its strategy hands the two over the wrong way round.
 */
export function warningsOnUpdate(
	kind: KindName,
	object: Readonly<Record<string, unknown>>,
	old: Readonly<Record<string, unknown>>,
	changed: boolean,
	version: Minor,
): readonly Warning[] {
	const warnings = new Warnings(version);
	if (changed) ON_CHANGE[kind]?.(warnings, (kind === 'ReplicationController' ? old : object) as never);
	if (kind === 'StatefulSet') warnOfStatefulSet(warnings, object as unknown as StatefulSet, (claim) => claim.child('Spec'));
	if (kind === 'CronJob') warnOfTimeZone(warnings, object as unknown as CronJob);
	return warnings.list;
}

/** Pods are left alone: controllers update them all the time. */
const ON_CHANGE: Readonly<Partial<Record<KindName, Warn>>> = {
	PodTemplate: (warnings: Warnings, object: PodTemplate) => warnOfTemplate(warnings, FieldPath.of('template'), object.template),
	ReplicationController: (warnings: Warnings, object: ReplicationController) => warnOfTemplate(warnings, TEMPLATE, object.spec?.template),
	Deployment: (warnings: Warnings, object: Deployment) => warnOfTemplate(warnings, TEMPLATE, object.spec.template),
	ReplicaSet: (warnings: Warnings, object: ReplicaSet) => warnOfTemplate(warnings, TEMPLATE, object.spec.template),
	StatefulSet: (warnings: Warnings, object: StatefulSet) => warnOfTemplate(warnings, TEMPLATE, object.spec.template),
	DaemonSet: (warnings: Warnings, object: DaemonSet) => warnOfTemplate(warnings, TEMPLATE, object.spec.template),
	Job: (warnings: Warnings, job: Job) => warningsForJobSpec(warnings, SPEC, job.spec),
	CronJob: (warnings: Warnings, cronJob: CronJob) => warningsForJobSpec(warnings, JOB_SPEC, cronJob.spec.jobTemplate.spec),
};

function warnOfWorkload(warnings: Warnings, object: ReplicationController | Deployment | ReplicaSet): void {
	warnOfName(warnings, object.metadata, 'Pod names and hostnames');
	warnOfTemplate(warnings, TEMPLATE, object.spec?.template);
}

function warnOfName(warnings: Warnings, metadata: ObjectMeta | undefined, use: string): void {
	const complaints = isDNS1123Label(metadata?.name ?? '');
	if (complaints.length === 0) return;
	const sentence = `this is used in ${use}, which can result in surprising behavior; a DNS label is recommended: [${complaints.join(' ')}]`;
	warnings.at(FieldPath.of('metadata').child('name'), sentence, 'metadata/dns-label-recommended');
}

function warnOfTemplate(warnings: Warnings, path: FieldPath, template: PodTemplateSpec | undefined): void {
	if (template) warningsForPod(warnings, path, template);
}

/** `said` is what the sentence calls the spec of a claim template: the template itself on creation, its `Spec` on an update. */
function warnOfStatefulSet(warnings: Warnings, { spec }: StatefulSet, said: (claim: FieldPath) => FieldPath): void {
	for (const [index, claim] of (spec.volumeClaimTemplates ?? []).entries()) {
		const path = SPEC.child('volumeClaimTemplates').index(index);
		warningsForClaimSpec(warnings, said(path), path.child('spec'), claim.spec);
	}
	if (warnings.version >= 33 && spec.revisionHistoryLimit !== undefined && spec.revisionHistoryLimit < 0) {
		const sentence = 'a negative value retains all historical revisions; a value >= 0 is recommended';
		warnings.at(SPEC.child('revisionHistoryLimit'), sentence, 'statefulset/revision-history-negative');
	}
}

const MANY_COMPLETIONS = 100_000;
const MANY_AT_ONCE = 10_000;

/** job.WarningsForJobSpec. */
function warningsForJobSpec(warnings: Warnings, path: FieldPath, spec: JobSpec | undefined): void {
	if (!spec) return;
	if (spec.completionMode === 'Indexed' && (spec.completions ?? 0) > MANY_COMPLETIONS && (spec.parallelism ?? 0) > MANY_AT_ONCE) {
		const sentence =
			'In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher than 10^4, Kubernetes might not be able to track completedIndexes when a big number of indexes fail';
		warnings.at(path, sentence, 'job/too-many-indexes-to-track');
	}
	warnOfTemplate(warnings, path.child('template'), spec.template);
}

/** Written as the server writes it, `spec.spec.schedule`. */
function warnOfTimeZone(warnings: Warnings, { spec }: CronJob): void {
	if (!spec.schedule.includes('TZ')) return;
	const text =
		'cannot use TZ or CRON_TZ in spec.spec.schedule, use timeZone instead, see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ for more details';
	warnings.free(SPEC.child('schedule'), text, 'cronjob/zone-in-schedule');
}
