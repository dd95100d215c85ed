import { type Manifest, readLiterally } from '../../manifest/read';
import type { Minor } from '../../schema/schema';
import { readScenario } from '../../simulator/read-scenario';
import { type Decoded, simulate } from '../../simulator/simulate';
import type { Trace } from '../../simulator/trace';
import { toJson } from '../../yaml/json';
import { textOf } from '../../yaml/node';
import { judge } from '../diagnose/judge';

/** A scenario with its manifest, lived; or why it could not be. */
export type ScenarioLife = { readonly trace: Trace } | { readonly faults: readonly string[] };

/**
 * The life of the first pod or workload of a manifest in a scenario; the other documents are there as well.
 * Unlike the editor's, this life takes nothing for granted: what neither the manifest nor the scenario creates is missing.
 */
export function liveScenario(manifest: string, scenario: unknown, version: Minor): ScenarioLife {
	const { scenario: read, faults } = readScenario(scenario);
	if (faults.length > 0) return { faults: faults.map(({ message }) => message.en) };
	const objects = objectsOf(manifest, version);
	const main = objects.find(({ isOurs }) => isOurs);
	const beside = objects.filter((object) => object !== main);
	if (!main) return { faults: ['The manifest holds no pod and no workload.'] };
	if (main.refusal) return { faults: [main.refusal] };
	const decode = (text: string): readonly Decoded[] => objectsOf(text, version);
	return { trace: simulate(main.kind, main.object, read, { beside, decode }) };
}

interface ReadObject extends Decoded {
	/** One of the nine kinds. */
	readonly isOurs: boolean;
	readonly refusal?: string;
}

function objectsOf(text: string, version: Minor): readonly ReadObject[] {
	return readLiterally(text).sections.flatMap(({ document, manifests }) => {
		if (manifests.length > 0) return manifests.map((manifest) => ofManifest(manifest, version));
		const kind = textOf(document.root, 'kind');
		return document.root && kind ? [{ kind, object: toJson(document.root), isOurs: false }] : [];
	});
}

function ofManifest(manifest: Manifest, version: Minor): ReadObject {
	const { accepted, object, problems, decoded } = judge(manifest, version);
	const [problem] = problems;
	const sentence = decoded.faults.find(({ severity }) => severity !== 'repeated')?.message ?? (problem ? `${problem.path}: ${problem.detail}` : 'refused');
	return { kind: manifest.kind.kind, object, isOurs: true, ...(accepted ? {} : { refusal: sentence }) };
}
