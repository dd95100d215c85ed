/** What is certain of a pod of which nobody can tell why it is as it is, and what its dump does not say. Filled in as the sentences of docs/why.ts are. */
import type { WhyWords } from './why';

export const certainWords = {
	created: { en: 'It was created at {at}.', ko: '{at}에 생성됐다.' },
	node: { en: 'It was assigned to the node `{node}`.', ko: '노드 `{node}`에 배정됐다.' },
	phase: { en: 'Its phase is `{phase}`.', ko: '단계(phase)는 `{phase}`{phase:이다/다}.' },
	containers: { en: 'Its containers: {names}.', ko: '컨테이너: {names}.' },
	row: {
		en: 'It is shown as `{status}`, with {ready} containers ready and {restarts} restarts.',
		ko: '`{status}`로 표시되고, 준비된 컨테이너는 {ready}, 재시작은 {restarts}번이다.',
	},
} as const satisfies Readonly<Record<string, WhyWords>>;

export const missingWords = {
	end: { en: 'The end of the text: it stops in the middle of something.', ko: '뒷부분: 중간에 끊겨 있다.' },
	spec: { en: '`spec`: what its containers are.', ko: '`spec`: 어떤 컨테이너가 있는지.' },
	status: { en: '`status`: how it is.', ko: '`status`: 파드가 어떤 상태인지.' },
	containerStatuses: {
		en: '`containerStatuses`: what each container does, or waits for.',
		ko: '`containerStatuses`: 컨테이너가 무엇을 하고 있고 무엇을 기다리는지.',
	},
	events: { en: 'Events: what was tried, and how often.', ko: '이벤트: 무엇을 몇 번 시도했는지.' },
} as const satisfies Readonly<Record<string, WhyWords>>;
