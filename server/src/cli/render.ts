import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadChart, readMap } from '../charts/chart';
import { render } from '../charts/render';
import { Fault } from '../templates/value';
import { mapLines } from './lines';
import { options } from './options';
import { complain } from './say';

/** Renders the chart of a folder. */
function renderFolder(folder: string, values: string, release: string, namespace: string, kube: string): ReadonlyMap<string, string> | Fault {
	const files = readFolder(folder);
	const chart = files instanceof Fault ? files : loadChart(files);
	if (chart instanceof Fault) return chart;
	const given = readMap(values, 'values');
	return given instanceof Fault ? given : render(chart, given, { name: release, namespace, kube });
}

function readFolder(folder: string): ReadonlyMap<string, string> | Fault {
	try {
		const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
		const paths = entries.map((entry) => path.join(entry.parentPath, entry.name)).sort();
		return new Map(paths.map((one) => [path.relative(folder, one).replaceAll(path.sep, '/'), readFileSync(one, 'utf8')]));
	} catch {
		return new Fault(`cannot read ${folder}`);
	}
}

/** `peapod render CHART`: what Helm would send to the server. The exit code is 1 where it does not render, 2 for a wrong command line. */
export function renderChart(args: readonly string[]): number {
	const { positionals, values, language, faults } = options(args, ['values', 'release', 'namespace']);
	const [folder] = positionals;
	if (faults.length > 0 || folder === undefined) {
		complain('render', faults.length > 0 ? faults : [{ en: 'name the folder of a chart.', ko: '차트 폴더를 적는다.' }], language);
		return 2;
	}
	const given = values['values'] === undefined ? '' : readFileSync(values['values'], 'utf8');
	const files = renderFolder(folder, given, values['release'] ?? 'release', values['namespace'] ?? 'default', '1.37.0');
	if (files instanceof Fault) {
		complain('render', [{ en: files.message, ko: files.message }], language);
		return 1;
	}
	for (const [name, text] of files) if (text.trim() && !name.endsWith('NOTES.txt')) process.stdout.write(`---\n# Source: ${name}\n${text.trimEnd()}\n`);
	return 0;
}

/** `peapod render --jsonl`: a chart on each line in, its files or why there are none on each line out. */
export function renderLines(): Promise<number> {
	return mapLines(({ id, chart, values, release, namespace, kube }) => {
		if (typeof chart !== 'string') return { id, error: 'The line needs "chart", a folder.' };
		const or = (value: unknown, otherwise: string): string => (typeof value === 'string' && value ? value : otherwise);
		const files = renderFolder(chart, or(values, ''), or(release, 'release'), or(namespace, 'default'), or(kube, '1.20.0'));
		return files instanceof Fault ? { id, error: files.message } : { id, files: Object.fromEntries(files) };
	});
}
