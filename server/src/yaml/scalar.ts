import type { Node, ScalarNode } from './node';

/**
 * What a scalar means to kubectl, which reads YAML 1.1 by go.yaml.in/yaml/v2 (resolve.go) and turns it into JSON by sigs.k8s.io/yaml.
 * `digits` is a number as JSON prints it; kept as text, because 64-bit integers do not fit a double.
 */
export type Scalar =
	| { readonly kind: 'string'; readonly text: string }
	| { readonly kind: 'number'; readonly digits: string }
	| { readonly kind: 'boolean'; readonly value: boolean }
	| { readonly kind: 'null' }
	/** It cannot be turned into JSON, or not into what its tag says. */
	| { readonly kind: 'fault'; readonly message: string };

const NULL: Scalar = { kind: 'null' };
const TRUE: Scalar = { kind: 'boolean', value: true };
const FALSE: Scalar = { kind: 'boolean', value: false };
/** Plain scalars that are no text. */
const WORDS: ReadonlyMap<string, Scalar> = new Map<string, Scalar>([
	...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, NULL] as const),
	...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, TRUE] as const),
	...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, FALSE] as const),
]);
const LONGEST_WORD = 5;
const NOT_FINITE = /^(\.nan|\.NaN|\.NAN|[-+]?(\.inf|\.Inf|\.INF))$/;

/** A text as it would stand without quotes. */
export const plainScalar = (text: string, tag?: string): ScalarNode => ({
	kind: 'scalar',
	style: 'plain',
	range: { start: 0, end: 0 },
	text,
	...(tag === undefined ? {} : { tag }),
});

export function resolve(node: ScalarNode): Scalar {
	const tag = node.tag?.replace('tag:yaml.org,2002:', '!!');
	if (tag === '!!binary') return binary(node.text);
	if (tag !== undefined && !/^!!(str|bool|int|float|null|timestamp)$/.test(tag)) return { kind: 'string', text: node.text };
	if (tag === '!!str' || (tag === undefined && node.style !== 'plain')) return { kind: 'string', text: node.text };
	const plain = resolvePlain(node.text);
	if (tag === '!!timestamp' && isTimestamp(node.text)) return plain;
	const own = tagOf(plain, node.text);
	const fits = tag === undefined || tag === own || (tag === '!!float' && own === '!!int');
	return fits ? plain : { kind: 'fault', message: `yaml: cannot decode ${own} \`${node.text}\` as a ${tag}` };
}

/** The tag of a scalar that is written as a text: `3.0` is no integer. */
export const tagOf = (scalar: Scalar, text: string): string => {
	if (scalar.kind === 'number') return parseInteger(text.replaceAll('_', '')) ? '!!int' : '!!float';
	return { string: '!!str', boolean: '!!bool', null: '!!null', fault: '!!float' }[scalar.kind];
};

function resolvePlain(text: string): Scalar {
	if (isText(text)) return { kind: 'string', text };
	const word = WORDS.get(text);
	if (word) return word;
	if (NOT_FINITE.test(text)) return { kind: 'fault', message: `json: unsupported value: ${goFloat(text)}` };
	return number(text) ?? { kind: 'string', text };
}

/** A letter begins no number: most plain scalars, and nearly all keys, are seen to be text at once. */
function isText(text: string): boolean {
	const first = text.charCodeAt(0);
	const isLetter = (first >= 97 && first <= 122) || (first >= 65 && first <= 90);
	return isLetter && (text.length > LONGEST_WORD || !WORDS.has(text));
}

/** strconv.FormatFloat of what is no finite number. */
function goFloat(text: string): string {
	if (text.toLowerCase().endsWith('nan')) return 'NaN';
	return text.startsWith('-') ? '-Inf' : '+Inf';
}

/** The number branch of resolve.go: strconv.ParseInt(base 0), ParseUint, floats in YAML style, `0b`. */
function number(text: string): Scalar | undefined {
	if (!/^[-+.0-9]/.test(text)) return undefined;
	// strconv.ParseFloat takes an underscore between digits.
	if (text.startsWith('.')) return /^\.\d(_?\d)*([eE][-+]?\d(_?\d)*)?$/.test(text) ? float(text.replaceAll('_', '')) : undefined;
	// Dates stay strings.
	if (/^\d{4}-\d/.test(text) && isTimestamp(text)) return undefined;
	const plain = text.replaceAll('_', '');
	const integer = parseInteger(plain);
	if (integer !== undefined) return integer;
	return /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(plain) ? float(plain) : undefined;
}

const MAX_INT64 = 2n ** 63n - 1n;
const MAX_UINT64 = 2n ** 64n - 1n;

function parseInteger(plain: string): Scalar | undefined {
	const match = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]([0-7]+)|(0[0-7]+)|(0|[1-9][0-9]*))$/.exec(plain);
	if (!match) return undefined;
	const [, sign, hex, bits, octal, oldOctal, decimal] = match;
	if (decimal !== undefined && decimal.length <= 15) return { kind: 'number', digits: decimal === '0' ? '0' : `${sign === '-' ? '-' : ''}${decimal}` };
	const digits = hex ? `0x${hex}` : bits ? `0b${bits}` : octal ? `0o${octal}` : oldOctal ? `0o${oldOctal}` : (decimal ?? '');
	const size = BigInt(digits);
	const value = sign === '-' ? -size : size;
	// ParseUint takes no sign; what fits neither is tried as a float.
	const inRange = sign === '' ? value <= MAX_UINT64 : value >= -MAX_INT64 - 1n && value <= MAX_INT64;
	return inRange ? { kind: 'number', digits: value.toString() } : undefined;
}

