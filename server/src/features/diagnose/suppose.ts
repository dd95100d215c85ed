import type { Decoded, Unknown } from '../../manifest/decode';
import type { FieldPath } from '../../schema/field-path';
import { setOwn } from '../../schema/nil';
import { parseQuantity } from '../../schema/quantity';
import { structOf, type Type } from '../../schema/schema';

type Value = Readonly<Record<string, unknown>>;

/** A round of suppositions by its number, or with one text wherever a text may stand. */
export type Round = number | string;

/** Enough to go through the values of most enums. */
export const ROUNDS = 4;

/** The object with something of the right type in each place: every time something else, and no two places alike but those in which the same text stands. */
export function supposing(value: Value, unknown: readonly Unknown[], round: Round): Value {
	const supposer = new Supposer(round);
	const supposed = new Map<string, unknown>();
	return put(value, unknown, ({ type, values, text }) => {
		const key = text === undefined ? undefined : JSON.stringify([type, values, text]);
		const one = (key === undefined ? undefined : supposed.get(key)) ?? supposer.value(type, values);
		if (key !== undefined) supposed.set(key, one);
		return one;
	});
}

/** The same with an empty volume for each that holds something unknown: what has a fault of its own is not found (ValidateVolumes), and whether it has nobody knows. */
export function soundVolumes(value: Value, unknown: readonly Unknown[], round: Round): Value {
	const volumes = new Map<string, FieldPath>();
	const others = unknown.filter(({ path }) => {
		const volume = volumeAbove(path);
		if (volume) volumes.set(volume.toString(), volume);
		return !volume || (path?.segment === 'name' && path.parent === volume);
	});
	const sound = [...volumes.values()].map((path): Unknown => ({ path, type: { kind: 'object' } }));
	return supposing(
		put(value, sound, (_, volume) => ({ name: (volume as { readonly name?: unknown } | undefined)?.name, emptyDir: {} })),
		others,
		round,
	);
}

function volumeAbove(path: FieldPath | undefined): FieldPath | undefined {
	for (let at = path?.parent; at; at = at.parent) if (at.parent?.segment === 'volumes') return at;
	return undefined;
}

/** The object as a person reads it: where a text is to be filled in, the text that stands there. */
export function asWritten({ value, unknown }: Pick<Decoded, 'value' | 'unknown'>): Value {
	const texts = unknown.filter(({ type, text }) => type.kind === 'string' && text !== undefined);
	return texts.length > 0 ? put(value, texts, ({ text }) => text) : value;
}

/** The object with other values in some places. What is on no way there is shared. */
function put(value: Value, places: readonly Unknown[], what: (place: Unknown, former: unknown) => unknown): Value {
	const copied = new Set<unknown>();
	const copyOf = (original: unknown): Record<string, unknown> => {
		if (copied.has(original)) return original as Record<string, unknown>;
		const copy = (Array.isArray(original) ? [...original] : { ...(original as object) }) as Record<string, unknown>;
		copied.add(copy);
		return copy;
	};
	const object = copyOf(value);
	for (const place of places) {
		const segments = place.path?.segments() ?? [];
		let parent = object;
		for (const key of segments.slice(0, -1)) {
			const child = copyOf(parent[key]);
			setOwn(parent, String(key), child);
			parent = child;
		}
		const last = segments.at(-1);
		if (last !== undefined) setOwn(parent, String(last), what(place, parent[last]));
	}
	return object;
}

/** No deeper are fields supposed that need not be there. */
const DEEPEST = 2;

class Supposer {
	private count = 0;

	constructor(private readonly round: Round) {}

	value(type: Type, values: readonly string[] = [], depth = 0): unknown {
		const number = typeof this.round === 'number' ? this.round : 1;
		const text = typeof this.round === 'string' ? this.round : undefined;
		this.count++;
		switch (type.kind) {
			case 'string':
				if (text !== undefined) return text;
				return values[(number - 1) % values.length] ?? `unknown-${this.count}-${number}`;
			case 'boolean':
				return number % 2 === 1;
			case 'int32':
			case 'int64':
				if (text !== undefined && /^\d+$/.test(text)) return Number(text);
				return number === 1 ? this.count : 20_000 + 100 * number + this.count;
			case 'intOrString':
				if (text !== undefined) return /^\d+$/.test(text) ? Number(text) : text;
				return [this.count, '50%', `unknown-${this.count}`, 20_000 + this.count][number - 1];
			case 'quantity':
				if (text !== undefined && parseQuantity(text)) return text;
				return ['1', '7E', '1m', '64Mi'][number - 1];
			case 'time':
				return '2024-01-01T00:00:00Z';
			case 'object':
				return {};
			case 'list':
				return Array.from({ length: number === 3 ? 2 : 1 }, () => this.value(type.of, values, depth));
			case 'map':
				return { [typeof this.round === 'string' ? this.round : `unknown-${this.count}`]: this.value(type.of, values, depth) };
			case 'struct':
				return this.struct(type.name, (text !== undefined || number % 2 === 0) && depth < DEEPEST, depth);
		}
	}

	private struct(name: string, whole: boolean, depth: number): Value {
		const fields = [...(structOf(name)?.values() ?? [])].filter(({ required }) => required || whole);
		return Object.fromEntries(
			fields.map((field) => [
				field.name,
				this.value(
					field.type,
					field.values?.map(({ value }) => value),
					depth + 1,
				),
			]),
		);
	}
}
