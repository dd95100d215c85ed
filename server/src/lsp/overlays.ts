import { asWritten, type BuiltText, keyOf, type Source, type Told } from '../features/built/finding';
import { JudgedBefore } from '../features/built/judged-before';
import type { Lived } from '../features/built/lived';
import { mendedBuilt } from '../features/built/mend-built';
import type { Diagnostic } from '../features/diagnose/diagnostic';
import { mendsBuilt } from '../features/diagnose/mends';
import type { TriedFix } from '../features/diagnose/trial';
import { diagnoseKustomization } from '../features/overlays/diagnose-kustomization';
import { gathered } from '../features/overlays/gather';
import { type JudgedRoot, judgeRoot } from '../features/overlays/judge-roots';
import { keptByNone } from '../features/overlays/kept-by-none';
import { livedBase } from '../features/overlays/lived-base';
import { type PathLink, pathLinks, pathsFrom } from '../features/overlays/path-links';
import { followRenames, type RenamedFile } from '../features/overlays/renamed-files';
import { builtText, originAt } from '../features/overlays/show-built';
import { together } from '../features/overlays/together';
import type { Beside } from '../features/scenario/scenario-names';
import { BUILT } from '../manifest/around';
import type { File } from '../manifest/read';
import { type Built, buildWithOrigins } from '../overlays/build/build';
import { isFault } from '../overlays/build/object';
import type { Parsed } from '../overlays/build/read';
import { folderOf, isKustomization, KUSTOMIZATION_NAMES } from '../overlays/kustomization';
import { rootsReaching } from '../overlays/roots';
import type { BuiltAnswer } from '../protocol/requests';
import { isInside, type Range } from '../yaml/node';
import { type Edit, edited } from '../yaml/text-edit';
import type { Edited } from './convert';
import type { Overlaid } from './manifests';
import { MOST_ROUNDS, type PlaceIn, type ReadTexts, shownFrom, type Texts } from './read-texts';
import { MadeOnce } from './remembered';
import { aroundOf, type Settings } from './settings';

/** So many overlays of a file are built; a base that more build on is judged by these. */
const MOST_ROOTS = 8;

interface Kept {
	readonly root: JudgedRoot;
	/** What it was built from. */
	readonly inputs: ReadonlyMap<string, string | undefined>;
}

/** The overlays that open files are part of, built from what editors and the disk have, and judged. */
export class BuiltOverlays {
	/** By their folders and versions. */
	private readonly roots = new Map<string, Kept>();
	private readonly parsed: Parsed = new Map();
	private readonly before = new Map<string, JudgedBefore>();
	/** The kinds that hold pods, as overlays were judged last. */
	private kinds: Settings['podTemplates'];
	/** What was built when it was asked last what mends it. */
	private mending: readonly BuiltText[] = [];
	/** What mends faults of that, by their keys: an editor asks at every move of the cursor. */
	private readonly fixes = new MadeOnce<readonly BuiltText[], readonly TriedFix[]>();
	/** Whether they take what mends a file alone. */
	private readonly taken = new MadeOnce<readonly BuiltText[], boolean>();
	/** What overlays make of files, as long as they are as they are. */
	private readonly lives = new MadeOnce<Built, Lived | undefined>();
	/** The same with other texts of the files: turning a knob asks again for what the last one was. */
	private readonly others = new MadeOnce<Built, File | undefined>();
	/** What an editor shows of overlays, by their folders. */
	private readonly shownTexts = new Map<string, Built>();

	constructor(
		private readonly source: Texts,
		private readonly texts: ReadTexts,
	) {}

	/** The folders of the overlays that a file is part of. */
	reaching(file: string): readonly string[] {
		return rootsReaching(file, this.source.kustomizations());
	}

	/** Whether an overlay was built from a file: it may build something else now. */
	isMadeOf(file: string): boolean {
		for (const { inputs } of this.roots.values()) if (inputs.has(file)) return true;
		return false;
	}

