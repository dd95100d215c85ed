import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mock, test } from 'node:test';
import { isFormer } from '../../client/src/former';
import { Resting } from '../../client/src/resting';
import { settingTarget } from '../../client/src/setting-target';
import { HINT_KINDS } from '../../server/src/features/hint-kinds';
import { NEWEST, OLDEST } from '../../server/src/schema/schema';

test('a setting is written where it is set; a version else into the project, a language for the user', () => {
	for (const [set, setting, hasWorkspace, target] of [
		[undefined, 'language', true, 'user'],
		[{}, 'language', true, 'user'],
		[{}, 'kubernetesVersion', true, 'workspace'],
		[{}, 'kubernetesVersion', false, 'user'],
		[{ workspaceValue: 'ko' }, 'language', true, 'workspace'],
		[{ workspaceValue: '1.36', workspaceFolderValue: '1.35' }, 'kubernetesVersion', true, 'folder'],
		[{ workspaceFolderValue: 'ko' }, 'language', true, 'folder'],
	] as const)
		assert.equal(settingTarget(set, setting, hasWorkspace), target);
});

test('what a file was before is not accused', () => {
	assert.deepEqual(['git', 'gitlens', 'review', 'peapod-former', 'file', 'untitled', 'vscode-remote', 'vscode-vfs'].map(isFormer), [
		true,
		true,
		true,
		true,
		false,
		false,
		false,
		false,
	]);
});

test('what is wished for again and again is done once, when it rests', () => {
	mock.timers.enable({ apis: ['setTimeout'] });
	let done = 0;
	const resting = new Resting(120, () => done++);
	for (let i = 0; i < 5; i++) {
		resting.soon();
		mock.timers.tick(100);
	}
	assert.equal(done, 0);
	mock.timers.tick(20);
	assert.equal(done, 1);
	resting.soon();
	resting.dispose();
	mock.timers.tick(1000);
	assert.equal(done, 1);
	mock.timers.reset();
});

interface Package {
	readonly contributes: {
		readonly commands: readonly { readonly command: string }[];
		readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly submenu?: string; readonly when: string }[]>>;
		readonly keybindings: readonly { readonly command: string; readonly key: string; readonly mac: string; readonly when: string }[];
		readonly configuration: {
			readonly properties: Readonly<Record<string, { readonly enum?: readonly string[]; readonly default: unknown; readonly scope: string }>>;
		};
		readonly configurationDefaults: Readonly<Record<string, unknown>>;
	};
}
const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Package;

test('the versions that can be set are those that there are', () => {
	const version = contributes.configuration.properties['peapod.kubernetesVersion'];
	const known = Array.from({ length: NEWEST - OLDEST + 1 }, (_, i) => `1.${OLDEST + i}`);
	assert.deepEqual(version?.enum, known);
	assert.equal(version?.default, known.at(-1));
});

test('the icon stands over files with a life, not over whatever is edited beside them', () => {
	const icon = (asked: string) => contributes.menus['editor/title']?.find(({ command }) => command === asked)?.when;
	assert.equal(icon('peapod.openPanel'), 'resourceLangId =~ /^(yaml|helm)$/ && resourcePath in peapod.pods');
	assert.equal(icon('peapod.showRendered'), 'resourcePath in peapod.rendered');
	const known = new Set(contributes.commands.map(({ command }) => command));
	for (const items of Object.values(contributes.menus)) for (const { command } of items) assert.ok(command === undefined || known.has(command), command);
});

test('hints are shown unless somebody says otherwise as the server has it', () => {
	const set = Object.entries(contributes.configuration.properties).flatMap(([name, { default: shown }]) =>
		name.startsWith('peapod.hints.') ? [[name.slice('peapod.hints.'.length), shown]] : [],
	);
	assert.deepEqual(Object.fromEntries(set), HINT_KINDS);
});

test('what belongs to a person is set for the window, what belongs to a project for its folder', () => {
	const scopes = Object.fromEntries(Object.entries(contributes.configuration.properties).map(([name, { scope }]) => [name, scope]));
	assert.deepEqual(scopes, {
		'peapod.language': 'window',
		'peapod.kubernetesVersion': 'resource',
		'peapod.codeLens': 'resource',
		'peapod.applyPreview': 'resource',
		'peapod.podSecurity': 'resource',
		'peapod.hints.qos': 'resource',
		'peapod.hints.requests': 'resource',
		'peapod.hints.probes': 'resource',
		'peapod.hints.shutdown': 'resource',
		'peapod.hints.schedule': 'resource',
		'peapod.hints.imagePullPolicy': 'resource',
		'peapod.hints.units': 'resource',
		'peapod.helm.namespace': 'resource',
		'peapod.helm.release': 'resource',
		'peapod.helm.values': 'resource',
		'peapod.hints.defaults': 'resource',
		'peapod.enable': 'resource',
		'peapod.ignore': 'resource',
		'peapod.podTemplates': 'resource',
		'peapod.severity': 'resource',
		'peapod.trace.server': 'window',
	});
});

