/** The panel itself: messages in, a view out. */
import { html, LitElement, type TemplateResult } from 'lit';
import type { Life, Moment } from '../../server/src/protocol/life';
import type { Mode } from '../../server/src/protocol/mode';
import type { FromWebview, Question, ToWebview } from '../../server/src/protocol/panel';
import type { Place } from '../../server/src/protocol/text';
import { type Acted, actsOf } from './acts';
import { Focus } from './input/focus';
import { stagePointer, stageWheel } from './input/input';
import { pageKey } from './input/keys';
import { Player } from './input/play';
import { StoryCentre } from './input/scrolling';
import { watchTips } from './input/tip';
import { following } from './input/zoom';
import { type Measure, reckoned } from './layout/text-fit';
import { Answers } from './model/answers';
import { modesIn, presetOf } from './model/asked';
import { isAtNow } from './model/at';
import { Following } from './model/following';
import { Reader } from './model/read';
import { FRESH, type Kept, ownTab, restore } from './model/state';
import { sameMoment, stopBeside } from './model/stops';
import { measureIn } from './paint/measure';
import type { Tongue } from './text/tongue';
import { WORDS } from './text/words';
import { Fitting } from './views/fit';
import { header } from './views/header';
import { main } from './views/main';
import { StageWidth } from './views/stage-width';
import type { Columns, Menu, View } from './views/view';

/** What VS Code gives a webview. */
export interface Host {
	postMessage(message: FromWebview): void;
	getState(): unknown;
	setState(state: Kept): void;
}

/** Words and long lists follow the picture once it has rested this long. */
const REST = 120;

type Opened = ToWebview & { readonly type: 'opened' };

export class PeapodPanel extends LitElement implements Acted {
	kept: Kept = FRESH;
	view: View | undefined;
	readonly reader = new Reader();
	private host?: Host;
	private opened?: Opened;
	private chosen: Moment | undefined;
	private cursor: Place | undefined;
	/** What was told of the scenarios beside a manifest, which may come before the manifest, or after. */
	private offered: (ToWebview & { readonly type: 'scenarios' }) | undefined;
	/** The first answer is there. */
	private begun = false;
	private menu: Menu | undefined;
	private notice = '';
	private measure: Measure = reckoned;
	private readonly focused = new Focus();
	private readonly fitting = new Fitting();
	private readonly stageWidth = new StageWidth(this, () => this.requestUpdate());
	private saving = 0;
	private settling = 0;
	private catching = 0;
	private readonly story = new StoryCentre();
	private readonly following = new Following(() => this.requestUpdate());
	private readonly answers = new Answers(() => {
		this.player.pause();
		this.requestUpdate();
	});
	readonly player = new Player(() => {
		const shown = this.view?.shown;
		if (!shown) return undefined;
		return {
			t: shown.t,
			end: shown.scale.end,
			speed: this.kept.speed,
			nextStop: () => stopBeside(shown.stops, shown.t, 1)?.t,
			seek: (t) => this.moveTo(t, undefined),
			stopped: () => this.requestUpdate(),
		};
	});
	private readonly act = actsOf(this);

	/** The page's own style sheet dresses the panel, so it lives outside a shadow. */
	protected override createRenderRoot(): HTMLElement {
		return this;
	}

	connect(host: Host): void {
		this.host = host;
		this.kept = restore(host.getState());
		this.measure = measureIn(document.body);
		addEventListener('message', (event: MessageEvent<ToWebview>) => this.receive(event.data));
		this.addEventListener('keydown', (event) => this.view && pageKey(event, this.view, this.act));
		this.addEventListener('pointerdown', (event) => stagePointer(event, () => this.look(), this.act));
		this.addEventListener('wheel', (event) => stageWheel(event, this.act), { passive: false });
		watchTips(this);
		this.addEventListener('dblclick', (event) => {
			const from = (event.target as Element).closest<HTMLElement>('[data-unfold]')?.dataset.unfold;
			if (from !== undefined) this.act.unfold(Number(from));
		});
		this.addEventListener('click', (event) => {
			if (this.menu && !(event.target as Element).closest('.menu-root, .menu')) this.openMenu(undefined);
			const row = (event.target as Element).closest<HTMLElement>('tr[data-t]');
			if (row?.dataset.t) this.act.seek(Number(row.dataset.t));
		});
		const { uri, mode, document: index, question, follows, scenarioFile, tongue } = this.kept;
		host.postMessage({
			type: 'ready',
			...(uri && { mode, document: index, question }),
			...(follows && scenarioFile !== undefined && { scenarioFile }),
			...(tongue && { language: tongue }),
		});
	}

