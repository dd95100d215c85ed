/** What the page in an editor and the lines of a terminal say alike of a pod that is explained. */
import type { Evidence } from '../../autopsy/finding';
import type { Bilingual } from '../../protocol/text';
import type { Explained } from './explained';

export const HEADINGS: Readonly<Record<'why' | 'try' | 'next' | 'steady', Bilingual>> = {
	why: { en: 'Why', ko: '왜 그런가' },
	try: { en: 'Try this, in this order', ko: '이 순서로 해 보자' },
	next: { en: 'What comes next', ko: '다음에 일어날 일' },
	steady: { en: 'Nothing more comes within 10 min.', ko: '10분 안에 더 일어날 일이 없다.' },
};

/** The row of `kubectl get pod` as it will be in `seconds`; without `kubectl` the pod is gone. `clock` is the time of day, UTC, where now is known. */
export interface ComingRow {
	readonly seconds: number;
	readonly clock?: string;
	readonly kubectl?: { readonly ready: string; readonly status: string; readonly restarts: number };
}

/** So many rows of what comes next; more would hide the first. */
const MOST_ROWS = 8;

/** A row for each change that is foretold, as long as there is room. */
export function comingRows({ timeline, now, zone }: Explained): readonly ComingRow[] {
	const cells = ({ kubectl, gone }: Explained['timeline'][number]): string => (gone ? '' : `${kubectl?.ready} ${kubectl?.status} ${kubectl?.restarts}`);
	const changes = timeline.filter((one, index) => index > 0 && cells(one) !== cells(timeline[index - 1] ?? one));
	return changes.slice(0, MOST_ROWS).map(({ t, gone, kubectl }) => ({
		seconds: Math.round(t),
		...(now === undefined ? {} : { clock: timeOfDay(now + t * 1000, zone) }),
		...(gone || !kubectl ? {} : { kubectl }),
	}));
}

/** `09:00:48` of milliseconds of the epoch, so many minutes from UTC. */
export const timeOfDay = (at: number, zone = 0): string => new Date(at + zone * 60_000).toISOString().slice(11, 19);

export const GONE: Bilingual = { en: 'gone', ko: '사라짐' };

/** The time that is spoken of as now; undefined where nobody knows one. */
export function asOf(now: number | undefined, zone = 0): Bilingual | undefined {
	if (now === undefined) return undefined;
	const time = `${new Date(now + zone * 60_000).toISOString().slice(0, 19)}${offsetText(zone)}`;
	return { en: `as of ${time}`, ko: `${time} 기준` };
}

/** `Z`, `+09:00` */
function offsetText(zone: number): string {
	if (zone === 0) return 'Z';
	const [hours, minutes] = [Math.floor(Math.abs(zone) / 60), Math.abs(zone) % 60].map((part) => String(part).padStart(2, '0'));
	return `${zone < 0 ? '-' : '+'}${hours}:${minutes}`;
}

/** `status.phase`, `Job/report status.failed`; an event by its reason, and how often it came. */
export const proofOf = (evidence: Evidence): { readonly name: string; readonly count?: number } =>
	'field' in evidence ? { name: [evidence.of, evidence.field].filter(Boolean).join(' ') } : { name: evidence.event, count: evidence.count };
