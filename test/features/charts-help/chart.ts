import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { kubeVersion } from '../../../server/src/charts/capabilities';
import { loadChart } from '../../../server/src/charts/chart';
import { render } from '../../../server/src/charts/render';
import type { Rendering } from '../../../server/src/features/charts/help/hover-template';
import type { ChartTexts } from '../../../server/src/features/charts/help/survey';
import { Fault } from '../../../server/src/templates/value';
import { unmarked } from '../marked';

/** A chart of the fixtures, without marks. */
export const SHOP = 'test/features/charts-help/shop';
export const shop: ChartTexts = { files: new Map(filesIn(SHOP).map((path) => [path, unmarked(readFileSync(`${SHOP}/${path}`, 'utf8'))])) };

function filesIn(folder: string, below = ''): readonly string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
		entry.isDirectory() ? filesIn(`${folder}/${entry.name}`, `${below}${entry.name}/`) : [below + entry.name],
	);
}

/** A chart of these files. */
export const chartOf = (files: Readonly<Record<string, string>>): ChartTexts => ({ files: new Map(Object.entries(files)) });

/** The same with one of its files changed. */
export const withFile = ({ files }: ChartTexts, file: string, text: string): ChartTexts => ({ files: new Map([...files, [file, text]]) });

/** What a chart renders as `web`. */
export function rendered({ files }: ChartTexts): Rendering {
	const chart = loadChart(new Map([...files].map(([path, text]) => [path, new TextEncoder().encode(text)])), () => undefined);
	const kube = kubeVersion('1.37.0');
	assert.ok(!(kube instanceof Fault));
	if (chart instanceof Fault) return { error: chart.message };
	const answer = render(chart, new Map(), { name: 'web', namespace: 'default', kube }, []);
	return answer instanceof Fault ? { error: answer.message } : answer;
}
