import type { Words } from '../words';

type Values = Readonly<Record<string, Words>>;

export const conditionStatus: Values = {
	True: { en: 'The condition holds.', ko: '컨디션이 참이다.' },
	False: { en: 'The condition does not hold; `reason` and `message` say why.', ko: '컨디션이 참이 아니다. 이유는 `reason`과 `message`에 있다.' },
	Unknown: { en: 'Nobody can tell, usually because the node does not answer.', ko: '알 수 없다. 대개 노드가 응답하지 않을 때다.' },
};

export const podCondition: Values = {
	PodScheduled: {
		en: 'A node has been found for the pod. While it is `False`, the message names what every node lacks.',
		ko: '파드가 갈 노드가 정해졌다. `False`면 노드마다 무엇이 맞지 않는지 메시지에 나온다.',
	},
	PodReadyToStartContainers: {
		en: "The pod's sandbox and network are up; containers can start.",
		ko: '파드 샌드박스와 네트워크가 준비돼 컨테이너를 시작할 수 있다.',
	},
	Initialized: { en: 'All init containers have succeeded, and all sidecars have started.', ko: '초기화 컨테이너가 모두 성공하고 사이드카가 모두 시작됐다.' },
	ContainersReady: { en: 'All containers are ready: their readiness probes succeed.', ko: '모든 컨테이너가 준비됐다. 준비성 프로브가 성공하고 있다.' },
	Ready: {
		en: 'The pod takes traffic from Services: all containers are ready, and all readiness gates hold.',
		ko: '서비스의 트래픽을 받는다. 모든 컨테이너가 준비됐고 준비성 게이트도 모두 참이다.',
	},
	DisruptionTarget: {
		en: 'The pod is about to be ended for a reason that is not its own: preemption, eviction, a taint, a lost node.',
		ko: '선점, 축출, 테인트, 사라진 노드처럼 파드 탓이 아닌 이유로 곧 끝난다.',
	},
	PodResizePending: {
		en: 'A new size was asked for and cannot be given now (`Deferred`) or ever (`Infeasible`).',
		ko: '요청한 새 크기를 지금은 줄 수 없거나(`Deferred`) 아예 줄 수 없다(`Infeasible`).',
	},
	PodResizeInProgress: {
		en: "The node is changing the pod's size; an `Error` reason tells of trouble.",
		ko: '노드가 파드의 크기를 바꾸는 중이다. 이유가 `Error`면 문제가 생긴 것이다.',
	},
	AllContainersRestarting: {
		en: 'A rule asked for `RestartAllContainers`, and all containers are being ended to start over.',
		ko: '`RestartAllContainers` 규칙에 따라 모든 컨테이너를 끝내고 처음부터 다시 시작하는 중이다.',
	},
};

export const deploymentCondition: Values = {
	Available: {
		en: 'At least `replicas` less `maxUnavailable` pods have been ready for `minReadySeconds`.',
		ko: '`replicas`에서 `maxUnavailable`을 뺀 만큼의 파드가 `minReadySeconds` 이상 준비된 상태다.',
	},
	Progressing: {
		en: 'The rollout goes on or is finished; `False` with `ProgressDeadlineExceeded` means it is stuck.',
		ko: '롤아웃이 진행 중이거나 끝났다. `False`에 `ProgressDeadlineExceeded`면 막힌 것이다.',
	},
	ReplicaFailure: {
		en: 'Pods cannot be created or deleted: often a quota or an admission webhook; see the message.',
		ko: '파드를 만들거나 지우지 못했다. 쿼터나 어드미션 웹훅 때문일 때가 많다. 메시지를 본다.',
	},
};

export const statefulSetCondition: Values = {
	Progressing: {
		en: '`True` while a `Recreate` update runs, `False` (`RecreateCompleted`) once it is done.',
		ko: '`Recreate` 업데이트가 진행 중이면 `True`, 끝나면 `False`(`RecreateCompleted`)다.',
	},
};

export const jobCondition: Values = {
	Complete: { en: 'The Job has succeeded, and none of its pods runs anymore.', ko: '잡이 성공했고 남아 도는 파드도 없다.' },
	Failed: {
		en: 'The Job has failed for good; `reason` says why: `BackoffLimitExceeded`, `DeadlineExceeded`, `PodFailurePolicy` …',
		ko: '잡이 최종 실패했다. 이유는 `reason`에 있다(`BackoffLimitExceeded`, `DeadlineExceeded`, `PodFailurePolicy` 등).',
	},
	FailureTarget: { en: 'The Job is going to fail; its pods are being ended first.', ko: '잡이 실패하기로 정해져 먼저 파드를 끝내는 중이다.' },
	SuccessCriteriaMet: {
		en: 'Enough has succeeded; the other pods are being ended before the Job is `Complete`.',
		ko: '성공 조건을 채웠다. 남은 파드를 끝낸 뒤 `Complete`가 된다.',
	},
	Suspended: { en: '`suspend` is true: no pods run until it is false again.', ko: '`suspend`가 true라서 다시 false가 될 때까지 파드를 돌리지 않는다.' },
};

export const claimCondition: Values = {
	Resizing: { en: 'The volume is being made larger.', ko: '볼륨을 키우는 중이다.' },
	FileSystemResizePending: {
		en: 'The disk is larger; the file system grows when the volume is mounted on a node.',
		ko: '디스크는 커졌고, 노드에 마운트될 때 파일시스템도 커진다.',
	},
	ControllerResizeError: {
		en: 'The storage system could not make the volume larger; it tries again.',
		ko: '스토리지 쪽에서 볼륨을 키우지 못했다. 다시 시도한다.',
	},
	NodeResizeError: { en: 'The node could not make the file system larger; it tries again.', ko: '노드에서 파일시스템을 키우지 못했다. 다시 시도한다.' },
	ModifyVolumeError: { en: 'The attributes of the volume could not be changed; it tries again.', ko: '볼륨의 속성을 바꾸지 못했다. 다시 시도한다.' },
	ModifyingVolume: { en: 'The attributes of the volume are being changed.', ko: '볼륨의 속성을 바꾸는 중이다.' },
	Unused: { en: 'No pod uses the claim.', ko: '이 클레임을 쓰는 파드가 없다.' },
};

export const deviceHealth: Values = {
	Healthy: { en: 'The device works.', ko: '장치가 정상이다.' },
	Unhealthy: {
		en: 'The device is broken. The pod is not moved: delete it, and its workload makes a new one.',
		ko: '장치에 문제가 있다. 파드를 저절로 옮기지는 않으므로, 삭제해서 워크로드가 새로 만들게 한다.',
	},
	Unknown: { en: 'Its driver does not tell.', ko: '드라이버가 상태를 알려 주지 않는다.' },
};
