/** The panel itself: messages in, a view out; what the user does becomes new state or a message. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { FromWebview, Life, Moment, NoLife, Place, Question, Scenario, ToWebview } from '../../server/src/protocol';
import { exportAs } from './export';
import { type StageAct, stageKey, stagePointer, stageWheel } from './input';
import { frameOf } from './layout';
import { Player } from './play';
import { Reader } from './read';
import { FRESH, type Kept, restore, SPEEDS } from './state';
import { sameMoment, stopBeside } from './stops';
import type { Columns, View, WithLife } from './view';
import { header } from './view-header';
import { blank, noLife, ourError } from './view-other';
import { stage } from './view-stage';
import { conditions, containers, eventsBeside, kubectl, why } from './view-state';
import { tabs } from './view-tabs';
import { headline, whatIf } from './view-what-if';
import { type Tongue, WORDS } from './words';

/** What VS Code gives a webview. */
export interface Host {
	postMessage(message: FromWebview): void;
	getState(): unknown;
	setState(state: Kept): void;
}

/** A refusal while typing is shown when typing rests this long. */
const REST = 400;
/** Edits nearer than this are one edit: the ghost stays the life before the first of them. */
const ONE_EDIT = 3000;
const WIDEST_ZOOM = 400;

type Opened = ToWebview & { readonly type: 'opened' };

