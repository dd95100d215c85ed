import { type Range, shifted } from '../../yaml/node';
import type { PlacedObject, Workspace, WorkspaceFile } from './workspace';

/** An object of the workspace, to be gone to by its name. */
interface WorkspaceSymbol {
	/** `Deployment/web`. */
	readonly name: string;
	readonly namespace?: string;
	readonly file: WorkspaceFile;
	readonly range: Range;
}

/** More than these nobody reads: one types on. */
const MOST = 500;

/** The objects whose kind and name have the letters of a query in its order, as editors look for symbols; all for none. */
export function workspaceSymbols(workspace: Workspace, query: string): readonly WorkspaceSymbol[] {
	const letters = query.toLowerCase().replace(/\s/g, '');
	const found: WorkspaceSymbol[] = [];
	for (const placed of workspace.objects()) {
		if (placed.object.name === '' || !hasLetters(nameOf(placed).toLowerCase(), letters)) continue;
		const { file, start, object } = placed;
		found.push({ name: nameOf(placed), file, range: shifted(object.head, start), ...(object.namespace ? { namespace: object.namespace } : {}) });
		if (found.length === MOST) break;
	}
	return found;
}

const nameOf = ({ object: { kind, name } }: PlacedObject): string => `${kind}/${name}`;

function hasLetters(text: string, letters: string): boolean {
	let at = 0;
	for (const letter of letters) {
		at = text.indexOf(letter, at) + 1;
		if (at === 0) return false;
	}
	return true;
}
