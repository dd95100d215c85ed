import type { Origin } from '../built/origin';
import type { Rope } from '../built/rope';
import { Fault } from '../templates/value';
import type { RefusedBy, UnfetchedSchema } from './values-schema';

export interface Rendered {
	/** The text of each template by its path, as in `chart/charts/sub/templates/pod.yaml`; partials are left out. */
	readonly files: ReadonlyMap<string, string>;
	/** The files of the templates, from the chart's folder: one that is there under two names stands twice. */
	readonly sources: ReadonlyMap<string, string>;
	/** Where the texts were typed, if origins were asked for. */
	readonly ropes: ReadonlyMap<string, Rope>;
	/** What Helm would write to its log. */
	readonly warnings: readonly string[];
	/** What values were not checked against, as it would have to be fetched; with origins only: without them the chart does not render. */
	readonly unfetched: readonly UnfetchedSchema[];
}

/** What a schema refuses of the values, where it was typed, nearest first. */
export interface RefusedValue extends RefusedBy {
	readonly origins: readonly Origin[];
}

/** A chart that does not render. */
export class Unrendered extends Fault {
	constructor(
		message: string,
		/** What led to it, nearest first, if origins were asked for. */
		readonly origins: readonly Origin[],
		/** Templates that do not parse, either: Helm stops at the first. */
		readonly others: readonly Unrendered[] = [],
		/** What schemas refuse of the values, if origins were asked for. */
		readonly refused: readonly RefusedValue[] = [],
	) {
		super(message);
	}
}
