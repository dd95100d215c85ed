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
		readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when: string }[]>>;
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
	const icon = contributes.menus['editor/title']?.find(({ command }) => command === 'peapod.openPanel');
	assert.equal(icon?.when, 'resourceLangId == yaml && resourcePath in peapod.pods');
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
