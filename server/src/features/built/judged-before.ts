import type { Around } from '../../manifest/around';
import { type File, type Manifest, read } from '../../manifest/read';
import type { Minor } from '../../schema/schema';
import type { Document } from '../../yaml/parse';
import { type Judgement, judge } from '../diagnose/judge';

/** What was read and judged for an earlier build: of many objects that are built anew most are as they were. */
export class JudgedBefore {
	private documents: ReadonlyMap<string, Document> = new Map();
	private readonly judgements = new WeakMap<Document, Map<string, Judgement>>();

	/** A text as a file, with the documents of the last one that was read. */
	read(text: string, around: Around): File {
		const file = read(text, this.documents, around);
		this.documents = new Map(file.sections.map(({ document }) => [document.text, document]));
		return file;
	}

	judged(manifest: Manifest, version: Minor): Judgement {
		const known = this.judgements.get(manifest.document) ?? new Map<string, Judgement>();
		this.judgements.set(manifest.document, known);
		const key = `${version} ${manifest.node.range.start}`;
		const judgement = known.get(key) ?? judge(manifest, version);
		known.set(key, judgement);
		return judgement;
	}
}
