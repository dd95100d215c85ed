import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';

/** A question in a fixture: a comment line under the code, whose `^` stands at the place that is asked about (`<` at the beginning of a line). */
export interface Mark {
	/** In the fixture's text without its marks. */
	readonly offset: number;
	/** What is asked: `# ^ hover`. */
	readonly asks: string;
	/** What is asked besides: `# ^ complete livenessProbe`. */
	readonly about: string;
	/** The fixture's name. */
	readonly name: string;
}

const MARK = /^#( *)([\^<]) (\w+)(?: ([^:]*?))?(?:: .*)?$/;
const MORE = '#| ';

/**
 * Tests a folder of fixtures: legal YAML, or YAML that is being written, with questions in comment lines and their answers behind and below, as they are told:
 *
 *     restartPolicy: Never
 *     #              ^ hover: `Never` — **spec.restartPolicy**
 *     #| On a live pod: immutable; replace the pod.
 *
 * `UPDATE=1` writes the answers anew. `answer` gets the text without them, and gives lines; the first stands behind the question.
 */
export function testMarked(folder: string, question: string | readonly string[], answer: (text: string, mark: Mark) => readonly string[]): void {
	for (const name of readdirSync(folder).filter((one) => one.endsWith('.yaml'))) {
		test(`${folder.replace('test/features/', '')}/${name}`, () => {
			const path = `${folder}/${name}`;
			const fixture = readFileSync(path, 'utf8');
			const answered = withAnswers({ fixture, name }, [question].flat(), answer);
			if (process.env['UPDATE']) writeFileSync(path, answered);
			else assert.equal(answered, fixture);
		});
	}
}

/** A fixture's text without its marks. */
export const unmarked = (fixture: string): string =>
	fixture
		.split('\n')
		.filter((line) => !line.startsWith(MORE) && !MARK.test(line))
		.join('\n');

type Fixture = { readonly fixture: string; readonly name: string };

function withAnswers({ fixture, name }: Fixture, questions: readonly string[], answer: (text: string, mark: Mark) => readonly string[]): string {
	const lines = fixture.split('\n').filter((line) => !line.startsWith(MORE));
	const text = unmarked(fixture);
	let start = 0;
	let next = 0;
	const asked = lines.flatMap((line) => {
		const [, spaces = '', caret, asks, about = ''] = MARK.exec(line) ?? [];
		if (asks === undefined) {
			start = next;
			next += line.length + 1;
			return [line];
		}
		assert.ok(questions.includes(asks), line);
		const [first = '', ...more] = answer(text, { offset: start + (caret === '<' ? 0 : spaces.length + 1), asks, about, name });
		return [`#${spaces}${caret} ${[asks, about].filter(Boolean).join(' ')}: ${first}`, ...more.map((one) => (MORE + one).trimEnd())];
	});
	return asked.join('\n');
}

/** What a change does to the lines of a text: each line that is another, or all between those that stay at its beginning and at its end. */
export function changedLines(before: string, after: string): readonly string[] {
	const [was, is] = [before.split('\n'), after.split('\n')];
	if (was.length === is.length) return was.flatMap((line, i) => (line === is[i] ? [] : [`- ${line}`, `+ ${is[i]}`]));
	let top = 0;
	while (top < Math.min(was.length, is.length) && was[top] === is[top]) top++;
	let bottom = 0;
	while (bottom < Math.min(was.length, is.length) - top && was.at(-1 - bottom) === is.at(-1 - bottom)) bottom++;
	return [...was.slice(top, was.length - bottom).map((line) => `- ${line}`), ...is.slice(top, is.length - bottom).map((line) => `+ ${line}`)];
}
