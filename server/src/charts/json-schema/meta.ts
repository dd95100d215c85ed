import { fromPlain, type Value } from '../../templates/value';

const COUNT = { type: 'integer', minimum: 0 };
const BOOLEAN = { type: 'boolean' };
const NUMBER = { type: 'number' };
const STRING = { type: 'string' };
const EXPRESSION = { type: 'string', format: 'regex' };
const NAMES = { type: 'array', items: STRING, uniqueItems: true };
const SELF = { $ref: '#' };
const LIST = { type: 'array', minItems: 1, items: SELF };
const NAMED = { type: 'object', additionalProperties: SELF };
const TYPE = { enum: ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'] };

/** What every version asks of a schema: the meta-schemas of json-schema.org, told once. */
const COMMON = {
	$schema: STRING,
	$ref: STRING,
	title: STRING,
	description: STRING,
	format: STRING,
	multipleOf: { type: 'number', exclusiveMinimum: 0 },
	maximum: NUMBER,
	minimum: NUMBER,
	maxLength: COUNT,
	minLength: COUNT,
	pattern: EXPRESSION,
	maxItems: COUNT,
	minItems: COUNT,
	uniqueItems: BOOLEAN,
	maxProperties: COUNT,
	minProperties: COUNT,
	required: NAMES,
	definitions: NAMED,
	properties: NAMED,
	patternProperties: { ...NAMED, propertyNames: { format: 'regex' } },
	dependencies: { type: 'object', additionalProperties: { anyOf: [SELF, NAMES] } },
	enum: { type: 'array' },
	type: { anyOf: [TYPE, { type: 'array', items: TYPE, minItems: 1, uniqueItems: true }] },
	allOf: LIST,
	anyOf: LIST,
	oneOf: LIST,
	not: SELF,
};

/** Of draft 6 on. */
const SIX = {
	$id: STRING,
	exclusiveMinimum: NUMBER,
	exclusiveMaximum: NUMBER,
	additionalItems: SELF,
	additionalProperties: SELF,
	contains: SELF,
	propertyNames: SELF,
	examples: { type: 'array' },
};

// biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's word.
const SEVEN = { if: SELF, then: SELF, else: SELF, readOnly: BOOLEAN, writeOnly: BOOLEAN, $comment: STRING, contentMediaType: STRING, contentEncoding: STRING };

const NINETEEN = {
	$defs: NAMED,
	$anchor: STRING,
	maxContains: COUNT,
	minContains: COUNT,
	dependentRequired: { type: 'object', additionalProperties: NAMES },
	dependentSchemas: NAMED,
	unevaluatedItems: SELF,
	unevaluatedProperties: SELF,
	deprecated: BOOLEAN,
};

const ITEMS = { anyOf: [SELF, LIST] };
const BOOLEAN_OR_SELF = { anyOf: [BOOLEAN, SELF] };

function propertiesOf(draft: number): object {
	if (draft === 4)
		return {
			...COMMON,
			id: STRING,
			exclusiveMinimum: BOOLEAN,
			exclusiveMaximum: BOOLEAN,
			additionalItems: BOOLEAN_OR_SELF,
			additionalProperties: BOOLEAN_OR_SELF,
			items: ITEMS,
			required: { ...NAMES, minItems: 1 },
			enum: { type: 'array', minItems: 1, uniqueItems: true },
		};
	const seven = { ...COMMON, ...SIX, ...(draft >= 7 ? SEVEN : {}), items: ITEMS };
	if (draft < 2019) return seven;
	return { ...seven, ...NINETEEN, ...(draft >= 2020 ? { items: SELF, prefixItems: LIST } : {}) };
}

/** The schema of schemas of a version, itself of draft 7. Since 2019 it is a list of vocabularies: here there is one. */
export function metaSchema(draft: number): Value {
	const types = draft === 4 ? ['object'] : ['object', 'boolean'];
	const one = { properties: propertiesOf(draft) };
	return fromPlain({ $schema: 'http://json-schema.org/draft-07/schema', type: types, ...(draft >= 2019 ? { allOf: [one] } : one) });
}
