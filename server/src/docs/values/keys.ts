import type { Words } from '../words';

/** Labels, annotations and taints that mean something to Kubernetes. */
export const keyWords: Readonly<Record<string, Words>> = {
	app: {
		en: "A label of your own; by custom the app's name, which selectors look for. `app.kubernetes.io/name` is the recommended form.",
		ko: '사용자가 정하는 레이블. 흔히 앱 이름을 적어 셀렉터로 찾는다. 권장하는 형식은 `app.kubernetes.io/name`이다.',
	},
	'app.kubernetes.io/name': {
		en: "The application's name, as in `mysql`; one of the recommended labels that tools read.",
		ko: '애플리케이션의 이름. 예: `mysql`. 도구들이 읽는 권장 레이블이다.',
	},
	'app.kubernetes.io/instance': {
		en: 'Tells several installations of the same application apart, as in `mysql-abcxyz`.',
		ko: '같은 애플리케이션을 여러 벌 설치했을 때 구별하는 이름. 예: `mysql-abcxyz`.',
	},
	'app.kubernetes.io/version': {
		en: "The application's version. Keep it out of selectors: those cannot change.",
		ko: '애플리케이션의 버전. 바꿀 수 없게 되므로 셀렉터에는 넣지 않는다.',
	},
	'app.kubernetes.io/component': { en: 'The part within the architecture, as in `database`.', ko: '아키텍처에서 맡은 부분. 예: `database`.' },
	'app.kubernetes.io/part-of': {
		en: 'The larger application this belongs to, as in `wordpress`.',
		ko: '이 구성 요소가 속한 상위 애플리케이션. 예: `wordpress`.',
	},
	'app.kubernetes.io/managed-by': { en: 'The tool that manages it, as in `Helm`.', ko: '오브젝트를 관리하는 도구. 예: `Helm`.' },
	'pod-template-hash': {
		en: "Set by a Deployment to tell its ReplicaSets' pods apart. Do not write or select it yourself, except in `matchLabelKeys`.",
		ko: '디플로이먼트가 레플리카셋마다 파드를 구별하려고 붙인다. `matchLabelKeys` 말고는 직접 적거나 고르지 않는다.',
	},
	'controller-revision-hash': {
		en: 'Set by a StatefulSet or DaemonSet: the revision of the template the pod was made from.',
		ko: '스테이트풀셋이나 데몬셋이 붙인다. 파드를 만든 템플릿의 리비전이다.',
	},
	'apps.kubernetes.io/pod-index': { en: "Set by a StatefulSet: the pod's ordinal.", ko: '스테이트풀셋이 붙이는, 파드의 번호.' },
	'statefulset.kubernetes.io/pod-name': {
		en: "Set by a StatefulSet: the pod's name, so that a Service can select one pod.",
		ko: '스테이트풀셋이 붙이는 파드 이름. 서비스로 파드 하나만 고를 때 쓴다.',
	},
	'batch.kubernetes.io/job-completion-index': { en: "Set by an indexed Job: the pod's index.", ko: '`Indexed` 잡이 붙이는, 파드의 인덱스.' },
	'batch.kubernetes.io/job-name': { en: "Set by a Job: the Job's name.", ko: '잡이 붙이는, 잡의 이름.' },
	'batch.kubernetes.io/controller-uid': { en: "Set by a Job: the Job's UID.", ko: '잡이 붙이는, 잡의 UID.' },
	'kubernetes.io/hostname': {
		en: "The node's host name. As `topologyKey`: every node is a domain of its own.",
		ko: '노드의 호스트네임. `topologyKey`로 쓰면 노드 하나하나가 도메인이 된다.',
	},
	'kubernetes.io/os': { en: "The node's operating system: `linux` or `windows`.", ko: '노드의 운영체제. `linux`나 `windows`.' },
	'kubernetes.io/arch': { en: "The node's processor: `amd64`, `arm64` …", ko: '노드의 프로세서. `amd64`, `arm64` 등.' },
	'topology.kubernetes.io/zone': {
		en: 'The zone of the node, given by the cloud. As `topologyKey`: spreads over zones, or keeps within one.',
		ko: '클라우드가 붙이는 노드의 영역(zone). `topologyKey`로 쓰면 영역마다 나누거나 한 영역에 모은다.',
	},
	'topology.kubernetes.io/region': { en: 'The region of the node, given by the cloud.', ko: '클라우드가 붙이는 노드의 리전.' },
	'node.kubernetes.io/instance-type': { en: 'The machine type of the node, given by the cloud.', ko: '클라우드가 붙이는 노드의 머신 유형.' },
	'node.kubernetes.io/windows-build': { en: 'The Windows build of the node, as in `10.0.20348`.', ko: '노드의 윈도우 빌드. 예: `10.0.20348`.' },
	'node-role.kubernetes.io/control-plane': {
		en: 'Marks control plane nodes, as a label and as a `NoSchedule` taint.',
		ko: '컨트롤 플레인 노드를 나타낸다. 레이블로도, `NoSchedule` 테인트로도 쓰인다.',
	},
	'node-role.kubernetes.io/master': {
		en: 'The former name of `node-role.kubernetes.io/control-plane`; nodes do not have it anymore.',
		ko: '`node-role.kubernetes.io/control-plane`의 옛 이름. 이제 노드에 붙지 않는다.',
	},
	'failure-domain.beta.kubernetes.io/zone': { en: 'The former name of `topology.kubernetes.io/zone`.', ko: '`topology.kubernetes.io/zone`의 옛 이름.' },
	'failure-domain.beta.kubernetes.io/region': { en: 'The former name of `topology.kubernetes.io/region`.', ko: '`topology.kubernetes.io/region`의 옛 이름.' },
	'beta.kubernetes.io/instance-type': { en: 'The former name of `node.kubernetes.io/instance-type`.', ko: '`node.kubernetes.io/instance-type`의 옛 이름.' },
	'beta.kubernetes.io/os': { en: 'The former name of `kubernetes.io/os`; nodes may lack it.', ko: '`kubernetes.io/os`의 옛 이름. 없는 노드도 있다.' },
	'beta.kubernetes.io/arch': { en: 'The former name of `kubernetes.io/arch`; nodes may lack it.', ko: '`kubernetes.io/arch`의 옛 이름. 없는 노드도 있다.' },
	'metadata.name': { en: "The node's name: the only field that `matchFields` knows.", ko: '노드의 이름. `matchFields`에는 이것만 쓸 수 있다.' },
	'node.kubernetes.io/not-ready': {
		en: 'The node is not ready. Every pod tolerates this `NoExecute` taint for 300 s unless it says otherwise, then is evicted.',
		ko: '노드가 준비되지 않았다. 따로 적지 않으면 모든 파드가 이 `NoExecute` 테인트를 300초 동안 용인한 뒤 축출된다.',
	},
	'node.kubernetes.io/unreachable': {
		en: 'The node does not answer. Every pod tolerates this `NoExecute` taint for 300 s unless it says otherwise, then is evicted.',
		ko: '노드가 응답하지 않는다. 따로 적지 않으면 모든 파드가 이 `NoExecute` 테인트를 300초 동안 용인한 뒤 축출된다.',
	},
	'node.kubernetes.io/unschedulable': {
		en: 'The node is cordoned. DaemonSet pods tolerate it.',
		ko: '노드가 통제(cordon)됐다. 데몬셋의 파드는 이 테인트를 용인한다.',
	},
	'node.kubernetes.io/memory-pressure': { en: 'The node runs short of memory.', ko: '노드의 메모리가 모자란다.' },
	'node.kubernetes.io/disk-pressure': { en: 'The node runs short of disk.', ko: '노드의 디스크가 모자란다.' },
	'node.kubernetes.io/pid-pressure': { en: 'The node runs short of process IDs.', ko: '노드의 프로세스 ID가 모자란다.' },
	'node.kubernetes.io/network-unavailable': { en: "The node's network is not set up yet.", ko: '노드의 네트워크가 아직 준비되지 않았다.' },
	'node.kubernetes.io/out-of-service': {
		en: 'Set by hand on a node that is off: its pods are removed by force and their volumes freed.',
		ko: '꺼진 노드에 사람이 붙인다. 그 노드의 파드를 강제로 지우고 볼륨을 풀어 준다.',
	},
	'node.cloudprovider.kubernetes.io/uninitialized': { en: 'The cloud has not finished setting up the node.', ko: '클라우드가 노드를 아직 초기화하지 않았다.' },
	'kubectl.kubernetes.io/default-container': {
		en: 'The container that `kubectl logs` and `exec` take when none is named.',
		ko: '`kubectl logs`와 `exec`에 컨테이너를 적지 않았을 때 쓸 컨테이너.',
	},
	'kubectl.kubernetes.io/restartedAt': {
		en: 'Written into the template by `kubectl rollout restart`; its change makes new pods.',
		ko: '`kubectl rollout restart`가 템플릿에 적는다. 값이 바뀌면서 파드를 새로 만들게 된다.',
	},
	'kubectl.kubernetes.io/last-applied-configuration': {
		en: 'What `kubectl apply` sent last, so that the next one can tell what was removed. Leave it to kubectl.',
		ko: '`kubectl apply`가 마지막에 보낸 내용. 다음번에 무엇이 빠졌는지 알아내는 데 쓴다. kubectl에 맡긴다.',
	},
	'kubernetes.io/change-cause': { en: 'The reason shown by `kubectl rollout history`.', ko: '`kubectl rollout history`에 나오는 변경 이유.' },
	'kubernetes.io/description': { en: 'What the object is for, for people.', ko: '오브젝트가 무엇인지 사람이 읽으라고 적는 설명.' },
	'deployment.kubernetes.io/revision': { en: "The rollout's number, kept by the Deployment controller.", ko: '디플로이먼트 컨트롤러가 관리하는 롤아웃 번호.' },
	'controller.kubernetes.io/pod-deletion-cost': {
		en: 'When a ReplicaSet shrinks, of the pods that are ready those with a lower cost go first: a number, 0 if absent. Pods without a node or not ready go before all of them.',
		ko: '레플리카셋을 줄일 때, 준비된 파드끼리는 이 값이 작은 것부터 지운다. 숫자이며 없으면 0이다. 노드에 배정되지 않았거나 준비되지 않은 파드는 그보다 먼저 지운다.',
	},
	'cluster-autoscaler.kubernetes.io/safe-to-evict': {
		en: '`"false"` keeps the cluster autoscaler from removing the pod\'s node; `"true"` allows it although the pod has local data.',
		ko: '`"false"`면 클러스터 오토스케일러가 이 파드의 노드를 없애지 않는다. `"true"`면 로컬 데이터가 있어도 없앨 수 있다.',
	},
	'kubernetes.io/ingress-bandwidth': {
		en: 'How fast the pod may receive, as in `10M`; the network plugin must support it.',
		ko: '파드가 받는 속도의 한도. 예: `10M`. 네트워크 플러그인이 지원해야 한다.',
	},
	'kubernetes.io/egress-bandwidth': {
		en: 'How fast the pod may send, as in `10M`; the network plugin must support it.',
		ko: '파드가 보내는 속도의 한도. 예: `10M`. 네트워크 플러그인이 지원해야 한다.',
	},
	'kubernetes.io/config.source': {
		en: 'Where the kubelet has the pod from: `file` or `http` for static pods, `api` else.',
		ko: 'kubelet이 파드를 어디서 받았는지 나타낸다. 스태틱 파드는 `file`이나 `http`, 그 밖에는 `api`다.',
	},
	'kubernetes.io/config.mirror': {
		en: 'Marks the mirror of a static pod; it cannot be changed through the API.',
		ko: '스태틱 파드의 미러 파드라는 표시. API로는 바꿀 수 없다.',
	},
	'cronjob.kubernetes.io/instantiate': {
		en: '`manual` on Jobs made by `kubectl create job --from`.',
		ko: '`kubectl create job --from`으로 만든 잡에 `manual`로 붙는다.',
	},
	'batch.kubernetes.io/cronjob-scheduled-timestamp': { en: 'Set by a CronJob: when the Job was due.', ko: '크론잡이 붙이는, 잡이 시작될 예정이던 시각.' },
	'container.apparmor.security.beta.kubernetes.io': {
		en: 'The former way to give a container its AppArmor profile; use `securityContext.appArmorProfile`.',
		ko: '컨테이너에 AppArmor 프로파일을 주던 예전 방식. `securityContext.appArmorProfile`을 쓴다.',
	},
	'scheduler.alpha.kubernetes.io/critical-pod': {
		en: 'Not read anymore; use `priorityClassName: system-cluster-critical`.',
		ko: '더는 읽지 않는다. `priorityClassName: system-cluster-critical`을 쓴다.',
	},
	'kubernetes.io/cluster-service': { en: 'Marks add-ons that `kubectl cluster-info` lists.', ko: '`kubectl cluster-info`에 나오는 애드온이라는 표시.' },
	'addonmanager.kubernetes.io/mode': {
		en: 'Read by the addon manager: `Reconcile` puts changes back, `EnsureExists` only creates.',
		ko: '애드온 매니저가 읽는다. `Reconcile`은 바뀐 것을 되돌리고 `EnsureExists`는 없을 때 만들기만 한다.',
	},
};
