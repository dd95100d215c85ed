import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Bilingual } from '../protocol/text';
import { onceEach, readFile, real, slashed } from './files';

/** What a repository held at a commit, by full paths with slashes. */
export interface Commit {
	/** All files, in order, and those of submodules. */
	readonly files: readonly string[];
	/** Whether it is one of them. */
	readonly has: (file: string) => boolean;
	/** Whether nobody knows if a file was there: it lies in a submodule, whose commit of then is not here. */
	readonly isUnknown: (file: string) => boolean;
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
	if ('en' in commit) return noCommit(root, revision);
	const tree = git(root, ['ls-tree', '-r', '-z', '--full-tree', lineOf(commit)]);
	if ('en' in tree) return tree;
	const entries = entriesIn(tree, root);
	const named = (type: Entry['type']): ReadonlyMap<string, string> => new Map(entries.flatMap((one) => (one.type === type ? [[one.file, one.hash]] : [])));
	return withSubmodules(commitOf(root, named('blob')), named('commit'));
}

/** In a clone without its past the commit may be elsewhere. */
function noCommit(root: string, revision: string): Bilingual {
	const shallow = git(root, ['rev-parse', '--is-shallow-repository']);
	if ('en' in shallow || lineOf(shallow) !== 'true') return { en: `there is no commit ${revision}.`, ko: `${revision} 커밋이 없다.` };
	return {
		en: `there is no commit ${revision} in this shallow clone: "git fetch --unshallow" fetches it, and in GitHub Actions "fetch-depth: 0" of actions/checkout.`,
		ko: `얕은 복제(shallow clone)라 ${revision} 커밋이 없다. git fetch --unshallow로 받는다. GitHub Actions에서는 actions/checkout에 fetch-depth: 0을 적는다.`,
	};
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
	return {
		files: [...blobs.keys()],
		has: (file) => blobs.has(file),
		isSame: (file) => unchanged(file) !== undefined,
		read: onceEach(blobAt),
		isUnknown: () => false,
	};
}

/** A commit together with those of its submodules that it names, by their folders. */
function withSubmodules(own: Commit, submodules: ReadonlyMap<string, string>): Commit {
	if (submodules.size === 0) return own;
	const all = [...submodules].map(([folder, hash]) => ({ folder, commit: submoduleAt(folder, hash) }));
	const commitWith = (file: string): Commit => all.find(({ folder }) => file.startsWith(`${folder}/`))?.commit ?? own;
	return {
		files: [...own.files, ...all.flatMap(({ commit }) => commit.files)],
		has: (file) => commitWith(file).has(file),
		isSame: (file) => commitWith(file).isSame(file),
		read: (file) => commitWith(file).read(file),
		isUnknown: (file) => commitWith(file).isUnknown(file),
	};
}

/** What is not known of a submodule is taken to be as it is: an overlay may be built from it. */
const UNKNOWN: Commit = { files: [], has: () => false, isSame: (file) => readFile(file) !== undefined, read: readFile, isUnknown: () => true };

function submoduleAt(folder: string, hash: string): Commit {
	// Where it is not checked out, git would look in the repository around it.
	const commit = existsSync(path.join(folder, '.git')) ? commitIn(folder, hash) : UNKNOWN;
	return 'en' in commit ? UNKNOWN : commit;
}

/** A file, or the commit of a submodule. */
interface Entry {
	readonly type: 'blob' | 'commit';
	readonly hash: string;
	readonly file: string;
}

/** `100644 blob HASH\tPATH`, `160000 commit HASH\tPATH`; links are no files. */
function entriesIn(tree: Uint8Array, root: string): readonly Entry[] {
	const rows = Buffer.from(tree).toString('utf8').split('\0');
	return rows.flatMap((row): Entry | readonly Entry[] => {
		const [, type, hash = '', name = ''] = /^(?:100\d{3}|160000) (blob|commit) ([\da-f]+)\t(.+)$/s.exec(row) ?? [];
		return type === 'blob' || type === 'commit' ? { type, hash, file: slashed(path.join(root, name)) } : [];
	});
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
