/** A live pod whose file is being written (`kubectl get -w`): whether the page goes along with it. */
import type { LivePod } from '../../../server/src/protocol/live';

export type Follows = 'following' | 'paused' | 'waiting';

/** ms without anything new after which the page says so. */
const PATIENCE = 60_000;
/** ms: a file that is older than this is not being written, unless it grows before one's eyes. */
const YOUNG = 600_000;

export class Following {
	private prints = 0;
	private grewAt: number | undefined;
	private waiting = 0;

	/** `changed`: it has been waiting for a while. */
	constructor(private readonly changed: () => void) {}

	/** Another answer; `isEdit`: as the file is another one now. */
	take(live: LivePod | undefined, isEdit: boolean): void {
		const { prints = 0, now = 0 } = live ?? {};
		const grew = isEdit ? prints > this.prints : prints > 1 && Date.now() - now < YOUNG;
		this.prints = prints;
		if (prints < 2) this.grewAt = undefined;
		if (!grew || prints < 2) return;
		this.grewAt = performance.now();
		clearTimeout(this.waiting);
		this.waiting = window.setTimeout(this.changed, PATIENCE);
	}

	/** Undefined for a file that nobody writes. */
	state(isAtNow: boolean): Follows | undefined {
		if (this.grewAt === undefined) return undefined;
		if (!isAtNow) return 'paused';
		return performance.now() - this.grewAt >= PATIENCE ? 'waiting' : 'following';
	}
}
