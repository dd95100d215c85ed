import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Edit } from '../../server/src/yaml/text-edit';
import type { Random } from '../conformance/random';
import { type Drawn, GENTLE, randomEdit, WILD } from './edits';

/** A text grows no longer than this. */
const LONGEST = 20_000;

/** Somebody's hands on one document; what they broke they take back more often than not, so that there is something left to ask about. */
export class Editing {
	private document: TextDocument;
	private sound: string;

	constructor(
		readonly uri: string,
		first: string,
		private readonly random: Random,
		private readonly others: readonly string[],
		private readonly manner: readonly Drawn[] = random.chance(0.6) ? GENTLE : WILD,
	) {
		this.document = TextDocument.create(uri, 'yaml', 1, first);
		this.sound = first;
	}

	/** The document after a change, and the change as the protocol hands it on. `isSound`: what there is now may be gone back to, as YAML may. */
	next(isSound: boolean): { readonly document: TextDocument; readonly change: TextDocumentContentChangeEvent } {
		const text = this.document.getText();
		if (isSound) this.sound = text;
		const goesBack = (!isSound && this.random.chance(0.6)) || text.length > LONGEST;
		const { range, text: put } = goesBack ? { range: { start: 0, end: text.length }, text: this.sound.slice(0, LONGEST) } : this.draw(text);
		const change = { range: { start: this.document.positionAt(range.start), end: this.document.positionAt(range.end) }, text: put };
		this.document = TextDocument.update(this.document, [change], this.document.version + 1);
		return { document: this.document, change };
	}

	private draw(text: string): Edit {
		return randomEdit(text, this.random, this.manner, this.others);
	}
}
