import { pathAt } from '../../manifest/locate';
import { type File, type Manifest, read } from '../../manifest/read';
import type { Minor } from '../../schema/schema';
import type { Range } from '../../yaml/node';
import { edited } from '../../yaml/text-edit';
import { type Judgement, judge } from '../diagnose/judge';
import { manifestsOf } from '../manifests';
import { additions } from './additions';
import { extractEnv } from './extract-env';
import { plainEdit, type Refactoring, type Spot } from './refactoring';
import { wrapPod } from './wrap-pod';

/**
 * What may be made of the manifest at a range: wrapped, extracted, added. `isWide`: somebody asks for all of it, and not for what belongs to this line.
 * Each was tried: what comes out is read, and all of it is accepted.
 */
export function refactorings(
	file: File,
	{ start, end }: Range,
	isWide: boolean,
	version: Minor,
	judged: (manifest: Manifest) => Judgement,
): readonly Refactoring[] {
	const manifest = manifestsOf(file).find((one) => one.start + one.node.range.start <= start && end <= one.start + one.document.text.length);
	if (!manifest || !judged(manifest).accepted || manifest.document.faults.length > 0) return [];
	const path = pathAt(manifest.node, start - manifest.start)?.segments ?? [];
	const spot: Spot = { manifest, path, isWide };
	const all = [...wrapPod(spot), ...extractEnv(spot, file), ...additions(spot)];
	return all.map((one) => likeIn(file.text, one)).filter((one) => isSound(file, one, version));
}

/** With the line breaks of the file. */
function likeIn(text: string, refactoring: Refactoring): Refactoring {
	if (!text.includes('\r\n')) return refactoring;
	return { ...refactoring, edits: refactoring.edits.map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/g, '\r\n') })) };
}

function isSound(file: File, { edits }: Refactoring, version: Minor): boolean {
	const known = new Map(file.sections.map(({ document }) => [document.text, document]));
	const anew = read(edited(file.text, edits.map(plainEdit)), known, file.around);
	if (anew.silent) return false;
	const changed = anew.sections.filter(({ document }) => !known.has(document.text));
	return (
		changed.length > 0 && changed.every(({ document, manifests }) => document.faults.length === 0 && manifests.every((one) => judge(one, version).accepted))
	);
}
