/** How long typing has to rest before anybody is asked about what was typed, in milliseconds. */
export const TYPING_RESTS = 120;
/** The same before what was typed is judged as an answer: half a word is no mistake yet. */
export const ANSWER_RESTS = 400;

/** Does something once nobody has wished for it for a while. */
export class Resting {
	private timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly milliseconds: number,
		private readonly act: () => void,
	) {}

	/** Wishes for it: it is done after the pause, or another one. */
	soon(milliseconds = this.milliseconds): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(this.act, milliseconds);
	}

	/** It is done otherwise, or not at all. */
	dispose(): void {
		clearTimeout(this.timer);
	}
}
