import { FieldPath } from '../schema/field-path';
import type { Container, EnvVar, ObjectMeta, Pod, PodSpec, Toleration, Volume, VolumeMount } from '../schema/generated/types';
import { goQuote } from '../schema/go-quote';
import type { KindName } from '../schema/kinds';
import type { Repair } from '../schema/problem';
import { same } from '../schema/same';
import type { Decoded } from './defaults';
import type { Mutable } from './mutable';
import { deprecatedAppArmor } from './prepare-pod';

/**
 * What a running server does to a new object beside its defaults and its strategy: it forgets what clients cannot set (endpoints/handlers/create.go),
 * and the admission plugins that are on by default have their say. Of what only the cluster knows (service accounts, PriorityClasses, RuntimeClasses)
 * all is taken to exist, and no PriorityClass to be the default.
 */
export interface Received {
	/** By which admission calls the object: its name has not been generated yet. */
	readonly name: string;
	readonly warnings: readonly { readonly path: FieldPath; readonly text: string; readonly code: string }[];
	readonly denials: readonly Denial[];
}

/** Why a server refuses an object that may be valid. */
export interface Denial {
	readonly path: FieldPath;
	/** The server's sentence. */
	readonly message: string;
	readonly code: string;
	/** The HTTP status of the answer. */
	readonly status: 403 | 500;
	/** Validation comes in between. */
	readonly stage: 'before validation' | 'after validation';
	/** False where some clusters, or some requests, are answered otherwise. */
	readonly isCertain: boolean;
	readonly repair?: Repair;
}

const SPEC = FieldPath.of('spec');
const METADATA = FieldPath.of('metadata');

/** What becomes of a defaulted object before its strategy sees it. Changes the object. */
export function receive(kind: KindName, object: Decoded): Received {
	const { metadata = {} } = object as { metadata?: Mutable<ObjectMeta> };
	const warnings = [...dedupOwnerReferences(metadata), ...(kind === 'Pod' ? appArmorWarnings(object as Pod) : [])];
	const denial = storageDenial(metadata);
	wipe(metadata);
	return { name: metadata.name || metadata.generateName || 'Unknown', warnings, denials: denial ? [denial] : [] };
}

/** In the order of the server, which tells the first. */
export interface Admission {
	readonly object: Decoded;
	readonly denials: readonly Denial[];
}

/**
 * The plugins in their order (pkg/kubeapiserver/options/plugins.go): ServiceAccount, Priority, RuntimeClass; of what they write that which a rule may read.
 * The strategy does not touch it, so its work may be done by then. The object stays as it is.
 */
export function admit(kind: KindName, object: Decoded, { name, denials: others }: Received): Admission {
	const { metadata, spec: written } = object as Pod;
	if (kind !== 'Pod' || !written) return { object, denials: others };
	const spec: Mutable<PodSpec> = { ...(written as Mutable<PodSpec>) };
	const denials = [admitServiceAccount(metadata, spec), admitPriority(spec), admitRuntimeClass(spec)]
		.filter((denial) => denial !== undefined)
		.map((denial) => (denial.status === 403 ? { ...denial, message: `pods "${name}" is forbidden: ${denial.message}` } : denial));
	return { object: { ...object, spec }, denials: [...denials, ...others] };
}

/** What ServiceAccount and DefaultTolerationSeconds add to an admitted Pod, and no rule could object to: the token in every container, and two tolerations. */
export function furnish(kind: KindName, object: Decoded): Decoded {
	const { metadata, spec: written } = object as Pod;
	if (kind !== 'Pod' || !written) return object;
	const spec: Mutable<PodSpec> = { ...(written as Mutable<PodSpec>) };
	if (metadata?.annotations?.[MIRROR] === undefined && spec.automountServiceAccountToken !== false) mountToken(spec);
	addTolerations(spec);
	return { ...object, spec };
}

/** rest.WipeObjectMetaSystemFields; and the field manager writes its own managedFields. */
function wipe(metadata: Mutable<ObjectMeta>): void {
	for (const field of [
		'creationTimestamp',
		'uid',
		'deletionTimestamp',
		'deletionGracePeriodSeconds',
		'selfLink',
		'managedFields',
		'resourceVersion',
	] as const) {
		delete metadata[field];
	}
}

