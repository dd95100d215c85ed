import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { components } from './components';
import { sources } from './sources';

/** Who may import whom: the floors of ARCHITECTURE.md as a table. A room may always import itself. `npm` lists the packages it may use. */
const ROOMS: Readonly<Record<string, { readonly rooms: readonly string[]; readonly npm: readonly string[] }>> = {
	'server/src/schema': { rooms: [], npm: [] },
	'server/src/built': { rooms: [], npm: [] },
	'server/src/yaml': { rooms: [], npm: ['yaml'] },
	'server/src/rules': { rooms: ['server/src/schema'], npm: [] },
	'server/src/advice': { rooms: ['server/src/schema'], npm: [] },
	'server/src/defaults': { rooms: ['server/src/schema'], npm: [] },
	'server/src/docs': { rooms: ['server/src/schema'], npm: [] },
	'server/src/course': { rooms: [], npm: [] },
	'server/src/simulator': { rooms: ['server/src/schema'], npm: [] },
	'server/src/expect': { rooms: ['server/src/schema', 'server/src/simulator'], npm: [] },
	'server/src/overlays': { rooms: ['server/src/schema', 'server/src/yaml', 'server/src/built'], npm: ['@noble/hashes'] },
	'server/src/templates': { rooms: ['server/src/schema', 'server/src/yaml', 'server/src/built'], npm: ['@noble/hashes'] },
	'server/src/charts': { rooms: ['server/src/templates', 'server/src/yaml', 'server/src/built', 'server/src/schema'], npm: [] },
	'server/src/manifest': { rooms: ['server/src/schema', 'server/src/yaml', 'server/src/defaults', 'server/src/overlays'], npm: [] },
	'server/src/autopsy': { rooms: ['schema', 'yaml', 'manifest', 'simulator'].map((room) => `server/src/${room}`), npm: [] },
	'server/src/features': {
		rooms: [
			'schema',
			'yaml',
			'built',
			'autopsy',
			'rules',
			'advice',
			'defaults',
			'docs',
			'course',
			'simulator',
			'expect',
			'overlays',
			'templates',
			'charts',
			'manifest',
			'protocol',
		].map((room) => `server/src/${room}`),
		npm: [],
	},
	'server/src/protocol': { rooms: ['server/src/simulator'], npm: [] },
	'server/src/lsp': {
		rooms: ['features', 'protocol', 'manifest', 'overlays', 'templates', 'charts', 'built', 'schema', 'yaml'].map((room) => `server/src/${room}`),
		npm: ['vscode-languageserver', 'vscode-languageserver-textdocument'],
	},
	'server/src/cli': {
		rooms: ['templates', 'charts', 'features', 'protocol', 'manifest', 'overlays', 'built', 'schema', 'yaml'].map((room) => `server/src/${room}`),
		npm: ['ignore'],
	},
	'server/src/main': { rooms: ['server/src/lsp', 'server/src/yaml'], npm: ['vscode-languageserver'] },
	'server/src/browser': { rooms: ['server/src/lsp'], npm: ['vscode-languageserver'] },
	'server/tools': { rooms: ['server/src'], npm: ['yaml'] },
	'client/src': { rooms: ['server/src/protocol'], npm: ['vscode', 'vscode-languageclient'] },
	// Of the server's own files the page has the one that says how long something took.
	'client/webview': { rooms: ['server/src/protocol', 'server/src/schema/duration'], npm: ['lit'] },
};
/** Entries that are files of their own: `server/src/cli.ts` belongs to the room `server/src/cli`. */
const roomOf = (file: string): string | undefined => Object.keys(ROOMS).find((room) => file === room || file.startsWith(`${room}/`) || file === `${room}.ts`);

interface Import {
	readonly target: string;
	/** Only types are imported: nothing is left of it at run time. */
	readonly typesOnly: boolean;
}

const imports = (text: string): readonly Import[] =>
	[...text.matchAll(/^(?:import|export)\s(?:([^'"]*?)\sfrom\s)?['"]([^'"]+)['"]/gm)].map(([, what = '', target = '']) => ({
		target,
		typesOnly: /^type\s/.test(what) || /^\{(?:\s*type\s[^,}]+,?)+\s*\}$/.test(what),
	}));

