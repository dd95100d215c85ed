import type { ScenarioWords, Words } from './words';

/** What is wrong with an expectation, by the codes of expect/faults.ts. `{name:이/가}` is the particle that follows the argument. */
export const expectFaultWords: Readonly<Record<string, Words>> = {
	'no-verb': {
		en: 'An expectation needs one of is, becomes, stays, never, happens, order.',
		ko: '기대에는 is, becomes, stays, never, happens, order 가운데 하나가 있어야 한다.',
	},
	'two-verbs': {
		en: 'One verb each: make two expectations of `{one}` and `{other}`.',
		ko: '동사는 하나다. `{one}`{one:과/와} `{other}`{other:을/를} 두 기대로 나눈다.',
	},
	'no-subject': { en: 'Who? the: pod, container: NAME, pods: …, event: …', ko: '무엇이? the: pod, container: 이름, pods: …, event: …' },
	'two-subjects': {
		en: '`{one}` and `{other}` are two subjects: make two expectations.',
		ko: '`{one}`{one:과/와} `{other}`{other:은/는} 주어 둘이다. 두 기대로 나눈다.',
	},
	'several-pods': {
		en: 'A {kind} may make several pods: write each: pod, pods: ready, or pod: 1.',
		ko: '{kind}{kind:은/는} 파드를 여러 개 만들 수 있다. each: pod, pods: ready, pod: 1 가운데 하나를 쓴다.',
	},
	'no-owner': { en: 'A Pod has no owner: say the: pod.', ko: 'Pod에는 소유자가 없다. the: pod로 쓴다.' },
	'unknown-fact': {
		en: '`{word}` is nothing that is said of {subject}; there are {known}.',
		ko: '{subject}에는 `{word}`{word:이라는/라는} 말이 없다. 쓸 수 있는 것: {known}.',
	},
	'unknown-status': {
		en: '`{word}` is nothing that kubectl prints in STATUS, nor a reason.',
		ko: '`{word}`{word:은/는} STATUS에도 이유에도 나오지 않는다.',
	},
	'unknown-container': { en: 'There is no container {name}; there are {known}.', ko: '컨테이너 {name}{name:이/가} 없다. 있는 것: {known}.' },
	'unknown-action': {
		en: 'No action is called {name}. There are {known}. An instant is a duration, start, end, or { becomes: … }.',
		ko: '{name}{name:이라는/라는} 액션이 없다. 있는 것: {known}. 시점은 시간, start, end, { becomes: … }로 쓴다.',
	},
	'no-action': {
		en: 'No action is called {name}: the scenario has none. An instant is a duration, start, end, or { becomes: … }.',
		ko: '{name}{name:이라는/라는} 액션이 없다. 이 시나리오에는 액션이 없다. 시점은 시간, start, end, { becomes: … }로 쓴다.',
	},
	'state-as-moment': {
		en: 'No action is called {word}. A state is written { becomes: {word} }.',
		ko: '{word}{word:이라는/라는} 액션이 없다. 상태는 { becomes: {word} }로 쓴다.',
	},
	'whose-state': {
		en: 'Who is {claim}? There is no state here to speak of: { the: pod, becomes: {claim} }.',
		ko: '무엇이 {claim}인가? 여기에는 상태를 가진 주어가 없다. { the: pod, becomes: {claim} }처럼 쓴다.',
	},
	'ambiguous-action': {
		en: 'Several actions are called {name}: give them names with as:.',
		ko: '{name}{name:이라는/라는} 액션이 여럿이다. as:로 이름을 붙인다.',
	},
	'stays-within': { en: 'Say for: 10s with stays; within is for becomes.', ko: 'stays에는 for: 10s를 쓴다. within은 becomes의 것이다.' },
	'is-within': {
		en: '`is` looks at one instant (at). Within a time something becomes.',
		ko: '`is`는 한 순간(at)을 본다. 시간 안에 일어나는 것은 becomes다.',
	},
	'is-for': {
		en: '`is` looks at one instant (at). For a time something stays.',
		ko: '`is`는 한 순간(at)을 본다. 한동안 이어지는 것은 stays다.',
	},
	'wrong-time': {
		en: '`{key}` does not go with {verb}, which takes {takes}.',
		ko: '{verb}에는 `{key}`{key:을/를} 쓸 수 없다. 쓸 수 있는 것: {takes}.',
	},
	timeless: {
		en: 'What is said of {subject} has no time: leave out `{key}`.',
		ko: '{subject}에는 시간을 쓸 수 없다. `{key}`{key:을/를} 지운다.',
	},
	'wrong-verb': {
		en: '{subject} takes {known}, not `{verb}`.',
		ko: '{subject}에는 {known}{known:을/를} 쓴다. `{verb}`{verb:은/는} 쓸 수 없다.',
	},
	beyond: {
		en: '{asked:time} lies behind the end of the watch ({until:time}).',
		ko: '{until:time}까지만 지켜보는데 {asked:time}의 일을 묻는다.',
	},
	comparison: { en: 'Write {meant} instead of {text}.', ko: '{text} 대신 {meant}{meant:으로/로} 쓴다.' },
	count: { en: 'A count is 3, at least 3, 2 to 5, once, never.', ko: '횟수는 3, at least 3, 2 to 5, once, never처럼 쓴다.' },
	number: { en: '{field} is a number: 3, at least 3, 2 to 5.', ko: '{field}{field:은/는} 숫자다. 3, at least 3, 2 to 5처럼 쓴다.' },
	boolean: { en: '{field} is true or false.', ko: '{field}{field:은/는} true나 false다.' },
	'unknown-field': {
		en: '{subject} has no field {field}; there are {known}.',
		ko: '{subject}에 {field} 필드가 없다. 있는 것: {known}.',
	},
	'pods-number': {
		en: 'pods: asks which pods to count: pods: ready, is: {text}.',
		ko: 'pods:에는 어떤 파드를 셀지 쓴다. pods: ready, is: {text}.',
	},
	'pods-claim': { en: 'Of pods their number is expected: 3, at least 3, 2 to 5.', ko: 'pods의 기대는 개수다. 3, at least 3, 2 to 5처럼 쓴다.' },
	claim: {
		en: 'Something has to be claimed: a word (ready), a map ({ exitCode: 0 }), or a list of them.',
		ko: '무엇을 기대하는지 적는다. 단어(ready), 맵({ exitCode: 0 }), 또는 그 목록.',
	},
	moment: {
		en: 'An instant is a duration (30s), start, end, an action by its name, { the: pod, becomes: ready } or { event: Killing }.',
		ko: '시점은 시간(30s), start, end, 액션 이름, { the: pod, becomes: ready }, { event: Killing } 가운데 하나로 쓴다.',
	},
	state: { en: 'A state is written { the: owner, is: rolling }.', ko: '상태는 { the: owner, is: rolling }처럼 쓴다.' },
	'which-pod': {
		en: 'Which pod? A name, its place in the order of creation (1), or last.',
		ko: '어느 파드인가? 이름, 만들어진 순서(1), last 가운데 하나를 쓴다.',
	},
	'event-match': {
		en: 'Which event? A reason (Killing), or a map such as { reason: Unhealthy, message: contains Readiness }.',
		ko: '어느 이벤트인가? 이유(Killing)나 { reason: Unhealthy, message: contains Readiness } 같은 맵을 쓴다.',
	},
	'order-short': { en: 'order is a list of two moments or more.', ko: 'order는 시점을 둘 이상 적은 목록이다.' },
	'order-time': {
		en: '{text} happens anyway: order is about changes and events.',
		ko: '{text}{text:은/는} 늘 온다. order에는 변화와 이벤트를 적는다.',
	},
	'order-alone': {
		en: 'order stands alone: its moments say who and when, and `{key}` does not.',
		ko: 'order는 홀로 선다. 누가 언제인지는 각 시점이 말하므로 `{key}`{key:을/를} 쓰지 않는다.',
	},
};

