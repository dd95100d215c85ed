/** One worker per probe of a container: ticks from the moment the pod was added, whatever its containers do. prober/worker.go, prober_manager.go */
import type { Container, Probe } from '../../schema/generated/types';
import { type Process, Signal, waitFor } from '../clock';
import type { KnownPod, ProbeWorker, Result } from '../known-pod';
import { eventObject, type Kubelet } from '../kubelet';
import { restartsAfterExit, shouldRestartAll } from '../restart-policy';
import type { ProbeKind } from '../script';
import { type ContainerStatus, isSidecar, isTerminal, type PodObject } from '../state';
import type { ProbeResult } from '../trace';
import { askProbe, unknownPort } from './ask-probe';
import { updatePod } from './update-pod';
import { setReadiness, setStarted } from './write-status';

const KINDS: readonly ProbeKind[] = ['startup', 'readiness', 'liveness'];
const INITIAL: Readonly<Record<ProbeKind, Result>> = { startup: 'unknown', liveness: 'success', readiness: 'failure' };

export function probeOf(container: Container, kind: ProbeKind): Probe | undefined {
	return kind === 'startup' ? container.startupProbe : kind === 'liveness' ? container.livenessProbe : container.readinessProbe;
}

/** AddPod. */
export function addProbes(kubelet: Kubelet, known: KnownPod, pod: PodObject): void {
	const sidecars = (pod.spec.initContainers ?? []).filter(isSidecar);
	for (const container of [...pod.spec.containers, ...sidecars]) {
		for (const kind of KINDS) {
			const probe = probeOf(container, kind);
			if (probe === undefined) continue;
			const key = `${container.name}/${kind}`;
			if (known.probes.has(key)) return;
			const worker: ProbeWorker = {
				kind,
				container,
				probe,
				sidecar: sidecars.includes(container),
				late: pod.deletion !== undefined,
				object: eventObject(pod, container.name),
				id: 0,
				last: undefined,
				streak: 0,
				onHold: false,
				stopped: false,
				triggered: false,
				wake: new Signal(),
			};
			known.probes.set(key, worker);
			kubelet.clock.spawn(probeLoop(kubelet, known, worker), kubelet);
		}
	}
}

/** StopLivenessAndStartup: of the app containers only. */
export function stopLivenessAndStartup(known: KnownPod): void {
	for (const worker of known.probes.values()) if (worker.kind !== 'readiness' && !worker.sidecar) stop(worker);
}

/** RemovePod. */
export function stopProbes(known: KnownPod): void {
	for (const worker of known.probes.values()) stop(worker);
}

function stop(worker: ProbeWorker): void {
	worker.stopped = true;
	worker.wake.fire();
}

/** worker.run: on every tick, and whenever somebody asks (then the ticker starts anew). Ticks that could only find what the last one found are left out. */
function* probeLoop(kubelet: Kubelet, known: KnownPod, worker: ProbeWorker): Process {
	const { clock } = kubelet;
	const period = Math.max(1, worker.probe.periodSeconds ?? 10) * 1000;
	let tick = clock.now + period;
	for (;;) {
		const next = yield* probeOnce(kubelet, known, worker);
		if (next === 'end') break;
		if (next === 'idle' && !worker.stopped && !worker.triggered) {
			yield { signals: [worker.wake, known.statusChanged] };
			// A status takes its time: the tick of this very moment was before it.
			while (tick <= clock.now) tick += period;
		}
		if (next === 'asked' && !worker.stopped && !worker.triggered && (yield* restWhileSteady(kubelet, known, worker, tick, period)))
			while (tick < clock.now) tick += period;
		if (!worker.stopped && !worker.triggered && clock.now < tick) yield* waitFor(worker.wake, tick - clock.now);
		if (worker.stopped) break;
		if (clock.now >= tick) {
			while (tick <= clock.now) tick += period;
		} else if (worker.triggered) {
			worker.triggered = false;
			tick = clock.now + period;
		}
	}
	known.results[worker.kind].delete(worker.id);
	known.probes.delete(`${worker.container.name}/${worker.kind}`);
}

/** A probe that succeeds and goes on to succeed, with nobody to tell it to, is not asked until something may change; the story has its answers all the same. */
function* restWhileSteady(kubelet: Kubelet, known: KnownPod, worker: ProbeWorker, tick: number, period: number): Process<boolean> {
	const threshold = worker.probe.successThreshold ?? 1;
	if (worker.onHold || worker.last !== 'success' || worker.streak < threshold || known.results[worker.kind].get(worker.id) !== 'success') return false;
	// A node that falls silent asks nothing meanwhile.
	if (kubelet.cluster.script.silentFrom !== undefined) return false;
	const running = known.runtime.containers.find((run) => run.id === worker.id);
	const outcome = running === undefined ? undefined : kubelet.runtime.probeOutcome(running, worker.kind);
	if (running === undefined || outcome === undefined || !outcome.ok || outcome.takes > 0) return false;
	const ms = kubelet.runtime.steadyFor(running, worker.kind);
	const signals = [worker.wake, known.statusChanged, running.exited];
	const stop = kubelet.cluster.story.probeRepeats(answerOf(kubelet, known, worker, true, threshold, false), tick, period);
	yield Number.isFinite(ms) ? { signals, ms } : { signals };
	stop();
	return true;
}

