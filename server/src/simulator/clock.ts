import { Queue } from './queue';

/**
 * A process stands for a goroutine of the real system: it runs until it yields what it waits for,
 * and is resumed with the number of the signal that came, or -1 when its time was up.
 */
export type Process<T = void> = Generator<Wait, T, number>;

interface Wait {
	readonly signals: readonly Signal[];
	/** Milliseconds; absent: for ever. */
	readonly ms?: number;
}

/** Something processes wait for. It keeps no memory: who waits when it fires is resumed, nobody else. */
export class Signal {
	waiters: ((signal: Signal) => void)[] = [];

	fire(): void {
		const waiters = this.waiters;
		if (waiters.length === 0) return;
		this.waiters = [];
		for (const waiter of waiters) waiter(this);
	}
}

export function* sleep(ms: number): Process {
	if (ms > 0) yield { signals: [], ms };
}

/** True when the signal came, false when the time was up before. */
export function* waitFor(signal: Signal, ms?: number): Process<boolean> {
	const came = yield ms === undefined ? { signals: [signal] } : { signals: [signal], ms };
	return came >= 0;
}

/** What a process lives on: while it is silent nothing of it runs. */
export interface Host {
	/** When the host is silent: the time it comes back, Infinity for never. */
	silentUntil(now: number): number | undefined;
}

/** Steps after which a simulation ends early, whatever its horizon: hostile input costs no more than this, a second or two. */
const MOST_STEPS = 900_000;
/** Bytes that the answer to a life may have, with the words for it in two languages: a life of a day must stay a page. More is cut where it is. */
const MOST_WRITTEN = 1_850_000;

/** Steps taken in one go: some tens of milliseconds of work. */
const STRIDE = 500;

/** Simulated time, in whole milliseconds. */
export class Clock {
	now = 0;
	/** True when the work was too much and the simulation ended before its horizon. */
	cut = false;
	private readonly queue = new Queue();
	private stamps = 0;
	private written = 0;
	private steps = 0;

	constructor(
		/** When it stops. */
		readonly horizon: number,
	) {}

	/** A number greater than all before it: tells which of two things at one millisecond came first. */
	stamp(): number {
		return ++this.stamps;
	}

	/** A step takes as long as so many others: what looks at every container or every pod. */
	work(steps: number): void {
		this.steps += steps;
	}

	/** So many bytes of the life are written down. */
	write(bytes: number): void {
		this.written += bytes;
	}

	at(time: number, run: () => void): { cancel(): void } {
		return this.queue.push(Math.max(this.now, Math.ceil(time)), run);
	}

	after(ms: number, run: () => void): { cancel(): void } {
		return this.at(this.now + ms, run);
	}

	spawn(process: Process, host?: Host): void {
		this.step(process, 0, host);
	}

	run(): void {
		outcomeOf(this.running());
	}

	/** Runs until the horizon, and pauses every few hundred steps: whoever drives it may turn to something else, or give it up. */
	*running(): Generator<void, void> {
		const { horizon } = this;
		for (let pause = STRIDE; ; ) {
			if (this.steps >= pause) {
				pause = this.steps + STRIDE;
				yield;
			}
			const due = this.queue.pop();
			if (due === undefined || due.at > horizon) break;
			if (this.steps++ >= MOST_STEPS || this.written >= MOST_WRITTEN) {
				this.cut = true;
				return;
			}
			this.now = due.at;
			due.run?.();
		}
		this.now = horizon;
	}

	private step(process: Process, came: number, host: Host | undefined): void {
		const silentUntil = host?.silentUntil(this.now);
		if (silentUntil !== undefined) {
			if (Number.isFinite(silentUntil)) this.at(silentUntil, () => this.step(process, came, host));
			return;
		}
		const next = process.next(came);
		if (next.done === true) return;
		const { signals, ms } = next.value;
		let waiting = true;
		const resume = (index: number): void => {
			if (!waiting) return;
			waiting = false;
			timer?.cancel();
			for (const signal of signals) if (signal.waiters.length > 0) signal.waiters = signal.waiters.filter((waiter) => waiter !== onSignal);
			this.at(this.now, () => this.step(process, index, host));
		};
		const onSignal = (signal: Signal): void => resume(signals.indexOf(signal));
		for (const signal of signals) signal.waiters.push(onSignal);
		const timer = ms === undefined ? undefined : this.after(ms, () => resume(-1));
	}
}

/** Takes all steps of what goes in steps. */
export function outcomeOf<T>(steps: Generator<void, T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
