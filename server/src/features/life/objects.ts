import type { File, Manifest, Section } from '../../manifest/read';
import { KINDS } from '../../schema/kinds';
import type { Decoded } from '../../simulator/simulate';
import { toJson } from '../../yaml/json';
import { textOf } from '../../yaml/node';
import type { Judgement } from '../diagnose/judge';

/** All that a file would create, in its order; what the server does not take says why. */
export function objectsOf(file: File, judged: (manifest: Manifest) => Judgement): readonly Decoded[] {
	return file.sections.flatMap((section) => [
		...section.manifests.filter(({ part, embedded }) => !part && !embedded).map((manifest) => judgedObject(manifest, judged(manifest))),
		...otherOf(section),
	]);
}

/** ConfigMaps, Secrets and other objects that stand in the same file are there too. */
export function otherObjects(file: File): readonly Decoded[] {
	return file.sections.flatMap(otherOf);
}

/** The object of a manifest with the verdict on it. */
export function judgedObject({ kind: { kind }, document }: Manifest, { accepted, object, problems, denials, decoded }: Judgement): Decoded {
	const [broken] = document.faults;
	if (accepted && !broken) return { kind, object };
	const [problem] = problems;
	const denial = denials.find(({ isCertain }) => isCertain);
	const fault = broken ? `yaml: ${broken.message}` : decoded.faults.find(({ severity }) => severity !== 'repeated')?.message;
	return { kind, object, refusal: fault ?? (problem ? `${problem.path}: ${problem.detail.split('\n')[0] ?? ''}` : (denial?.message ?? 'refused')) };
}

function otherOf({ document, heads, otherKind: kind }: Section): readonly Decoded[] {
	if (!document.root || !kind) return [];
	const object = toJson(document.root);
	const version = textOf(document.root, 'apiVersion') ?? '';
	// One of ours by its name, but not by its version: kubectl knows none of that kind.
	const isStrange = KINDS.some((known) => known.kind === kind);
	const refusal = heads[0]?.message ?? (isStrange ? `no matches for kind "${kind}" in version "${version}"` : undefined);
	return [{ kind, object, ...(refusal === undefined ? {} : { refusal }) }];
}
