import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	answersOf,
	endsOnce,
	patched,
	withAction,
	withAnswers,
	withContainer,
	withImage,
	withNode,
	withNodes,
	withRun,
} from '../../client/webview/model/scenario-edit';
import { FRESH, restore } from '../../client/webview/model/state';
import { clausesOf, sentenceFor } from '../../client/webview/text/say';
import { WORDS } from '../../client/webview/text/words';
import { painted } from '../../client/webview/views/strip';
import type { PresetId, Scenario } from '../../server/src/protocol/life';
import { APP, hangs } from './lives';

const clauses = (scenario: Scenario, preset?: PresetId, tongue: 'en' | 'ko' = 'en') => clausesOf({ ...hangs(), scenario }, preset, WORDS[tongue], tongue);
const say = (scenario: Scenario, preset?: PresetId) =>
	clauses(scenario, preset)
		.map(({ words, slots }) => words.replace(/\{(\d)\}/g, (_, i: string) => `[${slots[Number(i)]?.value}]`))
		.join(' ')
		.replaceAll('\u00a0', ' ');

test('what is not changed leaves no trace', () => {
	const touched = withNode(withImage(withContainer({}, 'app', { onTerm: { ignore: true } }), 'x', { pullTakes: '2s' }), { silentFrom: '5s' });
	const back = withNode(withImage(withContainer(touched, 'app', { onTerm: undefined }), 'x', { pullTakes: undefined }), { silentFrom: undefined });
	assert.deepEqual(back, {});
	assert.deepEqual(patched({ a: 1 }, { a: undefined }), {});
});

test('a run that ends once is followed by one without an end', () => {
	const every = withRun({}, 'app', { exitAfter: '5s', exitCode: 1 });
	assert.deepEqual(every.world?.containers?.app?.runs, [{ exitAfter: '5s', exitCode: 1 }]);
	assert.equal(endsOnce(every, 'app'), false);
	const once = withRun(every, 'app', {}, true);
	assert.deepEqual(once.world?.containers?.app?.runs, [{ exitAfter: '5s', exitCode: 1 }, {}]);
	assert.equal(endsOnce(withRun(once, 'app', { exitCode: 2 }), 'app'), true, 'another knob keeps it so');
});

test('answers second by second, and back', () => {
	const steps = [
		{ from: 0, ok: true, run: 0 },
		{ from: '3s', ok: false, run: 0 },
	];
	assert.deepEqual(answersOf(steps, 5), [true, true, true, false, false]);
	assert.deepEqual(answersOf(undefined, 2), [true, true]);
	const scenario: Scenario = { world: { containers: { app: { liveness: [...steps, { from: 0, ok: false, run: 1 }] } } } };
	const after = withAnswers(scenario, 'app', 'liveness', [false, false, true, true, true]);
	assert.deepEqual(after.world?.containers?.app?.liveness, [
		{ from: '0s', ok: false, run: 0 },
		{ from: '2s', ok: true, run: 0 },
		{ from: 0, ok: false, run: 1 },
	]);
	const long: Scenario = { world: { containers: { app: { readiness: [{ from: '40s', ok: false }] } } } };
	assert.deepEqual(
		withAnswers(long, 'app', 'readiness', [true, false, true]).world?.containers?.app?.readiness?.map(({ from }) => from),
		['1s', '2s', '40s'],
		'what the strip does not show is kept',
	);
	assert.deepEqual(withAnswers({}, 'app', 'startup', [true, true]), {}, 'what always passes needs no script');
});

test('painting goes either way round', () => {
	assert.deepEqual(painted([true, true, true, true], 2, 1, false), [true, false, false, true]);
});

