/** A text in both languages. Markdown; the first line is one sentence that stands alone. */
export interface Words {
	readonly en: string;
	readonly ko: string;
}

/** Why the server says something, and what to do about it. */
export interface ProblemWords extends Words {
	/** A page under kubernetes.io/docs, as FieldWords has it. */
	readonly link?: string;
}

/** The same of what no server says: `said` is the sentence. `{port}` is filled with what the rule names; `{port:을/를}` is the Korean particle that fits it. */
export interface AdviceWords extends ProblemWords {
	readonly said: Words;
}

/** What Peapod says of a field. Style: see CONTRIBUTING.md. */
export interface FieldWords extends Words {
	/** What does not fit in about twelve lines, shown behind "more". */
	readonly more?: Words;
	/** YAML as one would write it, the field's key first. */
	readonly example?: string;
	/** A page of kubernetes.io under /docs/, with its anchor: `concepts/workloads/pods/init-containers/#detailed-behavior`. */
	readonly link?: string;
}

/** Words for every field of a type: a missing field, or a missing language, does not compile. */
export type Documented<T> = { readonly [K in keyof Required<T>]: FieldWords };

/** `documented<Container>()({ image: { en, ko }, … })`; curried, so that the words keep their own type. */
export function documented<T>(): <W extends Documented<T>>(words: W & { readonly [K in Exclude<keyof W, keyof T>]: never }) => Documented<T> {
	return (words) => words;
}

/** What Peapod says of a key of a scenario file. */
export interface ScenarioWords extends FieldWords {
	/** What counts where the key is left out. */
	readonly default?: string;
}
