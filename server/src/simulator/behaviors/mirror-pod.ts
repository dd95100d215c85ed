/** A static pod: the kubelet runs it from a file, and the API server has only its mirror. kubelet/pod/mirror_client.go */
import type { ObjectMeta, PodSpec } from '../../schema/generated/types';
import type { Cluster } from '../kubelet';
import { updatePod } from './pod-worker';
import { added } from './receive-pod';

/** HandlePodCleanups: every two seconds mirrors without a pod go. */
const HOUSEKEEPING = 2000;

export function createStaticPod(cluster: Cluster, meta: ObjectMeta, spec: PodSpec): void {
	const kubelet = cluster.kubelets[0];
	if (kubelet === undefined) return;
	const name = `${meta.name ?? ''}-${kubelet.node}`;
	const pod = cluster.api.createPod(
		{ ...meta, name },
		{ ...spec, nodeName: kubelet.node, tolerations: [{ operator: 'Exists', effect: 'NoExecute' }] },
		{ static: true },
	);
	const cause = cluster.story.tell(cluster.storyIndex(pod.uid), { code: 'pod/placed', args: { node: kubelet.node }, tone: 'prep', weight: 4 });
	cluster.causes.set(`scheduled/${pod.uid}`, cause);
	added(kubelet, pod);
	cluster.removeStatic = () => {
		const known = kubelet.pods.get(pod.uid);
		if (known !== undefined) updatePod(kubelet, known, { pod: known.pod, kind: 'kill', kill: { graceSeconds: spec.terminationGracePeriodSeconds } });
		const look = (): void => {
			if (known?.finished !== false) cluster.api.delete(pod.uid, 0);
			else kubelet.after(HOUSEKEEPING, look);
		};
		kubelet.after(HOUSEKEEPING, look);
	};
}
