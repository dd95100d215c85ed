import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readScenario } from '../../server/src/simulator/read-scenario';

const faultsOf = (value: unknown): readonly string[] => readScenario(value).faults.map(({ message }) => message.en);

test('a good scenario is itself', () => {
	const scenario = {
		world: { containers: { app: { runs: [{ exitAfter: '5s', exitCode: 1 }] } }, node: { silentFrom: 20 } },
		actions: [{ at: '1m30s', do: 'delete' }],
		until: '2m',
	};
	assert.deepEqual(readScenario(scenario), { scenario, faults: [] });
});

test('what is wrong is said, and left out', () => {
	const { scenario, faults } = readScenario({
		world: { containers: { app: { runs: [{ exitAfter: 'soon' }], run: 1 } } },
		actions: [{ do: 'explode' }],
		until: '369d',
	});
	assert.deepEqual(
		faults.map(({ message }) => message.en.split(';')[0]),
		[
			'world.containers.app.runs[0].exitAfter has to be a duration such as 5s or 1m30s.',
			'world.containers.app.run is unknown',
			'actions[0].do has to be one of delete, evict, patch, create, removeSchedulingGate, setCondition, removeFinalizers, removeStatic.',
			'until has to be a duration of at most 368d.',
		],
	);
	assert.deepEqual(scenario, { world: { containers: { app: { runs: [{}] } } }, actions: [{}] });
});

test('hostile values do no harm', () => {
	assert.equal(faultsOf([]).length, 1);
	assert.equal(faultsOf('x').length, 1);
	assert.equal(faultsOf({ actions: Array(5000).fill({ do: 'delete' }) }).length, 1);
	assert.deepEqual(faultsOf(JSON.parse('{"__proto__": {"x": 1}, "constructor": 1}')).length, 2);
	assert.equal(faultsOf({ until: -1 }).length, 1);
	assert.deepEqual(faultsOf(null), []);
});
