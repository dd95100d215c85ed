import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { completeScenario } from '../../../server/src/features/scenario/complete-scenario';
import { hoverScenario } from '../../../server/src/features/scenario/hover-scenario';
import { diagnoseScenario } from '../../../server/src/features/scenario/scenario-file';

const MANIFEST = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      schedulingGates:
      - name: example.com/wait
      initContainers:
      - name: migrate
        image: registry.example:5000/migrate
      containers:
      - name: app
        image: nginx:1.27
`;
const BESIDE = { name: 'web.yaml', text: MANIFEST };

/** `code "the text it stands under"`, and what the fix makes of it. */
function told(text: string, beside: typeof BESIDE | null = BESIDE): readonly string[] {
	return diagnoseScenario(text, 'en', beside ?? undefined).map(({ code, severity, range, fix }) => {
		const fixed = fix ? ` -> ${fix.edit.text.trim()}` : '';
		return `${severity} ${code} ${JSON.stringify(text.slice(range.start, range.end))}${fixed}`;
	});
}

describe('a scenario file', () => {
	it('has nothing against the example', () => {
		const text = readFileSync('examples/crash-loop.scenario.yaml', 'utf8');
		assert.deepEqual(told(text, { name: 'crash-loop.yaml', text: readFileSync('examples/crash-loop.yaml', 'utf8') }), []);
		assert.deepEqual(told(''), []);
		assert.deepEqual(told('# nothing yet\n---\nuntil: 5m\n'), []);
	});

	it('says what is not YAML, and nothing else', () => {
		assert.deepEqual(
			told('world: {\nuntill: 3\n').map((one) => one.split(' ').slice(0, 2).join(' ')),
			['error yaml/syntax'],
		);
	});

	it('knows a comparison that is no YAML for what it was meant to be', () => {
		for (const [written, meant] of [
			['>= 3', 'at least 3'],
			['> 3', 'more than 3'],
			['>=3', 'at least 3'],
		])
			assert.deepEqual(told(`expect:\n- event: Killing\n  happens: ${written}\n  within: 5s\n`), [
				`error expect/comparison ${JSON.stringify(written)} -> ${meant}`,
			]);
		assert.deepEqual(told('expect:\n- { event: Killing, happens: >= 3 }\n'), ['error expect/comparison ">= 3" -> at least 3']);
		assert.deepEqual(
			told('describe: >=\n  folded\n').map((one) => one.split(' ')[1]),
			['yaml/syntax'],
		);
	});

	it('finds keys that do not exist, with the nearest', () => {
		assert.deepEqual(told('world:\n  containrs: {}\n'), ['error scenario/unknown-key "containrs" -> containers']);
		assert.deepEqual(told('world:\n  containers:\n    app:\n      runs:\n      - {exitAfter: 5s, zzzzzzzz: 1}\n'), ['error scenario/unknown-key "zzzzzzzz"']);
		assert.deepEqual(told('actions:\n- At: 5s\n  do: delete\n'), ['error scenario/unknown-key "At" -> at']);
	});

	it('says what a patch without a body comes to, however it is left out', () => {
		for (const body of ['', '\n  body:', '\n  body: null', '\n  body: ~'])
			assert.deepEqual(told(`actions:\n- do: patch${body}\n`), ['warning scenario/missing "patch"']);
		const [{ message } = { message: '' }] = diagnoseScenario('actions:\n- do: patch\n', 'en');
		assert.equal(message, 'patch needs body; without it it is refused, and nothing changes.');
	});

	it('counts keys that are written again once each, in a file of any length', () => {
		const keys = Array.from({ length: 100_000 }, (_, i) => `    k${i}: {}`).join('\n');
		const found = told(`world:\n  containers:\n${keys}\n    k7: {}\n`);
		assert.deepEqual(
			found.filter((one) => one.includes('repeated')),
			['warning scenario/repeated-key "k7"'],
		);
	});

	it('finds values that are none, with what was meant', () => {
		assert.deepEqual(told('until: 5 minutes\n'), ['error scenario/value "5 minutes" -> 5m']);
		assert.deepEqual(told('until: 5분\n'), ['error scenario/value "5분" -> 5m']);
		assert.deepEqual(told('until: 10000h\n'), ['error scenario/value "10000h"']);
		assert.deepEqual(told('until: 365d\n'), []);
		for (const nothing of ['0', '0s', '-0']) assert.deepEqual(told(`until: ${nothing}\n`), [`error scenario/value "${nothing}"`]);
		for (const infinite of ['.inf', '-.inf', '.nan']) assert.deepEqual(told(`until: ${infinite}\n`).slice(0, 1), [`error scenario/value "${infinite}"`]);
		for (const empty of ['', ' ~', ' null']) assert.deepEqual(told(`until:${empty}\n`), ['warning scenario/missing "until"']);
		assert.deepEqual(told('until: soon\n'), ['error scenario/value "soon"']);
		assert.deepEqual(told('actions:\n- do: delet\n'), ['error scenario/value "delet" -> delete']);
		assert.deepEqual(told('static: "true"\n'), ['error scenario/value "\\"true\\"" -> true']);
		assert.deepEqual(told('describe: 3\n'), ['error scenario/value "3" -> "3"']);
		assert.deepEqual(told('actions:\n- {do: setCondition, condition: x, status: true}\n', null), ['error scenario/value "true" -> "True"']);
		assert.deepEqual(told('actions: delete\n'), ['error scenario/value "delete"']);
		assert.deepEqual(
			told('- a\n').map((one) => one.split(' ')[1]),
			['scenario/value'],
		);
	});

	it('knows amounts, and what a node runs short of', () => {
		assert.deepEqual(told('world: {node: {pressure: {resource: memory, available: 20Mi, from: 5s}}, containers: {app: {uses: 300000000}}}\n'), []);
		assert.deepEqual(told('world: {node: {pressure: {resource: memroy}}}\n'), ['error scenario/value "memroy" -> memory']);
		assert.deepEqual(told('world: {node: {pressure: {available: 20 Mi}}}\n'), ['error scenario/value "20 Mi"']);
		assert.deepEqual(told('world: {node: {pressure: {available: -1}}}\n'), ['error scenario/value "-1"']);
		assert.deepEqual(told('world: {node: {pressure: {from: 90s}}}\n'), ['warning scenario/too-late "90s"']);
		assert.deepEqual(told('world: {node: {pressure: {since: 5s}}}\n').length, 1);
	});

	it('warns of keys written twice and of a second document', () => {
		assert.deepEqual(told('until: 1m\nuntil: 2m\n'), ['warning scenario/repeated-key "until"']);
		assert.deepEqual(told('until: 1m\n---\nuntil: 2m\n'), ['warning scenario/second-document "until: 2m"']);
	});

	it('warns of what will never happen', () => {
		assert.deepEqual(told('world:\n  containers:\n    app:\n      runs:\n      - exitCode: 1\n'), ['warning scenario/never-ends "exitCode" -> exitAfter: 5s']);
		assert.deepEqual(told('world: {containers: {app: {runs: [{}, {startError: x}, {exitAfter: 0s, exitCode: 1}]}}}\n'), []);
		assert.deepEqual(told('world: {containers: {app: {liveness: [{from: 5s}]}}}\n'), ['warning scenario/missing "from"']);
		assert.deepEqual(told('actions:\n- at: 5s\n'), ['warning scenario/missing "at"']);
		assert.deepEqual(told('actions:\n- do: patch\n'), ['warning scenario/missing "patch"']);
		assert.deepEqual(told('actions:\n- at: 61s\n  do: delete\n'), ['warning scenario/too-late "61s"']);
		assert.deepEqual(told('actions:\n- at: 61s\n  do: delete\nuntil: 2m\n'), []);
	});

	it('knows the names of the manifest beside', () => {
		assert.deepEqual(told('world:\n  containers:\n    ap: {}\n    migrate: {}\n'), ['warning scenario/unknown-container "ap" -> app']);
		assert.deepEqual(told('world:\n  images:\n    nginx: {}\n    registry.example:5000/migrate: {}\n    registry.example:5000/migrate:latest: {}\n'), [
			'warning scenario/unknown-image "nginx"',
		]);
		assert.deepEqual(told('actions:\n- do: removeSchedulingGate\n  name: example.com/wai\n'), [
			'warning scenario/unknown-name "example.com/wai" -> example.com/wait',
		]);
	});

	it('does not accuse where it cannot know', () => {
		const other = 'world: { containers: { other: {} }, images: { "x:1": {} } }\n';
		assert.deepEqual(told(other, null), []);
		assert.deepEqual(told(other, { name: 'web.yaml', text: `${MANIFEST}      - name: [\n` }), []);
		assert.deepEqual(told(other, { name: 'web.yaml', text: 'kind: Service\napiVersion: v1\n' }), []);
		const brought = 'actions:\n- do: patch\n  body: { spec: { containers: [{ name: other, image: "x:1" }] } }\n';
		assert.deepEqual(told(other + brought), []);
		const operations =
			'actions:\n- do: patch\n  type: json\n  body: [{ op: replace, path: /spec/containers/0/image, value: "x:1" }, { op: add, path: /spec/containers/-, value: { name: other } }]\n';
		assert.deepEqual(told(other + operations), []);
	});

	it('believes the manifest inside it first', () => {
		const inside = 'manifest: |\n  apiVersion: v1\n  kind: Pod\n  spec:\n    containers:\n    - name: one\n';
		assert.deepEqual(told(`${inside}world: { containers: { one: {}, app: {} } }\n`), ['warning scenario/unknown-container "app"']);
	});

	it('speaks the language asked for', () => {
		const [korean] = diagnoseScenario('until: soon\n', 'ko');
		assert.equal(korean?.message, 'until: 5s나 1m30s 같은 시간이어야 한다.');
		assert.equal(diagnoseScenario('until: soon\n', 'both')[0]?.message.split('\n').length, 2);
	});
});

/** What is offered at the `|`: label => what the text becomes. */
function offered(marked: string): ReadonlyMap<string, string> {
	const offset = marked.indexOf('|');
	const text = marked.replace('|', '');
	return new Map(
		completeScenario(text, offset, 'en', BESIDE).map(({ label, insert, range }) => [label, text.slice(0, range.start) + insert + text.slice(range.end)]),
	);
}
const labels = (marked: string): readonly string[] => [...offered(marked).keys()];

describe('completion of a scenario', () => {
	it('offers the keys that are not there', () => {
		assert.deepEqual(labels('until: 5m\n|'), ['name', 'describe', 'plays', 'world', 'before', 'actions', 'static', 'expect']);
		assert.deepEqual(labels('world:\n  containers:\n    app:\n      runs:\n      - exitAfter: 5s\n        e|').slice(0, 2), ['exitCode', 'reason']);
		assert.deepEqual(labels('actions:\n- { at: 5s, | }').slice(0, 2), ['do', 'target']);
	});

	it('writes them in the shape they need', () => {
		assert.equal(offered('|').get('actions'), 'actions:\n- at: ${1:30s}\n  do: ${2|delete,evict,patch,create|}');
		assert.equal(
			offered('world:\n  containers:\n    app:\n      |').get('runs'),
			'world:\n  containers:\n    app:\n      runs:\n      - exitAfter: ${1:5s}\n        exitCode: ${2:1}',
		);
		assert.equal(
			offered('world:\n    node:\n        ready: true\n    con|').get('containers'),
			'world:\n    node:\n        ready: true\n    containers:\n        $1',
		);
		assert.equal(offered('actions:\n  |').get('do'), 'actions:\n  - do: $1');
		assert.equal(offered('actions:\n  - do: delete\n  - |').get('at'), 'actions:\n  - do: delete\n  - at: $1');
		assert.equal(
			offered('world:\n  node:\n    |').get('pressure'),
			'world:\n  node:\n    pressure:\n      resource: ${1|memory,ephemeral-storage|}\n      from: ${2:30s}',
		);
		assert.equal(offered('world:\n  node: { | }').get('ready'), 'world:\n  node: { ready: $1 }');
	});

	it('offers the names of the manifest', () => {
		assert.deepEqual(labels('world:\n  containers:\n    |'), ['migrate', 'app']);
		assert.deepEqual(labels('world:\n  containers:\n    app: {}\n    |'), ['migrate']);
		assert.deepEqual([...completeScenario('world:\n  containers:\n    ', 24, 'en')], []);
		assert.equal(offered('world:\n  images:\n    |').get('nginx:1.27'), 'world:\n  images:\n    nginx:1.27:\n      $1');
		assert.equal(offered('world:\n  images:\n    nginx:1|').get('nginx:1.27'), 'world:\n  images:\n    nginx:1.27:\n      $1');
		assert.deepEqual(labels('actions:\n- do: removeSchedulingGate\n  name: |'), ['example.com/wait']);
	});

	it('knows the place below an image', () => {
		assert.deepEqual(labels('world:\n  images:\n    nginx:1.27:\n      present: true\n      |'), ['pullTakes', 'pullError', 'succeedAfterAttempts', 'size']);
		assert.deepEqual(labels('world:\n  images:\n    nginx:1.27:\n      pullTakes: 3s\n    |'), ['registry.example:5000/migrate']);
	});

	it('offers values', () => {
		assert.deepEqual(labels('static: |'), ['true', 'false']);
		assert.deepEqual(labels('until: |').slice(0, 2), ['1s', '5s']);
		assert.deepEqual(labels('actions:\n- do: |').slice(0, 3), ['delete', 'evict', 'patch']);
		assert.equal(offered('actions:\n- status: |').get('True'), 'actions:\n- status: "True"');
		assert.ok(labels('world:\n  containers:\n    app:\n      runs:\n      - exitCode: |').includes('137'));
		assert.deepEqual(labels('world:\n  containers:\n    app:\n      runs:\n      - reason: |'), ['OOMKilled']);
	});

	it('offers what a node may run short of, and amounts', () => {
		assert.deepEqual(labels('world:\n  node:\n    pressure:\n      |'), ['resource', 'available', 'from', 'until']);
		assert.deepEqual(labels('world:\n  node:\n    pressure:\n      resource: |'), ['memory', 'ephemeral-storage']);
		assert.ok(labels('world:\n  containers:\n    app:\n      uses: |').includes('200Mi'));
	});

	it('stays silent in comments, texts and bodies', () => {
		assert.deepEqual(labels('# wor|'), []);
		assert.deepEqual(labels('describe: |a sentence'), []);
		assert.deepEqual(labels('actions:\n- do: patch\n  body:\n    |'), []);
		assert.deepEqual(labels('actions:\n- do: create\n  manifest: ' + '>\n    kind: |'), []);
	});
});

describe('hover in a scenario', () => {
	const at = (marked: string, language: 'en' | 'ko' | 'both' = 'en') => hoverScenario(marked.replace('|', ''), marked.indexOf('|'), language, BESIDE)?.markdown;

	it('tells of a key: its path, kind, default and words', () => {
		assert.match(at('unt|il: 5m') ?? '', /^\*\*until\*\* — duration .*, default `1m`\n\nHow long the pod is watched/);
		assert.match(
			at('world: { containers: { app: { runs: [{ exit|Code: 1 }] } } }', 'ko') ?? '',
			/^\*\*world\.containers\.app\.runs\[0\]\.exitCode\*\* — 정수, 기본값 `0`/,
		);
		assert.match(
			at('world: { node: { pressure: { av|ailable: 20Mi } } }') ?? '',
			/^\*\*world\.node\.pressure\.available\*\* — amount \(`300Mi`\), default `60Mi, 14Gi`/,
		);
		assert.match(at('unt|il: 5m', 'both') ?? '', /지켜보는[\s\S]*---[\s\S]*watched/);
	});

	it('tells of values and names', () => {
		assert.match(at('actions:\n- do: ev|ict') ?? '', /`evict`\n\nEvicts the pod/);
		assert.match(at('world:\n  containers:\n    ap|p: {}') ?? '', /`nginx:1\.27`/);
	});

	it('says nothing where there is nothing', () => {
		assert.equal(at('nonsen|se: 1'), undefined);
		assert.equal(at('|'), undefined);
	});
});
