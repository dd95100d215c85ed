import type { Job, JobCondition, JobSpec, JobStatus, JobTemplateSpec, UncountedTerminatedPods } from '../schema/generated/types';
import { condition } from './condition';
import { object } from './object';
import { documented } from './words';

export const job = documented<Job>()({
	...object,
	spec: {
		en: 'What you want: which pod to run to its end, how often, how many at a time, and how to deal with failures.',
		ko: '원하는 상태. 어떤 파드를 끝까지 실행할지, 몇 번, 한 번에 몇 개씩, 실패하면 어떻게 할지 적는다.',
		link: 'concepts/workloads/controllers/job/',
	},
	status: {
		en: 'How far the Job is. Written by the cluster; what you put here is dropped.',
		ko: '잡의 진행 상황. 클러스터가 채우며, 직접 적은 값은 버린다.',
	},
});

export const jobSpec = documented<JobSpec>()({
	template: {
		en: 'The pod that does the work. Its `restartPolicy` must be written, and be `OnFailure` (restart the container in the same pod) or `Never` (a new pod for every attempt).\n`Never` leaves failed pods and their logs behind to look at. The work may run twice now and then, even with one completion: make it safe to repeat.\nMistake: a helper that never ends, as a plain container. The pod then never succeeds; make it a sidecar (an init container with `restartPolicy: Always`).',
		ko: '일을 할 파드. `restartPolicy`를 반드시 적어야 하며, 같은 파드에서 컨테이너를 다시 시작하는 `OnFailure`와 시도할 때마다 새 파드를 만드는 `Never`만 쓸 수 있다.\n`Never`면 실패한 파드와 로그가 남아 살펴볼 수 있다. 한 번만 완료하면 되는 일도 드물게 두 번 실행될 수 있으니 반복해도 괜찮게 만든다.\n흔한 실수: 끝나지 않는 보조 컨테이너를 일반 컨테이너로 두는 것. 파드가 성공으로 끝나지 못한다. 사이드카(`restartPolicy: Always`인 초기화 컨테이너)로 만든다.',
		link: 'concepts/workloads/controllers/job/#pod-template',
	},
	parallelism: {
		en: 'How many pods may run at the same time. Fewer run when fewer completions are missing.\n`0` stops the Job without ending it, like `suspend`.',
		ko: '파드를 한꺼번에 몇 개까지 실행할지 정한다. 남은 일이 더 적으면 그만큼만 실행한다.\n`0`이면 `suspend`처럼 잡을 끝내지 않고 멈춰 둔다.',
		link: 'concepts/workloads/controllers/job/#controlling-parallelism',
	},
	completions: {
		en: 'How many pods must succeed for the Job to be complete.\nLeft out while `parallelism` is given, the pods share one queue of work: when one succeeds no new ones start, and the Job is complete when all have ended.\nIf both are left out, both are 1. An `Indexed` Job needs it: the indexes run from 0 to this number - 1.',
		ko: '파드가 몇 개 성공해야 잡이 완료되는지 정한다.\n`parallelism`만 적고 이 값을 비우면, 파드들이 작업 큐 하나를 나눠 처리하는 것으로 본다. 하나가 성공하면 새 파드를 만들지 않고, 모두 끝나면 잡이 완료된다.\n둘 다 적지 않으면 둘 다 1이다. `Indexed` 잡에는 꼭 필요하며, 인덱스는 0부터 이 값 - 1까지다.',
		link: 'concepts/workloads/controllers/job/#parallel-jobs',
	},
	completionMode: {
		en: 'Whether the pods are all alike (`NonIndexed`) or numbered (`Indexed`).\nWith `Indexed` each pod learns its number from the variable `JOB_COMPLETION_INDEX`, is called `<job>-<index>-...`, and has the hostname `<job>-<index>`. The Job is complete when every index has succeeded once.',
		ko: '파드를 모두 똑같이 다룰지(`NonIndexed`) 번호를 매길지(`Indexed`) 정한다.\n`Indexed`면 파드마다 환경 변수 `JOB_COMPLETION_INDEX`로 자기 번호를 알 수 있고, 이름은 `<잡>-<인덱스>-...`, 호스트네임은 `<잡>-<인덱스>`가 된다. 모든 인덱스가 한 번씩 성공하면 잡이 완료된다.',
		link: 'concepts/workloads/controllers/job/#completion-mode',
	},
	backoffLimit: {
		en: 'How many failures are forgiven before the whole Job fails with `BackoffLimitExceeded` and its running pods are deleted.\nWith `restartPolicy: Never` every failed pod counts; the next one starts 10, 20, 40 … 600 s after the failure. With `OnFailure` the restarts of the containers count, and the pod is deleted together with its logs once they reach the limit.\nFailures that `podFailurePolicy` ignores do not count. `0`: one failure is enough.',
		ko: '몇 번까지 실패해도 되는지 정한다. 넘으면 잡 전체가 `BackoffLimitExceeded`로 실패하고 실행 중인 파드는 삭제된다.\n`restartPolicy: Never`면 실패한 파드를 세고, 다음 파드는 실패한 지 10, 20, 40 … 600초 뒤에 시작한다. `OnFailure`면 컨테이너의 재시작 횟수를 세고, 그 수가 한도에 이르면 파드를 로그와 함께 지운다.\n`podFailurePolicy`가 무시한 실패는 세지 않는다. `0`이면 한 번만 실패해도 끝이다.',
		more: {
			en: 'With `restartPolicy: Never` and a limit of 6, seven pods fail before the Job does. Between them it waits 10 + 20 + 40 + 80 + 160 + 320 s: ten and a half minutes besides their own running time. A success in between starts the waits anew.\nWith `OnFailure` the kubelet restarts the container in the same pod, at its own pace: at once, then after 10, 20, 40 … 300 s. The Job fails as soon as the restarts of all its pods together come to 6.\nTo look at what failed, use `Never`: with `OnFailure` the pod is deleted in the end, and its log with it.',
			ko: '`restartPolicy: Never`이고 한도가 6이면 파드 일곱 개가 실패한 뒤에 잡이 실패한다. 그 사이에 10 + 20 + 40 + 80 + 160 + 320초, 실행 시간 말고도 10분 30초를 기다린다. 중간에 성공한 파드가 있으면 기다리는 시간은 처음으로 돌아간다.\n`OnFailure`면 kubelet이 같은 파드에서 컨테이너를 다시 시작한다. 처음에는 바로, 그다음부터는 10, 20, 40 … 300초를 기다린다. 모든 파드의 재시작 횟수를 합쳐 6이 되는 순간 잡이 실패한다.\n왜 실패했는지 살펴보려면 `Never`를 쓴다. `OnFailure`면 마지막에 파드가 지워지고 로그도 함께 사라진다.',
		},
		link: 'concepts/workloads/controllers/job/#pod-backoff-failure-policy',
	},
	backoffLimitPerIndex: {
		en: 'How many failures each index of an `Indexed` Job may have before that index alone is given up; the others go on.\nThe Job ends as `Failed` if any index failed, but only after all have had their turn. Needs `restartPolicy: Never`. `backoffLimit` is then practically without limit, unless you write it.',
		ko: '`Indexed` 잡에서 인덱스마다 몇 번까지 실패해도 되는지 정한다. 넘으면 그 인덱스만 포기하고 나머지는 계속한다.\n실패한 인덱스가 하나라도 있으면 잡은 결국 `Failed`로 끝나지만, 모든 인덱스를 다 처리한 뒤에 끝난다. `restartPolicy: Never`가 필요하고, `backoffLimit`은 따로 적지 않으면 사실상 무제한이 된다.',
		link: 'concepts/workloads/controllers/job/#backoff-limit-per-index',
	},
	maxFailedIndexes: {
		en: 'How many indexes may fail before the whole Job is stopped with `MaxFailedIndexesExceeded`. Left out, all indexes run to their end.\nOnly together with `backoffLimitPerIndex`.',
		ko: '인덱스가 몇 개까지 실패해도 되는지 정한다. 넘으면 잡 전체를 `MaxFailedIndexesExceeded`로 멈춘다. 적지 않으면 모든 인덱스를 끝까지 처리한다.\n`backoffLimitPerIndex`와 함께일 때만 쓸 수 있다.',
	},
	activeDeadlineSeconds: {
		en: 'How long the Job may take in all, retries and waiting included. Then its pods are deleted and it fails with `DeadlineExceeded`, whatever `backoffLimit` has left.\nCounted from `status.startTime`; suspending the Job starts it anew.\nMistake: confusing it with the field of the same name in `template.spec`, which limits each single pod.',
		ko: '재시도와 대기까지 합쳐 잡 전체에 주어진 시간. 지나면 `backoffLimit`이 남아 있어도 파드를 지우고 `DeadlineExceeded`로 실패한다.\n`status.startTime`부터 센다. 일시 중지했다가 다시 시작하면 처음부터 센다.\n흔한 실수: `template.spec`에 있는 같은 이름의 필드와 혼동하는 것. 그쪽은 파드 하나하나의 시간을 제한한다.',
		link: 'concepts/workloads/controllers/job/#job-termination-and-cleanup',
	},
	ttlSecondsAfterFinished: {
		en: 'How long after its end, successful or not, the Job is deleted together with its pods and their logs. `0` deletes it at once.\nLeft out, a finished Job stays until someone deletes it; those of a CronJob go by its history limits.',
		ko: '잡이 성공이든 실패든 끝난 뒤 얼마가 지나면 파드, 로그와 함께 지울지 정한다. `0`이면 바로 지운다.\n적지 않으면 누가 지울 때까지 남는다. 크론잡이 만든 잡은 크론잡의 기록 한도에 따라 지워진다.',
		link: 'concepts/workloads/controllers/job/#ttl-mechanism-for-finished-jobs',
	},
	suspend: {
		en: 'While `true` the Job has no pods. Set on a running Job, its pods are deleted (SIGTERM, grace period) without counting as failed; set back, it goes on with what is missing.\nQueueing systems such as Kueue create Jobs suspended and release them when there is room. Resuming resets `startTime` and `activeDeadlineSeconds`.',
		ko: '`true`인 동안에는 파드를 두지 않는다. 실행 중에 켜면 파드를 삭제하되(SIGTERM과 유예 기간을 거친다) 실패로 세지 않고, 다시 끄면 남은 일을 이어서 한다.\nKueue 같은 큐 시스템은 잡을 일시 중지한 채로 만들고 자리가 나면 풀어 준다. 다시 시작하면 `startTime`과 `activeDeadlineSeconds`도 처음부터 센다.',
		link: 'concepts/workloads/controllers/job/#suspending-a-job',
	},
	podFailurePolicy: {
		en: 'Rules by which a failed pod ends the whole Job at once, is ignored, or counts, depending on its exit code or conditions. Needs `restartPolicy: Never`.\nTypical: stop at an exit code that no retry can cure, and do not count evictions.',
		ko: '실패한 파드의 종료 코드나 컨디션을 보고 잡 전체를 바로 끝낼지, 무시할지, 셀지 정하는 규칙. `restartPolicy: Never`가 필요하다.\n재시도해도 소용없는 종료 코드면 바로 멈추고, 축출로 인한 실패는 세지 않는 식으로 쓴다.',
		example:
			'podFailurePolicy:\n  rules:\n    - action: FailJob\n      onExitCodes:\n        operator: In\n        values: [42]\n    - action: Ignore\n      onPodConditions:\n        - type: DisruptionTarget',
		link: 'concepts/workloads/controllers/job/#pod-failure-policy',
	},
	podReplacementPolicy: {
		en: 'When a replacement is made for a pod that goes away: `TerminatingOrFailed` as soon as its deletion begins, `Failed` only once it has ended.\n`Failed` keeps two pods from working at the same time during the grace period. With `podFailurePolicy` it is the only choice, and the default.',
		ko: '사라지는 파드를 대신할 파드를 언제 만들지 정한다. `TerminatingOrFailed`는 삭제가 시작되면 바로, `Failed`는 완전히 끝난 뒤에 만든다.\n`Failed`면 유예 기간 동안 두 파드가 함께 일하지 않는다. `podFailurePolicy`를 쓰면 `Failed`만 쓸 수 있고 기본값도 그렇다.',
		link: 'concepts/workloads/controllers/job/#pod-replacement-policy',
	},
	successPolicy: {
		en: 'Lets an `Indexed` Job succeed before all indexes have: when certain ones, or enough of them, are done. The pods that remain are deleted.\nFor a leader with workers, for instance, only index 0 matters.',
		ko: '`Indexed` 잡에서 모든 인덱스가 끝나지 않아도 정해 둔 인덱스나 개수만 성공하면 잡을 성공으로 끝낸다. 남은 파드는 삭제된다.\n리더와 워커로 이뤄진 작업이라면 0번의 성공만 보면 된다.',
		example: 'successPolicy:\n  rules:\n    - succeededIndexes: "0"',
		link: 'concepts/workloads/controllers/job/#success-policy',
	},
	selector: {
		en: 'Leave this out. The server makes a selector with a unique label (`batch.kubernetes.io/controller-uid`), so that the Job never mistakes the pods of others for its own.',
		ko: '적지 않는다. 고유한 레이블(`batch.kubernetes.io/controller-uid`)로 된 셀렉터를 서버가 만들어, 다른 파드를 자기 것으로 잘못 알아보는 일이 없게 한다.',
	},
	manualSelector: {
		en: 'Only `true` lets you write `selector` yourself; then you answer for the labels being unique.\nA Job with a selector that matches other pods may delete them or count them as its own.',
		ko: '`true`일 때만 `selector`를 직접 적을 수 있다. 레이블이 겹치지 않게 하는 일도 직접 책임진다.\n셀렉터가 다른 파드까지 고르면 잡이 그 파드를 지우거나 자기 것으로 셀 수 있다.',
		link: 'concepts/workloads/controllers/job/#specifying-your-own-pod-selector',
	},
	managedBy: {
		en: 'Hands the Job to another controller of this name; the one built into Kubernetes then does nothing with it.\nMistake: a name that no controller in the cluster answers to. The Job then waits forever.',
		ko: '이 이름을 쓰는 다른 컨트롤러에 잡을 맡긴다. 쿠버네티스에 내장된 컨트롤러는 손대지 않는다.\n흔한 실수: 클러스터에 없는 컨트롤러의 이름을 적는 것. 잡이 끝없이 기다린다.',
		example: 'managedBy: kueue.x-k8s.io/multikueue',
		link: 'concepts/workloads/controllers/job/#delegation-of-managing-a-job-object-to-external-controller',
	},
	scheduling: {
		en: "How the Job's pods are placed as a group: all or none (gang), close together, interrupted together. Left out, they are placed one by one.\nThe controller makes a Workload and a PodGroup from it, but only before the Job has pods.",
		ko: '잡의 파드를 한 그룹으로 배치하는 방법. 한꺼번에 배치할지(갱 스케줄링), 가까이 둘지, 함께 중단할지 정한다. 적지 않으면 파드를 하나씩 배치한다.\n컨트롤러가 이 내용으로 Workload와 PodGroup을 만든다. 단, 잡에 아직 파드가 없을 때만 만든다.',
	},
});

