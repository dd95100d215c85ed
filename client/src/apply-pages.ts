import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ApplyAnswer, Mark } from '../../server/src/protocol/apply';
import { APPLY } from '../../server/src/protocol/requests';
import { ask } from './ask';
import { nameOf } from './files';
import { FORMER_TEXT } from './former';
import { Resting, TYPING_RESTS } from './resting';
import { pageOf, ShownTexts, showBeside } from './shown-texts';

const PAGE = 'peapod-apply';

/** What a file was before, as one knows it now. */
type Former = () => Promise<string>;

/** A page that tells of a file, while that is open. */
interface Followed {
	readonly typing: Resting;
	readonly formerMoved: () => void;
}

/** What applying does: a diff with marks, and a page beside it that follows what is typed, saved and committed: what was said of an earlier text would mislead. */
export class ApplyPages {
	private readonly texts: ShownTexts;
	private readonly marks: Marks;
	/** By the file that they tell of. */
	private readonly followed = new Map<string, Followed>();

	constructor(
		context: vscode.ExtensionContext,
		private readonly client: BaseLanguageClient,
	) {
		const { workspace } = vscode;
		this.texts = new ShownTexts(context, [FORMER_TEXT, PAGE]);
		this.marks = new Marks(context);
		context.subscriptions.push(
			workspace.onDidChangeTextDocument(
				({ document, contentChanges }) => contentChanges.length > 0 && this.followed.get(document.uri.toString())?.typing.soon(),
			),
			workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri.toString())),
			{ dispose: () => [...this.followed.keys()].forEach((uri) => void this.forget(uri)) },
		);
	}

	async show(uri: vscode.Uri, former: Former): Promise<void> {
		let old = await former();
		const { kind, page, marks } = await this.tell(uri, old);
		if (kind === 'applied') await vscode.commands.executeCommand('vscode.diff', this.texts.put(FORMER_TEXT, uri.path, old), uri, titleOf(uri));
		await showBeside(page);
		this.marks.put(uri, marks);
		const again = async (): Promise<void> => void (await this.tell(uri, old));
		const anew = async (): Promise<void> => {
			const now = await former();
			const isOther = now !== old;
			old = now;
			this.texts.put(FORMER_TEXT, uri.path, old);
			const { marks } = await this.tell(uri, old);
			if (isOther) this.marks.put(uri, marks);
		};
		// The server may be on its way out; the next keystroke asks again.
		const quietly = (act: () => Promise<void>) => (): void => void act().catch(() => {});
		this.forget(uri.toString());
		this.followed.set(uri.toString(), { typing: new Resting(TYPING_RESTS, quietly(again)), formerMoved: quietly(anew) });
	}

	/** A file was saved, or something was committed. */
	formerMoved(uri?: vscode.Uri): void {
		for (const [file, { formerMoved }] of this.followed) if (!uri || file === uri.toString()) formerMoved();
	}

	private async tell(
		uri: vscode.Uri,
		old: string,
	): Promise<{ readonly kind: ApplyAnswer['kind']; readonly page: vscode.Uri; readonly marks: readonly Mark[] }> {
		const { answer, page, marks } = await ask(this.client, APPLY, { uri: uri.toString(), old });
		return { kind: answer.kind, page: this.texts.put(PAGE, pageOf(uri.path, titleOf(uri)), page), marks };
	}

	private forget(uri: string): void {
		this.followed.get(uri)?.typing.dispose();
		this.followed.delete(uri);
	}
}

const titleOf = (uri: vscode.Uri): string => vscode.l10n.t('{0}: what applying it does', nameOf(uri));

/** Words behind the lines of a file, until it is edited or was another one before. */
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
