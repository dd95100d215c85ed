import type { Words } from '../words';

/** What the scheduler, the kubelet and the controllers of nodes and volumes tell in a pod's events (kubelet/events/event.go and their own). */
export const eventReasons: Readonly<Record<string, Words>> = {
	// The scheduler
	Scheduled: { en: 'The scheduler gave the pod to a node.', ko: '스케줄러가 파드를 노드에 배정했다.' },
	FailedScheduling: {
		en: 'No node fits; the message counts the nodes by what they lack. The scheduler tries again when something changes.',
		ko: '맞는 노드가 없다. 메시지에 노드마다 모자란 것이 나온다. 상황이 바뀌면 다시 시도한다.',
	},
	BindingConditionsPending: {
		en: 'The node is chosen; the pod waits until the device it was given is ready there.',
		ko: '노드는 정해졌고, 할당된 장치가 그 노드에서 준비되기를 기다린다.',
	},
	// The kubelet: images and containers
	Pulling: { en: 'The image is being fetched.', ko: '이미지를 내려받는 중이다.' },
	Pulled: { en: 'The image is on the node: fetched now, or there already.', ko: '이미지가 노드에 있다. 방금 받았거나 이미 있었다.' },
	FailedToRetrieveImagePullSecret: {
		en: 'A Secret named in `imagePullSecrets` does not exist in this namespace. The kubelet pulls without it, which fails for a private image.',
		ko: '`imagePullSecrets`에 적은 시크릿이 이 네임스페이스에 없다. kubelet은 그 시크릿 없이 내려받으므로 비공개 이미지라면 실패한다.',
	},
	BackOff: {
		en: 'The kubelet waits before it starts the container, or fetches the image, again.',
		ko: '컨테이너를 다시 시작하거나 이미지를 다시 받기 전에 기다리는 중이다.',
	},
	InspectFailed: {
		en: "The image's name could not be read, or the image could not be inspected.",
		ko: '이미지 이름을 읽지 못했거나 이미지를 확인하지 못했다.',
	},
	Created: { en: 'The container was created; it starts next.', ko: '컨테이너를 만들었다. 곧 시작한다.' },
	Started: { en: "The container's process runs.", ko: '컨테이너의 프로세스가 돌기 시작했다.' },
	Failed: {
		en: 'Fetching the image, or creating or starting the container, failed; the message says which.',
		ko: '이미지를 받거나 컨테이너를 만들거나 시작하는 데 실패했다. 메시지에 무엇인지 나온다.',
	},
	Killing: {
		en: 'The kubelet stops the container: the pod is deleted, a probe failed, or its definition changed.',
		ko: 'kubelet이 컨테이너를 멈춘다. 파드가 삭제됐거나, 프로브가 실패했거나, 정의가 바뀌었다.',
	},
	Unhealthy: {
		en: 'A probe failed once; only `failureThreshold` failures in a row have consequences.',
		ko: '프로브가 한 번 실패했다. 연속으로 `failureThreshold`번 실패해야 조치가 따른다.',
	},
	ProbeWarning: {
		en: 'A probe answered in an odd way, such as a redirect to another host; it counts as a success.',
		ko: '프로브의 응답이 이상하다(다른 호스트로 리다이렉트하는 등). 성공으로 친다.',
	},
	LifecycleHTTPFallback: {
		en: 'A hook asked over HTTPS, the app answered in plain HTTP, and the kubelet asked again so. Set `scheme: HTTP`.',
		ko: '훅이 HTTPS로 요청했는데 앱이 HTTP로 답해 kubelet이 HTTP로 다시 요청했다. `scheme: HTTP`로 적는다.',
	},
	// The kubelet: sandbox, network and volumes
	FailedMount: {
		en: 'A volume could not be set up: a ConfigMap, Secret or claim is missing, or the storage does not answer. The kubelet keeps trying.',
		ko: '볼륨을 준비하지 못했다. 컨피그맵, 시크릿, 클레임이 없거나 스토리지가 응답하지 않는다. 계속 다시 시도한다.',
	},
	FailedAttachVolume: {
		en: 'The disk could not be attached to the node; often it still hangs on another one.',
		ko: '디스크를 노드에 붙이지 못했다. 아직 다른 노드에 붙어 있을 때가 많다.',
	},
	SuccessfulAttachVolume: {
		en: 'The disk is attached to the node; it is mounted next.',
		ko: '디스크를 노드에 붙였다. 이어서 마운트한다.',
	},
	SuccessfulMountVolume: {
		en: 'The volume, a raw device, is ready on the node.',
		ko: '원시 장치 볼륨이 노드에 준비됐다.',
	},
	FailedMapVolume: {
		en: 'The raw device of a claim with `volumeMode: Block` could not be handed to the container; see the message.',
		ko: '`volumeMode: Block`인 클레임의 장치를 컨테이너에 넘기지 못했다. 메시지를 본다.',
	},
	AlreadyMountedVolume: {
		en: 'The volume is mounted on the node for another pod with another `fsGroup`; this pod may not be able to read it.',
		ko: '볼륨이 이미 `fsGroup`이 다른 파드용으로 마운트되어 있다. 이 파드가 읽지 못할 수 있다.',
	},
	VolumePermissionChangeInProgress: {
		en: 'The kubelet is still changing the group of every file on the volume (`fsGroup`), and the start waits. `fsGroupChangePolicy: OnRootMismatch` avoids it the next time.',
		ko: 'kubelet이 볼륨에 있는 모든 파일의 그룹을 바꾸는 중(`fsGroup`)이라 시작이 늦어진다. 다음부터는 `fsGroupChangePolicy: OnRootMismatch`로 피할 수 있다.',
	},
	FailedMountOnFilesystemMismatch: {
		en: 'The volume holds another file system than its PersistentVolume says (`fsType`).',
		ko: '볼륨에 있는 파일시스템이 퍼시스턴트볼륨의 `fsType`과 다르다.',
	},
	MultipleSELinuxLabels: {
		en: 'Containers of the pod mount one volume with different SELinux labels.',
		ko: '파드의 컨테이너들이 한 볼륨을 서로 다른 SELinux 레이블로 마운트한다.',
	},
	SELinuxLabelConflict: {
		en: 'Another pod uses the same volume with another SELinux label; on one node only one of the two will be able to.',
		ko: '다른 파드가 같은 볼륨을 다른 SELinux 레이블로 쓴다. 같은 노드에서는 둘 가운데 하나만 쓸 수 있게 된다.',
	},
	SELinuxChangePolicyConflict: {
		en: 'Another pod uses the same volume with another `seLinuxChangePolicy`.',
		ko: '다른 파드가 같은 볼륨을 다른 `seLinuxChangePolicy`로 쓴다.',
	},
	FailedPrepareDynamicResources: {
		en: 'A driver could not prepare the devices of a claim (`resourceClaims`); the kubelet tries again.',
		ko: '드라이버가 클레임(`resourceClaims`)의 장치를 준비하지 못했다. kubelet이 다시 시도한다.',
	},
	FailedResourceClaimCreation: {
		en: 'The ResourceClaim of an entry of `resourceClaims` could not be made from its template: the template is missing, or its name is taken.',
		ko: '`resourceClaims`의 항목에 쓸 ResourceClaim을 템플릿으로 만들지 못했다. 템플릿이 없거나 같은 이름이 이미 있다.',
	},
	NetworkNotReady: {
		en: "The node's network plugin is not ready, so no pod without `hostNetwork` can start there. Look at the plugin's own pods.",
		ko: '노드의 네트워크 플러그인이 준비되지 않아 `hostNetwork`가 아닌 파드를 시작할 수 없다. 플러그인의 파드를 살핀다.',
	},
	FailedCreatePodSandBox: {
		en: "The pod's sandbox could not be made; usually the network plugin, or no free IPs.",
		ko: '파드 샌드박스를 만들지 못했다. 대개 네트워크 플러그인이나 부족한 IP 때문이다.',
	},
	SandboxChanged: {
		en: 'The sandbox is gone or has changed: a new one is made, and all containers start over.',
		ko: '샌드박스가 없어졌거나 바뀌어 새로 만들고, 모든 컨테이너를 다시 시작한다.',
	},
	FailedPodSandBoxStatus: {
		en: 'The kubelet could not ask the container runtime for the sandbox; it tries again.',
		ko: 'kubelet이 컨테이너 런타임에서 샌드박스의 상태를 얻지 못했다. 다시 시도한다.',
	},
	DNSConfigForming: {
		en: "The pod's `resolv.conf` would have been too long: more than 3 name servers, 32 search domains or 2048 characters of them. What came last was left out.",
		ko: '파드의 `resolv.conf`가 한도(네임서버 3개, 검색 도메인 32개, 합쳐서 2048자)를 넘어 뒤의 것을 뺐다.',
	},
	MissingClusterDNS: {
		en: "The kubelet knows no address of the cluster's DNS (`clusterDNS`), so the pod got the node's DNS settings and finds no Services by name.",
		ko: 'kubelet에 클러스터 DNS의 주소(`clusterDNS`)가 없어 노드의 DNS 설정을 썼다. 서비스를 이름으로 찾지 못한다.',
	},
	HostIPsIPFamilyMismatch: {
		en: "The node's addresses and the pod's are of different families (IPv4, IPv6), so `status.hostIPs` may not be what the pod expects.",
		ko: '노드와 파드의 주소 종류(IPv4, IPv6)가 서로 다르다. `status.hostIPs`가 예상과 다를 수 있다.',
	},
	// The kubelet: hooks, ends and the rest
	FailedPostStartHook: { en: 'The `postStart` hook failed; the container is killed.', ko: '`postStart` 훅이 실패해 컨테이너를 끝냈다.' },
	FailedPreStopHook: {
		en: 'The `preStop` hook failed or did not end in time; the container is stopped all the same.',
		ko: '`preStop` 훅이 실패했거나 제때 끝나지 않았다. 그래도 컨테이너는 멈춘다.',
	},
	ExceededGracePeriod: {
		en: 'An evicted or preempted pod was still not ended after 1.5 × its grace period (at least 10 s). Look at the container runtime of the node.',
		ko: '축출하거나 선점할 때, 유예 기간의 1.5배(최소 10초)가 지나도록 파드를 끝내지 못했다. 노드의 컨테이너 런타임을 살핀다.',
	},
	FailedKillPod: {
		en: 'The kubelet could not stop the pod; it tries again. Look at the container runtime and the network plugin of the node.',
		ko: 'kubelet이 파드를 멈추지 못해 다시 시도한다. 노드의 컨테이너 런타임과 네트워크 플러그인을 살핀다.',
	},
	FailedCreatePodContainer: {
		en: "The kubelet could not make the pod's cgroup, in which its containers run; it tries again.",
		ko: '컨테이너들이 들어갈 파드의 cgroup을 kubelet이 만들지 못했다. 다시 시도한다.',
	},
	FailedSync: {
		en: 'The kubelet could not learn how the pod stands from the container runtime; it tries again.',
		ko: 'kubelet이 컨테이너 런타임에서 파드의 상태를 알아내지 못했다. 다시 시도한다.',
	},
	FailedValidation: {
		en: 'Two static pods on the node have the same name; the kubelet ignores this one.',
		ko: '노드의 스태틱 파드 둘이 같은 이름을 쓴다. kubelet은 이 파드를 무시한다.',
	},
	FailedNodeDeclaredFeaturesCheck: {
		en: 'The change of the pod needs a feature that its node does not have, so the kubelet did not follow it.',
		ko: '파드를 바꾼 내용에 필요한 기능이 노드에 없어 kubelet이 따르지 못했다.',
	},
	ResizeStarted: { en: "The node begins to change the pod's size.", ko: '노드가 파드의 크기를 바꾸기 시작했다.' },
	ResizeCompleted: { en: 'The pod has its new size.', ko: '파드가 새 크기가 됐다.' },
	ResizeDeferred: { en: 'There is no room for the new size now.', ko: '지금은 새 크기를 줄 자리가 없다.' },
	ResizeInfeasible: { en: 'This node can never give the new size.', ko: '이 노드에서는 새 크기를 줄 수 없다.' },
	ResizeError: { en: 'Changing the size failed; the node tries again.', ko: '크기를 바꾸지 못했다. 다시 시도한다.' },
	RestartAllContainersStarted: {
		en: 'A rule asked for it: all containers of the pod are ended and start over.',
		ko: '규칙에 따라 파드의 모든 컨테이너를 끝내고 처음부터 다시 시작한다.',
	},
	// Nodes and disruptions
	NodeNotReady: { en: "The pod's node is not ready.", ko: '파드가 있는 노드가 준비되지 않은 상태다.' },
	TaintManagerEviction: {
		en: 'The node got a `NoExecute` taint that the pod does not tolerate, or not any longer: it is deleted. `Cancelling deletion` means that the taint went in time.',
		ko: '노드에 생긴 `NoExecute` 테인트를 파드가 용인하지 않거나 용인하는 시간이 지나 삭제된다. `Cancelling deletion`이면 그 전에 테인트가 없어진 것이다.',
	},
	NodeControllerEviction: {
		en: "The pod's node is gone or does not answer, and the pod is deleted.",
		ko: '파드가 있던 노드가 없어졌거나 응답하지 않아 파드를 삭제한다.',
	},
	MultiplePodDisruptionBudgets: {
		en: 'More than one PodDisruptionBudget selects the pod; one is taken at random, and evictions are refused. Keep one.',
		ko: '이 파드를 고르는 PodDisruptionBudget이 여럿이다. 그 가운데 아무것이나 쓰이고 축출은 거부된다. 하나만 남긴다.',
	},
	NodeHasDiskPressure: {
		en: 'The disk of the node is nearly full: it takes no new pods and evicts some.',
		ko: '노드의 디스크가 거의 찼다. 새 파드를 받지 않고 일부를 축출한다.',
	},
	NodeHasMemoryPressure: { en: 'The memory of the node is nearly used up: it evicts pods.', ko: '노드의 메모리가 거의 바닥났다. 파드를 축출한다.' },
	EvictionThresholdMet: {
		en: 'The node is short of something that the message names, and evicts pods to get it back.',
		ko: '메시지에 적힌 리소스가 노드에 모자라 파드를 축출해 되찾는다.',
	},
	FreeDiskSpaceFailed: {
		en: 'Even without its unused images the node has too little room on its disk.',
		ko: '노드가 안 쓰는 이미지를 지워도 디스크 공간이 모자란다.',
	},
	ImageGCFailed: { en: 'The node could not delete unused images.', ko: '노드가 안 쓰는 이미지를 지우지 못했다.' },
	SystemOOM: { en: 'The memory of the whole node ran out, and the kernel killed a process.', ko: '노드 전체의 메모리가 바닥나 커널이 프로세스를 죽였다.' },
	Rebooted: { en: 'The node was started anew; its containers were, too.', ko: '노드가 다시 시작됐고, 그 위의 컨테이너도 다시 시작했다.' },
	NodeNotSchedulable: { en: 'The node was cordoned: it takes no new pods.', ko: '노드가 통제(cordon)돼 새 파드를 받지 않는다.' },
	// What is no part of Kubernetes and speaks of its pods all the same
	NotTriggerScaleUp: {
		en: 'The cluster autoscaler adds no node: none that it may add would take the pod; the message says why.',
		ko: '클러스터 오토스케일러가 노드를 추가하지 않았다. 추가할 수 있는 어떤 노드에도 파드가 들어갈 수 없다. 이유는 메시지에 있다.',
	},
	TriggeredScaleUp: { en: 'The cluster autoscaler is adding a node for the pod.', ko: '클러스터 오토스케일러가 이 파드를 위해 노드를 추가하고 있다.' },
	AddedInterface: { en: 'Multus gave the pod a network interface.', ko: 'Multus가 파드에 네트워크 인터페이스를 붙였다.' },
	NotDeleted: {
		en: 'An eviction was allowed, but two minutes later the pod was still not being deleted.',
		ko: '축출을 허용했지만 2분이 지나도록 파드가 삭제되지 않았다.',
	},
};
