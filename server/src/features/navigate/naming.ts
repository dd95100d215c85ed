import type { Segment } from '../../schema/field-path';
import type { Place } from '../place';

/** What a name is the name of: a kind of object, as kubectl tells kinds apart, or a part of an object. */
export type Thing = string;

/** Parts of a pod, and ports of Services: nobody outside of their object names them but through what selects it. */
export const PARTS: ReadonlySet<Thing> = new Set(['volume', 'claim', 'container', 'variable', 'port', 'port number']);

/** Kinds whose objects lie in no namespace, among those that others name; and images, which are no objects. */
const CLUSTER_WIDE: ReadonlySet<Thing> = new Set([
	'ClusterRole',
	'DeviceClass',
	'GatewayClass',
	'IngressClass',
	'PersistentVolume',
	'PriorityClass',
	'RuntimeClass',
	'StorageClass',
	'image',
]);
export const isNamespaced = (thing: Thing): boolean => !CLUSTER_WIDE.has(thing);

/** A kind as a name: `Service`, but `Service.serving.knative.dev`. Kubernetes' own groups need no telling apart. */
export function thingOf(apiVersion: string | undefined, kind: string): Thing {
	const group = apiVersion?.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
	return !group.includes('.') || OWN_GROUPS.test(group) ? kind : `${kind}.${group}`;
}

/** Those of Kubernetes, and of what everybody runs beside it. */
const OWN_GROUPS = /(?:^|\.)k8s\.io$|^(?:monitoring\.coreos\.com|keda\.sh)$/;

/** Fields of a pod that give a name to a part of it. */
export const GIVES: Readonly<Record<string, Thing>> = {
	'Container.name': 'container',
	'ContainerPort.containerPort': 'port number',
	'ContainerPort.name': 'port',
	'EnvVar.name': 'variable',
	'EphemeralContainer.name': 'container',
	'PodResourceClaim.name': 'claim',
	'Volume.name': 'volume',
};

/** Fields that name something that stands elsewhere, and what. */
export const REFERENCES: Readonly<Record<string, Thing>> = {
	'ConfigMapEnvSource.name': 'ConfigMap',
	'ConfigMapKeySelector.key': 'ConfigMap key',
	'ConfigMapKeySelector.name': 'ConfigMap',
	'ConfigMapProjection.name': 'ConfigMap',
	'ConfigMapVolumeSource.name': 'ConfigMap',
	'EphemeralContainer.targetContainerName': 'container',
	'FileKeySelector.volumeName': 'volume',
	'GRPCAction.port': 'port',
	'HTTPGetAction.port': 'port',
	'LocalObjectReference.name': 'Secret',
	'PersistentVolumeClaimSpec.storageClassName': 'StorageClass',
	'PersistentVolumeClaimVolumeSource.claimName': 'PersistentVolumeClaim',
	'PodFailurePolicyOnExitCodesRequirement.containerName': 'container',
	'PodResourceClaim.resourceClaimName': 'ResourceClaim',
	'PodResourceClaim.resourceClaimTemplateName': 'ResourceClaimTemplate',
	'PodSpec.priorityClassName': 'PriorityClass',
	'PodSpec.runtimeClassName': 'RuntimeClass',
	'PodSpec.serviceAccount': 'ServiceAccount',
	'PodSpec.serviceAccountName': 'ServiceAccount',
	'PodSpec.subdomain': 'Service',
	'ResourceClaim.name': 'claim',
	'ResourceFieldSelector.containerName': 'container',
	'SecretEnvSource.name': 'Secret',
	'SecretKeySelector.key': 'Secret key',
	'SecretKeySelector.name': 'Secret',
	'SecretProjection.name': 'Secret',
	'SecretVolumeSource.secretName': 'Secret',
	'StatefulSetSpec.serviceName': 'Service',
	'TCPSocketAction.port': 'port',
	'VolumeDevice.name': 'volume',
	'VolumeMount.name': 'volume',
};

/** What a field names; `owner` leads to the field that names the object it is a part of. */
export interface Used {
	readonly thing: Thing;
	readonly owner?: readonly Segment[];
}

