import type { Advice } from '../../advice/advice';
import { advise } from '../../advice/advise';
import { admit, type Denial, receive } from '../../defaults/admission';
import { applyDefaults, prepareForCreate } from '../../defaults/defaults';
import { type Decoded, decode } from '../../manifest/decode';
import type { Manifest } from '../../manifest/read';
import { overwritten, withLabels } from '../../overlays/change';
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
import { asEmbedded, besidePart, ofEmbedded } from './embedded';
import { isFilledIn } from './filled-in';
import { ofPart } from './part';
import { afterPatches } from './patched';
import { asWritten } from './suppose';
import { NOTHING, type Said, saidBoth, whatHolds } from './unknown';

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

/** What kube-apiserver answers to a strict create in an ordinary cluster, its default admission included; of a part, what holds of every object it is merged into. */
export function judge(manifest: Manifest, version: Minor): Judgement {
	return judgeBy(byCluster, manifest, version);
}

/** The same where nobody but the strategies is asked, and privileged containers are forbidden: as the verdicts of conformance/ were recorded. */
export function judgeUnprivileged(manifest: Manifest, version: Minor): Judgement {
	return judgeBy(byStrategy, manifest, version);
}

/** What breaks the Pod Security Standards is none of it: NOTHING stands there, so that it is a `Said` as it is. */
type Judged = Omit<Judgement, 'accepted' | 'decoded' | 'violations'> & Said;
type Judge = (kind: KindName, value: Decoded['value'], version: Minor, exact: Exact) => Judged;

/** A manifest as it is read, without a verdict on what it says. */
export function decodedOf(manifest: Manifest, version: Minor): Decoded {
	const { kind, part, changes, document, node } = manifest;
	return asEmbedded(manifest, decode(node, kind.kind, version, { isUnknown: isFilledIn(document, changes?.vars), isPatch: part === 'patch' }));
}

function judgeBy(judgeValue: Judge, manifest: Manifest, version: Minor): Judgement {
	const { kind, part, changes } = manifest;
	const { value, ...decoded } = decodedOf(manifest, version);
	const beside = besidePart(manifest);
	const unknown = [...decoded.unknown, ...(changes ? overwritten(kind, value, changes) : []), ...beside];
	const isKnown = unknown.length === 0 && !part;
	const changed = (one: Decoded['value']): Decoded['value'] => (changes ? withLabels(kind, one, changes) : one);
	const anew = (one: Decoded['value']): Judged => judgeValue(kind.kind, changed(copyOf(one)), version, decoded.exact);
	// What is beside an embedded part is none of ours, whatever stands there.
	const said = (one: Judged): Said => ofEmbedded(manifest, one, one.object, version);
	const saying = (one: Decoded['value']): Said => said(anew(one));
	const violating = (one: Decoded['value']): Said => ({ ...NOTHING, violations: violationsOf(kind.kind, changed(copyOf(one)), version) });
	const holding = (one: Said, judgeAnew: typeof saying): Said => (unknown.length > 0 ? whatHolds(one, { value, unknown }, judgeAnew) : one);
	// The object is made of what was read, which is read again by the few who ask for more.
	const judged = isKnown ? judgeValue(kind.kind, changed(value), version, decoded.exact) : anew(value);
	const held = part ? ofPart(manifest, { value, unknown }, saying) : holding(said(judged), saying);
	const patched = afterPatches(manifest);
	const built = patched && judgeBy(judgeValue, patched, version);
	const { problems, denials, warnings, advice } = built ? saidBoth(held, { ...built, violations: NOTHING.violations }) : held;
	const violations = (): PodSecurity => {
		if (part || beside.length > 0) return NOTHING.violations;
		const own = holding(violating(isKnown ? decodedOf(manifest, version).value : value), violating);
		return (built ? saidBoth(own, { ...NOTHING, violations: built.violations() }) : own).violations;
	};
	const written = isKnown ? value : asWritten({ value, unknown: decoded.unknown });
	const { object, admitted, dropped, qos } = written === value ? judged : anew(written);
	return {
		object,
		admitted,
		dropped: part ? [] : dropped,
		qos,
		decoded,
		problems,
		denials,
		warnings,
		advice,
		violations,
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
		violations: NOTHING.violations,
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
		violations: NOTHING.violations,
	};
};
