/** The scheme of what Peapod itself shows beside a file: the text that was applied before. */
export const FORMER_TEXT = 'peapod-former';

/** Schemes of what a file was before: the left of a diff, a revision, a review. It is explained, but not accused once more. */
const FORMER: ReadonlySet<string> = new Set(['git', 'gitlens', 'review', FORMER_TEXT]);

export const isFormer = (scheme: string): boolean => FORMER.has(scheme);
