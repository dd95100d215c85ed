import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Judgement, judge } from '../features/diagnose/judge';
import type { SecurityLevel } from '../features/diagnose/pod-security';
import { minorOf } from '../features/diagnose/verdict';
import { namesIn, together, type WorkspaceNames } from '../features/navigate/known-names';
import { type File, type Manifest, read } from '../manifest/read';
import type { SeenFile } from '../protocol/requests';
import type { Language } from '../protocol/text';
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

/** A text as last read. Of its version nothing is taken for granted: some clients count it wrong. */
interface Read {
	readonly text: string;
	readonly file: File;
}

/** The only state of the server: open files as last read, names of the others, verdicts by document, settings by file. */
export class Manifests {
	private readonly files = new Map<string, Read>();
	/** Names in the workspace's files as the disk has them. */
	private readonly seen = new Map<string, WorkspaceNames>();
	/** The same of the open ones. */
	private readonly names = new WeakMap<File, WorkspaceNames>();
	private readonly settings = new Map<string, Promise<Settings>>();
	private readonly judgements = new WeakMap<Document, Map<string, Judgement>>();

	constructor(
		private readonly connection: Connection,
		private readonly asksSettings: boolean,
		private readonly locale: string,
	) {}

	of(document: TextDocument, settings: Settings): OpenFile {
		return { file: this.fileOf(document), settings, judged: (manifest) => this.judged(manifest, settings.version) };
	}

	/** All names that a pod may refer to: those in open files, as last read, and those the client saw in the rest of the workspace. */
	known(): WorkspaceNames {
		const closed = [...this.seen].flatMap(([uri, names]) => (this.files.has(uri) ? [] : names));
		return together([...[...this.files.values()].map(({ file }) => this.namesOf(file)), ...closed]);
	}

	/** Remembers the names in a file of the workspace. */
	see({ uri, text }: SeenFile): void {
		this.seen.delete(uri);
		if (text !== null && NAMES_SOMETHING.test(text)) this.seen.set(uri, namesIn(read(text)));
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
		const text = document.getText();
		if (known?.text === text) return known.file;
		const parsed = new Map(known?.file.sections.map((section) => [section.document.text, section.document]));
		const file = read(text, parsed);
		this.files.set(document.uri, { text, file });
		return file;
	}

	private namesOf(file: File): WorkspaceNames {
		const names = this.names.get(file) ?? namesIn(file);
		this.names.set(file, names);
		return names;
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
		const item = { section: 'peapod', ...(uri ? { scopeUri: uri } : {}) };
		const answer: unknown = this.asksSettings
			? await this.connection.workspace.getConfiguration(item).then(undefined, () => {
					// The defaults will do this once; the next request asks again.
					this.settings.delete(uri);
				})
			: undefined;
		const set = (answer ?? {}) as Readonly<Record<string, unknown>>;
		return {
			language: languageOf(set['language'], this.locale),
			version: minorOf(String(set['kubernetesVersion'] ?? '')) ?? NEWEST,
			codeLens: set['codeLens'] !== false,
			hints: set['hints'] !== false,
			podSecurity: levelOf(set['podSecurity']),
		};
	}
}

const NAMES_SOMETHING =
	/^[ \t]*(?:- )?kind: *["']?(?:ConfigMap|Secret|PersistentVolumeClaim|ServiceAccount|Service|StorageClass|PriorityClass|RuntimeClass)\b/m;

const levelOf = (set: unknown): SecurityLevel => (set === 'baseline' || set === 'restricted' ? set : 'off');

function languageOf(set: unknown, locale: string): Language {
	if (set === 'en' || set === 'ko' || set === 'both') return set;
	return locale.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}
