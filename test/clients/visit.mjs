import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** What the page on editors prints under a heading, in a language: what people copy is what is run. */
export function printed(heading, language, index = 0) {
	const sections = readFileSync('docs/editors.md', 'utf8').split(/^## /m);
	const section = sections.find((one) => one.startsWith(`${heading}\n`)) ?? '';
	const [, text] = [...section.matchAll(new RegExp(`^\`{3}${language}\n([\\s\\S]*?)^\`{3}$`, 'gm'))][index] ?? [];
	assert.ok(text, `docs/editors.md: ${heading}`);
	return text;
}

/**
 * What a real editor saw of the manifest, in a home of its own that has `peapod` on the path and these files. It is told by its environment where the manifest lies, and where to write down what it sees, as JSON.
 * Nothing that an editor does here takes long; one that waits for a key would wait for ever.
 */
export function seenBy(program, args, files) {
	const folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	const put = (name, text, mode) => {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), text, { mode });
		return path.join(folder, name);
	};
	const file = put('web.yaml', MANIFEST);
	put('bin/peapod', `#!/bin/sh\nexec '${process.execPath}' '${path.resolve('dist/cli.js')}' "$@"\n`, 0o755);
	for (const [name, text] of Object.entries(files)) put(name, text);
	const seenFile = path.join(folder, 'seen.json');
	const env = {
		...process.env,
		LC_ALL: 'C.UTF-8',
		HOME: folder,
		PATH: `${path.join(folder, 'bin')}:${process.env.PATH}`,
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
