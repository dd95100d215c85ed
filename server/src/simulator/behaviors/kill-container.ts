/** preStop, then the turn among sidecars, then SIGTERM, then SIGKILL, all out of one grace. kuberuntime_container.go killContainer */
import type { Cause } from '../causes';
import { type Process, Signal, sleep, waitFor } from '../clock';
import { seconds } from '../event-log';
import type { KnownPod } from '../known-pod';
import { eventObject, type Kubelet } from '../kubelet';
import { LEAST_GRACE, STOP_LATENCY } from '../pace';
import type { RuntimeContainer } from '../runtime';
import { isSidecar, type PodObject, type Sighting } from '../state';
import type { KillReason, ToKill } from './compute-actions';
import { preStop } from './pre-stop';
import { probeOf } from './probe';
import { TerminationOrder } from './termination-order';

/** A container to kill; without a reason of its own it goes with its pod. */
type Victim = Omit<ToKill, 'reason'> & { readonly reason: KillReason | undefined };

/** What holds for all containers of a pod that goes: the seconds that are left to it, and who waits for whom. */
interface WithPod {
	readonly override?: number | undefined;
	readonly order?: TerminationOrder | undefined;
}

export function* killContainer(kubelet: Kubelet, known: KnownPod, pod: PodObject, victim: Victim, { override, order }: WithPod = {}): Process {
	const { id, container, message } = victim;
	const { name } = container;
	const run = known.runtime.containers.find((one) => one.id === id);
	kubelet.say(pod, { type: 'Normal', reason: 'Killing', message: message || `Stopping container ${name}`, object: eventObject(pod, name) });
	if (run === undefined) return;
	const wasRunning = run.state === 'running';
	let grace = override ?? graceOf(pod, victim);
	const cause = wasRunning ? tellKill(kubelet, known, pod, victim, grace) : undefined;
	if (wasRunning) kubelet.cluster.story.lane(kubelet.cluster.storyIndex(pod.uid), name, 'terminating', { amount: grace, run: run.restartCount });
	const hook = yield* preStop(kubelet, pod, container, run, grace, cause);
	grace -= hook.used;
	if (order !== undefined && grace > 0) grace -= Math.floor(yield* waitForTurn(kubelet, pod, name, order, grace, cause));
	if (grace < LEAST_GRACE) grace = LEAST_GRACE;
	yield* sleep(STOP_LATENCY);
	const latest = isRunning(run)
		? kubelet.tell(pod, { code: 'container/sigterm', args: { seconds: grace }, tone: 'term', weight: 4, container: name, because: [hook.told] })
		: hook.told;
	known.causes.set(`kill/${name}`, cause);
	const sent = kubelet.clock.now;
	const { killed } = yield* kubelet.runtime.stopContainer(known.runtime, run, grace);
	if (wasRunning) {
		const args = { exitCode: run.exitCode, seconds: seconds(kubelet.clock.now - sent) };
		const told = killed
			? tellKilled(kubelet, known, pod, victim, grace, latest)
			: kubelet.tell(pod, { code: 'container/stopped', args, tone: 'term', weight: 5, container: name, because: [latest] });
		noteEnd(kubelet, known, pod, run, told);
	}
	order?.terminated(name);
}

function isRunning({ state }: RuntimeContainer): boolean {
	return state === 'running';
}

/** killContainersWithSyncResult: all at once, sidecars after the others. */
export function* killContainers(kubelet: Kubelet, known: KnownPod, pod: PodObject, seen: Sighting, override: number | undefined): Process {
	const running = seen.containers.filter(({ state }) => state === 'running');
	const specs = [...(pod.spec.initContainers ?? []), ...pod.spec.containers, ...(pod.spec.ephemeralContainers ?? [])];
	const order = (pod.spec.initContainers ?? []).some(isSidecar) ? new TerminationOrder(pod, new Set(running.map(({ name }) => name))) : undefined;
	let left = 0;
	const done = new Signal();
	// Of goroutines started in a row, Go runs the last one first.
	for (const { id, name } of [...running.slice(-1), ...running.slice(0, -1)]) {
		const container = specs.find((spec) => spec.name === name);
		if (container === undefined) continue;
		left++;
		kubelet.clock.spawn(
			(function* (): Process {
				yield* killContainer(kubelet, known, pod, { id, container, message: '', reason: undefined, restarts: false }, { override, order });
				left--;
				if (left === 0) done.fire();
			})(),
			kubelet,
		);
	}
	while (left > 0) yield* waitFor(done);
}

