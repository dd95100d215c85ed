import * as vscode from 'vscode';

/** Texts that lie in no file. */
export class ShownTexts {
	private readonly texts = new Map<string, string>();
	private readonly changed = new vscode.EventEmitter<vscode.Uri>();

	constructor(context: vscode.ExtensionContext, schemes: readonly string[]) {
		const provider = { onDidChange: this.changed.event, provideTextDocumentContent: (uri: vscode.Uri) => this.texts.get(uri.toString()) ?? '' };
		const register = (scheme: string) => vscode.workspace.registerTextDocumentContentProvider(scheme, provider);
		context.subscriptions.push(this.changed, ...schemes.map(register));
	}

	/** `query` tells apart what goes by one path. */
	put(scheme: string, path: string, text: string, query = ''): vscode.Uri {
		const uri = vscode.Uri.from({ scheme, path, query });
		this.texts.set(uri.toString(), text);
		// It may be open still, with what was asked before.
		this.changed.fire(uri);
		return uri;
	}
}

/** The path of a page that tells of a file: another one for each file, and the tab of a preview is called like the last part of it. */
export const pageOf = (file: string, title: string): string => `${file}/${title}`;

/** Shows a page of Markdown beside what one reads. */
export async function showBeside(page: vscode.Uri): Promise<void> {
	// Not everywhere is there a Markdown preview.
	await vscode.commands
		.executeCommand('markdown.showPreviewToSide', page)
		.then(undefined, () => vscode.window.showTextDocument(page, { viewColumn: vscode.ViewColumn.Beside }));
}
