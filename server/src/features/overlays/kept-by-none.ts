import { slice } from '../../built/rope';
import type { File } from '../../manifest/read';
import type { Minor } from '../../schema/schema';
import type { Range } from '../../yaml/node';
import { type Source, saidOf, type Told } from '../built/finding';
import { diagnose } from '../diagnose/diagnose';
import type { Diagnostic } from '../diagnose/diagnostic';
import { decodedOf } from '../diagnose/judge';
import { manifestsOf } from '../manifests';
import type { JudgedRoot } from './judge-roots';

/**
 * Keys of a file that are no fields and that none of the overlays built from it keeps: what stands beside them is replaced or deleted. No server sees them;
 * who wrote them meant something all the same. `plain` is what is found in the file alone.
 */
export function keptByNone(source: Source, plain: readonly Diagnostic[], roots: readonly JudgedRoot[]): readonly Told[] {
	const unknown = plain.filter(({ code }) => code === 'decode/unknown-field');
	if (unknown.length === 0) return [];
	const kept = roots.flatMap((root) => keptOf(source, root));
	return unknown
		.filter(({ range }) => !kept.some(({ start, end }) => start < range.end && range.start < end))
		.map((diagnostic) => ({
			file: source.file,
			diagnostic: { ...saidOf(diagnostic, 'kept by no overlay: ', '어느 오버레이에도 남지 않음: '), severity: 'warning' },
			related: [],
			isUnanimous: true,
		}));
}

/** Where the keys and scalars of what an overlay builds stand in a file. */
function keptOf(source: Source, { files, text }: JudgedRoot): readonly Range[] {
	if (!text || !files.has(source.file)) return [];
	const rope = text.rope(source);
	return slice(rope, 0, text.file.text.length).flatMap(({ origins }) => origins.flatMap(({ file, range }) => (file === source.file ? range : [])));
}

/** The same of a file that is otherwise judged as it is built: hardly any has such a key, and to see that asks for no verdict. */
export function lostIn(path: string, file: File, version: Minor, roots: readonly JudgedRoot[]): readonly Told[] {
	const isOdd = manifestsOf(file).some((manifest) => decodedOf(manifest, version).faults.some(({ code }) => code === 'decode/unknown-field'));
	return isOdd ? keptByNone({ file: path, text: file.text }, diagnose(file, version), roots) : [];
}
