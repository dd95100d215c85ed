import type {
	ConfigMapEnvSource,
	ConfigMapKeySelector,
	EnvFromSource,
	EnvVar,
	EnvVarSource,
	FileKeySelector,
	ObjectFieldSelector,
	ResourceFieldSelector,
	SecretEnvSource,
	SecretKeySelector,
} from '../schema/generated/types';
import { documented } from './words';

export const envVar = documented<EnvVar>()({
	name: {
		en: 'Name of the variable. Where two entries share a name, the later one counts.\nUse letters, digits and `_`: other characters are accepted, but a shell cannot read such a variable.',
		ko: '환경 변수의 이름. 같은 이름이 둘이면 뒤의 것이 쓰인다.\n영문자, 숫자, `_`만 쓰는 것이 좋다. 다른 문자도 받아 주지만 셸에서는 읽을 수 없다.',
	},
	value: {
		en: 'The value, always text: quote numbers and `true`.\n`$(NAME)` is replaced by a variable defined above this one, in `envFrom`, or for a Service; an unknown one stays as it stands. `$$(NAME)` keeps it.\nMistake: `$NAME`, as in a shell. No shell reads this; nothing is replaced.',
		ko: '변수의 값. 늘 문자열이므로 숫자와 `true`는 따옴표로 감싼다.\n`$(NAME)`은 이 항목보다 위에 적었거나 `envFrom`, 서비스에서 온 변수로 바뀐다. 없는 이름이면 그대로 남고, 바꾸지 않으려면 `$$(NAME)`으로 적는다.\n흔한 실수: 셸에서처럼 `$NAME`으로 적는 것. 셸을 거치지 않으므로 바뀌지 않는다.',
		example: 'value: "http://$(HOST):8080"',
		link: 'tasks/inject-data-application/define-interdependent-environment-variables/',
	},
	valueFrom: {
		en: 'Takes the value from somewhere else: a key of a ConfigMap or Secret, a field of the pod, a resource limit, a file. Exactly one source, and no `value` beside it.\nRead when the container is created; it does not follow later changes.',
		ko: '값을 다른 곳에서 가져온다. 컨피그맵이나 시크릿의 키, 파드의 필드, 리소스 한도, 파일 가운데 하나만 적고 `value`와 함께 쓰지 않는다.\n컨테이너를 만들 때 읽으며 나중에 바뀌어도 따라가지 않는다.',
		example: 'valueFrom:\n  secretKeyRef: { name: db, key: password }',
	},
});

export const envVarSource = documented<EnvVarSource>()({
	configMapKeyRef: {
		en: 'The value of one key of a ConfigMap in the same namespace.\nIf it is missing, the container waits in `CreateContainerConfigError` and starts soon after it appears.',
		ko: '같은 네임스페이스에 있는 컨피그맵의 키 하나.\n없으면 컨테이너가 `CreateContainerConfigError`에서 기다리다가, 생기면 곧 시작한다.',
		link: 'tasks/configure-pod-container/configure-pod-configmap/#define-container-environment-variables-using-configmap-data',
	},
	secretKeyRef: {
		en: 'The value of one key of a Secret in the same namespace, decoded.\nIf it is missing, the container waits in `CreateContainerConfigError`. Whoever can `exec` into the container can read it, and crash reports often print all variables; a mounted file leaks less.',
		ko: '같은 네임스페이스에 있는 시크릿의 키 하나. base64를 푼 값이 들어간다.\n없으면 컨테이너가 `CreateContainerConfigError`에서 기다린다. 컨테이너에 `exec`할 수 있는 사람은 읽을 수 있고, 장애 보고서에 환경 변수가 통째로 찍히는 일도 많다. 파일로 마운트하면 새어 나갈 길이 적다.',
		link: 'tasks/inject-data-application/distribute-credentials-secure/#define-container-environment-variables-using-secret-data',
	},
	fieldRef: {
		en: 'A fact about the pod itself: its name, IP, node, a label or an annotation.',
		ko: '파드 자신의 정보. 이름, IP, 노드, 레이블이나 어노테이션 하나를 가져온다.',
		example: 'fieldRef:\n  fieldPath: status.podIP',
		link: 'concepts/workloads/pods/downward-api/#downwardapi-fieldRef',
	},
	resourceFieldRef: {
		en: 'What a container of this pod may use or asks for, as a number: `GOMEMLIMIT`, `GOMAXPROCS`, a JVM heap.\nWithout a limit it is what the node can give to pods.',
		ko: '이 파드의 컨테이너에 적은 한도나 요청을 숫자로 가져온다. `GOMEMLIMIT`, `GOMAXPROCS`, JVM 힙 크기를 정할 때 쓴다.\n한도가 없으면 노드가 파드에 줄 수 있는 양이 들어간다.',
		example: 'resourceFieldRef:\n  resource: limits.memory\n  divisor: 1Mi',
		link: 'concepts/workloads/pods/downward-api/#downwardapi-resourceFieldRef',
	},
	fileKeyRef: {
		en: "One variable out of a file in a volume of the pod, usually written by an init container into an `emptyDir`.\nThe file holds lines such as `TOKEN='abc'`; the quotes are needed.",
		ko: "파드의 볼륨에 있는 파일에서 변수 하나를 가져온다. 보통 초기화 컨테이너가 `emptyDir`에 써 둔다.\n파일에는 `TOKEN='abc'` 같은 줄을 적으며 작은따옴표가 있어야 한다.",
	},
});

