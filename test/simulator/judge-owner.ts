/** Whether a workload ends with the status that was recorded, and with the same kinds of events. */
import type { OwnerState, PodEvent } from '../../server/src/simulator/trace';

export interface RecordedOwner {
	readonly owner?: readonly OwnerState[];
	readonly ownerEvents?: readonly PodEvent[];
}

/** What differs; undefined where nothing does, or nothing was recorded. */
export function judgeOwner(recorded: RecordedOwner, simulated: RecordedOwner): string | undefined {
	if (recorded.owner === undefined) return undefined;
	const [left, right] = [recorded, simulated].map(({ owner }) => JSON.stringify(plain(owner?.at(-1)?.status)));
	if (left !== right) return `${left} recorded, ${right} simulated`;
	const [some, others] = [recorded, simulated].map(({ ownerEvents = [] }) => [...new Set(ownerEvents.map(({ reason }) => reason))].sort().join());
	return some === others ? undefined : `${some} recorded, ${others} simulated`;
}

/** Times, and what is counted by chance. */
const LEFT_OUT = /^(?:last\w*Time|startTime|completionTime|collisionCount)$/;

/** Without times, in one order, and without generated names. */
function plain(value: unknown): unknown {
	if (Array.isArray(value)) return value.map((item) => JSON.stringify(plain(item))).sort();
	if (typeof value === 'string') return value.replace(/-[0-9a-z]{6,10}\b/g, '-HASH');
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).filter(([key]) => !LEFT_OUT.test(key));
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, child]) => [key, plain(child)]));
}
