// Server, web server and command line are one program that ships once, in parts: what all of them need, and what is read when it is first asked for.
// esbuild cuts it; `commonjs.mjs` makes files of it that both Node and a worker of the browser read.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { besideAlike } from './alike.mjs';

const SOURCE = path.resolve('server/src');

/** What is read late, a file each in dist/: the rooms that are in it. */
const LATE = {
	// What git leaves out, where folders are looked through.
	'cli/ignored': ['cli/ignore-files'],
	// What only the command line tells.
	'cli/told': ['features/life/tell', 'features/hover/explain', 'features/scenario/scenario-life'],
	overlays: ['overlays/build'],
	life: ['simulator', 'features/life', 'expect', 'features/expect', 'features/scenario'],
	why: ['autopsy', 'features/why'],
	apply: ['features/apply'],
	complete: ['features/complete'],
	hover: ['features/hover'],
	refactor: ['features/refactor'],
	repair: ['features/repair'],
	navigate: ['features/navigate'],
	hints: ['features/hints'],
	// What is done about a fault, and how it is written.
	mend: [
		'diagnose/causes/causes',
		'diagnose/causes/broken',
		'diagnose/repair',
		'diagnose/retype',
		'diagnose/trial',
		'diagnose/unknown-field',
		'diagnose/fixes',
		'built/mend-built',
		'built/carry',
		'charts/mend-values',
	].map((one) => `features/${one}`),
	edit: ['yaml/edit', 'yaml/guess', 'yaml/write'],
	zones: ['schema/schedule', 'schema/time-zone', 'schema/generated/time-zones'],
	'chart-help': ['features/charts/help'],
	// What checks values against a schema, where a chart has one.
	'values-schema': ['charts/json-schema'],
	// What overlays and charts make, and what is told of it.
	made: ['features/overlays', 'features/charts', 'features/built/build-file', 'features/built/hover-build-file', 'features/built/complete-build-file'],
	workloads: ['rules/workloads'],
	// Kinds of others that hold pods.
	embedded: ['schema/generated/embedded'],
	// How Go names what it shows of a fault.
	shown: ['schema/go-types', 'schema/generated/go-names', 'schema/internal-types', 'schema/generated/internal', 'rules/internal-form'],
	'pod-security': ['rules/pod-security'],
	// What an object is that is applied over another.
	update: [
		'rules/pod-update',
		'rules/pod-subresources',
		'manifest/apply',
		'manifest/apply-diff',
		'schema/merge',
		'schema/merge-order',
		'schema/merge-strategic',
		'features/diagnose/judge-apply',
		'defaults/prepare-update',
	],
};

/** Rooms of words and lessons: their folders in dist/, and the files there. What is alike, and asked for together, compresses better as one file; `rest` has all that is named in no other. */
const WORDS = {
	docs: {
		folder: 'words',
		files: {
			functions: ['functions'],
			lives: ['moments', 'expect', 'scenario'],
			// Asked of every link, also where no field has one.
			pages: ['korean-pages'],
			problems: ['problems', 'slips', 'look-alikes'],
			values: ['values', 'reasons', 'topics'],
			why: ['why', 'why-known', 'why-watched', 'why-workload', 'exit-codes'],
		},
		rest: 'fields',
	},
	course: { folder: 'course', files: {}, rest: 'lessons' },
};

const roomOf = (file) => path.relative(SOURCE, file).replace(/\.ts$/, '').replaceAll(path.sep, '/');
const isIn = (room, file) => roomOf(file) === room || roomOf(file).startsWith(`${room}/`);
const isOurs = (file) => file.startsWith(SOURCE + path.sep);
const targetOf = ({ importer, path: wanted }) => `${path.resolve(path.dirname(importer), wanted)}.ts`;
const wordsOf = (file) => Object.keys(WORDS).find((room) => isIn(room, file));

const sourcesIn = (folder) =>
	readdirSync(folder, { recursive: true })
		.filter((name) => name.endsWith('.ts'))
		.sort()
		.map((name) => path.join(folder, name));

