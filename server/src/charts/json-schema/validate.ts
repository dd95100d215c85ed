import { type Dict, Fault, isDict, isList, type Value } from '../../templates/value';
import { count, type Failure, quote, quotes } from './failure';
import { countFaults, firstFault, isMatch, same, scalarFaults, texts, whole } from './keywords';
import { ROOT, type Schema } from './schema';

/** Whether a value is what a schema wants: jsonschema.Schema.Validate. What is wrong, outermost first; none where nothing is. */
export function validate(root: Schema, value: Value): readonly Failure[] {
	const failure = new Validation(root, value, [], { schema: root, value: 0, above: undefined }, false).run();
	return failure === undefined ? [] : failure.kind === 'group' ? failure.causes : [failure];
}

/** The schemas on the way to one; those with the same `value` look at the same value. */
interface Scope {
	readonly schema: Schema;
	readonly value: number;
	readonly above: Scope | undefined;
}

/** One value against one schema: jsonschema.validator. */
class Validation {
	private readonly failures: Failure[] = [];
	private readonly schema: Dict;
	/** What no keyword has looked at yet; undefined where nobody asks. */
	private leftNames: Set<string> | undefined;
	private leftItems: Set<number> | undefined;

	constructor(
		private readonly place: Schema,
		private readonly value: Value,
		private readonly at: readonly string[],
		private readonly scope: Scope,
		asked: boolean,
	) {
		this.schema = isDict(place.json) ? place.json : new Map();
		this.noteLeft(asked);
	}

	/** unevalFrom. */
	private noteLeft(asked: boolean): void {
		const { schema, value } = this;
		const isNew = this.place.draft >= 2019;
		if (isDict(value) && !schema.has('additionalProperties') && (asked || (isNew && schema.has('unevaluatedProperties'))))
			this.leftNames = new Set(value.keys());
		if (!isList(value) || !(asked || (isNew && schema.has('unevaluatedItems')))) return;
		const items = schema.get('items');
		const takesAll = this.place.draft >= 2020 ? items !== undefined : schema.has('additionalItems') || (items !== undefined && !isList(items));
		const first = this.place.draft >= 2020 ? schema.get('prefixItems') : items;
		const seen = isList(first) ? first.length : 0;
		if (!takesAll && seen < value.length) this.leftItems = new Set(Array.from({ length: value.length - seen }, (_, i) => seen + i));
	}

	run(): Failure | undefined {
		const { json, draft } = this.place;
		if (typeof json === 'boolean') return json ? undefined : this.failure('false schema');
		if (this.isCyclic())
			return this.failure(`both ${this.place.pointer}/$ref and ${this.place.pointer} resolve to "${ROOT}#${this.place.pointer}" causing reference cycle`);
		const early = firstFault(this.schema, draft, this.value);
		if (early !== undefined) return this.failure(early);
		if (this.schema.has('$ref')) {
			const failure = this.reference('$ref');
			if (draft < 2019) return failure;
			this.add(failure);
		}
		if (isDict(this.value)) this.object(this.value);
		else if (isList(this.value)) this.list(this.value);
		else for (const words of scalarFaults(this.schema, this.value, this.place.document)) this.fail(words);
		if (draft === 2019) this.add(this.reference('$recursiveRef'));
		if (draft >= 2020) this.add(this.reference('$dynamicRef'));
		this.combine();
		if (draft >= 2019) this.unevaluated();
		return this.failures.length > 1 ? this.failure('validation failed', this.failures, { kind: 'group' }) : this.failures[0];
	}

	private failure(words: string, causes: readonly Failure[] = [], more: Pick<Failure, 'kind' | 'names' | 'said'> = {}): Failure {
		return { at: this.at, words, causes, schema: this.place, value: this.value, ...more };
	}

	private add(failure: Failure | undefined): void {
		if (failure) this.failures.push(failure);
	}

	private fail(words: string, causes: readonly Failure[] = [], more: Pick<Failure, 'kind' | 'names' | 'said'> = {}): void {
		this.failures.push(this.failure(words, causes, more));
	}

	private failOf(kind: 'surplus' | 'missing', names: readonly string[], said: (names: readonly string[]) => string): void {
		if (names.length > 0) this.fail(said(names), [], { kind, names, said });
	}

	/** scope.checkCycle. */
	private isCyclic(): boolean {
		for (let above = this.scope.above; above && above.value === this.scope.value; above = above.above) if (above.schema === this.place) return true;
		return false;
	}

	/** The schema below a keyword. */
	private below(keyword: string, name?: string): Schema | undefined {
		return this.schema.has(keyword) ? this.place.document.below(this.place, keyword, name) : undefined;
	}

