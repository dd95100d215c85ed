import type { AdviceWords } from '../words';

const IMAGES = 'concepts/containers/images/#image-names';
const PROBES = 'concepts/workloads/pods/probes/';
const HOOKS = 'concepts/containers/container-lifecycle-hooks/';
const UNITS = 'concepts/configuration/manage-resources-containers/#resource-units-in-kubernetes';
const COMMAND = 'tasks/inject-data-application/define-command-argument-container/';
const VARIABLES = 'tasks/inject-data-application/define-interdependent-environment-variables/';
const CRON = 'concepts/workloads/controllers/cron-jobs/';
const SIDECARS = 'concepts/workloads/pods/sidecar-containers/#jobs-with-sidecar-containers';

/** What the server takes and what cannot work, or hardly as meant: the sentence, why, and what to do. */
export const adviceProblems = {
	'advice/image-reference': {
		said: { en: '`{image}` is no image name: {fault}.', ko: '`{image}`{image:은/는} 이미지 이름이 아니다. {fault}.' },
		en: 'The server takes it, but no runtime can pull it: the container stays at `InvalidImageName`. Write `registry/path:tag`: no `https://`, no quotes or spaces, the path in lower case.',
		ko: '서버는 받아 주지만 어떤 런타임도 가져올 수 없어 컨테이너가 `InvalidImageName`에 머문다. `레지스트리/경로:태그`로 쓰고, `https://`, 따옴표, 공백은 빼고 경로는 소문자로 적는다.',
		link: IMAGES,
	},
	'advice/image-host': {
		said: { en: 'The image is asked for at the host `{host}`.', ko: '`{host}`라는 호스트에 이미지를 요청한다.' },
		en: 'The first part of the name counts as a registry when it has a dot, a port or capitals, and this is hardly one. A path is in lower case; Docker Hub is `docker.io`, or left out.',
		ko: '이름의 첫 부분에 점, 포트, 대문자가 있으면 레지스트리 주소로 보는데, 레지스트리가 아닌 듯하다. 경로는 소문자로 쓰고, Docker Hub는 `docker.io`라고 쓰거나 적지 않는다.',
		link: IMAGES,
	},
	'advice/readiness-port': {
		said: { en: 'Container `{container}` has no port named `{port}`.', ko: '`{container}` 컨테이너에 `{port}`{port:이라는/라는} 포트가 없다.' },
		en: 'The probe cannot be run, so the container never becomes ready and gets no traffic. Give the number, or a name from `ports` of this container.',
		ko: '프로브를 실행할 수 없어 컨테이너는 준비되지 않고 트래픽도 받지 못한다. 포트 번호를 쓰거나 이 컨테이너의 `ports`에 있는 이름을 쓴다.',
		link: PROBES,
	},
	'advice/liveness-port': {
		said: { en: 'Container `{container}` has no port named `{port}`.', ko: '`{container}` 컨테이너에 `{port}`{port:이라는/라는} 포트가 없다.' },
		en: 'The probe cannot be run and counts for nothing: a container that hangs is never restarted. Give the number, or a name from `ports` of this container.',
		ko: '프로브를 실행할 수 없어 아무 소용이 없다. 컨테이너가 멈춰도 재시작하지 않는다. 포트 번호를 쓰거나 이 컨테이너의 `ports`에 있는 이름을 쓴다.',
		link: PROBES,
	},
	'advice/startup-port': {
		said: { en: 'Container `{container}` has no port named `{port}`.', ko: '`{container}` 컨테이너에 `{port}`{port:이라는/라는} 포트가 없다.' },
		en: 'The probe cannot be run, so the container never counts as started, and no other probe begins. Give the number, or a name from `ports` of this container.',
		ko: '프로브를 실행할 수 없어 컨테이너는 시작된 것으로 치지 않고, 다른 프로브도 시작하지 않는다. 포트 번호를 쓰거나 이 컨테이너의 `ports`에 있는 이름을 쓴다.',
		link: PROBES,
	},
	'advice/hook-port': {
		said: { en: 'Container `{container}` has no port named `{port}`.', ko: '`{container}` 컨테이너에 `{port}`{port:이라는/라는} 포트가 없다.' },
		en: '`{asker}` fails every time: `FailedPostStartHook` ends the container, `FailedPreStopHook` lets it stop at once. Give the number, or a name from `ports` of this container.',
		ko: '`{asker}`{asker:이/가} 매번 실패한다. `FailedPostStartHook`이면 컨테이너를 끝내고, `FailedPreStopHook`이면 기다리지 않고 멈춘다. 포트 번호를 쓰거나 이 컨테이너의 `ports`에 있는 이름을 쓴다.',
		link: HOOKS,
	},
	'advice/run-as-non-root': {
		said: { en: '`runAsUser: 0` is root, and `runAsNonRoot: true` forbids it.', ko: '`runAsUser: 0`은 root인데 `runAsNonRoot: true`가 root를 막는다.' },
		en: 'The kubelet refuses to start the container: `CreateContainerConfigError`. Give another user, or leave `runAsUser` to the image.',
		ko: 'kubelet이 컨테이너를 시작하지 않고 `CreateContainerConfigError`로 남긴다. 다른 사용자 번호를 쓰거나 `runAsUser`를 지워 이미지에 맡긴다.',
		link: 'tasks/configure-pod-container/security-context/',
	},
	'advice/cpu-cores': {
		said: { en: '`{amount}` of cpu is {cores} cores.', ko: 'cpu `{amount}`{amount:은/는} 코어 {cores}개다.' },
		en: 'No node is likely to have so many, and the pod would stay Pending. A thousandth of a core is `m`: `500m` is half a core.',
		ko: '이만한 노드는 거의 없어 파드가 Pending에 머문다. 코어의 1000분의 1은 `m`으로 쓴다. `500m`이 코어 절반이다.',
		link: UNITS,
	},
	'advice/memory-bytes': {
		said: { en: '`{amount}` of memory is {bytes} bytes.', ko: '메모리 `{amount}`{amount:은/는} {bytes}바이트다.' },
		en: 'A number without a unit counts bytes, and with so few not even the runtime can start the container. Write `Mi` or `Gi`: `512Mi`.',
		ko: '단위 없는 숫자는 바이트이고, 이만큼으로는 런타임이 컨테이너를 시작하지도 못한다. `512Mi`처럼 `Mi`나 `Gi`를 붙인다.',
		link: UNITS,
	},
	'advice/ephemeral-storage-bytes': {
		said: { en: '`{amount}` of storage is {bytes} bytes.', ko: '저장 공간 `{amount}`{amount:은/는} {bytes}바이트다.' },
		en: 'A number without a unit counts bytes; a pod that writes more than its limit is evicted. Write `Mi` or `Gi`: `512Mi`.',
		ko: '단위 없는 숫자는 바이트이고, 한도보다 많이 쓴 파드는 축출된다. `512Mi`처럼 `Mi`나 `Gi`를 붙인다.',
		link: UNITS,
	},
	'advice/pre-stop': {
		said: {
			en: '`preStop` sleeps {seconds} s of the {grace} s that the container has to stop.',
			ko: '컨테이너가 멈출 시간은 {grace}초인데 `preStop`이 {seconds}초를 sleep한다.',
		},
		en: 'The hook runs inside `terminationGracePeriodSeconds`. When it is used up, the process gets SIGTERM and 2 s later SIGKILL. Make the grace period longer than the sleep and what the app needs after it.',
		ko: '훅은 `terminationGracePeriodSeconds` 안에서 실행된다. 다 쓰면 프로세스는 SIGTERM을 받고 2초 뒤 SIGKILL로 끝난다. 유예 기간을 sleep하는 시간에 앱이 정리하는 시간을 더한 것보다 길게 잡는다.',
		link: HOOKS,
	},
	'advice/schedule-never': {
		said: { en: '`{schedule}` never comes.', ko: '`{schedule}`{schedule:은/는} 오지 않는 때다.' },
		en: 'No month that it names has such a day, so no Job is ever started. For the last day of a month there is no sign; run on the first, just after midnight.',
		ko: '적은 달에 그런 날이 없어 잡을 한 번도 시작하지 않는다. 말일을 뜻하는 표기는 없으니 다음 달 1일 0시 직후로 잡는다.',
		link: `${CRON}#schedule-syntax`,
	},
	'advice/schedule-either-day': {
		said: {
			en: '`{schedule}` runs on its days of the month and on its weekdays, whichever comes.',
			ko: '`{schedule}`{schedule:은/는} 날짜와 요일 가운데 하나만 맞아도 실행된다.',
		},
		en: 'With both fields set, one of them is enough: `0 0 1-7 * 1` is not the first Monday, but the first seven days and every Monday. Leave one at `*`, and look at the other in the Job.',
		ko: '두 필드를 모두 적으면 하나만 맞아도 된다. `0 0 1-7 * 1`은 첫 월요일이 아니라 1~7일과 모든 월요일이다. 하나는 `*`로 두고, 나머지 조건은 잡 안에서 확인한다.',
		link: `${CRON}#schedule-syntax`,
	},
	'advice/schedule-every-minute': {
		said: { en: '`{schedule}` runs 60 times in that hour, once a minute.', ko: '`{schedule}`{schedule:은/는} 그 시간 동안 1분마다 60번 실행된다.' },
		en: 'The first field is the minute. For once in the hour, give a number: `0 3 * * *`.',
		ko: '첫 필드가 분이다. 한 번만 실행하려면 `0 3 * * *`처럼 숫자를 적는다.',
		link: `${CRON}#schedule-syntax`,
	},
	'advice/starting-deadline': {
		said: {
			en: 'A Job that is not started within {seconds} s of its time is skipped.',
			ko: '예정 시각에서 {seconds}초 안에 시작하지 못한 잡은 건너뛴다.',
		},
		en: 'The controller seldom is that quick: below 10 s runs are missed, and at 0 none is ever started. Give a minute or more, or leave the field out.',
		ko: '컨트롤러가 그만큼 빠르지 못해 10초보다 작으면 실행을 놓치고, 0이면 한 번도 시작하지 않는다. 1분 이상으로 잡거나 필드를 지운다.',
		link: `${CRON}#starting-deadline`,
	},
	'advice/job-sidecar': {
		said: {
			en: 'Container `{container}` does not end by itself, so the Job never completes.',
			ko: '`{container}` 컨테이너가 스스로 끝나지 않아 잡이 완료되지 않는다.',
		},
		en: 'A Job is done when all app containers have ended. Make this one a sidecar: move it to `initContainers` and give it `restartPolicy: Always`.',
		ko: '잡은 앱 컨테이너가 모두 끝나야 완료된다. 이 컨테이너를 `initContainers`로 옮기고 `restartPolicy: Always`를 적어 사이드카로 만든다.',
		link: SIDECARS,
	},
	'advice/command-one-word': {
		said: { en: 'There is no program named `{word}`.', ko: '`{word}`{word:이라는/라는} 프로그램은 없다.' },
		en: 'No shell splits the command: the first item is the name of the program, spaces and all, and the start fails with `executable file not found`. Make every word an item of its own, or run `["sh", "-c", "…"]`.',
		ko: '명령을 나눠 줄 셸이 없다. 첫 항목은 공백까지 그대로 프로그램 이름이 되어 `executable file not found`로 시작하지 못한다. 단어마다 항목을 나누거나 `["sh", "-c", "…"]`로 실행한다.',
		link: COMMAND,
	},
	'advice/script-words': {
		said: { en: 'The shell runs `{script}` alone, without `{rest}`.', ko: '셸은 `{rest}` 없이 `{script}`만 실행한다.' },
		en: 'With `-c` only the next item is the script; what follows it are its `$0`, `$1`. Write the whole script as one item: `["sh", "-c", "{script} {rest}"]`.',
		ko: '`-c` 바로 다음 항목만 스크립트이고, 그 뒤는 `$0`, `$1`이 된다. `["sh", "-c", "{script} {rest}"]`처럼 스크립트 전체를 한 항목으로 적는다.',
		link: COMMAND,
	},
	'advice/variable-unknown': {
		said: { en: '`$({variable})` names no variable of this container.', ko: '이 컨테이너에 `{variable}`{variable:이라는/라는} 변수가 없다.' },
		en: 'Only variables from `env` and `envFrom` are filled in, not those of the image; the text stays as it is written. Define it in `env` above, or write `$$(…)` where the text is meant.',
		ko: '`env`와 `envFrom`의 변수만 채우고 이미지의 변수는 채우지 않으므로 적은 글자가 그대로 남는다. 위쪽 `env`에 정의하거나, 글자 그대로가 맞으면 `$$(…)`로 쓴다.',
		link: VARIABLES,
	},
	'advice/variable-below': {
		said: { en: '`$({variable})` is defined further down.', ko: '`{variable}`{variable:은/는} 더 아래에서 정의된다.' },
		en: 'Variables are filled in from top to bottom, so here the text stays as it is written. Move its definition above this one.',
		ko: '변수는 위에서 아래로 채우므로 여기서는 적은 글자가 그대로 남는다. 정의를 이 변수보다 위로 옮긴다.',
		link: VARIABLES,
	},
	'advice/shell-variable': {
		said: {
			en: '`{written}` reaches the program as it is written: there is no shell.',
			ko: '셸이 없어 `{written}`{written:이/가} 글자 그대로 프로그램에 넘어간다.',
		},
		en: 'In `command` and `args` Kubernetes fills in `$({variable})`, in parentheses; `$` and braces are for shells.',
		ko: '`command`와 `args`에서는 괄호로 쓴 `$({variable})`{variable:을/를} 쿠버네티스가 채운다. 괄호가 없거나 중괄호로 쓴 것은 셸만 읽는다.',
		link: COMMAND,
	},
	'advice/host-port': {
		said: {
			en: 'Each of the {replicas} pods needs a node of its own for `hostPort: {port}`.',
			ko: '`hostPort: {port}` 때문에 파드 {replicas}개에 노드가 하나씩 필요하다.',
		},
		en: 'A node has each port once. With fewer free nodes pods stay Pending, in a rolling update too. A Service needs no `hostPort`; for one pod a node there are DaemonSets.',
		ko: '노드마다 같은 포트는 하나뿐이다. 빈 노드가 모자라면 파드가 Pending에 머물고, 롤링 업데이트도 마찬가지다. 서비스에는 `hostPort`가 필요 없고, 노드마다 하나씩 띄우려면 데몬셋을 쓴다.',
		link: 'concepts/configuration/overview/#services',
	},
	'advice/host-port-pinned': {
		said: {
			en: 'All {replicas} pods want `hostPort: {port}` of one node.',
			ko: '파드 {replicas}개가 모두 한 노드의 `hostPort: {port}`{port:을/를} 쓰려 한다.',
		},
		en: 'A node has each port once, and the pods may stand on this node only: all but one stay Pending. Remove `hostPort`, or let them go to other nodes.',
		ko: '노드마다 같은 포트는 하나뿐인데 파드는 이 노드에만 뜰 수 있어, 하나만 뜨고 나머지는 뜨지 못한다. `hostPort`를 지우거나 다른 노드에도 뜰 수 있게 한다.',
		link: 'concepts/configuration/overview/#services',
	},
	'advice/node-label': {
		said: { en: 'No node has `{key}: {value}`.', ko: '`{key}: {value}`인 노드는 없다.' },
		en: 'The kubelet writes this label itself, so the pod stays Pending. The values are those of Go: {values}.',
		ko: '이 레이블은 kubelet이 직접 적으므로 파드는 Pending에 머문다. 값은 Go가 쓰는 이름이다: {values}.',
		link: 'reference/labels-annotations-taints/#kubernetes-io-arch',
	},
	'advice/selects-nothing': {
		said: { en: 'No pod of this file has the labels {labels}.', ko: '이 파일에는 레이블이 {labels}인 파드가 없다.' },
		en: 'A {kind} finds pods by their labels alone, those of `template.metadata.labels`. All of them must be the same, upper and lower case included.',
		ko: '{kind}{kind:은/는} 파드의 레이블, 곧 `template.metadata.labels`만 보고 파드를 찾는다. 대소문자까지 모두 같아야 한다.',
		link: 'concepts/overview/working-with-objects/labels/#label-selectors',
	},
	'advice/target-port': {
		said: { en: 'The pods of {kind} `{name}` have no port named `{port}`.', ko: '{kind} `{name}`의 파드에는 `{port}`{port:이라는/라는} 포트가 없다.' },
		en: 'A Service looks the name up in `ports` of the pods that it selects, and leaves out those without it: they get no traffic. Give the number, or a name that they have.',
		ko: '서비스는 고른 파드의 `ports`에서 이 이름을 찾고, 없는 파드로는 트래픽을 보내지 않는다. 포트 번호를 쓰거나 파드에 있는 이름을 쓴다.',
		link: 'concepts/services-networking/service/#field-spec-ports',
	},
	'advice/scale-target': {
		said: { en: 'This file has no {kind} named `{name}`.', ko: '이 파일에는 `{name}`{name:이라는/라는} {kind}{kind:이/가} 없다.' },
		en: 'The autoscaler scales what `scaleTargetRef` names, in its own namespace, and does nothing without it.',
		ko: '오토스케일러는 같은 네임스페이스에서 `scaleTargetRef`가 가리키는 것을 늘리고 줄인다. 없으면 아무 일도 하지 않는다.',
		link: 'tasks/run-application/horizontal-pod-autoscale/',
	},
	'advice/scale-share': {
		said: { en: 'Container `{container}` of the target requests no {resource}.', ko: '대상의 `{container}` 컨테이너에 {resource} request가 없다.' },
		en: 'A utilization is a share of the request, and with one container that has none the autoscaler cannot reckon it (`missing request for {resource}`). Give `resources.requests` to every container.',
		ko: '사용률은 request에 견준 비율이라, request 없는 컨테이너가 하나라도 있으면 오토스케일러가 계산하지 못한다(`missing request for {resource}`). 모든 컨테이너에 `resources.requests`를 적는다.',
		link: 'tasks/run-application/horizontal-pod-autoscale/#how-does-a-horizontalpodautoscaler-work',
	},
	'advice/config-key-env': {
		said: { en: '{kind} `{name}` of this file has no key `{key}`.', ko: '이 파일의 {kind} `{name}`에 `{key}` 키가 없다.' },
		en: 'The container cannot be created without it: `CreateContainerConfigError`. Add the key, or say `optional: true`.',
		ko: '키가 없으면 컨테이너를 만들지 못하고 `CreateContainerConfigError`로 남는다. 키를 더하거나 `optional: true`를 적는다.',
		link: 'tasks/configure-pod-container/configure-pod-configmap/',
	},
	'advice/config-key-volume': {
		said: { en: '{kind} `{name}` of this file has no key `{key}`.', ko: '이 파일의 {kind} `{name}`에 `{key}` 키가 없다.' },
		en: 'The volume cannot be mounted without it (`FailedMount`), and the pod stays at ContainerCreating. Add the key, or say `optional: true`.',
		ko: '키가 없으면 볼륨을 마운트하지 못해(`FailedMount`) 파드가 ContainerCreating에 머문다. 키를 더하거나 `optional: true`를 적는다.',
		link: 'tasks/configure-pod-container/configure-pod-configmap/',
	},
	'advice/config-name': {
		said: { en: 'This file has no {kind} `{name}`, but `{near}`.', ko: '이 파일에 {kind} `{name}`{name:은/는} 없고 `{near}`{near:은/는} 있다.' },
		en: 'If the cluster has none of that name either, the pod does not start.',
		ko: '클러스터에도 이 이름이 없으면 파드는 시작하지 못한다.',
	},
} as const satisfies Readonly<Record<string, AdviceWords>>;
