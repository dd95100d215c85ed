/**
 * Why a live pod is as it is: headlines, causes, what to try and what comes next, by the codes of autopsy/finding.ts.
 * `{name}` is filled with an argument, lengths of time in words; `{name:을/를}` is the Korean particle that fits it.
 */
import type { Words } from './words';

/** Said instead when an argument is this one; the first that fits. */
export interface WhyWords extends Words {
	readonly when?: readonly (Words & { readonly arg: string; readonly is: string | number })[];
}

/** What it is about, in one sentence. What comes next is said after it. */
export const headlineWords = {
	oom: {
		en: '`{container}` was OOM-killed {count} times (limit {limit}).',
		ko: '`{container}`{container:이/가} 메모리 한도 {limit}{limit:을/를} 넘어 {count}번 죽었다(`OOMKilled`).',
	},
	'oom/no-limit': {
		en: '`{container}` was OOM-killed {count} times; it has no limit of its own, so its node or pod ran out of memory.',
		ko: '`{container}`{container:이/가} 메모리가 모자라 {count}번 죽었다(`OOMKilled`). 컨테이너에 한도가 없으니 노드나 파드 전체의 메모리가 바닥난 것이다.',
	},
	'oom/untold': {
		en: '`{container}` was OOM-killed: it wanted more memory than its limit, or its node had none left.',
		ko: '`{container}`{container:이/가} 메모리 한도를 넘었거나 노드의 메모리가 바닥나 죽었다(`OOMKilled`).',
	},
	exits: {
		en: '`{container}` ends {after} after each start with exit code {code}: {count} times so far.',
		ko: '`{container}`{container:이/가} 시작하고 {after} 만에 종료 코드 {code}{code:으로/로} 끝난다. 지금까지 {count}번이다.',
		when: [
			{
				arg: 'differs',
				is: 1,
				en: '`{container}` has ended {count} times, each time in another way: last with exit code {code}, {after} after its start.',
				ko: '`{container}`{container:이/가} {count}번 끝났는데 매번 달랐다. 마지막에는 시작하고 {after} 만에 종료 코드 {code}{code:으로/로} 끝났다.',
			},
			{
				arg: 'count',
				is: 1,
				en: '`{container}` ended {after} after its start with exit code {code}.',
				ko: '`{container}`{container:이/가} 시작하고 {after} 만에 종료 코드 {code}{code:으로/로} 끝났다.',
			},
			{
				arg: 'after',
				is: 0,
				en: '`{container}` ends with exit code {code} as soon as it starts: {count} times so far.',
				ko: '`{container}`{container:이/가} 시작하자마자 종료 코드 {code}{code:으로/로} 끝난다. 지금까지 {count}번이다.',
			},
		],
	},
	'exits/untold': {
		en: '`{container}` keeps ending and is started again: {count} restarts so far. How it ends the dump does not say.',
		ko: '`{container}`{container:이/가} 자꾸 끝나서 다시 시작된다. 지금까지 {count}번 재시작했다. 어떻게 끝나는지는 덤프에 없다.',
		when: [
			{
				arg: 'count',
				is: 0,
				en: '`{container}` keeps ending and is started again. How it ends the dump does not say.',
				ko: '`{container}`{container:이/가} 자꾸 끝나서 다시 시작된다. 어떻게 끝나는지는 덤프에 없다.',
			},
		],
	},
	finishes: {
		en: '`{container}` finishes {after} after each start (exit code 0), and is started again all the same: {count} times so far.',
		ko: '`{container}`{container:은/는} {after} 만에 일을 마치고 정상적으로 끝나는데(종료 코드 0) 그때마다 다시 시작된다. 지금까지 {count}번 끝났다.',
		when: [
			{
				arg: 'count',
				is: 1,
				en: '`{container}` finished {after} after its start (exit code 0), and is started again all the same.',
				ko: '`{container}`{container:은/는} {after} 만에 일을 마치고 정상적으로 끝났는데(종료 코드 0) 그래도 다시 시작된다.',
			},
			{
				arg: 'after',
				is: 0,
				en: '`{container}` finishes at once (exit code 0), and is started again all the same: {count} times so far.',
				ko: '`{container}`{container:은/는} 시작하자마자 정상적으로 끝나는데(종료 코드 0) 그때마다 다시 시작된다. 지금까지 {count}번 끝났다.',
			},
		],
	},
	killed: {
		en: 'The {probe} has `{container}` killed {after} after each start: {count} times so far.',
		ko: '{probe}{probe:이/가} 실패해 `{container}`{container:이/가} 시작하고 {after} 만에 매번 종료된다. 지금까지 {count}번이다.',
		when: [
			{
				arg: 'count',
				is: 1,
				en: 'The {probe} had `{container}` killed {after} after its start.',
				ko: '{probe}{probe:이/가} 실패해 `{container}`{container:이/가} 시작하고 {after} 만에 종료됐다.',
			},
		],
	},
	'killed/untold': {
		en: 'The {probe} of `{container}` fails, and it keeps being started again: {count} restarts so far.',
		ko: '`{container}`의 {probe}{probe:이/가} 실패하고 컨테이너가 자꾸 다시 시작된다. 지금까지 {count}번 재시작했다.',
		when: [
			{
				arg: 'count',
				is: 0,
				en: 'The {probe} of `{container}` fails, and it keeps being started again.',
				ko: '`{container}`의 {probe}{probe:이/가} 실패하고 컨테이너가 자꾸 다시 시작된다.',
			},
		],
	},
	hook: {
		en: 'The `postStart` hook of `{container}` fails, so it is killed again: {count} times so far.',
		ko: '`{container}`의 `postStart` 훅이 실패해 컨테이너가 바로 종료된다. 지금까지 {count}번이다.',
		when: [
			{
				arg: 'count',
				is: 1,
				en: 'The `postStart` hook of `{container}` failed, so it was killed.',
				ko: '`{container}`의 `postStart` 훅이 실패해 컨테이너가 바로 종료됐다.',
			},
		],
	},
	'start-error': {
		en: '`{container}` cannot be started: {count} tries so far.',
		ko: '`{container}`{container:을/를} 시작하지 못한다. 지금까지 {count}번 시도했다.',
	},
	image: {
		en: '`{image}` cannot be pulled: {error}. {count} tries so far.',
		ko: '`{image}` 이미지를 내려받지 못한다. {error}. 지금까지 {count}번 시도했다.',
		when: [
			{ arg: 'error', is: '', en: '`{image}` cannot be pulled.', ko: '`{image}` 이미지를 내려받지 못한다.' },
			{ arg: 'count', is: 0, en: '`{image}` cannot be pulled: {error}.', ko: '`{image}` 이미지를 내려받지 못한다. {error}.' },
		],
	},
	'image/name': {
		en: '`{image}` is no image name, so `{container}` cannot start.',
		ko: '`{image}`{image:은/는} 올바른 이미지 이름이 아니어서 `{container}`{container:을/를} 시작하지 못한다.',
	},
	'image/never': {
		en: 'The node does not have `{image}`, and `imagePullPolicy: Never` forbids pulling it.',
		ko: '노드에 `{image}` 이미지가 없는데, `imagePullPolicy: Never`라서 내려받지도 않는다.',
	},
	config: {
		en: '`{container}` waits for {kind} `{object}`, which does not exist.',
		ko: '`{container}`{container:이/가} {kind} `{object}`{object:을/를} 기다리는데, 이 오브젝트가 없다.',
	},
	'config/key': {
		en: '`{container}` waits for key `{key}` of {kind} `{object}`, which has no such key.',
		ko: '`{container}`{container:이/가} {kind} `{object}`의 `{key}` 키를 기다리는데, 그런 키가 없다.',
	},
	'config/other': { en: '`{container}` cannot be created with this configuration.', ko: '이 설정으로는 `{container}`{container:을/를} 만들 수 없다.' },
	create: { en: 'The container runtime cannot create `{container}`.', ko: '컨테이너 런타임이 `{container}`{container:을/를} 만들지 못한다.' },
	volume: {
		en: 'Volume `{volume}` cannot be mounted, so no container starts: {count} tries so far.',
		ko: '`{volume}` 볼륨을 마운트하지 못해 컨테이너가 하나도 시작하지 못한다. 지금까지 {count}번 시도했다.',
		when: [
			{
				arg: 'volume',
				is: '',
				en: 'A volume cannot be mounted, so no container starts: {count} tries so far.',
				ko: '볼륨을 마운트하지 못해 컨테이너가 하나도 시작하지 못한다. 지금까지 {count}번 시도했다.',
			},
		],
	},
	unschedulable: { en: 'No node can take the pod, so it has not started.', ko: '파드가 들어갈 수 있는 노드가 없어 아직 시작하지 못했다.' },
	gated: { en: 'Scheduling gates hold the pod back: `{gates}`.', ko: '스케줄링 게이트(`{gates}`)가 남아 있어 파드가 노드에 배치되지 않는다.' },
	unplaced: { en: 'No scheduler has looked at the pod yet.', ko: '아직 어느 스케줄러도 이 파드를 보지 않았다.' },
	sandbox: {
		en: 'The node cannot set up the sandbox of the pod, so no container starts.',
		ko: '노드가 파드 샌드박스를 만들지 못해 컨테이너가 하나도 시작하지 못한다.',
	},
	'node-lost': {
		en: 'Node `{node}` does not report any more; nobody knows whether the containers still run.',
		ko: '`{node}` 노드의 소식이 끊겼다. 컨테이너가 아직 도는지 아무도 모른다.',
	},
	deleting: {
		en: 'The pod is being deleted: {since} of its {grace} are over.',
		ko: '파드를 삭제하는 중이다. 유예 기간 {grace} 가운데 {since}{since:이/가} 지났다.',
	},
	'deleting/late': {
		en: 'The pod should be gone: it was deleted {since} ago and had {grace}.',
		ko: '파드가 이미 사라졌어야 한다. 유예 기간이 {grace}인데 삭제한 지 {since}{since:이/가} 지났다.',
	},
	'deleting/finalizers': {
		en: 'The pod is deleted, and finalizers keep it: `{finalizers}`.',
		ko: '파드는 삭제됐지만 파이널라이저(`{finalizers}`)가 남아 있어 사라지지 않는다.',
	},
	evicted: { en: 'The pod was evicted from its node.', ko: '파드가 노드에서 축출됐다.' },
	deadline: {
		en: 'The pod ran longer than its `activeDeadlineSeconds` ({deadline}) and was ended.',
		ko: '파드가 `activeDeadlineSeconds`({deadline})보다 오래 돌아 종료됐다.',
		when: [
			{
				arg: 'deadline',
				is: 0,
				en: 'The pod ran longer than its `activeDeadlineSeconds` and was ended.',
				ko: '파드가 `activeDeadlineSeconds`보다 오래 돌아 종료됐다.',
			},
		],
	},
	failed: {
		en: '`{container}` failed with exit code {code}.',
		ko: '`{container}`{container:이/가} 종료 코드 {code}{code:으로/로} 실패했다.',
		when: [
			{
				arg: 'reason',
				is: 'OOMKilled',
				en: '`{container}` was OOM-killed (exit code {code}).',
				ko: '`{container}`{container:이/가} 메모리가 모자라 죽었다(`OOMKilled`, 종료 코드 {code}).',
			},
			{ arg: 'reason', is: 'StartError', en: '`{container}` could not be started.', ko: '`{container}`{container:을/를} 시작하지 못했다.' },
			{
				arg: 'reason',
				is: 'ContainerStatusUnknown',
				en: '`{container}` was lost or had not started when the pod ended.',
				ko: '파드가 끝날 때 `{container}`{container:은/는} 시작하지 않았거나 찾을 수 없었다.',
			},
		],
	},
	'failed/other': {
		en: 'The pod failed (`{reason}`).',
		ko: '파드가 실패했다(`{reason}`).',
		when: [{ arg: 'reason', is: '', en: 'The pod failed.', ko: '파드가 실패했다.' }],
	},
	succeeded: { en: 'Done: all containers ended with exit code 0.', ko: '끝났다. 모든 컨테이너가 종료 코드 0으로 마쳤다.' },
	'not-ready': {
		en: '`{container}` runs, but its {probe} fails, so the pod gets no traffic.',
		ko: '`{container}`{container:은/는} 돌고 있지만 {probe}{probe:이/가} 실패해 트래픽을 받지 못한다.',
	},
	starting: {
		en: '`{container}` has run for {up}, and its {probe} has not succeeded yet.',
		ko: '`{container}`{container:이/가} {up}째 돌고 있지만 {probe}{probe:이/가} 아직 성공하지 않았다.',
	},
	'creating/hook': {
		en: '`{container}` is starting: its `postStart` hook is still at work. Nothing is wrong so far.',
		ko: '`{container}`{container:이/가} 시작하는 중이다. `postStart` 훅이 아직 실행 중이고, 지금까지 잘못된 것은 없다.',
	},
	'stopping/changed': {
		en: '`{container}` is being restarted, as its definition changed: it was told to stop {since} ago and still runs.',
		ko: '정의가 바뀌어 `{container}`{container:을/를} 다시 시작하는 중이다. {since} 전에 종료를 요청했지만 아직 돌고 있다.',
	},
	'stopping/probe': {
		en: 'The {probe} of `{container}` failed, so it is being restarted: it was told to stop {since} ago and still runs.',
		ko: '{probe}{probe:이/가} 실패해 `{container}`{container:을/를} 다시 시작하는 중이다. {since} 전에 종료를 요청했지만 아직 돌고 있다.',
	},
	working: {
		en: 'Init container `{container}` has been at work for {up}; the others wait for it.',
		ko: '초기화 컨테이너 `{container}`{container:이/가} {up}째 일하고 있고, 나머지는 이것이 끝나기를 기다린다.',
	},
	held: { en: '`{container}` cannot start: `{reason}`.', ko: '`{container}`{container:을/를} 시작하지 못한다(`{reason}`).' },
	creating: {
		en: '`{container}` has not started yet; nothing is wrong so far.',
		ko: '`{container}`{container:이/가} 아직 시작하지 않았다. 지금까지 잘못된 것은 없다.',
	},
	recovered: {
		en: 'Ready for {since} now, after {count} restarts of `{container}`.',
		ko: '지금은 {since}째 준비된 상태다. 그 전에 `{container}`{container:이/가} {count}번 재시작했다.',
		when: [
			{
				arg: 'since',
				is: '',
				en: 'Ready now, after {count} restarts of `{container}`.',
				ko: '지금은 준비된 상태다. 그 전에 `{container}`{container:이/가} {count}번 재시작했다.',
			},
		],
	},
	healthy: {
		en: 'Healthy: ready for {since}, never restarted.',
		ko: '이상 없다. {since}째 준비된 상태이고 재시작한 적이 없다.',
		when: [{ arg: 'since', is: '', en: 'Healthy: ready, never restarted.', ko: '이상 없다. 준비된 상태이고 재시작한 적이 없다.' }],
	},
	partly: {
		en: '`{container}` is done (exit code 0) and is not started again; `{others}` still runs, so the pod does.',
		ko: '`{container}`{container:은/는} 일을 마쳤고(종료 코드 0) 다시 시작되지 않는다. `{others}`{others:이/가} 아직 돌고 있어 파드도 끝나지 않았다.',
	},
	unclear: { en: 'Cannot tell why: the dump does not say how the pod is.', ko: '이유를 알 수 없다. 덤프에 파드의 상태가 없다.' },
} as const satisfies Readonly<Record<string, WhyWords>>;

