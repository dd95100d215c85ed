/** What the panel remembers over hiding and reloading. Read back with suspicion: it may come from an older version. */
import type { Life, Question } from '../../server/src/protocol';
import type { Tongue } from './words';

export const TABS = ['story', 'watch', 'events', 'status'] as const;
export type Tab = (typeof TABS)[number];

export const SPEEDS = [1, 2, 5, 10, 30, 100] as const;

export interface Kept {
	readonly uri: string;
	readonly document: number;
	readonly question: Question;
	readonly scenarioFile?: string;
	readonly tongue?: Tongue;
	readonly t?: number;
	readonly tab: Tab;
	readonly mode: 'folded' | 'linear';
	readonly table: boolean;
	readonly ghost: boolean;
	readonly knobs: boolean;
	/** All presets, not only the usual ones. */
	readonly chips: boolean;
	readonly conditions: boolean;
	readonly speed: number;
	readonly folded: readonly string[];
	readonly unfolded: readonly number[];
	readonly zoom: number;
	readonly pan: number;
	/** The open pod of a workload, once chosen. */
	readonly pod?: number;
	readonly pinned?: Life;
}

export const FRESH: Kept = {
	uri: '',
	document: 0,
	question: {},
	tab: 'story',
	mode: 'folded',
	table: false,
	ghost: true,
	knobs: false,
	chips: false,
	conditions: false,
	speed: 1,
	folded: [],
	unfolded: [],
	zoom: 1,
	pan: 0,
};

export function restore(saved: unknown): Kept {
	if (typeof saved !== 'object' || saved === null) return FRESH;
	const known = Object.entries(saved).filter(([key, value]) => {
		if (key in FRESH) return typeof value === typeof FRESH[key as keyof Kept] && Array.isArray(value) === Array.isArray(FRESH[key as keyof Kept]);
		return key === 'pinned' || key === 'pod' || key === 't' || key === 'tongue' || key === 'scenarioFile';
	});
	const kept = { ...FRESH, ...Object.fromEntries(known) } as Kept;
	return TABS.includes(kept.tab) ? kept : { ...kept, tab: FRESH.tab };
}
