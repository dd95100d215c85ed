import { expectationWords } from './expect';
import type { ScenarioWords, Words } from './words';

const probe = (name: { readonly en: string; readonly ko: string }): Words => ({
	en: `What the ${name.en} probe finds, step by step. Each step holds from its time on, until a later one takes over.\nWithout steps the probe always succeeds. A probe that the manifest does not have is never asked.`,
	ko: `${name.ko} 프로브가 받는 답을 차례로 적는다. 각 단계는 그 시각부터 다음 단계까지 이어진다.\n적지 않으면 늘 성공한다. 매니페스트에 없는 프로브는 묻지 않는다.`,
});

const onTerm: ScenarioWords = {
	en: 'What the process does when it gets SIGTERM. Left out, it ends at once with code 0.',
	ko: '프로세스가 SIGTERM을 받으면 하는 일. 적지 않으면 코드 0으로 바로 끝난다.',
	example: 'onTerm:\n  exitAfter: 5s\n  exitCode: 143',
};

/** Words for every key of a scenario, by the types of simulator/scenario.ts; test/docs/scenario.test.ts holds them against its shape. */
export const scenarioWords: Readonly<Record<string, Readonly<Record<string, ScenarioWords>>>> = {
	Scenario: {
		name: {
			en: 'A name for the scenario. The pod then lives in a namespace of that name.',
			ko: '시나리오의 이름. 적으면 파드는 이 이름의 네임스페이스에서 산다.',
		},
		describe: { en: 'A sentence for the reader; nothing depends on it.', ko: '읽는 사람을 위한 설명. 동작에는 영향이 없다.' },
		manifest: {
			en: 'The manifest, in the scenario itself: for recordings and `peapod simulate --jsonl`.\nThe editor and `peapod simulate FILE` take the manifest beside the file.',
			ko: '시나리오 안에 직접 적는 매니페스트. 기록과 `peapod simulate --jsonl`에 쓴다.\n편집기와 `peapod simulate FILE`은 옆에 있는 매니페스트를 쓴다.',
		},
		plays: {
			en: "What is played where it has to be built: a folder with a kustomization.yaml or a Chart.yaml.\nLeft out, the manifest beside is played; where there is none, what the scenario's own folder builds.",
			ko: '빌드해야 나오는 매니페스트. kustomization.yaml이나 Chart.yaml이 있는 폴더를 적는다.\n적지 않으면 옆에 있는 매니페스트를, 그것도 없으면 시나리오가 있는 폴더가 빌드하는 것을 재생한다.',
			example: 'plays:\n  folder: overlays/production\n  target: Deployment/web',
		},
		world: {
			en: 'How images, containers and the node behave. What is not mentioned goes well.',
			ko: '이미지, 컨테이너, 노드가 어떻게 움직이는지 적는다. 적지 않은 것은 모두 잘된다.',
			example: 'world:\n  containers:\n    app:\n      runs:\n      - exitAfter: 5s\n        exitCode: 1',
		},
		before: {
			en: 'Actions done before the manifest is created: cordon the node, create a ConfigMap. Their `at` does not count.',
			ko: '매니페스트를 만들기 전에 하는 일. 노드를 통제(cordon)하거나 컨피그맵을 만들 때 쓴다. `at`은 무시한다.',
			example: 'before:\n- do: patch\n  target: Node/node-1\n  body:\n    spec: { unschedulable: true }',
		},
		actions: {
			en: 'What people do while the pod lives: delete it, evict it, change it.',
			ko: '파드가 사는 동안 사람이 하는 일. 삭제하고, 축출하고, 고친다.',
			example: 'actions:\n- at: 30s\n  do: delete',
		},
		until: {
			en: 'How long the pod is watched, `368d` at most; the life of a busy pod ends earlier, and says so.',
			ko: '파드를 지켜보는 시간. 최대 `368d`다. 일이 너무 많이 일어나면 더 일찍 끝나며, 그때는 그렇다고 알린다.',
			default: '1m',
			example: 'until: 5m',
		},
		static: {
			en: 'The pod comes from a file on the node: the kubelet runs it, and the API server only has its mirror.',
			ko: '노드의 파일에서 온 스태틱 파드로 다룬다. kubelet이 직접 실행하고 API 서버에는 미러 파드만 있다.',
			default: 'false',
		},
		expect: {
			en: 'What must come of it: a list of sentences, each judged by this life. `peapod test` and the Test Explorer run them.',
			ko: '이 일생이 어떻게 되어야 하는지 적은 문장의 목록. 문장마다 이 일생으로 판단한다. `peapod test`와 테스트 탐색기가 실행한다.',
			example: 'expect:\n- the: pod\n  becomes: ready\n  within: 5s',
		},
	},
	Expectation: expectationWords,
	Plays: {
		folder: {
			en: "The folder of the overlay or chart, from the scenario's own.",
			ko: '오버레이나 차트의 폴더. 시나리오가 있는 폴더를 기준으로 적는다.',
			example: 'folder: overlays/production',
		},
		target: {
			en: 'Which pod or workload lives, as `Kind/NAME`. It has to be said where several are built; the others are not played.',
			ko: '어느 파드나 워크로드를 재생할지 `종류/이름`으로 적는다. 여럿이 빌드되면 꼭 적어야 하고, 나머지는 재생하지 않는다.',
			example: 'target: Deployment/web',
		},
		values: {
			en: "Values files of a chart, from the scenario's folder, over its own values.yaml; the later over the earlier.",
			ko: '차트에 줄 값 파일. 시나리오가 있는 폴더를 기준으로 적는다. 차트의 values.yaml을 덮어쓰고, 뒤에 적은 것이 앞의 것을 덮어쓴다.',
			example: 'values:\n- ci/small-values.yaml',
		},
	},
	World: {
		images: {
			en: 'By image, as the manifest writes it: how long a pull takes, and whether it fails.',
			ko: '매니페스트에 적힌 이미지마다 풀에 걸리는 시간과 실패 여부를 적는다.',
			example: 'images:\n  nginx:1.27:\n    pullTakes: 45s',
		},
		containers: {
			en: 'By container name, init and sidecar containers included: its runs, its probe answers, its hooks.',
			ko: '컨테이너 이름마다 실행, 프로브의 답, 훅을 적는다. 초기화 컨테이너와 사이드카도 된다.',
			example: 'containers:\n  app:\n    runs:\n    - exitAfter: 5s\n      exitCode: 1',
		},
		node: {
			en: 'How the first node behaves: `node-1`, where the first pod goes. `ready` and `sandboxTakes` hold for all nodes.',
			ko: '첫 노드 `node-1`의 상태. 첫 파드가 여기로 간다. `ready`와 `sandboxTakes`는 모든 노드에 쓰인다.',
			example: 'node:\n  silentFrom: 20s',
		},
		nodes: {
			en: 'The nodes of the cluster, a pool an entry: how many, how big, with which labels and taints. They are named `node-1`, `node-2` and so on; 100 at most.\nPods that request more than a node has free, that want a taken host port, or that their affinity keeps apart stay `Pending`.\nLeft out, there are three nodes of 4 CPUs and 16 GiB.',
			ko: '클러스터의 노드. 항목 하나가 노드 풀 하나다. 개수와 크기, 레이블과 테인트를 적는다. 이름은 `node-1`, `node-2` 순으로 붙고, 모두 합쳐 100개까지다.\n노드에 남은 것보다 많이 요청하거나, 이미 쓰인 호스트 포트를 원하거나, 어피니티가 갈라놓는 파드는 `Pending`으로 남는다.\n적지 않으면 CPU 4개, 메모리 16GiB인 노드가 3개 있다.',
			example: 'nodes:\n- count: 2\n  cpu: 8\n  memory: 32Gi',
		},
	},
	NodePool: {
		name: {
			en: 'A name for these nodes: `gpu`, or with a `count` `gpu-1`, `gpu-2`. Left out, they are numbered on: `node-1`, `node-2`.',
			ko: '이 노드들의 이름. `gpu`, `count`를 적었으면 `gpu-1`, `gpu-2`가 된다. 적지 않으면 `node-1`, `node-2`처럼 번호를 이어 붙인다.',
			example: 'name: gpu',
		},
		count: { en: 'How many such nodes there are.', ko: '이런 노드의 개수.', default: '1', example: 'count: 3' },
		cpu: {
			en: 'CPUs that pods may request together on each node (its allocatable).',
			ko: '노드 하나에서 파드들이 함께 요청할 수 있는 CPU(allocatable).',
			default: '4',
			example: 'cpu: 8',
		},
		memory: {
			en: 'Memory that pods may request together on each node (its allocatable).',
			ko: '노드 하나에서 파드들이 함께 요청할 수 있는 메모리(allocatable).',
			default: '16Gi',
			example: 'memory: 32Gi',
		},
		pods: { en: 'How many pods each node takes.', ko: '노드 하나가 받는 파드의 수.', default: '110', example: 'pods: 30' },
		resources: {
			en: 'What else each node has, by the name that requests use: `nvidia.com/gpu`, `hugepages-2Mi`.\nLeft out, whatever the manifest requests is there and does not run out.',
			ko: '그 밖에 노드마다 있는 리소스를 요청에 쓰는 이름으로 적는다. `nvidia.com/gpu`, `hugepages-2Mi` 같은 것이다.\n적지 않으면 매니페스트가 요청하는 것은 모자람 없이 있다.',
			example: 'resources:\n  nvidia.com/gpu: 1',
		},
		labels: {
			en: 'Labels of the nodes, besides `kubernetes.io/hostname`, `os` and `arch`.\nLeft out, they have whatever the selectors, node affinities and spreads of the manifest ask for; written, these and no other.',
			ko: '노드의 레이블. `kubernetes.io/hostname`, `os`, `arch`는 늘 있다.\n적지 않으면 매니페스트의 셀렉터, 노드 어피니티, 토폴로지 분배 제약이 찾는 레이블이 모두 있다. 적으면 적은 것만 있다.',
			example: 'labels:\n  disk: ssd',
		},
		taints: {
			en: 'Taints of the nodes: pods that do not tolerate them stay away.',
			ko: '노드의 테인트. 톨러레이션이 없는 파드는 오지 못한다.',
			example: 'taints:\n- { key: dedicated, value: gpu, effect: NoSchedule }',
		},
	},
	NodeTaint: {
		key: { en: 'Key of the taint.', ko: '테인트의 키.', example: 'key: dedicated' },
		value: { en: 'Its value. Left out, empty.', ko: '테인트의 값. 적지 않으면 비어 있다.', example: 'value: gpu' },
		effect: { en: 'What it does to pods that do not tolerate it.', ko: '톨러레이션이 없는 파드에 미치는 효과.', example: 'effect: NoSchedule' },
	},
	ImageScript: {
		present: {
			en: 'The node has the image already; `IfNotPresent` and `Never` do not pull it.',
			ko: '노드에 이미지가 이미 있다. `IfNotPresent`와 `Never`는 풀을 하지 않는다.',
			default: 'false',
		},
		pullTakes: { en: 'How long each pull takes, failing ones too.', ko: '풀 한 번에 걸리는 시간. 실패할 때도 같다.', default: '1s', example: 'pullTakes: 45s' },
		pullError: {
			en: "Pulls fail with this error: `ErrImagePull`, then `ImagePullBackOff`.\n`not found` and `unauthorized` appear in the registry's own words; any other text appears as it is.",
			ko: '풀이 이 오류로 실패한다. `ErrImagePull`이 보이고 `ImagePullBackOff`로 넘어간다.\n`not found`와 `unauthorized`는 레지스트리가 쓰는 문장으로 나오고, 다른 문자열은 그대로 나온다.',
			example: 'pullError: not found',
		},
		succeedAfterAttempts: {
			en: 'This many pulls fail with `pullError`, the next one succeeds. Left out or 0, all fail.',
			ko: '처음 몇 번의 풀이 `pullError`로 실패할지 정한다. 그다음은 성공한다. 적지 않거나 0이면 모두 실패한다.',
			example: 'succeedAfterAttempts: 2',
		},
		size: { en: 'Size in bytes, for the event `Pulled`.', ko: '바이트 단위 크기. `Pulled` 이벤트에 나온다.', default: '10000000' },
	},
	ContainerScript: {
		runs: {
			en: 'What each start of the container comes to: the first start takes the first run, each restart the next one. The last one repeats.\nLeft out, the container runs forever.',
			ko: '컨테이너가 시작될 때마다 어떻게 끝나는지 적는다. 첫 시작은 첫 항목, 재시작마다 다음 항목을 쓰고, 마지막 항목은 되풀이된다.\n적지 않으면 끝나지 않고 돈다.',
			example: 'runs:\n- exitAfter: 5s\n  exitCode: 1\n- {}',
		},
		countBy: {
			en: "`scenario` counts the starts over all pods of a workload: a Job's second pod takes the second run. Left out, each pod begins with the first.",
			ko: '`scenario`로 두면 워크로드의 모든 파드를 합쳐 시작 횟수를 센다. 잡의 두 번째 파드는 두 번째 항목을 쓴다. 적지 않으면 파드마다 첫 항목부터 쓴다.',
		},
		onTerm,
		liveness: { ...probe({ en: 'liveness', ko: '활성' }), example: 'liveness:\n- { from: 0s, ok: true }\n- { from: 20s, ok: false }' },
		readiness: { ...probe({ en: 'readiness', ko: '준비성' }), example: 'readiness:\n- { from: 0s, ok: false }\n- { from: 15s, ok: true }' },
		startup: { ...probe({ en: 'startup', ko: '시작' }), example: 'startup:\n- { from: 0s, ok: false }\n- { from: 40s, ok: true }' },
		postStart: {
			en: 'How the `postStart` hook goes, where the manifest has one. Left out, it succeeds at once.',
			ko: '매니페스트에 `postStart` 훅이 있을 때 그 결과. 적지 않으면 바로 성공한다.',
			example: 'postStart:\n  takes: 5s',
		},
		preStop: {
			en: 'How the `preStop` hook goes, where the manifest has one. It runs inside the grace period. Left out, it succeeds at once.',
			ko: '매니페스트에 `preStop` 훅이 있을 때 그 결과. 유예 기간 안에서 실행된다. 적지 않으면 바로 성공한다.',
			example: 'preStop:\n  takes: 40s',
		},
		createError: {
			en: 'The runtime refuses to create the container with this text: `CreateContainerError`, tried again every 10 to 15 s.',
			ko: '런타임이 이 메시지를 남기고 컨테이너 생성을 거부한다. `CreateContainerError`가 되고 10~15초마다 다시 시도한다.',
			example: 'createError: no command specified',
		},
		uses: {
			en: 'How much the container uses, while it runs, of what the node runs short of. Left out, as much as it requests; 200Mi of memory or 2Gi of storage where it requests none.\nOnly `world.node.pressure` looks at it: which pod is evicted, and whether that is enough.',
			ko: '컨테이너가 도는 동안, 노드에 모자라는 리소스를 얼마나 쓰는지. 적지 않으면 요청한 만큼 쓰고, 요청이 없으면 메모리는 200Mi, 스토리지는 2Gi를 쓴다.\n`world.node.pressure`가 있을 때만 쓰인다. 어느 파드가 축출되는지, 그것으로 충분한지가 이 값에 달렸다.',
			example: 'uses: 300Mi',
		},
	},
	Run: {
		exitAfter: {
			en: 'How long after its start the process ends by itself. Left out, it runs until somebody ends it.',
			ko: '시작한 뒤 프로세스가 스스로 끝날 때까지의 시간. 적지 않으면 누군가 끝낼 때까지 돈다.',
			example: 'exitAfter: 5s',
		},
		exitCode: {
			en: 'The code it ends with; needs `exitAfter`.',
			ko: '끝날 때의 종료 코드. `exitAfter`가 있어야 쓰인다.',
			default: '0',
			example: 'exitCode: 1',
		},
		reason: {
			en: "The reason in the container's state, such as `OOMKilled` (with code 137).",
			ko: '컨테이너 상태에 남는 이유. 예: `OOMKilled`(코드 137과 함께).',
			default: 'Completed (0), Error',
			example: 'reason: OOMKilled',
		},
		terminationMessage: {
			en: 'What the process writes into its termination message file; shown as the message of the ended state.',
			ko: '프로세스가 종료 메시지 파일에 남기는 글. 끝난 상태의 메시지로 보인다.',
		},
		logs: {
			en: 'The end of its log: the message of a failed run where `terminationMessagePolicy` is `FallbackToLogsOnError` and no other was written.',
			ko: '로그의 끝부분. `terminationMessagePolicy`가 `FallbackToLogsOnError`이고 다른 메시지가 없으면 실패한 실행의 메시지가 된다.',
		},
		startError: {
			en: 'The process cannot be started at all, with this text: `RunContainerError`, code 128, then the usual back-off.',
			ko: '프로세스를 아예 시작하지 못하고 이 메시지가 남는다. `RunContainerError`와 코드 128이 남고 백오프가 이어진다.',
			example: 'startError: \'exec: "server": executable file not found in $PATH\'',
		},
		onTerm: { ...onTerm, en: `${onTerm.en}\nHere it holds for this run only.`, ko: `${onTerm.ko}\n여기에 적으면 이 실행에만 쓰인다.` },
	},
	OnTerm: {
		exitAfter: {
			en: 'How long after SIGTERM the process ends. Longer than the grace period, and SIGKILL comes first (code 137).',
			ko: 'SIGTERM을 받고 끝날 때까지의 시간. 유예 기간보다 길면 SIGKILL이 먼저 온다(코드 137).',
			default: '0s',
			example: 'exitAfter: 5s',
		},
		exitCode: {
			en: 'The code it then ends with: 0 when it cleans up, 143 when SIGTERM simply ends it.',
			ko: '그때의 종료 코드. 정리하고 끝나면 0, SIGTERM에 그냥 끝나면 143이다.',
			default: '0',
			example: 'exitCode: 143',
		},
		ignore: {
			en: 'SIGTERM does nothing. The container runs until SIGKILL at the end of the grace period.',
			ko: 'SIGTERM을 무시한다. 유예 기간이 끝나 SIGKILL이 올 때까지 돈다.',
			default: 'false',
			example: 'ignore: true',
		},
	},
	ProbeStep: {
		from: {
			en: "Since the start of the container's run. The last step in the list whose time has come answers: write them in order.",
			ko: '컨테이너가 시작된 뒤의 시각. 시각이 된 단계 가운데 목록의 마지막 것이 답하므로 시간순으로 적는다.',
			default: '0s',
			example: 'from: 20s',
		},
		ok: { en: 'Whether the probe succeeds.', ko: '프로브가 성공하는지.', example: 'ok: false' },
		run: {
			en: 'Only in that run of the container: 0 is the first start, 1 the first restart. Left out, in every run.',
			ko: '컨테이너의 그 실행에서만 쓴다. 0은 첫 시작, 1은 첫 재시작이다. 적지 않으면 모든 실행에 쓴다.',
			example: 'run: 0',
		},
		takes: {
			en: "How long the answer takes. With the probe's `timeoutSeconds` or more it fails.",
			ko: '답이 오는 데 걸리는 시간. 프로브의 `timeoutSeconds` 이상이면 실패다.',
			default: '0s',
			example: 'takes: 3s',
		},
		refused: {
			en: 'With `ok: false`: nobody listens on the port, so the connection is refused. Left out, an `httpGet` probe gets status 503, a `grpc` one `NOT_SERVING`.',
			ko: '`ok: false`와 함께 쓴다. 포트에서 아무도 듣지 않아 연결이 거부된다. 적지 않으면 `httpGet` 프로브는 상태 코드 503을, `grpc` 프로브는 `NOT_SERVING`을 받는다.',
			default: 'false',
			example: 'refused: true',
		},
		output: { en: 'What the probe says; in the message of the event `Unhealthy`.', ko: '프로브가 남기는 글. `Unhealthy` 이벤트의 메시지에 나온다.' },
	},
	Hook: {
		takes: { en: 'How long the hook runs.', ko: '훅이 도는 시간.', default: '0s', example: 'takes: 10s' },
		fail: {
			en: 'The hook fails. A failed `postStart` ends the container; a failed `preStop` only leaves an event.',
			ko: '훅이 실패한다. `postStart`가 실패하면 컨테이너를 끝내고, `preStop`이 실패하면 이벤트만 남는다.',
			default: 'false',
			example: 'fail: true',
		},
	},
	NodeScript: {
		ready: {
			en: 'Whether the node is ready; a pod cannot be scheduled on one that is not.',
			ko: '노드가 준비됐는지. 준비되지 않은 노드에는 파드를 스케줄링할 수 없다.',
			default: 'true',
		},
		silentFrom: {
			en: 'From then on nothing is heard of the node. After about 50 s it counts as unreachable; 5 minutes later its pods are deleted.',
			ko: '이때부터 노드와 연락이 끊긴다. 50초쯤 지나면 도달할 수 없는 노드로 보고, 5분 뒤에 파드를 삭제한다.',
			example: 'silentFrom: 20s',
		},
		silentUntil: {
			en: 'When the node is heard of again. Left out, never.',
			ko: '노드가 돌아오는 시각. 적지 않으면 돌아오지 않는다.',
			example: 'silentUntil: 3m',
		},
		sandboxTakes: {
			en: "How long the pod's sandbox and network take. Until then the pod is `ContainerCreating`.",
			ko: '파드 샌드박스와 네트워크를 만드는 데 걸리는 시간. 그동안 `ContainerCreating`으로 보인다.',
			default: '0s',
			example: 'sandboxTakes: 5s',
		},
		pressure: {
			en: 'The node runs short of memory or disk, because of others on it: the kubelet evicts pods, one after another, until there is enough. The node is tainted until 5 min later.\nPods that use more than they request go first, then the less important; critical and static pods stay.',
			ko: '노드에서 도는 다른 것들 때문에 메모리나 디스크가 모자란다. kubelet은 충분해질 때까지 파드를 하나씩 축출한다. 노드의 테인트는 5분이 더 지나야 없어진다.\n요청보다 많이 쓰는 파드가 먼저 나가고, 그다음은 우선순위가 낮은 파드다. 중요(critical) 파드와 스태틱 파드는 남는다.',
			example: 'pressure:\n  resource: memory\n  from: 30s',
		},
	},
	Pressure: {
		resource: { en: 'What the node runs short of.', ko: '모자라는 리소스.', default: 'memory', example: 'resource: memory' },
		available: {
			en: 'How much is left when the pressure begins. What an evicted pod used is free again, what a new one uses is missing again.\nThe kubelet evicts below 100Mi of memory, and below 15 % of the disk, which has 100Gi (that is the rule for images; for all else it is 10 %).',
			ko: '압박이 시작될 때 남은 양. 축출된 파드가 쓰던 만큼 다시 남고, 새 파드가 쓰는 만큼 다시 준다.\nkubelet은 메모리가 100Mi보다, 100Gi 디스크가 15%보다 적게 남으면 축출한다(이미지를 두는 쪽의 기준. 나머지는 10%).',
			default: '60Mi, 14Gi',
			example: 'available: 20Mi',
		},
		from: { en: 'When the others begin to use it up.', ko: '다른 것들이 리소스를 다 쓰기 시작하는 시각.', default: '0s', example: 'from: 30s' },
		until: {
			en: 'When the others give it back. Left out, never.',
			ko: '다른 것들이 리소스를 돌려주는 시각. 적지 않으면 돌려주지 않는다.',
			example: 'until: 2m',
		},
	},
	Action: {
		at: { en: 'When, since the manifest was created.', ko: '매니페스트를 만든 뒤의 시각.', default: '0s', example: 'at: 30s' },
		as: {
			en: 'A name that expectations call it by; else they call it by what it does.',
			ko: '기대에서 부를 이름. 적지 않으면 `do`로 부른다.',
			example: 'as: new image',
		},
		do: { en: 'What is done.', ko: '할 일.', example: 'do: delete' },
		target: {
			en: 'What it is done to: `owner` is the workload of the manifest, `Kind/NAME` another object (`Node/node-1`, `ConfigMap/settings`). Left out, the oldest pod.',
			ko: '대상. `owner`는 매니페스트의 워크로드, `Kind/NAME`은 다른 오브젝트다(`Node/node-1`, `ConfigMap/settings`). 적지 않으면 가장 오래된 파드다.',
			example: 'target: owner',
		},
		name: { en: 'The scheduling gate that `removeSchedulingGate` takes away.', ko: '`removeSchedulingGate`가 없앨 스케줄링 게이트의 이름.' },
		gracePeriodSeconds: {
			en: "The grace period of this deletion or eviction, instead of the pod's own. 0 forces it.",
			ko: '이 삭제나 축출에 쓸 유예 기간. 파드에 적힌 값을 대신한다. 0이면 강제 삭제다.',
			example: 'gracePeriodSeconds: 0',
		},
		subresource: {
			en: 'Where a patch goes: `resize` changes the resources of running containers. Left out, the object itself.',
			ko: '패치를 보낼 하위 리소스. `resize`는 실행 중인 컨테이너의 리소스를 바꾼다. 적지 않으면 오브젝트 자체다.',
			example: 'subresource: resize',
		},
		body: {
			en: 'The patch: the fields that change, as the manifest would write them.',
			ko: '패치 내용. 바뀌는 필드를 매니페스트처럼 적는다.',
			example: 'body:\n  spec:\n    containers:\n    - name: app\n      image: nginx:1.28',
		},
		manifest: {
			en: 'What `create` creates: a manifest, as text.',
			ko: '`create`가 만들 매니페스트. 문자열로 적는다.',
			example: 'manifest: |\n  apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: settings',
		},
		type: {
			en: 'How the patch is merged: `strategic`, `merge` or `json`.',
			ko: '패치를 합치는 방식. `strategic`, `merge`, `json` 가운데 하나다.',
			default: 'strategic',
		},
		condition: { en: 'The condition that `setCondition` sets: the name of a readiness gate.', ko: '`setCondition`이 바꿀 컨디션. 준비성 게이트의 이름이다.' },
		status: {
			en: 'Its status, in quotes: `"True"`, `"False"`.',
			ko: '그 컨디션의 상태. 따옴표로 감싼다: `"True"`, `"False"`.',
			default: 'Unknown',
			example: 'status: "True"',
		},
		propagationPolicy: {
			en: 'What becomes of the pods when the owner is deleted.',
			ko: '워크로드를 삭제할 때 그 파드를 어떻게 할지 정한다.',
			default: 'Background',
		},
	},
};