/** Templates of charts are called helm where another extension has a word for them. */
const OF_YAML = 'editorLangId =~ /^(yaml|helm)$/';

test('what may be asked of YAML may be asked of templates of charts', () => {
	for (const asked of ['peapod.openPanel', 'peapod.previewApply', 'peapod.playApply', 'peapod.previewApplyWith']) {
		const entry = contributes.menus.commandPalette?.find(({ command }) => command === asked);
		assert.ok(entry?.when.startsWith(OF_YAML), asked);
	}
});

/** Behind `ctrl+k`, in any editor: what VS Code 1.139 has there on Linux, macOS and Windows, by its own list of default keybindings and its built-in extensions. */
const TAKEN = 'c d e f i m n o p r s t u v w y z'.split(' ');

test('a key is a chord of ours alone, on macOS with the other modifier', () => {
	const commands = new Set(contributes.commands.map(({ command }) => command));
	const seen = new Set<string>();
	for (const { command, key, mac, when } of contributes.keybindings) {
		const [, letter = ''] = /^ctrl\+k ([a-z])$/.exec(key) ?? [];
		assert.ok(letter !== '' && !TAKEN.includes(letter) && !seen.has(letter), key);
		seen.add(letter);
		assert.equal(mac, key.replace('ctrl', 'cmd'));
		assert.equal(when, `editorTextFocus && ${OF_YAML}`);
		assert.ok(commands.has(command), command);
	}
	assert.equal(seen.size, 3);
});

/** What VS Code makes of a clause for a file in the explorer, for the few forms that ours have. */
function isOffered(when: string, path: string, known: Readonly<Record<string, readonly string[]>>): boolean {
	const name = path.slice(path.lastIndexOf('/') + 1);
	const keys: Readonly<Record<string, string>> = {
		resourceFilename: name,
		resourceExtname: /\.[^.]+$/.exec(name)?.[0] ?? '',
		resourceDirname: path.slice(0, -name.length - 1),
		resourcePath: path,
	};
	const holds = (term: string): boolean => {
		const [, not, key = '', sign, value = ''] = /^(!\()?(\w+) (=~|==|in) (.*?)\)?$/.exec(/^!\(.*\)$/.test(term) ? term : `${term})`) ?? [];
		const word = keys[key] ?? assert.fail(term);
		const is = sign === '==' ? word === value : sign === 'in' ? known[value]?.includes(word) === true : new RegExp(value.slice(1, -1)).test(word);
		return is !== (not !== undefined);
	};
	return when.split(' || ').some((all) => all.split(' && ').every(holds));
}

test('the explorer offers what makes sense of a file, and nothing on others', () => {
	const known = { 'peapod.overlays': ['/w/live'], 'peapod.charts': ['/w/shop'] };
	const offered = (path: string): readonly (string | undefined)[] =>
		(contributes.menus['explorer/context'] ?? []).flatMap(({ command, submenu, when }) =>
			isOffered(when, path, known) ? (command ?? submenu ?? '').replace('peapod.', '') : [],
		);
	assert.deepEqual(offered('/w/live/kustomization.yaml'), ['showBuilt']);
	assert.deepEqual(offered('/w/live/Kustomization'), ['showBuilt']);
	assert.deepEqual(offered('/w/live'), ['showBuilt']);
	assert.deepEqual(offered('/w/shop'), ['showRendered']);
	assert.deepEqual(offered('/w/shop/Chart.yaml'), ['showRendered', 'previewApply']);
	assert.deepEqual(offered('/w/web.yaml'), ['ofFile']);
	assert.deepEqual(offered('/w/web.yml'), ['ofFile']);
	assert.deepEqual(offered('/w/web.crash.scenario.yaml'), ['openPanel', 'runTests']);
	for (const dump of ['pod.json', 'web-pods.txt', 'events.log', 'describe-web.txt']) assert.deepEqual(offered(`/w/${dump}`), ['why'], dump);
	const others = [
		'package.json',
		'podcast.json',
		'server.log',
		'readme.txt',
		'shop/values.yaml',
		'shop/values-live.yaml',
		'compose.yaml',
		'docker-compose.dev.yml',
		'.gitlab-ci.yml',
		'.github/workflows/ci.yml',
		'pnpm-lock.yaml',
		'main.go',
		'src',
	];
	for (const other of others) assert.deepEqual(offered(`/w/${other}`), [], other);
});
