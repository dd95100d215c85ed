import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { verdicts } from '../../server/src/features/diagnose/verdict';
import {
	type Expectation,
	expectationOf,
	manifestOf,
	NEWEST_VERSION,
	OLDER_VERSIONS,
	type Row,
	readingOf,
	readRows,
	SEEDS,
	seedOf,
	shortened,
	TEXTS,
	type TextRow,
	verdictsFile,
} from './cases';
import type { Json } from './steps';

/** So many are told of in full. */
const SHOWN = 10;

const rows = readRows<Row>(verdictsFile(NEWEST_VERSION));

for (const name of readdirSync(SEEDS).map((file) => file.replace('.yaml', ''))) {
	const changes = rows.filter(({ seed }) => seed === name);
	test(`verdicts/${name}: what kube-apiserver ${NEWEST_VERSION} says of it and of ${changes.length} changes to it`, () => {
		assertSame(changes.flatMap((row) => differenceOf(row, NEWEST_VERSION)));
	});
}

for (const version of OLDER_VERSIONS) {
	const changes = readRows<Row>(verdictsFile(version));
	test(`verdicts: what kube-apiserver ${version} says of ${changes.length} manifests, and ${NEWEST_VERSION} does not`, () => {
		assert.ok(changes.length > 100, 'there are rows');
		assertSame(changes.flatMap((row) => differenceOf(row, version)));
	});
}

test('texts: YAML as kubectl reads it', () => {
	const all = readRows<TextRow>(TEXTS);
	assert.ok(all.length > 500, 'there are texts');
	const wrong = all.flatMap(({ yaml, expect }) => {
		const found = verdicts({ yaml, defaults: false }).map(readingOf);
		return difference(JSON.stringify(yaml), found, expect);
	});
	assertSame(wrong);
});

function assertSame(wrong: readonly string[]): void {
	assert.equal(wrong.length, 0, [`${wrong.length} differ`, ...wrong.slice(0, SHOWN)].join('\n'));
}

function differenceOf({ seed: name, steps, over, expect }: Row, version: string): string[] {
	const { seed, own } = seedIn(name, version);
	const verdict = only(version, manifestOf(seed, steps), over && manifestOf(seed, over));
	const found = steps.length === 0 && !over ? own : shortened(expectationOf(verdict, over !== undefined), own);
	return difference(`${name}${over ? ` over ${JSON.stringify(over)}` : ''}: ${JSON.stringify(steps)}`, found, expect);
}

const seeds = new Map<string, { readonly seed: Json; readonly own: Expectation }>();

/** A seed, and what is said of it alone. */
function seedIn(name: string, version: string): { readonly seed: Json; readonly own: Expectation } {
	const known = seeds.get(`${name} ${version}`);
	if (known) return known;
	const seed = seedOf(name);
	const read = { seed, own: expectationOf(only(version, manifestOf(seed, [])), false) };
	seeds.set(`${name} ${version}`, read);
	return read;
}

function only(kubernetes: string, yaml: string, old?: string): ReturnType<typeof verdicts>[number] {
	const [verdict] = verdicts({ yaml, kubernetes, ...(old === undefined ? {} : { old }), defaults: false });
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
