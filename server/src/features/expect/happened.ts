/** What happened instead of what was expected, and when: the lines under a failed expectation. */
import type { Claim, Expectation, Said } from '../../expect/expectation';
import { fitsValue } from '../../expect/fits';
import type { Failure, Seen } from '../../expect/judged';
import { recordAt } from '../../expect/stretches';
import type { Lived, Track } from '../../expect/tracks';
import { type Records, VOCABULARY, type Vocabulary } from '../../expect/vocabulary';
import type { ContainerState } from '../../protocol/life';
import type { Bilingual } from '../../protocol/text';
import { particle } from '../particle';
import { changeText } from './sentence';
import { bilingual, claimNoun, often, type Tongue, timeText } from './words';

export interface Happened {
	readonly happened?: Bilingual;
	/** The nearest thing to what was expected. */
	readonly when?: Bilingual;
}

/** The lines of one failure. */
export function happenedOf({ said }: Expectation, failure: Failure, life: Lived): Happened {
	const claim = 'claim' in said ? said.claim : undefined;
	const seen = 'seen' in failure ? bilingual((tongue) => seenText(failure.seen, claim, life, tongue)) : undefined;
	const when = bilingual((tongue) => whenText(said, failure, life, tongue));
	const happened = seen ?? bilingual((tongue) => plainText(said, failure, life, tongue));
	return { ...(happened.en && { happened }), ...(when.en && { when }) };
}

/** When it came, or how near it came. */
function whenText(said: Said, failure: Failure, life: Lived, tongue: Tongue): string {
	const isEnglish = tongue === 'en';
	const time = (ms: number): string => timeText(ms, tongue);
	switch (failure.code) {
		case 'never-became':
			return isEnglish ? `not once in ${time(failure.watched)}` : `지켜본 ${time(failure.watched)} 동안 한 번도 되지 않았다`;
		case 'late':
			return isEnglish ? `at ${time(failure.at)}, ${time(failure.by)} too late` : `${time(failure.at)}에 됐다. ${time(failure.by)} 늦었다`;
		case 'already':
			return isEnglish
				? `it has been so since ${time(failure.since)}; \`becomes\` asks for a change after ${time(failure.opened)}. Meant: \`is\`, \`stays\`?`
				: `${time(failure.since)}부터 이미 그랬다. \`becomes\`는 ${time(failure.opened)} 뒤의 변화를 묻는다. \`is\`나 \`stays\`를 뜻했을까?`;
		case 'too-short':
			return isEnglish
				? `${often(failure.count, 'en')}, ${time(failure.longest)} at the longest`
				: `${often(failure.count, 'ko')} 됐지만 길어야 ${time(failure.longest)}였다`;
		case 'times':
			return timesText(failure.times, tongue);
		case 'broke':
		case 'was': {
			const lasts =
				failure.seen.t + failure.lasts >= life.horizon
					? isEnglish
						? 'to the end'
						: '끝까지'
					: isEnglish
						? `for ${time(failure.lasts)}`
						: `${time(failure.lasts)} 동안`;
			return isEnglish ? lasts : `${lasts} 이어졌다`;
		}
		case 'never-began': {
			const { noun, isNot } = claimNoun('claim' in said ? said.claim : { kind: 'word', word: '' }, tongue);
			const not = isNot ? (isEnglish ? 'not ' : '') : '';
			return isEnglish
				? `it never was ${not}${noun}`
				: `한 번도 ${noun}${isNot ? `${particle(noun, '이/가')} 아닌 적이 없었다` : `${particle(noun, '이/가')} 아니었다`}`;
		}
		case 'not-watched': {
			const [end, short, needs] = [time(life.horizon), time(failure.needs - life.horizon), writtenTime(failure.needs)];
			return isEnglish
				? `the watch ends at ${end}, ${short} before this is decided. \`until: ${needs}\` at least`
				: `${end}까지만 지켜봐서 ${short}${particle(short, '이/가')} 모자란다. \`until\`을 ${needs} 이상으로 늘린다`;
		}
		default:
			return '';
	}
}

