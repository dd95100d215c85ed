import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isGoTemplate, withoutActions } from '../../server/src/yaml/go-template';
import { sortedJson, toJson } from '../../server/src/yaml/json';
import { entryOf, type Node, textOf } from '../../server/src/yaml/node';
import { parseWithPlaceholders, placeholderIn } from '../../server/src/yaml/placeholders';

const filledIn = (text: string): readonly string[] => {
	const document = parseWithPlaceholders(text);
	assert.deepEqual(document.faults, [], text);
	return (document.placeholders ?? []).map(({ start, end }) => text.slice(start, end));
};

test('placeholders of every make break no YAML, and keep their text', () => {
	for (const form of ['${X}', '${X:-{}}', '${{ x.y }}', '$(X)', '$X', '{{ x }}', '__X__', '<an image>', '@x.y@', '%X%', '#{X}#', '<%= x %>', '(@= x @)']) {
		for (const text of [
			`a: ${form}\n`,
			`{a: ${form}, b: 1}\n`,
			`a: "${form}"\n`,
			`a: x-${form}-y\n`,
			`- ${form}\n`,
			`${/^[#]/.test(form) ? 'x' : form}: ${form}\n`,
		]) {
			assert.ok(filledIn(text).includes(form), text);
		}
		const { root } = parseWithPlaceholders(`a: ${form}\nb: 1\n`);
		assert.deepEqual([textOf(root, 'a'), textOf(root, 'b')], [form, '1']);
	}
});

test('what only seems to go from one text into another breaks neither', () => {
	const text = '- {a: "${X", b: [c, "d}"]}\n';
	const { root, faults } = parseWithPlaceholders(text);
	assert.deepEqual(faults, []);
	assert.equal(sortedJson(toJson(root)), '[{"a":"${X","b":["c","d}"]}]');
});

test('what only looks like one is none', () => {
	for (const text of [
		'a: 1 # #{X}#',
		'# #{X}#',
		'a: $$(X)',
		'a: /%E3%81%82',
		'a: 50%',
		'a: a@b.c',
		'$patch: delete',
		'$setElementOrder/x: []',
		'a: 3 < 4 > 1',
		'a: _x_',
	])
		assert.deepEqual(filledIn(text), [], text);
	assert.deepEqual(filledIn('b: ${A}\n# ${B}\n'), ['${A}', '${B}']);
	const document = parseWithPlaceholders('b: 1 # ${B}\n');
	const value = entryOf(document.root, 'b')?.value as Extract<Node, { kind: 'scalar' }>;
	assert.equal(placeholderIn(document, value), undefined);
});

test('of a condition the first branch is read, and lines that stand for lines are none', () => {
	const text = 'a: 1\n{% if x %}\nb: 2\n{% elif y %}\nb: 3\n{% else %}\nb: 4\n{% endif %}\n{% for i in c %}\n${LINES}\n{% endfor %}\nc:\n  ${VALUE}\n';
	const { root, faults } = parseWithPlaceholders(text);
	assert.deepEqual(faults, []);
	assert.deepEqual(root?.kind === 'map' && root.entries.map(({ key, value }) => [key.text, value?.kind === 'scalar' && value.text, key.range.start]), [
		['a', '1', 0],
		['b', '2', text.indexOf('b: 2')],
		['c', '${VALUE}', text.indexOf('c:')],
	]);
	for (const list of ['["a"{% if x %}, "{{ b }}"{% endif %}{% if y %}, {{ c }}{% endif %}]', '["a"{%- for b in c %}, {{ b }}{%- endfor %}]'])
		assert.deepEqual(parseWithPlaceholders(`a: ${list}\nb: 1\n`).faults, [], list);
	const ytt = parseWithPlaceholders('#@ def labels():\na: 1\n#@ end\nb: 1\n#@ if x:\nc: 2\n#@ else:\nc: 3\n#@ end\n').root;
	assert.deepEqual([textOf(ytt, 'a'), textOf(ytt, 'b'), textOf(ytt, 'c')], [undefined, '1', '2']);
});

test('an action outside of quotes, comments and blocks makes a template', () => {
	for (const text of [
		'a: {{ .x }}',
		'{{- if .x }}\na: 1\n{{ end }}',
		'- {{ include "a" . }}',
		'a: b-{{ .x }}',
		'a:\n  - b: {c: {{ .x }}}',
		'a: "{{ .x | default "y" }}"',
		'a: {{ if x }}1{{ end }}',
		'a: {{ $x }}',
		'a: {{ (index .x 0) }}',
		'a: {{ printf (print .x) }}',
		'a: {{ x }}\nb: {{ .y }}',
		'a: {{/* x */}}',
		'a: {{\n  include "x" .\n  }}',
		'{{- if not .x }}\na: 1 # }}',
		'{{ with and .x .y }}',
	])
		assert.ok(isGoTemplate(`${text}\n`), text);
	for (const text of [
		'a: "{{ .x }}"',
		"a: '{{ .x }}'",
		'a: |\n  {{ .x }}\n  {{- end }}\nb: 1',
		'# {{ x }}',
		'a: 1 # {{ x }}',
		"- docker inspect --format '{{.State}}' x",
		'a: ["{{a}}", "{{b}}"]',
		'a: >-\n  x {{ y }}',
		// Jinja's, and GitHub's
		'a: {{ x }}',
		'a: b-{{ x.y[0].z }}:{{ tag }}',
		'a: {{ x | default(1) }}',
		'a: "{{ x | default("y") }}"',
		"a: {{ 'b' if x else 'c' }}",
		'a: {{ x if y else z }}',
		"a: {{ (x == 'y') | bool }}",
		'a: {{ not x }}',
		'{{ x | to_nice_yaml | indent(2) }}',
		'a: ${{ github.sha }}',
		'a: ${{ format(x, y) }}',
	])
		assert.ok(!isGoTemplate(`${text}\n`), text);
});

test('actions go and offsets stay', () => {
	const text = 'a: {{ .x | default "}}" }}\n{{- if .y }}\nb: "{{ .y }}"\n{{- end }}\n{{/* a\ncomment */}}\nc: {{ .z\n';
	const { mask, actions } = withoutActions(text);
	assert.equal(mask.length, text.length);
	assert.deepEqual(
		[...mask.matchAll(/\n/g)].map(({ index }) => index),
		[...text.matchAll(/\n/g)].map(({ index }) => index),
	);
	assert.deepEqual(
		actions.map(({ start, end }) => text.slice(start, end)),
		['{{ .x | default "}}" }}', '{{- if .y }}', '{{ .y }}', '{{- end }}', '{{/* a\ncomment */}}', '{{ .z'],
	);
	assert.match(mask, /^a: \S+\n +\nb: "\S+"\n/);
	// What is not closed yet takes nothing from the lines below it.
	const typed = withoutActions('a: {{ .x\nb: {{ .y }}\n');
	assert.deepEqual(
		typed.actions.map(({ start, end }) => [start, end]),
		[
			[3, 8],
			[12, 20],
		],
	);
});

test('hostile texts are read', () => {
	for (const piece of ['{{', '${', '$(', '{%', '<%', '<a', '__a', '@a', '%a', '#{', '(@', '{% if %}\n', '{% if %}{% endif', '"{{', '{{"', '{{/*', '\ufdd0'])
		assert.doesNotThrow(() => {
			const text = `a: ${piece.repeat(20_000)}`;
			isGoTemplate(text);
			withoutActions(text);
			parseWithPlaceholders(text);
		}, piece);
});
