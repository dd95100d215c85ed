/** What is offered for values that a chart's values.schema.json does not allow, and what comes of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chartOf, type RenderAnswer, renderLoaded } from '../../../server/src/charts/render-loaded';
import { JudgedBefore } from '../../../server/src/features/built/judged-before';
import { homeOf, judgeRendered, REFUSED_VALUE } from '../../../server/src/features/charts/judge-chart';
import { judgedChart } from '../../../server/src/features/charts/judge-renderings';
import { mendedValue } from '../../../server/src/features/charts/mend-values';
import { edited } from '../../../server/src/yaml/text-edit';

const CHART = '/c';
const JUDGING = { version: 37, around: {}, home: homeOf(CHART), chart: CHART } as const;
const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name | default "web" | quote }}\nspec:\n  containers:\n  - name: app\n    image: a:1\n';

interface Case {
	readonly schema: unknown;
	readonly values: string;
	/** The file as it was applied last. */
	readonly former?: string;
	/** Another values file that the chart is rendered with, which is the one that is mended. */
	readonly over?: string;
	readonly files?: Readonly<Record<string, string>>;
	/** The file that the values stand in, and are mended. */
	readonly file?: string;
}

/** What is told, and all that it comes of. */
function judging({ schema, values, over, files = {}, file: own = 'values.yaml' }: Case) {
	const name = over === undefined ? own : 'prod-values.yaml';
	const text = over ?? values;
	const make = (changed: string): RenderAnswer => {
		const all = {
			'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
			'values.schema.json': JSON.stringify(schema),
			'templates/pod.yaml': POD,
			...files,
			[own]: over === undefined ? changed : values,
		};
		const chart = chartOf(new Map(Object.entries(all).map(([file, content]) => [file, new TextEncoder().encode(content)])), (bytes) => bytes);
		const given = over === undefined ? [] : [{ name, text: changed }];
		return renderLoaded(chart, { values: given, release: 'r', namespace: 'default', kube: '1.37.0' }, true);
	};
	const answer = make(text);
	const [file, before] = [`${CHART}/${name}`, new JudgedBefore()];
	const judged = (one: RenderAnswer) => ('error' in one ? undefined : judgeRendered(one, { ...JUDGING, before }));
	const textIn = (one: string): string => (one === file ? text : '');
	const found = judgedChart(CHART, [{ values: name, files: [name], answer }], { ...JUDGING, before, textIn, isWhole: true });
	return { found, file, text, answer, make, judged };
}

const told = (given: Case) => judging(given).found;

/** Each fault with its fixes, the preferred one with a star, and the text after the first. */
function mended(given: Case) {
	const { values, former, over } = given;
	const { found, file, text, answer, make, judged } = judging(given);
	const source = { file, text };
	return found.map((one) => {
		assert.deepEqual([one.file, one.diagnostic.code], [file, REFUSED_VALUE]);
		const standard = over === undefined ? undefined : values;
		const fixes = mendedValue(one.diagnostic, answer, { chart: CHART, source, former, standard, again: make, judged });
		const { start, end } = one.diagnostic.range;
		const [first] = fixes;
		return {
			at: text.slice(start, end),
			fixes: fixes.map(({ title, isPreferred }) => `${isPreferred ? '*' : ''}${title.en}`),
			after: first && edited(text, first.edits),
		};
	});
}

const of = (name: string, schema: unknown, more: object = {}) => ({ type: 'object', properties: { [name]: schema }, ...more });

