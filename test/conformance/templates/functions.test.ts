import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { FUNCTIONS } from '../../../server/src/templates/functions';
import { FAMILIES } from './cases';
import type { Answer } from './helm';
import { render } from './render';

interface Row extends Answer {
	readonly template: string;
}

const rowsOf = (family: string): readonly Row[] =>
	readFileSync(`test/conformance/templates/${family}.jsonl`, 'utf8')
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as Row);

for (const family of ['language', ...Object.keys(FAMILIES)]) {
	test(`${family}: what templates print, and what they refuse, is what Helm says`, () => {
		const rows = rowsOf(family);
		assert.ok(rows.length >= 20);
		for (const { template, ...answer } of rows) assert.deepEqual(render(template), answer, template);
	});
}

/** They make something new each time; what they make here has its shape: secrets.test.ts. */
const RANDOM = /^(?:rand|gen|bcrypt$|htpasswd$|derivePassword$|uuidv4$|shuffle$|encryptAES$|decryptAES$|buildCustomCert$|now$|ago$)/;

test('each function is called in some family, or is random', () => {
	const called = new Set(Object.values(FAMILIES).flatMap((family) => Object.keys(family)));
	const apart = new Set(['include', 'tpl', 'call', 'keys', 'values']);
	assert.deepEqual(
		[...FUNCTIONS.keys()].filter((name) => !called.has(name) && !RANDOM.test(name) && !apart.has(name)),
		[],
	);
});
