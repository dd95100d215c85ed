import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesLabels } from '../../server/src/schema/label-match';

test('a requirement without values is met by none, and by all that it keeps out', () => {
	for (const values of [null, undefined, []]) {
		const meets = (operator: string): boolean => matchesLabels({ matchExpressions: [{ key: 'app', operator, values } as never] }, { app: 'web' });
		assert.deepEqual([meets('In'), meets('NotIn'), meets('Exists')], [false, true, true]);
	}
});
