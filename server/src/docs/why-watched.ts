/** Where the life of a pod that was watched and the one that is told part, by the codes of autopsy/watched.ts; filled in as the sentences of docs/why.ts are. */
import type { WhyWords } from './why';

export const watchedWords: WhyWords = {
	en: 'The pod was printed {prints} times. Where its life was not as the simulated one:',
	ko: '파드가 {prints}번 출력됐다. 실제 일생이 시뮬레이션과 달랐던 곳은 다음과 같다.',
	when: [
		{
			arg: 'parts',
			is: 0,
			en: 'The pod was printed {prints} times, and its life agrees with the simulated one.',
			ko: '파드가 {prints}번 출력됐고, 실제 일생이 시뮬레이션과 맞는다.',
		},
	],
};

/** What was as it is told. */
export const alikeWords: WhyWords = {
	en: '{runs} runs of `{container}` were as they are told, none off by more than {off}.',
	ko: '`{container}`의 실행 {runs}번이 예상과 같았다. 차이는 {off} 이내다.',
	when: [
		{
			arg: 'runs',
			is: 1,
			en: 'One run of `{container}` was as it is told, not off by more than {off}.',
			ko: '`{container}`의 실행 한 번이 예상과 같았다. 차이는 {off} 이내다.',
		},
	],
};

export const partedWords = {
	start: {
		en: '`{container}` first started after {real}, not {told}: the image, the volumes or the node took another time than is taken for granted.',
		ko: '`{container}`{container:이/가} {told}{told:이/가} 아니라 {real} 만에 처음 시작했다. 이미지, 볼륨, 노드에 걸린 시간이 가정과 다르다.',
	},
	run: {
		en: 'Run {run} of `{container}` lasted {real}, not {told}: it is taken to last as long as the runs that are known.',
		ko: '`{container}`의 {run}번째 실행이 {told}{told:이/가} 아니라 {real} 동안 이어졌다. 시뮬레이션은 알려진 다른 실행만큼 걸린다고 가정한다.',
	},
	code: {
		en: 'Run {run} of `{container}` ended with exit code {realCode}, not {toldCode}: it is taken to end as the runs that are known.',
		ko: '`{container}`의 {run}번째 실행이 종료 코드 {toldCode}{toldCode:이/가} 아니라 {realCode}{realCode:으로/로} 끝났다. 시뮬레이션은 알려진 다른 실행처럼 끝난다고 가정한다.',
	},
	wait: {
		en: 'Before run {run} of `{container}` the kubelet waited {real}, not {told}: it adds up to half of each wait by chance.',
		ko: '`{container}`의 {run}번째 실행 전에 kubelet이 {told}{told:이/가} 아니라 {real} 기다렸다. kubelet은 기다리는 시간을 절반까지 무작위로 늘린다.',
	},
	'wait/sooner': {
		en: 'Run {run} of `{container}` began {real} after the one before it, not {told}: sooner than the back-off allows after an end of its own. A probe or a hook had it killed, or its back-off had begun anew.',
		ko: '`{container}`의 {run}번째 실행이 앞의 실행이 끝나고 {told}{told:이/가} 아니라 {real} 만에 시작했다. 스스로 끝났다면 백오프 때문에 더 기다렸을 것이다. 프로브나 훅이 종료했거나, 백오프가 처음부터 다시 시작됐다.',
	},
	'wait/longer': {
		en: 'Run {run} of `{container}` began {real} after the one before it, not {told}: longer than the back-off explains. Its node was busy, or the kubelet was away.',
		ko: '`{container}`의 {run}번째 실행이 앞의 실행이 끝나고 {told}{told:이/가} 아니라 {real} 뒤에 시작했다. 백오프만으로는 설명되지 않는다. 노드가 바빴거나 kubelet이 멈춰 있었다.',
	},
	ready: {
		en: 'The pod was ready {real} after run {run} of `{container}` began, not {told}: when the readiness probe first succeeds is known of the newest run only.',
		ko: '`{container}`의 {run}번째 실행이 시작하고 {told}{told:이/가} 아니라 {real} 뒤에 파드가 준비됐다. 준비성 프로브가 언제 처음 성공하는지는 최근 실행에서만 알 수 있다.',
	},
	'ready/startup': {
		en: 'The pod was ready {real} after run {run} of `{container}` began, not {told}: when the startup probe first succeeds is known of the newest run only.',
		ko: '`{container}`의 {run}번째 실행이 시작하고 {told}{told:이/가} 아니라 {real} 뒤에 파드가 준비됐다. 시작 프로브가 언제 처음 성공하는지는 최근 실행에서만 알 수 있다.',
	},
	'ready/hook': {
		en: 'The pod was ready {real} after run {run} of `{container}` began, not {told}: how long its `postStart` hook takes is known only while it is at work.',
		ko: '`{container}`의 {run}번째 실행이 시작하고 {told}{told:이/가} 아니라 {real} 뒤에 파드가 준비됐다. `postStart` 훅이 얼마나 걸리는지는 훅이 도는 동안에만 알 수 있다.',
	},
	'ready/other': {
		en: 'The pod was ready {real} after run {run} of `{container}` began, not {told}: others of its containers took another time.',
		ko: '`{container}`의 {run}번째 실행이 시작하고 {told}{told:이/가} 아니라 {real} 뒤에 파드가 준비됐다. 다른 컨테이너가 준비되는 데 걸린 시간이 예상과 다르다.',
	},
} as const satisfies Readonly<Record<string, WhyWords>>;
