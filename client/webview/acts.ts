/** What the user may do in the panel, and what becomes of it: new state, or a message to the host. */
import type { Life, Moment } from '../../server/src/protocol/life';
import type { Mode } from '../../server/src/protocol/mode';
import type { FromWebview, Question } from '../../server/src/protocol/panel';
import type { StageAct } from './input/input';
import type { Player } from './input/play';
import { panned, zoomed } from './input/zoom';
import type { Reader } from './model/read';
import { type Kept, SPEEDS } from './model/state';
import { stopBeside } from './model/stops';
import { exportAs } from './paint/export';
import type { PanelWords } from './text/words-en';
import type { Menu, View, WithLife } from './views/view';

/** The panel, as far as acts need it. */
export interface Acted {
	readonly kept: Kept;
	readonly view: View | undefined;
	readonly life: Life | undefined;
	readonly player: Player;
	readonly reader: Reader;
	readonly words: PanelWords;
	/** State that changes is remembered, and shown. */
	keep(change: Partial<Kept>): void;
	/** What need not be there is forgotten. */
	drop(...keys: readonly ('t' | 'pod' | 'pinned')[]): void;
	ask(question: Question): void;
	/** Something else is asked of the file. */
	enter(mode: Mode): void;
	post(message: FromWebview): void;
	/** Shown for a moment. */
	say(notice: string): void;
	moveTo(t: number, moment: Moment | undefined): void;
	/** Once the picture rests at this pan, words are put where they can be read. */
	rest(): void;
	openMenu(which: Menu | undefined): void;
	focusCell(key: string): void;
	/** The part of the stage that has the focus is about to be replaced by another. */
	keepFocus(): void;
	/** Another life or document is to come. */
	forget(document?: number): void;
	/** A failure was seen. */
	tryAgain(): void;
	requestUpdate(): void;
}

/** Seconds that are played before what is to be watched. */
const LEAD = 3;

export function actsOf(panel: Acted): StageAct {
	const act: StageAct = {
		seek: (t, moment) => {
			panel.player.pause();
			if (panel.kept.pod !== undefined && moment?.pod !== undefined) panel.drop('pod');
			panel.moveTo(t, moment);
		},
		watch: (t) => {
			act.seek(Math.max(0, t - LEAD));
			panel.keep({ speed: 1 });
			panel.player.play(t);
			panel.requestUpdate();
		},
		step: (direction) => {
			const shown = panel.view?.shown;
			const stop = shown && stopBeside(shown.stops, shown.t, direction);
			if (stop) act.seek(stop.t);
		},
		toggle: (what) => toggle(panel, what),
		faster: (direction) => {
			const at = (SPEEDS as readonly number[]).indexOf(panel.kept.speed);
			panel.keep({ speed: SPEEDS[(at + direction + SPEEDS.length) % SPEEDS.length] ?? 1 });
		},
		tab: (tab) => panel.keep(tab === 'knobs' ? { knobs: true } : { tab, knobs: false }),
		mode: (mode) => panel.enter(mode),
		time: (time) => panel.keep({ time, pan: 0, zoom: 1 }),
		speak: (tongue) => {
			panel.keep({ tongue });
			panel.post({ type: 'speak', language: tongue });
		},
		preset: (preset) => {
			panel.forget();
			panel.ask({ preset });
		},
		live: (scenario) => {
			const { preset } = panel.kept.question;
			panel.ask({ scenario, ...(preset && { preset }) });
		},
		forget: () => {
			panel.forget();
			panel.ask({});
		},
		document: (document) => {
			panel.forget(document);
			panel.ask({});
		},
		menu: (which) => panel.openMenu(which),
		zoom: (factor, atX) => {
			if (!panel.view?.shown) return;
			const sight = zoomed(panel.view.shown, panel.kept.zoom, factor, atX);
			panel.reader.settle(sight.pan);
			panel.keep(sight);
		},
		fit: () => panel.keep({ zoom: 1, pan: 0, unfolded: [] }),
		pan: (by) => {
			if (!panel.view?.shown || panel.kept.zoom <= 1) return;
			panel.keep({ pan: panned(panel.view.shown, panel.kept.pan + by) });
			panel.rest();
		},
		export: (format) => {
			const { view } = panel;
			if (!view?.shown) return;
			const name = view.shown.model.name;
			exportAs(format, view as WithLife, document.body).then(
				(data) => panel.post({ type: 'export', format, name, data }),
				(error: unknown) =>
					panel.post({
						type: 'trouble',
						message: panel.words.notExported(error instanceof Error ? error.message : String(error)),
					}),
			);
		},
		reveal: (field) => {
			const span = panel.life?.fields[field];
			if (span) panel.post({ type: 'reveal', span });
		},
		object: (object, document) => {
			panel.keep({ object });
			if (document === undefined || document === panel.kept.document) return;
			panel.drop('t', 'pod');
			panel.keep({ document });
			panel.post({ type: 'ask', document, question: {} });
		},
		hint: () => panel.keep({ hints: panel.kept.hints + 1 }),
		retry: () => panel.tryAgain(),
		post: (message) => {
			panel.post(message);
			if (message.type === 'copy') panel.say(panel.words.copied);
		},
		focusCell: (key) => panel.focusCell(key),
		fold: (rowKey) => fold(panel, rowKey),
		unfold: (from) => panel.keep({ unfolded: [...panel.kept.unfolded, from] }),
	};
	return act;
}

function toggle(panel: Acted, what: Parameters<StageAct['toggle']>[0]): void {
	const { kept, player, life } = panel;
	switch (what) {
		case 'play':
			if (player.playing) player.pause();
			else player.play();
			panel.requestUpdate();
			break;
		case 'pin':
			if (kept.pinned) panel.drop('pinned');
			else if (life) panel.keep({ pinned: life, ghost: true });
			break;
		case 'table':
			panel.keepFocus();
			panel.keep({ table: !kept.table });
			break;
		default:
			panel.keep({ [what]: !kept[what] });
	}
}

/** Folds a container's lane, opens a pod of a workload, or the conditions. */
function fold(panel: Acted, rowKey: string): void {
	const { kept } = panel;
	const row = panel.view?.shown?.scene.rows.find((one) => one.key === rowKey);
	if (row?.kind === 'conditions') panel.keep({ conditions: !kept.conditions });
	else if (row?.kind === 'pod') {
		if (kept.pod === row.pod) panel.drop('pod');
		else panel.keep({ pod: row.pod });
	} else if (row?.kind === 'container') {
		const { folded } = kept;
		const others = folded.filter((name) => name !== row.name);
		panel.keep({ folded: folded.includes(row.name) ? others : [...folded, row.name] });
	}
}