/** Words for the keys of a map: one stands for one image, or for one container. */
export const entryWords: Readonly<Record<string, Words>> = {
	images: { en: 'An image, as the manifest writes it.', ko: '매니페스트에 적힌 이미지.' },
	containers: { en: 'A container of the pod, by name.', ko: '파드의 컨테이너 이름.' },
	labels: { en: 'A label of these nodes.', ko: '이 노드들의 레이블.' },
	resources: { en: 'How much of this resource each node has.', ko: '노드마다 이 리소스가 얼마나 있는지.' },
};

/** Values worth offering, by `Type.key`. */
export const scenarioValues: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
	'Expectation.the': {
		pod: { en: 'The pod of a Pod manifest.', ko: 'Pod 매니페스트의 파드.' },
		owner: { en: 'The Deployment, Job … of the manifest.', ko: '매니페스트의 디플로이먼트, 잡 등.' },
		manifest: { en: 'What the API server says of the manifest.', ko: '매니페스트에 대한 API 서버의 판정.' },
	},
	'Expectation.each': { pod: { en: 'Every pod.', ko: '모든 파드.' }, container: { en: 'Every container of every pod.', ko: '모든 파드의 모든 컨테이너.' } },
	'Action.do': {
		delete: { en: 'Deletes the pod, gracefully.', ko: '파드를 유예 기간을 두고 삭제한다.' },
		evict: { en: 'Evicts the pod; a PodDisruptionBudget may refuse.', ko: '파드를 축출한다. PodDisruptionBudget이 막을 수 있다.' },
		patch: { en: 'Changes the pod or the target by `body`.', ko: '파드나 대상을 `body`로 고친다.' },
		create: { en: 'Creates the objects of `manifest`.', ko: '`manifest`의 오브젝트를 만든다.' },
		removeSchedulingGate: { en: 'Takes the scheduling gate `name` away.', ko: '`name`에 적은 스케줄링 게이트를 없앤다.' },
		setCondition: {
			en: 'Sets `condition` to `status`: a readiness gate opens or closes.',
			ko: '`condition`을 `status`로 바꾼다. 준비성 게이트가 열리거나 닫힌다.',
		},
		removeFinalizers: { en: 'Takes all finalizers away, so that a deleted pod can go.', ko: '파이널라이저를 모두 없앤다. 삭제한 파드가 사라질 수 있게 된다.' },
		removeStatic: { en: 'Takes the file of a static pod away.', ko: '스태틱 파드의 파일을 없앤다.' },
	},
	'NodeTaint.effect': {
		NoSchedule: { en: 'No new pod without a toleration comes here.', ko: '톨러레이션이 없는 새 파드는 오지 못한다.' },
		PreferNoSchedule: { en: 'Such pods come only where no other node has room.', ko: '톨러레이션이 없는 파드는 다른 노드에 자리가 없을 때만 온다.' },
		NoExecute: { en: 'Such pods do not come, and those that are here are evicted.', ko: '톨러레이션이 없는 파드는 오지 못하고, 있던 파드는 축출된다.' },
	},
	'NodePool.memory': {
		'4Gi': { en: 'A small node.', ko: '작은 노드.' },
		'16Gi': { en: 'A usual node.', ko: '보통 노드.' },
		'64Gi': { en: 'A large node.', ko: '큰 노드.' },
	},
	'Pressure.resource': {
		memory: {
			en: 'Memory: `MemoryPressure`. Pods that request some may still come to the node.',
			ko: '메모리. `MemoryPressure`가 된다. 메모리나 CPU를 요청한 파드는 그래도 노드가 받아 준다.',
		},
		'ephemeral-storage': {
			en: 'The disk: `DiskPressure`. Logs, images and what containers write are on it.',
			ko: '디스크. `DiskPressure`가 된다. 로그, 이미지, 컨테이너가 쓰는 파일이 여기에 있다.',
		},
	},
	'Action.propagationPolicy': {
		Background: { en: 'The owner goes at once, its pods after it.', ko: '워크로드가 바로 사라지고 파드가 뒤따른다.' },
		Foreground: { en: 'The pods go first, then the owner.', ko: '파드가 먼저 사라지고 워크로드가 뒤따른다.' },
		Orphan: { en: 'The pods stay, without an owner.', ko: '파드는 소유자 없이 남는다.' },
	},
	'Action.type': {
		strategic: { en: 'Lists are merged by name, as `kubectl patch` does.', ko: '`kubectl patch`처럼 목록을 이름으로 합친다.' },
		merge: { en: 'Lists are replaced whole.', ko: '목록을 통째로 바꾼다.' },
		json: { en: 'A list of operations: add, replace, remove.', ko: 'add, replace, remove 연산의 목록.' },
	},
	'Action.subresource': { resize: { en: 'Changes the resources of running containers.', ko: '실행 중인 컨테이너의 리소스를 바꾼다.' } },
	'Action.target': {
		owner: { en: 'The workload of the manifest.', ko: '매니페스트의 워크로드.' },
		'Node/node-1': { en: 'The first node.', ko: '첫 노드.' },
	},
	'Action.status': { True: { en: 'It holds.', ko: '참.' }, False: { en: 'It does not hold.', ko: '거짓.' } },
	'Action.gracePeriodSeconds': { '0': { en: 'At once, by force.', ko: '곧바로 강제로.' }, '30': { en: 'The default of a pod.', ko: '파드의 기본값.' } },
	'ContainerScript.countBy': { scenario: { en: 'Over all pods of the workload.', ko: '워크로드의 모든 파드를 합쳐서 센다.' } },
	'ImageScript.pullError': {
		'not found': { en: 'The registry has no such image.', ko: '레지스트리에 그런 이미지가 없다.' },
		unauthorized: { en: 'The registry wants credentials.', ko: '레지스트리가 인증을 요구한다.' },
		'i/o timeout': { en: 'The registry does not answer.', ko: '레지스트리가 답하지 않는다.' },
	},
	'ImageScript.succeedAfterAttempts': {
		'1': { en: 'The second pull succeeds.', ko: '두 번째 풀이 성공한다.' },
		'3': { en: 'The fourth pull succeeds.', ko: '네 번째 풀이 성공한다.' },
	},
	'OnTerm.exitCode': {
		'0': { en: 'It cleans up and ends.', ko: '정리하고 끝난다.' },
		'143': { en: 'SIGTERM ends it (128 + 15).', ko: 'SIGTERM에 끝난다(128 + 15).' },
	},
	'ProbeStep.run': { '0': { en: 'The first start.', ko: '첫 시작.' }, '1': { en: 'The first restart.', ko: '첫 재시작.' } },
	'Run.exitCode': {
		'0': { en: 'Its work is done.', ko: '할 일을 마쳤다.' },
		'1': { en: 'An error of the app.', ko: '앱의 오류.' },
		'137': {
			en: 'Killed by SIGKILL (128 + 9); with `reason: OOMKilled`, out of memory.',
			ko: 'SIGKILL로 끝남(128 + 9). `reason: OOMKilled`와 함께면 메모리 부족.',
		},
		'143': { en: 'Ended by SIGTERM (128 + 15).', ko: 'SIGTERM으로 끝남(128 + 15).' },
	},
	'Run.reason': { OOMKilled: { en: 'Out of memory; write `exitCode: 137` with it.', ko: '메모리 부족. `exitCode: 137`과 함께 적는다.' } },
};
