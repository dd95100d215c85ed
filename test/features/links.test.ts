import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fieldWords, wordsUnder } from '../../server/src/docs/fields';
import type { FieldWords } from '../../server/src/docs/words';
import { docsLink } from '../../server/src/features/links';

const linked = [...Object.values(fieldWords), ...Object.values(wordsUnder)]
	.flatMap((words) => Object.values(words as Readonly<Record<string, FieldWords>>))
	.flatMap(({ link }) => (link === undefined ? [] : [link]));

describe('docs links', () => {
	it('leads to Korean where there is a Korean page, with the anchor', () => {
		assert.equal(
			docsLink('concepts/workloads/pods/pod-lifecycle/#restart-policy').ko,
			'https://kubernetes.io/ko/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy',
		);
		assert.equal(docsLink('concepts/workloads/pods/').ko, 'https://kubernetes.io/ko/docs/concepts/workloads/pods/');
	});

	it('leads to English where there is none', () => {
		const { en, ko } = docsLink('tasks/configure-pod-container/security-context/');
		assert.equal(ko, en);
	});

	it('finds what Korean treats on another page', () => {
		assert.match(docsLink('concepts/workloads/pods/probes/#liveness-probe').ko, /\/ko\/docs\/tasks\/.*probes\/$/);
	});

	it('is a page under /docs/ in every field', () => {
		assert.deepEqual(
			linked.filter((link) => !/^(?:concepts|tasks|tutorials|reference)\/[a-z0-9/-]+\/(?:#[\w-]+)?$/.test(link)),
			[],
		);
	});
});
