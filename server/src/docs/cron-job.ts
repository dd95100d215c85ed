import type { CronJob, CronJobSpec, CronJobStatus } from '../schema/generated/types';
import { object } from './object';
import { documented } from './words';

export const cronJob = documented<CronJob>()({
	...object,
	metadata: {
		en: 'Name, namespace, labels and annotations of the CronJob itself.\nThe name may have 52 characters at most: the Jobs are called after it, with the time (in minutes) appended. Labels for the pods stand in `spec.jobTemplate.spec.template.metadata`.',
		ko: '크론잡 자체의 이름, 네임스페이스, 레이블, 어노테이션.\n이름은 52자까지다. 잡의 이름이 여기에 시각(분 단위)을 붙여 만들어지기 때문이다. 파드에 붙일 레이블은 `spec.jobTemplate.spec.template.metadata`에 적는다.',
	},
	spec: {
		en: 'What you want: which Job to create, and at which times.',
		ko: '원하는 상태. 어떤 잡을 언제 만들지 적는다.',
		link: 'concepts/workloads/controllers/cron-jobs/#writing-a-cronjob-spec',
	},
	status: {
		en: 'Which Jobs run now and when the last ones ran. Written by the cluster; what you put here is dropped.',
		ko: '지금 실행 중인 잡과 지난 실행 시각. 클러스터가 채우며, 직접 적은 값은 버린다.',
	},
});

