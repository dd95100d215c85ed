import assert from 'node:assert/strict';
import { test } from 'node:test';
import { functionWords, keywordWords } from '../../server/src/docs/functions/functions';
import { executionOf } from '../../server/src/templates/execute';
import { FUNCTIONS, isFunction } from '../../server/src/templates/functions';
import { parse } from '../../server/src/templates/parse';
import { Fault, fromPlain } from '../../server/src/templates/value';

/** Keywords of lex.go; `else if` and `else with` are told at `else`. */
const KEYWORDS = ['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'nil', 'range', 'template', 'with'];

const all = { ...functionWords, ...keywordWords };

test('whatever a template may call has words, and nothing else has', () => {
	assert.deepEqual(Object.keys(functionWords).sort(), [...FUNCTIONS.keys(), 'and', 'or'].sort());
	assert.deepEqual(Object.keys(keywordWords).sort(), KEYWORDS);
});

test('words are there in both languages, and begin with a sentence', () => {
	for (const [name, { en, ko, example }] of Object.entries(all)) {
		assert.match(en, /^[A-Z`].*[.!…]$/m, name);
		assert.match(ko, /[가-힣]/, name);
		assert.match(ko, /[.…]$/m, name);
		assert.match(example, new RegExp(`\\b${name}\\b`), name);
	}
});

const DATA = fromPlain({
	Values: { image: { tag: '1.29' }, debug: false },
	Release: { Name: 'web' },
	Chart: { Name: 'shop' },
	Template: { Name: 'shop/templates/a.yaml', BasePath: 'shop/templates' },
});

/** What an example prints, or the fault in its words. */
function printed(example: string): string {
	const templates = parse('example', example.includes('{{') && !example.startsWith('tpl') ? example : `{{ ${example} }}`, isFunction);
	if (templates instanceof Fault) return templates.message;
	const text = executionOf(templates, FUNCTIONS).execute('example', DATA);
	return text instanceof Fault ? text.message : text;
}

test('examples print what is said', () => {
	const wrong = Object.entries(all).flatMap(([name, { example, gives }]) =>
		gives === undefined || printed(example) === gives ? [] : [{ name, example, gives, printed: printed(example) }],
	);
	assert.deepEqual(wrong, []);
});