	get life(): Life | undefined {
		return this.answers.life;
	}

	get words() {
		return WORDS[this.tongue];
	}

	private get tongue(): Tongue {
		return this.kept.tongue ?? this.opened?.language ?? 'en';
	}

	private receive(message: ToWebview): void {
		switch (message.type) {
			case 'opened':
				if (message.uri !== this.kept.uri) this.turnTo(message);
				if (message.mode !== this.kept.mode) this.turnToMode(message.mode);
				this.opened = message;
				this.keep({ document: message.document });
				break;
			case 'answered':
				this.answered(message);
				break;
			case 'failed':
				this.answers.failed = message.message;
				break;
			case 'cursor':
				this.cursor = message.place;
				break;
			case 'scenarios':
				this.offered = message;
				this.beginWithScenario();
				break;
			case 'saved':
				this.keep({ scenarioFile: message.file });
				this.say(this.words.saved(message.file));
				break;
		}
		this.requestUpdate();
	}

	/** Another file: nothing of the one before goes along but the language. */
	private turnTo({ uri, mode, question }: Opened): void {
		this.player.pause();
		this.chosen = undefined;
		this.begun = false;
		this.answers.forget();
		const { tongue } = this.kept;
		this.kept = { ...FRESH, ...(tongue && { tongue }), uri, mode, tab: ownTab(mode), ...(question && { question }) };
		this.keep({});
	}

	/** Each mode opens at its own tab, and looks for the moment to open on anew. */
	private turnToMode(mode: Mode): void {
		this.forget();
		this.answers.forget();
		this.keep({ mode, tab: ownTab(mode), knobs: false, hints: 0 });
	}

	private answered(message: ToWebview & { readonly type: 'answered' }): void {
		const before = this.answers.life;
		const taken = this.answers.take(message);
		const { answer, because, scenarioFile } = message;
		this.following.take(answer.kind === 'live' ? answer : undefined, because === 'edited');
		if (scenarioFile !== undefined) this.keep({ fresh: false });
		if (taken && scenarioFile !== undefined && answer.kind === 'life')
			this.keep({ scenarioFile, follows: true, question: { scenario: answer.scenario } });
		if (taken && before && because !== 'opened') this.placeAgain();
		if (taken && message.at !== undefined) this.watch(message.at);
		this.begun = true;
		this.beginWithScenario();
	}

	/** Somebody wants to see what is there at an instant. */
	private watch(t: number): void {
		this.player.pause();
		this.chosen = undefined;
		this.keep({ t });
	}

	/** The scenarios beside the manifest that is shown; undefined while they are looked for. */
	private get beside(): (ToWebview & { readonly type: 'scenarios' }) | undefined {
		return this.offered?.uri === this.kept.uri ? this.offered : undefined;
	}

	/** A scenario that has the manifest's name is what its author wants to be seen first, by who asks for the life. */
	private beginWithScenario(): void {
		const files = this.beside?.files;
		if (!this.begun || !files || !this.kept.fresh) return;
		const { question, mode } = this.kept;
		const stem = this.opened?.file.replace(/\.ya?ml$/i, '');
		const own = files.find((file) => file.replace(/\.scenario\.ya?ml$/i, '') === stem);
		this.keep({ fresh: false });
		if (own && mode === 'life' && !question.preset && !question.scenario)
			this.post({ type: 'openScenario', file: own });
	}

	/** After a change: on the same moment if it still exists, else at the same time; of a live pod at the new now, if it was at the old one. */
	private placeAgain(): void {
		if (this.view?.shown && isAtNow(this.view.shown)) return this.drop('t');
		const moment = this.view?.shown?.moment;
		if (!this.answers.life || this.kept.t === undefined || !moment) return;
		const again = sameMoment(moment, this.reader.model(this.answers.life));
		this.chosen = undefined;
		if (again && Math.abs((this.view?.shown?.t ?? 0) - moment.t) < 0.3) this.keep({ t: again.t });
	}

	keep(change: Partial<Kept>): void {
		this.kept = { ...this.kept, ...change };
		clearTimeout(this.saving);
		this.saving = window.setTimeout(() => this.host?.setState(this.kept), 150);
		this.requestUpdate();
	}

	drop(...keys: readonly ('t' | 'pod' | 'pinned')[]): void {
		const rest: { -readonly [K in keyof Kept]: Kept[K] } = { ...this.kept };
		for (const key of keys) delete rest[key];
		this.kept = rest;
		this.keep({});
	}

