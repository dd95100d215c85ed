import { type Dict, Fault, isDict, isList, type Value } from '../../templates/value';
import { count, type Failure, quote, quotes } from './failure';
import { firstFault, isMatch, limitFaults, same, texts, whole } from './keywords';
import { below, ROOT, rulesOf, type Schema } from './schema';

/** Whether a value is what a schema wants: jsonschema.Schema.Validate. What is wrong, outermost first; none where nothing is. */
export function validate(root: Schema, value: Value): readonly Failure[] {
	const { failure } = checked({ place: root, at: [], above: undefined }, value, false);
	return failure ? apart(failure) : [];
}

const apart = (failure: Failure): readonly Failure[] => (failure.kind === 'group' ? failure.causes : [failure]);

/** The schemas on the way to one; those with the same `at` look at the same value. */
interface Scope {
	readonly place: Schema;
	/** The names and indexes that lead to the value. */
	readonly at: readonly string[];
	readonly above: Scope | undefined;
}

interface Checked {
	readonly failure: Failure | undefined;
	/** What no keyword has looked at, names of a map or indexes of a list; undefined where nobody asks. */
	readonly left: ReadonlySet<string | number> | undefined;
}

/** One value against one schema: jsonschema.validator. */
function checked(scope: Scope, value: Value, asked: boolean): Checked {
	const { place, at } = scope;
	const { json, pointer, document } = place;
	const { draft } = place.resource;
	const schema = rulesOf(place);
	const failures: Failure[] = [];
	let left = unseen();

	/** unevalFrom. */
	function unseen(): Set<string | number> | undefined {
		const isAsked = (keyword: string): boolean => asked || (draft >= 2019 && schema.has(keyword));
		if (isDict(value)) return !schema.has('additionalProperties') && isAsked('unevaluatedProperties') ? new Set([...value.keys()].sort()) : undefined;
		if (!isList(value) || !isAsked('unevaluatedItems')) return undefined;
		const items = schema.get('items');
		const takesAll = draft >= 2020 ? items !== undefined : schema.has('additionalItems') || (items !== undefined && !isList(items));
		const first = draft >= 2020 ? schema.get('prefixItems') : items;
		const seen = isList(first) ? first.length : 0;
		return !takesAll && seen < value.length ? new Set([...value.keys()].slice(seen)) : undefined;
	}

	function check(): Failure | undefined {
		if (typeof json === 'boolean') return json ? undefined : failureOf('false schema');
		if (isCyclic()) return failureOf(`both ${pointer}/$ref and ${pointer} resolve to "${ROOT}#${pointer}" causing reference cycle`);
		const early = firstFault(schema, draft, value);
		if (early !== undefined) return failureOf(early);
		if (schema.has('$ref')) {
			const failure = reference('$ref');
			if (draft < 2019) return failure;
			add(failure);
		}
		for (const words of limitFaults(schema, value, document)) fail(words);
		if (isDict(value)) checkObject(value);
		if (isList(value)) checkList(value);
		if (draft === 2019) add(reference('$recursiveRef'));
		if (draft >= 2020) add(reference('$dynamicRef'));
		combine();
		if (draft >= 2019) checkRest();
		return failures.length > 1 ? failureOf('validation failed', failures, { kind: 'group' }) : failures[0];
	}

	function failureOf(words: string, causes: readonly Failure[] = [], more: Pick<Failure, 'kind' | 'names' | 'said'> = {}): Failure {
		return { at, words, causes, schema: place, value, ...more };
	}

	function add(failure: Failure | undefined): void {
		if (failure) failures.push(failure);
	}

	function fail(...told: Parameters<typeof failureOf>): void {
		add(failureOf(...told));
	}

	function failOf(kind: 'surplus' | 'missing', names: readonly string[], said: (names: readonly string[]) => string): void {
		if (names.length > 0) fail(said(names), [], { kind, names, said });
	}

	/** scope.checkCycle. */
	function isCyclic(): boolean {
		for (let way = scope.above; way?.at === at; way = way.above) if (way.place === place) return true;
		return false;
	}

	/** The schema below a keyword. */
	function under(keyword: string, name?: string | number): Schema | undefined {
		return schema.has(keyword) ? below(place, keyword, name) : undefined;
	}

	/** validateSelf: the same value against another schema. */
	function checkSelf(other: Schema | undefined): Failure | undefined {
		if (!other) return undefined;
		const inner = checked({ place: other, at, above: scope }, value, Boolean(left?.size));
		if (!inner.failure && left) left = new Set([...left].filter((one) => inner.left?.has(one)));
		return inner.failure;
	}

	/** validateVal: a value within this one. */
	function checkInner(inner: Schema | undefined, item: Value, name: string | number): void {
		add(failureWithin(inner, item, name));
	}

	const failureWithin = (inner: Schema | undefined, item: Value, name: string | number): Failure | undefined =>
		inner && checked({ place: inner, at: [...at, String(name)], above: scope }, item, false).failure;

	/** validateRef. */
	function reference(keyword: '$ref' | '$recursiveRef' | '$dynamicRef'): Failure | undefined {
		const wanted = schema.get(keyword);
		if (typeof wanted !== 'string') return undefined;
		const found = document.resolve(wanted, place);
		if (!found || found instanceof Fault) return undefined;
		const target = keyword === '$ref' ? found : outermost(found, keyword, wanted);
		const failure = checkSelf(target);
		return failure && failureOf('validation failed', apart(failure), { kind: 'reference' });
	}

	/** resolveRecursiveAnchor and resolveDynamicAnchor: the outermost schema on the way here that has the anchor. */
	function outermost(found: Schema, keyword: '$recursiveRef' | '$dynamicRef', wanted: string): Schema {
		const [, anchor = ''] = wanted.split('#', 2);
		const isRecursive = keyword === '$recursiveRef';
		const isDynamic = ({ resource }: Schema): boolean => (isRecursive ? resource.isRecursive : resource.dynamic.has(anchor));
		let target = found;
		for (let way: Scope | undefined = scope; isDynamic(found) && way; way = way.above) {
			const outer = way.place;
			const pointer = isRecursive ? outer.pointer : outer.resource.anchors.get(anchor);
			target = (isDynamic(outer) && pointer !== undefined ? outer.document.at(pointer) : undefined) ?? target;
		}
		return target;
	}

	function checkObject(object: Dict): void {
		const missing = texts(schema.get('required')).filter((name) => !object.has(name));
		failOf('missing', missing, (some) => `missing ${some.length === 1 ? 'property' : 'properties'} ${quotes(some)}`);
		checkDependencies('dependencies', object);
		checkProperties(object);
		const names = draft >= 6 ? under('propertyNames') : undefined;
		if (names)
			for (const name of object.keys()) {
				const causes = validate(names, name);
				if (causes.length > 0) fail(`invalid propertyName ${quote(name)}`, causes, { kind: 'name', names: [name] });
			}
		if (draft >= 2019) {
			checkDependencies('dependentSchemas', object);
			checkDependencies('dependentRequired', object);
		}
	}

	function checkDependencies(keyword: string, object: Dict): void {
		const dependencies = schema.get(keyword);
		if (!isDict(dependencies)) return;
		for (const [name, wanted] of dependencies) {
			if (!object.has(name)) continue;
			const missing = texts(wanted).filter((one) => !object.has(one));
			failOf('missing', missing, (some) => `properties ${quotes(some)} required, if ${quote(name)} exists`);
			if (!isList(wanted)) add(checkSelf(under(keyword, name)));
		}
	}

	function checkProperties(object: Dict): void {
		const [named, patterns, additional] = ['properties', 'patternProperties', 'additionalProperties'].map((keyword) => schema.get(keyword));
		const surplus: string[] = [];
		for (const [name, item] of [...object].sort(([a], [b]) => (a < b ? -1 : 1))) {
			const schemas = isDict(named) && named.has(name) ? [under('properties', name)] : [];
			if (isDict(patterns)) for (const pattern of patterns.keys()) if (isMatch(document, pattern, name)) schemas.push(under('patternProperties', pattern));
			if (schemas.length === 0 && additional !== undefined) {
				if (additional === false) surplus.push(name);
				schemas.push(typeof additional === 'boolean' ? undefined : under('additionalProperties'));
			}
			for (const one of schemas) checkInner(one, item, name);
			if (schemas.length > 0) left?.delete(name);
		}
		failOf('surplus', surplus, (some) => `additional properties ${quotes(some)} not allowed`);
	}

	function checkList(list: readonly Value[]): void {
		if (schema.get('uniqueItems') === true) {
			const later = list.findIndex((item, i) => list.slice(0, i).some((earlier) => same(earlier, item)));
			if (later > 0) fail(`items at ${list.findIndex((item) => same(item, list[later]))} and ${later} are equal`);
		}
		checkItems(list);
		if (draft >= 6) checkContains(list);
	}

	function checkItems(list: readonly Value[]): void {
		const [first, rest] = draft >= 2020 ? ['prefixItems', 'items'] : ['items', 'additionalItems'];
		const firsts = schema.get(first);
		// Before 2020 `items` that is no list is for all.
		const others = isList(firsts) ? rest : 'items';
		const known = isList(firsts) ? firsts.length : 0;
		const isClosed = others === 'additionalItems' && schema.get(others) === false;
		if (isClosed && list.length > known) fail(`last ${count(list.length - known)} additionalItem(s) not allowed`);
		for (const [i, item] of list.entries()) {
			checkInner(i < known ? under(first, i) : isClosed ? undefined : under(others), item, i);
		}
	}

	function checkContains(list: readonly Value[]): void {
		const wanted = under('contains');
		if (!wanted) return;
		const matched: number[] = [];
		const causes: Failure[] = [];
		for (const [i, item] of list.entries()) {
			const failure = failureWithin(wanted, item, i);
			if (failure) causes.push(failure);
			else {
				matched.push(i);
				if (draft >= 2020) left?.delete(i);
			}
		}
		const [least, most] = draft >= 2019 ? [whole(schema, 'minContains'), whole(schema, 'maxContains')] : [];
		const got = matched.length === 0 ? 'none matched' : `matched ${count(matched.length)} items at ${matched.join(' ')}`;
		if (least !== undefined && matched.length < least) fail(`min ${count(least)} items required to match contains schema, but ${got}`, causes);
		else if (least === undefined && matched.length === 0) fail('no items match contains schema', causes);
		if (most !== undefined && matched.length > most) fail(`max ${count(most)} items required to match contains schema, but ${got}`);
	}

	/** condValidate. */
	function combine(): void {
		const not = under('not');
		if (not && !checkSelf(not)) fail("'not' failed");
		const all = each('allOf').flatMap((one) => checkSelf(one) ?? []);
		if (all.length > 0) fail("'allOf' failed", all, { kind: 'all' });
		checkAny();
		checkOne();
		const condition = draft >= 7 ? under('if') : undefined;
		if (condition) add(checkSelf(under(checkSelf(condition) ? 'else' : 'then')));
	}

	function checkAny(): void {
		const schemas = each('anyOf');
		const causes: Failure[] = [];
		for (const one of schemas) {
			const failure = checkSelf(one);
			if (failure) causes.push(failure);
			// What is left must be asked of all of them.
			else if (!left?.size) return;
		}
		if (causes.length > 0 && causes.length === schemas.length) fail("'anyOf' failed", causes);
	}

	function checkOne(): void {
		const causes: Failure[] = [];
		let matched: number | undefined;
		for (const [i, one] of each('oneOf').entries()) {
			const failure = checkSelf(one);
			if (failure) causes.push(failure);
			else if (matched === undefined) matched = i;
			else return fail(`'oneOf' failed, subschemas ${matched}, ${i} matched`);
		}
		if (matched === undefined && causes.length > 0) fail("'oneOf' failed, none matched", causes);
	}

	function each(keyword: string): readonly (Schema | undefined)[] {
		const list = schema.get(keyword);
		return isList(list) ? list.map((_, i) => under(keyword, i)) : [];
	}

	/** unevalValidate. */
	function checkRest(): void {
		const rest = isDict(value) ? under('unevaluatedProperties') : isList(value) ? under('unevaluatedItems') : undefined;
		if (!rest) return;
		for (const one of left ?? []) checkInner(rest, (isDict(value) ? value.get(String(one)) : isList(value) ? value[Number(one)] : undefined) ?? null, one);
		left = undefined;
	}

	const failure = check();
	return { failure, left };
}
