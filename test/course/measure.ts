/**
 * The numbers of a lesson's page. Each says where it comes from, `{{45 s: SOURCE}}`, which is one of:
 * `start`, `solution`, `scenario`, `what-if`: the number stands in that text; `lesson ID`: the place of that lesson in the course; `pace NAME`: a rhythm of the simulator;
 * `LIFE TERM` or `LIFE TERM - TERM`: it is measured in a life, in seconds or as it is. A term is
 * `SUBJECT.CLAIM`, the instant at which it becomes so (`pod.ready`, `shop.restartCount=1`; `#2`: the second time), `SUBJECT.CLAIM*`, how often it does,
 * `SUBJECT.FIELD?`, its value at the end,
 * `event:REASON`, an instant, `event:REASON?TEXT`, how often with a message that contains it, `moment:CODE`, the instants of a story; a subject is `pod`, `pod:2`, `owner`, `manifest`, `pods:CLAIM` or a container.
 */
import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import type { Lesson } from '../../server/src/course/lesson';
import { LESSONS } from '../../server/src/course/lessons';
import { played, type ReadTest, readTest, runTest } from '../../server/src/features/expect/run';
import { tell } from '../../server/src/features/life/tell';
import { milliseconds } from '../../server/src/simulator/duration';
import * as PACE from '../../server/src/simulator/pace';
import type { Life } from './lives';

const UNITS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, min: 60, 밀리초: 0.001, 초: 1, 분: 60 };
const NUMBER = /(\d+(?:\.(\d+))?)(?:\s?(ms|s|min|밀리초|초|분)(?![a-z]))?/g;

/** What is wrong with a number; undefined where it is right. */
export function measure(text: string, source: string, lesson: Lesson, lives: readonly Life[]): string | undefined {
	const parts = [...text.matchAll(NUMBER)];
	const last = parts.at(-1);
	if (!last) return 'no number';
	const number = parts.reduce((sum, [, digits, , unit]) => sum + Number(digits) * (UNITS[unit ?? ''] ?? 1), 0);
	const digit = 10 ** -(last[2]?.length ?? 0) * (UNITS[last[3] ?? ''] ?? 1);
	const found = valuesOf(source, lesson, lives);
	// Rounded; or cut off as kubectl does, which tells no tenths: those are as the panel rounds them.
	const isRight = (value: number): boolean => Math.abs(value - number) <= digit / 2 + 1e-9 || (digit >= 1 && value >= number && value < number + digit);
	return found.some(isRight) ? undefined : `it is ${found.join(', ') || 'nothing'}`;
}

function valuesOf(source: string, lesson: Lesson, lives: readonly Life[]): readonly number[] {
	const [name = '', ...terms] = source.split(' ');
	if (name === 'pace') return paceOf(terms[0]);
	if (name === 'lesson') return [LESSONS.findIndex(({ id }) => id === terms[0]) + 1];
	if (terms.length === 0) return numbersIn({ ...lesson, 'what-if': lesson.whatIf ?? '' }[name as 'start']);
	const life = lives.find((one) => one.name === name);
	assert.ok(life, `there is a life ${name}`);
	const [first, second] = terms.join(' ').split(' - ');
	const from = second === undefined ? [0] : valuesAt(second, life);
	return valuesAt(first ?? '', life).flatMap((value) => from.map((start) => value - start));
}

/** Seconds; what pace.ts has in seconds already is less than one in milliseconds. */
function paceOf(name = ''): readonly number[] {
	const value = (PACE as Readonly<Record<string, unknown>>)[name];
	return typeof value === 'number' ? [value < 1000 ? value : value / 1000] : [];
}

/** Durations count as seconds. */
const numbersIn = (text: string): readonly number[] =>
	[...text.matchAll(/\d[\d.]*(?:[a-z]+\d*)*/g)].flatMap(([token]) => {
		const duration = milliseconds(/^\d+$/.test(token) ? Number(token) : token);
		return duration === undefined ? Number.parseFloat(token) : duration / 1000;
	});

function valuesAt(term: string, life: Life): readonly number[] {
	const [, subject = '', rest = ''] = /^((?:pods:)?[^.]+)(?:\.(.*))?$/.exec(term) ?? [];
	const [claim = '', nth] = rest.split('#');
	const who = whoIs(subject);
	if (term.startsWith('moment:')) return storyOf(life).flatMap(({ code, t }) => (code === term.slice('moment:'.length) ? t : []));
	if (term.startsWith('event:')) {
		const [reason = '', place] = term.slice('event:'.length).split('#');
		if (reason.includes('?')) return counted(reason.slice(0, reason.indexOf('?')), reason.slice(reason.indexOf('?') + 1).replaceAll('_', ' '), life);
		const times = eventTimes(reason, life);
		return place === undefined ? times.slice(0, 1) : times.slice(Number(place) - 1, Number(place));
	}
	if (claim.endsWith('?')) return lastValue(who, claim.slice(0, -1), life);
	if (claim.endsWith('*')) return [instants({ ...who, becomes: claimOf(claim.slice(0, -1)), times: 'at least 1' }, life).length];
	const times = instants({ ...who, becomes: claimOf(claim), times: 'at least 1' }, life);
	return nth === undefined ? times.slice(0, 1) : times.slice(Number(nth) - 1, Number(nth));
}

