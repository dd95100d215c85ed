import { isList, isMap, type JsonMap } from '../../schema/json';
import type { Cluster } from '../kubelet';
import type { Node, Taint } from '../nodes';
import { type Answer, patched } from '../patch';
import type { Action } from '../scenario';
import { nodeChanged } from './schedule';
import { taintsChanged } from './taint-node';

/** A patch of a node: a cordon, a taint, a label. Why the server refuses it, in its words; undefined where it does not. */
export function patchNode(cluster: Cluster, action: Action, node: Node): string | undefined {
	const was = { ...node };
	const { name, labels, taints, unschedulable } = node;
	const live = { apiVersion: 'v1', kind: 'Node', metadata: { name, labels }, spec: { taints, ...(unschedulable ? { unschedulable } : {}) } };
	const answer = patched(live as unknown as JsonMap, 'Node', action, judgeNode);
	if ('refused' in answer) return answer.refused;
	const after = answer.object as unknown as { metadata?: { labels?: Node['labels'] }; spec?: { taints?: readonly Taint[]; unschedulable?: boolean } };
	node.labels = after.metadata?.labels ?? {};
	node.taints = after.spec?.taints ?? [];
	node.unschedulable = after.spec?.unschedulable ?? false;
	taintsChanged(cluster, node);
	if (was.unschedulable && !node.unschedulable) staleTaint(cluster, node);
	nodeChanged(cluster, was, node);
	cluster.owner?.nodesChanged();
	return undefined;
}

const EFFECTS: readonly unknown[] = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** What is read of a node here, and of core validation.ValidateNodeUpdate what concerns it. */
function judgeNode({ object }: { readonly object: JsonMap }): Answer {
	const { metadata = {}, spec = {} } = object;
	const unreadable = (what: string, type: string): Answer => ({ refused: `json: cannot unmarshal into Go struct field ${what} of type ${type}` });
	if (!isMap(metadata)) return unreadable('Node.metadata', 'v1.ObjectMeta');
	if (!isMap(spec)) return unreadable('Node.spec', 'v1.NodeSpec');
	const { labels = {} } = metadata;
	const { taints = [], unschedulable = false } = spec;
	if (!isMap(labels) || Object.values(labels).some((value) => typeof value !== 'string')) return unreadable('ObjectMeta.metadata.labels', 'map[string]string');
	if (typeof unschedulable !== 'boolean') return unreadable('NodeSpec.spec.unschedulable', 'bool');
	if (!isList(taints)) return unreadable('NodeSpec.spec.taints', '[]v1.Taint');
	for (const [i, taint] of taints.entries()) {
		if (!isMap(taint) || [taint['key'], taint['value'] ?? '', taint['effect'] ?? ''].some((text) => text !== undefined && typeof text !== 'string'))
			return unreadable('NodeSpec.spec.taints', 'v1.Taint');
		if (!taint['key']) return { refused: `spec.taints[${i}].key: Invalid value: "": name part must be non-empty` };
		if (!EFFECTS.includes(taint['effect']))
			return {
				refused: `spec.taints[${i}].effect: Unsupported value: "${taint['effect'] ?? ''}": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"`,
			};
	}
	return { object };
}

/** The taint of a cordon goes a moment after the mark itself: one try in between still sees it. */
function staleTaint(cluster: Cluster, node: Node): void {
	const taint: Taint = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' };
	node.taints = [...node.taints, taint];
	cluster.clock.after(30, () => {
		const before = { ...node };
		node.taints = node.taints.filter((known) => known !== taint);
		nodeChanged(cluster, before, node);
	});
}