function float(text: string): Scalar {
	const value = Number(text);
	return Number.isFinite(value) ? { kind: 'number', digits: jsonNumber(value) } : { kind: 'string', text };
}

/** A float64 as encoding/json prints it: exponents below 1e-6 and from 1e21. */
function jsonNumber(value: number): string {
	const size = Math.abs(value);
	if (size === 0) return Object.is(value, -0) ? '-0' : '0';
	if (size < 1e-6 || size >= 1e21)
		return value
			.toExponential()
			.replace(/e([-+])(\d)$/, (_, sign: string, digit: string) => (sign === '-' ? `e-0${digit}` : `e+0${digit}`))
			.replace(/e-0(\d)$/, 'e-$1');
	return value.toString();
}

const CLOCK = String.raw`(?:[01]?\d|2[0-3]):[0-5]?\d:[0-5]?\d(?:[.,]\d+)?`;
const ZONE = String.raw`(?:Z|[-+](?:[01]\d|2[0-4]):(?:[0-5]\d|60))`;
const TIMESTAMP = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[Tt]${CLOCK}${ZONE}| +${CLOCK})?$`);

/** parseTimestamp: `2006-1-2T15:4:5Z` and its like are kept as the text they are, and stand in quotes where they are texts. */
export function isTimestamp(text: string): boolean {
	const match = TIMESTAMP.exec(text);
	if (!match) return false;
	const [month, day] = [Number(match[2]), Number(match[3])];
	return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(Number(match[1]), month, 0)).getUTCDate();
}

/** A timestamp as time.Time.MarshalJSON writes it (RFC3339Nano); undefined where its zone is none of a day. */
export function rfc3339(timestamp: string): string | undefined {
	const [date = '', clock = '0:0:0'] = timestamp.split(/[Tt]| +/);
	const [, time = '', fraction = '', zone = 'Z'] = /^([\d:]+)(?:[.,](\d+))?(.*)$/.exec(clock) ?? [];
	const numbers = [...date.split('-'), ...time.split(':')].map((one) => one.padStart(2, '0'));
	const [year, month, day, hour, minute, second] = numbers;
	const nanos = fraction.slice(0, 9).replace(/0+$/, '');
	if (/^[-+]24/.test(zone)) return undefined;
	return `${year}-${month}-${day}T${hour}:${minute}:${second}${nanos && `.${nanos}`}${/^(?:|Z|[-+]00:00)$/.test(zone) ? 'Z' : zone}`;
}

function binary(text: string): Scalar {
	const bare = text.replace(/\s/g, '');
	if (!/^[A-Za-z0-9+/]*={0,2}$/.test(bare) || bare.length % 4 !== 0) return { kind: 'fault', message: 'yaml: !!binary value contains invalid base64 data' };
	const bytes = Uint8Array.from(atob(bare), (c) => c.charCodeAt(0));
	return { kind: 'string', text: new TextDecoder().decode(bytes) };
}

/** A key of a map as sigs.k8s.io/yaml names it (convertToJSONableObject); undefined where it refuses. */
export function resolveKey(node: ScalarNode): string | undefined {
	if (node.tag === undefined && (node.style !== 'plain' || isText(node.text))) return node.text;
	const scalar = resolve(node);
	switch (scalar.kind) {
		case 'string':
			return scalar.text;
		case 'boolean':
			return String(scalar.value);
		case 'number':
			return isFloat(node, scalar.digits) ? float32Text(Number(scalar.digits)) : integerKey(scalar.digits);
		case 'null':
			return undefined;
		case 'fault':
			return NOT_FINITE.test(node.text) ? node.text.toLowerCase().replace('+', '') : undefined;
	}
}

/** `1.0` and `1e3` are floats, although JSON writes them as it writes integers. */
const isFloat = ({ text, tag }: ScalarNode, digits: string): boolean =>
	tag === '!!float' || !/^-?\d+$/.test(digits) || (/[.eE]/.test(text) && !/^[-+]?0[xX]/.test(text));

/** What fits no int64 is none of the types it knows, or a float. */
function integerKey(digits: string): string | undefined {
	const value = BigInt(digits);
	if (value > MAX_UINT64 || value < -MAX_INT64 - 1n) return float32Text(Number(digits));
	return value > MAX_INT64 ? undefined : digits;
}

/** strconv.FormatFloat(value, 'g', -1, 32): the fewest digits that tell it from other 32-bit floats, with an exponent below 1e-4 and from 1e6. */
function float32Text(value: number): string {
	const nearest = Math.fround(value);
	if (!Number.isFinite(nearest)) return nearest < 0 ? '-.inf' : '.inf';
	let digits = 1;
	while (Math.fround(Number(nearest.toPrecision(digits))) !== nearest) digits++;
	const [mantissa = '0', exponent = '0'] = nearest.toExponential(digits - 1).split('e');
	const power = Number(exponent);
	if (power >= -4 && power < 6) return String(Number(nearest.toPrecision(digits)));
	return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** `<<`, under which stands what is to be spread here; isMerge. */
export function isMergeKey(node: ScalarNode): boolean {
	return node.text === '<<' && (node.tag === undefined ? node.style === 'plain' : node.tag === '!!merge');
}

/** What encoding/json calls the value. */
export function jsonKind(node: Node): string {
	if (node.kind !== 'scalar') return node.kind === 'map' ? 'object' : 'array';
	const scalar = resolve(node);
	return scalar.kind === 'boolean' ? 'bool' : scalar.kind === 'fault' ? 'value' : scalar.kind;
}

export const isNull = (node: Node): boolean => node.kind === 'scalar' && resolve(node).kind === 'null';
