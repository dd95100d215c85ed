import type { FieldSpec } from './field-spec';

/** `group/version/Kind`; what is empty may be anything. */
function specs(path: string, kinds: string, create = false): readonly FieldSpec[] {
	return kinds.split(' ').map((one) => {
		const [group = '', version = '', kind = ''] = one.includes('/') ? one.split('/') : ['', '', one];
		return { group, version, kind, path, create };
	});
}

const POD_PATHS = [
	['spec/', 'Pod'],
	['spec/template/spec/', 'Deployment ReplicaSet DaemonSet StatefulSet Job'],
	['spec/jobTemplate/spec/template/spec/', 'CronJob'],
] as const;
const inPods = (path: string): readonly FieldSpec[] => POD_PATHS.flatMap(([prefix, kinds]) => specs(prefix + path, kinds));
const inPodsAndTemplates = (path: string): readonly FieldSpec[] => [...inPods(path), ...specs(`template/spec/${path}`, 'PodTemplate')];

const TEMPLATED = '/v1/ReplicationController Deployment ReplicaSet DaemonSet';

/** builtinpluginconsts/metadatalabels.go */
const METADATA_LABELS: readonly FieldSpec[] = [
	...specs('metadata/labels', '//', true),
	...specs('spec/template/metadata/labels', `${TEMPLATED} apps//StatefulSet batch//Job`, true),
	...specs('spec/volumeClaimTemplates[]/metadata/labels', 'apps//StatefulSet', true),
	...specs('spec/jobTemplate/metadata/labels', 'batch//CronJob', true),
	...specs('spec/jobTemplate/spec/template/metadata/labels', 'batch//CronJob', true),
];

const AFFINITY_SELECTORS = ['podAffinity', 'podAntiAffinity'].flatMap((one) => [
	`affinity/${one}/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm`,
	`affinity/${one}/requiredDuringSchedulingIgnoredDuringExecution`,
]);

/** commonlabels.go */
const COMMON_LABELS: readonly FieldSpec[] = [
	...METADATA_LABELS,
	...specs('spec/selector', '/v1/Service /v1/ReplicationController', true),
	...specs('spec/selector/matchLabels', 'Deployment ReplicaSet DaemonSet apps//StatefulSet', true),
	...[...AFFINITY_SELECTORS, 'topologySpreadConstraints'].flatMap((path) =>
		specs(`spec/template/spec/${path}/labelSelector/matchLabels`, 'apps//Deployment apps//StatefulSet'),
	),
	...specs('spec/selector/matchLabels', 'batch//Job policy//PodDisruptionBudget'),
	...specs('spec/jobTemplate/spec/selector/matchLabels', 'batch//CronJob'),
	...['spec/podSelector', 'spec/ingress/from/podSelector', 'spec/egress/to/podSelector'].flatMap((path) =>
		specs(`${path}/matchLabels`, 'networking.k8s.io//NetworkPolicy'),
	),
];

const COMMON_ANNOTATIONS: readonly FieldSpec[] = [
	...specs('metadata/annotations', '//', true),
	...specs('spec/template/metadata/annotations', `${TEMPLATED} StatefulSet batch//Job`, true),
	...specs('spec/jobTemplate/metadata/annotations', 'batch//CronJob', true),
	...specs('spec/jobTemplate/spec/template/metadata/annotations', 'batch//CronJob', true),
];

const VAR_PATHS = ['containers', 'initContainers'].flatMap((list) =>
	['args', 'command', 'env/value', 'volumeMounts/mountPath'].map((field) => `${list}/${field}`),
);

/** varreference.go */
const VAR_REFERENCE: readonly FieldSpec[] = [
	...[...VAR_PATHS, 'volumes/nfs/server'].flatMap(inPods).filter(({ kind, path }) => kind !== 'CronJob' || !path.includes('nfs')),
	...specs('spec/jobTemplate/spec/template/volumes/nfs/server', 'CronJob'),
	...specs('spec/template/metadata/annotations', 'Deployment'),
	...['spec/rules/host', 'spec/tls/hosts', 'spec/tls/secretName'].flatMap((path) => specs(path, 'Ingress')),
	...['spec/ports/port', 'spec/ports/targetPort'].flatMap((path) => specs(path, 'Service')),
	...specs('spec/volumeClaimTemplates/spec/nfs/server', 'StatefulSet'),
	...specs('spec/nfs/server', 'PersistentVolume'),
	...specs('metadata/labels', '//'),
	...specs('metadata/annotations', '//'),
];

