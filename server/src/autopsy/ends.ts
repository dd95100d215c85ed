/** Why the runs of a container ended: by themselves, or because the kubelet killed them, and how long that took. */
import { type EndedRun, failuresOf, type ProbeKind, probeOf, type SeenContainer } from './facts';

/** Who ended a run. The messages are those of kuberuntime_manager.go computePodActions and kuberuntime_container.go killContainer. */
export type Killer = 'liveness' | 'startup' | 'postStart' | 'changed' | 'stopped' | 'restartAll';

export interface End extends EndedRun {
	/** Seconds from its start to its end, undefined where one of the two is not told. */
	readonly lasted: number | undefined;
	readonly kill?: {
		readonly by: Killer;
		/** Seconds after the start at which it was told to stop. */
		readonly after: number;
		/** From then to the end. */
		readonly took: number;
	};
}

/** Kills after which the container goes on as before. */
export const IN_TURN: ReadonlySet<Killer> = new Set(['liveness', 'startup', 'postStart']);

const KILLINGS: readonly (readonly [RegExp, Killer])[] = [
	// Until 1.12 in other words.
	[/failed liveness probe|is unhealthy, it will be killed/, 'liveness'],
	[/failed startup probe/, 'startup'],
	[/FailedPostStartHook/, 'postStart'],
	[/definition changed|resize requires restart/, 'changed'],
	[/Stopping container|Need to kill Pod/, 'stopped'],
];

/** The runs of a container that ended, the newest first, each with who ended it. */
export function endsOf(container: SeenContainer, grace: number, hasEvents: boolean): readonly End[] {
	return container.ended.map((run) => {
		const lasted = run.from === undefined || run.to === undefined ? undefined : Math.max(0, run.to - run.from);
		const killed = killOf(container, run, grace) ?? (hasEvents ? undefined : guessedKill(container, run, grace));
		if (killed === undefined) return { ...run, lasted };
		const took = Math.min(killed.took, lasted ?? 0);
		return { ...run, lasted, kill: { by: killed.by, after: (lasted ?? 0) - took, took } };
	});
}

/** The kubelet says that it kills right before it does, and once for all kills that look alike. */
function killOf(container: SeenContainer, { to, reason }: EndedRun, grace: number): { readonly by: Killer; readonly took: number } | undefined {
	if (reason === 'RestartingAllContainers') return { by: 'restartAll', took: 0 };
	if (to === undefined) return undefined;
	const told = container.events.flatMap((event) => {
		const by = event.reason === 'Killing' ? KILLINGS.find(([words]) => words.test(event.message))?.[1] : undefined;
		if (by === undefined || to < event.first - 1 || to > event.last + grace + 3) return [];
		// Of kills that look alike only the first and the last have a time.
		const took = Math.max(0, to - (to >= event.last ? event.last : event.first));
		return [{ by, took: took <= grace + 3 ? took : 0 }];
	});
	const [first, ...others] = told;
	const nearest = first && others.reduce((best, one) => (one.took < best.took ? one : best), first);
	// Where nothing is started again the kubelet only says that it stops.
	const probe = (['liveness', 'startup'] as const).find(
		(kind) => Math.abs((failuresOf(container, kind)?.last ?? Number.NEGATIVE_INFINITY) - (to - (nearest?.took ?? 0))) <= 1,
	);
	return nearest?.by === 'stopped' && probe !== undefined ? { ...nearest, by: probe } : nearest;
}

const SIGKILLED = 137;
const SIGTERMED = 143;

/** Where no events tell, a process that was ended by a signal and has a probe that may do so was ended by it. */
function guessedKill(container: SeenContainer, { exitCode, reason }: EndedRun, grace: number): { readonly by: Killer; readonly took: number } | undefined {
	const by = (['liveness', 'startup'] as const).find((kind) => probeOf(container, kind) !== undefined);
	if (by === undefined || reason === 'OOMKilled' || (exitCode !== SIGKILLED && exitCode !== SIGTERMED)) return undefined;
	return { by, took: exitCode === SIGKILLED ? grace : 0 };
}

/** A kill that is under way: said, and the container runs on. Seconds since the creation of the pod. */
export function pendingKill({ events, runningSince }: SeenContainer): { readonly by: Killer; readonly at: number } | undefined {
	if (runningSince === undefined) return undefined;
	const kills = events.flatMap(({ reason, message, last }) => {
		const by = reason === 'Killing' ? KILLINGS.find(([words]) => words.test(message))?.[1] : undefined;
		return by === undefined || last <= runningSince ? [] : [{ by, at: last }];
	});
	return kills.toSorted((a, b) => b.at - a.at)[0];
}

/** How much later than the dump says a probe may have come: its period, what it waits for an answer, and the seconds that times are cut to. */
function patience(container: SeenContainer, kind: ProbeKind): number {
	const { periodSeconds = 10, timeoutSeconds = 1 } = probeOf(container, kind) ?? {};
	return 1.5 * periodSeconds + timeoutSeconds + 1;
}

/** Whether a probe of the run under way fails now: its newest failure is not older than the next answer would be. */
export function failsNow(container: SeenContainer, kind: ProbeKind, now: number): boolean {
	const failures = failuresOf(container, kind);
	if (failures === undefined || container.runningSince === undefined) return false;
	return failures.last >= container.runningSince && now - failures.last <= patience(container, kind);
}
