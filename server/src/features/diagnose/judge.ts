import { applyDefaults, prepareForCreate } from '../../defaults/defaults';
import { type Decoded, decode } from '../../manifest/decode';
import type { Manifest } from '../../manifest/read';
import { type PodSecurity, podSecuritySentences, podSecurityViolations } from '../../rules/pod-security/pod-security';
import { validateCreate } from '../../rules/validate';
import { type Warning, warningsOnCreate } from '../../rules/warnings/warnings';
import type { FieldPath } from '../../schema/field-path';
import type { Exact } from '../../schema/int64';
import type { KindName } from '../../schema/kinds';
import { copyOf } from '../../schema/nil';
import { podQos } from '../../schema/pod-qos';
import type { Problem } from '../../schema/problem';
import type { Minor } from '../../schema/schema';
import type { ScalarNode } from '../../yaml/node';
import { whatHolds } from './unknown';

/** All that a server of one version would say of a manifest that is created. */
export interface Judgement {
	readonly accepted: boolean;
	readonly decoded: Decoded;
	/** With defaults filled in, and less what the version drops. */
	readonly object: Readonly<Record<string, unknown>>;
	readonly problems: readonly Problem[];
	readonly warnings: readonly Warning[];
	/** Written, but dropped without a word, because a feature gate is off. */
	readonly dropped: readonly { readonly path: FieldPath; readonly gate: string }[];
	readonly qos?: string;
	/** What breaks the levels of the Pod Security Standards, and the same as sentences. */
	readonly violations: PodSecurity;
	readonly security: { readonly baseline?: readonly string[]; readonly restricted?: readonly string[] };
}

/** What a server started without `--allow-privileged` forbids. Clusters are started with it; the recorded server was not. */
const UNPRIVILEGED: ReadonlySet<string> = new Set(['security/privileged', 'windows/host-process-policy']);

/** Tells the scalars whose value nobody knows yet: a placeholder that is filled in later. Rules that would read one say nothing. */
export type IsUnknown = (scalar: ScalarNode) => boolean;

/** What kube-apiserver answers to a strict create in an ordinary cluster. */
export function judge(manifest: Manifest, version: Minor, isUnknown?: IsUnknown): Judgement {
	const judgement = judgeUnprivileged(manifest, version, isUnknown);
	if (judgement.accepted) return judgement;
	const problems = judgement.problems.filter(({ code }) => !UNPRIVILEGED.has(code));
	return { ...judgement, problems, accepted: isAccepted(judgement.decoded, problems) };
}

const isAccepted = (decoded: Decoded, problems: readonly Problem[]): boolean =>
	problems.length === 0 && decoded.faults.every(({ severity }) => severity === 'repeated');

/** The same where privileged containers are forbidden: decode, default, prepare, validate, warn; k8s.io/apiserver/pkg/registry/rest.BeforeCreate. */
export function judgeUnprivileged(manifest: Manifest, version: Minor, isUnknown?: IsUnknown): Judgement {
	const { kind } = manifest.kind;
	const decoded = decode(manifest.node, kind, version, isUnknown);
	const judged = judgeValue(kind, decoded.value, version, decoded.exact);
	const held = decoded.unknown.length === 0 ? judged : whatHolds(judged, decoded, (value) => judgeValue(kind, value, version, decoded.exact));
	const { problems, warnings, violations } = held;
	return { ...judged, decoded, problems, warnings, violations, security: podSecuritySentences(violations), accepted: isAccepted(decoded, problems) };
}

function judgeValue(kind: KindName, value: Decoded['value'], version: Minor, exact: Exact): Omit<Judgement, 'accepted' | 'decoded'> {
	const object = applyDefaults(kind, copyOf(value), version);
	// The admission plugin comes before the strategies.
	const violations = podSecurityViolations(kind, object, version);
	const { dropped } = prepareForCreate(kind, object, version);
	const problems = validateCreate(kind, object, version, exact);
	return {
		object,
		problems,
		warnings: warningsOnCreate(kind, object, version),
		dropped,
		violations,
		security: podSecuritySentences(violations),
		...(kind === 'Pod' ? { qos: podQos(object, version) } : {}),
	};
}
