import { unescapedName } from '../../schema/json-pointer';
import { type Fields, get, isFields, textAt, type Value } from './object';
import { type Gvk, idOf, type Resource } from './resource';

/** What an OpenAPI document of the user's own says: types by `apiVersion/Kind`, and which kinds are surely in no namespace. */
export interface OwnSchema {
	readonly definitions: Fields;
	readonly types: ReadonlyMap<string, Fields>;
	readonly clusterScoped: ReadonlySet<string>;
}

/** kyaml/openapi globalSchema: what a build goes by when it merges. A file of the user's own stands instead of what kustomize carries, unless that was used before. */
export interface Schemas {
	isSet: boolean;
	isBuiltinUsed: boolean;
	own?: OwnSchema;
}

/** Nothing but what kustomize carries. */
export const noSchemas = (): Schemas => ({ isSet: false, isBuiltinUsed: false });

/** A type of the user's own in the midst of a merge, with all that it may refer to. */
export interface OwnType {
	readonly type: Fields;
	readonly definitions: Fields;
}

/** The kinds that a type or a path of a document is of, as `apiVersion/Kind`. */
export function kindsOf(value: Value | undefined): readonly string[] {
	const kinds = get(value, 'x-kubernetes-group-version-kind');
	return (Array.isArray(kinds) ? kinds : [kinds]).flatMap((kind) =>
		isFields(kind) ? keyOf({ group: textAt(kind, 'group'), version: textAt(kind, 'version'), kind: textAt(kind, 'kind') }) : [],
	);
}

const keyOf = ({ group, version, kind }: Gvk): string => `${group === '' ? version : `${group}/${version}`}/${kind}`;

/** IsCertainlyClusterScoped, by a document of the user's own: such objects are in no namespace. */
export function scopeOwn(resources: readonly Resource[], { own }: Schemas): void {
	if (!own || own.clusterScoped.size === 0) return;
	for (const resource of resources) {
		resource.isClusterScoped = own.clusterScoped.has(keyOf(idOf(resource)));
		// What was known before goes by another schema.
		delete resource.known;
	}
}

export function ownType({ own }: Schemas, apiVersion: string, kind: string): OwnType | undefined {
	const type = own?.types.get(`${apiVersion}/${kind}`);
	return type && own && { type, definitions: own.definitions };
}

/** ResourceSchema.Field, and for a list its Elements. */
export function ownBelow(holder: OwnType, field: string): OwnType | undefined {
	const below = fieldOf(holder, field);
	return below && isList(below.type) ? resolved(get(below.type, 'items'), below.definitions) : below;
}

/** ResourceSchema.PatchStrategyAndKeyList; undefined for a list that is replaced. */
export function ownKeys(holder: OwnType, field: string): readonly string[] | undefined {
	const type = fieldOf(holder, field)?.type;
	if (!textAt(type, 'x-kubernetes-patch-strategy').split(',').includes('merge')) return undefined;
	const [keys, key] = [get(type, 'x-kubernetes-list-map-keys'), textAt(type, 'x-kubernetes-patch-merge-key')];
	return Array.isArray(keys) ? keys.map(String) : key === '' ? [] : [key];
}

function fieldOf({ type, definitions }: OwnType, field: string): OwnType | undefined {
	return resolved(get(get(type, 'properties'), field) ?? get(type, 'additionalProperties'), definitions);
}

const isList = (type: Fields): boolean => [get(type, 'type')].flat().join() === 'array';

const MOST_REFERENCES = 20;

function resolved(value: Value | undefined, definitions: Fields): OwnType | undefined {
	let now = value;
	for (let left = MOST_REFERENCES; left > 0 && textAt(now, '$ref') !== ''; left--) {
		const [, name = ''] = /^#\/definitions\/(.*)$/.exec(textAt(now, '$ref')) ?? [];
		now = get(definitions, unescapedName(name));
	}
	return isFields(now) ? { type: now, definitions } : undefined;
}
