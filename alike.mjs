// Deflate finds again what it saw within 32 kB: what says the same packs better side by side.
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';

const WINDOW = 32 * 1024;
/** So many characters make a run. */
const RUN = 12;

/**
 * TypeScript files in another order: each behind those with which it has the most runs of characters in common, as they are written when they are minified.
 * `isFree` says whether one may come next, behind what it imports, while others are left.
 */
export function besideAlike(files, isFree) {
	const left = new Map(files.map((file) => [file, runsOf(minified(file))]));
	const placed = [];
	while (left.size > 0) {
		const seen = new Set();
		for (let size = 0, at = placed.length - 1; at >= 0 && size < WINDOW; at--) {
			for (const run of placed[at].runs) seen.add(run);
			size += placed[at].runs.size;
		}
		const free = [...left].filter(([file]) => isFree(file, left));
		const shares = free.map(([, runs]) => share(runs, seen));
		const [file, runs] = free[shares.indexOf(Math.max(...shares))];
		placed.push({ file, runs });
		left.delete(file);
	}
	return placed.map(({ file }) => file);
}

const minified = (file) => transformSync(readFileSync(file, 'utf8'), { loader: 'ts', minify: true, charset: 'utf8' }).code.replace(/import[^;]*;|export/g, '');

const runsOf = (text) => new Set(Array.from({ length: Math.max(0, text.length - RUN + 1) }, (_, at) => text.slice(at, at + RUN)));

/** How much of some runs was seen. */
function share(runs, seen) {
	let found = 0;
	for (const run of runs) if (seen.has(run)) found++;
	return found / Math.max(1, runs.size);
}
