import { asWritten, type Told } from '../../../server/src/features/built/finding';
import { JudgedBefore } from '../../../server/src/features/built/judged-before';
import { diagnoseKustomization } from '../../../server/src/features/overlays/diagnose-kustomization';
import { gathered } from '../../../server/src/features/overlays/gather';
import { judgeRoots } from '../../../server/src/features/overlays/judge-roots';
import type { Parsed } from '../../../server/src/overlays/build/read';
import { readKustomization } from '../../../server/src/overlays/kustomization';
import { rootsOf } from '../../../server/src/overlays/roots';

/** What is remembered from one build to the next. */
export interface Kept {
	readonly parsed: Parsed;
	readonly before: Map<string, JudgedBefore>;
}

export const nothingKept = (): Kept => ({ parsed: new Map(), before: new Map() });

/** What is told of all overlays of some files, whose paths begin with /w/. */
export function judged(files: ReadonlyMap<string, string>, { parsed, before }: Kept = nothingKept()): readonly Told[] {
	const kustomizations = [...files].flatMap(([file, text]) => (/\/kustomization\.yaml$/.test(file) ? readKustomization(file, text) : []));
	const read = (file: string): string | undefined => files.get(file);
	const roots = judgeRoots(rootsOf(kustomizations), kustomizations, {
		read,
		version: 37,
		nameOf: (folder) => folder.replace(/^\/w\/?/, ''),
		parsed,
		before: (folder) => {
			const own = before.get(folder) ?? new JudgedBefore();
			before.set(folder, own);
			return own;
		},
	});
	const written = kustomizations.flatMap(({ file }) => diagnoseKustomization(file, files.get(file) ?? '', read));
	return [...gathered(roots), ...written.map(asWritten)];
}
