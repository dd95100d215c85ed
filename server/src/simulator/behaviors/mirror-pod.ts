/** A static pod: the kubelet runs it from a file, and the API server has only its mirror. kubelet/pod/mirror_client.go, kubelet.go tryReconcileMirrorPods */
import type { ObjectMeta, PodSpec } from '../../schema/generated/types';
import type { Cluster, Kubelet } from '../kubelet';
import { WATCH_LATENCY } from '../pace';
import type { PodObject } from '../state';
import { added } from './receive-pod';
import { updatePod } from './update-pod';
import { flush } from './write-status';

/** HandlePodCleanups: every two seconds mirrors without a pod go. */
const HOUSEKEEPING = 2000;

export function createStaticPod(cluster: Cluster, meta: ObjectMeta, spec: PodSpec): void {
	const kubelet = cluster.kubelets[0];
	if (kubelet === undefined) return;
	const create = (): PodObject => {
		const tolerations = [{ operator: 'Exists', effect: 'NoExecute' }];
		return cluster.api.createPod({ ...meta, name: `${meta.name ?? ''}-${kubelet.node}` }, { ...spec, nodeName: kubelet.node, tolerations }, { static: true });
	};
	const pod = create();
	const cause = cluster.story.tell(cluster.storyIndex(pod.uid), { code: 'pod/placed', args: { node: kubelet.node }, tone: 'prep', weight: 4 });
	cluster.causes.set(`scheduled/${pod.uid}`, cause);
	added(kubelet, pod);
	const mirror = new Mirror(cluster, kubelet, pod, create);
	cluster.removeStatic = () => mirror.removePod();
}

class Mirror {
	private removed = false;

	constructor(
		private readonly cluster: Cluster,
		private readonly kubelet: Kubelet,
		private pod: PodObject,
		private readonly create: () => PodObject,
	) {
		cluster.api.watch((event, changed) => {
			if (changed.uid !== this.pod.uid || this.removed) return;
			// Whoever deletes the mirror only makes the kubelet write it anew.
			if (event === 'deleted') kubelet.after(WATCH_LATENCY, () => this.comeBack());
			else if (changed.deletion !== undefined && changed.deletion.graceSeconds > 0) kubelet.after(WATCH_LATENCY, () => cluster.api.delete(changed.uid, 0));
		});
	}

	removePod(): void {
		const { kubelet } = this;
		const known = kubelet.pods.get(this.pod.uid);
		this.removed = true;
		if (known !== undefined) updatePod(kubelet, known, { pod: known.pod, kind: 'kill', kill: { graceSeconds: known.pod.spec.terminationGracePeriodSeconds } });
		const look = (): void => {
			if (known?.finished !== false) this.cluster.api.delete(this.pod.uid, 0);
			else kubelet.after(HOUSEKEEPING, look);
		};
		kubelet.after(HOUSEKEEPING, look);
	}

	private comeBack(): void {
		const { kubelet, cluster } = this;
		const before = this.pod.uid;
		const known = kubelet.pods.get(before);
		if (this.removed || known === undefined) return;
		this.pod = this.create();
		cluster.recorder.share(this.pod.uid, before);
		kubelet.pods.delete(before);
		kubelet.pods.set(this.pod.uid, known);
		known.pod = this.pod;
		flush(kubelet, known);
	}
}
