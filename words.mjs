// The words (server/src/docs) and the lessons (server/src/course) ship once: server and command line share dist/words/ and dist/course/,
// and read a file of them when the first of its words is asked for.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { meant, standIn } from './stand-ins.mjs';

/** Where what is read late is written, and the folder of dist/ that it ships in. */
const ROOMS = { [path.resolve('server/src/docs')]: 'words', [path.resolve('server/src/course')]: 'course' };
const roomOf = (file) => Object.keys(ROOMS).find((room) => file.startsWith(room + path.sep));
const nameOf = (file) => `${ROOMS[roomOf(file)]}/${path.relative(roomOf(file), file).replace('.ts', '').replaceAll(path.sep, '-')}`;

/** The modules of words that were asked for from outside. */
const asked = new Set();

/** Puts a stand-in where others import a module of words: each of its exports is looked up when it is used. */
export const wordsApart = {
	name: 'words-apart',
	setup({ onResolve, onLoad, resolve }) {
		onResolve({ filter: /\/(docs|course)\// }, async (asking) => {
			const file = roomOf(asking.importer) ? undefined : await meant(asking, resolve);
			return file !== undefined && roomOf(file) ? { path: file, namespace: 'words' } : undefined;
		});
		onResolve({ filter: /./, namespace: 'words' }, ({ path: file }) => ({ path: file, external: true }));
		onLoad({ filter: /./, namespace: 'words' }, async ({ path: file }) => {
			asked.add(file);
			return { contents: await standIn(file, `require('./${nameOf(file)}.js')`), watchFiles: [file] };
		});
	},
};

/** How the words themselves are built, once all that asks for them is: a file for each module, which asks the others in the same way. */
export function wordsBundle(outdir) {
	for (const folder of Object.values(ROOMS)) rmSync(`${outdir}/${folder}`, { recursive: true, force: true });
	const others = {
		name: 'others',
		setup({ onResolve, resolve }) {
			onResolve({ filter: /^\./ }, async (asking) => {
				const file = await meant(asking, resolve);
				return file !== undefined && asked.has(file) ? { path: `../${nameOf(file)}.js`, external: true } : undefined;
			});
		},
	};
	return { entryPoints: Object.fromEntries([...asked].map((file) => [nameOf(file), file])), plugins: [others] };
}