/** What is no YAML at all: `stays: >= 3`. */
export const foldedWords: Words = {
	en: 'In YAML `>` begins a folded text. Write {meant}.',
	ko: 'YAML에서 `>`는 접힌 문자열의 시작이다. {meant}{meant:으로/로} 쓴다.',
};

/** What the subjects are called where one speaks of them. */
export const subjectWords: Readonly<Record<string, Words>> = {
	pod: { en: 'a pod', ko: '파드' },
	container: { en: 'a container', ko: '컨테이너' },
	pods: { en: 'the number of pods', ko: '파드 수' },
	owner: { en: 'the owner', ko: '소유자' },
	manifest: { en: 'the manifest', ko: '매니페스트' },
	event: { en: 'an event', ko: '이벤트' },
	action: { en: 'an action', ko: '액션' },
	condition: { en: 'a condition', ko: '컨디션' },
};

/** Facts with small letters, by subject: when each is true. */
export const factWords: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
	pod: {
		existing: { en: 'It is created and not gone yet.', ko: '만들어졌고 아직 사라지지 않았다.' },
		scheduled: { en: 'It has a node: the condition PodScheduled.', ko: '노드가 정해졌다. 컨디션 PodScheduled.' },
		initialized: { en: 'Its init containers are done: the condition Initialized.', ko: '초기화 컨테이너가 끝났다. 컨디션 Initialized.' },
		ready: { en: 'The condition Ready: Services send traffic to it.', ko: '컨디션 Ready. 서비스가 트래픽을 보낸다.' },
		restarted: { en: 'One of its containers was started again.', ko: '컨테이너 하나라도 다시 시작했다.' },
		deleting: { en: 'Its deletion was asked for, and it is not gone yet.', ko: '삭제를 요청받았고 아직 사라지지 않았다.' },
		gone: { en: 'The API server has it no more.', ko: 'API 서버에 더는 없다.' },
	},
	container: {
		waiting: { en: 'It does not run yet, or not at the moment; `reason` says why.', ko: '아직 또는 지금 돌지 않는다. 까닭은 `reason`에 있다.' },
		running: { en: 'Its process runs.', ko: '프로세스가 돌고 있다.' },
		terminated: { en: 'Its process has ended.', ko: '프로세스가 끝났다.' },
		started: { en: 'Its startup probe has succeeded; without one, it runs.', ko: '시작 프로브가 성공했다. 프로브가 없으면 돌고 있다는 뜻이다.' },
		ready: { en: 'Its readiness probe succeeds; without one, it runs.', ko: '준비성 프로브가 성공한다. 프로브가 없으면 돌고 있다는 뜻이다.' },
		restarted: { en: 'Its restart count is above 0.', ko: '재시작 횟수가 0보다 크다.' },
	},
	owner: {
		rolling: {
			en: 'From another template (or the creation) on, until `kubectl rollout status` would say that it is rolled out. Pods that are still terminating do not prolong it.',
			ko: '템플릿이 바뀐(또는 만들어진) 때부터 `kubectl rollout status`가 끝났다고 할 때까지. 아직 종료 중인 파드는 세지 않는다.',
		},
		available: { en: 'The condition Available is True.', ko: '컨디션 Available이 True다.' },
		complete: { en: 'The Job has succeeded: its condition Complete is True.', ko: '잡이 성공했다. 컨디션 Complete가 True다.' },
		failed: {
			en: 'The Job has failed: its condition Failed is True. The number of failed pods is `{ failed: 2 }`.',
			ko: '잡이 실패했다. 컨디션 Failed가 True다. 실패한 파드 수는 `{ failed: 2 }`로 쓴다.',
		},
		suspended: { en: 'The condition Suspended is True.', ko: '컨디션 Suspended가 True다.' },
		deleting: { en: 'Its deletion was asked for, and it is not gone yet.', ko: '삭제를 요청받았고 아직 사라지지 않았다.' },
		gone: { en: 'The API server has it no more.', ko: 'API 서버에 더는 없다.' },
	},
	manifest: {
		accepted: { en: 'The API server takes it.', ko: 'API 서버가 받아들인다.' },
		refused: { en: 'The API server refuses it.', ko: 'API 서버가 거부한다.' },
		baseline: { en: 'It meets the Pod Security Standard Baseline.', ko: '파드 보안 표준 Baseline을 지킨다.' },
		restricted: { en: 'It meets the Pod Security Standard Restricted.', ko: '파드 보안 표준 Restricted를 지킨다.' },
	},
	action: {
		done: { en: 'The API server did it.', ko: 'API 서버가 그대로 했다.' },
		refused: { en: 'The API server refused it, and nothing changed.', ko: 'API 서버가 거부해 아무것도 바뀌지 않았다.' },
	},
};

