import type { Words } from './words';

/**
 * What happened in a simulated life, and the rule that made it so.
 * `{name}` is filled with the moment's argument; `{container}` is the container's name; `{container:을/를}` is the Korean particle that fits it.
 */
export interface MomentWords extends Words {
	/** Said instead when an argument is this one; the first that fits. */
	readonly when?: readonly (Words & { readonly arg: string; readonly is: string | number | boolean })[];
	/** A word or two, for chains of causes. Neighbours in a chain must not read alike. */
	readonly label: Words;
	/** The same of a moment that came `{count}` times, for the headline: this one is the last. */
	readonly again?: Words;
	/** A page of kubernetes.io under /docs/. */
	readonly link?: string;
}

const LIFECYCLE = 'concepts/workloads/pods/pod-lifecycle/';
const PROBES = 'concepts/workloads/pods/probes/';
const RESTARTS = `${LIFECYCLE}#restart-policy`;
const TERMINATION = `${LIFECYCLE}#pod-termination`;
const IMAGES = 'concepts/containers/images/';
const HOOKS = 'concepts/containers/container-lifecycle-hooks/';
const INIT = 'concepts/workloads/pods/init-containers/';
const SIDECARS = 'concepts/workloads/pods/sidecar-containers/';
const SCHEDULING = 'concepts/scheduling-eviction/';
const PRESSURE = `${SCHEDULING}node-pressure-eviction/`;
const JOB = 'concepts/workloads/controllers/job/';
const RESIZE = 'tasks/configure-pod-container/resize-container-resources/';

