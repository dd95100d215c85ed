import { ranks } from '../../schema/generated/ranks';

/** What people write in one place: how often each field, which two together, and which after which. */
export interface Habits {
	/** How many such maps were counted. */
	readonly count: number;
	readonly fields: ReadonlyMap<string, number>;
	/** `image+ports`, in alphabetical order; left out where the two have nothing to do with each other. */
	readonly pairs: ReadonlyMap<string, number>;
	/** `name>image`; `>name` opens the map. */
	readonly follows: ReadonlyMap<string, number>;
}

/** Habits by place: `Container`, or `ObjectMeta<template` under that field. */
export type HabitTable = ReadonlyMap<string, Habits>;

/** The most specific place with enough maps to tell decides. */
const ENOUGH = 6;

/** How likely each field is to be the one that is wanted next, as a logarithm: what people write there, with what is there already, after what stands above. */
export function likelihoods(
	table: HabitTable,
	place: { readonly struct: string; readonly under: string },
	above: readonly string[],
	below: readonly string[],
	fields: readonly string[],
): ReadonlyMap<string, number> {
	const special = table.get(`${place.struct}<${place.under}`);
	const general = table.get(place.struct);
	const habits = special && special.count >= ENOUGH ? special : general;
	const there = [...above, ...below];
	return new Map(fields.map((field) => [field, habits ? likelihood(habits, field, there, above.at(-1) ?? '') : 0]));
}

function likelihood(habits: Habits, field: string, there: readonly string[], last: string): number {
	const count = habits.fields.get(field) ?? 0;
	let score = Math.log((count + 0.05) / (habits.count + 1));
	for (const other of there) {
		const others = habits.fields.get(other) ?? 0;
		const together = habits.pairs.get(field < other ? `${field}+${other}` : `${other}+${field}`);
		if (together === undefined) continue;
		// P(other | field) over P(other): as much as a handful of maps can prove.
		const lift = (together + others / habits.count) / (count + 1) / (others / habits.count);
		score += Math.max(-2.5, Math.min(1.5, Math.log(lift)));
	}
	const before = last === '' ? habits.count : (habits.fields.get(last) ?? 0);
	const next = (habits.follows.get(`${last}>${field}`) ?? 0) + (2 * count) / (habits.count + 1);
	return score + 0.7 * Math.log((next + 0.02) / (before + 2) / ((count + 0.05) / (habits.count + 1)));
}

let known: HabitTable | undefined;

/** The table counted by server/tools/count-fields.ts. */
export function habits(): HabitTable {
	known ??= readHabits(ranks);
	return known;
}

export function readHabits(text: string): HabitTable {
	const table = new Map<string, Habits>();
	for (const line of text.split('\n')) {
		const [place = '', count = '', ...counts] = line.split(' ');
		if (!place) continue;
		const fields = new Map<string, number>();
		const pairs = new Map<string, number>();
		const follows = new Map<string, number>();
		for (const one of counts) {
			const [name = '', times = '1'] = one.split('=');
			(name.includes('>') ? follows : name.includes('+') ? pairs : fields).set(name, Number(times));
		}
		table.set(place, { count: Number(count), fields, pairs, follows });
	}
	return table;
}
