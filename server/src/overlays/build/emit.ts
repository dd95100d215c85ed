import { resolve } from '../../yaml/scalar';
import { scalarText } from '../../yaml/write';
import { isFields, type Value } from './object';

/** An object as kustomize prints it (sigs.k8s.io/yaml): sorted keys, lists at the column of their key. */
export const emitted = (value: Value): string => `${block(value, '').replace(/^\n/, '')}\n`;

function block(value: Value, indent: string): string {
	if (Array.isArray(value)) {
		if (value.length === 0) return '[]';
		return value.map((item) => `\n${indent}- ${child(item, `${indent}  `)}`).join('');
	}
	if (!isFields(value)) return scalar(value, indent);
	const keys = Object.keys(value).sort(byKey);
	if (keys.length === 0) return '{}';
	return keys.map((key) => `\n${indent}${line(key, 'key')}:${below(value[key] ?? null, indent)}`).join('');
}

/** An item begins on the line of its dash. */
const child = (value: Value, indent: string): string => block(value, indent).replace(/^\n */, '');

function below(value: Value, indent: string): string {
	const text = block(value, isFields(value) ? `${indent}  ` : indent);
	return text.startsWith('\n') ? text : ` ${text}`;
}

function scalar(value: Exclude<Value, Value[] | object>, indent: string): string {
	if (
		typeof value !== 'string' ||
		!value.includes('\n') ||
		!/\S/.test(value) ||
		/[^\t\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd]|[ \t]\n|\ufeff/.test(value.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''))
	)
		return typeof value === 'string' ? line(value, 'block') : String(value);
	const chomp = value.endsWith('\n\n') ? '+' : value.endsWith('\n') ? '' : '-';
	const lines = value.replace(/\n$/, '').split('\n');
	const hint = /^[ \n]/.test(value) ? '2' : '';
	return `|${hint}${chomp}${lines.map((line) => (line === '' ? '\n' : `\n${indent}  ${line}`)).join('')}`;
}

/** yaml_emitter_select_scalar_style: plain where that reads the same, double quotes for what would be no text, single ones else. */
function line(text: string, where: 'block' | 'key'): string {
	const shown = scalarText(text, where);
	const plain = resolve({ kind: 'scalar', range: { start: 0, end: 0 }, text, style: 'plain' });
	// A key is a text, whatever it looks like.
	if (where === 'key' && shown === text && plain.kind !== 'string') return `"${text}"`;
	if (!shown.startsWith('"')) return shown;
	return plain.kind !== 'string' || /\\(?!["\\])/.test(shown) ? shown : `'${text.replaceAll("'", "''")}'`;
}

/** go-yaml's keyList.Less: numbers by their value, letters behind what is none. */
function byKey(a: string, b: string): number {
	for (let index = 0; index < a.length && index < b.length; index++) {
		const [one, other] = [a[index] ?? '', b[index] ?? ''];
		if (one === other) continue;
		const [digits, others] = [/^\d+/.exec(a.slice(index))?.[0], /^\d+/.exec(b.slice(index))?.[0]];
		if (digits !== undefined && others !== undefined && Number(digits) !== Number(others)) return Number(digits) - Number(others);
		const [isOne, isOther] = [/\p{L}/u.test(one), /\p{L}/u.test(other)];
		if (isOne !== isOther) return isOne ? 1 : -1;
		return one < other ? -1 : 1;
	}
	return a.length - b.length;
}
