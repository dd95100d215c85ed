import { explain } from '../../server/src/features/why/explain';
import { explainWorkloads } from '../../server/src/features/why/explain-workloads';
import { whyLenses } from '../../server/src/features/why/lenses';
import { whyPageInSteps } from '../../server/src/features/why/page';
import { printedAt } from '../../server/src/features/why/printed-at';
import { readDump } from '../../server/src/features/why/read-dump';
import { whatIf } from '../../server/src/features/why/what-if';
import { read } from '../../server/src/manifest/read';
import { parse } from '../../server/src/yaml/parse';
import type { Random } from '../conformance/random';
import { cursorIn, type Findings } from './findings';

/** Stands in dumps where a secret would. */
export const SECRET = 'hidden-7';

/** What is asked of a text that kubectl printed, and what must hold of the answers. To explain a pod takes long, so not every text is. */
export function askDump(text: string, findings: Findings, random: Random): void {
	const hover = findings.ask('why hover', text, () => printedAt(text, cursorIn(text, random), 'both'));
	if (hover) findings.ranges('why hover', text, [hover.range]);
	const lenses = findings.ask('why lenses', text, () => whyLenses(read(text))) ?? [];
	findings.ranges(
		'why lenses',
		text,
		lenses.map(({ range }) => range),
	);
	if (!random.chance(0.1)) return;
	const dump = readDump(text);
	const pods = findings.ask('why', text, () => explain(dump, undefined, 60)) ?? [];
	const workloads = findings.ask('why workloads', text, () => explainWorkloads(dump, pods)) ?? [];
	const [page = ''] = [findings.ask('why page', text, () => whyPageInSteps(text, 'both').next().value)].filter((one) => typeof one === 'string');
	const fixed = findings.ask('why what if', text, () => whatIf(text, 'en'));
	const told = JSON.stringify([pods, workloads, page, fixed]);
	if (told.includes(SECRET)) findings.add('why: tells a secret', text, told.slice(Math.max(0, told.indexOf(SECRET) - 100)).slice(0, 200));
	for (const made of fixed ? [fixed.manifest, fixed.scenario] : []) if (parse(made).faults.length > 0) findings.add('why what if: no YAML', text, made);
}
