import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unpack } from '../../server/src/charts/archive';
import { Fault } from '../../server/src/templates/value';

interface Entry {
	readonly name: string;
	readonly text?: string;
	readonly type?: string;
	readonly prefix?: string;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A tar file as GNU tar lays it out. */
function tar(entries: readonly Entry[]): Uint8Array {
	const blocks: Uint8Array[] = [];
	for (const { name, text = '', type = '0', prefix } of entries) {
		const [header, data] = [new Uint8Array(512), bytes(text)];
		const put = (at: number, field: string): void => header.set(bytes(field), at);
		put(0, name);
		put(124, `${data.length.toString(8).padStart(11, '0')}\0`);
		put(148, '        ');
		put(156, type);
		if (prefix !== undefined) put(257, 'ustar\0');
		put(345, prefix ?? '');
		put(
			148,
			`${header
				.reduce((sum, byte) => sum + byte, 0)
				.toString(8)
				.padStart(6, '0')}\0 `,
		);
		blocks.push(header, data, new Uint8Array((512 - (data.length % 512)) % 512));
	}
	return Uint8Array.from([...blocks, new Uint8Array(1024)].flatMap((block) => [...block]));
}

const unpacked = (entries: readonly Entry[]): unknown => {
	const files = unpack(tar(entries));
	return files instanceof Fault ? files.message : Object.fromEntries([...files].map(([path, data]) => [path, new TextDecoder().decode(data)]));
};

test('files lie below the chart, folders are none, and long names are those of ustar, GNU and pax', () => {
	const long = `chart/${'deep/'.repeat(30)}file`;
	const record = `path=${long}.pax\n`;
	const length = record.length + 1 + String(record.length + 4).length;
	assert.deepEqual(
		unpacked([
			{ name: 'chart/', type: '5' },
			{ name: 'chart/Chart.yaml', text: 'name: x' },
			{ name: 'file', prefix: 'chart/folder', text: '1' },
			{ name: '././@LongLink', type: 'L', text: `${long}\0` },
			{ name: long.slice(0, 99), text: '2' },
			{ name: 'pax', type: 'x', text: `${length} ${record}` },
			{ name: 'short', text: '3' },
			{ name: 'chart\\win\\a.txt', text: '4' },
		]),
		{
			'Chart.yaml': 'name: x',
			'folder/file': '1',
			[long.slice('chart/'.length)]: '2',
			[`${long.slice('chart/'.length)}.pax`]: '3',
			'win/a.txt': '4',
		},
	);
});

test('what would lie elsewhere is refused in the words of Helm', () => {
	assert.equal(unpacked([{ name: 'chart/../../x', text: '1' }]), 'chart illegally references parent directory');
	assert.equal(unpacked([{ name: 'chart//etc/x', text: '1' }]), 'chart illegally contains absolute paths');
	assert.equal(unpacked([{ name: 'alone', text: '1' }]), 'chart illegally contains content outside the base directory: "alone"');
	assert.equal(unpacked([{ name: 'chart/c:/x', text: '1' }]), 'chart contains illegally named files');
	assert.equal(unpacked([{ name: 'Chart.yaml/x', text: '1' }]), 'chart yaml not in base directory');
	assert.equal(unpacked([]), 'no files in chart archive');
});

test('what is no tar file, or cut off, is told', () => {
	const whole = tar([{ name: 'chart/a', text: 'x'.repeat(600) }]);
	const told = (cut: Uint8Array): unknown => {
		const files = unpack(cut);
		return files instanceof Fault ? files.message : files.size;
	};
	assert.equal(told(whole), 1);
	assert.equal(told(whole.subarray(0, 700)), 'unexpected EOF');
	assert.equal(told(Uint8Array.from(whole, (byte, i) => (i === 3 ? byte ^ 1 : byte))), 'archive/tar: invalid tar header');
});
