/** What may be written within `expect:`: whom it is about, what is so of them in this life, and when. */
import { factWords } from '../../docs/expect';
import type { Subject, SubjectKind } from '../../expect/expectation';
import { TIMES_OF, VERBS_OF } from '../../expect/read';
import { VOCABULARY, type Vocabulary } from '../../expect/vocabulary';
import type { Bilingual } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import { reasonWordsOf } from '../words-of';
import { type AtHand, subjectAt } from './at-hand';
import { stretchesText, valuesSo, whenSo, wordsSo } from './so-far';
import { bilingual, timeText } from './words';

/** Something to write: a key with what follows it, or a value. */
export interface Offer {
	readonly label: string;
	/** Of a key: what is written behind it, a snippet. */
	readonly rest?: string;
	readonly detail?: Bilingual;
	readonly help?: Bilingual;
	/** A name of the manifest or the scenario. */
	readonly isName?: true;
}

const SUBJECT_KEYS = ['the', 'each', 'pod', 'container', 'pods', 'event', 'action'] as const;
const VERBS = ['is', 'becomes', 'stays', 'never', 'happens', 'order'] as const;
type Verb = (typeof VERBS)[number];

/** Keys of an expectation that has these already, in the order in which one would write them. */
export function expectationKeys(there: readonly string[], subject: Subject | undefined): readonly string[] {
	const verb = VERBS.find((one) => there.includes(one));
	const hasSubject = there.includes('order') || SUBJECT_KEYS.some((key) => there.includes(key));
	const beside =
		there.includes('container') && !['the', 'each', 'pod'].some((key) => there.includes(key)) ? ['pod'] : there.includes('pod') ? ['container'] : [];
	const last = [...beside, 'name', 'because'];
	if (verb)
		return [...(hasSubject ? [] : SUBJECT_KEYS), ...TIMES_OF[verb].filter((key) => !isTimeless(subject, verb) || key === 'at'), ...last].filter(
			(key) => !there.includes(key),
		);
	if (hasSubject) return [...(subject ? VERBS_OF[subject.kind] : VERBS.filter((one) => one !== 'order')), ...last].filter((key) => !there.includes(key));
	return [...SUBJECT_KEYS, 'order', 'name', 'because'];
}

const isTimeless = (subject: Subject | undefined, verb: Verb): boolean => verb === 'is' && (subject?.kind === 'manifest' || subject?.kind === 'action');

/** Whole beginnings of an expectation, the likeliest for this manifest first. */
export function beginnings({ given, life, scenario }: AtHand): readonly { readonly label: string; readonly text: string }[] {
	const isPod = given.kind === undefined || given.kind === 'Pod';
	const pods = isPod
		? ['the: pod\nbecomes: ${1:ready}\nwithin: ${2:10s}']
		: ['each: pod\nbecomes: ${1:ready}\nwithin: ${2:10s}', 'pods: ${1:ready}\nstays: ${2:at least 1}', 'the: owner\nbecomes: ${1:available}'];
	const names = [...new Set(given.containers ?? (life?.pods[0] ? [] : []))];
	const containers = names.map((name) => `container: ${name}\nnever: \${1:restarted}`);
	const actions = (scenario.actions ?? []).map(({ as, do: what }) => `action: ${as ?? what}\nis: \${1:done}`);
	const texts = [...pods, ...containers, 'event: ${1:Killing}\nhappens: ${2:never}', 'order:\n- ${1}', 'the: manifest\nis: ${1:accepted}', ...actions];
	return texts.map((text) => ({ label: (text.split('\n')[0] ?? '').replace(/\$\{\d:?([^}]*)\}/g, '$1').replace(/:$/, ''), text }));
}

