import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatheredRenderings } from '../../../server/src/features/charts/gather-charts';

test('a template of the chart printed a value, and a values file gave it, whatever the folders above the chart are called', () => {
	const range = { start: 0, end: 1 };
	const chart = '/work/templates/web';
	const others = [`${chart}/values.yaml`, '/work/templates/values.yaml', `${chart}/templates/pod.yaml`, `${chart}/charts/sub/templates/pod.yaml`];
	const finding = {
		file: `${chart}/templates/_helpers.tpl`,
		diagnostic: { range, severity: 'error', code: 'port/range', message: 'too high' },
		others: others.map((file) => ({ file, range })),
	} as const;
	const [told] = gatheredRenderings(chart, [{ values: 'values.yaml', findings: [finding] }]);
	const given = 'with the value that is given here';
	assert.deepEqual(
		told?.related.map(({ message }) => message.en),
		[given, given, 'printed here', 'printed here'],
	);
});
