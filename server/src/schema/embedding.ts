/**
 * A place in a custom kind that holds a pod, or a piece of one. What is not said is not so. Lists are in one text; paths count from what stands there
 * (from an item, for a list), and those of one place are told together: `a b;spec.containers[]:image name`.
 */
export interface Part {
	/** The type of Kubernetes that stands there, or the nearest one: `PodTemplateSpec`, `Container[]`. */
	readonly is: string;
	/** All of it has to be there; else it is merged into what the controller makes. */
	readonly whole?: true;
	/** A type of the kind's own, which was made after that of Kubernetes. */
	readonly own?: true;
	/** The server holds it against the schema of the kind, which knows all fields. */
	readonly full?: true;
	/** It may: the kind comes with such a schema and with an open one. */
	readonly some?: true;
	/** The items of its lists are told apart by key already by the schema (x-kubernetes-list-map-keys), those of `env` too. */
	readonly listMaps?: true;
	/** A webhook validates it as Kubernetes validates a pod. */
	readonly admitted?: true;
	/** Nobody has seen it in the source: it is explained, and not judged. */
	readonly unseen?: true;
	/** Of its fields it has these alone. */
	readonly only?: string;
	/** Fields that it has less, and more. */
	readonly lacks?: string;
	readonly adds?: string;
	/** Fields that may be absent here. */
	readonly optional?: string;
	/** Parts of it of which the schema knows nothing. */
	readonly open?: string;
	/** What its metadata may hold; USUAL for what most kinds keep. */
	readonly metadata?: string;
	/** The restart policies that work; none where what is written there is overwritten. */
	readonly restarts?: string;
	/** The one that is filled in by the controller or a webhook. */
	readonly restart?: 'Always' | 'OnFailure' | 'Never';
}

/** The ways to the parts of a kind: fields, `[]` for the items of a list, `{}` for the values of a map; at the end, or under '', the number of a part. */
export interface Tree {
	readonly [step: string]: Tree | number;
}

/** Where a custom kind holds pods. */
export interface Embedding {
	readonly tree: Tree;
	readonly parts: readonly Part[];
}

/** Pieces of which each is all that it can be. */
const COMPLETE: ReadonlySet<string> = new Set([
	...['Affinity', 'EnvVar[]', 'EnvFromSource[]', 'HostAlias[]', 'LocalObjectReference[]', 'PodDNSConfig', 'PodSecurityContext', 'ResourceRequirements'],
	...['SecurityContext', 'Toleration[]', 'TopologySpreadConstraint[]', 'Volume[]', 'VolumeMount[]'],
]);

/** Whether all of a part has to be there: what is merged into something else is never told what it lacks. */
export const isWhole = ({ is, whole, own }: Part): boolean => whole === true || (!own && COMPLETE.has(is));

/** A path as people write it, `spec.tasks[].template`, in the steps of a tree; a list as a whole is meant by its name. */
export function stepsOf(path: string, what: string): readonly string[] {
	const steps = path.split('.').flatMap((name) => [name.replace(/(?:\[\]|\{\})+$/, ''), ...(name.match(/\[\]|\{\}/g) ?? [])]);
	return what.endsWith('[]') && steps.at(-1) === '[]' ? steps.slice(0, -1) : steps;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Puts a part, by its number, into a tree that is being made. */
export function plant(tree: Mutable<Tree>, [step = '', ...rest]: readonly string[], part: number): void {
	const there = tree[step];
	if (rest.length === 0) {
		if (typeof there === 'object') (there as Mutable<Tree>)[''] = part;
		else tree[step] = part;
		return;
	}
	const child: Mutable<Tree> = typeof there === 'object' ? there : there === undefined ? {} : { '': there };
	tree[step] = child;
	plant(child, rest, part);
}

const read = new Map<string, readonly string[]>();

/** The paths of one of a part's lists. */
export function pathsOf(list = ''): readonly string[] {
	const paths = read.get(list) ?? pathsIn(list);
	read.set(list, paths);
	return paths;
}

const pathsIn = (list: string): readonly string[] =>
	list.split(';').flatMap((group) => {
		const [names = '', above] = group.split(':').reverse();
		return names === '' ? [] : names.split(' ').map((name) => (above === undefined ? name : `${above}.${name}`));
	});

/** What controller-gen keeps of metadata that is embedded, and what stands for it. */
export const EMBEDDED_METADATA = 'annotations finalizers labels name namespace';
export const USUAL = '*';

/** Whether a part has a field that Kubernetes has there. `path` as in its lists. */
export function hasField({ only, lacks, metadata }: Part, path: string): boolean {
	if (path === '') return true;
	if (pathsOf(lacks).includes(path) || (only && !/[.[]/.test(path) && !pathsOf(only).includes(path))) return false;
	const name = /^(?:.*template\.)?metadata\.(\w+)$/.exec(path)?.[1];
	return name === undefined || !metadata || pathsOf(metadata === USUAL ? EMBEDDED_METADATA : metadata).includes(name);
}
