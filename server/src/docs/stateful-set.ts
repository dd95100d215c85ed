import type {
	RollingUpdateStatefulSetStrategy,
	StatefulSet,
	StatefulSetCondition,
	StatefulSetOrdinals,
	StatefulSetPersistentVolumeClaimRetentionPolicy,
	StatefulSetSpec,
	StatefulSetStatus,
	StatefulSetUpdateStrategy,
} from '../schema/generated/types';
import { condition } from './condition';
import { object } from './object';
import { documented } from './words';

export const statefulSet = documented<StatefulSet>()({
	...object,
	spec: {
		en: 'What you want: how many numbered pods, from which template, each with which volumes of its own.',
		ko: '원하는 상태. 번호가 붙은 파드를 어떤 템플릿으로 몇 개 만들고, 파드마다 어떤 볼륨을 줄지 적는다.',
		link: 'concepts/workloads/controllers/statefulset/',
	},
	status: {
		en: 'What the StatefulSet controller last saw. Written by the cluster; what you put here is dropped.',
		ko: '스테이트풀셋 컨트롤러가 마지막으로 본 상태. 클러스터가 채우며, 직접 적은 값은 버린다.',
	},
});

export const statefulSetSpec = documented<StatefulSetSpec>()({
	replicas: {
		en: 'How many pods there should be: `web-0`, `web-1`, … up to `replicas` - 1. Scaling down removes the highest number first.\nThe volume claims of removed pods stay, and are found again when you scale back up, unless `persistentVolumeClaimRetentionPolicy` says otherwise.\nMistake: keeping this line while an autoscaler scales the set. Every `kubectl apply` sets the count back.',
		ko: '파드를 몇 개 띄울지 정한다. `web-0`, `web-1`부터 `replicas` - 1번까지 만들고, 줄일 때는 번호가 큰 것부터 없앤다.\n없앤 파드의 볼륨 클레임은 남아 있다가 다시 늘리면 그대로 이어서 쓴다. 바꾸려면 `persistentVolumeClaimRetentionPolicy`를 적는다.\n흔한 실수: 오토스케일러가 조절하는데 이 줄을 남겨 두는 것. `kubectl apply`를 할 때마다 개수가 되돌아간다.',
	},
	selector: {
		en: 'The labels by which the StatefulSet recognizes its pods. They must all be among `template.metadata.labels`, and are fixed once the set exists.',
		ko: '스테이트풀셋이 자기 파드를 알아보는 레이블. 모두 `template.metadata.labels`에 들어 있어야 하고, 만든 뒤에는 바꿀 수 없다.',
		example: 'selector:\n  matchLabels:\n    app: db',
		link: 'concepts/workloads/controllers/statefulset/#pod-selector',
	},
	template: {
		en: 'The pod that every replica is made from; each copy gets its own name, hostname and volumes on top.\nA change in here starts an update as `updateStrategy` says.',
		ko: '모든 레플리카의 틀이 되는 파드. 여기에 이름, 호스트네임, 볼륨이 파드마다 따로 붙는다.\n이 안을 바꾸면 `updateStrategy`대로 업데이트가 시작된다.',
	},
	serviceName: {
		en: 'The headless Service (`clusterIP: None`) that gives each pod a DNS name of its own: `web-0.<serviceName>.<namespace>.svc.cluster.local`.\nYou create that Service yourself, with a selector that matches the pods. Without it the pods run all the same, but those names do not resolve.\nA pod that is not ready has no such name unless the Service sets `publishNotReadyAddresses`; peers that look for each other at startup need it.',
		ko: '파드마다 고유한 DNS 이름을 만들어 줄 헤드리스 서비스(`clusterIP: None`)의 이름. `web-0.<serviceName>.<네임스페이스>.svc.cluster.local`처럼 된다.\n이 서비스는 파드를 고르는 셀렉터와 함께 직접 만들어야 한다. 없어도 파드는 뜨지만 이 이름으로 찾을 수 없다.\n준비되지 않은 파드의 이름은 조회되지 않는다. 시작할 때 서로를 찾아야 하는 앱이라면 서비스에 `publishNotReadyAddresses`를 켠다.',
		link: 'concepts/workloads/controllers/statefulset/#stable-network-id',
	},
	volumeClaimTemplates: {
		en: 'Volume claims that every pod gets for itself: the template `data` gives `web-0` the claim `data-web-0`, which follows that number through restarts and moves to other nodes.\nMount one by its `metadata.name` in `volumeMounts`; it needs no entry in `volumes`, and takes the place of one with the same name.\nMistake: raising the size here later. Most of the set cannot change after creation, this included; enlarge the claims themselves instead.',
		ko: '파드마다 따로 만들어 주는 볼륨 클레임. 템플릿 이름이 `data`면 `web-0`은 `data-web-0` 클레임을 받고, 파드가 재시작하거나 다른 노드로 옮겨도 같은 번호는 같은 클레임을 쓴다.\n`volumeMounts`에서 `metadata.name`으로 가져다 쓴다. `volumes`에는 적지 않아도 되며, 같은 이름이 있으면 이쪽이 그 자리를 차지한다.\n흔한 실수: 나중에 여기서 크기를 늘리려는 것. 이 필드는 만든 뒤에 바꿀 수 없으니 클레임 자체를 늘린다.',
		example:
			'volumeClaimTemplates:\n  - metadata:\n      name: data\n    spec:\n      accessModes: [ReadWriteOnce]\n      resources:\n        requests:\n          storage: 10Gi',
		link: 'concepts/workloads/controllers/statefulset/#volume-claim-templates',
	},
	podManagementPolicy: {
		en: 'Whether pods come and go one at a time (`OrderedReady`) or all together (`Parallel`) when the set is created or scaled.\n`OrderedReady` starts number 1 only when number 0 is ready, and takes them down in reverse. `Parallel` does not wait.\nMistake: `OrderedReady` for members that become ready only once they have found each other. Number 0 waits forever.',
		ko: '스테이트풀셋을 만들거나 개수를 조절할 때 파드를 하나씩 다룰지(`OrderedReady`) 한꺼번에 다룰지(`Parallel`) 정한다.\n`OrderedReady`는 0번이 준비된 뒤에야 1번을 띄우고, 내릴 때는 거꾸로 한다. `Parallel`은 기다리지 않는다.\n흔한 실수: 서로를 찾아야 준비되는 클러스터형 앱에 `OrderedReady`를 쓰는 것. 0번이 끝없이 기다린다.',
		link: 'concepts/workloads/controllers/statefulset/#pod-management-policies',
	},
	updateStrategy: {
		en: 'How pods are replaced after a change of the template. A pod keeps its number and its volumes: the old one is deleted first, then the new one takes its place.',
		ko: '템플릿이 바뀌었을 때 파드를 교체하는 방법. 번호와 볼륨을 이어받아야 하므로 옛 파드를 먼저 지우고 그 자리에 새 파드를 만든다.',
		link: 'concepts/workloads/controllers/statefulset/#update-strategies',
	},
	revisionHistoryLimit: {
		en: 'How many old templates (ControllerRevisions) are kept for `kubectl rollout undo`.',
		ko: '`kubectl rollout undo`로 되돌아갈 옛 템플릿(ControllerRevision)을 몇 개까지 남길지 정한다.',
	},
	minReadySeconds: {
		en: 'How long a pod must stay ready before it counts as available. With `OrderedReady`, and in every rolling update, the next pod waits for this time.',
		ko: '파드가 준비 상태를 얼마나 유지해야 사용 가능한 것으로 칠지 정한다. `OrderedReady`일 때와 롤링 업데이트에서는 이 시간이 지나야 다음 파드로 넘어간다.',
	},
	persistentVolumeClaimRetentionPolicy: {
		en: 'Whether the claims made from `volumeClaimTemplates` are deleted together with the set or with a pod that is scaled away. Left out, they all stay.',
		ko: '`volumeClaimTemplates`로 만든 클레임을 스테이트풀셋이나 개수를 줄여 없앤 파드와 함께 지울지 정한다. 적지 않으면 모두 남긴다.',
		link: 'concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention',
	},
	ordinals: {
		en: 'Where the numbers of the pods begin, if not at 0.',
		ko: '파드 번호를 0이 아닌 수부터 매길 때 쓴다.',
		link: 'concepts/workloads/controllers/statefulset/#start-ordinal',
	},
});

