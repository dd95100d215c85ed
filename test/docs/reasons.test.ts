import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldWords } from '../../server/src/docs/fields';
import { statusWords } from '../../server/src/docs/topics/statuses';
import { topics } from '../../server/src/docs/topics/topics';
import { kindWords } from '../../server/src/docs/types';
import { allTerms, termOf } from '../../server/src/features/hover/glossary';
import { search } from '../../server/src/features/hover/search';
import { reasonWordsOf } from '../../server/src/features/words-of';

/** Reason constants of Kubernetes 1.37 that a pod, its events, its claims or its workloads can show, by the file that has them. */
const REASONS: Readonly<Record<string, string>> = {
	'pkg/kubelet/kuberuntime/kuberuntime_container.go': 'CreateContainerConfigError PreCreateHookError CreateContainerError PreStartHookError PostStartHookError',
	'pkg/kubelet/images/types.go': 'ImagePullBackOff ImageInspectError ErrImagePull ErrImageNeverPull InvalidImageName',
	'pkg/kubelet/container/sync_result.go': 'CrashLoopBackOff RunContainerError CreatePodSandboxError',
	'cri-api/pkg/errors/errors.go': 'RegistryUnavailable SignatureValidationFailed',
	'pkg/kubelet/kubelet_pods.go': 'ContainerCreating PodInitializing ContainerStatusUnknown Completed',
	'pkg/kubelet/lifecycle/predicate.go':
		'PodOSSelectorNodeLabelDoesNotMatch PodOSNotSupported InvalidNodeInfo InitContainerRestartPolicyForbidden SupplementalGroupsPolicyNotSupported UnexpectedAdmissionError UnknownReason ' +
		'UnexpectedPredicateFailureType OutOfcpu OutOfmemory OutOfephemeral-storage OutOfpods OutOfnvidia.com/gpu',
	'pkg/kubelet/lifecycle/handlers.go': 'AppArmor PodLevelResourcesNotSupported PodFeatureUnsupported LifecycleHTTPFallback',
	'pkg/kubelet and its managers':
		'Evicted SysctlForbidden TopologyAffinityError SMTAlignmentError EmptyPodSharedPoolError VolumeAttachmentLimitExceeded NodeShutdown Terminated Preempting DeadlineExceeded',
	'pkg/scheduler': 'NodeAffinity NodeName NodePorts Scheduled FailedScheduling Preempted BindingConditionsPending',
	'api/core/v1/types.go': 'Unschedulable SchedulingGated SchedulerError TerminationByKubelet PreemptionByScheduler Deferred Infeasible Error',
	'pkg/kubelet/status/generate.go':
		'UnknownContainerStatuses PodCompleted PodFailed ContainersNotReady ContainersNotInitialized ReadinessGatesNotReady RestartAllContainersStarted PodSandboxNotReady',
	'pkg/kubelet/events/event.go':
		'Created Started Failed Killing BackOff ExceededGracePeriod FailedKillPod FailedCreatePodContainer NetworkNotReady ResizeDeferred ResizeInfeasible ResizeCompleted ResizeStarted ResizeError ' +
		'FailedNodeDeclaredFeaturesCheck Pulling Pulled InspectFailed NodeNotReady FailedAttachVolume FailedMount VolumeResizeFailed VolumeResizeSuccessful FileSystemResizeFailed ' +
		'VolumePermissionChangeInProgress FileSystemResizeSuccessful FailedMapVolume AlreadyMountedVolume SuccessfulAttachVolume SuccessfulMountVolume SandboxChanged FailedCreatePodSandBox ' +
		'FailedPodSandBoxStatus FailedMountOnFilesystemMismatch FailedPrepareDynamicResources Unhealthy ProbeWarning FailedSync FailedValidation FailedPostStartHook FailedPreStopHook',
	'pkg/kubelet, in place': 'DNSConfigForming MissingClusterDNS HostIPsIPFamilyMismatch FailedToRetrieveImagePullSecret MultipleSELinuxLabels',
	'pkg/controller/{podgc,tainteviction,nodelifecycle,disruption,resourceclaim}':
		'DeletionByPodGC DeletionByTaintManager TaintManagerEviction NodeControllerEviction NodeLost EvictionByEvictionAPI MultiplePodDisruptionBudgets NotDeleted FailedResourceClaimCreation',
	'pkg/kubelet, of its node':
		'NodeHasDiskPressure NodeHasMemoryPressure EvictionThresholdMet FreeDiskSpaceFailed ImageGCFailed SystemOOM Rebooted NodeNotSchedulable',
	'beside Kubernetes: cluster-autoscaler, multus': 'NotTriggerScaleUp TriggeredScaleUp AddedInterface',
	'pkg/controller/volume': 'SELinuxLabelConflict SELinuxChangePolicyConflict',
	'pkg/controller/volume/events/event.go':
		'FailedBinding VolumeMismatch ExternalProvisioning ProvisioningFailed ProvisioningCleanupFailed ProvisioningSucceeded WaitForFirstConsumer WaitForPodScheduled ExternalExpanding',
	'pkg/controller/deployment':
		'ReplicaSetUpdated ReplicaSetCreateError NewReplicaSetCreated FoundNewReplicaSet NewReplicaSetAvailable ProgressDeadlineExceeded DeploymentPaused DeploymentResumed MinimumReplicasAvailable ' +
		'MinimumReplicasUnavailable ScalingReplicaSet SelectingAll DeploymentRollback DeploymentRollbackRevisionNotFound DeploymentRollbackTemplateUnchanged',
	'pkg/controller/controller_utils.go': 'SuccessfulCreate SuccessfulDelete FailedCreate FailedDelete',
	'pkg/controller/statefulset': 'RecreateInProgress RecreateCompleted UnknownStrategy ConflictingController',
	'pkg/controller/daemon': 'FailedPlacement FailedDaemonPod SucceededDaemonPod',
	'pkg/controller/job':
		'PodFailurePolicy BackoffLimitExceeded MaxFailedIndexesExceeded FailedIndexes SuccessPolicy CompletionsReached JobSuspended JobResumed Suspended Resumed UnknownCompletionMode ' +
		'TooManySucceededPods FailedWorkloadCompilation FailedWorkloadCreate WorkloadCreated PodGroupCreated',
	'pkg/controller/cronjob':
		'UnParseableCronJobSchedule UnexpectedJob SawCompletedJob MissingJob UnknownTimeZone UnparseableSchedule InvalidSchedule MissSchedule JobAlreadyActive FailedGet UnsupportedSchedule TooManyMissedTimes',
};
const reasons = Object.values(REASONS).flatMap((line) => line.split(' '));

