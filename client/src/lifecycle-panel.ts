import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FromWebview, Question, SimulateAnswer, SimulateParams, Span, StatusAnswer, ToWebview } from '../../server/src/protocol';
import { scenariosBeside, scenarioYaml, stemOf } from './scenario-file';

const VIEW = 'peapod.lifecycle';

/** The command that opens the panel beside the editor, and what brings it back after a reload. One panel a file. */
export function registerLifecyclePanel(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
	const panels = new Map<string, LifecyclePanel>();
	const live = (uri: vscode.Uri, document: number, panel: vscode.WebviewPanel): void => {
		const key = uri.toString();
		panels.set(key, new LifecyclePanel(context.extensionUri, client, uri, document, panel));
		panel.onDidDispose(() => panels.delete(key));
	};
	const open = async (target?: vscode.Uri | string, document?: number): Promise<void> => {
		const uri = typeof target === 'string' ? vscode.Uri.parse(target) : (target ?? vscode.window.activeTextEditor?.document.uri);
		if (!uri) {
			void vscode.window.showInformationMessage(vscode.l10n.t('Open a pod manifest (YAML) first.'));
			return;
		}
		const there = panels.get(uri.toString());
		if (there) return there.show(document);
		const options = { ...webviewOptions(context.extensionUri), enableFindWidget: true };
		live(
			uri,
			document ?? (await documentAtCursor(client, uri)),
			vscode.window.createWebviewPanel(VIEW, '', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, options),
		);
	};
	context.subscriptions.push(
		vscode.commands.registerCommand('peapod.openPanel', open),
		vscode.window.registerWebviewPanelSerializer(VIEW, {
			async deserializeWebviewPanel(panel, state: { readonly uri?: unknown; readonly document?: unknown } | undefined) {
				if (typeof state?.uri !== 'string' || !state.uri) return panel.dispose();
				panel.webview.options = webviewOptions(context.extensionUri);
				live(vscode.Uri.parse(state.uri), typeof state.document === 'number' ? state.document : 0, panel);
			},
		}),
	);
}

function webviewOptions(extension: vscode.Uri): vscode.WebviewOptions {
	return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extension, 'dist')] };
}

/** The document of the file that the cursor stands in. */
async function documentAtCursor(client: BaseLanguageClient, uri: vscode.Uri): Promise<number> {
	const line = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString())?.selection.active.line ?? 0;
	const status = await client.sendRequest<StatusAnswer | null>('peapod/status', { uri: uri.toString() }).catch(() => null);
	return status?.documents.find(({ span }) => span.start.line <= line && line <= span.end.line)?.index ?? 0;
}

class LifecyclePanel {
	private question: Question = {};
	/** The scenario file in force, while nothing else was asked for. */
	private scenario: vscode.Uri | undefined;
	/** Where Save goes without asking. */
	private file: vscode.Uri | undefined;
	/** Of several questions under way only the newest may answer. */
	private asked = 0;
	private documents = '';
	private readonly subscriptions: vscode.Disposable[];

