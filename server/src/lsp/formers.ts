import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Around } from '../manifest/around';
import { type File, read } from '../manifest/read';
import { FORMER } from '../protocol/requests';
import { type Answering, invalid } from './answering';
import { isSame } from './manifests';

/** A text, read when somebody asks for it. */
interface Kept {
	readonly text: string;
	file?: File;
}

/** What open files were when they were applied last: as the client tells, which may know it from version control; else as they were opened. */
export class Formers {
	private readonly told = new Map<string, Kept | null>();
	private readonly asOpened = new Map<string, Kept>();

	constructor(
		answering: Answering,
		/** It is another one than before. */
		private readonly changed: (uri: string) => void,
	) {
		answering.hear(FORMER, ({ uri, text }) => {
			if (typeof uri !== 'string') throw invalid('uri');
			if (text !== null && typeof text !== 'string') throw invalid('text');
			this.told.set(uri, text === null ? null : { text });
			this.changed(uri);
		});
	}

	opened(document: TextDocument): void {
		this.asOpened.set(document.uri, { text: document.getText() });
	}

	/** What was told of a file is told anew when it is opened again. */
	forget(uri: string): void {
		this.told.delete(uri);
		this.asOpened.delete(uri);
	}

	/** Read as a patch, or a part of a chart, where what is around it says so; undefined where there was none. */
	of(uri: string, around: Around): File | undefined {
		const kept = this.kept(uri);
		if (!kept) return undefined;
		if (!kept.file || !isSame(kept.file.around, around)) kept.file = read(kept.text, undefined, around);
		return kept.file;
	}

	/** As a text; undefined where there was none. */
	textOf(uri: string): string | undefined {
		return this.kept(uri)?.text;
	}

	private kept(uri: string): Kept | null | undefined {
		const told = this.told.get(uri);
		return told === undefined ? this.asOpened.get(uri) : told;
	}
}
