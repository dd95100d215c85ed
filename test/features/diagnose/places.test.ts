import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '../../../server/src/features/diagnose/diagnose';
import { read } from '../../../server/src/manifest/read';

/** What is underlined, by the code of the fault. */
function places(text: string): readonly string[] {
	return diagnose(read(text), 37).map(({ code, range }) => `${code} ${text.slice(range.start, range.end)}`);
}

test('a fault of a map or list is underlined where it was typed, also where the server leaves a step out', () => {
	const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: a, labels: {a: ok, b: 1.0+x, -c: d}}
spec:
  selector: {matchLabels: {app: a}}
  template:
    metadata: {labels: {app: a, version: "0.9 3"}, annotations: {"x y": z}}
    spec:
      nodeSelector: {disk: "s s"}
      containers:
      - {name: a, image: b, envFrom: [{secretRef: {name: s}}, {}]}
`;
	assert.deepEqual(places(deployment).toSorted(), [
		'annotation/key "x y"',
		'env/from-empty {}',
		'label/key -c',
		'label/value "0.9 3"',
		'label/value "s s"',
		'label/value 1.0+x',
	]);
});

test('labels that differ from the selector in more than one entry are underlined at one of them', () => {
	const labels =
		'spec: {selector: {matchLabels: {app: a, tier: b}}, template: {metadata: {labels: {app: x, tier: z}}, spec: {containers: [{name: a, image: b}]}}}';
	assert.deepEqual(places(`apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n${labels}\n`), ['selector/matches-template x']);
});

test('a label that is misspelt is underlined, and called what the selector looks for', () => {
	const told = (selector: string, labels: string) => {
		const spec = `spec: {selector: {matchLabels: {${selector}}}, template: {metadata: {labels: {${labels}}}, spec: {containers: [{name: a, image: b}]}}}`;
		const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n${spec}\n`;
		return diagnose(read(text), 37).map(({ range, fix }) => `${text.slice(range.start, range.end)}: ${fix?.title.en}`);
	};
	assert.deepEqual(told('app: a, tier: b', 'ap: a, tier: b, version: "1"'), ['ap: Change to app']);
	assert.deepEqual(told('app: a', 'ap: b'), ['ap: Set app to a'], 'of another value it may be another label');
	assert.deepEqual(told('app.kubernetes.io/name: a', 'app.kubernetes.io/part-of: a'), ['labels: Set app.kubernetes.io/name to a'], 'long prefixes are alike');
});

test('a value that a part of an object has at fault is told though the server speaks of the map around it', () => {
	const text = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {strategy: {type: "Not Valid!"}}\n';
	for (const isPatch of [true, false]) {
		const told = diagnose(read(text, undefined, { isPatch }), 37).filter(({ code }) => code === 'deployment/strategy');
		assert.deepEqual(
			told.map(({ range }) => text.slice(range.start, range.end)),
			['"Not Valid!"'],
		);
	}
});

test('a label value with a plus sign is mended as Helm does', () => {
	const [fault] = diagnose(read('apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {v: 1.0+b4}}\nspec: {containers: [{name: a, image: b}]}\n'), 37);
	assert.equal(fault?.fix?.edit.text, '1.0_b4');
});
