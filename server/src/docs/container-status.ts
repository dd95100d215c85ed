import type {
	ContainerStatus,
	ContainerUser,
	ImageVolumeStatus,
	LinuxContainerUser,
	ResourceHealth,
	ResourceStatus,
	VolumeMountStatus,
	VolumeStatus,
} from '../schema/generated/types';
import { documented } from './words';

export const containerStatus = documented<ContainerStatus>()({
	name: {
		en: 'Which container of the spec this is about.',
		ko: '스펙의 어느 컨테이너를 말하는지 나타낸다.',
	},
	state: {
		en: 'What the container is doing now: `waiting`, `running` or `terminated`. The reason of the first and the exit code of the last tell most.',
		ko: '컨테이너가 지금 무엇을 하는지 나타낸다. `waiting`, `running`, `terminated` 가운데 하나다. `waiting`의 이유와 `terminated`의 종료 코드에 대개 답이 있다.',
		link: 'concepts/workloads/pods/pod-lifecycle/#container-states',
	},
	lastState: {
		en: 'How the run before this one ended; empty if it has never restarted. This is where a crash loop is explained: exit code, reason, message.\nOnly one run back is kept, the same one that `kubectl logs --previous` shows.',
		ko: '바로 앞 실행이 어떻게 끝났는지 보여 준다. 재시작한 적이 없으면 비어 있다. 크래시 루프의 원인은 여기에 있다. 종료 코드, 이유, 메시지를 본다.\n한 번 전까지만 남으며, `kubectl logs --previous`가 보여 주는 것과 같은 실행이다.',
	},
	ready: {
		en: 'Whether the container can take traffic: started, and its readiness probe says yes. Without such a probe it is ready as soon as it has started.\nAn init container is ready when it has ended with code 0. The pod is `Ready` when all are.',
		ko: '컨테이너가 트래픽을 받을 수 있는지 나타낸다. 시작했고 준비성 프로브가 성공한 상태다. 프로브가 없으면 시작하자마자 준비된 것으로 친다.\n초기화 컨테이너는 코드 0으로 끝나면 준비된 것이다. 모두 준비돼야 파드가 `Ready`다.',
	},
	started: {
		en: 'Whether the container has got through its start: `postStart` is done and the startup probe has succeeded. Until then the other probes do not run.\nBack to `false` at every restart.',
		ko: '컨테이너가 시작을 마쳤는지 나타낸다. `postStart`가 끝나고 시작 프로브가 성공하면 `true`다. 그 전에는 다른 프로브가 돌지 않는다.\n재시작할 때마다 `false`로 돌아간다.',
	},
	restartCount: {
		en: 'How often the container has been started again in this pod. A new pod begins at 0.\nA number that keeps rising is a crash loop or a failing liveness probe; see `lastState`.',
		ko: '이 파드에서 컨테이너를 다시 시작한 횟수. 새 파드는 0부터 센다.\n계속 늘어나면 크래시 루프이거나 활성 프로브가 실패하는 것이다. `lastState`를 본다.',
	},
	image: {
		en: 'The image as the runtime names it; it may look different from the one in the spec (full name, another tag of the same image).',
		ko: '런타임이 부르는 이미지 이름. 스펙에 적은 것과 다르게 보일 수 있다(전체 이름, 같은 이미지의 다른 태그).',
	},
	imageID: {
		en: 'The digest of the image that is really running. Compare it between pods to see whether a moving tag gave them different code.',
		ko: '실제로 돌고 있는 이미지의 다이제스트. 파드끼리 비교하면 움직이는 태그 때문에 다른 코드를 돌리는지 알 수 있다.',
	},
	containerID: {
		en: "The runtime's ID of this run, `containerd://…`; different after every restart. For `crictl` on the node.",
		ko: '런타임이 이번 실행에 붙인 ID. 예: `containerd://…`. 재시작할 때마다 달라지며, 노드에서 `crictl`을 쓸 때 필요하다.',
	},
	resources: {
		en: 'The requests and limits that are really in force for the running container. During a resize they lag behind `spec`.',
		ko: '실행 중인 컨테이너에 실제로 적용된 요청과 한도. 리사이즈하는 동안에는 `spec`보다 늦게 따라간다.',
	},
	allocatedResources: {
		en: 'The requests that the node has set aside for this container. Different from `spec`: the kubelet has not accepted a resize yet.',
		ko: '노드가 이 컨테이너에 잡아 둔 요청. `spec`과 다르면 kubelet이 아직 리사이즈를 받아들이지 않은 것이다.',
	},
	allocatedResourcesStatus: {
		en: 'The health of the devices given to this container, one entry a resource. An `Unhealthy` one explains why the app fails at its GPU.',
		ko: '이 컨테이너가 받은 장치의 상태를 리소스마다 보여 준다. `Unhealthy`가 있으면 앱이 GPU에서 실패하는 이유일 수 있다.',
	},
	volumeMounts: {
		en: 'How the volumes are really mounted in this container, read-only or not.',
		ko: '이 컨테이너에 볼륨이 실제로 어떻게 마운트됐는지(읽기 전용 여부 등) 보여 준다.',
	},
	user: {
		en: 'The user and groups the first process really got, from spec, image and policy together.',
		ko: '스펙, 이미지, 정책을 모두 합친 결과로 첫 프로세스가 실제로 받은 사용자와 그룹.',
	},
	stopSignal: {
		en: 'The signal that will ask this container to stop: from `lifecycle.stopSignal`, the image, or the runtime.',
		ko: '이 컨테이너에 멈추라고 보낼 신호. `lifecycle.stopSignal`, 이미지, 런타임 가운데 한 곳에서 정해진다.',
	},
});