test('every reason has words, by hover, explain and search', () => {
	assert.deepEqual(
		reasons.filter((reason) => !reasonWordsOf(reason)),
		[],
	);
	assert.deepEqual(
		reasons.filter((reason) => !termOf(reason)),
		[],
	);
	const hidden = reasons.filter((reason) => !reason.includes('/') && search(reason, 'ko', 37, 3).every(({ name }) => name !== reason));
	assert.deepEqual(hidden, []);
});

test('what kubectl shows under STATUS has words, also with a number or a reason in it', () => {
	for (const status of [
		'Pending',
		'Running',
		'Terminating',
		'NotReady',
		'Unknown',
		'Init:0/2',
		'Init:Error',
		'Init:CrashLoopBackOff',
		'ExitCode:3',
		'Signal:9',
	])
		assert.match(termOf(status)?.words.ko ?? '', /[가-힣]/, status);
	assert.match(termOf('Init:ImagePullBackOff')?.words.en ?? '', /init container[\s\S]*Fetching the image/);
	assert.equal(termOf('Init:Nonsense'), undefined);
	assert.ok(Object.keys(statusWords).length >= 6);
});

test('terms are called by one name each', () => {
	const names = allTerms().map(({ name }) => name.toLowerCase());
	const twice = names.filter((name, i) => names.indexOf(name) !== i);
	// Failed is a phase and an event.
	assert.deepEqual(twice, ['failed']);
});

test('topics are in both languages, and lead from fields that exist', () => {
	const words: Readonly<Record<string, object>> = fieldWords;
	for (const [name, { title, en, ko, from }] of Object.entries(topics)) {
		assert.match(title.ko, /[가-힣]/, name);
		assert.ok(/[가-힣]/.test(ko) && !/[가-힣]/.test(en), name);
		for (const text of [en, ko]) {
			assert.equal(text.split('`').length % 2, 1, `${name}: code font is closed`);
			assert.ok(text.split('\n').length <= 12, `${name}: too long`);
		}
		for (const field of from) {
			const [type = '', key] = field.split('.');
			assert.ok(key === undefined ? type in kindWords : key in (words[type] ?? {}), `${name}: ${field}`);
		}
	}
});

test('topics are found by what people ask, in either language', () => {
	for (const [query, topic] of [
		['why pod', 'why-pods'],
		['파드란', 'why-pods'],
		['pause', 'sandbox'],
		['샌드박스', 'sandbox'],
		['static pod', 'static-pods'],
		['스태틱 파드', 'static-pods'],
		['미러 파드', 'static-pods'],
		['immutable', 'updates'],
		['프로브 비교', 'probes'],
		['architecture', 'flow'],
		['etcd', 'flow'],
		['앰배서더', 'patterns'],
		['annotation or label', 'labels-or-annotations'],
		['kubectl get pods', 'statuses'],
	] as const)
		assert.ok(
			search(query, 'en', 37, 5).some(({ name }) => name === topic),
			`${query}: ${search(query, 'en', 37, 5).map(({ path }) => path)}`,
		);
});
