import type { Bilingual } from '../../protocol/text';
import { aggregateContainers, amountsOf, isPodLevelResource, podRequests } from '../../schema/pod-requests';
import { type Amount, addAmounts, canonical } from '../../schema/quantity';
import { behindKey, containersOf, type Hint, type Subject } from './subject';

/** What the pod asks for and may use in all, where that stands nowhere: init containers, sidecars and overhead counted as the scheduler counts them. */
export function requestHints(subject: Subject): readonly Hint[] {
	const { spec, above } = subject;
	if (containersOf(subject).length < 2 && !spec.overhead) return [];
	const [requests, limits] = [listed(podRequests(spec)), listed(podLimits(subject))];
	if (requests === '' && limits === '') return [];
	const parts = [
		...(requests ? [{ en: `requests ${requests}`, ko: `request ${requests}` }] : []),
		...(limits ? [{ en: `limits ${limits}`, ko: `limit ${limits}` }] : []),
	];
	const told = (some: readonly Bilingual[]): Bilingual => ({
		en: `in all: ${some.map(({ en }) => en).join('; ')}`,
		ko: `모두 합쳐 ${some.map(({ ko }) => ko).join(', ')}`,
	});
	return behindKey(subject, [...above, 'containers'], told(parts), told(parts.slice(0, 1)));
}

/** resourcehelper.PodLimits, of resources that everything that goes on running is limited in: a container without a limit may use what the node has. */
function podLimits({ spec }: Subject): ReadonlyMap<string, Amount> {
	const lasting = [...spec.containers, ...(spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always')];
	const limits = new Map(
		[...aggregateContainers(spec, 'limits')].filter(([name]) => lasting.every(({ resources }) => resources?.limits?.[name] !== undefined)),
	);
	for (const [name, amount] of amountsOf(spec.resources?.limits)) if (isPodLevelResource(name)) limits.set(name, amount);
	for (const [name, amount] of amountsOf(spec.overhead)) {
		const limit = limits.get(name);
		if (limit) limits.set(name, addAmounts(limit, amount));
	}
	return limits;
}

const listed = (amounts: ReadonlyMap<string, Amount>): string =>
	[...amounts]
		.filter(([, { nano }]) => nano > 0n)
		.map(([name, amount]) => `${name} ${canonical(amount)}`)
		.join(', ');
