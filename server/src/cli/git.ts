import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Bilingual } from '../protocol/text';
import { onceEach, readFile, real, slashed } from './files';

/** What a repository held at a commit, by full paths with slashes. */
export interface Commit {
	/** All files, in order. */
	readonly files: readonly string[];
	/** Whether a file is there now as it was then. */
	readonly isSame: (file: string) => boolean;
	/** A file as it was; undefined where there was none. */
	readonly read: (file: string) => Uint8Array | undefined;
}

/** Finds a commit in the repositories that folders lie in, in each once, or tells why there is none. `--against` alone asks: nothing else that Peapod does starts a program. */
export function commitsAt(revision: string): (folder: string) => Commit | Bilingual {
	const commitAt = onceEach((root) => commitIn(root, revision));
	return onceEach((folder) => {
		const top = git(folder, ['rev-parse', '--show-toplevel']);
		return 'en' in top ? top : commitAt(real(lineOf(top)));
	});
}

function commitIn(root: string, revision: string): Commit | Bilingual {
	const commit = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
	if ('en' in commit) return { en: `there is no commit ${revision}.`, ko: `${revision} 커밋이 없다.` };
	const tree = git(root, ['ls-tree', '-r', '-z', '--full-tree', lineOf(commit)]);
	if ('en' in tree) return tree;
	return commitOf(root, blobsIn(tree, root));
}

function commitOf(root: string, blobs: ReadonlyMap<string, string>): Commit {
	const unchanged = onceEach((file) => {
		const [now, blob] = [readFile(file), blobs.get(file)];
		return now && blob !== undefined && hashOf(now, blob.length) === blob ? now : undefined;
	});
	const blobAt = (file: string): Uint8Array | undefined => {
		const blob = blobs.get(file);
		if (blob === undefined) return undefined;
		const then = unchanged(file) ?? git(root, ['cat-file', 'blob', blob]);
		return 'en' in then ? undefined : then;
	};
	return { files: [...blobs.keys()], isSame: (file) => unchanged(file) !== undefined, read: onceEach(blobAt) };
}

/** Files by their blobs: `100644 blob HASH\tPATH`; links and submodules are no files. */
function blobsIn(tree: Uint8Array, root: string): ReadonlyMap<string, string> {
	const rows = Buffer.from(tree).toString('utf8').split('\0');
	return new Map(
		rows.flatMap((row) => {
			const [, hash = '', name = ''] = /^100\d{3} blob ([\da-f]+)\t(.+)$/s.exec(row) ?? [];
			return name === '' ? [] : [[slashed(path.join(root, name)), hash] as const];
		}),
	);
}

/** The name of a blob (git-hash-object): SHA-1 is written with 40 letters, SHA-256 with 64. */
const hashOf = (bytes: Uint8Array, letters: number): string =>
	createHash(letters === 64 ? 'sha256' : 'sha1')
		.update(`blob ${bytes.length}\0`)
		.update(bytes)
		.digest('hex');

const lineOf = (output: Uint8Array): string => Buffer.from(output).toString('utf8').replace(/\n$/, '');

/** So much may a file have. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Asks git for objects: what runs filters, hooks or monitors that a repository configures is not asked, and nothing is fetched. */
function git(folder: string, args: readonly string[]): Uint8Array | Bilingual {
	const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' };
	const { status, stdout, stderr, error } = spawnSync('git', args, { cwd: folder, env, maxBuffer: MOST_BYTES, stdio: ['ignore', 'pipe', 'pipe'] });
	if (error) return { en: `--against needs git, which does not run: ${error.message}.`, ko: `--against에는 git이 필요한데 실행되지 않는다: ${error.message}.` };
	if (status === 0) return stdout;
	const said = stderr.toString('utf8').trim();
	return { en: `git refuses in ${folder}: ${said}`, ko: `${folder}에서 git이 거부한다: ${said}` };
}
