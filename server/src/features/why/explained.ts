import type { Evidence } from '../../autopsy/finding';
import type { Foretold } from '../../autopsy/typical';
import type { Watched } from '../../autopsy/watched';
import type { Bilingual } from '../../protocol/text';
import type { Scenario } from '../../simulator/scenario';

/** A pod explained. Words are Markdown with `code` only. */
export interface Explained {
	readonly name: string;
	readonly namespace: string;
	/** The time that is spoken of as now, milliseconds of the epoch; undefined where neither the dump nor who asks has one. */
	readonly now?: number;
	/** Minutes from UTC of the clock that times are told by, where it is another one. */
	readonly zone?: number;
	/** `unknown`: the dump does not say how the pod is. */
	readonly verdict: 'healthy' | 'unhealthy' | 'unknown';
	readonly headline: Bilingual;
	/** Oldest first; the last one is what holds the pod now. */
	readonly causes: readonly { readonly words: Bilingual; readonly evidence: readonly Evidence[] }[];
	/** The most promising first, three at most, each with a line to copy. */
	readonly advice: readonly { readonly words: Bilingual; readonly line: string }[];
	/** The rows of `kubectl get pod` from now on, `t` in seconds; the first is what the dump shows. */
	readonly timeline: readonly Foretold[];
	/** In this scenario a pod like this one comes to be as this one is. Holds no value of an environment variable and no annotation. */
	readonly scenario: Scenario;
	/** Of a pod that was printed again and again: where its life was not as the one that is told, `at` in seconds since its creation. */
	readonly watched?: {
		readonly words: Bilingual;
		readonly parts: readonly { readonly words: Bilingual; readonly container: string; readonly at: number }[];
		/** What was as it is told, a sentence a container. */
		readonly alike: readonly Bilingual[];
	} & Pick<Watched, 'real' | 'told'>;
	/** Whether the simulated life shows what the dump shows; where not, or where the dump is too short to know, the sentences say so. */
	readonly fits: boolean;
	readonly fit: Bilingual;
}
