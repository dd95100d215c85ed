import { readdirSync } from 'node:fs';
import type { Origin } from '../built/origin';
import type { Told } from '../features/built/finding';
import { JudgedBefore } from '../features/built/judged-before';
import { gatheredRenderings, type Rendering } from '../features/charts/gather-charts';
import { judgeRendered, missingDependency, saidByHelm } from '../features/charts/judge-chart';
import type { OwnKinds } from '../schema/embedded';
import type { Minor } from '../schema/schema';
import { compose } from '../yaml/compose';
import { decode } from '../yaml/encoding';
import { textOf } from '../yaml/node';
import type { RenderAnswer, RenderWith } from './render-chart';

/** How charts are judged. */
export interface ChartsHow {
	readonly version: Minor;
	readonly kinds: OwnKinds;
	/** What charts are rendered with, beside their own values: files, and what --set says. */
	readonly values: readonly { readonly name: string; readonly text: string }[];
	readonly set: readonly string[];
}

/** Where charts lie: files by full paths, and how they are shown. */
interface Files {
	readonly read: (file: string) => Uint8Array | undefined;
	readonly shown: (file: string) => string;
}

/** Values that a chart is rendered with, beside its own. */
interface Given {
	/** As people call them. */
	readonly name: string;
	readonly files: ChartsHow['values'];
}

/**
 * Renders every chart that lies in no other one, with its values.yaml and with each of its ci/*-values.yaml, or with what is given; what the server would refuse is told where it
 * was typed. Charts that others are made of (`type: library`) are rendered by those.
 */
export async function judgedCharts(charts: readonly string[], how: ChartsHow, { read, shown }: Files): Promise<readonly Told[]> {
	const textIn = (file: string): string => decode(read(file) ?? new Uint8Array()).text;
	const roots = charts.filter((chart) => !charts.some((other) => chart.startsWith(`${other}/charts/`)));
	const rendered = roots.filter((chart) => textOf(compose(textIn(`${chart}/Chart.yaml`)).root, 'type') !== 'library');
	if (rendered.length === 0) return [];
	const { chartAt, renderLoaded } = await import('./render-chart');
	return rendered.flatMap((chart) => {
		const loaded = chartAt(chart);
		return judgedChart(chart, how, valuesOf(chart, how, textIn, shown), textIn, (given) => renderLoaded(loaded, given, true));
	});
}

function judgedChart(
	chart: string,
	how: ChartsHow,
	values: readonly Given[],
	textIn: (file: string) => string,
	render: (given: RenderWith) => RenderAnswer,
): readonly Told[] {
	const missing = new Set<string>();
	const before = new JudgedBefore();
	// What lies in a packed chart no editor shows.
	const pathOf = (file: string): string | undefined => (file.includes('.tgz/') ? undefined : file.startsWith('/') ? file : `${chart}/${file}`);
	const all = values.map(({ name, files }): Rendering => {
		const kube = `1.${how.version}.0`;
		const answer = render({ values: files, set: how.set, setText: [], release: 'release', namespace: 'default', kube });
		for (const one of answer.missing) missing.add(one);
		const home: Origin = { file: `${chart}/Chart.yaml`, range: { start: 0, end: 0 } };
		if (!('error' in answer)) {
			return { values: name, findings: judgeRendered(answer, { version: how.version, around: { kinds: how.kinds }, before, home, pathOf }) };
		}
		// What a dependency defines is missed wherever it is asked for.
		if (answer.missing.length > 0) return { values: name, findings: [] };
		const places = answer.origins.flatMap(({ file, range }) => {
			const path = pathOf(file);
			return path === undefined ? [] : [{ file: path, range }];
		});
		const [at = unread(chart, textIn) ?? home, ...others] = places;
		return { values: name, findings: [saidByHelm([at, ...others], answer.error)] };
	});
	return [...gatheredRenderings(all), ...[...missing].map((name) => ofMissing(`${chart}/Chart.yaml`, name, textIn))];
}

function valuesOf(chart: string, { values, set }: ChartsHow, textIn: (file: string) => string, shown: (file: string) => string): readonly Given[] {
	if (values.length > 0 || set.length > 0) {
		return [{ name: ['values.yaml', ...values.map(({ name }) => shown(name)), ...(set.length > 0 ? ['--set'] : [])].join(' + '), files: values }];
	}
	return [{ name: 'values.yaml', files: [] }, ...ciFiles(chart).map((name) => ({ name, files: [{ name, text: textIn(`${chart}/${name}`) }] }))];
}

/** Values files that a chart is tested with. */
function ciFiles(chart: string): readonly string[] {
	try {
		const names = readdirSync(`${chart}/ci`).filter((name) => /-values\.ya?ml$/.test(name));
		return names.sort().map((name) => `ci/${name}`);
	} catch {
		return [];
	}
}

/** Where a file of the chart stops being YAML. */
function unread(chart: string, textIn: (file: string) => string): Origin | undefined {
	for (const file of [`${chart}/values.yaml`, `${chart}/Chart.yaml`]) {
		const { fault } = compose(textIn(file));
		if (fault) return { file, range: { start: fault.at, end: fault.at + 1 } };
	}
	return undefined;
}

function ofMissing(file: string, name: string, textIn: (file: string) => string): Told {
	const start = Math.max(0, textIn(file).indexOf(name, textIn(file).indexOf('dependencies:')));
	const { diagnostic } = missingDependency({ file, range: { start, end: start + name.length } }, name);
	return { file, diagnostic, related: [], isUnanimous: false };
}