export const statefulSetUpdateStrategy = documented<StatefulSetUpdateStrategy>()({
	type: {
		en: 'When pods change to the new template.\n`RollingUpdate` replaces them from the highest number down, waiting for each to become available. `OnDelete` waits for you to delete them. `Recreate` (feature gate `StatefulSetRecreateStrategy`) deletes all of them first, so that old and new never run together.\nWith `OrderedReady`, a rolling update can get stuck on a pod that never becomes ready: even after you revert the template, delete that pod by hand.',
		ko: '파드를 언제 새 템플릿으로 바꿀지 정한다.\n`RollingUpdate`는 번호가 큰 것부터 하나씩 바꾸며 사용 가능해질 때까지 기다린다. `OnDelete`는 직접 지운 파드만 새 템플릿으로 만든다. `Recreate`(기능 게이트 `StatefulSetRecreateStrategy`)는 옛 파드를 모두 지운 뒤 새로 만들어 두 버전이 함께 도는 일이 없다.\n`OrderedReady`에서는 끝내 준비되지 않는 파드에서 롤링 업데이트가 멈출 수 있다. 템플릿을 되돌려도 풀리지 않으니 그 파드를 직접 지운다.',
		link: 'concepts/workloads/controllers/statefulset/#forced-rollback',
	},
	rollingUpdate: {
		en: 'Which numbers a rolling update reaches (`partition`) and how many at a time (`maxUnavailable`). Only with `type: RollingUpdate`.',
		ko: '롤링 업데이트를 몇 번 파드까지 할지(`partition`), 한 번에 몇 개씩 할지(`maxUnavailable`) 정한다. `type: RollingUpdate`일 때만 쓸 수 있다.',
	},
});

