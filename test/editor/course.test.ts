import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pageTab, setLanguage, until, when } from './in-editor';

const lensesOf = (document: vscode.TextDocument): Thenable<vscode.CodeLens[]> =>
	vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);

/** The title of the lens that runs a command, once it is as wanted. */
const lens = (document: vscode.TextDocument, command: string, title: RegExp): Promise<vscode.CodeLens> =>
	until(async () => (await lensesOf(document)).find((one) => one.command?.command === command && title.test(one.command.title)), `lens ${title}`);

suite('The course in VS Code', () => {
	suiteSetup(() => setLanguage('en'));

	suiteTeardown(async () => {
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		await setLanguage('auto');
	});

	test('a lesson is opened as a file that nobody saved, judged while it is edited, and begun anew', async () => {
		await vscode.commands.executeCommand('peapod.learn', 'work-that-ends');
		const document = await until(
			() => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'untitled' && uri.path.endsWith('lesson-04-work-that-ends.yaml')),
			'lesson',
		);
		const start = document.getText();
		await lens(document, 'peapod.lessonPage', /Lesson 4 of 18: A pod that ends$/);
		await lens(document, 'peapod.openPanel', /1 of 3 met$/);
		const edit = new vscode.WorkspaceEdit();
		edit.insert(document.uri, new vscode.Position(document.lineCount - 1, 0), '  restartPolicy: Never\n');
		await vscode.workspace.applyEdit(edit);
		await lens(document, 'peapod.openPanel', /Solved$/);
		await lens(document, 'peapod.lessonNext', /^Next: restartPolicy/);
		await vscode.commands.executeCommand('peapod.lessonStartOver', document.uri.toString());
		await when(() => document.getText() === start, 'start');
		await lens(document, 'peapod.lessonHint', /^Hint$/);
		assert.ok(document.isUntitled);
	});

	test('its life is that of the lesson, and the solution is shown beside it', async () => {
		const document = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('lesson-04-work-that-ends.yaml'));
		assert.ok(document);
		await vscode.commands.executeCommand('peapod.openPanel', document.uri.toString());
		const lesson = await pageTab('Life of lesson-04-work-that-ends.yaml');
		await vscode.commands.executeCommand('peapod.lessonSolution', document.uri.toString());
		await when(() => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputTextDiff)), 'solution as a diff');
		// What a panel asks before it turns to a file is answered before this is.
		for (let i = 0; i < 3; i++) await lensesOf(document);
		assert.equal(lesson.label, 'Life of lesson-04-work-that-ends.yaml', 'the lesson stays beside its solution');
		await vscode.window.tabGroups.close(await pageTab('Life of lesson-04-work-that-ends.yaml'));
	});
});
