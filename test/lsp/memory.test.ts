import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { built } from './client';

test('what is young in memory stays small, however much comes and goes', () => {
	const churn = `
		require(${JSON.stringify(path.resolve(built()))});
		let kept = [];
		for (let i = 0; i < 3e6; i++) kept = i % 1e5 === 0 ? [] : (kept.push({ i }), kept);
		const { space_size } = require('node:v8').getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
		process.stderr.write(String(space_size));
		process.exit();
	`;
	const { stderr } = spawnSync(process.execPath, ['-e', churn, 'main', '--stdio'], { encoding: 'utf8', input: '' });
	assert.ok(Number(stderr) > 0 && Number(stderr) <= 8 * 2 ** 20, stderr);
});
