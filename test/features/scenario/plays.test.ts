import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixesInText } from '../../../server/src/features/diagnose/fixes';
import { besideBuilt, notBuiltAt, playsOf } from '../../../server/src/features/scenario/plays';
import { diagnoseScenario } from '../../../server/src/features/scenario/scenario-file';
import { edited } from '../../../server/src/yaml/text-edit';

const pod = (name: string): string => `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name} }\nspec: { containers: [{ name: app, image: app:1 }] }\n`;
const BUILT = ['web', 'db', 'old', 'old'].map(pod).join('---\n');

/** What a scenario becomes by each fix that is offered, with its title; the likeliest has a `*`. */
function mended(text: string): readonly string[] {
	const beside = besideBuilt('prod', { text: BUILT }, playsOf(text)?.target);
	assert.ok('fault' in beside);
	const judge = (changed: string) => diagnoseScenario(changed, 'en');
	const fixes = fixesInText(text, { start: 0, end: text.length }, [...judge(text), notBuiltAt(text, beside, 'en')], judge);
	return fixes.map(({ title, edits, isPreferred }) => `${isPreferred ? '* ' : ''}${title.en}: ${edited(text, edits)}`);
}

describe('what is played of what a folder builds', () => {
	it('is said by a fix for each that might be meant', () => {
		assert.deepEqual(mended('plays: { folder: prod }\n'), [
			'Set target to Pod/web: plays: { folder: prod, target: Pod/web }\n',
			'Set target to Pod/db: plays: { folder: prod, target: Pod/db }\n',
		]);
		assert.deepEqual(
			mended('plays:\n  folder: prod # ours\nuntil: 1m\n')[0],
			'Set target to Pod/web: plays:\n  folder: prod # ours\n  target: Pod/web\nuntil: 1m\n',
		);
		assert.deepEqual(mended('plays:\nuntil: 1m\n')[1], 'Set target to Pod/db: plays: { target: Pod/db }\nuntil: 1m\n');
		assert.deepEqual(mended('# Alone\nuntil: 1m\n')[0], 'Set target to Pod/web: # Alone\nplays: { target: Pod/web }\nuntil: 1m\n');
	});

	it('is surely what a name nearly names', () => {
		assert.deepEqual(mended('plays: { target: Pod/wbe }\n'), [
			'* Set target to Pod/web: plays: { target: Pod/web }\n',
			'Set target to Pod/db: plays: { target: Pod/db }\n',
		]);
		assert.deepEqual(mended('plays: { target: Pod/other }\n')[0], 'Set target to Pod/web: plays: { target: Pod/web }\n');
	});

	it('of two that are called the same nobody can say', () => {
		assert.deepEqual(
			mended('plays: { target: Pod/old }\n').map((fix) => fix.slice(0, fix.indexOf(':'))),
			['Set target to Pod/web', 'Set target to Pod/db'],
		);
	});
});
