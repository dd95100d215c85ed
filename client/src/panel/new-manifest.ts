import * as vscode from 'vscode';

const NEW_POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.27
`;

/** A pod to begin with, in a file that nobody saved yet. */
export async function newManifest(): Promise<void> {
	const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: NEW_POD });
	await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}