/** What the field at a place names, if it names anything. */
export function usedAt({ struct, field, segments }: Pick<Place, 'struct' | 'field' | 'segments'>): Used | undefined {
	if (struct === 'KeyToPath' && field.name === 'key') return keyToPath(segments);
	const thing = REFERENCES[`${struct}.${field.name}`];
	if (thing === undefined) return undefined;
	return thing.endsWith(' key') ? { thing, owner: [...segments.slice(0, -1), 'name'] } : { thing };
}

/** `items` of a volume, or of a source of a projected one, name keys of what the source names. */
function keyToPath(segments: readonly Segment[]): Used | undefined {
	const source = segments.at(-4);
	if (source !== 'configMap' && source !== 'secret') return undefined;
	const named = source === 'secret' && segments.at(-6) !== 'sources' ? 'secretName' : 'name';
	return { thing: source === 'secret' ? 'Secret key' : 'ConfigMap key', owner: [...segments.slice(0, -3), named] };
}

/** What a field names in an object that is none of ours. */
export interface Naming {
	/** Where undefined, the `kind` beside it says so, or else `usually`. */
	readonly thing?: Thing;
	readonly usually?: Thing;
	/** All that is called so of these kinds. */
	readonly among?: readonly Thing[];
	readonly gives?: true;
	/** Or it uses the name: the `behavior` beside it may say that it is merged into what bears the name already, or takes its place. */
	readonly mayMerge?: true;
	/** The text that names the object it is a part of: so many maps up from the one it stands in, then a field, or the name of the object itself. */
	readonly owner?: 'self' | { readonly up: number; readonly field: string };
	/** It is looked for in what the object selects. */
	readonly isSelected?: true;
	/** What it means as well, where this field is not beside it. */
	readonly without?: { readonly field: string; readonly naming: Naming };
}

const byKind = (usually?: Thing): Naming => (usually === undefined ? {} : { usually });
const SECRET: Naming = { thing: 'Secret' };
const SERVICE: Naming = { thing: 'Service' };
const STORAGE_CLASS: Naming = { thing: 'StorageClass' };
const PORT: Naming = { thing: 'port', isSelected: true };
/** ReplicaCountTransformer of kustomize. */
const SCALED: Naming = { among: ['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet'] };
/** `backend.service.port.name` beside `backend.service.name`. */
const BACKEND_PORT = { owner: { up: 1, field: 'name' } } as const;
const route = (rule: string): Readonly<Record<string, Naming>> => ({
	'spec.parentRefs[].name': byKind('Gateway'),
	[`${rule}.backendRefs[].name`]: byKind('Service'),
	[`${rule}.backendRefs[].port`]: { thing: 'Service port number', owner: { up: 0, field: 'name' } },
});

