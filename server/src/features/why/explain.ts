/** Why a live pod is as it is, and what comes next: the finding of the autopsy in words. */
import type { Dump } from '../../autopsy/dump';
import { examine, HORIZON } from './examine';
import { explainRow } from './explain-row';
import type { Explained } from './explained';

/**
 * Explains the pods of a dump, in its order.
 * `now` is the time to speak of, in milliseconds of the epoch: the newest time in the dump where it is left out. `horizon`: how many seconds are foretold.
 * Nothing is read but the dump: the same input gives the same answer. Times in words are by the clock that it was printed by.
 */
export function explain(dump: Dump, now = dump.newest ?? 0, horizon = HORIZON): readonly Explained[] {
	const { zone = 0 } = dump;
	const explained = dump.pods.map((pod) => ({ ...examine(pod, now, horizon, dump.cut, { zone, since: 0 }).explained, ...(zone !== 0 && { zone }) }));
	return [...explained, ...(dump.rows ?? []).map((row) => explainRow(row))];
}