const TABLE: readonly (readonly [string, Case, readonly ReturnType<typeof mended>[number][]])[] = [
	[
		'the nearest of a list first',
		{ schema: of('pull', { enum: ['Always', 'IfNotPresent', 'Never'] }), values: 'pull: ifNotPresnt # why\n' },
		[{ at: 'ifNotPresnt', fixes: ['*Set pull to IfNotPresent', 'Set pull to Always', 'Set pull to Never'], after: 'pull: IfNotPresent # why\n' }],
	],
	['a number in quotes', { schema: of('size', { type: 'integer' }), values: 'size: "3"\n' }, [{ at: '3', fixes: ['*Set size to 3'], after: 'size: 3\n' }]],
	['yes as a text', { schema: of('flag', { type: 'boolean' }), values: 'flag: "yes"\n' }, [{ at: 'yes', fixes: ['*Set flag to true'], after: 'flag: true\n' }]],
	[
		'what is neither true nor false',
		{ schema: of('flag', { type: 'boolean' }), values: 'flag: maybe\n' },
		[{ at: 'maybe', fixes: ['Set flag to false', 'Set flag to true'], after: 'flag: false\n' }],
	],
	[
		'a number as it was written',
		{ schema: of('mode', { type: 'string' }), values: 'mode: 0644\n' },
		[{ at: '0644', fixes: ['*Put it in quotes'], after: 'mode: "0644"\n' }],
	],
	[
		'the nearest end',
		{ schema: of('size', { minimum: 1, maximum: 9 }), values: 'size: 12\n' },
		[{ at: '12', fixes: ['Set size to 9', 'Set size to 1'], after: 'size: 9\n' }],
	],
	[
		'an end that is left out',
		{ schema: of('size', { type: 'integer', exclusiveMinimum: 0 }), values: 'size: -3\n' },
		[{ at: '-3', fixes: ['Set size to 1'], after: 'size: 1\n' }],
	],
	[
		'one where a list is wanted',
		{ schema: of('a', { type: 'array', items: { type: 'string' } }), values: 'a: x\n' },
		[{ at: 'x', fixes: ['*Set a to [x]'], after: 'a:\n- x\n' }],
	],
	['a list where one is wanted', { schema: of('a', { type: 'string' }), values: 'a: [x]\n' }, [{ at: 'a', fixes: ['*Set a to x'], after: 'a: x\n' }]],
	[
		'nothing where a map is wanted',
		{ schema: of('a', { type: 'object' }), values: 'a:\nb: 1\n' },
		[{ at: 'a', fixes: ['*Set a to {}'], after: 'a: {}\nb: 1\n' }],
	],
	[
		'a misspelt key',
		{ schema: of('replicas', { type: 'integer' }, { additionalProperties: false }), values: 'replcas: 2\n' },
		[{ at: 'replcas', fixes: ['*Change to replicas', 'Remove replcas'], after: 'replicas: 2\n' }],
	],
	[
		'a key too many',
		{ schema: of('replicas', {}, { additionalProperties: false }), values: 'replicas: 1\nzone: 2\n' },
		[{ at: 'zone', fixes: ['Remove zone'], after: 'replicas: 1\n' }],
	],
	[
		'a misspelt key that is missed',
		{ schema: of('replicas', { type: 'integer' }, { required: ['replicas'] }), values: 'replicaz: 2\n' },
		[{ at: 'replicaz', fixes: ['*Change to replicas', 'Set replicas to 0'], after: 'replicas: 2\n' }],
	],
	[
		'a key that is missed, with what the schema says of it',
		{ schema: of('a', of('b', { type: 'string', default: 'x' }, { required: ['b'] })), values: 'a:\n  c: 1\n' },
		[{ at: 'a', fixes: ["Set b to x (the schema's default)"], after: 'a:\n  c: 1\n  b: x\n' }],
	],
	[
		'the default where nothing else is known',
		{ schema: of('size', { type: 'integer', default: 4 }), values: 'size: many\n' },
		[{ at: 'many', fixes: ["Set size to 4 (the schema's default)"], after: 'size: 4\n' }],
	],
	[
		'what stood there before',
		{ schema: of('a', of('size', { type: 'integer' })), values: 'a: {size: many}\n', former: 'a:\n  size: 7\n' },
		[{ at: 'many', fixes: ['Set size to 7 (as before)'], after: 'a: {size: 7}\n' }],
	],
	[
		"what the chart's own values have",
		{ schema: of('size', { type: 'integer' }), values: 'size: 2\n', over: 'size: many\n' },
		[{ at: 'many', fixes: ['Set size to 2 (as in values.yaml)'], after: 'size: 2\n' }],
	],
	[
		'one of several ways to be right',
		{ schema: of('size', { anyOf: [{ type: 'integer' }, { enum: ['auto'] }] }), values: 'size: aut\n' },
		[{ at: 'aut', fixes: ['*Set size to auto'], after: 'size: auto\n' }],
	],
	[
		'by a reference, in a list',
		{ schema: { ...of('l', { items: { $ref: '#/definitions/p' } }), definitions: { p: of('port', { type: 'integer' }) } }, values: 'l:\n- port: "80"\n' },
		[{ at: '80', fixes: ['*Set port to 80'], after: 'l:\n- port: 80\n' }],
	],
	[
		'two keys too many in one map',
		{ schema: of('replicas', { type: 'integer' }, { additionalProperties: false }), values: 'replcas: 2\nzone: 1\n' },
		[
			{ at: 'replcas', fixes: ['*Change to replicas', 'Remove replcas'], after: 'replicas: 2\nzone: 1\n' },
			{ at: 'zone', fixes: ['Remove zone'], after: 'replcas: 2\n' },
		],
	],
	[
		'two keys that are missed, one of them misspelt',
		{ schema: of('a', { required: ['size', 'zone'], properties: { size: { type: 'integer' }, zone: { type: 'string' } } }), values: 'a: {sise: 1}\n' },
		[
			{ at: 'sise', fixes: ['*Change to size', 'Set size to 0'], after: 'a: {size: 1}\n' },
			{ at: 'a', fixes: ["Set zone to ''"], after: 'a: {sise: 1, zone: ""}\n' },
		],
	],
	[
		'two keys that are missed in one place',
		{ schema: of('a', { required: ['size', 'zone'], properties: { size: { type: 'integer' }, zone: { default: 'b' } } }), values: 'a: {}\n' },
		[{ at: 'a', fixes: ['Set size to 0', "Set zone to b (the schema's default)"], after: 'a:\n  size: 0\n' }],
	],
	[
		'two faults of one value: what mends one of them alone is not offered',
		{ schema: of('a', { maxLength: 3, allOf: [{ enum: ['one', 'three'] }, { type: 'string' }] }), values: 'a: threee\n' },
		[{ at: 'threee', fixes: ['Set a to one'], after: 'a: one\n' }],
	],
	[
		'a key that is missed where another map has one of its name',
		{ schema: of('redis', of('port', { type: 'integer', default: 6379 }, { required: ['port'] })), values: 'port: 80\nredis:\n  a: 1\n' },
		[{ at: 'redis', fixes: ["Set port to 6379 (the schema's default)"], after: 'port: 80\nredis:\n  a: 1\n  port: 6379\n' }],
	],
	[
		'a number that no double holds',
		{ schema: of('id', { type: 'string' }), values: 'id: 99999999999999999999\n' },
		[{ at: '99999999999999999999', fixes: ['*Put it in quotes'], after: 'id: "99999999999999999999"\n' }],
	],
	[
		'a step that no double divides',
		{ schema: of('a', { multipleOf: 0.1 }), values: 'a: 0.31\n' },
		[{ at: '0.31', fixes: ['Set a to 0.3'], after: 'a: 0.3\n' }],
	],
	[
		'an end beside another step',
		{ schema: of('a', { exclusiveMinimum: 1, maximum: 1.5 }), values: 'a: 1\n' },
		[{ at: '1', fixes: ['Set a to 1.5'], after: 'a: 1.5\n' }],
	],
	[
		'values behind the line that begins a document',
		{ schema: of('size', { type: 'integer' }), values: '# Values\n---\nsize: "3"\n', former: '---\nsize: 7\n' },
		[{ at: '3', fixes: ['*Set size to 3', 'Set size to 7 (as before)'], after: '# Values\n---\nsize: 3\n' }],
	],
	[
		'values in a map in braces, and a key in quotes',
		{ schema: of('a', of('b', { type: 'boolean' })), values: '{"a": {"b": "on"}, c: 1}\n' },
		[{ at: 'on', fixes: ['*Set b to true'], after: '{"a": {"b": true}, c: 1}\n' }],
	],
	[
		'an item of a list that is too many',
		{ schema: of('l', { type: 'array', maxItems: 1 }), values: 'l: [1, 2]\n' },
		[{ at: 'l', fixes: [], after: undefined }],
	],
	[
		'a value that an alias gives',
		{ schema: { properties: { a: {}, b: { type: 'integer' } } }, values: 'a: &x "1"\nb: *x\n' },
		[{ at: '1', fixes: ['*Set b to 1'], after: 'a: &x "1"\nb: 1\n' }],
	],
	[
		'each fault by itself',
		{ schema: { properties: { a: { type: 'integer' }, b: { type: 'boolean' } } }, values: 'a: "1"\nb: "on"\n' },
		[
			{ at: '1', fixes: ['*Set a to 1'], after: 'a: 1\nb: "on"\n' },
			{ at: 'on', fixes: ['*Set b to true'], after: 'a: "1"\nb: true\n' },
		],
	],
	[
		'nothing that the server refuses',
		{ schema: of('name', { enum: ['Not A Name', 'web'] }), values: 'name: Not A Nam\n' },
		[{ at: 'Not A Nam', fixes: ['Set name to web'], after: 'name: web\n' }],
	],
	['what nobody knows', { schema: of('size', { type: 'string', pattern: '^a+$' }), values: 'size: b\n' }, [{ at: 'b', fixes: [], after: undefined }]],
];

