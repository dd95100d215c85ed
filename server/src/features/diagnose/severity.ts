import { problemWords } from '../../docs/problems';
import type { Diagnostic, Severity } from './diagnostic';

/** How much is made of a finding; `off`: nothing. */
export type Rating = Severity | 'off';

/** Ratings by code (`probe/negative`), by family (`probe/*`) and of everything (`*`). */
export type Ratings = ReadonlyMap<string, Rating>;

/** How bad a finding may be, the worst first. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

export const RATINGS: readonly unknown[] = ['off', ...SEVERITIES.toReversed()] satisfies readonly Rating[];

/** The ratings among what somebody set, which may be anything. */
export function ratingsOf(set: unknown): Ratings {
	if (typeof set !== 'object' || set === null) return new Map();
	return new Map(Object.entries(set).filter((one): one is [string, Rating] => RATINGS.includes(one[1])));
}

/** A finding as it is rated, what names it most exactly first; undefined where it is turned off. */
export function rated(diagnostic: Diagnostic, ratings: Ratings): Diagnostic | undefined {
	const rating = ratings.get(diagnostic.code) ?? ratings.get(`${familyOf(diagnostic.code)}/*`) ?? ratings.get('*');
	if (rating === 'off') return undefined;
	return rating === undefined || rating === diagnostic.severity ? diagnostic : { ...diagnostic, severity: rating };
}

/** Whether a finding that is told to none but those who ask for it is asked for, by its own name. */
export const isAsked = (code: string, ratings: Ratings): boolean => (ratings.get(code) ?? 'off') !== 'off';

/** `probe` of `probe/negative`. */
export const familyOf = (code: string): string => code.slice(0, Math.max(0, code.indexOf('/')));

/** Whether `probe/negative` or `probe/*` names a code. */
export const names = (name: string, code: string): boolean => name === code || name === `${familyOf(code)}/*`;

let known: readonly string[] | undefined;

/** Every code that a manifest's finding may have. */
export function allCodes(): readonly string[] {
	known ??= [...Object.keys(problemWords), 'gate/dropped', 'ignore/idle'].sort();
	return known;
}

/** What codes begin with: `probe`. */
export const allFamilies = (): readonly string[] => [...new Set(allCodes().map(familyOf))];

/** Whether a name is written as those of findings are: `probe/negative` or `probe/*`. */
export const isLikeCode = (name: string): boolean => /^[a-z0-9-]+\/(?:[a-z0-9-]+|\*)$/.test(name);

/** Whether somebody means findings by a name, and not a file. */
export const isCodeName = (name: string): boolean => isLikeCode(name) && isOfFamily(name);

/** Whether there is a code of that name, or a family. */
export const isKnown = (name: string): boolean => (name.endsWith('/*') ? isOfFamily(name) : allCodes().includes(name));

const isOfFamily = (name: string): boolean => allFamilies().includes(familyOf(name));
