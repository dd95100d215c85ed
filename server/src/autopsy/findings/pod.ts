/** What holds the pod as a whole: it goes, its node is lost, or its volumes do not come. */
import { newest, type SeenEvent } from '../facts';
import {
	type Advice,
	type AdviceCode,
	type Case,
	type Cause,
	type CauseCode,
	conditionField,
	type Finding,
	field,
	kubectl,
	ofContainer,
	quoted,
	said,
	statusField,
} from '../finding';
import { refersTo } from '../infer';
import { meantBy } from '../meanings';
import { meaningOf, remedyOf } from '../remedies';
import { configAdvice, lookAtEvents } from './waiting';

/** A pod that is being deleted, and what keeps it. */
export function deleting({ facts, foretold }: Case): Finding | undefined {
	const { deletion, pod, containers, now } = facts;
	if (deletion === undefined) return undefined;
	const finalizers = pod.metadata?.finalizers ?? [];
	const grace = deletion.graceSeconds;
	const since = Math.max(0, now - deletion.at);
	const args = { grace, since, finalizers: finalizers.join(', '), node: pod.spec?.nodeName ?? '' };
	const running = containers.filter(({ runningSince }) => runningSince !== undefined);
	const told: Cause<CauseCode> = { code: 'deleted', args, evidence: field('metadata.deletionTimestamp') };
	if (running.length === 0 && finalizers.length > 0)
		return {
			headline: { code: 'deleting/finalizers', args },
			causes: [told, { code: 'finalizers', args, evidence: field('metadata.finalizers') }],
			advice: [{ code: 'finalizers', args, line: { command: kubectl(facts, 'get pod', '-o', "jsonpath='{.metadata.finalizers}'") } }],
			coming: 'mend',
			healthy: false,
		};
	const slow = running[0];
	const stopping: readonly Cause<CauseCode>[] = slow
		? [
				{
					code: 'stopping',
					args: { ...args, container: slow.name },
					evidence: [{ field: statusField(facts, slow.name, 'state.running') }, ...said(newest(slow.events.filter(({ reason }) => reason === 'Killing')))],
				},
			]
		: [];
	const isLate = since > grace + LATE;
	const failed = newest(facts.events.filter(({ reason }) => reason === 'FailedKillPod'));
	const meant = failed && meantBy('kill', failed.message);
	const unkilled: readonly Cause<CauseCode>[] = failed
		? [{ code: 'config/other', args: { message: failed.message }, evidence: said(failed) }, ...meaningOf(meant, said(failed))]
		: [];
	const remedies = remedyOf(meant, { facts }, args);
	const late: readonly Cause<CauseCode>[] = isLate ? [{ code: 'late', args, evidence: field('metadata.deletionGracePeriodSeconds') }] : [];
	const node: readonly Advice<AdviceCode>[] = args.node ? [{ code: 'node', args, line: { command: `kubectl get node ${quoted(args.node)}` } }] : [];
	return {
		headline: { code: isLate ? 'deleting/late' : 'deleting', args },
		causes: [told, ...stopping, ...late, ...unkilled],
		advice: isLate
			? [...(remedies.length > 0 ? remedies : node), { code: 'force', args, line: { command: kubectl(facts, 'delete pod', '--grace-period=0', '--force') } }]
			: slow
				? [{ code: 'logs', args, line: { command: kubectl(facts, 'logs', ...ofContainer(facts, slow.name)) } }]
				: [],
		coming: !isLate && foretold.next.gone !== undefined ? 'gone' : 'unknown',
		healthy: !isLate,
	};
}

/** Seconds past its grace after which nobody believes any more that it is about to go. */
const LATE = 15;

/** The node no longer reports. */
export function nodeLost({ facts, foretold }: Case): Finding | undefined {
	const { pod, events, since } = facts;
	const lost = newest(events.filter(({ reason }) => reason === 'NodeNotReady'));
	const unknown = pod.status?.reason === 'NodeLost';
	if (
		(lost === undefined && !unknown && !isUnreadyByNode(facts)) ||
		(pod.status?.conditions?.find(({ type }) => type === 'Ready')?.status === 'True' && !unknown)
	)
		return undefined;
	const node = pod.spec?.nodeName ?? '';
	const patience = pod.spec?.tolerations?.find(({ key }) => key === 'node.kubernetes.io/unreachable')?.tolerationSeconds ?? 300;
	const at = since.get('Ready') ?? lost?.last ?? facts.now;
	const args = { node, patience, left: Math.max(0, at + patience - facts.now) };
	return {
		headline: { code: 'node-lost', args },
		causes: [
			{ code: 'node/silent', args, evidence: [...said(lost), { field: conditionField(facts, 'Ready', 'lastTransitionTime') }] },
			{ code: 'node/evicts', args, evidence: field('spec.tolerations') },
		],
		advice: [{ code: 'node', args, line: { command: `kubectl describe node ${quoted(node)}` } }],
		coming: foretold.next.deleted === undefined ? 'unknown' : 'deleted',
		healthy: false,
	};
}

