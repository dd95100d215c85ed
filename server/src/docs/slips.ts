import type { Words } from './words';

/** A word that is no field where people write it, and what it is in Kubernetes. */
export interface Slip extends Partial<Words> {
	/**
	 * Where it belongs, the likeliest first: a field beside it (`env`), below (`resources.limits.cpu`), of the pod (`pod:restartPolicy`) or of a container
	 * (`container:env`). One that is written already is passed over.
	 */
	readonly to?: readonly string[];
}

const to = (...places: readonly string[]): Slip => ({ to: places });
const said = (slip: Slip, en: string, ko: string): Slip => ({ ...slip, en, ko });

const RESTART = said(
	to('pod:restartPolicy'),
	'It holds for all containers: `Always`, `OnFailure` or `Never`.',
	'모든 컨테이너에 적용되며 `Always`, `OnFailure`, `Never` 가운데 하나다.',
);
const USER = said(to('securityContext.runAsUser'), 'It takes a number, not a name.', '이름이 아니라 번호를 쓴다.');
const USER_BESIDE: Slip = { ...USER, to: ['runAsUser'] };
const HEALTH = said(
	to('livenessProbe', 'readinessProbe'),
	'A liveness probe restarts the container, a readiness probe keeps traffic away from it.',
	'활성 프로브는 컨테이너를 재시작하고, 준비성 프로브는 트래픽을 막는다.',
);
const COMMAND = said({}, "`command` replaces the image's ENTRYPOINT, `args` its CMD.", '`command`는 이미지의 ENTRYPOINT를, `args`는 CMD를 대신한다.');
const DEPENDS = said(
	{},
	'Containers of a pod start together, and pods know no order. What has to come first goes into `initContainers`; what has to be ready is waited for by the app.',
	'한 파드의 컨테이너는 함께 시작하고, 파드 사이에는 순서가 없다. 먼저 끝나야 하는 일은 `initContainers`에 넣고, 다른 서비스가 준비될 때까지는 앱이 기다린다.',
);
const HOST_NETWORK = said(to('pod:hostNetwork'), '`network_mode: host` is `hostNetwork: true`.', '`network_mode: host`는 `hostNetwork: true`다.');
const OF_SERVICE = said({}, 'That is a field of a Service; a container has `containerPort`.', '서비스의 필드다. 컨테이너에는 `containerPort`를 적는다.');
const BUILD = said(
	{},
	'Kubernetes builds nothing: push the image to a registry and name it in `image`.',
	'쿠버네티스는 이미지를 만들지 않는다. 레지스트리에 올린 이미지를 `image`에 적는다.',
);
const NETWORKS = said(
	{},
	'All pods reach one another by Services; a NetworkPolicy keeps them apart.',
	'파드끼리는 서비스로 서로 찾아간다. 막으려면 네트워크폴리시를 쓴다.',
);
const FILES = said(
	{},
	'Name it in `volumes` of the pod and mount it with `volumeMounts`, or take its keys with `env` or `envFrom`.',
	'파드의 `volumes`에 적고 `volumeMounts`로 마운트하거나, `env`나 `envFrom`으로 키를 가져온다.',
);
const VOLUMES = said(
	to('pod:volumes', 'volumeMounts'),
	'`volumes` of the pod says what there is, `volumeMounts` of the container where it appears.',
	'파드의 `volumes`에 무엇이 있는지, 컨테이너의 `volumeMounts`에 어디에 보일지 적는다.',
);
const CPU = to('limits.cpu', 'requests.cpu');
const MEMORY = to('limits.memory', 'requests.memory');
const NO_ROLLOUT = said({}, 'A ReplicaSet rolls nothing out; that is a field of a Deployment.', '레플리카셋은 롤아웃하지 않는다. 디플로이먼트의 필드다.');
const SECONDS = 'A number of seconds, without a unit.';
const SECONDS_KO = '단위 없이 초를 적는다.';

