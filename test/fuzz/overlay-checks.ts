import { completeBuildFile } from '../../server/src/features/built/complete-build-file';
import { hoverBuildFile } from '../../server/src/features/built/hover-build-file';
import { indexDocument, sharedIndex } from '../../server/src/features/navigate/index-document';
import { rename } from '../../server/src/features/navigate/rename';
import { Workspace, type WorkspaceFile } from '../../server/src/features/navigate/workspace';
import { pathLinks } from '../../server/src/features/overlays/path-links';
import { aroundOf, type Surroundings } from '../../server/src/manifest/around';
import { read } from '../../server/src/manifest/read';
import { isKustomization, readKustomization } from '../../server/src/overlays/kustomization';
import { parse, split } from '../../server/src/yaml/parse';
import type { Random } from '../conformance/random';
import { accepted, applied } from '../features/applied';
import { judged, type Kept } from '../features/overlays/judged';
import { around, cursorIn, type Findings, shownOf } from './findings';

/** Files by their paths, of which one has just been edited. */
interface Asked {
	readonly files: ReadonlyMap<string, string>;
	readonly file: string;
	/** What the server remembers of earlier builds. */
	readonly kept: Kept;
	readonly findings: Findings;
	readonly random: Random;
}

/** A patch within it may be anything. */
const isSoundText = (text: string): boolean => split(text).every((part) => !part.separatorFault && parse(part.text).faults.length === 0);

/** Everything an editor asks of the files of overlays, and what must hold of the answers. */
export function askOverlay(asked: Asked): void {
	const { files, file, kept, findings, random } = asked;
	const text = files.get(file) ?? '';
	const shown = shownOf(files);
	const told = findings.ask('overlay', shown, () => judged(files, kept)) ?? [];
	for (const { file: at, diagnostic, related } of told) {
		findings.ranges('overlay', files.get(at) ?? '', [diagnostic.range]);
		for (const other of related) findings.ranges('overlay related', files.get(other.file) ?? '', [other.range]);
	}
	if (random.chance(0.1) && JSON.stringify(told) !== JSON.stringify(judged(files))) findings.add('overlay: built again is not as fresh', shown, file);
	const offset = cursorIn(text, random);
	if (isKustomization(file)) kustomization(asked, text, offset);
	if (random.chance(0.1)) renames(asked);
}

function kustomization({ file, files, findings, random }: Asked, text: string, offset: number): void {
	const range = findings.ask('overlay hover', text, () => hoverBuildFile(text, offset, 'Kustomization', 'both'))?.range;
	if (range) findings.ranges('overlay hover', text, [range]);
	const links =
		findings.ask('overlay links', text, () => pathLinks(file, text, (folder) => [...files.keys()].find((one) => one.startsWith(`${folder}/`)))) ?? [];
	findings.ranges(
		'overlay links',
		text,
		links.map((link) => link.range),
	);
	const items = findings.ask('overlay complete', text, () => completeBuildFile(text, offset, 'Kustomization', 'en', ['../base', 'web.yaml'])) ?? [];
	findings.ranges(
		'overlay complete',
		text,
		items.map((item) => item.range),
	);
	if (items.length === 0 || !isSoundText(text)) return;
	const item = random.of(items);
	if (!isSoundText(accepted(text, item)))
		findings.add('overlay complete: breaks the document', text, `${item.label} ${JSON.stringify(item.insert)} at ${around(text, offset)}`);
}

/** A name changes in all files at once, and nothing more is wrong with what is built than before. */
function renames({ files, file, findings, random }: Asked): void {
	if (![...files.values()].every(isSoundText)) return;
	const workspace = workspaceOf(files, file);
	const here = workspace.fileAt(file);
	const names =
		here?.parts.flatMap(({ start, index }) => index.objects.flatMap(({ occurrences }) => occurrences.map(({ range }) => start + range.start))) ?? [];
	if (!here || names.length === 0) return;
	const offset = random.of(names);
	const changed = findings.ask('overlay rename', files.get(file) ?? '', () => rename(workspace, here, offset, 'zz-new'));
	if (!changed) return;
	findings.count('overlay renamed');
	const after = new Map([...files, ...changed.map(({ file: { uri }, edits }) => [uri, applied(files.get(uri) ?? '', edits)] as const)]);
	const [before, now] = [faultsOf(files), faultsOf(after)];
	// What could not be built was not judged: all may show itself now.
	if (count(now, 'overlay/build') < count(before, 'overlay/build')) return;
	// A target may be a pattern.
	const more = now.find((code) => count(now, code) > count(before, code) && !(code === 'overlay/idle-patch' && PATTERN.test(shownOf(files))));
	if (more) findings.add(`overlay rename: makes ${more}`, shownOf(files), `${file} ${around(files.get(file) ?? '', offset)}`);
}

const PATTERN = /name: [\w-]*[.*|]/;

const faultsOf = (files: ReadonlyMap<string, string>): readonly string[] =>
	judged(files).flatMap(({ diagnostic: { severity, code } }) => (severity === 'error' || code === 'overlay/idle-patch' ? code : []));

const count = (codes: readonly string[], code: string): number => codes.filter((one) => one === code).length;

/** The names in all files; of all but one as of files that are not open. */
function workspaceOf(files: ReadonlyMap<string, string>, open: string): Workspace {
	const kustomizations = [...files].flatMap(([file, text]) => (isKustomization(file) ? readKustomization(file, text) : []));
	const surroundings: Surroundings = { kustomizations, charts: new Set() };
	const named = ([uri, text]: readonly [string, string]): WorkspaceFile => {
		const index = uri === open ? indexDocument : (section: Parameters<typeof indexDocument>[0]) => sharedIndex(indexDocument(section));
		const parts = read(text, undefined, aroundOf(uri, surroundings)).sections.map((section) => ({ start: section.start, index: index(section) }));
		return { uri, parts, positionAt: () => ({ line: 0, character: 0 }) };
	};
	return new Workspace([...files].map(named));
}
