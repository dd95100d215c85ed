import type { Chart } from './chart';

/** A file of a packed chart. */
export interface PackedFile {
	/** The name of the chart that was packed. */
	readonly name: string;
	/** Nothing where it is no file that origins lead to. */
	readonly text: string;
}

/** What lies in a packed chart, by its path as origins name it; undefined for all else. */
export function packedFile({ charts }: Chart, file: string): PackedFile | undefined {
	const below = charts.find(({ place }) => file.startsWith(place));
	if (!below) return undefined;
	if (!below.place.endsWith('.tgz/')) return packedFile(below, file);
	return { name: below.metadata.name ?? '', text: textIn(below, file) };
}

function textIn(chart: Chart, file: string): string {
	const below = chart.charts.find(({ place }) => file.startsWith(place));
	const own = file.slice(chart.place.length);
	return below ? textIn(below, file) : own === 'values.yaml' ? chart.valuesText : (chart.templates.get(own) ?? '');
}
