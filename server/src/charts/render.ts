import type { Origin } from '../built/origin';
import { andThen, type Dict, Fault, int, isDict, mapOf, orElse, Struct, type Value } from '../templates/value';
import { capabilities, type KubeVersion } from './capabilities';
import { type Chart, templateTexts } from './chart';
import { type Linked, link, processDependencies } from './dependencies';
import { FileMap } from './files';
import { structOf } from './go-struct';
import { METADATA } from './metadata';
import { namedValues } from './named-values';
import { traceOf, type ValuesFile } from './origins';
import { isPartial, type ParsedTemplates, type Renderable, type RenderTemplates, templatesOf } from './render-templates';
import { type RefusedValue, type Rendered, Unrendered } from './rendered';
import { coalesceValues, tableAt } from './values';
import { refusedValues, schemaFaults, unfetchedSchemas } from './values-schema';

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

/** A chart with its values, ready to be rendered as often as its templates change. */
export interface Prepared {
	readonly chart: Chart;
	readonly render: RenderTemplates;
	/** What of it is the same whatever its templates are. */
	readonly besides: Pick<Rendered, 'sources' | 'warnings' | 'unfetched'>;
}

/**
 * What `helm template` does before it renders: dependencies, values, their schemas. The fault is in Helm's words.
 * Where the values files are given as they are written, the last of which counts most, origins are kept.
 */
export function prepare(chart: Chart, given: Dict, release: Release, typed?: readonly ValuesFile[]): Prepared | Fault {
	const warnings: string[] = [];
	const warn = (sentence: string): number => warnings.push(sentence);
	const linked = link(chart);
	const fault = processDependencies(linked, given, warn);
	if (fault) return fault;
	const values = coalesceValues(linked, given, warn);
	if (values instanceof Fault) return values;
	const faults = release.skipsSchemas ? '' : schemaFaults(linked, values, typed !== undefined);
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
	const sources = new Map([...renderables].map(([name, { file }]) => [name, file]));
	const trace = typed && traceOf(linked, values, typed, sources);
	const unfetched = typed && !release.skipsSchemas ? unfetchedSchemas(linked) : [];
	return { chart, render: templatesOf(renderables, trace), besides: { sources, warnings, unfetched } };
}

/** Then all templates; `chart` may be another than was prepared in the texts of its templates. */
export const renderPrepared = ({ render, besides }: Prepared, chart: Chart, parsed: ParsedTemplates): Rendered | Fault =>
	andThen(render(templateTexts(chart), parsed), (rendered) => ({ ...rendered, ...besides }));

/** All that `helm template` does. */
export const render = (chart: Chart, given: Dict, release: Release, typed?: readonly ValuesFile[]): Rendered | Fault =>
	andThen(prepare(chart, given, release, typed), (prepared) => renderPrepared(prepared, chart, new Map()));

/** Where the values were typed that a schema refuses. */
function refusedPlaces(linked: Linked, values: Dict, typed: readonly ValuesFile[]): readonly RefusedValue[] {
	const { held } = traceOf(linked, values, typed, new Map());
	const whole: Origin = { file: typed.at(-1)?.file ?? `${linked.chart.place}values.yaml`, range: { start: 0, end: 0 } };
	return refusedValues(linked, values).map((refused) => ({
		...refused,
		origins: held.along(values, refused.at, refused.isKey)?.[0]?.origins.slice(0, 1) ?? [whole],
	}));
}

/** allTemplates: the templates of a chart and of its dependencies by their paths, with what they see. */
function allTemplates(root: Linked, values: Dict, { name, namespace, kube, apiVersions }: Release): ReadonlyMap<string, Renderable> {
	const found = new Map<string, Renderable>();
	const common = {
		Release: mapOf<Value>({ Name: name, Namespace: namespace, IsUpgrade: false, IsInstall: true, Revision: int(1), Service: 'Helm' }),
		Capabilities: capabilities(kube, apiVersions),
	};

	/** recAllTpls. */
	function collect(linked: Linked, own: Dict): Dict {
		const { chart, dependencies, metadata } = linked;
		const subcharts: Dict = new Map();
		const data = mapOf<Value>({ Chart: chartStruct(linked), Files: new FileMap(chart.files), ...common, Values: namedValues(own), Subcharts: subcharts });
		for (const child of dependencies) subcharts.set(child.name, collect(child, orElse(tableAt(own, child.name), new Map())));
		const path = fullPath(linked);
		const isLibrary = metadata.type?.toLowerCase() === 'library';
		for (const file of chart.templates.keys()) {
			if (isLibrary && !isPartial(file)) continue;
			const name = `${path}/${file}`;
			found.set(name, { file: chart.place + file, data, template: namedValues(mapOf({ Name: name, BasePath: `${path}/templates` })) });
		}
		return data;
	}

	collect(root, values);
	return found;
}

/** Chart.ChartFullPath. */
const fullPath = ({ name, parent }: Linked): string => (parent ? `${fullPath(parent)}/charts/${name}` : name);

function chartStruct({ metadata, parent }: Linked): Struct {
	const inner = structOf(METADATA, metadata);
	const fields = new Map([...inner.fields, ['Metadata', inner], ['IsRoot', parent === undefined]] as const);
	const json = new Map([...(isDict(inner.json) ? inner.json : []), ['IsRoot', parent === undefined]] as const);
	return new Struct('struct { chart.Metadata; IsRoot bool }', fields, new Map(), undefined, json);
}
