import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Beside } from '../features/scenario/scenario-names';
import type { ReadBesideAnswer, ReadBesideParams } from '../protocol/requests';
import { isScenario, manifestsBeside } from '../protocol/scenario-files';
import type { Settings } from './manifests';

/** An open scenario file, with the manifest it is played on where one is found. */
export interface OpenScenario {
	readonly text: string;
	readonly settings: Settings;
	readonly beside: Beside | undefined;
}

const nameOf = (uri: string): string => {
	const name = uri.slice(uri.lastIndexOf('/') + 1);
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
};

/** The manifest of a scenario: as an editor has it, or else as the client reads it. The server has no file system. */
export async function besideOf(uri: string, documents: TextDocuments<TextDocument>, connection: Connection): Promise<Beside | undefined> {
	const candidates = manifestsBeside(uri);
	const names = candidates.map(nameOf);
	const open = candidates.findIndex((candidate) => documents.get(candidate));
	const [best, name] = [documents.get(candidates[open] ?? ''), names[open]];
	if (best && name !== undefined && open === 0) return { name, text: best.getText() };
	// A likelier one may lie closed on the disk. Not every client knows the question.
	const likelier = open < 0 ? names : names.slice(0, open);
	const params: ReadBesideParams = { uri, names: likelier };
	const read = await connection.sendRequest<ReadBesideAnswer | null>('peapod/readBeside', params).catch(() => null);
	if (read) return read;
	return best && name !== undefined ? { name, text: best.getText() } : undefined;
}

/** What the file of its manifest is called, found or not. */
export const manifestName = (uri: string): string => nameOf(manifestsBeside(uri)[0] ?? '');

/** Whether an open scenario may be played on this file. */
export const isPlayedOn = (uri: string, documents: TextDocuments<TextDocument>): boolean =>
	documents.keys().some((scenario) => isScenario(scenario) && manifestsBeside(scenario).includes(uri));
