/** What is so in a life, and when: what completions and hovers tell of words. */
import type { Claim, Subject } from '../../expect/expectation';
import { joined, type Stretch, truths } from '../../expect/stretches';
import { type Records, VOCABULARY, type Vocabulary } from '../../expect/vocabulary';
import type { AtHand } from './at-hand';
import { type Tongue, timeText } from './words';

/** When a claim is true of any of a subject's tracks. */
export function whenSo(hand: AtHand, subject: Subject, claim: Claim): readonly Stretch[] {
	const { life } = hand;
	return life ? joined(hand.tracksOf(subject).flatMap((track) => truths(track, claim, life.horizon))) : [];
}

/** The words that are true of a subject at some time, facts first, then what kubectl prints, each in order of its first time. */
export function wordsSo(hand: AtHand, subject: Subject): readonly { readonly word: string; readonly stretches: readonly Stretch[] }[] {
	const vocabulary: Vocabulary<never> = VOCABULARY[subject.kind];
	const seen = new Set(Object.keys(vocabulary.facts));
	for (const track of hand.tracksOf(subject)) {
		for (const { is } of track.records) for (const word of VOCABULARY[track.kind].printed(is as never)) if (word !== undefined) seen.add(word);
	}
	return [...seen]
		.map((word) => ({ word, stretches: whenSo(hand, subject, { kind: 'word', word }) }))
		.filter(({ stretches }) => stretches.length > 0)
		.toSorted((a, b) => (a.stretches[0]?.from ?? 0) - (b.stretches[0]?.from ?? 0));
}

/** The values that a field of a subject has in this life, in their order. */
export function valuesSo(hand: AtHand, subject: Subject, field: string): readonly string[] {
	const values = hand.tracksOf(subject).flatMap((track) =>
		track.records.map(({ is }) => {
			const { value, facts, fields }: Vocabulary<Records[keyof Records]> = VOCABULARY[track.kind] as Vocabulary<Records[keyof Records]>;
			return Object.hasOwn(fields, field) ? value(is, field) : facts[field]?.(is);
		}),
	);
	const plain = values.filter((value) => ['string', 'number', 'boolean'].includes(typeof value)).map(String);
	return [...new Set(plain)];
}

const MOST_STRETCHES = 3;

/** 1.7 s to 13 s, 24 s to the end */
export function stretchesText(stretches: readonly Stretch[], horizon: number, tongue: Tongue): string {
	const shown = stretches.slice(0, MOST_STRETCHES).map(({ from, to }) => {
		const [start, end] = [timeText(from, tongue), timeText(to, tongue)];
		if (to > horizon) return tongue === 'en' ? `${start} to the end` : `${start}부터 끝까지`;
		return tongue === 'en' ? `${start} to ${end}` : `${start}부터 ${end}까지`;
	});
	return `${shown.join(', ')}${stretches.length > MOST_STRETCHES ? ' …' : ''}`.replaceAll('\u00a0', ' ');
}