export const rollingUpdateStatefulSetStrategy = documented<RollingUpdateStatefulSetStrategy>()({
	partition: {
		en: 'Only pods with this number or a higher one get the new template; those below keep the old one, even if they are deleted and come back.\nFor a canary: with 5 replicas, `4` updates only number 4; lower it step by step, down to `0`. A number above the last pod stages a change without touching any.',
		ko: '번호가 이 값 이상인 파드만 새 템플릿으로 바꾼다. 그보다 작은 번호는 지웠다 다시 만들어져도 옛 템플릿을 쓴다.\n카나리 배포에 쓴다. 5개라면 `4`는 4번만 바꾸고, 조금씩 낮춰 `0`까지 내린다. 마지막 번호보다 크게 두면 아무 파드도 건드리지 않고 변경만 준비해 둔다.',
		example: 'partition: 4',
		link: 'concepts/workloads/controllers/statefulset/#partitions',
	},
	maxUnavailable: {
		en: 'How many pods may be unavailable at the same time during an update: a number, or a percentage of `replicas`, rounded down but at least 1.\nEvery unavailable pod of the set uses this up, also one below `partition`. With `OrderedReady` several pods are deleted at once, yet new ones still start one after another.',
		ko: '업데이트 중에 한꺼번에 사용할 수 없어도 되는 파드 수. 개수나, `replicas`의 백분율(내림, 적어도 1)로 적는다.\n`partition`보다 번호가 작은 파드라도 사용할 수 없는 상태면 이 수에 들어간다. `OrderedReady`에서는 여러 개를 함께 지우더라도 새 파드는 여전히 하나씩 띄운다.',
	},
});

export const statefulSetOrdinals = documented<StatefulSetOrdinals>()({
	start: {
		en: 'The number of the first pod. With `start: 5` and 3 replicas the pods are `web-5`, `web-6` and `web-7`.\nFor moving a set to another cluster or namespace pod by pod, or for numbers that begin at 1.',
		ko: '첫 파드의 번호. `start: 5`에 레플리카가 3개면 `web-5`, `web-6`, `web-7`이 된다.\n다른 클러스터나 네임스페이스로 파드를 하나씩 옮기거나, 번호를 1부터 매기고 싶을 때 쓴다.',
	},
});

