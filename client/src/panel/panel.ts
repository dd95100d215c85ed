import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { lessonIn } from '../../../server/src/protocol/lesson-files';
import type { Mode } from '../../../server/src/protocol/mode';
import type { Against, FromWebview, ShownLesson, ToWebview } from '../../../server/src/protocol/panel';
import { LESSON, LESSONS, LIVE, SIMULATE, STATUS, TRY_FIX } from '../../../server/src/protocol/requests';
import { isScenario, scenariosOf } from '../../../server/src/protocol/scenario-files';
import type { LiveName } from '../../../server/src/protocol/why';
import { ask } from '../ask';
import type { Course } from '../course/course';
import { COMMANDS } from '../course/learn';
import { exists, mayDecide, nameOf, textOf, written } from '../files';
import { ANSWER_RESTS, Resting, TYPING_RESTS } from '../resting';
import { expectsIn } from '../test-files';
import { appliedOver } from './applied-over';
import type { ComparedBefore } from './compared';
import { type Asked, type Asking, Conversation } from './conversation';
import type { ShownLife } from './expect-life';
import { exportedBytes } from './exporting';
import type { Showing } from './following';
import { understood } from './from-webview';
import { modesOf } from './modes';
import { newManifest } from './new-manifest';
import { panelPage } from './page';
import { reveal } from './revealing';
import { placeToSave, stemOf } from './saving';
import { scenarioYaml } from './scenario-yaml';
import { pageLanguage, titleOf } from './titles';

/** Scenario files that the page has room to offer. */
const MOST_OFFERED = 8;
const YAML = { YAML: ['yaml', 'yml'] };

/** The panel's host side: what the page asks for, and what becomes of it when files change. */
export class LifecyclePanel implements Showing {
	private readonly conversation: Conversation;
	/** What the page speaks, once it was chosen there. */
	private language: 'en' | 'ko' | undefined;
	/** Scenario files beside the manifest that expect something. */
	private tests: readonly string[] = [];
	private readonly subscriptions: vscode.Disposable[];

	constructor(
		extension: vscode.Uri,
		client: BaseLanguageClient,
		course: Course,
		private readonly compared: ComparedBefore,
		readonly panel: vscode.WebviewPanel,
		uri: vscode.Uri,
		asked: Asked,
		public isLocked: boolean,
	) {
		this.conversation = new Conversation(uri.toString(), asked, {
			open: async (file) => void (await vscode.workspace.openTextDocument(vscode.Uri.parse(file)).then(undefined, () => undefined)),
			status: (file) => ask(client, STATUS, { uri: file }),
			simulate: (params) => cancellable((token) => ask(client, SIMULATE, params, token)),
			live: (params) => cancellable((token) => ask(client, LIVE, params, token)),
			applied: (file) => appliedOver(client, file, compared.of(file)),
			lesson: (file) => this.lessonOf(file, client, course),
			modes: modesOf,
			textOf: (file) => textOf(vscode.Uri.parse(file)),
			clock: () => Date.now(),
			language: languageFor,
			post: (message) => this.post(message),
			log: (error) => client.outputChannel.error(error instanceof Error ? error : String(error)),
		});
		this.nameTab();
		panel.iconPath = vscode.Uri.joinPath(extension, 'media', 'icon.png');
		this.subscriptions = this.watchFiles();
		panel.onDidDispose(() => {
			this.conversation.stop();
			vscode.Disposable.from(...this.subscriptions).dispose();
		});
		panel.webview.html = panelPage(panel.webview, extension);
	}

	/** The manifest that is shown. */
	get uri(): string {
		return this.conversation.uri;
	}

	/** What is asked of it, and the scenario of the life that is shown. */
	get life(): ShownLife {
		const { asked, lived } = this.conversation;
		return { uri: this.uri, document: asked.document, file: asked.scenario, scenario: lived };
	}

	/** Comes to the front, with another document or scenario of its file where one is named, at a second where one is. */
	show(document: number | undefined, scenario: vscode.Uri | undefined, at?: number): void {
		this.reveal();
		if (scenario) return void this.play(scenario, at, true);
		const { mode, document: shown } = this.conversation.asked;
		if (mode !== 'life' || (document !== undefined && document !== shown)) void this.conversation.turnTo(document ?? 0, 'life');
	}

	/** Comes to the front as it is. */
	reveal(): void {
		this.panel.reveal(undefined, true);
	}

	/** The manifest has another name now. */
	moveTo(uri: vscode.Uri): void {
		this.conversation.rename(uri.toString());
		void this.begin();
	}

	/** Something else is asked of the file. */
	enter(mode: Mode, pod?: LiveName): void {
		this.reveal();
		void this.conversation.enter(mode, pod);
	}

