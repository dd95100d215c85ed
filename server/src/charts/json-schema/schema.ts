import { goQuote } from '../../schema/go-quote';
import { escapedName, unescapedName } from '../../schema/json-pointer';
import { kept } from '../../schema/remember';
import { compileRegexp, type Regexp } from '../../templates/regexp/regexp';
import { type Dict, Fault, isDict, isList, type Value } from '../../templates/value';

/** The versions of JSON Schema; the newest is meant where none is named. */
export type Draft = 4 | 6 | 7 | 2019 | 2020;

/** A schema that other schemas can name: it has an id, or is the outermost. */
interface Resource {
	/** An absolute URL. */
	readonly id: string;
	readonly pointer: string;
	readonly draft: Draft;
	/** Of `$anchor` and `$dynamicAnchor`: where they are. */
	readonly anchors: Map<string, string>;
	readonly dynamic: Set<string>;
	readonly isRecursive: boolean;
}

/** A schema at its place in a document. There is one object for each place. */
export interface Schema {
	readonly json: Value;
	/** The JSON pointer that leads to it. */
	readonly pointer: string;
	readonly resource: Resource;
	readonly document: Document;
}

/** What a schema says: nothing where it is true or false. */
export const rulesOf = ({ json }: Pick<Schema, 'json'>): Dict => (isDict(json) ? json : new Map());

/** Where Helm takes a chart's schema to be. */
export const ROOT = 'file:///values.schema.json';

const DRAFTS: ReadonlyMap<string, Draft> = new Map([
	['schema', 2020],
	['draft/2020-12/schema', 2020],
	['draft/2019-09/schema', 2019],
	['draft-07/schema', 7],
	['draft-06/schema', 6],
	['draft-04/schema', 4],
]);

/** How the schema of a version's schemas is called. */
export const draftUrl = (draft: Draft): string => `http${draft < 2019 ? '' : 's'}://json-schema.org/${[...DRAFTS].findLast(([, one]) => one === draft)?.[0]}`;

/** A document of schemas: the places in it, and what references in it lead to. */
export interface Document {
	/** The place that a JSON pointer leads to; undefined where it leads nowhere. */
	readonly at: (pointer: string) => Schema | undefined;
	/** What a reference of a schema leads to; undefined where that is a schema of all schemas, or has but a name: they hold. */
	readonly resolve: (reference: string, from: Schema) => Schema | Fault | undefined;
	/** A regular expression of Go's, read once. */
	readonly expression: (source: string) => Regexp | Fault;
}

/** The schema that stands below another under a keyword, or under a name or an index there. */
export const below = ({ pointer, document }: Schema, keyword: string, name?: string | number): Schema | undefined =>
	document.at(`${pointer}/${keyword}${name === undefined ? '' : `/${escapedName(String(name))}`}`);

