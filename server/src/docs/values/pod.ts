import type { Words } from '../words';

type Values = Readonly<Record<string, Words>>;

export const restartPolicy: Values = {
	Always: {
		en: 'Containers start again whenever they end, even with exit code 0.\nThe only value a Deployment, StatefulSet, DaemonSet or ReplicaSet accepts; a Job refuses it.',
		ko: '컨테이너가 끝나면 종료 코드가 0이어도 다시 시작한다.\n디플로이먼트, 스테이트풀셋, 데몬셋, 레플리카셋은 이 값만 받고, 잡은 받지 않는다.',
	},
	OnFailure: {
		en: 'Containers start again after a non-zero exit code, on the same node. After 0 they stay down.\nIn a Job, the restarts of the containers count toward `backoffLimit`.',
		ko: '0이 아닌 코드로 끝난 컨테이너만 같은 노드에서 다시 시작한다. 0으로 끝나면 그대로 둔다.\n잡에서는 이 재시작 횟수도 `backoffLimit`에 들어간다.',
	},
	Never: {
		en: 'Containers stay down once they have ended; the pod ends `Succeeded` or `Failed`.\nIn a Job, a new pod is made instead, and the old one stays for its logs.',
		ko: '한번 끝난 컨테이너는 다시 시작하지 않고, 파드는 `Succeeded`나 `Failed`로 끝난다.\n잡에서는 새 파드를 만들고, 실패한 파드는 로그를 볼 수 있게 남는다.',
	},
};

export const dnsPolicy: Values = {
	ClusterFirst: {
		en: "Names are asked of the cluster's DNS, which passes on what is not its own; the default.",
		ko: '클러스터 DNS에 묻는다. 클러스터 안의 이름이 아니면 그 DNS가 바깥 DNS로 넘긴다. 기본값이다.',
	},
	ClusterFirstWithHostNet: {
		en: 'What `ClusterFirst` is, for pods with `hostNetwork: true`; there, `ClusterFirst` falls back to `Default`.',
		ko: '`hostNetwork: true`인 파드에 쓰는 `ClusterFirst`. 그런 파드에 `ClusterFirst`를 쓰면 `Default`처럼 동작한다.',
	},
	Default: {
		en: "The node's own DNS settings; Services cannot be found by name. Despite its name, not the default.",
		ko: '노드의 DNS 설정을 그대로 쓴다. 서비스 이름은 찾지 못한다. 이름과 달리 기본값이 아니다.',
	},
	None: {
		en: 'Nothing but what `dnsConfig` says; at least one name server must stand there.',
		ko: '`dnsConfig`에 적은 것만 쓴다. 네임서버가 하나는 있어야 한다.',
	},
};

export const preemptionPolicy: Values = {
	PreemptLowerPriority: {
		en: 'If there is no room, pods of lower priority are removed for this one; the default.',
		ko: '자리가 없으면 우선순위가 낮은 파드를 내보내고 들어간다. 기본값이다.',
	},
	Never: { en: 'The pod stands ahead in the queue, but nobody is removed for it.', ko: '대기열에서 앞서기만 하고, 다른 파드를 내보내지는 않는다.' },
};

export const phase: Values = {
	Pending: {
		en: 'Accepted, but not all containers have been started: it waits for a node, for images or for init containers.',
		ko: 'API 서버가 받아들였지만 아직 시작하지 못한 컨테이너가 있다. 노드, 이미지, 초기화 컨테이너를 기다리는 중이다.',
	},
	Running: {
		en: 'Every container has been started, and at least one runs or restarts. It does not mean that it works: look at `Ready`.',
		ko: '컨테이너가 모두 시작했고 하나라도 돌거나 재시작하는 중이다. 제대로 동작한다는 뜻은 아니므로 `Ready`를 본다.',
	},
	Succeeded: { en: 'All containers ended with exit code 0 and will not start again.', ko: '모든 컨테이너가 종료 코드 0으로 끝났고 다시 시작하지 않는다.' },
	Failed: {
		en: 'All containers have ended and will not start again, at least one of them with a failure; or the pod was evicted or its deadline passed.',
		ko: '모든 컨테이너가 끝나 다시 시작하지 않으며 하나 이상이 실패했다. 축출되거나 시간 제한을 넘겨도 이 상태가 된다.',
	},
	Unknown: { en: 'Not used anymore; it meant that the node did not answer.', ko: '더는 쓰지 않는다. 노드와 연락이 닿지 않는다는 뜻이었다.' },
};

