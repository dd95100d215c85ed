import type { Segment } from '../../schema/field-path';
import { timeZones } from '../../schema/time-zone';

const NODE_LABELS = [
	'kubernetes.io/os',
	'kubernetes.io/arch',
	'kubernetes.io/hostname',
	'topology.kubernetes.io/zone',
	'topology.kubernetes.io/region',
	'node.kubernetes.io/instance-type',
	'node.kubernetes.io/windows-build',
	'node-role.kubernetes.io/control-plane',
];
const OBJECT_LABELS = [
	'app',
	'app.kubernetes.io/name',
	'app.kubernetes.io/instance',
	'app.kubernetes.io/version',
	'app.kubernetes.io/component',
	'app.kubernetes.io/part-of',
	'app.kubernetes.io/managed-by',
];
const POD_INDEX_LABELS = [
	'apps.kubernetes.io/pod-index',
	'batch.kubernetes.io/job-completion-index',
	'batch.kubernetes.io/job-name',
	'statefulset.kubernetes.io/pod-name',
	'pod-template-hash',
];
const ANNOTATIONS = [
	'kubectl.kubernetes.io/default-container',
	'kubectl.kubernetes.io/restartedAt',
	'kubernetes.io/change-cause',
	'kubernetes.io/description',
	'controller.kubernetes.io/pod-deletion-cost',
	'cluster-autoscaler.kubernetes.io/safe-to-evict',
	'kubernetes.io/ingress-bandwidth',
	'kubernetes.io/egress-bandwidth',
];
const TAINTS = [
	'node.kubernetes.io/not-ready',
	'node.kubernetes.io/unreachable',
	'node.kubernetes.io/unschedulable',
	'node.kubernetes.io/memory-pressure',
	'node.kubernetes.io/disk-pressure',
	'node.kubernetes.io/pid-pressure',
	'node.kubernetes.io/network-unavailable',
	'node.kubernetes.io/out-of-service',
	'node-role.kubernetes.io/control-plane',
	'node.cloudprovider.kubernetes.io/uninitialized',
];
const TOPOLOGIES = [
	'kubernetes.io/hostname',
	'topology.kubernetes.io/zone',
	'topology.kubernetes.io/region',
	'node.kubernetes.io/instance-type',
	'kubernetes.io/os',
	'kubernetes.io/arch',
];

/** Linux capabilities, those that pods ask for first. */
const CAPABILITIES: readonly string[] = (
	'ALL NET_BIND_SERVICE NET_ADMIN NET_RAW SYS_ADMIN SYS_PTRACE SYS_TIME SYS_NICE CHOWN DAC_OVERRIDE FOWNER SETUID SETGID SETPCAP SETFCAP KILL FSETID MKNOD AUDIT_WRITE SYS_CHROOT ' +
	'IPC_LOCK SYS_RESOURCE SYS_MODULE SYS_RAWIO SYS_BOOT SYSLOG BPF PERFMON CHECKPOINT_RESTORE AUDIT_CONTROL AUDIT_READ BLOCK_SUSPEND DAC_READ_SEARCH IPC_OWNER LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE ' +
	'NET_BROADCAST SYS_PACCT SYS_TTY_CONFIG WAKE_ALARM'
).split(' ');

/** Sysctls of a namespace of the pod's own; those before `net.core.somaxconn` every kubelet allows. */
const SYSCTLS = (
	'net.ipv4.ip_unprivileged_port_start net.ipv4.ip_local_port_range net.ipv4.tcp_syncookies net.ipv4.ping_group_range net.ipv4.ip_local_reserved_ports net.ipv4.tcp_keepalive_time ' +
	'net.ipv4.tcp_fin_timeout net.ipv4.tcp_keepalive_intvl net.ipv4.tcp_keepalive_probes net.ipv4.tcp_rmem net.ipv4.tcp_wmem kernel.shm_rmid_forced ' +
	'net.core.somaxconn net.ipv4.ip_forward net.ipv4.tcp_max_syn_backlog net.ipv4.tcp_tw_reuse net.ipv6.conf.all.disable_ipv6 kernel.sem kernel.shmall kernel.shmmax kernel.shmmni kernel.msgmax kernel.msgmnb kernel.msgmni fs.mqueue.msg_max'
).split(' ');

const SELECTOR_OPERATORS: readonly string[] = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

const RESOURCES: readonly string[] = ['cpu', 'memory', 'ephemeral-storage', 'hugepages-2Mi', 'hugepages-1Gi', 'nvidia.com/gpu'];

