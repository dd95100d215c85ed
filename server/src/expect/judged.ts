/** What a judgement says: never a text. All times in milliseconds since the creation of the manifest's object. */
import type { Expectation } from './expectation';
import type { Occurrence, Track } from './tracks';

/** A subject at an instant. */
export interface Seen {
	readonly t: number;
	readonly track: Track;
}

/** Where the sentence is found true. */
export type Found =
	| { readonly kind: 'times'; readonly times: readonly number[] }
	| { readonly kind: 'span'; readonly from: number; readonly to: number }
	| { readonly kind: 'count'; readonly count: number }
	| { readonly kind: 'nowhere' };

/** It holds, and yet. */
export type Warning =
	/** Too short for a real cluster to show it, milliseconds. */
	| { readonly kind: 'flash'; readonly lasts: number }
	/** So much later, or earlier, it would fail. */
	| { readonly kind: 'edge'; readonly by: number; readonly later: boolean }
	/** Where the kubelet waits as long, or as briefly, as it may, it fails; `late` is by how much. */
	| { readonly kind: 'jitter'; readonly isLongest: boolean; readonly late?: number };

export type Failure =
	/** `becomes`: it never does; `watched` is how long it was looked at. */
	| { readonly code: 'never-became'; readonly seen: Seen; readonly watched: number }
	| { readonly code: 'late'; readonly seen: Seen; readonly at: number; readonly by: number }
	/** It was so when the window opened. */
	| { readonly code: 'already'; readonly seen: Seen; readonly since: number; readonly opened: number }
	/** It becomes so, too shortly. */
	| { readonly code: 'too-short'; readonly seen: Seen; readonly count: number; readonly longest: number }
	| { readonly code: 'times'; readonly seen: Seen; readonly times: readonly number[] }
	/** `stays`: it is not so, for so long. */
	| { readonly code: 'broke'; readonly seen: Seen; readonly lasts: number }
	| { readonly code: 'never-began'; readonly seen: Seen }
	/** `never`: it is so, for so long. */
	| { readonly code: 'was'; readonly seen: Seen; readonly lasts: number }
	| { readonly code: 'is-not'; readonly seen: Seen }
	| { readonly code: 'count'; readonly t: number; readonly count: number; readonly first?: Occurrence }
	/** `order`: the first moment that lies before the one above it. */
	| { readonly code: 'out-of-order'; readonly t: number; readonly place: number; readonly times: readonly (number | undefined)[] }
	| { readonly code: 'missing'; readonly t: number; readonly place: number }
	/** The moment that this time names never comes. */
	| { readonly code: 'no-moment'; readonly t: number; readonly key: 'at' | 'after' | 'until' }
	| { readonly code: 'empty-while'; readonly t: number }
	/** The window is empty: it closes before it opens. */
	| { readonly code: 'no-time'; readonly t: number }
	/** No such pod, or container, ever was. */
	| { readonly code: 'nobody'; readonly t: number }
	/** It is decided only later. */
	| { readonly code: 'not-watched'; readonly t: number; readonly needs: number }
	| { readonly code: 'manifest'; readonly t: number }
	/** What the server said to an action; undefined where the action never came. */
	| { readonly code: 'answer'; readonly t: number; readonly answer: { readonly t: number; readonly refused?: string } | undefined }
	/** The API server refuses the manifest. */
	| { readonly code: 'no-life'; readonly t: number };

/** What one track, or the whole sentence, comes to. */
export type Result = { readonly found: Found; readonly warnings?: readonly Warning[] } | { readonly failure: Failure };

export type Judged = { readonly expectation: Expectation } & (
	| { readonly verdict: 'holds'; readonly found: Found; readonly warnings: readonly Warning[] }
	| {
			readonly verdict: 'fails';
			readonly failure: Failure;
			/** The instant that decides, and the moment of the story that explains it, by its id. */
			readonly t: number;
			readonly moment?: number;
	  }
);