	/** Another manifest is shown from now on. */
	turnTo(uri: vscode.Uri, document: number | undefined, scenario: vscode.Uri | undefined, mode?: Mode, pod?: LiveName): void {
		this.conversation.show(uri.toString(), document, scenario?.toString(), mode, pod);
		// A page that nobody sees does not stand; it asks for itself when it is built again.
		if (this.panel.visible) void this.begin();
		else this.nameTab();
	}

	private watchFiles(): vscode.Disposable[] {
		const offer = () => void this.offerScenarios();
		const edited = new Resting(TYPING_RESTS, () => void this.conversation.ask('edited'));
		const replayed = new Resting(TYPING_RESTS, () => void this.conversation.ask('asked'));
		return [
			edited,
			replayed,
			this.panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				if (contentChanges.length === 0 || !this.panel.visible) return;
				const uri = document.uri.toString();
				if (uri === this.uri) edited.soon(this.conversation.asked.mode === 'lesson' ? ANSWER_RESTS : TYPING_RESTS);
				else if (uri === this.conversation.asked.scenario) replayed.soon();
				else if (mayDecide(this.uri, document)) edited.soon();
			}),
			vscode.workspace.onDidSaveTextDocument((document) => isScenario(nameOf(document.uri)) && offer()),
			vscode.workspace.onDidDeleteFiles(offer),
			vscode.workspace.onDidRenameFiles(offer),
			vscode.workspace.onDidChangeConfiguration((event) => {
				if (event.affectsConfiguration('peapod', vscode.Uri.parse(this.uri))) void this.begin();
			}),
			vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
				const at = textEditor.document.uri.toString() === this.uri ? selections[0]?.active : undefined;
				this.post({ type: 'cursor', ...(at && { place: { line: at.line, character: at.character } }) });
			}),
		];
	}

	private nameTab(): void {
		this.panel.title = titleOf(this.language ?? languageFor(this.uri), nameOf(vscode.Uri.parse(this.uri)));
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
				this.language = message.language;
				this.nameTab();
				return void (await Promise.all([
					this.conversation.ready(message, message.scenarioFile === undefined ? undefined : this.beside(message.scenarioFile).toString()),
					this.offerScenarios(),
				]));
			case 'ask':
				return this.conversation.answer(message.document, message.question);
			case 'mode':
				return this.turnToMode(message.mode);
			case 'speak':
				this.language = message.language;
				this.nameTab();
				// The texts of a lesson come in one language.
				return this.conversation.asked.mode === 'lesson' ? this.conversation.ask('asked') : undefined;
			case 'tryFix':
				return void (await vscode.commands.executeCommand(TRY_FIX, this.uri, message.pod));
			case 'upToClock':
				return this.conversation.tellLive({ isUpToClock: message.is });
			case 'tellAnew':
				return this.conversation.tellLive({ isAnew: message.is });
			case 'compare':
				return this.compare(message.against);
			case 'lesson':
				return message.act === 'whatIf' ? this.conversation.whatIf() : void (await vscode.commands.executeCommand(COMMANDS[message.act], this.uri));
			case 'openLesson':
				return void (await vscode.commands.executeCommand(COMMANDS.learn, message.id));
			case 'reveal':
				return reveal(this.placeOf(message), message.span, this.panel.viewColumn);
			case 'quickFix':
				await reveal(vscode.Uri.parse(this.uri), message.span, this.panel.viewColumn);
				return void (await vscode.commands.executeCommand('editor.action.quickFix'));
			case 'openLink':
				if (this.conversation.names(message.url)) await vscode.env.openExternal(vscode.Uri.parse(message.url));
				return;
			case 'copy':
				return vscode.env.clipboard.writeText(message.text);
			case 'export':
				return this.export(message);
			case 'trouble':
				return void vscode.window.showErrorMessage(message.message);
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

	private async compare(against: Against): Promise<void> {
		const file = against === 'file' ? await chosenFile() : undefined;
		// Who chose no file compares as before; the page shows that again.
		if (against === 'file' && !file) return this.conversation.ask('asked');
		await this.compared.keep(this.uri, { against, ...(file && { file: file.toString() }) });
		return this.conversation.compareAnew();
	}

	private async lessonOf(file: string, client: BaseLanguageClient, course: Course): Promise<Omit<ShownLesson, 'isWhatIf'> | null> {
		const id = lessonIn(file);
		const language = this.language ?? languageFor(file);
		const [lesson, heads] = id === undefined ? [null, []] : await Promise.all([ask(client, LESSON, { id, language }), ask(client, LESSONS, { language })]);
		return lesson && { lesson, heads, solved: [...course.solved] };
	}

	private placeOf(message: FromWebview & { type: 'reveal' }): vscode.Uri {
		const { scenario } = this.conversation.asked;
		return vscode.Uri.parse(message.in === 'scenario' && scenario !== undefined ? scenario : this.uri);
	}

	private async begin(): Promise<void> {
		this.nameTab();
		await Promise.all([this.conversation.begin(), this.offerScenarios()]);
	}

	private async offerScenarios(): Promise<void> {
		const { uri } = this;
		const manifest = vscode.Uri.parse(uri);
		// What a folder builds is shown as its scenario's, and the others are played on something else.
		const files = isScenario(uri) ? [nameOf(manifest)] : scenariosOf(nameOf(manifest), await filesBeside(manifest)).slice(0, MOST_OFFERED);
		const texts = await Promise.all(files.map(async (file) => ({ file, text: (await textOf(this.beside(file))) ?? '' })));
		if (uri !== this.uri) return;
		this.tests = texts.filter(({ text }) => expectsIn(text)).map(({ file }) => file);
		this.post({ type: 'scenarios', uri, files, expects: this.tests.length > 0 });
	}

	/** A mode that was chosen in the page. Tests are those of the scenario in force, or else of the first file beside the manifest that has some. */
	private async turnToMode(mode: Mode): Promise<void> {
		if (mode !== 'tests') return this.conversation.enter(mode);
		const { scenario } = this.conversation.asked;
		const text = scenario === undefined ? undefined : await textOf(vscode.Uri.parse(scenario));
		const [first] = this.tests;
		if (text !== undefined && expectsIn(text)) return this.conversation.enter(mode);
		if (first !== undefined) return this.conversation.play(this.beside(first).toString(), undefined, mode);
	}

	/** A file in the folder of the manifest; of one that is not saved yet, in the workspace. */
	private beside(name: string): vscode.Uri {
		const manifest = vscode.Uri.parse(this.uri);
		const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
		return manifest.scheme === 'untitled' && folder ? vscode.Uri.joinPath(folder, name) : vscode.Uri.joinPath(manifest, '..', name);
	}

	private async saveScenario(text: string): Promise<void> {
		const own = this.beside(`${stemOf(nameOf(vscode.Uri.parse(this.uri)))}.scenario.yaml`).toString();
		const place = await placeToSave(this.conversation.asked.saveTo, own, {
			exists: (uri) => exists(vscode.Uri.parse(uri)),
			choose: async (uri) => (await vscode.window.showSaveDialog({ defaultUri: vscode.Uri.parse(uri), filters: YAML }))?.toString(),
		});
		const target = place === undefined ? undefined : vscode.Uri.parse(place);
		if (!target || !(await written(target, new TextEncoder().encode(text)))) return;
		this.conversation.saved(target.toString());
		this.post({ type: 'saved', file: nameOf(target) });
		await this.offerScenarios();
	}

	private async openScenario(name: string | undefined): Promise<void> {
		if (name !== undefined) return this.play(this.beside(name));
		const [file] = (await vscode.window.showOpenDialog({ defaultUri: this.beside('.'), filters: YAML })) ?? [];
		if (file) await this.play(file);
	}

	/** The next life that is told is to be seen at a second. */
	seeAt(at: number | undefined): void {
		this.conversation.seeAt(at);
	}

	/** What expects something is shown as a test where it was asked for as one. */
	private async play(scenario: vscode.Uri, at?: number, asTest = false): Promise<void> {
		const text = await textOf(scenario);
		const { mode } = this.conversation.asked;
		if (text !== undefined) return this.conversation.play(scenario.toString(), at, expectsIn(text) && (asTest || mode === 'tests') ? 'tests' : 'life');
		void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be read.', nameOf(scenario)));
		await this.offerScenarios();
	}

	private async export(made: FromWebview & { type: 'export' }): Promise<void> {
		const { format, name } = made;
		const target = await vscode.window.showSaveDialog({ defaultUri: this.beside(`${name}.${format}`), filters: { [format.toUpperCase()]: [format] } });
		if (target) await written(target, exportedBytes(made));
	}
}

/** A file to compare with; undefined where none is chosen. */
async function chosenFile(): Promise<vscode.Uri | undefined> {
	const title = vscode.l10n.t('Compare with what was applied before');
	const [file] = (await vscode.window.showOpenDialog({ title, filters: YAML })) ?? [];
	return file;
}

function cancellable<Answer>(asked: (token: vscode.CancellationToken) => Promise<Answer>): Asking<Answer> {
	const asking = new vscode.CancellationTokenSource();
	return { answer: asked(asking.token), cancel: () => asking.cancel() };
}

/** Names of the files in its folder. */
async function filesBeside(manifest: vscode.Uri): Promise<readonly string[]> {
	if (manifest.scheme === 'untitled') return [];
	const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(manifest, '..')).then(undefined, () => []);
	return entries.flatMap(([name, type]) => (type & vscode.FileType.File ? name : []));
}

const languageFor = (uri: string): 'en' | 'ko' =>
	pageLanguage(vscode.workspace.getConfiguration('peapod', vscode.Uri.parse(uri)).get<string>('language'), vscode.env.language);
