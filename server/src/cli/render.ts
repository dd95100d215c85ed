import { existsSync } from 'node:fs';
import { shownRendering } from '../features/charts/show-rendered';
import type { Bilingual, Language } from '../protocol/text';
import { mapLines } from './lines';
import { options } from './options';
import { textIn } from './read-text';
import type { Question } from './render-chart';
import { complain } from './say';

/** `peapod render CHART`: what Helm would send to the server, a file of the chart after the other. The exit code is 1 where it does not render, 2 for a wrong command line. */
export async function renderChart(args: readonly string[]): Promise<number> {
	const { positionals, values, lists, flags, version, language, faults } = options(
		args,
		['release', 'namespace', 'kube'],
		['skip-schema-validation'],
		['values', 'set', 'set-string', 'api-versions'],
	);
	const [chart, ...more] = positionals;
	if (chart === undefined || more.length > 0)
		faults.push({ en: 'render needs one chart: a folder or a .tgz file.', ko: '차트(폴더나 .tgz 파일) 하나를 적어야 한다.' });
	else if (!existsSync(chart)) faults.push({ en: `there is no chart ${chart}.`, ko: `${chart} 차트가 없다.` });
	const files = (lists['values'] ?? []).map((name) => ({ name, ...textIn(name, faults) }));
	const { set = [], 'set-string': setString = [] } = lists;
	if (set.length + setString.length > 0) {
		const { setFaults } = await import('./render-chart');
		faults.push(...setFaults('--set', set), ...setFaults('--set-string', setString));
	}
	if (chart === undefined || faults.length > 0) {
		complain('render', faults, language);
		return 2;
	}
	const { plainly, renderAt, setBy } = await import('./render-chart');
	const plain = plainly(version);
	const question: Question = {
		chart,
		values: files,
		set: setBy(set, setString),
		release: values['release'] ?? plain.release,
		namespace: values['namespace'] ?? plain.namespace,
		kube: values['kube'] ?? plain.kube,
		apiVersions: lists['api-versions'] ?? [],
		skipsSchemas: flags.has('skip-schema-validation'),
	};
	const answer = renderAt(question);
	if ('error' in answer) {
		complain('render', [notRendered(chart, answer.error), ...helpWith(answer.error)], language);
		return 1;
	}
	warn(answer.missing, answer.warnings, language);
	process.stdout.write(shownRendering(answer).text);
	return 0;
}

/** Why there is nothing of a chart, in Helm's words. */
export const notRendered = (chart: string, error: string): Bilingual => ({
	en: `cannot render ${chart}: ${error.trimEnd()}`,
	ko: `${chart} 차트를 렌더링할 수 없다: ${error.trimEnd()}`,
});

/** What to do about what only Helm can do. */
function helpWith(error: string): readonly Bilingual[] {
	if (!error.includes('failing loading "http')) return [];
	return [
		{
			en: 'helm would fetch that schema; --skip-schema-validation renders without checking the values.',
			ko: 'helm이라면 그 스키마를 내려받는다. --skip-schema-validation을 적으면 값을 검사하지 않고 렌더링한다.',
		},
	];
}

function warn(missing: readonly string[], warnings: readonly string[], language: Language): void {
	const names = missing.join(', ');
	const absent: Bilingual = {
		en: `Chart.yaml lists dependencies that are not in charts/: ${names}. They are left out here, and helm install stops at them; helm dependency build fetches them.`,
		ko: `Chart.yaml에 적힌 의존 차트가 charts/에 없다: ${names}. 여기서는 빼고 렌더링하지만 helm install은 멈춘다. helm dependency build로 내려받는다.`,
	};
	complain('render', [...(missing.length > 0 ? [absent] : []), ...warnings.map((text) => ({ en: text, ko: text }))], language);
}

/** `peapod render --jsonl`: a chart on each line in, its files or why there are none on each line out. */
export async function renderLines(): Promise<number> {
	const { renderAt } = await import('./render-chart');
	return mapLines(({ id, chart, values, release, namespace, kube }) => {
		if (typeof chart !== 'string') return { id, error: 'The line needs "chart", a folder.' };
		const or = (value: unknown, otherwise: string): string => (typeof value === 'string' && value ? value : otherwise);
		const question: Question = {
			chart,
			values: [{ name: '', text: or(values, '') }],
			release: or(release, 'release'),
			namespace: or(namespace, 'default'),
			// What Helm takes where there is no cluster.
			kube: or(kube, '1.20.0'),
		};
		const answer = renderAt(question);
		return 'error' in answer ? { id, error: answer.error } : { id, files: Object.fromEntries(answer.files) };
	});
}
