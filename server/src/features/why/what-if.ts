/** "What if I fix it": the manifest behind a live pod, and a scenario in which it comes to be as it is. */
import { isDescribed } from '../../autopsy/read-describe';
import { LARGEST } from '../../manifest/read';
import type { Bilingual, Language } from '../../protocol/text';
import type { PodName, WhatIf } from '../../protocol/why';
import type { Scenario } from '../../simulator/scenario';
import { blockText } from '../../yaml/write';
import { inLanguage } from '../diagnose/diagnostic';
import { cleaned } from './cleaned';
import { explain } from './explain';
import { onlyOne, readDump } from './read-dump';
import { asOf } from './telling';

/**
 * The two files for one pod of what `kubectl get -o yaml|json` printed, the first where none is named; undefined where there is none.
 * What `kubectl describe` prints does not suffice for a manifest. Neither holds a value of an environment variable, or an annotation.
 */
export function whatIf(text: string, language: Language, only?: PodName): WhatIf | undefined {
	if (text.length > LARGEST || isDescribed(text)) return undefined;
	const dump = readDump(text);
	const { pods } = only ? onlyOne(dump, { ...only, kind: 'Pod' }) : dump;
	const [pod] = pods;
	const [told] = pod ? explain({ ...dump, pods: [pod], rows: [] }) : [];
	if (!pod || !told) return undefined;
	const time = asOf(told.now);
	const describe = describes(told.name, time ?? { en: '', ko: '' });
	return {
		name: told.name,
		manifest: manifestText(cleaned(pod.pod), language),
		scenario: scenarioText({ describe: inLanguage(describe, language)[0] ?? '', ...told.scenario }),
	};
}

const describes = (name: string, time: Bilingual): Bilingual => ({
	en: [`What brings the pod ${name} into its state`, time.en && `(${time.en})`].filter(Boolean).join(' '),
	ko: [`${name} 파드가 지금 상태에 이르는 시나리오`, time.ko && `(${time.ko})`].filter(Boolean).join(' '),
});

const VALUES: Bilingual = {
	en: 'Values of environment variables stay in the dump: ${NAME} stands for each.',
	ko: '환경 변수의 값은 옮기지 않았다. ${NAME} 자리에 직접 적는다.',
};

/** A manifest as a file; where values are left out it says so. */
export function manifestText(manifest: object, language: Language): string {
	const text = `${blockText(manifest, 0).trimEnd()}\n`;
	const notes = /\$\{\w/.test(text) ? inLanguage(VALUES, language).map((note) => `# ${note}\n`) : [];
	return [...notes, text].join('');
}

/** A scenario as a file. */
export const scenarioText = (scenario: Scenario): string => `${blockText(JSON.parse(JSON.stringify(scenario)), 0).trimEnd()}\n`;