export const jobTemplateSpec = documented<JobTemplateSpec>()({
	metadata: {
		en: 'Labels and annotations that every Job made from this gets. The name comes from the CronJob.\nMistake: putting labels meant for the pods here; those belong in `spec.template.metadata`.',
		ko: '이 틀로 만드는 잡마다 붙일 레이블과 어노테이션. 이름은 크론잡이 정한다.\n흔한 실수: 파드에 붙일 레이블을 여기에 적는 것. 그런 레이블은 `spec.template.metadata`에 적는다.',
	},
	spec: {
		en: 'The Job to create at each scheduled time. A change takes effect with the next run; Jobs that already run stay as they are.',
		ko: '예약된 시각마다 만들 잡. 바꾼 내용은 다음 실행부터 적용되고, 이미 실행 중인 잡은 그대로다.',
	},
});

export const jobStatus = documented<JobStatus>()({
	active: {
		en: 'How many pods are pending or running, without those that are shutting down.',
		ko: '대기 중이거나 실행 중인 파드 수. 종료 중인 파드는 뺀다.',
	},
	ready: {
		en: 'How many of the active pods are ready.',
		ko: '`active`로 센 파드 가운데 준비된 파드 수.',
	},
	succeeded: {
		en: 'How many pods have ended with success. At `spec.completions` the Job is complete.',
		ko: '성공으로 끝난 파드 수. `spec.completions`에 이르면 잡이 완료된다.',
	},
	failed: {
		en: 'How many pods have failed. More than `spec.backoffLimit` ends the Job.',
		ko: '실패한 파드 수. `spec.backoffLimit`을 넘으면 잡이 실패로 끝난다.',
	},
	terminating: {
		en: 'How many pods are shutting down: deleted, but not yet ended.',
		ko: '종료 중인 파드 수. 삭제되었지만 아직 끝나지 않은 파드다.',
	},
	startTime: {
		en: 'The controller began with the Job at this time; `activeDeadlineSeconds` counts from here. Reset when a suspended Job is resumed.',
		ko: '컨트롤러가 잡을 시작한 시각. `activeDeadlineSeconds`를 여기서부터 센다. 일시 중지한 잡을 다시 시작하면 새로 기록한다.',
	},
	completionTime: {
		en: 'The Job was completed at this time. Stays empty when it fails.',
		ko: '잡이 성공으로 완료된 시각. 실패하면 비어 있다.',
	},
	completedIndexes: {
		en: 'Which indexes have succeeded, in short form: `1,3-5,7` stands for 1, 3, 4, 5 and 7. Only for `Indexed` Jobs.',
		ko: '성공한 인덱스를 줄여서 적은 것. `1,3-5,7`은 1, 3, 4, 5, 7이다. `Indexed` 잡에만 있다.',
	},
	failedIndexes: {
		en: 'Which indexes were given up, in short form: `2,6-8`. Only with `backoffLimitPerIndex`.',
		ko: '포기한 인덱스를 `2,6-8`처럼 줄여서 적은 것. `backoffLimitPerIndex`를 쓸 때만 있다.',
	},
	conditions: {
		en: 'Where the Job stands: `Complete` or `Failed` when it is over; before that possibly `Suspended`, or `SuccessCriteriaMet` and `FailureTarget` while its last pods are shutting down.',
		ko: '잡의 상황. 끝나면 `Complete`나 `Failed`가 된다. 그 전에는 `Suspended`이거나, 마지막 파드가 종료되는 동안 `SuccessCriteriaMet`이나 `FailureTarget`이 먼저 나타난다.',
		link: 'concepts/workloads/controllers/job/#terminal-job-conditions',
	},
	uncountedTerminatedPods: {
		en: 'Pods that have ended and are about to be counted. The controller needs this so as not to count one twice; it empties within seconds.',
		ko: '끝났지만 아직 세지 않은 파드. 컨트롤러가 두 번 세지 않으려고 잠시 적어 두며, 곧 비워진다.',
	},
});

