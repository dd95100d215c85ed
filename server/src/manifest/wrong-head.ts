import { goQuote } from '../schema/go-quote';
import { goneSince, isOurVersion, KINDS, type Kind, type KindName, kindCalled, kindMeant, kindOf } from '../schema/kinds';
import { nearest } from '../schema/nearest';
import { contentOf, replaceValue } from '../yaml/edit';
import { sortedJson, toJson } from '../yaml/json';
import { lineStart } from '../yaml/lines';
import { asMeant } from '../yaml/look-alikes';
import { type Entry, entryOf, type MapNode, type Node, nodeAt, type Range } from '../yaml/node';
import { resolve, resolveKey } from '../yaml/scalar';
import { type Edit, likewise } from '../yaml/text-edit';
import { headOf } from './head';

/** An object that is none of ours only for what it says it is. */
export interface WrongHead {
	readonly code: /** its kind is where no server answers for it any more, or */
		| 'head/former-version'
		/** never was, */
		| 'head/version'
		/** its kind is written otherwise, */
		| 'head/kind'
		/** one of the two is not there, or is no text, */
		| 'head/no-version'
		| 'head/no-kind'
		/** or it is no object at all. */
		| 'head/no-object';
	/** kubectl's sentence: meta.NoKindMatchError, runtime.NewMissingKindErr and NewMissingVersionErr. */
	readonly message: string;
	/** In the document. */
	readonly range: Range;
	/** Where it says what it is: its keys with their values. */
	readonly places: readonly Range[];
	/** What it says, as far as it says anything, and what that means. */
	readonly apiVersion?: string;
	readonly kind?: string;
	readonly meant?: Kind;
	/** The minor version since which no server answers. */
	readonly goneSince?: number;
	/** What makes it right, in order. */
	readonly edits: readonly Edit[];
}

/** The entries that say what an object is, under their own names or misspelt ones. */
interface Written {
	readonly node: MapNode;
	/** Of the document. */
	readonly text: string;
	readonly apiVersion: Entry | undefined;
	readonly kind: Entry | undefined;
}

/** What is wrong with the head of an object that is, or means to be, one of ours; undefined for what is right, and for what is somebody else's. */
export function wrongHead(node: Node, text: string): WrongHead | undefined {
	if (node.kind !== 'map') return undefined;
	const written: Written = { node, text, apiVersion: entryNear(node, 'apiVersion'), kind: entryNear(node, 'kind') };
	const [apiVersion, kind] = [textOf(written.apiVersion), textOf(written.kind)];
	if (isExact(written) && kindOf(apiVersion, kind)) return undefined;
	// The two may have changed places, or one of them stands in both.
	const named = apiVersion === undefined ? undefined : kindCalled(asMeant(apiVersion));
	if (apiVersion !== undefined && !named && !isOurVersion(withoutNote(apiVersion))) return undefined;
	const meant =
		kind === undefined
			? kindByShape(node, apiVersion)
			: isOurVersion(kind) && !kindMeant(kind)
				? (named ?? kindByShape(node, apiVersion))
				: (kindMeant(withoutNote(kind)) ?? kindHeld(node, apiVersion, kind));
	// Without a kind, or without a version, only what it holds tells that it is ours.
	if (kind === undefined ? !hasOurShape(node, apiVersion) : !meant) return undefined;
	if (apiVersion === undefined && !holdsParts(node)) return undefined;
	return faultOf(written, apiVersion, kind, meant);
}

/** `Pod // the web`: what is no comment to YAML is part of the text. */
const withoutNote = (text: string): string => (asMeant(text).split(/\/\/|--|[;,]/, 1)[0] ?? '').trimEnd();

const isExact = ({ apiVersion, kind }: Written): boolean => apiVersion?.key.text === 'apiVersion' && kind?.key.text === 'kind';

