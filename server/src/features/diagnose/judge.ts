import { applyDefaults, prepareForCreate } from '../../defaults/defaults';
import { type Decoded, decode } from '../../manifest/decode';
import type { Manifest } from '../../manifest/read';
import { type PodSecurity, podSecuritySentences, podSecurityViolations } from '../../rules/pod-security/pod-security';
import { podQos } from '../../rules/qos';
import { validateCreate } from '../../rules/validate';
import { type Warning, warningsOnCreate } from '../../rules/warnings/warnings';
import type { FieldPath } from '../../schema/field-path';
import { copyOf } from '../../schema/nil';
import type { Problem } from '../../schema/problem';
import type { Minor } from '../../schema/schema';

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

/** What kube-apiserver answers to a strict create in an ordinary cluster. */
export function judge(manifest: Manifest, version: Minor): Judgement {
	const judgement = judgeUnprivileged(manifest, version);
	if (judgement.accepted) return judgement;
	const problems = judgement.problems.filter(({ code }) => !UNPRIVILEGED.has(code));
	return { ...judgement, problems, accepted: isAccepted(judgement.decoded, problems) };
}

const isAccepted = (decoded: Decoded, problems: readonly Problem[]): boolean =>
	problems.length === 0 && decoded.faults.every(({ severity }) => severity === 'repeated');

/** The same where privileged containers are forbidden: decode, default, prepare, validate, warn; k8s.io/apiserver/pkg/registry/rest.BeforeCreate. */
export function judgeUnprivileged(manifest: Manifest, version: Minor): Judgement {
	const kind = manifest.kind.kind;
	const decoded = decode(manifest.node, kind, version);
	const written = copyOf(decoded.value);
	const object = applyDefaults(kind, written, version);
	// The admission plugin comes before the strategies.
	const violations = podSecurityViolations(kind, object, version);
	const { dropped } = prepareForCreate(kind, object, version);
	const problems = validateCreate(kind, object, version, decoded.exact);
	const qos = kind === 'Pod' ? podQos(object, version) : undefined;
	return {
		accepted: isAccepted(decoded, problems),
		decoded,
		object,
		problems,
		warnings: warningsOnCreate(kind, object, version),
		dropped,
		violations,
		security: podSecuritySentences(violations),
		...(qos === undefined ? {} : { qos }),
	};
}
