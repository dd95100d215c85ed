import type { Origin } from '../../built/origin';
import { distinct } from '../../built/rope';
import type { Bilingual } from '../../protocol/text';
import { type Finding, fewOf, keyOf, saidOf, type Told } from '../built/finding';
import { particle } from '../particle';

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

/** One fault, one diagnostic: what shows several times, or with several values, is told once, and with which. */
export function gatheredRenderings(renderings: readonly Rendering[]): readonly Told[] {
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
		related: others.map((origin) => ({ ...origin, message: LED_HERE })),
		isUnanimous: false,
	}));
}

const LED_HERE: Bilingual = { en: 'what printed it, or went into it', ko: '여기에 쓰인 값이거나 이것을 출력한 곳' };

function saidBefore(times: ReadonlyMap<string, number>, within: Bilingual = { en: '', ko: '' }): readonly [string, string] {
	const { named, more } = fewOf([...times.keys()]);
	const most = Math.max(...times.values());
	const count = most > 1 ? [`, ${most} times`, ` ${most}곳`] : ['', ''];
	return [
		`rendered with ${named}${more > 0 ? ` and ${more} more` : ''}${count[0]}: ${within.en}`,
		`${named}${more > 0 ? ` 외 ${more}개로` : particle(named, '으로/로')} 렌더링한 결과${count[1]}: ${within.ko}`,
	];
}
