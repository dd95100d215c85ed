/** Which moment of the story explains a failure. */
import type { Moment } from '../simulator/trace';
import type { Failure } from './judged';
import { recordAt } from './stretches';
import type { Lived, Track } from './tracks';

/** A change shows in the record a little after what made it so. */
const LAG = 1000;

/** Where nothing can be seen, or nothing came, there is no cause to tell. */
const HAVE_CAUSES: ReadonlySet<Failure['code']> = new Set([
	...(['never-became', 'late', 'already', 'too-short', 'times', 'broke', 'never-began', 'was', 'is-not'] as const),
	...(['count', 'out-of-order'] as const),
]);

/**
 * The id of the weightiest moment at or before the instant that decides, since the record last changed, that concerns the subject; the later of equals.
 * Undefined where the story has none.
 */
export function explain(life: Lived, failure: Failure, t: number): number | undefined {
	// Of too few events there is nothing to tell, of one too many there is.
	if (!HAVE_CAUSES.has(failure.code) || (failure.code === 'count' && t >= life.horizon)) return undefined;
	const track = 'seen' in failure ? failure.seen.track : undefined;
	const changed = track ? (recordAt(track, t)?.t ?? 0) : t;
	const concerned = life.moments.filter((moment) => timeOf(moment) <= t && concerns(moment, track, life));
	const own = track?.container === undefined ? [] : concerned.filter(({ container }) => container === track.container);
	return weightiest(since(own, changed) ?? since(concerned, changed) ?? concerned.slice(-1))?.id;
}

/** What has happened since a change says more than what made it. */
function since(moments: readonly Moment[], changed: number): readonly Moment[] | undefined {
	const later = moments.filter((moment) => timeOf(moment) > changed);
	if (later.length > 0) return later;
	const around = moments.filter((moment) => timeOf(moment) > changed - LAG);
	return around.length > 0 ? around : undefined;
}

const timeOf = ({ t }: Moment): number => Math.round(t * 1000);

/** The later of equals. */
const weightiest = (moments: readonly Moment[]): Moment | undefined =>
	moments.reduce<Moment | undefined>((best, moment) => (best === undefined || moment.weight >= best.weight ? moment : best), undefined);

/** Of a container: what is told of it, or of its pod as a whole. Of the pods together and of their owner: anything. */
function concerns(moment: Moment, track: Track | undefined, { pods }: Lived): boolean {
	if (track?.pod === undefined) return true;
	if (moment.pod !== undefined ? moment.pod !== track.pod : pods.length > 1) return false;
	return track.container === undefined || moment.container === undefined || moment.container === track.container;
}
