/** The manifest that a live pod may have been created from: without what the API server, its plugins and controllers wrote into it. */
import { admit, furnish } from '../../defaults/admission';
import { applyDefaults } from '../../defaults/defaults';
import { decode } from '../../manifest/decode';
import type { ObjectMeta, Pod, PodSpec } from '../../schema/generated/types';
import { NEWEST } from '../../schema/schema';
import { parse } from '../../yaml/parse';

type Tree = { readonly [key: string]: unknown };

/**
 * A pod as one might write it. What may be a secret stays where it was: annotations are left out, and instead of the value of an environment
 * variable stands `${NAME}`. Every other field that the server would fill in again is left out.
 */
export function cleaned({ metadata = {}, spec }: Pod): Tree {
	const written = { apiVersion: 'v1', kind: 'Pod', metadata: metadataOf(metadata), ...(spec ? { spec: withoutInjected(spec) } : {}) };
	return inOrder(hidden(sparse(written))) as Tree;
}

/** Labels that controllers write on their pods: deployment_util.go, daemon_set, stateful_set_utils.go, job/util. */
const OF_CONTROLLERS =
	/^(?:pod-template-hash|controller-revision-hash|pod-template-generation|controller-uid|job-name|statefulset\.kubernetes\.io\/pod-name|apps\.kubernetes\.io\/pod-index|batch\.kubernetes\.io\/.+)$/;

function metadataOf({ name, namespace, labels = {} }: ObjectMeta): Tree {
	const own = Object.entries(labels).filter(([key]) => !OF_CONTROLLERS.test(key));
	return { ...(name ? { name } : {}), ...(namespace ? { namespace } : {}), ...(own.length > 0 ? { labels: Object.fromEntries(own) } : {}) };
}

/** plugin/pkg/admission/serviceaccount DefaultAPITokenMountPath, ServiceAccountVolumeName */
const TOKEN_VOLUME = /^(?:kube-api-access-\w{5}|.+-token-\w{5})$/;
const TOKEN_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Without the place that the scheduler found, what cannot be created with the pod, and the token. */
function withoutInjected({ nodeName: _place, ephemeralContainers: _later, priority: _computed, preemptionPolicy: _too, ...spec }: PodSpec): PodSpec {
	const mounts = [...spec.containers, ...(spec.initContainers ?? [])].flatMap(({ volumeMounts }) => volumeMounts ?? []);
	const tokens = new Set(mounts.filter(({ name, mountPath }) => mountPath === TOKEN_PATH && TOKEN_VOLUME.test(name)).map(({ name }) => name));
	const withoutMount = <C extends Pick<PodSpec['containers'][number], 'volumeMounts' | 'resources'>>(one: C): C => {
		const volumeMounts = one.volumeMounts?.filter(({ name }) => !tokens.has(name)) ?? [];
		const isBare = Object.keys(one.resources ?? {}).length === 0;
		return { ...one, volumeMounts: volumeMounts.length > 0 ? volumeMounts : undefined, ...(isBare ? { resources: undefined } : {}) };
	};
	const volumes = spec.volumes?.filter(({ name }) => !tokens.has(name)) ?? [];
	return {
		...spec,
		containers: spec.containers.map(withoutMount),
		...(spec.initContainers ? { initContainers: spec.initContainers.map(withoutMount) } : {}),
		volumes: volumes.length > 0 ? volumes : undefined,
	} as PodSpec;
}

/** What comes of it when it is created, as text that can be compared. It is decoded as the server does: what is missing may be required. */
function stored(object: Tree): string {
	const { root } = parse(JSON.stringify(object));
	const defaulted = applyDefaults('Pod', root ? decode(root, 'Pod', NEWEST).value : {}, NEWEST);
	const admitted = admit('Pod', defaulted, { name: '', warnings: [], denials: [] }).object;
	return JSON.stringify(furnish('Pod', admitted), (_key, value: unknown) => (isTree(value) ? Object.fromEntries(Object.entries(value).sort(byName)) : value));
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number => (one < other ? -1 : 1);
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object without each field and item that comes back by itself when it is created, the outermost first. */
function sparse(object: Tree): Tree {
	const whole = stored(object);
	let kept = object;
	const tryWithout = (path: readonly (string | number)[]): boolean => {
		const without = removed(kept, path) as Tree;
		const isSame = stored(without) === whole;
		if (isSame) kept = without;
		return isSame;
	};
	const visit = (value: unknown, path: readonly (string | number)[]): void => {
		if (path.length > 1 && tryWithout(path)) return;
		// From the last item on, so that places stay what they are.
		if (Array.isArray(value)) for (let index = value.length - 1; index >= 0; index--) visit(value[index], [...path, index]);
		else if (isTree(value)) for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
	};
	visit(object['spec'], ['spec']);
	return kept;
}

function removed(value: unknown, [step, ...rest]: readonly (string | number)[]): unknown {
	if (Array.isArray(value)) return value.flatMap((item, index) => (index !== step ? [item] : rest.length === 0 ? [] : [removed(item, rest)]));
	if (!isTree(value)) return value;
	return Object.fromEntries(
		Object.entries(value).flatMap(([key, inner]) => (key !== step ? [[key, inner]] : rest.length === 0 ? [] : [[key, removed(inner, rest)]])),
	);
}

/** `$(OTHER)` names another variable, and says nothing. */
const REFERENCES = /^(?:\$\(\w+\))+$/;

function hidden(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(hidden);
	if (!isTree(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, key === 'env' && Array.isArray(inner) ? inner.map(withoutValue) : hidden(inner)]),
	);
}

function withoutValue(variable: unknown): unknown {
	if (!isTree(variable) || typeof variable['value'] !== 'string' || variable['value'] === '' || REFERENCES.test(variable['value'])) return variable;
	return { ...variable, value: `\${${String(variable['name'])}}` };
}

/** As one writes it: what it is before what it has. kubectl prints by the alphabet. */
const FIRST = ['apiVersion', 'kind', 'metadata', 'name', 'namespace', 'image', 'command', 'args'];

function inOrder(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(inOrder);
	if (!isTree(value)) return value;
	const place = ([key]: readonly [string, unknown]): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);
	return Object.fromEntries(
		Object.entries(value)
			.sort((one, other) => place(one) - place(other))
			.flatMap(([key, inner]) => (inner === undefined ? [] : [[key, inOrder(inner)]])),
	);
}
