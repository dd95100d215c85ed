import type { Origin } from '../built/origin';
import type { Told } from '../features/built/finding';
import type { Diagnostic, Related } from '../features/diagnose/diagnostic';
import type { ReadFile } from '../overlays/build/build';
import { isKustomization, type Kustomization } from '../overlays/kustomization';
import { BUILT_TEXT, MOST_SURROUNDING } from '../protocol/requests';
import type { Place } from '../protocol/text';
import type { Range } from '../yaml/node';
import type { Edited } from './convert';
import { lineStarts, placeIn } from './line-starts';
import { isIn } from './workspace';

/** Where the texts of files come from. Files are known by their plain URIs. */
export interface Texts {
	/** The text that an editor has, or that was told of. */
	readonly known: (file: string) => string | undefined;
	/** Reads files, in their order; null for what is not there. Undefined where whoever reads them keeps us waiting: `late` hears of them when they come after all. */
	readonly read: (files: readonly string[], late: (texts: readonly (string | null)[]) => void) => Promise<readonly (string | null)[] | undefined>;
	/** The same as they were committed last. */
	readonly readFormer: (files: readonly string[]) => Promise<readonly (string | null)[] | undefined>;
	readonly kustomizations: () => readonly Kustomization[];
	/** Files of manifests that are known of. */
	readonly files: () => readonly string[];
	/** A file's URI as clients have it. */
	readonly uriOf: (file: string) => string;
	/** Which version of it is open; null where it is not. */
	readonly versionOf: (file: string) => number | null;
	/** The folder of the workspace that a file lies in. */
	readonly folderOf: (file: string) => string;
}

/** What an editor shows of what is built, from its plain URI: the folder or the file that it was built from; undefined for other files. */
export const shownFrom = (uri: string): string | undefined => (uri.startsWith(`${BUILT_TEXT}:`) ? uri.slice(uri.indexOf('?') + 1) : undefined);

/** A place in a file as clients have it. */
export interface PlaceIn {
	readonly uri: string;
	readonly range: { readonly start: Place; readonly end: Place };
}

/** A build asks for files that it has not seen; what asks so often runs in circles. */
export const MOST_ROUNDS = 40;
/** So much of files that are not open is kept, in UTF-16 units. */
const MOST_KEPT = 50_000_000;

/** The texts of files that something is built from: as editors have them, or else read once. */
export class ReadTexts {
	/** Files that are not open; null for what is not there. */
	private readonly texts = new Map<string, string | null>();
	private size = 0;
	private readonly reading = new Set<string>();
	/** Files that were asked for and have not come; what changes meanwhile is struck off. */
	private readonly awaited = new Set<Set<string>>();
	/** Where the lines of files begin that others are told of. */
	private readonly lines = new Map<string, { readonly text: string; readonly starts: Uint32Array }>();

	constructor(
		private readonly source: Texts,
		/** What was asked for is there now. */
		private readonly moved: () => void,
	) {}

	/** A file may be another one than before, or gone; a folder with all that lay in it. */
	forget(file: string): void {
		for (const one of [...this.texts.keys()]) {
			if (!isIn(one, file)) continue;
			this.size -= this.texts.get(one)?.length ?? 0;
			this.texts.delete(one);
			this.lines.delete(one);
		}
		for (const files of this.awaited) for (const one of files) if (isIn(one, file)) files.delete(one);
	}

	/** What is made of files, those that it asked for, and those among them that nobody has read yet. */
	noting<T>(make: (read: ReadFile) => T): {
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

	/** Reads what is missing, and what is missed then, until there is all; whether nobody kept us waiting. What comes late is told of then, and what never comes is asked for by the next who needs it. */
	async fetch(name: string, missing: readonly string[], again: () => readonly string[]): Promise<boolean> {
		if (this.reading.has(name)) return true;
		this.reading.add(name);
		let isTimely = true;
		let wanted = missing;
		for (let round = 0; isTimely && wanted.length > 0 && round < MOST_ROUNDS; round++) {
			isTimely = await this.read(wanted);
			wanted = again();
		}
		this.reading.delete(name);
		if (isTimely) this.moved();
		return isTimely;
	}

	/** What is made of files as they were committed last, once there are all that it asks for. */
	async formerly<T>(make: (read: ReadFile) => T): Promise<T> {
		const texts = new Map<string, string | null>();
		for (let round = 0; ; round++) {
			const missing = new Set<string>();
			const made = make((file) => {
				if (!texts.has(file)) missing.add(file);
				return texts.get(file) ?? undefined;
			});
			if (missing.size === 0 || round === MOST_ROUNDS) return made;
			const found = await this.source.readFormer([...missing]);
			for (const [index, file] of [...missing].entries()) texts.set(file, found?.[index] ?? null);
		}
	}

	/** Reads files; false where they do not come in time. */
	async read(files: readonly string[]): Promise<boolean> {
		const awaited = new Set(files);
		this.awaited.add(awaited);
		const take = (texts: readonly (string | null)[]): void => {
			for (const [index, file] of files.entries()) if (awaited.has(file)) this.keep(file, texts[index] ?? null);
			this.awaited.delete(awaited);
		};
		const timely = await this.source.read(files, (late) => {
			take(late);
			this.moved();
		});
		if (timely) take(timely);
		return timely !== undefined;
	}

	/** Whether there is a file. */
	async isThere(file: string): Promise<boolean> {
		if (!this.isRead(file)) await this.read([file]);
		return this.now(file) !== undefined;
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

	now(file: string): string | undefined {
		return this.source.known(file) ?? this.texts.get(file) ?? undefined;
	}

	/** A finding as the editor shows it: what is related may lie in other files. */
	shown({ diagnostic, related, file }: Told): Diagnostic {
		const others = related.map(({ file: other, range, message }): Related => {
			if (other === file) return { range, message };
			return { range, message, elsewhere: { file: this.source.uriOf(other), ...this.placed(other, range) } };
		});
		return others.length > 0 ? { ...diagnostic, related: [...(diagnostic.related ?? []), ...others] } : diagnostic;
	}

	/** Where something was typed, as clients have it. */
	located({ file, range }: Origin): PlaceIn {
		return { uri: this.source.uriOf(file), range: this.placed(file, range) };
	}

	/** A file for edits, whether it is open or not. */
	edited(file: string): Edited {
		return {
			uri: this.source.uriOf(file),
			version: this.source.versionOf(file),
			positionAt: (offset) => this.placed(file, { start: offset, end: offset }).start,
		};
	}

	private placed(file: string, { start, end }: Range): PlaceIn['range'] {
		const text = this.now(file) ?? '';
		const known = this.lines.get(file);
		const starts = known?.text === text ? known.starts : Uint32Array.from(lineStarts(text));
		this.lines.set(file, { text, starts });
		return { start: placeIn(starts, start), end: placeIn(starts, end) };
	}
}