export class PeapodPanel extends LitElement {
	private host?: Host;
	private kept: Kept = FRESH;
	private opened?: Opened;
	private life: Life | undefined;
	private former: Life | undefined;
	private formerSince = Number.NEGATIVE_INFINITY;
	private none: NoLife | undefined;
	private failed: string | undefined;
	private chosen: Moment | undefined;
	private cursor: Place | undefined;
	private scenarioFiles: readonly string[] = [];
	private openMenu: 'export' | 'more' | undefined;
	private notice = '';
	private focusKey = '';
	private wantsFocus = false;
	private stageWidth = 0;
	private refusal = 0;
	private saving = 0;
	private settling = 0;
	private pointing = 0;
	private catching = 0;
	private view?: View;
	private lastRow: Element | null = null;
	private measured: Element | undefined;
	/** Sizes are told, not asked for: asking would lay the page out once more in each frame. */
	private readonly sizes = new ResizeObserver((entries) => {
		for (const { target, contentRect } of entries) if (target !== this) this.stageWidth = Math.round(contentRect.width) || this.stageWidth;
		this.requestUpdate();
	});
	private readonly reader = new Reader();
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
		this.addEventListener('pointerover', (event) => this.point(event));
		this.addEventListener('pointerleave', () => this.showTip(undefined));
		this.addEventListener('dblclick', (event) => {
			const from = (event.target as Element).closest<HTMLElement>('[data-unfold]')?.dataset.unfold;
			if (from !== undefined) this.act.unfold(Number(from));
		});
		this.addEventListener('click', (event) => {
			if (this.openMenu && !(event.target as Element).closest('.menu-root')) this.act.menu(undefined);
			const row = (event.target as Element).closest<HTMLElement>('tr[data-t]');
			if (row?.dataset.t) this.act.seek(Number(row.dataset.t));
		});
		host.postMessage({ type: 'ready', ...(this.kept.uri && { document: this.kept.document, question: this.kept.question }) });
	}

	private receive(message: ToWebview): void {
		switch (message.type) {
			case 'opened':
				if (message.uri !== this.kept.uri) this.keep({ ...FRESH, ...(this.kept.tongue && { tongue: this.kept.tongue }), uri: message.uri });
				this.opened = message;
				this.keep({ document: message.document });
				break;
			case 'answered':
				this.answered(message);
				break;
			case 'failed':
				this.failed = message.message;
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

	private answered(message: ToWebview & { readonly type: 'answered' }): void {
		const { answer, because, scenarioFile } = message;
		clearTimeout(this.refusal);
		this.failed = undefined;
		if (answer.kind !== 'life') {
			const show = () => {
				this.none = answer;
				this.player.pause();
				this.requestUpdate();
			};
			if (because === 'edited' && this.life && !this.none) this.refusal = window.setTimeout(show, REST);
			else show();
			return;
		}
		this.none = undefined;
		if (scenarioFile !== undefined) this.keep({ scenarioFile, question: { scenario: answer.scenario } });
		const before = this.life;
		this.life = answer;
		if (!before || because === 'opened') return;
		const now = performance.now();
		const sameLife = JSON.stringify(before.trace) === JSON.stringify(answer.trace);
		const goesOn = because === 'edited' && now - this.formerSince < ONE_EDIT;
		if (!sameLife && !(goesOn && this.former)) this.former = before;
		if (because === 'edited') this.formerSince = now;
		this.placeAgain();
	}

	/** After a change: on the same moment if it still exists, else at the same time. */
	private placeAgain(): void {
		const moment = this.view?.shown?.moment;
		if (!this.life || this.kept.t === undefined || !moment) return;
		const again = sameMoment(moment, this.reader.model(this.life));
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
		this.keep({ question });
		this.host?.postMessage({ type: 'ask', document: this.kept.document, question });
	}

	private moveTo(t: number, moment: Moment | undefined): void {
		const shown = this.view?.shown;
		if (!shown) return;
		this.chosen = moment;
		const to = Math.max(0, Math.min(shown.scale.end, t));
		this.keep({ t: to, ...this.follow(to, shown) });
		clearTimeout(this.catching);
		this.catching = window.setTimeout(() => {
			if (this.view?.shown && this.reader.catchUp(this.view.shown)) this.requestUpdate();
		}, 120);
	}

	/** Keeps the playhead in a zoomed picture. */
	private follow(t: number, shown: WithLife['shown']): { pan?: number } {
		if (this.kept.zoom <= 1) return {};
		const { left, right } = shown.scene;
		const x = shown.scene.x(t);
		if (x >= left + 8 && x <= right - 8) return {};
		return { pan: Math.max(0, Math.min(shown.scale.width - (right - left), shown.scale.x(t) - (right - left) * 0.3)) };
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
		speak: (tongue) => this.keep({ tongue }),
		preset: (preset) => {
			this.forgetTime();
			this.ask({ preset });
		},
		live: (scenario: Scenario) => this.ask({ scenario, ...(this.kept.question.preset && { preset: this.kept.question.preset }) }),
		forget: () => {
			this.forgetTime();
			this.ask({});
		},
		document: (document) => {
			this.forgetTime();
			this.life = undefined;
			this.former = undefined;
			this.keep({ document });
			this.ask({});
		},
		menu: (which) => {
			this.openMenu = which;
			this.requestUpdate();
			if (which) void this.updateComplete.then(() => this.querySelector<HTMLElement>('[role=menuitem]')?.focus());
		},
		zoom: (factor, atX) => this.zoom(factor, atX),
		fit: () => this.keep({ zoom: 1, pan: 0, unfolded: [] }),
		pan: (by) => {
			const shown = this.view?.shown;
			if (!shown || this.kept.zoom <= 1) return;
			const most = shown.scale.width - (shown.scene.right - shown.scene.left);
			this.keep({ pan: Math.max(0, Math.min(most, this.kept.pan + by)) });
			this.rest();
		},
		export: (format) => {
			const { view } = this;
			if (!view?.shown) return;
			void exportAs(format, view as WithLife, this).then((data) =>
				this.host?.postMessage({ type: 'export', format, name: view.shown?.model.name ?? 'pod', data }),
			);
		},
		reveal: (field) => {
			const span = this.life?.fields[field];
			if (span) this.host?.postMessage({ type: 'reveal', span });
		},
		retry: () => {
			this.failed = undefined;
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
		} else if (this.life) this.keep({ pinned: this.life, ghost: true });
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
			this.keep({ folded: folded.includes(row.name) ? folded.filter((name) => name !== row.name) : [...folded, row.name] });
		}
	}

	private zoom(factor: number, atX?: number): void {
		const shown = this.view?.shown;
		if (!shown) return;
		const frame = frameOf(this.stageWidth);
		const width = frame.right - frame.left;
		const zoom = Math.max(1, Math.min(WIDEST_ZOOM, this.kept.zoom * factor));
		const x = atX ?? Math.max(frame.left, Math.min(frame.right, shown.scene.x(shown.t)));
		// Widths grow all alike, so a point keeps its share of the whole.
		const share = shown.scale.x(shown.scene.t(x)) / shown.scale.width;
		const pan = share * width * zoom - (x - frame.left);
		const to = Math.max(0, Math.min(width * zoom - width, pan));
		this.reader.settle(to);
		this.keep({ zoom, pan: to });
	}

	/** What a bar is, from when to when: beside the pointer once it stays on it. */
	private point(event: PointerEvent): void {
		clearTimeout(this.pointing);
		const cell = event.buttons ? null : (event.target as Element).closest<SVGGElement>('.cell');
		const label = cell?.getAttribute('aria-label');
		if (!cell || !label) {
			this.showTip(undefined);
			return;
		}
		this.pointing = window.setTimeout(() => this.showTip({ label, x: event.clientX, y: cell.getBoundingClientRect().bottom + 6 }), 350);
	}

	private showTip(tip: { readonly label: string; readonly x: number; readonly y: number } | undefined): void {
		const element = this.querySelector<HTMLElement>('.tip');
		if (!element) return;
		element.textContent = tip?.label ?? '';
		if (!tip) return;
		element.style.left = `${Math.max(8, Math.min(tip.x, innerWidth - element.offsetWidth - 8))}px`;
		element.style.top = `${tip.y}px`;
	}

	private rest(): void {
		clearTimeout(this.settling);
		this.settling = window.setTimeout(() => {
			this.reader.settle(this.kept.pan);
			this.requestUpdate();
		}, 120);
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
		const former = this.kept.pinned ?? this.former;
		const shown = this.life && this.reader.shown(this.life, former, this.kept, this.stageWidth, tongue, this.chosen, this.cursor);
		const view: View = {
			kept: this.kept,
			words: WORDS[tongue],
			tongue,
			columns,
			width,
			file: this.opened?.file ?? '',
			documents: this.opened?.documents ?? [],
			scenarioFiles: this.scenarioFiles,
			...(this.none && { noLife: this.none }),
			...(this.failed !== undefined && { failed: this.failed }),
			...(shown && { shown }),
			preset: this.preset(),
			playing: this.player.playing,
			focus: this.focusOf(shown),
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
		const lived = JSON.stringify(this.life?.scenario);
		return this.life?.presets.find((preset) => JSON.stringify(preset.scenario) === lived)?.id;
	}

	/** The cell that Tab reaches; the first one until the user has been elsewhere. */
	private focusOf(shown: View['shown']): string {
		const scene = shown?.scene;
		if (!scene) return '';
		const exists = scene.rows.some((row) => `${row.key}#` === this.focusKey || row.cells.some((cell) => cell.key === this.focusKey));
		return exists ? this.focusKey : (scene.rows.find((row) => row.cells.length)?.cells[0]?.key ?? '');
	}

	protected override render(): TemplateResult {
		const view = this.look();
		document.documentElement.lang = view.tongue;
		document.title = `${view.shown?.model.name ?? view.file} · Peapod`;
		return html`<div class="app columns-${view.columns}">${header(view, this.act)} ${this.main(view)}</div>
			<div class="notice" role="status">${view.notice}</div>
			<div class="tip" aria-hidden="true"></div>`;
	}

	private main(view: View): TemplateResult {
		if (view.failed !== undefined) return html`<main>${ourError(view, view.failed, this.act)}</main>`;
		if (view.noLife) return html`<main>${noLife(view, view.noLife, this.act)} ${this.behind(view)}</main>`;
		if (!view.shown) return html`<main>${blank(view.words.waiting, '', 'pod')}</main>`;
		const shown: WithLife = { ...view, shown: view.shown };
		const head = html`${headline(shown)} ${whatIf(shown, this.act)} ${stage(shown, this.act)}`;
		const state = html`${why(shown, this.act)}
			<div class="block">${kubectl(shown)}</div>
			<div class="two">${containers(shown)} ${conditions(shown)}</div>`;
		if (view.columns < 3) return html`<main>${head} ${state} ${tabs(shown, this.act)}</main>`;
		return html`<main>
			<div class="left">${head} ${tabs(shown, this.act)}</div>
			<aside class="right">${state} ${eventsBeside(shown)}</aside>
		</main>`;
	}

	/** The last accepted life, faint and inert, behind a refusal. */
	private behind(view: View): TemplateResult | typeof nothing {
		if (!view.shown || view.noLife?.kind !== 'refused') return nothing;
		return html`<div class="behind" inert aria-hidden="true">${stage({ ...view, shown: view.shown }, this.act)}</div>`;
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
		this.centreStory();
		this.showChip();
	}

	/** In the wide layout the story keeps its current row in the middle. */
	private centreStory(): void {
		const row = this.querySelector<HTMLElement>('.panel .current');
		if (row === this.lastRow) return;
		this.lastRow = row;
		const panel = row?.closest<HTMLElement>('.columns-3 .panel');
		if (row && panel) panel.scrollTop = row.offsetTop - panel.offsetTop - panel.clientHeight / 2 + row.offsetHeight / 2;
	}

	private showChip(): void {
		const chips = this.querySelector<HTMLElement>('.columns-1 .chips');
		const chosen = chips?.querySelector<HTMLElement>('.chip[aria-pressed=true]');
		if (!chips || !chosen || chips.dataset.shown === this.view?.preset) return;
		chips.dataset.shown = this.view?.preset ?? '';
		chips.scrollLeft = chosen.offsetLeft - chips.offsetLeft - 22;
		chips.classList.toggle('scrolled', chips.scrollLeft > 0);
	}
}
