/** client-go util/flowcontrol/backoff.go, without jitter. */
export interface BackOff {
	readonly ms: number;
	readonly at: number;
}

/** Next: the first step, or twice the last one. `expired` tells whether the last one is too long ago to count. */
export function nextBackOff(old: BackOff | undefined, first: number, most: number, now: number, expired: (old: BackOff) => boolean): BackOff {
	if (old === undefined || expired(old)) return { ms: first, at: now };
	return { ms: Math.min(old.ms * 2, most), at: now };
}