/** setTerminationGracePeriod. */
function graceOf(pod: PodObject, { container, reason }: Victim): number {
	if (pod.deletion !== undefined) return pod.deletion.graceSeconds;
	const own = pod.spec.terminationGracePeriodSeconds;
	if (own === undefined) return LEAST_GRACE;
	const probe = reason === 'startup' || reason === 'liveness' ? probeOf(container, reason) : undefined;
	return probe?.terminationGracePeriodSeconds ?? own;
}

/** Seconds waited. */
function* waitForTurn(kubelet: Kubelet, pod: PodObject, container: string, order: TerminationOrder, grace: number, cause: Cause): Process<number> {
	const waited = yield* order.turnOf(container, grace, kubelet);
	if (waited >= 1) kubelet.tell(pod, { code: 'container/waits-its-turn', args: { seconds: waited }, tone: 'term', weight: 3, container, because: [cause] });
	return waited;
}

function tellKill(kubelet: Kubelet, known: KnownPod, pod: PodObject, { container, reason, restarts }: Victim, grace: number): Cause {
	const { name } = container;
	const kind = failedProbe(known, pod, name, reason);
	const probe = kind && probeOf(container, kind);
	if (probe !== undefined && kind !== undefined)
		return kubelet.tell(pod, {
			code: 'probe/killed',
			args: { probe: kind, threshold: probe.failureThreshold ?? 3, period: probe.periodSeconds ?? 10, restarts },
			tone: 'bad',
			weight: 9,
			container: name,
			field: kubelet.field(pod, name, `${kind}Probe.failureThreshold`),
			because: [known.causes.get(`probe/${name}/${kind}`)],
		});
	if (reason === 'changed')
		return kubelet.tell(pod, {
			code: 'container/changed',
			args: { image: container.image ?? '' },
			tone: 'term',
			weight: 7,
			container: name,
			field: kubelet.field(pod, name, 'image'),
			because: [known.causes.get('changed')],
		});
	return kubelet.tell(pod, {
		code: 'container/terminating',
		args: { grace },
		tone: 'term',
		weight: 3,
		container: name,
		field: kubelet.specField('terminationGracePeriodSeconds'),
		because: [reason === 'resize' ? known.causes.get('resize') : (known.causes.get(`kill/${name}`) ?? known.causes.get('ending'))],
	});
}

function tellKilled(kubelet: Kubelet, known: KnownPod, pod: PodObject, { container, reason }: Victim, grace: number, latest: Cause): Cause {
	return kubelet.tell(pod, {
		code: 'container/killed',
		args: { seconds: grace },
		tone: 'bad',
		// The probe or the eviction that had it killed says more.
		weight: reason === 'liveness' || reason === 'startup' || known.evicted ? 8 : 9,
		container: container.name,
		field: kubelet.specField('terminationGracePeriodSeconds'),
		because: [latest],
	});
}

function noteEnd(kubelet: Kubelet, known: KnownPod, pod: PodObject, run: RuntimeContainer, told: Cause): void {
	const { id, name, restartCount, exitCode, reason } = run;
	known.causes.set(`exit/${name}`, told);
	if (pod.deletion !== undefined) kubelet.cluster.causes.set(`stopped/${pod.uid}`, told);
	known.exitsTold.add(id);
	kubelet.cluster.story.lane(kubelet.cluster.storyIndex(pod.uid), name, 'ended', { run: restartCount, amount: exitCode, reason, failed: exitCode !== 0 });
}

/** A container that nothing restarts is killed with its pod, without a word of the probe that failed. */
function failedProbe(known: KnownPod, pod: PodObject, name: string, reason: KillReason | undefined): 'startup' | 'liveness' | undefined {
	if (reason === 'startup' || reason === 'liveness') return reason;
	if (reason !== undefined || pod.deletion !== undefined) return undefined;
	const id = known.runtime.containers.findLast((run) => run.name === name && run.state === 'running')?.id ?? 0;
	return (['startup', 'liveness'] as const).find((kind) => known.results[kind].get(id) === 'failure');
}
