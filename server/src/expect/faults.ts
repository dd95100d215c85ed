/** What may be wrong with an expectation. Its words lie in docs/expect.ts; the arguments are what the words are filled with. */
export interface FaultArgs {
	'no-verb': Readonly<Record<never, never>>;
	'two-verbs': { readonly one: string; readonly other: string };
	'no-subject': Readonly<Record<never, never>>;
	'two-subjects': { readonly one: string; readonly other: string };
	/** `the: pod` of what makes several. */
	'several-pods': { readonly kind: string };
	'no-owner': Readonly<Record<never, never>>;
	/** Nothing that is true or false of the subject. `meant` may be ''. */
	'unknown-fact': { readonly subject: string; readonly word: string; readonly known: string; readonly meant: string };
	/** Nothing that kubectl prints. */
	'unknown-status': { readonly word: string; readonly meant: string };
	'unknown-container': { readonly name: string; readonly known: string };
	'no-action': { readonly name: string };
	'unknown-action': { readonly name: string; readonly known: string };
	/** The name is a state's. */
	'state-as-moment': { readonly word: string };
	/** A state without a subject, of an expectation that has no state. */
	'whose-state': { readonly claim: string };
	'ambiguous-action': { readonly name: string };
	'stays-within': Readonly<Record<never, never>>;
	'is-within': Readonly<Record<never, never>>;
	'is-for': Readonly<Record<never, never>>;
	'wrong-time': { readonly verb: string; readonly key: string; readonly takes: string };
	/** Of what has no time: the manifest, an action. */
	timeless: { readonly subject: string; readonly key: string };
	'wrong-verb': { readonly subject: string; readonly verb: string; readonly known: string };
	/** It looks past a written `until`; both in seconds. */
	beyond: { readonly asked: number; readonly until: number };
	comparison: { readonly text: string; readonly meant: string };
	count: { readonly text: string };
	number: { readonly field: string; readonly text: string };
	boolean: { readonly field: string; readonly text: string };
	'unknown-field': { readonly subject: string; readonly field: string; readonly known: string; readonly meant: string };
	/** `pods: 3`: a number where it is asked which. */
	'pods-number': { readonly text: string };
	/** A number of pods is expected as a number. */
	'pods-claim': { readonly text: string };
	claim: Readonly<Record<never, never>>;
	moment: { readonly text: string };
	state: Readonly<Record<never, never>>;
	'which-pod': { readonly text: string };
	'event-match': Readonly<Record<never, never>>;
	'order-short': Readonly<Record<never, never>>;
	'order-time': { readonly text: string };
	'order-alone': { readonly key: string };
}

export type FaultCode = keyof FaultArgs;

/** Where it is, from the root of the scenario, and what it should have been where that is certain: another key, or another value. */
export type ExpectFault = {
	readonly [Code in FaultCode]: {
		readonly path: readonly (string | number)[];
		readonly code: Code;
		readonly args: FaultArgs[Code];
		readonly repair?: { readonly key: string } | { readonly value: string };
	};
}[FaultCode];
