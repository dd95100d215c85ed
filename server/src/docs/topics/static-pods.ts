import type { Topic } from './topic';

export const staticPods: Topic = {
	title: { en: 'Static pods and mirror pods', ko: '스태틱 파드와 미러 파드' },
	aliases: 'static pod mirror pod manifest directory etc kubernetes manifests 스태틱 파드 정적 파드 정적파드 미러 파드 매니페스트 디렉터리',
	from: [],
	en: [
		'A static pod comes from a file on the node: its kubelet reads it and runs it, without an API server or a scheduler.',
		"That is how the control plane itself starts: kube-apiserver, etcd, the scheduler and the controller manager are files in `/etc/kubernetes/manifests` (the kubelet's `staticPodPath`).",
		'For kubectl to see it, the kubelet creates a mirror pod in the API: the same spec, named after the node (`etcd-node-1`), with the annotation `kubernetes.io/config.mirror`. It is a picture only: deleting it stops nothing, and the kubelet draws it anew.',
		'To change a static pod, change the file; to end it, move the file away. The kubelet sees it at once, or within 20 s, and replaces the pod.',
		'It always stays on its node, tolerates every `NoExecute` taint, and may not use what lies in the API: no ConfigMap, Secret, service account, claim or ephemeral container.',
		'Mistake: leaving a backup such as `etcd.yaml.bak` in that folder. The kubelet runs every file there whose name does not begin with a dot.',
	].join('\n'),
	ko: [
		'스태틱 파드는 노드에 있는 파일로 만든 파드다. API 서버나 스케줄러 없이 그 노드의 kubelet이 읽어서 실행한다.',
		'컨트롤 플레인도 이렇게 시작한다. kube-apiserver, etcd, 스케줄러, 컨트롤러 매니저가 `/etc/kubernetes/manifests`(kubelet의 `staticPodPath`)에 파일로 있다.',
		'kubectl로 볼 수 있게 kubelet이 API에 미러 파드를 만든다. spec은 같고 이름 뒤에 노드 이름이 붙으며(`etcd-node-1`) `kubernetes.io/config.mirror` 어노테이션이 있다. 비친 모습일 뿐이라, 지워도 멈추지 않고 kubelet이 다시 만든다.',
		'스태틱 파드를 바꾸려면 파일을 고치고, 없애려면 파일을 옮긴다. kubelet이 바로, 늦어도 20초 안에 알아채고 파드를 교체한다.',
		'늘 그 노드에 있고 모든 `NoExecute` 테인트를 용인한다. API에 있는 것, 곧 컨피그맵, 시크릿, 서비스어카운트, 클레임, 임시 컨테이너는 쓸 수 없다.',
		'흔한 실수: 그 디렉터리에 `etcd.yaml.bak` 같은 백업을 두는 것. kubelet은 점으로 시작하지 않는 파일을 모두 실행한다.',
	].join('\n'),
	link: 'tasks/configure-pod-container/static-pod/',
};
