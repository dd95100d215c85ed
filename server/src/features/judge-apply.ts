import { applyDefaults, prepareForCreate } from '../defaults/defaults';
import { prepareForUpdate } from '../defaults/prepare-update';
import { storedObject } from '../defaults/stored';
import { apply } from '../manifest/apply';
import { type Decoded, decode } from '../manifest/decode';
import type { Manifest } from '../manifest/read';
import { podSecurity } from '../rules/pod-security/pod-security';
import { podQos } from '../rules/qos';
import { validateUpdate } from '../rules/validate';
import type { Minor } from '../schema/schema';
import { fromJson, toJson } from '../yaml/json';
import type { Judgement } from './judge';

type Live = Readonly<Record<string, unknown>>;

/** What a server answers to a manifest that kubectl applies over the live object `old`, which was created from a manifest before; rest.BeforeUpdate. */
export function judgeApply(manifest: Manifest, old: Manifest, version: Minor): Judgement {
	const { kind } = manifest.kind;
	const decoded = decode(manifest.node, kind, version);
	const security = podSecurity(kind, applyDefaults(kind, structuredClone(decoded.value), version), version);
	const live = create(old, version);
	const stored = storedObject(kind, live, version);
	const patched = apply(toJson(old.node), toJson(manifest.node), stored as never, kind, version);
	const node = 'object' in patched ? fromJson(patched.object) : undefined;
	const merged = node ? decode(node, kind, version) : undefined;
	const refused: Decoded | undefined =
		'fault' in patched ? faulty(decoded, `apply: ${patched.fault}`) : merged?.faults.some(isDecodeFault) ? merged : undefined;
	const object = applyDefaults(kind, structuredClone(merged?.value ?? decoded.value), version);
	const { dropped } = prepareForUpdate(kind, object, live, version);
	const problems = validateUpdate(kind, object, live, version);
	const qos = kind === 'Pod' ? podQos(object, version) : undefined;
	return {
		accepted: problems.length === 0 && !refused && decoded.faults.every((fault) => fault.severity === 'repeated'),
		decoded: refused ?? decoded,
		object,
		problems,
		warnings: [],
		dropped,
		security,
		...(qos === undefined ? {} : { qos }),
	};
}

/** The object as it lives once it has been created. */
function create(manifest: Manifest, version: Minor): Live {
	const { kind } = manifest.kind;
	const object = applyDefaults(kind, structuredClone(decode(manifest.node, kind, version).value), version);
	prepareForCreate(kind, object, version);
	const metadata = { ...(object.metadata as object), resourceVersion: '1' };
	return { ...object, metadata };
}

function isDecodeFault({ severity }: Decoded['faults'][number]): boolean {
	return severity === 'decode';
}

function faulty(decoded: Decoded, message: string): Decoded {
	return { ...decoded, faults: [...decoded.faults, { severity: 'decode', code: 'decode/type', message, range: { start: 0, end: 0 } }] };
}
