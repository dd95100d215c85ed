import type { IsUnknown } from '../../manifest/decode';
import type { Placeholder } from '../../yaml/node';
import type { Document } from '../../yaml/parse';
import { placeholderIn, placeholdersIn } from '../../yaml/placeholders';

/** Fields that take any text, so that no rule asks what it is. A `$` in them is mostly the shell's. */
const ANY_TEXT: ReadonlySet<string> = new Set([
	...['Container.command', 'Container.args', 'EphemeralContainer.command', 'EphemeralContainer.args'],
	...['EnvVar.value', 'ExecAction.command', 'HTTPHeader.value'],
]);
/** Fields in which Kubernetes fills in `$(NAME)` itself, beside those. */
const TAKES_REFERENCES: ReadonlySet<string> = new Set(['VolumeMount.subPathExpr']);

/** Tells the scalars of a document that hold a placeholder: nobody knows their value before it is filled in. Of the `vars` a kustomization fills in the references. Undefined where none holds any. */
export function isFilledIn(document: Document, vars: readonly string[] = []): IsUnknown | undefined {
	if (!document.placeholders?.length) return undefined;
	const isVar = ({ start, end, isReference }: Placeholder): boolean => isReference && vars.includes(document.text.slice(start + '$('.length, end - 1));
	return (scalar, struct, field) => {
		const place = `${struct}.${field}`;
		if (vars.length > 0 && placeholdersIn(document, scalar).some(isVar)) return true;
		const placeholder = ANY_TEXT.has(place) ? undefined : placeholderIn(document, scalar);
		return placeholder !== undefined && !(placeholder.isReference && TAKES_REFERENCES.has(place));
	};
}
