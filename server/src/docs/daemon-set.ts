import type { DaemonSet, DaemonSetCondition, DaemonSetSpec, DaemonSetStatus, DaemonSetUpdateStrategy, RollingUpdateDaemonSet } from '../schema/generated/types';
import { condition } from './condition';
import { object } from './object';
import { documented } from './words';

export const daemonSet = documented<DaemonSet>()({
	...object,
	spec: {
		en: 'What you want: one pod of this template on every node that it fits.',
		ko: '원하는 상태. 조건에 맞는 노드마다 이 템플릿으로 파드를 하나씩 띄운다.',
		link: 'concepts/workloads/controllers/daemonset/#writing-a-daemonset-spec',
	},
	status: {
		en: 'What the DaemonSet controller last saw. Written by the cluster; what you put here is dropped.',
		ko: '데몬셋 컨트롤러가 마지막으로 본 상태. 클러스터가 채우며, 직접 적은 값은 버린다.',
	},
});

export const daemonSetSpec = documented<DaemonSetSpec>()({
	selector: {
		en: 'The labels by which the DaemonSet recognizes its pods. They must all be among `template.metadata.labels`, and are fixed once the DaemonSet exists.',
		ko: '데몬셋이 자기 파드를 알아보는 레이블. 모두 `template.metadata.labels`에 들어 있어야 하고, 만든 뒤에는 바꿀 수 없다.',
		example: 'selector:\n  matchLabels:\n    app: node-agent',
	},
	template: {
		en: 'The pod that runs on each node. Which nodes: those that fit its `nodeSelector` and required node affinity, and whose taints it tolerates.\nThe controller pins each pod to its node and adds tolerations for not-ready, unreachable, cordoned (`unschedulable`) nodes and nodes short of memory, disk or PIDs, so drains and node trouble leave these pods where they are.\nMistake: expecting it on control-plane nodes. Their taint needs a toleration of your own.',
		ko: '노드마다 띄울 파드. `nodeSelector`와 필수 노드 어피니티에 맞고, 파드가 용인하지 않는 테인트가 없는 노드에만 뜬다.\n컨트롤러는 파드를 노드에 고정하고, 준비되지 않았거나 연결이 끊겼거나 통제(cordon)됐거나 메모리, 디스크, PID가 부족한 노드에도 남도록 톨러레이션을 붙인다. 그래서 드레인이나 노드 장애가 있어도 파드는 그 노드에 남는다.\n흔한 실수: 컨트롤 플레인 노드에도 뜰 것으로 여기는 것. 그 테인트를 용인하는 톨러레이션은 직접 적어야 한다.',
		example: 'template:\n  spec:\n    tolerations:\n      - key: node-role.kubernetes.io/control-plane\n        operator: Exists\n        effect: NoSchedule',
		link: 'concepts/workloads/controllers/daemonset/#taints-and-tolerations',
	},
	updateStrategy: {
		en: 'How the pods are replaced after a change of the template: node by node on its own, or when you delete them.',
		ko: '템플릿이 바뀌었을 때 파드를 교체하는 방법. 노드를 옮겨 가며 알아서 바꾸거나, 직접 지운 것만 바꾼다.',
		link: 'tasks/manage-daemon/update-daemon-set/',
	},
	minReadySeconds: {
		en: 'How long a new pod must stay ready before it counts as available and the update moves on to other nodes.',
		ko: '새 파드가 준비 상태를 얼마나 유지해야 사용 가능한 것으로 치고 다른 노드의 업데이트로 넘어갈지 정한다.',
	},
	revisionHistoryLimit: {
		en: 'How many old templates (ControllerRevisions) are kept for `kubectl rollout undo`.',
		ko: '`kubectl rollout undo`로 되돌아갈 옛 템플릿(ControllerRevision)을 몇 개까지 남길지 정한다.',
	},
});

export const daemonSetUpdateStrategy = documented<DaemonSetUpdateStrategy>()({
	type: {
		en: 'When pods change to the new template.\n`RollingUpdate` replaces them by itself, a few nodes at a time. `OnDelete` waits until you delete the old pod on a node.',
		ko: '파드를 언제 새 템플릿으로 바꿀지 정한다.\n`RollingUpdate`는 노드 몇 개씩 알아서 바꾼다. `OnDelete`는 노드의 옛 파드를 직접 지울 때까지 기다린다.',
	},
	rollingUpdate: {
		en: 'How many nodes an update touches at the same time. Only with `type: RollingUpdate`.',
		ko: '한꺼번에 노드 몇 개를 업데이트할지 정한다. `type: RollingUpdate`일 때만 쓸 수 있다.',
	},
});

