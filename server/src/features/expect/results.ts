/** What came of a test, in words: one result for each expectation of the file. */
import type { Found, Judged, Warning } from '../../expect/judged';
import type { Bilingual } from '../../protocol/text';
import type { Range } from '../../yaml/node';
import { sentenceOf as momentSentence } from '../life/narrate';
import { happenedOf } from './happened';
import { type ReadTest, type RunTest, rangeOfExpectation } from './run';
import { sentenceOf } from './sentence';
import { bilingual, often, type Tongue, timeText } from './words';

export interface TestResult {
	/** Its place in the list. */
	readonly index: number;
	/** The sentence, or the name that it was given. Markdown: `code` only. */
	readonly title: Bilingual;
	/** A fault: it could not be understood, and the file's diagnostics say why. */
	readonly verdict: 'holds' | 'fails' | 'fault';
	/** In the scenario file. */
	readonly range: Range;
	/** Where it is found true. */
	readonly found?: Bilingual;
	/** It holds, and yet. */
	readonly warnings: readonly Bilingual[];
	readonly happened?: Bilingual;
	readonly when?: Bilingual;
	/** What the story says of it, then what led there. */
	readonly why: readonly Bilingual[];
	/** The author's own line. */
	readonly because?: string;
	/** The instant that decides, milliseconds. */
	readonly t?: number;
	/** The field of the manifest that the cause names. */
	readonly field?: string;
}

/** In the order of the file. */
export function resultsOf(run: RunTest): readonly TestResult[] {
	const judged = new Map(run.judged.map((one) => [one.expectation.index, one]));
	return Array.from({ length: run.count }, (_, index) => {
		const one = judged.get(index);
		return one ? resultOf(one, run) : faulty(index, run);
	});
}

/** Where nothing can be judged. */
export const faultyResults = (test: ReadTest): readonly TestResult[] => Array.from({ length: test.count }, (_, index) => faulty(index, test));

function faulty(index: number, { root }: ReadTest): TestResult {
	return {
		index,
		title: { en: `expectation ${index + 1}`, ko: `${index + 1}번째 기대` },
		verdict: 'fault',
		range: rangeOfExpectation(root, index),
		warnings: [],
		why: [],
	};
}

function resultOf(judged: Judged, run: RunTest): TestResult {
	const { expectation } = judged;
	const head = {
		index: expectation.index,
		title: sentenceOf(expectation, run.kind),
		range: rangeOfExpectation(run.root, expectation.index),
		...(expectation.because !== undefined && { because: expectation.because }),
	};
	if (judged.verdict === 'holds') {
		const found = bilingual((tongue) => foundText(judged.found, tongue));
		return { ...head, verdict: 'holds', warnings: judged.warnings.map(warningText), why: [], ...(found.en && { found }), ...instantOf(judged.found) };
	}
	const moment = judged.moment === undefined ? undefined : run.life.moments[judged.moment];
	return {
		...head,
		verdict: 'fails',
		warnings: [],
		...happenedOf(expectation, judged.failure, run.life),
		why: moment ? because(moment.id, run) : [],
		t: judged.t,
		...(moment?.field !== undefined && { field: moment.field }),
	};
}

function instantOf(found: Found): { readonly t?: number } {
	const t = found.kind === 'times' ? found.times[0] : found.kind === 'span' ? found.from : undefined;
	return t === undefined ? {} : { t };
}

/** So many steps back are enough to see the way. */
const STEPS = 2;

/** The moment that explains it, and the weightiest of what led to each. */
function because(id: number, { life }: RunTest): readonly Bilingual[] {
	const chain: Bilingual[] = [];
	let moment = life.moments[id];
	while (moment && chain.length <= STEPS) {
		chain.push(momentSentence(moment));
		const causes = moment.because.flatMap((cause) => life.moments[cause] ?? []);
		const [first] = causes.toSorted((a, b) => b.weight - a.weight);
		moment = first;
	}
	return chain;
}

/** Where it is found true: at 1.1 s; from 1.1 s to 1 min. */
function foundText(found: Found, tongue: Tongue): string {
	const isEnglish = tongue === 'en';
	switch (found.kind) {
		case 'times': {
			const shown = found.times.slice(0, MOST_TIMES).map((t) => timeText(t, tongue));
			const list = `${shown.join(', ')}${found.times.length > MOST_TIMES ? ' …' : ''}`;
			return list === '' ? '' : isEnglish ? `at ${list}` : list;
		}
		case 'span':
			return isEnglish
				? `from ${timeText(found.from, 'en')} to ${timeText(found.to, 'en')}`
				: `${timeText(found.from, 'ko')}부터 ${timeText(found.to, 'ko')}까지`;
		case 'count':
			return found.count === 0 ? (isEnglish ? 'not once' : '한 번도 없다') : often(found.count, tongue);
		case 'nowhere':
			return '';
	}
}

const MOST_TIMES = 6;

function warningText(warning: Warning): Bilingual {
	if (warning.kind === 'flash') {
		return {
			en: `It lasts ${timeText(warning.lasts, 'en')} here; a real cluster may not show it.`,
			ko: `여기서는 ${timeText(warning.lasts, 'ko')}뿐이다. 실제 클러스터에서는 보이지 않을 수 있다.`,
		};
	}
	if (warning.kind === 'jitter') {
		const { isLongest, late } = warning;
		return {
			en: `Where the kubelet waits as ${isLongest ? 'long' : 'briefly'} as it may, ${late === undefined ? 'it fails' : `it is ${timeText(late, 'en')} too late`}: leave room.`,
			ko: `kubelet이 가장 ${isLongest ? '오래' : '짧게'} 기다리면 ${late === undefined ? '어긋난다' : `${timeText(late, 'ko')} 늦는다`}. 여유를 두자.`,
		};
	}
	return {
		en: `${timeText(warning.by, 'en')} ${warning.later ? 'later' : 'earlier'} it would fail: leave room.`,
		ko: `${timeText(warning.by, 'ko')}만 ${warning.later ? '늦어도' : '빨라도'} 어긋난다. 여유를 두자.`,
	};
}
