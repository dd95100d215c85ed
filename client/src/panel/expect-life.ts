import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Scenario } from '../../../server/src/protocol/life';
import { EXPECT_LIFE } from '../../../server/src/protocol/requests';
import { ask } from '../ask';
import { LESSON_TEXT } from '../course/lesson-text';
import { exists, filledWith, nameOf, textOf } from '../files';
import { placeToSave, stemOf } from './saving';
import { scenarioYaml } from './scenario-yaml';

/** The life that a panel shows. */
export interface ShownLife {
	/** The manifest's URI. */
	readonly uri: string;
	/** Index among the documents of StatusAnswer. */
	readonly document: number;
	/** The scenario file that is played, where one is. */
	readonly file: string | undefined;
	/** What it was lived in; undefined where there is no life. */
	readonly scenario: Scenario | undefined;
}

/** "Turn this life into a test": what is seen, written as expectations into its scenario, for the user to read and save. */
export async function expectLife({ uri, document, file, scenario }: ShownLife, client: BaseLanguageClient): Promise<void> {
	const { l10n, window } = vscode;
	if (document !== 0) return void window.showInformationMessage(l10n.t('A test judges the first pod or workload of a file, not this one.'));
	const own = file !== undefined && vscode.Uri.parse(file).scheme !== LESSON_TEXT ? vscode.Uri.parse(file) : undefined;
	const text = own ? await textOf(own) : scenario && scenarioYaml(scenario);
	const made = text === undefined ? null : await ask(client, EXPECT_LIFE, { uri, scenarioText: text });
	if (!made) return void window.showInformationMessage(l10n.t('There is no life to make a test of, or its scenario says all of it already.'));
	const place = own ?? (await placeBeside(vscode.Uri.parse(uri)));
	if (!place) return;
	await window.showTextDocument(await filledWith(place, made.text), vscode.ViewColumn.One);
}

/** A scenario file beside a manifest, or one that nobody saved yet; undefined where the user calls it off. */
async function placeBeside(manifest: vscode.Uri): Promise<vscode.Uri | undefined> {
	const name = `${stemOf(nameOf(manifest))}.scenario.yaml`;
	if (manifest.scheme === 'untitled') return manifest.with({ path: manifest.path.replace(/[^/]*$/, name) });
	const place = await placeToSave(undefined, vscode.Uri.joinPath(manifest, '..', name).toString(), {
		exists: (uri) => exists(vscode.Uri.parse(uri)),
		choose: async (uri) => (await vscode.window.showSaveDialog({ defaultUri: vscode.Uri.parse(uri), filters: { YAML: ['yaml', 'yml'] } }))?.toString(),
	});
	const target = place === undefined ? undefined : vscode.Uri.parse(place);
	return target && ((await exists(target)) ? target : target.with({ scheme: 'untitled' }));
}
