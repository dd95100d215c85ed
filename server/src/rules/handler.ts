import type { FieldPath } from '../schema/field-path';
import type { ExecAction, GRPCAction, HTTPGetAction, SleepAction, TCPSocketAction } from '../schema/generated/types';
import { validatePortNumOrName } from './container-port';
import { isHTTPHeaderName, reportInvalid } from './names';
import { Typed, type Walk } from './walk';

/** What probes and lifecycle hooks share: core validation.commonHandler. */
export interface Handler {
	readonly exec?: ExecAction;
	readonly httpGet?: HTTPGetAction;
	readonly tcpSocket?: TCPSocketAction;
	readonly grpc?: GRPCAction;
	readonly sleep?: SleepAction;
}

const TYPES = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const satisfies readonly (keyof Handler)[];

/** core validation.validateHandler: the first handler is validated, every other one refused. */
export function validateHandler(walk: Walk, handler: Handler, gracePeriod: number | undefined, path: FieldPath): void {
	const [first, ...others] = TYPES.filter((type) => handler[type]);
	if (!first) {
		walk.required(path, 'must specify a handler type', 'handler/required');
		return;
	}
	const at = path.child(first);
	const { exec, httpGet, tcpSocket, grpc, sleep } = handler;
	if (exec) validateExec(walk, exec, at);
	else if (httpGet) validateHTTPGet(walk, httpGet, at);
	else if (tcpSocket) validatePortNumOrName(walk, tcpSocket.port, at.child('port'));
	else if (grpc) validateGRPC(walk, grpc, at);
	else if (sleep) validateSleep(walk, sleep, gracePeriod, at);
	for (const other of others) walk.forbidden(path.child(other), 'may not specify more than 1 handler type', 'handler/one-type');
}

/** core validation.validateExecAction */
function validateExec(walk: Walk, { command = [] }: ExecAction, path: FieldPath): void {
	if (command.length === 0) walk.required(path.child('command'), '', 'handler/command-required');
}

const SCHEMES = ['HTTP', 'HTTPS'];
const PROTOCOLS = ['HTTP1', 'HTTP2'];

/** core validation.validateHTTPGetAction */
function validateHTTPGet(walk: Walk, http: HTTPGetAction, path: FieldPath): void {
	validatePortNumOrName(walk, http.port, path.child('port'));
	walk.oneOf(path.child('scheme'), http.scheme ?? '', SCHEMES, 'handler/scheme');
	for (const { name } of http.httpHeaders ?? []) reportInvalid(walk, path.child('httpHeaders'), name, isHTTPHeaderName(name), 'handler/header-name');
	if (http.protocol !== undefined) validateProtocol(walk, http.protocol, http, path);
}

function validateProtocol(walk: Walk, protocol: string, { scheme, host }: HTTPGetAction, path: FieldPath): void {
	walk.oneOf(path.child('protocol'), protocol, PROTOCOLS, 'handler/protocol');
	if (protocol === 'HTTP2' && scheme !== 'HTTP') {
		walk.invalid(path.child('protocol'), new Typed(protocol), 'is only supported with HTTP (H2C)', 'handler/http2-scheme');
	} else if (protocol === 'HTTP2' && host) {
		walk.invalid(path.child('host'), host, 'must be empty when `protocol` is "HTTP2"', 'handler/http2-host', { do: 'remove', path: path.child('host') });
	}
}

/** core validation.validateGRPCAction */
function validateGRPC(walk: Walk, { port, mode }: GRPCAction, path: FieldPath): void {
	validatePortNumOrName(walk, port, path.child('port'));
	if (mode !== undefined) walk.oneOf(path.child('mode'), mode, ['Plaintext', 'TLS'], 'handler/grpc-mode');
}

/** core validation.validateSleepAction. A grace period that is itself invalid is not passed here. */
function validateSleep(walk: Walk, { seconds }: SleepAction, gracePeriod: number | undefined, path: FieldPath): void {
	if (gracePeriod === undefined) return;
	const zeroIsFine = walk.gate('PodLifecycleSleepActionAllowZero');
	if (seconds <= gracePeriod && (seconds > 0 || (seconds === 0 && zeroIsFine))) return;
	const detail = zeroIsFine
		? `must be non-negative and less than terminationGracePeriodSeconds (${gracePeriod})`
		: `must be greater than 0 and less than terminationGracePeriodSeconds (${gracePeriod}). Enable AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep.`;
	walk.invalid(path, seconds, detail, 'lifecycle/sleep-seconds');
}
