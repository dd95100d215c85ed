/** Why the pods of a dump are as they are, as a page. */
import type { Dump } from '../../autopsy/dump';
import { isWellRow } from '../../autopsy/read-table';
import { LARGEST } from '../../manifest/read';
import type { Bilingual, Language } from '../../protocol/text';
import type { LiveName } from '../../protocol/why';
import { durationText } from '../../schema/duration';
import { inLanguage } from '../diagnose/diagnostic';
import { code, fenced, sentence } from '../markdown';
import { explain } from './explain';
import { type ExplainedWorkload, explainWorkloads, unreadyFirst } from './explain-workloads';
import type { Explained } from './explained';
import { onlyOne, readDump } from './read-dump';
import { asOf, type ComingRow, comingRows, GONE, HEADINGS, proofOf } from './telling';

/** Who wants to know of more pods asks for one of them. */
const MOST_PODS = 20;

/**
 * Explains the workloads and pods in a text that kubectl printed, or the one that is named, a step a pod: each takes up to half a second.
 * Comes to Markdown in the language of the reader. It holds no value of an environment variable and no annotation, as nothing that is explained does.
 */
export function* whyPageInSteps(text: string, language: Language, only?: LiveName): Generator<void, string> {
	if (text.length > LARGEST) return inLanguage(TOO_LARGE, language).join('\n\n');
	const dump = only ? onlyOne(readDump(text), only) : readDump(text);
	const asked: readonly Dump[] = [
		...dump.pods.toSorted(unreadyFirst).map((pod) => ({ ...dump, pods: [pod], rows: [] })),
		...(dump.rows ?? []).toSorted((one, other) => Number(isWellRow(one)) - Number(isWellRow(other))).map((row) => ({ ...dump, pods: [], rows: [row] })),
	];
	if (asked.length === 0 && !dump.workloads?.length) return inLanguage(NO_POD, language).join('\n\n');
	const pods: Explained[] = [];
	for (const one of asked.slice(0, MOST_PODS)) {
		pods.push(...explain(one));
		yield;
	}
	const languages = language === 'both' ? (['ko', 'en'] as const) : [language];
	const left = asked.length - pods.length;
	const workloads = explainWorkloads(dump, pods);
	// Who asks for a workload asks for its pods one by one.
	const told = only && workloads.length > 0 ? [] : pods;
	const pages = languages.flatMap((one) => [
		...workloads.map((workload) => ofWorkload(workload, one)),
		...told.map((pod) => ofPod(pod, one)),
		...(left > 0 ? [moreWords(left)[one]] : []),
	]);
	return pages.join('\n\n---\n\n');
}

const NO_POD: Bilingual = {
	en: 'There is no pod in it. Copy or open what `kubectl get pod NAME -o yaml` or `kubectl describe pod NAME` prints, or its events.',
	ko: '파드가 없다. `kubectl get pod NAME -o yaml`이나 `kubectl describe pod NAME`의 출력, 또는 그 이벤트를 복사하거나 파일로 연다.',
};

const TOO_LARGE: Bilingual = {
	en: 'This is too large to be read. Take one pod: `kubectl get pod NAME -o yaml`.',
	ko: '너무 커서 읽지 않는다. `kubectl get pod NAME -o yaml`로 파드 하나만 가져온다.',
};

const moreWords = (count: number): Bilingual => ({
	en: `${count} more ${count === 1 ? 'pod is' : 'pods are'} not explained here: ask over the one that you mean.`,
	ko: `나머지 파드 ${count}개는 여기서 설명하지 않는다. 알고 싶은 파드 위에서 묻는다.`,
});

function ofWorkload({ kind, namespace, name, headline, causes, evidence }: ExplainedWorkload, language: 'en' | 'ko'): string {
	const proof = evidence.length > 0 ? [proofsOf(evidence, language)] : [];
	return [
		`## ${sentence(headline[language])}`,
		[`${kind} ${code(`${namespace}/${name}`)}`, ...proof].join(' · '),
		...(causes.length > 0 ? [`### ${HEADINGS.why[language]}`, numbered(causes.map((cause) => ofCause(cause, language)))] : []),
	].join('\n\n');
}

function ofPod(pod: Explained, language: 'en' | 'ko'): string {
	const { name, namespace, now, zone, timeline, headline, causes, advice, watched, fits, fit } = pod;
	const row = timeline[0]?.kubectl;
	const time = asOf(now, zone)?.[language];
	const shown = row ? [code(row.ready), code(row.status), `RESTARTS ${row.restarts}`] : [];
	const heading = (text: Bilingual): string => `### ${text[language]}`;
	const rows = comingRows(pod);
	return [
		`## ${sentence(headline[language])}`,
		[code(`${namespace}/${name || '?'}`), ...shown, ...(time ? [time] : [])].join(' · '),
		...(causes.length > 0 ? [heading(HEADINGS.why), numbered(causes.map((cause) => ofCause(cause, language)))] : []),
		...(advice.length > 0 ? [heading(HEADINGS.try), numbered(advice.map(({ words, line }) => [sentence(words[language]), '', fenced(line)].join('\n')))] : []),
		// Where nothing is foretold, nobody knows that nothing comes.
		...(rows.length > 0 ? [heading(HEADINGS.next), table(rows, language)] : fits ? [HEADINGS.steady[language]] : []),
		...(watched ? [[sentence(watched.words[language]), ...watched.parts.map(({ words }) => `- ${sentence(words[language])}`)].join('\n')] : []),
		sentence(fit[language]),
	].join('\n\n');
}

/** A list whose items may be several lines. */
const numbered = (items: readonly string[]): string => items.map((item, index) => `${index + 1}. ${item.replace(/\n(?=.)/g, '\n   ')}`).join('\n');

/** A sentence, and under it the fields and events that prove it. */
function ofCause({ words, evidence }: Explained['causes'][number], language: 'en' | 'ko'): string {
	return [sentence(words[language]), ...(evidence.length > 0 ? [`  \n${proofsOf(evidence, language)}`] : [])].join('');
}

const proofsOf = (evidence: Explained['causes'][number]['evidence'], language: 'en' | 'ko'): string =>
	evidence
		.map(proofOf)
		.map(({ name, count }) => (count === undefined ? code(name) : `${EVENT[language]} ${code(name)} ×${count}`))
		.join(', ');

const EVENT: Bilingual = { en: 'event', ko: '이벤트' };

function table(rows: readonly ComingRow[], language: 'en' | 'ko'): string {
	const hasClock = rows.some(({ clock }) => clock !== undefined);
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	const head = ['', ...(hasClock ? ['UTC'] : []), 'READY', 'STATUS', 'RESTARTS'];
	const body = rows.map(({ seconds, clock = '', kubectl }) => {
		const cells = kubectl ? [kubectl.ready, sentence(kubectl.status), String(kubectl.restarts)] : ['', GONE[language], ''];
		return line([`+${durationText(seconds, language)}`, ...(hasClock ? [clock] : []), ...cells]);
	});
	return [line(head), line(head.map(() => '---')), ...body].join('\n');
}
