import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Origin } from '../built/origin';
import { MOST_FILE_BYTES } from '../charts/archive';
import { kubeVersion } from '../charts/capabilities';
import { type Chart, loadArchive, loadChart, readMap } from '../charts/chart';
import { missingDependencies } from '../charts/dependencies';
import { type Ignore, ignoreOf, isIgnored } from '../charts/ignore';
import { type Rendered, render, Unrendered } from '../charts/render';
import { setValues } from '../charts/set';
import { mergeMaps } from '../charts/values';
import { type Dict, Fault } from '../templates/value';

/** What is to be rendered, and with what. */
export interface Question {
	/** A chart's folder, or what `helm package` made of one. */
	readonly chart: string;
	/** Texts of values files with their names, the later over the earlier. */
	readonly values: readonly { readonly name: string; readonly text: string }[];
	/** What --set and --set-string say. */
	readonly set: readonly string[];
	readonly setText: readonly string[];
	readonly release: string;
	readonly namespace: string;
	/** A version like `1.37.0`. */
	readonly kube: string;
	/** What --api-versions names. */
	readonly apiVersions?: readonly string[];
	readonly skipsSchemas?: boolean;
}

export interface Answer extends Rendered {
	/** What Chart.yaml asks for and charts/ has not. */
	readonly missing: readonly string[];
}

/** What a chart renders, and where each part of it was typed if that was asked for; or why it does not render, and where. */
export type RenderAnswer = Answer | { readonly error: string; readonly origins: readonly Origin[]; readonly missing: readonly string[] };

/** How a chart is rendered: all of a question but the chart. */
export type RenderWith = Omit<Question, 'chart'>;

/** Reads a chart and renders it. What goes wrong is told in Helm's words. This file is bundled apart: only who renders loads the engine. */
export const renderAt = ({ chart, ...how }: Question): RenderAnswer => renderLoaded(chartAt(chart), how, false);

/** Renders a chart that was read. With origins, files are named from the chart's folder. */
export function renderLoaded(
	chart: Chart | Fault,
	{ values, set, setText, release, namespace, kube, ...more }: RenderWith,
	withOrigins: boolean,
): RenderAnswer {
	if (chart instanceof Fault) return { error: chart.message, origins: [], missing: [] };
	const missing = missingDependencies(chart);
	const given = valuesOf(values, set, setText);
	if (given instanceof Fault) return { error: given.message, origins: [], missing };
	const version = kubeVersion(kube);
	if (version instanceof Fault) return { error: version.message, origins: [], missing };
	const typed = withOrigins ? values.map(({ name, text }) => ({ file: name, text })) : undefined;
	const rendered = render(chart, given, { ...more, name: release, namespace, kube: version }, typed);
	if (!(rendered instanceof Fault)) return { ...rendered, missing };
	return { error: rendered.message, origins: rendered instanceof Unrendered ? rendered.origins : [], missing };
}

/** cli/values Options.MergeValues. */
function valuesOf(files: Question['values'], set: readonly string[], setText: readonly string[]): Dict | Fault {
	let given: Dict = new Map();
	for (const { name, text } of files) {
		const read = readMap(text, name && `failed to parse ${name}: `);
		if (read instanceof Fault) return read;
		given = mergeMaps(given, read);
	}
	for (const [option, texts] of [['--set', set] as const, ['--set-string', setText] as const])
		for (const text of texts) {
			const fault = setValues(text, given, option === '--set-string');
			if (fault) return new Fault(`failed parsing ${option} data: ${fault.message}`);
		}
	return given;
}

/** loader.Load. */
export function chartAt(place: string): Chart | Fault {
	const stat = statSync(place, { throwIfNoEntry: false });
	if (!stat) return new Fault(`stat ${place}: no such file or directory`);
	if (!stat.isDirectory()) return loadFile(place);
	const ignoreFile = path.join(place, '.helmignore');
	const ignore = ignoreOf(statSync(ignoreFile, { throwIfNoEntry: false })?.isFile() ? readFileSync(ignoreFile, 'utf8') : '');
	if (ignore instanceof Fault) return ignore;
	// Where there is no chart, not everything below is read to find that out.
	if (!statSync(path.join(place, 'Chart.yaml'), { throwIfNoEntry: false })) return new Fault('Chart.yaml file is missing');
	const files = new Map<string, Uint8Array>();
	return readFolder(place, '', ignore, files, new Set([realpathSync(place)])) ?? loadChart(files, gunzip);
}

/** loader.LoadFile: one takes a values file for a chart now and then. */
function loadFile(place: string): Chart | Fault {
	const bytes = readFileSync(place);
	if (bytes[0] === 0x1f && bytes[1] === 0x8b) return loadArchive(bytes, gunzip);
	if (/\.ya?ml$/.test(place)) return new Fault(`file '${place}' seems to be a YAML file, but expected a gzipped archive`);
	return new Fault(`file '${place}' does not appear to be a gzipped archive`);
}

/** sympath.Walk: links are followed, but to a folder that they lie in. */
function readFolder(folder: string, below: string, ignore: Ignore, files: Map<string, Uint8Array>, above: ReadonlySet<string>): Fault | undefined {
	for (const name of readdirSync(folder).sort()) {
		const [place, own] = [path.join(folder, name), below + name];
		const stat = statSync(place, { throwIfNoEntry: false });
		if (!stat) return new Fault(`error evaluating symlink ${place}: lstat ${place}: no such file or directory`);
		if (isIgnored(ignore, own, stat.isDirectory())) continue;
		if (stat.isDirectory()) {
			const real = lstatSync(place).isSymbolicLink() ? realpathSync(place) : place;
			if (above.has(real)) continue;
			const fault = readFolder(place, `${own}/`, ignore, files, new Set([...above, real]));
			if (fault) return fault;
			continue;
		}
		if (!stat.isFile()) return new Fault(`cannot load irregular file ${place} as it has file mode type bits set`);
		if (stat.size > MOST_FILE_BYTES) return new Fault(`chart file ${JSON.stringify(name)} is larger than the maximum file size ${MOST_FILE_BYTES}`);
		files.set(own, readFileSync(place));
	}
	return undefined;
}

/** What a packed chart may unfold to. */
const MOST_BYTES = 200 * 1024 * 1024;

function gunzip(bytes: Uint8Array): Uint8Array | undefined {
	try {
		return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
	} catch {
		return undefined;
	}
}