function whoIs(subject: string): Readonly<Record<string, unknown>> {
	const [kind = '', which] = subject.split(':');
	if (kind === 'pods') return { pods: which };
	if (kind === 'pod' && which !== undefined) return { pod: Number(which) };
	return ['pod', 'owner', 'manifest'].includes(subject) ? { the: subject } : { container: subject };
}

function claimOf(claim: string): unknown {
	const [field = '', value] = claim.replaceAll('_', ' ').split('=');
	return value === undefined ? field : { [field]: value };
}

/** Expectations in place of the lesson's own, tried on a life. */
function tried(expectations: readonly Readonly<Record<string, unknown>>[], { manifest, scenario }: Life) {
	const document = parseDocument(scenario);
	document.set('expect', expectations);
	const { judged } = runTest(readTest(String(document), { text: manifest }) as ReadTest, played({ text: manifest }));
	assert.equal(judged.length, expectations.length, `they can be read: ${JSON.stringify(expectations.slice(0, 2))}`);
	return judged;
}

function instants(expectation: Readonly<Record<string, unknown>>, life: Life): readonly number[] {
	return tried([expectation], life).flatMap((judged) =>
		judged.verdict === 'holds' && judged.found.kind === 'times' ? judged.found.times.map((t) => t / 1000) : [],
	);
}

function lastValue(who: Readonly<Record<string, unknown>>, field: string, life: Life): readonly number[] {
	const guesses = Array.from({ length: 1000 }, (_, value) => ({ ...who, is: { [field]: value } }));
	return tried(guesses, life).flatMap(({ verdict }, value) => (verdict === 'holds' ? value : []));
}

const storyOf = ({ manifest, scenario }: Life) => {
	const told = tell(manifest, { version: 37, document: 0, scenario });
	return 'faults' in told ? [] : told.life.trace.story.moments;
};

const eventsOf = ({ manifest, scenario }: Life) => {
	const told = tell(manifest, { version: 37, document: 0, scenario });
	if ('faults' in told) return [];
	const { trace } = told.life;
	const pods = trace.pods ?? [{ createdAt: 0, events: trace.events ?? [] }];
	const own = pods.flatMap(({ createdAt, events }) => events.map((event) => ({ ...event, from: createdAt })));
	return [...own, ...(trace.ownerEvents ?? []).map((event) => ({ ...event, from: 0 }))];
};

const eventTimes = (reason: string, life: Life): readonly number[] =>
	eventsOf(life)
		.flatMap((event) => (event.reason === reason ? (event.times ?? [event.t]).map((t) => t + event.from) : []))
		.sort((a, b) => a - b);

const counted = (reason: string, text: string, life: Life): readonly number[] => [
	eventsOf(life).reduce((sum, event) => (event.reason === reason && event.message.includes(text) ? sum + event.count : sum), 0),
];

/** The rows that `kubectl get pods -w` prints of a life, in columns as narrow as they may be: `LIFE`, `LIFE 9`, the first nine, or `LIFE 13-19`. */
export function rowsOf(lives: readonly Life[], named: string): string {
	const [, name = '', first = '1', last] = /^(\S+)(?: (?:(\d+)-)?(\d+))?$/.exec(named) ?? [];
	const life = lives.find((one) => one.name === name);
	assert.ok(life, `there is a life ${name}`);
	const told = tell(life.manifest, { version: 37, document: 0, scenario: life.scenario });
	if ('faults' in told) return '';
	const [head = [], ...rows] = told.watch.map((line) => line.trim().split(/ {2,}/));
	const [from, to] = [Number(first) - 1, Number(last ?? rows.length)];
	const shown = [head, ...rows.slice(from, to)];
	const widths = head.map((_, i) => Math.max(...shown.map((row) => row[i]?.length ?? 0)));
	const [title, ...lines] = shown.map((row) => row.map((cell, i) => (i < row.length - 1 ? cell.padEnd(widths[i] ?? 0) : cell)).join('   '));
	return `${[title, ...(from > 0 ? ['…'] : []), ...lines, ...(to < rows.length ? ['…'] : [])].join('\n')}\n`;
}

/** Numbers outside of code that say nothing of where they come from; versions of Kubernetes are no numbers. */
export function unmeasured(page: string): readonly string[] {
	const prose = page
		.replace(/^```[\s\S]*?^```$/gm, '')
		.replace(/\{\{[^{}]*\}\}/g, '')
		.replace(/`[^`\n]*`/g, '')
		.replace(/^\d+\. /gm, '')
		.replace(/\b1\.\d\d\b/g, '');
	return [...prose.matchAll(/\S*\d\S*/g)].map(([word]) => word);
}
