import type { Words } from '../words';

type Values = Readonly<Record<string, Words>>;

export const deploymentStrategy: Values = {
	RollingUpdate: {
		en: 'New pods replace the old ones little by little, within `maxSurge` and `maxUnavailable`; the default. Both versions run at the same time for a while.',
		ko: '`maxSurge`와 `maxUnavailable` 안에서 조금씩 새 파드로 바꾼다. 기본값이다. 한동안 두 버전이 함께 돈다.',
	},
	Recreate: {
		en: 'All old pods end before the first new one starts: a gap, but never two versions at once.',
		ko: '옛 파드가 모두 끝난 뒤에 새 파드를 만든다. 잠시 끊기지만 두 버전이 함께 도는 일은 없다.',
	},
};

export const daemonSetStrategy: Values = {
	RollingUpdate: {
		en: 'Pods are replaced node by node when the template changes; the default.',
		ko: '템플릿이 바뀌면 노드마다 차례로 파드를 바꾼다. 기본값이다.',
	},
	OnDelete: { en: 'A node gets the new template only when you delete the old pod.', ko: '옛 파드를 직접 지워야 그 노드에 새 템플릿이 적용된다.' },
};

export const statefulSetStrategy: Values = {
	RollingUpdate: {
		en: 'Pods are replaced from the highest ordinal down, each after the one before is ready; the default. `partition` keeps the lower ones.',
		ko: '번호가 큰 파드부터, 앞의 것이 준비되면 다음 것을 바꾼다. 기본값이다. `partition`보다 작은 번호는 그대로 둔다.',
	},
	OnDelete: { en: 'A pod gets the new template only when you delete it.', ko: '파드를 직접 지워야 새 템플릿이 적용된다.' },
	Recreate: {
		en: 'All pods are deleted before new ones are made. Behind a feature gate.',
		ko: '모든 파드를 지운 뒤 새로 만든다. 기능 게이트가 켜져 있어야 한다.',
	},
};

export const podManagement: Values = {
	OrderedReady: {
		en: 'Pods start one after another, each when the one before is ready, and stop in reverse; the default.',
		ko: '앞의 파드가 준비되면 다음 파드를 시작하고, 없앨 때는 거꾸로 한다. 기본값이다.',
	},
	Parallel: {
		en: 'All pods start and stop at once when scaling. Updates still go one by one, unless `maxUnavailable` allows more.',
		ko: '늘리거나 줄일 때 모든 파드를 한꺼번에 시작하거나 멈춘다. 업데이트는 `maxUnavailable`이 허락하지 않는 한 하나씩 한다.',
	},
};

export const claimRetention: Values = {
	Retain: { en: 'The claims stay, and with them the data; the default.', ko: '클레임과 데이터를 남긴다. 기본값이다.' },
	Delete: { en: 'The claims are deleted with the pods, and usually the data too.', ko: '파드와 함께 클레임을 지운다. 대개 데이터도 사라진다.' },
};

export const concurrency: Values = {
	Allow: { en: 'A new run starts although the one before still runs; the default.', ko: '앞의 잡이 아직 돌고 있어도 새 잡을 시작한다. 기본값이다.' },
	Forbid: {
		en: 'While a run goes on, no new one starts. When it ends, the latest missed run starts at once, unless `startingDeadlineSeconds` is over.',
		ko: '앞의 잡이 돌고 있으면 새 잡을 시작하지 않는다. 앞의 잡이 끝나면 놓친 것 가운데 가장 최근의 실행을 바로 시작한다. 단, `startingDeadlineSeconds`가 지났으면 하지 않는다.',
	},
	Replace: { en: 'The run that goes on is deleted, and the new one starts.', ko: '돌고 있는 잡을 지우고 새 잡을 시작한다.' },
};

export const completionMode: Values = {
	NonIndexed: {
		en: 'The Job is complete after `completions` successes; all pods are alike; the default.',
		ko: '`completions`만큼 성공하면 완료된다. 파드는 모두 같다. 기본값이다.',
	},
	Indexed: {
		en: 'Every pod gets a number from 0, also in `JOB_COMPLETION_INDEX`; each number must succeed once.',
		ko: '파드마다 0부터 번호를 받고(`JOB_COMPLETION_INDEX`), 번호마다 한 번씩 성공해야 한다.',
	},
};

export const podReplacement: Values = {
	TerminatingOrFailed: {
		en: 'A pod is replaced as soon as it begins to end; for a while two may run. The default without `podFailurePolicy`.',
		ko: '파드가 끝나기 시작하면 바로 새로 만든다. 한동안 둘이 함께 돌 수 있다. `podFailurePolicy`가 없을 때의 기본값이다.',
	},
	Failed: {
		en: 'A pod is replaced only once it has ended completely. The only value allowed with `podFailurePolicy`.',
		ko: '파드가 완전히 끝난 다음에 새로 만든다. `podFailurePolicy`가 있으면 이 값만 쓸 수 있다.',
	},
};

export const failureAction: Values = {
	FailJob: { en: 'The whole Job fails at once, and its running pods are ended.', ko: '잡 전체가 바로 실패하고 돌고 있는 파드도 끝낸다.' },
	FailIndex: {
		en: 'This index fails and is not tried again; needs `backoffLimitPerIndex`.',
		ko: '이 인덱스만 실패로 하고 다시 시도하지 않는다. `backoffLimitPerIndex`가 필요하다.',
	},
	Ignore: { en: 'The failure does not count toward `backoffLimit`, and a new pod is made.', ko: '실패를 `backoffLimit`에 넣지 않고 새 파드를 만든다.' },
	Count: { en: 'The failure counts toward `backoffLimit`, as if there were no policy.', ko: '정책이 없을 때처럼 `backoffLimit`에 넣는다.' },
};
