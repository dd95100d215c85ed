/** An expectation as a sentence that can be read aloud: the name of the test. */
import type { Claim, Expectation, Moment, Said, State, Subject, Time, WhichPod } from '../../expect/expectation';
import type { Bilingual } from '../../protocol/text';
import { particle } from '../particle';
import { bilingual, claimNoun, eventNoun, kindName, type Tongue, timesText, timeText } from './words';

/** `kind` is that of the manifest's object: by it an owner is called. */
export const sentenceOf = ({ name, said }: Expectation, kind: string): Bilingual =>
	name === undefined ? bilingual((tongue) => (tongue === 'en' ? english(said, kind) : korean(said, kind))) : { en: name, ko: name };

function english(said: Said, kind: string): string {
	switch (said.verb) {
		case 'order':
			return said.moments.map((moment) => momentEn(moment, undefined, kind)).join(', then ');
		case 'happens': {
			const often = timesText(said.count, 'en');
			const verb = often === 'never' ? 'never happens' : `happens ${often}`;
			return [`event ${eventNoun(said.subject.match)} ${verb}`, ...timesEn(said.time, said.subject, kind)].join(' ');
		}
		case 'is': {
			const times = timesEn(said.time, said.subject, kind);
			const isTimeless = said.subject.kind === 'manifest' || said.subject.kind === 'action';
			return [subjectNoun(said.subject, kind, 'en'), stateEn(said), ...(times.length > 0 || isTimeless ? times : ['at the end'])].join(' ');
		}
		case 'becomes':
			return [
				`${subjectNoun(said.subject, kind, 'en')} becomes ${claimEn(said.claim)}`,
				...(said.times ? [timesText(said.times, 'en')] : []),
				...timesEn(said.time, said.subject, kind),
			].join(' ');
		case 'stays':
			return [`${subjectNoun(said.subject, kind, 'en')} stays ${claimEn(said.claim)}`, ...timesEn(said.time, said.subject, kind)].join(' ');
		case 'never':
			return [`${subjectNoun(said.subject, kind, 'en')} is never ${claimEn(said.claim)}`, ...timesEn(said.time, said.subject, kind)].join(' ');
	}
}

/** Fields are what a manifest has: it is none of them. */
function stateEn({ subject, claim }: { readonly subject: Subject; readonly claim: Claim }): string {
	if (subject.kind !== 'manifest') return `is ${claimEn(claim)}`;
	const { noun, isNot } = claimNoun(claim, 'en');
	return hasFields(claim) ? `${isNot ? 'does not have' : 'has'} ${noun}` : `is ${claimEn(claim)}`;
}

const hasFields = (claim: Claim): boolean => claim.kind === 'map' || (claim.kind === 'not' && hasFields(claim.claim));

function claimEn(claim: Claim): string {
	const { noun, isNot } = claimNoun(claim, 'en');
	return isNot ? `not ${noun}` : noun;
}

function timesEn(time: Time, subject: Subject, kind: string): readonly string[] {
	const { at, after, until, within, while: state, for: lasting } = time;
	return [
		...(at ? [instantEn(at, subject, kind)] : []),
		...(lasting === undefined ? [] : [`for ${timeText(lasting, 'en')}`]),
		...(within === undefined ? [] : [`within ${timeText(within, 'en')}`]),
		...(after ? [`after ${momentEn(after, subject, kind)}`] : []),
		...(until ? [`until ${momentEn(until, subject, kind)}`] : []),
		...(state ? [`while ${state.subject ? subjectNoun(state.subject, kind, 'en') : 'it'} is ${claimEn(state.claim)}`] : []),
	];
}

const instantEn = (at: Moment, subject: Subject, kind: string): string =>
	at.kind === 'becomes' ? `when ${momentEn(at, subject, kind)}` : `at ${momentEn(at, subject, kind)}`;

function momentEn(moment: Moment, subject: Subject | undefined, kind: string): string {
	switch (moment.kind) {
		case 'time':
			return timeText(moment.t, 'en');
		case 'end':
			return 'the end';
		case 'action':
			return moment.name;
		case 'event':
			return `event ${eventNoun(moment.match)}`;
		case 'becomes': {
			const who = moment.subject ? subjectNoun(moment.subject, kind, 'en') : subject ? 'it' : '';
			return `${who} becomes ${claimEn(moment.claim)}${moment.after ? ` after ${momentEn(moment.after, subject, kind)}` : ''}`.trim();
		}
	}
}

