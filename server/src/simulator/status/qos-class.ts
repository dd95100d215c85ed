import type { PodSpec } from '../../schema/generated/types';
import { compareAmounts, parseQuantity } from '../../schema/quantity';

const COUNTED = ['cpu', 'memory'] as const;

/** component-helpers resource GetPodQOS: by cpu and memory of all containers, or of the pod itself where it says. */
export function qosClass(spec: PodSpec): 'Guaranteed' | 'Burstable' | 'BestEffort' {
	const own = spec.resources?.requests !== undefined || spec.resources?.limits !== undefined ? [spec.resources] : undefined;
	const all = own ?? [...(spec.initContainers ?? []), ...spec.containers].map(({ resources }) => resources);
	let any = false;
	let guaranteed = true;
	for (const resources of all) {
		for (const name of COUNTED) {
			const limit = amount(resources?.limits?.[name]);
			const request = amount(resources?.requests?.[name]) ?? limit;
			if (limit !== undefined || request !== undefined) any = true;
			if (limit === undefined || request === undefined || compareAmounts(limit, request) !== 0) guaranteed = false;
		}
	}
	return !any ? 'BestEffort' : guaranteed ? 'Guaranteed' : 'Burstable';
}

function amount(text: string | undefined) {
	const parsed = text === undefined ? undefined : parseQuantity(text);
	return parsed === undefined || parsed.nano === 0n ? undefined : parsed;
}