/** Words for every key of an expectation; test/docs/scenario.test.ts holds them against the shape of scenarios. */
export const expectationWords: Readonly<Record<string, ScenarioWords>> = {
	the: {
		en: 'Whom it is about, where there is one: the pod of a Pod manifest, the owner of several pods, the manifest itself.',
		ko: '하나뿐인 주어. Pod 매니페스트의 파드, 파드를 여러 개 만드는 소유자, 매니페스트 자신.',
		example: 'the: pod',
	},
	each: {
		en: 'Holds for every one, and there has to be one. Times count from the creation of each pod.',
		ko: '모두에게 성립해야 하고, 하나는 있어야 한다. 시간은 파드마다 만들어진 때부터 센다.',
	},
	pod: {
		en: 'One of several pods: by name, by its place in the order of creation (1 is the first), or `last`.',
		ko: '여러 파드 가운데 하나. 이름, 만들어진 순서(1이 처음), `last`로 쓴다.',
	},
	container: {
		en: 'A container by its name, init containers and sidecars too: of every pod, or of the one that stands beside it (`pod: 1`).',
		ko: '이름으로 부르는 컨테이너. 초기화 컨테이너와 사이드카도 된다. 모든 파드의 것이거나, 옆에 적은 파드(`pod: 1`)의 것이다.',
		example: 'container: app',
	},
	pods: {
		en: 'How many pods are so, of those that exist. What is expected is a number.',
		ko: '지금 있는 파드 가운데 이러한 것의 개수. 기대하는 것은 숫자다.',
		example: 'pods: ready',
	},
	event: {
		en: 'How often an event comes: by its reason, or by `reason`, `type`, `message`, `from`, `object`.',
		ko: '이벤트가 몇 번 오는지. 이유로 부르거나 `reason`, `type`, `message`, `from`, `object`로 부른다.',
		example: 'event: { reason: Unhealthy, message: contains Readiness }',
	},
	action: {
		en: 'What the API server says to an action of the scenario, by its `as` or `do`: `done` or `refused`.',
		ko: '시나리오의 액션에 API 서버가 한 답. `as`나 `do`로 부른다. `done`이나 `refused`다.',
	},
	is: {
		en: 'So at one instant: at the end, unless `at` says when.',
		ko: '한 순간에 그렇다. `at`이 없으면 맨 끝이다.',
		example: 'is: { exitCode: 0, restartCount: 2 }',
	},
	becomes: {
		en: 'A change: it was not so, then it is. What was so already does not become so.',
		ko: '변화. 그렇지 않다가 그렇게 된다. 이미 그랬던 것은 되는 것이 아니다.',
		example: 'becomes: ready',
	},
	stays: {
		en: 'So without a gap: from the first moment that it is so, or from `after`. It ends where the pod is gone.',
		ko: '끊김 없이 그렇다. 처음 그렇게 된 때부터, 또는 `after`부터 센다. 파드가 사라지면 끝난다.',
		example: 'stays: ready',
	},
	never: {
		en: 'So at no instant; with `for`, never for so long.',
		ko: '한순간도 그렇지 않다. `for`를 쓰면 그만큼 오래 그런 적이 없다.',
		example: 'never: restarted',
	},
	happens: {
		en: 'How often the event comes: `once`, `at least 3 times`, `never`.',
		ko: '이벤트가 오는 횟수. `once`, `at least 3 times`, `never`.',
		example: 'happens: at most 3 times',
	},
	order: {
		en: 'Moments of which none comes before the one above it. The first time of each counts; equal times are in order.',
		ko: '차례로 오는 시점들. 저마다 처음 온 때를 보며, 같은 때는 차례가 맞은 것으로 친다.',
		example: 'order:\n- { container: log-shipper, becomes: running }\n- { container: app, becomes: running }',
	},
	at: {
		en: 'The instant that `is` looks at: a duration, `start`, `end`, an action, `{ becomes: … }`.',
		ko: '`is`가 보는 순간. 시간, `start`, `end`, 액션, `{ becomes: … }`.',
		default: 'end',
	},
	after: {
		en: 'The window opens then: a duration, an action by its name, `{ becomes: ready }`, `{ event: Killing }`.',
		ko: '이때부터 본다. 시간, 액션 이름, `{ becomes: ready }`, `{ event: Killing }`.',
		example: 'after: delete',
	},
	within: { en: 'So long after the window opened it closes.', ko: '보기 시작한 때부터 이만큼만 본다.', example: 'within: 10s' },
	until: { en: 'The window closes just before this.', ko: '이 직전까지 본다.', example: 'until: { container: migrate, becomes: Completed }' },
	while: { en: 'Only while something is so.', ko: '이것이 그런 동안만 본다.', example: 'while: { the: owner, is: rolling }' },
	for: { en: 'So long at least, without a gap.', ko: '끊김 없이 적어도 이만큼.', example: 'for: 5s' },
	times: { en: 'How often it becomes so.', ko: '몇 번 그렇게 되는지.', example: 'times: once' },
	name: { en: 'A name instead of the sentence.', ko: '문장 대신 쓸 이름.' },
	because: { en: 'A line of yours that stands under a failure.', ko: '어긋났을 때 아래에 붙일 한 줄.' },
};