/** Keys of the maps below: fields of a claim, an event's, a moment's. */
export function innerKeys(hand: AtHand, path: readonly Segment[], there: readonly string[]): readonly Offer[] {
	const [, index, verb = '', ...inner] = path;
	const item = hand.item(Number(index));
	const keys = (names: readonly string[]): readonly Offer[] => names.filter((name) => !there.includes(name)).map((label) => ({ label, rest: ': $1' }));
	const isMoment = ['at', 'after', 'until', 'while'].includes(String(verb)) || (verb === 'order' && inner.length > 0);
	if (isMoment && inner.filter((segment) => typeof segment === 'string').length === 0) {
		const isSubject = SUBJECT_KEYS.some((key) => there.includes(key));
		return keys([
			...(isSubject ? [] : SUBJECT_KEYS.filter((key) => key !== 'action')),
			verb === 'while' ? 'is' : 'becomes',
			...(verb === 'while' ? [] : ['after']),
		]);
	}
	if (verb === 'event' || inner.at(-1) === 'event') return keys(Object.keys(VOCABULARY.event.fields));
	const subject = hand.subjectOf(item);
	const of = verb === 'pods' ? 'pod' : subject?.kind;
	if (of === undefined || inner.length > 0) return inner.at(-1) === 'lastState' ? keys(Object.keys(VOCABULARY.container.fields)) : [];
	const about: Subject = of === 'pod' && verb === 'pods' ? { kind: 'pod', pod: 'each' } : (subject ?? { kind: 'owner' });
	const vocabulary: Vocabulary<never> = VOCABULARY[of];
	const fields = [...Object.keys(vocabulary.fields), ...Object.keys(vocabulary.facts).filter((fact) => !Object.hasOwn(vocabulary.fields, fact)), 'not'];
	return keys(fields).map((offer) => {
		const values = valuesSo(hand, about, offer.label).slice(0, MOST_VALUES).join(', ');
		return values ? { ...offer, detail: { en: values, ko: values } } : offer;
	});
}

const MOST_VALUES = 6;

/** What may stand behind a key. */
export function valuesAt(hand: AtHand, path: readonly Segment[]): readonly Offer[] {
	const [, index, key = '', ...inner] = path;
	const item = hand.item(Number(index));
	const last = String(path.findLast((segment) => typeof segment === 'string') ?? '');
	const named = (names: readonly (string | undefined)[]): readonly Offer[] =>
		[...new Set(names)].flatMap((label) => (label ? [{ label, isName: true as const }] : []));
	switch (last) {
		case 'the':
			return plain(hand.given.kind === undefined ? ['pod', 'owner', 'manifest'] : hand.given.kind === 'Pod' ? ['pod', 'manifest'] : ['owner', 'manifest']);
		case 'each':
			return plain(['pod', 'container']);
		case 'pod':
			return [...plain(['1', 'last']), ...named(hand.given.kind === 'StatefulSet' ? (hand.life?.pods ?? []).map(({ name }) => name) : [])];
		case 'container':
			return named(hand.given.containers ?? []);
		case 'action':
			return named((hand.scenario.actions ?? []).map(({ as, do: what }) => as ?? what));
		case 'event':
		case 'reason':
			return key === 'event' || inner.includes('event') || last === 'event' ? events(hand) : values(hand, item, last);
		case 'happens':
			return counts(hand, item);
		case 'times':
			return plain(['once', 'twice', 'at least 2', 'at most 3']);
		case 'within':
		case 'for':
			return durations(hand, item, last);
		case 'at':
		case 'after':
		case 'until':
			return moments(hand, item);
		case 'while':
			return plain(['{ the: owner, is: rolling }']);
	}
	if (last === 'pods') return words(hand, { kind: 'pod', pod: 'each' }, 'becomes');
	const verb = VERBS.find((one) => one === last);
	const subject = verb && subjectAt(hand, path);
	if (verb && subject) return subject.kind === 'pods' ? podCounts(hand, subject) : words(hand, subject, verb);
	return values(hand, item, last);
}

const plain = (labels: readonly string[]): readonly Offer[] => labels.map((label) => ({ label }));

/** Words of a subject: those that this life goes through, then the others. `never` and `stays` turn that round, or look at the end. */
function words(hand: AtHand, subject: Subject, verb: Verb): readonly Offer[] {
	const horizon = hand.life?.horizon ?? 0;
	const so = wordsSo(hand, subject);
	const told = so.map(({ word, stretches }) =>
		offerOf(
			subject.kind,
			word,
			bilingual((tongue) => stretchesText(stretches, horizon, tongue)),
		),
	);
	const { facts }: Vocabulary<never> = VOCABULARY[subject.kind];
	const isPrinting = subject.kind === 'pod' || subject.kind === 'container';
	const others = [...(isPrinting ? WORST : []), ...Object.keys(facts), ...(isPrinting ? (hand.given.printed ?? []) : [])].filter(
		(word) => !so.some((one) => one.word === word),
	);
	const rest = [...new Set(others)].map((word) => offerOf(subject.kind, word));
	if (verb === 'never') return [...rest, ...told];
	if (verb !== 'stays' && !(verb === 'is')) return [...told, ...rest];
	const lasts = (word: string): boolean => so.some((one) => one.word === word && (one.stretches.at(-1)?.to ?? 0) > horizon);
	return [...told.filter(({ label }) => lasts(label)), ...told.filter(({ label }) => !lasts(label)), ...rest];
}

