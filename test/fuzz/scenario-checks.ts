import { type Diagnostic, inLanguage } from '../../server/src/features/diagnose/diagnostic';
import { fixesInText } from '../../server/src/features/diagnose/fixes';
import { judge } from '../../server/src/features/diagnose/judge';
import { lifeAsTest } from '../../server/src/features/expect/life-as-test';
import { played } from '../../server/src/features/expect/run';
import { simulateManifest } from '../../server/src/features/life/simulate';
import { completeScenario } from '../../server/src/features/scenario/complete-scenario';
import { hoverScenario } from '../../server/src/features/scenario/hover-scenario';
import { diagnoseScenario } from '../../server/src/features/scenario/scenario-file';
import { read } from '../../server/src/manifest/read';
import { parse } from '../../server/src/yaml/parse';
import type { Random } from '../conformance/random';
import { accepted, applied } from '../features/applied';
import { around, cursorIn, type Findings, NOWHERE } from './findings';

const MOST = 3;
/** YAML, and a map: what stands below anything else is not read. */
export function isSoundScenario(text: string): boolean {
	const { root, faults } = parse(text);
	return faults.length === 0 && (root?.kind ?? 'map') === 'map';
}

/** Everything an editor asks of a scenario, at places drawn by lot, and what must hold of the answers. */
export function askScenario(text: string, manifest: string, findings: Findings, random: Random): void {
	const beside = { name: 'web.yaml', text: manifest };
	const judged = (changed: string): readonly Diagnostic[] => diagnoseScenario(changed, 'en', beside);
	const found = findings.ask('scenario diagnose', text, () => judged(text)) ?? [];
	findings.ranges(
		'scenario diagnose',
		text,
		found.flatMap(({ range, fix }) => (fix ? [range, fix.edit.range] : [range])),
	);
	const tried = findings.ask('scenario codeAction', text, () => fixesInText(text, { start: 0, end: text.length }, found, judged)) ?? [];
	for (const { edits, title } of tried.slice(0, MOST)) {
		const after = applied(text, edits);
		if (after === text) findings.add('scenario codeAction: does nothing', text, inLanguage(title, 'en').join());
		if (!isSoundScenario(after)) findings.add('scenario codeAction: breaks the document', text, `${title.en} ${JSON.stringify(edits)}`);
	}
	const offset = cursorIn(text, random);
	const shown = findings.ask('scenario hover', text, () => hoverScenario(text, offset, 'both', beside));
	if (shown) findings.ranges('scenario hover', text, [shown.range]);
	const items = findings.ask('scenario complete', text, () => completeScenario(text, offset, 'en', beside)) ?? [];
	findings.ranges(
		'scenario complete',
		text,
		items.map(({ range }) => range),
	);
	for (let tries = 0; tries < MOST && items.length > 0 && isSoundScenario(text); tries++) {
		const item = random.of(items);
		if (!isSoundScenario(accepted(text, item)))
			findings.add('scenario complete: breaks the document', text, `${item.label} ${JSON.stringify(item.insert)} at ${around(text, offset)}`);
	}
	if (random.chance(0.1)) live(text, manifest, findings);
}

function live(scenarioText: string, manifest: string, findings: Findings): void {
	findings.ask('scenario simulate', `${manifest}\n=== scenario ===\n${scenarioText}`, () =>
		simulateManifest(read(manifest), { uri: '', document: 0, scenarioText }, { version: 37, judged: (one) => judge(one, 37) }, () => NOWHERE),
	);
	const made = findings.ask('scenario expectLife', `${manifest}\n=== scenario ===\n${scenarioText}`, () =>
		lifeAsTest(scenarioText, played({ text: manifest })),
	);
	if (made && !isSoundScenario(made.text)) findings.add('scenario expectLife: breaks the document', scenarioText, made.text);
}
