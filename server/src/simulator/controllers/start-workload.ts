import type { Cluster } from '../kubelet';
import { startCronJob } from './cron-job';
import { startDaemonSet } from './daemon-set';
import { startDeployment } from './deployment';
import { startJob } from './job';
import { startReplicaSet } from './replica-set';
import { startStatefulSet } from './stateful-set';
import { Workload, type WorkloadObject } from './workload';

export function startWorkload(cluster: Cluster, kind: string, object: WorkloadObject, namespace: string): void {
	switch (kind) {
		case 'Deployment':
			return startDeployment(cluster, object, namespace);
		case 'ReplicaSet':
		case 'ReplicationController':
			return startReplicaSet(cluster, kind, object, namespace);
		case 'StatefulSet':
			return startStatefulSet(cluster, object, namespace);
		case 'DaemonSet':
			return startDaemonSet(cluster, object, namespace);
		case 'Job':
			return startJob(cluster, object, namespace);
		case 'CronJob':
			return startCronJob(cluster, object, namespace);
		default:
			// Nothing lives of it, a PodTemplate for one.
			new Workload(cluster, kind, object, namespace, '');
	}
}
