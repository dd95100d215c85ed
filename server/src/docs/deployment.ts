import type { Deployment, DeploymentCondition, DeploymentSpec, DeploymentStatus, DeploymentStrategy, RollingUpdateDeployment } from '../schema/generated/types';
import { condition } from './condition';
import { object } from './object';
import { documented } from './words';

export const deployment = documented<Deployment>()({
	...object,
	spec: {
		en: 'What you want: how many pods, made from which template, replaced in which way. Controllers work until the cluster looks like this.',
		ko: '원하는 상태. 어떤 템플릿으로 파드를 몇 개 만들고 어떻게 교체할지 적는다. 컨트롤러는 클러스터가 이 상태와 같아질 때까지 일한다.',
		link: 'concepts/workloads/controllers/deployment/#writing-a-deployment-spec',
	},
	status: {
		en: 'What the Deployment controller last saw. Written by the cluster; what you put here is dropped.',
		ko: '디플로이먼트 컨트롤러가 마지막으로 본 상태. 클러스터가 채우며, 직접 적은 값은 버린다.',
		link: 'concepts/workloads/controllers/deployment/#deployment-status',
	},
});

export const deploymentSpec = documented<DeploymentSpec>()({
	replicas: {
		en: 'How many pods should run. `0` stops them all and keeps the Deployment.\nA change only adds or removes pods; it does not start a rollout.\nMistake: keeping this line while a HorizontalPodAutoscaler scales the Deployment. Every `kubectl apply` sets the count back.',
		ko: '파드를 몇 개 띄울지 정한다. `0`이면 디플로이먼트는 남기고 파드만 모두 내린다.\n값을 바꾸면 파드가 늘거나 줄 뿐, 롤아웃이 시작되지는 않는다.\n흔한 실수: HorizontalPodAutoscaler가 조절하는데 이 줄을 남겨 두는 것. `kubectl apply`를 할 때마다 개수가 되돌아간다.',
		link: 'concepts/workloads/controllers/deployment/#replicas',
	},
	selector: {
		en: 'The labels by which the Deployment recognizes its pods. They must all be among `template.metadata.labels`.\nIt is fixed once the Deployment exists: choose what never changes (`app: web`), nothing like a version.\nThe controller adds `pod-template-hash` by itself to tell the revisions apart.',
		ko: '디플로이먼트가 자기 파드를 알아보는 레이블. 모두 `template.metadata.labels`에 들어 있어야 한다.\n만든 뒤에는 바꿀 수 없다. `app: web`처럼 변하지 않을 것만 고르고 버전 같은 값은 넣지 않는다.\n리비전을 구분하는 `pod-template-hash` 레이블은 컨트롤러가 알아서 붙인다.',
		example: 'selector:\n  matchLabels:\n    app: web',
		link: 'concepts/workloads/controllers/deployment/#selector',
	},
	template: {
		en: 'The pod to make copies of. Any change in here, even an annotation, starts a rollout; nothing else in the Deployment does.\n`kubectl rollout restart` uses exactly that: it writes an annotation here.',
		ko: '복제할 파드의 틀. 이 안은 어노테이션 하나만 바꿔도 롤아웃이 시작되고, 이 밖은 무엇을 바꿔도 시작되지 않는다.\n`kubectl rollout restart`도 여기에 어노테이션을 하나 적는 명령이다.',
		link: 'concepts/workloads/controllers/deployment/#pod-template',
	},
	strategy: {
		en: 'How old pods give way to new ones after a change of the template: step by step (`RollingUpdate`) or all at once with a gap (`Recreate`).',
		ko: '템플릿이 바뀌었을 때 옛 파드를 새 파드로 바꾸는 방법. 조금씩 바꾸거나(`RollingUpdate`), 모두 내린 뒤 새로 띄운다(`Recreate`).',
		link: 'concepts/workloads/controllers/deployment/#strategy',
	},
	minReadySeconds: {
		en: 'How long a new pod must stay ready, without a break, before it counts as available.\nThe rollout waits for this time at every step, so a pod that crashes just after starting stops the rollout instead of spreading.\nIt must be less than `progressDeadlineSeconds`.',
		ko: '새 파드가 준비 상태를 끊김 없이 얼마나 유지해야 사용 가능한 것으로 칠지 정한다.\n롤아웃은 단계마다 이 시간을 기다린다. 그래서 새 파드가 뜨자마자 죽으면 더 퍼지지 않고 롤아웃이 거기서 멈춘다.\n`progressDeadlineSeconds`보다 작아야 한다.',
		link: 'concepts/workloads/controllers/deployment/#min-ready-seconds',
	},
	progressDeadlineSeconds: {
		en: 'How long a rollout may go without any progress before it is reported as failed: condition `Progressing` turns `False`, reason `ProgressDeadlineExceeded`.\nEvery step forward starts the clock anew. Nothing is stopped or rolled back: the controller keeps trying, and `kubectl rollout status` ends with an error.\nMust be more than `minReadySeconds`. The clock does not run while `paused`.',
		ko: '롤아웃이 진척 없이 얼마나 지나면 실패로 알릴지 정한다. 이 시간이 지나면 `Progressing` 컨디션이 `False`, 이유가 `ProgressDeadlineExceeded`가 된다.\n한 단계 나아갈 때마다 다시 센다. 알리기만 할 뿐 멈추거나 되돌리지 않는다. 컨트롤러는 계속 시도하고, `kubectl rollout status`는 오류로 끝난다.\n`minReadySeconds`보다 커야 하며, `paused` 동안에는 세지 않는다.',
		link: 'concepts/workloads/controllers/deployment/#progress-deadline-seconds',
	},
	revisionHistoryLimit: {
		en: 'How many old ReplicaSets are kept, scaled to zero, so that `kubectl rollout undo` has something to go back to.\nWith `0` there is no way back except applying the old manifest.',
		ko: '`kubectl rollout undo`로 되돌아갈 수 있도록 파드가 0개인 옛 레플리카셋을 몇 개까지 남길지 정한다.\n`0`이면 옛 매니페스트를 다시 적용하는 것 말고는 되돌릴 방법이 없다.',
		link: 'concepts/workloads/controllers/deployment/#revision-history-limit',
	},
	paused: {
		en: 'While `true`, changes of the template are only collected; one rollout takes them all when it turns `false`.\nScaling still works. A rollout that was under way stops where it is, with old and new pods side by side.',
		ko: '`true`인 동안에는 템플릿을 바꿔도 모아 두기만 하고, `false`가 되면 한 번의 롤아웃으로 반영한다.\n개수 조절은 그대로 된다. 진행 중이던 롤아웃은 옛 파드와 새 파드가 섞인 채 그 자리에 멈춘다.',
		link: 'concepts/workloads/controllers/deployment/#paused',
	},
});

