/** How a live workload is, and what comes next, by the codes of autopsy/workload.ts; filled in as the sentences of docs/why.ts are. */
import type { WhyWords } from './why';

export const workloadWords = {
	silent: { en: 'Without a `status` nothing tells how this {kind} is.', ko: '`status`가 없어 이 {kind}의 상태를 알 수 없다.' },
	unseen: { en: 'The controller has not seen the newest spec yet.', ko: '컨트롤러가 아직 최신 spec을 보지 못했다.' },
	stuck: {
		en: 'The rollout has made no progress for {deadline}: {updated} of {wanted} pods are new, {ready} available. It goes on when they become ready; nothing is rolled back by itself.',
		ko: '롤아웃이 {deadline} 동안 나아가지 못했다. 파드 {wanted}개 가운데 새 파드는 {updated}개, 사용할 수 있는 파드는 {ready}개다. 파드가 준비되면 이어지지만, 저절로 롤백되지는 않는다.',
	},
	refused: { en: 'The API server refuses its pods: {message}', ko: 'API 서버가 파드 생성을 거부한다. {message}' },
	paused: { en: 'The rollout is paused: {updated} of {wanted} pods are new.', ko: '롤아웃이 일시 중지됐다. 파드 {wanted}개 가운데 새 파드는 {updated}개다.' },
	rolling: {
		en: 'A rollout is under way: {updated} of {wanted} pods are new, {ready} available.',
		ko: '롤아웃하는 중이다. 파드 {wanted}개 가운데 새 파드는 {updated}개, 사용할 수 있는 파드는 {ready}개다.',
	},
	short: { en: '{ready} of {wanted} pods are available.', ko: '파드 {wanted}개 가운데 {ready}개만 사용할 수 있다.' },
	ordered: {
		en: '{created} of {wanted} pods are there, {ready} available. They are made one after another, each when the one before it is available (`podManagementPolicy: OrderedReady`).',
		ko: '파드 {wanted}개 가운데 {created}개를 만들었고, 사용할 수 있는 파드는 {ready}개다. 앞의 파드를 사용할 수 있어야 다음 파드를 만든다(`podManagementPolicy: OrderedReady`).',
	},
	all: {
		en: '{ready} of {wanted} pods are available, but not all is well with them.',
		ko: '파드 {wanted}개 가운데 {ready}개를 사용할 수 있지만, 문제가 있는 파드가 있다.',
		when: [
			{
				arg: 'troubled',
				is: 0,
				en: 'Healthy: {ready} of {wanted} pods are available.',
				ko: '정상이다. 파드 {wanted}개 가운데 {ready}개를 사용할 수 있다.',
			},
		],
	},
	none: { en: 'It is scaled to zero: no pod is wanted.', ko: '레플리카가 0개로 설정돼 있어 파드가 없다.' },
	'no-node': { en: 'No node matches, so there is no pod.', ko: '조건에 맞는 노드가 없어 파드가 하나도 없다.' },
	'job/done': { en: 'The Job is done: {succeeded} of {wanted} succeeded.', ko: '잡이 끝났다. {wanted}개 가운데 {succeeded}개가 성공했다.' },
	'job/failed': {
		en: 'The Job has given up (`{reason}`) and starts no more pods.',
		ko: '잡이 실패로 끝났다(`{reason}`). 파드를 더는 만들지 않는다.',
		when: [
			{
				arg: 'reason',
				is: 'DeadlineExceeded',
				en: 'The Job ran longer than its `activeDeadlineSeconds` and has given up (`DeadlineExceeded`).',
				ko: '잡이 `activeDeadlineSeconds`보다 오래 돌아 실패로 끝났다(`DeadlineExceeded`).',
			},
			{
				arg: 'reason',
				is: 'BackoffLimitExceeded',
				en: 'The Job has given up (`BackoffLimitExceeded`): its pods failed more often than `backoffLimit: {limit}` allows.',
				ko: '잡이 실패로 끝났다(`BackoffLimitExceeded`). 파드가 `backoffLimit: {limit}`보다 많이 실패했다.',
			},
			{
				arg: 'reason',
				is: 'PodFailurePolicy',
				en: 'A pod failed in a way for which `podFailurePolicy` ends the Job (`PodFailurePolicy`).',
				ko: '`podFailurePolicy`가 잡을 끝내라고 정한 방식으로 파드가 실패했다(`PodFailurePolicy`).',
			},
			{
				arg: 'reason',
				is: 'FailedIndexes',
				en: 'The Job has failed (`FailedIndexes`): an index failed more often than `backoffLimitPerIndex` allows.',
				ko: '잡이 실패로 끝났다(`FailedIndexes`). `backoffLimitPerIndex`보다 많이 실패한 인덱스가 있다.',
			},
			{
				arg: 'reason',
				is: 'MaxFailedIndexesExceeded',
				en: 'The Job has given up (`MaxFailedIndexesExceeded`): more indexes failed than `maxFailedIndexes` allows.',
				ko: '잡이 실패로 끝났다(`MaxFailedIndexesExceeded`). 실패한 인덱스가 `maxFailedIndexes`보다 많다.',
			},
		],
	},
	'job/suspended': { en: 'The Job is suspended and starts no pod.', ko: '잡이 일시 중단돼 파드를 만들지 않는다.' },
	'job/retries': {
		en: 'Failed pods so far: {failed}; active: {active}. With more than {limit} failures (`backoffLimit`) the Job gives up.',
		ko: '지금까지 파드 {failed}개가 실패했고 {active}개가 실행 중이다. 실패가 {limit}번(`backoffLimit`)을 넘으면 잡은 실패로 끝난다.',
	},
	'job/retries-index': {
		en: 'Failed pods so far: {failed}; active: {active}. An index that fails more than {limit} times (`backoffLimitPerIndex`) is given up.',
		ko: '지금까지 파드 {failed}개가 실패했고 {active}개가 실행 중이다. 실패가 {limit}번(`backoffLimitPerIndex`)을 넘은 인덱스는 더 시도하지 않는다.',
	},
	'job/works': {
		en: 'The Job is at work: {succeeded} of {wanted} done; active pods: {active}.',
		ko: '잡이 실행 중이다. {wanted}개 가운데 {succeeded}개가 끝났고 파드 {active}개가 실행 중이다.',
	},
	'cron/suspended': { en: 'The CronJob is suspended and starts no Job.', ko: '크론잡이 일시 중단돼 잡을 만들지 않는다.' },
	'cron/runs': { en: 'Jobs of it at work: {runs} (`{schedule}`).', ko: '잡 {runs}개가 실행 중이다(`{schedule}`).' },
	'cron/held': {
		en: 'Jobs of it at work: {runs} (`{schedule}`). The next one waits until they are done (`concurrencyPolicy: Forbid`).',
		ko: '잡 {runs}개가 실행 중이다(`{schedule}`). `concurrencyPolicy: Forbid`라서 이들이 끝나야 다음 잡을 만든다.',
	},
	'cron/failed': {
		en: 'The newest run did not succeed (`{schedule}`): its Job failed, or was deleted.',
		ko: '가장 최근 실행이 성공하지 못했다(`{schedule}`). 잡이 실패했거나 삭제됐다.',
	},
	'cron/waits': { en: 'It waits for its next time (`{schedule}`).', ko: '다음 예정 시각을 기다린다(`{schedule}`).' },
} as const satisfies Readonly<Record<string, WhyWords>>;

export const workloadComingWords = {
	stuck: { en: 'Without progress it counts as stuck in {in}, at {at}.', ko: '진전이 없으면 {in} 뒤 {at}에 멈춘 것으로 표시된다.' },
	pod: { en: 'The next pod comes in about {in}, at {at}.', ko: '약 {in} 뒤 {at}에 다음 파드를 만든다.' },
	late: { en: 'Its deadline is in {in}, at {at}: what is not done by then fails.', ko: '{in} 뒤 {at}까지 끝나지 않으면 실패로 끝난다.' },
	deleted: { en: 'It is deleted in {in}, at {at}.', ko: '{in} 뒤 {at}에 삭제된다.' },
	run: { en: 'Next run in {in}, at {at}.', ko: '{in} 뒤 {at}에 다음 잡을 만든다.' },
} as const satisfies Readonly<Record<string, WhyWords>>;

/** Which of its pods is in trouble, with what is said of that pod. */
export const heldUp: WhyWords = {
	en: 'Pod `{pod}` (and {count} more): {words}',
	ko: '파드 `{pod}`(외 {count}개): {words}',
	when: [{ arg: 'count', is: 0, en: 'Pod `{pod}`: {words}', ko: '파드 `{pod}`: {words}' }],
};
