/** One question to a container. prober/prober.go probe */
import type { Container, Probe } from '../../schema/generated/types';
import type { Process } from '../clock';
import { waitFor } from '../clock';
import type { KnownPod, ProbeWorker } from '../known-pod';
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

export function* askProbe(kubelet: Kubelet, known: KnownPod, kind: ProbeKind, { probe, container, id }: ProbeWorker): Process<Answer> {
	const title = TITLE[kind];
	const errored = (error: string): Answer => ({ result: undefined, says: `${title} probe errored and resulted in unknown state: ${error}`, output: error });
	const address = addressOf(probe, container);
	if (address.fault !== undefined) return errored(address.fault);
	const running = known.runtime.containers.find((run) => run.id === id);
	const outcome = running === undefined ? undefined : kubelet.runtime.probeOutcome(running, kind);
	if (running === undefined || outcome === undefined) return probe.exec === undefined ? failed(title, refused(probe, address)) : errored(NOT_RUNNING);
	const timeout = timeoutOf(probe);
	// A client of gRPC tries to connect for as long as it may.
	const takes = outcome.refused && probe.grpc !== undefined ? timeout : outcome.takes;
	if (takes > 0) {
		const died = yield* waitFor(running.exited, Math.min(takes, timeout));
		if (died) return failed(title, probe.exec === undefined ? refused(probe, address) : '');
		if (takes >= timeout) return failed(title, tooSlow(probe, address));
	}
	if (outcome.ok) return { result: 'success', output: outcome.output };
	if (outcome.output !== 'not ok' || probe.exec !== undefined) return failed(title, outcome.output);
	return failed(title, outcome.refused ? refused(probe, address) : unwilling(probe, address));
}

/** ResolveContainerPort: the port that a probe names but its container does not have. Every question of it errors, and the result is thrown away. */
export function unknownPort(probe: Probe, container: Container): string | undefined {
	const port = probe.httpGet?.port ?? probe.tcpSocket?.port;
	if (typeof port !== 'string' || /^[+-]?\d+$/.test(port) || (container.ports ?? []).some(({ name }) => name === port)) return undefined;
	return port;
}

interface Address {
	readonly at: string;
	/** It cannot be told: what strconv.Atoi says, the last to try. */
	readonly fault?: string;
}

const POD_IP = '10.244.0.2';

function addressOf(probe: Probe, container: Container): Address {
	const { httpGet, tcpSocket, grpc } = probe;
	const written = httpGet?.port ?? tcpSocket?.port ?? grpc?.port;
	const unknown = unknownPort(probe, container);
	if (unknown !== undefined) return { at: '', fault: `strconv.Atoi: parsing ${JSON.stringify(unknown)}: invalid syntax` };
	const named = (container.ports ?? []).find(({ name }) => name === written)?.containerPort;
	const host = httpGet?.host || tcpSocket?.host || POD_IP;
	return { at: `${host.includes(':') ? `[${host}]` : host}:${named ?? Number(written)}` };
}

const timeoutOf = ({ timeoutSeconds = 1 }: Probe): number => Math.max(1, timeoutSeconds) * 1000;

function failed(title: string, output: string): Answer {
	return { result: 'failure', says: `${title} probe failed: ${output}`, output };
}

/** What a server says that answers, but not as it should; whom a tcpSocket reaches has answered. */
function unwilling(probe: Probe, address: Address): string {
	if (probe.httpGet !== undefined) return 'HTTP probe failed with statuscode: 503';
	return probe.grpc === undefined ? refused(probe, address) : 'service unhealthy (responded with "NOT_SERVING")';
}

/** Nobody listens. */
function refused(probe: Probe, { at }: Address): string {
	if (probe.grpc !== undefined) return tooSlow(probe, { at });
	const dial = `dial tcp ${at}: connect: connection refused`;
	return probe.httpGet === undefined ? dial : `Get "${urlOf(probe, at)}": ${dial}`;
}

function tooSlow(probe: Probe, { at }: Address): string {
	const seconds = timeoutOf(probe) / 1000;
	if (probe.exec !== undefined) return `command timed out: ${JSON.stringify((probe.exec.command ?? []).join(' '))} timed out after ${seconds}s`;
	if (probe.httpGet !== undefined) return `Get "${urlOf(probe, at)}": context deadline exceeded (Client.Timeout exceeded while awaiting headers)`;
	if (probe.tcpSocket !== undefined) return `dial tcp ${at}: i/o timeout`;
	return `timeout: failed to connect service "${at}" within ${seconds}s: context deadline exceeded`;
}

function urlOf({ httpGet }: Probe, at: string): string {
	return `${(httpGet?.scheme ?? 'HTTP').toLowerCase()}://${at}${httpGet?.path ?? '/'}`;
}