export const qosClass: Values = {
	Guaranteed: {
		en: 'Every container has cpu and memory limits equal to its requests. Mostly killed and evicted last.',
		ko: '모든 컨테이너에 cpu와 memory의 요청과 한도가 있고 서로 같다. 대개 가장 나중에 죽거나 축출된다.',
	},
	Burstable: {
		en: 'Something is requested or limited, but not everything alike. Evicted early when it uses more than it asked for, whatever its class says.',
		ko: '요청이나 한도가 일부만 있거나 서로 다르다. 요청보다 많이 쓰면 먼저 축출된다.',
	},
	BestEffort: {
		en: 'No requests and no limits at all. Mostly the first to be killed and evicted when the node runs short of memory: whatever it uses is more than it asked for.',
		ko: '요청도 한도도 없다. 조금만 써도 요청보다 많이 쓰는 셈이라, 노드의 메모리가 모자라면 대개 가장 먼저 죽거나 축출된다.',
	},
};

export const resize: Values = {
	Proposed: { en: 'A new size was asked for, and the node has not answered yet.', ko: '새 크기를 요청했고 노드가 아직 답하지 않았다.' },
	InProgress: { en: 'The node agreed and is changing the size.', ko: '노드가 받아들여 크기를 바꾸는 중이다.' },
	Deferred: { en: 'There is no room now; the node tries again later.', ko: '지금은 자리가 없어 나중에 다시 시도한다.' },
	Infeasible: {
		en: 'This node can never give that much. Ask for less, or create the pod again on another node.',
		ko: '이 노드에서는 불가능한 크기다. 줄이거나, 다른 노드에 파드를 새로 만든다.',
	},
};

export const os: Values = {
	linux: { en: 'A Linux pod. Fields that only Windows knows are refused.', ko: '리눅스 파드. 윈도우 전용 필드를 쓰면 거부된다.' },
	windows: {
		en: 'A Windows pod. Most fields of the security context are refused. It does not choose the node: `nodeSelector` does.',
		ko: '윈도우 파드. 보안 컨텍스트의 필드는 대부분 거부된다. 노드를 고르지는 않으므로 `nodeSelector`도 적는다.',
	},
};

export const fsGroupChangePolicy: Values = {
	Always: {
		en: 'Ownership of every file is set at each mount; slow on large volumes; the default.',
		ko: '마운트할 때마다 모든 파일의 소유 그룹을 바꾼다. 큰 볼륨에서는 느리다. 기본값이다.',
	},
	OnRootMismatch: {
		en: 'Only if the top directory does not fit yet. Much faster for volumes with many files.',
		ko: '최상위 디렉터리의 소유 그룹이 다를 때만 바꾼다. 파일이 많은 볼륨에서 훨씬 빠르다.',
	},
};

export const seLinuxChangePolicy: Values = {
	MountOption: {
		en: 'The label is given when the volume is mounted: at once, whatever its size. Pods with another label cannot share the volume on that node.',
		ko: '볼륨을 마운트할 때 레이블을 한 번에 붙인다. 크기와 상관없이 빠르지만, 레이블이 다른 파드는 같은 노드에서 그 볼륨을 함께 쓸 수 없다.',
	},
	Recursive: {
		en: 'The runtime relabels file by file: slow on large volumes, but pods with different labels may share one.',
		ko: '런타임이 파일마다 레이블을 바꾼다. 큰 볼륨에서 느리지만, 레이블이 다른 파드도 볼륨을 함께 쓸 수 있다.',
	},
};

export const supplementalGroups: Values = {
	Merge: {
		en: "The groups that the image's `/etc/group` gives the user are added; the default.",
		ko: '이미지의 `/etc/group`이 사용자에게 준 그룹도 더한다. 기본값이다.',
	},
	Strict: {
		en: 'Only `fsGroup`, `supplementalGroups` and `runAsGroup` count; what the image says does not.',
		ko: '`fsGroup`, `supplementalGroups`, `runAsGroup`만 쓰고 이미지에 적힌 그룹은 무시한다.',
	},
};

export const tolerationEffect: Values = {
	NoSchedule: { en: 'For taints that keep new pods away; those already there may stay.', ko: '새 파드를 막는 테인트에 쓴다. 이미 있는 파드는 남는다.' },
	PreferNoSchedule: { en: 'For taints that new pods avoid if they can.', ko: '될 수 있으면 피하게 하는 테인트에 쓴다.' },
	NoExecute: {
		en: 'For taints that also evict pods that are there; `tolerationSeconds` says how long this one may stay.',
		ko: '이미 있는 파드까지 축출하는 테인트에 쓴다. `tolerationSeconds`로 얼마나 더 머물지 정한다.',
	},
};

