import type { FieldPath } from '../schema/field-path';
import type { Lifecycle, PodOS } from '../schema/generated/types';
import { validateHandler } from './handler';
import { toChoice, type Walk } from './walk';

/** core validation.validateLifecycle */
export function validateLifecycle(walk: Walk, lifecycle: Lifecycle, gracePeriod: number | undefined, path: FieldPath, os: PodOS | undefined): void {
	const { postStart, preStop, stopSignal } = lifecycle;
	if (postStart) validateHandler(walk, postStart, gracePeriod, path.child('postStart'));
	if (preStop) validateHandler(walk, preStop, gracePeriod, path.child('preStop'));
	if (stopSignal !== undefined) validateStopSignal(walk, stopSignal, path.child('stopSignal'), os);
}

const REAL_TIME = [
	...['SIGRTMAX', ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map((n) => `SIGRTMAX-${n}`)],
	...['SIGRTMIN', ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map((n) => `SIGRTMIN+${n}`)],
];
const SIGNALS =
	'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ';
/** Sorted as Go sorts, by bytes. */
const LINUX_SIGNALS: readonly string[] = [...SIGNALS.split(' ').map((name) => `SIG${name}`), ...REAL_TIME].sort();
const WINDOWS_SIGNALS: readonly string[] = ['SIGKILL', 'SIGTERM'];

/** core validation.validateStopSignal */
function validateStopSignal(walk: Walk, signal: string, path: FieldPath, os: PodOS | undefined): void {
	if (!os) {
		walk.forbidden(path, 'may not be set for containers with empty `spec.os.name`', 'lifecycle/stop-signal-os');
		return;
	}
	const signals = os.name === 'windows' ? WINDOWS_SIGNALS : os.name === 'linux' ? LINUX_SIGNALS : undefined;
	if (signals && !signals.includes(signal))
		walk.notSupported(path, signal, signals, 'lifecycle/stop-signal', toChoice(path, signal, signals) ?? toChoice(path, signal, signals, 'SIG'));
}
