import { FieldPath } from '../schema/field-path';
import type { Affinity, Container, Job, JobSpec, PodSpec, PodTemplateSpec } from '../schema/generated/types';
import { NIL } from '../schema/nil';
import { changed } from '../schema/same';
import { validateImmutableField } from './immutable';
import { printed, sameInternally } from './internal-form';
import { validateJob, validateJobSpec, validateNameAllowsCompletions } from './job';
import { validateObjectMetaUpdate } from './object-meta-update';
import type { Walk } from './walk';

const SPEC = FieldPath.of('spec');

/** batch validation.ValidateJobUpdate; until 1.36 the job was also judged as a new one is. */
export function validateJobUpdate(walk: Walk, job: Job, old: Job): void {
	validateObjectMetaUpdate(walk, job.metadata ?? {}, old.metadata ?? {}, FieldPath.of('metadata'));
	if (!job.spec || !old.spec) return;
	if (walk.version < 37) validateJob(walk, job, old);
	else validateJobSpec(walk, job.spec, SPEC);
	validateJobSpecUpdate(walk, job.spec, old.spec, SPEC);
	if (walk.version >= 37) validateNameAllowsCompletions(walk, job);
}

/** batch validation.ValidateJobSpecUpdate */
function validateJobSpecUpdate(walk: Walk, spec: JobSpec, old: JobSpec, path: FieldPath): void {
	validateCompletions(walk, spec, old, path.child('completions'));
	validateImmutableField(walk, '*LabelSelector', spec.selector, old.selector, path.child('selector'), 'selector/immutable');
	validatePodTemplateUpdate(walk, spec, old, path.child('template'));
	for (const [name, type] of IMMUTABLE) validateImmutableField(walk, type, spec[name], old[name], path.child(name), 'job/immutable');
}

const IMMUTABLE = [
	['completionMode', '*s'],
	['podFailurePolicy', '*PodFailurePolicy'],
	['backoffLimitPerIndex', '*i'],
	['managedBy', '*s'],
	['successPolicy', '*SuccessPolicy'],
] as const;

/** batch validation.validateCompletions: an Indexed job may grow and shrink. */
function validateCompletions(walk: Walk, spec: JobSpec, old: JobSpec, path: FieldPath): void {
	if (spec.completionMode !== 'Indexed') validateImmutableField(walk, '*i', spec.completions, old.completions, path, 'job/immutable');
	else if (spec.completions !== undefined && spec.completions !== old.completions && spec.completions !== spec.parallelism) {
		walk.invalid(path, spec.completions, 'can only be modified in tandem with spec.parallelism', 'job/completions-with-parallelism');
	}
}

/** batch validation.validatePodTemplateUpdate: while a job is suspended, what its pods ask of the scheduler may change, and since 1.36 their resources. */
function validatePodTemplateUpdate(walk: Walk, { template }: JobSpec, old: JobSpec, path: FieldPath): void {
	const former = old.suspend ? withSchedulingDirectives(old.template, template) : old.template;
	if (old.suspend && walk.gate('MutablePodResourcesForSuspendedJobs')) {
		const spec = template.spec ?? NOTHING;
		const formerSpec = withResources(former.spec ?? NOTHING, spec);
		if (!sameInternally('PodSpec', spec, formerSpec))
			walk.invalid(path.child('spec'), printed(walk, 'PodSpec', spec), 'field is immutable', 'job/template-immutable');
	} else validateImmutableField(walk, '*PodTemplateSpec', template, former, path, 'job/template-immutable');
}

const NOTHING: PodSpec = { containers: NIL };

function withSchedulingDirectives(old: PodTemplateSpec, template: PodTemplateSpec): PodTemplateSpec {
	const spec = template.spec ?? NOTHING;
	const { nodeSelector, tolerations, schedulingGates } = spec;
	const affinity = withNodeAffinity(old.spec?.affinity, spec.affinity);
	return changed(old, {
		metadata: changed(old.metadata ?? {}, { annotations: template.metadata?.annotations, labels: template.metadata?.labels }),
		spec: changed(old.spec ?? NOTHING, { affinity, nodeSelector, tolerations, schedulingGates }),
	});
}

/** The old affinity, its node affinity the new one's; none at all where nothing else is in it and the new pod has none. */
function withNodeAffinity(old: Affinity | undefined, affinity: Affinity | undefined): Affinity | undefined {
	if (!old && !affinity) return undefined;
	const mixed = changed(old ?? {}, { nodeAffinity: affinity?.nodeAffinity });
	return !affinity && !mixed.podAffinity && !mixed.podAntiAffinity ? undefined : mixed;
}

/** The old pod with the new one's resources, container by container, as long as they are the same containers. */
function withResources(old: PodSpec, spec: PodSpec): PodSpec {
	return changed(old, { containers: resourcesOf(old.containers, spec.containers), initContainers: resourcesOf(old.initContainers, spec.initContainers) });
}

function resourcesOf<List extends readonly Container[] | undefined>(old: List, containers: List): List {
	if (old?.length !== containers?.length) return old;
	return old?.map((container, i) => {
		const now = containers?.[i];
		return now?.name === container.name ? changed(container, { resources: now.resources }) : container;
	}) as unknown as List;
}