export const tolerationOperator: Values = {
	Equal: { en: 'Key and `value` must both be those of the taint; the default.', ko: '키와 `value`가 모두 테인트와 같아야 한다. 기본값이다.' },
	Exists: {
		en: 'The key is enough; `value` stays empty. Without a key, every taint is tolerated.',
		ko: '키만 맞으면 된다. `value`는 비운다. 키도 없으면 모든 테인트를 용인한다.',
	},
	Gt: {
		en: "The taint's value, an integer, must be greater than `value`. Behind a feature gate.",
		ko: '테인트의 값(정수)이 `value`보다 커야 한다. 기능 게이트가 켜져 있어야 한다.',
	},
	Lt: {
		en: "The taint's value, an integer, must be less than `value`. Behind a feature gate.",
		ko: '테인트의 값(정수)이 `value`보다 작아야 한다. 기능 게이트가 켜져 있어야 한다.',
	},
};

export const selectorOperator: Values = {
	In: { en: "The label's value is one of `values`.", ko: '레이블의 값이 `values` 가운데 하나다.' },
	NotIn: {
		en: "The label's value is none of `values`; having no such label counts too.",
		ko: '레이블의 값이 `values`에 없다. 그 레이블이 아예 없어도 해당한다.',
	},
	Exists: { en: 'The label is there, whatever its value; `values` stays empty.', ko: '값과 상관없이 레이블이 있다. `values`는 비운다.' },
	DoesNotExist: { en: 'There is no such label; `values` stays empty.', ko: '그 레이블이 없다. `values`는 비운다.' },
	Gt: { en: "The label's value, read as an integer, is greater than the one in `values`.", ko: '정수로 읽은 레이블의 값이 `values`의 하나뿐인 값보다 크다.' },
	Lt: { en: "The label's value, read as an integer, is less than the one in `values`.", ko: '정수로 읽은 레이블의 값이 `values`의 하나뿐인 값보다 작다.' },
};

export const whenUnsatisfiable: Values = {
	DoNotSchedule: { en: 'The pod waits rather than make the skew larger than `maxSkew`.', ko: '차이가 `maxSkew`를 넘게 되면 스케줄링하지 않고 기다린다.' },
	ScheduleAnyway: {
		en: 'The pod goes anyway; nodes that make the skew smaller are preferred.',
		ko: '그래도 스케줄링한다. 다만 차이가 작아지는 노드를 먼저 고른다.',
	},
};

export const nodeInclusion: Values = {
	Honor: { en: 'Only nodes that the pod could go to are counted.', ko: '이 파드가 갈 수 있는 노드만 센다.' },
	Ignore: { en: 'All nodes are counted, also those the pod cannot go to.', ko: '파드가 갈 수 없는 노드까지 모두 센다.' },
};

export const fieldPath: Values = {
	'metadata.name': { en: "The pod's name.", ko: '파드의 이름.' },
	'metadata.namespace': { en: "The pod's namespace.", ko: '파드의 네임스페이스.' },
	'metadata.uid': { en: "The pod's UID; no two pods ever share one.", ko: '파드의 UID. 파드마다 다르고 다시 쓰이지 않는다.' },
	'metadata.labels': {
		en: 'All labels, one `key="value"` a line; in volumes only, where the file follows changes.',
		ko: '모든 레이블을 한 줄에 `key="value"` 하나씩 쓴다. 볼륨에서만 되고, 바뀌면 파일도 따라 바뀐다.',
	},
	'metadata.annotations': {
		en: 'All annotations, one `key="value"` a line; in volumes only, where the file follows changes.',
		ko: '모든 어노테이션을 한 줄에 `key="value"` 하나씩 쓴다. 볼륨에서만 되고, 바뀌면 파일도 따라 바뀐다.',
	},
	"metadata.labels['app']": { en: 'The value of one label.', ko: '레이블 하나의 값.' },
	"metadata.annotations['key']": { en: 'The value of one annotation.', ko: '어노테이션 하나의 값.' },
	'spec.nodeName': { en: 'The node the pod runs on.', ko: '파드가 도는 노드의 이름.' },
	'spec.serviceAccountName': { en: "The pod's service account.", ko: '파드의 서비스어카운트 이름.' },
	'status.hostIP': { en: "The node's IP.", ko: '노드의 IP.' },
	'status.hostIPs': { en: "The node's IPs, separated by commas: IPv4 and IPv6.", ko: '노드의 모든 IP를 쉼표로 이은 것. IPv4와 IPv6가 함께 있을 수 있다.' },
	'status.podIP': { en: "The pod's IP.", ko: '파드의 IP.' },
	'status.podIPs': { en: "The pod's IPs, separated by commas: IPv4 and IPv6.", ko: '파드의 모든 IP를 쉼표로 이은 것. IPv4와 IPv6가 함께 있을 수 있다.' },
};
