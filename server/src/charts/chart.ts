import { kept } from '../schema/remember';
import { encode } from '../templates/bytes';
import { readMap } from '../templates/functions/helm';
import { andThen, type Dict, Fault, mapped, orSay } from '../templates/value';
import { decodeWhole } from '../yaml/encoding';
import { unpack } from './archive';
import { type Metadata, readLock, readMetadata, validated } from './metadata';

/** The files of a chart by their paths below its folder, without those that its .helmignore names. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** What is in gzip's bytes; undefined where they are none. */
export type Gunzip = (bytes: Uint8Array) => Uint8Array | undefined;

/** A chart as Helm's loader reads it: chart.Chart. */
export interface Chart {
	readonly metadata: Metadata;
	/** Where its files are, from the root chart's folder: empty, or as `charts/sub/`; what is packed lies in `charts/sub.tgz/`. */
	readonly place: string;
	readonly values: Dict;
	/** values.yaml as it is written. */
	readonly valuesText: string;
	/** values.schema.json. */
	readonly schema: string | undefined;
	/** By their paths below the chart's folder. */
	readonly templates: ReadonlyMap<string, string>;
	/** What `.Files` shows. */
	readonly files: Files;
	/** The charts below charts/, whether Chart.yaml knows of them or not. */
	readonly charts: readonly Chart[];
}

/** loader.LoadFiles. The fault is in Helm's words. */
export function loadChart(files: Files, gunzip: Gunzip, place = ''): Chart | Fault {
	const texts = new Map([...files].map(([path, bytes]) => [path, withoutMark(bytes)]));
	const metadata = metadataOf(texts);
	if (metadata instanceof Fault) return metadata;
	const given = readFile(texts, 'values.yaml', (valuesText) => andThen(readMap(valuesText), (values) => ({ values, valuesText })));
	if (given instanceof Fault) return given;
	const name = metadata.name ?? '';
	const below = [...folders(texts)].sort(([a], [b]) => (a < b ? -1 : 1));
	const charts = mapped(below, ([folder, own]) => loadSubchart(folder, own, name, gunzip, `${place}charts/${folder}/`));
	if (charts instanceof Fault) return charts;
	const schema = texts.get('values.schema.json');
	const templates = [...texts].filter(([path]) => path.startsWith('templates/')).map(([path, bytes]) => [path, textOf(bytes)] as const);
	const others = [...texts].filter(([path]) => isOther(path, metadata.apiVersion === 'v1'));
	return {
		metadata,
		place,
		...given,
		schema: schema && textOf(schema),
		templates: new Map(templates),
		files: new Map(others),
		charts,
	};
}

/** A chart with another text of a template, by its path from the root chart's folder. */
export function withTemplate(chart: Chart, file: string, text: string): Chart {
	const { templates, place } = chart;
	if (!file.startsWith(place)) return chart;
	const own = file.slice(place.length);
	if (!own.startsWith('charts/')) return templates.has(own) ? { ...chart, templates: new Map(templates).set(own, textOf(withoutMark(encode(text)))) } : chart;
	return { ...chart, charts: chart.charts.map((one) => withTemplate(one, file, text)) };
}

/** Whether two charts are one but for the texts of templates. */
export const areAlikeButTemplates = ({ templates, charts, ...one }: Chart, { templates: otherTemplates, charts: otherCharts, ...other }: Chart): boolean =>
	(Object.keys(one) as (keyof typeof one)[]).every((key) => one[key] === other[key]) &&
	[...templates.keys()].join('\n') === [...otherTemplates.keys()].join('\n') &&
	charts.length === otherCharts.length &&
	charts.every((chart, i) => areAlikeButTemplates(chart, otherCharts[i] ?? chart));

/** The texts of all templates of a chart and of those in it, by their paths from the root chart's folder. */
export const templateTexts = ({ place, templates, charts }: Chart): ReadonlyMap<string, string> =>
	new Map([...[...templates].map(([path, text]) => [place + path, text] as const), ...charts.flatMap((chart) => [...templateTexts(chart)])]);

