import type { ApplyAnswer } from '../../../server/src/protocol/apply';
import type { Scenario, SimulateAnswer } from '../../../server/src/protocol/life';
import type { LiveAnswer, LiveParams } from '../../../server/src/protocol/live';
import type { Mode } from '../../../server/src/protocol/mode';
import type { Against, FromWebview, Question, ShownApplied, ShownLesson, ToWebview } from '../../../server/src/protocol/panel';
import type { SimulateParams, StatusAnswer } from '../../../server/src/protocol/requests';
import type { LiveName } from '../../../server/src/protocol/why';
import { livesIn } from '../status-text';

/** Everybody else that the conversation needs. URIs throughout. */
export interface Around {
	/** Sees to it that the server knows the file: it knows open ones only, and this panel may be the only one who wants it. */
	readonly open: (uri: string) => Promise<void>;
	readonly status: (uri: string) => Promise<StatusAnswer | null>;
	readonly simulate: (params: SimulateParams) => Asking<SimulateAnswer>;
	readonly live: (params: LiveParams) => Asking<LiveAnswer>;
	/** What applying a file does, and the text that it is applied over: what was chosen, else its last commit, else what is saved. */
	readonly applied: (uri: string) => Promise<{ readonly applied: ShownApplied; readonly old: string }>;
	/** The lesson that a file is of; null where it is of none. */
	readonly lesson: (uri: string) => Promise<Omit<ShownLesson, 'isWhatIf'> | null>;
	/** What may be asked of a file. */
	readonly modes: (uri: string, status: StatusAnswer | null, asked: Mode) => readonly Mode[];
	/** Of a scenario file, or a dump; undefined where it is not there. */
	readonly textOf: (uri: string) => Promise<string | undefined>;
	/** Milliseconds of the epoch. */
	readonly clock: () => number;
	readonly language: (uri: string) => 'en' | 'ko';
	readonly post: (message: ToWebview) => void;
	/** What went wrong, with all that is known of it. */
	readonly log: (error: unknown) => void;
}

/** What a file is compared with; `file` is the URI of another one. */
export interface Compared {
	readonly against: Against;
	readonly file?: string;
}

/** A question under way. */
export interface Asking<Answer> {
	readonly answer: Promise<Answer>;
	readonly cancel: () => void;
}

/** What is shown of a file, and what is asked of it. */
export interface Asked {
	readonly mode: Mode;
	/** Index among the documents of StatusAnswer; in the mode Why, among the pods of the dump. */
	readonly document: number;
	/** In the mode Why: who is asked for, until the page asks for another. */
	readonly pod?: LiveName | undefined;
	readonly question: Question;
	/** In the mode Apply: the document is that of the object that the user chose; else the worst is shown. */
	readonly isObjectChosen?: boolean;
	/** In the mode Why: how the pod is told, once that was chosen. */
	readonly told?: Pick<LiveParams, 'isUpToClock' | 'isAnew'>;
	/** In the mode Lesson: not what it asks, but what else would be worth seeing. An edit leads back. */
	readonly isWhatIf?: boolean;
	/** The scenario file in force, while nothing else is asked for. */
	readonly scenario: string | undefined;
	/** The scenario file that was read or written here: where Save goes without asking. */
	readonly saveTo: string | undefined;
}

export const NOTHING_ASKED: Asked = { mode: 'life', document: 0, question: {}, scenario: undefined, saveTo: undefined };

/** Files that are remembered with what was asked of them. */
const MOST_REMEMBERED = 50;

type Answer = (ToWebview & { type: 'answered' })['answer'];
interface Answered {
	readonly answer: Answer;
	readonly documents: Documents;
	readonly lesson?: ShownLesson | undefined;
	readonly applied?: ShownApplied;
}
type Documents = (ToWebview & { type: 'opened' })['documents'];

/** What the page is told. Of several questions under way only the newest may answer. */
export class Conversation {
	private ticket = 0;
	private cancel = (): void => {};
	/** The last `opened`, as text: it is said again only when something in it is another. */
	private opened = '';
	/** The file that the page knows it shows. */
	private shown: string | undefined;
	/** Pages that the server named in the life that is shown. */
	private links: ReadonlySet<string> = new Set();
	/** The scenario of the life that is shown. */
	lived: Scenario | undefined;
	/** The second at which the next life is to be seen. */
	private at: number | undefined;
	/** Minutes from UTC to the reader's clock. */
	private zone = 0;
	private readonly remembered = new Map<string, Asked>();

