import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeToSave, type SaveDisk, stemOf } from '../../../client/src/panel/saving';

const OWN = 'file:///ws/web.scenario.yaml';

/** A disk with these files, whose user answers every question so. */
function diskWith(files: readonly string[], answer?: string): SaveDisk & { readonly questions: string[] } {
	const questions: string[] = [];
	return {
		questions,
		exists: async (uri) => files.includes(uri),
		choose: async (proposed) => {
			questions.push(proposed);
			return answer;
		},
	};
}

test('a scenario that is new goes beside its manifest without a question', async () => {
	const disk = diskWith([]);
	assert.equal(await placeToSave(undefined, OWN, disk), OWN);
	assert.deepEqual(disk.questions, []);
});

test('a file that was there is never overwritten without a question', async () => {
	const called = diskWith([OWN]);
	assert.equal(await placeToSave(undefined, OWN, called), undefined, 'called off: nothing is written');
	assert.deepEqual(called.questions, [OWN]);
	const elsewhere = 'file:///ws/web.other.scenario.yaml';
	assert.equal(await placeToSave(undefined, OWN, diskWith([OWN], elsewhere)), elsewhere);
	assert.equal(await placeToSave(undefined, OWN, diskWith([OWN], OWN)), OWN, 'the dialog has asked');
});

test('the file that this panel read or wrote is written again', async () => {
	const disk = diskWith([OWN, 'file:///ws/played.scenario.yaml']);
	assert.equal(await placeToSave('file:///ws/played.scenario.yaml', OWN, disk), 'file:///ws/played.scenario.yaml');
	assert.deepEqual(disk.questions, []);
});

test('a scenario is named after its manifest', () => {
	assert.deepEqual(['web.yaml', 'web.app.yml', 'Untitled-1', '.yaml'].map(stemOf), ['web', 'web.app', 'Untitled-1', 'pod']);
});
