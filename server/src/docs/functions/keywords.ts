import type { FunctionWords } from './function-words';

/** The keywords of text/template. */
export const KEYWORD_WORDS: Readonly<Record<string, FunctionWords>> = {
	if: {
		takes: 'CONDITION',
		en: 'Prints what follows, up to `else` or `end`, if the condition is not empty: `false`, `0`, `""`, nil, an empty list and an empty map are.',
		ko: '조건이 비어 있지 않으면 `else`나 `end`까지를 출력한다. `false`, `0`, `""`, nil, 빈 리스트, 빈 맵은 비어 있는 것으로 본다.',
		example: '{{ if .Values.debug }}on{{ else }}off{{ end }}',
		gives: 'off',
	},
	else: {
		takes: '[if CONDITION | with VALUE]',
		en: 'What is printed where the `if` or `with` before it does not hold, or where a `range` has nothing to go through.',
		ko: '앞의 `if`나 `with`가 성립하지 않을 때, 또는 `range`에서 돌 것이 없을 때 출력할 부분.',
		example: '{{ range list }}{{ . }}{{ else }}none{{ end }}',
		gives: 'none',
	},
	end: {
		takes: '',
		en: 'Closes the `if`, `range`, `with`, `define` or `block` that was opened last.',
		ko: '가장 나중에 연 `if`, `range`, `with`, `define`, `block`을 닫는다.',
		example: '{{ if true }}yes{{ end }}',
		gives: 'yes',
	},
	range: {
		takes: '[$KEY, $VALUE :=] LIST',
		en: 'Prints what follows once for each item of a list or entry of a map, sorted by key; inside, `.` is the item.',
		ko: '리스트의 항목이나 맵의 값마다(키 순서대로) 한 번씩 출력한다. 안에서는 `.`이 그 항목이다.',
		example: '{{ range $i, $name := list "a" "b" }}{{ $i }}={{ $name }} {{ end }}',
		gives: '0=a 1=b ',
	},
	with: {
		takes: 'VALUE',
		en: "If the value is not empty, prints what follows with `.` set to it; the chart's own values are then below `$`.",
		ko: '값이 비어 있지 않으면 `.`을 그 값으로 바꾸어 출력한다. 안에서 차트의 값은 `$.Values`로 쓴다.',
		example: '{{ with .Values.image }}{{ .tag }}{{ end }}',
		gives: '1.29',
	},
	define: {
		takes: '"NAME"',
		en: 'Names a piece of template, which `include` and `template` print. Names are shared by the chart and all its subcharts.',
		ko: '템플릿 조각에 이름을 붙인다. `include`나 `template`으로 출력한다. 이름은 차트와 모든 하위 차트가 함께 쓴다.',
		example: '{{ define "hello.name" }}shop{{ end }}{{ include "hello.name" . }}',
		gives: 'shop',
	},
	template: {
		takes: '"NAME" [VALUE]',
		en: 'Prints a named template, with `.` set to the value. What it prints cannot go through `|`: for that there is `include`.',
		ko: '이름 붙은 템플릿을 출력한다. 그 안의 `.`은 건넨 값이다. 출력을 `|`로 넘길 수 없으므로 그럴 때는 `include`를 쓴다.',
		example: '{{ define "one" }}<{{ . }}>{{ end }}{{ template "one" 1 }}',
		gives: '<1>',
	},
	block: {
		takes: '"NAME" VALUE',
		en: 'Defines a named template and prints it at once, unless another file defines one of that name.',
		ko: '템플릿에 이름을 붙이고 그 자리에서 바로 출력한다. 다른 파일이 같은 이름을 정의하면 그것을 출력한다.',
		example: '{{ block "note" 1 }}[{{ . }}]{{ end }}',
		gives: '[1]',
	},
	break: {
		takes: '',
		en: 'Leaves the innermost `range`.',
		ko: '가장 안쪽 `range`를 끝낸다.',
		example: '{{ range until 5 }}{{ if eq . 2 }}{{ break }}{{ end }}{{ . }}{{ end }}',
		gives: '01',
	},
	continue: {
		takes: '',
		en: 'Goes on with the next item of the innermost `range`.',
		ko: '가장 안쪽 `range`의 다음 항목으로 넘어간다.',
		example: '{{ range until 4 }}{{ if eq . 2 }}{{ continue }}{{ end }}{{ . }}{{ end }}',
		gives: '013',
	},
	nil: {
		takes: '',
		en: 'No value at all. It may be an argument, and nothing else.',
		ko: '값이 없음을 뜻한다. 인수로만 쓸 수 있다.',
		example: 'default "none" nil',
		gives: 'none',
	},
};
