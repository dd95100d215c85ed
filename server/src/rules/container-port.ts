import type { FieldPath } from '../schema/field-path';
import type { Container, ContainerPort } from '../schema/generated/types';
import { isValidPortName, isValidPortNum, reportInvalid, reportInvalidName } from './names';
import type { Walk } from './walk';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** core validation.validateContainerPorts */
export function validateContainerPorts(walk: Walk, ports: readonly ContainerPort[], path: FieldPath): void {
	const names = new Set<string>();
	ports.forEach((port, i) => {
		const at = path.index(i);
		if (port.name) validateName(walk, port.name, names, at.child('name'));
		if (port.containerPort === 0) walk.required(at.child('containerPort'), '', 'port/container-port-required');
		else validatePortNumber(walk, port.containerPort, at.child('containerPort'));
		if (port.hostPort) validatePortNumber(walk, port.hostPort, at.child('hostPort'));
		if (!port.protocol) walk.required(at.child('protocol'), '', 'port/protocol');
		else walk.oneOf(at.child('protocol'), port.protocol, PROTOCOLS, 'port/protocol');
	});
}

function validateName(walk: Walk, name: string, names: Set<string>, path: FieldPath): void {
	reportInvalidName(walk, path, name, isValidPortName, 'port/name');
	if (isValidPortName(name).length > 0) return;
	if (names.has(name)) walk.duplicate(path, name, 'port/name-unique');
	names.add(name);
}

/** For the calls of validation.IsValidPortNum: a number from 1 to 65535. */
function validatePortNumber(walk: Walk, port: number, path: FieldPath): void {
	for (const complaint of isValidPortNum(port)) walk.invalid(path, port, complaint, 'port/range');
}

/** core validation.ValidatePortNumOrName */
export function validatePortNumOrName(walk: Walk, port: number | string, path: FieldPath): void {
	if (typeof port === 'number') validatePortNumber(walk, port, path);
	else if (/^\d+$/.test(port)) reportInvalid(walk, path, port, isValidPortName(port), 'port/name', { do: 'replace', path, from: port, to: Number(port) });
	else reportInvalidName(walk, path, port, isValidPortName, 'port/name');
}

/** core validation.checkHostPortConflicts and AccumulateUniqueHostPorts */
export function validateHostPortsUnique(walk: Walk, containers: readonly Container[], path: FieldPath): void {
	const taken = new Set<string>();
	containers.forEach((container, ci) => {
		container.ports?.forEach(({ protocol = '', hostIP = '', hostPort }, pi) => {
			if (!hostPort) return;
			const place = `${protocol}/${hostIP}/${hostPort}`;
			if (taken.has(place)) walk.duplicate(path.index(ci).child('ports').index(pi).child('hostPort'), place, 'port/host-port-unique');
			taken.add(place);
		});
	});
}
