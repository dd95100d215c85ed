import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { EXPLAIN_WHY, STATUS, WHY } from '../../server/src/protocol/requests';
import type { LiveName, WhyParams } from '../../server/src/protocol/why';
import { ask } from './ask';
import { isJson, liveMeant, nameOf, openMeant, textOf } from './files';
import type { AsksInPanel } from './panel/panels';
import { Resting } from './resting';
import { pageOf, ShownTexts, showBeside } from './shown-texts';

const PAGE = 'peapod-why';

/** A second after a file has last grown its page is told anew: `kubectl get -w` prints several lines at a time. */
const GROWTH_RESTS = 1000;

/** "Why is it in this state?": the panel beside a dump of live pods in YAML; a page beside what is printed otherwise, or was copied out of a terminal. */
export function registerWhy(context: vscode.ExtensionContext, client: BaseLanguageClient, panels: AsksInPanel): void {
	const { commands, env, l10n, window, workspace } = vscode;
	const texts = new ShownTexts(context, [PAGE]);
	const put = async (name: string, params: WhyParams, file = ''): Promise<vscode.Uri> =>
		texts.put(PAGE, pageOf(file, l10n.t('{0}: why', name)), (await ask(client, WHY, params)).page);
	/** By the file that they tell of: pages follow their file while it is open, as `kubectl get -w` makes it grow. */
	const followed = new Map<string, Resting>();
	const follow = (uri: vscode.Uri, name: string, only: LiveName | undefined): void => {
		const again = async (): Promise<void> => {
			const text = await textOf(uri);
			if (text !== undefined) await put(name, paramsOf(uri, text, only), uri.path);
		};
		followed.get(uri.toString())?.dispose();
		followed.set(uri.toString(), new Resting(GROWTH_RESTS, () => void again()));
	};
	context.subscriptions.push(
		commands.registerCommand(EXPLAIN_WHY, async (given?: unknown, named?: unknown) => {
			const [uri, only] = [await openMeant(given), liveMeant(named)];
			// The panel follows YAML.
			const isOfJson = workspace.textDocuments.some((one) => isJson(one) && one.uri.toString() === uri?.toString());
			const isLive = uri && !isOfJson && (await ask(client, STATUS, { uri: uri.toString() }).catch(() => null))?.isLive;
			// A workload has no life of its own: its page tells of its pods.
			if (isLive && !only?.kind) return panels.enter(uri, 'why', only);
			const text = uri && (await textOf(uri));
			if (!uri || text === undefined) return void window.showInformationMessage(l10n.t('Open what kubectl printed of a pod first.'));
			const name = only?.name || nameOf(uri);
			await showBeside(await put(name, paramsOf(uri, text, only), uri.path));
			follow(uri, name, only);
		}),
		commands.registerCommand('peapod.whyClipboard', async () => {
			const name = l10n.t('Clipboard');
			await showBeside(await put(name, { text: await env.clipboard.readText() }));
		}),
		workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && followed.get(document.uri.toString())?.soon()),
		workspace.onDidCloseTextDocument(({ uri }) => {
			followed.get(uri.toString())?.dispose();
			followed.delete(uri.toString());
		}),
		{ dispose: () => followed.forEach((one) => void one.dispose()) },
	);
}

const paramsOf = (uri: vscode.Uri, text: string, only: LiveName | undefined): WhyParams => ({ text, uri: uri.toString(), ...(only ? { only } : {}) });
