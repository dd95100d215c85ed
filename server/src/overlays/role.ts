import type { Changes, Kustomization, Target } from './kustomization';

/** What the kustomizations of a workspace make of a file. */
export interface Role {
	/** One of them lists it as a patch. */
	readonly isPatch: boolean;
	/** The objects it is a patch for, where they say so. */
	readonly targets?: readonly Target[];
	/** What those that build on it write into its objects, all together; undefined where none does. */
	readonly changes?: Changes;
}

/** The role of the file at a path, by all kustomizations there are. */
export function roleOf(path: string, kustomizations: readonly Kustomization[]): Role {
	const builders = buildersOf(path, kustomizations);
	const isCalledPatch = ({ folder }: Kustomization): boolean => path.startsWith(`${folder}/`) && PATCH_NAME.test(path.slice(folder.length + 1));
	const isPatch = kustomizations.some((one) => one.patches.includes(path) || (builders.size === 0 && isCalledPatch(one)));
	const targets = isPatch ? targetsOf(path, kustomizations) : [];
	return {
		isPatch,
		...(targets.length > 0 ? { targets } : {}),
		...(builders.size > 0 ? { changes: together([...builders].flatMap((one) => changesBy(one, kustomizations))) } : {}),
	};
}

/** What kustomizations say a patch is for, each once. */
function targetsOf(path: string, kustomizations: readonly Kustomization[]): readonly Target[] {
	const all = kustomizations.flatMap(({ changes }) => changes.patches.flatMap((patch) => (patch.path === path ? (patch.target ?? []) : [])));
	return [...new Map(all.map((target) => [`${target.kind ?? ''}/${target.name ?? ''}`, target])).values()];
}

/** What nobody builds and is called so beside a kustomization is a patch for later: kubebuilder writes many that one has only to switch on. */
const PATCH_NAME = /^(?:patches\/.*|(?:[^/]*[^/a-zA-Z])?patch(?:es)?(?:[^/a-zA-Z][^/]*)?\.ya?ml)$/;

/** The kustomizations that have a file among their resources, or among those of what they build on. */
function buildersOf(path: string, kustomizations: readonly Kustomization[]): ReadonlySet<Kustomization> {
	const builders = new Set<Kustomization>();
	const wanted = [path];
	for (const place of wanted) {
		for (const one of kustomizations) {
			if (builders.has(one) || ![...one.resources, ...one.components].includes(place)) continue;
			builders.add(one);
			wanted.push(one.folder);
		}
	}
	return builders;
}

/** A component changes all that whoever names it builds. */
function changesBy(builder: Kustomization, kustomizations: readonly Kustomization[]): readonly Changes[] {
	const all = new Set([builder]);
	for (const one of all) for (const other of kustomizations) if (one.components.includes(other.folder)) all.add(other);
	return [...all].map(({ changes }) => changes);
}

function together(all: readonly Changes[]): Changes {
	return {
		labels: all.flatMap(({ labels }) => labels),
		setsNamespace: all.some(({ setsNamespace }) => setsNamespace),
		setsNames: all.some(({ setsNames }) => setsNames),
		images: all.flatMap(({ images }) => images),
		replicas: all.flatMap(({ replicas }) => replicas),
		vars: all.flatMap(({ vars }) => vars),
		patches: all.flatMap(({ patches }) => patches),
		replaces: all.some(({ replaces }) => replaces),
	};
}
