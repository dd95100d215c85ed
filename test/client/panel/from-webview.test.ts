import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBareName, isScenarioName, understood } from '../../../client/src/panel/from-webview';

const span = { start: { line: 1, character: 2 }, end: { line: 1, character: 9 } };

test('what the page says is understood', () => {
	for (const message of [
		{ type: 'ready' },
		{ type: 'ready', document: 1, question: { preset: 'crashes' } },
		{ type: 'ready', document: 0, scenarioFile: 'web.scenario.yaml' },
		{ type: 'ready', language: 'ko' },
		{ type: 'ready', document: 0, question: {}, mode: 'why', zone: -300 },
		{ type: 'mode', mode: 'apply' },
		{ type: 'compare', against: 'HEAD' },
		{ type: 'tryFix', pod: { name: 'web', namespace: 'shop' } },
		{ type: 'lesson', act: 'startOver' },
		{ type: 'openLesson', id: 'slow-start' },
		{ type: 'reveal', span, in: 'scenario' },
		{ type: 'speak', language: 'en' },
		{ type: 'trouble', message: 'no room' },
		{ type: 'ask', document: 0, question: { scenario: { until: '5m' } } },
		{ type: 'reveal', span },
		{ type: 'quickFix', span },
		{ type: 'openLink', url: 'https://kubernetes.io/docs/' },
		{ type: 'copy', text: 'x' },
		{ type: 'export', format: 'png', name: 'web', data: 'aGk=' },
		{ type: 'saveScenario', scenario: {} },
		{ type: 'openScenario' },
		{ type: 'openScenario', file: 'web.crash.scenario.yaml' },
		{ type: 'newManifest' },
	])
		assert.deepEqual(understood(message), message);
});

test('what no page of ours says is not', () => {
	for (const message of [
		undefined,
		null,
		'ready',
		[],
		{},
		{ type: 'constructor' },
		{ type: 'mode', mode: 'sleep' },
		{ type: 'compare', against: 'moon' },
		{ type: 'tryFix', pod: 'web' },
		{ type: 'lesson', act: 'learn' },
		{ type: 'openLesson', id: '../x' },
		{ type: 'ask', document: '0', question: {} },
		{ type: 'ask', document: -1, question: {} },
		{ type: 'reveal', span: { start: { line: 0, character: 0 } } },
		{ type: 'reveal', span: { start: { line: Number.NaN, character: 0 }, end: { line: 0, character: 0 } } },
		{ type: 'speak', language: 'fr' },
		{ type: 'trouble', message: {} },
		{ type: 'openLink', url: {} },
		{ type: 'export', format: 'exe', name: 'web', data: '' },
		{ type: 'export', format: 'png', name: 'web', data: 'not base64!' },
		{ type: 'saveScenario', scenario: [] },
		{ type: 'openScenario', file: '../other/web.scenario.yaml' },
		{ type: 'openScenario', file: '..\\web.scenario.yaml' },
		{ type: 'openScenario', file: 'settings.json' },
		{ type: 'openScenario', file: null },
	])
		assert.equal(understood(message), undefined, JSON.stringify(message));
});

test('a question brings its preset and scenario along, and nothing else of a request', () => {
	const question = { preset: 'crashes', uri: 'file:///etc/other.yaml', scenarioText: 'until: 1s', document: 7 };
	assert.deepEqual(understood({ type: 'ask', document: 0, question }), { type: 'ask', document: 0, question: { preset: 'crashes' } });
});

test('an exported file is named, not placed', () => {
	assert.deepEqual(understood({ type: 'export', format: 'svg', name: '../../웹 1', data: '' }), {
		type: 'export',
		format: 'svg',
		name: '.._.._웹_1',
		data: '',
	});
});

test('a bare name leads nowhere', () => {
	assert.deepEqual(['web.yaml', '..', '.', '', 'a/b', 'a\\b'].map(isBareName), [true, false, false, false, false, false]);
	assert.deepEqual(['web.scenario.yml', 'web.yaml', 1].map(isScenarioName), [true, false, false]);
});