	constructor(
		public uri: string,
		public asked: Asked,
		private readonly around: Around,
	) {}

	/** The page stands. What it showed before holds, if it showed this file. */
	ready(
		{ document, question, mode, zone = 0 }: Pick<FromWebview & { type: 'ready' }, 'document' | 'question' | 'mode' | 'zone'>,
		scenario: string | undefined,
	): Promise<void> {
		this.zone = zone;
		const isThisFile = this.shown === undefined || this.shown === this.uri;
		const kept = this.asked;
		if (isThisFile) {
			this.asked = {
				...kept,
				// Who opened the panel for a purpose knows better than a page of before.
				mode: kept.mode === 'life' ? (mode ?? kept.mode) : kept.mode,
				document: document ?? kept.document,
				question: question ?? kept.question,
				scenario: kept.scenario ?? scenario,
				saveTo: kept.scenario ?? scenario ?? kept.saveTo,
			};
		}
		return this.begin();
	}

	/** Tells everything anew. */
	begin(): Promise<void> {
		this.opened = '';
		return this.ask('opened');
	}

	/** A question of the user's. */
	answer(document: number, question: Question): Promise<void> {
		this.asked = { ...this.asked, document, question, scenario: undefined, pod: undefined, isObjectChosen: true };
		return this.ask('asked');
	}

	/** Something else is asked of the file: of a dump perhaps for one of its pods. */
	enter(mode: Mode, pod?: LiveName): Promise<void> {
		const { document, scenario, saveTo } = this.asked;
		this.asked = { ...NOTHING_ASKED, mode, pod, document: mode === 'why' ? 0 : document, scenario, saveTo };
		return this.begin();
	}

	/** Another document of the file. */
	turnTo(document: number, mode = this.asked.mode): Promise<void> {
		this.asked = { ...NOTHING_ASKED, mode, document, saveTo: this.asked.saveTo };
		return this.begin();
	}

	/** A scenario file; it may be to be seen at a second. */
	play(scenario: string, at?: number, mode = this.asked.mode): Promise<void> {
		this.asked = { ...this.asked, mode, scenario, saveTo: scenario };
		this.at = at;
		return this.ask('asked');
	}

	/** The next life that is told is to be seen at a second. */
	seeAt(at: number | undefined): void {
		this.at = at;
	}

	/** Something else was chosen to compare with. */
	compareAnew(): Promise<void> {
		this.asked = { ...this.asked, isObjectChosen: false };
		return this.ask('asked');
	}

	/** A live pod up to the reader's clock, or to the newest time in its file; with what was not as it was told at first, or without. */
	tellLive(how: Asked['told']): Promise<void> {
		this.asked = { ...this.asked, told: { ...this.asked.told, ...how } };
		return this.ask('asked');
	}

	/** What is worth seeing once a lesson is solved. */
	whatIf(): Promise<void> {
		this.asked = { ...this.asked, isWhatIf: true };
		return this.ask('asked');
	}

	saved(file: string): void {
		this.asked = { ...this.asked, saveTo: file };
	}

	/** The file has another name now. */
	rename(uri: string): void {
		this.uri = uri;
	}

	/** Another file is to be shown: as it was when it was shown last. `begin` tells of it. */
	show(uri: string, document: number | undefined, scenario: string | undefined, mode?: Mode, pod?: LiveName): void {
		this.remembered.delete(this.uri);
		this.remembered.set(this.uri, this.asked);
		for (const oldest of this.remembered.keys()) if (this.remembered.size > MOST_REMEMBERED) this.remembered.delete(oldest);
		const before = this.remembered.get(uri);
		this.uri = uri;
		const asked = before && (document === undefined || document === before.document) ? before : { ...NOTHING_ASKED, document: document ?? 0 };
		this.asked = { ...asked, ...(scenario !== undefined && { scenario, saveTo: scenario }), ...(mode && { mode, pod }) };
	}

	/** Whether the life that is shown names this page: no other is opened for the page that shows it. */
	names(url: string): boolean {
		return this.links.has(url);
	}

	stop(): void {
		this.ticket++;
		this.cancel();
	}

