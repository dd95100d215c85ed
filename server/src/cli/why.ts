import { explain } from '../features/why/explain';
import { type ExplainedWorkload, explainWorkloads } from '../features/why/explain-workloads';
import type { Explained } from '../features/why/explained';
import { readDump } from '../features/why/read-dump';
import { asOf, type ComingRow, comingRows, GONE, HEADINGS, proofOf } from '../features/why/telling';
import { whatIf } from '../features/why/what-if';
import { plainText } from '../features/words-of';
import type { Bilingual, Language } from '../protocol/text';
import { durationText } from '../schema/duration';
import { options } from './options';
import { readText } from './read-text';
import { complain, languagesOf, padStart } from './say';

/** `peapod why FILE`: 0 if all pods of the dump are healthy, 1 if one is not, 2 if nobody can tell, or an option is no good. */
export function why(args: readonly string[]): number {
	const { positionals, values, flags, language, faults } = options(args, ['now'], ['json', 'manifest', 'scenario']);
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
	if (flags.has('manifest') || flags.has('scenario')) return files(source.text, language, flags);
	const dump = readDump(source.text, now);
	const pods = explain(dump, now);
	const workloads = explainWorkloads(dump, pods, now);
	const all = [...workloads, ...pods];
	if (all.length === 0) {
		complain('why', [NO_POD], language);
		return 2;
	}
	const wells = pods.slice(dump.pods.length).filter(({ verdict }) => verdict === 'healthy');
	// Who asks of a whole namespace asks of what is wrong there.
	const isMuch = wells.length > MOST_WELL && wells.length < pods.length;
	const told = isMuch ? pods.filter((one) => !wells.includes(one)) : pods;
	const pages = [
		...workloads.map((one) => page(language, (own) => workloadIn(one, own))),
		...told.map((one) => page(language, (own) => podIn(one, own))),
		...(isMuch ? [page(language, (own) => `${wellWords(wells.length)[own]}\n`)] : []),
	];
	process.stdout.write(flags.has('json') ? `${JSON.stringify(all.length === 1 ? all[0] : all, null, 1)}\n` : pages.join('\n'));
	return all.some(({ verdict }) => verdict === 'unhealthy') ? 1 : all.some(({ verdict }) => verdict === 'unknown') ? 2 : 0;
}

/** More rows of a table in which nothing is wrong hide those in which something is. */
const MOST_WELL = 3;

const wellWords = (count: number): Bilingual => ({
	en: `Nothing is wrong with ${count} more pods of the table.`,
	ko: `나머지 파드 ${count}개는 표에서 이상이 보이지 않는다.`,
});

/** `--manifest`, `--scenario`: the files of "What if I fix it?", of the first pod. */
function files(text: string, language: Language, flags: ReadonlySet<string>): number {
	const found = whatIf(text, language);
	if (!found) {
		complain('why', [NO_MANIFEST], language);
		return 2;
	}
	process.stdout.write([...(flags.has('manifest') ? [found.manifest] : []), ...(flags.has('scenario') ? [found.scenario] : [])].join('---\n'));
	return 0;
}

const NO_MANIFEST: Bilingual = {
	en: 'there is no manifest in it. Give it what "kubectl get pod NAME -o yaml" prints.',
	ko: '매니페스트를 만들 수 없다. "kubectl get pod NAME -o yaml"의 출력을 넣는다.',
};

const NO_POD: Bilingual = {
	en: 'there is no pod in it. Give it what "kubectl get pod NAME -o yaml" or "kubectl describe pod NAME" prints, or its events.',
	ko: '파드가 없다. "kubectl get pod NAME -o yaml"이나 "kubectl describe pod NAME"의 출력, 또는 그 이벤트를 넣는다.',
};

function page(language: Language, told: (language: 'en' | 'ko') => string): string {
	return languagesOf(language).map(told).join('\n');
}

function workloadIn({ kind, namespace, name, headline, evidence, causes }: ExplainedWorkload, language: 'en' | 'ko'): string {
	const title = [`${kind} ${namespace}/${name}`, plainText(headline[language]), ...proofIn(evidence)].join('\n');
	return `${[title, ...whyIn(causes, language)].join('\n\n')}\n`;
}

/** The causes, numbered, each with what proves it; nothing where there are none. */
function whyIn(causes: Explained['causes'], language: 'en' | 'ko'): readonly string[] {
	const told = causes.map(({ words, evidence }, index) => [`  ${index + 1}. ${plainText(words[language])}`, ...proofIn(evidence)].join('\n     '));
	return told.length > 0 ? [`${HEADINGS.why[language]}\n${told.join('\n')}`] : [];
}

/** What proves it, in brackets, on a line of its own. */
function proofIn(evidence: Explained['causes'][number]['evidence']): readonly string[] {
	const proofs = evidence.map(proofOf).map(({ name, count }) => (count === undefined ? name : `Event ${name} ×${count}`));
	return proofs.length > 0 ? [`[${proofs.join(', ')}]`] : [];
}

function podIn(pod: Explained, language: 'en' | 'ko'): string {
	const { name, namespace, now, zone, timeline, headline, causes, advice, watched, fit, fits } = pod;
	const row = timeline[0]?.kubectl;
	const time = asOf(now, zone);
	const tries = advice.map(({ words, line }, index) => `  ${index + 1}. ${plainText(words[language])}\n       ${line}`);
	const rows = comingRows(pod).map((one) => inColumns(one, language));
	// Where nothing is foretold, nobody knows that nothing comes.
	const next = rows.length > 0 ? [`${HEADINGS.next[language]}\n${rows.join('\n')}`] : fits ? [HEADINGS.steady[language]] : [];
	const parts = [
		`${[`${namespace}/${name || '?'}`, ...(row ? [row.ready, row.status, row.restarts] : []), ...(time ? [`(${time[language]})`] : [])].join('  ')}\n${plainText(headline[language])}`,
		...whyIn(causes, language),
		...(tries.length > 0 ? [`${HEADINGS.try[language]}\n${tries.join('\n')}`] : []),
		...next,
		...(watched ? [[watched.words, ...watched.parts.map(({ words }) => words)].map((words) => plainText(words[language])).join('\n  - ')] : []),
		plainText(fit[language]),
	];
	return `${parts.join('\n\n')}\n`;
}

function inColumns({ seconds, clock, kubectl }: ComingRow, language: 'en' | 'ko'): string {
	const cells = kubectl ? `${kubectl.ready}  ${kubectl.status}  ${kubectl.restarts}` : GONE[language];
	return `  ${padStart(`+${plainText(durationText(seconds, language))}`, 12)}${clock ? `  ${clock}` : ''}  ${cells}`;
}
