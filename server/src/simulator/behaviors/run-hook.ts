/** lifecycle/handlers.go: a hook runs as the scenario says; `sleep` takes its own seconds. */
import type { LifecycleHandler } from '../../schema/generated/types';
import type { Process } from '../clock';
import { sleep, waitFor } from '../clock';
import type { Kubelet } from '../kubelet';
import type { RuntimeContainer } from '../runtime';
import type { HookKind } from '../script';
import type { PodObject } from '../state';
import { podName } from './crash-back-off';

/** Why a hook failed: in the kubelet's words, and the part of them that not every hook's failure has. */
export interface HookFailure {
	readonly message: string;
	readonly why: string;
}

export function* runHook(
	kubelet: Kubelet,
	container: RuntimeContainer,
	pod: PodObject,
	hook: LifecycleHandler,
	kind: HookKind,
): Process<HookFailure | undefined> {
	if (hook.sleep !== undefined) {
		yield* sleep(hook.sleep.seconds * 1000);
		return undefined;
	}
	const { ok, takes, output } = kubelet.runtime.hookOutcome(container, kind);
	const died = container.state !== 'running' || (takes > 0 && (yield* waitFor(container.exited, takes)));
	if (ok && !died) return undefined;
	const inPod = `for Container "${container.name}" in Pod "${podName(pod)}" failed - error: `;
	if (hook.exec === undefined) {
		const why = died ? 'connection refused' : 'unexpected status';
		return { message: `HTTP lifecycle hook (${hook.httpGet?.path ?? ''}) ${inPod}${why}`, why };
	}
	const command = (hook.exec.command ?? []).join(' ');
	const exit = `command '${command}' exited with ${died ? 137 : 1}`;
	const said = JSON.stringify(died ? '' : output);
	return { message: `Exec lifecycle hook ([${command}]) ${inPod}${exit}: , message: ${said}`, why: said === '""' ? exit : `${exit}: ${said.slice(1, -1)}` };
}
