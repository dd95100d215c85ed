import * as vscode from 'vscode';

export const nameOf = (uri: vscode.Uri): string => uri.path.split('/').at(-1) ?? uri.path;

/** What an editor has, unsaved changes included, else what the disk has, or whoever makes such texts up; undefined where nobody has anything. */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
	const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
	if (open) return open.getText();
	return vscode.workspace.fs.readFile(uri).then(
		(bytes) => new TextDecoder().decode(bytes),
		() =>
			vscode.workspace.openTextDocument(uri).then(
				(document) => document.getText(),
				() => undefined,
			),
	);
}

/** What the disk has; undefined where it has nothing. */
export const savedText = async (uri: vscode.Uri): Promise<string | undefined> =>
	vscode.workspace.fs.readFile(uri).then(
		(bytes) => new TextDecoder().decode(bytes),
		() => undefined,
	);

export async function exists(uri: vscode.Uri): Promise<boolean> {
	return vscode.workspace.fs.stat(uri).then(
		() => true,
		() => false,
	);
}

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
