import type { Container } from '../schema/generated/types';
import { documented } from './words';

export const container = documented<Container>()({
	name: {
		en: 'What `kubectl logs -c`, status and events call this container; unique in the pod, init containers included.\nIt is not a DNS name: other pods reach a pod or a Service, not a container.',
		ko: '`kubectl logs -c`와 상태, 이벤트에서 이 컨테이너를 부르는 이름. 초기화 컨테이너까지 합쳐 파드 안에서 겹치지 않아야 한다.\nDNS 이름이 아니다. 다른 파드는 컨테이너가 아니라 파드나 서비스로 접속한다.',
	},
	image: {
		en: "The image to run: registry, repository, and a tag or digest. Without a registry the node's runtime fills one in (usually Docker Hub), without a tag or digest it is `:latest`.\nA wrong name or missing login shows as `ErrImagePull`, then `ImagePullBackOff`, and is retried forever. Changing it on a running pod restarts just this container, whatever `restartPolicy` says.\nMistake: `:latest` or another tag that moves. Two pods of one Deployment may run different code; a version or `@sha256:…` cannot.",
		ko: '실행할 이미지. 레지스트리, 리포지터리, 태그나 다이제스트를 적는다. 레지스트리를 빼면 노드의 런타임이 정하고(대개 Docker Hub), 태그와 다이제스트를 모두 빼면 `:latest`다.\n이름이 틀렸거나 로그인 정보가 없으면 `ErrImagePull`, 이어서 `ImagePullBackOff`가 되고 끝없이 다시 시도한다. 실행 중인 파드에서 바꾸면 `restartPolicy`와 상관없이 이 컨테이너만 다시 시작한다.\n흔한 실수: `:latest`처럼 움직이는 태그를 쓰는 것. 한 디플로이먼트의 파드끼리 다른 코드를 돌릴 수 있다. 버전이나 `@sha256:…`을 적으면 그럴 일이 없다.',
		example: 'image: registry.example/team/app:1.4.2',
		link: 'concepts/containers/images/',
	},
	imagePullPolicy: {
		en: 'When the kubelet fetches the image.\n`IfNotPresent` only if the node lacks it, `Always` asks the registry at every start (layers the node has are not fetched again), `Never` uses what the node has and fails with `ErrImageNeverPull` otherwise.\nLeft out, it is `Always` for the tag `:latest` or no tag (and no digest), else `IfNotPresent`. It is set when the object is created: changing the tag later does not change it.',
		ko: '이미지를 언제 내려받을지 정한다.\n`IfNotPresent`는 노드에 없을 때만, `Always`는 시작할 때마다 레지스트리에 확인하고(이미 있는 레이어는 다시 받지 않는다), `Never`는 노드에 있는 것만 쓰며 없으면 `ErrImageNeverPull`로 실패한다.\n적지 않으면 태그가 `:latest`이거나 태그도 다이제스트도 없을 때 `Always`, 그 밖에는 `IfNotPresent`가 된다. 오브젝트를 만들 때 한 번 정해지므로 나중에 태그를 바꿔도 따라 바뀌지 않는다.',
		link: 'concepts/containers/images/#image-pull-policy',
	},
	command: {
		en: 'The program to start, instead of the image\'s ENTRYPOINT. With it, the image\'s CMD is dropped too; give the arguments here or in `args`.\nNo shell is involved: pipes, `&&`, `*` and `$HOME` mean nothing. Call one if you need it: `["sh", "-c", "…"]`. `$(NAME)` is replaced by the variable from `env`; write `$$(NAME)` to keep it.\nMistake: one text with spaces, `["sleep 10"]`. It looks for a program of that name: `StartError`, exit code 128.',
		ko: '이미지의 ENTRYPOINT 대신 실행할 프로그램. 적으면 이미지의 CMD도 쓰이지 않으므로 인수는 여기나 `args`에 적는다.\n셸을 거치지 않는다. 파이프, `&&`, `*`, `$HOME`은 통하지 않으며, 필요하면 `["sh", "-c", "…"]`로 셸을 부른다. `$(NAME)`은 `env`의 변수로 바뀌고, 그대로 두려면 `$$(NAME)`으로 적는다.\n흔한 실수: `["sleep 10"]`처럼 한 덩어리로 적는 것. 그런 이름의 프로그램을 찾다가 `StartError`, 종료 코드 128로 실패한다.',
		example: 'command: ["sh", "-c", "exec ./server --port $(PORT)"]',
		link: 'tasks/inject-data-application/define-command-argument-container/',
	},
	args: {
		en: 'Arguments for the program, instead of the image\'s CMD. The program is `command`, or the image\'s ENTRYPOINT if that is left out.\nEvery item is one argument, and all are text: quote numbers and `true`. `$(NAME)` is replaced by the variable from `env`.\nMistake: `["--port 80"]`. That is one argument; write `["--port", "80"]` or `["--port=80"]`.',
		ko: '프로그램에 줄 인수. 이미지의 CMD를 대신한다. 프로그램은 `command`이고, 없으면 이미지의 ENTRYPOINT다.\n항목 하나가 인수 하나이며 모두 문자열이다. 숫자와 `true`는 따옴표로 감싼다. `$(NAME)`은 `env`의 변수로 바뀐다.\n흔한 실수: `["--port 80"]`으로 적는 것. 인수 하나가 되어 버린다. `["--port", "80"]`이나 `["--port=80"]`으로 적는다.',
		example: 'args: ["--port", "8080", "--verbose"]',
		link: 'tasks/inject-data-application/define-command-argument-container/',
	},
	workingDir: {
		en: "The directory the program starts in, instead of the image's WORKDIR. `exec` probes and hooks start there as well.\nUse an absolute path. Most runtimes create a missing directory, owned by root.",
		ko: '프로그램이 시작되는 디렉터리. 이미지의 WORKDIR을 대신한다. `exec` 프로브와 훅도 여기서 시작한다.\n절대 경로로 적는다. 없는 디렉터리는 대개 런타임이 root 소유로 만든다.',
	},
	env: {
		en: 'Environment variables, each a name with a `value` or a `valueFrom`. They win over `envFrom`, and over variables of the image.\nRead once, when the container is created: a changed ConfigMap or Secret reaches the app only with the next start. A reference to a missing key keeps the container in `CreateContainerConfigError` until it appears.\n`$(NAME)` in a value is replaced by a variable that stands above it.',
		ko: '환경 변수 목록. 이름마다 `value`나 `valueFrom`을 적는다. `envFrom`과 이미지에 든 변수보다 우선한다.\n컨테이너를 만들 때 한 번 읽는다. 컨피그맵이나 시크릿을 고쳐도 다음에 시작할 때에야 반영된다. 없는 키를 가리키면 그 키가 생길 때까지 `CreateContainerConfigError`에 머문다.\n값에 쓴 `$(NAME)`은 위쪽에 적은 변수로 바뀐다.',
		example: 'env:\n- name: PORT\n  value: "8080"\n- name: NODE\n  valueFrom:\n    fieldRef: { fieldPath: spec.nodeName }',
		link: 'tasks/inject-data-application/define-environment-variable-container/',
	},
	envFrom: {
		en: 'Every key of a ConfigMap or Secret as an environment variable.\nWith several sources the last one wins, and `env` wins over all. Read when the container is created; a missing source keeps it in `CreateContainerConfigError`, unless it is `optional`.',
		ko: '컨피그맵이나 시크릿의 모든 키를 환경 변수로 넣는다.\n같은 키가 여러 출처에 있으면 나중 것을 쓰고, `env`에도 있으면 `env`를 쓴다. 컨테이너를 만들 때 읽으며, 출처가 없으면 `CreateContainerConfigError`에 머문다(`optional`이면 건너뛴다).',
		example: 'envFrom:\n- configMapRef: { name: app-config }\n- secretRef: { name: app-secret }\n  prefix: DB_',
		link: 'tasks/configure-pod-container/configure-pod-configmap/#configure-all-key-value-pairs-in-a-configmap-as-container-environment-variables',
	},
	ports: {
		en: 'The ports the app listens on. This opens nothing and closes nothing: a port that is not listed is reachable all the same.\nIt gives ports a `name` for Services and probes to use, reserves `hostPort`, and tells readers and tools what is there.\nMistake: expecting it to change where the app listens. An app bound to `127.0.0.1` stays unreachable.',
		ko: '앱이 어느 포트에서 연결을 받는지 알려 준다. 포트를 열거나 닫지는 않는다. 적지 않은 포트로도 똑같이 접속할 수 있다.\n포트에 `name`을 붙여 서비스와 프로브에서 쓰고, `hostPort`를 잡고, 사람과 도구가 알아보게 한다.\n흔한 실수: 여기 적으면 앱이 그 포트를 열 것으로 여기는 것. 앱이 `127.0.0.1`에만 묶여 있으면 여전히 접속할 수 없다.',
		example: 'ports:\n- name: http\n  containerPort: 8080',
	},
	resources: {
		en: 'How much CPU and memory the container asks for (`requests`) and may use at most (`limits`).\nRequests decide on which node it fits; limits are enforced: too much CPU is slowed down, too much memory is killed (`OOMKilled`). What all containers say together decides the QoS class; who uses more than it requested goes first when the node runs short.',
		ko: '컨테이너가 요구하는 CPU와 메모리(`requests`), 그리고 쓸 수 있는 최댓값(`limits`).\n요청은 어느 노드에 올라갈지 정하고, 한도는 그보다 많이 쓰지 못하게 막는다. CPU를 넘기면 느려지고 메모리를 넘기면 죽는다(`OOMKilled`). 모든 컨테이너에 적은 값이 QoS 클래스를 정한다. 노드의 리소스가 모자라면 요청보다 많이 쓰는 파드부터 축출된다.',
		example: 'resources:\n  requests: { cpu: 250m, memory: 256Mi }\n  limits: { memory: 256Mi }',
		link: 'concepts/configuration/manage-resources-containers/',
	},
	resizePolicy: {
		en: 'Whether changing CPU or memory of the running container restarts it.\n`NotRequired` (also where nothing is said) changes the limit under the running process. `RestartContainer` is for apps that read their size once at the start, such as a JVM with `-Xmx`.',
		ko: '실행 중인 컨테이너의 CPU나 메모리를 바꿀 때 재시작할지 정한다.\n`NotRequired`(적지 않았을 때도 같다)는 프로세스를 그대로 두고 한도만 바꾼다. `-Xmx`를 쓰는 JVM처럼 시작할 때 한 번만 크기를 읽는 앱이라면 `RestartContainer`를 쓴다.',
		example: 'resizePolicy:\n- resourceName: memory\n  restartPolicy: RestartContainer',
		link: 'tasks/configure-pod-container/resize-container-resources/',
	},
	restartPolicy: {
		en: "Whether this container starts again after it stops, whatever the pod's `restartPolicy` says.\nIn `initContainers`, `Always` makes it a sidecar: it starts in its turn, runs beside the app, restarts when it stops, and ends after the app containers. In `containers`, `Always`, `OnFailure` and `Never` mean the same as on the pod, with the same waits (10, 20, 40 … 300 s).\nExit codes can decide in `restartPolicyRules`.",
		ko: '이 컨테이너가 멈췄을 때 다시 시작할지, 파드의 `restartPolicy`와 따로 정한다.\n`initContainers`에서 `Always`를 적으면 사이드카가 된다. 자기 차례에 시작해 앱과 함께 돌고, 멈추면 다시 시작하며, 앱 컨테이너가 끝난 뒤에 끝난다. `containers`에서는 `Always`, `OnFailure`, `Never`가 파드에서와 같은 뜻이고, 기다리는 시간(10, 20, 40 … 300초)도 같다.\n종료 코드에 따라 달리하려면 `restartPolicyRules`를 쓴다.',
		link: 'concepts/workloads/pods/sidecar-containers/',
	},
	restartPolicyRules: {
		en: 'Exceptions to `restartPolicy` by exit code, read from top to bottom; the first that matches decides.\n`Restart` starts this container again, `RestartAllContainers` the whole pod in place, init containers included. If none matches, `restartPolicy` of this container decides; it must be written when there are rules. Restarts wait as always (10, 20, 40 … 300 s).',
		ko: '종료 코드에 따른 `restartPolicy`의 예외. 위에서부터 읽어 처음 맞는 규칙을 따른다.\n`Restart`는 이 컨테이너를, `RestartAllContainers`는 초기화 컨테이너부터 파드 전체를 그 자리에서 다시 시작한다. 맞는 규칙이 없으면 이 컨테이너의 `restartPolicy`를 따르므로, 규칙을 적으려면 그 값도 적어야 한다. 재시작은 평소처럼 기다렸다가 한다(10, 20, 40 … 300초).',
		example: 'restartPolicyRules:\n- action: Restart\n  exitCodes: { operator: In, values: [42] }\nrestartPolicy: Never',
		link: 'concepts/workloads/pods/pod-lifecycle/#container-restart-rules',
	},
	volumeMounts: {
		en: "Which volumes of the pod appear where in this container's file system.\n`name` is an entry of `spec.volumes` (or, in a StatefulSet, of `volumeClaimTemplates`). A mount hides what the image has at that path.",
		ko: '파드의 볼륨을 이 컨테이너의 파일시스템 어디에 둘지 정한다.\n`name`은 `spec.volumes`의 항목이다(스테이트풀셋에서는 `volumeClaimTemplates`도 된다). 마운트한 경로에 이미지가 가진 파일은 가려진다.',
		example: 'volumeMounts:\n- name: data\n  mountPath: /var/lib/app',
		link: 'concepts/storage/volumes/',
	},
	volumeDevices: {
		en: 'Volumes handed over as raw block devices, without a file system, for programs that want the disk itself.\nThe claim must have `volumeMode: Block`; such a volume cannot be in `volumeMounts` of this container too.',
		ko: '볼륨을 파일시스템 없이 원시 블록 장치로 넘겨준다. 디스크를 직접 다루는 프로그램에 쓴다.\n클레임이 `volumeMode: Block`이어야 하고, 같은 볼륨을 이 컨테이너의 `volumeMounts`에 함께 적을 수 없다.',
		link: 'concepts/storage/persistent-volumes/#raw-block-volume-support',
	},
	livenessProbe: {
		en: 'Asks the container again and again whether it still works, and restarts it after `failureThreshold` failures in a row (3).\nIt starts once the container has started (`startupProbe` passed, if there is one). A restart gives SIGTERM and the grace period first; with `restartPolicy: Never` there is none, and the pod fails. Only use it for what a restart cures, such as a deadlock; a process that exits is restarted without it.\nMistake: checking a database here. When the database is down, every replica restarts in a loop and makes it worse.',
		ko: '컨테이너가 제대로 동작하는지 계속 확인하고, 연속으로 `failureThreshold`번(기본 3) 실패하면 재시작한다.\n컨테이너가 시작된 뒤에(`startupProbe`가 있으면 성공한 뒤에) 시작한다. 재시작할 때는 먼저 SIGTERM을 보내고 유예 기간을 준다. `restartPolicy: Never`면 재시작하지 않고 파드가 실패로 끝난다. 데드락처럼 재시작하면 낫는 문제에만 쓴다. 스스로 끝나는 프로세스는 이것 없이도 재시작된다.\n흔한 실수: 여기서 데이터베이스까지 검사하는 것. 데이터베이스가 멈추면 모든 레플리카가 재시작을 되풀이해 사태를 키운다.',
		example: 'livenessProbe:\n  httpGet: { path: /healthz, port: http }\n  periodSeconds: 10',
		link: 'concepts/workloads/pods/probes/#liveness-probe',
	},
	readinessProbe: {
		en: 'Asks the container again and again whether it can take traffic. While the answer is no, Services leave the pod out; nothing is restarted.\nUntil the first success the container is not ready. It fails after `failureThreshold` failures in a row (3) and comes back after `successThreshold` successes (1). It runs for the whole life of the container, also while the pod is shutting down.\nMistake: checking a database here. When the database is down, every replica leaves the Service at once.',
		ko: '컨테이너가 트래픽을 받을 준비가 됐는지 계속 확인한다. 준비되지 않은 동안 서비스는 이 파드로 트래픽을 보내지 않는다. 컨테이너를 재시작하지는 않는다.\n처음 성공하기 전까지는 준비되지 않은 상태다. 연속으로 `failureThreshold`번(기본 3) 실패하면 빠지고, `successThreshold`번(기본 1) 성공하면 돌아온다. 컨테이너가 살아 있는 동안, 종료 중에도 계속 확인한다.\n흔한 실수: 여기서 데이터베이스까지 검사하는 것. 데이터베이스가 멈추면 모든 레플리카가 한꺼번에 서비스에서 빠진다.',
		example: 'readinessProbe:\n  httpGet: { path: /ready, port: http }\n  periodSeconds: 5',
		link: 'concepts/workloads/pods/probes/#readiness-probe',
	},
	startupProbe: {
		en: 'Waits until a slow app has started: until it succeeds once, the other probes do not run; after that it does not run anymore.\nAfter `failureThreshold` failures in a row the container is restarted, so the app has at most `failureThreshold` × `periodSeconds` to start, up to one period less; leave one to spare. A restarted container begins with it again.\nMistake: a long `initialDelaySeconds` on the liveness probe instead. It always waits the full time, and still restarts an app that is a second slower.',
		ko: '느린 앱이 시작될 때까지 기다린다. 한 번 성공할 때까지 다른 프로브는 돌지 않고, 성공하면 이 프로브는 더 돌지 않는다.\n연속으로 `failureThreshold`번 실패하면 컨테이너를 재시작하므로, 앱은 길어야 `failureThreshold` × `periodSeconds` 안에 시작해야 한다. 한 주기까지 짧아질 수 있으니 한 번은 여유를 둔다. 재시작한 컨테이너는 이 프로브부터 다시 거친다.\n흔한 실수: 이 프로브 대신 활성 프로브의 `initialDelaySeconds`를 길게 잡는 것. 늘 그 시간을 다 기다리고, 1초만 늦어도 재시작된다.',
		example: 'startupProbe:\n  httpGet: { path: /healthz, port: http }\n  periodSeconds: 10\n  failureThreshold: 30',
		link: 'concepts/workloads/pods/probes/#startup-probe',
	},
	lifecycle: {
		en: 'What to run right after the container has started (`postStart`) and before it is stopped (`preStop`), and which signal stops it.',
		ko: '컨테이너가 시작된 직후(`postStart`)와 멈추기 직전(`preStop`)에 할 일, 그리고 멈출 때 보낼 신호를 정한다.',
		link: 'concepts/containers/container-lifecycle-hooks/',
	},
	securityContext: {
		en: "User, privileges and profiles of this container. A field set here wins over the same one in the pod's `securityContext`.\nA good start for most apps is the example; it is what the `restricted` Pod Security level asks for, and a read-only root besides.",
		ko: '이 컨테이너의 사용자, 권한, 프로파일. 여기 적은 필드는 파드의 `securityContext`에 있는 같은 필드보다 우선한다.\n대개는 예시처럼 시작하면 된다. 파드 시큐리티 스탠다드(Pod Security Standards)의 `restricted` 수준이 요구하는 것에 읽기 전용 루트를 더했다.',
		example:
			'securityContext:\n  runAsNonRoot: true\n  allowPrivilegeEscalation: false\n  readOnlyRootFilesystem: true\n  capabilities: { drop: [ALL] }\n  seccompProfile: { type: RuntimeDefault }',
		link: 'tasks/configure-pod-container/security-context/#set-the-security-context-for-a-container',
	},
	terminationMessagePath: {
		en: 'The file in the container into which the app may write why it ends; the kubelet shows it as `message` of the terminated state.\nAt most 4096 bytes are kept, 12 KiB for all containers of the pod together.',
		ko: '앱이 끝나는 이유를 적어 둘 컨테이너 안의 파일. kubelet이 읽어서 terminated 상태의 `message`로 보여 준다.\n4096바이트까지, 파드의 모든 컨테이너를 합쳐 12KiB까지만 남는다.',
		link: 'tasks/debug/debug-application/determine-reason-pod-failure/',
	},
	terminationMessagePolicy: {
		en: 'Where the message of a container that ended comes from.\n`File` reads `terminationMessagePath` only. `FallbackToLogsOnError` takes the end of the log (80 lines, 2048 bytes) if that file is empty and the exit code is not 0: the last error then shows in `kubectl describe`, without any change to the app.',
		ko: '끝난 컨테이너의 메시지를 어디서 가져올지 정한다.\n`File`은 `terminationMessagePath`만 읽는다. `FallbackToLogsOnError`는 그 파일이 비어 있고 종료 코드가 0이 아니면 로그의 끝(80줄, 2048바이트)을 가져온다. 앱을 고치지 않아도 마지막 오류가 `kubectl describe`에 보인다.',
		link: 'tasks/debug/debug-application/determine-reason-pod-failure/#customizing-the-termination-message',
	},
	stdin: {
		en: 'Keeps the standard input open, so that `kubectl attach -i` can type into it. Otherwise the app reads end of file at once.\nNeeded for images whose command is a shell and that would end immediately. `kubectl exec -it` works without it.',
		ko: '표준 입력을 열어 두어 `kubectl attach -i`로 입력할 수 있게 한다. 적지 않으면 앱은 읽자마자 입력의 끝(EOF)을 만난다.\n셸을 실행하는 이미지가 바로 끝나지 않게 할 때 쓴다. `kubectl exec -it`에는 필요 없다.',
	},
	stdinOnce: {
		en: 'Closes the standard input when the first `kubectl attach` ends, so that the app sees the end of its input. Only with `stdin`.\nNobody can attach an input again until the container restarts.',
		ko: '첫 `kubectl attach`가 끝나면 표준 입력을 닫아 앱이 입력의 끝을 알게 한다. `stdin`과 함께 쓴다.\n컨테이너가 재시작하기 전에는 다시 입력을 붙일 수 없다.',
	},
	tty: {
		en: 'Gives the process a terminal: colors, prompts and line editing work, and standard error is mixed into standard output. Use it with `stdin`.',
		ko: '프로세스에 터미널을 준다. 색, 프롬프트, 줄 편집이 동작하고 표준 오류가 표준 출력에 섞인다. `stdin`과 함께 쓴다.',
	},
});