export const statefulSetPersistentVolumeClaimRetentionPolicy = documented<StatefulSetPersistentVolumeClaimRetentionPolicy>()({
	whenDeleted: {
		en: 'What happens to the claims when the StatefulSet itself is deleted: `Retain` leaves them, `Delete` removes them after their pods are gone.\nWith `Delete`, the data usually goes too: that is up to the reclaim policy of the volume behind the claim.',
		ko: '스테이트풀셋을 삭제할 때 클레임을 어떻게 할지 정한다. `Retain`은 남기고, `Delete`는 파드가 사라진 뒤 함께 지운다.\n`Delete`면 데이터도 대개 사라진다. 실제로는 클레임에 연결된 볼륨의 반환 정책을 따른다.',
	},
	whenScaled: {
		en: 'What happens to the claims of pods that a scale-down removes: `Retain` leaves them for the next scale-up, `Delete` removes them once the pod is gone.\nA pod that only restarts or moves keeps its claim either way.',
		ko: '개수를 줄여 없어진 파드의 클레임을 어떻게 할지 정한다. `Retain`은 다시 늘릴 때 쓰도록 남기고, `Delete`는 파드가 사라진 뒤 지운다.\n파드가 재시작하거나 옮겨 갈 때는 어느 쪽이든 클레임을 지우지 않는다.',
	},
});

export const statefulSetStatus = documented<StatefulSetStatus>()({
	replicas: {
		en: 'How many pods of the set exist, ready or not.',
		ko: '준비됐는지와 관계없이 지금 있는 파드 수.',
	},
	readyReplicas: {
		en: 'How many pods are ready.',
		ko: '준비된 파드 수.',
	},
	availableReplicas: {
		en: 'How many pods have been ready for at least `minReadySeconds`.',
		ko: '`minReadySeconds` 이상 준비 상태를 유지한 파드 수.',
	},
	currentReplicas: {
		en: 'How many pods still run `currentRevision`, the template from before the update under way.',
		ko: '진행 중인 업데이트 이전의 템플릿, 곧 `currentRevision`으로 도는 파드 수.',
	},
	updatedReplicas: {
		en: 'How many pods run `updateRevision`, the newest template.',
		ko: '가장 새로운 템플릿인 `updateRevision`으로 도는 파드 수.',
	},
	currentRevision: {
		en: 'The template of the pods that the update has not reached. Equal to `updateRevision` once an update is complete.',
		ko: '업데이트가 아직 닿지 않은 파드의 템플릿. 업데이트가 끝나면 `updateRevision`과 같아진다.',
	},
	updateRevision: {
		en: 'The newest template, which the pods are moving to. It is the name of a ControllerRevision; pods carry it in the label `controller-revision-hash`.',
		ko: '파드가 옮겨 가고 있는 가장 새로운 템플릿. ControllerRevision의 이름이며, 파드에는 `controller-revision-hash` 레이블로 붙는다.',
	},
	observedGeneration: {
		en: 'The `metadata.generation` that the controller has dealt with. While it is lower, the rest of this status speaks of an older spec.',
		ko: '컨트롤러가 반영한 `metadata.generation`. 이 값이 `metadata.generation`보다 작으면 나머지 상태는 아직 예전 스펙을 기준으로 한 것이다.',
	},
	collisionCount: {
		en: 'How often the hash in a ControllerRevision name was already taken, so that another had to be tried. Nearly always 0.',
		ko: 'ControllerRevision 이름에 넣을 해시가 이미 쓰이고 있어 다른 값을 고른 횟수. 거의 늘 0이다.',
	},
	conditions: {
		en: 'Usually empty: the controller sets only `Progressing`, and only while a `Recreate` update runs or after it.',
		ko: '대개 비어 있다. 컨트롤러가 쓰는 것은 `Progressing`뿐이고, 그나마 `Recreate` 업데이트를 할 때만 쓴다.',
	},
});

export const statefulSetCondition = documented<StatefulSetCondition>()({
	...condition,
	type: {
		en: 'Which question the condition answers.\n`Progressing`: is a `Recreate` update under way? Its reason is `RecreateInProgress`, then `RecreateCompleted`.',
		ko: '컨디션의 종류.\n`Progressing`은 `Recreate` 업데이트가 진행 중인지 알린다. 이유는 `RecreateInProgress`였다가 `RecreateCompleted`가 된다.',
	},
});