	/** Where an open kustomization leads, also to what is not there yet; nothing for other files. */
	links(file: string): readonly { readonly range: Range; readonly uri: string }[] {
		return this.paths(file).map((one) => ({ range: one.range, uri: this.source.uriOf(one.file) }));
	}

	/** The file that a path at an offset of an open kustomization leads to; undefined where no path stands, or nothing at its end. */
	async fileNamed(file: string, offset: number): Promise<string | undefined> {
		const path = this.paths(file).find(({ range }) => isInside(range, offset));
		return path && (await this.texts.isThere(path.file)) ? this.source.uriOf(path.file) : undefined;
	}

	private paths(file: string): readonly PathLink[] {
		if (!isKustomization(file)) return [];
		const all = this.source.kustomizations();
		return pathLinks(file, this.texts.now(file) ?? '', (folder) => all.find((one) => one.folder === folder)?.file);
	}

	/** What kustomizations have to say anew when files are called otherwise. */
	async followed(renames: readonly RenamedFile[]): Promise<readonly { readonly document: Edited; readonly edits: readonly Edit[] }[]> {
		const all = this.source.kustomizations().map(({ file }) => file);
		await this.texts.read(all.filter((file) => this.texts.now(file) === undefined));
		return all.flatMap((file) => {
			const edits = followRenames(file, this.texts.now(file) ?? '', renames);
			return edits.length > 0 ? { document: this.texts.edited(file), edits } : [];
		});
	}

	/** What a kustomization may name, from its own folder: folders of others, and files. */
	pathsFor(file: string): readonly string[] {
		const folder = folderOf(file);
		const folders = this.source.kustomizations().flatMap((one) => (one.folder === folder ? [] : one.folder));
		const files = this.source.files().filter((one) => one.startsWith(`${folder}/`) && !isKustomization(one));
		return pathsFrom(folder, [...files, ...folders]);
	}

	/** Whether a file is the kustomization of an overlay that nobody builds on. */
	isRoot(file: string): boolean {
		return isKustomization(file) && this.reaching(file).includes(folderOf(file));
	}

	/** The overlays that a file is part of, as people call their folders. */
	named(file: string): readonly string[] {
		return this.reaching(file).map((folder) => this.nameOf(folder));
	}

