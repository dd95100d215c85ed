import type { Node } from './node';
import { isMergeKey, resolve, resolveKey } from './scalar';

/** A bigint only where it is asked for. */
type Json = string | number | bigint | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A tree as the JSON that kubectl sends (sigs.k8s.io/yaml YAMLToJSON), whatever the schema says. */
export function toJson(node: Node | undefined): Json {
	return jsonOf(node, { left: MOST_VALUES }, Number);
}

/** The same, where what no double holds but an int64 does is a bigint: what Go keeps exact. */
export function toExactJson(node: Node | undefined): Json {
	return jsonOf(node, { left: MOST_VALUES }, (digits) => (isLarge(digits) ? BigInt(digits) : Number(digits)));
}

/** What aliases may unfold to. */
const MOST_VALUES = 200_000;

function isLarge(digits: string): boolean {
	return /^-?\d{16,19}$/.test(digits) && !Number.isSafeInteger(Number(digits)) && BigInt.asIntN(64, BigInt(digits)) === BigInt(digits);
}

function jsonOf(node: Node | undefined, budget: { left: number }, number: (digits: string) => Json): Json {
	if (!node || --budget.left < 0) return null;
	if (node.kind === 'list') return node.items.map((item) => jsonOf(item.value, budget, number));
	if (node.kind === 'scalar') {
		const scalar = resolve(node);
		switch (scalar.kind) {
			case 'string':
				return scalar.text;
			case 'number':
				return number(scalar.digits);
			case 'boolean':
				return scalar.value;
			default:
				return null;
		}
	}
	const object: Record<string, Json> = {};
	const put = (name: string, value: Json): void => {
		if (name === '__proto__') Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
		else object[name] = value;
	};
	for (const { key, value } of node.entries) {
		if (!isMergeKey(key)) {
			put(resolveKey(key) ?? '', jsonOf(value, budget, number));
			continue;
		}
		const merged = jsonOf(value, budget, number);
		// Of several the first wins, over what is written above the merge as well.
		const sources = Array.isArray(merged) ? merged.toReversed() : [merged];
		for (const source of sources) for (const [name, child] of Object.entries((source ?? {}) as Record<string, Json>)) put(name, child);
	}
	return object;
}

const NOWHERE = { start: 0, end: 0 };

/** JSON as a tree that stands nowhere: for objects that were computed, not written. */
export function fromJson(value: unknown): Node | undefined {
	if (value === null || value === undefined) return undefined;
	if (Array.isArray(value)) {
		return { kind: 'list', range: NOWHERE, flow: true, items: value.map((item) => ({ value: fromJson(item), range: NOWHERE })) };
	}
	if (typeof value === 'object') {
		const entries = Object.entries(value).map(([key, child]) => ({ key: scalarOf(key, 'quoted'), value: fromJson(child) }));
		return { kind: 'map', range: NOWHERE, flow: true, entries };
	}
	return typeof value === 'string' ? scalarOf(value, 'quoted') : scalarOf(String(value), 'plain');
}

const scalarOf = (text: string, style: 'plain' | 'quoted'): Node & { readonly kind: 'scalar' } => ({ kind: 'scalar', range: NOWHERE, text, style });

const ESCAPES: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\u2028': '\\u2028', '\u2029': '\\u2029' };

/** json.Marshal of Go maps: sorted keys, no spaces, and what HTML would trip over escaped. */
export function sortedJson(value: Json): string {
	const sorted = (_key: string, child: unknown): unknown =>
		typeof child === 'object' && child !== null && !Array.isArray(child)
			? Object.fromEntries(Object.entries(child).sort(([a], [b]) => (a < b ? -1 : 1)))
			: child;
	return JSON.stringify(value, sorted).replace(/[<>&\u2028\u2029]/g, (c) => ESCAPES[c] ?? c);
}
