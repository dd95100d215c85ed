/** A life made ready to be shown; each step is done again only when what it depends on has changed. */
import type { Life, Moment } from '../../../server/src/protocol/life';
import type { Place, Span } from '../../../server/src/protocol/text';
import { frameOf, layout, moved } from '../layout/layout';
import { scaleOf } from '../layout/scale';
import type { Tongue } from '../text/tongue';
import { WORDS } from '../text/words';
import type { Shown } from '../views/view';
import { changesBetween } from './changes';
import { type Model, modelOf } from './model';
import type { Kept } from './state';
import { pointOf, rowOf, type StoryRow, stopAt, stopsOf, storyRows } from './stops';

/** Remembers its last answer. */
function lately<A extends readonly unknown[], R>(make: (...args: A) => R): (...args: A) => R {
	let last: { readonly args: A; readonly answer: R } | undefined;
	return (...args) => {
		if (last && args.every((arg, i) => Object.is(arg, last?.args[i]))) return last.answer;
		last = { args, answer: make(...args) };
		return last.answer;
	};
}

/** ms. Nobody reads faster than this; while time flies, words follow the picture at this pace. */
const GLANCE = 100;
/** Rows that a drag may pass at once before the story stays behind. */
const JUMP = 25;

export class Reader {
	/** The pan that the picture is laid out for; near it, the picture is moved instead. */
	private laidPan = 0;
	private followed: { readonly rows: readonly StoryRow[]; readonly row: number } | undefined;
	private last: { readonly shown: Shown; readonly at: number } | undefined;
	private readonly models = new WeakMap<Life, Model>();
	private readonly far = lately(modelOf);
	private readonly ghostFar = lately(modelOf);
	private readonly stops = lately(stopsOf);
	private readonly rows = lately(storyRows);
	private readonly point = lately(pointOf);
	private readonly changes = lately((before: Model, now: Model, tongue: Tongue) =>
		changesBetween(before, now, WORDS[tongue].changes),
	);
	private readonly scale = lately(
		(
			model: Model,
			ghost: Model | undefined,
			width: number,
			mode: Kept['mode'],
			zoom: number,
			unfolded: readonly number[],
		) => scaleOf(ghost ? [model, ghost] : [model], { width, mode, zoom, unfolded }),
	);
	private readonly scene = lately(
		(
			model: Model,
			ghost: Model | undefined,
			scale: ReturnType<typeof scaleOf>,
			width: number,
			pan: number,
			tongue: Tongue,
			folded: readonly string[],
			conditionsOpen: boolean,
			pod: number,
		) =>
			layout(model, ghost, scale, {
				width,
				pan,
				spare: scale.width > width ? width / 2 : 0,
				tongue,
				words: WORDS[tongue],
				folded: new Set(folded),
				conditionsOpen,
				pod,
			}),
	);

	/** What the words are to tell of. `flies`: the playhead moves faster than life. */
	told(shown: Shown, flies: boolean): Shown {
		const now = performance.now();
		if (!flies || this.last?.shown.model !== shown.model || now - this.last.at >= GLANCE)
			this.last = { shown, at: now };
		return this.last.shown;
	}

	/** The picture has come to rest: words are put where they can be read. */
	settle(pan: number): void {
		this.laidPan = pan;
	}

	/** A long story that jumped with each step of a drag would be all that the drag does. */
	private follow(rows: readonly StoryRow[], row: number): number {
		const same = this.followed?.rows === rows;
		const jump = same && Math.abs(row - (this.followed?.row ?? row)) > JUMP;
		if (!jump) this.followed = { rows, row };
		return this.followed?.row ?? row;
	}

	/** True if the story is behind and the playhead may be at rest: it catches up. */
	catchUp(shown: Shown): boolean {
		const row = shown.moment ? rowOf(shown.rows, shown.moment) : -1;
		const behind = this.followed?.rows === shown.rows && this.followed.row !== row;
		this.followed = { rows: shown.rows, row };
		return behind;
	}

	model(life: Life): Model {
		const model = this.models.get(life) ?? modelOf(life);
		this.models.set(life, model);
		return model;
	}

	shown(
		life: Life,
		former: Life | undefined,
		kept: Kept,
		width: number,
		tongue: Tongue,
		chosen: Moment | undefined,
		cursor: Place | undefined,
	): Shown | undefined {
		const alone = this.model(life);
		const before = former && this.model(former);
		const both = before !== undefined && kept.ghost && !kept.table;
		const end = Math.max(alone.end, before?.end ?? 0);
		const model = both && end > alone.end ? this.far(life, end) : alone;
		const ghost = both && former && end > before.end ? this.ghostFar(former, end) : before;
		const drawn = both ? ghost : undefined;
		const stops = this.stops(model);
		const rows = this.rows(model);
		const frame = frameOf(width);
		const scale = this.scale(model, drawn, frame.right - frame.left, kept.mode, kept.zoom, kept.unfolded);
		const point = kept.t === undefined ? this.point(model) : undefined;
		const t = Math.max(0, Math.min(scale.end, kept.t ?? point?.t ?? 0));
		const stop = stopAt(stops, t);
		const moment = chosen ?? point ?? stop?.speaks;
		const current = moment ? rowOf(rows, moment) : -1;
		const row = this.follow(rows, current);
		const pod = model.pods[kept.pod ?? moment?.pod ?? 0] ?? model.pods[0];
		if (!pod) return undefined;
		const most = scale.width - (frame.right - frame.left);
		const pan = Math.max(0, Math.min(kept.pan, most));
		const laid = Math.abs(this.laidPan - pan) < width / 2 && this.laidPan <= most ? this.laidPan : pan;
		this.laidPan = laid;
		const scene = this.scene(model, drawn, scale, width, laid, tongue, kept.folded, kept.conditions, pod.index);
		return {
			model,
			...(ghost && { ghost }),
			changes: ghost ? this.changes(ghost, model, tongue) : [],
			stops,
			rows,
			row,
			settled: row === current ? t : (rows[row]?.t ?? t),
			scale,
			scene: moved(scene, laid - pan),
			t,
			...(stop && { stop }),
			...(moment && { moment }),
			pod,
			governed: cursor ? governedBy(model, cursor) : [],
		};
	}
}

/** The times of the moments whose field the cursor stands in: of several fields around it, the narrowest. */
export function governedBy(model: Model, cursor: Place): number[] {
	const around = Object.entries(model.life.fields).filter(([, span]) => holds(span, cursor));
	const narrowest = Math.min(...around.map(([, span]) => lengthOf(span)));
	const fields = new Set(around.filter(([, span]) => lengthOf(span) === narrowest).map(([field]) => field));
	return model.moments
		.filter((moment) => moment.field !== undefined && fields.has(moment.field))
		.map((moment) => moment.t);
}

function holds(span: Span, at: Place): boolean {
	const { start, end } = span;
	if (at.line < start.line || at.line > end.line) return false;
	// A value on one line belongs to its whole line: the cursor may stand in the key.
	if (start.line === end.line) return true;
	return (
		(at.line > start.line || at.character >= start.character) && (at.line < end.line || at.character <= end.character)
	);
}

function lengthOf(span: Span): number {
	return (span.end.line - span.start.line) * 1000 + (span.end.line === span.start.line ? 1 : 0);
}
