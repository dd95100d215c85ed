/** What people do while a pod lives: the actions of a scenario. */

import type { JsonMap } from '../../schema/json';
import { milliseconds } from '../duration';
import { seconds } from '../event-log';
import type { Cluster } from '../kubelet';
import { patched } from '../patch';
import type { Action } from '../scenario';
import { type PodObject, withCondition } from '../state';
import type { ActionAnswer, Moment } from '../trace';
import { deletePod, evictPod } from './delete-pod';
import { patchNode } from './patch-node';
import { patchPod } from './patch-pod';
import { refuse } from './refuse';

/** Actions come at their times; the list fills with what the API server says to them. */
export function planActions(cluster: Cluster, actions: readonly Action[]): readonly ActionAnswer[] {
	const { clock, story } = cluster;
	const answers: ActionAnswer[] = [];
	for (const [index, action] of actions.entries()) {
		clock.at(milliseconds(action.at) ?? 0, () => {
			const before = story.length;
			act(cluster, action);
			const refused = story.since(before).flatMap(refusalIn)[0];
			answers.push({ action: index, t: seconds(clock.now), ...(refused === undefined ? {} : { refused }) });
		});
	}
	return answers;
}

function refusalIn({ code, args }: Moment): readonly string[] {
	switch (code) {
		case 'action/refused':
		case 'object/refused':
			return [String(args['message'])];
		case 'pod/evict-refused':
			// registry/core/pod/storage/eviction.go createTooManyRequestsError
			return ["Cannot evict pod as it would violate the pod's disruption budget."];
		default:
			return [];
	}
}

export function act(cluster: Cluster, action: Action): void {
	if (action.do === 'create') return cluster.create(action.manifest ?? '');
	if (action.do === 'removeStatic') return cluster.removeStatic();
	const { target } = action;
	if (target?.includes('/') === true) return actOnObject(cluster, action, target.slice(0, target.indexOf('/')), target.slice(target.indexOf('/') + 1));
	if (target === 'owner' && cluster.owner !== undefined) return cluster.owner.act(action);
	const pod = firstPod(cluster);
	if (pod !== undefined) actOnPod(cluster, action, pod);
	else refuse(cluster, action, 'No resources found');
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

function actOnObject(cluster: Cluster, action: Action, kind: string, name: string): void {
	const { api, owner } = cluster;
	if (kind === 'Node') return actOnNode(cluster, action, name);
	if (owner?.kind === kind && owner.name === name) return owner.act(action);
	const pod = kind === 'Pod' ? [...api.pods.values()].find((known) => known.name === name) : undefined;
	if (pod !== undefined) return actOnPod(cluster, action, pod);
	const object = api.objects.get(`${kind}/${name}`);
	if (object === undefined) return refuse(cluster, action, notFound(kind, name));
	if (action.do === 'delete') api.objects.delete(`${kind}/${name}`);
	if (action.do !== 'patch') return;
	const answer = patched(object as JsonMap, kind, action, cluster.judge);
	if ('refused' in answer) refuse(cluster, action, answer.refused);
	else api.createObject(kind, name, answer.object);
}

/** kubectl's words for what is not there. */
function notFound(kind: string, name: string): string {
	const lower = kind.toLowerCase();
	const plural = lower.endsWith('s') ? `${lower}es` : lower.endsWith('y') ? `${lower.slice(0, -1)}ies` : `${lower}s`;
	return `${plural} "${name}" not found`;
}

function actOnNode(cluster: Cluster, action: Action, name: string): void {
	// A recording's only node has a name of its own.
	const node = cluster.nodes.find((known) => known.name === name) ?? (cluster.nodes.length === 1 ? cluster.nodes[0] : undefined);
	if (node === undefined) return refuse(cluster, action, notFound('Node', name));
	if (action.do !== 'patch') return;
	const refused = patchNode(cluster, action, node);
	if (refused !== undefined) refuse(cluster, action, refused);
}
