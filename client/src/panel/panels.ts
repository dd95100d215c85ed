import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { lessonIn } from '../../../server/src/protocol/lesson-files';
import type { Mode } from '../../../server/src/protocol/mode';
import { OPEN_PANEL, STATUS, type StatusAnswer } from '../../../server/src/protocol/requests';
import { isScenario } from '../../../server/src/protocol/scenario-files';
import type { LiveName } from '../../../server/src/protocol/why';
import { ask } from '../ask';
import type { Course } from '../course/course';
import { LESSON_TEXT, lessonScenario } from '../course/lesson-text';
import { isYaml, nameOf, textOf, uriGiven } from '../files';
import { appliedOf, type BuiltDocument } from '../show-built';
import { hasLife } from '../status-text';
import { expectsIn } from '../test-files';
import { ComparedBefore } from './compared';
import { type Asked, NOTHING_ASKED } from './conversation';
import { expectLife } from './expect-life';
import { follower, panelFor } from './following';
import { webviewOptions } from './page';
import { LifecyclePanel } from './panel';

const VIEW = 'peapod.lifecycle';
/** Where the locks are kept over a reload. */
const LOCKED = 'peapod.lockedPanels';

/** What is to be watched. */
interface Subject {
	readonly uri: vscode.Uri;
	readonly scenario?: vscode.Uri;
}

/** The commands that open the panel beside the editor and lock it, what makes it follow the editor, and what brings it back after a reload. */
export function registerLifecyclePanels(context: vscode.ExtensionContext, client: BaseLanguageClient, course: Course, built: BuiltDocument): AsksInPanel {
	const panels = new Panels(context, client, course, built);
	context.subscriptions.push(
		// A code lens names the document; what VS Code itself passes along (the group of the icon that was pressed) does not.
		vscode.commands.registerCommand(OPEN_PANEL, (target?: unknown, lens?: unknown, at?: unknown) =>
			panels.open(uriGiven(target) ?? uriInFront(), numberOf(lens), numberOf(at)),
		),
		vscode.commands.registerCommand('peapod.playApply', () => panels.openApply(uriInFront())),
		vscode.commands.registerCommand('peapod.lockPanel', () => panels.lock(true)),
		vscode.commands.registerCommand('peapod.unlockPanel', () => panels.lock(false)),
		vscode.commands.registerCommand('peapod.expectLife', () => panels.expectLife()),
		vscode.window.registerWebviewPanelSerializer(VIEW, {
			async deserializeWebviewPanel(panel, state: { readonly uri?: unknown; readonly document?: unknown } | undefined) {
				if (typeof state?.uri !== 'string' || !state.uri || panels.have(state.uri)) return panel.dispose();
				panel.webview.options = webviewOptions(context.extensionUri);
				panels.restore(panel, vscode.Uri.parse(state.uri), typeof state.document === 'number' ? state.document : 0);
			},
		}),
		vscode.window.onDidChangeActiveTextEditor((editor) => editor && panels.follow(editor.document)),
		vscode.workspace.onDidRenameFiles(({ files }) => panels.rename(files)),
	);
	return panels;
}

/** Where something else than the life is asked of a file. */
export interface AsksInPanel {
	/** Shows a file in a mode of the panel; of a dump, one of its pods. */
	enter(uri: vscode.Uri, mode: Mode, pod?: LiveName): void;
}

/** One panel a file; the newest that is not locked follows the editor, as a Markdown preview does. */
class Panels implements AsksInPanel {
	private all: readonly LifecyclePanel[] = [];
	/** Of several files that are looked into only the newest is followed. */
	private followed = 0;
	private readonly compared: ComparedBefore;

	constructor(
		private readonly context: vscode.ExtensionContext,
		private readonly client: BaseLanguageClient,
		private readonly course: Course,
		private readonly built: BuiltDocument,
	) {
		this.compared = new ComparedBefore(context.workspaceState);
	}

	have(uri: string): boolean {
		return this.all.some((one) => one.uri === uri);
	}

