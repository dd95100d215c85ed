import { factWords } from '../../docs/expect';
import type { Words } from '../../docs/words';
import type { Claim, Subject } from '../../expect/expectation';
import type { Bilingual } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import type { Minor } from '../../schema/schema';
import type { Beside } from '../scenario/scenario-names';
import { reasonWordsOf, wordsOf } from '../words-of';
import { type AtHand, atHand, subjectAt } from './at-hand';
import { resultsOf, type TestResult } from './results';
import { played, readTest, runTest } from './run';
import { stretchesText, whenSo } from './so-far';

const VERBS: readonly Segment[] = ['is', 'becomes', 'stays', 'never', 'happens', 'order'];

/**
 * What there is to say of a place within `expect` besides the words of its key, both languages: how the expectation of a verb stands, what a word means and when it
 * is so in this life, what a field is. A part that says nothing is undefined.
 */
export function hoverExpect(
	text: string,
	path: readonly Segment[],
	value: string | undefined,
	beside: Beside | undefined,
	version: Minor,
): readonly Bilingual[] {
	const [, index, verb] = path;
	if (typeof index !== 'number') return [];
	const hand = atHand(text, beside, version);
	const of = subjectAt(hand, path);
	const word = value === undefined ? undefined : /^(?:not\s+)?([A-Za-z]\w*)$/.exec(value)?.[1];
	const field = path.length > 3 && typeof path.at(-1) === 'string' ? fieldWordsOf(of, String(path.at(-1))) : undefined;
	return [
		...(path.length === 3 && VERBS.includes(verb ?? '') ? standing(text, index, beside, version) : []),
		...(word !== undefined && of && isClaim(path) ? wordParts(hand, of, word) : []),
		...(field && value === undefined ? [field] : []),
	];
}

/** A word stands for a state here, and not for an action or a name. */
const isClaim = (path: readonly Segment[]): boolean => path.slice(2).some((segment) => ['is', 'becomes', 'stays', 'never', 'pods'].includes(String(segment)));

function wordParts(hand: AtHand, subject: Subject, word: string): readonly Bilingual[] {
	const kind = subject.kind === 'pods' ? 'pod' : subject.kind;
	const fact = factWords[kind];
	const meaning: Words | undefined = fact && Object.hasOwn(fact, word) ? fact[word] : reasonWordsOf(word);
	const claim: Claim = { kind: 'word', word };
	const about: Subject = subject.kind === 'pods' ? { kind: 'pod', pod: 'each' } : subject;
	const stretches = whenSo(hand, about, claim);
	const { life } = hand;
	const when = (tongue: 'en' | 'ko'): string => stretchesText(stretches, life?.horizon ?? 0, tongue);
	const isState = life && about.kind !== 'manifest' && about.kind !== 'action';
	return [
		...(meaning ? [{ en: `\`${word}\`: ${meaning.en}`, ko: `\`${word}\`: ${meaning.ko}` }] : []),
		...(isState
			? [
					stretches.length > 0
						? { en: `In this life: ${when('en')}.`, ko: `이 일생에서는 ${when('ko')}.` }
						: { en: 'Not once in this life.', ko: '이 일생에서는 한 번도 그렇지 않다.' },
				]
			: []),
	];
}

/** A field's own words, where a pod or a container has them. */
function fieldWordsOf(subject: Subject | undefined, field: string): Bilingual | undefined {
	const struct =
		subject?.kind === 'container'
			? ['ContainerStatus', 'ContainerStateTerminated', 'ContainerStateWaiting']
			: subject?.kind === 'pod' || subject?.kind === 'pods'
				? ['PodStatus', 'ObjectMeta']
				: [];
	const words = struct.flatMap((one) => wordsOf(one, field) ?? [])[0];
	return words && { en: words.en, ko: words.ko };
}

/** How an expectation stands in this life. */
function standing(text: string, index: number, beside: Beside | undefined, version: Minor): readonly Bilingual[] {
	const test = readTest(text, beside);
	const on = test?.manifest ?? beside;
	if (!test || !on) return [];
	const result = resultsOf(runTest(test, played(on, version)))[index];
	return result && result.verdict !== 'fault' ? [{ en: standText(result, 'en'), ko: standText(result, 'ko') }] : [];
}

function standText({ verdict, title, found, warnings, happened, when, why }: TestResult, tongue: 'en' | 'ko'): string {
	const head = verdict === 'holds' ? (tongue === 'en' ? '✓ It holds' : '✓ 맞는다') : tongue === 'en' ? '✗ It does not hold' : '✗ 어긋난다';
	const lines = [happened, when, why[0], ...warnings].flatMap((line) => (line ? [line[tongue]] : []));
	return [`${head}${found ? `: ${found[tongue]}` : ''}. *${title[tongue]}*`, ...lines].join('\n');
}
