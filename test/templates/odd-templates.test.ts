import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Random } from '../conformance/random';
import { LANGUAGE } from '../conformance/templates/language';
import { render } from '../conformance/templates/render';

const PIECES = [
	'{{',
	'}}',
	'{{-',
	'-}}',
	'(',
	')',
	'|',
	'"',
	'`',
	"'",
	'.',
	'$',
	':=',
	',',
	'end',
	'else',
	'range',
	'with',
	'define "x"',
	'include "x" .',
	'tpl',
	'\n',
	' ',
	'\\',
	'\u0000',
	'한',
	'😀',
	'\ud800',
	'99999999999999999999',
	'-1',
	'nil',
	'toYaml',
	'index',
	'printf "%[9]*.[3]d"',
];

const recorded = readFileSync('test/conformance/templates/builtins.jsonl', 'utf8')
	.split('\n')
	.filter(Boolean)
	.map((line) => (JSON.parse(line) as { template: string }).template);

test('whatever a template is, it prints a text or has a fault in words of Go', () => {
	const random = new Random(11);
	const seeds = [...LANGUAGE, ...recorded];
	for (let i = 0; i < 4000; i++) {
		let template = random.of(seeds);
		for (let edits = 1 + random.below(4); edits > 0; edits--) {
			const at = random.below(template.length + 1);
			template = template.slice(0, at) + (random.chance(0.6) ? random.of(PIECES) : '') + template.slice(at + random.below(4));
		}
		const { text, error } = render(template);
		assert.equal(typeof (text ?? error), 'string');
		assert.doesNotMatch(error ?? '', /TypeError|ReferenceError|SyntaxError|is not a function|undefined \(reading/, template);
	}
});
