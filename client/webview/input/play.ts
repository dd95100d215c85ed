/** Lets time pass: smoothly, or from stop to stop where motion is unwelcome. */
export interface Stage {
	readonly t: number;
	readonly end: number;
	readonly speed: number;
	nextStop(): number | undefined;
	seek(t: number): void;
	stopped(): void;
}

export class Player {
	private frame = 0;
	private timer = 0;
	private last = 0;
	private until: number | undefined;

	constructor(private readonly stage: () => Stage | undefined) {}

	get playing(): boolean {
		return this.frame !== 0 || this.timer !== 0;
	}

	/** To the end, or to an instant before it. */
	play(until?: number): void {
		const stage = this.stage();
		if (!stage || this.playing) return;
		this.until = until;
		if (stage.t >= stage.end - 0.05) stage.seek(0);
		if (matchMedia('(prefers-reduced-motion: reduce)').matches) this.timer = window.setTimeout(this.hop, 600);
		else {
			this.last = performance.now();
			this.frame = requestAnimationFrame(this.advance);
		}
	}

	pause(): void {
		cancelAnimationFrame(this.frame);
		clearTimeout(this.timer);
		this.frame = 0;
		this.timer = 0;
	}

	private readonly advance = (now: number): void => {
		const stage = this.stage();
		if (!stage) {
			this.pause();
			return;
		}
		const t = stage.t + ((now - this.last) / 1000) * stage.speed;
		this.last = now;
		if (t >= (this.until ?? stage.end)) {
			this.finish(stage);
			return;
		}
		this.frame = requestAnimationFrame(this.advance);
		stage.seek(t);
	};

	private readonly hop = (): void => {
		const stage = this.stage();
		const next = stage?.nextStop();
		if (!stage || next === undefined || next >= (this.until ?? Number.POSITIVE_INFINITY)) {
			if (stage) this.finish(stage);
			else this.pause();
			return;
		}
		stage.seek(next);
		this.timer = window.setTimeout(this.hop, 1500 / Math.min(5, stage.speed));
	};

	private finish(stage: Stage): void {
		this.pause();
		stage.seek(this.until ?? stage.end);
		stage.stopped();
	}
}
