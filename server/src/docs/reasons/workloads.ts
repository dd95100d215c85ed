import type { Words } from '../words';

/** Reasons of the conditions and events of workloads: controller/{deployment,replicaset,statefulset,daemon,job,cronjob}. */
export const workloadReasons: Readonly<Record<string, Words>> = {
	// Deployments
	MinimumReplicasAvailable: { en: 'Enough pods are available.', ko: '필요한 만큼 파드를 쓸 수 있다.' },
	MinimumReplicasUnavailable: {
		en: 'Fewer pods are available than the strategy allows. Look at the pods that are not ready.',
		ko: '쓸 수 있는 파드가 전략이 허락하는 수보다 적다. 준비되지 않은 파드를 본다.',
	},
	NewReplicaSetCreated: {
		en: 'The rollout has begun: there is a ReplicaSet for the new template.',
		ko: '새 템플릿의 레플리카셋이 만들어져 롤아웃이 시작됐다.',
	},
	NewReplicaSetAvailable: { en: 'The rollout is finished.', ko: '롤아웃이 끝났다.' },
	FoundNewReplicaSet: { en: 'A ReplicaSet for this template existed already and is used again.', ko: '이 템플릿의 레플리카셋이 이미 있어 다시 쓴다.' },
	ReplicaSetUpdated: { en: 'The rollout makes progress.', ko: '롤아웃이 진행 중이다.' },
	ReplicaSetCreateError: { en: 'The new ReplicaSet could not be created; see the message.', ko: '새 레플리카셋을 만들지 못했다. 메시지를 본다.' },
	ProgressDeadlineExceeded: {
		en: 'The rollout has made no progress for `progressDeadlineSeconds`. It is not rolled back by itself: fix it, or run `kubectl rollout undo`.',
		ko: '`progressDeadlineSeconds` 동안 롤아웃이 나아가지 못했다. 저절로 되돌아가지 않으므로 고치거나 `kubectl rollout undo`로 되돌린다.',
	},
	DeploymentPaused: { en: 'The rollout is paused (`paused: true`).', ko: '롤아웃이 일시 중지됐다(`paused: true`).' },
	DeploymentResumed: { en: 'The rollout goes on after a pause.', ko: '일시 중지했던 롤아웃을 이어서 진행한다.' },
	ScalingReplicaSet: { en: 'The Deployment changes how many pods a ReplicaSet has.', ko: '디플로이먼트가 레플리카셋의 파드 수를 바꾼다.' },
	DeploymentRollback: {
		en: 'The template of an earlier revision was put back.',
		ko: '예전 리비전의 템플릿으로 되돌렸다.',
	},
	DeploymentRollbackRevisionNotFound: {
		en: 'There is no such revision to roll back to; `revisionHistoryLimit` may have removed it.',
		ko: '되돌릴 리비전이 없다. `revisionHistoryLimit` 때문에 지워졌을 수 있다.',
	},
	DeploymentRollbackTemplateUnchanged: {
		en: 'The revision to roll back to has the same template as now: nothing changes.',
		ko: '되돌릴 리비전의 템플릿이 지금과 같아 바뀌는 것이 없다.',
	},
	SelectingAll: {
		en: 'The selector is empty and would take every pod of the namespace, so the controller does nothing. Write a selector.',
		ko: '셀렉터가 비어 네임스페이스의 모든 파드를 고르게 되므로 컨트롤러가 아무것도 하지 않는다. 셀렉터를 적는다.',
	},
	// Pods made and deleted
	SuccessfulCreate: { en: 'The controller created a pod.', ko: '컨트롤러가 파드를 만들었다.' },
	SuccessfulDelete: { en: 'The controller deleted a pod.', ko: '컨트롤러가 파드를 지웠다.' },
	FailedCreate: {
		en: 'The controller could not create a pod: a quota, Pod Security, a webhook, or a missing service account. The message says which.',
		ko: '컨트롤러가 파드를 만들지 못했다. 쿼터, 파드 시큐리티, 웹훅에 막혔거나 서비스어카운트가 없다. 메시지를 본다.',
	},
	FailedDelete: { en: 'The controller could not delete a pod; see the message.', ko: '컨트롤러가 파드를 지우지 못했다. 메시지를 본다.' },
	// StatefulSets
	RecreateInProgress: {
		en: 'A `Recreate` update runs: the old pods are being deleted, or the new ones are not all there yet.',
		ko: '`Recreate` 업데이트가 진행 중이다. 옛 파드를 지우고 있거나 새 파드가 아직 다 뜨지 않았다.',
	},
	RecreateCompleted: {
		en: 'The `Recreate` update is done; `Progressing` is `False` then, and all is well.',
		ko: '`Recreate` 업데이트가 끝났다. 이때 `Progressing`은 `False`이며 문제가 아니다.',
	},
	UnknownStrategy: {
		en: '`updateStrategy: Recreate`, but the feature gate `StatefulSetRecreateStrategy` is off: the pods are not updated.',
		ko: '`updateStrategy`가 `Recreate`인데 기능 게이트 `StatefulSetRecreateStrategy`가 꺼져 있어 파드를 업데이트하지 않는다.',
	},
	ConflictingController: {
		en: 'A claim belongs to another controller already, so the retention policy of the StatefulSet leaves it alone.',
		ko: '클레임이 이미 다른 컨트롤러에 속해 있어 스테이트풀셋의 보존 정책을 적용하지 않는다.',
	},
	// DaemonSets
	FailedPlacement: {
		en: 'The DaemonSet could not put a pod on a node.',
		ko: '데몬셋이 노드에 파드를 놓지 못했다.',
	},
	FailedDaemonPod: {
		en: 'A pod of the DaemonSet has failed; it is deleted, and a new one takes its place. From the second time on, it waits a little longer each time.',
		ko: '데몬셋의 파드가 실패해 지우고 새로 만든다. 되풀이되면 조금씩 더 기다렸다가 지운다.',
	},
	SucceededDaemonPod: {
		en: 'A pod of the DaemonSet ended with success; it is deleted, and a new one takes its place.',
		ko: '데몬셋의 파드가 성공으로 끝나 지우고 새로 만든다.',
	},
	// Jobs
	BackoffLimitExceeded: { en: 'More failures than `backoffLimit` allows: the Job has failed.', ko: '실패가 `backoffLimit`을 넘어 잡이 실패했다.' },
	PodFailurePolicy: { en: 'A rule of `podFailurePolicy` with `FailJob` applied.', ko: '`podFailurePolicy`의 `FailJob` 규칙에 걸렸다.' },
	FailedIndexes: { en: 'All indexes have ended, and some of them failed.', ko: '인덱스가 모두 끝났고 그 가운데 실패한 것이 있다.' },
	MaxFailedIndexesExceeded: { en: 'More indexes have failed than `maxFailedIndexes` allows.', ko: '실패한 인덱스가 `maxFailedIndexes`를 넘었다.' },
	SuccessPolicy: { en: 'A rule of `successPolicy` applied: the Job counts as successful.', ko: '`successPolicy`의 규칙을 채워 성공으로 친다.' },
	CompletionsReached: { en: 'As many pods have succeeded as `completions` asks for.', ko: '`completions`만큼 성공했다.' },
	JobSuspended: { en: 'The Job is suspended (`suspend: true`).', ko: '잡이 일시 중지됐다(`suspend: true`).' },
	JobResumed: { en: 'The Job goes on after a pause.', ko: '일시 중지했던 잡을 이어서 실행한다.' },
	Suspended: {
		en: 'The Job was suspended, and its running pods were deleted.',
		ko: '잡을 일시 중지했고, 돌던 파드는 지웠다.',
	},
	Resumed: {
		en: 'The Job goes on: its pods are made again.',
		ko: '잡을 다시 시작해 파드를 다시 만든다.',
	},
	TooManySucceededPods: {
		en: 'More pods have succeeded than `completions` asks for; often the Job was changed while it ran.',
		ko: '`completions`보다 많은 파드가 성공했다. 도는 중에 잡을 바꿨을 때가 많다.',
	},
	UnknownCompletionMode: {
		en: 'The controller does not know this `completionMode` and leaves the Job alone.',
		ko: '컨트롤러가 모르는 `completionMode`라서 잡을 실행하지 않는다.',
	},
	WorkloadCreated: {
		en: 'A Workload was made for the Job, so that its pods are scheduled as a group.',
		ko: '잡의 파드를 그룹으로 스케줄링하려고 Workload를 만들었다.',
	},
	PodGroupCreated: {
		en: "The group was made in which the Job's pods are scheduled.",
		ko: '잡의 파드를 함께 스케줄링할 그룹을 만들었다.',
	},
	FailedWorkloadCompilation: {
		en: "No Workload can be made of this Job's scheduling settings; see the message.",
		ko: '이 잡의 스케줄링 설정으로 Workload를 만들 수 없다. 메시지를 본다.',
	},
	FailedWorkloadCreate: {
		en: 'The Workload of the Job could not be created; it is tried again.',
		ko: '잡의 Workload를 만들지 못했다. 다시 시도한다.',
	},
	// CronJobs
	JobAlreadyActive: {
		en: 'The time has come, but the run before is still going on and `concurrencyPolicy` is `Forbid`: no new one starts now.',
		ko: '실행할 시각이 됐지만 앞의 잡이 아직 돌고 있고 `concurrencyPolicy`가 `Forbid`라서 새로 시작하지 않았다.',
	},
	MissSchedule: {
		en: 'A run was due, but `startingDeadlineSeconds` was over before it could start: it is left out.',
		ko: '실행할 때를 놓쳤고 `startingDeadlineSeconds`도 지나 이번 실행은 건너뛴다.',
	},
	TooManyMissedTimes: {
		en: 'More than 100 runs were missed, by a long pause or a wrong clock. Set `startingDeadlineSeconds`, so that only the latest ones are looked at.',
		ko: '오래 멈춰 있었거나 시계가 틀려 놓친 실행이 100번을 넘는다. `startingDeadlineSeconds`를 적으면 최근 것만 따진다.',
	},
	SawCompletedJob: {
		en: 'A Job of the CronJob has ended; the message says how.',
		ko: '크론잡이 만든 잡이 끝났다. 결과는 메시지에 있다.',
	},
	UnexpectedJob: {
		en: 'There is a Job of this CronJob that it does not remember having started.',
		ko: '이 크론잡에 속하지만 시작한 기억이 없는 잡이 있다.',
	},
	MissingJob: {
		en: 'A Job that was running is gone: somebody deleted it.',
		ko: '돌던 잡이 없어졌다. 누군가 지웠다.',
	},
	UnparseableSchedule: {
		en: '`schedule` cannot be read, so nothing runs.',
		ko: '`schedule`을 읽을 수 없어 아무것도 실행하지 않는다.',
	},
	UnParseableCronJobSchedule: {
		en: '`schedule` cannot be read, so nothing runs.',
		ko: '`schedule`을 읽을 수 없어 아무것도 실행하지 않는다.',
	},
	InvalidSchedule: {
		en: 'No next run can be found for this `schedule`: there may be no such date.',
		ko: '이 `schedule`로는 다음 실행 시각을 찾을 수 없다. 없는 날짜일 수 있다.',
	},
	UnsupportedSchedule: {
		en: '`TZ` or `CRON_TZ` inside `schedule` is not supported; use `timeZone`.',
		ko: '`schedule` 안에 `TZ`나 `CRON_TZ`를 적는 것은 지원하지 않는다. `timeZone`을 쓴다.',
	},
	UnknownTimeZone: {
		en: 'The controller does not know this `timeZone`, so nothing runs.',
		ko: '컨트롤러가 모르는 `timeZone`이라 아무것도 실행하지 않는다.',
	},
	FailedGet: {
		en: 'The Job that was to be replaced could not be read; it is tried again.',
		ko: '교체할 잡을 읽지 못했다. 다시 시도한다.',
	},
};
