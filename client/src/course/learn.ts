import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { Lesson } from '../../../server/src/protocol/course';
import { lessonFile, lessonIn } from '../../../server/src/protocol/lesson-files';
import { LESSON, LESSONS, OPEN_PANEL, TEST } from '../../../server/src/protocol/requests';
import { ask } from '../ask';
import { exists, filledWith, nameOf, uriMeant } from '../files';
import { pageLanguage } from '../panel/titles';
import { Resting } from '../resting';
import { ShownTexts, showBeside } from '../shown-texts';
import { Course, type Standing } from './course';
import { LESSON_TEXT, lessonScenario } from './lesson-text';
import { lessonPage } from './page';
import { COURSE_WORDS, type CourseWords } from './words';

/** Ticks follow typing, not each key. */
const JUDGING_RESTS = 400;
/** Kept over sessions: ids of lessons that were solved; the folder that lessons are opened in. */
const [SOLVED, FOLDER] = ['peapod.course.solved', 'peapod.course.folder'];

export const COMMANDS = {
	learn: 'peapod.learn',
	page: 'peapod.lessonPage',
	hint: 'peapod.lessonHint',
	solution: 'peapod.lessonSolution',
	startOver: 'peapod.lessonStartOver',
	next: 'peapod.lessonNext',
} as const;

/** "Learn Pods": lessons are chosen from a list, edited like any file, and say over their first line how they stand. Returns the course, for who shows more of it. */
export function registerCourse(context: vscode.ExtensionContext, client: BaseLanguageClient): Course {
	const learning = new Learning(context, client);
	const { commands, languages, workspace } = vscode;
	const lookAtAll = (): void => {
		if (client.state === State.Running) for (const document of workspace.textDocuments) void learning.look(document);
	};
	const on = (command: string, act: (uri: vscode.Uri) => unknown): vscode.Disposable =>
		commands.registerCommand(command, (given?: unknown) => {
			const uri = uriMeant(given);
			return uri && lessonIn(nameOf(uri)) !== undefined ? act(uri) : learning.choose();
		});
	context.subscriptions.push(
		learning,
		commands.registerCommand(COMMANDS.learn, (id?: unknown) => (typeof id === 'string' ? learning.open(id) : learning.choose())),
		on(COMMANDS.page, (uri) => learning.showPage(uri)),
		on(COMMANDS.hint, (uri) => learning.hint(uri)),
		on(COMMANDS.solution, (uri) => learning.showSolution(uri)),
		on(COMMANDS.startOver, (uri) => learning.startOver(uri)),
		on(COMMANDS.next, (uri) => learning.next(uri)),
		languages.registerCodeLensProvider({ language: 'yaml' }, learning),
		workspace.onDidOpenTextDocument((document) => learning.look(document)),
		workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && learning.edited(document)),
		// Lessons of a window that comes back, and in another language.
		client.onDidChangeState(lookAtAll),
		workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('peapod') && lookAtAll()),
		workspace.onDidCloseTextDocument(({ uri }) => learning.course.forget(uri.toString())),
	);
	return learning.course;
}

class Learning implements vscode.CodeLensProvider, vscode.Disposable {
	readonly course: Course;
	private readonly lensesChanged = new vscode.EventEmitter<void>();
	readonly onDidChangeCodeLenses = this.lensesChanged.event;
	private readonly texts: ShownTexts;
	private latest: vscode.TextDocument | undefined;
	private readonly resting = new Resting(JUDGING_RESTS, () => this.latest && void this.look(this.latest));

	constructor(
		private readonly context: vscode.ExtensionContext,
		client: BaseLanguageClient,
	) {
		this.texts = new ShownTexts(context, [LESSON_TEXT]);
		this.course = new Course({
			heads: () => ask(client, LESSONS, { language: language() }),
			lesson: (id) => ask(client, LESSON, { id, language: language() }),
			test: (params) => ask(client, TEST, params),
			remembered: () => context.globalState.get(SOLVED),
			remember: (solved) => void context.globalState.update(SOLVED, solved),
			changed: (uri, standing) => {
				this.lensesChanged.fire();
				this.put(vscode.Uri.parse(uri), standing);
			},
			solved: (uri, lesson) => void this.celebrate(vscode.Uri.parse(uri), lesson),
		});
	}

	dispose(): void {
		this.resting.dispose();
		this.lensesChanged.dispose();
	}

	edited(document: vscode.TextDocument): void {
		if (lessonIn(nameOf(document.uri)) === undefined) return;
		this.latest = document;
		this.resting.soon();
	}

	async look(document: vscode.TextDocument): Promise<Standing | undefined> {
		// The server may be on its way out; the next keystroke asks again.
		return document.uri.scheme === LESSON_TEXT ? undefined : this.course.look(document.uri.toString(), document.getText()).catch(() => undefined);
	}

	/** The list of lessons; where one is chosen it is opened. */
	async choose(): Promise<void> {
		const words = said();
		const all = await this.course.list();
		const following = await this.course.following();
		const picks = all.map(({ id, title, goal, isSolved }, i) => ({
			id,
			label: `$(${isSolved ? 'pass-filled' : id === following ? 'arrow-right' : 'circle-large-outline'}) ${i + 1}. ${title}`,
			detail: goal.replaceAll('`', ''),
		}));
		const list = vscode.window.createQuickPick<(typeof picks)[number]>();
		list.title = words.list(all.filter(({ isSolved }) => isSolved).length, all.length);
		list.items = picks;
		list.matchOnDetail = true;
		list.activeItems = picks.filter(({ id }) => id === following);
		list.buttons = [{ iconPath: new vscode.ThemeIcon('folder-opened'), tooltip: words.folder }];
		list.onDidTriggerButton(() => void this.chooseFolder());
		list.onDidAccept(() => {
			const [chosen] = list.selectedItems;
			list.hide();
			if (chosen) void this.open(chosen.id);
		});
		list.onDidHide(() => list.dispose());
		list.show();
	}

