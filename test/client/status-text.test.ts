import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasLife, type StatusText, statusText } from '../../client/src/status-text';
import type { StatusAnswer } from '../../server/src/protocol/requests';

const l10n = { t: (message: string, ...args: readonly unknown[]) => message.replace(/\{(\d)\}/g, (_, n: string) => String(args[Number(n)])) } as Parameters<
	typeof statusText
>[2];
const span = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
const of = (...kinds: readonly string[]): StatusAnswer => ({ documents: kinds.map((kind, index) => ({ kind, name: 'a', index, span })), kubernetes: '1.36' });
const silent = (more: Omit<StatusAnswer, 'documents' | 'kubernetes'>): StatusAnswer => ({ documents: [], kubernetes: '1.36', ...more });
const shown = (answer: StatusAnswer | null): StatusText => statusText({ is: 'answered', answer }, undefined, l10n);

test('what is seen, or why nothing is', () => {
	for (const [answer, text, severity] of [
		[of('Pod'), 'Pod', 'information'],
		[of('Pod', 'Job', 'Job'), 'Pod and 2 more', 'information'],
		[silent({ silent: 'template' }), 'Not judged: a Go template', 'information'],
		[silent({ silent: 'ignored', chart: 'values.yaml' }), 'Silent: ignored by your settings', 'information'],
		[silent({ silent: 'ignored' }), 'Silent: ignored by your settings', 'information'],
		[silent({ silent: 'otherKind', otherKind: 'Service' }), 'Silent: Service is not a pod', 'information'],
		[silent({ silent: 'empty' }), 'Silent: no Kubernetes manifest', 'information'],
		[silent({ silent: 'unreadable' }), 'Not judged: kubectl cannot read it', 'warning'],
		[silent({ silent: 'tooLarge' }), 'Silent: the file is too large', 'warning'],
		[silent({ silent: 'scenario', scenario: { manifest: 'web.yaml', found: true } }), 'Scenario for web.yaml', 'information'],
		[silent({ silent: 'scenario', scenario: { manifest: 'web.yaml', found: false } }), 'Scenario; web.yaml is not there', 'warning'],
	] as const)
		assert.deepEqual(shown(answer), { text, severity, detail: 'Kubernetes 1.36', busy: false, link: 'version' });
	const rendered = { text: 'Rendered with values.yaml', severity: 'information', detail: 'Kubernetes 1.36', busy: false, link: 'values' };
	for (const why of ['template', 'empty'] as const) assert.deepEqual(shown(silent({ silent: why, chart: 'values.yaml' })), rendered);
	const unrendered = shown(silent({ silent: 'empty', chart: 'values.yaml', unrendered: `no\n image ${'a'.repeat(200)}` }));
	assert.equal(unrendered.text, `Does not render with values.yaml: no image ${'a'.repeat(151)}…`);
	assert.equal(unrendered.severity, 'error');
	assert.equal(shown(null).text, 'Silent: no Kubernetes manifest');
});

test('how the server is', () => {
	const before = shown(of('Pod'));
	assert.deepEqual(statusText({ is: 'starting' }, undefined, l10n), { text: 'Starting', severity: 'information', busy: true, link: 'log' });
	// What was seen before it went down is seen no longer.
	assert.deepEqual(statusText({ is: 'down' }, before, l10n), { text: 'Peapod is not running', severity: 'error', busy: false, link: 'log' });
	assert.deepEqual(statusText({ is: 'failed' }, before, l10n), { text: 'Peapod could not look at this file', severity: 'error', busy: false, link: 'log' });
	assert.deepEqual(statusText({ is: 'asked' }, before, l10n), { ...before, busy: true });
	assert.equal(statusText({ is: 'asked' }, undefined, l10n).busy, true);
});

test('a life can be shown of pods, and of scenarios that have a manifest', () => {
	assert.deepEqual(
		[
			null,
			of(),
			of('Pod'),
			silent({ silent: 'scenario', scenario: { manifest: 'a', found: true } }),
			silent({ silent: 'scenario', scenario: { manifest: 'a', found: false } }),
		].map(hasLife),
		[false, false, true, true, false],
	);
});
