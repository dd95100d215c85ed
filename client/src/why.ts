import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { EXPLAIN_WHY, STATUS, WHY } from '../../server/src/protocol/requests';
import type { LiveName, WhyParams } from '../../server/src/protocol/why';
import { ask } from './ask';
import { nameOf, textOf } from './files';
import type { AsksInPanel } from './panel/panels';
import { ShownTexts, showBeside } from './shown-texts';

const PAGE = 'peapod-why';

/** "Why is it in this state?": the panel beside a dump of live pods in YAML; a page beside what is printed otherwise, or was copied out of a terminal. */
export function registerWhy(context: vscode.ExtensionContext, client: BaseLanguageClient, panels: AsksInPanel): void {
	const { commands, env, l10n, window } = vscode;
	const texts = new ShownTexts(context, [PAGE]);
	const show = async (name: string, params: WhyParams): Promise<void> => {
		const { page } = await ask(client, WHY, params);
		await showBeside(texts.put(PAGE, `/${l10n.t('{0}: why', name)}.md`, page));
	};
	context.subscriptions.push(
		commands.registerCommand(EXPLAIN_WHY, async (given?: unknown, only?: LiveName) => {
			const uri = typeof given === 'string' ? vscode.Uri.parse(given) : window.activeTextEditor?.document.uri;
			const isLive = uri && (await ask(client, STATUS, { uri: uri.toString() }).catch(() => null))?.isLive;
			// A workload has no life of its own: its page tells of its pods.
			if (isLive && !only?.kind) return panels.enter(uri, 'why', only);
			const text = uri && (await textOf(uri));
			if (uri && text !== undefined) await show(only?.name || nameOf(uri), { text, uri: uri.toString(), ...(only ? { only } : {}) });
			else void window.showInformationMessage(l10n.t('Open what kubectl printed of a pod first.'));
		}),
		commands.registerCommand('peapod.whyClipboard', async () => show(l10n.t('Clipboard'), { text: await env.clipboard.readText() })),
	);
}
