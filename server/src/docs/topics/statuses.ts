import type { Words } from '../words';
import type { Topic } from './topic';

/** Words that kubectl shows under STATUS and that are no reason or phase of the API's: printers/internalversion/printers.go printPod. */
export const statusWords: Readonly<Record<string, Words>> = {
	Terminating: {
		en: 'The pod is being deleted: it has its grace period to stop. It is no phase: the phase stays what it was.\nLong? A finalizer keeps it (`metadata.finalizers`), its node does not answer, or a process ignores SIGTERM until the grace period is over.',
		ko: '파드를 삭제하는 중이고, 유예 기간 안에 멈추면 된다. 단계(phase)는 아니어서 `status.phase`는 그대로다.\n오래 걸리면 파이널라이저(`metadata.finalizers`)가 남아 있거나, 노드가 응답하지 않거나, 프로세스가 SIGTERM을 무시해 유예 기간을 다 쓰는 것이다.',
	},
	'Init:N/M': {
		en: 'Init containers run: `N` of `M` are done, and the next one is at it. Look at its logs: `kubectl logs POD -c NAME`.',
		ko: '초기화 컨테이너를 실행하는 중이다. `M`개 가운데 `N`개가 끝났다. 오래 걸리면 다음 것의 로그를 본다: `kubectl logs 파드 -c 이름`.',
	},
	'Init:*': {
		en: 'An init container is in this state, so the app does not start. Its logs: `kubectl logs POD -c NAME`.',
		ko: '초기화 컨테이너 하나가 이 상태라서 앱이 시작하지 못한다. 로그를 본다: `kubectl logs 파드 -c 이름`.',
	},
	NotReady: {
		en: 'Some containers have ended with success while others still run, and the pod is not ready.',
		ko: '성공으로 끝난 컨테이너와 아직 도는 컨테이너가 함께 있고, 파드는 준비되지 않은 상태다.',
	},
	'ExitCode:N': {
		en: 'A container ended with this exit code, and the runtime gave no reason.',
		ko: '컨테이너가 이 종료 코드로 끝났고, 런타임이 이유를 남기지 않았다.',
	},
	'Signal:N': {
		en: 'A container was ended by this signal, and the runtime gave no reason.',
		ko: '컨테이너가 이 신호로 끝났고, 런타임이 이유를 남기지 않았다.',
	},
};

export const statuses: Topic = {
	title: { en: 'What kubectl shows under STATUS', ko: 'kubectl의 STATUS 용어' },
	aliases:
		'status kubectl get pods glossary terminating init completed error running pending unknown evicted 상태 용어 STATUS 칸 kubectl 상태 뜻 용어집 종료 중 초기화 완료',
	from: ['PodStatus.phase', 'Pod.status'],
	en: [
		'STATUS is no field: kubectl makes it of the phase and the states of the containers, and shows what stands out most.',
		'- `Pending`: waits for a node, or for images. `SchedulingGated`: gates hold it back.',
		'- `Init:0/2`, `Init:Error`, `Init:CrashLoopBackOff`: the init containers are not done; how many are, or what is wrong with one. `PodInitializing`: they are done, the others start.',
		'- `ContainerCreating`: the kubelet makes sandbox, volumes and images ready.',
		'- `ErrImagePull`, `ImagePullBackOff`, `CreateContainerConfigError`, `CrashLoopBackOff` …: why a container waits.',
		'- `Running`: all containers have been started. Whether they work is what READY says (`1/2`).',
		'- `Completed`: all ended with code 0 (the phase is `Succeeded`); `Error`, `OOMKilled`: one ended otherwise. With `restartPolicy: Always` both pass by between restarts.',
		'- `NotReady`: some have ended well, others still run.',
		'- `Terminating`: being deleted. `Unknown`: being deleted, and its node does not answer.',
		'- `Evicted`, `OutOfcpu`, `NodeAffinity` …: the node ended the pod or refused it (the phase is `Failed`).',
		'Any of them can be asked for: `peapod explain CrashLoopBackOff`.',
	].join('\n'),
	ko: [
		'STATUS는 필드가 아니다. kubectl이 단계(phase)와 컨테이너 상태를 보고 가장 눈여겨볼 것을 골라 보여 준다.',
		'- `Pending`: 노드나 이미지를 기다린다. `SchedulingGated`: 스케줄링 게이트가 붙들고 있다.',
		'- `Init:0/2`, `Init:Error`, `Init:CrashLoopBackOff`: 초기화 컨테이너가 끝나지 않았다. 몇 개가 끝났는지, 또는 무엇이 문제인지 나온다. `PodInitializing`: 다 끝나서 나머지를 시작한다.',
		'- `ContainerCreating`: kubelet이 샌드박스, 볼륨, 이미지를 준비한다.',
		'- `ErrImagePull`, `ImagePullBackOff`, `CreateContainerConfigError`, `CrashLoopBackOff` 등: 컨테이너가 기다리는 이유.',
		'- `Running`: 컨테이너가 모두 시작했다. 제대로 동작하는지는 READY(`1/2`)를 본다.',
		'- `Completed`: 모두 코드 0으로 끝났다(단계는 `Succeeded`). `Error`, `OOMKilled`: 하나가 그렇지 않게 끝났다. `restartPolicy: Always`면 재시작 사이에 잠깐 보인다.',
		'- `NotReady`: 성공으로 끝난 것과 아직 도는 것이 함께 있다.',
		'- `Terminating`: 삭제하는 중이다. `Unknown`: 삭제하는 중인데 노드가 응답하지 않는다.',
		'- `Evicted`, `OutOfcpu`, `NodeAffinity` 등: 노드가 파드를 끝냈거나 거부했다(단계는 `Failed`).',
		'하나씩 찾아볼 수 있다: `peapod explain CrashLoopBackOff`.',
	].join('\n'),
	link: 'concepts/workloads/pods/pod-lifecycle/#pod-phase',
};