/** Whom it is about. */
export function subjectNoun(subject: Subject, kind: string, tongue: Tongue): string {
	const isEnglish = tongue === 'en';
	switch (subject.kind) {
		case 'pod':
			return podNoun(subject.pod, tongue);
		case 'container': {
			const own = subject.name === undefined ? (isEnglish ? 'each container' : '모든 컨테이너') : `${isEnglish ? 'container' : '컨테이너'} ${subject.name}`;
			if (subject.pod === 'each' || subject.pod === 'the') return own;
			return isEnglish ? `${own} of ${podNoun(subject.pod, 'en')}` : `${podNoun(subject.pod, 'ko')}의 ${own}`;
		}
		case 'pods': {
			if (!isEnglish) return `${being(subject.claim)} 파드`;
			const { noun, isNot } = claimNoun(subject.claim, 'en');
			if (subject.claim.kind === 'map') return `the number of pods with ${noun}`;
			return isNot ? `the number of pods that are not ${noun}` : `the number of ${noun} pods`;
		}
		case 'owner':
			return isEnglish ? `the ${kindName(kind, 'en')}` : kindName(kind, 'ko');
		case 'manifest':
			return isEnglish ? 'the manifest' : '매니페스트';
		case 'event':
			return isEnglish ? `event ${eventNoun(subject.match)}` : `${eventNoun(subject.match)} 이벤트`;
		case 'action':
			return isEnglish ? `action ${subject.name}` : `액션 ${subject.name}`;
	}
}

function podNoun(pod: WhichPod, tongue: Tongue): string {
	const isEnglish = tongue === 'en';
	if (pod === 'the') return isEnglish ? 'the pod' : '파드';
	if (pod === 'each') return isEnglish ? 'each pod' : '모든 파드';
	if (pod === 'last') return isEnglish ? 'the last pod' : '마지막 파드';
	return `${isEnglish ? 'pod' : '파드'} ${typeof pod === 'number' ? pod : pod.name}`;
}

const withParticle = (word: string, forms: string): string => `${word}${particle(word, forms)}`;

/** …인, …가 아닌 */
function being(claim: Claim): string {
	const { noun, isNot } = claimNoun(claim, 'ko');
	return isNot ? `${withParticle(noun, '이/가')} 아닌` : `${noun}인`;
}

/** …가 된다, …가 아니게 된다; with other endings of 되다. */
function become(claim: Claim, ending: '된다' | '되고' | '되어' | '된' | '될'): string {
	const { noun, isNot } = claimNoun(claim, 'ko');
	return isNot ? `${withParticle(noun, '이/가')} 아니게 ${ending}` : `${withParticle(noun, '이/가')} ${ending}`;
}

/** …다, …가 아니다 */
function isKo(claim: Claim): string {
	const { noun, isNot } = claimNoun(claim, 'ko');
	return isNot ? `${withParticle(noun, '이/가')} 아니다` : withParticle(noun, '이다/다');
}

function korean(said: Said, kind: string): string {
	if (said.verb === 'order') return said.moments.map((moment, i) => changeKo(moment, kind, i < said.moments.length - 1)).join(', 그다음 ');
	const { subject, time } = said;
	const who = subjectNoun(subject, kind, 'ko');
	const times = timesKo(time, kind);
	switch (said.verb) {
		case 'happens': {
			const often = timesText(said.count, 'ko');
			const when = [...whileKo(time.while, kind), ...times];
			return often === '0번' ? [...when, `${who}는 일어나지 않는다`].join(' ') : [...when, `${who}가 ${often} 일어난다`].join(' ');
		}
		case 'is': {
			const answer = answerKo(subject, said.claim) ?? fieldsKo(subject, said.claim);
			return (
				answer ??
				[
					withParticle(who, '이/가'),
					...(times.length > 0 || subject.kind === 'manifest' || subject.kind === 'action' ? times : ['끝에']),
					isKo(said.claim),
				].join(' ')
			);
		}
		case 'becomes': {
			const each = subject.kind === 'pod' && subject.pod === 'each' ? ['저마다'] : [];
			const often = said.times ? [timesText(said.times, 'ko')] : [];
			const turns = time.for === undefined ? [become(said.claim, '된다')] : [become(said.claim, '되어'), `${timeText(time.for, 'ko')} 이상 이어진다`];
			return [...whileKo(time.while, kind), withParticle(who, '이/가'), ...each, ...times, ...often, ...turns].join(' ');
		}
		case 'stays':
			return [
				...whileKo(time.while, kind),
				withParticle(who, '이/가'),
				...times,
				...(time.for === undefined ? [] : [`${timeText(time.for, 'ko')} 동안`]),
				'계속',
				isKo(said.claim),
			].join(' ');
		case 'never':
			return [
				...whileKo(time.while, kind),
				withParticle(who, '이/가'),
				...times,
				...(time.for === undefined ? [] : [`${timeText(time.for, 'ko')} 이상`]),
				`${being(said.claim)} 적이 없다`,
			].join(' ');
	}
}