/** worker.doProbe. `idle`: nothing to ask before the status changes; `end`: nothing ever again. */
function* probeOnce(kubelet: Kubelet, known: KnownPod, worker: ProbeWorker): Process<'asked' | 'again' | 'idle' | 'end'> {
	const { status } = known;
	if (status === undefined) return 'idle';
	if (isTerminal(status.phase)) return 'end';
	const { name } = worker.container;
	const mine = (known: ContainerStatus): boolean => known.name === name && known.id > 0;
	const found = status.containers.find(mine) ?? status.initContainers.find(mine);
	if (found === undefined) return 'idle';
	if (worker.id !== found.id) {
		known.results[worker.kind].delete(worker.id);
		worker.id = found.id;
		if (worker.sidecar && worker.kind === 'startup' && found.started) setResult(kubelet, known, worker, 'success');
		setResult(kubelet, known, worker, INITIAL[worker.kind]);
		worker.onHold = false;
	}
	if (worker.onHold) return 'idle';
	if (found.state.is !== 'running') {
		setResult(kubelet, known, worker, 'failure');
		if (found.state.is !== 'terminated') return 'idle';
		return restartsAfterExit(worker.container, known.pod.spec, found.state.exitCode) || shouldRestartAll(known.pod.spec, undefined, status) ? 'idle' : 'end';
	}
	if (worker.late && worker.kind !== 'readiness') {
		setResult(kubelet, known, worker, 'success');
		return 'end';
	}
	if (Math.floor((kubelet.clock.now - found.state.startedAt * 1000) / 1000) < (worker.probe.initialDelaySeconds ?? 0)) return 'again';
	if (found.started === (worker.kind === 'startup')) return 'idle';
	yield* examine(kubelet, known, worker);
	return 'asked';
}

function* examine(kubelet: Kubelet, known: KnownPod, worker: ProbeWorker): Process {
	const { probe, kind } = worker;
	const answer = yield* askProbe(kubelet, known, kind, worker);
	if (answer.says !== undefined) kubelet.say(known.pod, { type: 'Warning', reason: 'Unhealthy', message: answer.says, object: worker.object });
	// worker.doProbe: prober error, throw away the result.
	if (answer.result === undefined) return tellUnknownPort(kubelet, known, worker);
	if (worker.last === answer.result) worker.streak++;
	else {
		worker.last = answer.result;
		worker.streak = 1;
	}
	const threshold = (answer.result === 'failure' ? probe.failureThreshold : probe.successThreshold) ?? (answer.result === 'failure' ? 3 : 1);
	const decided = worker.streak >= threshold;
	tellProbe(kubelet, known, worker, answer.result, threshold, answer.output);
	if (!decided) return;
	setResult(kubelet, known, worker, answer.result);
	if (kind === 'startup' || (kind === 'liveness' && answer.result === 'failure')) {
		worker.onHold = true;
		worker.streak = 0;
	}
}

/** resultsManager.Set, and what the syncLoop does with the news. */
function setResult(kubelet: Kubelet, known: KnownPod, worker: ProbeWorker, result: Result): void {
	const results = known.results[worker.kind];
	if (results.get(worker.id) === result) return;
	results.set(worker.id, result);
	if (worker.kind === 'liveness' && result !== 'failure') return;
	if (worker.kind === 'readiness') setReadiness(kubelet, known, worker.id, result === 'success');
	if (worker.kind === 'startup') setStarted(kubelet, known, worker.id, result === 'success');
	updatePod(kubelet, known, { pod: known.pod, kind: 'sync' });
}

/** Told once a pod: it is the same at every question. */
function tellUnknownPort(kubelet: Kubelet, known: KnownPod, { kind, probe, container }: ProbeWorker): void {
	const port = unknownPort(probe, container);
	const topic = `no-port/${container.name}/${kind}` as const;
	if (port === undefined || known.causes.has(topic)) return;
	const field = kubelet.field(known.pod, container.name, `${kind}Probe.${probe.httpGet === undefined ? 'tcpSocket' : 'httpGet'}.port`);
	known.causes.set(
		topic,
		kubelet.tell(known.pod, {
			code: 'probe/no-port',
			args: { probe: kind, port },
			tone: 'bad',
			weight: kind === 'liveness' ? 7 : 8,
			container: container.name,
			field,
		}),
	);
}

