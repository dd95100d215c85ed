/** The panel itself: messages in, a view out; what the user does becomes new state or a message. */
import { html, LitElement, type TemplateResult } from 'lit';
import type { Moment, Scenario } from '../../server/src/protocol/life';
import type { FromWebview, Question, ToWebview } from '../../server/src/protocol/panel';
import type { Place } from '../../server/src/protocol/text';
import { focusIn, type StageAct, stageKey, stagePointer, stageWheel } from './input/input';
import { Player } from './input/play';
import { StoryCentre, showChip } from './input/scrolling';
import { watchTips } from './input/tip';
import { following, panned, zoomed } from './input/zoom';
import { frameOf } from './layout/layout';
import { Answers } from './model/answers';
import { Reader } from './model/read';
import { FRESH, type Kept, restore, SPEEDS } from './model/state';
import { sameMoment, stopBeside } from './model/stops';
import { exportAs } from './paint/export';
import type { Tongue } from './text/tongue';
import { WORDS } from './text/words';
import { header } from './views/header';
import { main } from './views/main';
import type { Columns, View, WithLife } from './views/view';

/** What VS Code gives a webview. */
export interface Host {
	postMessage(message: FromWebview): void;
	getState(): unknown;
	setState(state: Kept): void;
}

/** Words and long lists follow the picture once it has rested this long. */
const REST = 120;

type Opened = ToWebview & { readonly type: 'opened' };

