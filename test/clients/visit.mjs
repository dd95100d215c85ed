import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

/** One mistake, behind letters that editors, protocol and server count in different ways. */
const MANIFEST = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
  - { name: web, env: [{ name: PEA, value: "완두 🫛" }], imagee: "nginx:1.27" }
  - name: log
    image: busybox:1.36
    
`;

/** The line of the mistake, which is the seventh. */
export const LINE = MANIFEST.split('\n')[6] ?? '';

/**
 * What a real editor saw of the manifest. It is told by its environment where the manifest lies, how the server is started, and where to write down what it sees, as JSON.
 * Nothing that an editor does here takes long; one that waits for a key would wait for ever.
 */
export function seenBy(program, args) {
	const folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	const [file, seenFile] = [path.join(folder, 'web.yaml'), path.join(folder, 'seen.json')];
	writeFileSync(file, MANIFEST);
	const env = {
		...process.env,
		LC_ALL: 'C.UTF-8',
		PEAPOD_SERVER: JSON.stringify([process.execPath, path.resolve('dist/cli.js'), 'lsp', '--stdio']),
		PEAPOD_FILE: file,
		PEAPOD_SEEN: seenFile,
	};
	try {
		const { stderr } = spawnSync(program, args, { encoding: 'utf8', env, timeout: 60_000 });
		const seen = JSON.parse(readFileSync(seenFile, 'utf8'));
		assert.equal(seen?.fault, undefined, `${seen?.fault}\n${stderr}`);
		return seen;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Both faults are told on their line, by their codes, where an editor keeps those. */
export function assertTold(first) {
	const told = first.map((one) => [one.line, one.code]).toSorted((one, other) => (one[1] < other[1] ? -1 : 1));
	assert.deepEqual(told, [
		[7, 'container/image-required'],
		[7, 'decode/unknown-field'],
	]);
}

/** What is the same in every editor: the fields that completion offered, and whether a fault was gone once it was mended. */
export function testTyping(fields, isMended) {
	test('completion offers the fields of a container that are not there', () => {
		for (const field of ['livenessProbe', 'resources', 'ports']) assert.ok(fields.includes(field), field);
		for (const field of ['name', 'image']) assert.ok(!fields.includes(field), field);
	});

	test('what is mended is judged as it stands then', () => {
		assert.equal(isMended, true);
	});
}
