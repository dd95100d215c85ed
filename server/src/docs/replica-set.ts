import type {
	ReplicaSet,
	ReplicaSetCondition,
	ReplicaSetSpec,
	ReplicaSetStatus,
	ReplicationController,
	ReplicationControllerCondition,
	ReplicationControllerSpec,
	ReplicationControllerStatus,
} from '../schema/generated/types';
import { condition } from './condition';
import { object } from './object';
import { documented, type FieldWords } from './words';

const counts = {
	replicas: {
		en: 'How many pods exist, ready or not, without those that have ended or are shutting down.',
		ko: '준비됐는지와 관계없이 지금 있는 파드 수. 끝났거나 종료 중인 파드는 뺀다.',
	},
	readyReplicas: {
		en: 'How many pods are ready.',
		ko: '준비된 파드 수.',
	},
	availableReplicas: {
		en: 'How many pods have been ready for at least `minReadySeconds`.',
		ko: '`minReadySeconds` 이상 준비 상태를 유지한 파드 수.',
	},
	fullyLabeledReplicas: {
		en: 'How many pods carry all the labels of the template. Less than `replicas` when someone changed labels on running pods.',
		ko: '템플릿의 레이블을 모두 가진 파드 수. 떠 있는 파드의 레이블을 누가 바꾸면 `replicas`보다 작아진다.',
	},
	observedGeneration: {
		en: 'The `metadata.generation` that the controller has dealt with. While it is lower, the rest of this status speaks of an older spec.',
		ko: '컨트롤러가 반영한 `metadata.generation`. 이 값이 `metadata.generation`보다 작으면 나머지 상태는 아직 예전 스펙을 기준으로 한 것이다.',
	},
	conditions: {
		en: 'Empty while all is well. `ReplicaFailure` appears when pods cannot be created or deleted: quota, admission, a missing ServiceAccount.',
		ko: '별일 없으면 비어 있다. 쿼터나 어드미션에 걸리거나 서비스어카운트가 없어서 파드를 만들거나 지우지 못하면 `ReplicaFailure`가 나타난다.',
	},
} as const satisfies Record<string, FieldWords>;

const replicaFailure: FieldWords = {
	en: 'Which question the condition answers.\n`ReplicaFailure`: did the last attempt to create or delete a pod fail? Reason `FailedCreate` or `FailedDelete`.',
	ko: '컨디션의 종류.\n`ReplicaFailure`는 파드를 만들거나 지우려다 실패했다는 뜻이며, 이유는 `FailedCreate`나 `FailedDelete`다.',
};

export const replicaSet = documented<ReplicaSet>()({
	...object,
	spec: {
		en: 'What you want: how many pods of which template.\nA Deployment writes ReplicaSets for you and adds rollouts; a bare ReplicaSet never replaces a running pod.',
		ko: '원하는 상태. 어떤 템플릿으로 파드를 몇 개 만들지 적는다.\n대개는 디플로이먼트가 레플리카셋을 대신 만들고 롤아웃까지 맡는다. 레플리카셋만 쓰면 떠 있는 파드를 새것으로 바꿔 주지 않는다.',
		link: 'concepts/workloads/controllers/replicaset/',
	},
	status: {
		en: 'What the ReplicaSet controller last saw. Written by the cluster; what you put here is dropped.',
		ko: '레플리카셋 컨트롤러가 마지막으로 본 상태. 클러스터가 채우며, 직접 적은 값은 버린다.',
	},
});

