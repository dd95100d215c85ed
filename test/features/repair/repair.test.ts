import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '../../../server/src/features/diagnose/diagnose';
import { fixesIn } from '../../../server/src/features/diagnose/fixes';
import type { TriedFix } from '../../../server/src/features/diagnose/trial';
import { read } from '../../../server/src/manifest/read';
import { applied } from '../applied';
import { changedLines, testMarked } from '../marked';

function fixesAt(text: string, start: number, end: number): readonly TriedFix[] {
	const file = read(text);
	return fixesIn(file, { start, end }, diagnose(file, 37), 37);
}

testMarked('test/features/repair', 'repair', (text, { offset }) => {
	const fixes = fixesAt(text, offset, offset);
	if (fixes.length === 0) return ['none'];
	return fixes.flatMap(({ title, edits, isPreferred }) => [`${title.en}${isPreferred ? ' (certain)' : ''}`, ...changedLines(text, applied(text, edits))]);
});

const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: a\n    image: b\n';

test('line breaks are those of the file', () => {
	const text = `${POD}    env: A=b # one\n`.replaceAll('\n', '\r\n');
	const [fix] = fixesAt(text, text.indexOf('A=b'), text.indexOf('A=b'));
	assert.ok(fix);
	assert.equal(applied(text, fix.edits).replaceAll('\r\n', '').includes('\n'), false, 'none is a line feed alone');
});

test('what a place has is named by the range of its fault, in whichever document it stands', () => {
	const second = POD.replace('image: b', 'image: ""');
	const text = `${POD}---\n${second}`;
	const [fix] = fixesAt(text, text.indexOf('""'), text.indexOf('""'));
	assert.ok(fix);
	assert.equal(applied(text, fix.edits), `${POD}---\n${POD.replace('image: b', 'image: nginx:1.29')}`);
});
