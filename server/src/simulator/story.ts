import type { Cause, MomentId } from './causes';
import type { Clock } from './clock';
import { seconds } from './event-log';
import type { MomentArgs, MomentCode } from './moments';
import { ProbeRuns } from './probe-runs';
import type { Moment, ProbeResult, Story, Stretch, StretchKind, Tone } from './trace';

/** What a behavior tells of what it did, with the arguments that its words need. */
export type Telling = { readonly [Code in MomentCode]: Told & { readonly code: Code } & ArgsOf<Code> }[MomentCode];

type ArgsOf<Code extends MomentCode> = keyof MomentArgs[Code] extends never
	? { readonly args?: Readonly<Record<never, never>> }
	: { readonly args: MomentArgs[Code] };

interface Told {
	readonly tone: Tone;
	readonly weight: number;
	readonly container?: string;
	/** From the document's root. */
	readonly field?: string | undefined;
	readonly because?: readonly Cause[];
}

type StretchDetails = Partial<Pick<Stretch, 'run' | 'amount' | 'reason' | 'failed'>>;

interface OpenStretch extends StretchDetails {
	readonly pod: number | undefined;
	readonly lane: string;
	what: StretchKind;
	readonly from: number;
	to?: number;
}

/** About as many bytes as a stretch has in an answer. The sentences and labels of a moment, in two languages, have about as many as the moment and its label. */
const STRETCH = 100;
const LABEL = 40;

/** Collects moments, stretches and probe results while a life is simulated. */
export class StoryTeller {
	private readonly moments: Moment[] = [];
	private readonly stretches: OpenStretch[] = [];
	private readonly probes: ProbeRuns;
	private readonly lanes = new Map<string, OpenStretch>();

	constructor(private readonly clock: Clock) {
		this.probes = new ProbeRuns(clock);
	}

	/** Returns the id of the moment, for those it causes. */
	tell(pod: number | undefined, telling: Telling): MomentId {
		const id = this.moments.length as MomentId;
		const moment: Moment = {
			id,
			t: seconds(this.clock.now),
			...(pod === undefined ? {} : { pod }),
			...(telling.container === undefined ? {} : { container: telling.container }),
			code: telling.code,
			args: rounded(telling.args ?? {}),
			tone: telling.tone,
			weight: telling.weight,
			...(telling.field === undefined ? {} : { field: telling.field }),
			because: (telling.because ?? []).filter((cause) => cause !== undefined),
		};
		this.moments.push(moment);
		this.clock.write(2 * JSON.stringify(moment).length + LABEL);
		return id;
	}

	/** How many moments have been told. */
	get length(): number {
		return this.moments.length;
	}

	/** Those told since there were so many. */
	since(length: number): readonly Moment[] {
		return this.moments.slice(length);
	}

	/** What a moment told of was not over yet: now it is known. */
	amend(id: Cause, args: Moment['args']): void {
		const moment = id === undefined ? undefined : this.moments[id];
		if (moment !== undefined) this.moments[moment.id] = { ...moment, args: { ...moment.args, ...rounded(args) } };
	}

	/** A lane shows one stretch at a time: this one begins, the one before ends. */
	lane(pod: number | undefined, lane: string, what: StretchKind | undefined, details: StretchDetails = {}): void {
		const key = `${pod ?? ''}/${lane}`;
		const open = this.lanes.get(key);
		if (open !== undefined && open.what === what && open.run === details.run && open.reason === details.reason && open.amount === details.amount) return;
		if (open !== undefined) open.to = this.clock.now;
		this.lanes.delete(key);
		if (what === undefined) return;
		this.lanes.set(key, this.open(pod, lane, what, details));
	}

	/** What the lane shows now. */
	shown(pod: number | undefined, lane: string): StretchKind | undefined {
		return this.lanes.get(`${pod ?? ''}/${lane}`)?.what;
	}

	/** A stretch besides the lane's own, until the returned function is called. */
	beside(pod: number | undefined, lane: string, what: StretchKind, details: StretchDetails = {}): (failed?: boolean) => void {
		const stretch = this.open(pod, lane, what, details);
		return (failed) => {
			if (stretch.to !== undefined) return;
			stretch.to = this.clock.now;
			if (failed === true) Object.assign(stretch, { failed });
		};
	}

	/** Marks what the lane shows now as failed. */
	failed(pod: number | undefined, lane: string, reason?: string): void {
		const open = this.lanes.get(`${pod ?? ''}/${lane}`);
		if (open !== undefined) Object.assign(open, { failed: true }, reason === undefined ? {} : { reason });
	}

	probe(answer: Omit<ProbeResult, 't'>): void {
		this.probes.add(answer);
	}

	/** The same answer comes again at `next` and every so many milliseconds after it, until the returned function is called. */
	probeRepeats(answer: Omit<ProbeResult, 't'>, next: number, every: number): () => void {
		return this.probes.repeat(answer, next, every);
	}

	end(): Story {
		const { now } = this.clock;
		const stretches = this.stretches.map(({ pod, from, to, ...rest }) => ({
			...(pod === undefined ? {} : { pod }),
			...rest,
			from: seconds(from),
			to: seconds(to ?? now),
		}));
		return {
			moments: this.moments,
			stretches: stretches.filter((stretch) => stretch.to > stretch.from || stretch.what === 'ended'),
			probes: this.probes.end(),
		};
	}

	private open(pod: number | undefined, lane: string, what: StretchKind, details: StretchDetails): OpenStretch {
		this.clock.write(STRETCH);
		const stretch: OpenStretch = { pod, lane, what, from: this.clock.now, ...details };
		this.stretches.push(stretch);
		return stretch;
	}
}

/** Seconds are told to a tenth. */
function rounded(args: Readonly<Record<string, string | number | boolean>>): Readonly<Record<string, string | number | boolean>> {
	return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, typeof value === 'number' ? Math.round(value * 10) / 10 : value]));
}
