/** What expectations may speak of: read off the manifest and the scenario. */
import { containerReasons } from '../../docs/reasons/containers';
import { podReasons } from '../../docs/reasons/pods';
import type { Given } from '../../expect/read';
import type { Scenario } from '../../simulator/scenario';
import { manifestsOf } from '../manifests';
import { broughtBy, fileOf, type ManifestText, type PodNames, podNames } from '../scenario/scenario-names';

/** What kubectl prints in STATUS besides reasons: phases, and words of its own (printers/internalversion printPod). */
const STATUSES = ['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown', 'Terminating', 'NotReady', 'Completed', 'Error'];

let printed: readonly string[] | undefined;

/** Words that STATUS, or the reason of a container, may be in any cluster. */
export function printedWords(): readonly string[] {
	printed ??= [...new Set([...STATUSES, ...Object.keys(containerReasons), ...Object.keys(podReasons)])].filter((word) => !word.includes('*'));
	return printed;
}

/** Without a manifest names are believed. */
export function givenOf(scenario: Scenario, manifest: ManifestText | undefined): Given {
	if (manifest === undefined) return { printed: printedWords() };
	const [main] = manifestsOf(fileOf(manifest));
	return { ...namesGiven(scenario, podNames(manifest)), kind: main?.kind.kind, printed: printedWords() };
}

function namesGiven({ before = [], actions = [] }: Scenario, names: PodNames): Pick<Given, 'containers'> {
	return names.isComplete ? { containers: [...names.containers.keys(), ...broughtBy([...before, ...actions]).containers] } : {};
}
