import type { Bilingual } from '../../protocol/text';
import { durationText } from '../../schema/duration';
import type { Segment } from '../../schema/field-path';
import type { Place } from '../place';
import { amountText, modeText } from './amounts';
import { probeBudget } from './probe-budget';
import { scheduleText } from './schedule-words';

type Values = Readonly<Record<string, unknown>>;

/** What a value amounts to, in the object it stands in, defaults and all; `written` is its text, undefined for what is no scalar. */
export function meaning(place: Place, written: string | undefined, object: unknown): Bilingual | undefined {
	const { field, struct, type, segments } = place;
	const last = String(segments.at(-1) ?? '');
	const parent = at(object, segments.slice(0, -1));
	if (struct === 'Probe' && PROBE_NUMBERS.has(field.name)) return probeText(String(segments.at(-2) ?? ''), parent, restarts(object, segments.slice(0, -2)));
	if (type.kind === 'struct' && type.name === 'Probe') return probeText(field.name, at(object, segments), restarts(object, segments.slice(0, -1)));
	if (written === undefined) return undefined;
	if (type.kind === 'quantity') return amountText(written, place.isMapKey ? last : field.name === 'divisor' ? '' : field.name);
	if (field.name === 'defaultMode' || (field.name === 'mode' && type.kind === 'int32')) return modeText(Number(at(object, segments)), written);
	if (/Seconds$/.test(field.name)) return secondsText(written);
	if (struct === 'CronJobSpec' && field.name === 'schedule') return scheduleText(written);
	if (struct === 'RollingUpdateDeployment' || struct === 'RollingUpdateStatefulSetStrategy')
		return shareText(struct, field.name, written, at(object, ['spec', 'replicas']));
	return undefined;
}

const PROBE_NUMBERS = new Set(['failureThreshold', 'periodSeconds', 'initialDelaySeconds']);

const isMap = (value: unknown): value is Values => typeof value === 'object' && value !== null;

function at(object: unknown, path: readonly Segment[]): unknown {
	let value = object;
	for (const segment of path) value = isMap(value) ? value[segment] : undefined;
	return value;
}

/** Whether a container comes back when a probe has ended it; `path` leads to the container. */
function restarts(object: unknown, path: readonly Segment[]): boolean {
	const own = at(object, [...path, 'restartPolicy']);
	return (own ?? at(object, [...path.slice(0, -2), 'restartPolicy'])) !== 'Never';
}

/** What is a minute or more, in the units of people. */
function secondsText(written: string): Bilingual | undefined {
	const [en, ko] = [durationText(Number(written), 'en'), durationText(Number(written), 'ko')];
	return Number(written) >= 60 && !en.startsWith(written) ? { en: `\`${written}\` = ${en}`, ko: `\`${written}\` = ${ko}` } : undefined;
}

/** How long it takes until the probe has consequences. */
function probeText(probe: string, values: unknown, comesBack: boolean): Bilingual | undefined {
	if (!isMap(values)) return undefined;
	const { product, delay, failing: time, starting: budget } = probeBudget(values);
	switch (probe) {
		case 'startupProbe':
			return {
				en: `Here: the app has at most ${delay}${product} s = **${budget.en}** to start, up to one period less.`,
				ko: `여기서는 앱이 시작하는 데 길어야 ${delay}${product}초 = **${budget.ko}**까지 쓸 수 있다(한 주기까지 짧아질 수 있다).`,
			};
		case 'livenessProbe':
			return comesBack
				? {
						en: `Here: \`failureThreshold\` × \`periodSeconds\` = ${product} s: a fault leads to SIGTERM after up to **${time.en}**; the grace period comes on top.`,
						ko: `여기서는 \`failureThreshold\` × \`periodSeconds\` = ${product}초: 멈춘 뒤 길게는 **${time.ko}** 만에 SIGTERM을 보낸다(다 멈출 때까지는 유예 기간이 더 걸릴 수 있다).`,
					}
				: {
						en: `Here: \`failureThreshold\` × \`periodSeconds\` = ${product} s: a fault ends the container after up to **${time.en}**, and the pod fails.`,
						ko: `여기서는 \`failureThreshold\` × \`periodSeconds\` = ${product}초: 멈춘 뒤 길게는 **${time.ko}** 만에 컨테이너를 끝내고, 파드는 실패한다.`,
					};
		case 'readinessProbe':
			return {
				en: `Here: \`failureThreshold\` × \`periodSeconds\` = ${product} s: up to **${time.en}** until traffic stops.`,
				ko: `여기서는 \`failureThreshold\` × \`periodSeconds\` = ${product}초, 길게는 **${time.ko}** 뒤에 트래픽이 끊긴다.`,
			};
		default:
			return undefined;
	}
}

/** A percentage of the replicas: what may be more is rounded up, what may be missing down; intstr.GetScaledValueFromIntOrPercent. */
function shareText(struct: string, field: string, written: string, replicas: unknown): Bilingual | undefined {
	const percent = /^(\d+)%$/.exec(written)?.[1];
	if (percent === undefined || typeof replicas !== 'number') return undefined;
	const share = (Number(percent) * replicas) / 100;
	const least = struct === 'RollingUpdateStatefulSetStrategy' ? 1 : 0;
	const count = field === 'maxSurge' ? Math.ceil(share) : Math.max(least, Math.floor(share));
	return {
		en: `${percent} % of ${replicas} replicas = **${count}** pods, rounded ${field === 'maxSurge' ? 'up' : 'down'}.`,
		ko: `레플리카 ${replicas}개의 ${percent}% = 파드 **${count}개**(${field === 'maxSurge' ? '올림' : '내림'}).`,
	};
}
