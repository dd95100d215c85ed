import type { Diagnostic } from './diagnostic';
import type { Commented } from './directives';
import { sift } from './ignored';
import { type Ratings, rated } from './severity';
import type { TriedFix } from './trial';

/** What is left to tell once comments and settings had their say. */
export interface Told {
	readonly diagnostics: readonly Diagnostic[];
	/** The same without what is said of the comments. */
	readonly faults: readonly Diagnostic[];
	/** A finding as it is told; undefined where it is not. */
	readonly as: (found: Diagnostic) => Diagnostic | undefined;
	/** What takes away comments that ignore nothing: nothing else can come of that. */
	readonly idleFixes: readonly TriedFix[];
}

/** Of all that is found in some documents, what is told. The editor and the command line tell nothing that did not pass here. */
export function toldOf(documents: readonly Commented[], found: readonly Diagnostic[], ratings: Ratings): Told {
	const { kept, idle } = sift(documents, found);
	const as = new Map([...kept, ...idle].map((one) => [one, rated(one, ratings)]));
	const told = (some: readonly Diagnostic[]): readonly Diagnostic[] => some.flatMap((one) => as.get(one) ?? []);
	const faults = told(kept);
	const comments = told(idle);
	return {
		diagnostics: [...faults, ...comments],
		faults,
		as: (one) => as.get(one),
		idleFixes: comments.flatMap((diagnostic) =>
			diagnostic.fix ? [{ diagnostic, title: diagnostic.fix.title, edits: [diagnostic.fix.edit], isPreferred: false }] : [],
		),
	};
}

/** The fixes of what is told, within a range. */
export function toldFixes({ as, idleFixes }: Told, tried: readonly TriedFix[], range: { readonly start: number; readonly end: number }): readonly TriedFix[] {
	const own = tried.flatMap((fix) => {
		const diagnostic = as(fix.diagnostic);
		return diagnostic ? [{ ...fix, diagnostic }] : [];
	});
	return [...own, ...idleFixes.filter(({ diagnostic: at }) => at.range.start <= range.end && range.start <= at.range.end)];
}