	async ask(because: (ToWebview & { type: 'answered' })['because']): Promise<void> {
		this.stop();
		const ticket = this.ticket;
		const isOld = (): boolean => ticket !== this.ticket;
		const { uri } = this;
		try {
			await this.around.open(uri);
			const { scenario } = this.asked;
			const scenarioText = scenario === undefined ? undefined : await this.around.textOf(scenario);
			if (isOld()) return;
			// It was deleted: its scenario is played no more.
			if (scenarioText === undefined) this.asked = { ...this.asked, scenario: undefined, ...(this.asked.mode === 'tests' && { mode: 'life' }) };
			const status = await this.around.status(uri);
			if (isOld()) return;
			this.keepTo(status);
			if (because === 'edited') this.asked = { ...this.asked, isWhatIf: false };
			const { answer, documents, lesson, applied } = await this.answerTo(status, scenarioText);
			if (isOld()) return;
			this.lived = answer.kind === 'life' ? answer.scenario : undefined;
			if (answer.kind === 'life') this.links = new Set(Object.values(answer.links).flatMap(({ en, ko }) => [en, ko]));
			this.tell(status, documents);
			const { scenario: played } = this.asked;
			const { at } = this;
			this.at = undefined;
			this.around.post({
				type: 'answered',
				answer,
				because,
				...(played !== undefined && !lesson && { scenarioFile: nameOf(played) }),
				...(at !== undefined && { at }),
				...(lesson && { lesson }),
				...(applied && { applied }),
			});
		} catch (error) {
			if (isOld()) return;
			this.around.log(error);
			this.around.post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
		}
	}

	private async answerTo(status: StatusAnswer | null, scenarioText: string | undefined): Promise<Answered> {
		const { mode, question, document, pod, told } = this.asked;
		const { uri, zone } = this;
		const waited = <T>({ answer, cancel }: Asking<T>): Promise<T> => {
			this.cancel = cancel;
			return answer;
		};
		if (mode === 'why') {
			const text = (await this.around.textOf(uri)) ?? '';
			const answer = await waited(this.around.live({ text, uri, pod: pod ?? document, zone, clock: this.around.clock(), ...told }));
			if (answer.kind !== 'live') return { answer, documents: [] };
			this.asked = { ...this.asked, document: answer.index };
			return { answer, documents: answer.pods.map(({ name }, index) => ({ kind: 'Pod', name, index })) };
		}
		const documents = livesIn(status);
		if (mode === 'apply') {
			const { applied, old } = await this.around.applied(uri);
			const index = this.asked.isObjectChosen ? document : (chosenOf(applied.answer) ?? document);
			this.asked = { ...this.asked, document: index };
			const answer = await waited(this.around.simulate({ uri, document: index, preset: 'applied', old }));
			return { answer, documents, applied };
		}
		if (mode === 'lesson') {
			const shown = await this.around.lesson(uri);
			const lesson = shown ? { ...shown, isWhatIf: this.asked.isWhatIf === true } : undefined;
			const played = (lesson?.isWhatIf ? lesson.lesson.whatIfScenario : undefined) ?? lesson?.lesson.scenario;
			const answer = await waited(this.around.simulate({ uri, document: 0, ...(played !== undefined && { scenarioText: played }) }));
			return { answer, documents, lesson };
		}
		const answer = await waited(this.around.simulate({ ...question, uri, document, ...(scenarioText !== undefined && { scenarioText }) }));
		return { answer, documents };
	}

	/** A document that is there no longer is not asked for; the page is told which one is shown instead. */
	private keepTo(status: StatusAnswer | null): void {
		if (this.asked.mode === 'why') return;
		const [first] = status?.documents ?? [];
		if (first && !status?.documents.some(({ index }) => index === this.asked.document)) this.asked = { ...this.asked, document: first.index };
	}

	private tell(status: StatusAnswer | null, documents: Documents): void {
		const { uri } = this;
		const { mode, document, question } = this.asked;
		const modes = this.around.modes(uri, status, mode);
		const { overlay } = status ?? {};
		const about = { uri, file: nameOf(uri), ...(overlay !== undefined && mode !== 'why' && { overlay }) };
		const told = { ...about, documents, document, mode, modes, language: this.around.language(uri) };
		const said = JSON.stringify(told);
		this.shown = uri;
		if (said !== this.opened) this.around.post({ type: 'opened', ...told, question });
		this.opened = said;
	}
}

/** The first object that has a life of its own in the new text: the worst. */
const chosenOf = (answer: ApplyAnswer): number | undefined =>
	answer.kind === 'applied' ? answer.objects.find(({ document }) => document !== undefined)?.document : undefined;

/** The last part of a URI, `web.yaml`. */
export function nameOf(uri: string): string {
	const place = uri.replace(/[?#].*$/, '');
	const name = place.slice((place.includes('/') ? place.lastIndexOf('/') : place.indexOf(':')) + 1);
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
