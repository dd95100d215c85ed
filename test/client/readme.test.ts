import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';

test('the readme of the package leads nowhere but into itself, and shows what VS Code can show', () => {
	const readme = execFileSync(process.execPath, ['readme.mjs'], { encoding: 'utf8' });
	const anchors = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => `#${title.toLowerCase().replace(/[:]/g, '').replaceAll(' ', '-')}`);
	const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, to = '']) => to);
	assert.ok(links.length >= 6, links.join());
	assert.deepEqual(
		links.filter((to) => !to.startsWith('https://') && !anchors.includes(to)),
		[],
	);
	assert.doesNotMatch(readme, /!\[|\]\(#\)|undefined/);
	assert.match(readme, /beside the manifest: \[Scenarios\]\(#scenarios\)\./);
});