const IMAGES: readonly FieldSpec[] = ['spec/', 'spec/template/spec/'].flatMap((prefix) =>
	['containers[]/image', 'initContainers[]/image', 'volumes[]/image/reference'].flatMap((path) => specs(prefix + path, '//')),
);

/** namespace.go, but for metadata/namespace, which NamespaceTransformer sees to itself. */
const NAMESPACE: readonly FieldSpec[] = [
	...specs('metadata/name', 'Namespace', true),
	...specs('spec/service/namespace', 'apiregistration.k8s.io//APIService', true),
	...specs('spec/conversion/webhook/clientConfig/service/namespace', 'apiextensions.k8s.io//CustomResourceDefinition'),
];

/** NameBackReferences: who names an object of a kind, and where. */
export interface NameReference {
	readonly group: string;
	readonly version: string;
	readonly kind: string;
	readonly fieldSpecs: readonly FieldSpec[];
}

const CONFIG_SOURCES = ['containers', 'initContainers'];
const WEBHOOKS = 'admissionregistration.k8s.io//ValidatingWebhookConfiguration admissionregistration.k8s.io//MutatingWebhookConfiguration';
const BINDINGS = 'rbac.authorization.k8s.io//RoleBinding rbac.authorization.k8s.io//ClusterRoleBinding';
const SERVICE_ACCOUNT_KINDS = 'StatefulSet Deployment ReplicationController Job DaemonSet';

const inSomePods = (path: string): readonly FieldSpec[] => [
	...specs(`spec/${path}`, 'Pod'),
	...specs(`spec/template/spec/${path}`, SERVICE_ACCOUNT_KINDS),
	...specs(`spec/jobTemplate/spec/template/spec/${path}`, 'CronJob'),
];

const annotation = (key: string): string => `metadata/annotations/${key.replace('/', '\\/')}`;

