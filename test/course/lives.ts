/** The lives of a lesson: of its start, its solution, and whatever else stands in its `answers.yaml`. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Lesson } from '../../server/src/course/lesson';
import { played } from '../../server/src/features/expect/run';
import { testScenario } from '../../server/src/features/expect/test-scenario';
import type { Minor } from '../../server/src/schema/schema';

/** Another answer, or a life that the page tells of: what it changes in the texts of the lesson, each stretch of text once. */
interface Other {
	/** Absent: nobody asks whether it is one. */
	readonly answer?: 'accepted' | 'not enough';
	readonly of: 'start' | 'solution';
	readonly change?: Readonly<Record<string, string>>;
	readonly scenario?: Readonly<Record<string, string>>;
}

export interface Life {
	readonly name: string;
	readonly answer?: Other['answer'];
	readonly manifest: string;
	readonly scenario: string;
}

export const folderOf = ({ id }: Lesson): string => `server/src/course/lessons/${id}`;

export function livesOf(lesson: Lesson): readonly Life[] {
	const { start, solution, scenario, whatIf } = lesson;
	const file = `${folderOf(lesson)}/answers.yaml`;
	const others = existsSync(file) ? (parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Other>>) : {};
	return [
		{ name: 'start', answer: 'not enough', manifest: start, scenario },
		{ name: 'solved', answer: 'accepted', manifest: solution, scenario },
		...(whatIf === undefined ? [] : [{ name: 'what-if', manifest: solution, scenario: whatIf }]),
		...Object.entries(others).map(([name, { answer, of, change = {}, scenario: changed = {} }]) => ({
			name,
			...(answer && { answer }),
			manifest: changedText(of === 'start' ? start : solution, change, `${lesson.id}, ${name}`),
			scenario: changedText(scenario, changed, `${lesson.id}, ${name}`),
		})),
	];
}

function changedText(text: string, changes: Readonly<Record<string, string>>, where: string): string {
	return Object.entries(changes).reduce((whole, [from, to]) => {
		assert.equal(whole.split(from).length, 2, `${where}: ${JSON.stringify(from)} stands there once`);
		return whole.replace(from, () => to);
	}, text);
}

/** What the lesson's expectations say of a life. */
export function tested({ manifest, scenario }: Life, version: Minor) {
	const told = testScenario(scenario, 'lesson.scenario.yaml', { name: 'lesson.yaml', played: played({ text: manifest }, version) }, 'en');
	assert.ok(told, 'something is expected');
	return told;
}
