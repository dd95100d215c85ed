import type { Segment } from './field-path';
import { KINDS, type Kind, type KindName } from './kinds';
import { fieldOf, NEWEST, structOf, type Type } from './schema';

/** Where a type stands in one of our kinds: a part of a pod that stands elsewhere is read, judged and explained as if it stood there. */
export interface Frame {
	readonly kind: Kind;
	/** From the root of the kind to the part. */
	readonly way: readonly Segment[];
}

const POD = 'template.spec';
const CONTAINER = `${POD}.containers.0`;
const VOLUME = `${POD}.volumes.0`;

/** What may be embedded: the kind and the way in it. Items of lists are `0`. */
const FRAMES: Readonly<Record<string, string>> = {
	Affinity: `PodTemplate ${POD}.affinity`,
	Container: `PodTemplate ${CONTAINER}`,
	'Container[]': `PodTemplate ${POD}.containers`,
	DeploymentSpec: 'Deployment spec',
	EmptyDirVolumeSource: `PodTemplate ${VOLUME}.emptyDir`,
	'EnvFromSource[]': `PodTemplate ${CONTAINER}.envFrom`,
	'EnvVar[]': `PodTemplate ${CONTAINER}.env`,
	'EphemeralContainer[]': `PodTemplate ${POD}.ephemeralContainers`,
	EphemeralVolumeSource: `PodTemplate ${VOLUME}.ephemeral`,
	'HostAlias[]': `PodTemplate ${POD}.hostAliases`,
	JobSpec: 'Job spec',
	JobTemplateSpec: 'CronJob spec.jobTemplate',
	Lifecycle: `PodTemplate ${CONTAINER}.lifecycle`,
	'LocalObjectReference[]': `PodTemplate ${POD}.imagePullSecrets`,
	NodeAffinity: `PodTemplate ${POD}.affinity.nodeAffinity`,
	ObjectMeta: 'PodTemplate template.metadata',
	PersistentVolumeClaim: 'StatefulSet spec.volumeClaimTemplates.0',
	'PersistentVolumeClaim[]': 'StatefulSet spec.volumeClaimTemplates',
	PersistentVolumeClaimSpec: 'StatefulSet spec.volumeClaimTemplates.0.spec',
	PodDNSConfig: `PodTemplate ${POD}.dnsConfig`,
	PodSecurityContext: `PodTemplate ${POD}.securityContext`,
	PodSpec: `PodTemplate ${POD}`,
	PodTemplateSpec: 'PodTemplate template',
	Probe: `PodTemplate ${CONTAINER}.readinessProbe`,
	ProjectedVolumeSource: `PodTemplate ${VOLUME}.projected`,
	ResourceRequirements: `PodTemplate ${CONTAINER}.resources`,
	SecurityContext: `PodTemplate ${CONTAINER}.securityContext`,
	'Toleration[]': `PodTemplate ${POD}.tolerations`,
	'TopologySpreadConstraint[]': `PodTemplate ${POD}.topologySpreadConstraints`,
	'Volume[]': `PodTemplate ${POD}.volumes`,
	'VolumeMount[]': `PodTemplate ${CONTAINER}.volumeMounts`,
	VolumeSource: `PodTemplate ${VOLUME}`,
};

/** The types that may be embedded, `PodSpec` and `Container[]`. */
export const EMBEDDABLE: readonly string[] = Object.keys(FRAMES);

/** Where a type stands; under its own name where its struct has a field of that name and type: `livenessProbe`, `initContainers`. */
export function frameOf(what: string, name = ''): Frame | undefined {
	const [kindName, way = ''] = (Object.hasOwn(FRAMES, what) ? FRAMES[what] : undefined)?.split(' ') ?? [];
	const kind = KINDS.find((one) => one.kind === kindName);
	if (!kind) return undefined;
	const segments = way.split('.').map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment));
	const above = typeWithin(kind.kind, segments.slice(0, -1));
	const field = above?.kind === 'struct' ? fieldOf(above.name, name, NEWEST) : undefined;
	const isSame = field !== undefined && sameType(field.type, typeWithin(kind.kind, segments));
	return { kind, way: isSame ? [...segments.slice(0, -1), name] : segments };
}

/** The type at the end of a way below one of our kinds or another struct; undefined where it leads nowhere. */
export function typeWithin(root: KindName | string, way: readonly Segment[]): Type | undefined {
	return way.reduce<Type | undefined>(
		(type, segment) => {
			if (type?.kind === 'list') return typeof segment === 'number' ? type.of : undefined;
			if (type?.kind === 'map') return type.of;
			return type?.kind === 'struct' ? structOf(type.name)?.get(String(segment))?.type : undefined;
		},
		{ kind: 'struct', name: root },
	);
}

/** Whether two types are one. */
export const sameType = (a: Type | undefined, b: Type | undefined): boolean => a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b);