/** Circles of files that import one another. */
const circles = (graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] =>
	components(graph.keys(), (file) => graph.get(file) ?? [])
		.filter(({ length }) => length > 1)
		.map((files) => files.toSorted());

test('imports go down only', () => {
	const wrong: string[] = [];
	let seen = 0;
	for (const file of [...sources('server'), ...sources('client')]) {
		const room = roomOf(file);
		if (!room) {
			wrong.push(`${file} lies in no room`);
			continue;
		}
		for (const { target } of imports(readFileSync(file, 'utf8'))) {
			seen++;
			const allowed = ROOMS[room];
			if (target.startsWith('.')) {
				const to = path.posix.join(path.posix.dirname(file), target);
				const toRoom = roomOf(to) ?? to;
				if (toRoom !== room && !allowed?.rooms.some((one) => toRoom === one || to === one || to.startsWith(`${one}/`))) wrong.push(`${file} imports ${to}`);
			} else if (!target.startsWith('node:') && !allowed?.npm.some((one) => target === one || target.startsWith(`${one}/`))) {
				wrong.push(`${file} imports ${target}`);
			} else if (target.startsWith('node:') && !/^server\/(src\/(cli|main)|tools)/.test(file)) {
				wrong.push(`${file} imports ${target}`);
			}
		}
	}
	assert.ok(seen > 100, 'the test sees the imports');
	assert.deepEqual(wrong, []);
});

test('nothing imports in a circle, types included', () => {
	assert.deepEqual(
		circles(new Map(Object.entries({ a: ['b'], b: ['c', 'd'], c: ['a'], d: ['e'], e: [], f: ['e', 'a'] }))),
		[['a', 'b', 'c']],
		'the test finds a circle where there is one',
	);
	const files = [...sources('server'), ...sources('client')];
	const graph = (withTypes: boolean): ReadonlyMap<string, readonly string[]> =>
		new Map(
			files.map((file) => {
				const own = imports(readFileSync(file, 'utf8')).filter(({ target, typesOnly }) => target.startsWith('.') && (withTypes || !typesOnly));
				return [file, own.map(({ target }) => `${path.posix.join(path.posix.dirname(file), target)}${/\.(yaml|md)$/.test(target) ? '' : '.ts'}`)];
			}),
		);
	const unknown = [...graph(true).values()].flat().filter((target) => !files.includes(target) && !/\.(css\.ts|yaml|md)$/.test(target));
	assert.deepEqual(unknown, [], 'the test finds what is imported');
	assert.deepEqual(circles(graph(false)), [], 'at run time');
	assert.deepEqual(circles(graph(true)), [], 'of types: move the type to where both may import it');
});

test('floors 0-3 neither throw, wait, log, nor look at the clock', () => {
	const pure = [
		'schema',
		'built',
		'yaml',
		'autopsy',
		'rules',
		'advice',
		'defaults',
		'docs',
		'course',
		'simulator',
		'expect',
		'overlays',
		'templates',
		'charts',
		'manifest',
		'features',
	].map((room) => `server/src/${room}`);
	const banned = /\bthrow\b|\bawait\b|\bconsole\.|\bDate\.now\(|new Date\(\)|\bMath\.random\(|\bprocess\.(env|argv|std\w+|exit|hrtime|nextTick)\b/;
	const wrong = pure.flatMap(sources).flatMap((file) =>
		readFileSync(file, 'utf8')
			.split('\n')
			// Comments, and the words of docs, may speak of what code may not do.
			.flatMap((line, i) =>
				banned.test(line.replace(/\/\/.*|\/?\*.*/, '').replace(/(['"`]).*?\1/g, '')) && !file.includes('/docs/') ? [`${file}:${i + 1} ${line.trim()}`] : [],
			),
	);
	assert.deepEqual(wrong, []);
});

test('every folder of the top level is named in the tree of ARCHITECTURE.md', () => {
	const named = new Set(readFileSync('ARCHITECTURE.md', 'utf8').match(/^[\w-]+(?=\/(?: |$))/gm));
	const made = new Set(readFileSync('.gitignore', 'utf8').match(/^[\w-]+(?=\/$)/gm));
	const folders = readdirSync('.', { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() && !entry.name.startsWith('.') ? entry.name : []));
	assert.deepEqual(
		folders.filter((folder) => !named.has(folder) && !made.has(folder)),
		[],
	);
});
