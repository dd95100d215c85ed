import { isOurVersion, kindMeant } from '../schema/kinds';
import { asMeant } from '../yaml/look-alikes';
import type { Node, ScalarNode } from '../yaml/node';
import { jsonKind, resolve, resolveKey } from '../yaml/scalar';

/** What an object says it is. */
export interface Head {
	readonly apiVersion?: string;
	readonly kind?: string;
	/** Why the server does not even learn that. */
	readonly fault?: string;
}

/** By their names in small letters. */
const FIELDS: ReadonlyMap<string, 'apiVersion' | 'kind'> = new Map([
	['apiversion', 'apiVersion'],
	['kind', 'kind'],
]);

/** Only a tag makes another text of a key than the one that is written. */
const mayBeField = ({ text, tag }: ScalarNode): boolean => text.length === 'kind'.length || text.length === 'apiVersion'.length || tag !== undefined;

/** SimpleMetaFactory.Interpret: encoding/json takes keys in any case here, of several the last in the order of their bytes. */
export function headOf(node: Node): Head {
	if (node.kind !== 'map') return { fault: couldNot(`${jsonKind(node)} into Go value of type ${STRUCT}`) };
	const written = new Map<string, Node | undefined>();
	for (const { key, value } of node.entries) {
		const name = mayBeField(key) ? resolveKey(key) : undefined;
		if (name !== undefined && FIELDS.has(name.toLowerCase())) written.set(name, value);
	}
	const head: { apiVersion?: string; kind?: string; fault?: string } = {};
	for (const [name, value] of [...written].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const field = FIELDS.get(name.toLowerCase()) ?? 'kind';
		const scalar = value?.kind === 'scalar' ? resolve(value) : undefined;
		if (!value || scalar?.kind === 'null') continue;
		if (scalar?.kind === 'string') head[field] = scalar.text;
		else head.fault ??= couldNot(`${jsonKind(value)} into Go struct field .${field} of type string`);
	}
	return head;
}

const STRUCT = 'struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }';

const couldNot = (what: string): string => `couldn't get version/kind; json parse error: json: cannot unmarshal ${what}`;

/** As far as a head may lie from the top of a text that nobody can parse. */
const FARTHEST = 20_000;

/** A line, or what follows a bracket or comma, that says what something is; a prompt, a quotation mark or a line's number may stand before it. */
const SAYS = /(?:^(?:[+>|$][ \t]?|\d{1,3}[.:)]?[ \t]{1,2})?([ \t]*)|[{,][ \t]*)(["']?)(kind|apiVersion)\2[ \t]*[:=]?[ \t]*["']?([\w./-]+)/gm;

/**
 * Whether a text that could not be parsed, or not as what it looks like, plainly means to be one of ours: the kind that stands farthest left says so.
 * `deepest` is how far it may be indented.
 */
export function meansOurs(text: string, deepest: number): boolean {
	const head = { kind: { depth: deepest + 1, value: '' }, apiVersion: { depth: deepest + 1, value: '' } };
	const plain = asMeant(text.slice(0, FARTHEST));
	for (const { 1: indent, 3: name, 4: value = '', index } of plain.matchAll(SAYS)) {
		const depth = indent?.length ?? depthAt(plain, index);
		if ((name === 'kind' || name === 'apiVersion') && depth < head[name].depth) head[name] = { depth, value };
	}
	const { kind, apiVersion } = head;
	if (kindMeant(kind.value) === undefined) return false;
	return apiVersion.value === '' ? HOLDS.test(plain) : isOurVersion(apiVersion.value);
}

/** Whether anything in a text says of what kind it is. */
export const saysKind = (text: string): boolean => /\bkind\b/i.test(text);

const HOLDS = /^[ \t]{0,3}["']?(?:metadata|spec)\b/m;

/** How many brackets are open behind an offset, that of the object itself aside, if it has one. */
function depthAt(text: string, at: number): number {
	let depth = /^\s*\{/.test(text) ? -1 : 0;
	for (const [bracket] of text.slice(0, at + 1).matchAll(/[{}]/g)) depth += bracket === '{' ? 1 : -1;
	return Math.max(0, depth);
}
