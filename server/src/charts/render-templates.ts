import type { Rope } from '../built/rope';
import { executionOf } from '../templates/execute';
import { FUNCTIONS, isFunction } from '../templates/functions';
import { executionError, parseError } from '../templates/functions/helm';
import type { Notes } from '../templates/holdings';
import type { Template } from '../templates/node';
import { associate, parse } from '../templates/parse';
import type { Trace } from '../templates/trace';
import { compareText, type Dict, Fault } from '../templates/value';
import { namedValues } from './named-values';
import { joined, type Traced } from './origins';
import { type Rendered, Unrendered } from './rendered';
import { type Change, restore, SharedValues } from './shared-values';

/** engine.renderable. */
export interface Renderable {
	/** Its file, from the root chart's folder. */
	readonly file: string;
	/** What the dot is: one for all templates of a chart, so that what one puts there another finds. */
	readonly data: Dict;
	/** What `.Template` is in it while it runs. */
	readonly template: Dict;
}

/** Templates as they were parsed, by Helm's names for them: kept by whoever renders a chart again, so that a keystroke costs the one template that it changed. */
export type ParsedTemplates = Map<string, { readonly text: string; readonly parsed: ReadonlyMap<string, Template> | Fault }>;

function parsedOnce(name: string, text: string, known: ParsedTemplates): ReadonlyMap<string, Template> | Fault {
	const last = known.get(name);
	if (last?.text === text) return last.parsed;
	const parsed = parse(name, text, isFunction);
	known.set(name, { text, parsed });
	return parsed;
}

/** What a template printed, and all that decided it beside the values: the templates that it asked for, of which none is `undefined`. */
interface Piece extends Traced {
	readonly asked: ReadonlyMap<string, Template | undefined>;
	/** What it left to the templates after it, and where that was typed. */
	readonly changes: readonly Change[];
	readonly notes: Notes | undefined;
}

/** Engine.render, again and again: the templates of a chart whose values stay as they are. A template runs again where its text, one that it asked for, or what others left to it has changed. */
export class ChartTemplates {
	/** By Helm's names, in its order. */
	private readonly all: readonly (readonly [string, Renderable])[];
	private readonly shared = new SharedValues();
	/** Of those that are no partials, in their order, as far as they ran: each saw what those before it left. */
	private readonly pieces: Piece[] = [];
	/** How many of them have left what they leave. */
	private done = 0;

	constructor(
		renderables: ReadonlyMap<string, Renderable>,
		private readonly trace: Trace | undefined,
	) {
		this.all = [...renderables].sort(([a], [b]) => byDepth(a, b));
		for (const [, { data, template }] of this.all) this.shared.share([data, template]);
	}

	/** What the templates print whose texts are given by their files. */
	render(texts: ReadonlyMap<string, string>, known: ParsedTemplates): Pick<Rendered, 'files' | 'ropes'> | Fault {
		const templates = this.parsed(texts, known);
		if (templates instanceof Fault) return templates;
		this.undo(this.pieces.findIndex((piece) => !isAsBefore(piece, templates)));
		const files = new Map<string, string>();
		const ropes = new Map<string, Rope>();
		for (const [name, renderable] of this.all) {
			if (isPartial(name)) continue;
			renderable.data.set('Template', renderable.template);
			const piece = this.piece(files.size, name, renderable, templates);
			if (piece instanceof Fault) return unrendered(executionError(piece.message), piece, this.trace, renderable.file);
			files.set(name, piece.text);
			if (this.trace) ropes.set(name, piece.rope);
		}
		return { files, ropes };
	}

	/** All that is defined, or what cannot be parsed. */
	private parsed(texts: ReadonlyMap<string, string>, known: ParsedTemplates): ReadonlyMap<string, Template> | Unrendered {
		const templates = new Map<string, Template>();
		const unparsed: Unrendered[] = [];
		for (const [name, { file }] of this.all) {
			const parsed = parsedOnce(name, texts.get(file) ?? '', known);
			if (parsed instanceof Fault) unparsed.push(unrendered(parseError(parsed.message), parsed, this.trace, file));
			else associate(templates, parsed);
		}
		const [first, ...others] = unparsed;
		return first ? new Unrendered(first.message, first.origins, others) : templates;
	}

	/** What a template prints, as it is known or as it is found out; it leaves what it leaves. */
	private piece(index: number, name: string, renderable: Renderable, templates: ReadonlyMap<string, Template>): Piece | Fault {
		const before = this.pieces[index];
		if (before && isAsBefore(before, templates)) {
			if (index === this.done) this.redo(before);
			return before;
		}
		const piece = this.run(name, renderable, templates);
		if (piece instanceof Fault) return piece;
		// Those behind saw what others left.
		const isOther = piece.changes.length > 0 || (before !== undefined && before.changes.length > 0);
		if (isOther) this.pieces.length = index;
		this.pieces[index] = piece;
		this.done = index + 1;
		return piece;
	}

	private run(name: string, { data }: Renderable, templates: ReadonlyMap<string, Template>): Piece | Fault {
		const { shared, trace } = this;
		const asked = new Map<string, Template | undefined>();
		const execution = executionOf(templates, FUNCTIONS, trace, { asked: (of, template) => asked.set(of, template), changing: shared.changing });
		trace?.held.lay();
		const printed = execution.rope(name, namedValues(data));
		const changes = shared.changes();
		const notes = trace?.held.lift();
		if (printed instanceof Fault) {
			restore(changes, 'before');
			return printed;
		}
		if (changes.length > 0) trace?.held.lay(notes);
		return { ...joined(printed), asked, changes, notes };
	}

	/** Takes back what templates left, from one on. */
	private undo(from: number): void {
		for (; from >= 0 && this.done > from; this.done--) {
			const { changes = [] } = this.pieces[this.done - 1] ?? {};
			restore(changes, 'before');
			if (changes.length > 0) this.trace?.held.lift();
		}
	}

	private redo({ changes, notes }: Piece): void {
		restore(changes, 'after');
		if (changes.length > 0) this.trace?.held.lay(notes);
		this.done++;
	}
}

const isAsBefore = ({ asked }: Piece, templates: ReadonlyMap<string, Template>): boolean => {
	for (const [name, template] of asked) if (templates.get(name) !== template) return false;
	return true;
};

/** What led to it; where nobody knows that, as when a template never ends, the file of the template. */
function unrendered(message: string, { places }: Fault, trace: Trace | undefined, file: string): Unrendered {
	const led = trace ? places.flatMap(({ template, at }) => trace.action(template, at)[0]?.origins ?? []) : [];
	return new Unrendered(message, trace && led.length === 0 ? [{ file, range: { start: 0, end: 0 } }] : led);
}

export const isPartial = (path: string): boolean => path.slice(path.lastIndexOf('/') + 1).startsWith('_');

/** sortTemplates: the deepest first, so that of two definitions of one name the parent's counts. */
function byDepth(a: string, b: string): number {
	const depth = (path: string): number => path.split('/').length;
	return depth(b) - depth(a) || compareText(b, a);
}