	/** validateSelf: the same value against another schema. */
	private self(schema: Schema | undefined): Failure | undefined {
		if (!schema) return undefined;
		const asked = (this.leftNames?.size ?? 0) + (this.leftItems?.size ?? 0) > 0;
		const inner = new Validation(schema, this.value, this.at, { schema, value: this.scope.value, above: this.scope }, asked);
		const failure = inner.run();
		if (failure) return failure;
		if (this.leftNames) this.leftNames = new Set([...this.leftNames].filter((name) => inner.leftNames?.has(name)));
		if (this.leftItems) this.leftItems = new Set([...this.leftItems].filter((item) => inner.leftItems?.has(item)));
		return undefined;
	}

	/** validateVal: a value within this one. */
	private inner(schema: Schema | undefined, value: Value, name: string): Failure | undefined {
		if (!schema) return undefined;
		return new Validation(schema, value, [...this.at, name], { schema, value: this.scope.value + 1, above: this.scope }, false).run();
	}

	/** validateRef. */
	private reference(keyword: '$ref' | '$recursiveRef' | '$dynamicRef'): Failure | undefined {
		const wanted = this.schema.get(keyword);
		if (typeof wanted !== 'string') return undefined;
		const found = this.place.document.resolve(wanted, this.place);
		if (!found || found instanceof Fault) return undefined;
		const target = keyword === '$ref' ? found : this.outermost(found, keyword, wanted);
		const failure = this.self(target);
		if (!failure) return undefined;
		return this.failure('validation failed', failure.kind === 'group' ? failure.causes : [failure], { kind: 'reference' });
	}

	/** resolveRecursiveAnchor and resolveDynamicAnchor: the outermost schema on the way here that has the anchor. */
	private outermost(found: Schema, keyword: '$recursiveRef' | '$dynamicRef', wanted: string): Schema {
		const [, anchor = ''] = wanted.split('#', 2);
		const isRecursive = keyword === '$recursiveRef';
		const isDynamic = ({ resource }: Schema): boolean => (isRecursive ? resource.isRecursive : resource.dynamic.has(anchor));
		let target = found;
		for (let scope: Scope | undefined = this.scope; isDynamic(found) && scope; scope = scope.above) {
			const { schema } = scope;
			const pointer = isRecursive ? schema.pointer : schema.resource.anchors.get(anchor);
			target = (isDynamic(schema) && pointer !== undefined ? schema.document.at(pointer) : undefined) ?? target;
		}
		return target;
	}

	private object(object: Dict): void {
		const { draft } = this.place;
		for (const words of countFaults(this.schema, 'Properties', object.size)) this.fail(words);
		const missing = texts(this.schema.get('required')).filter((name) => !object.has(name));
		this.failOf('missing', missing, (some) => `missing ${some.length === 1 ? 'property' : 'properties'} ${quotes(some)}`);
		this.dependencies('dependencies', object);
		this.properties(object);
		const names = draft >= 6 ? this.below('propertyNames') : undefined;
		if (names)
			for (const name of object.keys()) {
				const causes = validate(names, name);
				if (causes.length > 0) this.fail(`invalid propertyName ${quote(name)}`, causes, { kind: 'name', names: [name] });
			}
		if (draft >= 2019) {
			this.dependencies('dependentSchemas', object);
			this.dependencies('dependentRequired', object);
		}
	}

	private dependencies(keyword: string, object: Dict): void {
		const dependencies = this.schema.get(keyword);
		if (!isDict(dependencies)) return;
		for (const [name, wanted] of dependencies) {
			if (!object.has(name)) continue;
			const missing = texts(wanted).filter((one) => !object.has(one));
			this.failOf('missing', missing, (some) => `properties ${quotes(some)} required, if ${quote(name)} exists`);
			if (!isList(wanted)) this.add(this.self(this.below(keyword, name)));
		}
	}

	private properties(object: Dict): void {
		const [named, patterns, additional] = ['properties', 'patternProperties', 'additionalProperties'].map((keyword) => this.schema.get(keyword));
		const surplus: string[] = [];
		for (const [name, value] of [...object].sort(([a], [b]) => (a < b ? -1 : 1))) {
			const schemas = isDict(named) && named.has(name) ? [this.below('properties', name)] : [];
			if (isDict(patterns))
				for (const pattern of patterns.keys()) if (isMatch(this.place.document, pattern, name)) schemas.push(this.below('patternProperties', pattern));
			if (schemas.length === 0 && additional !== undefined) {
				if (additional === false) surplus.push(name);
				schemas.push(typeof additional === 'boolean' ? undefined : this.below('additionalProperties'));
			}
			for (const schema of schemas) this.add(this.inner(schema, value, name));
			if (schemas.length > 0) this.leftNames?.delete(name);
		}
		this.failOf('surplus', surplus, (some) => `additional properties ${quotes(some)} not allowed`);
	}