export const deploymentStrategy = documented<DeploymentStrategy>()({
	type: {
		en: 'How pods are replaced.\n`RollingUpdate` starts new ones before the old ones are gone, within the bounds of `rollingUpdate`. `Recreate` stops every old pod, waits until they have ended, and only then starts new ones.\n`Recreate` means downtime, but never two versions at once: for a volume that only one pod may mount, or a database schema that only one version understands.\nMistake: changing a live Deployment to `Recreate` and leaving `rollingUpdate` in place; the server refuses the pair.',
		ko: '파드를 교체하는 방법.\n`RollingUpdate`는 옛 파드가 남아 있을 때 새 파드를 띄우기 시작하며 `rollingUpdate`의 한도를 지킨다. `Recreate`는 옛 파드를 모두 내리고, 다 끝난 뒤에야 새 파드를 띄운다.\n`Recreate`는 중단 시간이 생기지만 두 버전이 함께 도는 일이 없다. 파드 하나만 마운트할 수 있는 볼륨이나 한 버전만 아는 데이터베이스 스키마를 쓸 때 고른다.\n흔한 실수: 이미 있는 디플로이먼트를 `Recreate`로 바꾸면서 `rollingUpdate`를 남겨 두는 것. 서버는 둘을 함께 받지 않는다.',
	},
	rollingUpdate: {
		en: 'The bounds of a rolling update: how many pods more (`maxSurge`) and how many fewer (`maxUnavailable`) than `replicas` there may be on the way.\nOnly with `type: RollingUpdate`.',
		ko: '롤링 업데이트의 한도. 진행 중에 파드가 `replicas`보다 몇 개까지 많아도 되는지(`maxSurge`), 몇 개까지 모자라도 되는지(`maxUnavailable`) 정한다.\n`type: RollingUpdate`일 때만 쓸 수 있다.',
		more: {
			en: 'With 4 replicas and 25% for both (1 more, 1 fewer) there are always 3 to 5 pods:\n1. A new pod starts, an old one stops, another new one starts: 3 old, 2 new.\n2. Each time a new pod becomes available, an old one stops and the next new one starts.\n3. When the last new pod is available, the last old one stops.\nPods that are shutting down are not counted, so for the length of their grace period there can be more than 5.\nIf a new pod never becomes available, it ends at step 1, and the 3 old pods go on serving.',
			ko: '레플리카가 4개고 둘 다 25%면(1개 많거나 1개 모자라거나) 파드는 늘 3~5개다.\n1. 새 파드가 하나 뜨고, 옛 파드가 하나 내려가고, 새 파드가 하나 더 뜬다. 옛 파드 3개, 새 파드 2개가 된다.\n2. 새 파드가 하나 사용 가능해질 때마다 옛 파드가 하나 내려가고 다음 새 파드가 뜬다.\n3. 마지막 새 파드가 사용 가능해지면 마지막 옛 파드가 내려간다.\n종료 중인 파드는 세지 않으므로, 유예 기간 동안에는 5개보다 많을 수 있다.\n새 파드가 끝내 사용 가능해지지 않으면 1단계에서 멈추고, 옛 파드 3개가 계속 트래픽을 받는다.',
		},
	},
});

