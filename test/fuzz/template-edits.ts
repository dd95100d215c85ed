import type { Drawn } from './edits';

const PIECES = [
	'{{ .Values.',
	'{{- if .Values.a }}',
	'{{- end }}',
	'{{ end }}',
	'{{- else }}',
	'{{ include "a" . }}',
	'{{- with .Values.a }}',
	'{{- range $k, $v := .Values }}',
	'{{- define "a" -}}',
	'{{ toYaml . | nindent 4 }}',
	'{{ tpl .Values.a . }}',
	'{{ .Release.Name }}',
	'{{ .Chart.Name }}',
	'{{/* note */}}',
	'{{ $a := 1 }}',
	'{{ $a }}',
	'{{ .Files.Get "a" }}',
	'{{ range .Files.Lines "a" }}',
	'{{ required "a" .Values.a }}',
	'{{ default 1 .Values.a | quote }}',
	'{{ printf "%s-%d" "a" 1 }}',
	'{{ lookup "v1" "Pod" "a" "b" }}',
	'{{',
	'}}',
	'{{-',
	'-}}',
	' | quote',
	' | nindent 2',
	' | default "a"',
	' | int',
	'.Values.a',
	'$',
	'.',
	'(',
	')',
	'"',
	'`',
	':= ',
	'index .Values "a"',
	'dict "a" 1',
	'list 1 2',
	'eq 1 ',
	'not ',
];

/** A place in a text, in one of its actions more often than not. */
const place: (...drawn: Parameters<Drawn>) => number = (text, random) => {
	const actions = [...text.matchAll(/\{\{/g)];
	if (actions.length === 0 || random.chance(0.3)) return random.below(text.length + 1);
	return Math.min(text.length, random.of(actions).index + random.below(30));
};

const insertPiece: Drawn = (...drawn) => {
	const [, random] = drawn;
	const at = place(...drawn);
	return { range: { start: at, end: at }, text: random.of(PIECES) };
};

const cut: Drawn = (...drawn) => {
	const [, random] = drawn;
	const start = place(...drawn);
	return { range: { start, end: start + random.of([1, 1, 2, 3, 8]) }, text: '' };
};

/** Words of an action for others. */
const changeWord: Drawn = (...drawn) => {
	const [text, random] = drawn;
	const at = place(...drawn);
	const found = /[\w.$]+/.exec(text.slice(at));
	const start = at + (found?.index ?? 0);
	const word = random.of([
		'.Values',
		'.Values.a.b',
		'.Release.Name',
		'quote',
		'toYaml',
		'include',
		'if',
		'range',
		'with',
		'end',
		'nindent',
		'int64',
		'"a"',
		'1',
		'nil',
		'true',
		'.',
	]);
	return { range: { start, end: start + (found?.[0].length ?? 0) }, text: word };
};

const wrap: Drawn = (text, random) => {
	const lines = text.split('\n');
	const row = random.below(lines.length);
	const start = lines.slice(0, row).reduce((sum, line) => sum + line.length + 1, 0);
	const line = lines[row] ?? '';
	const opened = random.of(['{{- if .Values.a }}', '{{- with .Values }}', '{{- range list 1 2 }}']);
	return { range: { start, end: start + line.length }, text: `${opened}\n${line}\n{{- end }}` };
};

/** What somebody does to a template. */
export const TEMPLATE: readonly Drawn[] = [insertPiece, insertPiece, insertPiece, cut, cut, changeWord, changeWord, wrap];
