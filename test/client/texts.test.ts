import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const keysOf = (file: string): readonly string[] => Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object).sort();

test('every text of the client is there in Korean, and none that nobody shows', () => {
	const source = readdirSync('client/src', { recursive: true, withFileTypes: true })
		.flatMap((entry) => (entry.isFile() ? readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8') : []))
		.join('\n');
	const shown = [...source.matchAll(/l10n\.t\('((?:[^'\\]|\\.)+)'/g)].map((match) => match[1] ?? '');
	assert.ok(shown.length > 10);
	assert.deepEqual(keysOf('l10n/bundle.l10n.ko.json'), [...new Set(shown)].sort());
});

test('the walkthrough has its pictures in both languages, and what its buttons do is there', () => {
	const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
		readonly contributes: {
			readonly commands: readonly { readonly command: string }[];
			readonly walkthroughs: readonly {
				readonly steps: readonly { readonly id: string; readonly description: string; readonly media: { readonly svg: string } }[];
			}[];
		};
	};
	const commands = new Set(contributes.commands.map(({ command }) => command));
	const steps = contributes.walkthroughs.flatMap((one) => one.steps);
	assert.equal(steps.length, 5);
	for (const file of ['package.nls.json', 'package.nls.ko.json']) {
		const words = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
		const said = (key: string): string => words[key.slice(1, -1)] ?? '';
		for (const { id, description, media } of steps) {
			assert.match(readFileSync(said(media.svg), 'utf8'), /^<svg [^>]*viewBox/, id);
			const [, command = ''] = /\]\(command:([\w.]+)\)$/.exec(said(description)) ?? [];
			assert.ok(commands.has(command) || command.startsWith('workbench.'), `${file}, ${id}: ${command}`);
		}
	}
});

test('every text of the package is there in both languages', () => {
	const used = [...readFileSync('package.json', 'utf8').matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? '').sort();
	for (const file of ['package.nls.json', 'package.nls.ko.json']) assert.deepEqual(keysOf(file), used, file);
});
