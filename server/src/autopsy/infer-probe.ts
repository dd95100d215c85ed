/** What the probes of a container must have found, run by run. */
import type { ProbeStep } from '../simulator/scenario';
import { type End, failsNow, pendingKill } from './ends';
import { failuresOf, type ProbeKind, probeOf, type SeenContainer } from './facts';

/** A container with what was made of its past so far. */
export interface Seen {
	readonly container: SeenContainer;
	/** The newest first. */
	readonly ends: readonly End[];
	/** How long it may take to stop, seconds. */
	readonly grace: number;
	/** So many of the first runs are not told. */
	readonly leftOut: number;
	/** What ended the runs before is over. */
	readonly recovered: boolean;
	readonly now: number;
	/** When the pod was told to go. */
	readonly deletedAt: number | undefined;
}

/** A run that lasts as long as the one before did may be longer by what times are cut to, and by how a busy process varies. */
export const TOLERANCE = 2.5;
/** After the failure that was the last one, and before the success that follows a period later. */
export const RIGHT_AFTER = 0.5;

/** What a liveness or startup probe finds. */
export function inferProbe(seen: Seen, kind: 'liveness' | 'startup'): readonly ProbeStep[] {
	const { container, ends, recovered, now } = seen;
	const probe = probeOf(container, kind);
	if (probe === undefined) return [];
	const { periodSeconds = 10, failureThreshold = 3, initialDelaySeconds = 0 } = probe;
	const { runningSince, status } = container;
	// Failures that come as early as any can have been there from the start.
	const begins = (first: number): number => (first <= initialDelaySeconds + periodSeconds + 1 ? 0 : Math.max(0, first - periodSeconds / 2));
	const killed = ends.find(({ kill }) => kill?.by === kind)?.kill;
	if (killed !== undefined) {
		// The first of the answers that killed it came `failureThreshold - 1` periods before the last.
		const fails: ProbeStep = { from: begins(killed.after - (failureThreshold - 1) * periodSeconds), ok: false };
		return recovered && runningSince !== undefined ? [fails, ...succeeds(seen, kind)] : [fails];
	}
	const failures = failuresOf(container, kind);
	if (failures === undefined) return kind === 'startup' && status?.started === false && wasAsked(seen, kind) ? [{ from: 0, ok: false }] : [];
	// Who is being killed is not asked any more: its last failures count until it ends.
	const fails = failsNow(container, kind, now) || pendingKill(container)?.by === kind;
	if (runningSince !== undefined && fails && !(kind === 'startup' && status?.started === true))
		return [{ from: begins((failures.first >= runningSince ? failures.first : failures.last) - runningSince), ok: false }];
	const from = runningSince ?? ends[0]?.from;
	if (kind === 'liveness' || from === undefined || failures.last < from) return [];
	return [
		{ from: 0, ok: false },
		{ from: failures.last - from + RIGHT_AFTER, ok: true },
	];
}

/** The run under way, whose probe succeeds: a startup probe that failed first did so until the container counted as started. */
function succeeds({ container, leftOut }: Seen, kind: 'liveness' | 'startup'): readonly ProbeStep[] {
	const { runningSince = 0, restarts } = container;
	const run = restarts - leftOut;
	const last = failuresOf(container, kind)?.last ?? Number.NEGATIVE_INFINITY;
	if (kind === 'liveness' || last < runningSince) return [{ from: 0, ok: true, run }];
	return [
		{ from: 0, ok: false, run },
		{ from: last - runningSince + RIGHT_AFTER, ok: true, run },
	];
}

/** Whether a run has lasted so long that its probe was asked: who is not ready then, or not started, failed it, though no event says so. */
function wasAsked({ container, now }: Seen, kind: ProbeKind): boolean {
	const { initialDelaySeconds = 0, periodSeconds = 10 } = probeOf(container, kind) ?? {};
	const first = initialDelaySeconds > 0 ? initialDelaySeconds + periodSeconds : 0;
	return probeOf(container, kind) !== undefined && container.runningSince !== undefined && now - container.runningSince > first + TOLERANCE;
}

/** What the readiness probe finds: from when on it succeeds, or that it does not. `changedAt`: when the pod's containers came to be ready, or ceased to be. */
export function inferReadiness(seen: Seen, changedAt = 0): readonly ProbeStep[] {
	const { container, ends, now } = seen;
	const { runningSince, status } = container;
	const failures = failuresOf(container, 'readiness');
	const { periodSeconds = 10, initialDelaySeconds = 0 } = probeOf(container, 'readiness') ?? {};
	const from = runningSince ?? ends[0]?.from;
	if (failures === undefined && status?.started === true && !status.ready && wasAsked(seen, 'readiness')) return [{ from: 0, ok: false }];
	if (failures === undefined || from === undefined || failures.last < from - 1) return [];
	const first = failures.first - from;
	const begins = first <= initialDelaySeconds + periodSeconds + 1 ? 0 : first - periodSeconds / 2;
	const fails: ProbeStep = { from: begins, ok: false };
	const until = (seconds: number): readonly ProbeStep[] => [fails, { from: seconds, ok: true }];
	const over = until(failures.last - from + RIGHT_AFTER);
	if (runningSince === undefined) return (ends[0]?.to ?? from) - failures.last <= 1.5 * periodSeconds ? [fails] : over;
	if (status?.ready === true) return over;
	if (changedAt > runningSince + 1) return [{ from: changedAt - runningSince, ok: false }];
	// Events are few after the first two dozen: what failed before and is not ready fails still.
	const usual = usualDelay(seen, periodSeconds, failures.count);
	return usual === undefined || now - runningSince > usual + periodSeconds ? [fails] : until(usual);
}

/** How long after its start the container became ready in earlier runs, by how often the probe failed in them; undefined if it never did. */
function usualDelay({ container: { runningSince = 0, restarts }, ends, now }: Seen, period: number, failed: number): number | undefined {
	if (restarts === 0) return undefined;
	const before = (failed - Math.floor((now - runningSince) / period) - 1) / restarts;
	const delay = before * period;
	return before > 0 && delay < (ends[0]?.lasted ?? 0) - period ? delay : undefined;
}