/** What a file imports, and which of its names; types leave nothing to be read. */
export function importsIn(file) {
	const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )([^'"]*?) from '([^']*)';$/gm);
	return [...imports].map(([, what, wanted]) => {
		const names = what.replace(/[{}]/g, '').split(',');
		return { wanted, names: names.map((name) => name.trim().split(' as ')[0]).filter((name) => name !== '' && !name.startsWith('type ')) };
	});
}

/** Which files of ours a file imports. */
const importsOf = (file) =>
	importsIn(file)
		.filter(({ wanted, names }) => wanted.startsWith('.') && names.length > 0)
		.map(({ wanted, names }) => ({ from: file, target: targetOf({ importer: file, path: wanted }), names }))
		.filter(({ target }) => existsSync(target));

/** Which part a file is in, undefined for what is read at once; and by part, which files others ask for, and which of their names. */
function plan() {
	const files = sourcesIn(SOURCE);
	const imports = files.flatMap(importsOf);
	const asked = new Set(imports.filter(({ from, target }) => wordsOf(target) !== wordsOf(from)).map(({ target }) => target));
	const findPart = (file) => {
		const room = wordsOf(file);
		if (room === undefined) return Object.keys(LATE).find((part) => LATE[part].some((one) => isIn(one, file)));
		if (!asked.has(file)) return undefined;
		const { folder, files, rest } = WORDS[room];
		return `${folder}/${Object.keys(files).find((name) => files[name].some((one) => isIn(`${room}/${one}`, file))) ?? rest}`;
	};
	const found = new Map(files.map((file) => [file, findPart(file)]));
	const partOf = (file) => found.get(file);
	// What a server has read once it serves, but for the protocol: every other part may take it for granted.
	const readWith = (...files) => {
		const all = new Set(files.map((file) => path.join(SOURCE, file)));
		for (const file of all) for (const { from, target } of imports) if (from === file && partOf(target) === undefined) all.add(target);
		return [...all];
	};
	const core = readWith('lsp/server.ts').filter((file) => !isIn('lsp', file));
	// What the command line has read before a command is asked for.
	const commands = readWith('cli/main.ts').filter((file) => !core.includes(file));
	const parts = new Map();
	for (const { from, target, names } of imports) {
		const part = partOf(target);
		if (part === undefined || part === partOf(from)) continue;
		if (!parts.has(part)) parts.set(part, new Map());
		parts.get(part).set(target, new Set([...(parts.get(part).get(target) ?? []), ...names]));
	}
	const targets = new Map(files.map((file) => [file, imports.filter(({ from }) => from === file).map(({ target }) => target)]));
	/** What is in the file of a part, what is alike side by side. */
	const sorted = (part) => {
		const all = new Set(parts.get(part).keys());
		for (const file of all) for (const target of targets.get(file)) if ((partOf(target) ?? part) === part && !core.includes(target)) all.add(target);
		return besideAlike([...all], (file, left) => !targets.get(file).some((target) => left.has(target)));
	};
	return { partOf, parts, core, commands, sorted };
}

/** What the entries go by, until the first build begins. */
let planned;

/** The entries of what is read late. */
export function lateEntries() {
	planned = plan();
	return { cli: 'late:cli', ...Object.fromEntries([...planned.parts.keys()].map((part) => [part, `late:${part}`])) };
}

/** Packages in CommonJS have each of their exports, of which there are a thousand, copied for each file that imports one: a module between takes those that our files in a folder ask for, once. */
export const namedOnly = (folder, from) => ({
	name: 'named-only',
	setup({ onResolve, onLoad }) {
		const root = path.resolve(folder);
		onResolve({ filter: new RegExp(`^${from}$`), namespace: 'file' }, ({ importer, path: wanted }) =>
			importer.startsWith(root + path.sep) ? { path: wanted, namespace: 'named' } : undefined,
		);
		onLoad({ filter: /./, namespace: 'named' }, () => {
			const names = sourcesIn(root).flatMap((file) => importsIn(file).flatMap((one) => (one.wanted === from ? one.names : [])));
			return { contents: `const all = require('${from}'); export const { ${[...new Set(names)].join(', ')} } = all;`, resolveDir: root };
		});
	},
});

/** VS Code's API, two hundred names, is copied for each file that imports it. What stands for it inherits them: that is copied for nobody. */
export const vscodeOnce = {
	name: 'vscode-once',
	setup({ onResolve, onLoad }) {
		const NAMESPACE = 'vscode-once';
		onResolve({ filter: /^vscode$/ }, ({ path: wanted, namespace }) =>
			namespace === NAMESPACE ? { path: wanted, external: true } : { path: wanted, namespace: NAMESPACE },
		);
		onLoad({ filter: /./, namespace: NAMESPACE }, () => ({
			contents: "module.exports = Object.create(require('vscode'), { __esModule: { value: true } });",
		}));
	},
};

/** What stands for a part: its exports by their names, each looked up when it is used. What an object has of its own is copied for each file that imports it; what it inherits is not. */
const NAMES = `
module.exports = (read, keys) => {
	let part;
	const names = {};
	for (const key of keys) Object.defineProperty(names, key.slice(key.lastIndexOf('.') + 1), { get: () => (part ??= read())[key] });
	return Object.create(names);
};
`;

/** Puts a stand-in where something is asked for that is read late: each of its exports is looked up when it is used. */
export const lateApart = {
	name: 'late-apart',
	setup({ initialOptions, onStart, onResolve, onLoad }) {
		let partOf, parts, core, commands, sorted;
		// Who watches may bring an import, or take one away.
		onStart(() => {
			({ partOf, parts, core, commands, sorted } = planned ?? plan());
			planned = undefined;
		});
		/** With the core before it, what is in the core is shared as one file, whatever else shares a piece of it. */
		const after = (read, contents) => ({ contents: [...read.map((file) => `import ${JSON.stringify(file)};`), ...contents].join('\n'), resolveDir: SOURCE });
		const afterCore = (contents) => after(core, contents);
		/** What a part calls what it exports: as its file does, where no other file of the part has such a name. */
		const keyOf = (file, name) => {
			const others = [...parts.get(partOf(file))].filter(([other, names]) => other !== file && names.has(name));
			return others.length > 0 ? `${roomOf(file)}.${name}` : name;
		};

		/** Which file of dist/ somebody is in who is in no part. */
		const sharedBy = (importer) => {
			if (core.includes(importer)) return 'core';
			if (isIn('lsp', importer)) return 'lsp';
			return isIn('cli', importer) && commands.includes(importer) ? 'cli/commands' : roomOf(importer);
		};

		onResolve({ filter: /^late:/ }, ({ path: wanted }) => ({ path: wanted.slice('late:'.length), namespace: 'late' }));
		onResolve({ filter: /^\./, namespace: 'file' }, (asking) => {
			if (!isOurs(asking.importer)) return undefined;
			const [file, own] = [targetOf(asking), partOf(asking.importer)];
			if (asking.kind === 'dynamic-import') return roomOf(file) === 'main' ? { path: './server.js', external: true } : { path: file, namespace: 'dynamic' };
			const part = partOf(file);
			// One for each file of dist/ that asks: so small a thing is no file to be shared.
			return part !== undefined && part !== own && parts.get(part)?.has(file)
				? { path: file, namespace: 'stand-in', suffix: `?${own ?? sharedBy(asking.importer)}` }
				: undefined;
		});
		onResolve({ filter: /^\./, namespace: 'stand-in' }, ({ path: wanted }) => ({ path: wanted, external: true }));

		onLoad({ filter: /^cli$/, namespace: 'late' }, () => {
			const { contents, resolveDir } = afterCore(["import './cli';"]);
			return { contents: `#!/usr/bin/env node\n${contents}`, resolveDir };
		});
		onLoad({ filter: /^names$/, namespace: 'late' }, () => ({ contents: NAMES }));
		onLoad({ filter: /./, namespace: 'late' }, ({ path: part }) => {
			const files = [...parts.get(part)].map(([file, names]) => {
				const exported = [...names].map((name) => `${name} as ${JSON.stringify(keyOf(file, name))}`);
				return `export { ${exported.join(', ')} } from ${JSON.stringify(file)};`;
			});
			// Words are most of what is packed; an order among what runs gains nothing.
			const isSorted = initialOptions.minify && part.includes('/');
			return after([...core, ...(part.startsWith('cli/') ? commands : []), ...(isSorted ? sorted(part) : [])], files);
		});
		onLoad({ filter: /./, namespace: 'dynamic' }, ({ path: file }) =>
			after(isIn('cli', file) ? [...core, ...commands] : core, [`export * from ${JSON.stringify(file)};`]),
		);
		onLoad({ filter: /./, namespace: 'stand-in' }, ({ path: file }) => {
			const keys = [...parts.get(partOf(file)).get(file)].map((name) => keyOf(file, name));
			return { contents: `module.exports = require('late:names')(() => require('./${partOf(file)}.js'), ${JSON.stringify(keys)});`, watchFiles: [file] };
		});
	},
};
