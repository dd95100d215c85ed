import * as engine from '../../server/src/charts/render-loaded';
import type { SurveyedBefore } from '../../server/src/features/charts/help/survey';
import { valuesHints } from '../../server/src/features/charts/help/values-hints';
import { type RenderingBefore, renderingOf } from '../../server/src/lsp/rendering';
import type { Settings } from '../../server/src/lsp/settings';
import type { Random } from '../conformance/random';

const SETTINGS = { version: 37, helm: { release: 'r', namespace: 'n' } } as unknown as Settings;

type Files = ReadonlyMap<string, string>;

/** All that a chart renders to, and where it was typed, from files by their paths below its folder. */
function renderedFrom(files: Files, before: RenderingBefore): string {
	const texts = new Map([...files].map(([file, text]) => [`c/${file}`, text] as const));
	const { answer } = renderingOf({ place: 'c', texts, values: [], engine }, before, new Map(), SETTINGS);
	return JSON.stringify('error' in answer ? answer : { ...answer, files: [...answer.files], ropes: [...answer.ropes], sources: [...answer.sources] });
}

/** What is told of its values. */
const hintsOf = (files: Files, before: SurveyedBefore): string => JSON.stringify(valuesHints({ files: new Map(files), before }));

const rewritten = (text: string, find: RegExp, random: Random, make: (found: string) => string): string => {
	const found = [...text.matchAll(find)];
	if (found.length === 0) return text;
	const { 0: whole, index } = random.of(found);
	return text.slice(0, index) + make(whole) + text.slice(index + whole.length);
};

/** What people do to a template. */
const EDITS: readonly ((text: string, random: Random) => string)[] = [
	(text, random) => rewritten(text, /(?<=[a-z])(?=\s)/g, random, () => random.of(['x', '7', ' ', '-'])),
	(text, random) => rewritten(text, /^.*\n/gm, random, () => ''),
	(text, random) => rewritten(text, /^.*\n/gm, random, (line) => line + line),
	(text, random) =>
		rewritten(text, /^(?=.)/gm, random, () => random.of(['# note\n', '{{ $x := 1 }}', '{{ .Values.gone.deep }}', '{{ fail "no" }}', '{{ end }}', '{{'])),
	(text, random) =>
		rewritten(text, /\{\{-? define "[^"]*"[\s\S]*?(?:\{\{-? end -?\}\}\s*)$/g, random, (define) => `${define}\n${define.replace('\n', '\nmore: 1\n')}`),
	(text, random) => rewritten(text, /(?<=define ")[^"]*/g, random, (name) => (random.chance(0.5) ? `${name}2` : name.replace(/2+$/, ''))),
	(text, random) => rewritten(text, /(?<=include ")[^"]*/g, random, (name) => (random.chance(0.5) ? `${name}2` : name.replace(/2+$/, ''))),
	(text, random) => rewritten(text, /\.Values\.\w+/g, random, (way) => random.of([`${way}2`, '.Values', '.Chart.Name', '.Subcharts'])),
	(text, random) => rewritten(text, /"[^"\n]*"/g, random, (word) => `${word.slice(0, -1)}y"`),
];

/**
 * Edits templates of a chart as people do, each edit mended by and by, renders it and looks through its values after each with what was kept of the time before, and afresh:
 * where those are two, which edit led there.
 */
export function differing(
	original: Files,
	edits: number,
	random: Random,
): { readonly file: string; readonly text: string; readonly kept: string; readonly fresh: string } | undefined {
	const files = new Map(original);
	const templates = [...files.keys()].filter((file) => /^(?:charts\/[^/]+\/)*templates\//.test(file));
	const before: RenderingBefore = { parsed: new Map() };
	const surveyed: SurveyedBefore = new Map();
	renderedFrom(files, before);
	for (let i = 0; i < edits; i++) {
		const broken = templates.filter((one) => files.get(one) !== original.get(one));
		const isMended = broken.length > 0 && random.chance(0.15 * broken.length + 0.2);
		const file = isMended ? random.of(broken) : random.chance(0.05) && files.has('values.yaml') ? 'values.yaml' : random.of(templates);
		const text = isMended ? (original.get(file) ?? '') : random.of(EDITS)(files.get(file) ?? '', random);
		files.set(file, text);
		const [kept, fresh] = [renderedFrom(files, before), renderedFrom(files, { parsed: new Map() })];
		const [hints, freshHints] = [hintsOf(files, surveyed), hintsOf(files, new Map())];
		if (hints !== freshHints) return { file, text, kept: hints, fresh: freshHints };
		if (kept !== fresh) return { file, text, kept, fresh };
		if (file === 'values.yaml') files.set(file, original.get(file) ?? '');
	}
	return undefined;
}
