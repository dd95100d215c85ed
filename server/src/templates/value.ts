/** A Go integer; what values files hold are float64, here `number`. */
export class Int {
	constructor(
		readonly value: bigint,
		readonly kind: 'int' | 'int64' = 'int',
	) {}
}

/** An error of an action, in Go's words. */
export class Fault {
	constructor(readonly message: string) {}
}

/** A Go struct with methods, such as `.Files` and `.Capabilities.APIVersions`. */
export class Struct {
	constructor(
		readonly type: string,
		readonly fields: ReadonlyMap<string, Value>,
		readonly methods: ReadonlyMap<string, (args: readonly Value[]) => Value | Fault> = new Map(),
		/** What String() answers, where it has one. */
		readonly text?: string,
	) {}
}

export type Dict = Map<string, Value>;
export type Value = null | boolean | number | Int | string | readonly Value[] | Dict | Struct;

export const isDict = (value: Value | undefined): value is Dict => value instanceof Map;
export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

/** Plain JSON as the values of a template. */
export function fromPlain(value: unknown): Value {
	if (value === null || value === undefined) return null;
	if (typeof value === 'bigint') return Number(value);
	if (Array.isArray(value)) return value.map(fromPlain);
	if (typeof value === 'object') return new Map(Object.entries(value).map(([key, child]) => [key, fromPlain(child)]));
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** Of text/template's IsTrue and Sprig's empty: what counts as something. */
export function isTrue(value: Value): boolean {
	if (value instanceof Int) return value.value !== 0n;
	if (isDict(value)) return value.size > 0;
	if (isList(value)) return value.length > 0;
	return Boolean(value) || value instanceof Struct || Number.isNaN(value);
}

/** reflect.Kind. */
export function kindOf(value: Value): string {
	if (value === null) return 'invalid';
	if (value instanceof Int) return value.kind;
	if (isDict(value)) return 'map';
	if (isList(value)) return 'slice';
	if (value instanceof Struct) return 'struct';
	return typeof value === 'number' ? 'float64' : typeof value === 'boolean' ? 'bool' : 'string';
}

/** `%T`. */
export function typeOf(value: Value): string {
	if (value === null) return '<nil>';
	if (isDict(value)) return 'map[string]interface {}';
	if (isList(value)) return '[]interface {}';
	return value instanceof Struct ? value.type : kindOf(value);
}

/** strconv.FormatFloat(value, 'g', -1, 64) with fmt's threshold for exponents. */
export function floatText(value: number, from = 21): string {
	if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value < 0 ? '-Inf' : '+Inf';
	if (value === 0) return Object.is(value, -0) ? '-0' : '0';
	const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
	const power = Number(exponent);
	if (power < -4 || power >= from) return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
	return plainFloat(value);
}

const plainFloat = (value: number): string => {
	const text = String(value);
	if (!text.includes('e')) return text;
	return text.startsWith('-') ? `-${BigInt(-value)}` : value >= 1 ? String(BigInt(value)) : value.toFixed(20).replace(/0+$/, '');
};

/** `%v`; a map's keys sorted. */
export function goText(value: Value): string {
	if (value === null) return '<nil>';
	if (value instanceof Int) return String(value.value);
	if (typeof value === 'number') return floatText(value);
	if (isList(value)) return `[${value.map(goText).join(' ')}]`;
	if (isDict(value))
		return `map[${sortedKeys(value)
			.map((key) => `${key}:${goText(value.get(key) ?? null)}`)
			.join(' ')}]`;
	if (value instanceof Struct) return value.text ?? `{${[...value.fields.values()].map(goText).join(' ')}}`;
	return String(value);
}

export const sortedKeys = (dict: ReadonlyMap<string, Value>): readonly string[] => [...dict.keys()].sort((a, b) => (a < b ? -1 : 1));