export const rollingUpdateDaemonSet = documented<RollingUpdateDaemonSet>()({
	maxUnavailable: {
		en: 'On how many nodes the pod may be missing at once during an update: a number, or a percentage of the nodes, rounded up. The old pod is deleted first, then the new one starts.\nAn old pod that is not available anyway is replaced at once, whatever the limit.\nExactly one of `maxUnavailable` and `maxSurge` may be more than 0.',
		ko: '업데이트 중에 파드가 없어도 되는 노드 수. 개수나, 대상 노드 수의 백분율(올림)로 적는다. 옛 파드를 먼저 지우고 새 파드를 띄운다.\n이미 사용할 수 없는 옛 파드는 한도와 상관없이 바로 교체한다.\n`maxUnavailable`과 `maxSurge` 가운데 하나만 0보다 클 수 있다.',
	},
	maxSurge: {
		en: 'On how many nodes the new pod may start while the old one still runs: a number, or a percentage of the nodes, rounded up. The old one is deleted once the new one is available.\nTwo pods then share the node for a while, so it does not go with `hostPort` or ports under `hostNetwork`: the second pod stays `Pending`.\nSet `maxUnavailable: 0` together with it.',
		ko: '옛 파드가 도는 채로 새 파드를 띄워도 되는 노드 수. 개수나, 대상 노드 수의 백분율(올림)로 적는다. 새 파드가 사용 가능해지면 옛 파드를 지운다.\n한동안 한 노드에 파드가 둘이므로 `hostPort`나 `hostNetwork` 포트와는 함께 쓸 수 없다. 새 파드가 `Pending`에 머문다.\n`maxUnavailable: 0`과 함께 적는다.',
		example: 'maxSurge: 1\nmaxUnavailable: 0',
	},
});

export const daemonSetStatus = documented<DaemonSetStatus>()({
	desiredNumberScheduled: {
		en: 'On how many nodes the pod should run.',
		ko: '파드가 떠 있어야 할 노드 수.',
	},
	currentNumberScheduled: {
		en: 'How many of the nodes that should run the pod do have one.',
		ko: '파드가 떠 있어야 할 노드 가운데 실제로 파드가 있는 노드 수.',
	},
	numberMisscheduled: {
		en: 'On how many nodes a pod runs that should not be there anymore. It is deleted if a label of the node changed or the node got a `NoExecute` taint, and kept if only a `NoSchedule` taint came.',
		ko: '파드가 있어서는 안 되는데 떠 있는 노드 수. 노드 레이블이 바뀌었거나 `NoExecute` 테인트가 생긴 것이면 삭제되고, `NoSchedule` 테인트만 생긴 것이면 남는다.',
	},
	numberReady: {
		en: 'On how many nodes the pod is ready.',
		ko: '파드가 준비된 노드 수.',
	},
	numberAvailable: {
		en: 'On how many nodes the pod has been ready for at least `minReadySeconds`.',
		ko: '파드가 `minReadySeconds` 이상 준비 상태를 유지한 노드 수.',
	},
	numberUnavailable: {
		en: 'On how many nodes the pod should be available and is not.',
		ko: '파드가 사용 가능해야 하는데 그렇지 않은 노드 수.',
	},
	updatedNumberScheduled: {
		en: 'On how many nodes the pod is made from the newest template. Equal to `desiredNumberScheduled` when an update is through.',
		ko: '가장 새로운 템플릿으로 만든 파드가 있는 노드 수. `desiredNumberScheduled`와 같아지면 업데이트가 끝난 것이다.',
	},
	observedGeneration: {
		en: 'The `metadata.generation` that the controller has dealt with. While it is lower, the rest of this status speaks of an older spec.',
		ko: '컨트롤러가 반영한 `metadata.generation`. 이 값이 `metadata.generation`보다 작으면 나머지 상태는 아직 예전 스펙을 기준으로 한 것이다.',
	},
	collisionCount: {
		en: 'How often the hash in a ControllerRevision name was already taken, so that another had to be tried. Nearly always absent.',
		ko: 'ControllerRevision 이름에 넣을 해시가 이미 쓰이고 있어 다른 값을 고른 횟수. 거의 늘 비어 있다.',
	},
	conditions: {
		en: 'Empty: the DaemonSet controller sets no conditions. Look at the numbers instead.',
		ko: '비어 있다. 데몬셋 컨트롤러는 컨디션을 쓰지 않으니 나머지 숫자를 본다.',
	},
});

export const daemonSetCondition = documented<DaemonSetCondition>()({
	...condition,
	type: {
		en: 'The name of the condition. The DaemonSet controller itself writes none.',
		ko: '컨디션의 이름. 데몬셋 컨트롤러가 직접 쓰는 컨디션은 없다.',
	},
});
