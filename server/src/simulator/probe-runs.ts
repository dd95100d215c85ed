import type { Clock } from './clock';
import { seconds } from './event-log';
import type { ProbeResult, ProbeRun } from './trace';

type Answer = Omit<ProbeResult, 't'>;

/** About as many bytes as a run has in an answer. */
const RUN = 130;

/** A run under way; times in milliseconds. */
interface Open extends Answer {
	readonly from: number;
	every: number;
	count: number;
}

/** What probes found, written as runs of equal answers: an hour of nine probes a second is thirty thousand answers and a dozen runs. */
export class ProbeRuns {
	private readonly runs: Open[] = [];
	private readonly last = new Map<string, Open>();
	private readonly repeating = new Set<() => void>();

	constructor(private readonly clock: Clock) {}

	add(answer: Answer): void {
		this.append(answer, this.clock.now, 0, 1);
	}

	/** The last answer is given again at `next` and every so often after it, until the returned function is called. */
	repeat({ decided: _, ...answer }: Answer, next: number, every: number): () => void {
		const end = () => {
			this.repeating.delete(end);
			const count = Math.ceil((this.clock.now - next) / every);
			if (count > 0) this.append({ ...answer, decided: false }, next, every, count);
		};
		this.repeating.add(end);
		return end;
	}

	end(): ProbeRun[] {
		for (const end of this.repeating) end();
		return this.runs.map(({ from, every, count, ...answer }) => ({ ...answer, t: seconds(from), ...(count > 1 ? { every: seconds(every), count } : {}) }));
	}

	private append(answer: Answer, from: number, every: number, count: number): void {
		const key = `${answer.pod ?? ''}/${answer.container}/${answer.probe}`;
		const open = this.last.get(key);
		if (open !== undefined && continues(open, answer, from, every)) {
			open.every = open.count === 1 ? from - open.from : open.every;
			open.count += count;
			return;
		}
		this.clock.write(RUN);
		const run: Open = { ...answer, from, every, count };
		this.runs.push(run);
		this.last.set(key, run);
	}
}

/** Whether the answer is the next one of the run, as ProbeRun says it may be unfolded. */
function continues(open: Open, answer: Answer, from: number, every: number): boolean {
	if (answer.decided || answer.ok !== open.ok || answer.threshold !== open.threshold) return false;
	if (answer.streak !== Math.min(open.streak + open.count, open.threshold)) return false;
	const gap = from - (open.from + (open.count - 1) * open.every);
	return (open.count === 1 || gap === open.every) && (every === 0 || every === gap);
}
