import { DidChangeWatchedFilesNotification, DidChangeWorkspaceFoldersNotification, FileChangeType } from 'vscode-languageserver';
import { indexDocument, sharedIndex } from '../features/navigate/index-document';
import type { WorkspaceFile } from '../features/navigate/workspace';
import type { Around } from '../manifest/around';
import { read } from '../manifest/read';
import { isKustomization, type Kustomization, speaksOfParts } from '../overlays/kustomization';
import type { Role } from '../overlays/role';
import {
	CHART_FILES,
	LARGEST_BUILT,
	LARGEST_SEEN,
	LIST_FILES,
	MOST_LISTED,
	MOST_SEEN,
	MOST_SURROUNDING,
	READ_BESIDE,
	READ_FILES,
	type ReadBesideAnswer,
	type ReadBesideParams,
	SEEN,
	type SeenFile,
	YAML_FILES,
} from '../protocol/requests';
import { type Answering, invalid } from './answering';
import type { Client } from './client';
import { lineStarts, placeIn } from './line-starts';
import { SeenSurroundings } from './surroundings';

/** Files where the server runs beside them. In a browser there are none. */
export interface Disk {
	/** Undefined where it cannot be read, or is larger than so many bytes; of what is packed the bytes in base64. */
	readonly text: (uri: string, most: number) => Promise<string | undefined>;
	/** URIs of the files below a folder that are called so, at most so many. */
	readonly files: (folder: string, name: RegExp, most: number) => Promise<readonly string[]>;
}

/** How long a client may take to read a file, in milliseconds; ten times as long for many. */
const PATIENCE = 1000;

/** How a client is asked for files. */
interface Asked<T> {
	/** As they were committed last, where it knows that. */
	readonly isFormer?: boolean;
	/** Hears what comes after all, when nobody waits for it any more. */
	readonly late?: (answer: T) => void;
}

/** A file that is not open. */
interface Seen {
	readonly file: WorkspaceFile;
	/** In UTF-16 units. */
	readonly size: number;
	/** What it was read as. */
	readonly readAs: string;
}

/** What lies in the folders that are open: names in files that nobody opened, told by the client or read from the disk. */
export class Workspace {
	/** By plain URIs. */
	private readonly seen = new Map<string, Seen>();
	/** Those that were looked at before the kustomizations came, or changed, may be patches, or none any more. */
	private mayBeOthers = false;
	/** Of all files: those of the folders that are open besides. */
	private readonly schemes = new Set(['file', 'untitled']);
	/** The size of them all. */
	private size = 0;
	/** URIs of the folders that are open. */
	folders: readonly string[];
	private isSlow = false;
	private readonly surroundings: SeenSurroundings;

	constructor(
		private readonly answering: Answering,
		private readonly client: Client,
		private readonly disk: Disk | undefined,
		/** A file is another one than before, or gone. */
		private readonly moved: (uri: string) => void,
		/** Files may be something else than before: a kustomization or a chart came, changed or went. */
		surroundingsMoved: () => void,
	) {
		this.surroundings = new SeenSurroundings(() => {
			this.mayBeOthers = true;
			surroundingsMoved();
		});
		this.folders = client.folders;
		answering.hear(SEEN, (file) => {
			if (typeof file.uri !== 'string') throw invalid('uri');
			this.see(file);
		});
		answering.hear(DidChangeWatchedFilesNotification.type, async ({ changes }) => {
			for (const { uri, type } of listOf('changes', changes)) await (type === FileChangeType.Deleted ? this.forget(uri) : this.look(uri));
		});
		answering.hear(DidChangeWorkspaceFoldersNotification.type, async ({ event }) => {
			const [added, removed] = [listOf('event.added', event?.added), listOf('event.removed', event?.removed)];
			this.folders = [...this.folders.filter((uri) => !removed.some((one) => one.uri === uri)), ...added.map(({ uri }) => uri)];
			// It may lie within one that stays.
			for (const { uri } of removed) if (!this.folders.some((folder) => isIn(plain(uri), plain(folder)))) this.forget(uri);
			for (const { uri } of added) await this.lookInto(uri);
		});
	}

	/** Whether an open document is a file, or to become one: neither what a file was before (git's, the left of a diff) nor what is built of several. */
	has(uri: string): boolean {
		const scheme = schemeOf(uri);
		return this.schemes.has(scheme) || this.folders.some((folder) => schemeOf(folder) === scheme);
	}

	/** Files that are not open, as far as their names go. */
	named(open: readonly string[]): readonly WorkspaceFile[] {
		if (this.mayBeOthers) this.seeAgain();
		const here = new Set(open.map(plain));
		return [...this.seen].flatMap(([uri, { file }]) => (here.has(uri) ? [] : file));
	}

	/** All kustomizations there are, by plain URIs. */
	kustomizations(): readonly Kustomization[] {
		return this.surroundings.kustomizations();
	}

	/** The folders of all charts there are, by plain URIs. */
	charts(): readonly string[] {
		return this.surroundings.charts();
	}

