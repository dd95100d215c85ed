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
/** About as many bytes as an event has in an answer without its message, and one of its times. */
const EVENT = 200;
const TIME = 9;

interface Record {
	readonly said: Said;
	readonly times: number[];
	/** All that happened, and how many of them the API server was told of last. */
	happened: number;
	count: number;
	lastAt: number;
}

interface Bucket {
	left: number;
	at: number;
}

/** The events that differ by their message only. */
interface Topic {
	readonly from: string;
	readonly type: string;
	readonly reason: string;
	readonly records: Map<string, Record>;
	/** Those that were told apart of late. */
	messages: Set<string>;
	at: number;
	/** Of the events of this source and type, whatever they are about. */
	readonly bucket: Bucket;
}

/** What events that are told as one are kept under. */
const COMBINED = '';

/** The events of one object, counted and throttled as client-go's correlator does. */
export class EventLog {
	/** In the order in which they first happened. */
	private readonly records: Record[] = [];
	/** By what they are about. */
	private readonly topics = new Map<string, Topic[]>();
	private readonly buckets = new Map<string, Bucket>();

	constructor(private readonly clock: Clock) {}

	say(said: Said): void {
		const { now } = this.clock;
		const topic = this.topic(said);
		const throttled = said.from !== 'default-scheduler';
		const combined = throttled && this.aggregate(topic, said.message);
		const key = combined ? COMBINED : said.message;
		let record = topic.records.get(key);
		if (record === undefined) {
			const told = combined ? { ...said, message: `(combined from similar events): ${said.message}` } : said;
			record = { said: told, times: [], happened: 0, count: 0, lastAt: now };
			topic.records.set(key, record);
			this.records.push(record);
			this.clock.write(EVENT + told.message.length);
		}
		record.happened++;
		if (throttled && !this.takeToken(topic.bucket)) return;
		record.count = record.happened;
		record.lastAt = now;
		if (record.times.length >= MOST_TIMES) return;
		record.times.push(now);
		this.clock.write(TIME);
	}

	private topic({ from, object = '', type, reason }: Said): Topic {
		const known = this.topics.get(object) ?? [];
		const found = known.find((topic) => topic.reason === reason && topic.type === type && topic.from === from);
		if (found !== undefined) return found;
		const topic: Topic = { from, type, reason, records: new Map(), messages: new Set(), at: this.clock.now, bucket: this.bucket(`${from}/${type}`) };
		this.topics.set(object, [...known, topic]);
		return topic;
	}

	private bucket(source: string): Bucket {
		const bucket = this.buckets.get(source) ?? { left: BURST, at: this.clock.now };
		this.buckets.set(source, bucket);
		return bucket;
	}

	/** EventAggregate: more than ten messages of one kind within ten minutes become one. */
	private aggregate(topic: Topic, message: string): boolean {
		const { now } = this.clock;
		if (now - topic.at > ALIKE_WITHIN) topic.messages = new Set();
		topic.messages.add(message);
		topic.at = now;
		if (topic.messages.size < MOST_ALIKE) return false;
		topic.messages.delete(topic.messages.values().next().value ?? '');
		return true;
	}

	/** EventSourceObjectSpamFilter: 25 events of a type at once, then one every five minutes. */
	private takeToken(bucket: Bucket): boolean {
		const { now } = this.clock;
		bucket.left = Math.min(BURST, bucket.left + (now - bucket.at) / REFILL);
		bucket.at = now;
		if (bucket.left < 1) return false;
		bucket.left--;
		return true;
	}

	/** As the API server has them, times counted from `since`. */
	list(since: number): PodEvent[] {
		const told = this.records.filter((record) => record.count > 0);
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
