/** preStop, then the turn among sidecars, then SIGTERM, then SIGKILL, all out of one grace. kuberuntime_container.go killContainer */
import type { Container } from '../../schema/generated/types';
import type { Cause } from '../causes';
import { type Process, Signal, sleep, waitFor } from '../clock';
import { seconds } from '../event-log';
import type { KnownPod } from '../known-pod';
import { eventObject, type Kubelet } from '../kubelet';
import { LEAST_GRACE, STOP_LATENCY } from '../pace';
import type { RuntimeContainer } from '../runtime';
import { isSidecar, type PodObject, type Sighting } from '../state';
import type { KillReason } from './compute-actions';
import { probeOf } from './probe';
import { runHook } from './run-hook';

interface Why {
	readonly message: string;
	readonly reason: KillReason | undefined;
	readonly restarts: boolean;
}

export function* killContainer(
	kubelet: Kubelet,
	known: KnownPod,
	pod: PodObject,
	id: number,
	container: Container,
	why: Why,
	override?: number,
	order?: TerminationOrder,
): Process {
	const { name } = container;
	const running = known.runtime.containers.find((run) => run.id === id);
	const object = eventObject(pod, name);
	let grace = graceOf(pod, container, why.reason);
	kubelet.say(pod, { type: 'Normal', reason: 'Killing', message: why.message === '' ? `Stopping container ${name}` : why.message, object });
	if (override !== undefined) grace = override;
	if (running === undefined) return;
	const { story } = kubelet.cluster;
	const index = kubelet.cluster.storyIndex(pod.uid);
	const wasRunning = running.state === 'running';
	const cause = tellKill(kubelet, known, pod, container, why, grace, wasRunning);
	if (wasRunning) story.lane(index, name, 'terminating', { amount: grace, run: running.restartCount });
	const hook = container.lifecycle?.preStop;
	let latest = cause;
	if (hook !== undefined && grace > 0) {
		const { used, told } = yield* preStop(kubelet, pod, container, running, grace, cause);
		grace -= used;
		latest = told;
	}
	if (order !== undefined && grace > 0) {
		const waited = yield* order.turnOf(name, grace, kubelet);
		if (waited >= 1)
			kubelet.tell(pod, { code: 'container/waits-its-turn', args: { seconds: waited }, tone: 'term', weight: 3, container: name, because: [cause] });
		grace -= Math.floor(waited);
	}
	if (grace < LEAST_GRACE) grace = LEAST_GRACE;
	yield* sleep(STOP_LATENCY);
	if (running.state === 'running')
		latest = kubelet.tell(pod, { code: 'container/sigterm', args: { seconds: grace }, tone: 'term', weight: 4, container: name, because: [latest] });
	known.causes.set(`kill/${name}`, cause);
	const sent = kubelet.clock.now;
	const { killed } = yield* kubelet.runtime.stopContainer(known.runtime, running, grace);
	if (wasRunning) {
		const told = killed
			? kubelet.tell(pod, {
					code: 'container/killed',
					args: { seconds: grace },
					tone: 'bad',
					// The probe or the eviction that had it killed says more.
					weight: why.reason === 'liveness' || why.reason === 'startup' || known.evicted ? 8 : 9,
					container: name,
					field: kubelet.specField('terminationGracePeriodSeconds'),
					because: [latest],
				})
			: kubelet.tell(pod, {
					code: 'container/stopped',
					args: { exitCode: running.exitCode, seconds: seconds(kubelet.clock.now - sent) },
					tone: 'term',
					weight: 5,
					container: name,
					because: [latest],
				});
		known.causes.set(`exit/${name}`, told);
		if (pod.deletion !== undefined) kubelet.cluster.causes.set(`stopped/${pod.uid}`, told);
		known.exitsTold.add(id);
		story.lane(index, name, 'ended', { run: running.restartCount, amount: running.exitCode, reason: running.reason, failed: running.exitCode !== 0 });
	}
	order?.terminated(name);
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
				yield* killContainer(kubelet, known, pod, id, container, { message: '', reason: undefined, restarts: false }, override, order);
				left--;
				if (left === 0) done.fire();
			})(),
			kubelet,
		);
	}
	while (left > 0) yield* waitFor(done);
}

/** setTerminationGracePeriod. */
function graceOf(pod: PodObject, container: Container, reason: KillReason | undefined): number {
	if (pod.deletion !== undefined) return pod.deletion.graceSeconds;
	const own = pod.spec.terminationGracePeriodSeconds;
	if (own === undefined) return LEAST_GRACE;
	const probe = reason === 'startup' || reason === 'liveness' ? probeOf(container, reason) : undefined;
	return probe?.terminationGracePeriodSeconds ?? own;
}