function tellProbe(kubelet: Kubelet, known: KnownPod, worker: ProbeWorker, result: Result, threshold: number, output: string): void {
	const { name } = worker.container;
	const { kind, streak } = worker;
	const { story } = kubelet.cluster;
	const ok = result === 'success';
	const before = known.results[kind].get(worker.id);
	const decided = streak >= threshold && before !== result;
	story.probe(answerOf(kubelet, known, worker, ok, threshold, decided));
	if (!decided && (ok || streak > threshold)) return;
	// The status has whole seconds only: a start just told would be a second ago.
	const startedAt = known.runtime.containers.find((run) => run.id === worker.id)?.startedAt ?? kubelet.clock.now;
	const seconds = Math.round((kubelet.clock.now - startedAt) / 1000);
	const field = kubelet.field(known.pod, name, `${kind}Probe`);
	const topic = `probe/${name}/${kind}` as const;
	if (!ok && streak <= threshold) {
		const cause = kubelet.tell(known.pod, {
			code: 'probe/failed',
			args: { probe: kind, streak, threshold, output },
			tone: kind === 'liveness' ? 'bad' : 'warn',
			weight: streak === threshold ? 4 : 3,
			container: name,
			field: threshold > 1 ? `${field}.failureThreshold` : field,
			because: [streak > 1 ? known.causes.get(topic) : undefined],
		});
		known.causes.set(topic, cause);
	}
	if (!decided) return;
	const because = [ok ? undefined : known.causes.get(topic)];
	if (kind === 'startup' && ok) kubelet.tell(known.pod, { code: 'probe/started', args: { seconds }, tone: 'ok', weight: 5, container: name, field });
	if (kind !== 'readiness') return;
	const record = known.record(name);
	const again = record.wasReady === worker.id;
	if (ok) record.wasReady = worker.id;
	const told = ok
		? kubelet.tell(known.pod, { code: 'probe/ready', args: { seconds, again }, tone: 'ok', weight: 5, container: name, field })
		: before === 'success'
			? kubelet.tell(known.pod, {
					code: 'probe/not-ready',
					args: { threshold, period: worker.probe.periodSeconds ?? 10 },
					tone: 'warn',
					weight: 7,
					container: name,
					field: `${field}.failureThreshold`,
					because,
				})
			: undefined;
	known.causes.set('readiness', told);
}

function answerOf({ cluster }: Kubelet, { pod }: KnownPod, worker: ProbeWorker, ok: boolean, threshold: number, decided: boolean): Omit<ProbeResult, 't'> {
	const index = cluster.storyIndex(pod.uid);
	const { kind, container, streak } = worker;
	return {
		...(index === undefined ? {} : { pod: index }),
		container: container.name,
		probe: kind,
		ok,
		streak: Math.min(streak, threshold),
		threshold,
		decided,
	};
}

/** prober_manager.go UpdatePodStatus; asks the readiness probe of everything that is not ready yet. */
export function withProbeResults(kubelet: Kubelet, known: KnownPod, pod: PodObject, statuses: readonly ContainerStatus[], init: boolean): ContainerStatus[] {
	const asked: ProbeWorker[] = [];
	const withResults = statuses.map((status) => {
		const started = isStarted(known, status);
		const spec = init ? pod.spec.initContainers?.find(({ name }) => name === status.name) : undefined;
		if (spec !== undefined && !isSidecar(spec)) return { ...status, started, ready: status.state.is === 'terminated' && status.state.exitCode === 0 };
		if (!started || status.state.is !== 'running') return { ...status, started, ready: false };
		if (known.results.readiness.get(status.id) === 'success') return { ...status, started, ready: true };
		const worker = known.probes.get(`${status.name}/readiness`);
		if (worker === undefined) return { ...status, started, ready: true };
		asked.push(worker);
		return { ...status, started, ready: false };
	});
	// Of goroutines woken in a row, Go runs the last one first: what it finds may be known before the others begin.
	const last = asked.pop();
	if (last !== undefined) kubelet.after(1, () => trigger(last));
	if (asked.length > 0) kubelet.after(2, () => asked.forEach(trigger));
	return withResults;
}

function trigger(worker: ProbeWorker): void {
	worker.triggered = true;
	worker.wake.fire();
}

/** isContainerStarted. */
function isStarted(known: KnownPod, status: ContainerStatus): boolean {
	if (status.state.is !== 'running') return false;
	const result = known.results.startup.get(status.id);
	if (result !== undefined) return result === 'success';
	return status.started || !known.probes.has(`${status.name}/startup`);
}
