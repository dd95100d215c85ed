import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wayOf } from '../../server/src/built/origin';
import { executionOf } from '../../server/src/templates/execute';
import { FUNCTIONS, isFunction } from '../../server/src/templates/functions';
import type { Template } from '../../server/src/templates/node';
import { associate, parse } from '../../server/src/templates/parse';
import { Trace } from '../../server/src/templates/trace';
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

/** Where each piece was typed, the nearest first. */
const typedIn = (templates: ReadonlyMap<string, Template>, name: string) => {
	const printed = executionOf(templates, FUNCTIONS, new Trace((file) => file)).rope(name, null);
	assert.ok(!(printed instanceof Fault));
	return printed.map(({ text, rope = [] }) => ({ text, ways: rope.flatMap(({ origins }) => origins.slice(0, 1).map(wayOf)) }));
};

test('each piece of what is printed leads to where it was typed, and to where that was called', () => {
	const page = 'a: {{ 1 }}\n{{ template "x" "q" }}{{- include "y" . }}';
	const helpers = '{{ define "x" }}<{{ . }}>{{ template "y" }}{{ end }}{{ define "y" }}y{{ end }}';
	const templates = new Map(parsed('page', page));
	associate(templates, parsed('helpers', helpers));
	const shown = typedIn(templates, 'page').map(({ text, ways }) => [
		text,
		ways.map((way) => way.map(({ file, range }) => `${file}:${range.start}`).join(' ')).join(', '),
	]);
	assert.deepEqual(shown, [
		['a: ', 'page:0'],
		['1', 'page:6 page:3'],
		['\n', 'page:10'],
		['<', 'helpers:16 page:11'],
		['q', 'page:28 helpers:17 page:11'],
		['>', 'helpers:24 page:11'],
		['y', 'helpers:68 helpers:25 page:11'],
		['y', 'helpers:68 page:33'],
	]);
});

test('the text of a literal piece stands at its offset, whatever is trimmed', () => {
	const text = '  {{- 1 -}}  \n b  {{- /* c */ -}}\n\n c {{ 2 }}\t';
	const pieces = typedIn(parsed('t', text), 't');
	assert.deepEqual(
		pieces.map((piece) => piece.text),
		['1', 'b', 'c ', '2', '\t'],
	);
	for (const piece of pieces)
		assert.deepEqual(
			piece.ways.map(([origin]) => text.slice(origin?.range.start, origin?.range.end)),
			[piece.text],
		);
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
