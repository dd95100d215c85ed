/** One question to a container. prober/prober.go probe */
import type { Probe } from '../../schema/generated/types';
import type { Process } from '../clock';
import { waitFor } from '../clock';
import type { KnownPod } from '../known-pod';
import type { Kubelet } from '../kubelet';
import type { ProbeKind } from '../script';

interface Answer {
	/** undefined: the question could not be asked. */
	readonly result: 'success' | 'failure' | undefined;
	/** The message of the event, if there is one. */
	readonly says?: string;
	readonly output: string;
}

const TITLE: Readonly<Record<ProbeKind, string>> = { startup: 'Startup', liveness: 'Liveness', readiness: 'Readiness' };
const NOT_RUNNING = 'rpc error: code = Unknown desc = failed to exec in container: container is in CONTAINER_EXITED state';

export function* askProbe(kubelet: Kubelet, known: KnownPod, kind: ProbeKind, probe: Probe, id: number): Process<Answer> {
	const title = TITLE[kind];
	const running = known.runtime.containers.find((run) => run.id === id);
	const outcome = running === undefined ? undefined : kubelet.runtime.probeOutcome(running, kind);
	if (running === undefined || outcome === undefined) {
		if (probe.exec !== undefined)
			return { result: undefined, says: `${title} probe errored and resulted in unknown state: ${NOT_RUNNING}`, output: NOT_RUNNING };
		return failed(title, refused(probe));
	}
	const timeout = Math.max(1, probe.timeoutSeconds ?? 1) * 1000;
	if (outcome.takes > 0) {
		const died = yield* waitFor(running.exited, Math.min(outcome.takes, timeout));
		if (died) return failed(title, probe.exec === undefined ? refused(probe) : '');
		if (outcome.takes >= timeout) return failed(title, tooSlow(probe, timeout));
	}
	if (outcome.ok) return { result: 'success', output: outcome.output };
	return failed(title, outcome.output === 'not ok' && probe.exec === undefined ? refused(probe) : outcome.output);
}

function failed(title: string, output: string): Answer {
	return { result: 'failure', says: `${title} probe failed: ${output}`, output };
}

/** What a handler other than exec says of a container that does not answer as it should. */
function refused(probe: Probe): string {
	if (probe.httpGet !== undefined) return 'HTTP probe failed with statuscode: 503';
	if (probe.tcpSocket !== undefined) return `dial tcp 10.244.0.2:${probe.tcpSocket.port}: connect: connection refused`;
	return 'service unhealthy (responded with "NOT_SERVING")';
}

function tooSlow(probe: Probe, timeout: number): string {
	if (probe.exec !== undefined) return `command timed out: ${JSON.stringify((probe.exec.command ?? []).join(' '))} timed out after ${timeout / 1000}s`;
	if (probe.httpGet !== undefined)
		return `Get "http://10.244.0.2:${probe.httpGet.port}${probe.httpGet.path ?? '/'}": context deadline exceeded (Client.Timeout exceeded while awaiting headers)`;
	if (probe.tcpSocket !== undefined) return `dial tcp 10.244.0.2:${probe.tcpSocket.port}: i/o timeout`;
	return `timeout: failed to connect service "10.244.0.2:${probe.grpc?.port ?? 0}" within ${timeout / 1000}s: context deadline exceeded`;
}