function timesText(times: readonly number[], tongue: Tongue): string {
	if (times.length === 0) return tongue === 'en' ? 'not once' : '한 번도 되지 않았다';
	const shown = times.slice(0, MOST_TIMES).map((t) => timeText(t, tongue));
	const more = times.length > MOST_TIMES ? ' …' : '';
	return tongue === 'en' ? `${often(times.length, 'en')}, at ${shown.join(', ')}${more}` : `${shown.join(', ')}${more}에 ${often(times.length, 'ko')}`;
}

const MOST_TIMES = 6;

/** As scenarios have durations, rounded up to the second. */
function writtenTime(ms: number): string {
	const seconds = Math.ceil(ms / 1000);
	const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
	return `${minutes > 0 ? `${minutes}m` : ''}${rest > 0 || minutes === 0 ? `${rest}s` : ''}`;
}

/** At 50 s it is `Terminating` (1/1). */
function seenText({ t, track }: Seen, claim: Claim | undefined, life: Lived, tongue: Tongue): string {
	const record = recordAt(track, t);
	const isEnglish = tongue === 'en';
	const who =
		life.pods.length > 1 && track.podName !== undefined
			? isEnglish
				? ` ${track.podName}`
				: ` ${track.podName}${particle(track.podName, '은/는')}`
			: isEnglish
				? ' it'
				: '';
	const at = isEnglish ? `at ${timeText(t, 'en')}` : `${timeText(t, 'ko')}에`;
	const isGone = track.goneAt !== undefined && t >= track.goneAt;
	if (isGone)
		return isEnglish
			? `${at}${who} has been gone for ${timeText(t - (track.goneAt ?? t), 'en')}`
			: `${at}${who} 이미 사라졌다(${timeText(track.goneAt ?? t, 'ko')})`;
	const state = record === undefined ? undefined : stateText(track, record.is, claim, tongue);
	if (state === undefined) return isEnglish ? `${at}${who} is not there yet` : `${at}${who} 아직 없다`;
	return isEnglish ? `${at}${who} is ${state}` : `${at}${who} ${state}${particle(state, '이다/다')}`;
}

/** What a subject is: the fields that a map asks for, where they are otherwise; else what kubectl shows. */
function stateText(track: Track, is: unknown, claim: Claim | undefined, tongue: Tongue): string | undefined {
	const odd = claim?.kind === 'map' ? askedFields(track, is, claim) : [];
	if (odd.length > 0) return odd.map((text) => `\`${text}\``).join(', ');
	switch (track.kind) {
		case 'pod': {
			const { kubectl, phase } = is as Records['pod'];
			return kubectl ? `\`${kubectl.status}\`${tongue === 'en' ? ' ' : ''}(${kubectl.ready})` : `\`${phase ?? ''}\``;
		}
		case 'container': {
			const state = is as Records['container'];
			if (!state) return undefined;
			const aside = containerAside(state)[tongue];
			return `\`${state.reason ?? state.state}\`${aside && `${tongue === 'en' ? ' ' : ''}(${aside})`}`;
		}
		case 'pods':
			return tongue === 'en' ? String(is) : `${String(is)}개`;
		case 'owner':
			return ownerText(is as Records['owner']);
		default:
			return undefined;
	}
}

/** What says more of a container than its state. */
function containerAside({ exitCode, state, ready }: ContainerState): Bilingual {
	if (exitCode !== undefined) return { en: `exit code ${exitCode}`, ko: `종료 코드 ${exitCode}` };
	if (state !== 'running') return { en: '', ko: '' };
	return ready ? { en: 'ready', ko: '준비됨' } : { en: 'not ready', ko: '준비 안 됨' };
}

/** The fields of a claim that are not as it says, with what they are; all of them where all are. Nothing where there is no record to have them. */
function askedFields(track: Track, is: unknown, { fields }: Claim & { readonly kind: 'map' }): readonly string[] {
	if (is === undefined) return [];
	const { value, fields: known, facts }: Vocabulary<unknown> = VOCABULARY[track.kind] as Vocabulary<unknown>;
	const asked = fields.map(([name, wanted]) => {
		const actual = Object.hasOwn(known, name) || !Object.hasOwn(facts, name) ? value(is, name) : facts[name]?.(is);
		return { text: `${name}: ${brief(actual)}`, isOdd: !fitsValue(actual, wanted) };
	});
	const odd = asked.filter(({ isOdd }) => isOdd);
	return (odd.length > 0 ? odd : asked).map(({ text }) => text);
}