/** Reads a schema, the outermost of its document; a fault where its `$schema` is none that is known, or two of its schemas share an id. */
export function schemaOf(json: Value): Schema | Fault {
	const resources = new Map<string, Resource>();
	const places = new Map<string, Schema | undefined>();
	const expressions = new Map<string, Regexp | Fault>();
	const document: Document = { at, resolve, expression: (source) => kept(expressions, source, () => compileRegexp(source)) };

	function at(pointer: string): Schema | undefined {
		return kept(places, pointer, () => {
			let above = pointer;
			while (above && !resources.has(above)) above = above.slice(0, Math.max(0, above.lastIndexOf('/')));
			const [found, resource] = [pointedAt(json, pointer), resources.get(above)];
			return found === undefined || !resource ? undefined : { json: found, pointer, resource, document };
		});
	}

	function resolve(reference: string, { resource }: Schema): Schema | Fault | undefined {
		const [url = '', fragment = ''] = reference.split('#', 2);
		const id = joined(resource.id, url);
		const target = id === ROOT ? resources.get('') : withId(id);
		if (!target) return isHarmless(id) ? undefined : loadFault(id);
		const name = unescaped(fragment);
		const anchored = name === '' || name.startsWith('/') ? target.pointer + name : target.anchors.get(name);
		if (anchored === undefined) return new Fault(`anchor in ${goQuote(`${id}#${fragment}`)} not found in schema ${goQuote(ROOT)}`);
		return at(anchored) ?? new Fault(`json-pointer in ${goQuote(`${ROOT}#${anchored}`)} not found`);
	}

	function withId(id: string): Resource | undefined {
		return [...resources.values()].find((one) => one.id === id);
	}

	/** roots.collectResources: all schemas below a place that have an id or an anchor. */
	function collect(json: Value, pointer: string, above?: Resource): Fault | undefined {
		const schema = rulesOf({ json });
		const named = schema.get('$schema');
		const draft = typeof named === 'string' ? draftOf(named) : (above?.draft ?? 2020);
		if (draft instanceof Fault) return draft;
		const [id = ''] = idOf(schema, draft);
		let resource = above;
		if (!resource || id !== '') {
			const own = joined(above?.id ?? ROOT, id);
			const other = withId(own);
			if (other) return new Fault(`duplicate id ${goQuote(own)} in ${goQuote(ROOT)} at ${goQuote(pointer)} and ${goQuote(other.pointer)}`);
			resource = { id: own, pointer, draft, anchors: new Map(), dynamic: new Set(), isRecursive: schema.get('$recursiveAnchor') === true };
			resources.set(pointer, resource);
		}
		addAnchors(schema, resource, pointer);
		for (const [way, child] of subschemas(schema)) {
			const fault = collect(child, `${pointer}/${way}`, resource);
			if (fault) return fault;
		}
		return undefined;
	}

	// There is always one at the root.
	return collect(json, '') ?? at('') ?? new Fault('EOF');
}

/** What stands where a JSON pointer leads. */
function pointedAt(json: Value, pointer: string): Value | undefined {
	let at: Value | undefined = json;
	for (const name of pointer.split('/').slice(1).map(unescapedName))
		at = isDict(at) ? at.get(name) : isList(at) ? at[/^\d+$/.test(name) ? Number(name) : -1] : undefined;
	return at;
}

function draftOf(url: string): Draft | Fault {
	const [place = '', fragment] = url.split('#', 2);
	return (fragment ? undefined : knownDraft(place)) ?? loadFault(place);
}

const knownDraft = (url: string): Draft | undefined => DRAFTS.get(url.replace(/^https?:\/\/json-schema\.org\//, ''));

/** Helm's URN resolver takes what it does not know for a schema that all meets. */
const isHarmless = (url: string): boolean => url.startsWith('urn:') || knownDraft(url) !== undefined;

/** What Helm would fetch from the network; here nothing is fetched. */
export class Unfetched extends Fault {
	constructor(readonly url: string) {
		super(`failing loading ${goQuote(url)}: nothing is fetched here`);
	}
}

/** LoadURLError: Helm stops where a file is not there. */
function loadFault(url: string): Fault {
	const path = /^file:\/\/[^/]*(.*)$/.exec(url)?.[1];
	return path === undefined ? new Unfetched(url) : new Fault(`failing loading ${goQuote(url)}: open ${path}: no such file or directory`);
}

function textIn(schema: Dict, name: string): string {
	const value = schema.get(name);
	return typeof value === 'string' ? value : '';
}

/** Draft.getID, and its fragment. */
const idOf = (schema: Dict, draft: Draft): readonly string[] =>
	draft < 2019 && schema.has('$ref') ? [] : textIn(schema, draft === 4 ? 'id' : '$id').split('#');

function addAnchors(schema: Dict, { draft, anchors, dynamic }: Resource, pointer: string): void {
	const dynamicAnchor = draft < 2020 ? '' : textIn(schema, '$dynamicAnchor');
	if (dynamicAnchor) dynamic.add(dynamicAnchor);
	const own = draft < 2019 ? (idOf(schema, draft)[1] ?? '') : textIn(schema, '$anchor');
	for (const name of [own, dynamicAnchor]) if (name !== '' && !name.startsWith('/')) anchors.set(name, pointer);
}

/** Under which names a schema holds another, a list of others, or others by name. */
const ONE = 'not if then else items additionalItems additionalProperties contains propertyNames unevaluatedItems unevaluatedProperties contentSchema'.split(
	' ',
);
const LIST = 'allOf anyOf oneOf items prefixItems'.split(' ');
const NAMED = 'definitions $defs properties patternProperties dependencies dependentSchemas'.split(' ');

/** The schemas right below one, with the way to each. */
export function subschemas(schema: Dict): readonly (readonly [string, Value])[] {
	const found: (readonly [string, Value])[] = [];
	for (const name of ONE) {
		const one = schema.get(name);
		if (isDict(one) || typeof one === 'boolean') found.push([name, one]);
	}
	for (const name of LIST) {
		const list = schema.get(name);
		if (isList(list)) found.push(...list.map((one, i) => [`${name}/${i}`, one] as const));
	}
	for (const name of NAMED) {
		const dict = schema.get(name);
		// Of `dependencies` some are lists of names.
		if (isDict(dict)) found.push(...[...dict].filter(([, one]) => !isList(one)).map(([key, one]) => [`${name}/${escapedName(key)}`, one] as const));
	}
	return found;
}

/** A reference from a base, as net/url resolves it. */
function joined(base: string, reference: string): string {
	if (reference === '') return base;
	return URL.canParse(reference, base) ? new URL(reference, base).href : reference;
}

function unescaped(text: string): string {
	return text.replace(/(%[0-9a-fA-F]{2})+/g, (bytes) =>
		new TextDecoder().decode(Uint8Array.from(bytes.slice(1).split('%'), (hex) => Number.parseInt(hex, 16))),
	);
}
