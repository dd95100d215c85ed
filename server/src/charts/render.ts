import { Execution } from '../templates/execute';
import { FUNCTIONS, isFunction } from '../templates/functions';
import { executionError, parseError } from '../templates/functions/helm';
import type { Template } from '../templates/node';
import { associate, parse } from '../templates/parse';
import { compareText, type Dict, Fault, int, isDict, Struct, type Value } from '../templates/value';
import { capabilities, type KubeVersion } from './capabilities';
import type { Chart } from './chart';
import { type Linked, link, processDependencies } from './dependencies';
import { FileMap } from './files';
import { structOf } from './go-struct';
import { METADATA } from './metadata';
import { coalesceValues, tableAt } from './values';
import { schemaFaults } from './values-schema';

/** For whom a chart is rendered. */
export interface Release {
	readonly name: string;
	readonly namespace: string;
	readonly kube: KubeVersion;
	/** API versions that the cluster has beside those that Helm knows, as `--api-versions` names them. */
	readonly apiVersions?: readonly string[];
	/** Values are not checked against their schemas. */
	readonly skipsSchemas?: boolean;
}

export interface Rendered {
	/** The text of each template by its path, as in `chart/charts/sub/templates/pod.yaml`; partials are left out. */
	readonly files: ReadonlyMap<string, string>;
	/** What Helm would write to its log. */
	readonly warnings: readonly string[];
}

/** What `helm template` does: dependencies, values, their schemas, then all templates. The fault is in Helm's words. */
export function render(chart: Chart, given: Dict, release: Release): Rendered | Fault {
	const warnings: string[] = [];
	const warn = (sentence: string): number => warnings.push(sentence);
	const linked = link(chart);
	const fault = processDependencies(linked, given, warn);
	if (fault) return fault;
	const values = coalesceValues(linked, given, warn);
	if (values instanceof Fault) return values;
	const faults = release.skipsSchemas ? '' : schemaFaults(linked, values);
	if (faults) return new Fault(`values don't meet the specifications of the schema(s) in the following chart(s):\n${faults}`);
	const files = renderTemplates(allTemplates(linked, values, release));
	return files instanceof Fault ? files : { files, warnings };
}

/** engine.renderable. */
interface Renderable {
	readonly chart: Chart;
	readonly text: string;
	/** What the dot is: one for all templates of a chart, so that what one puts there another finds. */
	readonly data: Dict;
	readonly basePath: string;
}

/** allTemplates: the templates of a chart and of its dependencies by their paths, with what they see. */
function allTemplates(root: Linked, values: Dict, { name, namespace, kube, apiVersions }: Release): ReadonlyMap<string, Renderable> {
	const release: Dict = new Map<string, Value>([
		['Name', name],
		['Namespace', namespace],
		['IsUpgrade', false],
		['IsInstall', true],
		['Revision', int(1)],
		['Service', 'Helm'],
	]);
	const found = new Map<string, Renderable>();
	collect(
		root,
		new Map<string, Value>([
			['Release', release],
			['Capabilities', capabilities(kube, apiVersions)],
			['Values', values],
		]),
		found,
	);
	return found;
}

/** recAllTpls. */
function collect(linked: Linked, above: Dict, found: Map<string, Renderable>): Dict {
	const { chart, parent } = linked;
	const own = parent ? tableAt(above, `Values.${linked.name}`) : (above.get('Values') ?? null);
	const subcharts: Dict = new Map();
	const data: Dict = new Map<string, Value>([
		['Chart', chartStruct(linked)],
		['Files', new FileMap(chart.files)],
		['Release', above.get('Release') ?? null],
		['Capabilities', above.get('Capabilities') ?? null],
		['Values', own instanceof Fault ? new Map() : own],
		['Subcharts', subcharts],
	]);
	for (const child of linked.dependencies) subcharts.set(child.name, collect(child, data, found));
	const path = fullPath(linked);
	const isLibrary = linked.metadata.type?.toLowerCase() === 'library';
	for (const [name, text] of chart.templates)
		if (!isLibrary || isPartial(name)) found.set(`${path}/${name}`, { chart, text, data, basePath: `${path}/templates` });
	return data;
}

const isPartial = (path: string): boolean => path.slice(path.lastIndexOf('/') + 1).startsWith('_');

/** Chart.ChartFullPath. */
const fullPath = ({ name, parent }: Linked): string => (parent ? `${fullPath(parent)}/charts/${name}` : name);

function chartStruct({ metadata, parent }: Linked): Struct {
	const inner = structOf(METADATA, metadata);
	const fields = new Map([...inner.fields, ['Metadata', inner], ['IsRoot', parent === undefined]] as const);
	const json = new Map([...(isDict(inner.json) ? inner.json : []), ['IsRoot', parent === undefined]] as const);
	return new Struct('struct { chart.Metadata; IsRoot bool }', fields, new Map(), undefined, json);
}

/** What was parsed of a chart's templates, by the names that they were parsed under. */
const PARSED = new WeakMap<Chart, Map<string, ReadonlyMap<string, Template> | Fault>>();

function parsedOnce(name: string, { chart, text }: Renderable): ReadonlyMap<string, Template> | Fault {
	const known = PARSED.get(chart) ?? new Map<string, ReadonlyMap<string, Template> | Fault>();
	PARSED.set(chart, known);
	const parsed = known.get(name) ?? parse(name, text, isFunction);
	known.set(name, parsed);
	return parsed;
}

/** Engine.render. */
function renderTemplates(renderables: ReadonlyMap<string, Renderable>): ReadonlyMap<string, string> | Fault {
	const sorted = [...renderables].sort(([a], [b]) => byDepth(a, b));
	const templates = new Map<string, Template>();
	for (const [name, renderable] of sorted) {
		const parsed = parsedOnce(name, renderable);
		if (parsed instanceof Fault) return new Fault(parseError(parsed.message));
		associate(templates, parsed);
	}
	const execution = new Execution(templates, FUNCTIONS);
	const rendered = new Map<string, string>();
	for (const [name, { data, basePath }] of sorted) {
		if (isPartial(name)) continue;
		data.set(
			'Template',
			new Map([
				['Name', name],
				['BasePath', basePath],
			]),
		);
		const text = execution.execute(name, data);
		if (text instanceof Fault) return new Fault(executionError(text.message));
		rendered.set(name, text.replaceAll('<no value>', ''));
	}
	return rendered;
}

/** sortTemplates: the deepest first, so that of two definitions of one name the parent's counts. */
function byDepth(a: string, b: string): number {
	const depth = (path: string): number => path.split('/').length;
	return depth(b) - depth(a) || compareText(b, a);
}
