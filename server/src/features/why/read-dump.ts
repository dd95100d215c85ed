import type { Dump } from '../../autopsy/dump';
import { isDescribed, readDescribe } from '../../autopsy/read-describe';
import { readObjects } from '../../autopsy/read-objects';
import { isTable, readTable } from '../../autopsy/read-table';
import { podsOf } from '../../autopsy/workloads/diagnose';
import type { LiveName } from '../../protocol/why';

/**
 * Reads whatever kubectl printed of pods: `get -o yaml` or `-o json`, with `-w` too, `describe pod`, or the columns of `get pods`.
 * `now`: when a description was printed, milliseconds of the epoch, if that is known. Never throws; what is no dump has no pods.
 */
export function readDump(text: string, now?: number): Dump {
	if (isDescribed(text)) return readDescribe(text, now);
	return isTable(text) ? { pods: [], rows: readTable(text), newest: undefined, cut: false } : readObjects(text);
}

/** The same dump as if only this pod had been asked for, or this workload with its pods; what no metadata says is in the default namespace. */
export function onlyOne(dump: Dump, { kind = 'Pod', name, namespace }: LiveName): Dump {
	const isIt = (one: Partial<LiveName> | undefined): boolean => one?.name === name && (one.namespace || 'default') === (namespace || 'default');
	if (kind === 'Pod') return { ...dump, pods: dump.pods.filter(({ pod }) => isIt(pod.metadata)), rows: dump.rows?.filter(isIt) ?? [], workloads: [] };
	const workloads = dump.workloads?.filter((one) => one.kind === kind && isIt(one.object.metadata)) ?? [];
	return { ...dump, pods: workloads.flatMap((one) => podsOf(one, dump.pods)), rows: [], workloads };
}