function faultOf(written: Written, apiVersion: string | undefined, kind: string | undefined, meant: Kind | undefined): WrongHead {
	const edits = meant ? [...mended(written, 'apiVersion', meant.apiVersion), ...mended(written, 'kind', meant.kind)] : [];
	const gone = apiVersion === undefined || kind === undefined ? undefined : goneSince(apiVersion, kind);
	const common = {
		...(apiVersion === undefined ? {} : { apiVersion }),
		...(kind === undefined ? {} : { kind }),
		...(meant ? { meant } : {}),
		...(gone === undefined ? {} : { goneSince: gone }),
		places: [written.apiVersion, written.kind].flatMap((entry) =>
			entry ? { start: entry.key.range.start, end: entry.value?.range.end ?? entry.key.range.end } : [],
		),
		edits: edits.toSorted((a, b) => a.range.start - b.range.start),
	};
	if (apiVersion === undefined || kind === undefined || !isExact(written)) {
		const noKind = kind === undefined || written.kind?.key.text !== 'kind';
		const [own, other] = noKind ? [written.kind, written.apiVersion] : [written.apiVersion, written.kind];
		return { ...common, code: noKind ? 'head/no-kind' : 'head/no-version', message: missing(written.node), range: rangeOf(written.node, own, other) };
	}
	const message = `no matches for kind ${goQuote(kind)} in version ${goQuote(apiVersion)}`;
	if (meant?.kind !== kind) return { ...common, code: 'head/kind', message, range: valueRange(written.kind) };
	return { ...common, code: gone === undefined ? 'head/version' : 'head/former-version', message, range: valueRange(written.apiVersion) };
}

/** What kubectl says of something that does not say what it is; it knows the names in these letters alone. */
export function missing(node: Node): string {
	const entries = node.kind === 'map' ? node.entries.filter(({ key }) => ['apiVersion', 'kind'].includes(key.text)) : [];
	const odd = entries.find(({ value }) => value && !(value.kind === 'scalar' && ['string', 'null'].includes(resolve(value).kind)));
	if (node.kind !== 'map' || odd) return headOf(node).fault ?? '';
	const name = textOf(entryOf(node, 'kind')) ? 'apiVersion' : 'Kind';
	return `Object '${name}' is missing in '${shortly(sortedJson(toJson(node)))}'`;
}

const LONGEST = 160;
const shortly = (json: string): string => (json.length <= LONGEST ? json : `${json.slice(0, LONGEST)}…`);

/** The entry of this name, or one that nearly has it and holds what would stand there. */
function entryNear(node: MapNode, name: 'apiVersion' | 'kind'): Entry | undefined {
	const isFitting = (one: Entry): boolean => (name === 'kind' ? kindMeant(textOf(one) ?? '') !== undefined : isOurVersion(textOf(one) ?? ''));
	return entryOf(node, name) ?? node.entries.find((one) => nearest(resolveKey(one.key) ?? '', [name]) && isFitting(one));
}

/** Whether one of the two is there under a misspelt name, which no object has, and no part of one. */
export const misspellsHead = (node: Node): boolean =>
	node.kind === 'map' && (['apiVersion', 'kind'] as const).some((name) => !entryOf(node, name) && entryNear(node, name) !== undefined);

/** A text that is not empty; anything else says nothing. */
function textOf(entry: Entry | undefined): string | undefined {
	const scalar = entry?.value?.kind === 'scalar' ? resolve(entry.value) : undefined;
	return scalar?.kind === 'string' && scalar.text !== '' ? scalar.text : undefined;
}

const valueRange = (entry: Entry | undefined): Range => entry?.value?.range ?? entry?.key.range ?? { start: 0, end: 0 };

/** The misspelt name, the value that says nothing, else the other of the two or the first key. */
function rangeOf(node: MapNode, own: Entry | undefined, other: Entry | undefined): Range {
	if (own) return own.value && (own.key.text === 'kind' || own.key.text === 'apiVersion') ? own.value.range : own.key.range;
	return (other ?? node.entries[0])?.key.range ?? node.range;
}

/** What makes an entry say what was meant: its name, its value, or all of it. */
function mended(written: Written, name: 'apiVersion' | 'kind', value: string): readonly Edit[] {
	const { node, text, [name]: own } = written;
	if (!own) return inserted(written, name, value);
	const renamed: Edit[] = own.key.text === name ? [] : [{ range: own.key.range, text: likewise(name, own.key.range, text) }];
	if (textOf(own) === value) return renamed;
	if (own.value?.kind === 'scalar') {
		const range = contentOf(text, own.value.range);
		return [...renamed, { range, text: likewise(value, range, text) }];
	}
	return own.value ? [] : [...renamed, replaceValue(text, node, own, value)];
}

