/** How a live workload is, told in codes; the words are in docs/why-workload.ts. */
import type { Workload } from '../dump';
import type { Args } from '../finding';

export type WorkloadCode =
	| 'silent'
	| 'unseen'
	| 'stuck'
	| 'refused'
	| 'paused'
	| 'rolling'
	| 'ordered'
	| 'short'
	| 'all'
	| 'none'
	| 'no-node'
	| 'job/done'
	| 'job/failed'
	| 'job/suspended'
	| 'job/retries'
	| 'job/retries-index'
	| 'job/works'
	| 'cron/suspended'
	| 'cron/runs'
	| 'cron/held'
	| 'cron/waits'
	| 'cron/failed';

/** What comes next, `in` seconds from now. */
export type WorkloadComing = 'stuck' | 'pod' | 'late' | 'deleted' | 'run';

export interface WorkloadFinding {
	readonly code: WorkloadCode;
	readonly args: Args;
	/** What proves it: fields of the workload. */
	readonly fields: readonly string[];
	/** The soonest that is known; nothing where no time is known, or where it is over. */
	readonly coming?: { readonly code: WorkloadComing; readonly in: number };
	readonly verdict: 'healthy' | 'unhealthy' | 'unknown';
}

/** Workloads that keep a number of pods. */
export type Replicated = Exclude<Workload, { readonly kind: 'Job' | 'CronJob' }>;

interface Condition {
	readonly type?: string;
	readonly status?: string;
	readonly reason?: string;
	readonly message?: string;
}

/** A condition that stands so, with its place. */
export function conditionOf<C extends Condition>(
	conditions: readonly C[] | undefined,
	type: string,
	status = 'True',
): (C & { readonly path: string }) | undefined {
	const index = conditions?.findIndex((one) => one.type === type && one.status === status) ?? -1;
	const found = conditions?.[index];
	return found && { ...found, path: `status.conditions[${index}]` };
}

/** What comes at a time (milliseconds of the epoch) that lies ahead; nothing where it does not, or where nobody knows it. */
export const ahead = (code: WorkloadComing, at: number | undefined, now: number): Pick<WorkloadFinding, 'coming'> =>
	at === undefined || at <= now ? {} : { coming: { code, in: (at - now) / 1000 } };
