import type { Segment } from '../../schema/field-path';
import { fieldOf, structOf, type Type } from '../../schema/schema';
import { placeOf } from '../place';
import { containerOf, podSpecOf, type Site } from './site';
import { asName, uniqueName } from './spelling';
import { itemsAt, textAt, valueAt } from './write';

/** An image that runs by itself, as the scaffolds have it. */
const IMAGE = 'nginx:1.29';
/** Ports that nobody asked for anything else are called by these names. */
const KNOWN_PORTS: Readonly<Record<string, number>> = { http: 80, web: 80, https: 443, grpc: 50051, metrics: 9090, redis: 6379, mysql: 3306, postgres: 5432 };
const PORT = 8080;

/** What listens under a name. */
export const portFor = (name: string): number => KNOWN_PORTS[name] ?? PORT;

type Here = Pick<Site, 'manifest' | 'version'>;
type Sample = (here: Here, path: readonly Segment[]) => unknown;

/** What may stand in a field that must have a value: taken from what is written around it, else what a careful person would begin with. By `Struct.field`. */
const SAMPLES: Readonly<Record<string, Sample>> = {
	'Container.name': containerName,
	'EphemeralContainer.name': containerName,
	'Container.image': () => IMAGE,
	'EphemeralContainer.image': () => IMAGE,
	'ContainerPort.containerPort': (here, path) => besideNumber(here, path, 'hostPort') ?? portFor(beside(here, path, 'name') ?? ''),
	'HTTPGetAction.port': ownPort,
	'TCPSocketAction.port': ownPort,
	'GRPCAction.port': ownPort,
	'HTTPGetAction.path': () => '/',
	'SleepAction.seconds': () => 5,
	'ExecAction.command': () => ['sh', '-c', 'sleep 5'],
	'Container.livenessProbe': (here, path) => ({ httpGet: { path: '/', port: ownPort(here, path) } }),
	'Container.readinessProbe': (here, path) => ({ httpGet: { path: '/', port: ownPort(here, path) } }),
	'Container.startupProbe': (here, path) => ({ httpGet: { path: '/', port: ownPort(here, path) } }),
	'Lifecycle.preStop': () => ({ sleep: { seconds: 5 } }),
	'Lifecycle.postStart': () => ({ exec: { command: ['sh', '-c', 'true'] } }),
	'VolumeMount.name': (here) => unmounted(here) ?? 'data',
	'VolumeMount.mountPath': (here, path) => `/${asName(beside(here, path, 'name') ?? 'data')}`,
	'VolumeDevice.devicePath': () => '/dev/xvda',
	'PodResourceClaim.name': (here) => undeclaredClaim(here) ?? uniqueName('claim', namesAt(here, 'resourceClaims')),
	'Volume.name': (here) => undeclared(here) ?? uniqueName('data', namesAt(here, 'volumes')),
	'ConfigMapVolumeSource.name': volumeName,
	'SecretVolumeSource.secretName': volumeName,
	'PersistentVolumeClaimVolumeSource.claimName': volumeName,
	'HostPathVolumeSource.path': () => '/data',
	'NFSVolumeSource.server': () => 'nfs.example.com',
	'NFSVolumeSource.path': () => '/',
	'ImageVolumeSource.reference': () => IMAGE,
	'CSIVolumeSource.driver': () => 'csi.example.com',
	'ClusterTrustBundleProjection.path': () => 'ca.pem',
	'FileKeySelector.volumeName': (here) => namesAt(here, 'volumes')[0] ?? 'data',
	'PodCertificateProjection.signerName': () => 'example.com/signer',
	'KeyToPath.key': (here, path) => beside(here, path, 'path') ?? 'key',
	'KeyToPath.path': (here, path) => beside(here, path, 'key') ?? 'key',
	'DownwardAPIVolumeFile.path': () => 'labels',
	'DownwardAPIVolumeFile.fieldRef': () => ({ fieldPath: 'metadata.labels' }),
	'ObjectFieldSelector.fieldPath': () => 'metadata.name',
	'ResourceFieldSelector.containerName': (here) => namesAt(here, 'containers')[0],
	'ResourceFieldSelector.resource': () => 'limits.memory',
	'EnvVar.name': () => 'NAME',
	'EnvVarSource.fieldRef': () => ({ fieldPath: 'metadata.name' }),
	'EnvVar.valueFrom': () => ({ fieldRef: { fieldPath: 'metadata.name' } }),
	'EnvFromSource.configMapRef': () => ({ name: 'config' }),
	'ConfigMapKeySelector.key': keyOfVariable,
	'SecretKeySelector.key': keyOfVariable,
	'ConfigMapKeySelector.name': () => 'config',
	'SecretKeySelector.name': () => 'secret',
	'ConfigMapEnvSource.name': () => 'config',
	'SecretEnvSource.name': () => 'secret',
	'LocalObjectReference.name': () => 'registry',
	'ObjectMeta.name': objectName,
	'ObjectMeta.labels': podLabels,
	'LabelSelector.matchLabels': podLabels,
	'ReplicationControllerSpec.selector': podLabels,
	'PodTemplateSpec.metadata': (here, path) => ({ labels: podLabels(here, path) }),
	'PodTemplateSpec.spec': podSpec,
	'PodSpec.containers': (here) => [{ name: objectName(here), image: IMAGE }],
	'SeccompProfile.type': () => 'RuntimeDefault',
	'SeccompProfile.localhostProfile': () => 'profiles/audit.json',
	'AppArmorProfile.type': () => 'RuntimeDefault',
	'AppArmorProfile.localhostProfile': () => 'audit',
	'Toleration.operator': () => 'Exists',
	'TopologySpreadConstraint.maxSkew': () => 1,
	'TopologySpreadConstraint.topologyKey': () => 'kubernetes.io/hostname',
	'TopologySpreadConstraint.whenUnsatisfiable': () => 'ScheduleAnyway',
	'PodAffinityTerm.topologyKey': () => 'kubernetes.io/hostname',
	'NodeSelectorRequirement.key': () => 'kubernetes.io/os',
	'NodeSelectorRequirement.operator': () => 'Exists',
	'NodeSelectorRequirement.values': (here, path) => [NODE_LABELS[beside(here, path, 'key') ?? ''] ?? 'value'],
	'LabelSelectorRequirement.key': (here) => Object.keys(podLabels(here, []))[0],
	'LabelSelectorRequirement.operator': () => 'Exists',
	'LabelSelectorRequirement.values': (here, path) => [podLabels(here, path)[beside(here, path, 'key') ?? ''] ?? 'value'],
	'PreferredSchedulingTerm.weight': () => 1,
	'WeightedPodAffinityTerm.weight': () => 1,
	'PersistentVolumeClaimSpec.accessModes': () => ['ReadWriteOnce'],
	'PersistentVolumeClaimSpec.resources': () => ({ requests: { storage: '1Gi' } }),
	'VolumeResourceRequirements.requests': () => ({ storage: '1Gi' }),
	'CronJobSpec.schedule': () => '0 3 * * *',
	'HostAlias.ip': () => '127.0.0.1',
	'Sysctl.name': () => 'net.core.somaxconn',
	'PodOS.name': () => 'linux',
	// Where kubeadm has the DNS of a cluster.
	'PodDNSConfig.nameservers': () => ['10.96.0.10'],
};