export const replicaSetSpec = documented<ReplicaSetSpec>()({
	replicas: {
		en: 'How many pods should run.\nGoing down, pods not yet on a node or not ready go first, then those with a lower `controller.kubernetes.io/pod-deletion-cost`, then those on nodes with more of these pods, then the younger ones.\nMistake: scaling the ReplicaSet of a Deployment by hand. The Deployment sets it back.',
		ko: '파드를 몇 개 띄울지 정한다.\n줄일 때는 아직 노드에 배정되지 않았거나 준비되지 않은 것부터, 그다음 `controller.kubernetes.io/pod-deletion-cost`가 낮은 것, 같은 파드가 몰린 노드의 것, 최근에 뜬 것 순으로 없앤다.\n흔한 실수: 디플로이먼트가 만든 레플리카셋의 개수를 직접 바꾸는 것. 디플로이먼트가 되돌린다.',
	},
	selector: {
		en: 'The labels by which the ReplicaSet recognizes its pods. They must all be among `template.metadata.labels`, and are fixed once it exists.\nPods without an owner that match are adopted and counted. To take a pod out for a closer look, change one of these labels on it: a replacement starts, and the pod stays.',
		ko: '레플리카셋이 자기 파드를 알아보는 레이블. 모두 `template.metadata.labels`에 들어 있어야 하고, 만든 뒤에는 바꿀 수 없다.\n소유자 없이 레이블만 맞는 파드도 자기 것으로 삼아 센다. 파드를 빼내어 살펴보려면 그 파드의 레이블 하나를 바꾼다. 대신할 파드가 새로 뜨고 원래 파드는 그대로 남는다.',
		link: 'concepts/workloads/controllers/replicaset/#isolating-pods-from-a-replicaset',
	},
	template: {
		en: 'The pod to make copies of. A change here is used for pods made from now on; pods that run stay as they are.\nMistake: changing the image here and waiting for the pods to follow. That is what a Deployment does.',
		ko: '복제할 파드의 틀. 여기를 바꾸면 앞으로 만드는 파드에만 쓰이고, 떠 있는 파드는 그대로다.\n흔한 실수: 여기서 이미지를 바꾸고 파드가 바뀌기를 기다리는 것. 그 일은 디플로이먼트가 한다.',
	},
	minReadySeconds: {
		en: 'How long a pod must stay ready before it counts as available.',
		ko: '파드가 준비 상태를 얼마나 유지해야 사용 가능한 것으로 칠지 정한다.',
	},
});

export const replicaSetStatus = documented<ReplicaSetStatus>()({
	...counts,
	terminatingReplicas: {
		en: 'How many pods are shutting down: deleted, their grace period still running. They count in none of the other numbers.',
		ko: '종료 중인 파드 수. 삭제되어 유예 기간을 보내는 파드이며 다른 어느 수에도 들어가지 않는다.',
	},
});

export const replicaSetCondition = documented<ReplicaSetCondition>()({ ...condition, type: replicaFailure });

export const replicationController = documented<ReplicationController>()({
	...object,
	spec: {
		en: 'What you want: how many pods of which template. The forerunner of the ReplicaSet; for anything new, use a Deployment.',
		ko: '원하는 상태. 어떤 템플릿으로 파드를 몇 개 만들지 적는다. 레플리카셋 이전에 쓰던 방식이니 새로 만든다면 디플로이먼트를 쓴다.',
		link: 'concepts/workloads/controllers/replicationcontroller/',
	},
	status: {
		en: 'What the ReplicationController last saw. Written by the cluster; what you put here is dropped.',
		ko: '레플리케이션컨트롤러가 마지막으로 본 상태. 클러스터가 채우며, 직접 적은 값은 버린다.',
	},
});

export const replicationControllerSpec = documented<ReplicationControllerSpec>()({
	replicas: {
		en: 'How many pods should run.',
		ko: '파드를 몇 개 띄울지 정한다.',
	},
	selector: {
		en: "The labels by which the controller recognizes its pods. Left out, they are the template's labels.\nPlain `key: value` pairs: `matchLabels` and `matchExpressions` do not exist here.",
		ko: '컨트롤러가 자기 파드를 알아보는 레이블. 적지 않으면 템플릿의 레이블을 그대로 쓴다.\n`키: 값`을 바로 적는다. 여기에는 `matchLabels`나 `matchExpressions`가 없다.',
		example: 'selector:\n  app: web',
	},
	template: {
		en: 'The pod to make copies of. A change here is used for pods made from now on; pods that run stay as they are.',
		ko: '복제할 파드의 틀. 여기를 바꾸면 앞으로 만드는 파드에만 쓰이고, 떠 있는 파드는 그대로다.',
	},
	minReadySeconds: {
		en: 'How long a pod must stay ready before it counts as available.',
		ko: '파드가 준비 상태를 얼마나 유지해야 사용 가능한 것으로 칠지 정한다.',
	},
});

export const replicationControllerStatus = documented<ReplicationControllerStatus>()(counts);

export const replicationControllerCondition = documented<ReplicationControllerCondition>()({ ...condition, type: replicaFailure });
