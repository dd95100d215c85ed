import type { Origin } from '../../built/origin';
import { distinct } from '../../built/rope';
import type { Bilingual } from '../../protocol/text';
import { type Finding, fewOf, keyOf, saidOf, type Told } from '../built/finding';
import { particle } from '../particle';
import { isTemplate, nameIn } from './place';

/** What was found in a chart as it is rendered with some values. */
export interface Rendering {
	/** The values, as people call them. */
	readonly values: string;
	readonly findings: readonly Finding[];
}

interface Group {
	readonly finding: Finding;
	/** What led to it, each time. */
	others: readonly Origin[];
	/** By the values, how often. */
	readonly times: Map<string, number>;
}

/** One fault, one diagnostic: what shows several times, or with several values, is told once, and with which. `chart` is its folder. */
export function gatheredRenderings(chart: string, renderings: readonly Rendering[]): readonly Told[] {
	const groups = new Map<string, Group>();
	for (const { values, findings } of renderings) {
		for (const finding of findings) {
			const key = keyOf(finding) + (finding.within?.en ?? '');
			const group = groups.get(key) ?? { finding, others: [], times: new Map<string, number>() };
			group.others = distinct([...group.others, ...finding.others]);
			group.times.set(values, (group.times.get(values) ?? 0) + 1);
			groups.set(key, group);
		}
	}
	return [...groups.values()].map(({ finding, others, times }) => ({
		file: finding.file,
		diagnostic: saidOf(finding.diagnostic, ...saidBefore(times, finding.within)),
		related: others.map((origin) => ({ ...origin, message: isTemplate(nameIn(chart, origin.file)) ? PRINTED_HERE : VALUE_HERE })),
		isUnanimous: false,
	}));
}

const PRINTED_HERE: Bilingual = { en: 'printed here', ko: '여기서 출력했다' };
const VALUE_HERE: Bilingual = { en: 'with the value that is given here', ko: '여기에 적은 값을 썼다' };

/**
 * What is told of a file: what was typed in it, and what was typed in files that are not open, where it has the nearest of what led to it. An editor shows nothing of a file
 * that is not open, and the server would refuse it all the same.
 */
export function toldIn(file: string, told: readonly Told[], isOpen: (file: string) => boolean): readonly Told[] {
	return told.flatMap((one): readonly Told[] => {
		if (one.file === file) return [one];
		if (isOpen(one.file)) return [];
		const here = one.related.find((origin) => isOpen(origin.file));
		if (here?.file !== file) return [];
		const typed = { file: one.file, range: one.diagnostic.range, message: TYPED_HERE };
		const related = [typed, ...one.related.filter((origin) => origin !== here)];
		return [{ ...one, file, diagnostic: { ...one.diagnostic, range: here.range }, related, typed: one }];
	});
}

const TYPED_HERE: Bilingual = { en: 'it is typed here', ko: '여기에 적혀 있다' };

function saidBefore(times: ReadonlyMap<string, number>, within: Bilingual = { en: '', ko: '' }): readonly [string, string] {
	const { named, more } = fewOf([...times.keys()]);
	const most = Math.max(...times.values());
	const count = most > 1 ? [`, ${most} times`, ` ${most}곳`] : ['', ''];
	return [
		`rendered with ${named}${more > 0 ? ` and ${more} more` : ''}${count[0]}: ${within.en}`,
		`${named}${more > 0 ? ` 외 ${more}개로` : particle(named, '으로/로')} 렌더링한 결과${count[1]}: ${within.ko}`,
	];
}
