import type { Clock } from './clock';
import type { PodEvent } from './trace';

/** What an event says. */
export interface Said {
	readonly from: string;
	readonly type: 'Normal' | 'Warning';
	readonly reason: string;
	readonly message: string;
	/** `spec.containers{app}` */
	readonly object?: string | undefined;
}

/** defaultSpamBurst, defaultSpamQPS, defaultAggregateMaxEvents, defaultAggregateIntervalInSeconds (client-go tools/record/events_cache.go). */
const BURST = 25;
const REFILL = 300_000;
const MOST_ALIKE = 10;
const ALIKE_WITHIN = 600_000;
const MOST_TIMES = 200;

interface Record {
	readonly said: Said;
	readonly times: number[];
	/** All that happened, and how many of them the API server was told of last. */
	happened: number;
	count: number;
	lastAt: number;
}

/** The events of one object, counted and throttled as client-go's correlator does. */
export class EventLog {
	private readonly records = new Map<string, Record>();
	private readonly tokens = new Map<string, { left: number; at: number }>();
	private readonly alike = new Map<string, { messages: Set<string>; at: number }>();

	constructor(private readonly clock: Clock) {}

	say(said: Said): void {
		const { now } = this.clock;
		const aggregated = said.from === 'default-scheduler' ? said : this.aggregate(said);
		const key = [aggregated.from, aggregated.object ?? '', aggregated.type, aggregated.reason, aggregated === said ? said.message : '(combined)'].join('\n');
		let record = this.records.get(key);
		if (record === undefined) {
			record = { said: aggregated, times: [], happened: 0, count: 0, lastAt: now };
			this.records.set(key, record);
		}
		record.happened++;
		if (said.from !== 'default-scheduler' && !this.takeToken(said)) return;
		record.count = record.happened;
		record.lastAt = now;
		if (record.times.length < MOST_TIMES) record.times.push(now);
	}

	/** EventAggregate: more than ten messages of one kind within ten minutes become one. */
	private aggregate(said: Said): Said {
		const key = [said.from, said.object ?? '', said.type, said.reason].join('\n');
		let known = this.alike.get(key);
		if (known === undefined || this.clock.now - known.at > ALIKE_WITHIN) {
			known = { messages: new Set(), at: this.clock.now };
			this.alike.set(key, known);
		}
		known.messages.add(said.message);
		known.at = this.clock.now;
		if (known.messages.size < MOST_ALIKE) return said;
		known.messages.delete(known.messages.values().next().value ?? '');
		return { ...said, message: `(combined from similar events): ${said.message}` };
	}

	/** EventSourceObjectSpamFilter: 25 events of a type at once, then one every five minutes. */
	private takeToken(said: Said): boolean {
		const key = `${said.from}\n${said.type}`;
		const { now } = this.clock;
		let bucket = this.tokens.get(key);
		if (bucket === undefined) {
			bucket = { left: BURST, at: now };
			this.tokens.set(key, bucket);
		}
		bucket.left = Math.min(BURST, bucket.left + (now - bucket.at) / REFILL);
		bucket.at = now;
		if (bucket.left < 1) return false;
		bucket.left--;
		return true;
	}

	/** As the API server has them, times counted from `since`. */
	list(since: number): PodEvent[] {
		const told = [...this.records.values()].filter((record) => record.count > 0);
		return told.map(({ said, times, count, lastAt }) => ({
			t: seconds((times[0] ?? 0) - since),
			lastT: seconds(lastAt - since),
			count,
			...(times.length > 1 ? { times: times.map((time) => seconds(time - since)) } : {}),
			type: said.type,
			reason: said.reason,
			message: said.message,
			from: said.from,
			...(said.object === undefined ? {} : { object: said.object }),
		}));
	}
}

export function seconds(ms: number): number {
	return Math.round(ms) / 1000;
}
