import { asWritten, type Told } from '../features/built/finding';
import { JudgedBefore } from '../features/built/judged-before';
import type { Diagnostic, Related } from '../features/diagnose/diagnostic';
import { diagnoseKustomization } from '../features/overlays/diagnose-kustomization';
import { gathered } from '../features/overlays/gather';
import { type JudgedRoot, judgeRoot } from '../features/overlays/judge-roots';
import { pathLinks, pathsFrom } from '../features/overlays/path-links';
import { builtText, originAt } from '../features/overlays/show-built';
import { together } from '../features/overlays/together';
import type { Built, ReadFile } from '../overlays/build/build';
import type { Parsed } from '../overlays/build/read';
import { isKustomization, type Kustomization } from '../overlays/kustomization';
import { rootsReaching } from '../overlays/roots';
import { BUILT_TEXT, type BuiltAnswer, MOST_SURROUNDING } from '../protocol/requests';
import type { Place } from '../protocol/text';
import type { Range } from '../yaml/node';
import { lineStarts, placeIn } from './line-starts';
import type { Settings } from './settings';

/** Where the texts of files come from. Files are known by their plain URIs. */
export interface Texts {
	/** The text that an editor has, or that was told of. */
	readonly known: (file: string) => string | undefined;
	/** Reads files, in their order; null for what is not there. */
	readonly read: (files: readonly string[]) => Promise<readonly (string | null)[]>;
	readonly kustomizations: () => readonly Kustomization[];
	/** Files of manifests that are known of. */
	readonly files: () => readonly string[];
	/** A file's URI as clients have it. */
	readonly uriOf: (file: string) => string;
	/** The folder of the workspace that a file lies in. */
	readonly folderOf: (file: string) => string;
}

/** So many overlays of a file are built; a base that more build on is judged by these. */
const MOST_ROOTS = 8;
/** A build asks for files that it has not seen; what asks so often runs in circles. */
const MOST_ROUNDS = 40;
/** So much of files that are not open is kept, in UTF-16 units. */
const MOST_KEPT = 50_000_000;

interface Kept {
	readonly root: JudgedRoot;
	/** What it was built from. */
	readonly inputs: ReadonlyMap<string, string | undefined>;
}

/** The overlays that open files are part of, built from what editors and the disk have, and judged. */
export class BuiltOverlays {
	/** Files that are not open; null for what is not there. */
	private readonly texts = new Map<string, string | null>();
	private size = 0;
	/** By their folders and versions. */
	private readonly roots = new Map<string, Kept>();
	private readonly parsed: Parsed = new Map();
	private readonly before = new Map<string, JudgedBefore>();
	private readonly reading = new Set<string>();
	/** What an editor shows of overlays, by their folders. */
	private readonly shownTexts = new Map<string, Built>();

	constructor(
		private readonly source: Texts,
		/** What was asked for is there now. */
		private readonly moved: () => void,
	) {}

	/** A file may be another one than before, or gone; a folder with all that lay in it. */
	forget(file: string): void {
		for (const one of [...this.texts.keys()]) {
			if (one !== file && !one.startsWith(`${file}/`)) continue;
			this.size -= this.texts.get(one)?.length ?? 0;
			this.texts.delete(one);
		}
	}

	/** The folders of the overlays that a file is part of. */
	reaching(file: string): readonly string[] {
		return rootsReaching(file, this.source.kustomizations());
	}

	/** Where an open kustomization leads; nothing for other files. */
	links(file: string): readonly { readonly range: Range; readonly uri: string }[] {
		if (!isKustomization(file)) return [];
		const all = this.source.kustomizations();
		const inFolder = (folder: string): string | undefined => all.find((one) => one.folder === folder)?.file;
		return pathLinks(file, this.now(file) ?? '', inFolder).map((one) => ({ range: one.range, uri: this.source.uriOf(one.file) }));
	}

	/** What a kustomization may name, from its own folder: folders of others, and files. */
	pathsFor(file: string): readonly string[] {
		const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
		const folders = this.source.kustomizations().flatMap((one) => (one.folder === folder ? [] : one.folder));
		const files = this.source.files().filter((one) => one.startsWith(`${folder}/`) && !isKustomization(one));
		return pathsFrom(folder, [...files, ...folders]);
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
		const wanted = folder ?? this.reaching(file)[0];
		if (wanted === undefined || !this.source.kustomizations().some((one) => one.folder === wanted)) return undefined;
		let { made, missing } = this.built(wanted, settings);
		for (let round = 0; missing.length > 0 && round < MOST_ROUNDS; round++) {
			await this.read(missing);
			({ made, missing } = this.built(wanted, settings));
		}
		if (made.built) this.shownTexts.set(wanted, made.built);
		const [fault] = made.findings;
		const text = made.built ? builtText(made.built) : `# ${(fault?.diagnostic.message ?? '').replaceAll('\n', '\n# ')}\n`;
		return { name: made.name, folder: wanted, text };
	}

	/** Where that was typed which stands at an offset of what an overlay builds, as it is shown. */
	origin(shown: string, offset: number): { readonly uri: string; readonly range: { readonly start: Place; readonly end: Place } } | undefined {
		const folder = shown.startsWith(`${BUILT_TEXT}:`) ? shown.slice(shown.indexOf('?') + 1) : undefined;
		const built = folder === undefined ? undefined : this.shownTexts.get(folder);
		const origin = built && originAt(built, offset);
		return origin && { uri: this.source.uriOf(origin.file), range: this.placed(origin.file, origin.range) };
	}

