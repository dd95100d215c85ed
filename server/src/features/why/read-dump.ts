import type { Dump } from '../../autopsy/dump';
import { isDescribed, readDescribe } from '../../autopsy/read-describe';
import { readObjects } from '../../autopsy/read-objects';

/**
 * Reads whatever kubectl printed of pods: `get -o yaml` or `-o json`, with `-w` too, or `describe pod`.
 * `now`: when a description was printed, milliseconds of the epoch, if that is known. Never throws; what is no dump has no pods.
 */
export const readDump = (text: string, now?: number): Dump => (isDescribed(text) ? readDescribe(text, now) : readObjects(text));
