import type { Node } from '../yaml/node';
import { jsonKind, resolve, resolveKey } from '../yaml/scalar';

/** What an object says it is. */
export interface Head {
	readonly apiVersion?: string;
	readonly kind?: string;
	/** Why the server does not even learn that. */
	readonly fault?: string;
}

const FIELDS = ['apiVersion', 'kind'] as const;

/** SimpleMetaFactory.Interpret: encoding/json takes keys in any case here, of several the last in the order of their bytes. */
export function headOf(node: Node): Head {
	if (node.kind !== 'map') return { fault: couldNot(`${jsonKind(node)} into Go value of type ${STRUCT}`) };
	const written = new Map<string, Node | undefined>();
	for (const { key, value } of node.entries) {
		const name = resolveKey(key);
		if (name !== undefined && FIELDS.some((field) => field.toLowerCase() === name.toLowerCase())) written.set(name, value);
	}
	const head: { apiVersion?: string; kind?: string; fault?: string } = {};
	for (const [name, value] of [...written].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const field = name.toLowerCase() === 'kind' ? 'kind' : 'apiVersion';
		const scalar = value?.kind === 'scalar' ? resolve(value) : undefined;
		if (!value || scalar?.kind === 'null') continue;
		if (scalar?.kind === 'string') head[field] = scalar.text;
		else head.fault ??= couldNot(`${jsonKind(value)} into Go struct field .${field} of type string`);
	}
	return head;
}

const STRUCT = 'struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }';

const couldNot = (what: string): string => `couldn't get version/kind; json parse error: json: cannot unmarshal ${what}`;
