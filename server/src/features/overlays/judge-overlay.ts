import type { Origin } from '../../built/origin';
import { ALONE, type Around, BUILT } from '../../manifest/around';
import { locate, pathAt } from '../../manifest/locate';
import type { Section } from '../../manifest/read';
import type { Built } from '../../overlays/build/build';
import { emitted } from '../../overlays/build/emit';
import { type Fields, get, isFields, textAt } from '../../overlays/build/object';
import { traceAt } from '../../overlays/build/origin-at';
import type { Segment } from '../../schema/field-path';
import type { Minor } from '../../schema/schema';
import { type Range, shifted } from '../../yaml/node';
import { type BuiltText, typedAt } from '../built/finding';
import type { JudgedBefore } from '../built/judged-before';
import { diagnose } from '../diagnose/diagnose';
import type { Diagnostic } from '../diagnose/diagnostic';
import { valueWrittenAt } from '../diagnose/written-at';
import { type BuiltFile, ropeOf } from './built-rope';

/** All that is built in one file, but for what is too large and never ours. */
export function builtFile({ objects }: Pick<Built, 'objects'>, before: JudgedBefore, around: Around = ALONE): BuiltFile {
	const parts = new Map<number, Fields>();
	let text = '';
	for (const object of objects) {
		if (textAt(object, 'kind') === 'CustomResourceDefinition') continue;
		const own = textOf(object);
		if (text !== '') text += '---\n';
		parts.set(text.length, object);
		text += own;
	}
	return { file: before.read(text, { ...around, ...BUILT }), objects: parts };
}

/** An object as a text. Of configuration only the keys matter: what they hold may be anything. */
function textOf(object: Fields): string {
	if (!/^(?:ConfigMap|Secret)$/.test(textAt(object, 'kind'))) return emitted(object);
	const data = ['data', 'stringData', 'binaryData'].flatMap((field) => {
		const held = get(object, field);
		return isFields(held) ? [[field, Object.fromEntries(Object.keys(held).map((key) => [key, '']))] as const] : [];
	});
	return emitted({ ...object, ...Object.fromEntries(data) });
}

/** What the server would say of all that an overlay builds, where it was typed. `home` is where that shows which nobody typed. */
export function judgeOverlay(built: BuiltFile, version: Minor, before: JudgedBefore, home: Origin): BuiltText {
	const { file } = built;
	const found = diagnose(file, version, (manifest) => before.judged(manifest, version));
	const findings = found.map((diagnostic) => typedAt(diagnostic, home, (range, subject) => originsOf(built, range, subject)));
	return { file, findings, rope: (source) => ropeOf(built, source) };
}

/** Where a range of what is built was typed, and what it was written over. */
export function originsOf(built: BuiltFile, range: Range, subject?: Diagnostic['subject']): readonly Origin[] {
	const { section, object } = partAt(built, range) ?? {};
	const place = section && placeIn(section, shifted(range, -section.start), subject?.path);
	const trace = object && place && traceAt(object, place.path);
	if (!trace) return [];
	const { via = [], ...own } = place.onKey ? trace.key : trace.value;
	return [own, ...via];
}

/** The document of what is built that a range lies in, and the object that it is. */
export function partAt({ file, objects }: BuiltFile, range: Range): { readonly section: Section; readonly object: Fields } | undefined {
	const section = file.sections.findLast(({ start }) => start <= range.start);
	const object = section && objects.get(section.start);
	return object && { section, object };
}

/** The field that a range is about. Where that is missing which is asked for, what should hold it is shown, as it begins where it was typed. */
function placeIn(
	{ document, manifests }: Section,
	range: Range,
	subject: readonly Segment[] | undefined,
): { readonly path: readonly Segment[]; readonly onKey: boolean } | undefined {
	const { root } = document;
	if (!root) return undefined;
	if (subject && manifests.every(({ embedded }) => !embedded) && !locate(root, subject).exact) return { path: subject, onKey: true };
	const at = pathAt(root, range.start);
	const onKey = at?.onKey === true && at.node.range.end === range.end;
	return { path: (onKey ? at.segments : valueWrittenAt(root, range)) ?? at?.segments ?? [], onKey };
}
