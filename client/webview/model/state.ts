/** What the panel remembers over hiding and reloading. Read back with suspicion: it may come from an older version. */
import type { Life } from '../../../server/src/protocol/life';
import { MODES, type Mode } from '../../../server/src/protocol/mode';
import type { Question } from '../../../server/src/protocol/panel';
import type { Tongue } from '../text/tongue';

/** In their order. `own` is the one that a mode other than Life has to itself; knobs are a tab too, where there is no column for them. */
export const TABS = ['own', 'story', 'state', 'events', 'watch', 'yaml'] as const;
export type Tab = (typeof TABS)[number];
export type Shelf = Tab | 'knobs';

/** The tab that is in front when a mode is entered. */
export const ownTab = (mode: Mode): Tab => (mode === 'life' ? 'story' : 'own');

export const SPEEDS = [1, 2, 5, 10, 30, 100] as const;

/** Goes up when lives change their form: a pinned life of another form cannot be read. */
const FORM = 2;

export interface Kept {
	readonly form: number;
	readonly uri: string;
	/** What is asked of the file. */
	readonly mode: Mode;
	readonly document: number;
	readonly question: Question;
	/** Nothing was asked of this file yet: a scenario of its name may answer first. */
	readonly fresh: boolean;
	/** Where Save goes. */
	readonly scenarioFile?: string;
	/** The life follows what stands in that file: no knob was turned since. */
	readonly follows: boolean;
	readonly tongue?: Tongue;
	readonly t?: number;
	readonly tab: Tab;
	readonly time: 'folded' | 'linear';
	readonly table: boolean;
	readonly ghost: boolean;
	/** In the mode Why: real beside told. */
	readonly both: boolean;
	/** All knobs are open: beside the lanes, or as the tab in front. */
	readonly knobs: boolean;
	readonly conditions: boolean;
	/** How many hints were asked for in this lesson. */
	readonly hints: number;
	readonly speed: number;
	readonly folded: readonly string[];
	readonly unfolded: readonly number[];
	readonly zoom: number;
	readonly pan: number;
	/** The open pod of a workload, once chosen. */
	readonly pod?: number;
	readonly pinned?: Life;
	/** In the mode Apply: the object that was chosen, `Deployment/web`. */
	readonly object?: string;
}

export const FRESH: Kept = {
	form: FORM,
	uri: '',
	mode: 'life',
	document: 0,
	question: {},
	fresh: true,
	follows: false,
	tab: 'story',
	time: 'folded',
	table: false,
	ghost: true,
	both: false,
	knobs: false,
	conditions: false,
	hints: 0,
	speed: 1,
	folded: [],
	unfolded: [],
	zoom: 1,
	pan: 0,
};

/** What need not be there, and when it can be used. */
const OTHERS: Readonly<Record<string, (value: unknown, sameForm: boolean) => boolean>> = {
	pinned: (value, sameForm) => sameForm && typeof value === 'object' && value !== null,
	pod: (value) => Number.isInteger(value),
	t: (value) => Number.isFinite(value),
	object: (value) => typeof value === 'string',
	tongue: (value) => value === 'en' || value === 'ko',
	scenarioFile: (value) => typeof value === 'string',
};

export function restore(saved: unknown): Kept {
	if (typeof saved !== 'object' || saved === null) return FRESH;
	const same = (saved as Partial<Kept>).form === FORM;
	const known = Object.entries(saved).filter(([key, value]) => {
		if (Object.hasOwn(FRESH, key))
			return (
				typeof value === typeof FRESH[key as keyof Kept] &&
				Array.isArray(value) === Array.isArray(FRESH[key as keyof Kept])
			);
		return Object.hasOwn(OTHERS, key) && OTHERS[key]?.(value, same) === true;
	});
	const kept = { ...FRESH, ...Object.fromEntries(known), form: FORM } as Kept;
	return {
		...kept,
		tab: TABS.includes(kept.tab) ? kept.tab : FRESH.tab,
		mode: MODES.includes(kept.mode) ? kept.mode : FRESH.mode,
	};
}
