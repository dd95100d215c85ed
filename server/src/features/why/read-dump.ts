import type { Dump, DumpedPod, TableRow } from '../../autopsy/dump';
import { eventedPods, PRINTED, refusedIn } from '../../autopsy/evented';
import { plainLines } from '../../autopsy/pasted';
import { isDescribed, readDescribe, readFragment } from '../../autopsy/read-describe';
import { eventRows, loneMessages } from '../../autopsy/read-events';
import { readObjects } from '../../autopsy/read-objects';
import { isTable, isWellRow, readTable } from '../../autopsy/read-table';
import { podsOf } from '../../autopsy/workloads/diagnose';
import type { LiveName } from '../../protocol/why';

/**
 * Reads whatever kubectl printed of pods: `get -o yaml` or `-o json`, with `-w` too, `describe pod`, the columns of `get pods` or `get all`, and events alone.
 * It may stand among other text, as people paste it. `now`: when a description was printed, milliseconds of the epoch, if that is known.
 * Never throws; what is no dump has no pods.
 */
export function readDump(text: string, now?: number): Dump {
	if (isDescribed(text)) return readDescribe(text, now);
	if (!isTable(text)) {
		const objects = readObjects(text);
		const isRead = objects.pods.length > 0 || (objects.workloads?.length ?? 0) > 0;
		const inside = isRead ? undefined : objectsIn(text);
		if (isRead || inside) return inside ? readObjects(inside) : objects;
	}
	return { pods: [], rows: rowsIn(text), newest: undefined, cut: false };
}

/** The objects between a prompt, or a fence, and the end of what was printed; undefined where there are none. */
function objectsIn(text: string): string | undefined {
	const lines = plainLines(text);
	const start = lines.findIndex((line) => /^(?:apiVersion: *\S|items: *$|\{ *$)/.test(line));
	if (start < 1) return undefined;
	const rest = lines.slice(start);
	const end = rest.findIndex((line) => /^(?:```|[$❯] )/.test(line));
	return rest.slice(0, end < 0 ? undefined : end).join('\n');
}

/** Rows of `get pods`, each with the events about it, and pods and workloads of which there are events only. */
function rowsIn(text: string): readonly TableRow[] {
	const rows = readTable(text);
	const lines = plainLines(text);
	const own = eventRows(lines);
	const fragment = rows.length === 0 ? readFragment(text, PRINTED) : undefined;
	const events = own.length > 0 || fragment ? own : loneMessages(lines);
	const evented = fragment ? [fragment] : eventedPods(events);
	const troubled = rows.filter((row) => !isWellRow(row));
	const byName = new Map(rows.toReversed().map((row) => [row.name, row]));
	const rowOf = ({ pod: { metadata } }: DumpedPod): TableRow | undefined =>
		byName.get(metadata?.name ?? '') ?? (metadata?.name || troubled.length !== 1 ? undefined : troubled[0]);
	const toldOf = new Map(evented.toReversed().map((pod) => [rowOf(pod), pod]));
	return [
		...rows.map((row) => {
			const told = toldOf.get(row);
			return told ? { ...row, told: named(told, row) } : row;
		}),
		...evented.filter((pod) => !rowOf(pod)).map((pod) => ({ ...EMPTY, ...nameOf(pod), told: pod })),
		...refusedIn(events).map((refused) => ({ ...EMPTY, namespace: refused.namespace, name: refused.name, refused })),
	];
}

/** What does not say its name is that of the row. */
const named = ({ pod, ...rest }: DumpedPod, { name, namespace }: TableRow): DumpedPod => ({
	...rest,
	pod: { ...pod, metadata: { ...pod.metadata, name, ...(namespace ? { namespace } : {}) } },
});

const EMPTY = { namespace: '', name: '', ready: '', status: '', restarts: 0 };

const nameOf = ({ pod: { metadata } }: DumpedPod): Pick<TableRow, 'name' | 'namespace'> => ({
	name: metadata?.name ?? '',
	namespace: metadata?.namespace ?? '',
});

/** The same dump as if only this pod had been asked for, or this workload with its pods; what no metadata says is in the default namespace. */
export function onlyOne(dump: Dump, { kind = 'Pod', name, namespace }: LiveName): Dump {
	const isIt = (one: Partial<LiveName> | undefined): boolean => one?.name === name && (one.namespace || 'default') === (namespace || 'default');
	if (kind === 'Pod') return { ...dump, pods: dump.pods.filter(({ pod }) => isIt(pod.metadata)), rows: dump.rows?.filter(isIt) ?? [], workloads: [] };
	const workloads = dump.workloads?.filter((one) => one.kind === kind && isIt(one.object.metadata)) ?? [];
	return { ...dump, pods: workloads.flatMap((one) => podsOf(one, dump.pods)), rows: [], workloads };
}