/** A line of its own beside the other of the two, which it follows if it is the kind; between brackets a comma is enough. */
function inserted({ node, text, apiVersion, kind }: Written, name: 'apiVersion' | 'kind', value: string): readonly Edit[] {
	const other = name === 'kind' ? apiVersion : kind;
	const beside = other ?? node.entries[0];
	if (!beside) return [];
	const isJson = text.charAt(beside.key.range.start) === '"';
	const column = beside.key.range.start - lineStart(text, beside.key.range.start);
	const between = node.flow ? ', ' : `\n${' '.repeat(column)}`;
	const written = isJson ? `${JSON.stringify(name)}: ${JSON.stringify(value)}` : `${name}: ${value}`;
	const behind = other?.value && name === 'kind' ? contentOf(text, other.value.range).end : undefined;
	const at = behind ?? beside.key.range.start;
	return [{ range: { start: at, end: at }, text: behind === undefined ? written + between : between + written }];
}

/** Whether it has what nearly every object has, and settings of other programs that speak of kinds have not. */
const holdsParts = (node: MapNode): boolean =>
	containersIn(node) !== undefined || ['metadata', 'spec'].some((name) => entryOf(node, name)?.value?.kind === 'map');

/** Whether an object without a kind is one of ours: nearly all of a named group are, else it holds containers as ours do. */
const hasOurShape = (node: MapNode, apiVersion: string | undefined): boolean =>
	apiVersion !== undefined && (containersIn(node) !== undefined || (apiVersion.includes('/') && entryOf(node, 'spec') !== undefined));

/** The way to the containers of an object, as its keys. */
function containersIn(node: MapNode): string | undefined {
	return ['spec', 'template.spec', 'spec.template.spec', 'spec.jobTemplate.spec.template.spec'].find((way) => at(node, `${way}.containers`));
}

const at = (node: Node, way: string): Node | undefined => nodeAt(node, way.split('.'));

/** The kind that an object without one has, going by what it holds and the group it names. */
function kindByShape(node: MapNode, apiVersion: string | undefined): Kind | undefined {
	const way = containersIn(node);
	const has = (key: string): boolean => at(node, `spec.${key}`) !== undefined;
	const named = (kind: KindName): Kind | undefined => KINDS.find((one) => one.kind === kind);
	if (way === undefined) return undefined;
	if (way === 'spec') return named('Pod');
	if (way === 'template.spec') return named('PodTemplate');
	if (way.includes('jobTemplate')) return named('CronJob');
	if (apiVersion?.includes('batch')) return named('Job');
	if (!apiVersion?.includes('/')) return named('ReplicationController');
	if (has('serviceName') || has('volumeClaimTemplates')) return named('StatefulSet');
	return named(has('updateStrategy') && !has('replicas') ? 'DaemonSet' : 'Deployment');
}

/**
 * What an object is by what it holds, where its version has all its kinds from Kubernetes and none of that name. A Pod apart, `v1` once had others' kinds as well: those of
 * OpenShift. What is all capitals is filled in by somebody.
 */
function kindHeld(node: MapNode, apiVersion: string | undefined, kind: string): Kind | undefined {
	const held = /^(?![A-Z_]+$)[A-Za-z][\w-]*$/.test(kind) ? kindByShape(node, apiVersion) : undefined;
	return held?.apiVersion === apiVersion && (apiVersion !== 'v1' || held?.kind === 'Pod') ? held : undefined;
}

/** Of a text that plainly means to be one of ours and is no object, or not the one it looks like. */
export function noObject(root: Node, text: string): WrongHead {
	const found = wrongHead(root, text);
	const range = (root.kind === 'map' ? root.entries[0]?.key.range : undefined) ?? firstLine(root, text);
	return found ?? { code: root.kind === 'map' ? 'head/no-kind' : 'head/no-object', message: missing(root), range, places: [range], edits: [] };
}

function firstLine({ range }: Node, text: string): Range {
	const line = text.indexOf('\n', range.start);
	return { start: range.start, end: line < 0 ? range.end : Math.min(range.end, line) };
}
