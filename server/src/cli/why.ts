import { explain } from '../features/why/explain';
import type { Explained } from '../features/why/explained';
import { readDump } from '../features/why/read-dump';
import { asOf, type ComingRow, comingRows, GONE, HEADINGS, proofOf } from '../features/why/telling';
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

function page(pod: Explained, language: Language): string {
	return languagesOf(language)
		.map((one) => inLanguage(pod, one))
		.join('\n');
}

function inLanguage(pod: Explained, language: 'en' | 'ko'): string {
	const { name, namespace, now, timeline, headline, causes, advice, fit, fits } = pod;
	const row = timeline[0]?.kubectl;
	const time = asOf(now);
	const told = causes.map(({ words, evidence }, index) => {
		const proof = evidence.map(proofOf).map((one) => (one.count === undefined ? one.name : `Event ${one.name} ×${one.count}`));
		return `  ${index + 1}. ${plainText(words[language])}\n     [${proof.join(', ')}]`;
	});
	const tries = advice.map(({ words, line }, index) => `  ${index + 1}. ${plainText(words[language])}\n       ${line}`);
	const rows = comingRows(pod).map((one) => inColumns(one, language));
	// Where nothing is foretold, nobody knows that nothing comes.
	const next = rows.length > 0 ? [`${HEADINGS.next[language]}\n${rows.join('\n')}`] : fits ? [HEADINGS.steady[language]] : [];
	const parts = [
		`${namespace}/${name}  ${row?.ready}  ${row?.status}  ${row?.restarts}${time ? `  (${time[language]})` : ''}\n${plainText(headline[language])}`,
		...(told.length > 0 ? [`${HEADINGS.why[language]}\n${told.join('\n')}`] : []),
		...(tries.length > 0 ? [`${HEADINGS.try[language]}\n${tries.join('\n')}`] : []),
		...next,
		plainText(fit[language]),
	];
	return `${parts.join('\n\n')}\n`;
}

function inColumns({ seconds, clock, kubectl }: ComingRow, language: 'en' | 'ko'): string {
	const cells = kubectl ? `${kubectl.ready}  ${kubectl.status}  ${kubectl.restarts}` : GONE[language];
	return `  ${padStart(`+${plainText(durationText(seconds, language))}`, 12)}${clock ? `  ${clock}` : ''}  ${cells}`;
}
