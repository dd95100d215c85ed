import { resourcesOf } from './accumulate';
import { finishMetadata } from './build-metadata';
import { emitted } from './emit';
import { addHashes } from './generate';
import { type Fault, type Fields, isFault } from './object';
import type { Note, ReadFile, Target } from './place';
import type { Parsed } from './read';
import { fixReferences } from './references';
import { type Resource, textsOf } from './resource';
import { noSchemas } from './schemas';
import { settleBuilt } from './settle';
import { sorted } from './sort';
import { resolveVars } from './vars';

export type { Note, ReadFile };

/**
 * Builds the overlay in a folder as `kustomize build` does (krusty.Kustomizer.Run): the YAML of all objects, or the first thing that is wrong,
 * in the words of kustomize. What it cannot do (fetching what is remote, Helm, plug-ins that run programs) is wrong, too.
 */
export function build(read: ReadFile, folder: string): string | Fault {
	const built = objectsOf(targetOf(read, false), folder);
	return isFault(built) ? built : built.map(emitted).join('---\n');
}

/** What an overlay makes, each object with the origins of its fields, and what is to be told besides. */
export interface Built {
	readonly objects: readonly Fields[];
	readonly notes: readonly Note[];
}

/** The same with origins. What cannot be done is left out and noted. `parsed` holds files as they were parsed for an earlier build. */
export function buildWithOrigins(read: ReadFile, folder: string, parsed?: Parsed): Built | Fault {
	const target = targetOf(read, true, parsed);
	const objects = objectsOf(target, folder);
	return isFault(objects) ? objects : { objects, notes: target.notes };
}

const targetOf = (read: ReadFile, isLenient: boolean, parsed?: Parsed): Target => ({
	read,
	budget: { resources: MOST_RESOURCES, folders: MOST_FOLDERS },
	schemas: noSchemas(),
	notes: [],
	isLenient,
	...(parsed ? { parsed } : {}),
});

const MOST_RESOURCES = 20_000;
const MOST_FOLDERS = 2_000;

function objectsOf(target: Target, folder: string): readonly Fields[] | Fault {
	const built = resourcesOf({ target, folder, above: [folder], trail: undefined });
	if (isFault(built)) return built;
	const { resources, config, vars, kustomization } = built;
	addHashes(resources);
	const wrong = fixReferences(resources, config.nameReference) ?? resolveVars(resources, vars, config.varReference);
	if (wrong) return wrong;
	const shown = sorted(resources.filter(isShown), kustomization);
	if (isFault(shown)) return shown;
	finishMetadata(shown, kustomization);
	for (const { fields } of shown) {
		const odd = settleBuilt(fields);
		if (odd) return odd;
	}
	return shown.map(({ fields }) => fields);
}

/** Factory.DropLocalNodes */
const isShown = (resource: Resource): boolean => (textsOf(resource, 'annotations')['config.kubernetes.io/local-config'] ?? 'false') === 'false';
