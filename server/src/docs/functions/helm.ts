import type { FunctionWords } from './function-words';

/** What Helm adds. */
export const HELM_WORDS: Readonly<Record<string, FunctionWords>> = {
	include: {
		takes: '"NAME" VALUE',
		en: 'What a named template prints, as a text that can go through `|`; in it `.` is the value.',
		ko: '이름 붙은 템플릿의 출력을 문자열로 돌려준다. `|`로 넘길 수 있다. 그 안의 `.`은 건넨 값이다.',
		example: '{{ define "shop.labels" }}app: shop{{ end }}{{ include "shop.labels" . | upper }}',
		gives: 'APP: SHOP',
	},
	tpl: {
		takes: 'TEXT VALUE',
		en: 'Renders a text as a template: values may then have `{{ … }}` in them.',
		ko: '문자열을 템플릿으로 렌더링한다. 값 안에 `{{ … }}`를 쓸 수 있게 된다.',
		example: 'tpl "{{ .Release.Name }}-db" .',
		gives: 'web-db',
	},
	required: {
		takes: 'MESSAGE VALUE',
		en: 'The value; if it is nil or an empty text the rendering ends with this message.',
		ko: '값을 그대로 돌려준다. nil이거나 빈 문자열이면 이 메시지로 렌더링이 실패한다.',
		example: 'required "image.tag is needed" .Values.image.tag',
		gives: '1.29',
	},
	fail: {
		takes: 'MESSAGE',
		en: 'Ends the rendering with this message.',
		ko: '이 메시지로 렌더링을 실패시킨다.',
		example: '{{ if not .Values.image.tag }}{{ fail "image.tag is needed" }}{{ end }}',
		gives: '',
	},
	lookup: {
		takes: 'APIVERSION KIND NAMESPACE NAME',
		en: 'An object that is in the cluster, or an empty map; always empty in `helm template`, and here.',
		ko: '클러스터에 있는 오브젝트. 없으면 빈 맵이다. `helm template`과 이 편집기에서는 늘 비어 있다.',
		example: 'lookup "v1" "Secret" "default" "web" | toJson',
		gives: '{}',
	},
};
