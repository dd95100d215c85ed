/** Schemes of what a file was before: the left of a diff, a revision, a review. It is explained, but not accused once more. */
const FORMER: ReadonlySet<string> = new Set(['git', 'gitlens', 'review']);

export const isFormer = (scheme: string): boolean => FORMER.has(scheme);