export const cronJobSpec = documented<CronJobSpec>()({
	schedule: {
		en: 'At which times a Job is created, in five fields: minute, hour, day of month, month, day of week (0 = Sunday). `@hourly`, `@daily`, `@weekly`, `@monthly` and `@yearly` work as well.\nThe clock is that of `timeZone`. If both days are restricted, either of them is enough: `0 0 13 * 5` means every 13th and every Friday.\nQuote it: a value that begins with `*` or `@` is not plain YAML text.',
		ko: '잡을 만들 시각을 분, 시, 일, 월, 요일(0은 일요일)의 다섯 칸으로 적는다. `@hourly`, `@daily`, `@weekly`, `@monthly`, `@yearly`도 쓸 수 있다.\n시각은 `timeZone` 기준이다. 일과 요일을 둘 다 정하면 어느 하나만 맞아도 실행한다. `0 0 13 * 5`는 매달 13일과 매주 금요일이다.\n따옴표로 감싼다. `*`나 `@`로 시작하는 값은 YAML에서 그냥 쓸 수 없다.',
		more: {
			en: '`*` is every value, `a-b` a range, `a,b` a list, `*/n` every n-th value counted from the start of the hour, day or month.\n- `*/5 * * * *` every five minutes\n- `0 9-18 * * 1-5` on the hour from 9:00 to 18:00, Monday to Friday\n- `30 3 1 * *` at 3:30 on the first of the month\n- `0 0 * * 0` Sunday at midnight, like `@weekly`\n`*/7` in the minutes gives 0, 7, ... 56 and then 0 again, not a steady seven minutes.\nMistake: `* 3 * * *` for "at three". That is every minute from 3:00 to 3:59.',
			ko: '`*`는 모든 값, `a-b`는 범위, `a,b`는 목록, `*/n`은 시간, 날, 달의 처음부터 세어 n번째마다를 뜻한다.\n- `*/5 * * * *` 5분마다\n- `0 9-18 * * 1-5` 월요일부터 금요일까지 9시부터 18시까지 매시 정각\n- `30 3 1 * *` 매달 1일 3시 30분\n- `0 0 * * 0` 일요일 0시(`@weekly`와 같다)\n분 자리의 `*/7`은 0, 7 … 56분 다음이 다시 0분이다. 정확히 7분 간격이 되지는 않는다.\n흔한 실수: 3시에 한 번 실행하려고 `* 3 * * *`로 적는 것. 3시 0분부터 59분까지 매분 실행된다.',
		},
		example: 'schedule: "30 3 * * 1-5"',
		link: 'concepts/workloads/controllers/cron-jobs/#schedule-syntax',
	},
	timeZone: {
		en: 'The time zone of `schedule`, by its IANA name. Left out, it is that of the controller manager, most often UTC.\nWhere clocks change for summer, a time in the hour that is skipped does not come that day.\nMistake: `TZ=` or `CRON_TZ=` inside `schedule`. The server refuses it.',
		ko: '`schedule`에 적용할 타임 존을 IANA 이름으로 적는다. 적지 않으면 컨트롤러 매니저의 타임 존을 따르는데, 대개 UTC다.\n서머 타임이 있는 곳에서는 건너뛴 한 시간 안의 시각이 그날은 오지 않는다.\n흔한 실수: `schedule` 안에 `TZ=`나 `CRON_TZ=`를 적는 것. 서버가 거부한다.',
		example: 'timeZone: Asia/Seoul',
		link: 'concepts/workloads/controllers/cron-jobs/#time-zones',
	},
	concurrencyPolicy: {
		en: 'What to do when the time has come and the previous Job still runs.\n`Allow` starts another beside it. `Forbid` leaves this one out. `Replace` deletes the old Job with its pods and starts the new one.\nWith `Forbid` the run is not lost for good: when the previous one ends, the latest missed run starts at once, unless `startingDeadlineSeconds` is over.',
		ko: '시각이 됐는데 이전 잡이 아직 실행 중이면 어떻게 할지 정한다.\n`Allow`는 함께 실행한다. `Forbid`는 이번 실행을 건너뛴다. `Replace`는 이전 잡을 파드와 함께 지우고 새로 시작한다.\n`Forbid`로 건너뛴 실행이 영영 사라지는 것은 아니다. 이전 잡이 끝나면 놓친 것 가운데 가장 최근의 실행을 바로 시작한다. 단, `startingDeadlineSeconds`가 지났으면 하지 않는다.',
		link: 'concepts/workloads/controllers/cron-jobs/#concurrency-policy',
	},
	startingDeadlineSeconds: {
		en: 'How late a run may still start when its time was missed: controller down, CronJob suspended, previous Job still running under `Forbid`. Later than that, it is skipped.\nLeft out, there is no limit. However many times were missed, only the latest is made up for.\nMistake: less than 10 s. The controller may look later than that, and the Job never runs.',
		ko: '컨트롤러가 멈췄거나, 일시 중지했거나, `Forbid`로 기다리느라 시각을 놓쳤을 때 얼마나 늦게까지 시작해도 되는지 정한다. 더 늦으면 건너뛴다.\n적지 않으면 한도가 없다. 여러 번을 놓쳤어도 가장 최근의 한 번만 실행한다.\n흔한 실수: 10초보다 짧게 잡는 것. 컨트롤러가 그보다 늦게 확인하면 한 번도 실행되지 않는다.',
		link: 'concepts/workloads/controllers/cron-jobs/#starting-deadline',
	},
	suspend: {
		en: 'While `true` no new Jobs are created; those that run go on.\nTimes that pass meanwhile count as missed: when it turns `false`, the latest of them starts at once, unless `startingDeadlineSeconds` is over.',
		ko: '`true`인 동안 새 잡을 만들지 않는다. 이미 실행 중인 잡은 계속된다.\n그사이 지나간 시각은 놓친 것으로 친다. 다시 `false`로 바꾸면 그 가운데 가장 최근의 실행이 바로 시작된다. 단, `startingDeadlineSeconds`가 지났으면 하지 않는다.',
		link: 'concepts/workloads/controllers/cron-jobs/#schedule-suspension',
	},
	jobTemplate: {
		en: 'The Job to create each time.\nThree levels of `spec` follow each other: `spec.jobTemplate.spec` is the Job, `spec.jobTemplate.spec.template.spec` the pod.',
		ko: '시각마다 만들 잡의 틀.\n`spec`이 세 번 이어진다. `spec.jobTemplate.spec`은 잡, `spec.jobTemplate.spec.template.spec`은 파드다.',
		example:
			'jobTemplate:\n  spec:\n    template:\n      spec:\n        restartPolicy: OnFailure\n        containers:\n          - name: backup\n            image: registry.example/backup:1.0',
		link: 'concepts/workloads/controllers/cron-jobs/#job-template',
	},
	successfulJobsHistoryLimit: {
		en: 'How many successful Jobs are kept, with their pods and logs; older ones are deleted. `0` keeps none.',
		ko: '성공한 잡을 파드, 로그와 함께 몇 개까지 남길지 정한다. 오래된 것부터 지우고, `0`이면 남기지 않는다.',
		link: 'concepts/workloads/controllers/cron-jobs/#jobs-history-limits',
	},
	failedJobsHistoryLimit: {
		en: 'How many failed Jobs are kept, with their pods and logs; older ones are deleted.\nWith `0` nothing is left to look at when a night run fails.',
		ko: '실패한 잡을 파드, 로그와 함께 몇 개까지 남길지 정한다. 오래된 것부터 지운다.\n`0`이면 밤새 실패해도 살펴볼 것이 남지 않는다.',
		link: 'concepts/workloads/controllers/cron-jobs/#jobs-history-limits',
	},
});

export const cronJobStatus = documented<CronJobStatus>()({
	active: {
		en: 'The Jobs that are running now.',
		ko: '지금 실행 중인 잡.',
	},
	lastScheduleTime: {
		en: 'The scheduled time of the last Job that was created, not the moment when it started.',
		ko: '마지막으로 만든 잡의 예약 시각. 실제로 시작한 순간이 아니다.',
	},
	lastSuccessfulTime: {
		en: 'The last time that a Job was completed. If it is older than it should be, the CronJob has stopped working.',
		ko: '잡이 마지막으로 성공한 시각. 이 값이 오래됐다면 크론잡이 제대로 돌고 있지 않다는 신호다.',
	},
});
