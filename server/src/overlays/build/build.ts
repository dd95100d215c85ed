import { resourcesOf } from './accumulate';
import { emitted } from './emit';
import { hashOf } from './generate';
import { type Fault, type Fields, get, isFault, isFields } from './object';
import type { Target } from './place';
import { fixReferences } from './references';
import { idOf, type Resource, remember, setName, textsOf } from './resource';
import { sorted } from './sort';
import { resolveVars } from './vars';

/** Reads the bytes of a file by its path from the root of all files; undefined where there is none. */
export type ReadFile = (path: string) => Uint8Array | undefined;

/**
 * Builds the overlay in a folder as `kustomize build` does (krusty.Kustomizer.Run): the YAML of all objects, or the first thing that is wrong,
 * in the words of kustomize. What it cannot do (fetching what is remote, Helm, plug-ins that run programs) is wrong, too.
 */
export function build(read: ReadFile, folder: string): string | Fault {
	const target: Target = { read, budget: { resources: MOST_RESOURCES, folders: MOST_FOLDERS } };
	const built = resourcesOf(target, folder, []);
	if (isFault(built)) return built;
	const { resources, config, vars, kustomization } = built;
	for (const resource of resources.filter((one) => one.needsHash)) {
		const hash = hashOf(resource);
		remember(resource);
		setName(resource, `${idOf(resource).name}-${hash}`);
	}
	const wrong = fixReferences(resources, config.nameReference) ?? resolveVars(resources, vars, config.varReference);
	if (wrong) return wrong;
	const shown = sorted(resources.filter(isShown), kustomization);
	if (isFault(shown)) return shown;
	for (const { fields } of shown) dropEmptyAnnotations(fields);
	return shown.map(({ fields }) => emitted(fields)).join('---\n');
}

const MOST_RESOURCES = 20_000;
const MOST_FOLDERS = 2_000;

/** RemoveBuildAnnotations sets them anew, and sets none where there are none. */
function dropEmptyAnnotations(fields: Fields): void {
	const metadata = get(fields, 'metadata');
	if (isFields(metadata) && Object.keys(get(metadata, 'annotations') ?? {}).length === 0) delete metadata['annotations'];
}

/** Factory.DropLocalNodes */
const isShown = (resource: Resource): boolean => !Object.hasOwn(textsOf(resource, 'annotations'), 'config.kubernetes.io/local-config');
