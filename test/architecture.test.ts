import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

/** Who may import whom: the floors of ARCHITECTURE.md as a table. A room may always import itself. `npm` lists the packages it may use. */
const ROOMS: Readonly<Record<string, { readonly rooms: readonly string[]; readonly npm: readonly string[] }>> = {
	'server/src/schema': { rooms: [], npm: [] },
	'server/src/yaml': { rooms: [], npm: ['yaml'] },
	'server/src/rules': { rooms: ['server/src/schema'], npm: [] },
	'server/src/defaults': { rooms: ['server/src/schema'], npm: [] },
	'server/src/docs': { rooms: ['server/src/schema'], npm: [] },
	'server/src/simulator': { rooms: ['server/src/schema'], npm: [] },
	'server/src/manifest': { rooms: ['server/src/schema', 'server/src/yaml', 'server/src/defaults'], npm: [] },
	'server/src/features': {
		rooms: ['schema', 'yaml', 'rules', 'defaults', 'docs', 'simulator', 'manifest', 'protocol'].map((room) => `server/src/${room}`),
		npm: [],
	},
	'server/src/protocol': { rooms: ['server/src/simulator'], npm: [] },
	'server/src/lsp': {
		rooms: ['features', 'protocol', 'manifest', 'schema', 'yaml'].map((room) => `server/src/${room}`),
		npm: ['vscode-languageserver', 'vscode-languageserver-textdocument'],
	},
	'server/src/cli': { rooms: ['features', 'protocol', 'manifest', 'schema'].map((room) => `server/src/${room}`), npm: [] },
	'server/src/main': { rooms: ['server/src/lsp'], npm: ['vscode-languageserver'] },
	'server/src/browser': { rooms: ['server/src/lsp'], npm: ['vscode-languageserver'] },
	'server/tools': { rooms: ['server/src'], npm: ['yaml'] },
	'client/src': { rooms: ['server/src/protocol'], npm: ['vscode', 'vscode-languageclient'] },
	'client/webview': { rooms: ['server/src/protocol'], npm: ['lit', '@vscode-elements/elements'] },
};
/** Entries that are files of their own: `server/src/cli.ts` belongs to the room `server/src/cli`. */
const roomOf = (file: string): string | undefined => Object.keys(ROOMS).find((room) => file === room || file.startsWith(`${room}/`) || file === `${room}.ts`);

function sources(folder: string): readonly string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
		.map((entry) => path.posix.join(entry.parentPath, entry.name));
}

const imports = (text: string): readonly string[] =>
	[...text.matchAll(/^(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gm)].map((match) => match[1] ?? '');

test('imports go down only', () => {
	const wrong: string[] = [];
	let seen = 0;
	for (const file of [...sources('server'), ...sources('client')]) {
		const room = roomOf(file);
		if (!room) {
			wrong.push(`${file} lies in no room`);
			continue;
		}
		for (const target of imports(readFileSync(file, 'utf8'))) {
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

test('floors 0-3 neither throw, wait, log, nor look at the clock', () => {
	const pure = ['schema', 'yaml', 'rules', 'defaults', 'docs', 'simulator', 'manifest', 'features'].map((room) => `server/src/${room}`);
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
