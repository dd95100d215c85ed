import { explain } from '../features/why/explain';
import { readDump } from '../features/why/read-dump';
import { mapLines } from './lines';

/** `peapod why --jsonl`: a dump on each line in, what comes next and why on each line out. */
export function whyLines(): Promise<number> {
	return mapLines(({ id, dump, now, horizon }) => {
		if (typeof dump !== 'string') return { id, error: 'The line needs "dump", a string.' };
		const time = typeof now === 'string' ? Date.parse(now) : Number.NaN;
		const at = Number.isNaN(time) ? undefined : time;
		const [pod] = explain(readDump(dump, at), at, typeof horizon === 'number' && horizon >= 0 ? horizon : undefined);
		if (pod === undefined) return { id, error: 'There is no pod in the dump.' };
		const { timeline, verdict, headline, causes, advice, fits } = pod;
		return { id, timeline, verdict, headline, causes, advice, fits };
	});
}
