import { type Embedding, type Part, plant, stepsOf, type Tree } from './embedding';
import { EMBEDDABLE } from './frames';
import { kinds, parts } from './generated/embedded';
import { kindOf } from './kinds';

/** Kinds of the user's own, by `apiVersion/kind`. */
export type OwnKinds = Readonly<Record<string, Embedding>>;

/** Where a custom kind holds pods, or pieces of them; undefined for a kind that nobody told us of. */
export function embeddingOf(apiVersion: string, kind: string, own?: OwnKinds): Embedding | undefined {
	const mine = entry(own, `${apiVersion}/${kind}`);
	if (mine) return mine;
	// Of ours the table tells nothing: it need not be read.
	if (kindOf(apiVersion, kind)) return undefined;
	const [group = '', version = ''] = apiVersion.split('/');
	const trees = entry(entry(kinds, group), kind);
	const [, tree] = (trees && Object.entries(trees).find(([versions]) => versions.split(' ').includes(version))) ?? [];
	return tree && { tree, parts };
}

const entry = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
	record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;

/** A place in a kind of the user's own. */
export interface OwnPart {
	readonly apiVersion: string;
	readonly kind: string;
	/** `spec.tasks[].template` */
	readonly path: string;
	/** One of EMBEDDABLE. */
	readonly what: string;
}

/** A list that the user wrote as places in kinds; what is none is passed over, and left out `what` is a PodTemplateSpec. */
export function ownPartsOf(list: unknown): readonly OwnPart[] {
	const given = Array.isArray(list) ? list : [];
	return given.flatMap((one: unknown) => {
		const { apiVersion, kind, path, what = 'PodTemplateSpec' } = (one ?? {}) as Readonly<Record<string, unknown>>;
		const isText = [apiVersion, kind, path].every((text) => typeof text === 'string' && text !== '');
		return isText && EMBEDDABLE.includes(String(what)) ? [{ apiVersion, kind, path, what } as OwnPart] : [];
	});
}

/** The places by kind. Nobody knows the schema of such a kind. */
export function ownKindsOf(list: readonly OwnPart[]): OwnKinds {
	const own: Record<string, { readonly tree: Tree; readonly parts: Part[] }> = {};
	for (const { apiVersion, kind, path, what } of list) {
		const key = `${apiVersion}/${kind}`;
		const embedding = entry(own, key) ?? { tree: {}, parts: [] };
		own[key] = embedding;
		plant(embedding.tree, stepsOf(path, what), embedding.parts.push({ is: what, whole: true, some: true }) - 1);
	}
	return own;
}