export const momentWords = {
	'pod/created': {
		en: 'The API server accepts `{name}` and stores it in etcd. No node has been chosen yet.',
		ko: 'API 서버가 `{name}`{name:을/를} 받아 etcd에 저장한다. 아직 노드는 정해지지 않았다.',
		label: { en: 'created', ko: '생성' },
		link: LIFECYCLE,
	},
	'pod/gated': {
		en: 'The scheduler does not look at the pod while it has scheduling gates: {gates}.',
		ko: '스케줄링 게이트({gates})가 남아 있는 동안 스케줄러는 이 파드를 보지 않는다.',
		label: { en: 'gated', ko: '게이트' },
		link: `${SCHEDULING}pod-scheduling-readiness/`,
	},
	'pod/gate-removed': {
		en: 'The scheduling gate `{gate}` is removed.',
		ko: '스케줄링 게이트 `{gate}`{gate:을/를} 제거했다.',
		label: { en: 'gate removed', ko: '게이트 제거' },
		link: `${SCHEDULING}pod-scheduling-readiness/`,
	},
	'pod/unschedulable': {
		en: 'No node is big enough, so the pod waits forever: {message} It requests {asks} of {resource}, and the biggest node has {most}. Request less, or add a bigger node.',
		ko: '이만큼 큰 노드가 없어 계속 기다린다. {message} {resource}{resource:을/를} {asks} 요청하는데 가장 큰 노드에도 {most}만 있다. 요청을 줄이거나 더 큰 노드를 추가한다.',
		when: [
			{
				arg: 'why',
				is: 'no room',
				en: 'Other pods leave too little {resource}, so this one waits: {message} It starts when one of them goes. Request less, run fewer pods, or add a node.',
				ko: '다른 파드가 쓰고 남은 {resource}{resource:이/가} 모자라 기다린다. {message} 다른 파드가 사라지면 시작한다. 요청이나 파드 수를 줄이거나 노드를 추가한다.',
			},
			{
				arg: 'why',
				is: 'NodeResourcesFit/pods',
				en: 'Every node has as many pods as it takes, so this one waits: {message}',
				ko: '노드마다 파드가 꽉 차 기다린다. {message}',
			},
			{
				arg: 'why',
				is: 'NodeAffinity',
				en: 'No node has the labels that the pod asks for, so it waits: {message} Change the selector, or label a node (`kubectl label node`).',
				ko: '파드가 찾는 레이블이 있는 노드가 없어 기다린다. {message} 셀렉터를 고치거나 노드에 레이블을 붙인다(`kubectl label node`).',
			},
			{
				arg: 'why',
				is: 'NodePorts',
				en: 'The host port is taken on every node that would do, so the pod waits: {message} One pod of a kind fits on a node. Leave `hostPort` out and use a Service, or let the old pod go first (`maxSurge: 0`).',
				ko: '갈 수 있는 노드마다 호스트 포트가 이미 쓰여 기다린다. {message} 같은 포트를 쓰는 파드는 노드마다 하나뿐이다. `hostPort` 대신 서비스를 쓰거나, 업데이트라면 옛 파드를 먼저 내린다(`maxSurge: 0`).',
			},
			{
				arg: 'why',
				is: 'InterPodAffinity/anti-affinity',
				en: 'Required anti-affinity keeps the pod away from every node that would do, so it waits: {message} Run no more replicas than there are nodes, or prefer instead of require (`preferredDuringSchedulingIgnoredDuringExecution`).',
				ko: '필수 안티-어피니티 때문에 어느 노드에도 갈 수 없어 기다린다. {message} 레플리카를 노드 수보다 많이 두지 않거나, 필수가 아니라 선호로 바꾼다(`preferredDuringSchedulingIgnoredDuringExecution`).',
			},
			{
				arg: 'why',
				is: 'InterPodAffinity/affinity',
				en: 'No node has the pods beside which this one wants to run, so it waits: {message}',
				ko: '함께 있고 싶은 파드가 도는 노드가 없어 기다린다. {message}',
			},
			{
				arg: 'why',
				is: 'PodTopologySpread',
				en: 'On every node that would do the pods would be spread too unevenly, so this one waits: {message} Raise `maxSkew`, or use `whenUnsatisfiable: ScheduleAnyway`.',
				ko: '어느 노드에 가도 토폴로지 분배 제약(`maxSkew`)을 어기게 되어 기다린다. {message} `maxSkew`를 늘리거나 `whenUnsatisfiable: ScheduleAnyway`를 쓴다.',
			},
			{
				arg: 'why',
				is: 'TaintToleration',
				en: 'Every node that would do has a taint that the pod does not tolerate, so it waits: {message} It starts when the taint goes, or with a matching entry in `tolerations`.',
				ko: '갈 수 있는 노드마다 파드가 견디지 못하는 테인트가 있어 기다린다. {message} 테인트가 없어지거나 `tolerations`에 맞는 항목이 있어야 시작한다.',
			},
			{
				arg: 'why',
				is: 'NodeUnschedulable',
				en: 'Every node that would do is cordoned, so the pod waits: {message} `kubectl uncordon` opens a node again.',
				ko: '갈 수 있는 노드가 모두 통제(cordon)되어 기다린다. {message} `kubectl uncordon`으로 다시 연다.',
			},
			{
				arg: 'why',
				is: 'VolumeBinding',
				en: 'The claim that a volume refers to does not exist, so the pod waits until somebody creates it: {message}',
				ko: '볼륨이 가리키는 클레임이 없어, 누가 만들 때까지 기다린다. {message}',
			},
		],
		label: { en: 'no node fits', ko: '노드 없음' },
		link: `${SCHEDULING}kube-scheduler/`,
	},
	'pod/no-scheduler': {
		en: 'No scheduler called `{scheduler}` runs here (`schedulerName`), so nobody gives the pod a node.',
		ko: '`{scheduler}`{scheduler:이라는/라는} 스케줄러(`schedulerName`)가 없으므로 아무도 노드를 정해 주지 않는다.',
		label: { en: 'no scheduler', ko: '스케줄러 없음' },
	},
	'pod/scheduled': {
		en: 'The scheduler binds the pod to `{node}`: the API server writes that into etcd, and from now on that node’s kubelet decides.',
		ko: '스케줄러가 파드를 `{node}`에 바인딩하고, API 서버가 그것을 etcd에 저장한다. 이제부터는 그 노드의 kubelet이 맡는다.',
		label: { en: 'scheduled', ko: '배정' },
		link: `${SCHEDULING}kube-scheduler/`,
	},
	'pod/placed': {
		en: '`nodeName` puts the pod on `{node}`; the scheduler has no say.',
		ko: '`nodeName`에 적은 `{node}`{node:으로/로} 바로 간다. 스케줄러는 관여하지 않는다.',
		label: { en: 'placed', ko: '지정' },
		link: `${SCHEDULING}assign-pod-node/#nodename`,
	},
	'pod/preempts': {
		en: 'There is no room on `{node}`, and this pod’s priority is higher: `{victim}` has to go.',
		ko: '`{node}`에 자리가 없고 이 파드의 우선순위가 더 높다. `{victim}`{victim:이/가} 밀려난다.',
		label: { en: 'preempts', ko: '선점' },
		link: `${SCHEDULING}pod-priority-preemption/`,
	},
	'pod/preempted': {
		en: 'The scheduler removes the pod to make room for `{by}`, whose priority is higher.',
		ko: '우선순위가 더 높은 `{by}`에 자리를 내주느라 스케줄러가 이 파드를 내보낸다.',
		label: { en: 'preempted', ko: '선점당함' },
		link: `${SCHEDULING}pod-priority-preemption/`,
	},
	'pod/rejected': {
		en: 'The node refuses the pod: {reason}. {message}',
		ko: '노드가 파드를 거부한다. {reason}: {message}',
		label: { en: 'refused by the node', ko: '노드가 거부' },
	},

	'volume/missing': {
		en: 'The volume `{volume}` cannot be set up, so no container starts: {message}. The kubelet keeps trying, at growing intervals.',
		ko: '볼륨 `{volume}`{volume:을/를} 준비하지 못해 컨테이너를 시작할 수 없다. {message}. kubelet은 간격을 늘려 가며 다시 시도한다.',
		again: {
			en: 'The volume `{volume}` cannot be set up, tried {count} times: {message}.',
			ko: '볼륨 `{volume}`{volume:을/를} 준비하지 못한다. {count}번 시도했다: {message}.',
		},
		label: { en: 'volume missing', ko: '볼륨 없음' },
		link: 'concepts/storage/volumes/',
	},
	'volume/mounted': {
		en: 'All volumes are there, after {seconds}.',
		ko: '{seconds} 만에 볼륨이 모두 준비됐다.',
		label: { en: 'volumes mounted', ko: '볼륨 마운트' },
		link: 'concepts/storage/volumes/',
	},
	'sandbox/created': {
		en: 'The sandbox is up: its pause container holds the pod’s network and IP for all its containers.',
		ko: '파드 샌드박스를 만들었다. pause 컨테이너가 모든 컨테이너가 함께 쓸 네트워크와 IP를 붙들고 있다.',
		label: { en: 'sandbox', ko: '샌드박스' },
		link: LIFECYCLE,
	},

	'image/pulling': {
		en: 'The kubelet pulls `{image}` (`imagePullPolicy: {policy}`).',
		ko: 'kubelet이 `{image}`{image:을/를} 내려받는다(`imagePullPolicy: {policy}`).',
		label: { en: 'pull', ko: '이미지 받기' },
		link: IMAGES,
	},
	'image/pulled': {
		en: '`{image}` is on the node after {seconds}.',
		ko: '{seconds} 만에 `{image}`{image:을/를} 내려받았다.',
		label: { en: 'pulled', ko: '이미지 받음' },
		link: IMAGES,
	},
	'image/present': {
		en: '`{image}` is on the node already: nothing to pull.',
		ko: '`{image}`{image:이/가} 이미 노드에 있어 내려받지 않는다.',
		label: { en: 'image present', ko: '이미지 있음' },
		link: `${IMAGES}#image-pull-policy`,
	},
	'image/pull-failed': {
		en: 'Attempt {attempt} to pull `{image}` failed: {error}. Check the name, the tag and the registry’s credentials (`imagePullSecrets`). The next attempt comes after {seconds} at the earliest.',
		ko: '`{image}` 이미지를 내려받으려던 {attempt}번째 시도가 실패했다: {error}. 이름과 태그, 레지스트리 인증(`imagePullSecrets`)을 확인한다. 다음 시도는 빨라야 {seconds} 뒤다.',
		when: [
			{
				arg: 'present',
				is: true,
				en: 'Attempt {attempt} to pull `{image}` failed: {error}. The node has the image, but `imagePullPolicy: Always` asks the registry at every start. Write `IfNotPresent`; `Always` is the default for `:latest` and for no tag. The next attempt comes after {seconds} at the earliest.',
				ko: '`{image}` 이미지를 내려받으려던 {attempt}번째 시도가 실패했다: {error}. 이미지가 노드에 있는데도 `imagePullPolicy: Always`라서 시작할 때마다 레지스트리에 확인한다. `IfNotPresent`로 적는다. 태그가 `:latest`이거나 없으면 기본값이 `Always`다. 다음 시도는 빨라야 {seconds} 뒤다.',
			},
		],
		again: {
			en: '`{image}` cannot be pulled: {error}. {count} attempts so far.',
			ko: '`{image}`{image:을/를} 내려받지 못한다: {error}. 지금까지 {count}번 시도했다.',
		},
		label: { en: 'pull fails', ko: '받기 실패' },
		link: IMAGES,
	},
	'image/back-off': {
		en: 'The kubelet waits before it pulls `{image}` again: `ImagePullBackOff`, {seconds} now, doubling up to 5 min.',
		ko: '`{image}`{image:을/를} 다시 내려받기 전에 기다린다(`ImagePullBackOff`). 지금은 {seconds}, 두 배씩 늘어 최대 5분이다.',
		again: {
			en: '`{image}` cannot be pulled, and each wait is longer, now {seconds}.',
			ko: '`{image}`{image:을/를} 내려받지 못하고, 기다리는 시간은 점점 길어져 지금은 {seconds}{seconds:이다/다}.',
		},
		label: { en: 'image back-off {seconds}', ko: '이미지 백오프 {seconds}' },
		link: `${IMAGES}#imagepullbackoff`,
	},
	'image/never': {
		en: '`imagePullPolicy: Never`, and the node does not have `{image}`: `ErrImageNeverPull`, tried again every 10-15 s.',
		ko: '`imagePullPolicy: Never`인데 노드에 `{image}`{image:이/가} 없다. `ErrImageNeverPull`로 남고 10~15초마다 다시 확인한다.',
		label: { en: 'image never pulled', ko: '받지 않음' },
		link: `${IMAGES}#image-pull-policy`,
	},
	'image/invalid-name': {
		en: '`{image}` is not a valid image name: `InvalidImageName`.',
		ko: '`{image}`{image:은/는} 이미지 이름이 될 수 없다: `InvalidImageName`.',
		label: { en: 'invalid image name', ko: '잘못된 이미지 이름' },
		link: `${IMAGES}#image-names`,
	},

	'container/not-created': {
		en: '`{container}` cannot be created: {message} (`{reason}`). The kubelet tries again every 10–15 s.',
		ko: '`{container}`{container:을/를} 만들 수 없다: {message}(`{reason}`). 10~15초마다 다시 시도한다.',
		again: {
			en: '`{container}` cannot be created: {message} (`{reason}`). The kubelet has tried {count} times.',
			ko: '`{container}`{container:을/를} 만들 수 없다: {message}(`{reason}`). {count}번 시도했다.',
		},
		label: { en: 'not created', ko: '생성 실패' },
	},
	'container/start-failed': {
		en: '`{container}` was created, but its process could not be started: {message}. This counts as an exit with code 128.',
		ko: '`{container}`{container:을/를} 만들었지만 프로세스를 시작하지 못했다: {message}. 종료 코드 128로 끝난 것으로 친다.',
		label: { en: 'start fails', ko: '시작 실패' },
	},
	'container/started': { en: '`{container}` starts.', ko: '`{container}`{container:이/가} 시작한다.', label: { en: 'start', ko: '시작' }, link: LIFECYCLE },
	'container/restarted': {
		en: '`{container}` starts again: restart {run} (`restartPolicy: {policy}`).',
		ko: '`{container}`{container:을/를} 다시 시작한다. {run}번째 재시작이다(`restartPolicy: {policy}`).',
		when: [
			{
				arg: 'policy',
				is: 'Never',
				en: '`{container}` starts again: restart {run}, although `restartPolicy` is `Never`.',
				ko: '`restartPolicy`가 `Never`인데도 `{container}`{container:을/를} 다시 시작한다. {run}번째 재시작이다.',
			},
		],
		label: { en: 'restart {run}', ko: '재시작 {run}' },
		link: RESTARTS,
	},
	'container/exited': {
		en: '`{container}` ends by itself with exit code {exitCode} ({reason}) after {seconds}.',
		ko: '`{container}`{container:이/가} {seconds} 만에 종료 코드 {exitCode}{exitCode:으로/로} 스스로 끝났다({reason}).',
		again: {
			en: '`{container}` keeps ending with exit code {exitCode}, {count} times so far.',
			ko: '`{container}`{container:이/가} 종료 코드 {exitCode}{exitCode:으로/로} 자꾸 끝난다. 지금까지 {count}번이다.',
		},
		label: { en: 'exit {exitCode}', ko: '종료 {exitCode}' },
		link: RESTARTS,
	},
	'container/oom-killed': {
		en: 'The kernel kills `{container}` after {seconds}: it used more memory than its limit {limit}. `OOMKilled`, exit code {exitCode}.',
		ko: '`{container}`{container:이/가} 시작한 지 {seconds} 만에 메모리 한도 {limit}{limit:을/를} 넘어 커널이 죽였다. `OOMKilled`, 종료 코드 {exitCode}.',
		again: {
			en: '`{container}` goes over its memory limit {limit} again and again: `OOMKilled` {count} times.',
			ko: '`{container}`{container:이/가} 메모리 한도 {limit}{limit:을/를} 거듭 넘긴다. `OOMKilled` {count}번이다.',
		},
		label: { en: 'OOMKilled', ko: 'OOMKilled' },
		link: 'tasks/configure-pod-container/assign-memory-resource/',
	},
	'container/node-out-of-memory': {
		en: 'The kernel kills `{container}` after {seconds}: the node ran out of memory, and the container has no limit of its own. `OOMKilled`, exit code {exitCode}.',
		ko: '시작한 지 {seconds} 만에 노드의 메모리가 바닥나 커널이 `{container}`{container:을/를} 죽였다. 이 컨테이너에는 메모리 한도가 없다. `OOMKilled`, 종료 코드 {exitCode}.',
		again: {
			en: 'The node runs out of memory again and again, and `{container}` has no limit: `OOMKilled` {count} times.',
			ko: '노드의 메모리가 거듭 바닥나는데 `{container}`에는 메모리 한도가 없다. `OOMKilled` {count}번이다.',
		},
		label: { en: 'OOMKilled', ko: 'OOMKilled' },
		link: 'tasks/configure-pod-container/assign-memory-resource/',
	},
	'container/stays-down': {
		en: 'Nothing starts `{container}` again: exit code {exitCode} with `restartPolicy: {policy}`.',
		ko: '`{container}`{container:은/는} 다시 시작되지 않는다. `restartPolicy: {policy}`에서 종료 코드 {exitCode}이기 때문이다.',
		label: { en: 'stays down', ko: '재시작 안 함' },
		link: RESTARTS,
	},
	'pod/never-completes': {
		en: '`{done}` is done, but `{container}` never ends by itself, so the pod never completes. Make `{container}` an init container with `restartPolicy: Always`: as a sidecar it is stopped when the others are done.',
		ko: '`{done}`{done:은/는} 끝났지만 `{container}`{container:이/가} 스스로 끝나지 않아 파드가 끝나지 않는다. `{container}`{container:을/를} `restartPolicy: Always`인 초기화 컨테이너로 옮긴다. 사이드카는 다른 컨테이너가 끝나면 함께 끝난다.',
		when: [
			{
				arg: 'job',
				is: true,
				en: '`{done}` is done, but `{container}` never ends by itself, so the Job can never complete. Make `{container}` an init container with `restartPolicy: Always`: as a sidecar it is stopped when the others are done.',
				ko: '`{done}`{done:은/는} 끝났지만 `{container}`{container:이/가} 스스로 끝나지 않아 잡이 끝날 수 없다. `{container}`{container:을/를} `restartPolicy: Always`인 초기화 컨테이너로 옮긴다. 사이드카는 다른 컨테이너가 끝나면 함께 끝난다.',
			},
		],
		label: { en: 'never completes', ko: '끝나지 않음' },
		link: SIDECARS,
	},
	'container/changed': {
		en: 'The image of `{container}` changed to `{image}`: the kubelet kills it and starts it with the new image.',
		ko: '`{container}`의 이미지가 `{image}`{image:으로/로} 바뀌었다. kubelet이 컨테이너를 끝내고 새로 시작한다.',
		label: { en: 'image changed', ko: '이미지 변경' },
	},

	'init/done': {
		en: 'Init container `{container}` succeeded: `Init:{done}/{total}`.',
		ko: '초기화 컨테이너 `{container}`{container:이/가} 성공으로 끝났다(`Init:{done}/{total}`).',
		when: [
			{
				arg: 'last',
				is: true,
				en: 'Init container `{container}` succeeded; it was the last one.',
				ko: '마지막 초기화 컨테이너 `{container}`{container:이/가} 성공으로 끝났다.',
			},
		],
		label: { en: 'init done', ko: '초기화 완료' },
		link: INIT,
	},
	'init/failed': {
		en: 'Init container `{container}` failed with exit code {exitCode}. Nothing after it may start, and with `restartPolicy: {policy}` it does not run again: the pod fails.',
		ko: '초기화 컨테이너 `{container}`{container:이/가} 종료 코드 {exitCode}{exitCode:으로/로} 실패했다. 뒤의 것은 시작할 수 없고, `restartPolicy: {policy}`라서 다시 실행하지도 않는다. 파드는 실패로 끝난다.',
		again: {
			en: 'Init container `{container}` keeps failing with exit code {exitCode}, {count} times so far; nothing after it may start.',
			ko: '초기화 컨테이너 `{container}`{container:이/가} 종료 코드 {exitCode}{exitCode:으로/로} 자꾸 실패한다. 지금까지 {count}번이며, 뒤의 것은 시작하지 못한다.',
		},
		label: { en: 'init fails', ko: '초기화 실패' },
		link: INIT,
	},
	'sidecar/started': {
		en: 'Sidecar `{container}` has started, so `{next}` may begin.',
		ko: '사이드카 `{container}`{container:이/가} 시작했으므로 `{next}`{next:이/가} 이어서 시작할 수 있다.',
		label: { en: 'sidecar up', ko: '사이드카 시작' },
		link: SIDECARS,
	},

	'back-off/none': {
		en: '`{container}` restarts without a wait this time; the back-off begins with the next one.',
		ko: '`{container}`{container:은/는} 이번에는 기다리지 않고 다시 시작한다. 백오프는 다음번부터다.',
		label: { en: 'no back-off', ko: '백오프 없음' },
		link: RESTARTS,
	},
	'back-off/wait': {
		en: '`{container}` ended with exit code {exitCode}, so the kubelet waits before the next start: back-off {seconds}, {wait} in fact. Each further exit doubles it, up to 5 min.',
		ko: '`{container}`{container:이/가} 종료 코드 {exitCode}{exitCode:으로/로} 끝나, kubelet은 다음 시작까지 기다린다. 백오프는 {seconds}, 실제로는 {wait}{wait:이다/다}. 끝날 때마다 두 배로 늘어 최대 5분이 된다.',
		again: {
			en: '`{container}` keeps ending with exit code {exitCode}, and each wait is longer, now about {wait}.',
			ko: '`{container}`{container:이/가} 종료 코드 {exitCode}{exitCode:으로/로} 자꾸 끝나고, 기다리는 시간은 점점 길어져 지금은 {wait}쯤이다.',
		},
		label: { en: 'back-off {seconds}', ko: '백오프 {seconds}' },
		link: RESTARTS,
	},
	'back-off/forgotten': {
		en: '`{container}` ran for {seconds}, longer than 10 min: the kubelet forgets the back-off.',
		ko: '`{container}`{container:이/가} {seconds}, 10분 넘게 돌았으므로 백오프가 처음으로 돌아간다.',
		label: { en: 'back-off reset', ko: '백오프 초기화' },
		link: RESTARTS,
	},

	'probe/failed': {
		en: 'The {probe} of `{container}` fails, {streak} of {threshold} in a row.',
		ko: '`{container}`의 {probe}{probe:이/가} 실패했다(연속 {threshold}번 중 {streak}번째).',
		when: [
			{
				arg: 'threshold',
				is: 1,
				en: 'The {probe} of `{container}` fails, and once is enough (`failureThreshold`).',
				ko: '`{container}`의 {probe}{probe:이/가} 실패했다. 한 번이면 충분하다(`failureThreshold`).',
			},
		],
		label: { en: '{probe} fails {streak}/{threshold}', ko: '{probe} 실패 {streak}/{threshold}' },
		link: PROBES,
	},
	'probe/no-port': {
		en: '`{container}` has no port called `{port}`, so the {probe} cannot ask, and each attempt is thrown away: the pod is never ready. Give a port that name (`ports[].name`), or write its number.',
		ko: '`{container}`에 이름이 `{port}`인 포트가 없어 {probe}{probe:이/가} 물어보지 못한다. 시도는 모두 버려지고 파드는 끝내 준비되지 않는다. 포트에 그 이름(`ports[].name`)을 붙이거나 번호를 적는다.',
		when: [
			{
				arg: 'probe',
				is: 'startup',
				en: '`{container}` has no port called `{port}`, so the startup probe cannot ask, and each attempt is thrown away: the container never counts as started, no other probe begins, and the pod is never ready. Give a port that name (`ports[].name`), or write its number.',
				ko: '`{container}`에 이름이 `{port}`인 포트가 없어 시작 프로브가 물어보지 못한다. 시도는 모두 버려져 컨테이너는 시작된 것으로 치지 않고, 다른 프로브도 시작되지 않으며, 파드는 끝내 준비되지 않는다. 포트에 그 이름(`ports[].name`)을 붙이거나 번호를 적는다.',
			},
			{
				arg: 'probe',
				is: 'liveness',
				en: '`{container}` has no port called `{port}`, so the liveness probe cannot ask, and each attempt is thrown away: it never fails, and a container that hangs is never restarted. Give a port that name (`ports[].name`), or write its number.',
				ko: '`{container}`에 이름이 `{port}`인 포트가 없어 활성 프로브가 물어보지 못한다. 시도는 모두 버려져 실패하는 일이 없고, 멈춘 컨테이너도 재시작되지 않는다. 포트에 그 이름(`ports[].name`)을 붙이거나 번호를 적는다.',
			},
		],
		label: { en: 'no such port', ko: '없는 포트' },
		link: PROBES,
	},
	'probe/started': {
		en: '`{container}` has started: its startup probe succeeded after {seconds}. From now on the other probes are asked.',
		ko: '{seconds} 만에 시작 프로브가 성공해 `{container}`{container:이/가} 시작된 것으로 본다. 이제부터 다른 프로브가 돈다.',
		label: { en: 'started', ko: '시작됨' },
		link: PROBES,
	},
	'probe/ready': {
		en: '`{container}` is ready {seconds} after its start: the readiness probe succeeded.',
		ko: '시작한 지 {seconds} 만에 준비성 프로브가 성공해 `{container}`{container:이/가} 준비됐다.',
		when: [
			{
				arg: 'again',
				is: true,
				en: '`{container}` is ready again: the readiness probe succeeds.',
				ko: '준비성 프로브가 성공해 `{container}`{container:이/가} 다시 준비됐다.',
			},
			{
				arg: 'seconds',
				is: 0,
				en: '`{container}` is ready: the readiness probe succeeded right after its start.',
				ko: '시작하자마자 준비성 프로브가 성공해 `{container}`{container:이/가} 준비됐다.',
			},
		],
		label: { en: '{container} ready', ko: '{container} 준비됨' },
		link: PROBES,
	},
	'probe/not-ready': {
		en: '`{container}` is not ready any more: the readiness probe failed {threshold} times in a row, {period} apart. Services leave the pod out; nothing is restarted.',
		ko: '준비성 프로브가 {period} 간격으로 {threshold}번 연속 실패해 `{container}`{container:은/는} 이제 준비되지 않은 상태다. 서비스가 이 파드를 뺄 뿐 재시작하지는 않는다.',
		again: {
			en: '`{container}` is ready and then not, {count} times: the readiness probe fails {threshold} times in a row.',
			ko: '`{container}`{container:이/가} 준비됐다 말았다 한다. 준비성 프로브가 {threshold}번 연속 실패한 것이 {count}번이다.',
		},
		when: [
			{
				arg: 'threshold',
				is: 1,
				en: '`{container}` is not ready any more: the readiness probe failed, and once is enough (`failureThreshold`). Services leave the pod out; nothing is restarted.',
				ko: '준비성 프로브가 한 번 실패해(`failureThreshold`) `{container}`{container:은/는} 이제 준비되지 않은 상태다. 서비스가 이 파드를 뺄 뿐 재시작하지는 않는다.',
			},
		],
		label: { en: '{container} not ready', ko: '{container} 준비 안 됨' },
		link: PROBES,
	},
	'probe/killed': {
		en: '`{container}` is killed: the {probe} failed {threshold} times in a row (`failureThreshold`), {period} apart (`periodSeconds`).',
		ko: '`{container}`{container:을/를} 종료했다. {probe}{probe:이/가} {period} 간격(`periodSeconds`)으로 {threshold}번 연속 실패했다(`failureThreshold`).',
		again: {
			en: '`{container}` is killed {count} times: its {probe} fails {threshold} times in a row, {period} apart.',
			ko: '`{container}`{container:을/를} {count}번 종료했다. {probe}{probe:이/가} {period} 간격으로 {threshold}번씩 연속 실패하기 때문이다.',
		},
		when: [
			{
				arg: 'restarts',
				is: false,
				en: '`{container}` is killed for good: the {probe} failed {threshold} times in a row (`failureThreshold`), {period} apart (`periodSeconds`), and `restartPolicy` does not start it again.',
				ko: '`{container}`{container:을/를} 종료했고 다시 시작하지 않는다(`restartPolicy`). {probe}{probe:이/가} {period} 간격(`periodSeconds`)으로 {threshold}번 연속 실패했다(`failureThreshold`).',
			},
			{
				arg: 'threshold',
				is: 1,
				en: '`{container}` is killed: the {probe} failed, and once is enough (`failureThreshold`).',
				ko: '`{container}`{container:을/를} 종료했다. {probe}{probe:이/가} 실패했고, 한 번이면 충분하다(`failureThreshold`).',
			},
		],
		label: { en: 'killed', ko: '실패로 종료' },
		link: PROBES,
	},

	'hook/post-start': {
		en: '`postStart` of `{container}` runs for {seconds}. Until it returns, the container does not count as running and later ones wait.',
		ko: '`{container}`의 `postStart`가 {seconds} 동안 실행된다. 끝날 때까지 실행 중으로 치지 않고, 다음 컨테이너도 기다린다.',
		when: [
			{
				arg: 'seconds',
				is: 0,
				en: '`postStart` of `{container}` runs. Until it returns, the container does not count as running and later ones wait.',
				ko: '`{container}`의 `postStart`가 실행된다. 끝날 때까지 실행 중으로 치지 않고, 다음 컨테이너도 기다린다.',
			},
		],
		label: { en: 'postStart', ko: 'postStart' },
		link: HOOKS,
	},
	'hook/post-start-failed': {
		en: '`postStart` failed ({message}), so the kubelet kills `{container}`; what follows is up to `restartPolicy`.',
		ko: '`postStart`가 실패해({message}) kubelet이 `{container}`{container:을/를} 종료한다. 그다음은 `restartPolicy`가 정한다.',
		label: { en: 'postStart fails', ko: 'postStart 실패' },
		link: HOOKS,
	},
	'hook/pre-stop': {
		en: '`preStop` of `{container}` runs before SIGTERM, inside the {grace} of grace.',
		ko: 'SIGTERM보다 먼저 `{container}`의 `preStop`이 실행된다. 유예 기간 {grace} 안에서 돈다.',
		label: { en: 'preStop', ko: 'preStop' },
		link: HOOKS,
	},
	'hook/pre-stop-done': {
		en: '`preStop` of `{container}` is done after {seconds}; {left} are left for the process itself.',
		ko: '{seconds} 만에 `{container}`의 `preStop`이 끝났다. 프로세스에 남은 시간은 {left}{left:이다/다}.',
		label: { en: 'preStop done', ko: 'preStop 끝' },
		link: HOOKS,
	},
	'hook/pre-stop-failed': {
		en: '`preStop` of `{container}` failed after {seconds}; the container is stopped all the same.',
		ko: '`{container}`의 `preStop`이 {seconds} 만에 실패했다. 그래도 컨테이너는 멈춘다.',
		when: [
			{
				arg: 'seconds',
				is: 0,
				en: '`preStop` of `{container}` fails at once; the container is stopped all the same.',
				ko: '`{container}`의 `preStop`이 바로 실패했다. 그래도 컨테이너는 멈춘다.',
			},
		],
		label: { en: 'preStop fails', ko: 'preStop 실패' },
		link: HOOKS,
	},
	'hook/pre-stop-cut': {
		en: '`preStop` of `{container}` used up the grace period ({seconds}) and is cut off; the process gets {left} for SIGTERM.',
		ko: '`{container}`의 `preStop`이 유예 기간({seconds})을 다 써서 중단됐다. 프로세스가 SIGTERM을 처리할 시간은 {left}뿐이다.',
		label: { en: 'preStop cut', ko: 'preStop 중단' },
		link: HOOKS,
	},

	'pod/running': {
		en: 'The phase is now `Running`: all containers have been created.',
		ko: '컨테이너를 모두 만들어 단계가 `Running`이 됐다.',
		label: { en: 'Running', ko: 'Running' },
		link: `${LIFECYCLE}#pod-phase`,
	},
	'pod/ready': {
		en: 'The pod is ready {seconds} after its creation: Services send it traffic.',
		ko: '생성된 지 {seconds} 만에 파드가 준비됐다. 이제 서비스가 트래픽을 보낸다.',
		when: [
			{
				arg: 'again',
				is: true,
				en: 'The pod is ready again: Services send it traffic.',
				ko: '파드가 다시 준비됐다. 서비스가 다시 트래픽을 보낸다.',
			},
			{
				arg: 'seconds',
				is: 0,
				en: 'The pod is ready right after its creation: Services send it traffic.',
				ko: '생성되자마자 파드가 준비됐다. 이제 서비스가 트래픽을 보낸다.',
			},
		],
		label: { en: 'pod ready', ko: '파드 준비됨' },
		link: `${LIFECYCLE}#pod-conditions`,
	},
	'pod/not-ready': {
		en: 'The pod is not ready, because of {containers}: Services leave it out.',
		ko: '{containers} 때문에 파드가 준비되지 않은 상태다. 서비스가 이 파드를 뺀다.',
		when: [
			{
				arg: 'late',
				is: true,
				en: 'Only now is the pod not ready, because of {containers}: after a restart a startup probe begins anew at its next turn, and until then the container counts as ready.',
				ko: '{containers} 때문에 파드가 이제야 준비되지 않은 상태가 된다. 재시작한 컨테이너의 시작 프로브는 다음 차례에야 새로 시작되고, 그때까지는 준비된 것으로 친다.',
			},
		],
		label: { en: 'pod not ready', ko: '파드 준비 안 됨' },
		link: `${LIFECYCLE}#pod-conditions`,
	},
	'pod/waits-for-gate': {
		en: 'All containers are ready, but the pod waits for its readiness gates: {gates}.',
		ko: '컨테이너는 모두 준비됐지만 준비성 게이트({gates})를 기다린다.',
		label: { en: 'readiness gate', ko: '준비성 게이트' },
		link: `${LIFECYCLE}#pod-readiness-gate`,
	},
	'pod/succeeded': {
		en: 'All app containers ended with code 0 and none starts again: `Succeeded`.',
		ko: '앱 컨테이너가 모두 코드 0으로 끝났고 다시 시작하지 않는다: `Succeeded`.',
		label: { en: 'pod Succeeded', ko: '파드 Succeeded' },
		link: `${LIFECYCLE}#pod-phase`,
	},
	'pod/failed': {
		en: 'The phase is now `Failed`, because of `{reason}`.',
		ko: '`{reason}` 때문에 단계가 `Failed`가 됐다.',
		when: [
			{
				arg: 'reason',
				is: '',
				en: 'Nothing runs any more, nothing starts again, and not all ended well: `Failed`.',
				ko: '돌고 있거나 다시 시작할 컨테이너가 없고, 실패한 것이 있다: `Failed`.',
			},
		],
		label: { en: 'pod Failed', ko: '파드 Failed' },
		link: `${LIFECYCLE}#pod-phase`,
	},

	'pod/deleted': {
		en: 'The pod is deleted ({by}): the kubelet has {grace} to stop it.',
		ko: '{by} 파드를 삭제한다. kubelet은 {grace} 안에 파드를 멈춰야 한다.',
		when: [
			{
				arg: 'hears',
				is: 'no node',
				en: 'The pod is deleted ({by}). No node has it yet, so nothing has to be stopped.',
				ko: '{by} 파드를 삭제한다. 아직 노드가 없어 멈출 것도 없다.',
			},
			{
				arg: 'hears',
				is: 'ended',
				en: 'The pod is deleted ({by}). It has ended already, so nothing has to be stopped.',
				ko: '{by} 파드를 삭제한다. 이미 끝난 파드라 멈출 것도 없다.',
			},
			{
				arg: 'hears',
				is: 'nobody',
				en: 'The pod is deleted ({by}), but its node does not hear it: the pod stays `Terminating` until the node is back or somebody forces the deletion.',
				ko: '{by} 파드를 삭제하지만 노드가 듣지 못한다. 노드가 돌아오거나 누가 강제로 삭제할 때까지 `Terminating`으로 남는다.',
			},
		],
		label: { en: 'deleted', ko: '삭제' },
		link: TERMINATION,
	},
	'pod/forced': {
		en: 'Forced: the API forgets the pod at once, whether or not its containers have stopped.',
		ko: '강제 삭제: 컨테이너가 멈췄는지와 상관없이 API에서 바로 사라진다.',
		label: { en: 'forced', ko: '강제 삭제' },
		link: `${LIFECYCLE}#pod-termination-forced`,
	},
	'pod/grace-shortened': {
		en: 'The grace period is shortened to {grace}; a stop that has begun keeps its first deadline.',
		ko: '유예 기간을 {grace}{grace:으로/로} 줄였지만, 이미 시작한 종료는 처음 유예 기간을 따른다.',
		label: { en: 'grace shortened', ko: '유예 단축' },
		link: TERMINATION,
	},
	'pod/evict-refused': {
		en: 'The eviction is refused: the PodDisruptionBudget `{budget}` allows no disruption now.',
		ko: '지금은 PodDisruptionBudget `{budget}`{budget:이/가} 중단을 허용하지 않아 축출이 거부됐다.',
		label: { en: 'eviction refused', ko: '축출 거부' },
		link: 'tasks/run-application/configure-pdb/',
	},
	'pod/finalizer': {
		en: 'Even when it has stopped, the pod stays in the API until someone removes its finalizers: {finalizers}.',
		ko: '파드는 멈춘 뒤에도 파이널라이저({finalizers})가 지워질 때까지 API에 남는다.',
		label: { en: 'finalizer', ko: '파이널라이저' },
		link: 'concepts/overview/working-with-objects/finalizers/',
	},
	'pod/gone': {
		en: 'The pod is gone from the API, {seconds} after its deletion.',
		ko: '삭제한 지 {seconds} 만에 파드가 API에서 사라졌다.',
		when: [
			{
				arg: 'seconds',
				is: 0,
				en: 'The pod is gone from the API at once.',
				ko: '파드가 API에서 바로 사라졌다.',
			},
		],
		label: { en: 'gone', ko: '사라짐' },
		link: TERMINATION,
	},
	'container/terminating': {
		en: '`{container}` has {grace} to stop.',
		ko: '`{container}`{container:은/는} {grace} 안에 멈춰야 한다.',
		label: { en: 'stopping', ko: '종료 중' },
		link: TERMINATION,
	},
	'container/sigterm': {
		en: '`{container}` gets its stop signal (SIGTERM unless it says otherwise), with {seconds} to react.',
		ko: '`{container}`{container:이/가} 중지 신호(따로 정하지 않으면 SIGTERM)를 받는다. {seconds} 안에 멈추면 된다.',
		when: [
			{
				arg: 'seconds',
				is: 2,
				en: '`{container}` gets its stop signal (SIGTERM unless it says otherwise), with {seconds} to react: the least that the kubelet gives.',
				ko: '`{container}`{container:이/가} 중지 신호(따로 정하지 않으면 SIGTERM)를 받는다. kubelet은 적어도 2초는 주므로, {seconds} 안에 멈추면 된다.',
			},
		],
		label: { en: 'SIGTERM', ko: 'SIGTERM' },
		link: TERMINATION,
	},
	'container/waits-its-turn': {
		en: 'Sidecar `{container}` stops only after those that began after it; it waited {seconds}.',
		ko: '사이드카 `{container}`{container:은/는} 나중에 시작한 컨테이너가 먼저 멈추기를 {seconds} 기다렸다.',
		label: { en: 'waits its turn', ko: '차례 대기' },
		link: SIDECARS,
	},
	'container/killed': {
		en: '`{container}` did not stop within {seconds}: SIGKILL, exit code 137.',
		ko: '`{container}`{container:이/가} {seconds} 안에 멈추지 않아 SIGKILL로 끝냈다. 종료 코드 137.',
		label: { en: 'SIGKILL', ko: 'SIGKILL' },
		link: TERMINATION,
	},
	'container/stopped': {
		en: '`{container}` stops {seconds} after the signal, exit code {exitCode}.',
		ko: '신호를 받은 지 {seconds} 만에 `{container}`{container:이/가} 멈췄다. 종료 코드 {exitCode}.',
		when: [
			{
				arg: 'seconds',
				is: 0,
				en: '`{container}` stops as soon as it gets the signal, exit code {exitCode}.',
				ko: '`{container}`{container:이/가} 신호를 받자마자 멈췄다. 종료 코드 {exitCode}.',
			},
		],
		label: { en: 'stopped', ko: '멈춤' },
		link: TERMINATION,
	},

	'pod/deadline': {
		en: 'The pod ran longer than `activeDeadlineSeconds` ({seconds}): the kubelet ends it, `DeadlineExceeded`.',
		ko: '파드가 `activeDeadlineSeconds`({seconds})를 넘겨 kubelet이 끝낸다: `DeadlineExceeded`.',
		label: { en: 'deadline', ko: '시간 초과' },
	},
	'pod/changed': {
		en: 'The spec is changed: {what}.',
		ko: '스펙을 바꿨다: {what}.',
		when: [{ arg: 'what', is: '', en: 'The object is patched; its spec stays as it is.', ko: '오브젝트를 패치했다. 스펙은 그대로다.' }],
		label: { en: 'changed', ko: '변경' },
	},
	'resize/asked': {
		en: 'New resources for `{container}`: {what}.',
		ko: '`{container}`의 리소스를 바꾼다: {what}.',
		label: { en: 'resize', ko: '리사이즈' },
		link: RESIZE,
	},
	'resize/done': {
		en: 'The containers have their new resources.',
		ko: '컨테이너에 새 리소스가 적용됐다.',
		label: { en: 'resized', ko: '적용됨' },
		link: RESIZE,
	},
	'resize/deferred': {
		en: 'The resize waits until the node has room (`Deferred`): {message}',
		ko: '노드에 자리가 날 때까지 리사이즈를 미룬다(`Deferred`): {message}',
		label: { en: 'deferred', ko: '보류' },
		link: RESIZE,
	},
	'resize/infeasible': {
		en: 'This node can never do the resize (`Infeasible`): {message}',
		ko: '이 노드에서는 할 수 없는 리사이즈다(`Infeasible`): {message}',
		label: { en: 'infeasible', ko: '불가능' },
		link: RESIZE,
	},
	'restart-all/began': {
		en: 'Exit code {exitCode} of `{container}` restarts all containers of the pod (`RestartAllContainers`).',
		ko: '`{container}`의 종료 코드 {exitCode} 때문에 파드의 모든 컨테이너를 다시 시작한다(`RestartAllContainers`).',
		label: { en: 'restart all', ko: '전체 재시작' },
		link: RESTARTS,
	},
	'restart-all/done': {
		en: 'All containers are removed; the pod starts over with its init containers.',
		ko: '컨테이너를 모두 지우고 초기화 컨테이너부터 다시 시작한다.',
		label: { en: 'starts over', ko: '새로 시작' },
		link: RESTARTS,
	},

	'node/silent': {
		en: '`{node}` falls silent. Its containers may live on; the API does not know.',
		ko: '`{node}`에서 소식이 끊겼다. 컨테이너는 계속 돌고 있을 수 있지만 API는 알 수 없다.',
		label: { en: 'node silent', ko: '노드 무응답' },
		link: 'concepts/architecture/nodes/',
	},
	'node/not-ready': {
		en: 'After {seconds} without news `{node}` counts as unreachable, and its pods as not ready.',
		ko: '{seconds} 동안 소식이 없어 `{node}`{node:을/를} 도달할 수 없는 노드로 보고, 그 파드를 준비되지 않은 것으로 친다.',
		label: { en: 'node unreachable', ko: '도달 불가' },
		link: 'concepts/architecture/nodes/',
	},
	'node/tainted': {
		en: '`{node}` gets the taint `{taint}`; pods leave when their toleration for it runs out, after 5 min if they say nothing.',
		ko: '`{node}`에 테인트 `{taint}`{taint:이/가} 붙었다. 톨러레이션 시간이 다 된 파드는 이 노드에서 쫓겨난다. 따로 적지 않았으면 5분 뒤다.',
		label: { en: 'taint', ko: '테인트' },
		link: `${SCHEDULING}taint-and-toleration/`,
	},
	'node/evicts': {
		en: 'The pod’s `tolerationSeconds` ({seconds}) are over: it is deleted from `{node}`.',
		ko: '`tolerationSeconds`({seconds})가 지나 `{node}`에서 파드가 삭제된다.',
		when: [
			{
				arg: 'seconds',
				is: 0,
				en: 'The pod does not tolerate the taint of `{node}`: it is deleted.',
				ko: '파드에 `{node}`의 테인트를 용인할 톨러레이션이 없어 삭제된다.',
			},
		],
		label: { en: 'evicted', ko: '축출' },
		link: `${SCHEDULING}taint-and-toleration/`,
	},
	'node/back': {
		en: '`{node}` is back and reports what happened meanwhile.',
		ko: '`{node}`{node:이/가} 돌아와 그동안의 일을 알린다.',
		label: { en: 'node back', ko: '노드 복귀' },
		link: 'concepts/architecture/nodes/',
	},
	'node/pressure': {
		en: '`{node}` runs short of {resource}: {available} are left, and below {threshold} the kubelet evicts pods.',
		ko: '`{node}`의 {resource}{resource:이/가} 모자란다. 남은 것은 {available}. {threshold}보다 적으면 kubelet이 파드를 축출한다.',
		label: { en: 'node pressure', ko: '노드 압박' },
		link: PRESSURE,
	},
	'node/pressure-tainted': {
		en: '`{node}` reports `{condition}` and gets the taint `{taint}:NoSchedule`: what runs may stay, no new pod is placed here.',
		ko: '`{node}`{node:이/가} `{condition}`{condition:을/를} 보고해 테인트 `{taint}:NoSchedule`이 붙었다. 이미 도는 파드는 남지만 새 파드는 오지 못한다.',
		label: { en: 'taint', ko: '테인트' },
		link: PRESSURE,
	},
	'node/pressure-eased': {
		en: '`{node}` has enough {resource} again. Its condition stays until it has had enough for {seconds}.',
		ko: '`{node}`의 {resource}{resource:이/가} 다시 넉넉하다. 이대로 {seconds}{seconds:이/가} 지나야 압박 상태가 풀린다.',
		label: { en: 'pressure eases', ko: '압박 완화' },
		link: PRESSURE,
	},
	'node/pressure-over': {
		en: 'The pressure on `{node}` is over: the taint `{taint}` goes, and pods may come again.',
		ko: '`{node}`의 압박이 끝났다. 테인트 `{taint}`{taint:이/가} 없어지고 파드가 다시 올 수 있다.',
		label: { en: 'pressure over', ko: '압박 끝' },
		link: PRESSURE,
	},
	'pod/evicted': {
		en: 'The kubelet evicts the pod: it uses {uses} of {resource} and requests {asks}. Its grace period does not count, nor does a PodDisruptionBudget.',
		ko: 'kubelet이 파드를 축출한다. {resource}{resource:을/를} {asks} 요청하고 {uses} 쓰고 있다. 유예 기간도 PodDisruptionBudget도 지키지 않는다.',
		when: [
			{
				arg: 'rank',
				is: 'within',
				en: 'The kubelet evicts the pod although it uses no more {resource} than it requests ({asks}): no other pod is left that would go first.',
				ko: '{resource}{resource:을/를} 요청({asks})보다 많이 쓰지 않았는데도 kubelet이 파드를 축출한다. 먼저 나갈 파드가 남아 있지 않다.',
			},
			{
				arg: 'rank',
				is: 'unmeasured',
				en: 'The kubelet evicts the pod: nothing of it runs yet, and such pods go first.',
				ko: 'kubelet이 파드를 축출한다. 아직 도는 컨테이너가 없는 파드는 먼저 나간다.',
			},
		],
		label: { en: 'evicted', ko: '축출' },
		link: PRESSURE,
	},
	'pod/succeeded-evicted': {
		en: 'All containers ended with code 0 when they were told to stop, so the evicted pod counts as `Succeeded`, and the reason `Evicted` is lost.',
		ko: '멈추라는 신호에 모든 컨테이너가 코드 0으로 끝났다. 그래서 축출된 파드인데도 `Succeeded`가 되고 `Evicted`라는 이유는 남지 않는다.',
		label: { en: 'succeeded', ko: '성공' },
		link: PRESSURE,
	},
	'pod/spared': {
		en: 'The kubelet never evicts a pod of the priority class `system-cluster-critical` or `system-node-critical`: it stays.',
		ko: 'kubelet은 우선순위 클래스가 `system-cluster-critical`이나 `system-node-critical`인 파드를 축출하지 않는다. 이 파드는 남는다.',
		when: [
			{ arg: 'why', is: 'static', en: 'The kubelet never evicts a static pod: it stays.', ko: 'kubelet은 스태틱 파드를 축출하지 않는다. 이 파드는 남는다.' },
		],
		label: { en: 'spared', ko: '축출 제외' },
		link: PRESSURE,
	},
	'action/refused': {
		en: 'The API server refuses to {action}, and nothing changes: {message}',
		ko: 'API 서버가 `{action}` 요청을 거부해 아무것도 바뀌지 않는다. {message}',
		label: { en: 'refused', ko: '거부' },
	},
	'object/refused': {
		en: '{kind} `{name}` is not there, because the API server refuses it: {message}',
		ko: 'API 서버가 {kind} `{name}`{name:을/를} 거부해 만들어지지 않는다. {message}',
		label: { en: 'refused', ko: '거부' },
	},
	'object/created': { en: '{kind} `{name}` is created.', ko: '{kind} `{name}`{name:이/가} 만들어졌다.', label: { en: '{kind} created', ko: '{kind} 생성' } },

	'owner/created-pod': {
		en: 'The {kind} `{name}` creates the pod `{pod}`.',
		ko: '{kind} `{name}`{name:이/가} 파드 `{pod}`{pod:을/를} 만든다.',
		label: { en: 'creates a pod', ko: '파드 생성' },
	},
	'owner/deleted-pod': {
		en: 'The {kind} `{name}` deletes the pod `{pod}`.',
		ko: '{kind} `{name}`{name:이/가} 파드 `{pod}`{pod:을/를} 삭제한다.',
		label: { en: 'deletes a pod', ko: '파드 삭제' },
	},
	'owner/scaled': {
		en: '{kind} `{name}` goes from {from} to {to} replicas.',
		ko: '{kind} `{name}`의 레플리카가 {from}개에서 {to}개로 바뀐다.',
		label: { en: '{from} → {to} replicas', ko: '레플리카 {from} → {to}' },
	},
	'owner/rollout': {
		en: '`{name}` makes a ReplicaSet for its template and moves its pods there ({strategy}).',
		ko: '`{name}`{name:이/가} 템플릿에 맞는 레플리카셋을 새로 만들어 롤아웃한다({strategy}).',
		label: { en: 'rollout', ko: '롤아웃' },
		link: 'concepts/workloads/controllers/deployment/#updating-a-deployment',
	},
	'owner/rollout-done': {
		en: 'The rollout of `{name}` is complete.',
		ko: '`{name}`의 롤아웃이 끝났다.',
		label: { en: 'rollout done', ko: '롤아웃 완료' },
		link: 'concepts/workloads/controllers/deployment/#complete-deployment',
	},
	'owner/rollout-stuck': {
		en: 'The rollout of `{name}` made no progress for {seconds} (`progressDeadlineSeconds`).',
		ko: '`{name}`의 롤아웃이 {seconds} 동안 나아가지 못했다(`progressDeadlineSeconds`).',
		label: { en: 'rollout stuck', ko: '롤아웃 막힘' },
		link: 'concepts/workloads/controllers/deployment/#failed-deployment',
	},
	'stateful-set/stuck': {
		en: '`{pod}` is not ready and belongs to another revision than the template has now, but the StatefulSet waits until it is ready (`podManagementPolicy: OrderedReady`) and does not replace it: rolling back does not help. Delete the pod (`kubectl delete pod {pod}`), and it comes back with the template of `{name}`.',
		ko: '`{pod}`{pod:은/는} 지금 템플릿이 아닌 다른 리비전의 파드이고 준비되지 않았는데, 스테이트풀셋은 준비되기를 기다릴 뿐(`podManagementPolicy: OrderedReady`) 바꾸지 않는다. 롤백해도 풀리지 않는다. 파드를 지우면(`kubectl delete pod {pod}`) `{name}`의 템플릿으로 다시 생긴다.',
		label: { en: 'waits forever', ko: '끝없이 기다림' },
		link: 'concepts/workloads/controllers/statefulset/#forced-rollback',
	},
	'job/pod-failed': {
		en: 'A pod of the Job failed: {failed} so far, the limit is {limit} (`backoffLimit`).',
		ko: '잡의 파드가 실패했다. 지금까지 {failed}번, 한도는 {limit}번이다(`backoffLimit`).',
		when: [
			{
				arg: 'limit',
				is: 2_147_483_647,
				en: 'A pod of the Job failed: {failed} so far. What counts is how often each index may fail (`backoffLimitPerIndex`).',
				ko: '잡의 파드가 실패했다. 지금까지 {failed}번이다. 한도는 인덱스마다 따로 센다(`backoffLimitPerIndex`).',
			},
		],
		again: {
			en: '{failed} pods of the Job failed, the limit is {limit} (`backoffLimit`).',
			ko: '잡의 파드가 {failed}번 실패했다. 한도는 {limit}번이다(`backoffLimit`).',
		},
		label: { en: 'pod failed {failed}', ko: '파드 실패 {failed}' },
		link: `${JOB}#pod-backoff-failure-policy`,
	},
	'job/pod-succeeded': {
		en: 'A pod of the Job succeeded: {succeeded} of {completions}.',
		ko: '잡의 파드가 성공했다. {completions}개 가운데 {succeeded}개다.',
		label: { en: '{succeeded}/{completions} done', ko: '{succeeded}/{completions} 완료' },
		link: JOB,
	},
	'job/back-off': {
		en: 'The Job waits {seconds} before its next pod: {failed} failed.',
		ko: '파드가 {failed}번 실패해, 잡은 다음 파드를 만들기 전에 {seconds} 기다린다.',
		label: { en: 'back-off {seconds}', ko: '백오프 {seconds}' },
		link: `${JOB}#pod-backoff-failure-policy`,
	},
	'job/complete': {
		en: 'The Job is complete: {succeeded} succeeded.',
		ko: '잡이 끝났다. {succeeded}개가 성공했다.',
		label: { en: 'Job Complete', ko: '잡 Complete' },
		link: JOB,
	},
	'job/failed': {
		en: 'The Job failed: {reason}. {message}',
		ko: '잡이 실패했다. {reason}: {message}',
		label: { en: 'Job Failed', ko: '잡 Failed' },
		link: JOB,
	},
	'job/ttl': {
		en: '`ttlSecondsAfterFinished` ({seconds}) are over: the Job and its pods are deleted.',
		ko: '`ttlSecondsAfterFinished`({seconds})가 지나 잡과 파드를 지운다.',
		label: { en: 'TTL', ko: 'TTL' },
		link: 'concepts/workloads/controllers/ttlafterfinished/',
	},
	'job/suspended': {
		en: 'The Job is suspended: its running pods are deleted.',
		ko: '잡을 일시 중지했다. 돌던 파드를 삭제한다.',
		label: { en: 'suspended', ko: '일시 중지' },
		link: `${JOB}#suspending-a-job`,
	},
	'job/resumed': { en: 'The Job resumes.', ko: '잡을 이어서 실행한다.', label: { en: 'resumed', ko: '재개' }, link: `${JOB}#suspending-a-job` },
	'cron/due': {
		en: 'The schedule `{schedule}` is due: the CronJob creates `{job}`.',
		ko: '일정 `{schedule}`에 따라 크론잡이 `{job}`{job:을/를} 만든다.',
		label: { en: 'due', ko: '예정 시각' },
		link: 'concepts/workloads/controllers/cron-jobs/',
	},
	'cron/next': {
		en: '`{schedule}` is due next at {at} ({zone}), in {wait}. The clock stood at {starts} when this life began.',
		ko: '`{schedule}`의 다음 실행은 {wait} 뒤인 {at}({zone})이다. 이 시뮬레이션은 {starts}에 시작했다.',
		label: { en: 'next run', ko: '다음 실행' },
		link: 'concepts/workloads/controllers/cron-jobs/#schedule-syntax',
	},
	'cron/not-yet': {
		en: '`{schedule}` is due first at {at} ({zone}), in {wait}: later than one can watch. The clock stood at {starts} when this life began.',
		ko: '`{schedule}`의 첫 실행은 {wait} 뒤인 {at}({zone})이라, 시뮬레이션으로 볼 수 있는 기간을 넘는다. 이 시뮬레이션은 {starts}에 시작했다.',
		when: [
			{
				arg: 'reach',
				is: 'until',
				en: 'Nothing runs yet: `{schedule}` is due first at {at} ({zone}), in {wait}. A longer `until` shows it. The clock stood at {starts} when this life began.',
				ko: '아직 아무것도 실행하지 않는다. `{schedule}`의 첫 실행은 {wait} 뒤인 {at}({zone})이다. `until`을 늘리면 볼 수 있다. 이 시뮬레이션은 {starts}에 시작했다.',
			},
		],
		label: { en: 'not due yet', ko: '아직 아님' },
		link: 'concepts/workloads/controllers/cron-jobs/#schedule-syntax',
	},
	'cron/never': {
		en: 'The schedule `{schedule}` names a date that never comes: no Job is ever created.',
		ko: '일정 `{schedule}`에 맞는 날짜가 없다. 잡을 한 번도 만들지 않는다.',
		label: { en: 'never due', ko: '실행할 날 없음' },
		link: 'concepts/workloads/controllers/cron-jobs/#schedule-syntax',
	},
	'cron/suspended': {
		en: 'The CronJob is suspended (`suspend: true`): no Job is created until it resumes.',
		ko: '크론잡을 일시 중지해 두었다(`suspend: true`). 재개할 때까지 잡을 만들지 않는다.',
		label: { en: 'suspended', ko: '일시 중지' },
		link: 'concepts/workloads/controllers/cron-jobs/#schedule-suspension',
	},

	'story/most-pods': {
		en: 'No more pods are made: a simulation follows at most {count} of them.',
		ko: '파드를 더 만들지 않는다. 시뮬레이션 하나는 파드를 {count}개까지만 따라간다.',
		label: { en: 'no more pods', ko: '파드 그만' },
	},
	'story/cut': {
		en: 'The life is cut here, before its {until} are over: more has happened than can be told.',
		ko: '{until}{until:을/를} 다 채우기 전에 여기서 끝낸다. 일어난 일이 너무 많아 더는 보여 줄 수 없다.',
		label: { en: 'cut here', ko: '여기까지' },
	},
} as const satisfies Readonly<Record<string, MomentWords>>;

