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

/** One with a mistake, a probe and a life worth watching: what the walkthrough begins with. */
const EXAMPLE = `apiVersion: v1
kind: Pod
metadata:
  name: shop
spec:
  containers:
  - name: shop
    imagee: nginx:1.29
    livenessProbe:
      httpGet:
        path: /
        port: 80
      periodSeconds: 5
`;

export const openExample = (): Promise<void> => newManifest(EXAMPLE);

/** A pod to begin with, in a file that nobody saved yet. */
export async function newManifest(content = NEW_POD): Promise<void> {
	const document = await vscode.workspace.openTextDocument({ language: 'yaml', content });
	await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}
