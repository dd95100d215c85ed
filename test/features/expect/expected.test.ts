/** What a scenario expects of the life that is shown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../../../server/src/features/diagnose/judge';
import { liveExpecting } from '../../../server/src/features/expect/expected';
import { read } from '../../../server/src/manifest/read';
import type { Expected, SimulateAnswer } from '../../../server/src/protocol/life';
import type { Span } from '../../../server/src/protocol/text';
import { outcomeOf } from '../../../server/src/simulator/clock';

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: p
spec:
  containers:
  - name: app
    image: app:1
    startupProbe:
      exec: {command: ["true"]}
      periodSeconds: 5
`;
const SCENARIO = `world:
  containers:
    app:
      startup: [{from: 0s, ok: false}, {from: 12s, ok: true}]
until: 1m
expect:
- {the: pod, becomes: ready, within: 8s}
- {the: pod, is: ready, at: 40s}
- {the: pod, never: CrashLoopBackOff, because: it is slow and no more}
- {the: pod, dances: true}
`;

function asked(manifest: string, scenarioText: string | undefined): SimulateAnswer {
	const lineOf =
		(text: string) =>
		({ start }: { readonly start: number }): Span => {
			const line = text.slice(0, start).split('\n').length - 1;
			return { start: { line, character: 0 }, end: { line, character: 1 } };
		};
	const server = { version: 37, judged: (one: Parameters<typeof judge>[0]) => judge(one, 37) } as const;
	const params = { uri: '', document: 0, ...(scenarioText !== undefined && { scenarioText }) };
	return outcomeOf(liveExpecting(read(manifest), params, server, { manifest: lineOf(manifest), scenario: lineOf(scenarioText ?? '') }));
}
const expectedOf = (manifest: string, scenario?: string): readonly Expected[] | undefined => {
	const answer = asked(manifest, scenario);
	return answer.kind === 'life' || answer.kind === 'refused' ? answer.expected : undefined;
};

test('each expectation is judged by the life that is shown, and stands at its line', () => {
	const expected = expectedOf(POD, SCENARIO) ?? [];
	assert.deepEqual(
		expected.map(({ verdict, t, span }) => [verdict, t, span.start.line]),
		[
			['fails', 8, 6],
			['holds', 40, 7],
			['holds', undefined, 8],
			['fault', undefined, 9],
		],
	);
	const [late, , never] = expected;
	assert.match(late?.details?.[1]?.en ?? '', /too late/);
	assert.match(late?.why[0]?.en ?? '', /startup probe/i);
	assert.equal(late?.field, 'spec.containers[0].startupProbe.failureThreshold');
	assert.equal(never?.because, 'it is slow and no more');
});

test('of a manifest that the server refuses only what is expected of the manifest is judged', () => {
	const more = '- {the: manifest, is: accepted}\n- {the: manifest, is: {metadata.name: p}}\n';
	const expected = expectedOf(POD.replace('image: app:1', 'image: ""'), `${SCENARIO}${more}`) ?? [];
	assert.deepEqual(
		expected.map(({ verdict, t }) => [verdict, t]),
		[
			['open', undefined],
			['open', undefined],
			['open', undefined],
			['fault', undefined],
			['fails', undefined],
			['holds', undefined],
		],
	);
	assert.match(expected[0]?.title.en ?? '', /becomes `ready` within 8/);
	assert.deepEqual(expected[4]?.details, undefined);
	assert.deepEqual(expected[5]?.title, { en: 'the manifest has `metadata.name: p`', ko: '매니페스트에 `metadata.name: p`가 있다' });
});

test('where nothing is expected nothing is told', () => {
	assert.equal(expectedOf(POD, 'until: 1m\n'), undefined);
	assert.equal(expectedOf(POD), undefined);
});
