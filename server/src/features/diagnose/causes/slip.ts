import type { Section } from '../../../manifest/read';
import { faultInFile } from '../../../yaml/parse';
import { type Edit, edited } from '../../../yaml/text-edit';
import type { Diagnostic } from '../diagnostic';

/** Something that was plainly meant otherwise: what is told of it once, and the edits after which the document says what was meant. */
export interface Slip {
	readonly finding: Diagnostic;
	readonly edits: readonly Edit[];
}

/** Tells what the server says of another text; undefined where it is none of ours. */
export type Judge = (text: string) => readonly Diagnostic[] | undefined;

/** Looks for slips of one sort. `told` is what would be told of the document as it stands. */
export type FindSlip = (section: Section, told: readonly Diagnostic[], judge: Judge) => Slip | undefined;

/** So many places are tried for one slip. */
export const MOST_TRIED = 8;

/** What is told no longer once edits are made; nothing if they leave a text that cannot be read, or says what no field takes. */
export function lostBy(edits: readonly Edit[], text: string, told: readonly Diagnostic[], judge: Judge): readonly Diagnostic[] {
	const mended = edited(text, edits);
	const after = faultInFile(mended) ? undefined : judge(mended);
	if (!after) return [];
	return gone(after, told).some(({ code }) => code.startsWith('decode/')) ? [] : gone(told, after);
}

/** What is no longer told of the mended text: the server's first complaint is about the slip, the others follow from it. */
export function gone(told: readonly Diagnostic[], mended: readonly Diagnostic[]): readonly Diagnostic[] {
	const left = mended.map(complaint);
	return told.filter((one) => {
		const at = left.indexOf(complaint(one));
		if (at >= 0) left.splice(at, 1);
		return at < 0;
	});
}

/** Which complaint it is: the server's sentence, but where that quotes the object, as far as there is room for it, whatever else changes in it. */
const complaint = ({ code, message }: Diagnostic): string => (QUOTES_ALL.has(code) ? code : message);
const QUOTES_ALL: ReadonlySet<string> = new Set(['head/no-version', 'head/no-kind']);
