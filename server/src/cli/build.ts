import { build as buildOverlay } from '../overlays/build/build';
import { isFault } from '../overlays/build/object';
import type { Bilingual } from '../protocol/text';
import { isFolder, readFile, real } from './files';
import { mapLines } from './lines';
import { options } from './options';
import { complain } from './say';

/** `peapod build DIR`: what an overlay builds, as `kubectl kustomize` prints it. The exit code is 1 where it cannot be built. */
export async function build(args: readonly string[]): Promise<number> {
	const { positionals, language, faults } = options(args, []);
	const [folder, ...more] = positionals;
	if (folder === undefined || more.length > 0) faults.push({ en: 'build needs one folder.', ko: '폴더 하나를 적어야 한다.' });
	else if (!isFolder(folder)) faults.push({ en: `there is no folder ${folder}.`, ko: `${folder} 폴더가 없다.` });
	if (folder === undefined || faults.length > 0) {
		complain('build', faults, language);
		return 2;
	}
	const built = buildOverlay(readFile, real(folder));
	if (isFault(built)) {
		complain('build', [notBuilt(folder, built.error)], language);
		return 1;
	}
	process.stdout.write(built);
	return 0;
}

/** Why there is nothing of an overlay, in kustomize's words. */
export const notBuilt = (folder: string, error: string): Bilingual => ({
	en: `cannot build ${folder}: ${error}`,
	ko: `${folder} 폴더를 빌드할 수 없다: ${error}`,
});

/** `peapod build --jsonl`: a folder on each line in, what it builds on each line out. */
export function buildLines(): Promise<number> {
	return mapLines(({ id, dir }) => {
		if (typeof dir !== 'string') return { id, error: 'The line needs "dir", a string.' };
		const built = buildOverlay(readFile, real(dir));
		return isFault(built) ? { id, error: built.error } : { id, yaml: built };
	});
}