/** What is read of the text of a file; of one that is not there, as if it were empty. */
const readFile = <T>(texts: Files, file: string, read: (text: string) => T | Fault): T | Fault =>
	orSay(andThen(yamlIn(texts.get(file)), read), (message) => `cannot load ${file}: ${message}`);

/** The text of a file as go-yaml reads it. */
function yamlIn(bytes: Uint8Array | undefined): string | Fault {
	const { text, fault } = decodeWhole(bytes ?? new Uint8Array());
	return fault ? new Fault(`error converting YAML to JSON: yaml: ${fault.message}`) : text;
}

const withoutMark = (bytes: Uint8Array): Uint8Array => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes);
const textOf = (bytes: Uint8Array | undefined): string => (bytes ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : '');

/** Chart.yaml, and what requirements.yaml says over it. */
function metadataOf(texts: Files): Metadata | Fault {
	let metadata: Metadata | undefined;
	for (const file of ['Chart.yaml', 'requirements.yaml']) {
		if (!texts.has(file)) continue;
		const read = readFile(texts, file, readMetadata);
		if (read instanceof Fault) return read;
		metadata = { ...metadata, ...read };
		// Helm 2 took charts without one.
		if (file === 'Chart.yaml') metadata.apiVersion ||= 'v1';
	}
	for (const file of ['Chart.lock', 'requirements.lock']) {
		const read = readFile(texts, file, readLock);
		if (read instanceof Fault) return read;
	}
	return metadata ? validated(metadata) : new Fault('Chart.yaml file is missing');
}

/** What is no file of Helm's own: templates may ask for it. */
function isOther(path: string, isV1: boolean): boolean {
	if (path === 'requirements.yaml' || path === 'requirements.lock') return isV1;
	if (path.startsWith('charts/')) return path.endsWith('.prov');
	return !path.startsWith('templates/') && !/^(Chart\.(yaml|lock)|values\.(yaml|schema\.json))$/.test(path);
}

/** What lies in charts/, by the first name of its path. */
function folders(texts: Files): ReadonlyMap<string, Map<string, Uint8Array>> {
	const found = new Map<string, Map<string, Uint8Array>>();
	for (const [path, bytes] of texts) {
		if (!path.startsWith('charts/') || path.endsWith('.prov')) continue;
		const [folder = '', ...rest] = path.slice('charts/'.length).split('/');
		// What begins so is no chart of Helm's.
		if (/^[_.]/.test(folder)) continue;
		kept(found, folder, (): Map<string, Uint8Array> => new Map()).set(rest.join('/'), bytes);
	}
	return found;
}

function loadSubchart(folder: string, own: Map<string, Uint8Array>, parent: string, gunzip: Gunzip, place: string): Chart | Fault {
	const isPacked = folder.endsWith('.tgz');
	const packed = own.get('');
	if (isPacked && !packed) return new Fault(`error unpacking subchart tar in ${parent}: expected ${folder}, got ${folder}/${[...own.keys()][0] ?? ''}`);
	own.delete('');
	const chart = isPacked ? loadArchive(packed ?? new Uint8Array(), gunzip, place) : loadChart(own, gunzip, place);
	return orSay(chart, (message) => `error unpacking subchart ${folder} in ${parent}: ${message}`);
}

const GZIP_HEADER = 10;

const isGzip = ([first, second, method]: Uint8Array): boolean => first === 0x1f && second === 0x8b && method === 8;

/** loader.LoadArchive: a chart that was packed by `helm package`. */
export function loadArchive(bytes: Uint8Array, gunzip: Gunzip, place = ''): Chart | Fault {
	const tar = gunzip(bytes);
	if (!tar) return new Fault(bytes.length === 0 ? 'EOF' : bytes.length < GZIP_HEADER || isGzip(bytes) ? 'unexpected EOF' : 'gzip: invalid header');
	return andThen(unpack(tar), (files) => loadChart(files, gunzip, place));
}
