import * as vscode from 'vscode';

export const file = (name: string): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/'), name);

export async function open(name: string): Promise<vscode.TextEditor> {
	return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(name)));
}

/** A manifest that nobody saves. */
export async function openText(content: string): Promise<vscode.TextEditor> {
	return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'yaml', content }));
}

/** Asks again until there is an answer. */
export async function until<T>(ask: () => PromiseLike<T | undefined> | T | undefined, what: string): Promise<T> {
	const deadline = Date.now() + 60_000;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > deadline) throw new Error(`There was no ${what} within a minute.`);
		await new Promise((done) => setTimeout(done, 100));
	}
}

/** Until something holds. */
export const when = (holds: () => boolean, what: string): Promise<true> => until(() => holds() || undefined, what);

export const positionOf = (document: vscode.TextDocument, text: string, offset = 0): vscode.Position =>
	document.positionAt(document.getText().indexOf(text) + offset);

/** Puts the cursor behind a text of the file. */
export function goBehind(editor: vscode.TextEditor, text: string): void {
	const at = positionOf(editor.document, text, text.length);
	editor.selection = new vscode.Selection(at, at);
}

export async function hoverText(document: vscode.TextDocument, at: string): Promise<string> {
	const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, positionOf(document, at, 1));
	return hovers.flatMap((hover) => hover.contents.map((content) => (typeof content === 'string' ? content : content.value))).join('\n');
}

export async function labelsAt(document: vscode.TextDocument, at: vscode.Position): Promise<readonly string[]> {
	const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
	return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** Applies the quick fix that is offered at a fault; asked again where the document had moved on meanwhile. */
export async function mend(document: vscode.TextDocument, { range }: vscode.Diagnostic): Promise<void> {
	await until(async () => {
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, 'quickfix');
		const [edit] = actions.flatMap((action) => action.edit ?? []);
		return (edit && (await vscode.workspace.applyEdit(edit))) || undefined;
	}, 'quick fix');
}

/** One with a page about it has its code beside the page's address. */
const codeOf = ({ code }: vscode.Diagnostic): unknown => (typeof code === 'object' ? code.value : code);

export const faultWith = (document: vscode.TextDocument, code: string): Promise<vscode.Diagnostic> =>
	until(() => vscode.languages.getDiagnostics(document.uri).find((one) => codeOf(one) === code), `diagnostic ${code}`);

/** Types the beginning of a suggestion, and takes the first one; `holds` says when it is there. */
export async function choose(typed: string, holds: () => boolean): Promise<void> {
	await vscode.commands.executeCommand('type', { text: typed });
	await until(async () => {
		await vscode.commands.executeCommand('editor.action.triggerSuggest');
		await new Promise((done) => setTimeout(done, 300));
		await vscode.commands.executeCommand('acceptSelectedSuggestion');
		return holds() || undefined;
	}, `suggestion for ${typed}`);
	await vscode.commands.executeCommand('leaveSnippet');
}

export async function setLanguage(language: string): Promise<void> {
	await vscode.workspace.getConfiguration('peapod').update('language', language, vscode.ConfigurationTarget.Global);
}

const tabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);

/** A tab of an extension's page with this title. */
export const pageTab = (title: string): Promise<vscode.Tab> =>
	until(() => tabs().find(({ input, label }) => input instanceof vscode.TabInputWebview && label === title), `page "${title}"`);
