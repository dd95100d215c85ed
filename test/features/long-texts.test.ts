import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complete } from '../../server/src/features/complete/complete';
import { diagnose } from '../../server/src/features/diagnose/diagnose';
import { fixesIn } from '../../server/src/features/diagnose/fixes';
import { outline } from '../../server/src/features/navigate/outline';
import { completeScenario } from '../../server/src/features/scenario/complete-scenario';
import { printedAt } from '../../server/src/features/why/printed-at';
import { read } from '../../server/src/manifest/read';

/**
 * Texts that nobody writes and that once took minutes: what took time with the square of their length has to be answered for the run to end.
 * What is asserted is the answer.
 */
const HEAD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n';
const MANY = 100_000;

const labels = (text: string): readonly string[] => complete(text, read(text), text.length, { language: 'en', version: 37 }).map(({ label }) => label);

test('a bracket left open over a hundred thousand lines', () => {
	assert.deepEqual(labels(`${HEAD}  tolerations: [\n${'    word,\n'.repeat(MANY)}    {`).slice(0, 1), ['effect']);
	const scenario = `actions: [\n${'  {do: delete},\n'.repeat(MANY)}  { `;
	assert.ok(completeScenario(scenario, scenario.length, 'en').some(({ label }) => label === 'at'));
});

test('a hundred thousand blanks or underscores', () => {
	const blanks = ' '.repeat(MANY);
	assert.ok(labels(`${HEAD}  containers:\n  -${blanks}`).includes('name'));
	assert.ok(!labels(`${HEAD}  host${blanks}x`).includes('key'));
	assert.ok(labels(`${HEAD}  "host${blanks}`).includes('hostname'));
	const number = `1${'_'.repeat(MANY)}1`;
	const quantity = `"1${blanks}x"`;
	const found = diagnose(
		read(`${HEAD}  hostname: ${number}\n  subdomain: ${number}\n  containers: [{ name: a, image: ${number}, resources: { limits: { cpu: ${quantity} } } }]\n`),
		37,
	);
	assert.deepEqual([...new Set(found.map(({ code }) => code))].sort(), ['decode/quantity', 'decode/type']);
});

test('a hundred thousand blanks where a comma is missing', () => {
	const [fault] = diagnose(read(`apiVersion: v1\nkind: Pod\nmetadata: { name: a${' '.repeat(MANY)}x labels: {}}\n`), 37);
	assert.equal(fault?.code, 'yaml/missing-comma');
});

test('names, images and paths with a long row of what is cut from their ends', () => {
	const dashed = `A${'-'.repeat(MANY)}.a`;
	const image = `"a${' '.repeat(MANY)}b${'/'.repeat(MANY)}c"`;
	const spec = `  containers: [{ name: ${dashed}, image: ${image} }]\n  volumes: [{ name: v, hostPath: { path: /${'/'.repeat(MANY)}a, type: Directory } }]\n`;
	const text = `apiVersion: v1\nkind: Pod\nmetadata: { name: a, labels: { a: "+${dashed}+" } }\nspec:\n${spec}`;
	const found = diagnose(read(text), 37).map(({ code }) => code);
	for (const code of ['container/name', 'label/value']) assert.ok(found.includes(code), code);
});

test('a large document that a keystroke broke, and one of equal volumes', () => {
	const containers = '  - name: a\n    image: b\n'.repeat(MANY);
	const broken = read(`${HEAD}  containers:\n${containers}  broken: [\n`);
	assert.deepEqual(
		diagnose(broken, 37).map(({ code }) => code),
		['yaml/syntax'],
	);
	assert.equal(outline(broken)[0]?.children.length, MANY);
	const volumes = diagnose(read(`${HEAD}  containers: [{ name: a, image: b }]\n  volumes:\n${'  - { name: v, emptyDir: {} }\n'.repeat(30_000)}`), 37);
	assert.ok(volumes.some(({ code }) => code === 'volume/name-unique'));
});

test('braces that never close, and all that is wrong with a long file at once', () => {
	assert.equal(read(`${HEAD}  a: ${'{{ b '.repeat(700_000)}\n`).silent, undefined);
	assert.equal(labels(`${HEAD}${'  a: {{ b\n'.repeat(MANY)}  `).length, 0);
	const faulty = `${HEAD}  containers:\n${'  - name: A\n    image: b\n'.repeat(20_000)}`;
	const file = read(faulty);
	const found = diagnose(file, 37);
	assert.equal(found.filter(({ code }) => code === 'container/name').length, 20_000);
	assert.ok(fixesIn(file, { start: 0, end: faulty.length }, found, 37).length < 20, 'of so many fixes only a few are tried');
});

test('a row of marks where an image, a reference or a quote would end', () => {
	const codes = (text: string): readonly string[] => diagnose(read(text), 37).map(({ code }) => code);
	for (const mark of [':', '.', '1.']) {
		const image = `"${mark.repeat(MANY / mark.length)}"`;
		assert.deepEqual(codes(`${HEAD}  containers: [{ name: a, image: ${image} }]\n`), ['advice/image-reference'], mark);
	}
	assert.deepEqual(codes(`${HEAD}  containers: [{ name: a, image: b, args: ["${'$('.repeat(MANY)}"] }]\n`), []);
	assert.deepEqual(codes(`${HEAD}  containers:\n  - name: a\n    image: b\n    ${'\\"'.repeat(MANY)}: {\n`), ['yaml/syntax']);
});

test('a row of marks in what kubectl printed', () => {
	for (const mark of ['-', '/', ':']) {
		const text = `NAME   READY   STATUS    RESTARTS   AGE\nweb    1/1     Running   0          5m\n${mark.repeat(MANY)}`;
		assert.equal(printedAt(text, text.length, 'en'), undefined);
		assert.match(printedAt(text, text.indexOf('Running') + 1, 'en')?.markdown ?? '', /Running/);
	}
});
