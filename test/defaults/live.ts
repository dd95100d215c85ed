import assert from 'node:assert/strict';
import { applyDefaults, type Decoded, type Dropped, prepareForCreate } from '../../server/src/defaults/defaults';
import { storedObject } from '../../server/src/defaults/stored';
import { decode } from '../../server/src/manifest/decode';
import { readLiterally } from '../../server/src/manifest/read';
import type { KindName } from '../../server/src/schema/kinds';
import { type Minor, NEWEST } from '../../server/src/schema/schema';

/** The one object of a text, decoded and defaulted. */
export function defaulted(yaml: string, version: Minor = NEWEST): { readonly kind: KindName; readonly object: Decoded } {
	const manifest = readLiterally(yaml).sections[0]?.manifests[0] ?? assert.fail(`No manifest in: ${yaml}`);
	const kind = manifest.kind.kind;
	const { value, faults } = decode(manifest.node, kind, version);
	assert.deepEqual(faults, [], yaml);
	return { kind, object: applyDefaults(kind, value, version) };
}

export interface Live {
	readonly kind: KindName;
	readonly object: Decoded;
	readonly stored: Decoded;
	readonly dropped: readonly Dropped[];
}

/** The same, as the server would store it. */
export function live(yaml: string, version: Minor = NEWEST): Live {
	const { kind, object } = defaulted(yaml, version);
	const { dropped } = prepareForCreate(kind, object, version);
	return { kind, object, stored: storedObject(kind, object, version), dropped };
}

/** `spec.containers.0.image` of an object. */
export function at(object: unknown, path: string): unknown {
	return path.split('.').reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], object);
}

/** A Pod of one container, more fields of the container and of the spec in flow style. */
export function pod(container = '', spec = '', metadata = ''): string {
	return `{apiVersion: v1, kind: Pod, metadata: {name: p, ${metadata}}, spec: {containers: [{name: c, image: nginx, ${container}}], ${spec}}}`;
}
