import assert from 'node:assert/strict';
import { test } from 'node:test';
import { executionOf } from '../../server/src/templates/execute';
import { FUNCTIONS, isFunction } from '../../server/src/templates/functions';
import type { Template } from '../../server/src/templates/node';
import { associate, parse } from '../../server/src/templates/parse';
import { Fault, listOf, type Value } from '../../server/src/templates/value';

function parsed(file: string, text: string): ReadonlyMap<string, Template> {
	const templates = parse(file, text, isFunction);
	assert.ok(!(templates instanceof Fault), templates instanceof Fault ? templates.message : '');
	return templates;
}

/** What a template comes to: its text, or its fault. */
function run(text: string, data: Value = new Map()): string {
	const result = executionOf(parsed('t', text), FUNCTIONS).execute('t', data);
	return result instanceof Fault ? result.message : result;
}

test('bytes are told as Helm tells them: number by number in TOML, and in a query', () => {
	const data = new Map([['f', listOf(new TextEncoder().encode('hé'))]]);
	assert.equal(run('{{ toToml . }}', data), 'f = [104, 195, 169]\n');
	assert.equal(run('{{ urlquery "a é😀 b+~_-.*\\xff" "x" 5 .f }}', data), 'a+%C3%A9%F0%9F%98%80+b%2B~_-.%2A%FFx5+%5B104+195+169%5D');
});

test('each piece of what is printed names its step, its file, and from where that was called', () => {
	const page = 'a: {{ 1 }}\n{{ template "x" "q" }}{{- include "y" . }}';
	const helpers = '{{ define "x" }}<{{ . }}>{{ template "y" }}{{ end }}{{ define "y" }}y{{ end }}';
	const templates = new Map(parsed('page', page));
	associate(templates, parsed('helpers', helpers));
	const rope = executionOf(templates, FUNCTIONS).rope('page', null);
	assert.ok(!(rope instanceof Fault));
	const shown = rope.map(({ text, step, template, chain }) => [
		text,
		step.kind,
		template.file,
		step.at,
		chain.map(({ template: from, at }) => `${from.file}:${at}`).join(' '),
	]);
	assert.deepEqual(shown, [
		['a: ', 'text', 'page', 0, ''],
		['1', 'action', 'page', 6, ''],
		['\n', 'text', 'page', 10, ''],
		['<', 'text', 'helpers', 16, 'page:23'],
		['q', 'action', 'helpers', 20, 'page:23'],
		['>', 'text', 'helpers', 24, 'page:23'],
		['y', 'text', 'helpers', 68, 'page:23 helpers:37'],
		['y', 'action', 'page', 37, ''],
	]);
});

test('the text of a literal piece stands at its offset, whatever is trimmed', () => {
	const text = '  {{- 1 -}}  \n b  {{- /* c */ -}}\n\n c {{ 2 }}\t';
	const rope = executionOf(parsed('t', text), FUNCTIONS).rope('t', null);
	assert.ok(!(rope instanceof Fault));
	const literal = rope.filter(({ step }) => step.kind === 'text');
	assert.deepEqual(
		literal.map((piece) => piece.text),
		['b', 'c ', '\t'],
	);
	for (const piece of literal) assert.equal(text.slice(piece.step.at, piece.step.at + piece.text.length), piece.text);
});

test('what never ends, grows without end or holds itself is told so', () => {
	assert.match(run('{{ range until 2000 }}{{ range until 2000 }}{{ end }}{{ end }}'), /it does not end within 3000000 steps/);
	assert.match(run('{{ $x := "a" }}{{ range until 100 }}{{ $x = print $x $x }}{{ end }}'), /it does not end within/);
	assert.match(run('{{ repeat 1000000000 "a" }}'), /more than 10000000 characters/);
	assert.match(run('{{ until 1000000000 }}'), /more than 200000 items/);
	assert.match(run('{{ define "r" }}{{ include "r" . }}{{ end }}{{ include "r" . }}'), /nested reference name: r|nests too deeply/);
	assert.match(run('{{ define "r" }}{{ template "r" . }}{{ end }}{{ template "r" . }}'), /nested reference name: r|nests too deeply/);
	assert.match(run('{{ $d := dict }}{{ $_ := set $d "self" $d }}{{ $d }}'), /nests too deeply/);
	const ring = (name: string): string => `{{ $${name} := dict "${name}" 1 }}{{ $_ := set $${name} "self" $${name} }}`;
	assert.match(run(`${ring('a')}${ring('b')}{{ merge $a $b }}`), /nests too deeply/);
	const twice = (name: string): string => `{{ $${name} := dict "${name}" 1 }}{{ range until 40 }}{{ $${name} = dict "l" $${name} "r" $${name} }}{{ end }}`;
	for (const call of ['$a', 'toYaml $a', 'toJson $a', 'print $a', 'deepCopy $a | len', 'eq $a $b', 'list $a | sortAlpha', 'tpl "{{ . }}" $a'])
		assert.match(run(`${twice('a')}${twice('b')}{{ ${call} }}`), /it holds more than 2000000 values/, call);
	for (const call of ['merge $a $b', 'mergeOverwrite $a $b', 'mustMergeOverwrite (dict) $a $b'])
		assert.equal(run(`${twice('a')}${twice('b')}{{ ${call} | keys | sortAlpha }}`), '[l r]', call);
	assert.match(run(`{{ ${'('.repeat(400)}1${')'.repeat(400)} }}`), /^1$/);
	const deep = parse('t', `{{ ${'('.repeat(100_000)}`, isFunction);
	assert.match(deep instanceof Fault ? deep.message : '', /max expression depth exceeded/);
	assert.equal(run('{{ define "r" }}{{ if . }}{{ include "r" (rest .) }}{{ else }}ok{{ end }}{{ end }}{{ include "r" (until 250) }}'), 'ok');
});

test('an expression that other engines would try for ever is read once', () => {
	assert.equal(run('{{ regexMatch "(a*)*b" (repeat 20000 "a") }}{{ regexMatch "^(a|a)*$" (repeat 20000 "a") }}'), 'falsetrue');
});

test('a fault in one template leaves the next alone: each has steps of its own', () => {
	const execution = executionOf(parsed('t', '{{ repeat 9000000 "a" | len }}'), FUNCTIONS);
	for (let i = 0; i < 8; i++) assert.equal(execution.execute('t', null), '9000000');
});
