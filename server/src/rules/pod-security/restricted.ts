import type { Volume } from '../../schema/generated/types';
import { isSeccompAllowed, uses } from './baseline';
import { type Check, containersWhere, isInUserNamespace, joinQuote, listed, named, type PodView, pluralize, setterPaths, setters } from './check';

/** The restricted checks in the order of their IDs; k8s.io/pod-security-admission/policy. */

/** allowPrivilegeEscalation_1_25. */
export const allowPrivilegeEscalation: Check = (pod) => {
	if (isWindows(pod)) return undefined;
	const bad = containersWhere(pod, ({ securityContext }) => securityContext?.allowPrivilegeEscalation !== false);
	if (bad.length === 0) return undefined;
	return {
		code: 'pod-security/privilege-escalation',
		reason: 'allowPrivilegeEscalation != false',
		detail: `${named(bad)} must set securityContext.allowPrivilegeEscalation=false`,
		paths: setterPaths(pod, false, bad, 'allowPrivilegeEscalation'),
	};
};

/** capabilitiesRestricted_1_25. */
export const capabilitiesRestricted: Check = (pod) => {
	if (isWindows(pod)) return undefined;
	const isForbidden = (capability: string): boolean => capability !== 'NET_BIND_SERVICE';
	const keeping = containersWhere(pod, ({ securityContext }) => !securityContext?.capabilities?.drop?.includes('ALL'));
	const adding = containersWhere(pod, ({ securityContext }) => securityContext?.capabilities?.add?.some(isForbidden) ?? false);
	if (keeping.length === 0 && adding.length === 0) return undefined;
	const added = listed(adding.flatMap(({ container }) => container.securityContext?.capabilities?.add?.filter(isForbidden) ?? []));
	const details = [
		...(keeping.length > 0 ? [`${named(keeping)} must set securityContext.capabilities.drop=["ALL"]`] : []),
		...(adding.length > 0 ? [`${named(adding)} must not include ${joinQuote(added)} in securityContext.capabilities.add`] : []),
	];
	return {
		code: 'pod-security/drop-all-capabilities',
		reason: 'unrestricted capabilities',
		detail: details.join('; '),
		paths: [...setterPaths(pod, false, keeping, 'capabilities', 'drop'), ...setterPaths(pod, false, adding, 'capabilities', 'add')],
	};
};

const ALLOWED_VOLUMES = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret'] as const;
const RESTRICTED_VOLUMES = [
	'hostPath',
	'gcePersistentDisk',
	'awsElasticBlockStore',
	'gitRepo',
	'nfs',
	'iscsi',
	'glusterfs',
	'rbd',
	'flexVolume',
	'cinder',
	'cephfs',
	'flocker',
	'fc',
	'azureFile',
	'vsphereVolume',
	'quobyte',
	'azureDisk',
	'photonPersistentDisk',
	'portworxVolume',
	'scaleIO',
	'storageos',
] as const;

/** restrictedVolumes_1_0. */
export const restrictedVolumes: Check = ({ spec, path, version }) => {
	// 1.32 does not know image volumes yet.
	const isAllowed = (volume: Volume): boolean => ALLOWED_VOLUMES.some((kind) => volume[kind] !== undefined && (kind !== 'image' || version >= 33));
	const bad = (spec.volumes ?? []).flatMap((volume, index) => {
		if (isAllowed(volume)) return [];
		const kind = RESTRICTED_VOLUMES.find((restricted) => volume[restricted] !== undefined);
		const volumePath = path.child('volumes').index(index);
		return [{ name: volume.name, type: kind ?? 'unknown', path: kind ? volumePath.child(kind) : volumePath }];
	});
	if (bad.length === 0) return undefined;
	const types = listed(bad.map(({ type }) => type));
	const names = `${pluralize('volume', bad.length)} ${joinQuote(bad.map(({ name }) => name))} ${uses(bad.length)}`;
	return {
		code: 'pod-security/volume-types',
		reason: 'restricted volume types',
		detail: `${names} ${pluralize('restricted volume type', types.length)} ${joinQuote(types)}`,
		paths: bad.map((volume) => volume.path),
	};
};

/** runAsNonRoot1_35. */
export const runAsNonRoot: Check = (pod) => {
	if (isInUserNamespace(pod)) return undefined;
	const reason = 'runAsNonRoot != true';
	const ofPod = pod.spec.securityContext?.runAsNonRoot;
	const explicit = containersWhere(pod, ({ securityContext }) => securityContext?.runAsNonRoot === false);
	if (ofPod === false || explicit.length > 0) {
		return {
			code: 'pod-security/run-as-non-root',
			reason,
			detail: `${setters(ofPod === false, explicit)} must not set securityContext.runAsNonRoot=false`,
			paths: setterPaths(pod, ofPod === false, explicit, 'runAsNonRoot'),
		};
	}
	const implicit = ofPod ? [] : containersWhere(pod, ({ securityContext }) => securityContext?.runAsNonRoot === undefined);
	if (implicit.length === 0) return undefined;
	return {
		code: 'pod-security/run-as-non-root',
		reason,
		detail: `pod or ${named(implicit)} must set securityContext.runAsNonRoot=true`,
		paths: setterPaths(pod, false, implicit, 'runAsNonRoot'),
	};
};

/** runAsUser1_35. */
export const runAsUser: Check = (pod) => {
	if (isInUserNamespace(pod)) return undefined;
	const isPod = pod.spec.securityContext?.runAsUser === 0;
	const bad = containersWhere(pod, ({ securityContext }) => securityContext?.runAsUser === 0);
	if (!isPod && bad.length === 0) return undefined;
	return {
		code: 'pod-security/run-as-root',
		reason: 'runAsUser=0',
		detail: `${setters(isPod, bad)} must not set runAsUser=0`,
		paths: setterPaths(pod, isPod, bad, 'runAsUser'),
	};
};

/** The half of seccompProfileRestricted_1_25 that asks for a profile; the other half is the baseline check. */
export const seccompProfileRequired: Check = (pod) => {
	const ofPod = pod.spec.securityContext?.seccompProfile?.type;
	const implicit = ofPod !== undefined && isSeccompAllowed(ofPod) ? [] : containersWhere(pod, ({ securityContext }) => !securityContext?.seccompProfile);
	if (implicit.length === 0) return undefined;
	return {
		code: 'pod-security/seccomp-required',
		reason: 'seccompProfile',
		detail: `pod or ${named(implicit)} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"`,
		paths: setterPaths(pod, false, implicit, 'seccompProfile'),
	};
};

export function isWindows({ spec }: PodView): boolean {
	return spec.os?.name === 'windows';
}
