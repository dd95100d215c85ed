import type {
	PodFailurePolicy,
	PodFailurePolicyOnExitCodesRequirement,
	PodFailurePolicyOnPodConditionsPattern,
	PodFailurePolicyRule,
	SuccessPolicy,
	SuccessPolicyRule,
} from '../schema/generated/types';
import { documented } from './words';

export const podFailurePolicy = documented<PodFailurePolicy>()({
	rules: {
		en: 'Tried from top to bottom for every failed pod; the first that matches decides. If none does, the failure counts toward `backoffLimit` as usual.',
		ko: '파드가 실패할 때마다 위에서부터 차례로 살펴, 처음 맞는 규칙대로 처리한다. 맞는 것이 없으면 평소처럼 `backoffLimit`에 센다.',
	},
});

export const podFailurePolicyRule = documented<PodFailurePolicyRule>()({
	action: {
		en: 'What a match leads to.\n`FailJob` ends the whole Job and deletes its other pods. `FailIndex` gives up this index only (needs `backoffLimitPerIndex`). `Ignore` makes a new pod without counting the failure. `Count` counts it, as without a policy.',
		ko: '규칙에 맞으면 어떻게 할지 정한다.\n`FailJob`은 잡 전체를 실패로 끝내고 다른 파드도 지운다. `FailIndex`는 그 인덱스만 포기한다(`backoffLimitPerIndex` 필요). `Ignore`는 실패로 세지 않고 새 파드를 만든다. `Count`는 정책이 없을 때처럼 실패로 센다.',
	},
	onExitCodes: {
		en: 'Matches by the exit codes of the containers. A rule has either this or `onPodConditions`, not both.',
		ko: '컨테이너의 종료 코드로 맞춰 본다. 한 규칙에는 이것과 `onPodConditions` 가운데 하나만 적는다.',
	},
	onPodConditions: {
		en: "Matches by the pod's conditions; one of the list is enough. `DisruptionTarget` stands for evictions, preemption and lost nodes.",
		ko: '파드의 컨디션으로 맞춰 본다. 목록 가운데 하나만 맞으면 된다. `DisruptionTarget`은 축출, 선점, 노드 장애로 끝난 파드를 뜻한다.',
		example: 'onPodConditions:\n  - type: DisruptionTarget',
	},
});

export const podFailurePolicyOnExitCodesRequirement = documented<PodFailurePolicyOnExitCodesRequirement>()({
	containerName: {
		en: 'Look only at this container (or init container). Left out, at all of them: one that matches is enough.',
		ko: '이 컨테이너(초기화 컨테이너도 된다)만 본다. 적지 않으면 모두 보고, 하나라도 맞으면 된다.',
	},
	operator: {
		en: 'Whether the codes in `values` match, or all others.\n`In`: the exit code is one of `values`. `NotIn`: it is none of them. Containers that ended with 0 are left out of both.',
		ko: '`values`에 적은 코드일 때 맞는지, 그 밖의 코드일 때 맞는지 정한다.\n`In`은 종료 코드가 `values`에 있을 때, `NotIn`은 없을 때 맞는다. 0으로 끝난 컨테이너는 어느 쪽에서도 보지 않는다.',
	},
	values: {
		en: 'The exit codes to compare with, in ascending order and without repetition. 0 is not allowed with `In`.\n137 is SIGKILL (out of memory, or the grace period was over), 143 SIGTERM.',
		ko: '비교할 종료 코드. 작은 수부터 겹치지 않게 적는다. `In`에는 0을 쓸 수 없다.\n137은 SIGKILL(메모리 부족이거나 유예 기간이 끝남), 143은 SIGTERM이다.',
		example: 'values: [1, 42]',
	},
});

export const podFailurePolicyOnPodConditionsPattern = documented<PodFailurePolicyOnPodConditionsPattern>()({
	type: {
		en: 'The condition to look for on the failed pod, mostly `DisruptionTarget`.',
		ko: '실패한 파드에서 찾을 컨디션. 대개 `DisruptionTarget`이다.',
	},
	status: {
		en: 'The value that the condition must have: `True`, `False` or `Unknown`.',
		ko: '컨디션이 가져야 할 값. `True`, `False`, `Unknown` 가운데 하나다.',
	},
});

export const successPolicy = documented<SuccessPolicy>()({
	rules: {
		en: 'The Job succeeds as soon as one of these rules is met.',
		ko: '이 가운데 하나라도 만족하면 잡이 바로 성공한다.',
	},
});

export const successPolicyRule = documented<SuccessPolicyRule>()({
	succeededIndexes: {
		en: 'The indexes that must succeed, in the form `0,2-4`. Together with `succeededCount`, that many of these.',
		ko: '성공해야 하는 인덱스를 `0,2-4`처럼 적는다. `succeededCount`를 함께 적으면 이 가운데 그만큼만 성공하면 된다.',
		example: 'succeededIndexes: "0,2-4"',
	},
	succeededCount: {
		en: 'How many indexes must succeed: of those in `succeededIndexes`, or of all if that is left out.',
		ko: '성공해야 하는 인덱스의 수. `succeededIndexes`를 적었으면 그 안에서, 아니면 전체에서 센다.',
	},
});