test('the sentence tells the scenario, whoever wrote it', () => {
	assert.equal(say({}, 'healthy'), WORDS.en.say.allWell);
	assert.equal(say({}, 'crashes'), '', 'a preset whose point is no knob');
	assert.equal(say({ world: { containers: { app: { runs: [{ exitAfter: '1s', exitCode: 1 }] } } } }), '`app` runs for [1 s] and exits with code [1], [every].');
	assert.equal(
		say({ world: { containers: { app: { liveness: [{ from: '15s', ok: false, run: 0 }] } } } }),
		'In its first run `app` answers for [15 s], then not at all.',
	);
	const ready = (...steps: [from: string, ok: boolean][]): Scenario => ({
		world: { containers: { app: { readiness: steps.map(([from, ok]) => ({ from, ok })) } } },
	});
	const probing = (scenario: Scenario) => {
		const life = hangs();
		const containers = life.containers.map((one) => ({ ...one, probes: ['readiness'] as const }));
		return clausesOf({ ...life, containers, scenario }, undefined, WORDS.en, 'en').map(({ words, slots }) =>
			words.replace(/\{(\d)\}/g, (_, i: string) => `[${slots[Number(i)]?.value}]`).replaceAll('\u00a0', ' '),
		);
	};
	assert.deepEqual(probing(ready(['0s', false], ['20s', true])), ['`app` needs [20 s] to get ready.']);
	assert.deepEqual(probing(ready(['0s', true], ['30s', false], ['75s', true])), ['`app` fails the readiness probe from [30 s] to [75 s].']);
	assert.deepEqual(probing(ready(['30s', false], ['75s', true], ['2m', false])), [
		'`app` fails the readiness probe from [30 s] to [75 s], and once more after that.',
	]);
	assert.deepEqual(probing(ready(['30s', false])), ['`app` fails the readiness probe from [30 s] on.']);
	assert.equal(say({ world: { images: { 'nginx:1.27': { pullError: 'not found' } } } }), 'Each pull of `nginx:1.27` takes [1 s] and fails with [not found].');
	assert.equal(say({ world: { node: { pressure: { from: '30s', until: '1m' } } } }), 'The node runs short of memory at [30 s] and has enough again at [60 s].');
	assert.equal(
		say({ world: { node: { pressure: { resource: 'ephemeral-storage' } } } }),
		'The node runs short of disk space at [0 s] and has enough again [never].',
	);
	assert.equal(say({ world: { node: { silentFrom: '20s' } } }), 'The node falls silent at [20 s] and comes back [never].');
	assert.equal(
		say({ actions: [{ at: '10s', do: 'delete' }], world: { containers: { app: { preStop: { takes: '60s' }, onTerm: { ignore: true } } } } }),
		'I delete the pod at [10 s]. `preStop` takes [60 s]. To SIGTERM `app` [ignores].',
	);
});

test('the sentence of a question is about that question, and its container', () => {
	const life = hangs();
	const containers = [
		{ ...APP, name: 'fetch', kind: 'init' as const, probes: [], hooks: [] },
		{ ...APP, probes: ['liveness' as const, 'readiness' as const] },
	];
	const fetch = { runs: [{ exitAfter: '3s', exitCode: 0 }] };
	const dead = [
		{ from: 0, ok: true, run: 0 },
		{ from: '15s', ok: false, run: 0 },
	];
	const asked = (id: PresetId, scenario: Scenario, kind = 'Pod') => {
		const presets = [{ id, title: { en: '', ko: '' }, scenario, container: 'app' }];
		return sentenceFor({ ...life, containers, presets, trace: { ...life.trace, kind } }, id, WORDS.en, 'en').replaceAll('\u00a0', ' ');
	};
	const deletion: Scenario = { world: { containers: { fetch } }, actions: [{ at: '20s', do: 'delete' }] };
	assert.equal(asked('deleted', deletion), 'I delete the pod at 20 s. To SIGTERM `app` stops at once.');
	assert.equal(asked('deleted', deletion, 'Deployment'), 'I delete one pod at 20 s. To SIGTERM `app` stops at once.');
	assert.equal(
		asked('hangs', { world: { containers: { fetch, app: { liveness: dead, readiness: dead } } } }),
		'In its first run `app` answers for 15 s, then not at all.',
	);
	assert.equal(
		asked('hangs', { world: { containers: { fetch, app: { liveness: dead } } } }),
		'In its first run `app` answers the liveness probe for 15 s, then not at all.',
	);
	assert.equal(
		asked('oom', { world: { containers: { fetch, app: { runs: [{ exitAfter: '20s', exitCode: 137, reason: 'OOMKilled' }] } } } }),
		'`app` runs for 20 s and is killed for its memory, every time.',
	);
	assert.equal(asked('config-missing', { actions: [{ at: 0, do: 'delete', target: 'ConfigMap/settings' }] }), 'There is no ConfigMap `settings`.');
	assert.equal(
		asked('node-pressure', { world: { containers: { app: { onTerm: { exitCode: 143 } } }, node: { pressure: { from: '10s', until: '1m' } } } }),
		'The node runs short of memory at 10 s and has enough again at 60 s. To SIGTERM `app` stops at once, with exit code 143.',
	);
	assert.equal(asked('healthy', { world: { containers: { app: { runs: [{ exitAfter: '20s', exitCode: 0 }] } } } }), '`app` takes 20 s and exits with code 0.');
});

