/** A line of `check --jsonl`. */
export interface VerdictQuestion {
	readonly yaml: string;
	/** This was created before, and `yaml` is applied over it. */
	readonly old?: string;
	/** `1.34`; the newest by default. */
	readonly kubernetes?: string;
	/** Ask for the object as the server stores it. */
	readonly defaults: boolean;
	/** Ask a running server, with its default admission, instead of its strategies alone. */
	readonly server?: boolean;
}

/** The verdict on one document, in the form of the recordings. */
export interface Verdict {
	readonly apiVersion?: string;
	readonly kind?: string;
	readonly name?: string;
	readonly accepted: boolean;
	readonly decode?: string;
	readonly strict?: readonly string[];
	readonly errors?: readonly { readonly type: string; readonly field: string; readonly detail: string }[];
	readonly warnings?: readonly string[];
	readonly qos?: string;
	readonly security?: { readonly baseline?: readonly string[]; readonly restricted?: readonly string[] };
	readonly object?: unknown;
	/** The Status of a running server: its sentence, and the causes it lists. */
	readonly message?: string;
	readonly causes?: readonly { readonly reason: string; readonly message: string; readonly field: string }[];
}