/** Fields of other objects that give or use names, by kind and by path; `*` is the key of a map itself. */
export const ELSEWHERE: Readonly<Record<string, Readonly<Record<string, Naming>>>> = {
	ClusterRoleBinding: { 'roleRef.name': byKind(), 'subjects[].name': byKind() },
	ConfigMap: { 'binaryData.*': { thing: 'ConfigMap key', gives: true, owner: 'self' }, 'data.*': { thing: 'ConfigMap key', gives: true, owner: 'self' } },
	GRPCRoute: route('spec.rules[]'),
	Gateway: { 'spec.gatewayClassName': { thing: 'GatewayClass' }, 'spec.listeners[].tls.certificateRefs[].name': byKind('Secret') },
	HTTPRoute: route('spec.rules[]'),
	HorizontalPodAutoscaler: { 'spec.scaleTargetRef.name': byKind() },
	Ingress: {
		'spec.defaultBackend.service.name': SERVICE,
		'spec.defaultBackend.service.port.name': { thing: 'Service port', ...BACKEND_PORT },
		'spec.defaultBackend.service.port.number': { thing: 'Service port number', ...BACKEND_PORT },
		'spec.ingressClassName': { thing: 'IngressClass' },
		'spec.rules[].http.paths[].backend.service.name': SERVICE,
		'spec.rules[].http.paths[].backend.service.port.name': { thing: 'Service port', ...BACKEND_PORT },
		'spec.rules[].http.paths[].backend.service.port.number': { thing: 'Service port number', ...BACKEND_PORT },
		'spec.tls[].secretName': SECRET,
	},
	Kustomization: {
		'configMapGenerator[].name': { thing: 'ConfigMap', gives: true, mayMerge: true },
		'images[].name': { thing: 'image' },
		'patches[].target.name': byKind(),
		'patchesJson6902[].target.name': byKind(),
		'replicas[].name': SCALED,
		'replacements[].source.name': byKind(),
		'replacements[].targets[].reject[].name': byKind(),
		'replacements[].targets[].select.name': byKind(),
		'secretGenerator[].name': { thing: 'Secret', gives: true, mayMerge: true },
		'vars[].objref.name': byKind(),
	},
	NetworkPolicy: { 'spec.ingress[].ports[].port': PORT },
	PatchJson6902Transformer: { 'target.name': byKind() },
	PatchTransformer: { 'target.name': byKind() },
	PersistentVolume: { 'spec.claimRef.name': { thing: 'PersistentVolumeClaim' }, 'spec.storageClassName': STORAGE_CLASS },
	PersistentVolumeClaim: {
		'spec.dataSource.name': byKind(),
		'spec.storageClassName': STORAGE_CLASS,
		'spec.volumeName': { thing: 'PersistentVolume' },
	},
	PodMonitor: { 'spec.podMetricsEndpoints[].port': PORT },
	ReplacementTransformer: { 'replacements[].source.name': byKind(), 'replacements[].targets[].select.name': byKind() },
	ReplicaCountTransformer: { 'replica.name': SCALED },
	RoleBinding: { 'roleRef.name': byKind(), 'subjects[].name': byKind() },
	ScaledObject: { 'spec.scaleTargetRef.name': byKind('Deployment') },
	Secret: { 'data.*': { thing: 'Secret key', gives: true, owner: 'self' }, 'stringData.*': { thing: 'Secret key', gives: true, owner: 'self' } },
	Service: {
		'spec.ports[].name': { thing: 'Service port', gives: true, owner: 'self' },
		'spec.ports[].port': { thing: 'Service port number', gives: true, owner: 'self', without: { field: 'targetPort', naming: PORT } },
		'spec.ports[].targetPort': PORT,
	},
	ServiceAccount: { 'imagePullSecrets[].name': SECRET, 'secrets[].name': SECRET },
	ServiceMonitor: { 'spec.endpoints[].port': { thing: 'Service port', isSelected: true } },
	VerticalPodAutoscaler: { 'spec.targetRef.name': byKind() },
};

/** Where other objects select by labels, and what; of a Service it is the labels alone. */
export const SELECTORS: Readonly<Record<string, Readonly<Record<string, 'pods' | 'Service'>>>> = {
	NetworkPolicy: { 'spec.egress[].to[].podSelector': 'pods', 'spec.ingress[].from[].podSelector': 'pods', 'spec.podSelector': 'pods' },
	PodDisruptionBudget: { 'spec.selector': 'pods' },
	PodMonitor: { 'spec.selector': 'pods' },
	Service: { 'spec.selector': 'pods' },
	ServiceMonitor: { 'spec.selector': 'Service' },
};

/** What tells most of an object of a kind, in few words. */
export const TELLING: Readonly<Record<string, readonly string[]>> = {
	PersistentVolumeClaim: ['spec', 'resources', 'requests', 'storage'],
	PriorityClass: ['value'],
	RuntimeClass: ['handler'],
	StorageClass: ['provisioner'],
};

/** A path as the tables have it. */
export const patternOf = (path: readonly Segment[]): string =>
	path.map((segment, i) => (typeof segment === 'number' ? '[]' : i === 0 ? segment : `.${segment}`)).join('');

/** A row of a table, whatever it is asked for. */
export const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(table, key) ? table[key] : undefined);
