import { framed } from '../../manifest/graft';
import { type Target, targetOf } from '../../overlays/kustomization';
import type { Segment } from '../../schema/field-path';
import { unescapedName } from '../../schema/json-pointer';
import { KINDS } from '../../schema/kinds';
import { entryOf, itemsOf, type ListNode, type Node, type Range, type ScalarNode, textOf } from '../../yaml/node';
import { ownText } from './detail';
import type { IndexedObject } from './occurrence';
import { type Reading, readName } from './read-names';
import { walk } from './walk';

/** A segment of a path, as it stands in a text; `within` is what chooses an item of a list, `[name=app]`. */
interface Step {
	readonly segment: Segment;
	readonly range: Range;
	readonly within?: { readonly key: string; readonly name: string };
}

/** An item farther down a list, or a place deeper than this, is none that anybody speaks of. */
const FARTHEST = 99;
const DEEPEST = 24;

/** What a JSON patch (RFC 6902) says of the objects it is for; undefined where nobody says of what kind they are. */
export function saidByPatch(operations: ListNode, target: Target, text: string): IndexedObject | undefined {
	const reading = readingOf(target, operations.range, text);
	if (reading) for (const { value } of operations.items) operation(reading, value);
	return reading?.object;
}

function operation(reading: Reading, one: Node | undefined): void {
	const path = pointer(reading.text, entryOf(one, 'path')?.value);
	for (const steps of [path, pointer(reading.text, entryOf(one, 'from')?.value)]) if (steps) noteKey(reading, steps);
	const value = entryOf(one, 'value')?.value;
	if (!path || !value) return;
	const way = path.map(({ segment }) => segment);
	// What takes the place of a name is a name of its own.
	const isPatch = textOf(one, 'op') === 'test';
	const within = { ...reading, node: framed(way, { value }, NOWHERE, value.range), isPatch };
	walk(value, { onScalar: (at) => readName(within, at) }, way);
}

/** The segments of a JSON pointer (RFC 6901); undefined where it is none, or is not written as it reads. */
function pointer(text: string, node: Node | undefined): readonly Step[] | undefined {
	const start = node?.kind === 'scalar' && node.text.startsWith('/') ? startOf(text, node) : -1;
	if (node?.kind !== 'scalar' || start < 0) return undefined;
	const steps: Step[] = [];
	let at = start + 1;
	const written = node.text.slice(1).split('/');
	if (written.length > DEEPEST) return undefined;
	for (const one of written) {
		const name = unescapedName(one);
		const segment = name === '-' ? 0 : segmentOf(name);
		if (segment === undefined) return undefined;
		steps.push({ segment, range: { start: at, end: at + one.length } });
		at += one.length + 1;
	}
	return steps;
}

/** What the `replacements` of a kustomization say of the objects that they take values from, and put them into. */
export function saidByReplacements(root: Node | undefined, text: string): readonly IndexedObject[] {
	return itemsOf(root, 'replacements').flatMap((one) => {
		const source = entryOf(one, 'source')?.value;
		const targets = itemsOf(one, 'targets').map((target) => said(entryOf(target, 'select')?.value, itemsOf(target, 'fieldPaths'), text));
		return [said(source, [entryOf(source, 'fieldPath')?.value], text), ...targets].flatMap((object) => object ?? []);
	});
}

function said(selector: Node | undefined, paths: readonly (Node | undefined)[], text: string): IndexedObject | undefined {
	const scalars = paths.filter((path) => path?.kind === 'scalar');
	const [first, last] = [scalars[0], scalars.at(-1)];
	const reading = first && last && readingOf(targetOf(selector), { start: first.range.start, end: last.range.end }, text);
	if (reading) for (const path of scalars) fieldPath(reading, fieldSteps(text, path));
	return reading?.object;
}

/** The items that a path chooses by their names, and the key that it ends at. */
function fieldPath(reading: Reading, steps: readonly Step[]): void {
	const way: Segment[] = [];
	let node: Node | undefined;
	for (const { segment, range, within } of steps) {
		way.push(segment);
		if (!within) continue;
		const name = scalarAt(range, within.name);
		// Ports and variables ask for the name of the container around them.
		node ??= framed([...way, within.key], { value: name }, NOWHERE, range);
		readName({ ...reading, node }, { node: name, path: [...way, within.key], above: [], isKey: false, isWithin: true });
	}
	noteKey(reading, steps);
}

/** The segments of a path of kustomize (kyaml/utils SmarterPathSplitter); none where it is not written as it reads. */
function fieldSteps(text: string, node: ScalarNode): readonly Step[] {
	const start = startOf(text, node);
	if (start < 0) return [];
	const written = [...node.text.matchAll(STEP)];
	return written.length > DEEPEST
		? []
		: written.map(({ 0: all, 1: inside, index }) => {
				const from = start + index + (inside === undefined ? 0 : 1);
				const name = inside ?? all;
				const equals = inside?.indexOf('=') ?? -1;
				const range = { start: from + equals + 1, end: from + name.length };
				if (equals > 0) return { segment: 0, range, within: { key: name.slice(0, equals), name: name.slice(equals + 1) } };
				return { segment: name === '*' ? 0 : (segmentOf(name) ?? 0), range };
			});
}

const STEP = /\[([^[\]]*)\]|[^.[\]]+/g;

/** Notes the key that a path ends at. */
function noteKey(reading: Reading, steps: readonly Step[]): void {
	const last = steps.at(-1);
	if (typeof last?.segment !== 'string' || last.within) return;
	const { start, end } = last.range;
	if (reading.text.slice(start, end) !== last.segment) return;
	const path = steps.map(({ segment }) => segment);
	readName(reading, { node: scalarAt(last.range, last.segment), path, above: [], isKey: true, isWithin: true });
}

/** The name of the one object that is meant; '' where several may be. */
export const targetName = ({ name }: Target): string => (name !== undefined && /^[\w.-]+$/.test(name) ? ownText(name) : '');

/** An object that stands elsewhere, without a name where a pattern stands for several. */
function readingOf(target: Target, range: Range, text: string): Reading | undefined {
	const { kind } = target;
	if (kind === undefined) return undefined;
	const known = KINDS.find((one) => one.kind === kind);
	const object: Reading['object'] = {
		kind: ownText(kind),
		name: targetName(target),
		range,
		head: NOWHERE,
		labels: [],
		makesPods: false,
		isPatch: true,
		isSpokenOf: true,
		selectors: [],
		occurrences: [],
	};
	const node: Node = { kind: 'map', range, entries: [], flow: false };
	return { object, node, manifest: known && { kind: known }, text, isPatch: true, images: [] };
}

/** No offset is inside of it. */
const NOWHERE: Range = { start: 0, end: -1 };

const segmentOf = (name: string): Segment | undefined => (/^\d+$/.test(name) ? (Number(name) <= FARTHEST ? Number(name) : undefined) : name);

const scalarAt = (range: Range, text: string): ScalarNode => ({ kind: 'scalar', range, text, style: 'quoted' });

/** Where the text of a scalar begins; -1 where escapes or folds are in the way. */
function startOf(text: string, { range, text: own }: ScalarNode): number {
	const at = text.slice(range.start, range.end).indexOf(own);
	return at < 0 ? -1 : range.start + at;
}
