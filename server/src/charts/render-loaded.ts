import type { Origin } from '../built/origin';
import { readMap } from '../templates/functions/helm';
import { type Dict, Fault, orSay } from '../templates/value';
import { kubeVersion } from './capabilities';
import { type Chart, type Files, type Gunzip, loadChart } from './chart';
import { missingDependencies } from './dependencies';
import { ignoreOf, isIgnored } from './ignore';
import { type PackedFile, packedFile } from './packed-file';
import { type ParsedTemplates, type RefusedValue, type Release, type Rendered, render, Unrendered } from './render';
import { mergeMaps } from './values';

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

/** Renders a chart that was read. With origins, files are named from the chart's folder. What is parsed is kept in `parsed`. */
export function renderLoaded(
	chart: Chart | Fault,
	{ values, set, release, namespace, kube, ...more }: RenderWith,
	withOrigins: boolean,
	parsed?: ParsedTemplates,
): RenderAnswer {
	if (chart instanceof Fault) return { ...refusal(chart), missing: [] };
	const missing = missingDependencies(chart);
	const given = valuesOf(values, set);
	if (given instanceof Fault) return { ...refusal(given), missing };
	const version = kubeVersion(kube);
	if (version instanceof Fault) return { ...refusal(version), missing };
	const typed = withOrigins ? values.map(({ name, text }) => ({ file: name, text })) : undefined;
	const rendered = render(chart, given, { ...more, name: release, namespace, kube: version }, typed, parsed);
	const packed = withOrigins ? { packed: (file: string): PackedFile | undefined => packedFile(chart, file) } : {};
	if (!(rendered instanceof Fault)) return { ...rendered, missing, ...packed };
	const besides = rendered instanceof Unrendered ? { others: rendered.others.map(refusal), refused: rendered.refused } : {};
	return { ...refusal(rendered), missing, ...packed, ...besides };
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
