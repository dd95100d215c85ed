import { type Dict, Fault, fromPlain, isDict, isList, type Value } from '../templates/value';
import { conversionFaults } from '../yaml/convert';
import { toJson } from '../yaml/json';
import { parse, syntaxSentence } from '../yaml/parse';

/** A chart as Helm's loader reads it. */
export interface Chart {
	readonly name: string;
	readonly metadata: Dict;
	readonly values: Dict;
	/** Paths below the chart's folder. */
	readonly templates: ReadonlyMap<string, string>;
	readonly files: ReadonlyMap<string, string>;
	readonly charts: readonly Chart[];
}

/** A map of YAML, as sigs.k8s.io/yaml reads it; an empty text is an empty map. */
export function readMap(text: string, file: string): Dict | Fault {
	const { root, faults } = parse(text);
	const fault = faults[0] ? syntaxSentence(faults[0]) : root && conversionFaults(root)[0]?.message;
	if (fault) return new Fault(`cannot load ${file}: error converting YAML to JSON: ${fault}`);
	const value = fromPlain(toJson(root));
	if (value === null) return new Map();
	return isDict(value) ? value : new Fault(`cannot load ${file}: it is not a map`);
}

/**
 * loader.LoadFiles: the chart whose files are given by their paths below its folder.
 * What this does not know yet (archives, requirements, aliases, import-values, a schema of values) is a fault that says so.
 */
export function loadChart(files: ReadonlyMap<string, string>): Chart | Fault {
	const head = files.get('Chart.yaml');
	if (head === undefined) return new Fault('Chart.yaml file is missing');
	const metadata = readMap(head, 'Chart.yaml');
	if (metadata instanceof Fault) return metadata;
	const name = metadata.get('name');
	if (typeof name !== 'string' || !name) return new Fault('validation: chart.metadata.name is required');
	const unknown = unwritten(metadata, files);
	if (unknown) return new Fault(`Peapod cannot render ${unknown} yet`);
	const values = readMap(files.get('values.yaml') ?? '', 'values.yaml');
	if (values instanceof Fault) return values;
	const charts = subcharts(files);
	if (charts instanceof Fault) return charts;
	const other = [...files].filter(([path]) => !/^(Chart\.yaml|values\.yaml|Chart\.lock|templates\/.*|charts\/.*)$/.test(path));
	return { name, metadata, values, templates: new Map([...files].filter(([path]) => path.startsWith('templates/'))), files: new Map(other), charts };
}

function unwritten(metadata: Dict, files: ReadonlyMap<string, string>): string | undefined {
	if (files.has('values.schema.json')) return 'a chart with values.schema.json';
	if ([...files.keys()].some((path) => /^charts\/[^/]+\.tgz$/.test(path))) return 'a chart with packed subcharts';
	if (files.has('requirements.yaml')) return 'a chart with requirements.yaml';
	const dependencies: Value = metadata.get('dependencies') ?? null;
	return isList(dependencies) && dependencies.length > 0 ? 'the dependencies of Chart.yaml' : undefined;
}

function subcharts(files: ReadonlyMap<string, string>): readonly Chart[] | Fault {
	const folders = new Map<string, Map<string, string>>();
	for (const [path, text] of files) {
		const [, folder = '', rest = ''] = /^charts\/([^/._][^/]*)\/(.+)$/.exec(path) ?? [];
		if (!folder) continue;
		const own = folders.get(folder) ?? new Map<string, string>();
		folders.set(folder, own.set(rest, text));
	}
	const charts: Chart[] = [];
	for (const own of folders.values()) {
		const chart = loadChart(own);
		if (chart instanceof Fault) return chart;
		charts.push(chart);
	}
	return charts;
}