/** Keys that mean something to Kubernetes in a map of a field. */
export function mapKeys(struct: string, field: string, path: readonly Segment[]): readonly string[] {
	switch (`${struct}.${field}`) {
		case 'ObjectMeta.labels':
			return OBJECT_LABELS;
		case 'LabelSelector.matchLabels':
			return [...OBJECT_LABELS, ...POD_INDEX_LABELS];
		case 'ReplicationControllerSpec.selector':
			return OBJECT_LABELS;
		case 'ObjectMeta.annotations':
			return ANNOTATIONS;
		case 'PodSpec.nodeSelector':
			return NODE_LABELS;
		case 'ResourceRequirements.limits':
			return path.length > 0 ? RESOURCES : [];
		case 'ResourceRequirements.requests':
			return RESOURCES;
		case 'PodSpec.overhead':
			return ['cpu', 'memory'];
		case 'VolumeResourceRequirements.requests':
		case 'VolumeResourceRequirements.limits':
			return ['storage'];
		default:
			return [];
	}
}

const FIELD_PATHS = ['metadata.name', 'metadata.namespace', 'metadata.uid', "metadata.labels['app']", "metadata.annotations['key']"];
const ENV_ONLY_PATHS = ['status.podIP', 'status.podIPs', 'spec.nodeName', 'status.hostIP', 'status.hostIPs', 'spec.serviceAccountName'];
const CONTAINER_RESOURCES = [
	'limits.cpu',
	'limits.memory',
	'limits.ephemeral-storage',
	'requests.cpu',
	'requests.memory',
	'requests.ephemeral-storage',
	'limits.hugepages-2Mi',
	'requests.hugepages-2Mi',
];

const SUGGESTED: Readonly<Record<string, readonly string[]>> = {
	'Capabilities.add': CAPABILITIES,
	'Capabilities.drop': CAPABILITIES,
	'CSIVolumeSource.fsType': ['ext4', 'xfs'],
	'ContainerPort.name': ['http', 'https', 'grpc', 'metrics', 'admin'],
	'ContainerResizePolicy.resourceName': ['cpu', 'memory'],
	'CronJobSpec.schedule': ['"*/5 * * * *"', '"0 * * * *"', '"0 3 * * *"', '"0 9 * * 1-5"', '"0 0 1 * *"', '"@hourly"', '"@daily"', '"@weekly"', '"@monthly"'],
	'EmptyDirVolumeSource.medium': ['Memory', 'HugePages', 'HugePages-2Mi', 'HugePages-1Gi'],
	'LabelSelectorRequirement.key': [...OBJECT_LABELS, ...POD_INDEX_LABELS],
	'LabelSelectorRequirement.operator': SELECTOR_OPERATORS,
	'NodeSelectorRequirement.key': NODE_LABELS,
	'ObjectMeta.finalizers': ['foregroundDeletion', 'orphan'],
	'ObjectMeta.namespace': ['default', 'kube-system'],
	'PersistentVolumeClaimSpec.accessModes': ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'],
	'PodAffinityTerm.matchLabelKeys': ['pod-template-hash'],
	'PodAffinityTerm.topologyKey': TOPOLOGIES,
	'PodDNSConfigOption.name': ['ndots', 'timeout', 'attempts', 'rotate', 'single-request', 'single-request-reopen', 'use-vc', 'edns0'],
	'PodSpec.priorityClassName': ['system-cluster-critical', 'system-node-critical'],
	'PodSpec.schedulerName': ['default-scheduler'],
	'PodSpec.serviceAccountName': ['default'],
	'ResourceFieldSelector.resource': CONTAINER_RESOURCES,
	'Sysctl.name': SYSCTLS,
	'Toleration.key': TAINTS,
	'TopologySpreadConstraint.matchLabelKeys': ['pod-template-hash'],
	'TopologySpreadConstraint.topologyKey': TOPOLOGIES,
	'TypedLocalObjectReference.apiGroup': ['snapshot.storage.k8s.io'],
	'TypedLocalObjectReference.kind': ['VolumeSnapshot', 'PersistentVolumeClaim'],
	'TypedObjectReference.apiGroup': ['snapshot.storage.k8s.io'],
	'TypedObjectReference.kind': ['VolumeSnapshot', 'PersistentVolumeClaim'],
};

