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

const ARRAY = { type: 'array' };

/** The same schema under several names. */
const each = (names: string, schema: object): Readonly<Record<string, object>> => Object.fromEntries(names.split(' ').map((name) => [name, schema]));

/** What every version asks of a schema: the meta-schemas of json-schema.org, told once. */
const COMMON = {
	...each('$schema $ref title description format', STRING),
	...each('maximum minimum', NUMBER),
	...each('maxLength minLength maxItems minItems maxProperties minProperties', COUNT),
	...each('definitions properties', NAMED),
	...each('allOf anyOf oneOf', LIST),
	multipleOf: { type: 'number', exclusiveMinimum: 0 },
	pattern: EXPRESSION,
	uniqueItems: BOOLEAN,
	required: NAMES,
	patternProperties: { ...NAMED, propertyNames: { format: 'regex' } },
	dependencies: { type: 'object', additionalProperties: { anyOf: [SELF, NAMES] } },
	enum: ARRAY,
	type: { anyOf: [TYPE, { type: 'array', items: TYPE, minItems: 1, uniqueItems: true }] },
	not: SELF,
};

/** Of draft 6 on. */
const SIX = {
	...each('exclusiveMinimum exclusiveMaximum', NUMBER),
	...each('additionalItems additionalProperties contains propertyNames', SELF),
	$id: STRING,
	examples: ARRAY,
};

const SEVEN = { ...each('if then else', SELF), ...each('readOnly writeOnly', BOOLEAN), ...each('$comment contentMediaType contentEncoding', STRING) };

const NINETEEN = {
	...each('$defs dependentSchemas', NAMED),
	...each('maxContains minContains', COUNT),
	...each('unevaluatedItems unevaluatedProperties', SELF),
	$anchor: STRING,
	dependentRequired: { type: 'object', additionalProperties: NAMES },
	deprecated: BOOLEAN,
};

const ITEMS = { anyOf: [SELF, LIST] };

function propertiesOf(draft: number): object {
	if (draft === 4)
		return {
			...COMMON,
			...each('exclusiveMinimum exclusiveMaximum', BOOLEAN),
			...each('additionalItems additionalProperties', { anyOf: [BOOLEAN, SELF] }),
			id: STRING,
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
