/** How long typing has to rest before anybody is asked about what was typed, in milliseconds. */
export const TYPING_RESTS = 120;

/** Does something once nobody has wished for it for a while. */
export class Resting {
	private timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly milliseconds: number,
		private readonly act: () => void,
	) {}

	/** Wishes for it: it is done after the pause. */
	soon(): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(this.act, this.milliseconds);
	}

	/** It is done otherwise, or not at all. */
	dispose(): void {
		clearTimeout(this.timer);
	}
}
