/**
 * In one column the panel is as high as the view: the body of the tabs never gets less than six rows of the story, and what stands
 * above it yields, step by step: the knob sentence goes on one line, the headline on two, the row Ready goes, the chain of causes
 * stands beside the field, the narrator has two lines. What is left over, the lanes scroll for.
 */
import type { Scene } from '../layout/scene';
import type { View } from './view';

/** px. */
const BODY = 160;
/** px. Below this the page scrolls after all. */
const LOWEST = 480;
/** Of the view: what lanes may take without being asked. */
const LANES = 0.46;
const STEPS = 5;
/** The step from which on the row Ready is left out. */
const WITHOUT_READY = 3;
/** px of the narrator, by step, at its longest: it must not push when the playhead moves. */
const NARRATOR = [158, 158, 158, 158, 114, 92];

export interface Fit {
	readonly withoutReady: boolean;
}

/** Looks anew what has to yield whenever something that it depends on has changed. */
export class Fitting {
	fit: Fit = { withoutReady: false };
	/** What it depended on when it was last looked for. */
	private fitted: readonly unknown[] = [];

	/** True if what is drawn depends on it now. */
	again(panel: HTMLElement, { shown, noLife, columns, preset, tongue, kept, lesson, applied }: View): boolean {
		const app = panel.querySelector<HTMLElement>('.app');
		if (!app || !shown || noLife) return false;
		const { scene, model, changes } = shown;
		const { table, ghost, mode, object } = kept;
		const size = [innerWidth, innerHeight, scene.height + scene.spared];
		const now = [app, ...size, model.life, changes, preset, tongue, table, ghost, mode, object, lesson, applied];
		if (now.length === this.fitted.length && now.every((one, i) => Object.is(one, this.fitted[i]))) return false;
		this.fitted = now;
		const before = this.fit;
		this.fit = fitIn(app, scene, columns === 3);
		return before.withoutReady !== this.fit.withoutReady;
	}
}

/** Writes the step that is needed to `data-tight` of the panel, where the style sheet reads it. `wide`: columns scroll by themselves. */
function fitIn(app: HTMLElement, scene: Scene, wide: boolean): Fit {
	const { innerHeight } = window;
	const natural = scene.height + scene.spared - scene.ruler;
	let step = 0;
	for (; ; step++) {
		app.dataset.tight = Array.from({ length: step }, (_, i) => i + 1).join(' ');
		if (wide || innerHeight < LOWEST || step === STEPS) break;
		const lanes = Math.min(natural - (step >= WITHOUT_READY ? readyIn(scene) : 0), innerHeight * LANES);
		if (above(app) + scene.ruler + lanes + (NARRATOR[step] ?? 0) + BODY <= innerHeight) break;
	}
	return { withoutReady: step >= WITHOUT_READY };
}

/** px of what neither yields nor scrolls. */
function above(app: HTMLElement): number {
	const parts = app.querySelectorAll<HTMLElement>(
		'header, .headline, .what-if, .act-row, .lesson, .objects, .transport, .kubectl-line, .tabs',
	);
	return [...parts].reduce((sum, part) => sum + part.offsetHeight, 0);
}

/** px of the row Ready, shown or left out. */
const readyIn = ({ rows, spared }: Scene): number =>
	spared || (rows.find(({ kind, folded }) => kind === 'conditions' && folded)?.height ?? 0);
