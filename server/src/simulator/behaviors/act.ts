/** What people do while a pod lives: the actions of a scenario. */

import type { PodStatus as ApiStatus, ObjectMeta, Pod, PodSpec } from '../../schema/generated/types';
import { same } from '../../schema/same';
import { milliseconds } from '../duration';
import type { Cluster } from '../kubelet';
import type { Taint } from '../nodes';
import { patched } from '../patch';
import type { Action } from '../scenario';
import { type PodObject, withCondition } from '../state';
import { deletePod, evictPod } from './delete-pod';
import { refusedResize } from './resize';
import { nodeChanged } from './schedule';
import { taintsChanged } from './taint-node';

export function planActions(cluster: Cluster, actions: readonly Action[]): void {
	for (const action of actions) cluster.clock.at(milliseconds(action.at) ?? 0, () => act(cluster, action));
}

export function act(cluster: Cluster, action: Action): void {
	if (action.do === 'create') return cluster.create(action.manifest ?? '');
	if (action.do === 'removeStatic') return cluster.removeStatic();
	const { target } = action;
	if (target?.includes('/') === true) return actOnObject(cluster, action, target.slice(0, target.indexOf('/')), target.slice(target.indexOf('/') + 1));
	if (target === 'owner' && cluster.owner !== undefined) return cluster.owner.act(action);
	const pod = firstPod(cluster);
	if (pod !== undefined) actOnPod(cluster, action, pod);
}

/** The oldest pod that is not being deleted, or else the oldest. */
function firstPod(cluster: Cluster): PodObject | undefined {
	const pods = cluster.recorder.order.flatMap((uid) => cluster.api.pods.get(uid) ?? []);
	return pods.find(({ deletion }) => deletion === undefined) ?? pods[0];
}

function actOnPod(cluster: Cluster, action: Action, pod: PodObject): void {
	switch (action.do) {
		case 'delete':
			return deletePod(cluster, pod, action.gracePeriodSeconds, 'user');
		case 'evict':
			return evictPod(cluster, pod, action.gracePeriodSeconds);
		case 'removeSchedulingGate': {
			const gate = action.name ?? '';
			cluster.story.tell(cluster.storyIndex(pod.uid), {
				code: 'pod/gate-removed',
				args: { gate },
				tone: 'prep',
				weight: 5,
				field: `${cluster.specField}.schedulingGates`,
			});
			const gates = (pod.spec.schedulingGates ?? []).filter(({ name }) => name !== gate);
			return cluster.api.writeSpec(pod.uid, (spec) => ({ ...spec, schedulingGates: gates }));
		}
		case 'removeFinalizers':
			return cluster.api.writeMeta(pod.uid, (meta) => ({ ...meta, finalizers: [] }));
		case 'setCondition': {
			const status = action.status === 'True' || action.status === 'False' ? action.status : 'Unknown';
			const type = action.condition ?? action.type ?? '';
			return cluster.api.writeStatus(pod.uid, (old) => ({ ...old, conditions: withCondition(old.conditions, { type, status }) }));
		}
		case 'patch':
			return patchPod(cluster, action, pod);
		default:
			return;
	}
}

function patchPod(cluster: Cluster, action: Action, pod: PodObject): void {
	const before: Pod = { metadata: pod.meta, spec: pod.spec };
	const after = patched(before, action.body, action.type) as { metadata?: ObjectMeta; spec?: PodSpec; status?: ApiStatus };
	if (action.subresource === 'resize' && refusedResize(cluster, pod, after.spec ?? pod.spec)) return;
	const what = changes(pod.spec, after.spec ?? pod.spec);
	const told = cluster.story.tell(cluster.storyIndex(pod.uid), {
		code: 'pod/changed',
		args: { what },
		tone: 'warn',
		weight: what === '' ? 3 : 6,
	});
	cluster.causes.set(`changed/${pod.uid}`, told);
	if (after.metadata !== undefined && !same(after.metadata, pod.meta)) cluster.api.writeMeta(pod.uid, () => after.metadata ?? pod.meta);
	if (after.spec !== undefined && !same(after.spec, pod.spec)) cluster.api.writeSpec(pod.uid, () => after.spec ?? pod.spec);
}

/** The fields of the spec that a patch changed, for the story. */
function changes(before: PodSpec, after: PodSpec): string {
	const images = after.containers
		.filter(({ name, image }) => before.containers.find((old) => old.name === name)?.image !== image)
		.map(({ name }) => `${name}: image`);
	if (images.length > 0) return images.join(', ');
	const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof PodSpec>;
	return [...keys].filter((key) => !same(before[key], after[key])).join(', ');
}

function actOnObject(cluster: Cluster, action: Action, kind: string, name: string): void {
	if (kind === 'Node') return patchNode(cluster, action, name);
	if (kind === 'Pod') {
		const pod = [...cluster.api.pods.values()].find((known) => known.name === name);
		if (pod !== undefined) actOnPod(cluster, action, pod);
		return;
	}
	if (action.do === 'delete') cluster.api.objects.delete(`${kind}/${name}`);
	else if (action.do === 'patch') cluster.api.createObject(kind, name, patched(cluster.api.objects.get(`${kind}/${name}`), action.body, action.type));
}

function patchNode(cluster: Cluster, action: Action, name: string): void {
	const node = cluster.nodes.find((known) => known.name === name) ?? cluster.nodes[0];
	if (node === undefined || action.do !== 'patch') return;
	const was = { ...node };
	const before = { metadata: { labels: node.labels }, spec: { taints: node.taints, unschedulable: node.unschedulable } };
	const after = patched(before, action.body, action.type) as {
		metadata?: { labels?: Record<string, string> };
		spec?: { taints?: readonly Taint[]; unschedulable?: boolean };
	};
	node.labels = after.metadata?.labels ?? {};
	node.taints = after.spec?.taints ?? [];
	node.unschedulable = after.spec?.unschedulable ?? false;
	taintsChanged(cluster, node);
	if (before.spec.unschedulable && !node.unschedulable) staleTaint(cluster, node.name);
	nodeChanged(cluster, was, node);
	cluster.owner?.nodesChanged();
}

/** The taint of a cordon goes a moment after the mark itself: one try in between still sees it. */
function staleTaint(cluster: Cluster, name: string): void {
	const node = cluster.nodes.find((known) => known.name === name);
	if (node === undefined) return;
	const taint: Taint = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' };
	node.taints = [...node.taints, taint];
	cluster.clock.after(30, () => {
		const before = { ...node };
		node.taints = node.taints.filter((known) => known !== taint);
		nodeChanged(cluster, before, node);
	});
}
