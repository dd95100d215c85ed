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

/** A probe or hook asks a port by a name that its own container does not have; pkg/probe findPortByName, lifecycle.resolvePort. */
export function portName({ containers }: Subject): readonly Advice[] {
	return containers
		.filter(asksAnything)
		.flatMap(({ container, path }) => [
			...ASKED.flatMap(([name, code]) => ofHandler(container, container[name], () => path.child(name), name, code)),
			...HOOKS.flatMap((name) => ofHandler(container, container.lifecycle?.[name], () => path.child('lifecycle', name), name, 'advice/hook-port')),
		]);
}

const asksAnything = ({ container: { startupProbe, livenessProbe, readinessProbe, lifecycle } }: Subject['containers'][number]): boolean =>
	(startupProbe ?? livenessProbe ?? readinessProbe ?? lifecycle) !== undefined;

function ofHandler(
	container: AnyContainer,
	handler: Probe | LifecycleHandler | undefined,
	path: () => FieldPath,
	asker: string,
	code: string,
): readonly Advice[] {
	if (!handler) return [];
	return (['httpGet', 'tcpSocket'] as const).flatMap((how) => {
		const port = handler[how]?.port;
		// A number in quotes is one, too.
		if (typeof port !== 'string' || port === '' || /^[+-]?\d+$/.test(port)) return [];
		const ports = container.ports ?? [];
		if (ports.some(({ name }) => name === port)) return [];
		const at = path().child(how, 'port');
		return [{ path: at, code, severity: 'warning' as const, args: { port, asker, container: container.name }, ...repairedBy(repairOf(port, ports, at)) }];
	});
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
