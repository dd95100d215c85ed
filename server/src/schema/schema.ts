import { gates as gateTable, types as typeTable, versions } from './generated/table';

/** A minor version of Kubernetes 1: 37 is 1.37. */
export type Minor = number;
export const OLDEST: Minor = versions[0] ?? 0;
export const NEWEST: Minor = versions.at(-1) ?? 0;

/** The minor version a text such as `1.34` or `v1.34.2` names, if Peapod knows it. */
export function minorOf(text: string | undefined): Minor | undefined {
	const minor = Number(/^v?1\.(\d+)(\.|$)/.exec(text ?? '')?.[1]);
	return minor >= OLDEST && minor <= NEWEST ? minor : undefined;
}

export type Type =
	| { readonly kind: 'string' | 'boolean' | 'int32' | 'int64' | 'quantity' | 'intOrString' | 'time' | 'object' }
	| { readonly kind: 'list'; readonly of: Type }
	| { readonly kind: 'map'; readonly of: Type }
	| { readonly kind: 'struct'; readonly name: string };

export interface EnumValue {
	readonly value: string;
	readonly since: Minor;
}

export interface Field {
	readonly name: string;
	readonly type: Type;
	readonly required: boolean;
	/** The first and the last version that has it, within OLDEST..NEWEST. */
	readonly since: Minor;
	readonly until: Minor;
	/** The feature gate that guards it. */
	readonly gate?: string;
	readonly values?: readonly EnumValue[];
	/** No other value is legal. */
	readonly closed: boolean;
	/** x-kubernetes-list-type map: the keys that tell items apart. */
	readonly listKeys?: readonly string[];
	readonly isSet: boolean;
	/** x-kubernetes-patch-strategy merge: by this key, or '' for a list of scalars. */
	readonly mergeKey?: string;
	readonly retainKeys: boolean;
}

/** A type's fields by name. */
export type Struct = ReadonlyMap<string, Field>;

const structs = new Map<string, Struct>();

/** The fields of a type, `PodSpec`; undefined for an unknown type. Each is read when it is first asked for: one manifest needs few of them. */
export function structOf(name: string): Struct | undefined {
	const known = structs.get(name);
	if (known) return known;
	const lines = writtenTypes().get(name);
	if (!lines) return undefined;
	const struct: Struct = new Map(lines.map(readField).map((field) => [field.name, field]));
	structs.set(name, struct);
	return struct;
}

/** All type names, sorted. */
export const typeNames = (): readonly string[] => [...writtenTypes().keys()];

let fieldNames: ReadonlySet<string> | undefined;

/** Whether any type of any version has such a field. */
export function isFieldSomewhere(name: string): boolean {
	fieldNames ??= new Set(typeNames().flatMap((struct) => [...(structOf(struct)?.keys() ?? [])]));
	return fieldNames.has(name);
}

/** The field `name` of `struct` as `version` knows it. */
export const fieldOf = (struct: string, name: string, version: Minor): Field | undefined => knownTo(version, structOf(struct)?.get(name));

/** A field, if `version` has it. */
export const knownTo = (version: Minor, field: Field | undefined): Field | undefined =>
	field && field.since <= version && version <= field.until ? field : undefined;

const required = new Map<string, readonly Field[]>();

/** The fields of a type that Go writes even where nothing was. */
export function requiredOf(struct: string): readonly Field[] {
	const known = required.get(struct);
	if (known) return known;
	const fields = [...(structOf(struct)?.values() ?? [])].filter((field) => field.required);
	required.set(struct, fields);
	return fields;
}

/** The struct a value of this type, or its items, consists of: what to look a child's key up in. */
export function structWithin(type: Type): string | undefined {
	if (type.kind === 'struct') return type.name;
	return type.kind === 'list' || type.kind === 'map' ? structWithin(type.of) : undefined;
}

let written: ReadonlyMap<string, readonly string[]> | undefined;

/** The lines of each type's fields. */
function writtenTypes(): ReadonlyMap<string, readonly string[]> {
	written ??= new Map(
		typeTable
			.trim()
			.split(/\n(?! )/)
			.map((type) => {
				const [name = '', ...fields] = type.split('\n ');
				return [name, fields];
			}),
	);
	return written;
}

function readField(line: string): Field {
	const [name = '', code = '', ...flags] = line.split(' ');
	const flag = (key: string): string | undefined => flags.find((text) => text.startsWith(`${key}=`))?.slice(key.length + 1);
	const since = Number(flag('since') ?? OLDEST);
	const values = (flag('enum') ?? flag('values'))?.split('|').map((text) => {
		const [value = '', valueSince] = text.split('@');
		return { value, since: Number(valueSince ?? since) };
	});
	const gate = flag('gate');
	const listKeys = flag('map')?.split(',');
	const mergeKey = flag('merge');
	return {
		name,
		type: readType(code),
		required: flags.includes('!'),
		since,
		until: Number(flag('until') ?? NEWEST),
		closed: flag('enum') !== undefined,
		isSet: flags.includes('set'),
		retainKeys: flags.includes('retainKeys'),
		...(gate === undefined ? {} : { gate }),
		...(values === undefined ? {} : { values }),
		...(listKeys === undefined ? {} : { listKeys }),
		...(mergeKey === undefined ? {} : { mergeKey }),
	};
}

const SCALARS = new Set(['string', 'boolean', 'int32', 'int64', 'quantity', 'intOrString', 'time', 'object']);

function readType(code: string): Type {
	if (code.startsWith('[')) return { kind: 'list', of: readType(code.slice(1)) };
	if (code.startsWith('{')) return { kind: 'map', of: readType(code.slice(1)) };
	return SCALARS.has(code) ? ({ kind: code } as Type) : { kind: 'struct', name: code };
}

let gateLetters: ReadonlyMap<string, string> | undefined;

export type GateStage = 'alpha' | 'beta' | 'GA' | 'deprecated';

/** The stage and default of a feature gate in a version; undefined where the version does not know it. */
export function gateState(gate: string, version: Minor): { readonly stage: GateStage; readonly on: boolean } | undefined {
	gateLetters ??= new Map(gateTable.split('\n').map((line) => line.split(' ') as [string, string]));
	const letter = gateLetters.get(gate)?.[version - OLDEST];
	if (!letter || letter === '-') return undefined;
	const stage = ({ a: 'alpha', b: 'beta', g: 'GA', d: 'deprecated' } as const)[letter.toLowerCase() as 'a' | 'b' | 'g' | 'd'];
	return { stage, on: letter !== letter.toLowerCase() };
}

/** What gateOn found before: a walk asks the same few gates at every container. */
const answers = new Map<string, readonly boolean[]>();

/** Whether the gate is on by default; a gate that was GA and has since been removed is on. */
export function gateOn(gate: string, version: Minor): boolean {
	let known = answers.get(gate);
	if (!known) {
		known = versions.map((minor) => isOn(gate, minor));
		answers.set(gate, known);
	}
	return known[version - OLDEST] ?? false;
}

function isOn(gate: string, version: Minor): boolean {
	for (let minor = version; minor >= OLDEST; minor--) {
		const state = gateState(gate, minor);
		if (state) return minor === version ? state.on : state.stage === 'GA' && state.on;
	}
	return false;
}
