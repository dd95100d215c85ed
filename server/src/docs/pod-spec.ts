import type { PodSpec } from '../schema/generated/types';
import { documented } from './words';

export const podSpec = documented<PodSpec>()({
	containers: {
		en: 'The containers of the pod. They start at about the same time, live on one node, and share its IP address and its volumes.\nThey reach each other on `localhost`, so two of them cannot listen on the same port. The pod is ready when all of them are.\nPut into one pod only what must live and die together; what scales on its own gets its own Deployment. A helper that must start before the app is a sidecar in `initContainers`.',
		ko: '파드의 컨테이너 목록. 거의 동시에 시작해서 한 노드에서 함께 돌며, IP 주소와 볼륨을 같이 쓴다.\n서로 `localhost`로 통신하므로 같은 포트를 둘이 열 수 없다. 모두 준비돼야 파드가 준비된다.\n함께 살고 함께 죽어야 하는 것만 한 파드에 넣는다. 따로 늘리고 줄일 것은 디플로이먼트를 나눈다. 앱보다 먼저 떠야 하는 보조 컨테이너는 `initContainers`에 사이드카로 넣는다.',
		link: 'concepts/workloads/pods/#how-pods-manage-multiple-containers',
	},
	initContainers: {
		en: 'Containers that run one after another, each to a successful end, before the app containers start.\nIf one fails, the kubelet runs it again (with `restartPolicy: Never` the pod fails). With `restartPolicy: Always` on the entry itself it is a sidecar: the next one starts as soon as it has started (`startupProbe` passed, if it has one), and it stays until the app containers have ended.\nFor scheduling, the largest single init container counts, not their sum; requests of sidecars are added to those of the app containers.\nMistake: an init container that runs forever. The app never starts and the pod stays in `Init:0/1`.',
		ko: '앱 컨테이너가 시작되기 전에 하나씩 차례로 실행되어 성공으로 끝나야 하는 컨테이너 목록.\n실패하면 다시 실행한다(`restartPolicy: Never`인 파드는 바로 실패한다). 항목 자체에 `restartPolicy: Always`를 적으면 사이드카가 된다. 사이드카가 시작되면(`startupProbe`가 있으면 성공까지 기다린다) 다음 컨테이너로 넘어가고, 앱 컨테이너가 모두 끝날 때까지 함께 돈다.\n스케줄링할 때 초기화 컨테이너의 요청은 합이 아니라 가장 큰 하나만 치고, 사이드카의 요청은 앱 컨테이너에 더한다.\n흔한 실수: 끝나지 않는 프로세스를 초기화 컨테이너로 두는 것. 앱이 시작되지 못하고 `Init:0/1`에 머문다.',
		example:
			'initContainers:\n- name: migrate\n  image: registry.example/app:1.4\n  command: ["./migrate", "up"]\n- name: proxy\n  image: registry.example/proxy:2\n  restartPolicy: Always',
		link: 'concepts/workloads/pods/init-containers/#detailed-behavior',
	},
	ephemeralContainers: {
		en: 'Containers added to a running pod for debugging. `kubectl debug` puts them in; they cannot be written in a manifest.\nThey are never restarted, have no ports, probes or resources of their own, and cannot be removed again: the entry stays as long as the pod.',
		ko: '실행 중인 파드에 디버깅용으로 넣은 컨테이너 목록. `kubectl debug`가 추가하며 매니페스트에는 적을 수 없다.\n재시작하지 않고, 포트, 프로브, 리소스를 지정할 수 없다. 한번 넣으면 뺄 수 없어서 파드가 사라질 때까지 항목이 남는다.',
		link: 'concepts/workloads/pods/ephemeral-containers/',
	},
	volumes: {
		en: 'The storage that the containers of this pod may mount, each with a name and one kind of volume.\nNothing is mounted by this alone: a container asks for a volume by name in `volumeMounts`. The app starts only when every volume is there; until then the pod stays in `ContainerCreating`, with a `FailedMount` event.',
		ko: '이 파드의 컨테이너가 마운트할 수 있는 볼륨 목록. 항목마다 이름과 볼륨 종류를 하나씩 적는다.\n여기 적는 것만으로는 마운트되지 않는다. 컨테이너가 `volumeMounts`에서 이름으로 가져다 쓴다. 볼륨이 모두 갖춰져야 앱이 시작되고, 그 전까지 파드는 `ContainerCreating`에 머물며 `FailedMount` 이벤트가 남는다.',
		link: 'concepts/storage/volumes/',
	},
	restartPolicy: {
		en: "What to do when one of the pod's containers stops.\n`Always` starts it again even after exit code 0; the only value a Deployment, StatefulSet, DaemonSet or ReplicaSet accepts. `OnFailure` starts it again after a non-zero code. `Never` leaves it, and the pod ends `Succeeded` or `Failed`.\nIt restarts on the same node: at once the first time, then after 10, 20, 40 … 300 s; a run of more than ten minutes resets the wait. Init containers obey it too (`Always` counts as `OnFailure` there); sidecars restart whatever it says.",
		ko: '파드의 컨테이너가 멈췄을 때 다시 시작할지 정한다.\n`Always`는 종료 코드가 0이어도 다시 시작한다. 디플로이먼트, 스테이트풀셋, 데몬셋, 레플리카셋은 이 값만 받는다. `OnFailure`는 0이 아닌 코드로 끝났을 때만 다시 시작한다. `Never`는 그대로 두고, 파드는 `Succeeded`나 `Failed`로 끝난다.\n재시작은 늘 같은 노드에서 일어난다. 처음에는 바로, 그다음부터는 10, 20, 40 … 300초를 기다렸다가 시작하며, 10분 넘게 돌면 기다리는 시간이 처음으로 돌아간다. 초기화 컨테이너도 이 값을 따르지만(`Always`는 `OnFailure`처럼 동작한다) 사이드카는 이 값과 상관없이 다시 시작한다.',
		link: 'concepts/workloads/pods/pod-lifecycle/#restart-policy',
	},
	terminationGracePeriodSeconds: {
		en: 'How long containers may take to stop after SIGTERM before SIGKILL ends them.\nThe clock starts when the pod is deleted. A `preStop` hook runs inside this time; what it leaves (2 s at least) is for the process to react to SIGTERM. A pod that stops sooner is gone sooner. `0` removes the pod from the API at once and does not wait for its containers.\nMistake: a `preStop` sleep as long as this. The process gets 2 s after SIGTERM and is then killed.',
		ko: '컨테이너가 SIGTERM을 받고 스스로 멈출 때까지 기다려 주는 시간. 이 시간이 지나면 SIGKILL로 끝낸다.\n파드를 삭제하는 순간부터 센다. `preStop` 훅도 이 시간 안에서 실행되고, 남은 시간(최소 2초) 동안 프로세스가 SIGTERM을 처리한다. 먼저 멈추면 먼저 사라진다. `0`이면 컨테이너를 기다리지 않고 파드를 API에서 바로 지운다.\n흔한 실수: `preStop`에서 이 값만큼 sleep하는 것. SIGTERM을 받은 프로세스가 2초 만에 강제 종료된다.',
		link: 'concepts/workloads/pods/pod-lifecycle/#pod-termination',
	},
	activeDeadlineSeconds: {
		en: 'How long the pod may live on its node before the kubelet stops it and marks it `Failed`, reason `DeadlineExceeded`.\nCounted from `status.startTime`, so image pulls, init containers and every restart are inside. Containers still get their grace period.\nMistake: setting it on the pod template of a Job. The Job takes the end for a failure and starts a new pod; the limit for all attempts together is the `activeDeadlineSeconds` of the Job.',
		ko: '파드가 노드에서 살 수 있는 시간. 넘기면 kubelet이 컨테이너를 멈추고 `Failed`, 이유 `DeadlineExceeded`로 끝낸다.\n`status.startTime`부터 세므로 이미지를 받는 시간, 초기화 컨테이너, 재시작까지 모두 들어간다. 컨테이너에는 종료 유예 기간을 그대로 준다.\n흔한 실수: 잡의 파드 템플릿에 적는 것. 잡은 이것을 실패로 보고 새 파드를 띄운다. 모든 시도를 합친 제한은 잡의 `activeDeadlineSeconds`에 적는다.',
		link: 'concepts/workloads/controllers/job/#job-termination-and-cleanup',
	},
	securityContext: {
		en: "Users, groups and profiles for all containers of the pod; a container's own `securityContext` wins field by field.\nOnly here: `fsGroup`, `supplementalGroups`, `sysctls`. Only on containers: `capabilities`, `privileged`, `allowPrivilegeEscalation`, `readOnlyRootFilesystem`.",
		ko: '파드의 모든 컨테이너에 적용할 사용자, 그룹, 프로파일. 컨테이너의 `securityContext`에 같은 필드가 있으면 그쪽이 우선한다.\n`fsGroup`, `supplementalGroups`, `sysctls`는 여기에만 있고 `capabilities`, `privileged`, `allowPrivilegeEscalation`, `readOnlyRootFilesystem`은 컨테이너에만 있다.',
		link: 'tasks/configure-pod-container/security-context/',
	},
	serviceAccountName: {
		en: 'As whom the pod speaks to the Kubernetes API. Its rights are those given to this ServiceAccount by RBAC.\nThe account must exist in the same namespace before the pod is made, else creation is refused. Left out, it is `default`, which may do almost nothing.\nApps that never call the API do better with `automountServiceAccountToken: false`.',
		ko: '파드가 쿠버네티스 API에 접근할 때 쓰는 신분. 이 서비스어카운트에 RBAC으로 준 권한을 갖는다.\n서비스어카운트는 파드를 만들기 전에 같은 네임스페이스에 있어야 하며, 없으면 생성이 거부된다. 적지 않으면 권한이 거의 없는 `default`를 쓴다.\nAPI를 호출하지 않는 앱이라면 `automountServiceAccountToken: false`를 적는 편이 낫다.',
		link: 'tasks/configure-pod-container/configure-service-account/',
	},
	serviceAccount: {
		en: 'The old name of `serviceAccountName`; the server keeps both alike. Write `serviceAccountName`.',
		ko: '`serviceAccountName`의 옛 이름. 서버가 두 값을 같게 맞추므로 `serviceAccountName`만 적는다.',
	},
	automountServiceAccountToken: {
		en: "Whether the containers find a token for the Kubernetes API under `/var/run/secrets/kubernetes.io/serviceaccount`.\n`false` is right for every app that does not call the API. Left out, the ServiceAccount's own setting decides, and `true` if that says nothing; a value here wins.",
		ko: '컨테이너의 `/var/run/secrets/kubernetes.io/serviceaccount`에 쿠버네티스 API 토큰을 넣어 줄지 정한다.\nAPI를 호출하지 않는 앱이라면 `false`가 맞다. 적지 않으면 서비스어카운트의 설정을 따르고, 거기에도 없으면 `true`다. 여기 적은 값이 우선한다.',
		link: 'tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
	},
	imagePullSecrets: {
		en: "Secrets with the registry logins for this pod's private images.\nType `kubernetes.io/dockerconfigjson`, in the same namespace. One that does not exist is skipped with an event `FailedToRetrieveImagePullSecret`, and the pull goes on without it, usually into `ErrImagePull`. The ServiceAccount's `imagePullSecrets` are used where the pod names none.",
		ko: '비공개 이미지를 받을 때 쓸 레지스트리 로그인 정보가 든 시크릿 목록.\n같은 네임스페이스의 `kubernetes.io/dockerconfigjson` 타입이어야 한다. 없는 시크릿은 `FailedToRetrieveImagePullSecret` 이벤트만 남기고 건너뛰며, 로그인 없이 받으려다 대개 `ErrImagePull`이 된다. 파드에 하나도 적지 않으면 서비스어카운트의 `imagePullSecrets`를 쓴다.',
		example: 'imagePullSecrets:\n- name: registry-login',
		link: 'concepts/containers/images/#specifying-imagepullsecrets-on-a-pod',
	},
	nodeSelector: {
		en: 'Labels that a node must carry, all of them, for the pod to be put there.\nLooked at once, when the pod is scheduled; a label that changes later moves nothing. If no node matches, the pod stays `Pending` with a `FailedScheduling` event. For "one of" or "rather", use `affinity.nodeAffinity`.',
		ko: '파드를 놓을 노드가 가져야 하는 레이블. 적은 것을 모두 만족해야 한다.\n스케줄링할 때 한 번만 본다. 나중에 레이블이 바뀌어도 파드는 옮기지 않는다. 맞는 노드가 없으면 `FailedScheduling` 이벤트를 남기고 `Pending`에 머문다. "이 가운데 하나"나 "되도록 이런 노드"는 `affinity.nodeAffinity`로 적는다.',
		example: 'nodeSelector:\n  kubernetes.io/arch: arm64',
		link: 'concepts/scheduling-eviction/assign-pod-node/#nodeselector',
	},
	affinity: {
		en: 'Rules for where the pod may or should run: near certain nodes, near or away from other pods.\n`required…` rules keep the pod `Pending` until a node fits, `preferred…` rules only sort the nodes that do. Both are read once, when the pod is scheduled.\nTo spread replicas evenly, `topologySpreadConstraints` is cheaper and softer than anti-affinity.',
		ko: '파드를 어느 노드에 둘지, 어떤 파드와 가까이 또는 멀리 둘지 정하는 규칙.\n`required…` 규칙은 맞는 노드가 나올 때까지 파드를 `Pending`에 두고, `preferred…` 규칙은 맞는 노드들의 순위만 바꾼다. 둘 다 스케줄링할 때 한 번만 본다.\n레플리카를 고르게 퍼뜨리려면 안티-어피니티보다 가볍고 유연한 `topologySpreadConstraints`를 쓴다.',
		link: 'concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity',
	},
	tolerations: {
		en: 'Which taints of nodes the pod tolerates. Without a matching toleration, a node with a `NoSchedule` or `NoExecute` taint is closed to it.\nA toleration opens the node, it does not draw the pod there: add `nodeSelector` or node affinity for that. The server adds two by itself: a pod stays 300 s on a node that is `not-ready` or `unreachable`, then it is deleted there and replaced by its owner.',
		ko: '이 파드가 용인(tolerate)할 노드의 테인트(taint)를 적는다. 맞는 톨러레이션이 없으면 `NoSchedule`이나 `NoExecute` 테인트가 있는 노드에는 올라가지 못한다.\n톨러레이션은 막힌 노드를 열어 줄 뿐 그쪽으로 끌어당기지 않는다. 그 노드로 보내려면 `nodeSelector`나 노드 어피니티를 함께 쓴다. 서버가 두 개를 알아서 붙인다. 노드가 `not-ready`나 `unreachable`이 되면 300초를 기다린 뒤 파드를 삭제하고, 소유자가 다른 곳에 새로 만든다.',
		example: 'tolerations:\n- key: dedicated\n  operator: Equal\n  value: gpu\n  effect: NoSchedule',
		link: 'concepts/scheduling-eviction/taint-and-toleration/',
	},
	topologySpreadConstraints: {
		en: 'How evenly pods of the same kind must be spread over zones, nodes or any other label of nodes.\nEvery entry must hold. Counted are the pods that match its `labelSelector`, this one included if it matches; only when a pod is scheduled, so nothing is moved later.\nMistake: leaving out `labelSelector`. It then counts no pods and spreads nothing.',
		ko: '같은 종류의 파드를 영역(zone), 노드, 또는 다른 노드 레이블을 기준으로 얼마나 고르게 퍼뜨릴지 정한다.\n적은 조건을 모두 만족해야 한다. `labelSelector`에 맞는 파드 수를 세며, 스케줄링할 때만 보므로 나중에 파드를 옮기지는 않는다.\n흔한 실수: `labelSelector`를 빠뜨리는 것. 아무 파드도 세지 않아서 퍼지지 않는다.',
		link: 'concepts/scheduling-eviction/topology-spread-constraints/',
	},
	priorityClassName: {
		en: 'How important the pod is compared with others, by the name of a PriorityClass.\nA higher class is scheduled first and may push lower pods off a full node (preemption). It also counts when the kubelet evicts for lack of memory. The class must exist, else the pod is refused. `system-node-critical` and `system-cluster-critical` are there from the start.',
		ko: '다른 파드와 비교한 중요도. 프라이어리티클래스의 이름을 적는다.\n우선순위가 높으면 먼저 스케줄링되고, 노드가 꽉 찼으면 낮은 파드를 밀어낼 수 있다(선점). 메모리가 모자라 kubelet이 축출할 파드를 고를 때도 쓰인다. 없는 클래스를 적으면 파드 생성이 거부된다. `system-node-critical`과 `system-cluster-critical`은 처음부터 있다.',
		link: 'concepts/scheduling-eviction/pod-priority-preemption/',
	},
	priority: {
		en: 'The number behind `priorityClassName`. The server fills it in; write the class, not the number: one that differs is refused.',
		ko: '`priorityClassName`에 해당하는 숫자. 서버가 채우므로 숫자 대신 클래스 이름을 적는다. 클래스와 다른 숫자를 적으면 거부된다.',
	},
	preemptionPolicy: {
		en: 'Whether this pod may push lower pods off a node when there is no room. `Never`: it waits in front of the queue instead.\nComes from the PriorityClass; a different value here is refused.',
		ko: '자리가 없을 때 우선순위가 낮은 파드를 밀어내도 되는지 정한다. `Never`면 밀어내지 않고 대기열 앞쪽에서 기다린다.\n프라이어리티클래스에서 온 값이며, 여기에 다른 값을 적으면 거부된다.',
		link: 'concepts/scheduling-eviction/pod-priority-preemption/#non-preempting-priority-class',
	},
	nodeName: {
		en: 'The node this pod runs on. The scheduler fills it in.\nWritten by hand, the scheduler is skipped: the pod goes to that node whether it fits or not, and the kubelet there may refuse it (`OutOfcpu`, `NodeAffinity`: the pod is `Failed`). With a name that no node has, nobody runs the pod, and it is deleted after about a minute.\nTo choose a node, use `nodeSelector` with `kubernetes.io/hostname`.',
		ko: '이 파드가 도는 노드의 이름. 스케줄러가 채운다.\n직접 적으면 스케줄러를 건너뛴다. 맞든 안 맞든 그 노드로 가고, 그곳의 kubelet이 거부할 수 있다(`OutOfcpu`, `NodeAffinity` 등으로 `Failed`가 된다). 없는 노드 이름을 적으면 실행할 곳이 없어 1분쯤 뒤에 삭제된다.\n노드를 고르려면 `nodeSelector`에 `kubernetes.io/hostname`을 쓴다.',
		link: 'concepts/scheduling-eviction/assign-pod-node/#nodename',
	},
	schedulerName: {
		en: 'Which scheduler looks for a node. If none of that name is running, the pod stays `Pending`, without any event.',
		ko: '어느 스케줄러가 노드를 찾을지 정한다. 그런 이름의 스케줄러가 없으면 이벤트 하나 없이 `Pending`에 머문다.',
		link: 'tasks/extend-kubernetes/configure-multiple-schedulers/',
	},
	schedulingGates: {
		en: 'Locks on the pod: while one is listed, the scheduler does not look at it. kubectl shows `SchedulingGated`, and there is no event.\nThey can only be set when the pod is made and only be taken away later, usually by the controller that put them there.\nWhile gated, `nodeSelector` and node affinity may still be made stricter.',
		ko: '파드를 스케줄링하지 못하게 거는 자물쇠. 하나라도 남아 있으면 스케줄러가 이 파드를 건너뛴다. kubectl에는 `SchedulingGated`로 보이고 이벤트는 없다.\n만들 때만 걸 수 있고 나중에는 풀 수만 있다. 보통 건 컨트롤러가 푼다.\n잠겨 있는 동안에는 `nodeSelector`와 노드 어피니티를 더 엄격하게 고칠 수 있다.',
		link: 'concepts/scheduling-eviction/pod-scheduling-readiness/',
	},
	readinessGates: {
		en: 'Extra conditions that must be `True` before the pod counts as ready, on top of ready containers.\nSomebody outside has to set them in `status.conditions`, typically a load balancer controller. As long as nobody does, the pod stays `READY 1/1` but out of its Services, reason `ReadinessGatesNotReady`.',
		ko: '컨테이너가 모두 준비돼도, 여기 적은 컨디션까지 `True`여야 파드를 준비된 것으로 친다.\n로드 밸런서 컨트롤러처럼 바깥의 누군가가 `status.conditions`에 적어 줘야 한다. 아무도 적지 않으면 `READY 1/1`이면서도 서비스에는 들어가지 못한다. 이때 이유는 `ReadinessGatesNotReady`다.',
		link: 'concepts/workloads/pods/pod-lifecycle/#pod-readiness-gate',
	},
	resources: {
		en: "CPU and memory for the pod as a whole; its containers share it.\nA container without a limit of its own may use what the others leave, up to the pod's limit. Only `cpu`, `memory` and `hugepages-*`; the requests of all containers together must fit inside.\nWhere it is set, the scheduler and the QoS class go by it and not by the containers.",
		ko: '파드 전체의 CPU와 메모리. 컨테이너들이 나눠 쓴다.\n자기 한도가 없는 컨테이너는 파드의 한도 안에서 남는 만큼 쓸 수 있다. `cpu`, `memory`, `hugepages-*`만 적을 수 있고, 컨테이너들의 요청을 합친 값이 여기를 넘으면 안 된다.\n적으면 스케줄러와 QoS 클래스는 컨테이너가 아니라 이 값을 본다.',
		link: 'concepts/configuration/manage-resources-containers/#pod-level-resource-specification',
	},
	hostNetwork: {
		en: "The pod uses the node's network instead of its own: its IP is the node's, and every port it opens is open on the node.\nEvery `containerPort` is also taken as `hostPort`, so one node holds at most one such pod per port. NetworkPolicies mostly do not apply.\nSet `dnsPolicy: ClusterFirstWithHostNet`, or the pod asks the node's DNS and does not find Services.",
		ko: '파드가 자기 네트워크 대신 노드의 네트워크를 쓴다. IP가 노드의 IP이고, 파드가 여는 포트는 모두 노드에 열린다.\n`containerPort`가 그대로 `hostPort`가 되므로 한 노드에 같은 포트를 쓰는 파드를 둘 놓을 수 없다. 네트워크폴리시도 대개 적용되지 않는다.\n`dnsPolicy: ClusterFirstWithHostNet`을 함께 적는다. 그러지 않으면 노드의 DNS에 물어서 서비스 이름을 찾지 못한다.',
	},
	hostPID: {
		en: 'The containers see all processes of the node, and with enough rights can signal or trace them.\nFor node agents only. Not together with `shareProcessNamespace`.',
		ko: '컨테이너가 노드의 모든 프로세스를 본다. 권한이 있으면 신호를 보내거나 추적할 수도 있다.\n노드 에이전트에만 쓴다. `shareProcessNamespace`와 함께 쓸 수 없다.',
	},
	hostIPC: {
		en: 'The containers share System V semaphores, message queues and shared memory with the node. Almost never needed; containers of one pod share theirs anyway.',
		ko: '컨테이너가 노드의 System V 세마포어, 메시지 큐, 공유 메모리를 함께 쓴다. 쓸 일이 거의 없다. 같은 파드의 컨테이너끼리는 어차피 공유한다.',
	},
	hostUsers: {
		en: '`false` gives the pod its own users: root inside the container is an unprivileged user on the node.\nA break-out then gains little, and capabilities count only inside. Not together with `hostNetwork`, `hostPID`, `hostIPC` or raw block devices; node, runtime and file systems must support it (Linux 6.3, idmap mounts).',
		ko: '`false`면 파드가 사용자를 따로 갖는다. 컨테이너 안의 root가 노드에서는 권한 없는 사용자가 된다.\n컨테이너를 빠져나와도 얻을 것이 적고, capability도 안에서만 통한다. `hostNetwork`, `hostPID`, `hostIPC`, 원시 블록 장치와 함께 쓸 수 없으며, 노드와 런타임과 파일시스템이 지원해야 한다(리눅스 6.3, idmap 마운트).',
		link: 'concepts/workloads/pods/user-namespaces/',
	},
	shareProcessNamespace: {
		en: "The containers of the pod see each other's processes and can signal them.\nThe app is no longer PID 1 (that is the pause container), so signals it did not handle as PID 1 now end it, and orphans are reaped for it. Files of the others are reachable through `/proc/<pid>/root`.",
		ko: '파드의 컨테이너들이 서로의 프로세스를 보고 신호를 보낼 수 있다.\n앱은 더 이상 PID 1이 아니다(pause 컨테이너가 PID 1이다). PID 1일 때 무시되던 신호에도 끝나고, 고아 프로세스는 pause가 거둔다. `/proc/<pid>/root`를 거쳐 다른 컨테이너의 파일에도 닿는다.',
		link: 'tasks/configure-pod-container/share-process-namespace/',
	},
	dnsPolicy: {
		en: "Where the pod sends its name lookups.\n`ClusterFirst` to the cluster's DNS, which knows Services. `ClusterFirstWithHostNet` is the same for pods with `hostNetwork`. `Default` copies the node's `resolv.conf`, without Services. `None` uses only what `dnsConfig` says.\nMistake: taking `Default` for the default. Left out, it is `ClusterFirst`.",
		ko: '파드가 이름을 어디에 물을지 정한다.\n`ClusterFirst`는 서비스 이름을 아는 클러스터 DNS에 묻는다. `hostNetwork` 파드에서 그렇게 하려면 `ClusterFirstWithHostNet`을 쓴다. `Default`는 노드의 `resolv.conf`를 그대로 써서 서비스 이름을 모른다. `None`은 `dnsConfig`에 적은 것만 쓴다.\n흔한 실수: `Default`를 기본값으로 여기는 것. 적지 않았을 때의 값은 `ClusterFirst`다.',
		link: 'concepts/services-networking/dns-pod-service/#pod-s-dns-policy',
	},
	dnsConfig: {
		en: 'Name servers, search domains and resolver options, added to what `dnsPolicy` gives; with `dnsPolicy: None` they are all there is.\nCommon use: lower `ndots` from 5 to 1 or 2, so that outside names are not first tried with every search domain.',
		ko: '네임서버, 검색 도메인, 리졸버 옵션. `dnsPolicy`가 정한 것에 더하며, `dnsPolicy: None`이면 여기 적은 것이 전부다.\n흔한 쓰임은 `ndots`를 5에서 1이나 2로 낮추는 것이다. 바깥 이름을 찾을 때마다 검색 도메인을 하나씩 붙여 보는 낭비가 준다.',
		example: 'dnsConfig:\n  options:\n  - name: ndots\n    value: "2"',
		link: 'concepts/services-networking/dns-pod-service/#pod-dns-config',
	},
	hostAliases: {
		en: "Lines to add to the containers' `/etc/hosts`, with `hostNetwork` too.\nThe kubelet writes the file; edits made in the image or by the app are lost at the next restart.",
		ko: '컨테이너의 `/etc/hosts`에 더할 줄. `hostNetwork`에서도 동작한다.\n파일은 kubelet이 쓴다. 이미지나 앱이 고친 내용은 재시작하면 사라진다.',
		example: 'hostAliases:\n- ip: 10.0.0.7\n  hostnames: [legacy-db]',
		link: 'tasks/network/customize-hosts-file-for-pods/',
	},
	hostname: {
		en: 'What the containers see as their hostname. Left out, it is the name of the pod (its first 63 characters).\nOther pods find it by this name only together with `subdomain` and a headless Service of that name.',
		ko: '컨테이너가 자기 호스트네임으로 보는 이름. 적지 않으면 파드 이름(앞 63자)이다.\n다른 파드가 이 이름으로 찾으려면 `subdomain`과 같은 이름의 헤드리스 서비스가 있어야 한다.',
		link: 'concepts/workloads/pods/pod-hostname/',
	},
	subdomain: {
		en: 'The name of the headless Service under which the pod gets a DNS name: `<hostname>.<subdomain>.<namespace>.svc.cluster.local`.\nA Service of exactly this name must select the pod. StatefulSets set it to their `serviceName`.',
		ko: '파드에 DNS 이름을 줄 헤드리스 서비스의 이름. `<hostname>.<subdomain>.<namespace>.svc.cluster.local`이 된다.\n정확히 이 이름의 서비스가 파드를 선택하고 있어야 한다. 스테이트풀셋은 자기 `serviceName`을 여기에 적는다.',
		link: 'concepts/services-networking/dns-pod-service/#pod-hostname-and-subdomain-field',
	},
	hostnameOverride: {
		en: 'The hostname the containers see, dots allowed, instead of anything made from `hostname` and `subdomain`. DNS records stay as they are.\nNot together with `setHostnameAsFQDN` or `hostNetwork`. Of 64 characters the last is cut off.',
		ko: '`hostname`, `subdomain`과 상관없이 컨테이너가 보게 할 호스트네임. 점을 넣을 수 있고 DNS 레코드는 바뀌지 않는다.\n`setHostnameAsFQDN`, `hostNetwork`와 함께 쓸 수 없다. 64자를 적으면 마지막 한 자는 잘린다.',
		link: 'concepts/workloads/pods/pod-hostname/',
	},
	setHostnameAsFQDN: {
		en: '`hostname` inside the containers prints the full name (`web-0.db.shop.svc.cluster.local`) instead of the first part. Needs `subdomain`, else nothing changes.\nMistake: a full name of more than 64 characters. The pod stays in `ContainerCreating`.',
		ko: '컨테이너 안에서 `hostname`을 실행하면 첫 마디가 아니라 전체 이름(`web-0.db.shop.svc.cluster.local`)이 나온다. `subdomain`이 없으면 아무것도 바뀌지 않는다.\n흔한 실수: 전체 이름이 64자를 넘는 것. 파드가 `ContainerCreating`에 머문다.',
		link: 'concepts/workloads/pods/pod-hostname/',
	},
	enableServiceLinks: {
		en: 'Whether every Service of the namespace becomes a set of environment variables (`WEB_SERVICE_HOST`, `WEB_PORT` …) in the containers.\nOnly Services that existed when the container started appear. `false` is right for nearly everyone: DNS does the same, and with thousands of Services processes fail to start (`argument list too long`).\nMistake: a Service named `redis` sets `REDIS_PORT` to `tcp://…`, which the app then reads as its own setting.',
		ko: '네임스페이스의 서비스마다 환경 변수(`WEB_SERVICE_HOST`, `WEB_PORT` …)를 컨테이너에 넣을지 정한다.\n컨테이너가 시작될 때 이미 있던 서비스만 들어간다. DNS로 찾으면 되므로 대개 `false`가 낫다. 서비스가 수천 개면 프로세스가 시작조차 못 한다(`argument list too long`).\n흔한 실수: 앱이 읽는 변수와 겹치는 서비스 이름. 서비스 `redis`가 있으면 `REDIS_PORT`에 `tcp://…`가 들어가고 앱이 이것을 설정으로 읽는다.',
		link: 'tutorials/services/connect-applications-service/#accessing-the-service',
	},
	os: {
		en: 'Which operating system the containers are built for. It does not choose a node: add `nodeSelector` with `kubernetes.io/os`.\nThe server uses it to refuse fields that the system does not have, Pod Security to skip Linux-only rules for Windows. A node of the other system rejects the pod. Needed for `stopSignal`.',
		ko: '컨테이너가 어느 운영체제용인지 밝힌다. 노드를 고르지는 않으므로 `nodeSelector`에 `kubernetes.io/os`를 함께 적는다.\n서버는 그 운영체제에 없는 필드를 거부하고, 파드 시큐리티 어드미션은 윈도우 파드에 리눅스 전용 규칙을 적용하지 않는다. 운영체제가 다른 노드로 가면 파드가 거부된다. `stopSignal`을 쓰려면 있어야 한다.',
		link: 'concepts/workloads/pods/#pod-os',
	},
	runtimeClassName: {
		en: 'Which kind of container runtime runs the pod, by the name of a RuntimeClass: gVisor, Kata, a GPU runtime.\nThe class must exist, else the pod is refused. It may add `overhead`, a node selector and tolerations to the pod.',
		ko: '파드를 어떤 컨테이너 런타임으로 돌릴지 런타임클래스 이름으로 정한다. gVisor, Kata, GPU 런타임 등이 있다.\n없는 클래스를 적으면 거부된다. 클래스에 따라 `overhead`, 노드 셀렉터, 톨러레이션이 파드에 붙는다.',
		link: 'concepts/containers/runtime-class/',
	},
	overhead: {
		en: 'What the runtime itself takes per pod, on top of the containers; it counts for scheduling, quota and eviction.\nThe RuntimeClass sets it. Written by hand it is refused, unless it is exactly what the class says.',
		ko: '컨테이너와 별도로 런타임이 파드마다 쓰는 리소스. 스케줄링, 쿼터, 축출을 따질 때 더한다.\n런타임클래스가 채운다. 클래스에 적힌 값과 다르게 직접 적으면 거부된다.',
		link: 'concepts/scheduling-eviction/pod-overhead/',
	},
	resourceClaims: {
		en: 'Devices (GPUs, network cards …) the pod needs, as ResourceClaims; each gets a name under which containers ask for it in `resources.claims`.\nThe pod is scheduled only where all of them can be had.',
		ko: '파드에 필요한 장치(GPU, 네트워크 카드 …)를 ResourceClaim으로 적은 목록. 컨테이너는 여기서 붙인 이름을 `resources.claims`에 적어 쓴다.\n모두 확보할 수 있는 노드에만 스케줄링된다.',
		link: 'concepts/scheduling-eviction/dynamic-resource-allocation/',
	},
	schedulingGroup: {
		en: 'The PodGroup this pod belongs to, so that its pods are scheduled, and preempted, together and not one by one.\nThe group may be created later; until then the pod waits.',
		ko: '이 파드가 속한 PodGroup. 묶인 파드들은 하나씩이 아니라 함께 스케줄링되고 함께 선점된다.\n그룹은 나중에 만들어도 되며, 그때까지 파드는 기다린다.',
		link: 'concepts/workloads/pods/scheduling-group/',
	},
	workloadRef: {
		en: 'The Workload and the group in it that this pod is scheduled with. Newer servers use `schedulingGroup` instead.',
		ko: '이 파드를 함께 스케줄링할 Workload와 그 안의 그룹. 새 버전에서는 `schedulingGroup`을 쓴다.',
	},
	evictionResponders: {
		en: 'Who is asked first when somebody requests the eviction of the pod (an EvictionRequest): each responder may move the work away before the pod is stopped.\nHigher `priority` comes first; if none acts in time, the pod is evicted in the ordinary way. Not for pods in a `schedulingGroup`.',
		ko: '축출 요청(EvictionRequest)이 왔을 때 먼저 나설 응답자 목록. 파드를 멈추기 전에 하던 일을 옮길 기회를 준다.\n`priority`가 높은 쪽부터 맡고, 제때 나서는 응답자가 없으면 평소처럼 축출한다. `schedulingGroup`에 속한 파드에는 쓸 수 없다.',
	},
});
