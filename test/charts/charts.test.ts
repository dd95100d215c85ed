import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { type Question, renderAt, setBy } from '../../server/src/cli/render-chart';

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
