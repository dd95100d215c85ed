import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { overlayProblems } from '../../../server/src/docs/problems/overlay';
import { filesIn } from '../../overlays/files';
import { judged } from './judged';

const FOLDER = 'test/features/overlays';
const MARK = /^ *# \^ .*\n/gm;

/** The text of a fixture with what is told below each line; `# file:` lines count as in filesIn. */
function annotated(fixture: string): string {
	const text = fixture.replace(MARK, '');
	const files = filesIn(text);
	const told = judged(files).map(({ file, diagnostic: { range, severity, code, message } }) => {
		const line = (files.get(file) ?? '').slice(0, range.start).split('\n').length;
		return { at: `${file}:${line}`, said: `# ^ ${severity} ${code}: ${message}\n` };
	});
	let file = '';
	let line = 0;
	return text.replace(/^.*\n/gm, (whole) => {
		const name = /^# file: (.+)\n/.exec(whole)?.[1];
		if (name !== undefined) file = `/w/${name}`;
		line = name === undefined ? line + 1 : 0;
		const own = told.filter(({ at }) => at === `${file}:${line}`).map(({ said }) => said);
		return whole + own.sort().join('');
	});
}

const FIXTURES = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

for (const name of FIXTURES) {
	test(`overlays are told where they were typed: ${name}`, () => {
		const fixture = readFileSync(`${FOLDER}/${name}`, 'utf8');
		const told = annotated(fixture);
		if (process.env['UPDATE']) writeFileSync(`${FOLDER}/${name}`, told);
		else assert.equal(fixture, told);
	});
}

test('every code of overlays is seen in a fixture', () => {
	const seen = new Set(FIXTURES.flatMap((name) => judged(filesIn(readFileSync(`${FOLDER}/${name}`, 'utf8'))).map(({ diagnostic }) => diagnostic.code)));
	assert.deepEqual(
		Object.keys(overlayProblems).filter((code) => !seen.has(code)),
		[],
	);
});
