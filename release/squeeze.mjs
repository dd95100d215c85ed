// A .zip, and so a .vsix, deflated as well as deflate can: what is in it stays as it is.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import zopfli from '@gfx/zopfli';

/** Signatures, and the lengths of what has one length (APPNOTE.TXT 4.3). */
const LOCAL = { signature: 0x04034b50, length: 30 };
const CENTRAL = { signature: 0x02014b50, length: 46 };
const END = { signature: 0x06054b50, length: 22 };
const [STORED, DEFLATED] = [0, 8];
/** Sizes stand behind the content, and not before it. */
const SIZES_BEHIND = 0x8;

/** The same archive, smaller: `zip` as `vsce` writes it, without a comment and below 4 GB. */
export async function squeeze(zip) {
	const parts = [];
	const directory = [];
	let offset = 0;
	for (const { header, name, content, packed } of entriesOf(zip)) {
		const better = await smallest(content, packed);
		const [local, central] = headersOf(header, name, content, better, offset);
		parts.push(local, better.data);
		directory.push(central);
		offset += local.length + better.data.length;
	}
	const list = Buffer.concat(directory);
	const end = Buffer.from(zip.subarray(zip.length - END.length));
	end.writeUInt32LE(list.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...parts, list, end]);
}

/** What is in an archive: its row in the directory, its name, what it holds, and how it is packed. */
export function* entriesOf(zip) {
	const end = zip.length - END.length;
	if (end < 0 || zip.readUInt32LE(end) !== END.signature) throw new Error('This is no archive, or it has a comment.');
	let at = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		if (zip.readUInt32LE(at) !== CENTRAL.signature) throw new Error('The directory of the archive is broken.');
		const header = zip.subarray(at, at + CENTRAL.length);
		const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => header.readUInt16LE(field));
		const local = header.readUInt32LE(42);
		const start = local + LOCAL.length + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
		const data = zip.subarray(start, start + header.readUInt32LE(20));
		const method = header.readUInt16LE(10);
		if (method !== STORED && method !== DEFLATED) throw new Error(`Nothing is known of the packing ${method}.`);
		const name = zip.subarray(at + CENTRAL.length, at + CENTRAL.length + nameLength);
		yield { header, name, content: method === STORED ? data : inflateRawSync(data), packed: { method, data } };
		at += CENTRAL.length + nameLength + extraLength + commentLength;
	}
}

async function smallest(content, packed) {
	const ways = [
		packed,
		{ method: STORED, data: content },
		{ method: DEFLATED, data: deflateRawSync(content, { level: 9, memLevel: 9 }) },
		{ method: DEFLATED, data: Buffer.from(await zopfli.deflateAsync(content, {})) },
	];
	return ways.reduce((best, way) => (way.data.length < best.data.length ? way : best));
}

/** What stands before a content, and its row in the directory, without the extra fields that only some tools read. */
function headersOf(header, name, content, { method, data }, offset) {
	const central = Buffer.from(header);
	central.writeUInt16LE(header.readUInt16LE(8) & ~SIZES_BEHIND, 8);
	central.writeUInt16LE(method, 10);
	central.writeUInt32LE(data.length, 20);
	central.writeUInt32LE(content.length, 24);
	central.writeUInt32LE(0, 30);
	central.writeUInt32LE(offset, 42);
	const local = Buffer.alloc(LOCAL.length);
	local.writeUInt32LE(LOCAL.signature, 0);
	// From the version that is needed to the length of the name both have the same fields.
	central.copy(local, 4, 6, 30);
	return [Buffer.concat([local, name]), Buffer.concat([central, name])];
}
