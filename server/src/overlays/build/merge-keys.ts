import { gvkOf } from './resource';
import { type OwnType, ownBelow, ownKeys, ownType, type Schemas } from './schemas';

/** What is below the fields of a struct: another struct, and for lists that are merged the keys of their elements (none: elements are themselves). */
type Carried = Readonly<Record<string, string | readonly [struct: string, ...keys: readonly string[]]>>;

/**
 * The merge keys of the OpenAPI document that kustomize carries (kyaml/openapi/kubernetesapi, 1.21): x-kubernetes-list-map-keys where there are some,
 * else x-kubernetes-patch-merge-key. All other lists are replaced.
 */
const STRUCTS: Readonly<Record<string, Carried>> = {
	Other: { metadata: 'ObjectMeta' },
	ObjectMeta: { finalizers: [''], ownerReferences: ['', 'uid'] },
	Pod: { metadata: 'ObjectMeta', spec: 'PodSpec' },
	PodTemplate: { metadata: 'ObjectMeta', template: 'Pod' },
	Workload: { metadata: 'ObjectMeta', spec: 'WorkloadSpec' },
	WorkloadSpec: { template: 'Pod' },
	CronJob: { metadata: 'ObjectMeta', spec: 'CronJobSpec' },
	CronJobSpec: { jobTemplate: 'Workload' },
	PodSpec: {
		containers: ['Container', 'name'],
		ephemeralContainers: ['Container', 'name'],
		hostAliases: ['', 'ip'],
		imagePullSecrets: ['', 'name'],
		initContainers: ['Container', 'name'],
		topologySpreadConstraints: ['', 'topologyKey', 'whenUnsatisfiable'],
		volumes: ['', 'name'],
	},
	Container: {
		env: ['', 'name'],
		ports: ['', 'containerPort', 'protocol'],
		volumeDevices: ['', 'devicePath'],
		volumeMounts: ['', 'mountPath'],
	},
	Service: { metadata: 'ObjectMeta', spec: 'ServiceSpec' },
	ServiceSpec: { ports: ['', 'port', 'protocol'] },
	ServiceAccount: { metadata: 'ObjectMeta', secrets: ['', 'name'] },
	WebhookConfiguration: { metadata: 'ObjectMeta', webhooks: ['', 'name'] },
	Node: { metadata: 'ObjectMeta', spec: 'NodeSpec' },
	NodeSpec: { podCIDRs: [''] },
	CSINode: { metadata: 'ObjectMeta', spec: 'CSINodeSpec' },
	CSINodeSpec: { drivers: ['', 'name'] },
};

const KINDS: Readonly<Record<string, string>> = {
	'v1/Pod': 'Pod',
	'v1/PodTemplate': 'PodTemplate',
	'v1/ReplicationController': 'Workload',
	'v1/Service': 'Service',
	'v1/ServiceAccount': 'ServiceAccount',
	'v1/Node': 'Node',
	'apps/v1/Deployment': 'Workload',
	'apps/v1/DaemonSet': 'Workload',
	'apps/v1/ReplicaSet': 'Workload',
	'apps/v1/StatefulSet': 'Workload',
	'batch/v1/Job': 'Workload',
	'batch/v1/CronJob': 'CronJob',
	'batch/v1beta1/CronJob': 'CronJob',
	'storage.k8s.io/v1/CSINode': 'CSINode',
};

/** What is known of a map that is merged: a struct that kustomize carries, by its name here, or a type of the user's own. */
export type Struct = string | OwnType;

/** The struct of a kind; undefined where none is known: there all lists are replaced. */
export function structOf(apiVersion: string, kind: string, schemas: Schemas): Struct | undefined {
	const own = ownType(schemas, apiVersion, kind);
	if (own || (schemas.own && !schemas.isBuiltinUsed)) return own;
	schemas.isBuiltinUsed = true;
	const known = KINDS[`${apiVersion}/${kind}`];
	if (known) return known;
	const { group } = gvkOf(apiVersion, '');
	if (group === 'admissionregistration.k8s.io' && kind.endsWith('WebhookConfiguration')) return 'WebhookConfiguration';
	return /^(?:|apps|batch|policy|autoscaling|[a-z]+\.k8s\.io|flowcontrol\.apiserver\.k8s\.io|rbac\.authorization\.k8s\.io)$/.test(group) ? 'Other' : undefined;
}

/** The struct below a field, for the items of a list as well. */
export function structBelow(struct: Struct, field: string): Struct | undefined {
	if (typeof struct !== 'string') return ownBelow(struct, field);
	const below = fieldOf(struct, field);
	return (typeof below === 'string' ? below : below?.[0]) || undefined;
}

/** The keys by which the items of a list are merged; undefined for what is replaced. */
export function mergeKeys(struct: Struct, field: string): readonly string[] | undefined {
	if (typeof struct !== 'string') return ownKeys(struct, field);
	const below = fieldOf(struct, field);
	return below === undefined || typeof below === 'string' ? undefined : below.slice(1);
}

const fieldOf = (struct: string, field: string): Carried[string] | undefined => {
	const fields = STRUCTS[struct];
	return fields && Object.hasOwn(fields, field) ? fields[field] : undefined;
};
