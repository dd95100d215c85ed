import type { PodSpec } from '../schema/generated/types';
import type { Walk } from './walk';

/**
 * core validation.PodValidationOptions: what gates allow, and what an update must go on allowing because the live object has it.
 * Where both are off in every version a field is missing here.
 */
export interface PodOptions {
	/** The object itself is a Pod, not one with a pod template. */
	readonly resourceIsPod: boolean;
	/** kube-apiserver --allow-privileged: off unless set. */
	readonly allowPrivileged: boolean;
	readonly allowInvalidPodDeletionCost: boolean;
	readonly allowInvalidLabelValueInSelector: boolean;
	readonly allowInvalidLabelValueInRequiredNodeAffinity: boolean;
	readonly allowIndivisibleHugePagesValues: boolean;
	readonly allowInvalidTopologySpreadConstraintLabelSelector: boolean;
	readonly allowMatchLabelKeysInPodTopologySpread: boolean;
	readonly allowMatchLabelKeysInPodTopologySpreadSelectorMerge: boolean;
	readonly oldPodViolatesMatchLabelKeysValidation: boolean;
	readonly oldPodViolatesLegacyMatchLabelKeysValidation: boolean;
	readonly allowNonLocalProjectedTokenPath: boolean;
	readonly allowNamespacedSysctlsForHostNetAndHostIPC: boolean;
	readonly allowRelaxedEnvironmentVariableValidation: boolean;
	readonly allowRelaxedDNSSearchValidation: boolean;
	readonly allowEnvFilesValidation: boolean;
	readonly allowOnlyRecursiveSELinuxChangePolicy: boolean;
	readonly podLevelResourcesEnabled: boolean;
	readonly inPlacePodLevelResourcesVerticalScalingEnabled: boolean;
	readonly inPlacePodVerticalScalingMemoryBackedVolumesEnabled: boolean;
	readonly allowContainerRestartPolicyRules: boolean;
	readonly allowRestartAllContainers: boolean;
	readonly allowExistingRestartContainerForNonSidecarInitContainer: boolean;
	readonly allowUserNamespacesWithVolumeDevices: boolean;
	readonly allowUserNamespacesHostNetworkSupport: boolean;
	readonly allowTaintTolerationComparisonOperators: boolean;
	readonly allowEmptyImageVolumeReference: boolean;
	readonly allowSysAdminWhenPrivilegeEscalationFalse: boolean;
}

/**
 * pod.GetValidationOptionsFromPodSpecAndMeta. Of what an update must go on allowing only that is asked which a server of the same version
 * could have taken: the live object has been judged by these rules itself.
 */
export function podOptions(walk: Walk, resourceIsPod: boolean): PodOptions {
	return {
		resourceIsPod,
		allowPrivileged: false,
		allowInvalidPodDeletionCost: !walk.gate('PodDeletionCost'),
		allowInvalidLabelValueInSelector: false,
		allowInvalidLabelValueInRequiredNodeAffinity: false,
		allowIndivisibleHugePagesValues: false,
		allowInvalidTopologySpreadConstraintLabelSelector: false,
		allowMatchLabelKeysInPodTopologySpread: walk.gate('MatchLabelKeysInPodTopologySpread'),
		allowMatchLabelKeysInPodTopologySpreadSelectorMerge: walk.gate('MatchLabelKeysInPodTopologySpreadSelectorMerge'),
		oldPodViolatesMatchLabelKeysValidation: false,
		oldPodViolatesLegacyMatchLabelKeysValidation: false,
		allowNonLocalProjectedTokenPath: false,
		allowNamespacedSysctlsForHostNetAndHostIPC: false,
		allowRelaxedEnvironmentVariableValidation: walk.gate('RelaxedEnvironmentVariableValidation'),
		allowRelaxedDNSSearchValidation: walk.gate('RelaxedDNSSearchValidation'),
		allowEnvFilesValidation: walk.gate('EnvFiles'),
		allowOnlyRecursiveSELinuxChangePolicy: !walk.gate('SELinuxMount'),
		podLevelResourcesEnabled: walk.gate('PodLevelResources'),
		inPlacePodLevelResourcesVerticalScalingEnabled: walk.gate('InPlacePodLevelResourcesVerticalScaling'),
		inPlacePodVerticalScalingMemoryBackedVolumesEnabled: walk.gate('InPlacePodVerticalScalingMemoryBackedVolumes'),
		allowContainerRestartPolicyRules: walk.gate('ContainerRestartRules'),
		allowRestartAllContainers: walk.gate('RestartAllContainersOnContainerExits'),
		allowExistingRestartContainerForNonSidecarInitContainer: false,
		allowUserNamespacesWithVolumeDevices: false,
		allowUserNamespacesHostNetworkSupport: walk.gate('UserNamespacesHostNetworkSupport'),
		allowTaintTolerationComparisonOperators: walk.gate('TaintTolerationComparisonOperators'),
		allowEmptyImageVolumeReference: false,
		allowSysAdminWhenPrivilegeEscalationFalse: walk.version >= 37 && mayBeSysAdmin(walk.liveSpec),
	};
}

/** pod.useAllowSysAdminWhenPrivilegeEscalationFalse: where nothing is said of escalation it counts as well. */
const mayBeSysAdmin = (live: PodSpec | undefined): boolean =>
	[...(live?.initContainers ?? []), ...(live?.containers ?? []), ...(live?.ephemeralContainers ?? [])].some(
		({ securityContext }) => securityContext?.allowPrivilegeEscalation !== true && securityContext?.capabilities?.add?.includes('CAP_SYS_ADMIN'),
	);