test('one knob turns all probes that hang or start slowly together', () => {
	const steps = [
		{ from: 0, ok: false },
		{ from: '40s', ok: true },
	];
	const life = hangs();
	const containers = [{ ...APP, probes: ['startup' as const, 'readiness' as const] }];
	const scenario: Scenario = { world: { containers: { app: { startup: steps, readiness: steps } } } };
	const [clause] = clausesOf({ ...life, containers, scenario }, undefined, WORDS.en, 'en');
	const later = clause?.slots[0]?.set('1m')?.world?.containers?.app;
	assert.deepEqual([later?.startup?.[1]?.from, later?.readiness?.[1]?.from], ['60s', '60s']);
});

test('the nodes of the cluster are a knob; as they are without a word, they leave none', () => {
	const five = withNodes({}, { count: 5 });
	assert.deepEqual(five.world?.nodes, [{ count: 5, cpu: 4, memory: '16Gi' }]);
	assert.deepEqual(withNodes(five, { count: 3 }), {});
	const gpu: Scenario = { world: { nodes: [{ name: 'gpu', taints: [{ key: 'dedicated', effect: 'NoSchedule' }] }, { count: 2 }] } };
	assert.deepEqual(withNodes(gpu, { cpu: '8' }).world?.nodes, [{ name: 'gpu', taints: [{ key: 'dedicated', effect: 'NoSchedule' }], cpu: '8' }, { count: 2 }]);
});

test('a knob gives a new scenario, or nothing for what cannot be meant', () => {
	const [clause] = clauses({ world: { containers: { app: { runs: [{ exitAfter: '1s', exitCode: 1 }] } } } });
	const [takes, code, often] = clause?.slots ?? [];
	assert.deepEqual(takes?.set('1m30s')?.world?.containers?.app?.runs, [{ exitAfter: '90s', exitCode: 1 }]);
	assert.equal(takes?.set('soon'), undefined);
	assert.equal(code?.set('300'), undefined);
	assert.deepEqual(often?.set('once')?.world?.containers?.app?.runs, [{ exitAfter: '1s', exitCode: 1 }, {}]);
	const [, back] = clauses({ world: { node: { silentFrom: '20s', silentUntil: '60s' } } }, undefined, 'ko')[0]?.slots ?? [];
	assert.deepEqual(back?.set('끝까지')?.world?.node, { silentFrom: '20s' });
	const [from, until] = clauses({ world: { node: { pressure: { from: '30s', until: '1m' } } } })[0]?.slots ?? [];
	assert.deepEqual(from?.set('45s')?.world?.node, { pressure: { from: '45s', until: '1m' } });
	assert.deepEqual(until?.set('never')?.world?.node, { pressure: { from: '30s' } });
});

test('a patched image is found however deep, and changed there alone', () => {
	const scenario: Scenario = {
		actions: [{ at: '20s', do: 'patch', target: 'owner', body: { spec: { template: { spec: { containers: [{ name: 'app', image: 'nginx:2' }] } } } } }],
	};
	const [, image] = clauses(scenario)[0]?.slots ?? [];
	assert.equal(image?.value, 'nginx:2');
	assert.match(JSON.stringify(image?.set('nginx:3')?.actions), /"image":"nginx:3"/);
});

test('actions come and go', () => {
	const one = withAction({}, 0, { at: '5s', do: 'delete' });
	assert.deepEqual(
		withAction(one, 1, { at: '9s', do: 'evict' }).actions?.map((action) => action.do),
		['delete', 'evict'],
	);
	assert.deepEqual(withAction(one, 0, undefined), {});
});

test('what was kept is read back with suspicion', () => {
	assert.equal(restore(undefined).tab, 'story');
	assert.equal(restore({ tab: 'nonsense', zoom: 'big', speed: 5 }).tab, 'story');
	assert.equal(restore({ zoom: 'big' }).zoom, 1);
	assert.equal(restore({ speed: 5, t: 8 }).t, 8);
	const strange = restore({ t: '8', pod: 1.5, tongue: 'fr', scenarioFile: 3, constructor: 'x', form: 1, pinned: {} });
	assert.deepEqual(strange, FRESH, 'a life pinned by an older version is in a form that nobody can read now');
	assert.deepEqual(restore({ ...FRESH, pinned: hangs() }).pinned, hangs());
});
