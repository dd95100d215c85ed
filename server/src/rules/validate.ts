import { FieldPath } from '../schema/field-path';
import { type Exact, NO_EXACT } from '../schema/int64';
import type { KindName } from '../schema/kinds';
import type { Problem } from '../schema/problem';
import type { Minor } from '../schema/schema';
import { validateCronJob, validateCronJobUpdate } from './cron-job';
import { validateDaemonSet, validateDaemonSetUpdate } from './daemon-set';
import { validateDeployment, validateDeploymentUpdate } from './deployment';
import { validateJob } from './job';
import { validateJobUpdate } from './job-update';
import { validatePathSegment } from './object-meta-update';
import { podOptions } from './options';
import { validatePodCreate } from './pod';
import { validatePodEphemeralContainersUpdate, validatePodResize } from './pod-subresources';
import { validatePodTemplate, validatePodTemplateUpdate } from './pod-template';
import { validatePodUpdate } from './pod-update';
import { validateReplicaSet, validateReplicaSetUpdate } from './replica-set';
import { validateReplicationController, validateReplicationControllerUpdate } from './replication-controller';
import { validateStatefulSet, validateStatefulSetUpdate } from './stateful-set';
import { Walk } from './walk';

/** An object of one of the nine kinds: decoded, defaulted and prepared by its strategy. */
type Decoded = Readonly<Record<string, unknown>>;

/** Validate and ValidateUpdate of a kind's strategy in pkg/registry. */
interface Strategy {
	readonly create: (walk: Walk, object: never) => void;
	readonly update: (walk: Walk, object: never, old: never) => void;
}

const STRATEGIES: Readonly<Record<KindName, Strategy>> = {
	Pod: { create: (walk, pod) => validatePodCreate(walk, pod, podOptions(walk, true)), update: validatePodUpdate },
	PodTemplate: { create: validatePodTemplate, update: validatePodTemplateUpdate },
	ReplicationController: { create: validateReplicationController, update: validateReplicationControllerUpdate },
	Deployment: { create: validateDeployment, update: validateDeploymentUpdate },
	ReplicaSet: { create: validateReplicaSet, update: validateReplicaSetUpdate },
	StatefulSet: { create: validateStatefulSet, update: validateStatefulSetUpdate },
	DaemonSet: { create: validateDaemonSet, update: validateDaemonSetUpdate },
	Job: { create: validateJob, update: validateJobUpdate },
	CronJob: { create: validateCronJob, update: validateCronJobUpdate },
};

/** The problems that a server of `version` would refuse to create the object for; rest.ValidateCreate. */
export function validateCreate(kind: KindName, object: Decoded, version: Minor, exact: Exact = NO_EXACT): readonly Problem[] {
	const walk = new Walk(version, exact);
	STRATEGIES[kind].create(walk, object as never);
	if (walk.problems.length === 0) validatePathSegment(walk, object['metadata'] ?? {}, FieldPath.of('metadata'));
	return walk.problems;
}

/** The problems that a server would refuse a change of a live pod for that goes through one of its subresources. */
export function validateSubresource(subresource: 'resize' | 'ephemeralcontainers', pod: Decoded, old: Decoded, version: Minor): readonly Problem[] {
	const walk = new Walk(version);
	const validate = subresource === 'resize' ? validatePodResize : validatePodEphemeralContainersUpdate;
	validate(walk, pod, old);
	return walk.problems;
}

/** The problems that a server would refuse to replace the live object `old` by `object` for; rest.ValidateUpdate. */
export function validateUpdate(kind: KindName, object: Decoded, old: Decoded, version: Minor, exact: Exact = NO_EXACT): readonly Problem[] {
	const walk = new Walk(version, exact);
	STRATEGIES[kind].update(walk, object as never, old as never);
	return walk.problems;
}
