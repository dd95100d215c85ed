import { claimReasons } from '../reasons/claims';
import { containerReasons } from '../reasons/containers';
import { eventReasons } from '../reasons/events';
import { podReasons } from '../reasons/pods';
import { workloadReasons } from '../reasons/workloads';
import type { Words } from '../words';

/** Reasons of states, conditions and events: what happened, and what to do about it. `OutOf*` is for a resource of any name. */
export const reasonWords: Readonly<Record<string, Words>> = {
	...containerReasons,
	...podReasons,
	...eventReasons,
	...workloadReasons,
	...claimReasons,
};