	/** The text of a file that says what others are, or is small enough to be a patch, by its plain URI. */
	textOf(file: string): string | undefined {
		return this.surroundings.textOf(file);
	}

	/** What is around a file. */
	around(uri: string): Around {
		return this.surroundings.around(plain(uri));
	}

	/** An editor has it otherwise than the disk, or, without a text, no longer. */
	drafted(uri: string, text?: string): void {
		this.surroundings.draft(plain(uri), text);
	}

	/** Reads the folders that are open, where no client does. */
	async begin(): Promise<void> {
		for (const folder of this.folders) await this.lookInto(folder);
	}

	/** Reads files again that the disk may have otherwise, as when a draft is dropped. */
	async look(...uris: readonly string[]): Promise<void> {
		const { disk } = this;
		if (this.client.readsFiles || !disk) return;
		const texts = await Promise.all(uris.map((uri) => disk.text(uri, LARGEST_SEEN)));
		for (const [index, uri] of uris.entries()) this.see({ uri, text: texts[index] ?? null });
	}

	/** The first of these files in the folder of a scenario that can be read. */
	async readBeside(params: ReadBesideParams): Promise<ReadBesideAnswer | undefined> {
		if (this.client.readsFiles) return this.askedBeside(params);
		for (const name of params.names) {
			const text = await this.disk?.text(besideUri(params.uri, name), LARGEST_SEEN);
			if (text !== undefined) return { name, text };
		}
		return undefined;
	}

	/** The texts of files in the folders that are open, in their order; null for what cannot be read. Undefined where the client keeps us waiting: `late` hears of them then. */
	async readFiles(
		uris: readonly string[],
		{ isFormer = false, late }: Asked<readonly (string | null)[]> = {},
	): Promise<readonly (string | null)[] | undefined> {
		const here = new Set(uris.filter((uri) => this.folders.some((folder) => isIn(plain(uri), plain(folder)))));
		if (isFormer && !this.client.readsFiles) return uris.map(() => null);
		if (!this.client.readsFiles) return Promise.all(uris.map(async (uri) => (here.has(uri) ? ((await this.disk?.text(uri, LARGEST_BUILT)) ?? null) : null)));
		const textsIn = (answer: unknown): readonly (string | null)[] => {
			const texts = Array.isArray(answer) ? answer.map((one: unknown) => (typeof one === 'string' ? one : null)) : [];
			return uris.map((uri) => (here.has(uri) ? (texts.shift() ?? null) : null));
		};
		const params = { uris: uris.filter((uri) => here.has(uri)), ...(isFormer ? { isFormer } : {}) };
		const timely = await this.answering.ask(READ_FILES, params, PATIENCE * 10, (answer) => late?.(textsIn(answer)));
		return timely && textsIn(timely.answer);
	}

	/** The URIs of all files below a folder of those that are open; undefined as of `readFiles`. */
	async listFiles(folder: string, { isFormer = false, late }: Asked<readonly string[]> = {}): Promise<readonly string[] | undefined> {
		if (!this.folders.some((one) => isIn(plain(folder), plain(one)))) return [];
		if (isFormer && !this.client.readsFiles) return [];
		if (!this.client.readsFiles) return (await this.disk?.files(folder, /./, MOST_LISTED)) ?? [];
		const urisIn = (answer: unknown): readonly string[] => (Array.isArray(answer) ? answer.filter((one): one is string => typeof one === 'string') : []);
		const params = { folder, ...(isFormer ? { isFormer } : {}) };
		const timely = await this.answering.ask(LIST_FILES, params, PATIENCE * 10, (answer) => late?.(urisIn(answer)));
		return timely && urisIn(timely.answer);
	}

	private async askedBeside(params: ReadBesideParams): Promise<ReadBesideAnswer | undefined> {
		const wasSlow = this.isSlow;
		const timely = await this.answering.ask(READ_BESIDE, params, wasSlow ? PATIENCE / 20 : PATIENCE, (answer) => {
			const late = readIn(answer);
			// What was said without it is said again; once, or who is always late would be asked for ever.
			if (late && !wasSlow) this.moved(besideUri(params.uri, late.name));
		});
		// One that lets us wait is not waited for at every keystroke.
		this.isSlow = timely === undefined;
		return readIn(timely?.answer);
	}

	private async lookInto(folder: string): Promise<void> {
		if (this.client.readsFiles || !this.disk) return;
		// What others are is to be known before anything is said of them.
		const surrounding = await this.disk.files(folder, SURROUNDING_NAME, MOST_SURROUNDING);
		const found = [...new Set([...surrounding, ...(await this.disk.files(folder, /\.ya?ml$/, MOST_SEEN))])];
		for (let next = 0; next < found.length; next += AT_ONCE) await this.look(...found.slice(next, next + AT_ONCE));
	}

