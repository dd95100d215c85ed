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

const wordsIn = (file: string): readonly (readonly [string, string])[] =>
	Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>);
const slotsIn = (text: string): readonly string[] => [...text.matchAll(/\{\d\}|\(command:[\w.]+/g)].map(([slot]) => slot).sort();

test('what is Korean is Korean, with what is filled in and what is done as in English', () => {
	const english = new Map(wordsIn('package.nls.json'));
	for (const [key, korean] of wordsIn('package.nls.ko.json')) {
		if (korean.endsWith('.svg')) continue;
		assert.match(korean, /[가-힣]/, key);
		assert.deepEqual(slotsIn(korean), slotsIn(english.get(key) ?? ''), key);
	}
	for (const [said, korean] of wordsIn('l10n/bundle.l10n.ko.json')) {
		assert.match(korean, /[가-힣]/, said);
		assert.deepEqual(slotsIn(korean), slotsIn(said), said);
	}
});

test('what VS Code shows of the package stands in no language there', () => {
	const shown = new Set(['title', 'shortTitle', 'label', 'description', 'markdownDescription', 'altText', 'displayName', 'deprecationMessage']);
	const lists = new Set(['enumDescriptions', 'markdownEnumDescriptions', 'enumItemLabels']);
	const plain: string[] = [];
	const look = (value: unknown, key: string): void => {
		if (typeof value === 'string' && shown.has(key) && !/^%[\w.]+%$/.test(value)) plain.push(`${key}: ${value}`);
		if (Array.isArray(value)) for (const one of value) look(one, lists.has(key) ? 'label' : '');
		else if (typeof value === 'object' && value !== null) for (const [name, one] of Object.entries(value)) look(one, name);
	};
	look((JSON.parse(readFileSync('package.json', 'utf8')) as { readonly contributes: unknown }).contributes, '');
	assert.deepEqual(plain, ['title: Peapod']);
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