const CONTAINER: Readonly<Record<string, Slip>> = {
	environment: to('env'),
	envs: to('env'),
	vars: to('env'),
	variables: to('env'),
	env_file: said(to('envFrom'), 'The file becomes a ConfigMap or Secret first.', '파일은 먼저 컨피그맵이나 시크릿으로 만든다.'),
	entrypoint: said(to('command'), "It replaces the image's ENTRYPOINT.", '이미지의 ENTRYPOINT를 대신한다.'),
	cmd: COMMAND,
	user: USER,
	uid: USER,
	gid: to('securityContext.runAsGroup'),
	group: to('securityContext.runAsGroup'),
	restart: RESTART,
	restart_policy: RESTART,
	healthcheck: HEALTH,
	healthCheck: HEALTH,
	health_check: HEALTH,
	cpu: to('resources.limits.cpu', 'resources.requests.cpu'),
	cpus: to('resources.limits.cpu', 'resources.requests.cpu'),
	memory: to('resources.limits.memory', 'resources.requests.memory'),
	mem: to('resources.limits.memory', 'resources.requests.memory'),
	mem_limit: to('resources.limits.memory'),
	mem_reservation: to('resources.requests.memory'),
	limit: to('resources.limits'),
	request: to('resources.requests'),
	depends_on: DEPENDS,
	dependsOn: DEPENDS,
	links: NETWORKS,
	networks: NETWORKS,
	network_mode: HOST_NETWORK,
	networkMode: HOST_NETWORK,
	build: BUILD,
	container_name: to('name'),
	cap_add: to('securityContext.capabilities.add'),
	cap_drop: to('securityContext.capabilities.drop'),
	capabilities: to('securityContext.capabilities'),
	read_only: to('securityContext.readOnlyRootFilesystem'),
	readOnly: to('securityContext.readOnlyRootFilesystem'),
	working_dir: to('workingDir'),
	workdir: to('workingDir'),
	cwd: to('workingDir'),
	stdin_open: to('stdin'),
	port: said(to('ports'), 'A list: `- containerPort: 80`.', '`- containerPort: 80`처럼 목록으로 적는다.'),
	expose: said(to('ports'), 'A list: `- containerPort: 80`.', '`- containerPort: 80`처럼 목록으로 적는다.'),
	containerPort: to('ports[].containerPort'),
	volumes: VOLUMES,
	volume: VOLUMES,
	mounts: to('volumeMounts'),
	tmpfs: to('pod:volumes[].emptyDir'),
	deploy: said(
		{},
		'How many pods there are says `replicas` of a Deployment, what they may use `resources` of the container.',
		'파드 수는 디플로이먼트의 `replicas`에, 쓸 수 있는 자원은 컨테이너의 `resources`에 적는다.',
	),
	logging: said(
		{},
		'What the container writes to stdout and stderr is its log; the node collects it.',
		'컨테이너가 stdout과 stderr에 쓰는 것이 로그이고, 노드가 모은다.',
	),
	ulimits: said({}, "There is no field for it: the node's container runtime sets the limits.", '정하는 필드가 없다. 노드의 컨테이너 런타임이 정한다.'),
	shm_size: said({}, 'Mount an `emptyDir` with `medium: Memory` at /dev/shm.', '`medium: Memory`인 `emptyDir`를 /dev/shm에 마운트한다.'),
	extra_hosts: to('pod:hostAliases'),
	dns: to('pod:dnsConfig.nameservers'),
	stop_grace_period: to('pod:terminationGracePeriodSeconds'),
	stop_signal: to('lifecycle.stopSignal'),
	preStop: to('lifecycle.preStop'),
	postStart: to('lifecycle.postStart'),
	secrets: FILES,
	configs: FILES,
	configMap: FILES,
	secret: FILES,
	pull_policy: to('imagePullPolicy'),
	imagePullSecret: said(to('pod:imagePullSecrets'), 'A list: `- name: …`.', '`- name: …`처럼 목록으로 적는다.'),
	probe: HEALTH,
	probes: HEALTH,
};

