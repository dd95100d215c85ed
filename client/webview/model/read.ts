/** A life made ready to be shown; each step is done again only when what it depends on has changed. */
import type { Life, Moment } from '../../../server/src/protocol/life';
import type { Place, Span } from '../../../server/src/protocol/text';
import { frameOf } from '../layout/frame';
import { layout, moved } from '../layout/layout';
import { type Scale, scaleOf } from '../layout/scale';
import type { Frame } from '../layout/scene';
import type { Measure } from '../layout/text-fit';
import type { Tongue } from '../text/tongue';
import { whenOf } from '../text/when';
import { WORDS } from '../text/words';
import type { Against, Shown } from '../views/view';
import { changesBetween } from './changes';
import { type Model, modelOf } from './model';
import type { Kept } from './state';
import { pointOf, rowOf, type StoryRow, stopAt, stopsOf, storyRows } from './stops';

/** What besides the life decides how it is shown. */
export interface Look {
	readonly kept: Kept;
	readonly width: number;
	readonly tongue: Tongue;
	readonly measure: Measure;
	/** There is no room for rows that can be done without. */
	readonly tight: boolean;
	readonly chosen: Moment | undefined;
	readonly cursor: Place | undefined;
	/** The life before the last edit. */
	readonly former: Life | undefined;
}

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
			mode: Kept['time'],
			zoom: number,
			unfolded: readonly number[],
		) => scaleOf(ghost ? [model, ghost] : [model], { width, mode, zoom, unfolded }),
	);
	private readonly frame = lately(frameOf);
	private readonly scene = lately(
		(
			model: Model,
			ghost: Model | undefined,
			scale: Scale,
			frame: Frame,
			width: number,
			pan: number,
			tongue: Tongue,
			measure: Measure,
			folded: readonly string[],
			conditionsOpen: boolean,
			tight: boolean,
			flags: boolean,
			pod: number,
			ghostName: string,
			both: boolean,
		) =>
			layout(model, ghost, scale, {
				width,
				frame,
				measure,
				pan,
				spare: scale.width > width ? width / 2 : 0,
				tongue,
				words: WORDS[tongue],
				folded: new Set(folded),
				conditionsOpen,
				tight,
				flags,
				pod,
				ghostName,
				both,
			}),
	);
	private readonly when = lately(whenOf);
	private readonly usual = new WeakMap<Life, Life>();

	/** The life in which all goes well, of one that differs from it. */
	private usualOf(life: Life): Life | undefined {
		if (!life.usual) return undefined;
		const known = this.usual.get(life) ?? { ...life, ...life.usual, sentences: [], labels: [] };
		this.usual.set(life, known);
		return known;
	}

	/** The pinned life, else the one before the edit, else the one in which all goes well. */
	private comparedWith(life: Life, { kept, former, tongue }: Look): { life: Life; against: Against } | undefined {
		const { against, stripe } = WORDS[tongue];
		if (kept.mode !== 'life') return undefined;
		if (kept.pinned)
			return { life: kept.pinned, against: { name: against.pinned, stripe: stripe.pinned, pinned: true } };
		if (former) return { life: former, against: { name: against.edit, stripe: stripe.edit, pinned: false } };
		const usual = this.usualOf(life);
		const name = life.presets[0]?.title[tongue] ?? '';
		return usual && { life: usual, against: { name, stripe: name, pinned: false } };
	}

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

	shown(life: Life, look: Look): Shown | undefined {
		const { kept, width, tongue, measure } = look;
		const alone = this.model(life);
		const compared = this.comparedWith(life, look);
		const other = compared && this.model(compared.life);
		const changes = other ? this.changes(other, alone, tongue) : [];
		// A life that looks alike is no ghost.
		const before = changes.length ? other : undefined;
		const both = before !== undefined && kept.ghost && !kept.table;
		const end = Math.max(alone.end, before?.end ?? 0);
		const model = both && end > alone.end ? this.far(life, end) : alone;
		const ghost = both && compared && end > before.end ? this.ghostFar(compared.life, end) : before;
		const drawn = both ? ghost : undefined;
		const frame = this.frame(width, model, measure);
		const scale = this.scale(model, drawn, frame.right - frame.left, kept.time, kept.zoom, kept.unfolded);
		const place = this.placeOf(model, scale, look);
		if (!place) return undefined;
		const { t, moment, pod } = place;
		const rows = this.rows(model);
		const current = moment ? rowOf(rows, moment) : -1;
		const row = this.follow(rows, current);
		const most = scale.width - (frame.right - frame.left);
		const pan = Math.max(0, Math.min(kept.pan, most));
		const laid = Math.abs(this.laidPan - pan) < width / 2 && this.laidPan <= most ? this.laidPan : pan;
		this.laidPan = laid;
		const scene = this.scene(
			model,
			drawn,
			scale,
			frame,
			width,
			laid,
			tongue,
			measure,
			kept.folded,
			kept.conditions,
			look.tight,
			kept.mode === 'tests' || kept.mode === 'lesson',
			pod.index,
			compared?.against.stripe ?? '',
			kept.mode === 'why' && kept.both,
		);
		return {
			...place,
			model,
			...(ghost && compared && { ghost, against: compared.against }),
			changes,
			rows,
			row,
			settled: row === current ? t : (rows[row]?.t ?? t),
			scale,
			scene: moved(scene, laid - pan),
			when: this.when(life, tongue),
			governed: look.cursor ? governedBy(model, look.cursor) : [],
		};
	}

	/** Where the playhead stands, the moment that speaks there, and the pod that is open. */
	private placeOf(model: Model, scale: Scale, { kept, chosen }: Look) {
		const stops = this.stops(model);
		const begin = beginOf(model, kept.mode);
		const point = kept.t === undefined && begin === undefined ? this.point(model) : undefined;
		const t = Math.max(scale.start, Math.min(scale.end, kept.t ?? begin ?? point?.t ?? 0));
		const stop = stopAt(stops, t);
		const moment = chosen ?? point ?? stop?.speaks;
		const pod = model.pods[kept.pod ?? moment?.pod ?? 0] ?? model.pods[0];
		return pod && { stops, t, pod, ...(stop && { stop }), ...(moment && { moment }) };
	}
}

/** Where a mode opens, if not on the point of the story: a live pod at now, an apply when it comes, a test where it broke first. */
function beginOf({ live, apply, life }: Model, mode: Kept['mode']): number | undefined {
	if (live) return live.now;
	if (apply) return apply.at;
	const broken =
		mode === 'tests'
			? (life.expected ?? []).flatMap(({ verdict, t }) => (verdict === 'fails' && t !== undefined ? [t] : []))
			: [];
	return broken.length > 0 ? Math.min(...broken) : undefined;
}

/** The times of the moments whose field the cursor stands in: of several fields around it, the narrowest. */
function governedBy(model: Model, cursor: Place): number[] {
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
