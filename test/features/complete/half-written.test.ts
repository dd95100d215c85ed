import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completeBuildFile } from '../../../server/src/features/built/complete-build-file';
import { complete } from '../../../server/src/features/complete/complete';
import type { Completion } from '../../../server/src/features/complete/context';
import { completeScenario, type ScenarioCompletion } from '../../../server/src/features/scenario/complete-scenario';
import { read } from '../../../server/src/manifest/read';
import { parse } from '../../../server/src/yaml/parse';
import { accepted } from '../applied';

const CURSOR = '¦';
type Offered = Completion | ScenarioCompletion;

function offered(text: string): readonly Offered[] {
	const plain = text.replace(CURSOR, '');
	return complete(plain, read(plain), text.indexOf(CURSOR), { language: 'en', version: 37 });
}

function offeredInScenario(text: string): readonly Offered[] {
	return completeScenario(text.replace(CURSOR, ''), text.indexOf(CURSOR), 'en');
}

const labels = (items: readonly Offered[]): readonly string[] => items.map(({ label }) => label);

/** What becomes of the text with an item. */
function chosen(text: string, label: string, items: readonly Offered[] = offered(text)): string {
	const item = items.find((one) => one.label === label);
	assert.ok(item, `${label} is not offered: ${labels(items).join(', ')}`);
	return accepted(text.replace(CURSOR, ''), item);
}

const HEAD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n';
const pod = (spec: string): string => HEAD + spec.replace(/^(?=.)/gm, '  ');
const container = (rest: string): string => pod(`containers:\n- name: app\n  image: nginx\n${rest.replace(/^(?=.)/gm, '  ')}`);

describe('whatever is accepted', () => {
	it('leaves YAML where there was YAML', () => {
		const places = [
			...[container('¦'), ` ${container('¦')}`, `${container('')} ¦`, `${container('')}   ¦`, pod('¦\ncontainers: []').replace('  ¦', '¦')],
			...[pod('{conta¦#ners: []}'), pod('{restartPolicy: ¦ # now\n}'), pod('{restartPolicy: Al¦#ways}')],
			...[pod('containers:\n  - name: a\n ¦'), pod('containers:\n- name: a\n     ¦'), 'a\n¦', '{"kind": "Pod", "apiVersion": "v1"}\n¦', '{¦}met:\n  a: b'],
			...['¦\n{}', '# c\n¦\n- a', '- a\n¦', '¦\n"a"', '¦\u2028{}'],
			...[container('securityContext:\n  capabilities:\n    add:¦\n    - SYS_PTRACE'), container('securityContext:\n  capabilities:\n    drop: ¦')],
			...[
				container('ports:\n  conta¦inerPort: []'),
				container('ports:\n\n  # - name: http\n    contain¦erPort: []'),
				container('ports:\n¦\n- containerPort: 80'),
			],
			...[container('ports:\n  # c\n¦\n- containerPort: 80'), container('ports:\n- containerPort: 80\n¦\n# c\n- containerPort: 81')],
			...[container('securityContext: {capabilities: {drop: [¦\n# all\nALL]}}'), container('command: [a,¦\n# b\nb]')],
			...[pod('restartPolicy: Al¦ways # why'), pod('restartPolicy:¦ Always'), pod('dnsPol¦icy: None'), container('ports: [{containerPort: 80}¦]')],
			pod('restartPolicy:  ¦#now: never'),
			container('command:\n- sh\n¦-  \n    - -c\n- a'),
			' kind:¦ Pod\napiVersion: v1\n',
			pod("containers:\n- '# all of it, ¦then\n\n  # more\n\n  true\n\n  '"),
			`${HEAD}  restartPolicy: 'Al¦ *a\n * b\n\n1\n* *'\n`,
			...[pod('containers:\n- "a /v¦ar \\"\\" \\\n  - b: c\n  d \\"e\\": {f"'), pod('restartPolicy: "Al¦ \\"ways\\""'), pod("dnsPolicy: 'No¦''ne'")],
			...['\ufeffenv:¦\n  - name: A\n', '¦\n  a: b\n', 'kind: Pod\n¦\n          - a\n'],
			...[pod('securityContext:\n¦\n  text'), pod('securityContext:\n¦\u2028  "text"'), pod('securityContext:\n  ¦\n  {runAsUser: 1}')],
			...[pod('{"restartPolicy": "Al¦ \\"ways\\""}'), pod('{"resta¦rt\\"Policy": Always}'), pod('"resta¦rt Policy" : Always')],
		];
		let count = 0;
		for (const text of places) {
			assert.deepEqual(parse(text.replace(CURSOR, '')).faults, [], text);
			for (const item of offered(text)) {
				count++;
				const after = accepted(text.replace(CURSOR, ''), item);
				assert.deepEqual(parse(after).faults, [], `${item.label}\n${after}`);
			}
		}
		assert.ok(count > 200, `${count} items`);
	});

	it('is in no text of several lines, whatever its lines look like', () => {
		const texts = ['apiV¦ersion\ne|', pod('restartPolicy: "Al¦\nkind: x"'), pod('restartPolicy: "a\nki¦nd: x"'), pod('restartPolicy: a\n  Al¦ways\n  b')];
		for (const text of texts) assert.deepEqual(labels(offered(text)), [], text);
		assert.deepEqual(labels(offeredInScenario('manifest: "a\nun¦til: 45s\n"')), []);
		assert.deepEqual(labels(offeredInScenario('manifest: |\n  a: b\n\ufeff    un:¦\n        - a: 1\n')), [], 'a byte order mark begins a word');
		for (const text of [
			'resou¦rces\ne|',
			'resou¦rces\n: [a]',
			'resources: [a, "b\n  metadata:\n  name: a\n"]¦\n',
			'resources: [!!¦map]',
			'resources: [a, "b\n  ¦metadata:\n  c"]\n',
		])
			assert.deepEqual(labels(completeBuildFile(text.replace(CURSOR, ''), text.indexOf(CURSOR), 'Kustomization', 'en', ['x'])), [], text);
	});

	it('is tried: nothing is offered where it would leave no YAML', () => {
		assert.deepEqual(labels(offered('{¦}\n\t')), [], 'it is JSON as it stands');
		assert.ok(labels(offered('{¦}\n')).includes('kind'));
		const cpu = (rest: string): string => container(`resources:\n  requests:\n    cpu:¦${rest}`);
		assert.deepEqual(labels(offered(cpu(' {{ .Values.cpu |\n      default "1" }}\n  memory: 1Gi'))), [], 'an action that goes on below');
		assert.ok(labels(offered(`${cpu('')}\n    image: {{ .Values.image }}\n`)).includes('500m'));
	});

	it('is nothing behind an action of a template that stands alone on its line', () => {
		assert.deepEqual(labels(offered(pod('containers:\n {{ .Values.x }}¦   '))), []);
		assert.ok(labels(offered(pod('containers:\n- name: {{ .Values.x }}\n  ¦'))).includes('image'));
	});

	it('takes the place of a tab at the end of its line', () => {
		const text = chosen('\n  ¦\t', 'spec');
		assert.deepEqual([text.trimStart().startsWith('spec:'), text.includes('\t'), parse(text).faults], [true, false, []]);
	});

	it('is an item, and no key, above the items of a list', () => {
		for (const text of ['ports:\n¦\n- containerPort: 80', 'ports:\n  ¦\n- containerPort: 80', 'ports:\n- containerPort: 81\n¦\n- containerPort: 80']) {
			const items = offered(container(text));
			assert.deepEqual(labels(items).slice(0, 2), ['- ContainerPort', 'containerPort']);
			assert.ok(!labels(items).includes('env'));
		}
	});

	it('of a scenario too', () => {
		for (const text of [
			'actions:\n- at:¦',
			'actions:\n- do:¦',
			'world:\n  containers:\n    app:\n      runs:\n      - exitAfter:¦',
			'until:¦',
			'actions:\n- do: ¦ delete',
		]) {
			const items = offeredInScenario(text);
			assert.ok(items.length > 0 || text.includes('¦ delete'), text);
			for (const item of items) assert.deepEqual(parse(accepted(text.replace(CURSOR, ''), item)).faults, [], `${text} ${item.label}`);
		}
		assert.equal(chosen('actions:\n- at:¦', '1s', offeredInScenario('actions:\n- at:¦')), 'actions:\n- at: 1s');
		assert.equal(chosen('actions:\n- "do¦', 'do', offeredInScenario('actions:\n- "do¦')), 'actions:\n- "do": ');
	});
});