export const rollingUpdateDeployment = documented<RollingUpdateDeployment>()({
	maxSurge: {
		en: 'How many pods there may be above `replicas` during a rollout: a number, or a percentage of `replicas`, rounded up.\nWith `0`, an old pod goes first and makes room. More means a faster rollout and needs free capacity on the nodes. Pods that are shutting down do not count.\n`maxSurge` and `maxUnavailable` cannot both be 0.',
		ko: '롤아웃 중에 `replicas`보다 몇 개까지 더 띄워도 되는지 정한다. 개수나, `replicas`의 백분율(올림)로 적는다.\n`0`이면 옛 파드가 먼저 자리를 비운다. 클수록 빨리 끝나지만 그만큼 노드에 여유가 있어야 한다. 종료 중인 파드는 세지 않는다.\n`maxSurge`와 `maxUnavailable`이 둘 다 0일 수는 없다.',
		example: 'maxSurge: 25%',
		link: 'concepts/workloads/controllers/deployment/#max-surge',
	},
	maxUnavailable: {
		en: 'How many of the `replicas` may be missing during a rollout: a number, or a percentage of `replicas`, rounded down.\nWith `0`, an old pod goes only when a new one is available; then a new version that never gets ready stops the rollout without harm.\nWith few replicas the percentage rounds to 0: `25%` of 3 is 0, of 4 is 1. If `maxSurge` comes to 0 too, 1 is used.',
		ko: '롤아웃 중에 `replicas` 가운데 몇 개까지 모자라도 되는지 정한다. 개수나, `replicas`의 백분율(내림)로 적는다.\n`0`이면 새 파드가 사용 가능해진 뒤에만 옛 파드를 내린다. 새 버전이 끝내 준비되지 않아도 옛 파드가 그대로 트래픽을 받고 롤아웃만 멈춘다.\n레플리카가 적으면 백분율은 0이 되기 쉽다. `25%`는 3개일 때 0, 4개일 때 1이다. `maxSurge`까지 0이 되면 1로 친다.',
		example: 'maxUnavailable: 0',
		link: 'concepts/workloads/controllers/deployment/#max-unavailable',
	},
});

