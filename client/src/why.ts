import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { EXPLAIN_WHY, WHY } from '../../server/src/protocol/requests';
import type { LiveName, WhyParams } from '../../server/src/protocol/why';
import { ask } from './ask';
import { nameOf, textOf } from './files';
import { ShownTexts, showBeside } from './shown-texts';

const PAGE = 'peapod-why';

/** "Why is it in this state?": a page beside a dump of live pods, or of what was copied out of a terminal. */
export function registerWhy(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
	const { commands, env, l10n, window } = vscode;
	const texts = new ShownTexts(context, [PAGE]);
	const show = async (name: string, params: WhyParams): Promise<void> => {
		const { page } = await ask(client, WHY, params);
		await showBeside(texts.put(PAGE, `/${l10n.t('{0}: why', name)}.md`, page));
	};
	context.subscriptions.push(
		commands.registerCommand(EXPLAIN_WHY, async (given?: unknown, only?: LiveName) => {
			const uri = typeof given === 'string' ? vscode.Uri.parse(given) : window.activeTextEditor?.document.uri;
			const text = uri && (await textOf(uri));
			if (uri && text !== undefined) await show(only?.name || nameOf(uri), { text, uri: uri.toString(), ...(only ? { only } : {}) });
			else void window.showInformationMessage(l10n.t('Open what kubectl printed of a pod first.'));
		}),
		commands.registerCommand('peapod.whyClipboard', async () => show(l10n.t('Clipboard'), { text: await env.clipboard.readText() })),
	);
}
