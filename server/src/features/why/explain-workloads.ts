/** How the workloads of a dump are: each by its own status, and by what holds its pods. */
import type { Dump, DumpedPod, Workload } from '../../autopsy/dump';
import type { Evidence } from '../../autopsy/finding';
import { diagnoseWorkload, podsOf } from '../../autopsy/workloads/diagnose';
import { heldUp, workloadComingWords, workloadWords } from '../../docs/why-workload';
import type { Bilingual } from '../../protocol/text';
import { refusalIn, said } from './examine';
import type { Explained } from './explained';

/** A workload explained. Words are Markdown with `code` only. */
export interface ExplainedWorkload {
	readonly kind: Workload['kind'];
	readonly name: string;
	readonly namespace: string;
	/** `unknown`: its status does not say how it is. */
	readonly verdict: Explained['verdict'];
	readonly headline: Bilingual;
	/** What is said of its pods that are in trouble, and the fields that prove the headline. */
	readonly causes: readonly { readonly words: Bilingual; readonly evidence: readonly Evidence[] }[];
	readonly evidence: readonly Evidence[];
}

/** More troubles than these hide the first. */
const MOST_CAUSES = 3;

/** For who may not explain all pods: those that are not ready and not over come first. */
export const unreadyFirst = (one: DumpedPod, other: DumpedPod): number => Number(isWell(one)) - Number(isWell(other));

const isWell = ({ pod: { status } }: DumpedPod): boolean =>
	status?.phase === 'Succeeded' || (status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') ?? false);

/**
 * Explains the workloads of a dump, in its order. `pods` is what `explain` says of the same dump,
 * `now` the time to speak of, milliseconds of the epoch: the newest time in the dump where it is left out.
 */
export function explainWorkloads(dump: Dump, pods: readonly Explained[], now = dump.newest ?? 0): readonly ExplainedWorkload[] {
	return (dump.workloads ?? []).filter((one) => !isPartOf(one, dump.workloads ?? [])).map((workload) => explainWorkload(workload, dump, pods, now));
}

/** What a Deployment beside it makes of a ReplicaSet is told with the Deployment. */
const isPartOf = ({ kind, object }: Workload, workloads: readonly Workload[]): boolean =>
	kind === 'ReplicaSet' &&
	workloads.some(
		(other) => other.kind === 'Deployment' && other.object.metadata?.namespace === object.metadata?.namespace && isOwner(other.object.metadata?.name, object),
	);

const isOwner = (name: string | undefined, { metadata }: Workload['object']): boolean =>
	metadata?.ownerReferences?.some((owner) => owner.kind === 'Deployment' && owner.name === name) === true;

function explainWorkload(workload: Workload, dump: Dump, pods: readonly Explained[], now: number): ExplainedWorkload {
	const { kind, object } = workload;
	const { name = '', namespace = 'default' } = object.metadata ?? {};
	const own = podsOf(workload, dump.pods);
	const { code, args, fields, coming, verdict } = diagnoseWorkload(workload, own, now);
	const phases = new Map(own.map(({ pod }) => [pod.metadata?.name, pod.status?.phase]));
	const troubled = pods.filter((one) => one.verdict === 'unhealthy' && one.namespace === namespace && phases.has(one.name));
	const live = troubled.filter((one) => phases.get(one.name) !== 'Failed');
	// Of pods that are over a workload makes new ones; those that are not may fail whatever it counts.
	const isTroubled = verdict === 'healthy' && live.length > 0 && (code === 'all' || code === 'job/works');
	const field = { field: fields[0] ?? 'status' };
	const refusal = code === 'refused' ? refusalIn(String(args['message'] ?? ''), namespace, field).means : [];
	const headline = said(workloadWords[code], { ...args, troubled: isTroubled ? live.length : 0 });
	const next = coming && comingIn(coming, now);
	const told = verdict !== 'healthy' ? [...live, ...troubled.filter((one) => !live.includes(one))] : isTroubled ? live : [];
	return {
		kind,
		name,
		namespace,
		verdict: isTroubled ? 'unhealthy' : verdict,
		headline: next ? { en: `${headline.en} ${next.en}`, ko: `${headline.ko} ${next.ko}` } : headline,
		evidence: fields.map((field) => ({ field })),
		causes: [...refusal, ...causesOf(told)],
	};
}

/** Pods of which the same is said are told of once. */
function causesOf(pods: readonly Explained[]): ExplainedWorkload['causes'] {
	const isAlike = (one: Explained, other: Explained): boolean => one.headline.en === other.headline.en;
	const different = pods.filter((one, index) => pods.findIndex((other) => isAlike(one, other)) === index);
	return different.slice(0, MOST_CAUSES).map((one) => causeOf(one, pods.filter((other) => isAlike(one, other)).length - 1));
}

function causeOf({ name, headline, causes }: Explained, count: number): ExplainedWorkload['causes'][number] {
	const told = { pod: name, count };
	const words = { en: said(heldUp, { ...told, words: headline.en }).en, ko: said(heldUp, { ...told, words: headline.ko }).ko };
	const evidence = (causes.at(-1)?.evidence ?? []).map((one) => ('field' in one && one.of === undefined ? { ...one, of: `Pod/${name}` } : one));
	return { words, evidence };
}

function comingIn({ code, in: seconds }: { readonly code: keyof typeof workloadComingWords; readonly in: number }, now: number): Bilingual {
	const at = new Date(now + seconds * 1000).toISOString();
	// Of what is more than a day away the day is told.
	return said(workloadComingWords[code], { in: seconds, at: seconds > 86_400 ? `${at.slice(0, 19)}Z` : at.slice(11, 19) });
}