function whileKo(state: State | undefined, kind: string): readonly string[] {
	if (!state) return [];
	const who = state.subject ? `${withParticle(subjectNoun(state.subject, kind, 'ko'), '이/가')} ` : '';
	return [`${who}${being(state.claim)} 동안`];
}

function timesKo({ at, after, until, within }: Time, kind: string): readonly string[] {
	return [
		...(at ? [at.kind === 'becomes' ? `${momentKo(at, kind, '될')} 때` : `${momentKo(at, kind, '될')}에`] : []),
		...(after ? [`${momentKo(after, kind, '된')} 뒤`] : []),
		...(until ? [until.kind === 'becomes' ? `${momentKo(until, kind, '될')} 때까지` : `${momentKo(until, kind, '될')} 전까지`] : []),
		...(within === undefined ? [] : [`${timeText(within, 'ko')} 안에`]),
	];
}

/** A moment of an `order`, by itself: the change that it is. */
export const changeText = (moment: Moment, kind: string): Bilingual =>
	bilingual((tongue) => (tongue === 'en' ? momentEn(moment, undefined, kind) : changeKo(moment, kind, false)));

function momentKo(moment: Moment, kind: string, ending: '된' | '될'): string {
	switch (moment.kind) {
		case 'time':
			return timeText(moment.t, 'ko');
		case 'end':
			return '끝';
		case 'action':
			return moment.name;
		case 'event':
			return `${eventNoun(moment.match)} 이벤트`;
		case 'becomes': {
			const who = moment.subject ? `${withParticle(subjectNoun(moment.subject, kind, 'ko'), '이/가')} ` : '';
			return `${moment.after ? `${momentKo(moment.after, kind, '된')} 뒤 ` : ''}${who}${become(moment.claim, ending)}`;
		}
	}
}

function changeKo(moment: Moment, kind: string, goesOn: boolean): string {
	if (moment.kind === 'event') return `${eventNoun(moment.match)} 이벤트가 ${goesOn ? '일어나고' : '일어난다'}`;
	if (moment.kind !== 'becomes') return momentKo(moment, kind, '된');
	const who = moment.subject ? `${withParticle(subjectNoun(moment.subject, kind, 'ko'), '이/가')} ` : '';
	return `${who}${become(moment.claim, goesOn ? '되고' : '된다')}`;
}

/** What the API server says is said by it. */
function answerKo(subject: Subject, claim: Claim): string | undefined {
	if ((subject.kind !== 'manifest' && subject.kind !== 'action') || claim.kind !== 'word') return undefined;
	const what = withParticle(subjectNoun(subject, '', 'ko'), '을/를');
	if (claim.word === 'accepted' || claim.word === 'done') return `API 서버가 ${what} 받아들인다`;
	return claim.word === 'refused' ? `API 서버가 ${what} 거부한다` : undefined;
}

/** Fields are what a manifest has. */
function fieldsKo(subject: Subject, claim: Claim): string | undefined {
	if (subject.kind !== 'manifest' || !hasFields(claim)) return undefined;
	const { noun, isNot } = claimNoun(claim, 'ko');
	return `매니페스트에 ${withParticle(noun, '이/가')} ${isNot ? '없다' : '있다'}`;
}
