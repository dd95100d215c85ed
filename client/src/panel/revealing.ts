import * as vscode from 'vscode';
import type { Span } from '../../../server/src/protocol/text';

/** Selects a field where the file is shown already, else beside the panel. */
export async function reveal(uri: vscode.Uri, span: Span, panelColumn: vscode.ViewColumn | undefined): Promise<void> {
	const selection = new vscode.Range(span.start.line, span.start.character, span.end.line, span.end.character);
	const shown = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
	const viewColumn = shown?.viewColumn ?? (panelColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One);
	const editor = await vscode.window.showTextDocument(uri, { viewColumn, selection });
	editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
