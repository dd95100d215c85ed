import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verdicts } from '../../server/src/features/diagnose/verdict';
import { readRows } from './cases';
import { answerOf, SERVER, SERVER_VERSION, type ServerRow, textOf } from './server-cases';

const rows = readRows<ServerRow>(SERVER);

test(`what a running kube-apiserver ${SERVER_VERSION} answers to ${rows.length} manifests: whether it takes them, its sentence, its warnings, what it stores`, () => {
	assert.ok(rows.length > 300, 'there are rows');
	const wrong = rows.flatMap((row) => {
		const [verdict] = verdicts({ yaml: textOf(row), kubernetes: SERVER_VERSION, server: true, defaults: true });
		assert.ok(verdict);
		const found = answerOf(verdict);
		try {
			assert.deepEqual(found, row.expect);
			return [];
		} catch {
			return [`${textOf(row)}\n  server: ${JSON.stringify(row.expect)}\n  here:   ${JSON.stringify(found)}`];
		}
	});
	assert.equal(wrong.length, 0, [`${wrong.length} differ`, ...wrong.slice(0, 5)].join('\n'));
});
