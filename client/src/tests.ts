import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { OPEN_PANEL, RUN_TESTS, TEST } from '../../server/src/protocol/requests';
import { isScenario } from '../../server/src/protocol/scenario-files';
import type { Span } from '../../server/src/protocol/text';
import { ask } from './ask';
import { nameOf, textOf, uriMeant } from './files';
import { type Hears, TestFiles } from './test-files';

const SCENARIOS = '**/*.scenario.{yaml,yml}';
/** More than these nobody looks at in a tree. */
const MOST = 2000;
/** Opens the panel at the instant that decided a failure. */
const WATCH = 'peapod.watchTest';
/** What a message is, for the button beside it. */
const FAILURE = 'peapod.failure';

/** Scenario files that expect something, in the Test Explorer: run, run again when they or their manifests are saved, and watched where they fail. */
export function registerTests(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
	const controller = vscode.tests.createTestController('peapod', 'Peapod');
	const tests = new Tests(controller, client);
	const profile = controller.createRunProfile(
		vscode.l10n.t('Run'),
		vscode.TestRunProfileKind.Run,
		(request, token) => tests.run(request, token),
		true,
		undefined,
		true,
	);
	const files = vscode.workspace.createFileSystemWatcher(SCENARIOS);
	controller.resolveHandler = (item) => (item ? tests.resolve(item) : tests.discover());
	controller.refreshHandler = () => tests.discover();
	context.subscriptions.push(
		controller,
		profile,
		files,
		files.onDidCreate((uri) => tests.look(uri)),
		files.onDidChange((uri) => tests.look(uri)),
		files.onDidDelete((uri) => tests.forget(uri)),
		vscode.workspace.onDidOpenTextDocument(({ uri }) => isScenario(nameOf(uri)) && tests.look(uri)),
		vscode.workspace.onDidSaveTextDocument(({ uri }) => tests.saved(uri)),
		vscode.commands.registerCommand(RUN_TESTS, (target?: unknown) => tests.runFile(uriMeant(target))),
		vscode.commands.registerCommand(WATCH, (target?: vscode.TestItem | { readonly test?: vscode.TestItem }) => tests.watch(target)),
	);
	for (const { uri } of vscode.workspace.textDocuments) if (isScenario(nameOf(uri))) void tests.look(uri);
}

class Tests {
	private readonly files: TestFiles;
	/** The second at which each failed, by the id of the item. */
	private readonly failedAt = new Map<string, number>();

	constructor(
		private readonly controller: vscode.TestController,
		client: BaseLanguageClient,
	) {
		const { items } = controller;
		this.files = new TestFiles({
			find: async () => (await vscode.workspace.findFiles(SCENARIOS, '**/node_modules/**', MOST).then(undefined, () => [])).map(String),
			textOf: (uri) => textOf(vscode.Uri.parse(uri)),
			test: (params) => ask(client, TEST, params),
			show: (uri) => void (items.get(uri) ?? this.add(uri)),
			hide: (uri) => items.delete(uri),
			expects: (uri, expectations) => {
				const file = items.get(uri) ?? this.add(uri);
				file.children.replace(
					expectations.map(({ id, title, span }, i) => {
						const item = controller.createTestItem(`${uri}#${id}`, title, vscode.Uri.parse(uri));
						item.range = rangeOf(span);
						item.sortText = String(i).padStart(4, '0');
						return item;
					}),
				);
			},
		});
	}

	discover(): Promise<void> {
		return this.files.discover();
	}

	async resolve(item: vscode.TestItem): Promise<void> {
		await this.files.resolve(item.id);
	}

	look(uri: vscode.Uri): Promise<void> {
		return this.files.look(uri.toString());
	}

	forget(uri: vscode.Uri): void {
		this.files.forget(uri.toString());
	}

	/** What was run is run again. */
	async saved(uri: vscode.Uri): Promise<void> {
		const items = this.files.affectedBy(uri.toString()).flatMap((file) => this.controller.items.get(file) ?? []);
		if (items.length > 0) await this.runItems(new vscode.TestRunRequest(items), items);
	}

	async runFile(uri: vscode.Uri | undefined): Promise<void> {
		if (!uri) return;
		await this.look(uri);
		const item = this.controller.items.get(uri.toString());
		if (!item) return void vscode.window.showInformationMessage(vscode.l10n.t('{0} expects nothing yet: "expect:" is where tests stand.', nameOf(uri)));
		await this.runItems(new vscode.TestRunRequest([item]), [item]);
	}

	async run(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
		if (!request.include) await this.discover();
		const items = request.include ?? this.files.all.flatMap((uri) => this.controller.items.get(uri) ?? []);
		await this.runItems(request, items, token);
		if (!request.continuous) return;
		// Those that were run run again on every save, until it is turned off.
		await new Promise<void>((done) => token.onCancellationRequested(() => done()));
	}

	/** Opens the panel on the scenario of a failed expectation, at the instant that decided it. */
	async watch(target: vscode.TestItem | { readonly test?: vscode.TestItem } | undefined): Promise<void> {
		const item = target && 'test' in target ? target.test : (target as vscode.TestItem | undefined);
		if (item?.uri) await vscode.commands.executeCommand(OPEN_PANEL, item.uri.toString(), undefined, this.failedAt.get(item.id));
	}

	private async runItems(request: vscode.TestRunRequest, items: readonly vscode.TestItem[], token?: vscode.CancellationToken): Promise<void> {
		const run = this.controller.createTestRun(request);
		const byFile = new Map<string, vscode.TestItem[]>();
		for (const item of items) {
			const file = item.parent ?? item;
			byFile.set(file.id, [...(byFile.get(file.id) ?? []), ...(item.parent ? [item] : [])]);
		}
		try {
			for (const [uri, only] of byFile) {
				if (token?.isCancellationRequested) break;
				const ids = only.length > 0 ? new Set(only.map(({ id }) => id.slice(uri.length + 1))) : undefined;
				await this.files.run(uri, this.hearing(run), ids);
			}
		} finally {
			run.end();
		}
	}

	private hearing(run: vscode.TestRun): Hears {
		const { items } = this.controller;
		return {
			started: (uri) => {
				const file = items.get(uri);
				if (file) run.started(file);
			},
			result: (uri, { id, verdict, message, span, t }) => {
				const item = items.get(uri)?.children.get(`${uri}#${id}`);
				if (!item) return;
				this.failedAt.delete(item.id);
				if (t !== undefined) this.failedAt.set(item.id, t);
				if (verdict === 'holds') return run.passed(item);
				const told = new vscode.TestMessage(message);
				told.location = new vscode.Location(vscode.Uri.parse(uri), rangeOf(span));
				if (verdict === 'fault') return run.errored(item, told);
				told.contextValue = FAILURE;
				run.failed(item, told);
			},
			broken: (uri, faults) => {
				const file = items.get(uri);
				const messages = faults.map(({ span, message }) => {
					const told = new vscode.TestMessage(message);
					told.location = new vscode.Location(vscode.Uri.parse(uri), rangeOf(span));
					return told;
				});
				if (file) run.errored(file, messages);
			},
		};
	}

	private add(uri: string): vscode.TestItem {
		const file = vscode.Uri.parse(uri);
		const item = this.controller.createTestItem(uri, nameOf(file), file);
		item.canResolveChildren = true;
		const path = vscode.workspace.asRelativePath(file);
		item.description = path.slice(0, Math.max(0, path.lastIndexOf('/')));
		this.controller.items.add(item);
		return item;
	}
}

const rangeOf = ({ start, end }: Span): vscode.Range => new vscode.Range(start.line, start.character, end.line, end.character);