	private nameOf(folder: string): string {
		return folder.slice(this.source.folderOf(folder).length).replace(/^\//, '') || '.';
	}

	/** What an overlay builds: the one in a folder, else the first that a file is part of; undefined where none is. */
	async whole(file: string, folder: string | undefined, settings: Settings): Promise<BuiltAnswer | undefined> {
		const all = folder === undefined ? this.reaching(file) : [folder];
		const [wanted] = all;
		const made = wanted === undefined ? undefined : await this.awaited(wanted, settings);
		if (wanted === undefined || !made) return undefined;
		if (made.built) this.shownTexts.set(wanted, made.built);
		const text = made.built ? builtText(made.built) : `# ${whyNot(made).replaceAll('\n', '\n# ')}\n`;
		return { name: made.name, folder: wanted, text, ...(all.length > 1 && { among: all.map((one) => ({ name: this.nameOf(one), folder: one })) }) };
	}

	/** What the overlay in a folder built as its files were committed last: nothing where there was none; undefined where it cannot be built. */
	async former(folder: string): Promise<BuiltAnswer | undefined> {
		const { built, isThere } = await this.texts.formerly((read) => ({
			built: buildWithOrigins(read, folder),
			isThere: KUSTOMIZATION_NAMES.some((name) => read(`${folder}/${name}`) !== undefined),
		}));
		if (isThere && isFault(built)) return undefined;
		return { name: this.nameOf(folder), folder, text: isFault(built) ? '' : builtText(built) };
	}

	/** What the overlay in a folder builds, or why it does not; undefined where there is none. */
	async text(folder: string, settings: Settings): Promise<Beside | { readonly error: string } | undefined> {
		const made = await this.awaited(folder, settings);
		return made && (made.built ? { name: made.name, text: builtText(made.built), around: BUILT } : { error: whyNot(made) });
	}

	/** Until the overlays of a file are built, or nobody reads what they are built from. */
	async ready(file: string, settings: Settings): Promise<void> {
		for (const folder of this.reaching(file).slice(0, MOST_ROOTS)) await this.awaited(folder, settings);
	}

	/** An overlay as it is now, once all of its files are read. */
	private async awaited(folder: string, settings: Settings): Promise<JudgedRoot | undefined> {
		if (!this.source.kustomizations().some((one) => one.folder === folder)) return undefined;
		for (let round = 0; round < MOST_ROUNDS; round++) {
			const { made, missing } = this.attempted(folder, settings);
			if (missing.length === 0) return made;
			if (!(await this.texts.read(missing))) break;
		}
		return this.built(folder, settings).made;
	}

	/** Where that was typed which stands at an offset of what an overlay builds, as it is shown. */
	origin(shown: string, offset: number): PlaceIn | undefined {
		const folder = shownFrom(shown);
		const built = folder === undefined ? undefined : this.shownTexts.get(folder);
		const origin = built && originAt(built, offset);
		return origin && this.texts.located(origin);
	}

	/** All that is found in a file, by itself and as its overlays build it. `plain` is what is found in it alone. Overlays that are still read come later. */
	found(file: string, plain: readonly Diagnostic[], settings: Settings): readonly Diagnostic[] {
		const kustomizations = this.source.kustomizations();
		const folders = kustomizations.length > 0 ? rootsReaching(file, kustomizations).slice(0, MOST_ROOTS) : [];
		const judged = folders.flatMap((folder) => this.root(folder, settings) ?? []);
		const text = this.texts.now(file) ?? '';
		const written = isKustomization(file) ? this.written(file, text) : [];
		if (judged.length === 0 && written.length === 0) return plain;
		const told = [...gathered(judged), ...written].filter((one) => one.file === file);
		const isBuilt = judged.some((one) => one.isBuilt && one.files.has(file));
		const lost = isBuilt ? keptByNone({ file, text }, plain, judged) : [];
		return [...together({ file, text, plain, isBuilt }, told), ...lost].map((one) => this.texts.shown(one));
	}

	/** What mends a fault of what overlays build, in the file that it is told of: all of them are built with it, once as long as they are as they are. */
	mended(file: string, fault: Diagnostic, settings: Settings): readonly TriedFix[] {
		const text = this.texts.now(file);
		const { texts, rebuilt } = this.builtFrom(file, settings);
		if (text === undefined || texts.length === 0) return [];
		const tried = () => mendedBuilt(fault, file, [{ file, text }], { version: settings.version, texts, rebuilt });
		return this.fixes.of(texts, keyOf({ file, diagnostic: fault }), tried).map((fix) => ({ ...fix, diagnostic: fault }));
	}

	/** Whether what mends a file alone leaves overlays that are built from it, and brings no fault to them but what it hid. */
	takes(file: string, { diagnostic, edits }: TriedFix, settings: Settings): boolean {
		const text = this.texts.now(file);
		const { texts, rebuilt } = this.builtFrom(file, settings);
		if (text === undefined || texts.length === 0) return true;
		const changed = { file, text: edited(text, edits) };
		const told = ({ findings }: BuiltText): readonly Diagnostic[] => findings.map((one) => one.diagnostic);
		const here = ({ findings }: BuiltText): readonly Diagnostic[] => findings.flatMap((one) => (one.file === file ? one.diagnostic : []));
		const isTaken = (before: BuiltText, after: BuiltText | undefined): boolean =>
			after !== undefined && mendsBuilt(diagnostic, edits, told(before), told(after), here(after));
		const tried = () => rebuilt(changed).every((after, i) => texts[i] === undefined || isTaken(texts[i], after));
		return this.taken.of(texts, `${file}\n${diagnostic.code}\n${changed.text}`, tried);
	}

	/** What the overlays of a file build, the same as before as long as all are as they are, and how they are built with another text of a file. */
	private builtFrom(file: string, settings: Settings) {
		const built = this.reaching(file)
			.slice(0, MOST_ROOTS)
			.flatMap((folder) => {
				const now = this.root(folder, settings)?.text;
				return now ? { folder, now } : [];
			});
		const isSame = built.length === this.mending.length && built.every(({ now }, i) => now === this.mending[i]);
		if (!isSame) this.mending = built.map(({ now }) => now);
		return { texts: this.mending, rebuilt: (changed: Source) => built.map(({ folder }) => this.built(folder, settings, changed).made.text) };
	}

	/** What is wrong with a kustomization as it is written; nothing while files that it names are looked for. */
	private written(file: string, text: string): readonly Told[] {
		const look = () => this.texts.noting((read) => diagnoseKustomization(file, text, read));
		const { made, missing } = look();
		if (missing.length > 0) void this.texts.fetch(file, missing, () => look().missing);
		return missing.length > 0 ? [] : made.map(asWritten);
	}

	/** What the first overlay that a file is part of makes of its objects; undefined where it makes nothing of them, and while it is read or cannot be built. */
	lived(file: string, settings: Settings): Overlaid | undefined {
		const [folder] = this.reaching(file);
		const root = folder === undefined ? undefined : this.root(folder, settings);
		if (folder === undefined || !root?.built) return undefined;
		const livedIn = (built: Built): Lived | undefined => livedBase(built, file, aroundOf(settings), settings.version);
		const { built: now } = root;
		const lived = this.lives.of(now, file, () => livedIn(now));
		const other = (text: string): File | undefined => {
			const built = buildWithOrigins((path) => (path === file ? text : this.texts.now(path)), folder, new Map(this.parsed));
			return isFault(built) ? undefined : livedIn(built)?.file;
		};
		return lived && { ...lived, name: root.name, from: (text) => this.others.of(now, `${file}\n${text}`, () => other(text)) };
	}

	/** An overlay as it is now; undefined while files of it are read. */
	private root(folder: string, settings: Settings): JudgedRoot | undefined {
		const { made, missing } = this.attempted(folder, settings);
		if (missing.length === 0) return made;
		void this.texts.fetch(folder, missing, () => this.built(folder, settings).missing);
		return undefined;
	}

	/** What was made of the same files is not made again. */
	private attempted(folder: string, settings: Settings): { readonly made: JudgedRoot; readonly missing: readonly string[] } {
		this.settle(settings);
		const key = `${folder} ${settings.version}`;
		const kept = this.roots.get(key);
		if (kept && [...kept.inputs].every(([file, text]) => this.texts.now(file) === text)) return { made: kept.root, missing: [] };
		const { made, inputs, missing } = this.built(folder, settings);
		if (missing.length === 0) this.roots.set(key, { root: made, inputs });
		return { made, missing };
	}

	/** With the kinds that hold pods all verdicts fall. */
	private settle({ podTemplates }: Settings): void {
		if (podTemplates === this.kinds) return;
		this.kinds = podTemplates;
		this.roots.clear();
		this.before.clear();
	}

	/** With another text of a file, if somebody tries one. */
	private built(folder: string, settings: Settings, tried?: Source) {
		this.settle(settings);
		const before = this.before.get(folder) ?? new JudgedBefore();
		this.before.set(folder, before);
		return this.texts.noting((read) =>
			judgeRoot(folder, {
				read: (file) => (file === tried?.file ? tried.text : read(file)),
				version: settings.version,
				nameOf: (path) => this.nameOf(path),
				around: aroundOf(settings),
				parsed: tried ? new Map(this.parsed) : this.parsed,
				before: () => before,
			}),
		);
	}
}

const whyNot = ({ findings: [fault] }: JudgedRoot): string => fault?.diagnostic.message ?? '';
