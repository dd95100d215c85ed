import type { Manifest } from '../../manifest/read';
import type { Segment } from '../../schema/field-path';
import { contentOf } from '../../yaml/edit';
import { entryOf, type Node, nodeAt, type Range, type ScalarNode, textOf } from '../../yaml/node';
import { resolve } from '../../yaml/scalar';
import { type Place, placeOf } from '../place';
import { detailOf, ownText } from './detail';
import { ELSEWHERE, GIVES, isNamespaced, type Naming, own, patternOf, REFERENCES, type Thing, thingOf, type Used, usedAt } from './naming';
import type { IndexedObject, Occurrence } from './occurrence';
import type { Selector } from './selector';
import type { At } from './walk';

/** An object while it is read. */
export interface Reading {
	readonly object: Omit<IndexedObject, 'selectors' | 'occurrences'> & { readonly selectors: Selector[]; readonly occurrences: Occurrence[] };
	readonly node: Node;
	/** What it is, where it is one of ours. */
	readonly manifest: OfKind | undefined;
	readonly text: string;
	/** It is merged into an object, and bears that one's name. */
	readonly isPatch: boolean;
	/** Images that kustomizations call by their names. */
	readonly images: readonly string[];
}

type OfKind = Pick<Manifest, 'kind'>;

/** Notes the names that a scalar gives or uses. */
export function readName(reading: Reading, at: At): void {
	const { object, manifest, isPatch } = reading;
	if (!at.isKey && at.path.length === 2 && at.path[0] === 'metadata' && at.path[1] === 'name') {
		if (isName(at.node)) put(reading, at, { thing: object.kind, gives: !isPatch });
		// A Pod's name has no other meaning, nor has that of what is not ours.
		return;
	}
	if (manifest) inPod(reading, at, manifest);
	else elsewhere(reading, at);
}

const isName = (node: ScalarNode): boolean => node.text !== '' && node.tag !== '!!binary' && resolve(node).kind === 'string';

const FIELDS: ReadonlySet<Segment> = new Set(
	[...Object.keys(GIVES), ...Object.keys(REFERENCES), 'KeyToPath.key'].map((one) => one.slice(one.indexOf('.') + 1)),
);
/** Of a pod's texts those in which `$(NAME)` is a variable: kubelet's makeEnvironmentVariables, ExpandContainerCommandAndArgs. */
const EXPANDED: ReadonlySet<string> = new Set(['Container.args', 'Container.command', 'EnvVar.value', 'EphemeralContainer.args', 'EphemeralContainer.command']);

function inPod(reading: Reading, at: At, manifest: OfKind): void {
	const { node, path } = at;
	if (at.isKey) return inKey(reading, at, manifest);
	if (isDefaultContainer(manifest, path)) return put(reading, at, { thing: 'container' });
	if (isImage(path)) return image(reading, at);
	if (isJobName(manifest, path)) return put(reading, at, { thing: 'Job' });
	const isExpanded = node.text.includes('$(');
	const last = path.findLast((segment) => typeof segment === 'string');
	if (!isExpanded && (last === undefined || !FIELDS.has(last))) return;
	const place = placeOf(manifest.kind.kind, path);
	if (!place || node.text === '') return;
	const field = `${place.struct}.${place.field.name}`;
	if (isExpanded && EXPANDED.has(field)) return variables(reading, at);
	// A claim template of a StatefulSet is a volume of its pods.
	const isTemplate = path[1] === 'volumeClaimTemplates' && field === 'ObjectMeta.name';
	const thing = isTemplate ? 'volume' : GIVES[field];
	const used = thing === undefined ? usedAt(place) : undefined;
	if (thing !== undefined) put(reading, at, { thing: numbered(thing, node), gives: true, ...inContainer(reading, thing, path) });
	else if (used) use(reading, at, used, place);
}

const isImage = (path: readonly Segment[]): boolean => path.at(-1) === 'image' && typeof path.at(-2) === 'number' && CONTAINERS.test(String(path.at(-3)));
const CONTAINERS = /[cC]ontainers$/;

/** What kustomizations know an image by, whatever its tag and digest: sigs.k8s.io/kustomize/api/image IsImageMatched. */
function image(reading: Reading, { node }: At): void {
	const name = reading.images.find((one) => node.text.startsWith(one) && TAG_AND_DIGEST.test(node.text.slice(one.length)));
	const at = name === undefined ? -1 : reading.text.slice(node.range.start, node.range.end).indexOf(name);
	if (name === undefined || at < 0) return;
	const range = { start: node.range.start + at, end: node.range.start + at + name.length };
	add(reading, { thing: 'image', name, gives: true, owner: '', range, whole: range, prefix: '', written: 'within' });
}