	forget(index?: number): void {
		this.chosen = undefined;
		this.player.pause();
		if (index !== undefined) {
			this.answers.forget();
			this.keep({ document: index });
		}
		this.drop('t', 'pod');
	}

	say(notice: string): void {
		this.notice = notice;
		this.requestUpdate();
		setTimeout(() => {
			this.notice = '';
			this.requestUpdate();
		}, 2500);
	}

	ask(question: Question): void {
		this.keep({ question, follows: false, fresh: false });
		this.post({ type: 'ask', document: this.kept.document, question });
	}

	enter(mode: Mode): void {
		if (mode !== this.kept.mode) this.post({ type: 'mode', mode });
	}

	post(message: FromWebview): void {
		this.host?.postMessage(message);
	}

	tryAgain(): void {
		this.answers.failed = undefined;
		this.ask(this.kept.question);
	}

	moveTo(t: number, moment: Moment | undefined): void {
		const shown = this.view?.shown;
		if (!shown) return;
		this.chosen = moment;
		const to = Math.max(shown.scale.start, Math.min(shown.scale.end, t));
		const pan = this.kept.zoom > 1 ? following(shown, to) : undefined;
		this.keep({ t: to, ...(pan !== undefined && { pan }) });
		clearTimeout(this.catching);
		this.catching = window.setTimeout(() => {
			if (this.view?.shown && this.reader.catchUp(this.view.shown)) this.requestUpdate();
		}, REST);
	}

	rest(): void {
		clearTimeout(this.settling);
		this.settling = window.setTimeout(() => {
			this.reader.settle(this.kept.pan);
			this.requestUpdate();
		}, REST);
	}

	openMenu(which: Menu | undefined): void {
		this.menu = which;
		this.requestUpdate();
		if (which) void this.updateComplete.then(() => this.querySelector<HTMLElement>('[role=menuitem]')?.focus());
	}

	focusCell(key: string): void {
		this.focused.want(key);
		this.requestUpdate();
	}

	keepFocus(): void {
		this.focused.keep();
	}

	private look(): View {
		const width = innerWidth || 640;
		const columns: Columns = width >= 900 ? 3 : width >= 560 ? 2 : 1;
		const { tongue, kept, measure } = this;
		const { life, live, lesson, applied, none, failed, former } = this.answers;
		const shown =
			life &&
			this.reader.shown(life, {
				kept,
				width: this.stageWidth.in(width, columns === 3),
				tongue,
				measure,
				tight: this.fitting.fit.withoutReady,
				chosen: this.chosen,
				cursor: this.cursor,
				former,
			});
		const follows = this.following.state(!shown || isAtNow(shown));
		const view: View = {
			kept,
			mode: kept.mode,
			modes: modesIn(this.opened?.modes ?? [], this.beside?.expects === true || life?.expected !== undefined),
			words: WORDS[tongue],
			tongue,
			columns,
			width,
			measure,
			file: this.opened?.file ?? '',
			overlay: this.opened?.overlay,
			documents: this.opened?.documents ?? [],
			scenarioFiles: this.beside?.files ?? [],
			...(none && { noLife: none }),
			...(live && { live }),
			...(lesson && { lesson }),
			...(applied && { applied }),
			...(failed !== undefined && { failed }),
			...(shown && { shown, told: this.reader.told(shown, this.player.playing && kept.speed > 1) }),
			preset: life && presetOf(life, kept.question),
			playing: this.player.playing,
			focus: shown ? this.focused.in(shown.scene) : '',
			...(this.menu && { menu: this.menu }),
			...(follows && { follows }),
			notice: this.notice,
		};
		this.view = view;
		return view;
	}

	protected override render(): TemplateResult {
		const view = this.look();
		name(view);
		return html`<div class="app columns-${view.columns}">${header(view, this.act)} ${main(view, this.act)}</div>
			<div class="notice" role="status">${view.notice}</div>
			<div class="tip" aria-hidden="true"></div>`;
	}

	protected override updated(): void {
		this.stageWidth.watch();
		this.focused.give(this);
		if (this.view && this.fitting.again(this, this.view)) this.requestUpdate();
		this.story.keep(this);
	}
}

/** Writes only what is new: the browser computes the style of everything again whenever `lang` is set, be it to the same. */
function name(view: View): void {
	const title = `${view.shown?.model.name ?? view.file} · Peapod`;
	if (document.title !== title) document.title = title;
	if (document.documentElement.lang !== view.tongue) document.documentElement.lang = view.tongue;
}
