import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { SEARCH, type SearchAnswer, type SearchParams } from '../../server/src/protocol/requests';
import { ask } from './ask';
import { isYaml } from './files';

const SCHEME = 'peapod-words';

interface Item extends vscode.QuickPickItem {
	readonly answer: SearchAnswer;
}

/** The command "Explain a field": a search over all paths and words in either language; what is chosen is shown as a page. */
export function registerExplainField(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
	const pages = new Map<string, string>();
	const changed = new vscode.EventEmitter<vscode.Uri>();
	const show = (answer: SearchAnswer): Promise<void> => {
		const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${answer.path}.md` });
		pages.set(uri.path, answer.markdown);
		// It may be open still, in another language.
		changed.fire(uri);
		return open(uri);
	};
	context.subscriptions.push(
		changed,
		vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
			onDidChange: changed.event,
			provideTextDocumentContent: ({ path }) => pages.get(path) ?? '',
		}),
		vscode.commands.registerCommand('peapod.explainField', () => pick(client, show)),
	);
}

function pick(client: BaseLanguageClient, chosen: (answer: SearchAnswer) => unknown): void {
	const { l10n, window } = vscode;
	const picker = window.createQuickPick<Item>();
	picker.title = l10n.t('Explain a field');
	picker.placeholder = l10n.t('A field, or what it is about: livenessProbe, init container, 재시작 정책');
	const uri = window.activeTextEditor?.document.uri.toString();
	let asking = new vscode.CancellationTokenSource();
	const find = async (query: string): Promise<void> => {
		asking.cancel();
		asking = new vscode.CancellationTokenSource();
		const { token } = asking;
		const answers = client.state === State.Running && query.trim() ? await ask(client, SEARCH, params(query, uri), token).catch(() => []) : [];
		// A newer question is under way: its answer will be the true one.
		if (query !== picker.value) return;
		picker.items = answers.map((answer) => ({ label: answer.name, description: answer.path, detail: answer.first, alwaysShow: true, answer }));
	};
	let finding = Promise.resolve();
	picker.onDidChangeValue((query) => {
		finding = find(query);
	});
	picker.onDidAccept(async () => {
		// Enter may be quicker than the answer: then its first one is meant, not what the list held before.
		await finding;
		const [active] = picker.activeItems;
		const item = active && picker.items.includes(active) ? active : picker.items[0];
		picker.hide();
		if (item) await chosen(item.answer);
	});
	picker.onDidHide(() => {
		asking.cancel();
		picker.dispose();
	});
	picker.value = wordAtCursor();
	picker.show();
	finding = find(picker.value);
}

const params = (query: string, uri: string | undefined): SearchParams => ({ query, ...(uri === undefined ? {} : { uri }) });

/** The key under the cursor of a YAML file is what one most likely wonders about. */
function wordAtCursor(): string {
	const editor = vscode.window.activeTextEditor;
	const range = editor && isYaml(editor.document) ? editor.document.getWordRangeAtPosition(editor.selection.active, /[A-Za-z]+/) : undefined;
	return range && editor ? editor.document.getText(range) : '';
}

/** Shown as a rendered page where VS Code can, as text where it cannot. */
async function open(uri: vscode.Uri): Promise<void> {
	try {
		await vscode.commands.executeCommand('markdown.showPreview', uri);
	} catch {
		await vscode.window.showTextDocument(uri, { preview: true });
	}
}
