import type { Files } from '../charts/chart';
import type { RenderAnswer, RenderWith } from '../charts/render-loaded';
import { renderedText } from '../features/charts/judge-chart';
import { particle } from '../features/particle';
import { chartAt } from '../manifest/around';
import type { Bilingual } from '../protocol/text';
import type { Fault } from '../templates/value';
import { compose } from '../yaml/compose';
import { decode } from '../yaml/encoding';
import { textOf } from '../yaml/node';
import { type ChartsHow, valuesOf } from './check-charts';
import { type ReadBytes, readFile, real, textsFrom } from './files';
import type { Commit } from './git';

/** What a chart renders with some values, and what it rendered when a commit had it; empty where it did not. */
export interface ChartAgainst {
	/** Its folder, and the values where there are several. */
	readonly shown: string;
	/** Or why it does not render. */
	readonly now: string | Bilingual;
	readonly before: string;
}

/**
 * Renders charts, each of which lies in no other one, twice, each time with all that check renders them with: as they are, and as a commit had them, where `formerly` says that they lay.
 * `shown` names files as people do.
 */
export async function chartsAgainst(
	charts: readonly string[],
	how: Pick<ChartsHow, 'version' | 'values' | 'set'>,
	commit: Commit,
	shown: (file: string) => string,
	formerly: (chart: string) => string,
): Promise<readonly ChartAgainst[]> {
	if (charts.length === 0) return [];
	const textIn = textsFrom(readFile);
	const { chartIn, filesAt, plainly, renderLoaded, setBy } = await import('./render-chart');
	const more = { ...plainly(how.version), set: setBy(how.set) };
	const render = (files: Files | Fault, values: Values): RenderAnswer => renderLoaded('message' in files ? files : chartIn(files), { ...more, values }, false);
	return charts.flatMap((place) => {
		const former = formerly(place);
		const [found, then] = [filesAt(place), committed(former, commit)];
		const now = 'message' in found ? NO_FILES : found;
		const isSame = isUnchanged(place, found, then, commit);
		const all = valuesOf(place, how, textIn, shown);
		return all.map(({ name, files }): ChartAgainst => {
			const values = files.map((file) => ({ name: file.name, text: formerText(former, file.name, commit) ?? file.text }));
			const isAsItWas = isSame && values.every(({ text }, index) => text === files[index]?.text);
			const texts = isAsItWas
				? SAME
				: compared(render(found, files), then.has('Chart.yaml') ? renderFormer(then, now, (all) => render(all, values)) : undefined);
			return { shown: all.length === 1 ? shown(place) : `${shown(place)} (${name})`, ...texts };
		});
	});
}

/** Where charts lay that are elsewhere now: a chart that a commit had not, and one of its name that is there no more, are one and the same. */
export function formerPlaces({ files, read }: Commit): (chart: string) => string {
	const had = files.flatMap((file) => chartAt(file) ?? []);
	const gone = had.filter((chart) => !readFile(`${chart}/Chart.yaml`) && !had.some((other) => chart.startsWith(`${other}/charts/`)));
	const nameIn = (readBytes: ReadBytes, chart: string): string | undefined => textOf(compose(textsFrom(readBytes)(`${chart}/Chart.yaml`)).root, 'name');
	return (chart) => {
		if (had.includes(chart)) return chart;
		const name = nameIn(readFile, chart);
		return gone.find((one) => nameIn(read, one) === name) ?? chart;
	};
}

type Values = RenderWith['values'];
type Texts = Pick<ChartAgainst, 'now' | 'before'>;

const NO_FILES: Files = new Map();
const SAME: Texts = { now: '', before: '' };

/** Whether all that decides in a chart's folder is as a commit has it; what was fetched into charts/ and is not committed does not count. */
function isUnchanged(place: string, now: Files | Fault, then: Files, commit: Commit): boolean {
	if ('message' in now) return false;
	const isKnown = [...now.keys()].every((file) => then.has(file) || file.startsWith('charts/'));
	return isKnown && then.size > 0 && [...then.keys()].every((file) => commit.isSame(`${place}/${file}`));
}

/** Dependencies are fetched more often than committed: those that are missed are taken to be the ones that there are now. */
function renderFormer(then: Files, now: Files, render: (files: Files) => RenderAnswer): RenderAnswer {
	const answer = render(then);
	const fetched = answer.missing.length === 0 ? [] : [...now].filter(([file]) => file.startsWith('charts/') && !then.has(file));
	return fetched.length === 0 ? answer : render(new Map([...then, ...fetched]));
}

/** What does not render for the same reason as before, as it asks for values that nobody gave, is as it was. */
function compared(now: RenderAnswer, then: RenderAnswer | undefined): Texts {
	const textOf = (answer: Exclude<RenderAnswer, { readonly error: string }>): string => renderedText({ ...answer, ropes: new Map() });
	const before = !then || 'error' in then ? '' : textOf(then);
	if (!('error' in now)) return { now: textOf(now), before };
	const isStill = then !== undefined && 'error' in then && then.error === now.error && now.missing.length === 0;
	return isStill ? SAME : { now: unrendered(now), before };
}

/** All that a commit has in a folder, by paths below it. */
function committed(place: string, { files, read }: Commit): Files {
	const own = files.filter((file) => file.startsWith(`${place}/`));
	return new Map(own.flatMap((file) => [read(file)].flatMap((bytes) => (bytes ? [[file.slice(place.length + 1), bytes] as const] : []))));
}

/** A values file as a commit has it: named from the chart's folder, or in full. */
function formerText(place: string, name: string, { read }: Commit): string | undefined {
	const bytes = read(`${place}/${name}`) ?? read(real(name));
	return bytes && decode(bytes).text;
}

function unrendered({ error, missing }: { readonly error: string; readonly missing: readonly string[] }): Bilingual {
	if (missing.length === 0) return { en: `cannot be rendered: ${error}`, ko: `렌더링할 수 없다: ${error}` };
	const names = missing.join(', ');
	return {
		en: `cannot be rendered, as charts/ lacks ${names}: helm dependency build fetches it.`,
		ko: `charts/에 ${names}${particle(names, '이/가')} 없어 렌더링할 수 없다. helm dependency build로 받는다.`,
	};
}
