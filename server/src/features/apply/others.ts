/** Objects of kinds that nobody judges: whether they change is told all the same, and what that means for pods. */
import type { File, Section } from '../../manifest/read';
import type { AppliedObject, FieldChange } from '../../protocol/apply';
import type { Span } from '../../protocol/text';
import { same } from '../../schema/same';
import { toJson } from '../../yaml/json';
import { entryOf, type Node, type Range, textOf } from '../../yaml/node';
import { headOf } from '../manifests';
import type { Fate } from './applier';
import { changesOf } from './changes';
import { fieldsOf } from './fields';
import * as words from './sentences';

interface Other {
	readonly kind: string;
	readonly name: string;
	readonly key: string;
	readonly node: Node;
	readonly start: number;
}

/** What whoever applies does of their own accord: with what only the old text has, and with hooks. */
interface Ways {
	readonly left: (node: Node) => Fate;
	readonly hook: (node: Node) => Fate | undefined;
}

/** In the order of the new text, then of the old. */
export function otherRows(file: File, old: File, spanOf: (range: Range) => Span, { left: fateOf, hook }: Ways): readonly AppliedObject[] {
	const [now, before] = [othersOf(file), othersOf(old)];
	const former = new Map(before.map((other) => [other.key, other]));
	const kept = new Set(now.map(({ key }) => key));
	const left = before
		.filter(({ key }) => !kept.has(key))
		.map(({ kind, name, node }): AppliedObject => ({ kind, name, ...fateOf(node), refusals: [], changes: [] }));
	return [...now.map((other) => ({ ...rowOf(other, former.get(other.key), spanOf), ...hookRow(hook(other.node)) })), ...left];
}

/** A hook is none the worse for what it was. */
const hookRow = (fate: Fate | undefined): Partial<AppliedObject> => (fate ? { ...fate, changes: [] } : {});

/** The heads of ConfigMaps and Secrets that the old text has otherwise, or not at all. */
export function differingSources(file: File, old: File): readonly Range[] {
	const former = new Map(othersOf(old).map(({ key, node }) => [key, toJson(node)]));
	return othersOf(file).flatMap((other) => (words.READ_BY_PODS.has(other.kind) && !same(toJson(other.node), former.get(other.key)) ? headOf(other) : []));
}

function rowOf(other: Other, former: Other | undefined, spanOf: (range: Range) => Span): AppliedObject {
	const { kind, name, node, start } = other;
	const span = spanOf(headOf(other));
	const row = { kind, name, span, refusals: [], changes: [] };
	if (!former) return { ...row, outcome: 'created', sentence: words.CREATED };
	const changes = changesOf(toJson(former.node) ?? null, toJson(node) ?? null);
	if (changes.length === 0) return { ...row, outcome: 'unchanged', sentence: words.NOTHING };
	const fields = fieldsOf({ node, start }, changes, () => false, spanOf);
	return {
		...row,
		outcome: 'changed',
		sentence: words.otherSentence(kind),
		...fields,
		...(kind === 'Secret' && { changes: fields.changes.map(withoutValues) }),
	};
}

/** What is secret is not shown. */
const withoutValues = ({ path, span, decides }: FieldChange): FieldChange => ({ path, span, decides, after: '…' });

const othersOf = ({ sections }: File): readonly Other[] => sections.flatMap(othersIn);

/** The object of such a kind that a document is, if it is one. */
export function othersIn({ otherKind: kind, document: { root, faults }, start }: Section): readonly Other[] {
	if (!kind || root?.kind !== 'map' || faults.length > 0) return [];
	const metadata = entryOf(root, 'metadata')?.value;
	const name = textOf(metadata, 'name') ?? '';
	const key = JSON.stringify([textOf(root, 'apiVersion')?.split('/')[0], kind, textOf(metadata, 'namespace') ?? 'default', name]);
	return [{ kind, name, key, node: root, start }];
}
