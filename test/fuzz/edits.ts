import type { Edit } from '../../server/src/yaml/text-edit';
import type { Random } from '../conformance/random';

/** A change somebody might make to a text, drawn by lot among some. */
export function randomEdit(text: string, random: Random, drawn: readonly Drawn[], others: readonly string[]): Edit {
	return boundToCharacters(text, random.of(drawn)(text, random, others));
}

/** A sort of change; `others` are texts that one may take from. */
export type Drawn = (text: string, random: Random, others: readonly string[]) => Edit;

const insert = (at: number, text: string): Edit => ({ range: { start: at, end: at }, text });

/** An editor never cuts a character in two. */
function boundToCharacters(text: string, { range, text: put }: Edit): Edit {
	const whole = (at: number): number => (at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff ? at + 1 : at);
	const start = whole(Math.max(0, Math.min(range.start, text.length)));
	return { range: { start, end: Math.max(start, whole(Math.min(range.end, text.length))) }, text: put };
}

const PIECES = [
	...[
		':',
		': ',
		'- ',
		'-',
		'\n',
		'\n  ',
		'\r\n',
		'\t',
		' ',
		'    ',
		'{',
		'}',
		'[',
		']',
		',',
		'"',
		"'",
		'#',
		' #',
		'|',
		'>-\n',
		'|\n',
		'&a ',
		'*a',
		'!!str ',
		'!x ',
	],
	...[
		'!!binary ',
		'!!map',
		'<<: *a\n',
		'? ',
		'~',
		'null',
		'---\n',
		'--- x\n',
		'...\n',
		'%YAML 1.1\n',
		'{{ .Values.x }}',
		'{{- ',
		'}}',
		'$(A)',
		'\\',
		'\0',
		'\u2028',
		'\ufeff',
	],
	...[
		'\u{1f600}',
		'한글',
		'é',
		'0x1F',
		'0o17',
		'1_000',
		'yes',
		'on',
		'.inf',
		'1e3',
		'a b',
		'A_B',
		'__proto__',
		'constructor',
		'-1',
		'9223372036854775808',
		'50%',
		'1Gi',
		'500m',
	],
	...[
		'name: ',
		'image: b',
		'containers:',
		'spec:\n',
		'metadata:\n  name: a\n',
		'kind: Pod\n',
		'apiVersion: v1\n',
		'ports: [{containerPort: 80}]',
		'env:\n  - name: A\n',
	],
];

const place = (text: string, random: Random): number => random.below(text.length + 1);

const insertPiece: Drawn = (text, random) => insert(place(text, random), random.of(PIECES));

const cut: Drawn = (text, random) => {
	const start = place(text, random);
	return { range: { start, end: start + random.of([1, 1, 1, 2, 5, 20, 200]) }, text: '' };
};

const overwrite: Drawn = (text, random) => {
	const start = place(text, random);
	return { range: { start, end: start + random.below(12) }, text: random.of(PIECES) };
};

const paste: Drawn = (text, random, others) => {
	const from = random.of(others);
	const start = random.below(from.length + 1);
	return insert(place(text, random), from.slice(start, start + random.below(80)));
};

/** Anything anywhere. */
export const WILD: readonly Drawn[] = [insertPiece, insertPiece, insertPiece, cut, cut, overwrite, paste];

interface Line {
	readonly start: number;
	/** Behind its line break. */
	readonly end: number;
	readonly text: string;
}

function lineAt(text: string, offset: number): Line {
	const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
	const found = text.indexOf('\n', start);
	const end = found < 0 ? text.length : found + 1;
	return { start, end, text: text.slice(start, end) };
}

const aLine = (text: string, random: Random): Line => lineAt(text, place(text, random));
const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;

/** A line with all that stands deeper below it. */
function aBlock(text: string, random: Random): Line {
	const first = aLine(text, random);
	let { end } = first;
	for (let next = lineAt(text, end); end < text.length && indentOf(next.text) > indentOf(first.text); next = lineAt(text, end)) end = next.end;
	return { start: first.start, end, text: text.slice(first.start, end) };
}

const WORDS = [
	...[
		'a',
		'app',
		'App',
		'web',
		'data',
		'true',
		'yes',
		'"80"',
		'80',
		'http',
		'0',
		'-1',
		'1.5',
		'512mi',
		'1GB',
		'0x1F',
		'Always',
		'always',
		'Never',
		'TCP',
		'tcp',
		'/data',
		'x y',
	],
	...[
		'"a"',
		"'b'",
		'|\n          text',
		'{}',
		'[]',
		'{a: b}',
		'[a]',
		'*a',
		'&a x',
		'!!str',
		'!!str 1',
		'~',
		'',
		'# note',
		'$(A)',
		'50%',
		'1Gi',
		'100m',
		'nginx: 1',
		' ',
	],
];
const KEYS = [
	'name',
	'image',
	'resources',
	'requests',
	'limits',
	'cpu',
	'ports',
	'containerPort',
	'hostname',
	'restartPolicy',
	'labels',
	'volumes',
	'claims',
	'hostNetwork',
	'nam',
	'Image',
];

const dropBlock: Drawn = (text, random) => ({ range: aBlock(text, random), text: '' });

const repeatBlock: Drawn = (text, random) => {
	const block = aBlock(text, random);
	return insert(block.end, block.text);
};

const shift: Drawn = (text, random) => {
	const block = random.chance(0.5) ? aBlock(text, random) : aLine(text, random);
	const by = random.of([2, 2, 1, 4]);
	const moved = random.chance(0.5) ? block.text.replace(/^(?=.)/gm, ' '.repeat(by)) : block.text.replace(new RegExp(`^ {1,${by}}`, 'gm'), '');
	return { range: block, text: moved };
};

const changeValue: Drawn = (text, random) => {
	const line = aLine(text, random);
	const [, head = '', value = ''] = /^(\s*(?:- )*(?:[^\s:]+: ?)?)([^\n\r]*)/.exec(line.text) ?? [];
	const start = line.start + head.length;
	return { range: { start, end: start + value.length }, text: random.of(WORDS) };
};

const changeKey: Drawn = (text, random) => {
	const line = aLine(text, random);
	const [, head = '', key = ''] = /^(\s*(?:- )*)([^\s:]*)/.exec(line.text) ?? [];
	const start = line.start + head.length;
	const at = random.below(key.length + 1);
	const misspelt = random.of([key.slice(0, at) + key.slice(at + 1), key.slice(0, at) + (key[at] ?? 'x') + key.slice(at), key.toUpperCase(), random.of(KEYS)]);
	return { range: { start, end: start + key.length }, text: misspelt };
};

const newLine: Drawn = (text, random) => {
	const line = aLine(text, random);
	const indent = ' '.repeat(Math.max(0, indentOf(line.text) + random.of([0, 0, 0, 2, -2])));
	return insert(line.end, `${indent}${random.of(['', '', '- '])}${random.of(KEYS)}: ${random.of(WORDS)}\n`);
};

const pasteBlock: Drawn = (text, random, others) => insert(aLine(text, random).end, aBlock(random.of(others), random).text);

/** What mostly leaves YAML. */
export const GENTLE: readonly Drawn[] = [
	dropBlock,
	repeatBlock,
	shift,
	changeValue,
	changeValue,
	changeValue,
	changeKey,
	changeKey,
	newLine,
	newLine,
	pasteBlock,
];