	private see({ uri, text }: SeenFile): void {
		if (typeof text !== 'string') return this.forget(uri);
		const key = plain(uri);
		this.schemes.add(schemeOf(uri));
		this.surroundings.see(key, text);
		this.drop(key);
		if (!IS_CHARTS.test(key) && this.seen.size < MOST_SEEN && this.size + text.length <= MOST_INDEXED && NAMES_SOMETHING.test(text)) this.keep(key, uri, text);
		this.moved(uri);
	}

	/** A file, or a folder with all that lay in it. */
	private forget(uri: string): void {
		const key = plain(uri);
		for (const one of [...this.seen.keys()]) if (isIn(one, key)) this.drop(one);
		this.surroundings.forget((one) => isIn(one, key));
		this.moved(uri);
	}

	private keep(key: string, uri: string, text: string): void {
		const role = this.surroundings.roleOf(key);
		const file = indexed(uri, text, { ...role, isKustomization: isKustomization(key) });
		// Of what patches are for somebody may tell later.
		if (file.parts.every(({ index }) => index.objects.length === 0) && !IS_JSON_PATCH.test(text)) return;
		this.seen.set(key, { file, size: text.length, readAs: asRead(role) });
		this.size += text.length;
	}

	private seeAgain(): void {
		this.mayBeOthers = false;
		for (const [key, { file, readAs }] of this.seen) {
			const text = readAs === asRead(this.surroundings.roleOf(key)) ? undefined : this.surroundings.textOf(key);
			if (text === undefined) continue;
			this.drop(key);
			this.keep(key, file.uri, text);
		}
	}

	private drop(key: string): void {
		this.size -= this.seen.get(key)?.size ?? 0;
		this.seen.delete(key);
	}
}

/** The URI of a file in the folder of another one. */
const besideUri = (uri: string, name: string): string => uri.slice(0, uri.lastIndexOf('/') + 1) + encodeURIComponent(name);

/** An answer, if it is one. */
function readIn(answer: unknown): ReadBesideAnswer | undefined {
	const { name, text } = (answer ?? {}) as { readonly name?: unknown; readonly text?: unknown };
	return typeof name === 'string' && typeof text === 'string' ? { name, text } : undefined;
}

/** What of a role the names in a file depend on. */
const asRead = ({ isPatch, targets, changes }: Role): string => JSON.stringify([isPatch, targets, speaksOfParts(changes), changes?.images]);

/** Files or folders with their URIs. */
function listOf<T extends { readonly uri: string }>(name: string, list: readonly T[] | undefined): readonly T[] {
	if (!Array.isArray(list) || !list.every((one: Partial<T> | null) => typeof one?.uri === 'string')) throw invalid(name);
	return list;
}

/** What a dynamic registration asks a client to watch. */
export const WATCHERS = { watchers: [{ globPattern: YAML_FILES }, { globPattern: CHART_FILES }] };

/** So many files are read at once: the disk is not waited for after each, and whoever types meanwhile not for all. */
const AT_ONCE = 16;

/** So much is indexed of files that are not open, in UTF-16 units: their names take up ten times as much memory where every line has one. */
const MOST_INDEXED = 8_000_000;

/** Files of a chart that are no YAML. */
const IS_CHARTS = /\.(?:tpl|txt)$/;

/** Of what kind something is, in YAML or in JSON; that a kustomization makes something or speaks of it; or what a JSON patch does. */
const NAMES_SOMETHING =
	/^[ \t]*(?:- )?kind: *["']?[A-Z]|"kind"[ \t]*:|^(?:configMapGenerator|secretGenerator|patches|patchesJson6902|images|replicas):|^- op:|"op"[ \t]*:/m;
const IS_JSON_PATCH = /^- op:|"op"[ \t]*:/m;

/** A file's names, and where its lines begin: the text itself is not kept. */
function indexed(uri: string, text: string, around: Around): WorkspaceFile {
	const parts = read(text, undefined, around).sections.map((section) => ({ start: section.start, index: sharedIndex(indexDocument(section)) }));
	const lines = Uint32Array.from(lineStarts(text));
	return { uri, parts, positionAt: (offset) => placeIn(lines, offset) };
}

const SURROUNDING_NAME = /^(?:kustomization\.ya?ml|Kustomization|Chart\.yaml)$/;

export const isIn = (uri: string, folder: string): boolean => uri === folder || uri.startsWith(`${folder.replace(/\/$/, '')}/`);

/** The path of a file in the innermost of these folders, or else from the root of its disk; no slash in front. */
export function pathIn(folders: readonly string[], uri: string): string {
	const file = plain(uri);
	const around = folders.map(plain).filter((folder) => isIn(file, folder));
	const [inner] = around.sort((a, b) => b.length - a.length);
	return (inner === undefined ? file.replace(/^[\w+.-]+:(?:\/\/[^/]*)?/, '') : file.slice(inner.length)).replace(/^\/+/, '');
}

const schemeOf = (uri: string): string => uri.slice(0, Math.max(0, uri.indexOf(':')));

/** A URI as everybody writes it: clients differ in what they encode. */
export function plain(uri: string): string {
	try {
		return decodeURIComponent(uri);
	} catch {
		return uri;
	}
}