/** One sentence each, with what proves it beside it. */
export const causeWords = {
	limit: { en: '`{container}` may use {limit} of memory.', ko: '`{container}`{container:은/는} 메모리를 {limit}까지 쓸 수 있다.' },
	'no-limit': {
		en: '`{container}` has no memory limit of its own: it may use what the pod or the node has.',
		ko: '`{container}`에는 메모리 한도가 없어 파드나 노드에 남은 만큼 쓴다.',
	},
	oom: {
		en: 'It wanted more, and the kernel killed it {after} after its start (`OOMKilled`).',
		ko: '그보다 많이 쓰려고 해서 시작하고 {after} 만에 커널이 죽였다(`OOMKilled`).',
		when: [
			{
				arg: 'limit',
				is: '',
				en: 'There was no more, and the kernel killed it {after} after its start (`OOMKilled`).',
				ko: '그 메모리가 바닥나, 시작하고 {after} 만에 커널이 죽였다(`OOMKilled`).',
			},
		],
	},
	exit: {
		en: 'Its process ends by itself after {after}, with exit code {code}: the reason is in its log.',
		ko: '프로세스가 {after} 만에 스스로 끝나며 종료 코드 {code}{code:을/를} 남긴다. 이유는 로그에 있다.',
		when: [
			{
				arg: 'after',
				is: 0,
				en: 'Its process ends by itself at once, with exit code {code}: the reason is in its log.',
				ko: '프로세스가 곧바로 스스로 끝나며 종료 코드 {code}{code:을/를} 남긴다. 이유는 로그에 있다.',
			},
		],
	},
	'exit/once': {
		en: 'Its process ended by itself after {after}, with exit code {code}: the reason is in its log.',
		ko: '프로세스가 {after} 만에 스스로 끝나며 종료 코드 {code}{code:을/를} 남겼다. 이유는 로그에 있다.',
	},
	'exit/not-executable': {
		en: 'Exit code 126: a shell found the command, but could not execute it.',
		ko: '종료 코드 126. 셸이 명령을 찾았지만 실행하지 못했다.',
	},
	'exit/not-found': { en: 'Exit code 127: a shell did not find the command in the image.', ko: '종료 코드 127. 셸이 이미지에서 명령을 찾지 못했다.' },
	'exit/killed': {
		en: 'Exit code 137: SIGKILL ended it after {after}, and the kubelet does not say that memory was the reason.',
		ko: '종료 코드 137. {after} 만에 SIGKILL로 끝났는데, kubelet은 메모리 때문이라고 하지 않는다.',
	},
	'exit/crashed': { en: 'Exit code {code}: the process crashed (signal {signal}).', ko: '종료 코드 {code}. 프로세스가 비정상 종료됐다(신호 {signal}).' },
	'exit/terminated': {
		en: 'Exit code 143: something in or on the node sent it SIGTERM.',
		ko: '종료 코드 143. 노드나 컨테이너 안의 무언가가 SIGTERM을 보냈다.',
	},
	'exit/done': {
		en: 'Its command is done after {after} (exit code 0): it is no server that runs on.',
		ko: '명령이 {after} 만에 할 일을 마친다(종료 코드 0). 계속 도는 서버가 아니다.',
	},
	'exit/says': { en: 'It left a message: {message}', ko: '남긴 메시지: {message}' },
	'exit/format': {
		en: 'Exit code 255 right at the start: often a program that was built for another architecture; its log then says `exec format error`.',
		ko: '시작하자마자 종료 코드 255. 다른 아키텍처용으로 빌드한 프로그램일 때가 많다. 그러면 로그에 `exec format error`가 남는다.',
	},
	'exit/lost': {
		en: 'The kubelet found it gone when its node or container runtime had restarted; how it really ended nobody knows (`Unknown`, exit code 255).',
		ko: '노드나 컨테이너 런타임이 다시 시작된 뒤에 kubelet이 보니 사라져 있었다. 실제로 어떻게 끝났는지는 알 수 없다(`Unknown`, 종료 코드 255).',
	},
	policy: {
		en: '`restartPolicy: {policy}` starts it again: {count} restarts so far.',
		ko: '`restartPolicy: {policy}`라서 다시 시작한다. 지금까지 {count}번 재시작했다.',
		when: [{ arg: 'count', is: 0, en: '`restartPolicy: {policy}` starts it again.', ko: '`restartPolicy: {policy}`라서 다시 시작한다.' }],
	},
	'policy/never': { en: '`restartPolicy: Never` does not start it again.', ko: '`restartPolicy: Never`라서 다시 시작하지 않는다.' },
	wait: {
		en: 'Before the next start the kubelet waits: {wait} from the end, each time twice as long, up to 5 min.',
		ko: '다음 시작까지 kubelet이 기다린다. 끝난 때부터 {wait}이고, 매번 두 배씩 최대 5분까지 늘어난다.',
	},
	'probe/budget': {
		en: 'The {probe} asks every {period}, and {threshold} misses in a row are too many.',
		ko: '{probe}{probe:은/는} {period}마다 확인하고, {threshold}번 연속 실패하면 컨테이너를 종료한다.',
		when: [
			{
				arg: 'threshold',
				is: 1,
				en: 'The {probe} asks every {period}, and a single miss is too many.',
				ko: '{probe}{probe:은/는} {period}마다 확인하고, 한 번만 실패해도 컨테이너를 종료한다.',
			},
		],
	},
	'probe/fails': {
		en: 'The {probe} answers: {output}',
		ko: '{probe}의 응답: {output}',
		when: [{ arg: 'output', is: '', en: 'The {probe} fails.', ko: '{probe}{probe:이/가} 실패한다.' }],
	},
	'probe/killed': {
		en: 'So the kubelet stopped `{container}`, {after} after its start.',
		ko: '그래서 시작하고 {after} 만에 kubelet이 `{container}`{container:을/를} 종료했다.',
	},
	'probe/not-yet': {
		en: 'The {probe} has not been asked, or not been answered, since this start.',
		ko: '이번에 시작한 뒤로 {probe}{probe:이/가} 아직 성공도 실패도 하지 않았다.',
	},
	'probe/unseen': {
		en: 'The {probe} has not succeeded since this start; what it answered only events tell.',
		ko: '이번에 시작한 뒤로 {probe}{probe:이/가} 아직 성공하지 않았다. 어떻게 응답했는지는 이벤트에만 남는다.',
	},
	'hook/fails': {
		en: 'The `postStart` hook runs right after the start, and it fails; the kubelet then kills the container.',
		ko: '컨테이너가 시작하자마자 `postStart` 훅이 실행되고, 이 훅이 실패해 kubelet이 컨테이너를 종료한다.',
	},
	'start/refused': { en: 'The runtime could not start its command: {message}', ko: '런타임이 명령을 시작하지 못했다: {message}' },
	'image/wanted': { en: '`{container}` is to run `{image}`.', ko: '`{container}`{container:은/는} `{image}` 이미지로 돈다.' },
	'image/refused': { en: 'The pull failed: {error}.', ko: '내려받기에 실패했다. {error}.' },
	'image/untold': { en: 'Why the pull fails only the events say.', ko: '왜 내려받지 못하는지는 이벤트에만 남는다.' },
	means: { en: '{meaning}', ko: '{meaning}' },
	'image/wait': {
		en: 'The kubelet tries again, and waits longer each time: from 10 s up to 5 min.',
		ko: 'kubelet이 다시 시도하되, 10초에서 5분까지 점점 오래 기다린다.',
	},
	'image/name': { en: '`{image}` cannot be read as the name of an image.', ko: '`{image}`{image:은/는} 이미지 이름으로 읽을 수 없다.' },
	'image/never': {
		en: '`imagePullPolicy: Never` uses only what the node has, and it does not have `{image}`.',
		ko: '`imagePullPolicy: Never`는 노드에 있는 이미지만 쓰는데, `{image}`{image:은/는} 노드에 없다.',
	},
	'config/wanted': { en: '`{container}` takes values from {kind} `{object}`.', ko: '`{container}`{container:은/는} {kind} `{object}`에서 값을 가져온다.' },
	'config/missing': {
		en: 'There is no {kind} `{object}` in namespace `{namespace}`.',
		ko: '`{namespace}` 네임스페이스에 {kind} `{object}`{object:이/가} 없다.',
	},
	'config/key': { en: '{kind} `{object}` has no key `{key}`.', ko: '{kind} `{object}`에 `{key}` 키가 없다.' },
	'config/other': { en: 'The kubelet says: {message}', ko: 'kubelet이 남긴 말: {message}' },
	'config/retry': { en: 'The kubelet tries again every 10 to 15 s, without end.', ko: 'kubelet은 10~15초마다 끝없이 다시 시도한다.' },
	'create/refused': { en: 'The runtime says: {message}', ko: '런타임이 남긴 말: {message}' },
	'volume/wanted': {
		en: 'The pod mounts volume `{volume}`, and nothing starts before it is there.',
		ko: '파드가 `{volume}` 볼륨을 마운트하며, 이것이 준비되기 전에는 아무것도 시작하지 않는다.',
		when: [
			{
				arg: 'volume',
				is: '',
				en: 'Nothing starts before all volumes of the pod are there.',
				ko: '파드의 볼륨이 모두 준비되기 전에는 아무것도 시작하지 않는다.',
			},
		],
	},
	'volume/fails': { en: 'Mounting it fails: {message}', ko: '마운트에 실패한다: {message}' },
	'volume/retry': { en: 'The kubelet tries again, and waits longer each time, up to 2 min.', ko: 'kubelet이 다시 시도하되, 최대 2분까지 점점 오래 기다린다.' },
	asks: { en: '`{container}` requests {amount} of {resource}.', ko: '`{container}`{container:이/가} {resource}{resource:을/를} {amount} 요청한다.' },
	'no-node': { en: 'The scheduler finds no node: {message}', ko: '스케줄러가 노드를 찾지 못했다: {message}' },
	scaling: { en: 'The cluster autoscaler is adding a node for it.', ko: '클러스터 오토스케일러가 노드를 추가하고 있다.' },
	'no-scale': {
		en: 'The cluster autoscaler adds no node for it: {message}',
		ko: '클러스터 오토스케일러도 노드를 추가하지 않는다: {message}',
		when: [{ arg: 'message', is: '', en: 'The cluster autoscaler adds no node for it.', ko: '클러스터 오토스케일러도 노드를 추가하지 않는다.' }],
	},
	gates: {
		en: 'The scheduler does not look at the pod before these gates are removed: `{gates}`.',
		ko: '게이트(`{gates}`)를 없애기 전에는 스케줄러가 이 파드를 보지 않는다.',
	},
	unplaced: { en: 'It waits for the scheduler `{scheduler}`.', ko: '`{scheduler}` 스케줄러를 기다린다.' },
	sandbox: { en: 'The kubelet says: {message}', ko: 'kubelet이 남긴 말: {message}' },
	'node/silent': {
		en: 'Node `{node}` stopped reporting, so its pods count as not ready.',
		ko: '`{node}` 노드가 보고를 멈춰, 그 위의 파드는 준비되지 않은 것으로 친다.',
	},
	'node/evicts': {
		en: 'If it stays so, the pod is deleted {patience} after that (`tolerationSeconds`).',
		ko: '이대로면 그때부터 {patience} 뒤에 파드가 삭제된다(`tolerationSeconds`).',
	},
	deleted: { en: 'Someone or something deleted the pod {since} ago.', ko: '{since} 전에 파드 삭제가 요청됐다.' },
	stopping: { en: '`{container}` has been asked to stop and still runs.', ko: '`{container}`{container:이/가} 종료 요청을 받았지만 아직 돌고 있다.' },
	late: {
		en: 'Its grace period of {grace} is over: the kubelet of `{node}` does not confirm the end.',
		ko: '유예 기간 {grace}{grace:이/가} 지났는데 `{node}` 노드의 kubelet이 끝났다고 알리지 않는다.',
	},
	finalizers: {
		en: 'The API server keeps the pod until its finalizers are removed: `{finalizers}`.',
		ko: '파이널라이저(`{finalizers}`)가 없어질 때까지 API 서버가 파드를 지우지 않는다.',
	},
	evicted: { en: 'The kubelet says: {message}', ko: 'kubelet이 남긴 말: {message}' },
	deadline: {
		en: 'It had {deadline} from its start; the kubelet then ended all containers.',
		ko: '시작한 때부터 {deadline}{deadline:이/가} 지나자 kubelet이 모든 컨테이너를 끝냈다.',
	},
	ended: { en: '`{container}` ended with exit code {code}.', ko: '`{container}`{container:이/가} 종료 코드 {code}{code:으로/로} 끝났다.' },
	'done/stays': {
		en: 'Its restart policy does not start it again after exit code 0.',
		ko: '종료 코드 0으로 끝난 뒤에는 재시작 정책에 따라 다시 시작하지 않는다.',
	},
	'job/failed': {
		en: 'Job `{job}` has given up (`{reason}`): it starts no more pods.',
		ko: '잡 `{job}`{job:이/가} 포기했다(`{reason}`). 더는 파드를 만들지 않는다.',
	},
	'job/pods': {
		en: 'Job `{job}` counts {count} failed pods and gives up at one more than {limit} (`backoffLimit`); until then it starts another, after 10 s and then twice as long each time.',
		ko: '잡 `{job}`{job:은/는} 실패한 파드를 {count}개 세었고, {limit}개(`backoffLimit`)를 넘으면 포기한다. 그때까지는 10초, 그다음부터 두 배씩 기다려 파드를 새로 만든다.',
	},
	'job/restarts': {
		en: 'Job `{job}` counts restarts: {count} so far, and at {limit} (`backoffLimit`) it gives up and deletes the pod.',
		ko: '잡 `{job}`{job:은/는} 재시작을 센다. 지금까지 {count}번이고, {limit}번(`backoffLimit`)이 되면 포기하고 파드를 지운다.',
	},
	phase: {
		en: 'The pod is `{phase}` (`restartPolicy: {policy}`), and no pod leaves that phase.',
		ko: '파드는 `{phase}`이고(`restartPolicy: {policy}`), 이 단계에서 벗어나는 파드는 없다.',
	},
	working: { en: '`{container}` has run for {up} and has not ended.', ko: '`{container}`{container:이/가} {up}째 돌고 있고 아직 끝나지 않았다.' },
	blocks: { en: 'As long as this lasts the pod is not ready.', ko: '그동안 파드는 준비되지 않은 상태다.' },
	pulling: { en: 'The node is pulling `{image}`, for {since} now.', ko: '노드가 `{image}` 이미지를 {since}째 내려받고 있다.' },
	hooking: { en: 'It has started, and its `postStart` hook is still at work.', ko: '컨테이너는 시작했고 `postStart` 훅이 아직 실행 중이다.' },
	'deadline/ahead': {
		en: 'The pod may run for {deadline} from its start (`activeDeadlineSeconds`).',
		ko: '파드는 시작한 때부터 {deadline} 동안만 돌 수 있다(`activeDeadlineSeconds`).',
	},
	creating: { en: 'The kubelet is preparing volumes, network and image.', ko: 'kubelet이 볼륨, 네트워크, 이미지를 준비하고 있다.' },
	was: {
		en: '`{container}` ended with exit code {code} before and has run longer since.',
		ko: '`{container}`{container:은/는} 전에 종료 코드 {code}{code:으로/로} 끝났지만, 그 뒤로는 더 오래 돌고 있다.',
	},
	'was/changed': { en: '`{container}` was restarted because its definition changed.', ko: '`{container}`{container:은/는} 정의가 바뀌어 다시 시작했다.' },
	'was/lost': {
		en: '`{container}` was started again after its node or container runtime had restarted.',
		ko: '노드나 컨테이너 런타임이 다시 시작돼 `{container}`도 다시 시작했다.',
	},
	now: { en: 'All containers are ready.', ko: '모든 컨테이너가 준비됐다.' },
} as const satisfies Readonly<Record<string, WhyWords>>;