	/** `at`: the second at which a scenario is to be seen. */
	async open(target: vscode.Uri | undefined, lens: number | undefined, at?: number): Promise<void> {
		const subject = await subjectOf(this.client, target);
		if (!subject) {
			void vscode.window.showInformationMessage(await whyNone(this.client, target));
			return;
		}
		const { uri, scenario } = subject;
		const index = this.have(uri.toString()) ? lens : (lens ?? (await documentAtCursor(this.client, uri)));
		const mode = await modeOf(subject);
		// A second click may have been quicker: from here on nobody waits.
		const panel = panelFor(this.all, uri.toString());
		if (panel?.uri === uri.toString()) return mode === 'lesson' ? panel.enter(mode) : panel.show(lens, scenario, at);
		if (!panel) {
			const named = scenario?.toString();
			this.create(uri, { ...NOTHING_ASKED, mode, document: index ?? 0, scenario: named, saveTo: named }).seeAt(at);
			return;
		}
		panel.seeAt(at);
		panel.turnTo(uri, index, scenario, mode);
		panel.reveal();
	}

	async openApply(target: vscode.Uri | undefined): Promise<void> {
		const subject = await subjectOf(this.client, target && (await appliedOf(target, this.client, this.built)));
		if (subject) return this.enter(subject.uri, 'apply');
		void vscode.window.showInformationMessage(vscode.l10n.t('Open a pod manifest (YAML) first.'));
	}

	enter(uri: vscode.Uri, mode: Mode, pod?: LiveName): void {
		const panel = panelFor(this.all, uri.toString());
		if (!panel) return void this.create(uri, { ...NOTHING_ASKED, mode, pod });
		if (panel.uri === uri.toString()) return panel.enter(mode, pod);
		panel.turnTo(uri, undefined, undefined, mode, pod);
		panel.reveal();
	}

	private create(uri: vscode.Uri, asked: Asked): LifecyclePanel {
		const options = { ...webviewOptions(this.context.extensionUri), enableFindWidget: true };
		const created = vscode.window.createWebviewPanel(VIEW, '', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, options);
		const made = this.made(created, uri, asked, false);
		this.keep(made);
		return made;
	}

	restore(panel: vscode.WebviewPanel, uri: vscode.Uri, document: number): void {
		const isLocked = this.context.workspaceState.get<readonly string[]>(LOCKED, []).includes(uri.toString());
		this.keep(this.made(panel, uri, { ...NOTHING_ASKED, document }, isLocked));
	}

	private made(panel: vscode.WebviewPanel, uri: vscode.Uri, asked: Asked, isLocked: boolean): LifecyclePanel {
		return new LifecyclePanel(this.context.extensionUri, this.client, this.course, this.compared, panel, uri, asked, isLocked);
	}

	/** The panel in front stays with its file, or follows again. */
	async lock(isLocked: boolean): Promise<void> {
		const active = this.inFront();
		if (!active) return;
		active.isLocked = isLocked;
		await this.tellLock();
		await this.context.workspaceState.update(
			LOCKED,
			this.all.flatMap((one) => (one.isLocked ? one.uri : [])),
		);
		if (!isLocked && vscode.window.activeTextEditor) await this.follow(vscode.window.activeTextEditor.document);
	}

	/** The life in front, as expectations in its scenario. */
	async expectLife(): Promise<void> {
		const panel = this.inFront();
		if (panel) await expectLife(panel.life, this.client);
		else void vscode.window.showInformationMessage(vscode.l10n.t('Play a pod’s life first.'));
	}

	private inFront(): LifecyclePanel | undefined {
		return this.all.find(({ panel }) => panel.active) ?? this.all.findLast(({ panel }) => panel.visible);
	}

	/** Another file is edited now. */
	async follow(document: vscode.TextDocument): Promise<void> {
		const mine = ++this.followed;
		// Beside a solution the lesson stays in sight, which it is compared with.
		if (!isYaml(document) || document.uri.scheme === LESSON_TEXT || this.all.length === 0) return;
		const subject = await subjectOf(this.client, document.uri);
		const uri = subject?.uri.toString() ?? '';
		const panel = follower(this.all, uri);
		if (!subject || !panel || mine !== this.followed) return;
		// One does not turn from a pod to what is none.
		if (!subject.scenario && !hasLife(await statusOf(this.client, subject.uri))) return;
		if (mine !== this.followed || this.have(uri)) return;
		panel.turnTo(subject.uri, undefined, subject.scenario, lessonIn(subject.uri.toString()) === undefined ? undefined : 'lesson');
	}

