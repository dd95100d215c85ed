import type { CronJob, Job, JobSpec } from '../schema/generated/types';
import type { Minor } from '../schema/schema';
import type { Mutable } from './mutable';
import { setObjectDefaultsPodTemplate } from './pod';

const MAX_INT32 = 2 ** 31 - 1;

/** SetObjectDefaults_Job. */
export function setObjectDefaultsJob(job: Mutable<Job>, version: Minor): void {
	job.metadata ??= {};
	job.spec ??= { template: {} };
	setDefaultsJob(job, job.spec);
	setDefaultsPodFailurePolicy(job.spec);
	setObjectDefaultsPodTemplate(job.spec.template, version);
}

/** SetObjectDefaults_CronJob: the Job in it is defaulted when it is made, only its template now. */
export function setObjectDefaultsCronJob(cronJob: Mutable<CronJob>, version: Minor): void {
	cronJob.metadata ??= {};
	const { spec } = cronJob;
	spec.concurrencyPolicy ||= 'Allow';
	spec.suspend ??= false;
	spec.successfulJobsHistoryLimit ??= 3;
	spec.failedJobsHistoryLimit ??= 1;
	spec.jobTemplate.metadata ??= {};
	spec.jobTemplate.spec ??= { template: {} };
	// Until 1.33 a CronJob's jobs were not looked into.
	if (version >= 34) setDefaultsPodFailurePolicy(spec.jobTemplate.spec);
	setObjectDefaultsPodTemplate(spec.jobTemplate.spec.template, version);
}

/** SetDefaults_Job. */
function setDefaultsJob(job: Mutable<Job>, spec: Mutable<JobSpec>): void {
	if (spec.parallelism === undefined) spec.completions ??= 1;
	spec.parallelism ??= 1;
	spec.backoffLimit ??= spec.backoffLimitPerIndex === undefined ? 6 : MAX_INT32;
	const labels = spec.template.metadata?.labels;
	// The very same map, as in Go: the labels that generateSelector adds to the template show up on the Job.
	if (labels && Object.keys(job.metadata?.labels ?? {}).length === 0) job.metadata = { ...job.metadata, labels };
	spec.completionMode ??= 'NonIndexed';
	spec.suspend ??= false;
	spec.podReplacementPolicy ??= spec.podFailurePolicy ? 'Failed' : 'TerminatingOrFailed';
	spec.manualSelector ??= false;
}

/** SetDefaults_PodFailurePolicyOnPodConditionsPattern. */
function setDefaultsPodFailurePolicy(spec: Mutable<JobSpec>): void {
	for (const rule of spec.podFailurePolicy?.rules ?? []) {
		for (const pattern of rule.onPodConditions ?? []) pattern.status ||= 'True';
	}
}