const JOB: Readonly<Record<string, Slip>> = {
	timeout: said(to('activeDeadlineSeconds'), SECONDS, SECONDS_KO),
	retries: to('backoffLimit'),
	schedule: said({}, "A Job runs once; a schedule is a CronJob's.", '잡은 한 번 실행된다. 일정은 크론잡에 적는다.'),
};
const NAMED = { secretName: to('name'), configMapName: to('name'), secret: to('name'), configMap: to('name') };

/** By the type that people write it in. */
export const slips: Readonly<Record<string, Readonly<Record<string, Slip>>>> = {
	Container: CONTAINER,
	EphemeralContainer: CONTAINER,
	PodSpec: {
		restart: RESTART,
		restart_policy: RESTART,
		environment: to('container:env'),
		env_file: to('container:envFrom'),
		entrypoint: to('container:command'),
		cmd: COMMAND,
		user: USER,
		uid: USER,
		healthcheck: said(to('container:livenessProbe'), HEALTH.en ?? '', HEALTH.ko ?? ''),
		liveness: to('container:livenessProbe'),
		readiness: to('container:readinessProbe'),
		depends_on: DEPENDS,
		dependsOn: DEPENDS,
		network_mode: HOST_NETWORK,
		networkMode: HOST_NETWORK,
		networks: NETWORKS,
		links: NETWORKS,
		services: said(to('containers'), 'A list, with the name in `name`.', '목록으로 적고 이름은 `name`에 쓴다.'),
		build: BUILD,
		container_name: to('container:name'),
		cpu: to('container:resources.limits.cpu'),
		memory: to('container:resources.limits.memory'),
		gracePeriod: said(to('terminationGracePeriodSeconds'), SECONDS, SECONDS_KO),
		gracePeriodSeconds: to('terminationGracePeriodSeconds'),
		stop_grace_period: said(to('terminationGracePeriodSeconds'), SECONDS, SECONDS_KO),
		pullSecrets: to('imagePullSecrets'),
		imagePullSecret: said(to('imagePullSecrets'), 'A list: `- name: …`.', '`- name: …`처럼 목록으로 적는다.'),
		node: to('nodeName', 'nodeSelector'),
		timeout: said(to('activeDeadlineSeconds'), SECONDS, SECONDS_KO),
		secrets: FILES,
		configs: FILES,
		extra_hosts: to('hostAliases'),
		dns: to('dnsConfig.nameservers'),
		ports: to('container:ports'),
	},
	ContainerPort: {
		port: to('containerPort'),
		container: to('containerPort'),
		target: to('containerPort'),
		targetPort: to('containerPort'),
		number: to('containerPort'),
		published: to('hostPort'),
		host: to('hostPort'),
		nodePort: OF_SERVICE,
		servicePort: OF_SERVICE,
	},
	EnvVar: {
		key: to('name'),
		var: to('name'),
		variable: to('name'),
		val: to('value'),
		from: to('valueFrom'),
		secret: to('valueFrom.secretKeyRef'),
		configMap: to('valueFrom.configMapKeyRef'),
		secretRef: to('valueFrom.secretKeyRef'),
		configMapRef: to('valueFrom.configMapKeyRef'),
	},
	EnvVarSource: { secretRef: to('secretKeyRef'), configMapRef: to('configMapKeyRef'), secret: to('secretKeyRef'), configMap: to('configMapKeyRef') },
	EnvFromSource: {
		name: to('configMapRef.name', 'secretRef.name'),
		configMap: to('configMapRef'),
		secret: to('secretRef'),
		configMapKeyRef: to('configMapRef'),
		secretKeyRef: to('secretRef'),
		configMapName: to('configMapRef.name'),
		secretName: to('secretRef.name'),
	},
	ConfigMapKeySelector: NAMED,
	SecretKeySelector: NAMED,
	ConfigMapEnvSource: NAMED,
	SecretEnvSource: NAMED,
	LocalObjectReference: NAMED,
	ConfigMapVolumeSource: NAMED,
	ConfigMapProjection: NAMED,
	SecretProjection: NAMED,
	SecretVolumeSource: { name: to('secretName') },
	PersistentVolumeClaimVolumeSource: { name: to('claimName'), pvcName: to('claimName'), volumeName: to('claimName') },
	VolumeMount: {
		path: to('mountPath'),
		mount: to('mountPath'),
		target: to('mountPath'),
		destination: to('mountPath'),
		volume: to('name'),
		volumeName: to('name'),
		source: to('name'),
	},
	Volume: {
		mountPath: to('container:volumeMounts[].mountPath'),
		subPath: to('container:volumeMounts[].subPath'),
		readOnly: to('container:volumeMounts[].readOnly'),
		configMapName: to('configMap.name'),
		configMapRef: to('configMap'),
		secretName: to('secret.secretName'),
		secretRef: to('secret'),
		claimName: to('persistentVolumeClaim.claimName'),
		pvc: to('persistentVolumeClaim'),
		claim: to('persistentVolumeClaim'),
		pvcName: to('persistentVolumeClaim.claimName'),
		persistentVolumeClaimName: to('persistentVolumeClaim.claimName'),
		path: to('hostPath.path'),
		size: to('emptyDir.sizeLimit'),
		volumeName: to('name'),
	},
	KeyToPath: { name: to('key'), file: to('path'), fileName: to('path'), mountPath: to('path') },
	ResourceRequirements: {
		cpu: CPU,
		CPU,
		cpus: CPU,
		memory: MEMORY,
		Memory: MEMORY,
		mem: MEMORY,
		storage: to('limits.ephemeral-storage'),
		gpu: said(
			{},
			'A GPU is a resource of its driver: `nvidia.com/gpu: 1` under `limits`.',
			'GPU는 드라이버가 내놓는 자원이다. `limits`에 `nvidia.com/gpu: 1`처럼 적는다.',
		),
		limit: to('limits'),
		request: to('requests'),
	},
	Probe: {
		http: to('httpGet'),
		tcp: to('tcpSocket'),
		url: to('httpGet.path'),
		uri: to('httpGet.path'),
		test: to('exec.command'),
		cmd: to('exec.command'),
		interval: said(to('periodSeconds'), SECONDS, SECONDS_KO),
		period: said(to('periodSeconds'), SECONDS, SECONDS_KO),
		timeout: said(to('timeoutSeconds'), SECONDS, SECONDS_KO),
		retries: to('failureThreshold'),
		start_period: said(to('initialDelaySeconds'), SECONDS, SECONDS_KO),
		delay: said(to('initialDelaySeconds'), SECONDS, SECONDS_KO),
	},
	HTTPGetAction: { url: to('path'), uri: to('path'), endpoint: to('path'), headers: to('httpHeaders') },
	ExecAction: { cmd: to('command'), args: to('command') },
	SecurityContext: {
		user: USER_BESIDE,
		uid: USER_BESIDE,
		group: to('runAsGroup'),
		gid: to('runAsGroup'),
		readOnly: to('readOnlyRootFilesystem'),
		fsGroup: to('pod:securityContext.fsGroup'),
		fsGroupChangePolicy: to('pod:securityContext.fsGroupChangePolicy'),
		supplementalGroups: to('pod:securityContext.supplementalGroups'),
		sysctls: to('pod:securityContext.sysctls'),
	},
	PodSecurityContext: {
		user: USER_BESIDE,
		uid: USER_BESIDE,
		group: to('runAsGroup'),
		privileged: to('container:securityContext.privileged'),
		capabilities: to('container:securityContext.capabilities'),
		allowPrivilegeEscalation: to('container:securityContext.allowPrivilegeEscalation'),
		readOnlyRootFilesystem: to('container:securityContext.readOnlyRootFilesystem'),
	},
	DeploymentSpec: { updateStrategy: to('strategy'), strategyType: to('strategy.type'), restart: RESTART, labels: to('template.metadata.labels') },
	StatefulSetSpec: { strategy: to('updateStrategy'), restart: RESTART, volumeClaims: to('volumeClaimTemplates') },
	DaemonSetSpec: { strategy: to('updateStrategy'), restart: RESTART },
	ReplicaSetSpec: { strategy: NO_ROLLOUT, updateStrategy: NO_ROLLOUT, paused: NO_ROLLOUT },
	JobSpec: JOB,
	CronJobSpec: {
		cron: to('schedule'),
		crontab: to('schedule'),
		tz: to('timeZone'),
		template: to('jobTemplate.spec.template'),
		job: to('jobTemplate'),
		history: to('successfulJobsHistoryLimit'),
		selector: said({}, 'A CronJob has none, and its Jobs make their own. Remove it.', '크론잡에는 셀렉터가 없고, 잡이 알아서 만든다. 지운다.'),
	},
	ObjectMeta: { tags: to('labels'), app: to('labels.app'), tier: to('labels.tier'), component: to('labels.component'), release: to('labels.release') },
};

