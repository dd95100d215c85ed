import { applyDefaults } from '../../defaults/defaults';
import { prepareSubresource } from '../../defaults/prepare-subresource';
import { prepareForUpdate } from '../../defaults/prepare-update';
import { decode } from '../../manifest/decode';
import { validateSubresource, validateUpdate } from '../../rules/validate';
import type { ObjectMeta, Pod, PodSpec } from '../../schema/generated/types';
import { isMap, type JsonMap } from '../../schema/json';
import { KINDS } from '../../schema/kinds';
import type { Problem } from '../../schema/problem';
import type { Minor } from '../../schema/schema';
import type { Answer, JudgeUpdate } from '../../simulator/patch';
import { fromJson } from '../../yaml/json';
import type { Node } from '../../yaml/node';
import { ordinary } from '../diagnose/judge';

const NOTHING: Node = { kind: 'map', range: { start: 0, end: 0 }, flow: true, entries: [] };

/**
 * What an ordinary cluster's API server of one version says to an update of a live object: decode, default, prepare, validate (rest.BeforeUpdate). Fields that nobody
 * knows are dropped: a patch is sent without strict validation. Of a kind that Peapod does not judge all is taken.
 */
export function judgeUpdates(version: Minor): JudgeUpdate {
	return (update) => {
		const kind = KINDS.find((known) => known.kind === update.kind)?.kind;
		if (kind === undefined) return update;
		const [before, asked] = [metaOf(update.live), metaOf(update.object)];
		// patcher.applyPatch: checkName and EnsureObjectNamespaceMatchesRequestNamespace
		if (asked.name !== before.name)
			return { refused: `the name of the object (${asked.name ?? ''}) does not match the name on the URL (${before.name ?? ''})` };
		if (asked.namespace !== before.namespace) return { refused: 'the namespace of the provided object does not match the namespace sent on the request' };
		const live = stored(update.live);
		const decoded = decode(fromJson(stored(update.object)) ?? NOTHING, kind, version);
		if (decoded.refusal !== undefined) return { refused: decoded.refusal };
		const object = applyDefaults(kind, decoded.value, version);
		const { subresource } = update;
		if (kind === 'Pod' && subresource !== undefined) return throughSubresource(subresource, object, live, update.live, version);
		prepareForUpdate(kind, object, live, version);
		return answer(object, validateUpdate(kind, object, live, version), update.live);
	};
}

type Value = Readonly<Record<string, unknown>>;

function throughSubresource(subresource: string, object: Value, live: JsonMap, shown: JsonMap, version: Minor): Answer {
	if (subresource !== 'resize' && subresource !== 'ephemeralcontainers') return { refused: 'the server could not find the requested resource' };
	const pod = prepareSubresource(subresource, object, live as Pod) as JsonMap;
	return answer(pod, validateSubresource(subresource, pod, live, version), shown);
}

/** The object as the simulator shows objects: `shown` is the live one. */
function answer(object: Value, problems: readonly Problem[], shown: JsonMap): Answer {
	const found = [...new Set(ordinary(problems).map(({ path, detail }) => `${path}: ${detail.split('\n')[0] ?? ''}`))];
	// utilerrors.Aggregate
	if (found.length > 0) return { refused: found.length === 1 ? (found[0] ?? '') : `[${found.join(', ')}]` };
	const { resourceVersion: _version, ...metadata } = object['metadata'] as ObjectMeta;
	const { namespace } = metaOf(shown);
	const plain = { ...object, metadata: { ...metadata, ...(namespace === undefined ? {} : { namespace }) } } as unknown as JsonMap;
	if (!hasNoAccount(shown)) return { object: plain };
	const { serviceAccountName: _name, serviceAccount: _account, ...spec } = object['spec'] as PodSpec;
	return { object: { ...plain, spec: spec as unknown as JsonMap } };
}

const metaOf = (object: JsonMap): ObjectMeta => (isMap(object['metadata']) ? object['metadata'] : {}) as ObjectMeta;

const hasNoAccount = ({ kind, spec }: JsonMap): boolean => kind === 'Pod' && isMap(spec) && spec['serviceAccountName'] === undefined;

/**
 * A stored object has a resource version, which every update must name, and a stored pod a service account. Where a scenario's objects lie
 * is no namespace's name, and does not matter.
 */
function stored(object: JsonMap): JsonMap {
	const metadata = { ...(metaOf(object) as JsonMap), namespace: 'default', resourceVersion: '1' };
	const account = hasNoAccount(object) ? { spec: { ...(object['spec'] as JsonMap), serviceAccountName: 'default', serviceAccount: 'default' } } : {};
	return { ...object, metadata, ...account };
}