for (const [name, given, wanted] of TABLE) test(`a refused value: ${name}`, () => assert.deepEqual(mended(given), wanted));

test('a value of a subchart is mended in its own values file, or where the chart above gives it', () => {
	const schema = of('port', { type: 'integer' });
	const sub = {
		'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n- {name: db, version: 1.0.0}\n',
		'charts/db/Chart.yaml': 'apiVersion: v2\nname: db\nversion: 1.0.0\n',
		'charts/db/values.yaml': 'port: 1\n',
		'values.yaml': 'port: 1\n',
		'charts/db/values.schema.json': JSON.stringify(schema),
	};
	const wanted = { at: '80', fixes: ['*Set port to 80'] };
	assert.deepEqual(mended({ schema: {}, values: 'db:\n  port: "80"\n', files: sub }), [{ ...wanted, after: 'db:\n  port: 80\n' }]);
	assert.deepEqual(mended({ schema: {}, values: 'port: "80"\n', files: sub, file: 'charts/db/values.yaml' }), [{ ...wanted, after: 'port: 80\n' }]);
});

test('of thousands of keys each is told by itself, and of thousands of values the nearest is found', () => {
	const names = (letter: string) => Array.from({ length: 2000 }, (_, i) => `${letter}${i}`);
	const schema = of('a', { enum: names('value') }, { additionalProperties: false, required: names('m') });
	const strange = names('x').slice(0, 3);
	const found = mended({ schema, values: ['a: vallue77', ...strange.map((name) => `${name}: 1`), ''].join('\n') });
	assert.deepEqual(
		found.map(({ at }) => at),
		[...strange, '', 'vallue77'],
	);
	assert.equal(found.at(-1)?.fixes[0], '*Set a to value77');
});

test('what a schema has against one value is told once, all of it', () => {
	const [one, ...others] = told({ schema: of('a', { maxLength: 2, pattern: '^b' }), values: 'a: ccc\n' });
	assert.deepEqual(others, []);
	assert.equal(
		one?.diagnostic.message,
		"rendered with values.yaml: values.schema.json of shop does not allow this:\n- at '/a': maxLength: got 3, want 2\n- at '/a': 'ccc' does not match pattern '^b'",
	);
});
