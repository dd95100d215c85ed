import { type Dict, Fault, isDict, TypedMap, type Value } from './value';

/** Functions that write a value as YAML or JSON. */
export const WRITERS: ReadonlySet<string> = new Set(
	'toYaml toYamlPretty mustToYaml toJson mustToJson toPrettyJson mustToPrettyJson toRawJson mustToRawJson'.split(' '),
);

/** Functions that walk through all that they are given; what prints a value does, too. */
const WALKERS: ReadonlySet<string> = new Set([
	...'print printf println html js urlquery quote squote cat toString toStrings join deepCopy mustDeepCopy eq ne has mustHas without mustWithout uniq mustUniq sortAlpha'.split(
		' ',
	),
	...'toDecimal toToml mustToToml'.split(' '),
	...WRITERS,
]);

const MOST_HELD = 2_000_000;

/** Why a function is not called: what it is given holds more than anybody would walk through. */
export const endless = (name: string, args: readonly (Value | undefined)[]): Fault | undefined =>
	WALKERS.has(name) && args.some(holdsTooMuch) ? ENDLESS_VALUE : undefined;

export const ENDLESS_VALUE = new Fault(`it holds more than ${MOST_HELD} values`);

/** A map whose entries are there already: of `.Files` each would be made when it is asked for. */
export const isRead = (value: Value | undefined): value is Dict => isDict(value) && !(value instanceof TypedMap && value.elem === '[]uint8');

/** Whether a value holds more than that: what is in a map several times counts as often, and twice as much in each that holds it twice. */
export function holdsTooMuch(value: Value | undefined): boolean {
	let left = MOST_HELD;
	const isOver = (one: Value | undefined): boolean => {
		if (--left < 0) return true;
		if (Array.isArray(one)) return one.length > left || one.some(isOver);
		if (!isRead(one)) return false;
		for (const child of one.values()) if (isOver(child)) return true;
		return false;
	};
	return isOver(value);
}