/** What a node says of itself: well-known labels. */
const NODE_LABELS: Readonly<Record<string, string>> = { 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64' };

/** What may stand in the field at a path; undefined where nobody can tell. */
export function sampleFor(here: Here, path: readonly Segment[]): unknown {
	const place = placeOf(here.manifest.kind.kind, path);
	if (!place || place.isMapKey) return undefined;
	const sample = SAMPLES[`${place.struct}.${place.field.name}`];
	if (sample && typeof path.at(-1) === 'string') return sample(here, path);
	if (sample && typeof path.at(-1) === 'number') return firstOf(sample(here, path.slice(0, -1)));
	if (path.length === 1 && path[0] === 'metadata') return { name: objectName(here) };
	if (place.type.kind === 'string' && place.struct.endsWith('VolumeSource')) return volumeName(here, path);
	const choice = place.field.values?.find(({ value }) => value !== '');
	return choice && place.type.kind === 'string' ? choice.value : ofType(here, place.type, path);
}

const firstOf = (list: unknown): unknown => (Array.isArray(list) ? (list as readonly unknown[])[0] : undefined);

/** A list has one item, a struct what it must have. */
function ofType(here: Here, type: Type, path: readonly Segment[]): unknown {
	if (type.kind === 'list') {
		const item = sampleFor(here, [...path, 0]);
		return item === undefined ? undefined : [item];
	}
	if (type.kind === 'struct') return structSample(here, type.name, path);
	return undefined;
}

function structSample(here: Here, struct: string, path: readonly Segment[]): unknown {
	const needed = [...(structOf(struct)?.values() ?? [])].filter(
		({ name }) => fieldOf(struct, name, here.version)?.required || ALSO_NEEDED.has(`${struct}.${name}`),
	);
	const fields = needed.map(({ name }) => [name, sampleFor(here, [...path, name])] as const);
	return fields.length === 0 || fields.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(fields);
}

/** Fields that validation asks for, and the schema does not. */
const ALSO_NEEDED: ReadonlySet<string> = new Set([
	'Container.image',
	'EnvFromSource.configMapRef',
	'PersistentVolumeClaimSpec.accessModes',
	'PersistentVolumeClaimSpec.resources',
	'DownwardAPIVolumeFile.fieldRef',
	'ExecAction.command',
	'LabelSelector.matchLabels',
	'PodTemplateSpec.metadata',
	'PodTemplateSpec.spec',
	'ReplicaSetSpec.template',
	'ReplicationControllerSpec.selector',
	'ReplicationControllerSpec.template',
]);

const besidePath = (path: readonly Segment[], field: string): readonly Segment[] => [...path.slice(0, -1), field];
const beside = ({ manifest }: Here, path: readonly Segment[], field: string): string | undefined => textAt(manifest, besidePath(path, field));

function besideNumber(here: Here, path: readonly Segment[], field: string): number | undefined {
	const text = beside(here, path, field);
	return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** By its image, `nginx` of `docker.io/library/nginx:1.29`; else as the object. */
function containerName(here: Here, path: readonly Segment[]): string {
	const image = beside(here, path, 'image')?.split('/').at(-1)?.split(/[:@]/)[0];
	const taken = ['containers', 'initContainers'].flatMap((list) => namesAt(here, list));
	return uniqueName(asName(image ?? '') || objectName(here), taken);
}

/** As the object is called, or its labels say. */
function objectName({ manifest }: Here): string {
	const label = [...manifest.kind.template, 'metadata', 'labels'];
	const known = [
		textAt(manifest, ['metadata', 'name']),
		textAt(manifest, ['metadata', 'labels', 'app']),
		textAt(manifest, ['metadata', 'labels', 'app.kubernetes.io/name']),
		textAt(manifest, [...label, 'app']),
		textAt(manifest, [...podSpecOf(manifest), 'containers', 0, 'name']),
	];
	return known.map((one) => asName(one ?? '')).find((one) => one !== '') ?? 'app';
}

/** The labels by which a workload and its pods find one another: as the other of the two has them. */
function podLabels(here: Here, path: readonly Segment[]): Readonly<Record<string, string>> {
	const { template } = here.manifest.kind;
	const selector = [...template.slice(0, -1), 'selector'];
	const places = [[...template, 'metadata', 'labels'], [...selector, 'matchLabels'], selector].filter(
		(place) => template.length > 0 && place.join() !== path.join(),
	);
	const written = places
		.map((place) => valueAt(here.manifest, place))
		.find((node) => node?.kind === 'map' && node.entries.every(({ value }) => value?.kind === 'scalar'));
	const labels =
		written?.kind === 'map' ? Object.fromEntries(written.entries.map(({ key, value }) => [key.text, value?.kind === 'scalar' ? value.text : ''])) : {};
	return Object.keys(labels).length > 0 ? labels : { app: objectName(here) };
}

/** Pods of a Job end. */
function podSpec(here: Here): unknown {
	const { kind } = here.manifest.kind;
	return { containers: [{ name: objectName(here), image: IMAGE }], ...(kind === 'Job' || kind === 'CronJob' ? { restartPolicy: 'Never' } : {}) };
}

/** The names of the things in a list of the pod. */
export function namesAt({ manifest }: Here, list: string): readonly string[] {
	return itemsAt(manifest, [...podSpecOf(manifest), list]).flatMap((item) => textAt(manifest, [...item, 'name']) ?? []);
}

/** The names under which all containers mount volumes. */
export function mounted({ manifest }: Here): readonly string[] {
	const containers = ['containers', 'initContainers'].flatMap((list) => itemsAt(manifest, [...podSpecOf(manifest), list]));
	return containers.flatMap((container) => itemsAt(manifest, [...container, 'volumeMounts'])).flatMap((mount) => textAt(manifest, [...mount, 'name']) ?? []);
}

function unmounted(here: Here): string | undefined {
	const volumes = namesAt(here, 'volumes');
	const taken = new Set(mounted(here));
	return volumes.find((name) => !taken.has(name)) ?? volumes[0];
}

/** A volume that a container mounts, and the pod does not have. */
export function undeclared(here: Here): string | undefined {
	const volumes = new Set(namesAt(here, 'volumes'));
	return mounted(here).find((name) => !volumes.has(name));
}

/** A claim that a container asks for, and the pod does not have. */
function undeclaredClaim(here: Here): string | undefined {
	const claims = new Set(namesAt(here, 'resourceClaims'));
	const asked = ['containers', 'initContainers']
		.flatMap((list) => itemsAt(here.manifest, [...podSpecOf(here.manifest), list]))
		.flatMap((container) => itemsAt(here.manifest, [...container, 'resources', 'claims']));
	return asked.map((claim) => textAt(here.manifest, [...claim, 'name'])).find((name) => name !== undefined && !claims.has(name));
}

/** The port of the container, by its name where it has one. */
export function ownPort(here: Here, path: readonly Segment[]): string | number {
	const container = containerOf({ manifest: here.manifest, path });
	const first = container && itemsAt(here.manifest, [...container, 'ports'])[0];
	const name = first && textAt(here.manifest, [...first, 'name']);
	const number = first && textAt(here.manifest, [...first, 'containerPort']);
	const isGrpc = path.includes('grpc');
	if (name !== undefined && !isGrpc) return name;
	return number !== undefined && /^\d+$/.test(number) ? Number(number) : PORT;
}

/** What the volume itself is called: `config` of a ConfigMap by that name. */
function volumeName({ manifest }: Here, path: readonly Segment[]): string {
	for (let length = path.length - 1; length > 0; length--) {
		const name = valueAt(manifest, path.slice(0, length)) ? textAt(manifest, [...path.slice(0, length), 'name']) : undefined;
		if (name !== undefined && typeof path[length - 1] === 'number') return asName(name) || 'data';
	}
	return 'data';
}

/** `DB_PASSWORD` is usually kept under its own name. */
function keyOfVariable({ manifest }: Here, path: readonly Segment[]): string {
	return textAt(manifest, [...path.slice(0, -3), 'name']) ?? 'key';
}
