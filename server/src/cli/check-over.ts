import type { Applier } from '../features/apply/applier';
import { applied } from '../features/apply/apply';
import { changeText, OUTCOME_WORDS, shortened } from '../features/apply/sentences';
import { inLanguage } from '../features/diagnose/diagnostic';
import { judge } from '../features/diagnose/judge';
import { plainText } from '../features/words-of';
import { type File, type Manifest, read } from '../manifest/read';
import type { Applied, AppliedObject, ApplyAnswer } from '../protocol/apply';
import type { Bilingual, Language } from '../protocol/text';
import type { OwnKinds } from '../schema/embedded';
import type { Minor } from '../schema/schema';
import { jsonOf } from './against-json';
import { placesIn, placeText } from './paragraphs';
import { readText } from './read-text';
import { complain } from './say';

export interface OverHow {
	readonly version: Minor;
	readonly kinds: OwnKinds;
	readonly language: Language;
	/** For programs. */
	readonly isJson: boolean;
}

/** `peapod check --old OLD FILE`: what applying FILE over OLD does, a paragraph an object; 1 if something is refused, 2 if there is nothing to compare. */
export function checkOver(old: string, paths: readonly string[], { version, kinds, language, isJson }: OverHow): number {
	const [path, ...others] = paths;
	if (path === undefined || others.length > 0 || (old === '-' && path === '-')) return complaint(ONE_FILE, language);
	const [before, after] = [readText(old), readText(path)];
	if ('fault' in before) return complaint(before.fault, language);
	if ('fault' in after) return complaint(after.fault, language);
	const around = { kinds };
	const answer = answerOver(read(after.text, undefined, around), read(before.text, undefined, around), version);
	if (answer.kind === 'unreadable') return complaint(answer.message, language);
	if (answer.kind === 'noFormer') return 2;
	process.stdout.write(isJson ? jsonOf([{ shown: path, answer }], language) : `${linesOf(path, answer, language).join('\n')}\n`);
	return answer.objects.some(({ outcome }) => outcome === 'refused') ? 1 : 0;
}

const ONE_FILE: Bilingual = {
	en: 'With --old name one file to compare with it; only one of the two may be -.',
	ko: '--old와 함께 쓸 때는 비교할 파일을 하나만 적는다. 표준 입력(-)은 둘 중 하나에만 쓸 수 있다.',
};

function complaint(fault: Bilingual, language: Language): number {
	complain('check', [fault], language);
	return 2;
}

/** What applying a file over another one does, as `applied` has it, with places of its text. */
export function answerOver(file: File, old: File, version: Minor, applier?: Applier): ApplyAnswer {
	const placeOf = placesIn(file.text);
	const server = { version, judged: (manifest: Manifest) => judge(manifest, version) };
	return applied(file, old, server, ({ start, end }) => ({ start: placeOf(start), end: placeOf(end) }), applier);
}

/** All objects in a sentence, where there are several, and a paragraph for each. `path` is what they are written in, or come of. */
export function linesOf(path: string, { headline, objects }: Applied, language: Language): readonly string[] {
	const inWords = (text: Bilingual): readonly string[] => inLanguage(text, language).map(plainText);
	const paragraphs = objects.map((object) => ofObject(path, object, inWords));
	const all = objects.length === 1 ? paragraphs : [inWords(headline).map((line) => `${path}: ${line}`), ...paragraphs];
	return all.flatMap((lines, index) => (index > 0 ? ['', ...lines] : lines));
}

/** So many changes are told of an object; a diff tells all. */
const MOST_CHANGES = 8;

function ofObject(path: string, object: AppliedObject, inWords: (text: Bilingual) => readonly string[]): readonly string[] {
	const { span, outcome, kind, name, sentence, refusals, changes, more: untold = 0, wayOut } = object;
	const place = span ? placeText(path, span.start) : path;
	const [first = '', ...rest] = inWords(sentence);
	const refused = refusals.flatMap(({ message, why, span: at }) => [`${placeText(path, at.start)}: ${shortened(message)}`, ...(why ? inWords(why) : [])]);
	const more = changes.length + untold - MOST_CHANGES;
	return [
		`${place}: ${inWords(OUTCOME_WORDS[outcome]).join(' ')}: ${kind} ${name}: ${first}`,
		...[
			...rest,
			...refused,
			...changes.slice(0, MOST_CHANGES).map(changeText),
			...(more > 0 ? inWords({ en: `and ${more} more`, ko: `그 밖에 ${more}개` }) : []),
			...(wayOut ? [...inWords(wayOut.sentence), wayOut.command] : []),
		].map((line) => `  ${line}`),
	];
}
