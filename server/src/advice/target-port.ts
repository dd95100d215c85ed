import { FieldPath } from '../schema/field-path';
import { matchesSet } from '../schema/label-match';
import { onlyNear } from '../schema/nearest';
import { type Advice, repairedBy } from './advice';
import { below, isBeside, labelsIn, type Neighbours, type Other, type PodMaker } from './neighbours';
import { staysUp } from './subject';

/** A Service that sends to a port by a name that none of its pods has: they get nothing; endpointslice util FindPort. */
export function targetPort(other: Other, { makers }: Neighbours): readonly Advice[] {
	const selector = other.kind === 'Service' && other.apiVersion === 'v1' ? labelsIn(below(other.value, 'spec', 'selector')) : undefined;
	const ports = below(other.value, 'spec', 'ports');
	if (!selector || !Array.isArray(ports)) return [];
	const selected = makers.filter((maker) => isBeside(maker, other) && matchesSet(selector, maker.subject.meta.labels));
	if (selected.length === 0 || makers.some((maker) => maker.open && isBeside(maker, other))) return [];
	return ports.flatMap((port: unknown, index): readonly Advice[] => {
		const name = below(port, 'targetPort');
		const protocol = below(port, 'protocol') ?? 'TCP';
		if (typeof name !== 'string' || !IS_NAME.test(name)) return [];
		const names = new Set(selected.flatMap((maker) => namesOf(maker, protocol)));
		if (names.has(name)) return [];
		const path = FieldPath.of('spec').child('ports').index(index).child('targetPort');
		const [{ kind, name: maker }] = selected as [PodMaker];
		const [only, ...others] = names;
		const near = onlyNear(name, names) ?? (others.length === 0 ? only : undefined);
		return [
			{
				path,
				code: 'advice/target-port',
				severity: 'warning',
				args: { port: name, kind, name: maker },
				...repairedBy(near === undefined ? undefined : { do: 'replace', path, from: name, to: near }),
			},
		];
	});
}

/** validation.IsValidPortName, for short: what is none may be filled in later. */
const IS_NAME = /^(?=.*[a-z])[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$/i;

const namesOf = ({ subject }: PodMaker, protocol: unknown): readonly string[] =>
	subject.containers
		.filter(staysUp)
		.flatMap(({ container }) => (container.ports ?? []).flatMap((port) => (port.name && (port.protocol ?? 'TCP') === protocol ? port.name : [])));
