import type { Origin } from '../../built/origin';
import { ALONE, type Around } from '../../manifest/around';
import { locate, pathAt } from '../../manifest/locate';
import { type File, type Manifest, read, type Section } from '../../manifest/read';
import type { Built } from '../../overlays/build/build';
import { emitted } from '../../overlays/build/emit';
import { type Fields, get, isFields, textAt } from '../../overlays/build/object';
import { traceAt } from '../../overlays/build/origin-at';
import type { Segment } from '../../schema/field-path';
import type { Minor } from '../../schema/schema';
import { isGoTemplate } from '../../yaml/go-template';
import type { Range } from '../../yaml/node';
import type { Document } from '../../yaml/parse';
import { diagnose } from '../diagnose/diagnose';
import type { Diagnostic } from '../diagnose/diagnostic';
import { type Judgement, judge } from '../diagnose/judge';
import { valueWrittenAt } from '../diagnose/written-at';
import type { Finding } from './finding';

/** What was read and judged for an earlier build: of many objects that are built anew most are as they were. */
export class JudgedBefore {
	private documents: ReadonlyMap<string, Document> = new Map();
	private readonly judgements = new WeakMap<Document, Map<string, Judgement>>();

	/** A text as a file, with the documents of the last one that was read. */
	read(text: string, around: Around): File {
		const file = read(text, this.documents, around);
		this.documents = new Map(file.sections.map(({ document }) => [document.text, document]));
		return file;
	}

	judged(manifest: Manifest, version: Minor): Judgement {
		const known = this.judgements.get(manifest.document) ?? new Map<string, Judgement>();
		this.judgements.set(manifest.document, known);
		const key = `${version} ${manifest.node.range.start}`;
		const judgement = known.get(key) ?? judge(manifest, version);
		known.set(key, judgement);
		return judgement;
	}
}

/** What is built as a text, and which object each document of it is. */
export interface BuiltFile {
	readonly file: File;
	/** By where their documents begin. */
	readonly objects: ReadonlyMap<number, Fields>;
}

/** All that is built in one file, but for what is a template of somebody else, or too large and never ours. */
export function builtFile({ objects }: Pick<Built, 'objects'>, before: JudgedBefore, around: Around = ALONE): BuiltFile {
	const parts = new Map<number, Fields>();
	let text = '';
	for (const object of objects) {
		if (textAt(object, 'kind') === 'CustomResourceDefinition') continue;
		const own = textOf(object);
		if (own === undefined) continue;
		if (text !== '') text += '---\n';
		parts.set(text.length, object);
		text += own;
	}
	return { file: before.read(text, around), objects: parts };
}

/** An object as a text; undefined where it looks like a template of somebody else. Of configuration only the keys matter: what they hold may be anything. */
function textOf(object: Fields): string | undefined {
	if (!/^(?:ConfigMap|Secret)$/.test(textAt(object, 'kind'))) {
		const text = emitted(object);
		return isGoTemplate(text) ? undefined : text;
	}
	const data = ['data', 'stringData', 'binaryData'].flatMap((field) => {
		const held = get(object, field);
		return isFields(held) ? [[field, Object.fromEntries(Object.keys(held).map((key) => [key, '']))] as const] : [];
	});
	return emitted({ ...object, ...Object.fromEntries(data) });
}

/** What the server would say of all that an overlay builds, where it was typed. `home` is where that shows which nobody typed. */
export function judgeOverlay({ file, objects }: BuiltFile, version: Minor, before: JudgedBefore, home: Origin): readonly Finding[] {
	const found = diagnose(file, version, (manifest) => before.judged(manifest, version));
	return found.map((diagnostic) => {
		const { fix: _fix, otherFixes: _others, related = [], ...own } = diagnostic;
		const [first, ...others] = originsOf(diagnostic, diagnostic.range, file, objects) ?? [home];
		const besides = related.flatMap(({ range }) => originsOf(undefined, range, file, objects)?.[0] ?? []);
		const at = first ?? home;
		return { file: at.file, diagnostic: { ...own, range: at.range }, others: [...others, ...besides] };
	});
}

/** Where a range of what is built was typed, and what it was written over. */
function originsOf(
	diagnostic: Pick<Diagnostic, 'subject'> | undefined,
	range: Range,
	{ sections }: File,
	objects: ReadonlyMap<number, Fields>,
): readonly Origin[] | undefined {
	const section = sections.findLast(({ start }) => start <= range.start);
	const object = section && objects.get(section.start);
	const place = object && placeIn(section, { start: range.start - section.start, end: range.end - section.start }, diagnostic?.subject?.path);
	const trace = place && traceAt(object, place.path);
	if (!trace) return undefined;
	const { via = [], ...own } = place.onKey ? trace.key : trace.value;
	return [own, ...via];
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