	private list(list: readonly Value[]): void {
		for (const words of countFaults(this.schema, 'Items', list.length)) this.fail(words);
		if (this.schema.get('uniqueItems') === true) {
			const later = list.findIndex((item, i) => list.slice(0, i).some((earlier) => same(earlier, item)));
			if (later > 0) this.fail(`items at ${list.findIndex((item) => same(item, list[later]))} and ${later} are equal`);
		}
		this.items(list);
		if (this.place.draft >= 6) this.contains(list);
	}

	private items(list: readonly Value[]): void {
		const [first, rest] = this.place.draft >= 2020 ? ['prefixItems', 'items'] : ['items', 'additionalItems'];
		const firsts = this.schema.get(first);
		// Before 2020 `items` that is no list is for all.
		const others = isList(firsts) ? rest : 'items';
		const known = isList(firsts) ? firsts.length : 0;
		const isClosed = others === 'additionalItems' && this.schema.get(others) === false;
		if (isClosed && list.length > known) this.fail(`last ${count(list.length - known)} additionalItem(s) not allowed`);
		for (const [i, item] of list.entries()) {
			const schema = i < known ? this.below(first, String(i)) : isClosed ? undefined : this.below(others);
			this.add(this.inner(schema, item, String(i)));
		}
	}

	private contains(list: readonly Value[]): void {
		const schema = this.below('contains');
		if (!schema) return;
		const matched: number[] = [];
		const failures: Failure[] = [];
		for (const [i, item] of list.entries()) {
			const failure = this.inner(schema, item, String(i));
			if (failure) failures.push(failure);
			else {
				matched.push(i);
				if (this.place.draft >= 2020) this.leftItems?.delete(i);
			}
		}
		const [least, most] = this.place.draft >= 2019 ? [whole(this.schema, 'minContains'), whole(this.schema, 'maxContains')] : [];
		const got = matched.length === 0 ? 'none matched' : `matched ${count(matched.length)} items at ${matched.join(' ')}`;
		if (least !== undefined && matched.length < least) this.fail(`min ${count(least)} items required to match contains schema, but ${got}`, failures);
		else if (least === undefined && matched.length === 0) this.fail('no items match contains schema', failures);
		if (most !== undefined && matched.length > most) this.fail(`max ${count(most)} items required to match contains schema, but ${got}`);
	}

	/** condValidate. */
	private combine(): void {
		const not = this.below('not');
		if (not && !this.self(not)) this.fail("'not' failed");
		const all = this.each('allOf').flatMap((schema) => this.self(schema) ?? []);
		if (all.length > 0) this.fail("'allOf' failed", all, { kind: 'all' });
		this.any();
		this.one();
		const condition = this.place.draft >= 7 ? this.below('if') : undefined;
		if (condition) this.add(this.self(this.below(this.self(condition) ? 'else' : 'then')));
	}

	private any(): void {
		const failures: Failure[] = [];
		let isMatched = false;
		for (const schema of this.each('anyOf')) {
			const failure = this.self(schema);
			if (failure) failures.push(failure);
			else isMatched = true;
			// What is left must be asked of all of them.
			if (isMatched && !this.leftNames?.size && !this.leftItems?.size) return;
		}
		if (!isMatched && failures.length > 0) this.fail("'anyOf' failed", failures);
	}

	private one(): void {
		const failures: Failure[] = [];
		let matched: number | undefined;
		for (const [i, schema] of this.each('oneOf').entries()) {
			const failure = this.self(schema);
			if (failure) failures.push(failure);
			else if (matched === undefined) matched = i;
			else {
				this.fail(`'oneOf' failed, subschemas ${matched}, ${i} matched`);
				return;
			}
		}
		if (matched === undefined && failures.length > 0) this.fail("'oneOf' failed, none matched", failures);
	}

	private each(keyword: string): readonly (Schema | undefined)[] {
		const list = this.schema.get(keyword);
		return isList(list) ? list.map((_, i) => this.below(keyword, String(i))) : [];
	}

	/** unevalValidate. */
	private unevaluated(): void {
		const [names, items] = [this.below('unevaluatedProperties'), this.below('unevaluatedItems')];
		if (names && isDict(this.value)) {
			for (const name of [...(this.leftNames ?? [])].sort()) this.add(this.inner(names, this.value.get(name) ?? null, name));
			this.leftNames = undefined;
		}
		if (items && isList(this.value)) {
			for (const item of this.leftItems ?? []) this.add(this.inner(items, this.value[item] ?? null, String(item)));
			this.leftItems = undefined;
		}
	}
}
