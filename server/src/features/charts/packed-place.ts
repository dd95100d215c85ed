import type { Origin } from '../../built/origin';
import type { PackedFile } from '../../charts/packed-file';
import type { Bilingual } from '../../protocol/text';
import { compose } from '../../yaml/compose';
import { childOf, itemsOf } from '../../yaml/node';
import { DEPENDING, isTemplate, openable, pathIn } from './place';

/** Where one can do something about what stands in a packed chart, which no editor shows, and the words that lead there. */
export interface PackedPlace {
	readonly at: Origin;
	readonly said: Bilingual;
}

/** A chart in a folder, and what is known of its files. */
export interface Packing {
	readonly chart: string;
	/** The text of a file by its full path; empty where there is none. */
	readonly textIn: (file: string) => string;
	/** What lies in packed charts, by the names that origins have. */
	readonly packed: (file: string) => PackedFile | undefined;
}

/** Of what stands in a packed chart, or is printed there alone; undefined of all else. */
export function packedPlaceOf(origins: readonly Origin[], packing: Packing): PackedPlace | undefined {
	const { chart, packed } = packing;
	const first = origins.find(({ file }) => pathIn(chart, file) === undefined);
	if (!first || (first !== origins[0] && origins.some(({ file }) => isTemplate(file) && !file.includes('.tgz/')))) return undefined;
	const [, archive = '', file = ''] = /^(.*?\.tgz)\/(.*)$/.exec(first.file) ?? [];
	const { name, text } = packed(first.file) ?? { name: '', text: '' };
	const line = text.slice(0, first.range.start).split('\n').length;
	const [at] = openable(chart, origins);
	const holder = [chart, ...archive.split('/').slice(0, -2)].join('/');
	return {
		at: at ?? dependencyPlace(holder, name, packing.textIn) ?? { file: `${holder}/Chart.yaml`, range: { start: 0, end: 0 } },
		said: { en: `in ${archive}, ${file}:${line}: `, ko: `${archive}의 ${file}:${line}: ` },
	};
}

/** Where the chart in a folder says that it depends on another. */
export function dependencyPlace(chart: string, name: string, textIn: Packing['textIn']): Origin | undefined {
	for (const own of DEPENDING) {
		const file = `${chart}/${own}`;
		for (const one of itemsOf(compose(textIn(file)).root, 'dependencies')) {
			const named = childOf(one, 'name');
			if (named?.kind === 'scalar' && named.text === name) return { file, range: named.range };
		}
	}
	return undefined;
}