	constructor(
		extension: vscode.Uri,
		private readonly client: BaseLanguageClient,
		private readonly uri: vscode.Uri,
		private document: number,
		private readonly panel: vscode.WebviewPanel,
	) {
		const mine = (document: vscode.TextDocument) => document.uri.toString() === uri.toString();
		panel.title = vscode.l10n.t('Life of {0}', this.name());
		panel.iconPath = vscode.Uri.joinPath(extension, 'media', 'icon.png');
		this.subscriptions = [
			panel.webview.onDidReceiveMessage((message: FromWebview) => this.receive(message)),
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				if (contentChanges.length === 0) return;
				if (mine(document)) void this.ask('edited');
				else if (document.uri.toString() === this.scenario?.toString()) void this.ask('asked');
			}),
			vscode.workspace.onDidSaveTextDocument((document) => {
				if (/\.scenario\.ya?ml$/.test(document.uri.path)) void this.offerScenarios();
			}),
			vscode.workspace.onDidChangeConfiguration((event) => {
				if (event.affectsConfiguration('peapod', uri)) void this.begin();
			}),
			vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
				const at = mine(textEditor.document) ? selections[0]?.active : undefined;
				this.post({ type: 'cursor', ...(at && { place: { line: at.line, character: at.character } }) });
			}),
		];
		panel.onDidDispose(() => vscode.Disposable.from(...this.subscriptions).dispose());
		panel.webview.html = html(panel.webview, vscode.Uri.joinPath(extension, 'dist'));
	}

	show(document: number | undefined): void {
		this.panel.reveal(undefined, true);
		if (document === undefined || document === this.document) return;
		this.document = document;
		this.question = {};
		this.scenario = undefined;
		void this.begin();
	}

	private post(message: ToWebview): void {
		void this.panel.webview.postMessage(message);
	}

	private receive(message: FromWebview): void {
		switch (message.type) {
			case 'ready':
				this.document = message.document ?? this.document;
				this.question = message.question ?? this.question;
				void this.begin();
				return;
			case 'ask':
				this.document = message.document;
				this.question = message.question;
				this.scenario = undefined;
				void this.ask('asked');
				return;
			case 'reveal':
				void this.reveal(message.span);
				return;
			case 'quickFix':
				void this.reveal(message.span).then(() => vscode.commands.executeCommand('editor.action.quickFix'));
				return;
			case 'openLink':
				// Only pages that the server names may be opened, and only over https.
				if (message.url.startsWith('https://')) void vscode.env.openExternal(vscode.Uri.parse(message.url));
				return;
			case 'copy':
				void vscode.env.clipboard.writeText(message.text);
				return;
			case 'export':
				void this.export(message);
				return;
			case 'saveScenario':
				void this.saveScenario(scenarioYaml(message.scenario));
				return;
			case 'openScenario':
				void this.openScenario(message.file);
				return;
			case 'newManifest':
				void vscode.workspace
					.openTextDocument({ language: 'yaml', content: NEW_POD })
					.then((document) => vscode.window.showTextDocument(document, vscode.ViewColumn.One));
				return;
			default:
				message satisfies never;
		}
	}

	private async begin(): Promise<void> {
		this.documents = '';
		// A panel that VS Code restored may be the only one who wants the file.
		await vscode.workspace.openTextDocument(this.uri).then(undefined, () => undefined);
		await Promise.all([this.ask('opened'), this.offerScenarios()]);
	}

	private async ask(because: (ToWebview & { type: 'answered' })['because']): Promise<void> {
		const mine = ++this.asked;
		const { scenario } = this;
		try {
			const scenarioText = scenario && (await textOf(scenario));
			const params: SimulateParams = {
				uri: this.uri.toString(),
				document: this.document,
				...this.question,
				...(scenarioText !== undefined && { scenarioText }),
			};
			const [status, answer] = await Promise.all([
				this.client.sendRequest<StatusAnswer | null>('peapod/status', { uri: params.uri }),
				this.client.sendRequest<SimulateAnswer>('peapod/simulate', params),
			]);
			if (mine !== this.asked) return;
			this.tellDocuments(status);
			this.post({ type: 'answered', answer, because, ...(scenario && { scenarioFile: nameOf(scenario) }) });
		} catch (error) {
			if (mine === this.asked) this.post({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
		}
	}

	/** Said again only when it changed. */
	private tellDocuments(status: StatusAnswer | null): void {
		const documents = status?.documents ?? [];
		const message: ToWebview = {
			type: 'opened',
			uri: this.uri.toString(),
			file: this.name(),
			documents,
			document: this.document,
			language: languageFor(this.uri),
		};
		const said = JSON.stringify(message);
		if (said !== this.documents) this.post(message);
		this.documents = said;
	}

	private name(): string {
		return nameOf(this.uri);
	}

	/** Selects a field where the manifest is shown already, else beside the panel. */
	private async reveal(span: Span): Promise<void> {
		const selection = new vscode.Range(span.start.line, span.start.character, span.end.line, span.end.character);
		const shown = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === this.uri.toString());
		const viewColumn = shown?.viewColumn ?? (this.panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One);
		const editor = await vscode.window.showTextDocument(this.uri, { viewColumn, selection });
		editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
	}

	private async offerScenarios(): Promise<void> {
		this.post({ type: 'scenarios', files: await scenariosBeside(this.uri) });
	}

	private beside(name: string): vscode.Uri {
		const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
		return this.uri.scheme === 'untitled' && folder ? vscode.Uri.joinPath(folder, name) : vscode.Uri.joinPath(this.uri, '..', name);
	}

	/** Beside the manifest; a file that this panel has not read or written is not overwritten without a question. */
	private async saveScenario(text: string): Promise<void> {
		const own = this.beside(`${stemOf(this.uri)}.scenario.yaml`);
		const target = this.file ?? ((await exists(own)) ? await vscode.window.showSaveDialog({ defaultUri: own, filters: { YAML: ['yaml', 'yml'] } }) : own);
		if (!target || !(await written(target, new TextEncoder().encode(text)))) return;
		this.file = target;
		this.post({ type: 'saved', file: nameOf(target) });
		void this.offerScenarios();
	}

	private async openScenario(name: string | undefined): Promise<void> {
		const chosen =
			name === undefined
				? await vscode.window.showOpenDialog({ defaultUri: vscode.Uri.joinPath(this.uri, '..'), filters: { YAML: ['yaml', 'yml'] } })
				: [this.beside(name)];
		const [file] = chosen ?? [];
		if (!file) return;
		this.scenario = file;
		this.file = file;
		await this.ask('asked');
	}

	private async export({ format, name, data }: FromWebview & { type: 'export' }): Promise<void> {
		const target = await vscode.window.showSaveDialog({ defaultUri: this.beside(`${name}.${format}`), filters: { [format.toUpperCase()]: [format] } });
		if (!target) return;
		const bytes = format === 'png' ? Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)) : new TextEncoder().encode(data);
		await written(target, bytes);
	}
}

