/** What may be asked of a file in the panel; each question is shown in a way of its own. */
export const MODES = ['life', 'why', 'tests', 'lesson', 'apply'] as const;

/** The life of its pods; why a live one is as it is; whether what a scenario expects holds; a lesson of the course; what applying it does. */
export type Mode = (typeof MODES)[number];
