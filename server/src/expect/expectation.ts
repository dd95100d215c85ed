/**
 * The language of `expect:` as data. An expectation is a sentence: subject, verb, claim, time. All times are whole milliseconds.
 * docs/expectations.md is the page about it.
 */

/** What is compared with one field. Texts that say the same are the same: `0` and `"0"`, `true` and `"true"`. */
export type Value =
	| { readonly kind: 'literal'; readonly text: string }
	| { readonly kind: 'number'; readonly is: Comparison; readonly than: number }
	| { readonly kind: 'between'; readonly least: number; readonly most: number }
	| { readonly kind: 'contains'; readonly text: string }
	| { readonly kind: 'not'; readonly value: Value }
	/** One of them fits. */
	| { readonly kind: 'any'; readonly of: readonly Value[] }
	/** Of a field that has fields itself. */
	| { readonly kind: 'claim'; readonly claim: Claim }
	/** By key: conditions, containers. */
	| { readonly kind: 'entries'; readonly entries: readonly (readonly [key: string, value: Value])[] };

export type Comparison = 'at least' | 'at most' | 'more than' | 'less than';

/** What is said of a subject at an instant. What is not mentioned is not judged. */
export type Claim =
	/** A fact of ours with a small letter, else what kubectl prints. */
	| { readonly kind: 'word'; readonly word: string }
	| { readonly kind: 'not'; readonly claim: Claim }
	| { readonly kind: 'any'; readonly of: readonly Claim[] }
	| { readonly kind: 'map'; readonly fields: readonly (readonly [name: string, value: Value])[]; readonly not?: Claim }
	/** Of `pods`: their number. */
	| { readonly kind: 'count'; readonly value: Value };

/** One of several pods: the manifest's own, every one, by name, by its place in the order of creation (from 1), or the last. */
export type WhichPod = 'the' | 'each' | 'last' | number | { readonly name: string };

export type Subject =
	| { readonly kind: 'pod'; readonly pod: WhichPod }
	/** Without a name: each container. */
	| { readonly kind: 'container'; readonly pod: WhichPod; readonly name?: string }
	| { readonly kind: 'pods'; readonly claim: Claim }
	| { readonly kind: 'owner' }
	| { readonly kind: 'manifest' }
	| { readonly kind: 'event'; readonly match: EventMatch }
	/** `at`: its indexes among the scenario's actions, one unless something is wrong. */
	| { readonly kind: 'action'; readonly name: string; readonly index: number };

export type SubjectKind = Subject['kind'];
/** Those whose state is judged at instants. */
export type StateSubject = Exclude<Subject, { readonly kind: 'event' | 'action' }>;

export type EventMatch = readonly (readonly [field: string, value: Value])[];

/** An instant. Durations count from the creation of the subject. */
export type Moment =
	| { readonly kind: 'time'; readonly t: number }
	| { readonly kind: 'end' }
	| { readonly kind: 'action'; readonly name: string; readonly index: number }
	/** The first time that it becomes so. Without a subject: that of the expectation. */
	| { readonly kind: 'becomes'; readonly subject?: Subject; readonly claim: Claim; readonly after?: Moment }
	| { readonly kind: 'event'; readonly match: EventMatch };

/** While something is so. */
export interface State {
	readonly subject?: Subject;
	readonly claim: Claim;
}

export interface Time {
	readonly at?: Moment;
	readonly after?: Moment;
	readonly within?: number;
	readonly until?: Moment;
	readonly while?: State;
	readonly for?: number;
}

export type VerbName = 'is' | 'becomes' | 'stays' | 'never' | 'happens' | 'order';

/** What is expected: one sentence. */
export type Said =
	| { readonly verb: 'is' | 'stays' | 'never'; readonly subject: Subject; readonly claim: Claim; readonly time: Time }
	| { readonly verb: 'becomes'; readonly subject: Subject; readonly claim: Claim; readonly time: Time; readonly times?: Value }
	| { readonly verb: 'happens'; readonly subject: Subject & { readonly kind: 'event' }; readonly count: Value; readonly time: Time }
	| { readonly verb: 'order'; readonly moments: readonly Moment[] };

export interface Expectation {
	/** Its place in the list. */
	readonly index: number;
	/** Instead of the sentence. */
	readonly name?: string;
	/** A line of the author's under a failure. */
	readonly because?: string;
	readonly said: Said;
}
