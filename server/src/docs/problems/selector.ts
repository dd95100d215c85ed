import type { ProblemWords } from '../words';

const LABELS = 'concepts/overview/working-with-objects/labels/';
const SELECTORS = `${LABELS}#label-selectors`;

/** Labels, and what looks for them. */
export const selectorProblems = {
	'label/key': {
		en: 'The key of a label is a name of at most 63 letters, digits, `-`, `_` and `.`, with an optional domain before it: `app`, `example.com/tier`.',
		ko: '레이블 키는 영문자, 숫자, `-`, `_`, `.`로 63자까지 쓰고, 앞에 도메인을 붙일 수 있다. 예: `app`, `example.com/tier`.',
		link: LABELS,
	},
	'label/value': {
		en: "A label's value has at most 63 letters, digits, `-`, `_` and `.`, and begins and ends with a letter or digit; it may be empty. Longer text belongs in an annotation.",
		ko: '레이블 값은 영문자, 숫자, `-`, `_`, `.`로 63자까지 쓰고, 영문자나 숫자로 시작하고 끝낸다. 비워 둘 수도 있다. 긴 내용은 어노테이션에 적는다.',
		link: LABELS,
	},
	'label/deprecated-node-label': {
		en: 'The label has a new name, and newer nodes no longer have the old one. Use the name that the message gives.',
		ko: '레이블 이름이 바뀌었고 새 노드에는 옛 이름이 없다. 메시지에 나온 이름을 쓴다.',
	},
	'selector/required': {
		en: 'The workload must say which pods are its own: `selector.matchLabels`, with labels that the template has.',
		ko: '어느 파드가 자기 것인지 적어야 한다. `selector.matchLabels`에 템플릿의 레이블을 적는다.',
		link: SELECTORS,
	},
	'selector/empty': {
		en: 'An empty selector would match every pod in the namespace. Give at least one label of the template.',
		ko: '빈 셀렉터는 네임스페이스의 모든 파드를 고른다. 템플릿의 레이블을 하나는 적는다.',
		link: SELECTORS,
	},
	'selector/invalid': {
		en: 'The selector cannot be read, because a key, a value or an operator in it is wrong.',
		ko: '셀렉터의 키나 값, 연산자가 잘못돼 읽을 수 없다.',
		link: SELECTORS,
	},
	'selector/matches-template': {
		en: 'The workload would not recognize its own pods. Give the template every label that `selector` asks for.',
		ko: '워크로드가 자기 파드를 알아볼 수 없다. `selector`가 찾는 레이블을 템플릿에 모두 적는다.',
		link: SELECTORS,
	},
	'selector/immutable': {
		en: 'A selector stays as it was created: with another one the workload would lose its pods. Delete and create the workload to change it.',
		ko: '셀렉터는 만든 뒤에 바꿀 수 없다. 바뀌면 기존 파드를 잃기 때문이다. 바꾸려면 워크로드를 지우고 다시 만든다.',
		link: SELECTORS,
	},
	'selector/operator': {
		en: 'The operators are `In`, `NotIn`, `Exists` and `DoesNotExist`; for nodes also `Gt` and `Lt`, and in `matchFields` only `In` and `NotIn`.',
		ko: '연산자는 `In`, `NotIn`, `Exists`, `DoesNotExist`다. 노드에는 `Gt`와 `Lt`도 쓰고, `matchFields`에는 `In`과 `NotIn`만 쓴다.',
		link: `${LABELS}#resources-that-support-set-based-requirements`,
	},
	'selector/values-required': {
		en: '`In` and `NotIn` compare with `values`; give at least one.',
		ko: '`In`과 `NotIn`은 `values`와 비교한다. 값을 하나는 적는다.',
		link: `${LABELS}#resources-that-support-set-based-requirements`,
	},
	'selector/values-forbidden': {
		en: '`Exists` and `DoesNotExist` ask for the key alone. Remove `values`, or use `In`.',
		ko: '`Exists`와 `DoesNotExist`는 키만 본다. `values`를 지우거나 `In`을 쓴다.',
		link: `${LABELS}#resources-that-support-set-based-requirements`,
	},
	'selector/one-value': {
		en: 'Exactly one value here: `Gt` and `Lt` compare with one number, `matchFields` with one name.',
		ko: '값이 꼭 하나여야 한다. `Gt`와 `Lt`는 숫자 하나와, `matchFields`는 이름 하나와 비교한다.',
		link: 'concepts/scheduling-eviction/assign-pod-node/#node-affinity',
	},
	'selector/match-and-mismatch': {
		en: 'No pod can have both the same and another value. Keep the key in one of `matchLabelKeys` and `mismatchLabelKeys`.',
		ko: '값이 같으면서 다를 수는 없다. 이 키를 `matchLabelKeys`와 `mismatchLabelKeys` 가운데 한쪽에만 둔다.',
		link: 'concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity',
	},
	'selector/match-label-keys-twice': {
		en: 'The key is in `labelSelector` already. Remove it there, or from `matchLabelKeys`.',
		ko: '이 키는 이미 `labelSelector`에 있다. 그곳이나 `matchLabelKeys` 한쪽에서 지운다.',
	},
	'selector/match-label-keys-alone': {
		en: 'These keys narrow a `labelSelector`; without one they have nothing to narrow. Add a `labelSelector`.',
		ko: '이 키들은 `labelSelector`를 더 좁히는 것이라 혼자서는 뜻이 없다. `labelSelector`를 함께 적는다.',
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;
