import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

test('the readme of the package leads into itself and to files of the repository, and shows what VS Code can show', () => {
	const readme = execFileSync(process.execPath, ['readme.mjs'], { encoding: 'utf8' });
	const anchors = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => `#${title.toLowerCase().replace(/[:]/g, '').replaceAll(' ', '-')}`);
	const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, to = '']) => to);
	const { repository } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly repository: { readonly url: string } };
	const files = `${repository.url.replace(/\.git$/, '')}/blob/HEAD/`;
	assert.ok(links.filter((to) => to.startsWith(files)).length >= 12 && links.some((to) => to.startsWith('#')), links.join());
	assert.deepEqual(
		links.filter((to) => (to.startsWith(files) ? !existsSync(to.slice(files.length)) : !to.startsWith('https://') && !anchors.includes(to))),
		[],
	);
	assert.doesNotMatch(readme, /!\[|\]\(#\)|undefined/);
	assert.match(readme, /beside the manifest: \[docs\/scenarios\.md\]\(https:/);
});
