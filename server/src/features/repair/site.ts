import { locate } from '../../manifest/locate';
import type { File, Manifest } from '../../manifest/read';
import type { Bilingual } from '../../protocol/text';
import { type Segment, startsWith } from '../../schema/field-path';
import type { Minor } from '../../schema/schema';
import { type Node, shifted } from '../../yaml/node';
import type { Edit } from '../../yaml/text-edit';
import type { Diagnostic, Subject } from '../diagnose/diagnostic';
import { valueWrittenAt } from '../diagnose/written-at';
import { manifestAt, type Place, placeOf } from '../place';

/** A way to mend a fault that nobody has tried yet. Offsets count from the document's start. */
export interface Candidate {
	readonly title: Bilingual;
	readonly edits: readonly Edit[];
	/** Nobody would want anything else; the others are choices. */
	readonly isCertain?: boolean;
	/** What is written stays, in another shape. */
	readonly keeps?: boolean;
	/** What is written around it speaks for it, and against the fix that the fault came with. */
	readonly overrules?: boolean;
	/** It was not meant where anything is left to do. */
	readonly isAll?: boolean;
	/** Only of interest where nothing is certain. */
	readonly isFallback?: boolean;
	/** All that it puts there is a proposal. */
	readonly isProposal?: boolean;
	/** Only of interest where nothing else mends. */
	readonly isLast?: boolean;
	/** Of one family no more than so many that mend are told. */
	readonly family?: string;
	readonly most?: number;
	/** A name gets another spelling, wherever it is referred to. */
	readonly renames?: boolean;
}

/** Nothing is put in the place of what goes. */
export const isRemoval = ({ edits }: Candidate): boolean => edits.every(({ text }) => text === '' || /^\s*(?:\{\}|\[\])\s*$/.test(text));

/** A fault, and what is known of its place. */
export interface Site extends Partial<Subject> {
	readonly code: string;
	readonly manifest: Manifest;
	readonly version: Minor;
	readonly path: readonly Segment[];
	/** What the schema has there; nothing where it knows no such field. */
	readonly place: Place | undefined;
	/** What is written there. */
	readonly value: Node | undefined;
	/** What is missing elsewhere in the manifest. */
	readonly required: readonly (readonly Segment[])[];
}

/** Where a fault of a file looks for its repair; nothing where it is about no place of a manifest. */
export function siteIn(file: File, diagnostic: Diagnostic, version: Minor, required: Site['required']): Site | undefined {
	const manifest = manifestAt(file, diagnostic.range.start)?.manifest;
	return manifest && siteOf({ ...diagnostic, range: shifted(diagnostic.range, -manifest.start) }, manifest, version, required);
}

/** Where a diagnostic, whose offsets count from the document's start, looks for its repair; nothing where it is about no place of a manifest. */
function siteOf({ code, range, subject }: Diagnostic, manifest: Manifest, version: Minor, required: Site['required']): Site | undefined {
	const path = subject?.path ?? valueWrittenAt(manifest.node, range);
	if (!path || path.length === 0) return undefined;
	const { value, exact } = locate(manifest.node, path);
	return { ...subject, code, manifest, version, path, place: placeOf(manifest.kind.kind, path), value: exact ? value : undefined, required };
}

/** The path of a pod's spec in a manifest, `spec.template.spec`. */
export const podSpecOf = ({ kind }: Manifest): readonly Segment[] => [...kind.template, 'spec'];

/** The path of the container that a path leads through; undefined where it leads through none. */
export function containerOf({ manifest, path }: Pick<Site, 'manifest' | 'path'>): readonly Segment[] | undefined {
	const pod = podSpecOf(manifest);
	const isIn = startsWith(path, pod) && /^(?:init|ephemeral)?containers$/i.test(String(path[pod.length]));
	return isIn && typeof path[pod.length + 1] === 'number' ? path.slice(0, pod.length + 2) : undefined;
}

/** With offsets of the file, and the line breaks that the document has. */
export function inFile(candidate: Candidate, { start, document }: Manifest): Candidate {
	const isCrLf = document.text.includes('\r\n');
	const edits = candidate.edits.map(({ range, text }) => ({
		range: shifted(range, start),
		text: isCrLf ? text.replace(/\r?\n/g, '\r\n') : text,
	}));
	return { ...candidate, edits };
}
