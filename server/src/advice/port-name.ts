import type { FieldPath } from '../schema/field-path';
import type { Container, EphemeralContainer, LifecycleHandler, Probe } from '../schema/generated/types';
import { onlyNear } from '../schema/nearest';
import type { Repair } from '../schema/problem';
import { type Advice, repairedBy } from './advice';
import type { Subject } from './subject';

type AnyContainer = Container | EphemeralContainer;

const ASKED = [
	['startupProbe', 'advice/startup-port'],
	['livenessProbe', 'advice/liveness-port'],
	['readinessProbe', 'advice/readiness-port'],
] as const;
const HOOKS = ['postStart', 'preStop'] as const;
const WAYS = ['httpGet', 'tcpSocket'] as const;

/** A probe or hook asks a port by a name that its own container does not have; pkg/probe findPortByName, lifecycle.resolvePort. */
export function portName({ containers }: Subject): readonly Advice[] {
	const found: Advice[] = [];
	for (const { container, path } of containers) {
		for (const [name, code] of ASKED) {
			const probe = container[name];
			if (probe) found.push(...ofHandler(container, probe, path.child(name), name, code));
		}
		for (const name of HOOKS) {
			const hook = container.lifecycle?.[name];
			if (hook) found.push(...ofHandler(container, hook, path.child('lifecycle', name), name, 'advice/hook-port'));
		}
	}
	return found;
}

function ofHandler(container: AnyContainer, handler: Probe | LifecycleHandler, path: FieldPath, asker: string, code: string): readonly Advice[] {
	const found: Advice[] = [];
	for (const how of WAYS) {
		const port = handler[how]?.port;
		// A number in quotes is one, too.
		if (typeof port !== 'string' || port === '' || /^[+-]?\d+$/.test(port)) continue;
		const ports = container.ports ?? [];
		if (ports.some(({ name }) => name === port)) continue;
		const at = path.child(how, 'port');
		found.push({ path: at, code, severity: 'warning', args: { port, asker, container: container.name }, ...repairedBy(repairOf(port, ports, at)) });
	}
	return found;
}

/** The name that is like it, or the only port there is. */
function repairOf(port: string, ports: NonNullable<AnyContainer['ports']>, path: FieldPath): Repair | undefined {
	const near = onlyNear(
		port,
		ports.flatMap(({ name }) => name ?? []),
	);
	const [only, ...others] = ports;
	const to = near ?? (others.length === 0 ? (only?.name ?? only?.containerPort) : undefined);
	return to === undefined ? undefined : { do: 'replace', path, from: port, to };
}
