import type { AdviceWords } from '../words';

/** What is found while a chart is rendered: the sentence, where Helm says none, why, and what to do. */
export const chartProblems = {
	'chart/render': {
		said: { en: 'The chart does not render.', ko: '차트를 렌더링할 수 없다.' },
		en: 'Helm stops here: nothing of the chart is installed until it is mended, or other values are given.',
		ko: 'Helm은 여기서 멈춘다. 고치거나 다른 값을 주기 전에는 이 차트에서 아무것도 설치되지 않는다.',
	},
	'chart/value-refused': {
		said: { en: 'values.schema.json does not allow this value.', ko: 'values.schema.json에서 허용하지 않는 값이다.' },
		en: 'Helm checks the values against the values.schema.json of the chart before it renders. Nothing is installed until the value is one that is allowed there.',
		ko: 'Helm은 렌더링하기 전에 차트의 values.schema.json으로 값을 검사한다. 허용되는 값으로 바꾸기 전에는 아무것도 설치되지 않는다.',
	},
	'chart/missing-dependency': {
		said: { en: 'The dependency `{name}` is not in charts/.', ko: '의존 차트 `{name}`{name:이/가} charts/에 없다.' },
		en: 'helm install stops at it. Nothing is fetched here: what it would render is not judged. `helm dependency build` puts it there.',
		ko: 'helm install은 여기서 멈춘다. 네트워크에서 가져오지 않으므로 이 차트가 만들 오브젝트는 판정하지 않는다. `helm dependency build`로 내려받는다.',
	},
	'chart/unfetched-schema': {
		said: { en: '{file} refers to a schema that values are not checked against: {url}', ko: '{file}에서 참조하는 스키마로는 값을 검사하지 않는다: {url}' },
		en: 'Helm fetches it at the installation, and stops where it does not allow a value. Nothing is fetched here; all else of the schema is checked.',
		ko: 'Helm은 설치할 때 이 스키마를 내려받고, 허용하지 않는 값이 있으면 멈춘다. 여기서는 네트워크에서 가져오지 않고 스키마의 나머지만 검사한다.',
	},
	'chart/unused-value': {
		said: { en: 'No template uses `{path}`.', ko: '`{path}`{path:을/를} 쓰는 템플릿이 없다.' },
		en: 'Whatever stands here, the chart renders the same. A name may be misspelt, here or in a template, or the value was left behind.',
		ko: '여기에 무엇을 적어도 렌더링 결과는 같다. 여기나 템플릿에서 이름을 잘못 적었거나, 쓰지 않게 된 값이 남은 것일 수 있다.',
	},
	'chart/value-not-given': {
		said: { en: '`{path}` is not in values.yaml, and nothing stands in for it.', ko: '`{path}`{path:이/가} values.yaml에 없고 대신할 기본값도 없다.' },
		en: 'Unless it is given at the installation, nothing is printed here. Give it a value in values.yaml, `default` one, or ask for it with `required`.',
		ko: '설치할 때 값을 주지 않으면 여기에는 아무것도 출력되지 않는다. values.yaml에 값을 적거나, `default`로 기본값을 주거나, `required`로 꼭 받게 한다.',
	},
} satisfies Readonly<Record<string, AdviceWords>>;
