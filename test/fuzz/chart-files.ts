import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isPacked, type Unpacked } from '../../server/src/lsp/packed';
import { unmarked } from '../features/marked';

/** A chart in a folder of `/w`: its texts by their full paths, as the server has them. */
export interface ChartFiles {
	readonly place: string;
	readonly texts: ReadonlyMap<string, string>;
	/** Packed dependencies, by their paths. */
	readonly unpacked: ReadonlyMap<string, Unpacked>;
}

/** Larger charts say nothing new and cost the most: files, and bytes. */
const MOST_FILES = 40;
const LARGEST = 80_000;

/** The charts that stand side by side in a folder. */
export function chartsBelow(folder: string): readonly ChartFiles[] {
	return readdirSync(folder).flatMap((name) => {
		const place = path.join(folder, name);
		if (!existsSync(path.join(place, 'Chart.yaml'))) return [];
		const files = readdirSync(place, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)))
			.sort();
		const size = files.reduce((sum, file) => sum + statSync(path.join(place, file)).size, 0);
		return files.length > MOST_FILES || size > LARGEST ? [] : [read(place, name, files)];
	});
}

function read(folder: string, name: string, files: readonly string[]): ChartFiles {
	const place = `/w/${name}`;
	const bytesOf = (file: string): Buffer => readFileSync(path.join(folder, file));
	const packed = files.filter(isPacked);
	return {
		place,
		texts: new Map(files.map((file) => [`${place}/${file}`, isPacked(file) ? bytesOf(file).toString('base64') : unmarked(bytesOf(file).toString())])),
		unpacked: new Map(
			packed.map((file) => {
				const bytes = bytesOf(file);
				return [`${place}/${file}`, { base64: bytes.toString('base64'), packed: bytes, bytes: gunzipSync(bytes) }];
			}),
		),
	};
}
