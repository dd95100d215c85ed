import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type MomentWords, momentWords } from '../../../server/src/docs/moments';
import { judge } from '../../../server/src/features/diagnose/judge';
import { sentenceOf } from '../../../server/src/features/life/narrate';
import { simulateManifest } from '../../../server/src/features/life/simulate';
import { tell } from '../../../server/src/features/life/tell';
import { particle } from '../../../server/src/features/particle';
import { read } from '../../../server/src/manifest/read';
import { durationText } from '../../../server/src/schema/duration';
import { nearest } from '../../../server/src/schema/nearest';
import type { Moment } from '../../../server/src/simulator/trace';

test('particles follow the sound of a word', () => {
	const tries: readonly (readonly [word: string, forms: string, fits: string])[] = [
		['파드', '을/를', '를'],
		['컨테이너들', '이/가', '이'],
		['web', '을/를', '을'],
		['proxy', '이/가', '가'],
		['0', '으로/로', '으로'],
		['1', '으로/로', '로'],
		['137', '으로/로', '로'],
		['main', '은/는', '은'],
		['nginx:1.27', '을/를', '을'],
		['hostIP', '은/는', '는'],
		['BASE_URL', '으로/로', '로'],
		['SIGTERM', '을/를', '을'],
		['$(NAME)', '은/는', '은'],
		['fsType', '과/와', '과'],
		['', '을/를', '를'],
	];
	for (const [word, forms, fits] of tries) assert.equal(particle(word, forms), fits, word);
});

test('durations as people write them', () => {
	assert.deepEqual(
		[8.14, 74, 160, 300].map((s) => durationText(s, 'ko')),
		['8.1초', '74초', '2분 40초', '5분'],
	);
	assert.equal(durationText(160, 'en').replaceAll('\u00a0', ' '), '2 min 40 s');
});

test('a sentence is filled', () => {
	const moment: Moment = {
		id: 0,
		t: 30,
		container: 'app',
		code: 'probe/killed',
		args: { probe: 'liveness', threshold: 3, period: 5, restarts: true },
		tone: 'bad',
		weight: 9,
		because: [],
	};
	assert.equal(sentenceOf(moment).ko, '`app`을 종료했다. 활성 프로브가 5초 간격(`periodSeconds`)으로 3번 연속 실패했다(`failureThreshold`).');
});

test('words ask only for what moments give', () => {
	for (const [code, words] of Object.entries<MomentWords>(momentWords)) {
		const { en, ko, label, when = [] } = words;
		const asked = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? '').sort();
		const known = new Set(asked(en));
		for (const name of [ko, label.en, label.ko, ...when.flatMap((one) => [one.en, one.ko])].flatMap(asked))
			assert.ok(known.has(name), `${code}: {${name}} is not in the English sentence`);
	}
});

test('each preset of each example is lived and told, with nothing left unfilled', () => {
	let lives = 0;
	for (const name of readdirSync('examples').filter((one) => one.endsWith('.yaml') && !/scenario|mistakes/.test(one))) {
		const file = read(readFileSync(`examples/${name}`, 'utf8'));
		const ask = (preset?: string) =>
			simulateManifest(file, { uri: '', document: 0, ...(preset ? { preset } : {}) }, { version: 37, judged: (one) => judge(one, 37) }, () => ({
				start: { line: 0, character: 0 },
				end: { line: 0, character: 0 },
			}));
		const first = ask();
		assert.equal(first.kind, 'life', name);
		if (first.kind !== 'life') continue;
		for (const { id } of first.presets) {
			const life = ask(id);
			assert.equal(life.kind, 'life', `${name} ${id}`);
			if (life.kind !== 'life') continue;
			lives++;
			for (const { en, ko } of [life.headline, ...life.sentences, ...life.labels]) {
				assert.doesNotMatch(en + ko, /[{}]|undefined|NaN/, `${name} ${id}: ${en} / ${ko}`);
				assert.doesNotMatch(`${en}\n${ko}`, /[ \u00a0]{2}|[ \u00a0][.,]|(만에|한도) [을를이가]|[ \u00a0]$/m, `${name} ${id}: ${en} / ${ko}`);
				assert.ok(en && ko, `${name} ${id}`);
			}
		}
	}
	assert.ok(lives > 80, `${lives} lives`);
});

test('the nearest name is near', () => {
	assert.equal(nearest('imagePullpolicy', ['image', 'imagePullPolicy']), 'imagePullPolicy');
	assert.equal(nearest('contianers', ['containers', 'initContainers']), 'containers');
	assert.equal(nearest('wholly', ['containers', 'volumes']), undefined);
});

test('a wait is told once, by its real length, and what follows a start at once is no second late', () => {
	const lived = tell(readFileSync('examples/web.yaml', 'utf8'), { version: 37, document: 0, preset: 'slow-start' });
	assert.ok(!('faults' in lived));
	const { moments } = lived.life.trace.story;
	const waits = moments.filter(({ code }) => code === 'back-off/wait');
	assert.ok(waits.length > 1);
	for (const [i, { t, args }] of waits.entries()) assert.ok((waits[i + 1]?.t ?? Number.POSITIVE_INFINITY) - t >= Number(args['wait']), `at ${t}`);
	const healthy = tell(readFileSync('examples/web.yaml', 'utf8'), { version: 37, document: 0, preset: 'healthy' });
	assert.ok(!('faults' in healthy));
	const at = (code: string) => healthy.life.trace.story.moments.find((moment) => moment.code === code);
	assert.ok(Math.abs((at('probe/ready')?.t ?? 0) - (at('container/started')?.t ?? 0) - Number(at('probe/ready')?.args['seconds'])) <= 0.5);
});

test('what comes again is said to come again', () => {
	const lived = tell(readFileSync('examples/web.yaml', 'utf8'), { version: 37, document: 0, preset: 'readiness-flaps' });
	assert.ok(!('faults' in lived));
	const { moments } = lived.life.trace.story;
	const said = moments.flatMap(({ code }, i) => (code === 'pod/ready' ? [lived.life.sentences[i]?.ko ?? ''] : []));
	assert.match(said[0] ?? '', /만에 파드가 준비됐다|생성되자마자/);
	assert.match(said[1] ?? '', /다시 준비됐다/);
});
