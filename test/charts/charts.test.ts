import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Chart, loadArchive, loadChart } from '../../server/src/charts/chart';
import { type Question, renderAt, setBy } from '../../server/src/cli/render-chart';
import { Fault } from '../../server/src/templates/value';
import { tarOf } from './tar';

const CHARTS = 'test/conformance/charts/charts';
/** What Helm 3.22 rendered: see record.mjs beside it. */
const recorded: Readonly<Record<string, { readonly files?: Readonly<Record<string, string>>; readonly error?: string }>> = JSON.parse(
	readFileSync('test/conformance/charts/rendered.json', 'utf8'),
);
const question = { values: [], release: 'mine', namespace: 'space', kube: '1.37.1' };
const rendered = (name: string, more: Partial<Question> = {}) => renderAt({ ...question, chart: path.join(CHARTS, name), ...more });

test('every chart that was recorded is there', () => assert.deepEqual(readdirSync(CHARTS).sort(), Object.keys(recorded).sort()));

for (const [name, { files, error }] of Object.entries(recorded))
	test(`${name}: ${error ? 'refused as Helm refuses it' : 'rendered as Helm renders it'}`, () => {
		const answer = rendered(name);
		if ('error' in answer) assert.equal(answer.error, error);
		else assert.deepEqual(Object.fromEntries(answer.files), files);
	});

test('a chart is rendered a second time as it was the first: what templates set does not stay', () => assert.deepEqual(rendered('shared'), rendered('shared')));

test('values files come over those of the chart, the later over the earlier, and --set over all', () => {
	const files = [
		{ name: 'one.yaml', text: 'orders: {size: 4, color: green}' },
		{ name: 'two.yaml', text: 'orders: {size: 5}' },
	];
	const told = (more: Partial<Question>): string => {
		const answer = rendered('aliases', more);
		return 'error' in answer ? answer.error : (answer.files.get('aliases/templates/all.yaml') ?? '');
	};
	assert.match(told({ values: files }), /orders: orders 5 green/);
	assert.match(told({ values: files, set: setBy(['orders.size=6,orders.color=null'], ['mails.size=07']) }), /mails: mails 07 blue\norders: orders 6 \n/);
	assert.equal(told({ set: setBy(['a']) }), 'failed parsing --set data: key "a" has no value');
	assert.match(told({ values: [{ name: 'bad.yaml', text: 'a: [' }] }), /^failed to parse bad\.yaml: error converting YAML to JSON: yaml: line 1: /);
});

test('what is wrong with the place of a chart is told', () => {
	const told = (chart: string): string => {
		const answer = renderAt({ ...question, chart });
		return 'error' in answer ? answer.error : '';
	};
	assert.equal(told(`${CHARTS}/nowhere`), `stat ${CHARTS}/nowhere: no such file or directory`);
	assert.equal(told('test'), 'Chart.yaml file is missing');
	assert.equal(told('package.json'), "file 'package.json' does not appear to be a gzipped archive");
	assert.equal(told(`${CHARTS}/packed/charts/inner-1.2.9.tgz`), '');
});

test('what Helm writes to its log is told, and dependencies that are not there', () => {
	const answer = rendered('imports', { set: setBy(['service=x']) });
	assert.ok(!('error' in answer));
	assert.deepEqual(answer.warnings, ['Warning: ImportValues missing table from chart child: "nowhere" is not a table']);
	assert.deepEqual(answer.missing, []);
	const alone = renderAt({ ...question, chart: `${CHARTS}/library/charts/parts` });
	assert.ok(!('error' in alone));
	const wrong = rendered('imports', { set: setBy(['child=x']) });
	assert.equal('error' in wrong && wrong.error, 'type mismatch on child: %!t(string=x)');
});

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const HEAD = 'apiVersion: v2\nname: a\nversion: 1.0.0\n';
/** What is loaded of these files. */
const loaded = (files: Readonly<Record<string, string | Uint8Array>>): Chart | Fault =>
	loadChart(new Map(Object.entries({ 'Chart.yaml': HEAD, ...files }).map(([file, text]) => [file, Buffer.from(text)])), () => undefined);

test('Chart.yaml and values.yaml may be UTF-16, as PowerShell writes them', () => {
	const chart = loaded({ 'Chart.yaml': utf16(HEAD), 'values.yaml': utf16('a: 가\n') });
	assert.ok(!(chart instanceof Fault), 'message' in chart ? chart.message : '');
	assert.equal(chart.metadata.name, 'a');
	assert.deepEqual([...chart.values], [['a', '가']]);
	assert.equal(chart.valuesText, 'a: 가\n');
	const broken = loaded({ 'Chart.yaml': Buffer.concat([Buffer.from(HEAD), Uint8Array.from([0xe9])]) });
	assert.equal('message' in broken && broken.message, 'cannot load Chart.yaml: error converting YAML to JSON: yaml: incomplete UTF-8 octet sequence');
});

test('values that unfold by aliases to nearly all there is are refused, others are not', () => {
	const lists = (depth: number): string =>
		['a', 'b', 'c', 'd', 'e', 'f']
			.slice(0, depth)
			.map((name, i, all) => `${name}: &${name} [${Array(10).fill(i === 0 ? 'x' : `*${all[i - 1]}`)}]\n`)
			.join('');
	const bomb = loaded({ 'values.yaml': lists(6) });
	assert.equal('message' in bomb && bomb.message, 'cannot load values.yaml: error converting YAML to JSON: yaml: document contains excessive aliasing');
	assert.ok(!(loaded({ 'values.yaml': lists(3) }) instanceof Fault));
	assert.ok(!(loaded({ 'values.yaml': `a: &a { b: 1 }\nc:\n${'- { <<: *a, d: 2 }\n'.repeat(2000)}` }) instanceof Fault));
});

test('an archive that is cut ends too early', () => {
	const archive = gzipSync(tarOf({ 'a/Chart.yaml': HEAD }));
	const gunzip = (bytes: Uint8Array): Uint8Array | undefined => {
		try {
			return gunzipSync(bytes);
		} catch {
			return undefined;
		}
	};
	const told = (bytes: Uint8Array): string => {
		const chart = loadArchive(bytes, gunzip);
		return chart instanceof Fault ? chart.message : '';
	};
	assert.equal(told(archive), '');
	assert.equal(told(archive.subarray(0, 40)), 'unexpected EOF');
	assert.equal(told(Buffer.from('no archive at all')), 'gzip: invalid header');
});
