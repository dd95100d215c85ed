/** Small parts of sentences in both languages. */
import { kindWords } from '../../docs/moments';
import type { Claim, EventMatch, Value } from '../../expect/expectation';
import type { Bilingual } from '../../protocol/text';
import { durationText } from '../../schema/duration';
import { particle } from '../particle';

/** The two languages that sentences are made in. */
export type Tongue = 'en' | 'ko';

export const bilingual = (say: (tongue: Tongue) => string): Bilingual => ({ en: say('en'), ko: say('ko') });

/** A length of time or an instant; hundredths below a tenth of a second. */
export function timeText(ms: number, tongue: Tongue): string {
	const seconds = ms / 1000;
	if (ms !== 0 && Math.abs(ms) < 100) return `${Math.max(0.01, Math.round(seconds * 100) / 100)}${durationText(0, tongue).slice(1)}`;
	return durationText(seconds, tongue);
}

export const kindName = (kind: string, tongue: Tongue): string => kindWords[kind]?.[tongue] ?? kind;

/** A value as it was written. */
export function valueText(value: Value): string {
	switch (value.kind) {
		case 'literal':
			return value.text;
		case 'number':
			return `${value.is} ${value.than}`;
		case 'between':
			return `${value.least} to ${value.most}`;
		case 'contains':
			return `contains ${value.text}`;
		case 'not':
			return `not ${valueText(value.value)}`;
		case 'any':
			return `[${value.of.map(valueText).join(', ')}]`;
		case 'claim':
			return claimSource(value.claim);
		case 'entries':
			return `{ ${value.entries.map(([key, inner]) => `${key}: ${valueText(inner)}`).join(', ')} }`;
	}
}

/** A claim as it was written, within another. */
function claimSource(claim: Claim): string {
	switch (claim.kind) {
		case 'word':
			return claim.word;
		case 'not':
			return `not ${claimSource(claim.claim)}`;
		case 'any':
			return `[${claim.of.map(claimSource).join(', ')}]`;
		case 'map':
			return `{ ${fieldTexts(claim).join(', ')} }`;
		case 'count':
			return valueText(claim.value);
	}
}

const fieldTexts = ({ fields, not }: Claim & { readonly kind: 'map' }): readonly string[] => [
	...fields.map(([name, value]) => `${name}: ${valueText(value)}`),
	...(not ? [`not: ${claimSource(not)}`] : []),
];

/** A claim without its `not`, in code, and whether there was one: what is so, as a noun. */
export function claimNoun(claim: Claim, tongue: Tongue): { readonly noun: string; readonly isNot: boolean } {
	switch (claim.kind) {
		case 'word':
			return { noun: `\`${claim.word}\``, isNot: false };
		case 'not': {
			const { noun, isNot } = claimNoun(claim.claim, tongue);
			return { noun, isNot: !isNot };
		}
		case 'any': {
			const nouns = claim.of.map((one) => (one.kind === 'not' || one.kind === 'map' ? `\`${claimSource(one)}\`` : claimNoun(one, tongue).noun));
			return { noun: nouns.reduce((list, noun) => (tongue === 'en' ? `${list} or ${noun}` : `${list}${particle(list, '이나/나')} ${noun}`)), isNot: false };
		}
		case 'map':
			return {
				noun: fieldTexts(claim)
					.map((text) => `\`${text}\``)
					.join(', '),
				isNot: false,
			};
		case 'count':
			return countNoun(claim.value, tongue, '개');
	}
}

/** `at least 3`, 3개 이상. `unit` is the Korean counter. */
export function countNoun(value: Value, tongue: Tongue, unit: '개' | '번'): { readonly noun: string; readonly isNot: boolean } {
	if (value.kind === 'not') return { noun: countNoun(value.value, tongue, unit).noun, isNot: true };
	if (tongue === 'en') return { noun: valueText(value), isNot: false };
	switch (value.kind) {
		case 'number':
			return { noun: `${value.than}${unit} ${COMPARED[value.is]}`, isNot: false };
		case 'between':
			return { noun: `${value.least}~${value.most}${unit}`, isNot: false };
		case 'any':
			return { noun: value.of.map((one) => `${valueText(one)}${unit}`).join(' 또는 '), isNot: false };
		default:
			return { noun: `${valueText(value)}${unit}`, isNot: false };
	}
}

const COMPARED = { 'at least': '이상', 'at most': '이하', 'more than': '초과', 'less than': '미만' } as const;

/** How often: `once`, `at least 3 times`, 3번 이상. */
export function timesText(value: Value, tongue: Tongue): string {
	if (tongue === 'ko') {
		if (value.kind === 'literal' && value.text === '1') return '한 번';
		if (value.kind === 'literal' && value.text === '2') return '두 번';
		const { noun, isNot } = countNoun(value, 'ko', '번');
		return isNot ? `${noun}이 아닌 횟수로` : noun;
	}
	switch (value.kind) {
		case 'literal':
			return value.text === '0' ? 'never' : often(Number(value.text), 'en');
		case 'number':
			return `${value.is} ${often(value.than, 'en')}`;
		case 'not':
			return `not ${timesText(value.value, 'en')}`;
		case 'any':
			return `${value.of.map(valueText).join(' or ')} times`;
		default:
			return `${valueText(value)} times`;
	}
}

/** An event by its reason, else by all that is said of it. */
export function eventNoun(match: EventMatch): string {
	const [first] = match;
	return match.length === 1 && first?.[0] === 'reason'
		? `\`${valueText(first[1])}\``
		: match.map(([field, value]) => `\`${field}: ${valueText(value)}\``).join(', ');
}

const oftenEn = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);
const KOREAN = ['0', '한', '두', '세', '네'];
/** So many times. */
export const often = (n: number, tongue: Tongue): string => (tongue === 'en' ? oftenEn(n) : `${KOREAN[n] ?? n}${n < KOREAN.length && n > 0 ? ' ' : ''}번`);
