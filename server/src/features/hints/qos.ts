import type { Bilingual } from '../../protocol/text';
import type { ResourceRequirements } from '../../schema/generated/types';
import { computePodQOS } from '../../schema/pod-qos';
import { amountsOf } from '../../schema/pod-requests';
import { compareAmounts } from '../../schema/quantity';
import { nameIn } from './fitted';
import { behindValue, containersOf, type Hint, type Subject } from './subject';

/** The QoS class of the pod, or of the pods that are made, and what keeps it from being a better one. */
export function qosHints(subject: Subject): readonly Hint[] {
	const { judgement, spec, version } = subject;
	const qos = judgement.qos ?? computePodQOS(spec, version);
	const told = (why?: Bilingual): Bilingual => (why ? { en: `QoS ${qos}: ${why.en}`, ko: `QoS ${qos}: ${why.ko}` } : { en: `QoS ${qos}`, ko: `QoS ${qos}` });
	const [why, ...shorter] = reasonsFor(qos, subject);
	return behindValue(subject, ['kind'], told(why), ...shorter.map(told), told());
}

/** qos.ComputePodQOS, told backwards. What the pod itself says may stand for what its containers say; then the class alone is told. */
function reasonsFor(qos: string, subject: Subject): readonly Bilingual[] {
	if (subject.spec.resources) return [];
	if (qos === 'Guaranteed') return [{ en: 'every limit is its request', ko: '모든 limit과 request가 같다' }];
	if (qos === 'BestEffort') return [{ en: 'no cpu or memory asked for', ko: 'cpu와 memory를 요청하지 않는다' }];
	for (const { container } of containersOf(subject)) {
		const less = lacking(container.resources);
		if (less)
			return [container.name, nameIn(LONGEST_NAME, container.name)].flatMap((name) => less.map(({ en, ko }) => ({ en: `${name} ${en}`, ko: `${name} ${ko}` })));
	}
	return [];
}

/** Of a container whose name leaves no room. */
const LONGEST_NAME = 10;

/** What a container lacks for `Guaranteed`. */
function lacking(resources: ResourceRequirements = {}): readonly Bilingual[] | undefined {
	const [requests, limits] = [amountsOf(resources.requests), amountsOf(resources.limits)];
	for (const name of ['cpu', 'memory']) {
		const [request, limit] = [requests.get(name), limits.get(name)];
		if (!limit) return [{ en: `has no ${name} limit`, ko: `${name} limit 없음` }];
		if (request && compareAmounts(request, limit) < 0)
			return [
				{ en: `asks for less ${name} than its limit`, ko: `${name} request가 limit보다 작음` },
				{ en: `${name} request < limit`, ko: `${name} request < limit` },
			];
	}
	return undefined;
}
