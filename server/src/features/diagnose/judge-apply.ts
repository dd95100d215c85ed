import { applyDefaults } from '../../defaults/defaults';
import { prepareForUpdate } from '../../defaults/prepare-update';
import { storedObject } from '../../defaults/stored';
import { apply } from '../../manifest/apply';
import { type Decoded, decode } from '../../manifest/decode';
import type { Manifest } from '../../manifest/read';
import { validateUpdate } from '../../rules/validate';
import { warningsOnUpdate } from '../../rules/warnings/warnings';
import type { ObjectMeta } from '../../schema/generated/types';
import type { Json } from '../../schema/json';
import { podQos } from '../../schema/pod-qos';
import type { Minor } from '../../schema/schema';
import { fromJson, toExactJson } from '../../yaml/json';
import { type Judgement, judgeUnprivileged } from './judge';

type Live = Readonly<Record<string, unknown>>;

/** The verdict on an update. */
export interface ApplyJudgement extends Judgement {
	/** The live object as the server stores it. */
	readonly stored: Live;
}

/** What the server answers when `manifest` is applied (kubectl apply) over an object that was created from `old`; rest.BeforeUpdate. */
export function judgeApply(manifest: Manifest, old: Manifest, version: Minor): ApplyJudgement {
	const { kind } = manifest.kind;
	const created = judgeUnprivileged(manifest, version);
	const original = toExactJson(old.node) as Live;
	const before = judgeUnprivileged(old, version);
	const live = living(before.object, namespaceOf(original) ? undefined : namespaceOf(created.object));
	const stored = storedObject(kind, live, version, before.decoded.exact);
	const applied = apply(original as Json, toExactJson(manifest.node), stored as Json, kind, version);
	if ('fault' in applied) return { ...refused(created, applied.fault), stored };
	const node = fromJson(applied.object);
	const merged = decode(node ?? manifest.node, kind, version);
	if (merged.refusal !== undefined) return { ...refused(created, merged.refusal), stored };
	const object = applyDefaults(kind, merged.value, version);
	const { dropped, moved } = prepareForUpdate(kind, object, live, version);
	const problems = validateUpdate(kind, object, live, version, merged.exact);
	return {
		...created,
		decoded: { ...created.decoded, exact: merged.exact },
		accepted: problems.length === 0 && created.decoded.faults.every((one) => one.severity === 'repeated'),
		object,
		stored,
		problems,
		warnings: warningsOnUpdate(kind, object, live, moved, version),
		dropped,
		qos: kind === 'Pod' ? podQos(object, version) : undefined,
	};
}

/** A created object has a resource version, which every update must name; one that names no namespace lies in that of the request. */
function living(object: Live, namespace: string | undefined): Live {
	return { ...object, metadata: { ...(object.metadata as object), ...(namespace === undefined ? {} : { namespace }), resourceVersion: '1' } };
}

const namespaceOf = ({ metadata }: Live): string | undefined => (metadata as ObjectMeta | null | undefined)?.namespace;

/** The manifests do not merge, or what comes out cannot be read. */
function refused(created: Judgement, message: string): Judgement {
	const refusal = `apply: ${message}`;
	const fault: Decoded['faults'][number] = { severity: 'decode', code: 'decode/type', message: refusal, range: { start: 0, end: 0 } };
	const { decoded } = created;
	return {
		...created,
		accepted: false,
		decoded: { ...decoded, faults: [...decoded.faults, fault], refusal: decoded.refusal ?? refusal },
		problems: [],
		warnings: [],
	};
}