/** executePreStopHook: whole seconds used, and what was told last. */
function* preStop(
	kubelet: Kubelet,
	pod: PodObject,
	container: Container,
	running: RuntimeContainer,
	grace: number,
	cause: Cause,
): Process<{ readonly used: number; readonly told: Cause }> {
	const { name } = container;
	const hook = container.lifecycle?.preStop ?? {};
	const field = kubelet.field(pod, name, 'lifecycle.preStop');
	const told = kubelet.tell(pod, { code: 'hook/pre-stop', args: { grace }, tone: 'term', weight: 4, container: name, field, because: [cause] });
	const close = kubelet.cluster.story.beside(kubelet.cluster.storyIndex(pod.uid), name, 'preStop', { amount: grace, run: running.restartCount });
	const began = kubelet.clock.now;
	const done = new Signal();
	let over = false;
	let cut = false;
	let failed: Cause;
	kubelet.clock.spawn(
		(function* (): Process {
			const trouble = yield* runHook(kubelet, running, pod, hook, 'preStop');
			over = true;
			if (trouble !== undefined) {
				kubelet.say(pod, { type: 'Warning', reason: 'FailedPreStopHook', message: 'PreStopHook failed', object: eventObject(pod, name) });
				if (!cut)
					failed = kubelet.tell(pod, {
						code: 'hook/pre-stop-failed',
						args: { seconds: seconds(kubelet.clock.now - began) },
						tone: 'warn',
						weight: 6,
						container: name,
						field,
						because: [told],
					});
			}
			close(trouble !== undefined);
			done.fire();
		})(),
		kubelet,
	);
	if (!over) yield* waitFor(done, grace * 1000);
	const used = Math.floor((kubelet.clock.now - began) / 1000);
	if (!(over as boolean)) {
		cut = true;
		close(true);
		const ended = kubelet.tell(pod, {
			code: 'hook/pre-stop-cut',
			args: { seconds: used, left: LEAST_GRACE },
			tone: 'bad',
			weight: 7,
			container: name,
			field,
			because: [told],
		});
		return { used, told: ended };
	}
	if (failed !== undefined) return { used, told: failed };
	if (used === 0) return { used, told };
	return {
		used,
		told: kubelet.tell(pod, {
			code: 'hook/pre-stop-done',
			args: { seconds: used, left: Math.max(LEAST_GRACE, grace - used) },
			tone: 'term',
			weight: 3,
			container: name,
			field,
			because: [told],
		}),
	};
}

function tellKill(kubelet: Kubelet, known: KnownPod, pod: PodObject, container: Container, why: Why, grace: number, running: boolean): Cause {
	const { name } = container;
	if (!running) return undefined;
	const kind = failedProbe(known, pod, name, why);
	const probe = kind && probeOf(container, kind);
	if (probe !== undefined && kind !== undefined)
		return kubelet.tell(pod, {
			code: 'probe/killed',
			args: { probe: kind, threshold: probe.failureThreshold ?? 3, period: probe.periodSeconds ?? 10, restarts: why.restarts },
			tone: 'bad',
			weight: 9,
			container: name,
			field: kubelet.field(pod, name, `${kind}Probe.failureThreshold`),
			because: [known.causes.get(`probe/${name}/${kind}`)],
		});
	if (why.reason === 'changed')
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
		because: [why.reason === 'resize' ? known.causes.get('resize') : (known.causes.get(`kill/${name}`) ?? known.causes.get('ending'))],
	});
}

/** A container that nothing restarts is killed with its pod, without a word of the probe that failed. */
function failedProbe(known: KnownPod, pod: PodObject, name: string, { reason }: Why): 'startup' | 'liveness' | undefined {
	if (reason === 'startup' || reason === 'liveness') return reason;
	if (reason !== undefined || pod.deletion !== undefined) return undefined;
	const id = known.runtime.containers.findLast((run) => run.name === name && run.state === 'running')?.id ?? 0;
	return (['startup', 'liveness'] as const).find((kind) => known.results[kind].get(id) === 'failure');
}

/** kuberuntime_termination_order.go: sidecars go after the app containers, in reverse. */
class TerminationOrder {
	private readonly gone = new Set<string>();
	private readonly before = new Map<string, string[]>();
	private readonly changed = new Signal();

	constructor(pod: PodObject, running: ReadonlySet<string>) {
		const apps = pod.spec.containers.map(({ name }) => name);
		let previous: string | undefined;
		for (const container of (pod.spec.initContainers ?? []).toReversed()) {
			if (!running.has(container.name)) this.gone.add(container.name);
			if (!isSidecar(container)) continue;
			this.before.set(container.name, previous === undefined ? apps : [...apps, previous]);
			previous = container.name;
		}
		for (const name of apps) if (!running.has(name)) this.gone.add(name);
	}

	/** waitForTurn: seconds waited. */
	*turnOf(name: string, grace: number, kubelet: Kubelet): Process<number> {
		const began = kubelet.clock.now;
		const end = began + grace * 1000;
		const waits = this.before.get(name) ?? [];
		while (waits.some((other) => !this.gone.has(other)) && kubelet.clock.now < end) yield* waitFor(this.changed, end - kubelet.clock.now);
		return (kubelet.clock.now - began) / 1000;
	}

	terminated(name: string): void {
		this.gone.add(name);
		this.changed.fire();
	}
}
