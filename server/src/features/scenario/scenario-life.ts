import { type Manifest, readLiterally } from '../../manifest/read';
import type { Minor } from '../../schema/schema';
import { readScenario } from '../../simulator/read-scenario';
import { type Decoded, simulate } from '../../simulator/simulate';
import type { Trace } from '../../simulator/trace';
import { judge } from '../diagnose/judge';
import { judgeUpdates } from '../life/judge-update';
import { judgedObject, objectsOf } from '../life/objects';

/** A scenario with its manifest, lived; or why it could not be. */
export type ScenarioLife = { readonly trace: Trace } | { readonly faults: readonly string[] };

/**
 * The life of the first pod or workload of a manifest in a scenario; the other documents are there as well.
 * Unlike the editor's, this life takes nothing for granted: what neither the manifest nor the scenario creates is missing.
 */
export function liveScenario(manifest: string, scenario: unknown, version: Minor): ScenarioLife {
	const { scenario: read, faults } = readScenario(scenario);
	if (faults.length > 0) return { faults: faults.map(({ message }) => message.en) };
	const judged = (one: Manifest) => judge(one, version);
	const file = readLiterally(manifest);
	const main = file.sections.flatMap(({ manifests }) => manifests)[0];
	if (!main) return { faults: ['The manifest holds no pod and no workload.'] };
	const { kind, object, refusal } = judgedObject(main, judged(main));
	if (refusal !== undefined) return { faults: [refusal] };
	const others = { ...file, sections: file.sections.map((section) => ({ ...section, manifests: section.manifests.filter((one) => one !== main) })) };
	const beside = objectsOf(others, judged);
	const decode = (text: string): readonly Decoded[] => objectsOf(readLiterally(text), judged);
	return { trace: simulate(kind, object, read, { beside, decode, judge: judgeUpdates(version) }) };
}
