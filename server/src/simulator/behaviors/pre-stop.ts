/** The preStop hook of a container that is to be killed. kuberuntime_container.go executePreStopHook */
import type { Container, LifecycleHandler } from '../../schema/generated/types';
import type { Cause } from '../causes';
import { type Process, Signal, waitFor } from '../clock';
import { seconds } from '../event-log';
import { eventObject, type Kubelet } from '../kubelet';
import { LEAST_GRACE } from '../pace';
import type { RuntimeContainer } from '../runtime';
import type { PodObject } from '../state';
import { runHook } from './run-hook';

/** Whole seconds of the grace that the hook used, and what was told last: `cause` where there is no hook, or no grace for it. */
interface PreStopped {
	readonly used: number;
	readonly told: Cause;
}

/** A hook under way. When the grace is up it goes on, but nobody waits for it any more. */
interface Underway {
	over: boolean;
	cut: boolean;
	failed: Cause;
	readonly done: Signal;
}

export function* preStop(kubelet: Kubelet, pod: PodObject, container: Container, run: RuntimeContainer, grace: number, cause: Cause): Process<PreStopped> {
	const hook = container.lifecycle?.preStop;
	if (hook === undefined || grace <= 0) return { used: 0, told: cause };
	const about = { container: container.name, field: kubelet.field(pod, container.name, 'lifecycle.preStop') };
	const told = kubelet.tell(pod, { code: 'hook/pre-stop', args: { grace }, tone: 'term', weight: 4, ...about, because: [cause] });
	const close = kubelet.cluster.story.beside(kubelet.cluster.storyIndex(pod.uid), container.name, 'preStop', { amount: grace, run: run.restartCount });
	const began = kubelet.clock.now;
	const underway: Underway = { over: false, cut: false, failed: undefined, done: new Signal() };
	const ended = (failed: boolean): void => {
		const args = { seconds: seconds(kubelet.clock.now - began) };
		if (failed && !underway.cut)
			underway.failed = kubelet.tell(pod, { code: 'hook/pre-stop-failed', args, tone: 'warn', weight: 6, ...about, because: [told] });
		underway.over = true;
		close(failed);
		underway.done.fire();
	};
	kubelet.clock.spawn(runPreStop(kubelet, pod, run, hook, ended), kubelet);
	if (!underway.over) yield* waitFor(underway.done, grace * 1000);
	const used = Math.floor((kubelet.clock.now - began) / 1000);
	if (!underway.over) {
		underway.cut = true;
		close(true);
		const args = { seconds: used, left: LEAST_GRACE };
		return { used, told: kubelet.tell(pod, { code: 'hook/pre-stop-cut', args, tone: 'bad', weight: 7, ...about, because: [told] }) };
	}
	if (underway.failed !== undefined) return { used, told: underway.failed };
	if (used === 0) return { used, told };
	const args = { seconds: used, left: Math.max(LEAST_GRACE, grace - used) };
	return { used, told: kubelet.tell(pod, { code: 'hook/pre-stop-done', args, tone: 'term', weight: 3, ...about, because: [told] }) };
}

function* runPreStop(kubelet: Kubelet, pod: PodObject, run: RuntimeContainer, hook: LifecycleHandler, ended: (failed: boolean) => void): Process {
	const trouble = yield* runHook(kubelet, run, pod, hook, 'preStop');
	if (trouble !== undefined)
		kubelet.say(pod, { type: 'Warning', reason: 'FailedPreStopHook', message: 'PreStopHook failed', object: eventObject(pod, run.name) });
	ended(trouble !== undefined);
}
