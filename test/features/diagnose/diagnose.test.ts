import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { problemWords } from '../../../server/src/docs/problems';
import { diagnose } from '../../../server/src/features/diagnose/diagnose';
import { messageText } from '../../../server/src/features/diagnose/diagnostic';
import { fixOf } from '../../../server/src/features/diagnose/repair';
import { read } from '../../../server/src/manifest/read';
import { FieldPath } from '../../../server/src/schema/field-path';
import { type Minor, minorOf } from '../../../server/src/schema/schema';
import { annotate, withoutAnnotations } from './annotate';

const FOLDER = 'test/features/diagnose';
const FIXTURES = readdirSync(FOLDER).filter((name) => /\.(?:yaml|json)$/.test(name));

/** The version that a fixture asks for. */
const versionOf = (text: string): Minor => minorOf(/^# kubernetes: (\S+)/m.exec(text)?.[1]) ?? 37;

for (const name of FIXTURES) {
	test(`diagnose/${name}`, () => {
		const path = `${FOLDER}/${name}`;
		const fixture = readFileSync(path, 'utf8');
		const text = withoutAnnotations(fixture);
		const found = annotate(text, diagnose(read(text), versionOf(text)));
		if (process.env['UPDATE']) writeFileSync(path, found);
		else assert.equal(found, fixture);
	});
}

/** Codes that no fixture can show, with the reason; the unit tests of the rules see nearly all of them. */
const NOT_IN_FIXTURES = [
	// Only applying over a live object.
	...['active-deadline/later', 'active-deadline/removed', 'finalizer/deleted', 'job/completions-with-parallelism', 'job/immutable', 'job/template-immutable'],
	...['metadata/immutable', 'metadata/resource-version', 'pod/app-armor-immutable', 'pod/containers-immutable', 'pod/immutable', 'pod/mirror-immutable'],
	...['pod/node-affinity-only-added', 'pod/node-affinity-terms', 'pod/node-selector-only-added', 'scheduling-gate/added', 'selector/immutable'],
	...['statefulset/claims-immutable', 'statefulset/immutable', 'statefulset/pod-management-immutable', 'statefulset/service-name-immutable'],
	'toleration/immutable',
	// The field is dropped, unless somebody opens its gate.
	...['handler/grpc-mode', 'handler/http2-host', 'handler/http2-scheme', 'handler/protocol', 'lifecycle/stop-signal', 'lifecycle/stop-signal-os'],
	...[
		'mount/bind-option',
		'mount/bind-option-image',
		'mount/bind-option-unique',
		'mount/image-sub-path',
		'scheduling-group/eviction-responders',
		'scheduling-group/name',
		'scheduling-group/name-required',
	],
	...['toleration/number', 'volume/user'],
	// The server puts its own in their place.
	...['managed-fields/fields-type', 'managed-fields/operation'],
	// Clusters allow it.
	...['security/privileged', 'windows/host-process-policy'],
	// As long as a book.
	...[
		'annotation/total-size',
		'decode/aliases',
		'dns/searches-too-long',
		'job/success-indexes-length',
		'job/too-many-conditions',
		'job/too-many-exit-codes',
		'job/too-many-rules',
	],
	...[
		'container/restart-rules-count',
		'managed-fields/manager',
		'managed-fields/subresource',
		'security/app-armor-length',
		'volume/ephemeral-claim-name',
		'volume/iscsi-length',
	],
	'volume/quobyte-tenant',
];

test('every code is seen in a fixture, but for those that cannot be', () => {
	const seen = new Set(
		FIXTURES.flatMap((name) => {
			const text = withoutAnnotations(readFileSync(`${FOLDER}/${name}`, 'utf8'));
			return diagnose(read(text), versionOf(text)).map(({ code }) => code);
		}),
	);
	const unseen = Object.keys(problemWords).filter((code) => !/^(?:pod-security|overlay|chart)\//.test(code) && !seen.has(code));
	assert.deepEqual(unseen.sort(), [...NOT_IN_FIXTURES].sort());
});

test('the examples are accepted, but for the one that is meant to be wrong', () => {
	for (const name of readdirSync('examples').filter((one) => one.endsWith('.yaml'))) {
		const found = diagnose(read(readFileSync(`examples/${name}`, 'utf8')), 37);
		if (name === 'seven-mistakes.yaml') assert.equal(found.length, 7);
		else
			assert.deepEqual(
				found.filter(({ severity }) => severity === 'error'),
				[],
				name,
			);
	}
});

test('every fix leaves a file that no longer has its fault, and no worse YAML', () => {
	let fixes = 0;
	for (const name of FIXTURES) {
		const text = withoutAnnotations(readFileSync(`${FOLDER}/${name}`, 'utf8'));
		const before = diagnose(read(text), versionOf(text));
		for (const { fix, code, message, range } of before) {
			if (!fix) continue;
			fixes++;
			const mended = text.slice(0, fix.edit.range.start) + fix.edit.text + text.slice(fix.edit.range.end);
			const after = diagnose(read(mended), versionOf(text));
			const count = (all: typeof before): number => all.filter((one) => one.code === code && one.message === message).length;
			const isThere = after.some((one) => one.code === code && one.message === message && one.range.start === range.start);
			assert.ok(count(after) < count(before) || !isThere, `${name}: ${message} is still there after "${fix.title.en}"`);
			const broken = (all: typeof before): number => all.filter((one) => one.code === 'yaml/syntax').length;
			assert.ok(broken(after) <= broken(before), `${name}: "${fix.title.en}" leaves legal YAML`);
		}
	}
	assert.ok(fixes > 0);
});

test('a field out of place is told where it belongs, a name that is there already is not offered', () => {
	const text = withoutAnnotations(readFileSync(`${FOLDER}/misplaced.yaml`, 'utf8'));
	const whys = Object.fromEntries(diagnose(read(text), 37).map(({ message, why }) => [message.replace(/^unknown field ".*?(\w+)"$/, '$1'), why?.en ?? '']));
	assert.match(whys['replicas'] ?? '', /at `spec\.replicas`/);
	// Its container has one.
	assert.match(whys['image'] ?? '', /^No such field here/);
	assert.match(whys['limits'] ?? '', /containers\[0\]\.resources\.limits`/);
	assert.match(whys['port'] ?? '', /readinessProbe\.httpGet\.port`/);
	assert.match(whys['containerport'] ?? '', /`containerPort` is written here already/);
	assert.match(whys['secretName'] ?? '', /^No such field here/);
});

test('the message begins with the server and ends with us', () => {
	const [fault] = diagnose(read('apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: a\n    imagee: b\n'), 37);
	assert.ok(fault);
	assert.match(messageText(fault, 'ko'), /^unknown field "spec.containers\[0\].imagee"\n.*[가-힣]/);
	assert.match(messageText(fault, 'en'), /^unknown field .*\nDid you mean image\?/);
	assert.equal(messageText(fault, 'both').split('\n').length, 3);
});

test('silence: other kinds, templates, nothing, and what is too large', () => {
	for (const text of [
		'',
		'# only a comment\n',
		'kind: Service\napiVersion: v1\nspec: 3\n',
		'kind: Pod\napiVersion: v1\nspec: {{ .Values.spec }}\n',
		'a: b: c',
		`kind: Pod\napiVersion: v1\nx: "${'y'.repeat(4_000_000)}"`,
	]) {
		assert.deepEqual(diagnose(read(text), 37), [], text.slice(0, 40));
	}
});

test('hostile text ends in a message or in silence', () => {
	const bomb = `apiVersion: v1\nkind: Pod\na0: &a0 [x,x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]`).join('\n')}\nspec: {containers: *a9}\n`;
	const ring = 'apiVersion: v1\nkind: Pod\nspec: &s\n  containers: *s\n';
	const deep = `apiVersion: v1\nkind: Pod\nspec: ${'['.repeat(20_000)}`;
	const binary = `apiVersion: v1\nkind: Pod\nspec: \u0000\u0001\ufffd`;
	const tower = `apiVersion: v1\nkind: Pod\nspec:\n${'- '.repeat(100_000)}\n`;
	for (const text of [bomb, ring, deep, binary, tower]) assert.ok(diagnose(read(text), 37).length > 0, text.slice(0, 60));
	const [env, containers] = ['{name: A}', '*c'].map((item) => Array(1000).fill(item).join());
	const unfolded = `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [&c {name: a, image: b, env: [${env}]}, ${containers}]}\n`;
	assert.ok(diagnose(read(unfolded), 37).some(({ code }) => code === 'decode/aliases'));
	const repeated = diagnose(read(`apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n${'  hostname: a\n'.repeat(5000)}`), 37);
	assert.equal(repeated.filter(({ code }) => code === 'decode/repeated-key').length, 20, 'of a key written over and over, the first places are told');
	const head = 'apiVersion: v1\nkind: Pod\n';
	for (const end of [
		'\t'.repeat(50_000),
		'\u00a0'.repeat(50_000),
		`a: ${'"'.repeat(50_001)}`,
		`a: ${"'".repeat(50_001)}`,
		'```\n'.repeat(10_000),
		'k:v\n'.repeat(5000),
	])
		assert.ok(diagnose(read(head + end), 37).length > 0, end.slice(0, 10));
	assert.ok(diagnose(read(`{"apiVersion": "v1", "kind": "Pod"${'/*'.repeat(50_000)}`), 37).length > 0);
	for (const silent of ['{{'.repeat(50_000), '\r'.repeat(100_000), `a: ${'1'.repeat(50_000)}x`]) assert.deepEqual(diagnose(read(silent), 37), []);
});

if (existsSync('../shared/truth/templates.jsonl')) {
	test('templates of others: no diagnostic at all', () => {
		const rows = readFileSync('../shared/truth/templates.jsonl', 'utf8').trim().split('\n');
		for (const row of rows) {
			const { id, yaml } = JSON.parse(row) as { id: string; yaml: string };
			assert.deepEqual(diagnose(read(yaml), 37), [], id);
		}
	});
} else {
	console.log('../shared/truth is not here: its templates were not tried.');
}

test('a repair of what is not written as it thinks is none', () => {
	const manifest = read('apiVersion: v1\nkind: Pod\n').sections[0]?.manifests[0];
	assert.ok(manifest);
	assert.deepEqual(fixOf(manifest, { do: 'remove', path: FieldPath.of('spec').child('x') }), {});
});