/** Values that Kubernetes knows for a field besides those of the schema. */
export function suggestedValues(struct: string, field: string, path: readonly Segment[]): readonly string[] {
	const name = `${struct}.${field}`;
	switch (name) {
		case 'ObjectFieldSelector.fieldPath':
			return path.includes('valueFrom')
				? [...FIELD_PATHS.slice(0, 3), ...ENV_ONLY_PATHS, ...FIELD_PATHS.slice(3)]
				: [...FIELD_PATHS, 'metadata.labels', 'metadata.annotations'];
		case 'NodeSelectorRequirement.key':
			return path.includes('matchFields') ? ['metadata.name'] : NODE_LABELS;
		case 'CronJobSpec.timeZone':
			return ['Asia/Seoul', 'Etc/UTC', ...[...timeZones()].filter((zone) => zone !== 'Asia/Seoul' && zone !== 'Etc/UTC')];
		default:
			return SUGGESTED[name] ?? [];
	}
}

/** Values of a node label, where there are few. */
export function labelValues(key: string): readonly string[] {
	if (key === 'kubernetes.io/os') return ['linux', 'windows'];
	return key === 'kubernetes.io/arch' ? ['amd64', 'arm64'] : [];
}

const SECONDS: Readonly<Record<string, readonly number[]>> = {
	activeDeadlineSeconds: [600, 3600, 86400],
	failureThreshold: [3, 5, 10, 30],
	initialDelaySeconds: [0, 5, 10, 30],
	minReadySeconds: [0, 5, 10, 30],
	periodSeconds: [5, 10, 20, 30, 60],
	progressDeadlineSeconds: [300, 600, 1800],
	startingDeadlineSeconds: [60, 200, 600],
	successThreshold: [1, 2],
	terminationGracePeriodSeconds: [0, 10, 30, 60, 120, 300],
	timeoutSeconds: [1, 2, 3, 5, 10],
	tolerationSeconds: [30, 60, 300, 3600],
	ttlSecondsAfterFinished: [0, 600, 3600, 86400],
	expirationSeconds: [600, 3600, 7200],
};
const NUMBERS: Readonly<Record<string, readonly string[]>> = {
	backoffLimit: ['0', '3', '6'],
	containerPort: ['80', '8080', '443', '8443', '3000', '5432', '6379', '9090'],
	defaultMode: ['0644', '0444', '0400', '0440', '0755', '0555'],
	mode: ['0644', '0444', '0400', '0440', '0755', '0555'],
	fsGroup: ['1000', '2000', '65534'],
	maxSkew: ['1', '2'],
	maxSurge: ['25%', '1', '0'],
	maxUnavailable: ['25%', '1', '0'],
	replicas: ['1', '2', '3', '5'],
	revisionHistoryLimit: ['3', '5', '10'],
	runAsGroup: ['1000', '3000', '65534'],
	runAsUser: ['1000', '10001', '65534'],
	weight: ['1', '50', '100'],
};

/** Numbers that people choose for a field. */
export function commonNumbers(field: string): readonly { readonly text: string; readonly seconds?: number }[] {
	const seconds = SECONDS[field];
	if (seconds) return seconds.map((one) => ({ text: String(one), ...(field.endsWith('Seconds') ? { seconds: one } : {}) }));
	return (NUMBERS[field] ?? []).map((text) => ({ text }));
}

const UNITS: Readonly<Record<string, readonly string[]>> = { cpu: ['m', ''], memory: ['Mi', 'Gi', 'Ki'], storage: ['Gi', 'Ti', 'Mi'] };
const COMMON: Readonly<Record<string, readonly string[]>> = {
	cpu: ['100m', '250m', '500m', '1', '2', '4'],
	memory: ['64Mi', '128Mi', '256Mi', '512Mi', '1Gi', '2Gi', '4Gi'],
	storage: ['1Gi', '5Gi', '10Gi', '100Gi'],
};

/** Quantities for a resource: what is common, or the number that is typed with its units. */
export function quantities(resource: string, typed: string): readonly string[] {
	const of = resource === 'cpu' || resource === 'memory' ? resource : resource.startsWith('hugepages') || resource === 'sizeLimit' ? 'memory' : 'storage';
	if (resource.includes('.') && !resource.startsWith('hugepages')) return ['1', '2'];
	return /^\d+(?:\.\d+)?$/.test(typed) ? (UNITS[of] ?? []).map((unit) => typed + unit) : (COMMON[of] ?? []);
}
