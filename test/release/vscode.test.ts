import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Setting {
	readonly order?: number;
	readonly description?: string;
	readonly markdownDescription?: string;
	readonly enum?: readonly string[];
	readonly markdownEnumDescriptions?: readonly string[];
	readonly additionalProperties?: Setting;
}

interface Extension {
	readonly categories: readonly string[];
	readonly galleryBanner: { readonly color: string; readonly theme: string };
	readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, Setting>> } };
	readonly [field: string]: unknown;
}
const EXTENSION = JSON.parse(readFileSync('package.json', 'utf8')) as Extension;

test('a folder with files that no language of VS Code stands for wakes the extension, too', () => {
	const read = [...readFileSync('client/src/files.ts', 'utf8').matchAll(/\b(language|pattern): '([^']*)'/g)].map(([, by, what]) =>
		by === 'language' ? `onLanguage:${what}` : `workspaceContains:${what}`,
	);
	// Templates lie beside a Chart.yaml.
	const wanted = read.filter((one) => !one.endsWith('.tpl'));
	assert.ok(wanted.length > 2);
	const wakes = EXTENSION['activationEvents'] as readonly string[];
	assert.deepEqual(
		wanted.filter((one) => !wakes.includes(one)),
		[],
	);
});

test('the Marketplace and Open VSX are told what they show', () => {
	for (const field of [
		'name',
		'displayName',
		'description',
		'publisher',
		'version',
		'license',
		'repository',
		'bugs',
		'homepage',
		'qna',
		'pricing',
		'icon',
		'keywords',
	]) {
		assert.ok(EXTENSION[field], field);
	}
	assert.ok(existsSync(String(EXTENSION['icon'])));
	assert.match(EXTENSION.galleryBanner.color, /^#[0-9a-f]{6}$/);
	assert.ok(['dark', 'light'].includes(EXTENSION.galleryBanner.theme));
	const known = [
		'Programming Languages',
		'Snippets',
		'Linters',
		'Themes',
		'Debuggers',
		'Formatters',
		'Keymaps',
		'SCM Providers',
		'Other',
		'Extension Packs',
		'Language Packs',
		'Data Science',
		'Machine Learning',
		'Visualization',
		'Notebooks',
		'Education',
		'Testing',
		'AI',
		'Chat',
	];
	assert.deepEqual(
		EXTENSION.categories.filter((one) => !known.includes(one)),
		[],
	);
});

/** Values that say what they are: versions. */
const SPEAKING = ['peapod.kubernetesVersion'];

test('settings stand in an order, and say in Markdown what they and their values do', () => {
	const settings = Object.entries(EXTENSION.contributes.configuration.properties);
	assert.deepEqual(
		settings.map(([, { order }]) => order).toSorted((a = 0, b = 0) => a - b),
		settings.map((_, i) => i + 1),
	);
	for (const [name, setting] of settings) {
		assert.match(setting.markdownDescription ?? '', /^%config\.[\w.]+%$/, name);
		assert.equal(setting.description, undefined, name);
		const { enum: values = [], markdownEnumDescriptions: texts = [] } = setting.additionalProperties ?? setting;
		if (!SPEAKING.includes(name)) assert.equal(texts.length, values.length, name);
		for (const text of texts) assert.match(text, /^%config\.[\w.]+%$/, name);
	}
});

test('what is packed is what the extension is made of', () => {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies'], {
		encoding: 'utf8',
		// Nothing is built for a list; README.md is replaced by dist/readme.md when the extension is packed.
		env: { ...process.env, npm_config_ignore_scripts: 'true' },
	});
	assert.equal(status, 0, stderr);
	const files = stdout
		.trim()
		.split('\n')
		.filter((line) => !line.startsWith('>') && line !== '');
	for (const name of ['package.json', 'package.nls.json', 'package.nls.ko.json', 'LICENSE', 'CHANGELOG.md', 'media/icon.png'])
		assert.ok(files.includes(name), name);
	const parts =
		/^(?:package(?:\.nls(?:\.ko)?)?\.json|LICENSE|README\.md|CHANGELOG\.md|l10n\/[\w.-]+\.json|media\/icon\.png|media\/walkthrough\/[\w.-]+\.svg|syntaxes\/[\w.-]+\.json|dist\/(?:[\w-]+\/)?[\w.-]+\.(?:js|css)|dist\/readme\.md)$/;
	assert.deepEqual(
		files.filter((file) => !parts.test(file)),
		[],
	);
});