/** dedupOwnerReferencesAndAddWarning */
function dedupOwnerReferences(metadata: Mutable<ObjectMeta>): Received['warnings'] {
	const kept: NonNullable<ObjectMeta['ownerReferences']>[number][] = [];
	const repeated: string[] = [];
	for (const reference of metadata.ownerReferences ?? []) {
		if (kept.some((other) => same(other, reference))) repeated.push(reference.uid);
		else kept.push(reference);
	}
	if (repeated.length === 0) return [];
	metadata.ownerReferences = kept;
	const path = METADATA.child('ownerReferences');
	const text = `.${path} contains duplicate entries; API server dedups owner references in 1.20+, and may reject such requests as early as 1.24; please fix your requests; duplicate UID(s) observed: ${repeated.join(', ')}`;
	return [{ path, text, code: 'owner/duplicate' }];
}

/** Of a Pod the strategy warns before the annotation becomes the field. */
function appArmorWarnings(pod: Pod): Received['warnings'] {
	return deprecatedAppArmor(pod).map((key) => {
		const path = METADATA.child('annotations').key(key);
		return { path, text: `${path}: deprecated since v1.30; use the "appArmorProfile" field instead`, code: 'annotation/deprecated-app-armor' };
	});
}

/** storage.ErrResourceVersionSetOnCreate. What is no number passes, and is lost. */
function storageDenial({ resourceVersion = '' }: ObjectMeta): Denial | undefined {
	const isSet = /^\d{1,20}$/.test(resourceVersion) && BigInt(resourceVersion) !== 0n && BigInt.asUintN(64, BigInt(resourceVersion)) === BigInt(resourceVersion);
	if (!isSet) return undefined;
	const path = METADATA.child('resourceVersion');
	const message = 'resourceVersion should not be set on objects to be created';
	return {
		path,
		message,
		code: 'server/resource-version',
		status: 500,
		stage: 'after validation',
		isCertain: false,
		repair: { do: 'remove', path },
	};
}

/** content.IsPathSegmentName, as `%v` prints its complaints. */
function pathSegmentFault(name: string): string {
	if (name === '.' || name === '..') return `may not be '${name}'`;
	return ['/', '%']
		.filter((character) => name.includes(character))
		.map((character) => `may not contain '${character}'`)
		.join(' ');
}

const MIRROR = 'kubernetes.io/config.mirror';
const TOKEN_VOLUME = 'kube-api-access-';
const TOKEN_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';
const GENERATED = 'xxxxx';

/** plugin/pkg/admission/serviceaccount: an account, and less for mirror pods. */
function admitServiceAccount(metadata: ObjectMeta | undefined, spec: Mutable<PodSpec>): Denial | undefined {
	if (metadata?.annotations?.[MIRROR] !== undefined) return admitMirrorPod(spec);
	spec.serviceAccountName ||= 'default';
	spec.serviceAccount ||= spec.serviceAccountName;
	return undefined;
}

/** mountServiceAccountToken */
function mountToken(spec: Mutable<PodSpec>): void {
	const given = spec.volumes?.find(({ name }) => name.startsWith(TOKEN_VOLUME));
	const mount = { name: given?.name ?? TOKEN_VOLUME + GENERATED, readOnly: true, mountPath: TOKEN_PATH };
	const mounted = (all: readonly Container[]): Mutable<Container[]> => all.map((container) => withMount(container, mount) as Mutable<Container>);
	const containers = mounted(spec.containers);
	const initContainers = spec.initContainers && mounted(spec.initContainers);
	const isNeeded = containers.some((one, i) => one !== spec.containers[i]) || initContainers?.some((one, i) => one !== spec.initContainers?.[i]);
	spec.containers = containers;
	if (initContainers) spec.initContainers = initContainers;
	if (!given && isNeeded) spec.volumes = [...(spec.volumes ?? []), tokenVolume(mount.name) as Mutable<Volume>];
}

function withMount(container: Container, mount: VolumeMount): Container {
	const { volumeMounts = [] } = container;
	return volumeMounts.some(({ mountPath }) => mountPath === mount.mountPath) ? container : { ...container, volumeMounts: [...volumeMounts, mount] };
}

/** TokenVolumeSource */
const tokenVolume = (name: string): Volume => ({
	name,
	projected: {
		defaultMode: 0o644,
		sources: [
			{ serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
			{ configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
			{ downwardAPI: { items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }] } },
		],
	},
});

/** Plugin.Validate, for the pods that kubelets make of their own files. */
function admitMirrorPod(spec: PodSpec): Denial | undefined {
	const deny = (path: FieldPath, message: string): Denial => ({
		path,
		message,
		code: 'admission/mirror-pod',
		status: 403,
		stage: 'before validation',
		isCertain: true,
		// Whoever writes a manifest means the pod itself: its mirror is the kubelet's to write.
		repair: { do: 'remove', path: FieldPath.of('metadata').child('annotations').key(MIRROR) },
	});
	if (spec.serviceAccountName) return deny(SPEC.child('serviceAccountName'), 'a mirror pod may not reference service accounts');
	if (referencesSecrets(spec)) return deny(SPEC, 'a mirror pod may not reference secrets');
	if (spec.volumes?.some(({ projected }) => projected?.sources?.some(({ serviceAccountToken }) => serviceAccountToken)))
		return deny(SPEC.child('volumes'), 'a mirror pod may not use ServiceAccountToken volume projections');
	return undefined;
}

