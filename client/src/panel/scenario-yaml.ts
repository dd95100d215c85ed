import type { Scenario } from '../../../server/src/protocol/life';

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** A scenario as a file: block style, keys as they come, strings quoted only where YAML would read something else. */
export function scenarioYaml(scenario: Scenario): string {
	const plain = JSON.parse(JSON.stringify(scenario)) as { readonly [key: string]: Plain };
	return `${map(plain, '').join('\n') || '{}'}\n`;
}

function map(value: { readonly [key: string]: Plain }, indent: string): string[] {
	return Object.entries(value).flatMap(([key, inner]) => {
		const name = scalar(key);
		if (Array.isArray(inner) && inner.length) return [`${indent}${name}:`, ...list(inner as readonly Plain[], `${indent}  `)];
		if (isMap(inner) && Object.keys(inner).length) return [`${indent}${name}:`, ...map(inner, `${indent}  `)];
		return [`${indent}${name}: ${flat(inner)}`];
	});
}

function list(items: readonly Plain[], indent: string): string[] {
	return items.flatMap((item) => {
		if (!isMap(item) || Object.keys(item).length === 0) return [`${indent}- ${flat(item)}`];
		const [first = '', ...rest] = map(item, `${indent}  `);
		return [`${indent}- ${first.trimStart()}`, ...rest];
	});
}

function isMap(value: Plain): value is { readonly [key: string]: Plain } {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function flat(value: Plain): string {
	return typeof value === 'string' ? scalar(value) : json(value);
}

function scalar(text: string): string {
	const safe = /^[A-Za-z/][\w./:@-]*( [\w./:@-]+)*$/.test(text) && !/: |:$/.test(text) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(text);
	return safe || /^\d+(\.\d+)?(ms|[hms])$/.test(text) ? text : json(text);
}

/** What JSON lets stand in a string and YAML does not: breaks of lines that are none in JSON, and what cannot be seen. */
const UNSEEN = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

const json = (value: Plain): string => JSON.stringify(value).replace(UNSEEN, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