/** The probes by name, for `{probe}`. */
export const probeWords: Readonly<Record<string, Words>> = {
	startup: { en: 'startup probe', ko: '시작 프로브' },
	liveness: { en: 'liveness probe', ko: '활성 프로브' },
	readiness: { en: 'readiness probe', ko: '준비성 프로브' },
};

/** What a node runs short of, for `{resource}`. */
export const resourceWords: Readonly<Record<string, Words>> = {
	cpu: { en: 'CPU', ko: 'CPU' },
	memory: { en: 'memory', ko: '메모리' },
	'ephemeral-storage': { en: 'disk', ko: '디스크' },
};

/** Why a pull failed, for `{error}`, by what the scenario says of it. Others are told as they are. */
export const pullErrorWords: Readonly<Record<string, Words>> = {
	'not found': { en: 'the registry has no such image', ko: '레지스트리에 그런 이미지가 없다' },
	unauthorized: {
		en: 'the registry refuses, because there is no such repository or the credentials are missing',
		ko: '리포지터리가 없거나 인증 정보가 없어 레지스트리가 거부했다',
	},
	'pull/rate': { en: 'the registry allows no more pulls for now (rate limit)', ko: '레지스트리의 풀 횟수 제한(rate limit)에 걸렸다' },
	'pull/authority': {
		en: 'the node does not trust who signed the certificate of the registry',
		ko: '노드가 레지스트리 인증서에 서명한 CA를 신뢰하지 않는다',
	},
	'pull/certificate': { en: 'the certificate of the registry is not valid', ko: '레지스트리의 인증서가 유효하지 않다' },
	'pull/http': { en: 'the registry answers in plain HTTP, and the node asks in HTTPS', ko: '노드는 HTTPS로 접속하는데 레지스트리는 HTTP로 응답한다' },
	'pull/dns': { en: 'the node does not find the registry by its name', ko: '노드가 레지스트리의 이름을 찾지 못한다(DNS)' },
	'pull/disk': { en: 'the disk of the node is full', ko: '노드의 디스크가 가득 찼다' },
	'pull/platform': { en: 'the image is not made for the architecture of the node', ko: '노드의 아키텍처에 맞는 이미지가 없다' },
	'pull/credentials': { en: 'the node has no credentials for the registry', ko: '레지스트리의 인증 정보가 없다' },
	'pull/reach': { en: 'the node does not reach the registry', ko: '노드가 레지스트리에 접속하지 못한다' },
	'pull/server': { en: 'the registry itself failed', ko: '레지스트리 자체에 오류가 났다' },
};

