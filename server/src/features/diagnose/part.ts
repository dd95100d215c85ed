import type { Decoded, Unknown } from '../../manifest/decode';
import { locate } from '../../manifest/locate';
import type { Manifest } from '../../manifest/read';
import { withLabels } from '../../overlays/change';
import type { Changes } from '../../overlays/kustomization';
import { FieldPath, type Segment } from '../../schema/field-path';
import type { KindName } from '../../schema/kinds';
import { setOwn } from '../../schema/nil';
import type { Problem } from '../../schema/problem';
import { structOf, type Type } from '../../schema/schema';
import { placeOf } from '../place';
import { type Said, whatHolds } from './unknown';

type Value = Readonly<Record<string, unknown>>;

/** Problems of a value, whatever stands beside it; others speak of what is missing, twice there, or must not stand together. */
const OF_A_VALUE: ReadonlySet<Problem['type']> = new Set<Problem['type']>(['FieldValueInvalid', 'FieldValueNotSupported', 'FieldValueTooLong']);
/** What only says which object is meant: it is judged there. */
const FINDS: ReadonlySet<string> = new Set(['metadata.name', 'metadata.namespace']);
/** Each is judged by itself: this many are plenty. */
const MOST = 20;

/**
 * What holds of a part of an object, whatever it is merged into: the values that would be wrong beside anything. Of each that is said to be wrong
 * the object is judged anew with nothing but the way to it, everything beside that way being unknown.
 */
export function ofPart({ node, kind }: Manifest, { value, unknown }: Pick<Decoded, 'value' | 'unknown'>, judge: (value: Value) => Said): Said {
	// Without a selector that fits nobody looks at the pods.
	const whole = withLabels(kind, value, SELECTED);
	const isWritten = (path: FieldPath): boolean => locate(node, path).exact && isPlain(at(value, path.segments()), placeOf(kind.kind, path.segments())?.type);
	const candidates = judge(whole).problems.filter(
		({ type, path, repair }) => OF_A_VALUE.has(type) && !FINDS.has(path.toString()) && (isWritten(path) || (repair && isWritten(repair.path))),
	);
	const held = candidates.slice(0, MOST).filter((problem) => {
		const about = saidOf(problem.path);
		const alone = wayTo(whole, about, kind.kind);
		const beside = [...unknown, ...besideWay(kind.kind, about)];
		const { problems: still } = whatHolds(judge(alone), { value: alone, unknown: beside }, judge);
		return still.some(({ path, detail }) => path.toString() === problem.path.toString() && detail === problem.detail);
	});
	return { problems: held, denials: [], warnings: [], advice: [], violations: { baseline: [], restricted: [] } };
}

/** What the server says of a whole struct because of one of its fields, it says with all of them. */
const saidOf = (path: FieldPath): FieldPath => (path.parent && !path.isKey && path.parent.toString() === path.toString() ? path.parent : path);

const SELECTED: Pick<Changes, 'labels'> = { labels: [{ pairs: { part: 'of' }, inSelectors: true, inTemplates: true }] };

const at = (value: unknown, segments: readonly Segment[]): unknown =>
	segments.reduce((one: unknown, key) => (one as Readonly<Record<Segment, unknown>> | null | undefined)?.[key], value);

/** A scalar, or a list or map of scalars. */
const isPlain = (value: unknown, type: Type | undefined): boolean =>
	type?.kind !== 'struct' && (isScalar(value) || (typeof value === 'object' && value !== null && Object.values(value).every(isScalar)));
const isScalar = (value: unknown): boolean => value !== undefined && typeof value !== 'object';

/** The object less all that need not stand beside the way. */
function wayTo(value: Value, path: FieldPath, kind: KindName): Value {
	const segments = path.segments();
	const step = (one: unknown, depth: number): unknown => {
		const segment = segments[depth];
		if (segment === undefined) return one;
		if (Array.isArray(one)) return one.map((item, i) => (i === segment ? step(item, depth + 1) : item));
		const object: Record<string, unknown> = {};
		for (const [key, child] of Object.entries(one as Value)) {
			if (key === segment) setOwn(object, key, step(child, depth + 1));
			else if (depth === 0 || key === 'selector' || placeOf(kind, [...segments.slice(0, depth), key])?.field.required) setOwn(object, key, child);
		}
		return object;
	};
	return step(value, 0) as Value;
}

/** All fields beside those on the way. */
export function besideWay(kind: KindName, path: FieldPath): readonly Unknown[] {
	const found: Unknown[] = [];
	for (let end: FieldPath | undefined = path; end; end = end.parent) {
		const parent: FieldPath | undefined = end.parent;
		const type = parent ? placeOf(kind, parent.segments())?.type : ({ kind: 'struct', name: kind } as const);
		if (type?.kind !== 'struct') continue;
		for (const field of structOf(type.name)?.values() ?? []) {
			if (field.name === end.segment || field.name === 'selector' || (!parent && field.name !== 'spec' && field.name !== 'metadata')) continue;
			found.push({
				path: parent ? parent.child(field.name) : FieldPath.of(field.name),
				type: field.type,
				...(field.values ? { values: field.values.map(({ value }) => value) } : {}),
			});
		}
	}
	return found;
}
