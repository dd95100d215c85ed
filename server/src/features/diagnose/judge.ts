import type { Advice } from '../../advice/advice';
import { advise } from '../../advice/advise';
import { admit, type Denial, receive } from '../../defaults/admission';
import { applyDefaults, prepareForCreate } from '../../defaults/defaults';
import { type Decoded, decode } from '../../manifest/decode';
import type { Manifest } from '../../manifest/read';
import { type PodSecurity, podSecurityViolations } from '../../rules/pod-security/pod-security';
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
import { NOTHING, whatHolds } from './unknown';

/** All that a server of one version would say of a manifest that is created. */
export interface Judgement {
	readonly accepted: boolean;
	readonly decoded: Omit<Decoded, 'value'>;
	/** With defaults filled in, and less what the version drops. */
	readonly object: Readonly<Record<string, unknown>>;
	/** The same after admission, which gives a Pod its service account and priority. */
	readonly admitted: Readonly<Record<string, unknown>>;
	readonly problems: readonly Problem[];
	/** Why it is refused by others than validation. */
	readonly denials: readonly Denial[];
	readonly warnings: readonly Warning[];
	/** What the server takes, and what will hardly work; of the object alone, and only where a cluster is asked. */
	readonly advice: readonly Advice[];
	/** Written, but dropped without a word, because a feature gate is off. */
	readonly dropped: readonly { readonly path: FieldPath; readonly gate: string }[];
	/** Of a Pod alone. */
	readonly qos: string | undefined;
	/** What breaks the levels of the Pod Security Standards; found when it is asked for, which hardly anybody does. */
	readonly violations: () => PodSecurity;
}

/** What a server started without `--allow-privileged` forbids. Clusters are started with it; the recorded server was not. */
const UNPRIVILEGED: ReadonlySet<string> = new Set(['security/privileged', 'windows/host-process-policy']);

/** The problems less those that an ordinary cluster does not see. */
export function ordinary(problems: readonly Problem[]): readonly Problem[] {
	return problems.filter(({ code }) => !UNPRIVILEGED.has(code));
}

/** Tells the scalars whose value nobody knows yet: a placeholder that is filled in later. Rules that would read one say nothing. */
export type IsUnknown = (scalar: ScalarNode) => boolean;

/** What kube-apiserver answers to a strict create in an ordinary cluster, its default admission included. */
export function judge(manifest: Manifest, version: Minor, isUnknown?: IsUnknown): Judgement {
	return judgeBy(byCluster, manifest, version, isUnknown);
}

/** The same where nobody but the strategies is asked, and privileged containers are forbidden: as the verdicts of conformance/ were recorded. */
export function judgeUnprivileged(manifest: Manifest, version: Minor, isUnknown?: IsUnknown): Judgement {
	return judgeBy(byStrategy, manifest, version, isUnknown);
}

type Judged = Omit<Judgement, 'accepted' | 'decoded' | 'violations'>;
type Judge = (kind: KindName, value: Decoded['value'], version: Minor, exact: Exact) => Judged;

function judgeBy(judgeValue: Judge, manifest: Manifest, version: Minor, isUnknown: IsUnknown | undefined): Judgement {
	const { kind } = manifest.kind;
	const read = () => decode(manifest.node, kind, version, isUnknown);
	const { value, ...decoded } = read();
	const isKnown = decoded.unknown.length === 0;
	// The object is made of what was read, which is read again by the few who ask for more.
	const judged = judgeValue(kind, isKnown ? value : copyOf(value), version, decoded.exact);
	const said = (supposed: Decoded['value']) => ({ ...NOTHING, ...judgeValue(kind, copyOf(supposed), version, decoded.exact) });
	const { problems, denials, warnings, advice } = isKnown ? judged : whatHolds({ ...NOTHING, ...judged }, { value, unknown: decoded.unknown }, said);
	const violating = (supposed: Decoded['value']) => ({ ...NOTHING, violations: violationsOf(kind, copyOf(supposed), version) });
	return {
		object: judged.object,
		admitted: judged.admitted,
		dropped: judged.dropped,
		qos: judged.qos,
		decoded,
		problems,
		denials,
		warnings,
		advice,
		violations: () => (isKnown ? violating(read().value) : whatHolds(violating(value), { value, unknown: decoded.unknown }, violating)).violations,
		accepted: isAccepted(decoded, problems) && denials.every(({ isCertain }) => !isCertain),
	};
}

const isAccepted = (decoded: Pick<Decoded, 'faults'>, problems: readonly Problem[]): boolean =>
	problems.length === 0 && decoded.faults.every(({ severity }) => severity === 'repeated');

/** PodSecurity comes before the strategies, which drop fields. */
const violationsOf = (kind: KindName, value: Decoded['value'], version: Minor): PodSecurity =>
	podSecurityViolations(kind, applyDefaults(kind, value, version), version);

/** rest.BeforeCreate: default, prepare, validate, warn. */
const byStrategy: Judge = (kind, value, version, exact) => {
	const object = applyDefaults(kind, value, version);
	const { dropped } = prepareForCreate(kind, object, version);
	return {
		object,
		admitted: object,
		problems: validateCreate(kind, object, version, exact),
		denials: [],
		warnings: warningsOnCreate(kind, object, version),
		advice: [],
		dropped,
		qos: kind === 'Pod' ? podQos(object, version) : undefined,
	};
};

/** The whole of the create handler: default, admit, prepare, validate, warn. A Pod is shown and lived without what admission adds to it. */
const byCluster: Judge = (kind, value, version, exact) => {
	const object = applyDefaults(kind, value, version);
	const received = receive(kind, object);
	const { dropped } = prepareForCreate(kind, object, version);
	const { object: admitted, denials } = admit(kind, object, received);
	return {
		object,
		admitted,
		problems: ordinary(validateCreate(kind, admitted, version, exact)),
		denials,
		warnings: [...received.warnings, ...warningsOnCreate(kind, admitted, version)],
		advice: advise(kind, object),
		dropped,
		qos: kind === 'Pod' ? podQos(object, version) : undefined,
	};
};