const NEW_POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.27
`;

function nameOf(uri: vscode.Uri): string {
	return uri.path.split('/').at(-1) ?? uri.path;
}

/** With `both` the panel begins in VS Code's language; it can be switched there. */
function languageFor(uri: vscode.Uri): 'en' | 'ko' {
	const language = vscode.workspace.getConfiguration('peapod', uri).get<string>('language');
	if (language === 'en' || language === 'ko') return language;
	return vscode.env.language.startsWith('ko') ? 'ko' : 'en';
}

/** What an editor has, unsaved changes included, else what the disk has. */
async function textOf(uri: vscode.Uri): Promise<string> {
	const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
	return open ? open.getText() : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

async function exists(uri: vscode.Uri): Promise<boolean> {
	return vscode.workspace.fs.stat(uri).then(
		() => true,
		() => false,
	);
}

async function written(uri: vscode.Uri, bytes: Uint8Array): Promise<boolean> {
	try {
		await vscode.workspace.fs.writeFile(uri, bytes);
		return true;
	} catch (error) {
		void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be written: {1}', nameOf(uri), error instanceof Error ? error.message : String(error)));
		return false;
	}
}

/** Nothing but our own script, named by a nonce, our own style sheet, and pictures made in the page itself (export). */
function html(webview: vscode.Webview, dist: vscode.Uri): string {
	const nonce = crypto.randomUUID().replaceAll('-', '');
	const [script, style] = ['webview.js', 'webview.css'].map((name) => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString());
	const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; img-src data:; font-src ${webview.cspSource}`;
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${style}">
<title>Peapod</title>
</head>
<body>
<script type="module" nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
