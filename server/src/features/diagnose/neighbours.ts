import type { Config, Named, Neighbours, Other, PodMaker } from '../../advice/neighbours';
import { subjectOf } from '../../advice/subject';
import type { File, Manifest, Section } from '../../manifest/read';
import { toJson } from '../../yaml/json';
import { entryOf, type Node, textOf } from '../../yaml/node';
import { keysOf, objectsOf } from '../objects';
import type { Judgement } from './judge';

/** An object of a document that is none of ours, and where it is written. */
export interface PlacedOther {
	readonly other: Other;
	readonly node: Node;
}

export interface FileView {
	readonly neighbours: Neighbours;
	/** What a manifest is among them. */
	readonly makers: ReadonlyMap<Manifest, PodMaker>;
	readonly others: ReadonlyMap<Section, readonly PlacedOther[]>;
}

/** What the objects of a file are to one another. `judged` gives ours as the server would have them. */
export function viewOf(file: File, judged: (manifest: Manifest) => Judgement): FileView {
	const read = file.sections.filter(isSound);
	const strangers = read.map((section) => ({
		section,
		// What is filled in later may be what is looked for.
		isKnown: !section.document.placeholders?.length,
		nodes: objectsOf(section.document.root).filter((node) => !section.manifests.some((one) => one.node === node)),
	}));
	if (strangers.every(({ nodes }) => nodes.length === 0)) return NO_STRANGERS;
	const makers = new Map(
		read.flatMap(({ manifests }) => manifests.filter(({ embedded }) => !embedded).map((manifest) => [manifest, makerOf(manifest, judged(manifest))] as const)),
	);
	const all = strangers.flatMap(({ nodes, isKnown }) => nodes.map((node) => ({ node, named: namedOf(node), isKnown })));
	const neighbours = {
		makers: [...makers.values()],
		configs: all.flatMap(({ node, named, isKnown }) => (isKnown ? configOf(node, named) : [])),
		all: [...makers.values(), ...all.map(({ named }) => named)],
		whole: read.length === file.sections.length && all.every(({ named }) => makesNoPods(named)),
	};
	// Without pods beside it nothing is said of an object, so it need not be read.
	const others = new Map(makers.size === 0 ? [] : strangers.map(({ section, nodes, isKnown }) => [section, isKnown ? nodes.flatMap(otherOf) : []] as const));
	return { neighbours, makers, others };
}

/** Ours say nothing of one another: without others among them nobody looks. */
const NO_STRANGERS: FileView = { neighbours: { makers: [], configs: [], all: [], whole: true }, makers: new Map(), others: new Map() };

/** The tree of a broken document is a guess. */
export const isSound = ({ document, separatorFault }: Section): boolean => document.faults.length === 0 && separatorFault === undefined;

function makerOf(manifest: Manifest, { object, decoded }: Judgement): PodMaker {
	const open = manifest.part !== undefined || decoded.unknown.length > 0 || decoded.faults.length > 0;
	return { ...namedOf(manifest.node), kind: manifest.kind.kind, subject: subjectOf(manifest.kind.kind, object), open };
}

function namedOf(node: Node): Named {
	const meta = entryOf(node, 'metadata')?.value;
	const namespace = textOf(meta, 'namespace');
	return {
		apiVersion: textOf(node, 'apiVersion') ?? '',
		kind: textOf(node, 'kind') ?? '',
		name: textOf(meta, 'name') ?? '',
		...(namespace ? { namespace } : {}),
	};
}

const CONFIGS: Readonly<Record<string, readonly string[]>> = { ConfigMap: ['data', 'binaryData'], Secret: ['data', 'stringData'] };

function configOf(node: Node, named: Named): readonly Config[] {
	const fields = named.apiVersion === 'v1' && Object.hasOwn(CONFIGS, named.kind) ? CONFIGS[named.kind] : undefined;
	return fields ? [{ ...named, keys: keysOf(node, ...fields) }] : [];
}

const READ: ReadonlySet<string> = new Set(['Service', 'PodDisruptionBudget', 'NetworkPolicy', 'HorizontalPodAutoscaler']);

function otherOf(node: Node): readonly PlacedOther[] {
	const named = namedOf(node);
	return READ.has(named.kind) ? [{ node, other: { ...named, value: toJson(node) } }] : [];
}

/** Kubernetes' own groups but for those of workloads: whatever else there is may make pods. */
const makesNoPods = ({ apiVersion }: Named): boolean =>
	/^(?:v1|(?:policy|autoscaling|networking\.k8s\.io|rbac\.authorization\.k8s\.io|storage\.k8s\.io|scheduling\.k8s\.io|apiextensions\.k8s\.io|admissionregistration\.k8s\.io|gateway\.networking\.k8s\.io|coordination\.k8s\.io|node\.k8s\.io)\/\S+)$/.test(
		apiVersion,
	);