/** What to try. The line to copy stands below it. */
export const tryWords = {
	memory: {
		en: 'If it needs more than {limit} in normal use, raise the limit.',
		ko: '평소에도 {limit}보다 많이 필요하다면 한도를 올린다.',
	},
	'memory/node': { en: 'Request what it really needs, so that it gets a node with room.', ko: '실제로 필요한 만큼 요청해 여유가 있는 노드에 배치되게 한다.' },
	'logs/previous': { en: 'Read what it said before it ended.', ko: '끝나기 전에 남긴 로그를 본다.' },
	logs: { en: 'Read its log.', ko: '로그를 본다.' },
	top: { en: 'See how much it uses while it runs.', ko: '도는 동안 얼마나 쓰는지 본다.' },
	describe: { en: 'Read the whole message and the events.', ko: '메시지 전체와 이벤트를 본다.' },
	whole: { en: 'Print the whole pod, with the states of its containers.', ko: '컨테이너 상태까지 파드 전체를 출력한다.' },
	command: { en: 'Check that the command and its arguments are right and are in the image.', ko: '명령과 인수가 맞는지, 이미지에 그 명령이 있는지 확인한다.' },
	job: {
		en: 'If it is to run once, make it a Job, or restart it on failure only; else give it a command that keeps running.',
		ko: '한 번만 돌 일이라면 잡으로 만들거나 실패했을 때만 재시작하게 한다. 아니라면 끝나지 않는 명령을 준다.',
	},
	'probe/ask': {
		en: 'Check that what the probe asks is right: path, port, command, and a `timeoutSeconds` that is long enough.',
		ko: '프로브가 묻는 것이 맞는지 확인한다. 경로, 포트, 명령, 그리고 `timeoutSeconds`가 충분한지 본다.',
	},
	'probe/slow': {
		en: 'If it is still starting when it is killed, add a startup probe: the liveness probe waits until that succeeds.',
		ko: '아직 시작하는 중에 종료되는 것이라면 시작 프로브를 추가한다. 시작 프로브가 성공할 때까지 활성 프로브는 기다린다.',
	},
	'probe/patience': {
		en: 'If it only starts slowly, allow more misses than {threshold}.',
		ko: '느리게 시작하는 것뿐이라면 실패를 {threshold}번보다 많이 허용한다.',
	},
	hook: { en: 'Make the hook succeed, or move what it does into the command.', ko: '훅이 성공하게 고치거나, 훅이 하는 일을 명령으로 옮긴다.' },
	'image/tags': { en: 'Check the name and the tag: is this image in the registry?', ko: '이름과 태그를 확인한다. 레지스트리에 이 이미지가 있는가?' },
	'image/secret': { en: 'If the registry is private, name a secret with its credentials.', ko: '비공개 레지스트리라면 인증 정보가 든 시크릿을 적는다.' },
	'image/reach': {
		en: 'Check that the node reaches the registry; the whole error is in the events.',
		ko: '노드가 레지스트리에 접속할 수 있는지 확인한다. 오류 전체는 이벤트에 있다.',
	},
	'image/name': { en: 'Write the image as registry/name:tag, in small letters.', ko: '이미지를 레지스트리/이름:태그 꼴로, 소문자로 적는다.' },
	'image/policy': { en: 'Let the kubelet pull the image, or load it onto the node first.', ko: 'kubelet이 이미지를 내려받게 하거나, 노드에 먼저 넣어 둔다.' },
	'config/create': {
		en: 'Create {kind} `{object}`; the container starts at the next try.',
		ko: '{kind} `{object}`{object:을/를} 만든다. 다음 시도 때 컨테이너가 시작한다.',
	},
	'config/optional': { en: 'Or let the pod start without it.', ko: '또는 없어도 시작하게 한다.' },
	'config/look': { en: 'See which keys it has, and add `{key}` or ask for another one.', ko: '어떤 키가 있는지 보고 `{key}` 키를 추가하거나 다른 키를 쓴다.' },
	events: { en: 'Read all that was said of the pod.', ko: '파드의 이벤트를 모두 본다.' },
	requests: {
		en: 'Ask for less.',
		ko: '요청을 줄인다.',
		when: [{ arg: 'resource', is: '', en: 'Change what the pod asks of a node.', ko: '파드가 노드에 바라는 조건을 고친다.' }],
	},
	nodes: { en: 'See what the nodes have, and change or add one.', ko: '노드의 상태를 보고, 노드를 고치거나 추가한다.' },
	gates: {
		en: 'Remove the gates, or see why the controller that should do so does not.',
		ko: '게이트를 없애거나, 없애야 할 컨트롤러가 왜 그러지 않는지 본다.',
	},
	scheduler: { en: 'See whether the scheduler `{scheduler}` runs.', ko: '`{scheduler}` 스케줄러가 도는지 확인한다.' },
	node: { en: 'See how the node is.', ko: '노드의 상태를 본다.' },
	force: {
		en: 'If the node is really gone, delete the pod without waiting; if it is not, the containers may go on running.',
		ko: '노드가 정말 사라졌다면 기다리지 않고 파드를 지운다. 살아 있다면 컨테이너가 계속 돌 수 있다.',
	},
	finalizers: {
		en: 'Find out which controller owns the finalizer, and why it does not remove it.',
		ko: '어느 컨트롤러의 파이널라이저인지, 왜 없애지 않는지 알아본다.',
	},
	recreate: {
		en: 'Once it is mended, delete the pod; its controller makes a new one, or apply it anew.',
		ko: '고친 뒤 파드를 지운다. 컨트롤러가 새 파드를 만들고, 없다면 다시 적용한다.',
	},
	deadline: { en: 'If it needs longer than {deadline}, give it more time.', ko: '{deadline}보다 오래 걸리는 일이라면 시간을 더 준다.' },
	remedy: { en: '{remedy}', ko: '{remedy}' },
	user: {
		en: 'Name a user other than root, or use an image that has one by number.',
		ko: 'root가 아닌 사용자를 적거나, 사용자가 숫자로 지정된 이미지를 쓴다.',
	},
} as const satisfies Readonly<Record<string, WhyWords>>;

