import type { Verdict } from '../../server/src/features/diagnose/verdict';
import { manifestOf, seedOf } from './cases';
import type { Json, Step } from './steps';

/** A line each: a manifest, and what a running kube-apiserver of SERVER_VERSION with its default admission answered when it was posted. */
export const SERVER = 'test/conformance/server.jsonl';
export const SERVER_VERSION = '1.36';

export type ServerCase = { readonly yaml: string } | { readonly seed: string; readonly steps: readonly Step[] };
export type ServerRow = ServerCase & { readonly expect: Answer };

export interface Answer {
	readonly accepted: boolean;
	/** The sentence of a refusal; of an invalid object its beginning. */
	readonly message?: string;
	/** What is invalid, sorted: where Go walks a map, the order is another each time. */
	readonly causes?: readonly string[];
	readonly warnings?: readonly string[];
	/** As it is stored, less what is another each time. */
	readonly object?: unknown;
}

const seeds = new Map<string, Json>();

export function textOf(one: ServerCase): string {
	if ('yaml' in one) return one.yaml;
	const seed = seeds.get(one.seed) ?? seedOf(one.seed);
	seeds.set(one.seed, seed);
	return manifestOf(seed, one.steps);
}

/** Drawn by lot, or taken from the clock, the store, or where it was asked. */
const DRAWN = ['uid', 'creationTimestamp', 'resourceVersion', 'managedFields', 'namespace'];

/** What of an answer is compared. */
export function answerOf({
	accepted,
	message = '',
	causes = [],
	warnings = [],
	object,
}: Pick<Verdict, 'accepted' | 'message' | 'causes' | 'warnings' | 'object'>): Answer {
	if (causes.length > 0) {
		const sentences = causes.map((cause) => withoutLot(`${cause.reason} ${cause.field}: ${cause.message}`));
		return { accepted, message: message.replace(/ is invalid: .*/s, ' is invalid'), causes: [...new Set(sentences)].sort() };
	}
	if (!accepted) return { accepted, message: withoutLot(message) };
	const { metadata, ...rest } = object as { readonly metadata: Readonly<Record<string, unknown>> };
	const kept = Object.fromEntries(Object.entries(metadata).filter(([key]) => !DRAWN.includes(key)));
	return { accepted, warnings, object: sorted(JSON.parse(withoutLot(JSON.stringify({ ...rest, metadata: kept })))) };
}

function withoutLot(text: string): string {
	return text
		.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UID')
		.replace(/(kube-api-access-|generated-)[a-z0-9]{5}\b/g, '$1GENERATED')
		.replace(/"lastTransitionTime":"[^"]*"/g, '"lastTransitionTime":"NOW"');
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, child]) => [key, sorted(child)]),
	);
}
