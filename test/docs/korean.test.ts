import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fieldWords, wordsUnder } from '../../server/src/docs/fields';
import { momentWords } from '../../server/src/docs/moments';
import { problemWords } from '../../server/src/docs/problems';
import { scenarioWords } from '../../server/src/docs/scenario';
import { statusWords } from '../../server/src/docs/topics/statuses';
import { topics } from '../../server/src/docs/topics/topics';
import { kindWords } from '../../server/src/docs/types';
import { keyWords } from '../../server/src/docs/values/keys';
import { reasonWords } from '../../server/src/docs/values/reasons';
import { valueWords } from '../../server/src/docs/values/values';
import { causeWords, headlineWords, tryWords } from '../../server/src/docs/why';
import { meaningWords, remedyWords } from '../../server/src/docs/why-meanings';
import { particle } from '../../server/src/features/particle';

/** Every Korean text of docs, with where it stands. */
const texts: readonly (readonly [where: string, text: string])[] = koreanOf('', {
	fieldWords,
	wordsUnder,
	momentWords,
	problemWords,
	scenarioWords,
	statusWords,
	topics,
	kindWords,
	keyWords,
	reasonWords,
	headlineWords,
	causeWords,
	tryWords,
	meaningWords,
	remedyWords,
	valueWords,
});

function koreanOf(where: string, value: unknown): readonly (readonly [string, string])[] {
	if (typeof value === 'string') return /[가-힣]/.test(value) ? [[where, value]] : [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, one]) => (key === 'aliases' ? [] : koreanOf(`${where}/${key}`, one)));
}

/** Every text that matches, all at once. */
function none(fault: RegExp): void {
	const wrong = texts.flatMap(([where, text]) => {
		const [found] = fault.exec(text) ?? [];
		return found === undefined ? [] : [`${where}: ${found}`];
	});
	assert.deepEqual(wrong, []);
}

const FORMS = ['은/는', '이/가', '을/를', '으로/로', '과/와'];
/** Read otherwise than they look: 점, 캡, 아이피, 별. */
const READ_OTHERWISE = /^(?:[^A-Za-z0-9가-힣]*|CAP_|ip|.*\*)$/;

test('a particle behind code follows how the code is read', () => {
	let seen = 0;
	const wrong = texts.flatMap(([where, text]) =>
		[...text.matchAll(/`([^`{}]+)`(은|는|이|가|을|를|으로|로|과|와)(?=[\s,.)(]|만|도|$)/g)].flatMap(([, code = '', is = '']) => {
			const forms = FORMS.find((pair) => pair.split('/').includes(is)) ?? '';
			seen++;
			return READ_OTHERWISE.test(code) || particle(code, forms) === is ? [] : [`${where}: ${code} ${is}`];
		}),
	);
	assert.ok(seen > 1000, `${seen} particles`);
	assert.deepEqual(wrong, []);
});

test('one thing has one name', () => {
	none(/예전 파드|네임 서버|복제본|견딜/);
	// 리소스 is what Kubernetes calls it.
	none(/자원/);
});

test('what was not written is said so, and nothing is translated word by word', () => {
	none(/[를을]지가 없다|[인할]지가 없다|말없이|에 대한|를 통해|되어지|습니다|세요/);
});

test('Korean examples are not commented in English', () => {
	const files = readdirSync('server/src/docs', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
	for (const name of files) assert.doesNotMatch(readFileSync(`server/src/docs/${name}`, 'utf8'), /\bexample:\s*['"`][^\n]*\S\s+# /, name);
});

test('whatever follows a number that the reader may turn does not depend on it', () => {
	const words = readFileSync('client/webview/text/words-ko.ts', 'utf8');
	assert.deepEqual(words.match(/\{\d\}(?:은|는|이|가|을|를|으로|로|과|와)(?=[\s.,])/g) ?? [], []);
});