/** What is written in one word, or in a line, where an object is wanted. */
export const shortForms: Readonly<Record<string, Words>> = {
	ContainerPort: {
		en: "A port is `- containerPort: 80`. `80:8080` is Compose's: the node's port is `hostPort`, and others reach the pod by a Service.",
		ko: '포트는 `- containerPort: 80`으로 적는다. `80:8080`은 Compose의 표기다. 노드의 포트는 `hostPort`이고, 다른 파드는 서비스로 찾아온다.',
	},
	EnvVar: { en: 'A variable is `- name: …` with `value: …` below.', ko: '변수는 `- name: …`과 그 아래 `value: …`로 적는다.' },
	EnvFromSource: {
		en: 'Say what it is: `- configMapRef: {name: …}` or `- secretRef: {name: …}`.',
		ko: '`- configMapRef: {name: …}`나 `- secretRef: {name: …}`로 무엇인지 적는다.',
	},
	VolumeMount: {
		en: 'A mount is `- name: …` with `mountPath: …` below; the volume itself stands in `volumes` of the pod.',
		ko: '마운트는 `- name: …`과 그 아래 `mountPath: …`로 적는다. 볼륨은 파드의 `volumes`에 적는다.',
	},
	Volume: {
		en: 'A volume is `- name: …` and what it is: `emptyDir: {}`, `hostPath`, `configMap`, `persistentVolumeClaim`. Where it is mounted stands in `volumeMounts`.',
		ko: '볼륨은 `- name: …`과 그 종류(`emptyDir: {}`, `hostPath`, `configMap`, `persistentVolumeClaim`)로 적는다. 마운트할 곳은 `volumeMounts`에 적는다.',
	},
	LocalObjectReference: { en: 'It is `- name: …`.', ko: '`- name: …`으로 적는다.' },
	Container: { en: 'A container is `- name: …` with `image: …` below.', ko: '컨테이너는 `- name: …`과 그 아래 `image: …`로 적는다.' },
	LabelSelector: { en: 'It is `matchLabels`, and the labels below: `app: web`.', ko: '`matchLabels`와 그 아래 `app: web` 같은 레이블로 적는다.' },
	Probe: { en: 'It needs a way to ask: `httpGet`, `tcpSocket`, `exec` or `grpc`.', ko: '확인할 방법(`httpGet`, `tcpSocket`, `exec`, `grpc`)을 적는다.' },
	ResourceRequirements: {
		en: 'It is `limits` and `requests`, with `cpu` and `memory` below.',
		ko: '`limits`와 `requests`를 적고 그 아래 `cpu`와 `memory`를 적는다.',
	},
};
