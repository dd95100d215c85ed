/** The life of an object as it is in the old text, and the apply in the midst of it: what the panel plays. */
import { storedObject } from '../../defaults/stored';
import type { File, Manifest } from '../../manifest/read';
import type { AppliedTimes, Preset, Scenario, Trace } from '../../protocol/life';
import type { PodSpec } from '../../schema/generated/types';
import type { JsonMap } from '../../schema/json';
import type { Minor } from '../../schema/schema';
import type { Judgement } from '../diagnose/judge';
import { podSpecOf } from '../life/pod-of';
import { type Live, type Steps, usualLife, written } from '../life/usual';
import { type Applying, applyLife } from './apply-life';
import { changesOf } from './changes';
import { fewestReady } from './fewest-ready';
import { judgeOver, type OverJudgement } from './judge-over';
import { pairsOf } from './pairs';

export interface AppliedLife {
	readonly preset: Preset;
	readonly trace: Trace;
	readonly apply: AppliedTimes;
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

interface Server {
	readonly version: Minor;
	readonly judged: (manifest: Manifest) => Judgement;
}

/** What a manifest is applied over, and the verdicts on both; undefined where nothing was there before. */
function overOf(file: File, old: File, manifest: Manifest, { version, judged }: Server) {
	const pair = pairsOf(file, old).find((one) => 'manifest' in one && one.manifest === manifest);
	const former = pair && 'old' in pair ? pair.old : undefined;
	if (!former || !judged(former).accepted) return undefined;
	return { former, created: judged(former), judgement: judgeOver(manifest, judged(manifest), former, version) };
}

/** Undefined where there is nothing to play: no such object before, nothing that its pods could feel, or an update that is refused. `liveAs` lives the old one. */
export function* appliedLife(
	file: File,
	old: File,
	manifest: Manifest,
	server: Server,
	liveAs: (spec: PodSpec, becomes: Judgement) => Live,
): Steps<AppliedLife | undefined> {
	const over = LIVES.has(manifest.kind.kind) ? overOf(file, old, manifest, server) : undefined;
	if (!over?.judgement.accepted) return undefined;
	const { former, created, judgement } = over;
	const applying = applyingOf(manifest, judgement, former, created, server.version);
	if (!applying || !changesOf(applying.stored, applying.next).some(({ path: [first] }) => first === 'spec')) return undefined;
	const { spec, nextSpec, next } = applying;
	const { trace, scenario, at, effect } = yield* applyLife(applying, liveAs(spec, judgement));
	const fewest = fewestReady(applying, effect.before);
	return {
		preset: { id: 'applied', title: { en: 'I apply this', ko: '이대로 적용하면' }, scenario },
		trace,
		apply: { at, ...(fewest !== undefined && { fewestReady: fewest }) },
		next,
		spec: joined(nextSpec, spec),
	};
}

/** The life of an old object that goes on, because the server refuses the new one. */
export interface KeptLife {
	readonly trace: Trace;
	readonly scenario: Scenario;
	readonly apply: AppliedTimes;
	/** The old object, and what its containers are in. */
	readonly object: JsonMap;
	readonly spec: PodSpec;
}

/** Seconds of the old life that are there after a refusal at least. */
const GOES_ON = 20;

/** Undefined where nothing was there before, or the new one is taken. `liveOf` lives the old one. */
export function* keptLife(file: File, old: File, manifest: Manifest, server: Server, liveOf: (spec: PodSpec) => Live): Steps<KeptLife | undefined> {
	const over = manifest.document.faults.length === 0 && !manifest.embedded ? overOf(file, old, manifest, server) : undefined;
	if (!over || over.judgement.accepted) return undefined;
	const { former, created } = over;
	const { kind } = former.kind;
	const object = created.object as JsonMap;
	const spec = podSpecOf(former, created);
	const live = liveOf(spec);
	const { steady: at, trace, scenario } = yield* usualLife(kind, object, spec, live);
	const apply: AppliedTimes = { at, isRefused: true };
	if (trace.until >= at + GOES_ON) return { trace, scenario, apply, object, spec };
	const longer: Scenario = { ...scenario, until: written(at + GOES_ON) };
	return { trace: yield* live(kind, object, longer), scenario: longer, apply, object, spec };
}

/** The containers of both; one that is in both is as it becomes. */
function joined(next: PodSpec, old: PodSpec): PodSpec {
	const both = <T extends { readonly name: string }>(now: readonly T[] = [], before: readonly T[] = []): readonly T[] => [
		...now,
		...before.filter(({ name }) => !now.some((one) => one.name === name)),
	];
	return { ...next, containers: both(next.containers, old.containers), initContainers: both(next.initContainers, old.initContainers) };
}
