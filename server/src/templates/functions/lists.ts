import { kept } from '../../schema/remember';
import { goText } from '../format';
import { BAD_LENGTH, fn, type GoFunction, NIL_POINTER, withPrefix } from '../signature';
import { deepEqual, Fault, int, isList, isTrue, kindOf, nilList, type Slice, sliceOf, typeOf, type Value } from '../value';
import { toInt64 } from './cast';

/** What Sprig panics with where no list is given. */
const refused = (words: string, value: Value): Fault => (value === null ? NIL_POINTER : new Fault(`${words} ${kindOf(value)}`));

/** A function of a list, and of what else it takes behind it. */
const ofList = (takes: string, refusal: string, run: (list: readonly Value[], ...others: readonly never[]) => Value | Fault): GoFunction =>
	fn(takes, (value: Value, ...others: readonly never[]) => (isList(value) ? run(value, ...others) : refused(refusal, value)));

const among = (list: readonly Value[], item: Value): boolean => list.some((other) => deepEqual(item, other));

/** mustUniq; what prints alike is compared, so that a long list takes no long time. */
function unique(list: readonly Value[]): readonly Value[] {
	const alike = new Map<string, Value[]>();
	return list.filter((item) => {
		const known = kept(alike, goText(item), (): Value[] => []);
		return !among(known, item) && known.push(item) > 0;
	});
}

/** mustSlice. */
function slice(list: readonly Value[], indices: readonly Value[]): Value | Fault {
	if (list.length === 0) return null;
	const start = indices.length > 0 ? Number(toInt64(indices[0] ?? null)) : 0;
	const end = indices.length < 2 ? list.length : Number(toInt64(indices[1] ?? null));
	if (start < 0 || end < start || end > list.length) return new Fault('reflect.Value.Slice: slice index out of bounds');
	return sliceOf(typeOf(list).slice(2), list.slice(start, end));
}

/** mustChunk. */
function chunk(size: number, list: readonly Value[]): Value | Fault {
	const count = Math.floor((list.length - 1) / size) + 1;
	if (count < 0 || !Number.isFinite(count)) return BAD_LENGTH;
	const chunks: Value[] = [];
	for (let i = 0; i < count; i++) {
		const length = i === count - 1 ? Math.floor(list.length % size) || size : size;
		if (length < 0) return BAD_LENGTH;
		chunks.push(list.slice(i * size, i * size + length));
	}
	return sliceOf('[]interface {}', chunks);
}

function concat(lists: readonly Value[]): Value | Fault {
	const all: Value[] = [];
	for (const list of lists) {
		if (list === null) return NIL_POINTER;
		if (!isList(list)) return new Fault(`Cannot concat type ${kindOf(list)} as list`);
		for (const item of list) all.push(item);
	}
	return all.length > 0 ? all : nilList();
}

/** What ends a list of numbers that would never. */
const LONGEST = 200_000;

/** untilStep. */
export function range(start: number, stop: number, step: number): Slice | Fault {
	const goesDown = stop < start;
	if (goesDown ? step >= 0 : step <= 0) return sliceOf('int', []);
	const count = Math.ceil((stop - start) / step);
	if (count > LONGEST) return new Fault(`the list would have more than ${LONGEST} items`);
	return sliceOf(
		'int',
		Array.from({ length: count }, (_, i) => int(start + i * step)),
	);
}

const onList = (name: string, run: (list: readonly Value[]) => Value | Fault): GoFunction => ofList('a', `Cannot find ${name} on type`, run);
const append = ofList('aa', 'Cannot push on type', (list, item: Value) => [...list, item]);

const LISTS_OF_ONE: Readonly<Record<string, GoFunction>> = {
	first: onList('first', (list) => list[0] ?? null),
	last: onList('last', (list) => list.at(-1) ?? null),
	rest: onList('rest', (list) => (list.length === 0 ? nilList() : list.slice(1))),
	initial: onList('initial', (list) => (list.length === 0 ? nilList() : list.slice(0, -1))),
	reverse: onList('reverse', (list) => list.toReversed()),
	uniq: onList('uniq', unique),
	compact: ofList('a', 'Cannot compact on type', (list) => list.filter(isTrue)),
	append,
	push: append,
	prepend: ofList('aa', 'Cannot prepend on type', (list, item: Value) => [item, ...list]),
	has: fn('aa', (item: Value, list: Value) => {
		if (isList(list)) return among(list, item);
		return list !== null && refused('Cannot find has on type', list);
	}),
	without: ofList('aa*', 'Cannot find without on type', (list, ...others: readonly Value[]) => list.filter((item) => !among(others, item))),
	slice: ofList('aa*', 'list should be type of slice or array but', (list, ...indices: readonly Value[]) => slice(list, indices)),
	chunk: fn('ia', (size: number, list: Value) => (isList(list) ? chunk(size, list) : refused('Cannot chunk type', list))),
};

/** Sprig's list.go. */
export const LISTS: Readonly<Record<string, GoFunction>> = {
	// That it returns its error instead of panicking, no template can tell.
	...withPrefix('must', LISTS_OF_ONE),
	list: fn('a*', (...all: readonly Value[]) => all),
	tuple: fn('a*', (...all: readonly Value[]) => all),
	concat: fn('a*', (...all: readonly Value[]) => concat(all)),
	until: fn('i', (count: number) => range(0, count, count < 0 ? -1 : 1)),
	untilStep: fn('iii', range),
};
