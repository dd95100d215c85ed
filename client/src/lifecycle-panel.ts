import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { SimulateAnswer } from '../../server/src/protocol/life';
import type { FromWebview, Question, ToWebview } from '../../server/src/protocol/panel';
import type { SimulateParams, StatusAnswer } from '../../server/src/protocol/requests';
import type { Span } from '../../server/src/protocol/text';
import { exists, nameOf, textOf, written } from './files';
import { isScenarioName, understood } from './from-webview';
import { panelPage } from './panel-page';
import { scenariosBeside, scenarioYaml, stemOf } from './scenario-file';

/** The panel's host side: what the page asks for, and what becomes of it when files change. */
export class LifecyclePanel {
	private question: Question = {};
	/** Where Save goes without asking. */
	private file: vscode.Uri | undefined;
	/** Of several questions under way only the newest may answer. */
	private asked = 0;
	private documents = '';
	/** Pages that the server named in the life that is shown. */
	private links: ReadonlySet<string> = new Set();
	private readonly subscriptions: vscode.Disposable[];

	constructor(
		extension: vscode.Uri,
		private readonly client: BaseLanguageClient,
		private uri: vscode.Uri,
		private document: number,
		private readonly panel: vscode.WebviewPanel,
		/** The scenario file in force, while nothing else was asked for. */
		private scenario: vscode.Uri | undefined,
	) {
		const mine = (document: vscode.TextDocument) => document.uri.toString() === this.uri.toString();
		const offer = () => void this.offerScenarios();
		this.file = scenario;
		this.nameTab();
		panel.iconPath = vscode.Uri.joinPath(extension, 'media', 'icon.png');
		this.subscriptions = [
			panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				// A page that nobody sees does not stand; it asks for itself when it is built again.
				if (contentChanges.length === 0 || !panel.visible) return;
				if (mine(document)) void this.ask('edited');
				else if (document.uri.toString() === this.scenario?.toString()) void this.ask('asked');
			}),
			vscode.workspace.onDidSaveTextDocument((document) => isScenarioName(nameOf(document.uri)) && offer()),
			vscode.workspace.onDidDeleteFiles(offer),
			vscode.workspace.onDidRenameFiles(offer),
			vscode.workspace.onDidChangeConfiguration((event) => {
				if (event.affectsConfiguration('peapod', this.uri)) void this.begin();
			}),
			vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
				const at = mine(textEditor.document) ? selections[0]?.active : undefined;
				this.post({ type: 'cursor', ...(at && { place: { line: at.line, character: at.character } }) });
			}),
		];
		panel.onDidDispose(() => vscode.Disposable.from(...this.subscriptions).dispose());
		panel.webview.html = panelPage(panel.webview, extension);
	}

	show(document: number | undefined, scenario: vscode.Uri | undefined): void {
		this.panel.reveal(undefined, true);
		if (scenario) return void this.play(scenario);
		if (document === undefined || document === this.document) return;
		this.document = document;
		this.question = {};
		this.scenario = undefined;
		void this.begin();
	}

	/** The manifest has another name now. */
	moveTo(uri: vscode.Uri): void {
		this.uri = uri;
		void this.begin();
	}

	private nameTab(): void {
		this.panel.title = TITLES[languageFor(this.uri)](nameOf(this.uri));
	}

	private post(message: ToWebview): void {
		void this.panel.webview.postMessage(message);
	}

	private receive(said: unknown): void {
		const message = understood(said);
		if (!message) return;
		this.obey(message).catch((error: unknown) => {
			void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
		});
	}

	private async obey(message: FromWebview): Promise<void> {
		switch (message.type) {
			case 'ready':
				this.document = message.document ?? this.document;
				this.question = message.question ?? this.question;
				if (message.scenarioFile !== undefined) this.scenario ??= this.file = this.beside(message.scenarioFile);
				return this.begin();
			case 'ask':
				this.document = message.document;
				this.question = message.question;
				this.scenario = undefined;
				return this.ask('asked');
			case 'reveal':
				return this.reveal(message.span);
			case 'quickFix':
				await this.reveal(message.span);
				return void (await vscode.commands.executeCommand('editor.action.quickFix'));
			case 'openLink':
				if (this.links.has(message.url)) await vscode.env.openExternal(vscode.Uri.parse(message.url));
				return;
			case 'copy':
				return vscode.env.clipboard.writeText(message.text);
			case 'export':
				return this.export(message);
			case 'saveScenario':
				return this.saveScenario(scenarioYaml(message.scenario));
			case 'openScenario':
				return this.openScenario(message.file);
			case 'newManifest':
				return newManifest();
			default:
				message satisfies never;
		}
	}

	private async begin(): Promise<void> {
		this.nameTab();
		this.documents = '';
		await Promise.all([this.ask('opened'), this.offerScenarios()]);
	}

	private async ask(because: (ToWebview & { type: 'answered' })['because']): Promise<void> {
		const mine = ++this.asked;
		try {
			// The server knows open files only, and this panel may be the only one who wants the file.
			await vscode.workspace.openTextDocument(this.uri).then(undefined, () => undefined);
			const scenarioText = this.scenario && (await textOf(this.scenario));
			if (mine !== this.asked) return;
			// It was deleted: its scenario is played no more.
			if (scenarioText === undefined) this.scenario = undefined;
			const { scenario } = this;
			const params: SimulateParams = {
				...this.question,
				uri: this.uri.toString(),
				document: this.document,
				...(scenarioText !== undefined && { scenarioText }),
			};
			const [status, answer] = await Promise.all([
				this.client.sendRequest<StatusAnswer | null>('peapod/status', { uri: params.uri }),
				this.client.sendRequest<SimulateAnswer>('peapod/simulate', params),
			]);
			if (mine !== this.asked) return;
			if (answer.kind === 'life') this.links = new Set(Object.values(answer.links).flatMap(({ en, ko }) => [en, ko]));
			this.tellDocuments(status);
			this.post({ type: 'answered', answer, because, ...(scenario && { scenarioFile: nameOf(scenario) }) });
		} catch (error) {
			if (mine === this.asked) this.post({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
		}
	}

	/** Said again only when it changed. */
	private tellDocuments(status: StatusAnswer | null): void {
		const message: ToWebview = {
			type: 'opened',
			uri: this.uri.toString(),
			file: nameOf(this.uri),
			documents: status?.documents ?? [],
			document: this.document,
			language: languageFor(this.uri),
		};
		const said = JSON.stringify(message);
		if (said !== this.documents) this.post(message);
		this.documents = said;
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

	/** A file in the folder of the manifest; of one that is not saved yet, in the workspace. */
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
		await this.offerScenarios();
	}

	private async openScenario(name: string | undefined): Promise<void> {
		if (name !== undefined) return this.play(this.beside(name));
		const [file] = (await vscode.window.showOpenDialog({ defaultUri: this.beside('.'), filters: { YAML: ['yaml', 'yml'] } })) ?? [];
		if (file) await this.play(file);
	}

	private async play(scenario: vscode.Uri): Promise<void> {
		if ((await textOf(scenario)) === undefined) {
			void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be read.', nameOf(scenario)));
			return this.offerScenarios();
		}
		this.scenario = scenario;
		this.file = scenario;
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

async function newManifest(): Promise<void> {
	const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: NEW_POD });
	await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}

/** The tab speaks the language of the page it heads, which need not be VS Code's. */
const TITLES = { en: (file: string) => `Life of ${file}`, ko: (file: string) => `${file}의 일생` } as const;

/** With `both` the panel begins in VS Code's language; it can be switched there. */
function languageFor(uri: vscode.Uri): 'en' | 'ko' {
	const language = vscode.workspace.getConfiguration('peapod', uri).get<string>('language');
	if (language === 'en' || language === 'ko') return language;
	return vscode.env.language.startsWith('ko') ? 'ko' : 'en';
}
