/** lifecycle/handlers.go: a hook runs as the scenario says; `sleep` takes its own seconds. */
import type { LifecycleHandler } from '../../schema/generated/types';
import type { Process } from '../clock';
import { sleep, waitFor } from '../clock';
import type { Kubelet } from '../kubelet';
import type { RuntimeContainer } from '../runtime';
import type { HookKind } from '../script';
import type { PodObject } from '../state';
import { podName } from './crash-back-off';

/** What went wrong, or undefined. */
export function* runHook(kubelet: Kubelet, container: RuntimeContainer, pod: PodObject, hook: LifecycleHandler, kind: HookKind): Process<string | undefined> {
	if (hook.sleep !== undefined) {
		yield* sleep(hook.sleep.seconds * 1000);
		return undefined;
	}
	const { ok, takes, output } = kubelet.runtime.hookOutcome(container, kind);
	const died = container.state !== 'running' || (takes > 0 && (yield* waitFor(container.exited, takes)));
	if (ok && !died) return undefined;
	if (hook.exec === undefined)
		return `HTTP lifecycle hook (${hook.httpGet?.path ?? ''}) for Container "${container.name}" in Pod "${podName(pod)}" failed - error: ${died ? 'connection refused' : 'unexpected status'}`;
	const command = (hook.exec.command ?? []).join(' ');
	return `Exec lifecycle hook ([${command}]) for Container "${container.name}" in Pod "${podName(pod)}" failed - error: command '${command}' exited with ${died ? 137 : 1}: , message: ${JSON.stringify(died ? '' : output)}`;
}
