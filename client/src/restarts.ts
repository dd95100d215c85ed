/** A server that ends so often within so many milliseconds will end again. */
const MOST = 4;
const WITHIN = 3 * 60_000;

/** Everybody else that it takes. */
interface Around {
	readonly now: () => number;
	/** The server ended and is started again: nothing is lost, and nobody has to do anything. */
	readonly restarted: () => void;
	/** It will not be started again unless somebody asks for it. */
	readonly gaveUp: () => void;
}

/** What becomes of a server that ended by itself. That it is started again is said once in a session, and each time that it is not. */
export class Restarts {
	private ends: number[] = [];
	private isTold = false;

	constructor(private readonly around: Around) {}

	/** The server ended; whether to start it again. */
	ended(): boolean {
		const now = this.around.now();
		this.ends = [...this.ends.filter((at) => now - at <= WITHIN), now];
		if (this.ends.length > MOST) {
			// Whoever starts it again gives it as many tries as at first.
			this.ends = [];
			this.around.gaveUp();
			return false;
		}
		if (!this.isTold) this.around.restarted();
		this.isTold = true;
		return true;
	}
}
