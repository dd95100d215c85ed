import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { settingsPages } from '../../release/settings.mjs';

const read = (file: string): string => readFileSync(file, 'utf8');

test('the pages of settings are what package.json says: node release/settings.mjs writes them', () => {
	for (const { file, text } of settingsPages(read)) assert.equal(read(file), text, file);
});

test('every page stands in both languages, in the same parts', () => {
	const pages = readdirSync('docs').filter((name) => !name.endsWith('.ko.md'));
	assert.ok(pages.length >= 8);
	const partsOf = (text: string): readonly string[] => text.replace(/^```[\s\S]*?^```/gm, '').match(/^#+(?= )/gm) ?? [];
	for (const name of pages) {
		const other = name.replace(/\.md$/, '.ko.md');
		assert.deepEqual(partsOf(read(`docs/${other}`)), partsOf(read(`docs/${name}`)), other);
		assert.match(read(`docs/${other}`), /[가-힣]/, other);
	}
});

/** How sites make the name of a heading. */
const anchorsOf = (text: string): readonly string[] =>
	[...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
		title
			.toLowerCase()
			.replace(/[^\p{L}\p{N} _-]/gu, '')
			.replaceAll(' ', '-'),
	);

test('links lead to files and headings that are there', () => {
	const pages = [...readdirSync('docs').map((name) => `docs/${name}`), 'SUPPORT.md', 'SECURITY.md', 'README.md', 'README.ko.md'];
	for (const page of pages) {
		for (const [link, target = ''] of read(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
			const [file = '', anchor] = target.split('#');
			const full = file === '' ? page : path.join(path.dirname(page), file);
			assert.ok(existsSync(full), `${page}: ${link}`);
			if (anchor !== undefined) assert.ok(anchorsOf(read(full)).includes(decodeURIComponent(anchor)), `${page}: ${link}`);
		}
	}
});
