/** What the kustomizations on the disk make of a file, and which of them are asked. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { checkFile } from '../../server/src/cli/check-file';
import { real } from '../../server/src/cli/files';
import { DiskSurroundings } from '../../server/src/cli/surroundings';
import { NEWEST } from '../../server/src/schema/schema';
import { putFiles } from './bundled';

const PATCH = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 3}\n';

/** Does something with files below a folder, and with the folder. */
function withFiles(files: Readonly<Record<string, string>>, look: (folder: string) => void): void {
	const folder = real(mkdtempSync(path.join(tmpdir(), 'peapod-')));
	try {
		putFiles(folder, files);
		look(folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const codesIn = (file: string): readonly string[] =>
	checkFile({ path: file, shown: file }, { versions: [NEWEST], ratings: new Map(), kinds: {} }, new DiskSurroundings()).found.map(({ code }) => code);

test('a file that no kustomization above it speaks of has those asked alone, unless something is found in it', () => {
	const files = { '.git/HEAD': '', 'patches/web.yaml': PATCH, 'far/prod/kustomization.yaml': 'patches: [{path: ../../patches/web.yaml}]\n' };
	withFiles(files, (folder) => {
		const file = path.join(folder, 'patches/web.yaml');
		assert.deepEqual(new DiskSurroundings().nearby(file), {});
		assert.equal(new DiskSurroundings().around(file).isPatch, true);
		assert.deepEqual(codesIn(file), []);
	});
});

test('a file that one above it speaks of has all asked: overlays may lie anywhere', () => {
	const files = {
		'.git/HEAD': '',
		'apps/base/kustomization.yaml': 'resources: [web.yaml]\n',
		'apps/base/web.yaml': PATCH,
		'far/away/prod/kustomization.yaml': 'resources: [../../../apps/base]\nnamespace: prod\nreplicas: [{name: web, count: 2}]\n',
	};
	withFiles(files, (folder) => {
		const { changes } = new DiskSurroundings().nearby(path.join(folder, 'apps/base/web.yaml'));
		assert.deepEqual([changes?.setsNamespace, changes?.replicas], [true, ['web']]);
	});
});

test('a repository is looked through to its end, however many folders it has', () => {
	const files = {
		'.git/HEAD': '',
		'zz/deep/patches/web.yaml': PATCH,
		'zz/deep/overlays/prod/kustomization.yaml': 'patches: [{path: ../../patches/web.yaml}]\n',
	};
	withFiles(files, (folder) => {
		for (let i = 0; i < 3100; i++) mkdirSync(path.join(folder, `svc${i}`));
		assert.deepEqual(codesIn(path.join(folder, 'zz/deep/patches/web.yaml')), []);
	});
});

test('without a repository what is nearest is seen, however much lies beside it', () => {
	const files = {
		'shop/base/kustomization.yaml': 'resources: [web.yaml]\n',
		'shop/base/web.yaml': PATCH,
		'shop/overlays/a/b/kustomization.yaml': 'resources: [../../../base]\nnamespace: b\n',
	};
	withFiles(files, (folder) => {
		for (let i = 0; i < 400; i++) mkdirSync(path.join(folder, `a${i}`));
		assert.equal(new DiskSurroundings().nearby(path.join(folder, 'shop/base/web.yaml')).changes?.setsNamespace, true);
	});
});

test('what git leaves out speaks of nothing that it keeps, and of what lies there', () => {
	const overlay = 'resources: [../base]\nnamespace: made\n';
	const base = { 'kustomization.yaml': 'resources: [web.yaml]\n', 'web.yaml': PATCH };
	const files = {
		'.git/HEAD': '',
		'.gitignore': 'made/\n',
		'base/kustomization.yaml': base['kustomization.yaml'],
		'base/web.yaml': base['web.yaml'],
		'made/overlay/kustomization.yaml': 'resources: [../../base]\nnamespace: made\n',
		'made/base/kustomization.yaml': base['kustomization.yaml'],
		'made/base/web.yaml': base['web.yaml'],
		'made/own/kustomization.yaml': overlay,
	};
	withFiles(files, (folder) => {
		const isMoved = (file: string): boolean | undefined => new DiskSurroundings().nearby(path.join(folder, file)).changes?.setsNamespace;
		assert.deepEqual([isMoved('base/web.yaml'), isMoved('made/base/web.yaml')], [false, true]);
	});
});
