/**
 * What the JSON schema does not tell of the Go types, and what decides which fields appear when the server prints an object.
 * From the struct tags of k8s.io/api v0.37.1; types that only a status holds are left out.
 */

/** Optional scalars that are pointers: printed whenever they are set, `false` and 0 too. All others appear unless they are zero. */
export const POINTERS = table(`
AppArmorProfile localhostProfile
AzureDiskVolumeSource cachingMode fsType readOnly kind
CSIVolumeSource readOnly fsType
ClusterTrustBundleProjection name signerName optional user
ConfigMapEnvSource optional
ConfigMapKeySelector optional
ConfigMapProjection optional
ConfigMapVolumeSource defaultMode optional defaultUser
Container restartPolicy
CronJobSpec timeZone startingDeadlineSeconds suspend successfulJobsHistoryLimit failedJobsHistoryLimit
DaemonSetSpec revisionHistoryLimit
DeploymentSpec replicas revisionHistoryLimit progressDeadlineSeconds
DownwardAPIVolumeFile mode user
DownwardAPIVolumeSource defaultMode defaultUser
EmptyDirVolumeSource sizeLimit mode
EphemeralContainer restartPolicy
FCVolumeSource lun
FileKeySelector optional
GRPCAction service mode
HTTPGetAction protocol
HostPathVolumeSource type
ISCSIVolumeSource initiatorName
JobSpec parallelism completions activeDeadlineSeconds backoffLimit backoffLimitPerIndex maxFailedIndexes manualSelector ttlSecondsAfterFinished completionMode suspend podReplacementPolicy managedBy
KeyToPath mode user
Lifecycle stopSignal
ManagedFieldsEntry time
ObjectMeta deletionTimestamp deletionGracePeriodSeconds
OwnerReference controller blockOwnerDeletion
PersistentVolumeClaimSpec storageClassName volumeMode volumeAttributesClassName
PodCertificateProjection maxExpirationSeconds user
PodDNSConfigOption value
PodFailurePolicyOnExitCodesRequirement containerName
PodResourceClaim resourceClaimName resourceClaimTemplateName
PodSchedulingGroup podGroupName
PodSecurityContext runAsUser runAsGroup runAsNonRoot supplementalGroupsPolicy fsGroup fsGroupChangePolicy seLinuxChangePolicy
PodSpec terminationGracePeriodSeconds activeDeadlineSeconds automountServiceAccountToken shareProcessNamespace priority runtimeClassName enableServiceLinks preemptionPolicy setHostnameAsFQDN hostUsers hostnameOverride
Probe terminationGracePeriodSeconds
ProjectedVolumeSource defaultMode defaultUser
ReplicaSetSpec replicas
ReplicationControllerSpec replicas
RollingUpdateDaemonSet maxUnavailable maxSurge
RollingUpdateDeployment maxUnavailable maxSurge
RollingUpdateStatefulSetStrategy partition maxUnavailable
SeccompProfile localhostProfile
SecretEnvSource optional
SecretKeySelector optional
SecretProjection optional
SecretVolumeSource defaultMode optional defaultUser
SecurityContext privileged runAsUser runAsGroup runAsNonRoot readOnlyRootFilesystem allowPrivilegeEscalation procMount
ServiceAccountTokenProjection expirationSeconds user
StatefulSetSpec replicas revisionHistoryLimit
SuccessPolicyRule succeededIndexes succeededCount
Toleration tolerationSeconds
TopologySpreadConstraint minDomains nodeAffinityPolicy nodeTaintsPolicy
TypedLocalObjectReference apiGroup
TypedObjectReference apiGroup namespace
VolumeMount recursiveReadOnly mountPropagation
WindowsSecurityContextOptions gmsaCredentialSpecName gmsaCredentialSpec runAsUserName hostProcess
WorkloadPodGroupGangSchedulingPolicy minCount
WorkloadPodGroupResourceClaim resourceClaimName resourceClaimTemplateName
`);

/** Optional structs and quantities that are no pointers: printed always, if only as `{}` or `0`. */
export const VALUES = table(`
Container resources
CronJob metadata status
DaemonSet metadata status
DaemonSetSpec updateStrategy
Deployment metadata status
DeploymentSpec strategy
EphemeralContainer resources
Job metadata spec status
JobTemplateSpec metadata spec
PersistentVolumeClaim metadata spec status
PersistentVolumeClaimSpec resources
PersistentVolumeClaimTemplate metadata
Pod metadata spec status
PodTemplate metadata template
PodTemplateSpec metadata spec
ReplicaSet metadata status
ReplicaSetSpec template
ReplicationController metadata spec status
ResourceFieldSelector divisor
StatefulSet metadata status
StatefulSetSpec updateStrategy
`);

/** Optional fields without `omitempty`: printed as the zero value, or as null, when nothing is there. */
export const ALWAYS = table(`
PodCondition lastProbeTime
ProjectedVolumeSource sources
StatefulSetOrdinals start
StatefulSetSpec serviceName
StatefulSetStatus availableReplicas
TypedLocalObjectReference apiGroup
TypedObjectReference apiGroup
`);

function table(text: string): ReadonlyMap<string, ReadonlySet<string>> {
	return new Map(
		text
			.trim()
			.split('\n')
			.map((line) => {
				const [struct = '', ...fields] = line.split(' ');
				return [struct, new Set(fields)];
			}),
	);
}