	/** Opens the learner's file of a lesson, with its start where there is none yet, and the panel beside it, which tells the lesson. Nothing is written; saving is the learner's. */
	async open(id: string): Promise<void> {
		const index = (await this.course.list()).findIndex((lesson) => lesson.id === id);
		if (index < 0) return this.choose();
		const document = await vscode.workspace.openTextDocument(await this.placeOf(lessonFile(index, id)));
		if (document.getText() === '') await this.fill(document.uri, id);
		await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
		await this.look(document);
		await vscode.commands.executeCommand(OPEN_PANEL, document.uri.toString());
	}

	async showPage(uri: vscode.Uri): Promise<void> {
		const standing = this.course.standing(uri.toString());
		if (standing) await showBeside(this.put(uri, standing));
	}

	async hint(uri: vscode.Uri): Promise<void> {
		const hint = this.course.hint(uri.toString());
		if (!hint) return;
		const words = said();
		const more = hint.number < hint.of ? words.nextHint : words.solution;
		const chosen = await vscode.window.showInformationMessage(words.hint(hint.number, hint.of, hint.text.replaceAll('`', '')), more);
		if (chosen) await (hint.number < hint.of ? this.hint(uri) : this.showSolution(uri));
	}

	/** One answer of several, beside the learner's. */
	async showSolution(uri: vscode.Uri): Promise<void> {
		const lesson = this.course.standing(uri.toString())?.lesson;
		if (!lesson) return;
		const solution = this.texts.put(LESSON_TEXT, `/${lesson.id}.solution.yaml`, lesson.solution);
		await vscode.commands.executeCommand('vscode.diff', uri, solution, said().compared(lesson.title));
	}

	/** The start again, as an edit that can be undone. */
	async startOver(uri: vscode.Uri): Promise<void> {
		const id = lessonIn(nameOf(uri));
		if (id === undefined) return;
		await this.fill(uri, id);
		this.course.startOver(uri.toString());
	}

	async next(uri: vscode.Uri): Promise<void> {
		const next = this.course.standing(uri.toString())?.lesson.next;
		await (next ? this.open(next.id) : this.choose());
	}

	provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
		const standing = this.course.standing(uri.toString());
		if (!standing) return [];
		const words = said();
		const { lesson, results, isSolved } = standing;
		const held = results.filter(({ verdict }) => verdict === 'holds').length;
		const lens = (title: string, command: string): vscode.CodeLens =>
			new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), { title, command, arguments: [uri.toString()] });
		return [
			lens(`$(book) ${words.place(lesson.index + 1, lesson.of, lesson.title)}`, COMMANDS.page),
			lens(isSolved ? `$(pass-filled) ${words.solved}` : `$(play) ${words.met(held, results.length)}`, OPEN_PANEL),
			...(isSolved ? [] : [lens(words.ask, COMMANDS.hint)]),
			...(isSolved && lesson.next ? [lens(words.next(lesson.next.title), COMMANDS.next)] : []),
		];
	}

	private async celebrate(uri: vscode.Uri, lesson: Lesson): Promise<void> {
		const words = said();
		const next = lesson.next && words.next(lesson.next.title);
		const done = words.done(lesson.title, lesson.remember.replaceAll('`', ''));
		if (next && (await vscode.window.showInformationMessage(done, next))) await this.next(uri);
		else if (!next) await vscode.window.showInformationMessage(done);
	}

	/** What of a lesson lies in no file: its page and its scenario. */
	private put(uri: vscode.Uri, standing: Standing): vscode.Uri {
		const scenario = lessonScenario(uri);
		if (scenario) this.texts.put(LESSON_TEXT, scenario.path, standing.lesson.scenario);
		return this.texts.put(LESSON_TEXT, `/${said().lesson(standing.lesson.index + 1)}.md`, lessonPage(standing, language()));
	}

	private async fill(uri: vscode.Uri, id: string): Promise<void> {
		const lesson = await this.course.lesson(id);
		if (lesson) await filledWith(uri, lesson.start);
	}

	private async chooseFolder(): Promise<void> {
		const [folder] = (await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true })) ?? [];
		if (!folder) return;
		await this.context.globalState.update(FOLDER, folder.toString());
		await this.choose();
	}

	/** Where a lesson is edited: its file in the learner's folder, or one that nobody saved yet. */
	private async placeOf(name: string): Promise<vscode.Uri> {
		const kept = this.context.globalState.get<string>(FOLDER);
		if (kept === undefined) return vscode.Uri.from({ scheme: 'untitled', path: name });
		const file = vscode.Uri.joinPath(vscode.Uri.parse(kept), name);
		return (await exists(file)) ? file : file.with({ scheme: 'untitled' });
	}
}

const language = (): 'en' | 'ko' => pageLanguage(vscode.workspace.getConfiguration('peapod').get<string>('language'), vscode.env.language);
const said = (): CourseWords => COURSE_WORDS[language()];