/** What one least wants to see. */
const WORST = ['OOMKilled', 'CrashLoopBackOff', 'Evicted', 'Failed', 'restarted'];

function offerOf(kind: SubjectKind, word: string, detail?: Bilingual): Offer {
	const facts = factWords[kind];
	const help = facts && Object.hasOwn(facts, word) ? facts[word] : reasonWordsOf(word);
	return { label: word, ...(detail?.en && { detail }), ...(help && { help: { en: help.en, ko: help.ko } }) };
}

function podCounts(hand: AtHand, subject: Subject): readonly Offer[] {
	const most = Math.max(1, ...hand.tracksOf(subject).flatMap(({ records }) => records.map(({ is }) => Number(is))));
	return plain([`at least ${most}`, `at most ${most}`, String(most), `more than ${most}`]);
}

/** Reasons of the events that come, with how often. */
function events({ life }: AtHand): readonly Offer[] {
	const counted = new Map<string, number>();
	for (const { event } of life?.events ?? []) counted.set(event.reason, (counted.get(event.reason) ?? 0) + 1);
	return [...counted].map(([reason, count]) => offerOf('event', reason, { en: count === 1 ? 'once' : `${count} times`, ko: `${count}번` }));
}

function counts({ life }: AtHand, { event }: Readonly<Record<string, unknown>>): readonly Offer[] {
	const count = (life?.events ?? []).filter((one) => one.event.reason === event).length;
	return plain([
		...new Set(
			count > 1
				? [`${count} times`, `at least ${count} times`, `at most ${count} times`, 'never']
				: count === 1
					? ['once', 'at least once', 'never']
					: ['never', 'once', 'at least once'],
		),
	]);
}

/** What is measured, rounded up with room. */
function durations(hand: AtHand, item: Readonly<Record<string, unknown>>, key: 'within' | 'for'): readonly Offer[] {
	const subject = hand.subjectOf(item);
	const word = VERBS.map((verb) => item[verb]).find((claim) => typeof claim === 'string');
	const [first] = subject && typeof word === 'string' && hand.life ? whenSo(hand, subject, { kind: 'word', word }) : [];
	const others = ['5s', '10s', '30s', '1m', '5m'];
	if (!first || !hand.life) return plain(others);
	const measured = key === 'within' ? first.from : Math.min(first.to, hand.life.horizon) - first.from;
	const label = key === 'within' ? roomy(measured) : `${Math.max(1, Math.floor(measured / 1000))}s`;
	const detail = bilingual((tongue) =>
		tongue === 'en'
			? `it ${key === 'within' ? 'happens at' : 'lasts'} ${timeText(measured, 'en')}`
			: `${timeText(measured, 'ko')}${key === 'within' ? '에 그렇게 된다' : ' 이어진다'}`,
	);
	return [{ label, detail: { en: detail.en.replaceAll('\u00a0', ' '), ko: detail.ko } }, ...plain(others.filter((one) => one !== label))];
}

/** Half as long again, as a person would say it. */
function roomy(ms: number): string {
	const seconds = Math.max(5, Math.ceil((ms * 1.5) / 5000) * 5);
	return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}

function moments(hand: AtHand, item: Readonly<Record<string, unknown>>): readonly Offer[] {
	const actions = (hand.scenario.actions ?? []).flatMap(({ as, do: what }) => as ?? what ?? []);
	const isState = item['event'] === undefined;
	const states = isState ? ['{ becomes: ready }'] : ['{ the: pod, becomes: ready }'];
	return [
		...[...new Set(actions)].map((label) => ({ label, isName: true as const })),
		...plain([...states, '{ event: Killing }', 'start', 'end', '10s', '30s']),
	];
}

/** The values that a field of the claim has in this life. */
function values(hand: AtHand, item: Readonly<Record<string, unknown>>, field: string): readonly Offer[] {
	const subject = item['pods'] === undefined ? hand.subjectOf(item) : ({ kind: 'pod', pod: 'each' } as const);
	return subject ? plain(valuesSo(hand, subject, field)) : [];
}
