import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { STATUS, STATUS_CHANGED, type StatusAnswer } from '../../server/src/protocol/requests';
import { ask, hear } from './ask';
import { READ } from './files';
import { Resting, TYPING_RESTS } from './resting';
import { hasLife, type Standing, type StatusText, statusText } from './status-text';

const SEVERITIES = {
	information: vscode.LanguageStatusSeverity.Information,
	warning: vscode.LanguageStatusSeverity.Warning,
	error: vscode.LanguageStatusSeverity.Error,
} as const;

/** An answer that comes within so many milliseconds needs no sign that it is waited for. */
const ANSWERS_SOON = 300;

/**
 * The language status item: what Peapod sees in the active file, or why it is silent. Also keeps `peapod.pods`, the visible files of which a life can be shown, and `peapod.rendered`, those of charts:
 * each group of editors has its own icon, whichever of them is active. By path: the window of a remote host knows a file by another scheme than its extensions do.
 */
export function registerStatusItem(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
	const item = vscode.languages.createLanguageStatusItem('peapod', READ);
	item.name = 'Peapod';
	let shown: StatusText | undefined;
	const show = (standing: Standing): void => {
		shown = statusText(standing, shown, vscode.l10n);
		const { text, detail, severity, busy, link } = shown;
		Object.assign(item, { text, detail, severity: SEVERITIES[severity], busy, command: LINKS[link]() });
	};

	const said = new Map<string, string>();
	const offer = async (name: string, paths: readonly string[]): Promise<void> => {
		if (said.get(name) === JSON.stringify(paths)) return;
		said.set(name, JSON.stringify(paths));
		await vscode.commands.executeCommand('setContext', name, paths);
	};
	const offerAll = async (answers: readonly (readonly [string, Standing])[]): Promise<void> => {
		const pathsOf = (isSo: (answer: StatusAnswer | null) => boolean): readonly string[] =>
			answers.flatMap(([uri, standing]) => (standing.is === 'answered' && isSo(standing.answer) ? vscode.Uri.parse(uri).fsPath : []));
		await offer('peapod.pods', pathsOf(hasLife));
		await offer(
			'peapod.rendered',
			pathsOf((answer) => answer?.chart !== undefined),
		);
	};

	/** Until it was started once it is on its way, and not down. */
	let wasStarted = false;
	let asked = 0;
	const look = async (): Promise<void> => {
		typing.dispose();
		const mine = ++asked;
		if (client.state !== State.Running) {
			slow.dispose();
			show({ is: client.state === State.Starting || !wasStarted ? 'starting' : 'down' });
			return offerAll([]);
		}
		slow.soon();
		const answers = await Promise.all(visibleFiles().map(async (uri) => [uri, await standingOf(client, uri)] as const));
		// A newer question is under way: its answer will be the true one.
		if (mine !== asked) return;
		slow.dispose();
		const active = vscode.window.activeTextEditor?.document.uri.toString();
		show(answers.find(([uri]) => uri === active)?.[1] ?? { is: 'answered', answer: null });
		await offerAll(answers);
	};
	const typing = new Resting(TYPING_RESTS, () => void look());
	const slow = new Resting(ANSWERS_SOON, () => show({ is: 'asked' }));
	const isVisible = (document: vscode.TextDocument): boolean => vscode.window.visibleTextEditors.some((editor) => editor.document === document);

	context.subscriptions.push(
		item,
		typing,
		slow,
		vscode.window.onDidChangeActiveTextEditor(look),
		vscode.window.onDidChangeVisibleTextEditors(look),
		// It may have become YAML without being another editor. The server hears of that, as of every edit, after we do: we ask a little later.
		vscode.workspace.onDidOpenTextDocument((document) => isVisible(document) && typing.soon()),
		vscode.workspace.onDidChangeTextDocument(({ document }) => isVisible(document) && typing.soon()),
		vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('peapod') && typing.soon()),
		hear(client, STATUS_CHANGED, () => typing.soon()),
		client.onDidChangeState(() => {
			wasStarted = true;
			void look();
		}),
	);
	void look();
}

const LINKS = {
	version: () => ({ command: 'peapod.setKubernetesVersion', title: vscode.l10n.t('Change') }),
	values: () => ({ command: 'peapod.chooseValues', title: vscode.l10n.t('Change') }),
	log: () => ({ command: 'peapod.showLog', title: vscode.l10n.t('Show Log') }),
} as const;

const visibleFiles = (): readonly string[] => [
	...new Set(vscode.window.visibleTextEditors.flatMap(({ document }) => (vscode.languages.match(READ, document) > 0 ? document.uri.toString() : []))),
];

const standingOf = (client: BaseLanguageClient, uri: string): Promise<Standing> =>
	ask(client, STATUS, { uri }).then(
		(answer: StatusAnswer | null) => ({ is: 'answered', answer }),
		() => ({ is: client.state === State.Running ? 'failed' : 'down' }),
	);
