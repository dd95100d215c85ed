import type { Pod, PodSpec } from '../../schema/generated/types';
import type { JsonMap } from '../../schema/json';
import { same } from '../../schema/same';
import type { Cluster } from '../kubelet';
import { patched } from '../patch';
import type { Action } from '../scenario';
import type { PodObject } from '../state';
import { refuse } from './refuse';
import { refusedResize } from './resize';

/** A patch of a pod that lives: what the server lets through changes it, and its generation with the spec. */
export function patchPod(cluster: Cluster, action: Action, pod: PodObject): void {
	const index = cluster.storyIndex(pod.uid);
	const live = { apiVersion: 'v1', kind: 'Pod', metadata: pod.meta, spec: pod.spec, status: { phase: pod.status.phase } };
	const answer = patched(live as unknown as JsonMap, 'Pod', action, cluster.judge);
	if ('refused' in answer) return refuse(cluster, action, answer.refused, index);
	const { metadata = pod.meta, spec: written } = answer.object as Pod;
	// A pod without a spec, or without containers, is one that only a server without rules takes.
	const spec = written?.containers === undefined ? pod.spec : written;
	if (action.subresource === 'resize' && refusedResize(cluster, pod, spec)) return;
	const what = changes(pod.spec, spec);
	const told = cluster.story.tell(index, { code: 'pod/changed', args: { what }, tone: 'warn', weight: what === '' ? 3 : 6 });
	cluster.causes.set(`changed/${pod.uid}`, told);
	if (!same(metadata, pod.meta)) cluster.api.writeMeta(pod.uid, () => metadata);
	if (!same(spec, pod.spec)) cluster.api.writeSpec(pod.uid, () => spec);
}

/** The fields of the spec that a patch changed, for the story. */
function changes(before: PodSpec, after: PodSpec): string {
	const images = after.containers.filter(({ name, image }) => before.containers.find((old) => old.name === name)?.image !== image);
	if (images.length > 0) return images.map(({ name = '' }) => `${name}: image`).join(', ');
	const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof PodSpec>;
	return [...keys].filter((key) => !same(before[key], after[key])).join(', ');
}
