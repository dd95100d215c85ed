import type { Topic } from './topic';

export const probes: Topic = {
	title: { en: 'The three probes side by side', ko: '세 가지 프로브 비교' },
	aliases:
		'probes compare liveness readiness startup difference health check 프로브 비교 차이 활성 준비성 시작 라이브니스 레디니스 스타트업 헬스 체크 헬스체크 liveness probe readiness probe startup probe',
	from: ['Container.livenessProbe', 'Container.readinessProbe', 'Container.startupProbe'],
	en: [
		'Startup asks whether the app has started, readiness whether it can take traffic, liveness whether only a restart helps.',
		'- When: `startupProbe` from the start until it succeeds once; the other two only after that, and then all the life of the container.',
		'- `failureThreshold` failures in a row (3): startup and liveness end the container, and `restartPolicy` decides; readiness takes the pod out of its Services and restarts nothing.',
		'- One success after that: liveness, as if nothing had been; readiness brings the pod back (after `successThreshold`).',
		'- Without it: startup, it counts as started at once; readiness, as ready as soon as it runs; liveness, only a process that exits is restarted.',
		'- While the pod is being deleted: readiness goes on, liveness and startup stop.',
		'- How: `httpGet`, `tcpSocket`, `grpc` or `exec`, the same for all three, asked every `periodSeconds` (10) with `timeoutSeconds` (1).',
		'Start with readiness alone. Add startup where the start takes long, and liveness only for what a restart cures, more patient than readiness.',
		'Mistake: the same check with the same numbers for both. Under load the pod leaves its Service and is killed at the same moment, and the others get its load.',
	].join('\n'),
	ko: [
		'시작 프로브는 앱이 다 떴는지, 준비성 프로브는 트래픽을 받을 수 있는지, 활성 프로브는 재시작해야 할 만큼 멈췄는지 묻는다.',
		'- 언제: `startupProbe`는 시작해서 한 번 성공할 때까지만 돈다. 나머지 둘은 그 뒤에 시작해 컨테이너가 사는 동안 계속 돈다.',
		'- 연속으로 `failureThreshold`번(3) 실패하면: 시작 프로브와 활성 프로브는 컨테이너를 끝내고 그다음은 `restartPolicy`가 정한다. 준비성 프로브는 파드를 서비스에서 뺄 뿐 재시작하지 않는다.',
		'- 그 뒤 다시 성공하면: 활성 프로브는 아무 일도 없었던 것이 되고, 준비성 프로브는 `successThreshold`번 만에 파드를 서비스에 다시 넣는다.',
		'- 적지 않으면: 시작 프로브는 바로 시작된 것으로, 준비성 프로브는 돌기만 하면 준비된 것으로 친다. 활성 프로브가 없으면 스스로 끝난 프로세스만 재시작된다.',
		'- 파드를 삭제하는 동안: 준비성 프로브는 계속 돌고, 활성 프로브와 시작 프로브는 멈춘다.',
		'- 방법: 셋 다 `httpGet`, `tcpSocket`, `grpc`, `exec` 가운데 하나로, `periodSeconds`(10초)마다 `timeoutSeconds`(1초)까지 기다리며 묻는다.',
		'준비성 프로브 하나로 시작한다. 시작이 느리면 시작 프로브를, 재시작해야 낫는 문제가 있으면 활성 프로브를 준비성 프로브보다 느긋하게 더한다.',
		'이름: liveness = 활성 = 라이브니스, readiness = 준비성 = 레디니스, startup = 시작 = 스타트업.',
		'흔한 실수: 활성과 준비성에 같은 확인과 같은 숫자를 쓰는 것. 부하가 걸리면 서비스에서 빠지자마자 죽고, 그 부하가 남은 파드로 옮겨 간다.',
	].join('\n'),
	link: 'concepts/workloads/pods/probes/',
};
