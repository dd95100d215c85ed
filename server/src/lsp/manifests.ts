import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Lived } from '../features/built/lived';
import type { Diagnostic } from '../features/diagnose/diagnostic';
import type { Judgement } from '../features/diagnose/judge';
import { JudgedOnce } from '../features/diagnose/judged-once';
import type { TriedFix } from '../features/diagnose/trial';
import { indexDocument } from '../features/navigate/index-document';
import type { DocumentIndex } from '../features/navigate/occurrence';
import type { WorkspaceFile } from '../features/navigate/workspace';
import type { Around } from '../manifest/around';
import { type File, IGNORED, type Manifest, read, type Section } from '../manifest/read';
import type { Document } from '../yaml/parse';
import type { Edited } from './convert';
import type { Settings } from './settings';

/** An open file as everybody wants it: read, with its settings. */
export interface OpenFile {
	readonly file: File;
	readonly settings: Settings;
	/** The verdict on one of its manifests, reached once for each text and version. */
	readonly judged: (manifest: Manifest) => Judgement;
	/** What it was when it was applied last, as far as anybody knows. */
	readonly former: File | undefined;
	/** What a template renders to: a file like any other, whose places are those of the template. */
	readonly rendered?: () => Lived | undefined;
	/** What an overlay makes of its objects; undefined where none does. */
	readonly overlaid?: () => Overlaid | undefined;
	/** What is found in it as overlays build it, given what is found in it alone. */
	readonly asBuilt?: (plain: readonly Diagnostic[]) => readonly Diagnostic[];
	/** What mends a fault of what is built from it. */
	readonly mendedBuilt?: (fault: Diagnostic) => readonly TriedFix[];
	/** Whether what is built from it takes what mends the file alone. */
	readonly isTakenBuilt?: (fix: TriedFix) => boolean;
	/** Another file that something is built from. */
	readonly beside?: (file: string) => Edited;
}

/** The objects of a file as an overlay builds them. */
export interface Overlaid extends Lived {
	/** What people call the overlay. */
	readonly name: string;
	/** What it would make of another text of the file; undefined where it cannot be built with that. */
	readonly from: (text: string) => File | undefined;
}

/** What is lived of an open file. */
interface LivedFile extends Lived {
	/** The overlay that it is lived in. */
	readonly overlay?: string;
	/** The same of what was applied last, as far as anybody knows: most who ask do without, and an overlay is built for it. */
	readonly former: () => File | undefined;
	/** The same of another text of the file; undefined where nobody knows. */
	readonly from: (text: string) => File | undefined;
}

/** What is lived of an open file: its manifests, what an overlay makes of them, or those that it renders to; `placed` says where in the file they are. */
export function livedOf(open: OpenFile): LivedFile {
	const { file, judged, former } = open;
	// What a template was rendered to before nobody knows.
	const rendered = file.silent === 'template' ? open.rendered?.() : undefined;
	if (rendered) return { ...rendered, former: () => undefined, from: () => undefined };
	const overlaid = file.silent === undefined ? open.overlaid?.() : undefined;
	if (overlaid) {
		const before = () => former && (former.text === file.text ? overlaid.file : overlaid.from(former.text));
		return { ...overlaid, overlay: overlaid.name, former: before };
	}
	return { file, judged, former: () => former, placed: (range) => range, from: (text) => read(text, undefined, file.around) };
}

/** What the files around an open one say of it, and what it was. */
export interface Beside {
	readonly around: Around;
	/** Read as what the file is now. */
	readonly former: (around: Around) => File | undefined;
}

/** A text as last read. Of its version nothing is taken for granted: some clients count it wrong. */
interface Read {
	readonly text: string;
	readonly file: File;
}

/** Open files as last read, the names in them, and the verdicts, by document. */
export class Manifests {
	private readonly files = new Map<string, Read>();
	private readonly indexes = new WeakMap<Document, { readonly targets: string; readonly index: DocumentIndex }>();
	private readonly namedFiles = new WeakMap<File, WorkspaceFile>();
	private readonly judgements = new JudgedOnce();

	of(document: TextDocument, settings: Settings, { around, former }: Beside): OpenFile {
		// It is read all the same: others may refer to the names in it.
		const file = this.fileOf(document, withKinds(around, settings.podTemplates));
		return {
			file: settings.isIgnored ? IGNORED : file,
			settings,
			judged: (manifest) => this.judgements.judged(manifest, settings.version),
			former: former(file.around),
		};
	}

	/** The names in an open file as it is now; the same as before if it is. */
	named(document: TextDocument, around: Around): WorkspaceFile {
		// Settings say which kinds hold pods, and nobody waits for them here: those that it was read with hold on.
		const file = this.fileOf(document, withKinds(around, this.files.get(document.uri)?.file.around.kinds));
		const known = this.namedFiles.get(file);
		if (known && known.version === document.version) return known;
		const parts = file.sections.map((section) => ({ start: section.start, index: this.indexOf(section) }));
		const named = { uri: document.uri, version: document.version, parts, positionAt: (offset: number) => document.positionAt(offset) };
		this.namedFiles.set(file, named);
		return named;
	}

	forget(uri: string): void {
		this.files.delete(uri);
	}

	/** Whether a file was last read as what it is no longer. */
	isStale(uri: string, around: Around): boolean {
		const known = this.files.get(uri);
		return known !== undefined && !isSame({ ...known.file.around, kinds: undefined }, around);
	}

	private fileOf(document: TextDocument, around: Around): File {
		const last = this.files.get(document.uri);
		// With what is around it the verdicts on its documents fall.
		const known = last && isSame(last.file.around, around) ? last : undefined;
		const text = document.getText();
		if (known?.text === text) return known.file;
		const parsed = new Map(known?.file.sections.map((section) => [section.document.text, section.document]));
		const file = read(text, parsed, around);
		this.files.set(document.uri, { text, file });
		return file;
	}

	private indexOf(section: Section): DocumentIndex {
		const known = this.indexes.get(section.document);
		// What a patch is for may change around its text.
		const targets = JSON.stringify(section.around.targets ?? []);
		if (known?.targets === targets) return known.index;
		const index = indexDocument(section);
		this.indexes.set(section.document, { targets, index });
		return index;
	}
}

/** What is around a file, for a user who has told of kinds that hold pods. */
const withKinds = (around: Around, kinds: Around['kinds']): Around => (kinds ? { ...around, kinds } : around);

/** Whether the same is around a file as before. */
export const isSame = (one: object, other: object): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);