export const objectFieldSelector = documented<ObjectFieldSelector>()({
	fieldPath: {
		en: "Which fact of the pod: `metadata.name`, `metadata.namespace`, `metadata.uid`, `metadata.labels['app']`, `metadata.annotations['key']`.\nOnly in `env`: `spec.nodeName`, `spec.serviceAccountName`, `status.hostIP`, `status.podIP` and the lists `status.hostIPs`, `status.podIPs`. Only in volumes: all of `metadata.labels` or `metadata.annotations`.\nIn `env` it is fixed at the start; a file in a volume follows changed labels and annotations.",
		ko: "파드의 어떤 정보를 가져올지 정한다. `metadata.name`, `metadata.namespace`, `metadata.uid`, `metadata.labels['app']`, `metadata.annotations['key']`를 쓸 수 있다.\n`spec.nodeName`, `spec.serviceAccountName`, `status.hostIP`, `status.podIP`와 목록인 `status.hostIPs`, `status.podIPs`는 `env`에서만, `metadata.labels`와 `metadata.annotations` 전체는 볼륨에서만 쓸 수 있다.\n`env`에서는 시작할 때 값이 정해지고, 볼륨의 파일은 레이블과 어노테이션이 바뀌면 따라 바뀐다.",
		example: "fieldPath: metadata.labels['app.kubernetes.io/version']",
		link: 'concepts/workloads/pods/downward-api/#available-fields',
	},
	apiVersion: {
		en: 'The API version in which `fieldPath` is written. Leave it out; there is only `v1`.',
		ko: '`fieldPath`를 적은 API 버전. `v1`뿐이므로 적지 않아도 된다.',
	},
});

export const resourceFieldSelector = documented<ResourceFieldSelector>()({
	resource: {
		en: 'Which value: `limits.cpu`, `limits.memory`, `requests.cpu`, `requests.memory`, the same for `ephemeral-storage` and `hugepages-…`.\nA missing limit gives what the node can give to pods; a missing request gives 0.',
		ko: '어떤 값을 가져올지 정한다. `limits.cpu`, `limits.memory`, `requests.cpu`, `requests.memory`와 `ephemeral-storage`, `hugepages-…`의 값을 쓸 수 있다.\n한도가 없으면 노드가 파드에 줄 수 있는 양, 요청이 없으면 0이 들어간다.',
	},
	divisor: {
		en: 'The unit of the number you get; the result is rounded up. A limit of `512Mi` gives 512 with `1Mi` and 536870912 with `1`; `250m` of CPU gives 250 with `1m` and 1 with `1`.\nMistake: leaving it out for CPU. 250m and 1 CPU both give 1.',
		ko: '얻는 숫자의 단위. 나눈 값은 올림한다. 한도가 `512Mi`일 때 `1Mi`면 512, `1`이면 536870912가 된다. CPU `250m`은 `1m`이면 250, `1`이면 1이 된다.\n흔한 실수: CPU에서 적지 않는 것. 250m도 1 CPU도 모두 1이 된다.',
	},
	containerName: {
		en: 'Whose value. In `env` it is this container if left out; in a volume it must be given.',
		ko: '어느 컨테이너의 값인지 정한다. `env`에서는 적지 않으면 자기 자신이고, 볼륨에서는 꼭 적어야 한다.',
	},
});

const optionalKey = {
	en: '`true`: if the object or the key is missing, the variable is simply not set and the container starts. Otherwise it waits in `CreateContainerConfigError`.',
	ko: '`true`면 오브젝트나 키가 없을 때 변수를 넣지 않고 컨테이너를 시작한다. 그러지 않으면 `CreateContainerConfigError`에서 기다린다.',
};

