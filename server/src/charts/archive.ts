import { goQuote } from '../schema/go-quote';
import { cleanPath } from '../templates/functions/paths';
import { Fault } from '../templates/value';

/** chart/loader MaxDecompressedFileSize and MaxDecompressedChartSize, in bytes. */
export const MOST_FILE_BYTES = 5 * 1024 * 1024;
const MOST_CHART_BYTES = 100 * 1024 * 1024;

const BLOCK = 512;

interface Entry {
	readonly name: string;
	/** A letter: see archive/tar. */
	readonly type: string;
	readonly data: Uint8Array;
}

/** loader.LoadArchiveFiles: the files of a packed chart, by their paths below its folder, from the bytes of a tar file; a fault in Helm's words. */
export function unpack(tar: Uint8Array): ReadonlyMap<string, Uint8Array> | Fault {
	const entries = entriesOf(tar);
	if (entries instanceof Fault) return entries;
	const files = new Map<string, Uint8Array>();
	let left = MOST_CHART_BYTES;
	for (const { name, type, data } of entries) {
		if (type === '5' || name.endsWith('/')) continue;
		const path = pathOf(name);
		if (path instanceof Fault) return path;
		if (data.length > left) return new Fault(`decompressed chart is larger than the maximum file size ${MOST_CHART_BYTES}`);
		if (data.length > MOST_FILE_BYTES) return new Fault(`decompressed chart file ${goQuote(name)} is larger than the maximum file size ${MOST_FILE_BYTES}`);
		left -= data.length;
		files.set(path, data);
	}
	return files.size === 0 ? new Fault('no files in chart archive') : files;
}

/** Where an entry belongs: its path without the chart's own folder. */
function pathOf(name: string): string | Fault {
	const [folder = '', ...rest] = name.split(name.includes('\\') ? '\\' : '/');
	const path = rest.join('/');
	if (path.startsWith('/')) return new Fault('chart illegally contains absolute paths');
	const clean = cleanPath(path);
	if (clean === '.') return new Fault(`chart illegally contains content outside the base directory: ${goQuote(name)}`);
	if (clean.startsWith('..')) return new Fault('chart illegally references parent directory');
	if (/^[a-zA-Z]:\//.test(clean)) return new Fault('chart contains illegally named files');
	return folder === 'Chart.yaml' ? new Fault('chart yaml not in base directory') : clean;
}

/** archive/tar Reader: ustar, with the long names of GNU and of pax. */
function entriesOf(tar: Uint8Array): readonly Entry[] | Fault {
	const entries: Entry[] = [];
	let named: { readonly name?: string | undefined; readonly size?: number | undefined } = {};
	for (let at = 0; at + BLOCK <= tar.length; ) {
		const header = tar.subarray(at, at + BLOCK);
		if (header.every((byte) => byte === 0)) break;
		if (!isSummed(header)) return new Fault('archive/tar: invalid tar header');
		const type = String.fromCharCode(header[156] ?? 0);
		const size = named.size !== undefined && !'xgLK'.includes(type) ? named.size : numberOf(header.subarray(124, 136));
		const start = at + BLOCK;
		if (!(size >= 0) || start + size > tar.length) return new Fault('unexpected EOF');
		const data = tar.subarray(start, start + size);
		at = start + Math.ceil(size / BLOCK) * BLOCK;
		if (type === 'x') named = { ...named, ...paxOf(data) };
		else if (type === 'L') named = { ...named, name: textOf(data) };
		else if (type !== 'g' && type !== 'K') {
			entries.push({ name: named.name ?? nameOf(header), type, data });
			named = {};
		}
	}
	return entries;
}

/** Text up to the first NUL. */
const textOf = (bytes: Uint8Array): string => decoded(bytes).split('\0')[0] ?? '';
const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function nameOf(header: Uint8Array): string {
	const name = textOf(header.subarray(0, 100));
	const prefix = textOf(header.subarray(257, 262)) === 'ustar' && header[262] === 0 ? textOf(header.subarray(345, 500)) : '';
	return prefix ? `${prefix}/${name}` : name;
}

/** Octal digits, or as GNU writes what they cannot hold: the first bit set, then big-endian. */
function numberOf(field: Uint8Array): number {
	if (((field[0] ?? 0) & 0x80) !== 0) return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, (field[0] ?? 0) & 0x7f);
	const digits = textOf(field).trim();
	return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : Number.NaN;
}

/** The header's checksum, its own field taken for blanks; some programs have summed signed bytes. */
function isSummed(header: Uint8Array): boolean {
	const wanted = numberOf(header.subarray(148, 156));
	const bytes = header.map((byte, i) => (i >= 148 && i < 156 ? 0x20 : byte));
	const sum = bytes.reduce((total, byte) => total + byte, 0);
	return sum === wanted || sum - 256 * bytes.filter((byte) => byte > 127).length === wanted;
}

/** Records like `18 path=some/name` and a line end, each as long in bytes as it says. */
function paxOf(data: Uint8Array): { readonly name?: string; readonly size?: number } {
	const found: { name?: string; size?: number } = {};
	for (let at = 0; at < data.length; ) {
		const blank = data.indexOf(0x20, at);
		const length = Number(decoded(data.subarray(at, Math.max(at, blank))));
		if (!(length > 0)) break;
		const [key, ...rest] = decoded(data.subarray(blank + 1, at + length - 1)).split('=');
		const value = rest.join('=');
		if (key === 'path') found.name = value;
		if (key === 'size') found.size = Number(value);
		at += length;
	}
	return found;
}
