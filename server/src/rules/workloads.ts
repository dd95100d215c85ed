import type { KindName } from '../schema/kinds';
import { validateCronJob, validateCronJobUpdate } from './cron-job';
import { validateDaemonSet, validateDaemonSetUpdate } from './daemon-set';
import { validateDeployment, validateDeploymentUpdate } from './deployment';
import { validateJob } from './job';
import { validateJobUpdate } from './job-update';
import { validatePodTemplate, validatePodTemplateUpdate } from './pod-template';
import { validateReplicaSet, validateReplicaSetUpdate } from './replica-set';
import { validateReplicationController, validateReplicationControllerUpdate } from './replication-controller';
import { validateStatefulSet, validateStatefulSetUpdate } from './stateful-set';
import type { Walk } from './walk';

/** Validate and ValidateUpdate of a kind's strategy in pkg/registry. */
export interface Strategy {
	readonly create: (walk: Walk, object: never) => void;
	readonly update: (walk: Walk, object: never, old: never) => void;
}

/** What makes pods, and their templates. */
export const WORKLOADS: Readonly<Record<Exclude<KindName, 'Pod'>, Strategy>> = {
	PodTemplate: { create: validatePodTemplate, update: validatePodTemplateUpdate },
	ReplicationController: { create: validateReplicationController, update: validateReplicationControllerUpdate },
	Deployment: { create: validateDeployment, update: validateDeploymentUpdate },
	ReplicaSet: { create: validateReplicaSet, update: validateReplicaSetUpdate },
	StatefulSet: { create: validateStatefulSet, update: validateStatefulSetUpdate },
	DaemonSet: { create: validateDaemonSet, update: validateDaemonSetUpdate },
	Job: { create: validateJob, update: validateJobUpdate },
	CronJob: { create: validateCronJob, update: validateCronJobUpdate },
};
