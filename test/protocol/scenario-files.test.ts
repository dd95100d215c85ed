import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isScenario, manifestsBeside, scenariosOf } from '../../server/src/protocol/scenario-files';

test('a scenario tells itself by its name, and its manifest by what stands before', () => {
	assert.deepEqual(['file:///a/web.scenario.yaml', 'web.SCENARIO.yml', 'web.yaml', 'scenario.yaml'].map(isScenario), [true, true, false, false]);
	assert.deepEqual(manifestsBeside('file:///a.b/web.crash.scenario.yaml'), [
		'file:///a.b/web.crash.yaml',
		'file:///a.b/web.crash.yml',
		'file:///a.b/web.yaml',
		'file:///a.b/web.yml',
	]);
});

test('a manifest has the scenarios that would be played on it, then those that belong to no manifest', () => {
	const folder = [
		'web.yaml',
		'other.yaml',
		'web.crash.scenario.yaml',
		'web.scenario.yml',
		'other.scenario.yaml',
		'any.scenario.yaml',
		'notes.txt',
		'web.scenario.json',
	];
	assert.deepEqual(scenariosOf('web.yaml', folder), ['web.crash.scenario.yaml', 'web.scenario.yml', 'any.scenario.yaml']);
	assert.deepEqual(scenariosOf('other.yaml', folder), ['other.scenario.yaml', 'any.scenario.yaml']);
	// The nearer manifest has it, if there is one.
	assert.deepEqual(scenariosOf('web.yaml', [...folder, 'web.crash.yaml']), ['web.scenario.yml', 'any.scenario.yaml']);
	assert.deepEqual(scenariosOf('web.crash.yaml', [...folder, 'web.crash.yaml']), ['web.crash.scenario.yaml', 'any.scenario.yaml']);
	// One that is not saved yet is not among the files.
	assert.deepEqual(scenariosOf('new.yaml', ['new.scenario.yaml']), ['new.scenario.yaml']);
	assert.deepEqual(scenariosOf('web.yaml', []), []);
});

test('both sides pair alike: what is offered for a manifest is played on it', () => {
	const files = ['a.yaml', 'a.b.yaml', 'a.b.c.yml', 'a.b.c.d.scenario.yaml', 'a.b.x.scenario.yaml', 'a.scenario.yaml', 'b.scenario.yml', 'a.b.c.scenario.yaml'];
	for (const manifest of files.filter((name) => !isScenario(name))) {
		for (const scenario of scenariosOf(manifest, files)) {
			const played = manifestsBeside(scenario).find((name) => files.includes(name));
			assert.ok(played === manifest || played === undefined, `${scenario} for ${manifest}`);
		}
	}
});
