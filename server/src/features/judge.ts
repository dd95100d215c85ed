import { applyDefaults, prepareForCreate } from '../defaults/defaults';
import { storedObject } from '../defaults/stored';
import { apply } from '../manifest/apply';
import { type Decoded, decode } from '../manifest/decode';
import type { Manifest } from '../manifest/read';
import { podSecurity } from '../rules/pod-security/pod-security';
import { podQos } from '../rules/qos';
import { validateCreate, validateUpdate } from '../rules/validate';
import { type Warning, warningsOnCreate, warningsOnUpdate } from '../rules/warnings/warnings';
import type { FieldPath } from '../schema/field-path';
import type { Problem } from '../schema/problem';
import type { Minor } from '../schema/schema';
import { fromJson, toJson } from '../yaml/json';

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
	readonly security: { readonly baseline?: readonly string[]; readonly restricted?: readonly string[] };
}

/** What kube-apiserver answers to a strict create: decode, default, prepare, validate, warn; k8s.io/apiserver/pkg/registry/rest.BeforeCreate. */
export function judge(manifest: Manifest, version: Minor): Judgement {
	const kind = manifest.kind.kind;
	const decoded = decode(manifest.node, kind, version);
	const written = structuredClone(decoded.value);
	const object = applyDefaults(kind, written, version);
	// The admission plugin comes before the strategies.
	const security = podSecurity(kind, object, version);
	const { dropped } = prepareForCreate(kind, object, version);
	const problems = validateCreate(kind, object, version);
	const qos = kind === 'Pod' ? podQos(object, version) : undefined;
	return {
		accepted: problems.length === 0 && decoded.faults.every((fault) => fault.severity === 'repeated'),
		decoded,
		object,
		problems,
		warnings: warningsOnCreate(kind, object, version),
		dropped,
		security,
		...(qos === undefined ? {} : { qos }),
	};
}

/** What the server answers when `manifest` is applied (kubectl apply) over an object that was created from `old`; rest.BeforeUpdate. */
export function judgeApply(manifest: Manifest, old: Manifest, version: Minor): Judgement {
	const created = judge(manifest, version);
	const kind = manifest.kind.kind;
	const { object: stored } = judge(old, version);
	const live: Readonly<Record<string, unknown>> = { ...stored, metadata: { ...(stored['metadata'] as object), resourceVersion: '1' } };
	const applied = apply(toJson(old.node), toJson(manifest.node), toJson(fromJson(storedObject(kind, live, version))), kind, version);
	const node = 'object' in applied ? fromJson(applied.object) : undefined;
	if (!node) return { ...created, accepted: false };
	const object = applyDefaults(kind, decode(node, kind, version).value, version);
	const problems = validateUpdate(kind, object, live, version);
	return {
		...created,
		accepted: problems.length === 0 && created.decoded.faults.every((fault) => fault.severity === 'repeated'),
		object,
		problems,
		warnings: warningsOnUpdate(kind, object, live, JSON.stringify(object['spec']) !== JSON.stringify(live['spec']), version),
		...(kind === 'Pod' ? { qos: podQos(object, version) } : {}),
	};
}
