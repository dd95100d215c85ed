import { explain } from '../features/why/explain';
import type { Explained } from '../features/why/explained';
import { readDump } from '../features/why/read-dump';
import { plainText } from '../features/words-of';
import type { Bilingual, Language } from '../protocol/text';
import { durationText } from '../schema/duration';
import { options } from './options';
import { readText } from './read-text';
import { complain, languagesOf, padStart } from './say';

/** `peapod why FILE`: 0 if all pods of the dump are healthy, 1 if one is not, 2 if nobody can tell, or an option is no good. */
export function why(args: readonly string[]): number {
	const { positionals, values, flags, language, faults } = options(args, ['now'], ['json']);
	const [path, ...others] = positionals;
	if (faults.length === 0 && (path === undefined || others.length > 0))
		faults.push({ en: 'Name one file, or - for standard input.', ko: '파일을 하나만 적는다. 표준 입력은 -로 적는다.' });
	const now = values['now'] === undefined ? undefined : Date.parse(values['now']);
	if (Number.isNaN(now)) {
		faults.push({
			en: `--now takes a time like 2026-05-04T09:01:18Z, not "${values['now']}".`,
			ko: `--now에는 2026-05-04T09:01:18Z처럼 시각을 적는다. "${values['now']}"에서는 시각을 읽을 수 없다.`,
		});
	}
	if (faults.length > 0 || path === undefined) {
		complain('why', faults, language);
		return 2;
	}
	const source = readText(path);
	if ('fault' in source) {
		complain('why', [source.fault], language);
		return 2;
	}
	const pods = explain(readDump(source.text, now), now);
	if (pods.length === 0) {
		complain('why', [NO_POD], language);
		return 2;
	}
	process.stdout.write(
		flags.has('json') ? `${JSON.stringify(pods.length === 1 ? pods[0] : pods, null, 1)}\n` : pods.map((pod) => page(pod, language)).join('\n'),
	);
	return pods.some(({ verdict }) => verdict === 'unhealthy') ? 1 : pods.some(({ verdict }) => verdict === 'unknown') ? 2 : 0;
}

const NO_POD: Bilingual = {
	en: 'there is no pod in it. Give it what "kubectl get pod NAME -o yaml" or "kubectl describe pod NAME" prints.',
	ko: '파드가 없다. "kubectl get pod NAME -o yaml"이나 "kubectl describe pod NAME"의 출력을 넣는다.',
};

const HEADINGS: Readonly<Record<'why' | 'try' | 'next' | 'steady', Bilingual>> = {
	why: { en: 'Why', ko: '왜 그런가' },
	try: { en: 'Try this, in this order', ko: '이 순서로 해 보자' },
	next: { en: 'What comes next', ko: '다음에 일어날 일' },
	steady: { en: 'Nothing more comes within 10 min.', ko: '10분 안에 더 일어날 일이 없다.' },
};

const GONE: Bilingual = { en: 'gone', ko: '사라짐' };

/** So many rows of what comes next; more would hide the first. */
const MOST_ROWS = 8;

function page(pod: Explained, language: Language): string {
	return languagesOf(language)
		.map((one) => inLanguage(pod, one))
		.join('\n');
}

function inLanguage({ name, namespace, now, timeline, headline, causes, advice, fit, fits }: Explained, language: 'en' | 'ko'): string {
	const row = timeline[0]?.kubectl;
	const told = causes.map(({ words, evidence }, index) => {
		const proof = evidence.map((one) => ('field' in one ? [one.of, one.field].filter(Boolean).join(' ') : `Event ${one.event} ×${one.count}`)).join(', ');
		return `  ${index + 1}. ${plainText(words[language])}\n     [${proof}]`;
	});
	const tries = advice.map(({ words, line }, index) => `  ${index + 1}. ${plainText(words[language])}\n       ${line}`);
	const rows = rowsOf(timeline, now, language);
	// Where nothing is foretold, nobody knows that nothing comes.
	const next = rows.length > 0 ? [`${HEADINGS.next[language]}\n${rows.join('\n')}`] : fits ? [HEADINGS.steady[language]] : [];
	const parts = [
		`${namespace}/${name}  ${row?.ready}  ${row?.status}  ${row?.restarts}${asOf(now, language)}\n${plainText(headline[language])}`,
		...(told.length > 0 ? [`${HEADINGS.why[language]}\n${told.join('\n')}`] : []),
		...(tries.length > 0 ? [`${HEADINGS.try[language]}\n${tries.join('\n')}`] : []),
		...next,
		plainText(fit[language]),
	];
	return `${parts.join('\n\n')}\n`;
}

function asOf(now: number | undefined, language: 'en' | 'ko'): string {
	if (now === undefined) return '';
	const time = `${new Date(now).toISOString().slice(0, 19)}Z`;
	return `  (${language === 'ko' ? `${time} 기준` : `as of ${time}`})`;
}

/** A line for each change of the row, as long as there is room. */
function rowsOf(timeline: Explained['timeline'], now: number | undefined, language: 'en' | 'ko'): readonly string[] {
	const cells = ({ kubectl, gone }: Explained['timeline'][number]): string =>
		gone ? GONE[language] : `${kubectl?.ready}  ${kubectl?.status}  ${kubectl?.restarts}`;
	const changes = timeline.filter((one, index) => index > 0 && cells(one) !== cells(timeline[index - 1] ?? one));
	return changes.slice(0, MOST_ROWS).map((one) => {
		const clock = now === undefined ? '' : `  ${new Date(now + one.t * 1000).toISOString().slice(11, 19)}`;
		return `  ${padStart(`+${plainText(durationText(Math.round(one.t), language))}`, 12)}${clock}  ${cells(one)}`;
	});
}
