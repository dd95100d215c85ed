import { applyDefaults } from '../../defaults/defaults';
import type { File, Manifest } from '../../manifest/read';
import type { Pod, PodSpec } from '../../schema/generated/types';
import { copyOf } from '../../schema/nil';
import type { Minor } from '../../schema/schema';
import type { Judgement } from '../diagnose/judge';
import { hasLife } from '../embedded';
import type { HintKind } from '../hint-kinds';
import { podSpecOf } from '../life/pod-of';
import { manifestsOf } from '../manifests';
import { defaultHints } from './defaults';
import { fitted, type ShownHint } from './fitted';
import { probeHints } from './probes';
import { pullPolicyHints } from './pull-policy';
import { qosHints } from './qos';
import { requestHints } from './requests';
import { type Clock, scheduleHints } from './schedule';
import { shutdownHints } from './shutdown';
import type { Hint, Subject } from './subject';
import { unitHints } from './units';

const MAKERS: Readonly<Record<HintKind, (subject: Subject, clock: Clock) => readonly Hint[]>> = {
	qos: qosHints,
	requests: requestHints,
	probes: probeHints,
	shutdown: shutdownHints,
	schedule: scheduleHints,
	imagePullPolicy: pullPolicyHints,
	units: unitHints,
	defaults: defaultHints,
};

export interface HintOptions extends Clock {
	readonly kinds: readonly HintKind[];
	readonly version: Minor;
}

/** What follows from a manifest but is not written in it, kind by kind. Silent on what the server refuses, and where a part is missing or to be filled in. */
export function hints(file: File, judged: (manifest: Manifest) => Judgement, { kinds, version, ...clock }: HintOptions): readonly ShownHint[] {
	return manifestsOf(file).flatMap((manifest) => {
		const judgement = judged(manifest);
		const isWhole = hasLife(manifest) && manifest.document.faults.length === 0 && judgement.decoded.unknown.length === 0;
		if (!judgement.accepted || !isWhole) return [];
		const subject: Subject = { manifest, judgement, version, spec: specOf(manifest, judgement, version), above: [...manifest.kind.template, 'spec'] };
		return joined(kinds.flatMap((kind) => MAKERS[kind](subject, clock)));
	});
}

/** The spec of the pod as it will be: what a template lacks yet is filled in when a pod is made of it, limits as requests among it. */
function specOf(manifest: Manifest, judgement: Judgement, version: Minor): PodSpec {
	const spec = podSpecOf(manifest, judgement);
	if (manifest.kind.template.length === 0) return spec;
	const made: Pod = applyDefaults('Pod', { spec: copyOf(spec) }, version);
	return made.spec ?? spec;
}

/** Several at one place are one; what comes by an alias is written once. */
function joined(all: readonly Hint[]): readonly ShownHint[] {
	const byOffset = new Map<number, readonly Hint[]>();
	for (const hint of all) {
		const known = byOffset.get(hint.offset) ?? [];
		if (!known.some(({ wordings: [{ en }] }) => en === hint.wordings[0].en)) byOffset.set(hint.offset, [...known, hint]);
	}
	return [...byOffset].map(([offset, hints]) => fitted(offset, hints));
}
