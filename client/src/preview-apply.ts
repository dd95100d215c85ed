import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { Mark, ShownApply } from '../../server/src/protocol/apply';
import { APPLY, FORMER, PREVIEW_APPLY } from '../../server/src/protocol/requests';
import { ask, tell } from './ask';
import { committedOf } from './committed';
import { nameOf, READ, savedText } from './files';
import { FORMER_TEXT, isFormer } from './former';
import { FormerTexts } from './former-texts';
import { onCommit } from './git';
import { appliedOf, type BuiltDocument } from './show-built';
import { ShownTexts, showBeside } from './shown-texts';

const PAGE = 'peapod-apply';
/** The same, compared with a file that one chooses. */
const COMPARE = 'peapod.previewApplyWith';

/** "What will applying this do?": a diff with marks, and a page beside it; of a chart's file, of what it renders to. Tells the server what open files were before. */
export function registerApplyPreview(context: vscode.ExtensionContext, client: BaseLanguageClient, built: BuiltDocument): void {
	const { commands, workspace } = vscode;
	const texts = new FormerTexts({
		committed: (uri) => committedOf(client, vscode.Uri.parse(uri)),
		saved: (uri) => savedText(vscode.Uri.parse(uri)),
		// The server may be on its way out; the next one is told anew.
		tell: (former) => tell(client, FORMER, former).catch(() => {}),
	});
	const look = (document: vscode.TextDocument): unknown => client.state === State.Running && isManifest(document) && texts.look(document.uri.toString());
	const lookAgain = (): unknown =>
		client.state === State.Running && texts.lookAgain(workspace.textDocuments.filter(isManifest).map(({ uri }) => uri.toString()));
	const shown = new ShownTexts(context, [FORMER_TEXT, PAGE]);
	const marks = new Marks(context);
	const preview = async (uri: vscode.Uri, old: string): Promise<void> => {
		const answer = await ask(client, APPLY, { uri: uri.toString(), old });
		await show(uri, old, answer, shown);
		marks.put(uri, answer.marks);
	};
	context.subscriptions.push(
		workspace.onDidOpenTextDocument(look),
		workspace.onDidSaveTextDocument(look),
		workspace.onDidCloseTextDocument(({ uri }) => texts.forget(uri.toString())),
		client.onDidChangeState(({ newState }) => newState === State.Running && lookAgain()),
		commands.registerCommand(PREVIEW_APPLY, async (given?: unknown) => {
			const meant = manifestUri(given);
			const uri = meant && (await appliedOf(meant, client, built));
			// What was nothing before is all created.
			if (uri) await preview(uri, (await texts.look(uri.toString())) ?? '');
		}),
		commands.registerCommand(COMPARE, async (given?: unknown) => {
			const uri = manifestUri(given);
			const old = uri && (await chosenText());
			if (uri && old !== undefined) await preview(uri, old);
		}),
	);
	onCommit(context, lookAgain);
}

const isManifest = ({ languageId, uri }: vscode.TextDocument): boolean => LANGUAGES.has(languageId) && uri.scheme !== 'untitled' && !isFormer(uri.scheme);

/** Templates of charts are YAML as well, whatever other extensions call them. */
const LANGUAGES: ReadonlySet<string> = new Set(READ.flatMap(({ language }) => language ?? []));

/** A lens gives the URI as text; without it the active editor is meant. */
function manifestUri(given: unknown): vscode.Uri | undefined {
	const active = vscode.window.activeTextEditor?.document;
	const uri = typeof given === 'string' ? vscode.Uri.parse(given) : active && LANGUAGES.has(active.languageId) ? active.uri : undefined;
	if (!uri) void vscode.window.showInformationMessage(vscode.l10n.t('Open a pod manifest (YAML) first.'));
	return uri;
}

/** What another file has; undefined where none is chosen. */
async function chosenText(): Promise<string | undefined> {
	const { l10n, window } = vscode;
	const [file] = (await window.showOpenDialog({ title: l10n.t('Compare with what was applied before'), filters: { YAML: ['yaml', 'yml'] } })) ?? [];
	if (!file) return undefined;
	const text = await savedText(file);
	if (text === undefined) void window.showErrorMessage(l10n.t('{0} could not be read.', nameOf(file)));
	return text;
}

/** The diff, and the page beside it. */
async function show(uri: vscode.Uri, old: string, { answer, page }: ShownApply, texts: ShownTexts): Promise<void> {
	const name = nameOf(uri);
	const title = vscode.l10n.t('{0}: what applying it does', name);
	if (answer.kind === 'applied') await vscode.commands.executeCommand('vscode.diff', texts.put(FORMER_TEXT, uri.path, old), uri, title);
	// A tab is called like the last part of its path: a preview of Markdown has no other name.
	const sheet = texts.put(PAGE, `/${title}`, page);
	await showBeside(sheet);
}

/** Words behind the lines of a file, until it is edited. */
class Marks {
	private readonly good: vscode.TextEditorDecorationType;
	private readonly bad: vscode.TextEditorDecorationType;

	constructor(context: vscode.ExtensionContext) {
		const inColor = (color: string) => vscode.window.createTextEditorDecorationType({ after: { margin: '0 0 0 2em', color: new vscode.ThemeColor(color) } });
		[this.good, this.bad] = [inColor('editorCodeLens.foreground'), inColor('editorError.foreground')];
		const clear = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && this.put(document.uri, []));
		context.subscriptions.push(this.good, this.bad, clear);
	}

	put(uri: vscode.Uri, marks: readonly Mark[]): void {
		for (const editor of vscode.window.visibleTextEditors) {
			const { document } = editor;
			if (document.uri.toString() !== uri.toString()) continue;
			const of = (isBad: boolean): vscode.DecorationOptions[] =>
				marks.flatMap(({ line, text, isBad: is }) => {
					if (is !== isBad || line >= document.lineCount) return [];
					const { end } = document.lineAt(line).range;
					return { range: new vscode.Range(end, end), renderOptions: { after: { contentText: text } } };
				});
			editor.setDecorations(this.good, of(false));
			editor.setDecorations(this.bad, of(true));
		}
	}
}
