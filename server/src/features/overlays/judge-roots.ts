import type { Origin } from '../../built/origin';
import { ALONE, type Around } from '../../manifest/around';
import { type Built, buildWithOrigins, type ReadFile } from '../../overlays/build/build';
import { isFault } from '../../overlays/build/object';
import type { Parsed } from '../../overlays/build/read';
import { KUSTOMIZATION_NAMES, type Kustomization } from '../../overlays/kustomization';
import { basesOf } from '../../overlays/roots';
import type { Minor } from '../../schema/schema';
import { type BuiltText, saidByTool } from '../built/finding';
import type { JudgedBefore } from '../built/judged-before';
import type { Root } from './gather';
import { builtFile, judgeOverlay } from './judge-overlay';

/** How overlays are built and judged. */
export interface Judging {
	readonly read: ReadFile;
	readonly version: Minor;
	/** What people call a folder. */
	readonly nameOf: (folder: string) => string;
	readonly around?: Around;
	/** What is remembered from one build to the next. */
	readonly parsed: Parsed;
	readonly before: (folder: string) => JudgedBefore;
}

/** An overlay that was built, or is known not to be. */
export interface JudgedRoot extends Root {
	readonly isBuilt: boolean;
	readonly built?: Built;
	readonly text?: BuiltText;
}

/** Builds an overlay and judges what comes of it; where it cannot be built, the one finding is why. */
export function judgeRoot(folder: string, judging: Judging): JudgedRoot {
	const files = new Set<string>();
	const read: ReadFile = (path) => {
		const content = judging.read(path);
		if (content !== undefined) files.add(path);
		return content;
	};
	const built = buildWithOrigins(read, folder, judging.parsed);
	const name = judging.nameOf(folder);
	const home: Origin = { file: kustomizationIn(folder, judging.read), range: { start: 0, end: 0 } };
	if (isFault(built)) {
		const at = built.at?.file ? built.at : home;
		return { name, files, isBuilt: false, notes: [], findings: [saidByTool('overlay/build', built.error, [at])] };
	}
	const before = judging.before(folder);
	// What was merged into nothing was not judged: it counts as a file of its own.
	for (const { kind, at } of built.notes) if (kind === 'unmerged' && at.file !== home.file) files.delete(at.file);
	const text = judgeOverlay(builtFile(built, before, judging.around ?? ALONE), judging.version, before, home);
	return { name, files, isBuilt: true, built, notes: built.notes, findings: text.findings, text };
}

/** The same of several. Of one that cannot be built, what it builds on is judged by itself. */
export function judgeRoots(folders: readonly string[], kustomizations: readonly Kustomization[], judging: Judging): readonly JudgedRoot[] {
	const judged: JudgedRoot[] = [];
	const roots = new Set(folders);
	const queue = new Set(folders);
	for (const folder of queue) {
		const root = judgeRoot(folder, judging);
		// What runs in a circle does so for all that lie on it.
		const isCircle = !roots.has(folder) && root.findings.some(({ diagnostic }) => diagnostic.message.includes('cycle detected'));
		judged.push(isCircle ? { ...root, findings: [] } : root);
		if (!root.isBuilt) for (const base of basesOf(folder, kustomizations)) queue.add(base);
	}
	return judged;
}

function kustomizationIn(folder: string, read: ReadFile): string {
	const paths = KUSTOMIZATION_NAMES.map((name) => `${folder}/${name}`);
	return paths.find((path) => read(path) !== undefined) ?? paths[0] ?? folder;
}