/** Kinds that make pods, for `{kind}`; others go by their own names. */
export const kindWords: Readonly<Record<string, Words>> = {
	Deployment: { en: 'Deployment', ko: '디플로이먼트' },
	ReplicaSet: { en: 'ReplicaSet', ko: '레플리카셋' },
	ReplicationController: { en: 'ReplicationController', ko: '레플리케이션컨트롤러' },
	StatefulSet: { en: 'StatefulSet', ko: '스테이트풀셋' },
	DaemonSet: { en: 'DaemonSet', ko: '데몬셋' },
	Job: { en: 'Job', ko: '잡' },
	CronJob: { en: 'CronJob', ko: '크론잡' },
	ConfigMap: { en: 'ConfigMap', ko: '컨피그맵' },
	Secret: { en: 'Secret', ko: '시크릿' },
	Node: { en: 'Node', ko: '노드' },
};

/** Who deletes, for `{by}`. */
export const deleterWords: Readonly<Record<string, Words>> = {
	user: { en: 'by you', ko: '사용자가' },
	eviction: { en: 'by an eviction', ko: '축출로' },
	controller: { en: 'by its controller', ko: '컨트롤러가' },
	taint: { en: 'because of a taint', ko: '테인트 때문에' },
	preemption: { en: 'to make room', ko: '선점으로' },
	node: { en: 'by the node', ko: '노드가' },
};
