import type { Dump } from '../../autopsy/dump';
import { isDescribed, readDescribe } from '../../autopsy/read-describe';
import { readObjects } from '../../autopsy/read-objects';
import { isTable, readTable } from '../../autopsy/read-table';
import type { PodName } from '../../protocol/why';

/**
 * Reads whatever kubectl printed of pods: `get -o yaml` or `-o json`, with `-w` too, `describe pod`, or the columns of `get pods`.
 * `now`: when a description was printed, milliseconds of the epoch, if that is known. Never throws; what is no dump has no pods.
 */
export function readDump(text: string, now?: number): Dump {
	if (isDescribed(text)) return readDescribe(text, now);
	return isTable(text) ? { pods: [], rows: readTable(text), newest: undefined, cut: false } : readObjects(text);
}

/** The same dump as if only this pod had been asked for; what no metadata says is in the default namespace. */
export function onlyPod(dump: Dump, { name, namespace }: PodName): Dump {
	const isIt = (one: Partial<PodName> | undefined): boolean => one?.name === name && (one.namespace || 'default') === (namespace || 'default');
	return { ...dump, pods: dump.pods.filter(({ pod }) => isIt(pod.metadata)), rows: dump.rows?.filter(isIt) ?? [] };
}
