import type { Origin } from '../../built/origin';
import { type Rope, type Roped, slice, untyped } from '../../built/rope';
import type { UnfetchedSchema } from '../../charts/values-schema';
import { chartProblems } from '../../docs/problems/chart';
import { type Around, RENDERED } from '../../manifest/around';
import type { Minor } from '../../schema/schema';
import type { Range } from '../../yaml/node';
import { split } from '../../yaml/parse';
import { type BuiltText, type Finding, ownFinding, saidByTool, typedAt } from '../built/finding';
import type { JudgedBefore } from '../built/judged-before';
import { filled } from '../diagnose/advice';
import { diagnose } from '../diagnose/diagnose';
import { type Packing, packedPlaceOf } from './packed-place';
import { openable, placesOf } from './place';
import type { RenderedTexts } from './show-rendered';

/** How rendered texts are judged. */
export interface ChartJudging {
	readonly version: Minor;
	readonly around: Around;
	readonly before: JudgedBefore;
	/** Where that shows which nobody typed. */
	readonly home: Origin;
	/** The chart's folder. */
	readonly chart: string;
	/** What leads to what stands in packed charts, for those who tell people. */
	readonly packing?: Packing;
}

/** Where that of a chart shows which nobody typed. */
export const homeOf = (chart: string): Origin => ({ file: `${chart}/Chart.yaml`, range: { start: 0, end: 0 } });

/** All that a chart renders as one text, and what the server would say of it, where it was typed. */
export function judgeRendered(rendered: RenderedTexts, { version, around, before, home, chart, packing }: ChartJudging): BuiltText {
	const whole = together(rendered);
	const file = before.read(whole.text, { ...around, ...RENDERED });
	const places = (range: Range): readonly Origin[] => openable(chart, placesOf(whole, range));
	const found = diagnose(file, version, (manifest) => before.judged(manifest, version));
	const rope = (): Rope => whole.rope.map((strand) => ({ ...strand, origins: openable(chart, strand.origins) }));
	const findings = found.map((diagnostic): Finding => {
		const packed = packing && packedPlaceOf(placesOf(whole, diagnostic.range), packing);
		const finding = typedAt(diagnostic, packed?.at ?? home, places);
		return packed ? { ...finding, within: packed.said } : finding;
	});
	return { file, rope, findings };
}

/** Why a chart does not render, in Helm's words. */
export const saidByHelm = (places: readonly [Origin, ...Origin[]], message: string): Finding => saidByTool('chart/render', message, places);

/** So many of what a schema has against a value are said; of more their count. */
const MOST_SAID = 10;

/** A value that a chart's schema does not allow, and what it has against it. It can be mended where it was typed. */
export function refusedBySchema(at: Origin, chart: string, all: readonly string[]): Finding {
	const said = all.length === 1 ? ` ${(all[0] ?? '').replace(/^- /, '')}` : `\n${all.slice(0, MOST_SAID).join('\n')}`;
	const more = all.length - MOST_SAID;
	const { diagnostic, ...finding } = ownFinding(REFUSED_VALUE, 'error', at, {
		en: `values.schema.json of ${chart} does not allow this:${said}${more > 0 ? `\nand ${more} more` : ''}`,
		ko: `${chart}의 values.schema.json에서 허용하지 않는다:${said}${more > 0 ? `\n그 밖에 ${more}개` : ''}`,
	});
	return { ...finding, diagnostic: { ...diagnostic, isBuilt: true } };
}

/** The code of a value that the chart's schema does not allow. */
export const REFUSED_VALUE = 'chart/value-refused';

/** What else would keep a chart from being rendered, though Helm stops before it: its words, told by us. */
export const alsoRefused = (at: Origin, error: string): Finding =>
	ownFinding('chart/render', 'error', at, { en: `Helm stops before it gets here: ${error}`, ko: `Helm은 여기까지 오기 전에 멈춘다: ${error}` });

/** A dependency that is not there. */
export const missingDependency = (at: Origin, name: string): Finding =>
	ownFinding('chart/missing-dependency', 'information', at, filled(chartProblems['chart/missing-dependency'].said, { name }));

/** A schema that values are not checked against. */
export const unfetchedSchema = (at: Origin, schema: UnfetchedSchema): Finding =>
	ownFinding('chart/unfetched-schema', 'information', at, filled(chartProblems['chart/unfetched-schema'].said, { ...schema }));

/** What a chart would send to the server as one text; it is read as RENDERED. */
export const renderedText = (rendered: RenderedTexts): string => together(rendered).text;

/** All that is rendered in one text, but for notes and definitions of kinds. */
function together({ files, ropes }: RenderedTexts): Roped {
	const texts: string[] = [];
	const rope: Roped['rope'][number][] = [];
	for (const [name, text] of files) {
		if (name.endsWith('NOTES.txt') || text.trim() === '') continue;
		for (const { start, text: own, separatorFault } of split(text)) {
			if (separatorFault || /^kind: CustomResourceDefinition\b/m.test(own)) continue;
			const ending = own.endsWith('\n') ? '---\n' : '\n---\n';
			texts.push(own, ending);
			rope.push(...slice(ropes.get(name) ?? [], start, start + own.length), ...untyped(ending.length));
		}
	}
	return { text: texts.join(''), rope };
}
