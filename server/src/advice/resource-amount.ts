import type { FieldPath } from '../schema/field-path';
import type { ResourceRequirements } from '../schema/generated/types';
import type { Repair } from '../schema/problem';
import { parseQuantity } from '../schema/quantity';
import { type Advice, NONE, repairedBy } from './advice';
import type { Subject } from './subject';

const NANO = 10n ** 9n;
/** No node has so many cores; `500M` and `100Mi` are more. */
const MORE_THAN_ANY = 10_000n * NANO;
/** Few nodes have so many, and somebody who writes `500` means thousandths. */
const MANY = 100n * NANO;
/** The runtime itself needs more to start a container. */
const TOO_LITTLE = 1024n ** 2n * NANO;

/** Amounts in a unit that was hardly meant: 500 million cores, 512 bytes. */
export function resourceAmount({ containers, spec, path }: Subject): readonly Advice[] {
	const found: Advice[] = [];
	for (const { container, path: at } of containers) if (container.resources) found.push(...amounts(container.resources, at));
	if (spec.resources) found.push(...amounts(spec.resources, path));
	return found;
}

function amounts(resources: ResourceRequirements, owner: FieldPath): readonly Advice[] {
	if (!resources.limits && !resources.requests) return NONE;
	const path = owner.child('resources');
	return [...cpu(resources, path), ...bytes(resources, path)];
}

const BYTES = [
	['memory', 'advice/memory-bytes'],
	['ephemeral-storage', 'advice/ephemeral-storage-bytes'],
] as const;

/** What is written for a resource; a request that was left out is the limit again. */
function written({ limits, requests }: ResourceRequirements, resource: string): readonly (readonly ['limits' | 'requests', string])[] {
	const limit = limits?.[resource];
	const request = requests?.[resource];
	const found: ['limits' | 'requests', string][] = [];
	if (limit !== undefined) found.push(['limits', limit]);
	if (request !== undefined && request !== limit) found.push(['requests', request]);
	return found;
}

function cpu(resources: ResourceRequirements, path: FieldPath): readonly Advice[] {
	return written(resources, 'cpu').flatMap(([which, text]) => {
		const nano = parseQuantity(text)?.nano ?? 0n;
		if (nano < MANY) return [];
		const at = path.child(which).key('cpu');
		// A pod that requests none requests its limit.
		const isAsked = which === 'requests' || (resources.requests?.['cpu'] ?? text) === text;
		const severity = nano >= MORE_THAN_ANY && isAsked ? 'warning' : 'information';
		const thousandths = /^(\d+)(?:Mi?|Ki|k)?$/.exec(text)?.[1];
		const repair: Repair | undefined = thousandths === undefined ? undefined : { do: 'replace', path: at, from: text, to: `${thousandths}m` };
		return [{ path: at, code: 'advice/cpu-cores', severity, args: { amount: text, cores: grouped(nano / NANO) }, ...repairedBy(repair) }];
	});
}

function bytes(resources: ResourceRequirements, path: FieldPath): readonly Advice[] {
	return BYTES.flatMap(([resource, code]) =>
		written(resources, resource).flatMap(([which, text]) => {
			const nano = parseQuantity(text)?.nano ?? 0n;
			if (nano <= 0n || nano >= TOO_LITTLE) return [];
			const at = path.child(which).key(resource);
			const severity = which === 'limits' && resource === 'memory' ? 'warning' : 'information';
			const count = /^(\d+)m?$/.exec(text)?.[1];
			const repair: Repair | undefined = count === undefined ? undefined : { do: 'replace', path: at, from: text, to: `${count}Mi` };
			return [{ path: at, code, severity, args: { amount: text, bytes: grouped(nano / NANO) }, ...repairedBy(repair) } as const];
		}),
	);
}

const grouped = (count: bigint): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
