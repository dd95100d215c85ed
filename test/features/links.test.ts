import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fieldWords, wordsUnder } from '../../server/src/docs/fields';
import { koreanElsewhere, koreanPages } from '../../server/src/docs/korean-pages';
import { momentWords } from '../../server/src/docs/moments';
import { problemWords } from '../../server/src/docs/problems';
import { topics } from '../../server/src/docs/topics/topics';
import { docsLink } from '../../server/src/features/links';

type Linked = Readonly<Record<string, { readonly link?: string }>>;
const linked = [...Object.values(fieldWords), ...Object.values(wordsUnder), problemWords, momentWords, topics].flatMap((words) =>
	Object.values(words as Linked).flatMap(({ link }) => (link === undefined ? [] : [link])),
);

describe('docs links', () => {
	it('leads to Korean where there is a Korean page, to the heading by its Korean name', () => {
		assert.equal(docsLink('concepts/workloads/pods/').ko, 'https://kubernetes.io/ko/docs/concepts/workloads/pods/');
		assert.equal(
			docsLink('concepts/workloads/controllers/deployment/#max-surge').ko,
			'https://kubernetes.io/ko/docs/concepts/workloads/controllers/deployment/#최대-서지-max-surge',
		);
	});

	it('leads to English where Korean has no such page, or one too old for what is explained', () => {
		for (const page of ['tasks/configure-pod-container/security-context/', 'concepts/workloads/controllers/statefulset/#start-ordinal']) {
			const { en, ko } = docsLink(page);
			assert.equal(ko, en);
		}
	});

	it('finds what Korean treats on another page', () => {
		assert.match(docsLink('concepts/workloads/pods/probes/#startup-probe').ko, /\/ko\/docs\/tasks\/.*probes\/#define-startup-probes$/);
	});

	it('is a page under /docs/ everywhere', () => {
		assert.deepEqual(
			linked.filter((link) => !/^(?:concepts|tasks|tutorials|reference)\/[a-z0-9/-]+\/(?:#[\w-]+)?$/.test(link)),
			[],
		);
	});

	it('knows of every anchor whether its Korean page has it', () => {
		const unknown = linked.filter((link) => {
			const [path = '', anchor] = link.split('#');
			if (anchor === undefined || koreanElsewhere[link]) return false;
			return koreanElsewhere[path] !== undefined || (koreanPages[path] !== undefined && koreanPages[path]?.[anchor] === undefined);
		});
		assert.deepEqual(unknown, []);
	});

	it('keeps no anchor that nothing links to', () => {
		const used = new Set(linked);
		const idle = Object.entries(koreanPages).flatMap(([path, anchors]) =>
			Object.keys(anchors).flatMap((anchor) => (used.has(`${path}#${anchor}`) ? [] : [`${path}#${anchor}`])),
		);
		assert.deepEqual(idle, []);
	});
});