/** namereference.go */
const NAME_REFERENCES: readonly NameReference[] = [
	...['Deployment', 'ReplicationController', 'ReplicaSet', 'StatefulSet'].map((kind) => ({
		group: '',
		version: '',
		kind,
		fieldSpecs: specs('spec/scaleTargetRef/name', 'HorizontalPodAutoscaler'),
	})),
	{
		group: '',
		version: 'v1',
		kind: 'ConfigMap',
		fieldSpecs: [
			...['volumes/configMap/name', 'volumes/projected/sources/configMap/name'].flatMap(inPodsAndTemplates),
			...CONFIG_SOURCES.flatMap((list) => [`${list}/env/valueFrom/configMapKeyRef/name`, `${list}/envFrom/configMapRef/name`]).flatMap(inPodsAndTemplates),
			...specs('spec/configSource/configMap', 'Node'),
			...specs('rules/resourceNames', 'Role ClusterRole'),
			...specs(annotation('nginx.ingress.kubernetes.io/fastcgi-params-configmap'), 'Ingress'),
		],
	},
	{
		group: '',
		version: 'v1',
		kind: 'Secret',
		fieldSpecs: [
			...['volumes/secret/secretName', 'volumes/projected/sources/secret/name', 'imagePullSecrets/name'].flatMap(inPodsAndTemplates),
			...CONFIG_SOURCES.flatMap((list) => [`${list}/env/valueFrom/secretKeyRef/name`, `${list}/envFrom/secretRef/name`]).flatMap(inPodsAndTemplates),
			...specs('spec/template/spec/containers/env/valueFrom/secretKeyRef/name', 'serving.knative.dev/v1/Service'),
			...specs('spec/tls/secretName', 'Ingress'),
			...['ingress.kubernetes.io/auth-secret', 'nginx.ingress.kubernetes.io/auth-secret', 'nginx.ingress.kubernetes.io/auth-tls-secret'].flatMap((key) =>
				specs(annotation(key), 'Ingress'),
			),
			...specs('imagePullSecrets/name', 'ServiceAccount'),
			...['secretName', 'adminSecretName', 'userSecretName', 'secretRef'].flatMap((field) => specs(`parameters/${field}`, 'StorageClass')),
			...specs('rules/resourceNames', 'Role ClusterRole'),
			...specs('spec/azureFile/secretName', 'PersistentVolume'),
		],
	},
	{
		group: '',
		version: 'v1',
		kind: 'Service',
		fieldSpecs: [
			...specs('spec/serviceName', 'apps//StatefulSet'),
			...['rules/http/paths/backend/serviceName', 'backend/serviceName', 'rules/http/paths/backend/service/name', 'defaultBackend/service/name'].flatMap(
				(path) => specs(`spec/${path}`, 'Ingress'),
			),
			...specs('spec/service/name', 'apiregistration.k8s.io//APIService'),
			...specs('webhooks/clientConfig/service', WEBHOOKS),
		],
	},
	{ group: 'rbac.authorization.k8s.io', version: '', kind: 'Role', fieldSpecs: specs('roleRef/name', 'rbac.authorization.k8s.io//RoleBinding') },
	{ group: 'rbac.authorization.k8s.io', version: '', kind: 'ClusterRole', fieldSpecs: specs('roleRef/name', BINDINGS) },
	{ group: '', version: 'v1', kind: 'ServiceAccount', fieldSpecs: [...specs('subjects', BINDINGS), ...inSomePods('serviceAccountName')] },
	{ group: '', version: 'v1', kind: 'PersistentVolumeClaim', fieldSpecs: inSomePods('volumes/persistentVolumeClaim/claimName') },
	{
		group: '',
		version: 'v1',
		kind: 'PersistentVolume',
		fieldSpecs: [...specs('spec/volumeName', 'PersistentVolumeClaim'), ...specs('rules/resourceNames', 'ClusterRole')],
	},
	{
		group: 'storage.k8s.io',
		version: 'v1',
		kind: 'StorageClass',
		fieldSpecs: [
			...specs('spec/storageClassName', 'PersistentVolume PersistentVolumeClaim'),
			...specs('spec/volumeClaimTemplates/spec/storageClassName', 'StatefulSet'),
		],
	},
	{ group: 'scheduling.k8s.io', version: 'v1', kind: 'PriorityClass', fieldSpecs: inSomePods('priorityClassName') },
	{
		group: 'admissionregistration.k8s.io',
		version: '',
		kind: 'ValidatingAdmissionPolicy',
		fieldSpecs: specs('spec/policyName', 'admissionregistration.k8s.io//ValidatingAdmissionPolicyBinding'),
	},
];

/** builtinconfig.TransformerConfig: which fields the transformers work on. */
export interface Config {
	readonly namePrefix: readonly FieldSpec[];
	readonly nameSuffix: readonly FieldSpec[];
	readonly namespace: readonly FieldSpec[];
	readonly labels: readonly FieldSpec[];
	readonly templateLabels: readonly FieldSpec[];
	readonly commonLabels: readonly FieldSpec[];
	readonly commonAnnotations: readonly FieldSpec[];
	readonly varReference: readonly FieldSpec[];
	readonly images: readonly FieldSpec[];
	readonly replicas: readonly FieldSpec[];
	readonly nameReference: readonly NameReference[];
}

export const DEFAULT_CONFIG: Config = {
	namePrefix: specs('metadata/name', '//'),
	nameSuffix: specs('metadata/name', '//'),
	namespace: NAMESPACE,
	labels: [],
	templateLabels: METADATA_LABELS,
	commonLabels: COMMON_LABELS,
	commonAnnotations: COMMON_ANNOTATIONS,
	varReference: VAR_REFERENCE,
	images: IMAGES,
	replicas: specs('spec/replicas', 'Deployment ReplicationController ReplicaSet StatefulSet', true),
	nameReference: NAME_REFERENCES,
};