export const configMapKeySelector = documented<ConfigMapKeySelector>()({
	name: {
		en: "The ConfigMap, in the pod's namespace.",
		ko: '파드와 같은 네임스페이스에 있는 컨피그맵의 이름.',
	},
	key: {
		en: 'The key under `data`. Keys under `binaryData` cannot become variables.',
		ko: '`data`에 있는 키. `binaryData`에 있는 키는 환경 변수로 쓸 수 없다.',
	},
	optional: optionalKey,
});

export const secretKeySelector = documented<SecretKeySelector>()({
	name: {
		en: "The Secret, in the pod's namespace.",
		ko: '파드와 같은 네임스페이스에 있는 시크릿의 이름.',
	},
	key: {
		en: 'The key under `data`; the variable gets the decoded value.\nMistake: a Secret made with `echo value | base64`. The line break is part of the value; use `echo -n` or `stringData`.',
		ko: '`data`에 있는 키. base64를 푼 값이 변수에 들어간다.\n흔한 실수: `echo value | base64`로 시크릿을 만드는 것. 줄바꿈까지 값에 들어간다. `echo -n`이나 `stringData`를 쓴다.',
	},
	optional: optionalKey,
});

export const fileKeySelector = documented<FileKeySelector>()({
	volumeName: {
		en: 'The volume in `spec.volumes` that holds the file. This container need not mount it.',
		ko: '파일이 든 볼륨. `spec.volumes`의 이름을 적으며, 이 컨테이너가 마운트하지 않아도 된다.',
	},
	path: {
		en: 'The file, relative to the root of the volume. It must exist when the container is created, even with `optional`.',
		ko: '볼륨의 루트에서 본 파일 경로. `optional`이어도 컨테이너를 만들 때 파일은 있어야 한다.',
	},
	key: {
		en: "Which variable of the file. Its line reads `KEY='value'`: single quotes, no spaces around `=`.\nAn empty value counts as missing.",
		ko: "파일에서 가져올 변수의 이름. 파일에는 `KEY='value'`처럼 작은따옴표로 감싸고 `=` 앞뒤를 띄우지 않고 적는다.\n빈 값은 없는 것으로 친다.",
	},
	optional: {
		en: '`true`: a key that the file does not have is left out, and the container starts. A missing or broken file still stops it.',
		ko: '`true`면 파일에 그 키가 없을 때 변수를 빼고 컨테이너를 시작한다. 파일이 없거나 형식이 틀리면 그래도 시작하지 못한다.',
	},
});

export const envFromSource = documented<EnvFromSource>()({
	configMapRef: {
		en: 'All keys under `data` of this ConfigMap become variables. Keys such as `app.conf` do too, but a shell cannot read them.',
		ko: '이 컨피그맵의 `data`에 있는 모든 키가 환경 변수가 된다. `app.conf` 같은 키도 들어가지만 셸에서는 읽을 수 없다.',
	},
	secretRef: {
		en: 'All keys of this Secret become variables, decoded.\nEvery key comes along, also ones that are added later. Where only one is needed, take it with `env` and `secretKeyRef`.',
		ko: '이 시크릿의 모든 키가 base64를 푼 값으로 환경 변수가 된다.\n나중에 추가한 키까지 모두 들어간다. 하나만 필요하면 `env`에서 `secretKeyRef`로 가져온다.',
	},
	prefix: {
		en: 'Put in front of every key: with `DB_`, the key `HOST` becomes `DB_HOST`. Keeps two sources apart.',
		ko: '모든 키 앞에 붙일 글자. `DB_`를 적으면 키 `HOST`는 `DB_HOST`가 된다. 출처가 둘일 때 겹치지 않게 한다.',
	},
});

const optionalSource = {
	en: '`true`: start without it if it does not exist. Otherwise the container waits in `CreateContainerConfigError`.',
	ko: '`true`면 없어도 컨테이너를 시작한다. 그러지 않으면 `CreateContainerConfigError`에서 기다린다.',
};

export const configMapEnvSource = documented<ConfigMapEnvSource>()({
	name: {
		en: "The ConfigMap, in the pod's namespace.",
		ko: '파드와 같은 네임스페이스에 있는 컨피그맵의 이름.',
	},
	optional: optionalSource,
});

export const secretEnvSource = documented<SecretEnvSource>()({
	name: {
		en: "The Secret, in the pod's namespace.",
		ko: '파드와 같은 네임스페이스에 있는 시크릿의 이름.',
	},
	optional: optionalSource,
});