export class PeapodPanel extends LitElement {
	private host?: Host;
	private kept: Kept = FRESH;
	private opened?: Opened;
	private chosen: Moment | undefined;
	private cursor: Place | undefined;
	private scenarioFiles: readonly string[] = [];
	private openMenu: 'export' | 'more' | undefined;
	private notice = '';
	private focusKey = '';
	private wantsFocus = false;
	private stageWidth = 0;
	private saving = 0;
	private settling = 0;
	private catching = 0;
	private view?: View;
	private readonly story = new StoryCentre();
	private measured: Element | undefined;
	/** Sizes are told, not asked for: asking would lay the page out once more in each frame. */
	private readonly sizes = new ResizeObserver((entries) => {
		for (const { target, contentRect } of entries)
			if (target !== this) this.stageWidth = Math.round(contentRect.width) || this.stageWidth;
		this.requestUpdate();
	});
	private readonly reader = new Reader();
	private readonly answers = new Answers(() => {
		this.player.pause();
		this.requestUpdate();
	});
	private readonly player = new Player(() => {
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

	/** The page's own style sheet dresses the panel, so it lives outside a shadow. */
	protected override createRenderRoot(): HTMLElement {
		return this;
	}

	connect(host: Host): void {
		this.host = host;
		this.kept = restore(host.getState());
		addEventListener('message', (event: MessageEvent<ToWebview>) => this.receive(event.data));
		this.sizes.observe(this);
		this.addEventListener('keydown', (event) => this.key(event));
		this.addEventListener('pointerdown', (event) => stagePointer(event, () => this.look(), this.act));
		this.addEventListener('wheel', (event) => stageWheel(event, this.act), { passive: false });
		watchTips(this);
		this.addEventListener('dblclick', (event) => {
			const from = (event.target as Element).closest<HTMLElement>('[data-unfold]')?.dataset.unfold;
			if (from !== undefined) this.act.unfold(Number(from));
		});
		this.addEventListener('click', (event) => {
			if (this.openMenu && !(event.target as Element).closest('.menu-root')) this.act.menu(undefined);
			const row = (event.target as Element).closest<HTMLElement>('tr[data-t]');
			if (row?.dataset.t) this.act.seek(Number(row.dataset.t));
		});
		const { uri, document, question, follows, scenarioFile, tongue } = this.kept;
		host.postMessage({
			type: 'ready',
			...(uri && { document, question }),
			...(follows && scenarioFile !== undefined && { scenarioFile }),
			...(tongue && { language: tongue }),
		});
	}

	private receive(message: ToWebview): void {
		switch (message.type) {
			case 'opened':
				if (message.uri !== this.kept.uri) this.turnTo(message);
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
				this.scenarioFiles = message.files;
				break;
			case 'saved':
				this.keep({ scenarioFile: message.file });
				this.say(this.words().saved(message.file));
				break;
		}
		this.requestUpdate();
	}

	/** Another file: nothing of the one before goes along but the language. */
	private turnTo({ uri, question }: Opened): void {
		this.player.pause();
		this.chosen = undefined;
		this.answers.forget();
		this.keep({ ...FRESH, ...(this.kept.tongue && { tongue: this.kept.tongue }), uri, ...(question && { question }) });
	}

	private answered(message: ToWebview & { readonly type: 'answered' }): void {
		const before = this.answers.life;
		if (!this.answers.take(message)) return;
		const { answer, because, scenarioFile } = message;
		if (scenarioFile !== undefined && answer.kind === 'life')
			this.keep({ scenarioFile, follows: true, question: { scenario: answer.scenario } });
		if (before && because !== 'opened') this.placeAgain();
	}

	/** After a change: on the same moment if it still exists, else at the same time. */
	private placeAgain(): void {
		const moment = this.view?.shown?.moment;
		if (!this.answers.life || this.kept.t === undefined || !moment) return;
		const again = sameMoment(moment, this.reader.model(this.answers.life));
		this.chosen = undefined;
		if (again && Math.abs((this.view?.shown?.t ?? 0) - moment.t) < 0.3) this.keep({ t: again.t });
	}

	private keep(change: Partial<Kept>): void {
		this.kept = { ...this.kept, ...change };
		clearTimeout(this.saving);
		this.saving = window.setTimeout(() => this.host?.setState(this.kept), 150);
		this.requestUpdate();
	}

	private words() {
		return WORDS[this.tongue()];
	}

	private tongue(): Tongue {
		return this.kept.tongue ?? this.opened?.language ?? 'en';
	}

	private say(notice: string): void {
		this.notice = notice;
		this.requestUpdate();
		setTimeout(() => {
			this.notice = '';
			this.requestUpdate();
		}, 2500);
	}

	private ask(question: Question): void {
		this.keep({ question, follows: false });
		this.host?.postMessage({ type: 'ask', document: this.kept.document, question });
	}

	private moveTo(t: number, moment: Moment | undefined): void {
		const shown = this.view?.shown;
		if (!shown) return;
		this.chosen = moment;
		const to = Math.max(0, Math.min(shown.scale.end, t));
		const pan = this.kept.zoom > 1 ? following(shown, to) : undefined;
		this.keep({ t: to, ...(pan !== undefined && { pan }) });
		clearTimeout(this.catching);
		this.catching = window.setTimeout(() => {
			if (this.view?.shown && this.reader.catchUp(this.view.shown)) this.requestUpdate();
		}, REST);
	}

	private readonly act: StageAct = {
		seek: (t, moment) => {
			this.player.pause();
			if (this.kept.pod !== undefined && moment?.pod !== undefined) this.forgetPod();
			this.moveTo(t, moment);
		},
		step: (direction) => {
			const shown = this.view?.shown;
			const stop = shown && stopBeside(shown.stops, shown.t, direction);
			if (stop) this.act.seek(stop.t);
		},
		toggle: (what) => {
			switch (what) {
				case 'play':
					if (this.player.playing) this.player.pause();
					else this.player.play();
					break;
				case 'pin':
					this.pin();
					break;
				default:
					this.keep({ [what]: !this.kept[what] });
			}
			this.requestUpdate();
		},
		faster: (direction) => {
			const at = (SPEEDS as readonly number[]).indexOf(this.kept.speed);
			this.keep({ speed: SPEEDS[(at + direction + SPEEDS.length) % SPEEDS.length] ?? 1 });
		},
		tab: (tab) => this.keep({ tab }),
		mode: (mode) => this.keep({ mode, pan: 0, zoom: 1 }),
		speak: (tongue) => {
			this.keep({ tongue });
			this.host?.postMessage({ type: 'speak', language: tongue });
		},
		preset: (preset) => {
			this.forgetTime();
			this.ask({ preset });
		},
		live: (scenario: Scenario) =>
			this.ask({ scenario, ...(this.kept.question.preset && { preset: this.kept.question.preset }) }),
		forget: () => {
			this.forgetTime();
			this.ask({});
		},
		document: (document) => {
			this.forgetTime();
			this.answers.forget();
			this.keep({ document });
			this.ask({});
		},
		menu: (which) => {
			this.openMenu = which;
			this.requestUpdate();
			if (which) void this.updateComplete.then(() => this.querySelector<HTMLElement>('[role=menuitem]')?.focus());
		},
		zoom: (factor, atX) => {
			if (!this.view?.shown) return;
			const sight = zoomed(this.view.shown, this.kept.zoom, factor, frameOf(this.stageWidth), atX);
			this.reader.settle(sight.pan);
			this.keep(sight);
		},
		fit: () => this.keep({ zoom: 1, pan: 0, unfolded: [] }),
		pan: (by) => {
			if (!this.view?.shown || this.kept.zoom <= 1) return;
			this.keep({ pan: panned(this.view.shown, this.kept.pan + by) });
			clearTimeout(this.settling);
			this.settling = window.setTimeout(() => {
				this.reader.settle(this.kept.pan);
				this.requestUpdate();
			}, REST);
		},
		export: (format) => {
			const { view } = this;
			if (!view?.shown) return;
			exportAs(format, view as WithLife, this).then(
				(data) => this.host?.postMessage({ type: 'export', format, name: view.shown?.model.name ?? 'pod', data }),
				(error: unknown) =>
					this.host?.postMessage({
						type: 'trouble',
						message: this.words().notExported(error instanceof Error ? error.message : String(error)),
					}),
			);
		},
		reveal: (field) => {
			const span = this.answers.life?.fields[field];
			if (span) this.host?.postMessage({ type: 'reveal', span });
		},
		retry: () => {
			this.answers.failed = undefined;
			this.ask(this.kept.question);
		},
		post: (message) => {
			this.host?.postMessage(message);
			if (message.type === 'copy') this.say(this.words().copied);
		},
		focusCell: (key) => {
			this.focusKey = key;
			this.wantsFocus = true;
			this.requestUpdate();
		},
		fold: (rowKey) => this.fold(rowKey),
		unfold: (from) => this.keep({ unfolded: [...this.kept.unfolded, from] }),
	};

	private forgetTime(): void {
		const { t: _t, pod: _pod, ...rest } = this.kept;
		this.kept = rest;
		this.chosen = undefined;
		this.player.pause();
	}

	private forgetPod(): void {
		const { pod: _pod, ...rest } = this.kept;
		this.kept = rest;
	}

	private pin(): void {
		if (this.kept.pinned) {
			const { pinned: _pinned, ...rest } = this.kept;
			this.kept = rest;
			this.keep({});
		} else if (this.answers.life) this.keep({ pinned: this.answers.life, ghost: true });
	}

	private fold(rowKey: string): void {
		const row = this.view?.shown?.scene.rows.find((one) => one.key === rowKey);
		if (!row) return;
		if (row.kind === 'conditions') this.act.toggle('conditions');
		else if (row.kind === 'pod') {
			if (this.kept.pod === row.pod) this.forgetPod();
			else this.keep({ pod: row.pod });
			this.requestUpdate();
		} else if (row.kind === 'container') {
			const { folded } = this.kept;
			this.keep({
				folded: folded.includes(row.name) ? folded.filter((name) => name !== row.name) : [...folded, row.name],
			});
		}
	}

	private key(event: KeyboardEvent): void {
		const target = event.target as Element;
		if (event.key === 'Escape' && this.openMenu) {
			this.act.menu(undefined);
			return;
		}
		if (!target.closest('.canvas, .table-view') || !this.view) return;
		if (stageKey(event, this.view, this.act)) {
			event.preventDefault();
			event.stopPropagation();
		}
	}

	private look(): View {
		const width = innerWidth || 640;
		const columns: Columns = width >= 900 ? 3 : width >= 560 ? 2 : 1;
		if (!this.stageWidth) this.stageWidth = columns === 3 ? width - 401 : width;
		const tongue = this.tongue();
		const { life, none, failed } = this.answers;
		const former = this.kept.pinned ?? this.answers.former;
		const shown = life && this.reader.shown(life, former, this.kept, this.stageWidth, tongue, this.chosen, this.cursor);
		const view: View = {
			kept: this.kept,
			words: WORDS[tongue],
			tongue,
			columns,
			width,
			file: this.opened?.file ?? '',
			documents: this.opened?.documents ?? [],
			scenarioFiles: this.scenarioFiles,
			...(none && { noLife: none }),
			...(failed !== undefined && { failed }),
			...(shown && { shown, told: this.reader.told(shown, this.player.playing && this.kept.speed > 1) }),
			preset: this.preset(),
			playing: this.player.playing,
			focus: shown ? focusIn(shown.scene, this.focusKey) : '',
			...(this.openMenu && { menu: this.openMenu }),
			notice: this.notice,
		};
		this.view = view;
		return view;
	}

	/** The preset in force: the chosen one, or the one whose scenario this life was lived with. */
	private preset(): string | undefined {
		const { question } = this.kept;
		if (question.preset || question.scenario) return question.preset;
		const { life } = this.answers;
		const lived = JSON.stringify(life?.scenario);
		return life?.presets.find((preset) => JSON.stringify(preset.scenario) === lived)?.id;
	}

	protected override render(): TemplateResult {
		const view = this.look();
		name(view);
		return html`<div class="app columns-${view.columns}">${header(view, this.act)} ${main(view, this.act)}</div>
			<div class="notice" role="status">${view.notice}</div>
			<div class="tip" aria-hidden="true"></div>`;
	}

	protected override updated(): void {
		const stage = this.querySelector('.stage');
		if (stage && stage !== this.measured) {
			this.sizes.disconnect();
			this.sizes.observe(this);
			this.sizes.observe(stage);
			this.measured = stage;
		}
		if (this.wantsFocus) {
			this.wantsFocus = false;
			this.querySelector<HTMLElement>(`[data-cell="${CSS.escape(this.focusKey)}"]`)?.focus();
		}
		this.story.keep(this);
		showChip(this);
	}
}

/** Writes only what is new: the browser computes the style of everything again whenever `lang` is set, be it to the same. */
function name(view: View): void {
	const title = `${view.shown?.model.name ?? view.file} · Peapod`;
	if (document.title !== title) document.title = title;
	if (document.documentElement.lang !== view.tongue) document.documentElement.lang = view.tongue;
}