export const jobCondition = documented<JobCondition>()({
	...condition,
	type: {
		en: 'Which question the condition answers.\n`Complete` and `Failed` are final. `SuccessCriteriaMet` and `FailureTarget` say that one of them is decided and pods are still shutting down. `Suspended`: the Job is on hold.',
		ko: '컨디션의 종류.\n`Complete`와 `Failed`는 최종 결과다. `SuccessCriteriaMet`과 `FailureTarget`은 결과가 정해졌고 파드가 아직 종료 중이라는 뜻이다. `Suspended`는 일시 중지 상태다.',
	},
	lastProbeTime: {
		en: 'The controller wrote this condition at this time.',
		ko: '컨트롤러가 이 컨디션을 쓴 시각.',
	},
	reason: {
		en: 'One word for why. On `Failed`: `BackoffLimitExceeded`, `DeadlineExceeded`, `PodFailurePolicy`, `MaxFailedIndexesExceeded` or `FailedIndexes`. On `Complete`: `CompletionsReached` or `SuccessPolicy`.',
		ko: '그렇게 된 이유를 나타내는 한 단어. `Failed`에는 `BackoffLimitExceeded`, `DeadlineExceeded`, `PodFailurePolicy`, `MaxFailedIndexesExceeded`, `FailedIndexes`가, `Complete`에는 `CompletionsReached`나 `SuccessPolicy`가 온다.',
	},
});

export const uncountedTerminatedPods = documented<UncountedTerminatedPods>()({
	succeeded: {
		en: 'UIDs of pods that succeeded and are about to be counted.',
		ko: '성공했지만 아직 세지 않은 파드의 UID.',
	},
	failed: {
		en: 'UIDs of pods that failed and are about to be counted.',
		ko: '실패했지만 아직 세지 않은 파드의 UID.',
	},
});