export const deploymentStatus = documented<DeploymentStatus>()({
	replicas: {
		en: 'How many pods exist now, old and new revisions together, without those that are shutting down.',
		ko: '지금 있는 파드 수. 옛 리비전과 새 리비전을 합한 것이며 종료 중인 파드는 뺀다.',
	},
	updatedReplicas: {
		en: 'How many of the pods are made from the current template. Equal to `replicas`: no old ones are left.',
		ko: '현재 템플릿으로 만든 파드 수. `replicas`와 같으면 옛 파드가 남아 있지 않다.',
	},
	readyReplicas: {
		en: 'How many pods are ready, that is, pass their readiness probes.',
		ko: '준비된(준비성 프로브를 통과한) 파드 수.',
	},
	availableReplicas: {
		en: 'How many pods have been ready for at least `minReadySeconds`. Rollouts count these.',
		ko: '`minReadySeconds` 이상 준비 상태를 유지한 파드 수. 롤아웃은 이 수를 기준으로 나아간다.',
	},
	unavailableReplicas: {
		en: 'How many of the pods that should exist, old and new, are not available: not created yet, not ready, or not ready long enough.',
		ko: '있어야 할 파드(옛것과 새것) 가운데 사용할 수 없는 파드 수. 아직 만들어지지 않았거나, 준비되지 않았거나, 준비된 지 얼마 되지 않은 것이다.',
	},
	terminatingReplicas: {
		en: 'How many pods are shutting down: deleted, their grace period still running. They hold their resources until they are gone, yet count in none of the other numbers.',
		ko: '종료 중인 파드 수. 삭제되어 유예 기간을 보내는 파드로, 다른 어느 수에도 들어가지 않지만 사라질 때까지 리소스를 차지한다.',
	},
	conditions: {
		en: 'How the Deployment is doing: `Available` (enough pods serve), `Progressing` (a rollout moves or is done), `ReplicaFailure` (pods cannot be created, for example for lack of quota).',
		ko: '디플로이먼트의 상황. `Available`(파드가 충분히 떠 있다), `Progressing`(롤아웃이 나아가고 있거나 끝났다), `ReplicaFailure`(쿼터 부족 등으로 파드를 만들지 못한다)가 있다.',
	},
	observedGeneration: {
		en: 'The `metadata.generation` that the controller has dealt with. While it is lower, the rest of this status speaks of an older spec.',
		ko: '컨트롤러가 반영한 `metadata.generation`. 이 값이 `metadata.generation`보다 작으면 나머지 상태는 아직 예전 스펙을 기준으로 한 것이다.',
	},
	collisionCount: {
		en: 'How often the hash in a ReplicaSet name was already taken, so that another had to be tried. Nearly always absent.',
		ko: '레플리카셋 이름에 넣을 해시가 이미 쓰이고 있어 다른 값을 고른 횟수. 거의 늘 비어 있다.',
	},
});

export const deploymentCondition = documented<DeploymentCondition>()({
	...condition,
	type: {
		en: 'Which question the condition answers.\n`Available`: are at least `replicas` - `maxUnavailable` pods available? `Progressing`: is the rollout moving or done? `ReplicaFailure`: did creating or deleting pods fail?\n`Progressing` stays `True` after a finished rollout, reason `NewReplicaSetAvailable`.',
		ko: '컨디션의 종류.\n`Available`은 사용 가능한 파드가 `replicas` - `maxUnavailable`개 이상인지, `Progressing`은 롤아웃이 나아가고 있거나 끝났는지, `ReplicaFailure`는 파드를 만들거나 지우는 데 실패했는지 알린다.\n롤아웃이 끝나도 `Progressing`은 이유 `NewReplicaSetAvailable`과 함께 `True`로 남는다.',
	},
	lastUpdateTime: {
		en: 'The controller last wrote this condition at this time. For `Progressing` it is the last step forward, from which `progressDeadlineSeconds` counts.',
		ko: '컨트롤러가 이 컨디션을 마지막으로 쓴 시각. `Progressing`에서는 마지막으로 진척이 있던 때이며, `progressDeadlineSeconds`를 여기서부터 센다.',
	},
});
