import type { File } from '../../manifest/read';
import type { Range } from '../../yaml/node';
import { headOf, manifestsOf } from '../manifests';

/** A code lens for each manifest that is a whole object: where it stands, and its index among the file's manifests. */
export const lenses = (file: File): readonly { readonly range: Range; readonly index: number }[] =>
	manifestsOf(file).flatMap((manifest, index) => (manifest.part ? [] : [{ range: headOf(manifest), index }]));
