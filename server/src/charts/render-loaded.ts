import type { Origin } from '../built/origin';
import { readMap } from '../templates/functions/helm';
import { andThen, type Dict, Fault, orSay } from '../templates/value';
import { kubeVersion } from './capabilities';
import { areAlikeButTemplates, type Chart, type Files, type Gunzip, loadChart } from './chart';
import { missingDependencies } from './dependencies';
import { ignoreOf, isIgnored } from './ignore';
import { type PackedFile, packedFile } from './packed-file';
import { type Prepared, prepare, type Release, renderPrepared } from './render';
import type { ParsedTemplates } from './render-templates';
import { type RefusedValue, type Rendered, Unrendered } from './rendered';
import { mergeMaps } from './values';

export { withTemplate } from './chart';

/** How a chart is rendered. */
export interface RenderWith extends Pick<Release, 'apiVersions' | 'skipsSchemas'> {
	/** Texts of values files with their names, the later over the earlier. */
	readonly values: readonly { readonly name: string; readonly text: string }[];
	/** Puts into the values what is said beside files, as --set says it; a fault in Helm's words. */
	readonly set?: (values: Dict) => Fault | undefined;
	readonly release: string;
	readonly namespace: string;
	/** A version like `1.37.0`. */
	readonly kube: string;
}

export interface Answer extends Rendered {
	/** What Chart.yaml asks for and charts/ has not. */
	readonly missing: readonly string[];
	/** What lies in packed charts, by the names that origins have; with origins only. */
	readonly packed?: (file: string) => PackedFile | undefined;
}

/** What a chart renders, and where each part of it was typed if that was asked for; or why it does not render, and where. */
export type RenderAnswer = Answer | Unrenderable;

/** Why a chart does not render, in Helm's words, and what else it would not take if that were mended. */
export interface Unrenderable extends Refusal, Pick<Answer, 'missing' | 'packed'> {
	readonly others?: readonly Refusal[];
	/** What schemas refuse of the values, each by itself; with origins only. */
	readonly refused?: readonly RefusedValue[];
}

interface Refusal {
	readonly error: string;
	readonly origins: readonly Origin[];
}

/** What a rendering of a chart leaves to the next one. */
export interface RenderedBefore {
	readonly parsed: ParsedTemplates;
	/** The chart with its values, and what they were made with. */
	last?: { readonly prepared: Prepared; readonly how: string } | undefined;
}

/** Renders a chart that was read. With origins, files are named from the chart's folder. */
export function renderLoaded(
	chart: Chart | Fault,
	{ values, set, release, namespace, kube, ...more }: RenderWith,
	withOrigins: boolean,
	before: RenderedBefore = { parsed: new Map() },
): RenderAnswer {
	if (chart instanceof Fault) return { ...refusal(chart), missing: [] };
	const missing = missingDependencies(chart);
	const besides: Besides = { missing, ...(withOrigins && { packed: (file: string) => packedFile(chart, file) }) };
	const how = JSON.stringify([values, release, namespace, kube, more, withOrigins]);
	const { last } = before;
	if (!set && last?.how === how && areAlikeButTemplates(last.prepared.chart, chart))
		return answered(renderPrepared(last.prepared, chart, before.parsed), besides);
	const typed = withOrigins ? values.map(({ name, text }) => ({ file: name, text })) : undefined;
	const prepared = andThen(valuesOf(values, set), (given) =>
		andThen(kubeVersion(kube), (version) => prepare(chart, given, { ...more, name: release, namespace, kube: version }, typed)),
	);
	if (prepared instanceof Fault) return answered(prepared, besides);
	if (!set) before.last = { prepared, how };
	return answered(renderPrepared(prepared, chart, before.parsed), besides);
}

type Besides = Pick<Answer, 'missing' | 'packed'>;

function answered(rendered: Rendered | Fault, besides: Besides): RenderAnswer {
	if (!(rendered instanceof Fault)) return { ...rendered, ...besides };
	const more = rendered instanceof Unrendered ? { others: rendered.others.map(refusal), refused: rendered.refused } : {};
	return { ...refusal(rendered), ...besides, ...more };
}

const refusal = (fault: Fault): Refusal => ({ error: fault.message, origins: fault instanceof Unrendered ? fault.origins : [] });

/** cli/values Options.MergeValues. */
function valuesOf(files: RenderWith['values'], set: RenderWith['set']): Dict | Fault {
	let given: Dict = new Map();
	for (const { name, text } of files) {
		const read = orSay(readMap(text), (message) => (name && `failed to parse ${name}: `) + message);
		if (read instanceof Fault) return read;
		given = mergeMaps(given, read);
	}
	return set?.(given) ?? given;
}

/** loader.LoadDir of files that are at hand by their paths below the chart's folder, as an editor has them: what .helmignore names is left out. */
export function chartOf(files: Files, gunzip: Gunzip): Chart | Fault {
	const ignore = ignoreOf(new TextDecoder().decode(files.get('.helmignore')));
	if (ignore instanceof Fault) return ignore;
	const isLeftOut = (path: string): boolean => {
		const slashes = [...path.matchAll(/\//g)].map(({ index }) => index);
		return slashes.some((end) => isIgnored(ignore, path.slice(0, end), true)) || isIgnored(ignore, path, false);
	};
	return loadChart(new Map([...files].filter(([path]) => !isLeftOut(path)).sort(([a], [b]) => (a < b ? -1 : 1))), gunzip);
}
