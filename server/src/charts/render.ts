import type { Origin } from '../built/origin';
import type { Rope } from '../built/rope';
import { executionOf } from '../templates/execute';
import { FUNCTIONS, isFunction } from '../templates/functions';
import { executionError, parseError } from '../templates/functions/helm';
import type { Template } from '../templates/node';
import { associate, parse } from '../templates/parse';
import type { Trace } from '../templates/trace';
import { andThen, compareText, type Dict, Fault, int, isDict, mapOf, Struct, type Value } from '../templates/value';
import { capabilities, type KubeVersion } from './capabilities';
import type { Chart } from './chart';
import { type Linked, link, processDependencies } from './dependencies';
import { FileMap } from './files';
import { structOf } from './go-struct';
import { METADATA } from './metadata';
import { namedValues } from './named-values';
import { joined, traceOf, type ValuesFile } from './origins';
import { coalesceValues, tableAt } from './values';
import { type RefusedBy, refusedValues, schemaFaults } from './values-schema';

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
	/** The files of the templates, from the chart's folder: one that is there under two names stands twice. */
	readonly sources: ReadonlyMap<string, string>;
	/** Where the texts were typed, if origins were asked for. */
	readonly ropes: ReadonlyMap<string, Rope>;
	/** What Helm would write to its log. */
	readonly warnings: readonly string[];
}

/** What a schema refuses of the values, where it was typed, nearest first. */
export interface RefusedValue extends RefusedBy {
	readonly origins: readonly Origin[];
}

/** A chart that does not render. */
export class Unrendered extends Fault {
	constructor(
		message: string,
		/** What led to it, nearest first, if origins were asked for. */
		readonly origins: readonly Origin[],
		/** Templates that do not parse, either: Helm stops at the first. */
		readonly others: readonly Unrendered[] = [],
		/** What schemas refuse of the values, if origins were asked for. */
		readonly refused: readonly RefusedValue[] = [],
	) {
		super(message);
	}
}

/**
 * What `helm template` does: dependencies, values, their schemas, then all templates. The fault is in Helm's words.
 * Where the values files are given as they are written, the last of which counts most, origins are kept.
 */
export function render(
	chart: Chart,
	given: Dict,
	release: Release,
	typed?: readonly ValuesFile[],
	parsed: ParsedTemplates = new Map(),
): Rendered | Unrendered | Fault {
	const warnings: string[] = [];
	const warn = (sentence: string): number => warnings.push(sentence);
	const linked = link(chart);
	const fault = processDependencies(linked, given, warn);
	if (fault) return fault;
	const values = coalesceValues(linked, given, warn);
	if (values instanceof Fault) return values;
	const faults = release.skipsSchemas ? '' : schemaFaults(linked, values);
	if (faults) {
		const refused = typed ? refusedPlaces(linked, values, typed) : [];
		return new Unrendered(
			`values don't meet the specifications of the schema(s) in the following chart(s):\n${faults}`,
			refused[0]?.origins ?? [],
			[],
			refused,
		);
	}
	const renderables = allTemplates(linked, values, release);
	const sources = filesOf(renderables);
	const trace = typed && traceOf(linked, values, typed, sources);
	return andThen(renderTemplates(renderables, trace, sources, parsed), (rendered) => ({ ...rendered, sources, warnings }));
}

/** Where the values were typed that a schema refuses. */
function refusedPlaces(linked: Linked, values: Dict, typed: readonly ValuesFile[]): readonly RefusedValue[] {
	const { held } = traceOf(linked, values, typed, new Map());
	const whole: Origin = { file: typed.at(-1)?.file ?? `${linked.chart.place}values.yaml`, range: { start: 0, end: 0 } };
	return refusedValues(linked, values).map((refused) => ({
		...refused,
		origins: held.along(values, refused.at, refused.isKey)?.[0]?.origins.slice(0, 1) ?? [whole],
	}));
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
	const release = mapOf<Value>({ Name: name, Namespace: namespace, IsUpgrade: false, IsInstall: true, Revision: int(1), Service: 'Helm' });
	const found = new Map<string, Renderable>();
	collect(root, mapOf<Value>({ Release: release, Capabilities: capabilities(kube, apiVersions), Values: values }), found);
	return found;
}

