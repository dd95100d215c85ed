import type { ProblemWords } from '../words';

export const decodeProblems = {
	'decode/unknown-field': {
		en: 'No such field here in this version. kubectl refuses it; without its check the server would drop it silently.',
		ko: '이 버전에는 이 자리에 이런 필드가 없다. kubectl이 거부하며, 그 검사를 끄면 서버가 아무 경고 없이 버린다.',
	},
	'decode/repeated-key': {
		en: 'Written twice: kubectl keeps the last one without a word, and the others are lost.',
		ko: '같은 키를 두 번 적었다. kubectl은 아무 경고 없이 마지막 것만 남기고 나머지는 버린다.',
	},
	'decode/type': {
		en: 'The value is of another type than the field. Quotes make it a string; numbers and true/false go without them.',
		ko: '값의 타입이 필드와 다르다. 따옴표로 감싸면 문자열이고, 숫자와 true/false는 따옴표 없이 쓴다.',
	},
	'decode/quantity': {
		en: 'A quantity is a number with an optional unit: `500m`, `1`, `128Mi`, `2Gi`. There is no `B` in it: not `10GB`, but `10G` (powers of 1000) or `10Gi` (powers of 1024).',
		ko: '수량은 숫자에 단위를 붙여 쓴다. 예: `500m`, `1`, `128Mi`, `2Gi`. `B`는 붙이지 않는다. `10GB`가 아니라 `10G`(1000의 거듭제곱)나 `10Gi`(1024의 거듭제곱)로 쓴다.',
		link: 'concepts/configuration/manage-resources-containers/',
	},
	'decode/time': {
		en: 'A time is written as RFC 3339: `2026-01-31T09:00:00Z`.',
		ko: '시각은 RFC 3339로 쓴다. 예: `2026-01-31T09:00:00Z`.',
	},
	'decode/key': { en: 'A key must be a string.', ko: '키는 문자열이어야 한다.' },
	'decode/scalar': { en: 'The server is sent JSON, which has no such value.', ko: '서버에 보내는 JSON에는 이런 값이 없다.' },
	'decode/aliases': { en: 'The aliases unfold to more than the server reads.', ko: '별칭을 펼치면 서버가 읽을 수 있는 양을 넘는다.' },
	'patch/strategy': {
		en: 'A patch merges, replaces or deletes: `merge`, `replace` or `delete`.',
		ko: '패치는 더하거나 바꾸거나 지운다. `merge`, `replace`, `delete` 가운데 하나를 적는다.',
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;
