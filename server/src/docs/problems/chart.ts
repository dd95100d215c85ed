import type { AdviceWords } from '../words';

/** What is found while a chart is rendered: the sentence, where Helm says none, why, and what to do. */
export const chartProblems = {
	'chart/render': {
		said: { en: 'The chart does not render.', ko: '차트를 렌더링할 수 없다.' },
		en: 'Helm stops here: nothing of the chart is installed until it is mended, or other values are given.',
		ko: 'Helm은 여기서 멈춘다. 고치거나 다른 값을 주기 전에는 이 차트에서 아무것도 설치되지 않는다.',
	},
	'chart/missing-dependency': {
		said: { en: 'The dependency `{name}` is not in charts/.', ko: '의존 차트 `{name}`{name:이/가} charts/에 없다.' },
		en: 'helm install stops at it. Nothing is fetched here: what it would render is not judged. `helm dependency build` puts it there.',
		ko: 'helm install은 여기서 멈춘다. 네트워크에서 가져오지 않으므로 이 차트가 만들 오브젝트는 판정하지 않는다. `helm dependency build`로 내려받는다.',
	},
} satisfies Readonly<Record<string, AdviceWords>>;
