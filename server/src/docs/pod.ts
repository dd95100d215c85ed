import type { Pod } from '../schema/generated/types';
import { object } from './object';
import { documented } from './words';

export const pod = documented<Pod>()({
	...object,
	metadata: {
		en: 'Name, namespace, labels and annotations of the pod.\nServices, ReplicaSets and `kubectl get -l` find a pod by its labels. A pod created by hand whose labels match a ReplicaSet is taken over by it.',
		ko: '파드의 이름, 네임스페이스, 레이블, 어노테이션.\n서비스와 레플리카셋, `kubectl get -l`은 레이블로 파드를 찾는다. 직접 만든 파드라도 레이블이 레플리카셋의 셀렉터와 맞으면 그 레플리카셋이 가져간다.',
	},
	spec: {
		en: 'What the pod consists of: its containers and volumes, where it may run, what happens when a container stops.\nAlmost nothing in here can be changed once the pod exists: images, deadlines, tolerations (adding only) and, through `kubectl patch --subresource resize`, CPU and memory. For the rest, replace the pod.\nMistake: applying a bare Pod. Nobody replaces it when its node dies; a Deployment or a Job does.',
		ko: '파드를 이루는 것. 컨테이너와 볼륨, 실행될 노드의 조건, 컨테이너가 멈췄을 때 할 일을 적는다.\n만든 뒤에는 거의 바꿀 수 없다. 바꿀 수 있는 것은 이미지, 데드라인, 톨러레이션(추가만), 그리고 `kubectl patch --subresource resize`로 바꾸는 CPU와 메모리 정도다. 나머지는 파드를 새로 만들어야 한다.\n흔한 실수: 파드를 컨트롤러 없이 바로 배포하는 것. 노드가 죽으면 아무도 다시 만들지 않는다. 디플로이먼트나 잡은 다시 만들어 준다.',
		link: 'concepts/workloads/pods/',
	},
	status: {
		en: 'What the kubelet and the scheduler last reported about the pod. Written by the cluster; what you put here is dropped.\nWhen a pod is stuck, read `conditions` first, then `state` and `lastState` of each container.',
		ko: 'kubelet과 스케줄러가 마지막으로 보고한 파드의 상태. 클러스터가 채우며, 직접 적은 값은 버린다.\n파드가 멈춰 있으면 `conditions`부터 보고, 그다음 컨테이너마다 `state`와 `lastState`를 본다.',
		link: 'concepts/workloads/pods/pod-lifecycle/',
	},
});
