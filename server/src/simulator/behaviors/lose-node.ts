/** A node that falls silent: after its grace the control plane takes it for lost. pkg/controller/nodelifecycle */
import { seconds } from '../event-log';
import type { Cluster, Kubelet } from '../kubelet';
import type { Node } from '../nodes';
import { SECOND } from '../pace';
import { withCondition } from '../state';
import { nodeChanged } from './schedule';
import { taintsChanged } from './taint-node';

/** --node-monitor-grace-period, from the last heartbeat (a lease every 10 s) to the next look (every 5 s). */
const GRACE = 50 * SECOND;
const FROM_LAST_HEARTBEAT = 4 * SECOND;
/** From a node that is not ready to its NoExecute taint. */
const UNTIL_TAINT = 10 * SECOND;
/** From a node that is back to its next status (nodeStatusUpdateFrequency) and the end of its taints. */
const UNTIL_READY = 10 * SECOND;

const UNREACHABLE = 'node.kubernetes.io/unreachable';

export function planSilence(cluster: Cluster, kubelet: Kubelet, node: Node): void {
	const from = cluster.script.silentFrom;
	if (from === undefined) return;
	const until = cluster.script.silentUntil ?? Infinity;
	kubelet.beSilent(from, until);
	cluster.clock.at(from, () => {
		const told = cluster.story.tell(undefined, { code: 'node/silent', args: { node: node.name }, tone: 'bad', weight: 7 });
		cluster.causes.set(`silent/${node.name}`, told);
		cluster.story.lane(undefined, 'scenario', 'nodeSilent');
	});
	const lost = from + GRACE + FROM_LAST_HEARTBEAT;
	if (lost < until) cluster.clock.at(lost, () => notReady(cluster, node));
	if (lost + UNTIL_TAINT < until) cluster.clock.at(lost + UNTIL_TAINT, () => taint(cluster, node));
	if (!Number.isFinite(until)) return;
	cluster.clock.at(until, () => comeBack(cluster, node));
	cluster.clock.at(until + UNTIL_READY, () => ready(cluster, node));
}

function notReady(cluster: Cluster, node: Node): void {
	node.ready = false;
	const told = cluster.story.tell(undefined, {
		code: 'node/not-ready',
		args: { node: node.name, seconds: seconds(GRACE) },
		tone: 'bad',
		weight: 7,
		because: [cluster.causes.get(`silent/${node.name}`)],
	});
	cluster.causes.set(`not-ready/${node.name}`, told);
	for (const pod of cluster.api.pods.values()) {
		if (pod.spec.nodeName !== node.name) continue;
		cluster.recorder.events(pod.uid).say({ from: 'node-controller', type: 'Warning', reason: 'NodeNotReady', message: 'Node is not ready' });
		cluster.api.writeStatus(pod.uid, (status) => ({
			...status,
			conditions: status.conditions.some(({ type }) => type === 'Ready')
				? withCondition(status.conditions, { type: 'Ready', status: 'False' })
				: status.conditions,
		}));
	}
}

function taint(cluster: Cluster, node: Node): void {
	const key = UNREACHABLE;
	const before = { ...node };
	const told = cluster.story.tell(undefined, {
		code: 'node/tainted',
		args: { node: node.name, taint: key },
		tone: 'warn',
		weight: 5,
		because: [cluster.causes.get(`not-ready/${node.name}`)],
	});
	cluster.causes.set(`tainted/${node.name}`, told);
	node.taints = [...node.taints, { key, effect: 'NoSchedule' }, { key, effect: 'NoExecute' }];
	taintsChanged(cluster, node);
	nodeChanged(cluster, before, node);
	cluster.owner?.nodesChanged();
}

/** The kubelet goes on with its pods at once. */
function comeBack(cluster: Cluster, node: Node): void {
	cluster.story.tell(undefined, { code: 'node/back', args: { node: node.name }, tone: 'ok', weight: 7, because: [cluster.causes.get(`silent/${node.name}`)] });
	cluster.story.lane(undefined, 'scenario', undefined);
}

/** markNodeAsReachable: until now no new pod comes. */
function ready(cluster: Cluster, node: Node): void {
	const before = { ...node };
	node.ready = true;
	node.taints = node.taints.filter(({ key }) => key !== UNREACHABLE);
	taintsChanged(cluster, node);
	nodeChanged(cluster, before, node);
	cluster.owner?.nodesChanged();
}
