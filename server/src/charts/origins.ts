import type { Rope } from '../built/rope';
import { slice } from '../built/rope';
import type { Segment } from '../templates/execute';
import { type Typed, typedFile } from '../templates/holdings';
import { Trace } from '../templates/trace';
import type { Dict, Value } from '../templates/value';
import { entryOf } from '../yaml/node';
import type { Linked } from './dependencies';

/** A values file that is rendered with. */
export interface ValuesFile {
	/** From the chart's folder, if it lies there. */
	readonly file: string;
	readonly text: string;
}

/** A text and where each part of it was typed. */
export interface Traced {
	readonly text: string;
	readonly rope: Rope;
}

/** What knows where the values of a chart were typed; `files` are those of its templates by the names that Helm gives them, `given` the values files, the last of which counts most. */
export function traceOf(root: Linked, values: Dict, given: readonly ValuesFile[], files: ReadonlyMap<string, string>): Trace {
	const trace = new Trace((template) => files.get(template) ?? template);
	const above = given.toReversed().map(({ file, text }) => typedFile(file, text));
	const own = (linked: Linked): Typed => typedFile(`${linked.chart.place}values.yaml`, linked.chart.valuesText);
	const globals = (texts: readonly Typed[]): readonly Typed[] => texts.map((typed) => ({ ...typed, root: entryOf(typed.root, 'global')?.value }));
	trace.held.read(values, [...above, own(root)], (_value: Value, path) => {
		const charts = chartsAlong(root, path);
		const last = charts.at(-1);
		if (last && charts.length === path.length) return [own(last)];
		const isGlobal = path.at(-1) === 'global' && charts.length === path.length - 1;
		return isGlobal ? globals([...above, own(root), ...charts.slice(0, -1).map(own)]) : [];
	});
	return trace;
}

/** The dependencies that a path of names leads through, as far as it does. */
function chartsAlong(root: Linked, path: readonly string[]): readonly Linked[] {
	const found: Linked[] = [];
	let at = root;
	for (const name of path) {
		const next = at.dependencies.find((one) => one.name === name);
		if (!next) break;
		found.push(next);
		at = next;
	}
	return found;
}

const NO_VALUE = '<no value>';

/** What a template printed in one; of a value that is none nothing is left, as in Engine.render. */
export function joined(segments: readonly Segment[]): Traced {
	const whole = segments.map(({ text }) => text).join('');
	const rope = segments.flatMap((segment) => segment.rope ?? []);
	if (!whole.includes(NO_VALUE)) return { text: whole, rope };
	let at = 0;
	const pieces = whole.split(NO_VALUE);
	const left = pieces.flatMap(({ length }) => {
		const from = at;
		at += length + NO_VALUE.length;
		return slice(rope, from, from + length);
	});
	return { text: pieces.join(''), rope: left };
}