/** What comes next, after the headline. */
export const comingWords = {
	start: { en: 'Next start in about {in}, at {at}.', ko: '약 {in} 뒤 {at}에 다시 시작한다.' },
	pull: { en: 'The next try is in about {in}, at {at}.', ko: '약 {in} 뒤 {at}에 다시 시도한다.' },
	end: { en: 'If it goes as before, it ends again in about {in}, at {at}.', ko: '이대로면 약 {in} 뒤 {at}에 또 끝난다.' },
	once: {
		en: 'It runs again; whether it will end again, that one end does not tell.',
		ko: '지금은 다시 실행 중이고, 한 번 그렇게 끝난 것만으로는 또 끝날지 알 수 없다.',
	},
	kill: { en: 'If it goes on like this, it is killed in about {in}, at {at}.', ko: '이대로면 약 {in} 뒤 {at}에 종료된다.' },
	ready: { en: 'Ready in about {in}, at {at}.', ko: '약 {in} 뒤 {at}에 준비된다.' },
	'ready-if': { en: 'If the probe succeeds, ready in about {in}, at {at}.', ko: '프로브가 성공하면 약 {in} 뒤 {at}에 준비된다.' },
	finish: { en: 'The pod ends in about {in}, at {at}.', ko: '파드는 약 {in} 뒤 {at}에 끝난다.' },
	deleted: { en: 'Unless the node comes back, the pod is deleted in about {in}, at {at}.', ko: '노드가 돌아오지 않으면 약 {in} 뒤 {at}에 파드가 삭제된다.' },
	gone: { en: 'Gone by {at} at the latest, in {in}.', ko: '늦어도 {in} 뒤 {at}에는 사라진다.' },
	retry: { en: 'It is tried again and again, and starts as soon as that is there.', ko: '계속 다시 시도하며, 준비되는 대로 시작한다.' },
	succeed: { en: 'It gets traffic as soon as the probe succeeds.', ko: '프로브가 성공하면 바로 트래픽을 받는다.' },
	mend: { en: 'Nothing changes until that is mended.', ko: '고치기 전에는 바뀌지 않는다.' },
	never: { en: 'This pod will never change again.', ko: '이 파드는 더 이상 바뀌지 않는다.' },
	steady: { en: '', ko: '' },
	unknown: { en: '', ko: '' },
} as const satisfies Readonly<Record<string, WhyWords>>;