/** podutil.VisitPodSecretNames */
function referencesSecrets(spec: PodSpec): boolean {
	const containers = [...(spec.initContainers ?? []), ...spec.containers, ...(spec.ephemeralContainers ?? [])];
	const reads = ({ valueFrom }: EnvVar): boolean => valueFrom?.secretKeyRef !== undefined;
	return (
		(spec.imagePullSecrets ?? []).length > 0 ||
		containers.some(({ env, envFrom }) => env?.some(reads) || envFrom?.some(({ secretRef }) => secretRef)) ||
		(spec.volumes ?? []).some(hasSecret)
	);
}

function hasSecret(volume: Volume): boolean {
	const { azureFile, cephfs, cinder, csi, flexVolume, iscsi, projected, rbd, scaleIO, secret, storageos } = volume;
	const references = [cephfs, cinder, flexVolume, iscsi, rbd, scaleIO, storageos].map((source) => source?.secretRef);
	return Boolean(azureFile || secret || csi?.nodePublishSecretRef || references.some(Boolean) || projected?.sources?.some((source) => source.secret));
}

/** scheduling.SystemPriorityClasses, which every cluster has. */
const SYSTEM_CLASSES: ReadonlyMap<string, number> = new Map([
	['', 0],
	['system-cluster-critical', 2_000_000_000],
	['system-node-critical', 2_000_001_000],
]);
const POLICY = 'PreemptLowerPriority';

/** plugin/pkg/admission/priority: what a class says cannot be said otherwise. */
function admitPriority(spec: Mutable<PodSpec>): Denial | undefined {
	const priority = SYSTEM_CLASSES.get(spec.priorityClassName ?? '');
	if (priority === undefined) return undefined;
	const computed = 'must not be provided in pod spec; priority admission controller computed';
	const deny = (field: 'priority' | 'preemptionPolicy', what: string, value: string | number): Denial => ({
		path: SPEC.child(field),
		message: `the ${what} (${spec[field]}) ${computed} ${value} from the given PriorityClass name`,
		code: 'admission/priority',
		status: 403,
		stage: 'before validation',
		isCertain: Boolean(spec.priorityClassName),
		repair: { do: 'remove', path: SPEC.child(field) },
	});
	if (spec.priority !== undefined && spec.priority !== priority) return deny('priority', 'integer value of priority', priority);
	if (spec.preemptionPolicy !== undefined && spec.preemptionPolicy !== POLICY) return deny('preemptionPolicy', 'string value of PreemptionPolicy', POLICY);
	spec.priority = priority;
	spec.preemptionPolicy = POLICY;
	return undefined;
}

/** plugin/pkg/admission/defaulttolerationseconds */
function addTolerations(spec: Mutable<PodSpec>): void {
	const written = spec.tolerations ?? [];
	const tolerates = ({ key, effect }: Toleration, taint: string): boolean => (!key || key === taint) && (!effect || effect === 'NoExecute');
	const missing = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'].filter((taint) => !written.some((one) => tolerates(one, taint)));
	if (missing.length > 0) spec.tolerations = [...written, ...missing.map((key) => ({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 }))];
}

/** plugin/pkg/admission/runtimeclass: only a RuntimeClass may say what a pod costs beside its containers. */
function admitRuntimeClass(spec: PodSpec): Denial | undefined {
	const className = spec.runtimeClassName;
	if (className !== undefined && (className === '' || /[/%]|^\.\.?$/.test(className))) {
		const path = SPEC.child('runtimeClassName');
		const message = className === '' ? 'resource name may not be empty' : `invalid resource name ${goQuote(className)}: [${pathSegmentFault(className)}]`;
		return { path, message, code: 'admission/runtime-class', status: 500, stage: 'before validation', isCertain: true, repair: { do: 'remove', path } };
	}
	if (spec.overhead === undefined || spec.runtimeClassName !== undefined) return undefined;
	const path = SPEC.child('overhead');
	const message = 'pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead';
	return { path, message, code: 'admission/overhead', status: 403, stage: 'after validation', isCertain: true, repair: { do: 'remove', path } };
}
