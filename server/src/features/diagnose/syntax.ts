import type { File, Section } from '../../manifest/read';
import type { Range } from '../../yaml/node';
import { separatorSentence, syntaxSentence } from '../../yaml/parse';
import { asOneEdit } from '../../yaml/text-edit';
import { linesOf } from './causes/broken';
import { causeOf } from './causes/causes';
import type { Judge } from './causes/slip';
import { type Diagnostic, why } from './diagnostic';

/** What keeps kubectl from reading a document at all, in its words. The first fault only, as it tells: the others are mostly its echo. Offsets as in the document. */
export function unreadable({ document, jsonFault, separatorFault, linesAbove }: Section): Diagnostic | undefined {
	const [fault] = document.faults;
	if (jsonFault && (fault || separatorFault || jsonFault.isFinal)) return told('yaml/syntax', jsonFault.message, jsonFault.range);
	if (separatorFault) return separated(separatorFault, document.text);
	return fault && told('yaml/syntax', syntaxSentence(fault, linesAbove), fault.range);
}

const told = (code: string, message: string, range: Range): Diagnostic => ({ range, severity: 'error', code, message, ...why(code) });

/** `---apiVersion: v1`, or the first line of a diff. */
function separated(fault: NonNullable<Section['separatorFault']>, text: string): Diagnostic {
	const { start, end, rest } = fault;
	const isDiff = /^\S+\t|^(?:[ab]\/|\/dev\/null)|\.(?:ya?ml|json)$/.test(rest);
	const code = isDiff ? 'yaml/foreign-line' : 'yaml/separator';
	const title = isDiff ? { en: 'Remove the head of the diff', ko: 'diff의 머리 줄 지우기' } : { en: 'Break the line behind ---', ko: '--- 뒤에서 줄 바꾸기' };
	const header = /^(?:(?:\+\+\+|@@).*\n)*/.exec(text)?.[0].length ?? 0;
	const edit = isDiff ? { range: { start, end: header }, text: '' } : { range: { start: start + 3, end: end - rest.length }, text: '\n' };
	return { ...told(code, separatorSentence(fault), { start, end }), fix: { title, edit } };
}

/** The same with its cause, if it is a fault of YAML or JSON and one is found. `judge` tells what is left of another text. */
export function withCause(told: readonly Diagnostic[], section: Section, file: File, judge: Judge): readonly Diagnostic[] {
	const [diagnostic] = told;
	if (diagnostic?.code !== 'yaml/syntax') return told;
	const { text, faults } = section.document;
	const at = diagnostic.range.start;
	const lines = linesOf(text);
	const row = Math.max(
		0,
		lines.findLastIndex(({ start }) => start <= at),
	);
	const others = file.sections.filter((one) => one !== section).map(({ document }) => document.text);
	const isJson = section.jsonFault !== undefined;
	const cause = causeOf({ text, lines, row, at, message: isJson ? diagnostic.message : (faults[0]?.message ?? ''), others, isJson }, judge);
	if (!cause) return told;
	const edit = asOneEdit(cause.edits ?? [], text);
	const explained = {
		...diagnostic,
		code: cause.code,
		range: cause.range,
		...why(cause.code),
		...(cause.why ? { why: cause.why } : {}),
		...(edit && cause.title ? { fix: { title: cause.title, edit } } : {}),
	};
	return [explained];
}
