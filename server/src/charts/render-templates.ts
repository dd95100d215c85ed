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
import { type Change, restore, sharedValues } from './shared-values';

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

/** What the templates of a chart print whose texts are given by their files. */
export type RenderTemplates = (texts: ReadonlyMap<string, string>, known: ParsedTemplates) => Pick<Rendered, 'files' | 'ropes'> | Fault;

/**
 * Engine.render, again and again: the templates of a chart, by Helm's names for them, whose values stay as they are. A template runs again where its text, one that it asked for,
 * or what others left to it has changed.
 */
export function templatesOf(renderables: ReadonlyMap<string, Renderable>, trace: Trace | undefined): RenderTemplates {
	const all = [...renderables].sort(([a], [b]) => byDepth(a, b));
	const shared = sharedValues(all.flatMap(([, { data, template }]) => [data, template]));
	/** Of those that are no partials, in their order, as far as they ran: each saw what those before it left. */
	const pieces: Piece[] = [];
	/** How many of them have left what they leave. */
	let done = 0;

	function render(texts: ReadonlyMap<string, string>, known: ParsedTemplates): ReturnType<RenderTemplates> {
		const templates = parsed(texts, known);
		if (templates instanceof Fault) return templates;
		undo(pieces.findIndex((piece) => !isAsBefore(piece, templates)));
		const files = new Map<string, string>();
		const ropes = new Map<string, Rope>();
		for (const [name, { file, data, template }] of all) {
			if (isPartial(name)) continue;
			data.set('Template', template);
			const piece = pieceAt(files.size, name, data, templates);
			if (piece instanceof Fault) return unrendered(executionError(piece.message), piece, trace, file);
			files.set(name, piece.text);
			if (trace) ropes.set(name, piece.rope);
		}
		return { files, ropes };
	}

	/** All that is defined, or what cannot be parsed. */
	function parsed(texts: ReadonlyMap<string, string>, known: ParsedTemplates): ReadonlyMap<string, Template> | Unrendered {
		const templates = new Map<string, Template>();
		const unparsed: Unrendered[] = [];
		for (const [name, { file }] of all) {
			const one = parsedOnce(name, texts.get(file) ?? '', known);
			if (one instanceof Fault) unparsed.push(unrendered(parseError(one.message), one, trace, file));
			else associate(templates, one);
		}
		const [first, ...others] = unparsed;
		return first ? new Unrendered(first.message, first.origins, others) : templates;
	}

	/** What a template prints, as it is known or as it is found out; it leaves what it leaves. */
	function pieceAt(index: number, name: string, data: Dict, templates: ReadonlyMap<string, Template>): Piece | Fault {
		const before = pieces[index];
		if (before && isAsBefore(before, templates)) {
			if (index === done) redo(before);
			return before;
		}
		const piece = run(name, data, templates);
		if (piece instanceof Fault) return piece;
		// Those behind saw what others left.
		if (piece.changes.length > 0 || before?.changes.length) pieces.length = index;
		pieces[index] = piece;
		done = index + 1;
		return piece;
	}

	function run(name: string, data: Dict, templates: ReadonlyMap<string, Template>): Piece | Fault {
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
	function undo(from: number): void {
		for (; from >= 0 && done > from; done--) {
			const { changes = [] } = pieces[done - 1] ?? {};
			restore(changes, 'before');
			if (changes.length > 0) trace?.held.lift();
		}
	}

	function redo({ changes, notes }: Piece): void {
		restore(changes, 'after');
		if (changes.length > 0) trace?.held.lay(notes);
		done++;
	}

	return render;
}

const isAsBefore = ({ asked }: Piece, templates: ReadonlyMap<string, Template>): boolean =>
	[...asked].every(([name, template]) => templates.get(name) === template);

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
