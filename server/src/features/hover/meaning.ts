import type { Bilingual } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import type { Place } from '../place';
import { amountText, durationText, modeText } from './amounts';
import { scheduleText } from './schedule-words';

type Values = Readonly<Record<string, unknown>>;

/** What a value amounts to, in the object it stands in, defaults and all; `written` is its text, undefined for what is no scalar. */
export function meaning(place: Place, written: string | undefined, object: unknown): Bilingual | undefined {
	const { field, struct, type, segments } = place;
	const last = String(segments.at(-1) ?? '');
	const parent = at(object, segments.slice(0, -1));
	if (struct === 'Probe' && PROBE_NUMBERS.has(field.name)) return probeText(String(segments.at(-2) ?? ''), parent);
	if (type.kind === 'struct' && type.name === 'Probe') return probeText(field.name, at(object, segments));
	if (written === undefined) return undefined;
	if (type.kind === 'quantity') return amountText(written, place.isMapKey ? last : field.name === 'divisor' ? '' : field.name);
	if (field.name === 'defaultMode' || (field.name === 'mode' && type.kind === 'int32')) return modeText(Number(at(object, segments)), written);
	if (/Seconds$/.test(field.name) && Number(written) >= 60) {
		const { en, ko } = durationText(Number(written));
		return { en: `\`${written}\` = ${en}`, ko: `\`${written}\` = ${ko}` };
	}
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

/** How long it takes until the probe has consequences. */
function probeText(probe: string, values: unknown): Bilingual | undefined {
	if (!isMap(values)) return undefined;
	const { initialDelaySeconds = 0, periodSeconds = 10, failureThreshold = 3 } = values as Readonly<Record<string, number>>;
	const product = `${failureThreshold} × ${periodSeconds}`;
	const time = durationText(failureThreshold * periodSeconds);
	const budget = durationText(initialDelaySeconds + failureThreshold * periodSeconds);
	const delay = initialDelaySeconds > 0 ? `${initialDelaySeconds} + ` : '';
	switch (probe) {
		case 'startupProbe':
			return {
				en: `Here: the app has ${delay}${product} s = **${budget.en}** to start.`,
				ko: `여기서는 앱이 시작하는 데 ${delay}${product}초 = **${budget.ko}**까지 쓸 수 있다.`,
			};
		case 'livenessProbe':
			return {
				en: `Here: \`failureThreshold\` × \`periodSeconds\` = ${product} s: up to **${time.en}** until the restart.`,
				ko: `여기서는 \`failureThreshold\` × \`periodSeconds\` = ${product}초, 길게는 **${time.ko}** 뒤에 재시작한다.`,
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