describe('a value', () => {
	it('of a list stands between brackets, and nowhere where the list stands below', () => {
		const drop = (rest: string): string => container(`securityContext:\n  capabilities:\n    drop:${rest}`);
		assert.equal(chosen(drop(' ¦'), 'ALL'), drop(' [ALL]'));
		assert.equal(chosen(drop('¦'), 'ALL'), drop(' [ALL]'));
		assert.deepEqual(labels(offered(drop('¦\n    - ALL'))), []);
		assert.deepEqual(labels(offered(drop(' "¦'))), []);
	});

	it('stands in quotes where it would not be read as the text it is', () => {
		const deployment = (labels: string): string =>
			`apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec:\n  selector:\n    matchLabels:\n      ¦\n  template:\n    metadata:\n      labels:\n${labels}`;
		const written = (value: string): string =>
			chosen(deployment(`        canary: ${value}\n`), 'canary')
				.split('\n')
				.find((line) => line.includes('canary')) ?? '';
		for (const value of ['"y"', '"w: a:"', '"0644"', '"on"', '"1_000"', '"a #b"']) assert.equal(written(value), `      canary: ${value}`);
		assert.equal(written('"plain"'), '      canary: plain');
		assert.match(chosen(deployment('        "on": x\n'), 'on'), /matchLabels:\n {6}"on": x\n/);
		const volumes = (name: string): string => `${container(`volumeMounts:\n- name: ${name}`)}\n  volumes:\n  - name: "yes"\n`;
		assert.equal(chosen(volumes('¦'), 'yes'), volumes('"yes"'));
		const status = 'apiVersion: v1\nkind: Pod\nstatus:\n  conditions:\n  - type: Ready\n    status: ¦';
		assert.ok(chosen(status, 'True').endsWith('status: "True"'));
	});

	it('of a port is a number where it is one', () => {
		const port = (value: string): string => container(`ports: [{ name: http, containerPort: 8080 }]\nlivenessProbe:\n  httpGet:\n    port: ${value}`);
		assert.equal(chosen(port('¦'), '8080'), port('8080'));
		assert.equal(chosen(port('¦'), 'http'), port('http'));
	});
});
