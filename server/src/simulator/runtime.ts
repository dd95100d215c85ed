/** The container runtime of a node, in the manner of containerd: sandboxes and containers that live as the scenario says. */
import type { Container, ResourceRequirements } from '../schema/generated/types';
import { trimRight } from '../schema/trim';
import { type Clock, type Process, Signal, waitFor } from './clock';
import { milliseconds } from './duration';
import type { Run } from './scenario';
import type { HookKind, Outcome, ProbeKind, Script } from './script';
import { hashOf, type SeenContainer, type Sighting } from './state';

interface Sandbox {
	readonly id: number;
	ready: boolean;
}

export class RuntimeContainer {
	state: 'created' | 'running' | 'exited' = 'created';
	startedAt = 0;
	finishedAt = 0;
	exitCode = 0;
	reason = '';
	message = '';
	run: Run = {};
	runIndex = 0;
	termSent = false;
	resources: ResourceRequirements | undefined;
	readonly exited = new Signal();
	readonly hash: string;

	constructor(
		readonly id: number,
		readonly sandbox: number,
		readonly spec: Container,
		readonly restartCount: number,
	) {
		this.hash = hashOf(spec);
		this.resources = spec.resources;
	}

	get name(): string {
		return this.spec.name;
	}
}

/** What the runtime keeps for one pod. Newest first. */
export interface RuntimePod {
	readonly uid: number;
	sandboxes: Sandbox[];
	containers: RuntimeContainer[];
}

export class Runtime {
	private ids = 0;
	private readonly images = new Set<string>();

	constructor(
		private readonly clock: Clock,
		private readonly script: Script,
		/** Something of the pod changed; the next relist will see it. */
		private readonly changed: (pod: RuntimePod) => void,
	) {}

	hasImage(image: string): boolean {
		return this.images.has(image) || this.script.isPresent(image);
	}

	addImage(image: string): void {
		this.images.add(image);
	}

	createSandbox(pod: RuntimePod): void {
		pod.sandboxes.unshift({ id: ++this.ids, ready: true });
		this.changed(pod);
	}

	stopSandboxes(pod: RuntimePod): void {
		for (const container of pod.containers) if (container.state === 'running') this.exit(pod, container, 137, 'Error');
		for (const sandbox of pod.sandboxes) sandbox.ready = false;
		this.changed(pod);
	}

	createContainer(pod: RuntimePod, spec: Container, restartCount: number): RuntimeContainer {
		const container = new RuntimeContainer(++this.ids, pod.sandboxes[0]?.id ?? 0, spec, restartCount);
		pod.containers.unshift(container);
		this.changed(pod);
		return container;
	}

	/** Returns what went wrong, if anything did. */
	startContainer(pod: RuntimePod, container: RuntimeContainer): string | undefined {
		const { run, index } = this.script.start(pod.uid, container.name);
		container.run = run;
		container.runIndex = index;
		if (run.startError !== undefined && run.startError !== '') {
			container.state = 'exited';
			container.finishedAt = this.clock.now;
			container.exitCode = 128;
			container.reason = 'StartError';
			container.message = run.startError;
			this.changed(pod);
			return run.startError;
		}
		container.state = 'running';
		container.startedAt = this.clock.now;
		const lasts = milliseconds(run.exitAfter);
		const code = run.exitCode ?? 0;
		// What happens at the same millisecond as an exit, a hook that returns or a probe, comes first.
		if (lasts !== undefined) this.clock.after(lasts + 1, () => this.exit(pod, container, code, run.reason || (code === 0 ? 'Completed' : 'Error')));
		this.changed(pod);
		return undefined;
	}

	/** SIGTERM at once, SIGKILL when the time is up. */
	*stopContainer(pod: RuntimePod, container: RuntimeContainer, seconds: number): Process<{ readonly killed: boolean }> {
		if (container.state !== 'running') return { killed: false };
		if (seconds > 0) {
			if (!container.termSent) {
				container.termSent = true;
				const answer = this.script.onTerm(container.name, container.run);
				const code = answer.exitCode ?? 0;
				if (answer.ignore !== true) {
					const die = () => this.exit(pod, container, code, code === 0 ? 'Completed' : 'Error');
					const takes = milliseconds(answer.exitAfter) ?? 0;
					if (takes === 0) die();
					else this.clock.after(takes + 1, die);
				}
			}
			if ((container.state as string) === 'exited' || (yield* waitFor(container.exited, seconds * 1000))) return { killed: false };
		}
		this.exit(pod, container, 137, 'Error');
		return { killed: true };
	}

	removeContainer(pod: RuntimePod, container: RuntimeContainer): void {
		this.exit(pod, container, 137, 'Error');
		pod.containers = pod.containers.filter((known) => known !== container);
		this.changed(pod);
	}

	/** What a probe would find now; undefined: there is nothing to ask. */
	probeOutcome(container: RuntimeContainer, kind: ProbeKind): Outcome | undefined {
		if (container.state !== 'running') return undefined;
		return this.script.probe(container.name, kind, container.runIndex, this.clock.now - container.startedAt);
	}

	/** For how long the answers of a running container stay as they are. */
	steadyFor(container: RuntimeContainer, kind: ProbeKind): number {
		return this.script.steadyFor(container.name, kind, container.runIndex, this.clock.now - container.startedAt);
	}

	hookOutcome(container: RuntimeContainer, kind: HookKind): Outcome {
		return this.script.hook(container.name, kind);
	}

	private exit(pod: RuntimePod, container: RuntimeContainer, code: number, reason: string): void {
		if (container.state !== 'running') return;
		container.state = 'exited';
		container.finishedAt = this.clock.now;
		container.exitCode = code;
		container.reason = reason;
		container.message = lastWords(container);
		container.exited.fire();
		this.changed(pod);
	}
}

const MOST_LOG_LINES = 80;
const MOST_LOG_CHARACTERS = 2048;
const MOST_MESSAGE_CHARACTERS = 4096;

/** getTerminationMessage and readLastStringFromContainerLogs (kuberuntime_container.go). */
function lastWords(container: RuntimeContainer): string {
	const { run, spec } = container;
	if (run.terminationMessage !== undefined && run.terminationMessage !== '') return run.terminationMessage.slice(0, MOST_MESSAGE_CHARACTERS);
	if (spec.terminationMessagePolicy !== 'FallbackToLogsOnError' || container.exitCode === 0 || run.logs === undefined) return '';
	const lines = trimRight(run.logs, /\n/).split('\n').slice(-MOST_LOG_LINES);
	return lines
		.map((line) => `${line}\n`)
		.join('')
		.slice(-MOST_LOG_CHARACTERS);
}

/** What a relist sees. */
export function sightingOf(pod: RuntimePod, ip: boolean): Sighting {
	return { sandboxes: pod.sandboxes.map(({ id, ready }) => ({ id, ready })), containers: pod.containers.map(seenOf), ip };
}

function seenOf(container: RuntimeContainer): SeenContainer {
	const { id, sandbox, name, spec, hash, state, restartCount, startedAt, finishedAt, exitCode, reason, message, resources } = container;
	return { id, sandbox, name, image: spec.image ?? '', hash, state, restartCount, startedAt, finishedAt, exitCode, reason, message, resources };
}
