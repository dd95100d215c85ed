import { FieldPath } from '../schema/field-path';
import { onlyNear } from '../schema/nearest';
import { type Advice, repairedBy } from './advice';
import { below, isBeside, type Neighbours, type Other } from './neighbours';

/** An autoscaler that scales what is not there, while there is something of that kind beside it; or that reckons in shares of requests that nobody makes. */
export function scaleTarget(other: Other, neighbours: Neighbours): readonly Advice[] {
	if (other.kind !== 'HorizontalPodAutoscaler' || !other.apiVersion.startsWith('autoscaling/')) return [];
	const [kind, name] = [below(other.value, 'spec', 'scaleTargetRef', 'kind'), below(other.value, 'spec', 'scaleTargetRef', 'name')];
	const alike = neighbours.makers.filter((maker) => maker.kind === kind && isBeside(maker, other));
	if (typeof kind !== 'string' || typeof name !== 'string' || alike.length === 0) return [];
	const target = alike.find((maker) => maker.name === name);
	if (target) return target.open ? [] : unasked(other, target.subject.containers);
	if (!neighbours.whole || !/^[a-z0-9.-]+$/.test(name)) return [];
	const path = FieldPath.of('spec').child('scaleTargetRef', 'name');
	const [only, ...others] = alike;
	const to = onlyNear(
		name,
		alike.map((maker) => maker.name),
	);
	const meant = to ?? (others.length === 0 ? only?.name : undefined);
	return [
		{
			path,
			code: 'advice/scale-target',
			severity: 'information',
			args: { kind, name },
			...repairedBy(meant ? { do: 'replace', path, from: name, to: meant } : undefined),
		},
	];
}

/** podautoscaler/metrics GetResourceUtilizationRatio: "missing request for cpu". */
function unasked(other: Other, containers: Neighbours['makers'][number]['subject']['containers']): readonly Advice[] {
	const spec = FieldPath.of('spec');
	const metrics = below(other.value, 'spec', 'metrics');
	const shares = (Array.isArray(metrics) ? metrics : []).flatMap((metric: unknown, index) => {
		const isShare = below(metric, 'type') === 'Resource' && below(metric, 'resource', 'target', 'type') === 'Utilization';
		return isShare ? [{ resource: below(metric, 'resource', 'name'), path: spec.child('metrics').index(index).child('resource', 'target') }] : [];
	});
	if (below(other.value, 'spec', 'targetCPUUtilizationPercentage') !== undefined)
		shares.push({ resource: 'cpu', path: spec.child('targetCPUUtilizationPercentage') });
	return shares.flatMap(({ resource, path }): readonly Advice[] => {
		const lacking = containers.find(({ container, list }) => list === 'containers' && container.resources?.requests?.[String(resource)] === undefined);
		const args = { resource: String(resource), container: lacking?.container.name ?? '' };
		return lacking && (resource === 'cpu' || resource === 'memory') ? [{ path, code: 'advice/scale-share', severity: 'information', args }] : [];
	});
}
