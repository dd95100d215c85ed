import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { FORMER, PREVIEW_APPLY } from '../../server/src/protocol/requests';
import { ApplyPages } from './apply-pages';
import { tell } from './ask';
import { committedOf } from './committed';
import { isYaml, nameOf, openMeant, savedText, uriGiven } from './files';
import { isFormer } from './former';
import { FormerTexts } from './former-texts';
import { onCommit } from './git';
import { appliedOf, type BuiltDocument } from './show-built';

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
	const pages = new ApplyPages(context, client);
	context.subscriptions.push(
		workspace.onDidOpenTextDocument(look),
		workspace.onDidSaveTextDocument((document) => {
			pages.formerMoved(document.uri);
			return look(document);
		}),
		workspace.onDidCloseTextDocument(({ uri }) => texts.forget(uri.toString())),
		client.onDidChangeState(({ newState }) => newState === State.Running && lookAgain()),
		commands.registerCommand(PREVIEW_APPLY, async (given?: unknown) => {
			const meant = manifestUri(given) && (await openMeant(given));
			const uri = meant && (await appliedOf(meant, client, built));
			// What was nothing before is all created.
			if (uri) await pages.show(uri, async () => (await texts.look(uri.toString())) ?? '');
		}),
		commands.registerCommand(COMPARE, async (given?: unknown) => {
			const uri = manifestUri(given);
			const old = uri && (await chosenText());
			if (uri && old !== undefined) await pages.show(uri, async () => old);
		}),
	);
	onCommit(context, () => {
		pages.formerMoved();
		return lookAgain();
	});
}

const isManifest = (document: vscode.TextDocument): boolean => isYaml(document) && document.uri.scheme !== 'untitled' && !isFormer(document.uri.scheme);

/** What is meant, if it is a manifest as far as one sees. */
function manifestUri(given: unknown): vscode.Uri | undefined {
	const active = vscode.window.activeTextEditor?.document;
	const uri = uriGiven(given) ?? (active && isYaml(active) ? active.uri : undefined);
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
