import type { Advice } from '../../advice/advice';
import type { Denial } from '../../defaults/admission';
import type { Decoded } from '../../manifest/decode';
import type { Violation } from '../../rules/pod-security/check';
import type { PodSecurity } from '../../rules/pod-security/pod-security';
import type { Warning } from '../../rules/warnings/warning';
import type { FieldPath } from '../../schema/field-path';
import type { Problem, Repair } from '../../schema/problem';
import { ROUNDS, type Round, soundVolumes, supposing } from './suppose';

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
	const narrow = (round: Round, concerns: (text: string) => boolean, suppose = supposing): void => {
		// Where nothing that is said concerns us, all of it stays.
		if (!sentencesOf(held).some(concerns)) return;
		const other = judge(suppose(value, unknown, round));
		held = saidBoth(held, other, concerns);
	};
	for (let round = 1; round <= ROUNDS; round++) narrow(round, () => true);
	narrow(1, (sentence) => sentence.includes('Not found: '), soundVolumes);
	// What is looked for by name may be what is unknown.
	for (const text of namedIn(held)) narrow(text, (sentence) => sentence.includes(text));
	return held;
}

/** What is said of two objects, less what concerns us and is said of the first alone. */
export function saidBoth(said: Said, other: Said, concerns: (sentence: string) => boolean = () => true): Said {
	return {
		problems: alsoIn(said.problems, other.problems, problemText, concerns),
		denials: alsoIn(said.denials, other.denials, ({ message }) => message, concerns),
		warnings: alsoIn(said.warnings, other.warnings, ({ text }) => text, concerns),
		advice: alsoIn(said.advice, other.advice, adviceText, concerns),
		violations: {
			baseline: alsoIn(said.violations.baseline, other.violations.baseline, violationText, concerns),
			restricted: alsoIn(said.violations.restricted, other.violations.restricted, violationText, concerns),
		},
	};
}

const adviceText = ({ path, args }: Advice): string =>
	`${path} ${Object.values(args)
		.map((one) => JSON.stringify(one))
		.join(' ')}`;
const violationText = ({ reason, detail }: Violation): string => `${reason}: ${detail}`;

const problemText = ({ path, detail }: Problem): string => `${path} ${detail}`;

/** All that is said, as it is compared. */
const sentencesOf = ({ problems, denials, warnings, advice, violations }: Said): readonly string[] => [
	...problems.map(problemText),
	...denials.map(({ message }) => message),
	...warnings.map(({ text }) => text),
	...advice.map(adviceText),
	...[...violations.baseline, ...violations.restricted].map(violationText),
];

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

/** Texts in quotes, and numbers. */
function namedIn({ problems, warnings, advice }: Said): readonly string[] {
	const sentences = [...problems.map(({ detail }) => detail), ...warnings.map(({ text }) => text), ...advice.map(adviceText)];
	const texts = sentences.flatMap((sentence) =>
		[...sentence.matchAll(/"((?:[^"\\]|\\.){1,253})"|\b(\d{1,15})\b/g)].map(([, text, digits = '']) => text ?? digits),
	);
	return [...new Set(texts)].slice(0, MOST_TEXTS);
}
