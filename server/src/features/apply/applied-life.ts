/** The life of an object as it is in the old text, and the apply in the midst of it: what the panel plays. */
import { storedObject } from '../../defaults/stored';
import type { File, Manifest } from '../../manifest/read';
import type { Preset, Trace } from '../../protocol/life';
import type { PodSpec } from '../../schema/generated/types';
import type { JsonMap } from '../../schema/json';
import type { Minor } from '../../schema/schema';
import type { Judgement } from '../diagnose/judge';
import { podSpecOf } from '../life/pod-of';
import type { Live, Steps } from '../life/usual';
import { type Applying, applyLife } from './apply-life';
import { changesOf } from './changes';
import { judgeOver, type OverJudgement } from './judge-over';
import { pairsOf } from './pairs';

export interface AppliedLife {
	readonly preset: Preset;
	readonly trace: Trace;
	/** When it is applied, in seconds. */
	readonly at: number;
	/** The object as it is stored then. */
	readonly next: JsonMap;
	/** What the containers of either text are in. */
	readonly spec: PodSpec;
}

/** Kinds whose pods are there at once, and stay. */
export const LIVES: ReadonlySet<string> = new Set(['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController']);

/** A change of a live object, as the server stores both; `judgement` is that of the update. */
export function applyingOf(manifest: Manifest, judgement: OverJudgement, old: Manifest, created: Judgement, version: Minor): Applying | undefined {
	const { kind } = manifest.kind;
	const { stored } = judgement;
	if (!stored) return undefined;
	const next = storedObject(kind, judgement.object, version, judgement.decoded.exact) as JsonMap;
	return { kind, object: created.object, spec: podSpecOf(old, created), nextSpec: podSpecOf(manifest, judgement), stored, next };
}

/** Undefined where there is nothing to play: no such object before, nothing that its pods could feel, or an update that is refused. `liveAs` lives the old one. */
export function* appliedLife(
	file: File,
	old: File,
	manifest: Manifest,
	{ version, judged }: { readonly version: Minor; readonly judged: (manifest: Manifest) => Judgement },
	liveAs: (spec: PodSpec, becomes: Judgement) => Live,
): Steps<AppliedLife | undefined> {
	const pair = pairsOf(file, old).find((one) => 'manifest' in one && one.manifest === manifest);
	const former = pair && 'old' in pair ? pair.old : undefined;
	if (!former || !LIVES.has(manifest.kind.kind) || !judged(former).accepted) return undefined;
	const judgement = judgeOver(manifest, judged(manifest), former, version);
	const applying = judgement.accepted ? applyingOf(manifest, judgement, former, judged(former), version) : undefined;
	if (!applying || !changesOf(applying.stored, applying.next).some(({ path: [first] }) => first === 'spec')) return undefined;
	const { spec, nextSpec, next } = applying;
	const { trace, scenario, at } = yield* applyLife(applying, liveAs(spec, judgement));
	return { preset: { id: 'applied', title: { en: 'I apply this', ko: '이대로 적용하면' }, scenario }, trace, at, next, spec: joined(nextSpec, spec) };
}

/** The containers of both; one that is in both is as it becomes. */
function joined(next: PodSpec, old: PodSpec): PodSpec {
	const both = <T extends { readonly name: string }>(now: readonly T[] = [], before: readonly T[] = []): readonly T[] => [
		...now,
		...before.filter(({ name }) => !now.some((one) => one.name === name)),
	];
	return { ...next, containers: both(next.containers, old.containers), initContainers: both(next.initContainers, old.initContainers) };
}
