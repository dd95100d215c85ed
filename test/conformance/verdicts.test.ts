import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { verdicts } from '../../server/src/features/verdict';
import { expectationOf, manifestOf, type Row, readingOf, readRows, SEEDS, seedOf, shortened, TEXTS, type TextRow, VERDICTS } from './cases';

/** So many are told of in full. */
const SHOWN = 10;

const rows = readRows<Row>(VERDICTS);

for (const name of readdirSync(SEEDS).map((file) => file.replace('.yaml', ''))) {
	test(`verdicts/${name}: what kube-apiserver 1.37 says of it and of ${rows.filter(({ seed }) => seed === name).length} changes to it`, () => {
		const seed = seedOf(name);
		const own = expectationOf(only(manifestOf(seed, [])), false);
		const wrong = rows
			.filter((row) => row.seed === name)
			.flatMap(({ steps, over, expect }) => {
				const verdict = only(manifestOf(seed, steps), over && manifestOf(seed, over));
				const found = steps.length === 0 && !over ? own : shortened(expectationOf(verdict, over !== undefined), own);
				return difference(`${over ? `over ${JSON.stringify(over)}: ` : ''}${JSON.stringify(steps)}`, found, expect);
			});
		assert.equal(wrong.length, 0, [`${wrong.length} differ`, ...wrong.slice(0, SHOWN)].join('\n'));
	});
}

test('texts: YAML as kubectl reads it', () => {
	const all = readRows<TextRow>(TEXTS);
	assert.ok(all.length > 500, 'there are texts');
	const wrong = all.flatMap(({ yaml, expect }) => {
		const found = verdicts({ yaml, defaults: false }).map(readingOf);
		return difference(JSON.stringify(yaml), found, expect);
	});
	assert.equal(wrong.length, 0, [`${wrong.length} differ`, ...wrong.slice(0, SHOWN)].join('\n'));
});

function only(yaml: string, old?: string): ReturnType<typeof verdicts>[number] {
	const [verdict] = verdicts({ yaml, ...(old === undefined ? {} : { old }), defaults: false });
	assert.ok(verdict, yaml);
	return verdict;
}

function difference(of: string, found: unknown, expected: unknown): string[] {
	try {
		assert.deepEqual(found, expected);
		return [];
	} catch {
		return [`${of}\n  server: ${JSON.stringify(expected)}\n  here:   ${JSON.stringify(found)}`];
	}
}
