import type { Advice } from '../../advice/advice';
import { adviseBeside, adviseOther } from '../../advice/advise';
import { adviceProblems } from '../../docs/problems/advice';
import type { AdviceWords } from '../../docs/words';
import { locate, rangeOf } from '../../manifest/locate';
import type { Manifest, Section } from '../../manifest/read';
import type { Bilingual } from '../../protocol/text';
import { particle } from '../particle';
import { plainText } from '../words-of';
import { type Diagnostic, why } from './diagnostic';
import type { Judgement } from './judge';
import type { FileView } from './neighbours';
import { fixOf } from './repair';

/** What the server takes and what will hardly work, in a document of a file; offsets count from the document's start. */
export function adviceOn(section: Section, { neighbours, makers, others }: FileView, judged: (manifest: Manifest) => Judgement): readonly Diagnostic[] {
	const ours = section.manifests.flatMap((manifest) => {
		// Of a part nobody knows how it will do.
		if (manifest.part) return [];
		const maker = makers.get(manifest);
		const judgement = judged(manifest);
		const all = [...judgement.advice, ...(maker ? adviseBeside(maker, neighbours) : [])];
		return all.filter((advice) => isNews(advice, judgement) && isWritten(manifest, advice)).map((advice) => ofAdvice(manifest, advice));
	});
	const theirs = (others.get(section) ?? []).flatMap(({ other, node }) =>
		adviseOther(other, neighbours).map((advice) => ofAdvice({ node, document: section.document }, advice)),
	);
	return [...ours, ...theirs];
}

/** What the server says at a place is enough. */
function isNews({ path }: Advice, { problems, warnings }: Judgement): boolean {
	const at = path.toString();
	return ![...problems, ...warnings].some((said) => said.path?.toString() === at);
}

/** What came by a default is nobody's mistake. */
const isWritten = (manifest: Manifest, { path }: Advice): boolean => locate(manifest.node, path).exact;

function ofAdvice(at: Pick<Manifest, 'node' | 'document'>, { path, code, severity, args, repair }: Advice): Diagnostic {
	const told = wordsOf(code);
	const own = filled(told.said, args);
	const { link } = why(code);
	const range = rangeOf(at.node, path);
	return { range, severity, code, message: plainText(own.en), own, why: filled(told, args), ...(link ? { link } : {}), ...fixOf(at, repair) };
}

function wordsOf(code: string): AdviceWords {
	const words: Readonly<Record<string, AdviceWords>> = adviceProblems;
	return words[code] ?? { said: { en: code, ko: code }, en: '', ko: '' };
}

/** Words with what they leave open. */
export const filled = (texts: Bilingual, args: Advice['args']): Bilingual => ({ en: fill(texts.en, args), ko: fill(texts.ko, args) });

/** `{port}` and `{port:을/를}`. */
function fill(text: string, args: Advice['args']): string {
	return text.replace(/\{(\w+)(?::([^}]+))?\}/g, (whole, name: string, forms: string | undefined) => {
		const value = args[name];
		if (value === undefined) return whole;
		return forms === undefined ? shortly(String(value)) : particle(String(value), forms);
	});
}

const LONGEST = 60;
const shortly = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);
