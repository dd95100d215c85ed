import { resolved } from '../../overlays/kustomization';
import { IS_FULL } from './place';

/** A values file that a chart is rendered with, beside its own. */
export interface ValuesFile {
	/** Its full path. */
	readonly path: string;
	/** As people call it: from the chart's folder if it lies there, else from the workspace's. */
	readonly name: string;
}

/** Where values files are looked for. */
export interface ValuesPlaces {
	/** The chart's folder and that of the workspace. */
	readonly chart: string;
	readonly folder: string;
	/** All files of the chart. */
	readonly files: readonly string[];
}

/** The values files that somebody names, from the chart's folder, from that of the workspace, or in full, in their order; whether those outside the chart are there is not known here. */
export function namedFiles(names: readonly string[], { chart, folder, files }: ValuesPlaces): readonly ValuesFile[] {
	const found = names.map((name): ValuesFile => {
		const own = resolved(chart, name);
		const path = IS_FULL.test(name) ? name : files.includes(own) ? own : resolved(folder, name);
		return { path, name: nameFrom(chart, path) ?? nameFrom(folder, path) ?? path };
	});
	return found.filter(({ path }, index) => found.findIndex((one) => one.path === path) === index);
}

/** The values files of a chart that it might be rendered with, by their paths from its folder. */
export const offeredFiles = ({ chart, files }: ValuesPlaces): readonly string[] =>
	files
		.flatMap((file) => nameFrom(chart, file) ?? [])
		.filter(isValuesFile)
		.sort();

/** Whether a file is called as values files are that a chart may be rendered with, beside its own and those of its dependencies; from its folder. */
export const isValuesFile = (path: string): boolean => !/^(?:values\.yaml$|templates\/|charts\/)/.test(path) && VALUES.test(path);

/** Whether a file decides what a chart renders, from its folder. */
export const decides = (path: string): boolean => /^(?:Chart\.yaml|values\.yaml|templates\/.+|charts\/.+)$/.test(path) || isValuesFile(path);

/** Whether a file holds values: those that a chart or one of its dependencies has itself, or that it might be rendered with; from the folder of the outermost. */
export function holdsValues(path: string): boolean {
	const own = path.replace(/^(?:charts\/[^/]+\/)+/, '');
	return own === 'values.yaml' || isValuesFile(own);
}

/** ci/test-values.yaml, values-prod.yaml, values/prod.yaml. */
const VALUES = /(?:(?:^|[/._-])values(?:[._-][^/]*)?|(?:^|\/)values\/[^/]+)\.ya?ml$/i;

/** The values of a chart and these files over them, in a few words. */
export const calledTogether = (files: readonly ValuesFile[]): string => ['values.yaml', ...files.map(({ name }) => name)].join(' + ');

const nameFrom = (folder: string, path: string): string | undefined => (path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined);
