import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { CHART_FILES, SEEN, YAML_FILES } from '../../server/src/protocol/requests';
import { tell } from './ask';
import { BuiltFolders } from './built-folders';
import { LEFT_OUT, SeenFiles } from './seen-files';

/** Tells each server that starts what lies in the workspace: all of it first, then whatever changes. Of a folder that is closed the protocol itself tells. */
export function tellSeenFiles(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
	const isRunning = (): boolean => client.state === State.Running;
	const built = new BuiltFolders((name, folders) => void vscode.commands.executeCommand('setContext', name, folders.map(pathOf)));
	const seen = new SeenFiles({
		// Not every virtual file system can be searched.
		find: async (files, most, folder) => {
			const pattern = folder === undefined ? files : new vscode.RelativePattern(vscode.Uri.parse(folder), files);
			const found = await vscode.workspace.findFiles(pattern, `**/${LEFT_OUT}/**`, most).then(undefined, () => []);
			return found.map(String);
		},
		read: async (uri) => vscode.workspace.fs.readFile(vscode.Uri.parse(uri)).then(undefined, () => undefined),
		isHere: (uri) => vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri)) !== undefined,
		// The server may be on its way out; the next one is told anew.
		tell: (file) => {
			built.note(file);
			return tell(client, SEEN, file).catch(() => {});
		},
	});
	const look = (uri: vscode.Uri): unknown => isRunning() && seen.look(uri.toString());
	const files = vscode.workspace.createFileSystemWatcher(YAML_FILES);
	const templates = vscode.workspace.createFileSystemWatcher(CHART_FILES);
	// A folder that is deleted takes its files along without a word of each.
	const deleted = vscode.workspace.createFileSystemWatcher('**', true, true, false);
	context.subscriptions.push(
		built,
		files,
		templates,
		deleted,
		files.onDidCreate(look),
		files.onDidChange(look),
		templates.onDidCreate(look),
		templates.onDidChange(look),
		deleted.onDidDelete((uri) => isRunning() && seen.forget(uri.toString())),
		vscode.workspace.onDidChangeWorkspaceFolders(async ({ added }) => {
			for (const { uri } of isRunning() ? added : []) await seen.lookInto(uri.toString());
		}),
		client.onDidChangeState(({ newState }) => newState === State.Running && seen.lookInto()),
	);
}

/** As `resourcePath` has it: the window of a remote host knows a file by another scheme than its extensions do. */
const pathOf = (uri: string): string => vscode.Uri.parse(uri).fsPath;
