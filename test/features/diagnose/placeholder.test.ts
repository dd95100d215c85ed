import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { diagnose } from '../../../server/src/features/diagnose/diagnose';
import { read } from '../../../server/src/manifest/read';
import { NEWEST } from '../../../server/src/schema/schema';
import type { Node, ScalarNode } from '../../../server/src/yaml/node';

const FORMS = [
	'${X}',
	'${X:=1}',
	'${X:-{a: b}}',
	'$(X)',
	'$X',
	'__X__',
	'<X>',
	'#{X}#',
	'@X@',
	'%X%',
	'<%= x %>',
	'{% if x %}1{% endif %}',
	'"{{ x }}"',
	'#@ data.x',
];
const SEEDS = 'test/conformance/seeds';

const seeds = readdirSync(SEEDS, { recursive: true, encoding: 'utf8' })
	.filter((name) => /\.ya?ml$/.test(name))
	.map((name) => ({ name, text: readFileSync(`${SEEDS}/${name}`, 'utf8') }));

const faults = (text: string): readonly string[] => diagnose(read(text), NEWEST).flatMap(({ severity, message }) => (severity === 'hint' ? [] : message));

/** All scalars that are a value, or a key that somebody chose. */
function scalars(node: Node | undefined, isFree = false): readonly ScalarNode[] {
	if (!node) return [];
	if (node.kind === 'scalar') return [node];
	if (node.kind === 'list') return node.items.flatMap(({ value, alias }) => (alias ? [] : scalars(value)));
	return node.entries.flatMap(({ key, value, alias }) => [
		...(isFree ? [key] : []),
		...(alias || ['apiVersion', 'kind'].includes(key.text) ? [] : scalars(value, /abels$|annotations|nodeSelector/.test(key.text))),
	]);
}

test('whatever is filled in later, nothing is said of it', () => {
	let count = 0;
	const accused: string[] = [];
	for (const { name, text } of seeds) {
		if (faults(text).length > 0) continue;
		for (const { start, document } of read(text).sections) {
			for (const { range, style } of scalars(document.root)) {
				const form = FORMS[count++ % FORMS.length] ?? '';
				const line = text.slice(start + range.end).split('\n')[0] ?? '';
				// Such a value goes to the end of its line.
				if (style === 'block' || (form.startsWith('#@') && line.trim() !== '')) continue;
				const filled = text.slice(0, start + range.start) + form + text.slice(start + range.end);
				const found = faults(filled);
				if (found.length > 0) accused.push(`${name}: ${form} for ${text.slice(start + range.start, start + range.end)}: ${found.join(' ')}`);
			}
		}
	}
	assert.deepEqual(accused, []);
	assert.ok(count > 300, `${count}`);
});

test('nor where nothing but placeholders is left', () => {
	const accused: string[] = [];
	for (const { name, text } of seeds) {
		if (faults(text).length > 0) continue;
		const all = read(text).sections.flatMap(({ start, document }) =>
			scalars(document.root).flatMap(({ range, style }) => (style === 'block' ? [] : { start: start + range.start, end: start + range.end })),
		);
		const filled = all.sort((a, b) => b.start - a.start).reduce((now, { start, end }, i) => `${now.slice(0, start)}\${X${i}}${now.slice(end)}`, text);
		accused.push(...faults(filled).map((fault) => `${name}: ${fault}`));
	}
	assert.deepEqual(accused, []);
});