	/** All that is found in a file, by itself and as its overlays build it. `plain` is what is found in it alone. Overlays that are still read come later. */
	found(file: string, plain: readonly Diagnostic[], settings: Settings): readonly Diagnostic[] {
		const kustomizations = this.source.kustomizations();
		const folders = kustomizations.length > 0 ? rootsReaching(file, kustomizations).slice(0, MOST_ROOTS) : [];
		const judged = folders.flatMap((folder) => this.root(folder, settings) ?? []);
		const text = this.now(file) ?? '';
		const written = isKustomization(file) ? this.written(file, text) : [];
		if (judged.length === 0 && written.length === 0) return plain;
		const told = [...gathered(judged), ...written].filter((one) => one.file === file);
		const isBuilt = judged.some((one) => one.isBuilt && one.files.has(file));
		return together({ file, text, plain, isBuilt }, told).map((one) => this.shown(one));
	}

	/** What is wrong with a kustomization as it is written; nothing while files that it names are looked for. */
	private written(file: string, text: string): readonly Told[] {
		const look = () => this.noting((read) => diagnoseKustomization(file, text, read));
		const { made, missing } = look();
		if (missing.length > 0) void this.fetch(file, missing, () => look().missing);
		return missing.length > 0 ? [] : made.map(asWritten);
	}

	/** An overlay as it is now; undefined while files of it are read. */
	private root(folder: string, settings: Settings): JudgedRoot | undefined {
		const key = `${folder} ${settings.version}`;
		const kept = this.roots.get(key);
		if (kept && [...kept.inputs].every(([file, text]) => this.now(file) === text)) return kept.root;
		const { made, inputs, missing } = this.built(folder, settings);
		if (missing.length > 0) {
			void this.fetch(folder, missing, () => this.built(folder, settings).missing);
			return undefined;
		}
		this.roots.set(key, { root: made, inputs });
		return made;
	}

	private built(folder: string, settings: Settings) {
		const before = this.before.get(folder) ?? new JudgedBefore();
		this.before.set(folder, before);
		return this.noting((read) =>
			judgeRoot(folder, {
				read,
				version: settings.version,
				nameOf: (path) => this.nameOf(path),
				...(settings.podTemplates ? { around: { kinds: settings.podTemplates } } : {}),
				parsed: this.parsed,
				before: () => before,
			}),
		);
	}

	/** What is made of files, those that it asked for, and those among them that nobody has read yet. */
	private noting<T>(make: (read: ReadFile) => T): {
		readonly made: T;
		readonly inputs: ReadonlyMap<string, string | undefined>;
		readonly missing: readonly string[];
	} {
		const inputs = new Map<string, string | undefined>();
		const missing: string[] = [];
		const made = make((file) => {
			if (!inputs.has(file) && !this.isRead(file)) missing.push(file);
			inputs.set(file, this.now(file));
			return inputs.get(file);
		});
		return { made, inputs, missing };
	}

	/** Reads what is missing, and what is missed then, until there is all. */
	private async fetch(name: string, missing: readonly string[], again: () => readonly string[]): Promise<void> {
		if (this.reading.has(name)) return;
		this.reading.add(name);
		let wanted = missing;
		for (let round = 0; wanted.length > 0 && round < MOST_ROUNDS; round++) {
			await this.read(wanted);
			wanted = again();
		}
		this.reading.delete(name);
		this.moved();
	}

	private async read(files: readonly string[]): Promise<void> {
		const found = await this.source.read(files);
		for (const [index, file] of files.entries()) this.keep(file, found[index] ?? null);
	}

	private keep(file: string, text: string | null): void {
		const kept = text !== null && this.size + text.length > MOST_KEPT ? null : text;
		this.size += (kept?.length ?? 0) - (this.texts.get(file)?.length ?? 0);
		this.texts.set(file, kept);
	}

	/** Of kustomizations all there are are told, and where one is, there is a folder. */
	private isRead(file: string): boolean {
		if (this.texts.has(file) || this.source.known(file) !== undefined) return true;
		const all = this.source.kustomizations();
		return all.length < MOST_SURROUNDING && (isKustomization(file) || all.some(({ folder }) => folder === file));
	}

	private now(file: string): string | undefined {
		return this.source.known(file) ?? this.texts.get(file) ?? undefined;
	}

	/** A finding as the editor shows it: what is related may lie in other files. */
	private shown({ diagnostic, related, file }: Told): Diagnostic {
		const others = related.map(({ file: other, range, message }): Related => {
			if (other === file) return { range, message };
			return { range, message, elsewhere: { file: this.source.uriOf(other), ...this.placed(other, range) } };
		});
		return others.length > 0 ? { ...diagnostic, related: [...(diagnostic.related ?? []), ...others] } : diagnostic;
	}

	private placed(file: string, { start, end }: Range): { readonly start: Place; readonly end: Place } {
		const starts = Uint32Array.from(lineStarts(this.now(file) ?? ''));
		return { start: placeIn(starts, start), end: placeIn(starts, end) };
	}
}
