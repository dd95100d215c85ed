import type { Advice } from '../../advice/advice';
import type { Denial } from '../../defaults/admission';
import type { Decoded, Unknown } from '../../manifest/decode';
import type { Violation } from '../../rules/pod-security/check';
import type { PodSecurity } from '../../rules/pod-security/pod-security';
import type { Warning } from '../../rules/warnings/warning';
import type { FieldPath } from '../../schema/field-path';
import { setOwn } from '../../schema/nil';
import type { Problem, Repair } from '../../schema/problem';
import { structOf, type Type } from '../../schema/schema';

/** What is said of an object. */
export interface Said {
	readonly problems: readonly Problem[];
	readonly denials: readonly Denial[];
	readonly warnings: readonly Warning[];
	readonly advice: readonly Advice[];
	readonly violations: PodSecurity;
}

/** Where nothing is said. */
export const NOTHING: Said = { problems: [], denials: [], warnings: [], advice: [], violations: { baseline: [], restricted: [] } };

type Value = Readonly<Record<string, unknown>>;

/** A round of suppositions by its number, or with one text wherever a text may stand. */
type Round = number | string;

/** Enough to go through the values of most enums. */
const ROUNDS = 4;
/** So many texts that are looked for are tried. */
const MOST_TEXTS = 12;

/**
 * What holds of an object whatever stands where nobody knows what stands there. `said` was said with nothing in those places; `judge` says it of the
 * object with something in them. What is not said every time has read an unknown value, and rules that do so have nothing to say. So the rules need
 * not know of it, and no rule can forget it.
 */
export function whatHolds(said: Said, { value, unknown }: Pick<Decoded, 'value' | 'unknown'>, judge: (value: Value) => Said): Said {
	const places = new Set(unknown.map(({ path }) => path?.toString() ?? ''));
	let held: Said = keep(said, (path) => !isWithin(path, places));
	const narrow = (round: Round, concerns: (text: string) => boolean): void => {
		if (isSilent(held)) return;
		const other = judge(supposing(value, unknown, round));
		held = {
			problems: alsoIn(held.problems, other.problems, ({ path, detail }) => `${path} ${detail}`, concerns),
			denials: alsoIn(held.denials, other.denials, ({ message }) => message, concerns),
			warnings: alsoIn(held.warnings, other.warnings, ({ text }) => text, concerns),
			advice: alsoIn(held.advice, other.advice, adviceText, concerns),
			violations: {
				baseline: alsoIn(held.violations.baseline, other.violations.baseline, violationText, concerns),
				restricted: alsoIn(held.violations.restricted, other.violations.restricted, violationText, concerns),
			},
		};
	};
	for (let round = 1; round <= ROUNDS; round++) narrow(round, () => true);
	// What is looked for by name may be what is unknown.
	for (const text of quotedIn(held)) narrow(text, (sentence) => sentence.includes(JSON.stringify(text)));
	return held;
}

const adviceText = ({ path, args }: Advice): string =>
	`${path} ${Object.values(args)
		.map((one) => JSON.stringify(one))
		.join(' ')}`;
const violationText = ({ reason, detail }: Violation): string => `${reason}: ${detail}`;

const isSilent = ({ problems, denials, warnings, advice, violations }: Said): boolean =>
	[problems, denials, warnings, advice, violations.baseline, violations.restricted].every(({ length }) => length === 0);

function keep(said: Said, isKnown: (path: FieldPath | undefined) => boolean): Said {
	const known = <U extends { readonly path?: FieldPath }>(all: readonly U[]): readonly U[] => all.filter(({ path }) => isKnown(path));
	return { ...said, problems: known(said.problems), denials: known(said.denials), warnings: known(said.warnings), advice: known(said.advice) };
}

/** Whether a path leads through one of the places. */
function isWithin(path: FieldPath | undefined, places: ReadonlySet<string>): boolean {
	for (let at = path; at; at = at.parent) if (places.has(at.toString())) return true;
	return path !== undefined && places.has('');
}

/** Those that are among the others, without the repairs that differ; those that do not concern us stay. */
function alsoIn<T extends { readonly code: string; readonly repair?: Repair }>(
	all: readonly T[],
	others: readonly T[],
	sentence: (one: T) => string,
	concerns: (sentence: string) => boolean,
): readonly T[] {
	const key = (one: T): string => `${one.code} ${sentence(one)}`;
	const repairs = new Map(others.map((other) => [key(other), repairText(other.repair)]));
	return all.flatMap((one) => {
		if (!concerns(sentence(one))) return [one];
		const repair = repairs.get(key(one));
		if (repair === undefined) return [];
		return repair === repairText(one.repair) ? [one] : [withoutRepair(one)];
	});
}

const repairText = (repair: Repair | undefined): string => (repair ? JSON.stringify({ ...repair, path: repair.path.toString() }) : '');

function withoutRepair<T extends { readonly repair?: Repair }>({ repair: _repair, ...rest }: T): T {
	return rest as T;
}

function quotedIn({ problems, warnings, advice }: Said): readonly string[] {
	const sentences = [...problems.map(({ detail }) => detail), ...warnings.map(({ text }) => text), ...advice.map(adviceText)];
	const texts = sentences.flatMap((sentence) => [...sentence.matchAll(/"((?:[^"\\]|\\.){1,253})"/g)].map(([, text = '']) => text));
	return [...new Set(texts)].slice(0, MOST_TEXTS);
}

/** The object with something of the right type in each place: every time something else, and no two places alike. What is on no way there is shared. */
function supposing(value: Value, unknown: readonly Unknown[], round: Round): Value {
	const supposer = new Supposer(round);
	const copied = new Set<unknown>();
	const copyOf = (original: unknown): Record<string, unknown> => {
		if (copied.has(original)) return original as Record<string, unknown>;
		const copy = (Array.isArray(original) ? [...original] : { ...(original as object) }) as Record<string, unknown>;
		copied.add(copy);
		return copy;
	};
	const object = copyOf(value);
	for (const { path, type, values } of unknown) {
		const segments = path?.segments() ?? [];
		let parent = object;
		for (const key of segments.slice(0, -1)) {
			const child = copyOf(parent[key]);
			setOwn(parent, String(key), child);
			parent = child;
		}
		const last = segments.at(-1);
		if (last !== undefined) setOwn(parent, String(last), supposer.value(type, values));
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
		this.count++;
		switch (type.kind) {
			case 'string':
				if (typeof this.round === 'string') return this.round;
				return values[(number - 1) % values.length] ?? `unknown-${this.count}-${number}`;
			case 'boolean':
				return number % 2 === 1;
			case 'int32':
			case 'int64':
				return number === 1 ? this.count : 20_000 + 100 * number + this.count;
			case 'intOrString':
				if (typeof this.round === 'string') return this.round;
				return [this.count, '50%', `unknown-${this.count}`, 20_000 + this.count][number - 1];
			case 'quantity':
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
				// A name that is looked for may be that of a field which need not be there.
				return this.struct(type.name, (typeof this.round === 'string' || number % 2 === 0) && depth < DEEPEST, depth);
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