	rename(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): void {
		for (const panel of this.all) {
			const uri = movedBy(files, panel.uri);
			if (uri) panel.moveTo(uri);
		}
	}

	private keep(panel: LifecyclePanel): void {
		this.all = [...this.all, panel];
		panel.panel.onDidDispose(() => {
			this.all = this.all.filter((one) => one !== panel);
		});
		panel.panel.onDidChangeViewState(() => this.tellLock());
		void this.tellLock();
	}

	/** For the icon over the panel: which of its two commands there is. */
	private async tellLock(): Promise<void> {
		const active = this.all.find(({ panel }) => panel.active);
		await vscode.commands.executeCommand('setContext', 'peapod.panelLocked', active?.isLocked === true);
	}
}

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** The file that is edited, or that stands beside a panel in front. */
const uriInFront = (): vscode.Uri | undefined => {
	const { activeTextEditor, visibleTextEditors } = vscode.window;
	return (activeTextEditor ?? visibleTextEditors.find(({ document }) => isYaml(document)))?.document.uri;
};

/** What is to be watched: the manifest, in its lesson's scenario where it is of one, or for a scenario's file the manifest it is played on, if that is a file. What is not YAML is nothing to watch. */
async function subjectOf(client: BaseLanguageClient, uri: vscode.Uri | undefined): Promise<Subject | undefined> {
	const document = uri && (await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined));
	if (!document || !isYaml(document)) return undefined;
	const lesson = lessonScenario(document.uri);
	if (lesson) return { uri: document.uri, scenario: lesson };
	if (!isScenario(nameOf(document.uri))) return { uri: document.uri };
	const status = await statusOf(client, document.uri);
	// What is built has no file: it is shown as its scenario's.
	if (status?.scenario?.lives) return { uri: document.uri, scenario: document.uri };
	const manifest = status?.scenario?.found ? status.scenario.manifest : undefined;
	return manifest === undefined ? undefined : { uri: vscode.Uri.joinPath(document.uri, '..', manifest), scenario: document.uri };
}

/** Why there is nothing to watch, and what to do about it. */
async function whyNone(client: BaseLanguageClient, uri: vscode.Uri | undefined): Promise<string> {
	const { scenario } = (uri && isScenario(nameOf(uri)) && (await statusOf(client, uri))) || {};
	if (scenario && !scenario.found) return vscode.l10n.t('This scenario is played on {0}, which is not there.', scenario.manifest);
	return vscode.l10n.t('Open a pod manifest (YAML) first.');
}

/** What is asked of what is opened, if nobody says otherwise. */
async function modeOf({ uri, scenario }: Subject): Promise<Mode> {
	if (lessonIn(uri.toString()) !== undefined) return 'lesson';
	return scenario && expectsIn((await textOf(scenario)) ?? '') ? 'tests' : 'life';
}

/** Where a file lies after files or folders were renamed; undefined where it was not among them. */
function movedBy(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[], uri: string): vscode.Uri | undefined {
	for (const { oldUri, newUri } of files) {
		const old = oldUri.toString();
		if (uri === old || uri.startsWith(`${old}/`)) return vscode.Uri.parse(newUri.toString() + uri.slice(old.length));
	}
	return undefined;
}

const statusOf = (client: BaseLanguageClient, uri: vscode.Uri): Promise<StatusAnswer | null> => ask(client, STATUS, { uri: uri.toString() }).catch(() => null);

/** The document of the file that the cursor stands in. */
async function documentAtCursor(client: BaseLanguageClient, uri: vscode.Uri): Promise<number> {
	const line = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString())?.selection.active.line ?? 0;
	const status = await statusOf(client, uri);
	return status?.documents.find(({ span }) => span.start.line <= line && line <= span.end.line)?.index ?? 0;
}
