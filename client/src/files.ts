import * as vscode from 'vscode';
import type { LiveName } from '../../server/src/protocol/why';
import { decoded } from './decoded';

/** The files that the server reads: YAML, and templates of charts and of Jinja whatever other extensions call them. */
export const READ: readonly { readonly language?: string; readonly pattern?: string }[] = [
	{ language: 'yaml' },
	{ language: 'helm' },
	{ pattern: '**/templates/**/*.tpl' },
	{ pattern: '**/*.{yaml,yml}.{j2,jinja,jinja2}' },
];

const LANGUAGES: ReadonlySet<string> = new Set(READ.flatMap(({ language }) => language ?? []));

/** Templates of charts are YAML as well, whatever other extensions call them. */
export const isYaml = ({ languageId }: vscode.TextDocument): boolean => LANGUAGES.has(languageId);

export const isJson = ({ languageId }: vscode.TextDocument): boolean => languageId === 'json';

/** Whether a file lies in the chart of a template: what the template renders to may hang on it. Both are URIs. */
function isOfChart(template: string, file: string): boolean {
	const chart = /^(.*\/)templates\//.exec(template)?.[1];
	return chart !== undefined && file.startsWith(chart);
}

/** Whether what is shown of a file may hang on another: a template on what lies in its chart, a manifest on whatever overlays build it with. */
export const mayDecide = (shown: string, other: vscode.TextDocument): boolean => isOfChart(shown, other.uri.toString()) || isYaml(other);

export const nameOf = (uri: vscode.Uri): string => uri.path.split('/').at(-1) ?? uri.path;

/** What a command is about: a lens gives a URI as text, a menu as it is; without one the active editor is meant. */
export const uriMeant = (given: unknown): vscode.Uri | undefined => uriGiven(given) ?? vscode.window.activeTextEditor?.document.uri;

export function uriGiven(given: unknown): vscode.Uri | undefined {
	if (given instanceof vscode.Uri) return given;
	return typeof given === 'string' ? vscode.Uri.parse(given) : undefined;
}

/** The same once it is open: the explorer names files that nobody opened, and the server knows open ones. What is no text stays closed. */
export async function openMeant(given: unknown): Promise<vscode.Uri | undefined> {
	const uri = uriMeant(given);
	if (given instanceof vscode.Uri) await vscode.workspace.openTextDocument(given).then(undefined, () => undefined);
	return uri;
}

/** Which pod or workload of it is meant: lenses name one, menus give all that is selected. */
export function liveMeant(given: unknown): LiveName | undefined {
	return typeof given === 'object' && given !== null && 'name' in given ? (given as LiveName) : undefined;
}

/** Puts a text in place of all that a document has, as an edit that can be undone: nothing is written before somebody saves it. */
export async function filledWith(uri: vscode.Uri, text: string): Promise<vscode.TextDocument> {
	const document = await vscode.workspace.openTextDocument(uri);
	const edit = new vscode.WorkspaceEdit();
	edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
	await vscode.workspace.applyEdit(edit);
	return document;
}

/** Where a file is, or will be: one that nobody saved yet has the path at which it will be, in a folder of the workspace; undefined where it has none. */
function placeOf(uri: vscode.Uri): vscode.Uri | undefined {
	if (uri.scheme !== 'untitled') return uri;
	const folders = uri.path.startsWith('/') ? (vscode.workspace.workspaceFolders ?? []) : [];
	return folders.map((folder) => folder.uri.with({ path: uri.path })).find((place) => vscode.workspace.getWorkspaceFolder(place));
}

/** What an editor has, unsaved changes included, else what the disk has, or whoever makes such texts up; undefined where nobody has anything. */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
	const place = placeOf(uri);
	const names = [uri.toString(), place?.toString()];
	const open = vscode.workspace.textDocuments.find((document) => names.includes(document.uri.toString()));
	if (open) return open.getText();
	// To open an untitled one would be to make it.
	if (!place) return undefined;
	const saved = await savedText(place);
	if (saved !== undefined) return saved;
	return vscode.workspace.openTextDocument(place).then(
		(document) => document.getText(),
		() => undefined,
	);
}

/** What the disk has; undefined where it has nothing. */
export const savedText = async (uri: vscode.Uri): Promise<string | undefined> => {
	const bytes = await savedBytes(uri);
	return bytes && decoded(bytes);
};

/** The same as it lies there. */
export const savedBytes = async (uri: vscode.Uri): Promise<Uint8Array | undefined> =>
	vscode.workspace.fs.readFile(uri).then(
		(bytes) => bytes,
		() => undefined,
	);

export async function exists(uri: vscode.Uri): Promise<boolean> {
	return vscode.workspace.fs.stat(uri).then(
		() => true,
		() => false,
	);
}

export const isFolder = async (uri: vscode.Uri): Promise<boolean> =>
	vscode.workspace.fs.stat(uri).then(
		({ type }) => (type & vscode.FileType.Directory) !== 0,
		() => false,
	);

/** Writes a file, or says why it could not be. */
export async function written(uri: vscode.Uri, bytes: Uint8Array): Promise<boolean> {
	try {
		await vscode.workspace.fs.writeFile(uri, bytes);
		return true;
	} catch (error) {
		void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be written: {1}', nameOf(uri), error instanceof Error ? error.message : String(error)));
		return false;
	}
}
