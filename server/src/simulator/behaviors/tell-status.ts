/** Tells what a new status means: containers that ended, became ready, and the pod's phase. */
import type { Container } from '../../schema/generated/types';
import type { Cause } from '../causes';
import { seconds } from '../event-log';
import type { KnownPod } from '../known-pod';
import type { Kubelet } from '../kubelet';
import { restartsAfterExit } from '../restart-policy';
import type { RuntimeContainer } from '../runtime';
import { type ContainerStatus, condition, isSidecar, isTerminal, type PodObject, type PodStatus } from '../state';
import { policyField } from './crash-back-off';

export function showLanes(kubelet: Kubelet, known: KnownPod, pod: PodObject, before: PodStatus | undefined, after: PodStatus): void {
	for (const [statuses, init] of [
		[after.initContainers, true],
		[after.containers, false],
	] as const)
		for (const status of statuses) showContainer(kubelet, known, pod, status, init);
	tellPod(kubelet, known, pod, before, after);
}

function showContainer(kubelet: Kubelet, known: KnownPod, pod: PodObject, status: ContainerStatus, init: boolean): void {
	const { story } = kubelet.cluster;
	const index = kubelet.cluster.storyIndex(pod.uid);
	const spec = (init ? pod.spec.initContainers : pod.spec.containers)?.find(({ name }) => name === status.name);
	if (spec === undefined) return;
	for (const run of known.runtime.containers) {
		if (run.name !== status.name || run.state !== 'exited' || known.exitsTold.has(run.id) || run.startedAt === 0) continue;
		if (run.id !== status.id && !known.seen.containers.some(({ id, state }) => id === run.id && state === 'exited')) continue;
		known.exitsTold.add(run.id);
		tellExit(kubelet, known, pod, run, init);
	}
	const shown = story.shown(index, status.name);
	if (status.state.is === 'waiting' && shown === undefined) story.lane(index, status.name, 'waiting');
	if (status.state.is !== 'running' || shown === 'terminating') return;
	const run = known.runtime.containers.find(({ id }) => id === status.id);
	if (run?.state !== 'running') return;
	if (init && isSidecar(spec) && status.started) tellSidecar(kubelet, known, pod, status.name);
	const what = init && !isSidecar(spec) ? 'working' : !status.started ? 'starting' : status.ready ? 'ready' : 'notReady';
	story.lane(index, status.name, what, { run: status.restartCount });
}

/** A sidecar that has started lets the next container start; told once. */
function tellSidecar(kubelet: Kubelet, known: KnownPod, pod: PodObject, name: string): void {
	const { told } = known.record(name);
	if (told.has('sidecar/started')) return;
	told.add('sidecar/started');
	const inits = pod.spec.initContainers ?? [];
	const next = inits[inits.findIndex((container) => container.name === name) + 1] ?? pod.spec.containers[0];
	kubelet.tell(pod, {
		code: 'sidecar/started',
		args: { next: next?.name ?? '' },
		tone: 'ok',
		weight: 3,
		container: name,
		field: kubelet.field(pod, name, 'restartPolicy'),
		because: [known.causes.get(`start/${name}`)],
	});
}

function tellExit(kubelet: Kubelet, known: KnownPod, pod: PodObject, run: RuntimeContainer, init: boolean): void {
	const { name } = run;
	const spec = [...(pod.spec.initContainers ?? []), ...pod.spec.containers].find((container) => container.name === name);
	if (spec === undefined) return;
	const isStep = init && !isSidecar(spec);
	const cause = tellHow(kubelet, known, pod, run, spec, isStep);
	known.causes.delete(`kill/${name}`);
	known.causes.set(`exit/${name}`, cause);
	const details = { run: run.restartCount, amount: run.exitCode, reason: run.reason, failed: run.exitCode !== 0 };
	kubelet.cluster.story.lane(kubelet.cluster.storyIndex(pod.uid), name, 'ended', details);
	if (isStep && run.exitCode === 0) {
		const inits = pod.spec.initContainers ?? [];
		const done = 1 + inits.findIndex((container) => container.name === name);
		const last = inits.slice(done).every(isSidecar);
		kubelet.tell(pod, { code: 'init/done', args: { done, total: inits.length, last }, tone: 'ok', weight: 4, container: name, because: [cause] });
		return;
	}
	if (pod.deletion !== undefined || known.terminating || restartsAfterExit(spec, pod.spec, run.exitCode)) return;
	const down = kubelet.tell(pod, {
		code: isStep ? 'init/failed' : 'container/stays-down',
		args: { policy: spec.restartPolicy ?? pod.spec.restartPolicy ?? 'Always', exitCode: run.exitCode },
		tone: run.exitCode === 0 ? 'done' : 'bad',
		weight: isStep ? 8 : 5,
		container: name,
		field: policyField(kubelet, pod, spec),
		because: [cause],
	});
	known.causes.set('ending', down);
	if (!isStep) tellNeverCompletes(kubelet, known, pod, name, cause);
}