/** The node lifecycle controller takes the one condition away and gives no reason, as the kubelet would (controller_utils.go MarkPodsNotReady). */
function isUnreadyByNode({ pod: { spec, status } }: Case['facts']): boolean {
	const of = (type: string) => status?.conditions?.find((one) => one.type === type);
	const [ready, containers] = [of('Ready'), of('ContainersReady')];
	return ready?.status === 'False' && !ready.reason && containers?.status === 'True' && !spec?.readinessGates?.length;
}

/** Volumes that are not mounted, a sandbox that is not made: nothing can start. */
export function unprepared({ facts }: Case): Finding | undefined {
	const { pod, events, containers } = facts;
	if (containers.some(({ runningSince, ended: runs }) => runningSince !== undefined || runs.length > 0)) return undefined;
	// What comes of a container comes after its volumes and its sandbox.
	const passed = newest(events.filter(({ reason }) => AFTER.has(reason)))?.last ?? Number.NEGATIVE_INFINITY;
	const held = events.filter(({ last }) => last > passed);
	const mount = mostTelling(held.filter(({ reason }) => reason === 'FailedMount' || reason === 'FailedAttachVolume'));
	const sandbox = newest(held.filter(({ reason }) => reason === 'FailedCreatePodSandBox'));
	if (mount !== undefined) return noVolume(facts, mount);
	if (sandbox === undefined || pod.status?.phase !== 'Pending') return undefined;
	const args = { message: sandbox.message.replace(/^Failed (?:to )?create pod sandbox: /, '') };
	const meant = meantBy('sandbox', sandbox.message);
	const remedies = remedyOf(meant, { facts }, args);
	const command = `kubectl describe node ${quoted(pod.spec?.nodeName ?? '')}`;
	const isSame = remedies.some(({ line }) => 'command' in line && line.command === command);
	return {
		headline: { code: 'sandbox', args },
		causes: [{ code: 'sandbox', args, evidence: said(sandbox) }, ...meaningOf(meant, said(sandbox))],
		advice: [...remedies, ...(isSame ? [] : [{ code: 'node', args, line: { command } } as const])],
		coming: 'mend',
		healthy: false,
	};
}

const AFTER = new Set(['Pulling', 'Pulled', 'Failed', 'BackOff', 'Created', 'Started']);

/** What says only that something did not come in time, or passes, explains less than what says why. */
const VAGUE = new Set(['mount/slow', 'mount/cache']);

function mostTelling(events: readonly SeenEvent[]): SeenEvent | undefined {
	const clear = events.filter(({ message }) => !VAGUE.has(meantBy('mount', message)?.meaning ?? ''));
	const slow = events.filter(({ message }) => meantBy('mount', message)?.meaning === 'mount/slow');
	return newest(clear) ?? newest(slow) ?? newest(events);
}

/** The volume that a message is about, or the first of those that did not come: volume_manager.go, operation_generator.go. */
function volumeIn(message: string): string {
	const [, named] = /for volume "([^"]+)"/.exec(message) ?? [];
	const [, list] = /(?:unmounted|unattached\/unmounted) volumes=\[([^\]\s,]+)/.exec(message) ?? [];
	return named ?? list ?? '';
}

function noVolume(facts: Case['facts'], mount: SeenEvent): Finding {
	const { pod } = facts;
	const volume = volumeIn(mount.message);
	const index = pod.spec?.volumes?.findIndex(({ name }) => name === volume) ?? -1;
	const path = index < 0 ? 'spec.volumes' : `spec.volumes[${index}]`;
	const lacks = refersTo(mount.message);
	const [kind = '', object = ''] = lacks?.object.split('/') ?? [];
	const args = {
		volume,
		kind,
		object,
		count: mount.count,
		namespace: pod.metadata?.namespace ?? 'default',
		message: mount.message.replace(/^.*?for volume "[^"]*" *: */, ''),
	};
	const look = lookAtEvents(facts, args);
	const meant = lacks === undefined ? meantBy('mount', mount.message) : undefined;
	return {
		headline: { code: 'volume', args },
		causes: [
			{ code: 'volume/wanted', args, evidence: field(path) },
			{ code: 'volume/fails', args, evidence: said(mount) },
			...meaningOf(meant, said(mount)),
			{ code: 'volume/retry', args, evidence: said(mount) },
		],
		advice:
			lacks === undefined
				? [...remedyOf(meant, { facts }, args), look]
				: configAdvice(pod.metadata?.namespace, { kind, object }, `${path}.${kind === 'Secret' ? 'secret' : 'configMap'}`),
		coming: 'retry',
		healthy: false,
	};
}
