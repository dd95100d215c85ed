import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Judgement, judge } from '../features/judge';
import type { SecurityLevel } from '../features/pod-security';
import { minorOf } from '../features/verdict';
import { type File, type Manifest, read } from '../manifest/read';
import type { Language, SeenFile } from '../protocol';
import { type Minor, NEWEST } from '../schema/schema';
import type { Document } from '../yaml/parse';

/** What the user set for a folder. */
export interface Settings {
	readonly language: Language;
	readonly version: Minor;
	readonly codeLens: boolean;
	readonly hints: boolean;
	readonly podSecurity: SecurityLevel;
}

/** An open file as everybody wants it: read, with its settings. */
export interface OpenFile {
	readonly file: File;
	readonly settings: Settings;
	/** The verdict on one of its manifests, reached once for each text and version. */
	readonly judged: (manifest: Manifest) => Judgement;
}

/** The only state of the server: open files as last read, verdicts by document, settings by file. */
export class Manifests {
	private readonly files = new Map<string, { readonly version: number; readonly file: File }>();
	private readonly seen = new Map<string, File>();
	private readonly settings = new Map<string, Promise<Settings>>();
	private judgements = new WeakMap<Document, Map<string, Judgement>>();

	constructor(
		private readonly connection: Connection,
		private readonly asksSettings: boolean,
		private readonly locale: string,
	) {}

	async of(document: TextDocument): Promise<OpenFile> {
		const settings = await this.settingsOf(document.uri);
		return { file: this.fileOf(document), settings, judged: (manifest) => this.judged(manifest, settings.version) };
	}

	/** All files that names may come from: those that are open, as last read, and those the client saw in the workspace. */
	known(): readonly File[] {
		const closed = [...this.seen].filter(([uri]) => !this.files.has(uri)).map(([, file]) => file);
		return [...[...this.files.values()].map(({ file }) => file), ...closed];
	}

	/** Remembers a file of the workspace, if it names something a pod may refer to. */
	see({ uri, text }: SeenFile): void {
		this.seen.delete(uri);
		if (text !== null && NAMES_SOMETHING.test(text)) this.seen.set(uri, read(text));
	}

	forget(uri: string): void {
		this.files.delete(uri);
		this.settings.delete(uri);
	}

	forgetSettings(): void {
		this.settings.clear();
	}

	settingsOf(uri: string): Promise<Settings> {
		const known = this.settings.get(uri);
		if (known) return known;
		const asked = this.ask(uri);
		this.settings.set(uri, asked);
		return asked;
	}

	private fileOf(document: TextDocument): File {
		const known = this.files.get(document.uri);
		if (known?.version === document.version) return known.file;
		const parsed = new Map(known?.file.sections.map((section) => [section.document.text, section.document]));
		const file = read(document.getText(), parsed);
		this.files.set(document.uri, { version: document.version, file });
		return file;
	}

	private judged(manifest: Manifest, version: Minor): Judgement {
		const ofDocument = this.judgements.get(manifest.document) ?? new Map<string, Judgement>();
		this.judgements.set(manifest.document, ofDocument);
		const key = `${version} ${manifest.node.range.start}`;
		const judgement = ofDocument.get(key) ?? judge(manifest, version);
		ofDocument.set(key, judgement);
		return judgement;
	}

	private async ask(uri: string): Promise<Settings> {
		const set: Readonly<Record<string, unknown>> = this.asksSettings
			? // A client that cannot answer gets the defaults; a failure must not be remembered as the answer.
				((await this.connection.workspace.getConfiguration({ scopeUri: uri, section: 'peapod' }).then(undefined, () => undefined)) ?? {})
			: {};
		return {
			language: languageOf(set['language'], this.locale),
			version: minorOf(String(set['kubernetesVersion'] ?? '')) ?? NEWEST,
			codeLens: set['codeLens'] !== false,
			hints: set['hints'] !== false,
			podSecurity: levelOf(set['podSecurity']),
		};
	}
}

const NAMES_SOMETHING = /^\s*(?:- )?kind: *["']?(?:ConfigMap|Secret|PersistentVolumeClaim|ServiceAccount|Service|StorageClass|PriorityClass|RuntimeClass)\b/m;

const levelOf = (set: unknown): SecurityLevel => (set === 'baseline' || set === 'restricted' ? set : 'off');

function languageOf(set: unknown, locale: string): Language {
	if (set === 'en' || set === 'ko' || set === 'both') return set;
	return locale.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}