/** What is left of the pod runs for ever, so it never ends; a deadline would end it. Told once. */
function tellNeverCompletes(kubelet: Kubelet, known: KnownPod, pod: PodObject, done: string, cause: Cause): void {
	if (known.causes.has('never-completes') || pod.spec.activeDeadlineSeconds !== undefined) return;
	const isApp = (name: string): boolean => pod.spec.containers.some((container) => container.name === name);
	const running = known.runtime.containers.filter(({ state, name }) => state !== 'exited' && isApp(name));
	const [endless] = running.filter(({ run }) => run.exitAfter === undefined);
	if (endless === undefined || !isApp(done)) return;
	const told = kubelet.tell(pod, {
		code: 'pod/never-completes',
		args: { done, job: pod.meta.labels?.['batch.kubernetes.io/job-name'] !== undefined },
		tone: 'bad',
		weight: 8,
		container: endless.name,
		field: kubelet.field(pod, endless.name),
		because: [cause],
	});
	known.causes.set('never-completes', told);
}

/** How a container ended, and what killed it, if something did. `isStep`: an init container that is no sidecar. */
function tellHow(kubelet: Kubelet, known: KnownPod, pod: PodObject, run: RuntimeContainer, spec: Container, isStep: boolean): Cause {
	const { name, exitCode, reason } = run;
	const lasted = seconds(run.finishedAt - run.startedAt);
	const because = [known.causes.get(`kill/${name}`) ?? known.causes.get(`start/${name}`)];
	if (reason !== 'OOMKilled')
		return kubelet.tell(pod, {
			code: 'container/exited',
			args: { exitCode, reason, seconds: lasted },
			tone: exitCode === 0 ? 'done' : 'bad',
			weight: exitCode === 0 ? (isStep ? 3 : 5) : 7,
			container: name,
			because,
		});
	const limit = spec.resources?.limits?.['memory'] ?? pod.spec.resources?.limits?.['memory'];
	return kubelet.tell(pod, {
		...(limit === undefined
			? { code: 'container/node-out-of-memory', args: { exitCode, seconds: lasted } }
			: { code: 'container/oom-killed', args: { exitCode, seconds: lasted, limit } }),
		tone: 'bad',
		weight: 9,
		container: name,
		field: kubelet.field(pod, name, 'resources.limits.memory'),
		because,
	});
}

function tellPod(kubelet: Kubelet, known: KnownPod, pod: PodObject, before: PodStatus | undefined, after: PodStatus): void {
	const { now } = kubelet.clock;
	const age = seconds(now - pod.createdAt);
	const readyBefore = before !== undefined && condition(before, 'Ready')?.status === 'True';
	const ready = condition(after, 'Ready');
	if (after.phase === 'Running' && (before?.phase ?? 'Pending') === 'Pending') kubelet.tell(pod, { code: 'pod/running', tone: 'ok', weight: 3 });
	if (!readyBefore && ready?.status === 'True') {
		const args = { seconds: age, again: known.wasReady };
		known.wasReady = true;
		kubelet.tell(pod, { code: 'pod/ready', args, tone: 'ok', weight: 5, because: [known.causes.get('readiness')] });
	}
	if (ready?.reason === 'ReadinessGatesNotReady' && (before === undefined || condition(before, 'Ready')?.reason !== 'ReadinessGatesNotReady'))
		kubelet.tell(pod, {
			code: 'pod/waits-for-gate',
			args: { gates: (pod.spec.readinessGates ?? []).map(({ conditionType }) => conditionType).join(', ') },
			tone: 'warn',
			weight: 7,
			field: kubelet.specField('readinessGates'),
		});
	if (readyBefore && ready?.status === 'False' && !isTerminal(after.phase) && pod.deletion === undefined) {
		const unready = after.containers.concat(after.initContainers).filter((status) => !status.ready);
		const ran = unready.filter(({ state }) => state.is !== 'waiting');
		const down = ran.length > 0 ? ran : unready;
		kubelet.tell(pod, {
			code: 'pod/not-ready',
			args: { containers: down.map(({ name }) => name).join(', '), late: down.length > 0 && down.every(startsAnew) },
			tone: 'warn',
			weight: 6,
			because: [known.causes.get('readiness'), ...down.map(({ name }) => known.causes.get(`exit/${name}`))].slice(0, 3),
		});
	}
	if (isOver(known, after) && !known.endTold && kubelet.cluster.api.pods.has(pod.uid)) {
		const because = [known.causes.get('ending')];
		const told = kubelet.tell(
			pod,
			after.phase === 'Succeeded'
				? known.evicted
					? { code: 'pod/succeeded-evicted', tone: 'warn', weight: 7, because }
					: { code: 'pod/succeeded', tone: 'done', weight: 6, because }
				: { code: 'pod/failed', args: { reason: after.reason ?? '' }, tone: 'bad', weight: 6, because },
		);
		known.endTold = true;
		kubelet.cluster.causes.set(`ended/${pod.uid}`, told);
	}
}

/**
 * A restarted container that nobody has asked yet. Its startup probe keeps the result of the run before until its own next turn,
 * and until then the container counts as started and ready: prober/worker.go doProbe, prober_manager.go UpdatePodStatus.
 */
const startsAnew = ({ state, started, restartCount }: ContainerStatus): boolean => state.is === 'running' && !started && restartCount > 0;

/** The phase of an evicted pod is known when its containers have ended. */
function isOver({ evicted }: KnownPod, { phase, containers, initContainers }: PodStatus): boolean {
	return isTerminal(phase) && !(evicted && [...containers, ...initContainers].some(({ state }) => state.is === 'running'));
}
