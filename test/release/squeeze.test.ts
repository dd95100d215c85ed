import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { entriesOf, squeeze } from '../../release/squeeze.mjs';

/** What vsce packs with, and what VS Code unpacks with. */
const vsce = createRequire(createRequire(import.meta.url).resolve('@vscode/vsce/package.json'));
const { ZipFile } = vsce('yazl') as {
	ZipFile: new () => {
		addBuffer(content: Buffer, name: string, options: { mtime: Date; compress?: boolean }): void;
		end(): void;
		readonly outputStream: NodeJS.ReadableStream;
	};
};
interface Entry {
	readonly fileName: string;
	getLastModDate(): Date;
}
interface Opened {
	on(event: 'entry', listener: (entry: Entry) => void): void;
	on(event: 'end', listener: () => void): void;
	readEntry(): void;
	openReadStream(entry: Entry, then: (error: Error | null, stream: NodeJS.ReadableStream) => void): void;
}
const { fromBuffer } = vsce('yauzl') as {
	fromBuffer(zip: Buffer, options: { lazyEntries: true }, then: (error: Error | null, opened: Opened) => void): void;
};

const CONTENTS: Readonly<Record<string, Buffer>> = {
	'a/README.md': readFileSync('README.ko.md'),
	'a/한글.txt': Buffer.from('파드'),
	'icon.png': readFileSync('media/icon.png'),
	empty: Buffer.alloc(0),
};

async function zipped(): Promise<Buffer> {
	const zip = new ZipFile();
	for (const [name, content] of Object.entries(CONTENTS)) zip.addBuffer(content, name, { mtime: new Date(2026, 0, 2, 3, 4, 6), compress: name !== 'empty' });
	zip.end();
	return buffer(zip.outputStream);
}

/** All that an archive holds, as VS Code reads it: times and contents by name. */
const unzipped = (zip: Buffer): Promise<Map<string, readonly [Date, Buffer]>> =>
	new Promise((resolve, reject) => {
		const found = new Map<string, readonly [Date, Buffer]>();
		fromBuffer(zip, { lazyEntries: true }, (error, opened) => {
			if (error) return reject(error);
			opened.on('end', () => resolve(found));
			opened.on('entry', (entry) =>
				opened.openReadStream(entry, async (failure, stream) => {
					if (failure) return reject(failure);
					found.set(entry.fileName, [entry.getLastModDate(), await buffer(stream)]);
					opened.readEntry();
				}),
			);
			opened.readEntry();
		});
	});

test('what is packed better holds the same, and is smaller', async () => {
	const zip = await zipped();
	const smaller = await squeeze(zip);
	assert.ok(smaller.length < zip.length, `${smaller.length} bytes of ${zip.length}`);
	const [before, after] = [await unzipped(zip), await unzipped(smaller)];
	assert.deepEqual([...after.keys()], Object.keys(CONTENTS));
	assert.deepEqual(after, before);
	for (const [name, content] of Object.entries(CONTENTS)) assert.deepEqual(after.get(name)?.[1], content);
});

test('what is packed better stays as it is', async () => {
	const once = await squeeze(await zipped());
	assert.deepEqual(await squeeze(once), once);
});

test('what is no archive is refused', async () => {
	await assert.rejects(squeeze(Buffer.from('PK')), /no archive/);
	assert.throws(() => [...entriesOf(Buffer.alloc(100))], /no archive/);
});
