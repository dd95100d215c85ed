// `npm run bench [-- FOLDER of another yaml-language-server]`: Peapod and yaml-language-server by one client, over standard streams, by turns. Prints medians and their ratios; Linux alone.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Server } from './server.mjs';
import { DIGIT, FAULT, HALF, halfTyped, podSchema, pods } from './texts.mjs';

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..'));
const theirFolder = path.resolve(process.argv[2] ?? 'node_modules/yaml-language-server');
const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
const at = (name) => path.join(folder, name);
const uriOf = (name) => pathToFileURL(at(name)).href;

const { schema, isWhole } = podSchema();
writeFileSync(at('pod.json'), JSON.stringify(schema));
// A file of a repository, as most are: how far to look around is known.
mkdirSync(at('.git'));
const SERVERS = [
	{ command: ['dist/server.js', '--stdio'], settings: {} },
	{
		command: [path.join(theirFolder, 'bin/yaml-language-server'), '--stdio'],
		settings: {
			yaml: {
				validate: true,
				hover: true,
				completion: true,
				schemaStore: { enable: false },
				kubernetesCRDStore: { enable: false },
				schemas: { [uriOf('pod.json')]: '*.yaml' },
			},
		},
	},
];

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const medians = (rounds) => rounds[0].map((_, i) => median(rounds.map((values) => values[i])));

/** The table: what was measured, and of each server the median of its rounds. */
const rows = [];
function row(name, unit, digits, [own, other]) {
	rows.push([name, `${own.toFixed(digits)} ${unit}`, `${other.toFixed(digits)} ${unit}`, `${(other / own).toFixed(1)} x`]);
}

/** What is measured of each server, by turns, as often as there are rounds. */
async function turns(rounds, measure) {
	const all = SERVERS.map(() => []);
	for (let round = 0; round < rounds; round++) for (const [i, server] of SERVERS.entries()) all[i].push(await measure(server));
	return all;
}

async function started({ command, settings }) {
	const server = new Server(command, settings);
	await server.initialize();
	return server;
}

async function firstFault(name, { command, settings }) {
	const text = readFileSync(path.join('examples', name), 'utf8');
	const start = performance.now();
	const server = await started({ command, settings });
	await server.open(uriOf(name), text);
	const time = performance.now() - start;
	server.stop();
	return time;
}

function placeOf(text, index) {
	const before = text.slice(0, index).split('\n');
	return { line: before.length - 1, character: before.at(-1).length };
}

function rangeOf(text, word) {
	const start = placeOf(text, text.indexOf(word));
	return { start, end: { ...start, character: start.character + word.length } };
}

/** Opens a file, mends its fault, and then edits a label's value again and again, one digit in place of another, waiting each time for what is said. Milliseconds of CPU for one of those edits. */
async function perKeystroke(server, uri, text, warm, counted) {
	await server.open(uri, text);
	const left = await server.edit(uri, rangeOf(text, FAULT), '5');
	if (left.length > 0) throw new Error(`What is right is called wrong: ${left[0].message}`);
	const range = rangeOf(text, DIGIT);
	const type = async (times) => {
		for (let i = 1; i <= times; i++) await server.edit(uri, range, String(i % 10));
	};
	await type(warm);
	const before = server.cpu();
	await type(counted);
	return (server.cpu() - before) / counted;
}

/** By pods: how many keystrokes make both servers warm, and how many of each are counted then: the other one waits a fifth of a second before it answers each. */
const KEYSTROKES = {
	1: { warm: 100, counted: [500, 40] },
	10: { warm: 50, counted: [300, 20] },
	100: { warm: 20, counted: [200, 10] },
};
/** As many for each, for what stays in memory. */
const EVEN = Object.fromEntries(Object.keys(KEYSTROKES).map((count) => [count, { warm: 0, counted: [10, 10] }]));

/** How often one thing is asked, of which the median is taken. */
const ASKED = 60;

async function asked(server, method, uri, position) {
	const times = [];
	for (let i = 0; i < ASKED; i++) times.push(await server.timed(method, uri, position));
	return median(times.slice(ASKED / 3));
}

/** One session of a server: what it did in it, and the megabytes that it has in memory then, as one list of numbers. */
async function session(of, keystrokes) {
	const server = await started(of);
	const values = [];
	for (const [count, { warm, counted }] of Object.entries(keystrokes)) {
		const [uri, text] = [uriOf(`pods-${count}.yaml`), pods(Number(count))];
		values.push(await perKeystroke(server, uri, text, warm, counted[SERVERS.indexOf(of)]));
	}
	const text = pods(1);
	values.push(await asked(server, 'textDocument/hover', uriOf('pods-1.yaml'), placeOf(text, text.indexOf('readinessProbe') + 3)));
	const half = halfTyped(text);
	await server.open(uriOf('half.yaml'), half);
	values.push(await asked(server, 'textDocument/completion', uriOf('half.yaml'), placeOf(half, half.search(HALF) + 6)));
	values.push(server.memory());
	server.stop();
	return values;
}

/** One small file on the command line, beside Node with nothing to do. */
function commandLine() {
	const time = (args) => {
		const start = performance.now();
		spawnSync(process.execPath, args);
		return performance.now() - start;
	};
	copyFileSync('examples/web.yaml', at('web.yaml'));
	const times = Array.from({ length: 20 }, () => [time(['dist/cli.js', 'check', at('web.yaml')]), time(['-e', '0'])]);
	return [median(times.map(([own]) => own)), median(times.map(([, least]) => least))];
}

const { version } = JSON.parse(readFileSync(path.join(theirFolder, 'package.json'), 'utf8'));
console.log(`${cpus()[0].model}, ${cpus().length} CPUs, load ${loadavg()[0].toFixed(1)}, Node ${process.version}; yaml-language-server ${version},`);
console.log(`with ${isWhole ? "Kubernetes' schema of a Pod alone" : 'a schema of ten fields (../shared/openapi is not here)'}, which is in its favour.\n`);
row('process start to the first fault told, one file', 'ms', 0, (await turns(20, (of) => firstFault('seven-mistakes.yaml', of))).map(median));

const [own, other] = (await turns(3, (of) => session(of, KEYSTROKES))).map(medians);
const NAMES = [
	['CPU for a keystroke, 1 pod', 'ms', 2],
	['CPU for a keystroke, 10 pods', 'ms', 2],
	['CPU for a keystroke, 100 pods', 'ms', 2],
	['hover', 'ms', 2],
	['completion', 'ms', 2],
];
for (const [i, [name, unit, digits]] of NAMES.entries()) row(name, unit, digits, [own[i], other[i]]);

row('memory after the same session', 'MB', 0, (await turns(3, async (of) => (await session(of, EVEN)).at(-1))).map(median));

const widths = [50, 10, 22, 9];
for (const cells of [['', 'Peapod', 'yaml-language-server', ''], ...rows])
	console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(''));
const [check, nothing] = commandLine();
console.log(`\npeapod check, one small file: ${check.toFixed(0)} ms, ${(check / nothing).toFixed(2)} times node -e 0 (${nothing.toFixed(0)} ms)`);
rmSync(folder, { recursive: true });