export const volumeMountStatus = documented<VolumeMountStatus>()({
	name: {
		en: 'Which volume is mounted.',
		ko: '마운트한 볼륨의 이름.',
	},
	mountPath: {
		en: 'Where it is mounted in the container.',
		ko: '컨테이너 안의 마운트 경로.',
	},
	readOnly: {
		en: 'Whether the mount is read-only.',
		ko: '읽기 전용으로 마운트했는지 나타낸다.',
	},
	recursiveReadOnly: {
		en: 'What became of `IfPossible`: `Enabled`, mounts below are read-only too, or `Disabled`, they are not.',
		ko: '`IfPossible`을 적용한 결과. `Enabled`면 아래쪽 마운트도 읽기 전용이고 `Disabled`면 아니다.',
	},
	volumeStatus: {
		en: 'More about the volume, depending on its kind.',
		ko: '볼륨 종류에 따른 추가 정보.',
	},
});

export const volumeStatus = documented<VolumeStatus>()({
	image: {
		en: 'For an `image` volume: which image was mounted.',
		ko: '`image` 볼륨에서 실제로 마운트한 이미지.',
	},
});

export const imageVolumeStatus = documented<ImageVolumeStatus>()({
	imageRef: {
		en: 'The digest of the mounted image. With a moving tag, this tells what you really got.',
		ko: '마운트한 이미지의 다이제스트. 움직이는 태그를 썼다면 실제로 무엇을 받았는지 여기서 알 수 있다.',
	},
});

export const resourceStatus = documented<ResourceStatus>()({
	name: {
		en: 'Which resource: its name in `limits` (`example.com/gpu`), or `claim:<name>/<request>` for a ResourceClaim.',
		ko: '어느 리소스인지 나타낸다. `limits`에 적은 이름(`example.com/gpu`)이거나, ResourceClaim이면 `claim:<이름>/<요청>`이다.',
	},
	resources: {
		en: 'The single devices of that resource with their health.',
		ko: '그 리소스에 속한 장치 하나하나와 상태.',
	},
});

export const resourceHealth = documented<ResourceHealth>()({
	resourceID: {
		en: 'Which device: the ID of the device plugin, or `<driver>/<pool>/<device>`.',
		ko: '어느 장치인지 나타낸다. 장치 플러그인이 붙인 ID이거나 `<드라이버>/<풀>/<장치>`다.',
	},
	health: {
		en: '`Healthy`, `Unhealthy` (may pass), or `Unknown` (the plugin does not answer). The pod is not moved because of it.',
		ko: '`Healthy`, `Unhealthy`(일시적일 수 있음), `Unknown`(플러그인이 응답하지 않음) 가운데 하나. 이것 때문에 파드를 옮기지는 않는다.',
	},
	message: {
		en: 'What the driver says about it, such as a count of memory errors.',
		ko: '드라이버가 남긴 설명. 메모리 오류 횟수 등이 나온다.',
	},
});

export const containerUser = documented<ContainerUser>()({
	linux: {
		en: 'User and groups on Linux.',
		ko: '리눅스에서 쓰는 사용자와 그룹.',
	},
});

export const linuxContainerUser = documented<LinuxContainerUser>()({
	uid: {
		en: 'User ID of the first process when it started. The program may have changed it since.',
		ko: '시작할 때 첫 프로세스의 사용자 ID. 그 뒤에 프로그램이 바꿨을 수 있다.',
	},
	gid: {
		en: 'Primary group ID of the first process when it started.',
		ko: '시작할 때 첫 프로세스의 기본 그룹 ID.',
	},
	supplementalGroups: {
		en: 'All other groups of the first process: `fsGroup`, `supplementalGroups`, and with the policy `Merge` those of the image.',
		ko: '첫 프로세스가 속한 나머지 그룹. `fsGroup`, `supplementalGroups`이며, 정책이 `Merge`면 이미지의 그룹도 들어간다.',
	},
});
