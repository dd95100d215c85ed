import type { Beside } from '../features/scenario/scenario-names';
import { isScenario, manifestsBeside } from '../protocol/scenario-files';
import type { Documents } from './documents';
import type { Settings } from './settings';
import type { Workspace } from './workspace';

/** An open scenario file, with the manifest it is played on where one is found. */
export interface OpenScenario {
	readonly text: string;
	readonly settings: Settings;
	readonly beside: Beside | undefined;
}

/** The manifest of a scenario: as an editor has it, or else as it lies in the workspace. */
export async function besideOf(uri: string, documents: Documents, workspace: Workspace): Promise<Beside | undefined> {
	const candidates = manifestsBeside(uri);
	const names = candidates.map(nameOf);
	const open = candidates.findIndex((candidate) => documents.get(candidate));
	const [best, name] = [documents.get(candidates[open] ?? ''), names[open]];
	if (best && name !== undefined && open === 0) return { name, text: best.getText() };
	// A likelier one may lie closed on the disk.
	const read = await workspace.readBeside({ uri, names: open < 0 ? names : names.slice(0, open) });
	if (read) return read;
	return best && name !== undefined ? { name, text: best.getText() } : undefined;
}

/** What the file of its manifest is called, found or not. */
export const manifestName = (uri: string): string => nameOf(manifestsBeside(uri)[0] ?? '');

/** The open scenarios that may be played on this file. */
export const playedOn = (uri: string, documents: Documents): readonly string[] =>
	documents.uris().filter((scenario) => isScenario(scenario) && manifestsBeside(scenario).includes(uri));

function nameOf(uri: string): string {
	const name = uri.slice(uri.lastIndexOf('/') + 1);
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
