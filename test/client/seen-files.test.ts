import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { SeenFiles } from '../../client/src/seen-files';
import { LARGEST_SEEN, MOST_SEEN, type SeenFile, YAML_FILES } from '../../server/src/protocol/requests';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let disk: Map<string, Uint8Array>;
let told: SeenFile[];
let folders: string[];
/** Readings that wait to be let go, by file. */
let waiting: Map<string, (() => void)[]> | undefined;
let most: number | undefined;

beforeEach(() => {
	[disk, told, folders, waiting, most] = [new Map(), [], ['file:///ws'], undefined, undefined];
});

const seen = () =>
	new SeenFiles({
		find: async (files, limit, folder) => {
			if (files !== YAML_FILES) return [];
			most = limit;
			return [...disk.keys()].filter((uri) => uri.startsWith(folder ?? ''));
		},
		read: async (uri) => {
			const now = disk.get(uri);
			await new Promise<void>((go) => (waiting ? waiting.set(uri, [...(waiting.get(uri) ?? []), go]) : go()));
			return now;
		},
		isHere: (uri) => folders.some((folder) => uri.startsWith(`${folder}/`)),
		tell: async (file) => void told.push(file),
	});
const names = () => told.map(({ uri, text }) => [uri.replace('file:///ws/', ''), text]);

test('all that lies there is told of, up to a number', async () => {
	disk = new Map([
		['file:///ws/a.yaml', bytes('a')],
		['file:///ws/b/c.yaml', bytes('한글')],
	]);
	await seen().lookInto();
	assert.deepEqual(names(), [
		['a.yaml', 'a'],
		['b/c.yaml', '한글'],
	]);
	assert.equal(most, MOST_SEEN);
});

test('a file in UTF-16 is told of as the editor would show it', async () => {
	const utf16 = (text: string, isLittle: boolean): Uint8Array =>
		Uint8Array.from(
			[...`\ufeff${text}`].flatMap((one) => {
				const [high, low] = [one.charCodeAt(0) >> 8, one.charCodeAt(0) & 0xff];
				return isLittle ? [low, high] : [high, low];
			}),
		);
	disk = new Map([
		['file:///ws/a.yaml', utf16('a: 한\n', true)],
		['file:///ws/b.yaml', utf16('b: 글\n', false)],
		['file:///ws/c.yaml', bytes('\ufeffc: d\n')],
	]);
	await seen().lookInto();
	assert.deepEqual(names(), [
		['a.yaml', 'a: 한\n'],
		['b.yaml', 'b: 글\n'],
		['c.yaml', 'c: d\n'],
	]);
});

test('what is large, installed or outside is not told of', async () => {
	disk = new Map([
		['file:///ws/large.yaml', new Uint8Array(LARGEST_SEEN + 1)],
		['file:///ws/just.yaml', new Uint8Array(LARGEST_SEEN).fill(97)],
		['file:///ws/node_modules/x.yaml', bytes('x')],
		['file:///elsewhere/x.yaml', bytes('x')],
	]);
	const files = seen();
	await files.lookInto();
	for (const uri of disk.keys()) await files.look(uri);
	assert.deepEqual([...new Set(told.map(({ uri }) => uri))], ['file:///ws/just.yaml']);
});

test('a file that grows too large, or cannot be read any more, is taken back', async () => {
	const uri = 'file:///ws/a.yaml';
	const files = seen();
	for (const content of [bytes('a'), new Uint8Array(LARGEST_SEEN + 1), bytes('b'), undefined, undefined]) {
		if (content) disk.set(uri, content);
		else disk.delete(uri);
		await files.look(uri);
	}
	assert.deepEqual(
		told.map(({ text }) => text),
		['a', null, 'b', null],
	);
});

test('the newest reading of a file counts, whichever ends first', async () => {
	const uri = 'file:///ws/a.yaml';
	const files = seen();
	waiting = new Map();
	disk.set(uri, bytes('old'));
	const old = files.look(uri);
	disk.set(uri, bytes('new'));
	const newest = files.look(uri);
	for (const go of waiting.get(uri)?.toReversed() ?? []) go();
	await Promise.all([old, newest]);
	assert.deepEqual(
		told.map(({ text }) => text),
		['new'],
	);
});

test('a file whose folder is closed, or that is deleted, while it is read is not told of', async () => {
	disk = new Map([
		['file:///ws/a.yaml', bytes('a')],
		['file:///ws/b.yaml', bytes('b')],
	]);
	const files = seen();
	waiting = new Map();
	const reading = [files.look('file:///ws/a.yaml'), files.look('file:///ws/b.yaml')];
	await files.forget('file:///ws/b.yaml');
	folders = [];
	for (const all of waiting.values()) for (const go of all) go();
	await Promise.all(reading);
	assert.deepEqual(told, []);
});

test('a folder that is deleted takes its files along, and is told of once', async () => {
	disk = new Map(['d/a.yaml', 'd/e/b.yaml', 'dd.yaml'].map((name) => [`file:///ws/${name}`, bytes(name)]));
	const files = seen();
	await files.lookInto();
	told = [];
	await files.forget('file:///ws/d');
	await files.forget('file:///ws/d');
	await files.forget('file:///ws/never-seen');
	assert.deepEqual(names(), [['d', null]]);
});

test('a server that starts anew is told everything again', async () => {
	disk.set('file:///ws/a.yaml', bytes('a'));
	const files = seen();
	await files.lookInto();
	await files.lookInto();
	assert.deepEqual(names(), [
		['a.yaml', 'a'],
		['a.yaml', 'a'],
	]);
	await files.forget('file:///ws/a.yaml');
	assert.equal(told.length, 3);
});
