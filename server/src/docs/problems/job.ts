import type { ProblemWords } from '../words';

const JOB = 'concepts/workloads/controllers/job/';
const FAILURES = `${JOB}#pod-failure-policy`;
const PER_INDEX = `${JOB}#backoff-limit-per-index`;
const SUCCESS = `${JOB}#success-policy`;
const MODE = `${JOB}#completion-mode`;
const SELECTOR = `${JOB}#specifying-your-own-pod-selector`;
const CRON_JOB = 'concepts/workloads/controllers/cron-jobs/';

export const jobProblems = {
	'job/restart-policy': {
		en: "A job's pods end one day, so they cannot restart `Always`, which is what a pod gets when nothing is written. Write `restartPolicy: Never` or `OnFailure`.",
		ko: '잡의 파드는 언젠가 끝나므로 `Always`를 쓸 수 없다. 적지 않으면 `Always`가 되므로 `restartPolicy: Never`나 `OnFailure`를 적어야 한다.',
		link: `${JOB}#pod-template`,
	},
	'job/failure-policy-restart': {
		en: '`podFailurePolicy` judges pods that failed; with `OnFailure` the kubelet restarts the container and the pod does not fail. Use `Never`.',
		ko: '`podFailurePolicy`는 실패한 파드를 다룬다. `OnFailure`면 kubelet이 컨테이너를 재시작해 파드가 실패하지 않으므로 `Never`를 쓴다.',
		link: FAILURES,
	},
	'job/negative': { en: 'The numbers of a job cannot be negative.', ko: '잡의 숫자는 음수일 수 없다.', link: JOB },
	'job/completion-mode': { en: '`completionMode` is `NonIndexed` or `Indexed`.', ko: '`completionMode`는 `NonIndexed`나 `Indexed`다.', link: MODE },
	'job/needs-indexed': {
		en: 'This is about single indexes, which only `completionMode: Indexed` has.',
		ko: '인덱스마다 정하는 값이다. `completionMode: Indexed`일 때만 쓸 수 있다.',
		link: MODE,
	},
	'job/completions-required': {
		en: 'An `Indexed` job must say how many indexes there are: `completions: …`.',
		ko: '`Indexed` 잡에는 인덱스가 몇 개인지 `completions`에 적어야 한다.',
		link: MODE,
	},
	'job/parallelism-limit': {
		en: 'An `Indexed` job runs at most 100000 pods at once, 10000 where it has more than 100000 completions and a limit per index.',
		ko: '`Indexed` 잡은 한꺼번에 100000개까지 실행한다. 완료 수가 100000을 넘고 인덱스당 제한이 있으면 10000개까지다.',
		link: MODE,
	},
	'job/failed-indexes-need-limit': {
		en: 'Indexes fail only where each has a limit. Set `backoffLimitPerIndex` as well.',
		ko: '인덱스는 각각 제한이 있을 때만 실패로 끝난다. `backoffLimitPerIndex`도 적는다.',
		link: PER_INDEX,
	},
	'job/failed-indexes-limit': {
		en: 'No more indexes can fail than there are `completions`, and no more than 100000 (10000 where there are more than 100000 completions).',
		ko: '실패할 수 있는 인덱스는 `completions`보다 많을 수 없고 100000까지다. 완료 수가 100000을 넘으면 10000까지다.',
		link: PER_INDEX,
	},
	'job/failed-indexes-required': {
		en: 'With more than 100000 completions and `backoffLimitPerIndex`, `maxFailedIndexes` must be given.',
		ko: '완료 수가 100000을 넘고 `backoffLimitPerIndex`를 쓰면 `maxFailedIndexes`도 적어야 한다.',
		link: PER_INDEX,
	},
	'job/too-many-indexes-to-track': {
		en: 'When many indexes fail, the list of those done may grow too long for the status. Stay below 100000 completions or 10000 at once.',
		ko: '실패한 인덱스가 많으면 완료된 인덱스 목록이 너무 길어질 수 있다. 완료 수를 100000, 동시 실행을 10000 아래로 잡는다.',
		link: MODE,
	},
	'job/name-with-index': {
		en: "The pods' hostname is the job's name with the index behind it, and that must be a DNS label: at most 63, no dots. Shorten the name.",
		ko: '파드의 호스트네임은 잡 이름에 인덱스를 붙인 것이라 DNS 레이블(63자까지, 점 없음)이어야 한다. 이름을 줄인다.',
		link: MODE,
	},
	'job/generated-label': {
		en: 'The server sets this label itself, when the job is created. Remove it together with the `selector`.',
		ko: '잡을 만들 때 서버가 붙이는 레이블이다. `selector`와 함께 지운다.',
		link: SELECTOR,
	},
	'job/selector-generated': {
		en: 'The server makes the selector of a job. Remove it; to keep your own, set `manualSelector: true`.',
		ko: '잡의 셀렉터는 서버가 만든다. 지운다. 직접 정하려면 `manualSelector: true`를 적는다.',
		link: SELECTOR,
	},
	'job/managed-by': {
		en: 'Another controller is named by a domain and a path: `example.com/job-controller`.',
		ko: '다른 컨트롤러는 도메인과 경로로 적는다. 예: `example.com/job-controller`.',
		link: `${JOB}#delegation-of-managing-a-job-object-to-external-controller`,
	},
	'job/managed-by-length': {
		en: '`managedBy` has at most 63 characters.',
		ko: '`managedBy`는 63자까지다.',
		link: `${JOB}#delegation-of-managing-a-job-object-to-external-controller`,
	},
	'job/replacement-policy': {
		en: '`podReplacementPolicy` is `TerminatingOrFailed` or `Failed`; with a `podFailurePolicy` only `Failed`, as a pod is judged when it has ended.',
		ko: '`podReplacementPolicy`는 `TerminatingOrFailed`나 `Failed`다. `podFailurePolicy`가 있으면 파드가 끝난 뒤에 판단하므로 `Failed`만 쓸 수 있다.',
		link: `${JOB}#pod-replacement-policy`,
	},
	'job/too-many-rules': { en: 'At most 20 rules. Merge some.', ko: '규칙은 20개까지다. 몇 개를 합친다.', link: JOB },
	'job/failure-action': {
		en: 'The action is `FailJob`, `FailIndex`, `Ignore` or `Count`.',
		ko: '동작은 `FailJob`, `FailIndex`, `Ignore`, `Count` 가운데 하나다.',
		link: FAILURES,
	},
	'job/fail-index-needs-limit': {
		en: '`FailIndex` gives one index up, which takes `backoffLimitPerIndex`. Set it, or use another action.',
		ko: '`FailIndex`는 인덱스 하나만 포기하는 동작이라 `backoffLimitPerIndex`가 있어야 한다. 적거나 다른 동작을 쓴다.',
		link: FAILURES,
	},
	'job/failure-rule-one-source': {
		en: 'A rule looks at exit codes or at conditions of the pod: give exactly one of `onExitCodes` and `onPodConditions`.',
		ko: '규칙은 종료 코드나 파드의 컨디션을 본다. `onExitCodes`와 `onPodConditions` 가운데 하나만 적는다.',
		link: FAILURES,
	},
	'job/condition-type': {
		en: 'The type of a condition is a name such as `DisruptionTarget`.',
		ko: '컨디션 타입은 `DisruptionTarget` 같은 이름이다.',
		link: FAILURES,
	},
	'job/condition-status': {
		en: 'The status is `"True"`, `"False"` or `"Unknown"`, as text.',
		ko: '상태는 문자열 `"True"`, `"False"`, `"Unknown"` 가운데 하나다.',
		link: FAILURES,
	},
	'job/too-many-conditions': { en: 'At most 20 conditions per rule.', ko: '규칙마다 컨디션은 20개까지다.', link: FAILURES },
	'job/exit-code-operator': { en: 'The operator is `In` or `NotIn`.', ko: '연산자는 `In`이나 `NotIn`이다.', link: FAILURES },
	'job/exit-code-container': {
		en: 'The template has no container or init container of this name.',
		ko: '템플릿에 이런 이름의 컨테이너나 초기화 컨테이너가 없다.',
		link: FAILURES,
	},
	'job/exit-code-zero': { en: '0 is success and cannot be among the failures. Remove it.', ko: '0은 성공이므로 실패에 넣을 수 없다. 지운다.', link: FAILURES },
	'job/exit-code-unique': { en: 'The exit code is written twice. Remove one.', ko: '같은 종료 코드를 두 번 적었다. 하나를 지운다.', link: FAILURES },
	'job/exit-codes-required': { en: 'At least one exit code is needed.', ko: '종료 코드를 하나는 적어야 한다.', link: FAILURES },
	'job/exit-codes-ordered': { en: 'Exit codes are listed in ascending order. Sort them.', ko: '종료 코드는 작은 것부터 적는다.', link: FAILURES },
	'job/too-many-exit-codes': { en: 'At most 255 exit codes.', ko: '종료 코드는 255개까지다.', link: FAILURES },
	'job/success-rules-required': { en: 'A success policy needs at least one rule.', ko: '성공 정책에는 규칙이 하나는 있어야 한다.', link: SUCCESS },
	'job/success-rule-required': {
		en: 'The rule does not say what is enough: give `succeededIndexes`, `succeededCount`, or both.',
		ko: '무엇이면 성공인지 적지 않았다. `succeededIndexes`나 `succeededCount`, 또는 둘 다 적는다.',
		link: SUCCESS,
	},
	'job/success-count': {
		en: 'That many can never succeed: the count is at most `completions`, and at most the number of `succeededIndexes`.',
		ko: '그만큼 성공할 수 없다. `completions`와 `succeededIndexes`의 개수를 넘지 않아야 한다.',
		link: SUCCESS,
	},
	'job/success-indexes': {
		en: 'Indexes are numbers and ranges in ascending order, each below `completions`: `0,2-4,7`.',
		ko: '인덱스는 숫자와 범위를 작은 것부터 적고, 모두 `completions`보다 작아야 한다. 예: `0,2-4,7`.',
		link: SUCCESS,
	},
	'job/success-indexes-length': {
		en: 'The list of indexes is at most 64 KiB long. Use ranges.',
		ko: '인덱스 목록은 64KiB까지다. 범위로 적는다.',
		link: SUCCESS,
	},
	'job/immutable': {
		en: 'This is settled when the job is created. Delete the job and create it again.',
		ko: '잡을 만들 때 정해지는 값이다. 바꾸려면 잡을 지우고 다시 만든다.',
		link: JOB,
	},
	'job/template-immutable': {
		en: 'The template of a job cannot change, but for labels, annotations and where its pods go (since 1.36 also resources) while it is suspended. Create another job.',
		ko: '잡의 템플릿은 바꿀 수 없다. 일시 중지된 동안에만 레이블, 어노테이션, 파드를 둘 곳(1.36부터는 리소스도)을 바꿀 수 있다. 그 밖에는 잡을 새로 만든다.',
		link: `${JOB}#suspending-a-job`,
	},
	'job/completions-with-parallelism': {
		en: 'An `Indexed` job grows and shrinks as a whole: set `completions` and `parallelism` to the same number.',
		ko: '`Indexed` 잡의 크기는 통째로만 바꾼다. `completions`와 `parallelism`을 같은 값으로 바꾼다.',
		link: MODE,
	},
	'cronjob/name-length': {
		en: 'The time is added to the name of each job, so only 52 characters are left.',
		ko: '잡마다 이름 뒤에 시각이 붙으므로 52자까지만 쓸 수 있다.',
		link: CRON_JOB,
	},
	'cronjob/schedule-required': {
		en: 'When to run is missing: `schedule: "0 3 * * *"` is every night at three.',
		ko: '언제 실행할지 적지 않았다. `schedule: "0 3 * * *"`은 매일 새벽 3시다.',
		link: `${CRON_JOB}#schedule-syntax`,
	},
	'cronjob/schedule': {
		en: 'A schedule has five fields: minute (0-59), hour (0-23), day of month (1-31), month (1-12), day of week (0-6, 0 is Sunday). `"*/5 * * * *"` is every five minutes; `@daily` and `@hourly` work too.',
		ko: '일정은 분(0~59), 시(0~23), 일(1~31), 월(1~12), 요일(0~6, 0은 일요일)의 다섯 칸이다. `"*/5 * * * *"`는 5분마다다. `@daily`, `@hourly`도 쓸 수 있다.',
		link: `${CRON_JOB}#schedule-syntax`,
	},
	'cronjob/zone-in-schedule': {
		en: 'The time zone has a field of its own: remove `TZ=` from the schedule and set `timeZone`.',
		ko: '타임 존은 필드가 따로 있다. 일정에서 `TZ=`를 지우고 `timeZone`에 적는다.',
		link: `${CRON_JOB}#time-zones`,
	},
	'cronjob/time-zone': {
		en: 'A time zone is named as the IANA does: `Asia/Seoul`, `Etc/UTC`. Upper and lower case count.',
		ko: '타임 존은 IANA 이름으로 쓴다. 예: `Asia/Seoul`, `Etc/UTC`. 대소문자도 맞아야 한다.',
		link: `${CRON_JOB}#time-zones`,
	},
	'cronjob/concurrency-policy': {
		en: '`concurrencyPolicy` is `Allow`, `Forbid` or `Replace`.',
		ko: '`concurrencyPolicy`는 `Allow`, `Forbid`, `Replace` 가운데 하나다.',
		link: `${CRON_JOB}#concurrency-policy`,
	},
	'cronjob/negative': { en: 'Seconds and limits of a CronJob cannot be negative.', ko: '크론잡의 시간과 개수는 음수일 수 없다.', link: CRON_JOB },
	'cronjob/selector': {
		en: 'Each job gets a selector of its own; in a CronJob none can be given. Remove it.',
		ko: '잡마다 셀렉터가 따로 만들어지므로 크론잡에는 적을 수 없다. 지운다.',
		link: `${CRON_JOB}#job-template`,
	},
	'cronjob/manual-selector': {
		en: 'Each job gets a selector of its own; in a CronJob it cannot be chosen. Remove `manualSelector`.',
		ko: '잡마다 셀렉터가 따로 만들어지므로 크론잡에서는 고를 수 없다. `manualSelector`를 지운다.',
		link: `${CRON_JOB}#job-template`,
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;