/** Long values are told by their beginning. */
function brief(value: unknown): string {
	const text = value === undefined ? '-' : typeof value === 'object' ? JSON.stringify(value) : String(value);
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const LONGEST = 120;

/** The numbers that an owner shows, and the conditions that are true of it. */
function ownerText(record: Records['owner']): string {
	const { status, rolling } = record;
	const numbers = Object.entries(status).flatMap(([name, value]) => (typeof value === 'number' && TOLD.has(name) ? [`\`${name}: ${value}\``] : []));
	return [...(rolling ? ['`rolling`'] : []), ...numbers].join(', ') || '`{}`';
}

const TOLD = new Set([
	'replicas',
	'updatedReplicas',
	'readyReplicas',
	'availableReplicas',
	'numberReady',
	'desiredNumberScheduled',
	'active',
	'succeeded',
	'failed',
]);

/** What there is to say without a record. */
function plainText(said: Said, failure: Failure, life: Lived, tongue: Tongue): string {
	const isEnglish = tongue === 'en';
	const time = (ms: number): string => timeText(ms, tongue);
	const [first = '', ...more] = life.manifest.errors;
	const others = more.length === 0 ? '' : isEnglish ? `, and ${more.length} more` : `, 그 밖에 ${more.length}개`;
	switch (failure.code) {
		case 'count': {
			const { count, first: seen } = failure;
			const told = seen
				? isEnglish
					? `; the first at ${time(seen.t)}: "${brief(seen.event.message)}"`
					: `. 처음은 ${time(seen.t)} "${brief(seen.event.message)}"`
				: '';
			if (count === 0) return isEnglish ? 'not once' : '한 번도 없었다';
			return `${often(count, tongue)}${told}`;
		}
		case 'out-of-order':
			return failure.times.map((t) => (t === undefined ? '-' : time(t))).join(' → ');
		case 'missing':
			return missingText(said, failure.place, life, tongue);
		case 'no-moment':
			return isEnglish
				? `\`${failure.key}\`: that moment never came, so there was nothing to judge`
				: `\`${failure.key}\`: 그 시점이 오지 않아 판단할 것이 없다`;
		case 'empty-while':
			return isEnglish ? '`while`: it never was so in that time' : '`while`: 그동안 그런 때가 없었다';
		case 'no-time':
			return isEnglish ? 'no time is left: it ends before it begins' : '볼 시간이 없다. 시작하기 전에 끝난다';
		case 'nobody':
			return isEnglish ? 'there was none' : '하나도 없었다';
		case 'no-life':
			return isEnglish
				? `nothing lived: the API server refuses the manifest: ${first}${others}`
				: `재생할 일생이 없다. API 서버가 매니페스트를 거부한다: ${first}${others}`;
		case 'manifest':
			return manifestText(life, first, others, tongue);
		case 'answer': {
			const { answer } = failure;
			if (!answer) return isEnglish ? 'it never came' : '그 액션은 오지 않았다';
			if (answer.refused !== undefined)
				return isEnglish ? `it was refused at ${time(answer.t)}: ${answer.refused}` : `${time(answer.t)}에 거부했다: ${answer.refused}`;
			return isEnglish ? `it was done at ${time(answer.t)}` : `${time(answer.t)}에 받아들였다`;
		}
		default:
			return '';
	}
}

function missingText(said: Said, place: number, { kind }: Lived, tongue: Tongue): string {
	const moment = said.verb === 'order' ? said.moments[place] : undefined;
	const change = moment ? changeText(moment, kind)[tongue] : '';
	return tongue === 'en' ? `this never came: ${change}` : `끝까지 오지 않은 것: ${change}`;
}

function manifestText({ manifest }: Lived, first: string, others: string, tongue: Tongue): string {
	const isEnglish = tongue === 'en';
	if (!manifest.accepted) return isEnglish ? `the API server refuses it: ${first}${others}` : `거부한다. ${first}${others}`;
	const levels = [manifest.level(), ...(manifest.qosClass === undefined ? [] : [manifest.qosClass])];
	const said = levels.map((level) => `\`${level}\``).join(', ');
	return isEnglish ? `the API server takes it: ${said}` : `받아들인다. ${said}`;
}