/** recAllTpls. */
function collect(linked: Linked, above: Dict, found: Map<string, Renderable>): Dict {
	const { chart, parent } = linked;
	const own = parent ? tableAt(above, `Values.${linked.name}`) : (above.get('Values') ?? null);
	const subcharts: Dict = new Map();
	const data = mapOf<Value>({
		Chart: chartStruct(linked),
		Files: new FileMap(chart.files),
		Release: above.get('Release') ?? null,
		Capabilities: above.get('Capabilities') ?? null,
		Values: namedValues(own instanceof Fault || !isDict(own) ? new Map() : own),
		Subcharts: subcharts,
	});
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

/** Templates as they were parsed, by Helm's names for them: kept by whoever renders a chart again, so that a keystroke costs the one template that it changed. */
export type ParsedTemplates = Map<string, { readonly text: string; readonly parsed: ReadonlyMap<string, Template> | Fault }>;

function parsedOnce(name: string, text: string, known: ParsedTemplates): ReadonlyMap<string, Template> | Fault {
	const last = known.get(name);
	if (last?.text === text) return last.parsed;
	const parsed = parse(name, text, isFunction);
	known.set(name, { text, parsed });
	return parsed;
}

/** The files of templates, from the root chart's folder, by the names that Helm gives them. */
const filesOf = (renderables: ReadonlyMap<string, Renderable>): ReadonlyMap<string, string> =>
	new Map([...renderables].map(([name, { chart, basePath }]) => [name, `${chart.place}templates${name.slice(basePath.length)}`]));

/** Engine.render. */
function renderTemplates(
	renderables: ReadonlyMap<string, Renderable>,
	trace: Trace | undefined,
	sources: Rendered['sources'],
	known: ParsedTemplates,
): Pick<Rendered, 'files' | 'ropes'> | Fault {
	const sorted = [...renderables].sort(([a], [b]) => byDepth(a, b));
	const templates = new Map<string, Template>();
	const unparsed: Unrendered[] = [];
	for (const [name, { text }] of sorted) {
		const parsed = parsedOnce(name, text, known);
		if (parsed instanceof Fault) unparsed.push(unrendered(parseError(parsed.message), parsed, trace, sources.get(name)));
		else associate(templates, parsed);
	}
	const [first, ...others] = unparsed;
	if (first) return new Unrendered(first.message, first.origins, others);
	const execution = executionOf(templates, FUNCTIONS, trace);
	const files = new Map<string, string>();
	const ropes = new Map<string, Rope>();
	for (const [name, { data, basePath }] of sorted) {
		if (isPartial(name)) continue;
		data.set('Template', namedValues(mapOf({ Name: name, BasePath: basePath })));
		const printed = execution.rope(name, namedValues(data));
		if (printed instanceof Fault) return unrendered(executionError(printed.message), printed, trace, sources.get(name));
		const { text, rope } = joined(printed);
		files.set(name, text);
		if (trace) ropes.set(name, rope);
	}
	return { files, ropes };
}

/** What led to it; where nobody knows that, as when a template never ends, the file of the template. */
function unrendered(message: string, { places }: Fault, trace: Trace | undefined, file: string | undefined): Unrendered {
	const led = trace ? places.flatMap(({ template, at }) => trace.action(template, at)[0]?.origins ?? []) : [];
	return new Unrendered(message, trace && file !== undefined && led.length === 0 ? [{ file, range: { start: 0, end: 0 } }] : led);
}

/** sortTemplates: the deepest first, so that of two definitions of one name the parent's counts. */
function byDepth(a: string, b: string): number {
	const depth = (path: string): number => path.split('/').length;
	return depth(b) - depth(a) || compareText(b, a);
}
