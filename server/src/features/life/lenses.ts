import type { File } from '../../manifest/read';
import type { Range } from '../../yaml/node';
import { hasLife } from '../embedded';
import { headOf, manifestsOf } from '../manifests';

/** A code lens for each manifest that has a life: where it stands, and its index among the file's manifests. */
export const lenses = (file: File): readonly { readonly range: Range; readonly index: number }[] =>
	manifestsOf(file).flatMap((manifest, index) => (hasLife(manifest) ? [{ range: headOf(manifest), index }] : []));
