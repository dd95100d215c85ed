import type { Topic } from './topic';

export const whyPods: Topic = {
	title: { en: 'Why pods: what goes into one pod', ko: '왜 파드인가: 한 파드에 무엇을 넣을까' },
	aliases: 'why pod what is a pod one container per pod 파드란 파드는 왜 파드 개념 한 파드 여러 컨테이너 멀티 컨테이너 파드와 컨테이너의 차이',
	from: ['Pod', 'PodSpec.containers'],
	en: [
		'A pod is the smallest thing that Kubernetes starts: one or more containers that run on the same node, share an IP and may share volumes.',
		'They are placed together, live on one node all their life, and go together. Inside they reach each other on `localhost`, so two of them cannot listen on the same port. A pod that is gone never comes back: its workload makes another, with another IP.',
		'Into one pod goes what is useless without each other and must be on one machine: the app, and what sends its logs, renews its certificates or proxies its traffic. What prepares the start goes into `initContainers`.',
		'Into pods of their own goes what could run on another machine, is scaled on its own or updated at another time: the web server and the database, the front end and the back end.',
		'Ask: do I want three of the one whenever I want three of the other? If not, they are two pods.',
		'Mistake: a bare Pod for an app that should last. If its node dies, nobody makes it anew; write a Deployment.',
	].join('\n'),
	ko: [
		'파드는 쿠버네티스가 실행하는 가장 작은 단위다. 컨테이너 하나 또는 여럿이 같은 노드에서 돌며 IP를 함께 쓰고 볼륨도 나눠 쓸 수 있다.',
		'한 파드의 컨테이너는 함께 배치되고, 사는 동안 노드를 옮기지 않으며, 함께 사라진다. 서로는 `localhost`로 부르므로 같은 포트를 둘이 쓸 수 없다. 사라진 파드는 되살아나지 않는다. 워크로드가 새 파드를 만들고 IP도 바뀐다.',
		'한 파드에는 서로 없으면 쓸모없고 같은 머신에 있어야 하는 것을 넣는다. 앱과, 그 로그를 보내거나 인증서를 갱신하거나 트래픽을 중계하는 것이 그렇다. 시작을 준비하는 일은 `initContainers`에 둔다.',
		'다른 머신에서 돌아도 되거나, 따로 늘리거나, 따로 업데이트할 것은 파드를 나눈다. 웹 서버와 데이터베이스, 프론트엔드와 백엔드가 그렇다.',
		'하나를 세 개로 늘릴 때 다른 하나도 꼭 세 개가 필요한지 따져 본다. 아니라면 파드가 둘이다.',
		'흔한 실수: 오래 돌아야 할 앱을 Pod로 직접 만드는 것. 노드가 죽으면 아무도 다시 만들지 않으니 디플로이먼트를 쓴다.',
	].join('\n'),
	link: 'concepts/workloads/pods/',
};
