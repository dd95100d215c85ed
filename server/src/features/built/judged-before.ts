import type { Around } from '../../manifest/around';
import { type File, read } from '../../manifest/read';
import type { Document } from '../../yaml/parse';
import { JudgedOnce } from '../diagnose/judged-once';

/** What was read and judged for an earlier build: of many objects that are built anew most are as they were. */
export class JudgedBefore extends JudgedOnce {
	private documents: ReadonlyMap<string, Document> = new Map();

	/** A text as a file, with the documents of the last one that was read. */
	read(text: string, around: Around): File {
		const file = read(text, this.documents, around);
		this.documents = new Map(file.sections.map(({ document }) => [document.text, document]));
		return file;
	}
}
