/** Times of a life in the words of its clock: seconds since its beginning, or the reader's own time of day where the life is a live pod's. */
import type { Life, LiveTimes } from '../../../server/src/protocol/life';
import { clock, point, span } from './times';
import type { Tongue } from './tongue';

export interface When {
	/** In a sentence. */
	clock(t: number): string;
	/** In a margin. */
	point(t: number): string;
	/** On the ruler; `below` in a second line. */
	tick(t: number): { readonly text: string; readonly below?: string };
}

export const whenOf = ({ live }: Pick<Life, 'live'>, tongue: Tongue): When =>
	live ? ofDay(live, tongue) : ofLife(tongue);

const ofLife = (tongue: Tongue): When => ({
	clock: (t) => clock(t, tongue),
	point,
	tick: (t) => ({ text: clock(t, tongue) }),
});

function ofDay(live: LiveTimes, tongue: Tongue): When {
	const day = (t: number): string => timeOfDay(live.zero + t * 1000, live.zone);
	return {
		clock: day,
		point: (t) => (t > live.now ? ahead(t - live.now, tongue) : day(t)),
		tick: (t) => ({ text: ahead(t - live.now, tongue), below: day(t) }),
	};
}

/** `09:00:48` of milliseconds of the epoch, so many minutes from UTC. */
export const timeOfDay = (at: number, zone: number): string =>
	new Date(Math.round(at / 1000) * 1000 + zone * 60_000).toISOString().slice(11, 19);

/** `−30 s`, `+2:00`, `−3 h 12 min`: from now on, or before. */
export function ahead(seconds: number, tongue: Tongue): string {
	const length = Math.round(Math.abs(seconds));
	const said = length >= 60 && length < 3600 ? point(length) : span(length, tongue);
	return `${seconds < 0 ? '−' : '+'}${said}`;
}
