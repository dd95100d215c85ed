import { FieldPath } from '../schema/field-path';
import type { Advice } from './advice';
import { type Subject, staysUp } from './subject';

/** A node has each port once: pods that want the same one stand on nodes of their own, as long as there are any; scheduler plugin NodePorts. */
export function hostPort({ kind, object, spec, containers }: Subject): readonly Advice[] {
	const replicas = (object['spec'] as { readonly replicas?: number } | undefined)?.replicas ?? 1;
	if (replicas < 2 || !['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet'].includes(kind)) return [];
	const ports = containers.filter(staysUp).flatMap(({ container }) => (container.ports ?? []).flatMap(({ hostPort: port }) => port || []));
	const [port] = ports;
	if (port === undefined) return [];
	const isPinned = (spec.nodeName ?? '') !== '' || spec.nodeSelector?.['kubernetes.io/hostname'] !== undefined;
	return [
		{
			path: FieldPath.of('spec').child('replicas'),
			code: isPinned ? 'advice/host-port-pinned' : 'advice/host-port',
			severity: isPinned ? 'warning' : 'hint',
			args: { replicas, port },
		},
	];
}