const TAG_AND_DIGEST = /^(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$/;

function use(reading: Reading, at: At, used: Used, { segments }: Place): void {
	const thing = numbered(used.thing, at.node);
	if (!used.owner) return put(reading, at, { thing, ...inContainer(reading, thing, segments), ...broughtIn(reading, segments) });
	const owner = nodeAt(reading.node, used.owner);
	if (owner?.kind === 'scalar') put(reading, at, { thing, owner: owner.text });
}

/** A port is known by its number too. */
const numbered = (thing: Thing, node: ScalarNode): Thing => (thing === 'port' && resolve(node).kind !== 'string' ? 'port number' : thing);

/** Ports and variables are told apart by their containers. */
function inContainer(reading: Reading, thing: Thing, path: readonly Segment[]): { readonly owner?: string } {
	if (thing !== 'variable' && !thing.startsWith('port')) return {};
	return { owner: containerOf(reading, path) };
}

/** What stands in `envFrom` of a container. */
function broughtIn(reading: Reading, segments: readonly Segment[]): Pick<Occurrence, 'brings'> {
	if (segments.at(-4) !== 'envFrom') return {};
	const source = nodeAt(reading.node, segments.slice(0, -2));
	return { brings: { container: containerOf(reading, segments), prefix: ownText(textOf(source, 'prefix') ?? '') } };
}

/** The container that something stands in: by its place, or by its name where patches call it by that. */
function containerOf({ object, node }: Reading, path: readonly Segment[]): string {
	const at = path.findLastIndex((segment) => typeof segment === 'string' && CONTAINERS.test(segment));
	const way = path.slice(0, at + 2);
	const name = object.isPatch || object.isPatched ? textOf(nodeAt(node, way), 'name') : undefined;
	return (name === undefined ? way : [...path.slice(0, at + 1), name]).join('/');
}

/** `$(NAME)`, unless its dollar is written twice: k8s.io/kubernetes/third_party/forked/golang/expansion Expand. */
const VARIABLE = /\$(\$|\(([^()\s]+)\))/g;

function variables(reading: Reading, at: At): void {
	const { start, end } = at.node.range;
	for (const { 2: name, index } of reading.text.slice(start, end).matchAll(VARIABLE)) {
		if (name === undefined) continue;
		const range = { start: start + index + 2, end: start + index + 2 + name.length };
		add(reading, { thing: 'variable', name, gives: false, owner: containerOf(reading, at.path), range, whole: range, prefix: '', written: 'within' });
	}
}

/** The annotations of a kind's pods. */
const areAnnotations = ({ kind }: OfKind, path: readonly Segment[]): boolean =>
	path.length === kind.template.length + 2 && path.at(-2) === 'metadata' && path.at(-1) === 'annotations';

/** The pod's annotation that tells kubectl which container is meant when none is named. */
const isDefaultContainer = (manifest: OfKind, path: readonly Segment[]): boolean =>
	path.at(-1) === 'kubectl.kubernetes.io/default-container' && areAnnotations(manifest, path.slice(0, -1));

/** The labels that tell the pods of a Job, which bear its name: validateGeneratedSelector. */
const isJobName = ({ kind }: OfKind, path: readonly Segment[]): boolean =>
	kind.kind === 'Job' && /^(?:batch\.kubernetes\.io\/)?job-name$/.test(String(path.at(-1))) && JOB_LABELS.has(path.slice(0, -1).join('.'));
const JOB_LABELS: ReadonlySet<string> = new Set(['spec.selector.matchLabels', 'spec.template.metadata.labels']);

/** Annotations that end with the name of a container. */
const OF_A_CONTAINER = /^container\.(?:apparmor\.security\.beta|seccomp\.security\.alpha)\.kubernetes\.io\//;

function inKey(reading: Reading, { node, path }: At, manifest: OfKind): void {
	const [prefix = ''] = OF_A_CONTAINER.exec(node.text) ?? [];
	const name = node.text.slice(prefix.length);
	if (!prefix || !name || !areAnnotations(manifest, path.slice(0, -1))) return;
	const { start, end } = node.range;
	// Where quotes or escapes are in the way, the whole key stands for the name.
	const at = reading.text.slice(start, end).lastIndexOf(name);
	const range = at < 0 ? node.range : { start: start + at, end: start + at + name.length };
	add(reading, { thing: 'container', name, gives: false, owner: '', range, whole: node.range, prefix, written: quoteOf(reading, node) ?? 'key' });
}

function elsewhere(reading: Reading, at: At): void {
	const { object } = reading;
	const table = own(ELSEWHERE, object.kind);
	if (!table || at.node.text === '') return;
	const naming = own(table, at.isKey ? `${patternOf(at.path.slice(0, -1))}.*` : patternOf(at.path));
	if (naming) name(reading, at, naming);
}

function name(reading: Reading, at: At, naming: Naming): void {
	const { object } = reading;
	const beside = at.above.at(-1);
	const said = naming.thing === undefined ? textOf(beside, 'kind') : undefined;
	const group = textOf(beside, 'apiVersion') ?? `${textOf(beside, 'apiGroup') ?? textOf(beside, 'group') ?? ''}/`;
	const thing = naming.thing ?? (said ? thingOf(group, said) : naming.usually);
	if (naming.among) for (const one of naming.among) put(reading, at, { thing: one });
	if (thing === undefined || NO_OBJECTS.has(thing)) return;
	const owner = ownerOf(object, at, naming);
	const namespace = textOf(beside, 'namespace');
	const through = naming.isSelected ? selectorIn(reading) : undefined;
	if (!naming.isSelected || through) {
		const more = {
			...(owner === undefined ? {} : { owner }),
			...(namespace && isNamespaced(thing) ? { namespace } : {}),
			...(through ? { selector: through } : {}),
		};
		const isMerged = naming.mayMerge && ['merge', 'replace'].includes(textOf(beside, 'behavior') ?? '');
		put(reading, at, { thing: numbered(thing, at.node), ...(naming.gives && !isMerged ? { gives: true } : {}), ...more });
	}
	if (naming.without && !entryOf(beside, naming.without.field)) name(reading, at, naming.without.naming);
}

/** Whom authentication knows, and the API does not: k8s.io/api/rbac/v1 Subject. */
const NO_OBJECTS: ReadonlySet<Thing> = new Set(['Group', 'User']);

/** By which an object selects what its ports are those of. */
function selectorIn({ node, object }: Reading): Selector | undefined {
	const entry = entryOf(entryOf(node, 'spec')?.value, object.kind === 'NetworkPolicy' ? 'podSelector' : 'selector');
	return entry && object.selectors.find(({ keys }) => keys[0]?.start === entry.key.range.start);
}

function ownerOf({ name: own }: IndexedObject, { above }: At, { owner }: Naming): string | undefined {
	if (owner === undefined || owner === 'self') return owner && own;
	return textOf(above.at(-1 - owner.up), owner.field);
}

interface Given {
	readonly thing: Thing;
	readonly gives?: boolean;
	readonly owner?: string;
	readonly namespace?: string;
	readonly selector?: Selector;
	readonly brings?: NonNullable<Occurrence['brings']>;
}

/** A name that is all of a scalar. A number is one for ports alone. */
function put(reading: Reading, at: At, { thing, gives = false, owner = '', namespace, selector, brings }: Given): void {
	const { node, isKey, above, isWithin } = at;
	if (!isKey && !(isName(node) || thing.endsWith('port number'))) return;
	const whole = isKey ? node.range : contentOf(reading.text, node.range);
	const range = withinQuotes(reading.text, node, whole);
	const detail = gives ? detailOf(thing, above, at.path, node) : undefined;
	const written = isWithin ? 'within' : (quoteOf(reading, node) ?? (isKey ? 'key' : isFlow(above.at(-1)) ? 'flow' : 'block'));
	const more = {
		...(namespace === undefined ? {} : { namespace }),
		...(selector ? { selector } : {}),
		...(brings ? { brings } : {}),
		...(detail ? { detail } : {}),
	};
	add(reading, { thing, name: node.text, gives, owner, range, whole, prefix: '', written, ...more });
}

/** The name without its quotes, where no escapes are in the way. */
export function withinQuotes(text: string, node: ScalarNode, whole: Range): Range {
	const within = { start: whole.start + 1, end: whole.end - 1 };
	return node.style === 'quoted' && text.slice(within.start, within.end) === node.text ? within : whole;
}

const isFlow = (node: Node | undefined): boolean => node !== undefined && node.kind !== 'scalar' && node.flow;

function quoteOf({ text }: Reading, { range, style }: ScalarNode): '"' | "'" | undefined {
	const first = text[range.start];
	return style === 'quoted' && (first === '"' || first === "'") ? first : undefined;
}

function add({ object }: Reading, one: Omit<Occurrence, 'object' | 'namespace'> & { readonly namespace?: string }): void {
	const namespace = isNamespaced(one.thing) ? (one.namespace ?? object.namespace) : '';
	object.occurrences.push({ ...one, thing: ownText(one.thing), name: ownText(one.name), owner: ownText(one.owner), namespace, object });
}
