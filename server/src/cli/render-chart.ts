import { lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { MOST_FILE_BYTES } from '../charts/archive';
import { type Chart, type Files, loadArchive, loadChart } from '../charts/chart';
import { type Ignore, ignoreOf, isIgnored } from '../charts/ignore';
import { chartOf, type RenderAnswer, type RenderWith, renderLoaded } from '../charts/render-loaded';
import type { Minor } from '../schema/schema';
import { Fault } from '../templates/value';
import { readFile } from './files';

export { renderLoaded } from '../charts/render-loaded';
export { setBy, setFaults } from './set-values';

/** What is to be rendered, and with what. */
export interface Question extends RenderWith {
	/** A chart's folder, or what `helm package` made of one. */
	readonly chart: string;
}

/** What a chart is rendered with where nobody says otherwise. */
export const plainly = (version: Minor): Omit<RenderWith, 'values'> => ({
	release: 'release',
	namespace: 'default',
	kube: `1.${version}.0`,
});

/** Reads a chart and renders it. What goes wrong is told in Helm's words. This file is bundled apart: only who renders loads the engine. */
export const renderAt = ({ chart, ...how }: Question): RenderAnswer => renderLoaded(chartAt(chart), how, false);

/** loader.Load. */
export function chartAt(place: string): Chart | Fault {
	const stat = attempt(() => statSync(place, { throwIfNoEntry: false }));
	if (stat instanceof Fault) return stat;
	if (!stat) return new Fault(`stat ${place}: no such file or directory`);
	if (!stat.isDirectory()) return loadFile(place);
	const files = filesAt(place);
	return files instanceof Fault ? files : loadChart(files, gunzip);
}

/** The files of a chart's folder by their paths below it, but for those that .helmignore names; or what cannot be read of it. */
export function filesAt(place: string): Files | Fault {
	const ignore = ignoreOf(new TextDecoder().decode(readFile(path.join(place, '.helmignore'))));
	if (ignore instanceof Fault) return ignore;
	return attempt(() => {
		// Where there is no chart, not everything below is read to find that out.
		if (!lstatSync(path.join(place, 'Chart.yaml'), { throwIfNoEntry: false })) return new Fault('Chart.yaml file is missing');
		const files = new Map<string, Uint8Array>();
		return readFolder(place, '', ignore, files, new Set([realpathSync(place)])) ?? files;
	});
}

/** The same as chartAt of files that do not lie there. */
export const chartIn = (files: Files): Chart | Fault => chartOf(files, gunzip);

/** loader.LoadFile: one takes a values file for a chart now and then. */
function loadFile(place: string): Chart | Fault {
	const bytes = attempt(() => readFileSync(place));
	if (bytes instanceof Fault) return bytes;
	if (bytes[0] === 0x1f && bytes[1] === 0x8b) return loadArchive(bytes, gunzip);
	if (/\.ya?ml$/.test(place)) return new Fault(`file '${place}' seems to be a YAML file, but expected a gzipped archive`);
	return new Fault(`file '${place}' does not appear to be a gzipped archive`);
}

/** sympath.Walk: links are followed, but to a folder that they lie in. */
function readFolder(folder: string, below: string, ignore: Ignore, files: Map<string, Uint8Array>, above: ReadonlySet<string>): Fault | undefined {
	for (const name of readdirSync(folder).sort()) {
		const [place, own] = [path.join(folder, name), below + name];
		const stat = attempt(() => statSync(place, { throwIfNoEntry: false }));
		if (stat instanceof Fault) return lstatSync(place).isSymbolicLink() ? new Fault(`error evaluating symlink ${place}: ${stat.message}`) : stat;
		if (!stat) return new Fault(`error evaluating symlink ${place}: lstat ${missing(place)}: no such file or directory`);
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
		const bytes = attempt(() => readFileSync(place));
		if (bytes instanceof Fault) return new Fault(`error reading ${own}: ${bytes.message}`);
		files.set(own, bytes);
	}
	return undefined;
}

/** filepath.EvalSymlinks: the first on the way of a link that is not there. It goes step by step: below what is not there `..` leads nowhere. */
function missing(link: string): string {
	const way = readlinkSync(link);
	let at = path.isAbsolute(way) ? path.parse(way).root : path.resolve(path.dirname(link));
	for (const step of way.split(path.sep)) {
		at = path.join(at, step);
		if (!statSync(at, { throwIfNoEntry: false })) return lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() ? missing(at) : at;
		at = realpathSync(at);
	}
	return at;
}

/** What the system does not let one read is told, not thrown. */
function attempt<T>(read: () => T): T | Fault {
	try {
		return read();
	} catch (error) {
		const { code, syscall, path: at, message } = error as NodeJS.ErrnoException;
		if (code === 'ELOOP') return new Fault('EvalSymlinks: too many links');
		return new Fault(code === 'EACCES' ? `${syscall === 'scandir' ? 'open' : syscall} ${at}: permission denied` : message);
	}
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
