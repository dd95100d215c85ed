import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { scenarioYaml } from '../../../client/src/panel/scenario-yaml';
import type { Scenario } from '../../../server/src/protocol/life';
import { toJson } from '../../../server/src/yaml/json';
import { parse } from '../../../server/src/yaml/parse';

const SCENARIO: Scenario = {
	world: {
		images: { 'registry.example:5000/app:1.27': { pullError: 'not found: it is gone' } },
		containers: { app: { runs: [{ exitAfter: '5s', exitCode: 1 }, {}], liveness: [{ from: '0s', ok: true }], onTerm: { ignore: true } } },
	},
	actions: [{ at: '30s', do: 'patch', body: { spec: { containers: [] } } }],
	until: '5m',
};

test('a scenario is written as one would write it', () => {
	assert.equal(
		scenarioYaml(SCENARIO),
		`world:
  images:
    registry.example:5000/app:1.27:
      pullError: "not found: it is gone"
  containers:
    app:
      runs:
        - exitAfter: 5s
          exitCode: 1
        - {}
      liveness:
        - from: 0s
          ok: true
      onTerm:
        ignore: true
actions:
  - at: 30s
    do: patch
    body:
      spec:
        containers: []
until: 5m
`,
	);
	assert.equal(scenarioYaml({}), '{}\n');
});

/** Texts that YAML 1.1 takes for something else than a text, or for its own signs. */
const TRICKY = [
	...[
		'',
		' ',
		'y',
		'Y',
		'yes',
		'On',
		'off',
		'true',
		'null',
		'~',
		'1',
		'-1',
		'0x1F',
		'0o17',
		'017',
		'1e3',
		'.5',
		'.inf',
		'.NaN',
		'1_000',
		'12:30:45',
		'2001-01-01',
	],
	...[
		'- a',
		'a: b',
		'a:',
		': a',
		'a #b',
		'#a',
		'&a',
		'*a',
		'!a',
		'|',
		'>',
		'%a',
		'@a',
		'`a',
		'"a',
		"'a",
		'{a',
		'[a',
		'a, b',
		'?',
		'? a',
		'---',
		'...',
		'=',
		'<<',
	],
	...['a\nb', 'a\tb', '\u0000', '\u0085', '\u2028', '\ufeff', '한글', '🫛', 'a\\b', '${x}', '5s', '1m30s', '30s ', 'ends with space '],
];

test('whatever stands in a scenario, the file says the same', () => {
	const text = fc.oneof(fc.constantFrom(...TRICKY), fc.string(), fc.string({ unit: 'binary' }));
	const plain = fc.letrec((tie) => ({
		value: fc.oneof({ depthSize: 'small' }, text, fc.boolean(), fc.integer(), fc.constant(null), tie('map'), tie('list')),
		map: fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
		list: fc.array(tie('value'), { maxLength: 4 }),
	}));
	const same = (value: object): void => {
		const written = scenarioYaml(value as Scenario);
		const { root, faults } = parse(written);
		assert.deepEqual(faults, [], written);
		assert.deepEqual(toJson(root), value, written);
	};
	for (const tricky of TRICKY) same({ [tricky]: [tricky, { [tricky]: tricky }] });
	fc.assert(
		fc.property(plain.map, (value) => same(value as object)),
		{ numRuns: 300 },
	);
});
