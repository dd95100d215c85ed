/**
 * Records anew what kube-apiserver says of the cases in test/conformance.
 *
 *   npm run record-verdicts -- ORACLE [COUNT [VERSION]]
 *
 * ORACLE is a program that answers as a server of this version does, by default the newest: a line {"id", "yaml", "old"?} in, a line {"id", "docs": [verdict]} out.
 * Of an older version that is kept which the newest does not say. The odd texts of texts.jsonl stay and are asked again. Of COUNT changes to the seeds those are kept whose verdict says something
 * that few others say; every draw is the same each time, so a new run differs only by what the server or the mutator learned.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { type Verdict, verdicts } from '../../server/src/features/diagnose/verdict';
import {
	type Expectation,
	expectationOf,
	manifestOf,
	NEWEST_VERSION,
	type Row,
	readingOf,
	readRows,
	SEEDS,
	seedOf,
	shortened,
	TEXTS,
	type TextRow,
	verdictsFile,
} from './cases';
import { Donors, mutate } from './mutate';
import { Random } from './random';
import type { Json, Step } from './steps';

interface Question {
	readonly yaml: string;
	readonly old?: string;
}

function recordTexts(program: string): void {
	const texts = [...new Set(readRows<TextRow>(TEXTS).map(({ yaml }) => yaml))];
	const answers = ask(
		program,
		texts.map((yaml) => ({ yaml })),
	);
	write(
		TEXTS,
		texts.map((yaml, i): TextRow => ({ yaml, expect: (answers[i] ?? []).map(readingOf) })),
	);
}

function recordVerdicts(program: string, many: number, version: string): void {
	const names = readdirSync(SEEDS).map((file) => file.replace('.yaml', ''));
	const seeds = new Map(names.map((name) => [name, seedOf(name)]));
	const cases = names.map((seed): Case => ({ seed, steps: [] })).concat(draw(seeds, many));
	const manifest = (name: string, steps: readonly Step[]): string => manifestOf(seeds.get(name) ?? null, steps);
	const answers = ask(
		program,
		cases.map(({ seed, steps, over }) => ({ yaml: manifest(seed, steps), ...(over ? { old: manifest(seed, over) } : {}) })),
	);
	const own = new Map<string, Expectation>();
	const few = new Few();
	const rows = cases.flatMap((one, i): Row[] => {
		const [verdict] = answers[i] ?? [];
		if (!verdict || UNANSWERED.test(verdict.decode ?? '') || one.steps.some(isDrawn)) return [];
		const expectation = expectationOf(verdict, one.over !== undefined);
		const ofSeed = own.get(one.seed);
		own.set(one.seed, ofSeed ?? expectation);
		if (version !== NEWEST_VERSION && !saysOnly(expectation, one, manifest)) return [];
		const row = { ...one, expect: ofSeed ? shortened(expectation, ofSeed) : expectation };
		return (!ofSeed && version === NEWEST_VERSION) || few.takes(row) ? [row] : [];
	});
	write(
		verdictsFile(version),
		rows.toSorted((a, b) => names.indexOf(a.seed) - names.indexOf(b.seed)),
	);
}

type Case = Omit<Row, 'expect'>;

/** What the newest version does not say, and what can be said at all: not addresses of memory, nor whole templates, nor what a rounded quantity was before. */
function saysOnly(expectation: Expectation, { seed, steps, over }: Case, manifest: (name: string, steps: readonly Step[]) => string): boolean {
	if (expectation.errors?.some((sentence) => UNSAYABLE.test(sentence))) return false;
	const [newest] = verdicts({ yaml: manifest(seed, steps), ...(over ? { old: manifest(seed, over) } : {}), defaults: false });
	return newest !== undefined && JSON.stringify(expectationOf(newest, over !== undefined)) !== JSON.stringify(expectation);
}
const UNSAYABLE = /\(0x[0-9a-f]+\)|^FieldValueInvalid spec\.template: .*immutable|scale:-3}.* s:""/;

/** What the oracle itself could not do. */
const UNANSWERED = /^(kind not covered|panic|old: |apply: )/;
/** A generated name is another each time. */
const isDrawn = (step: Step): boolean => JSON.stringify(step).includes('generateName');

function draw(seeds: ReadonlyMap<string, Json>, many: number): Case[] {
	const random = new Random(1);
	const donors = new Donors([...seeds.values()]);
	return Array.from({ length: many }, (): Case => {
		const [seed, manifest] = random.of([...seeds]);
		const steps = mutate(manifest, random, donors);
		if (random.chance(0.75)) return { seed, steps };
		return random.chance(0.7) ? { seed, steps, over: [] } : { seed, steps: [], over: steps };
	});
}

/** Keeps the first few rows that say the same thing. */
class Few {
	private readonly seen = new Map<string, number>();

	takes({ over, steps, expect }: Row): boolean {
		if (JSON.stringify([over, steps]).length > LONGEST || (expect.errors ?? []).some(({ length }) => length > LONGEST_SENTENCE)) return false;
		const said = [
			...(expect.errors ?? []),
			...(expect.decode ? [expect.decode.replace(/field \S+/, '')] : []),
			...(expect.strict ? ['strict'] : []),
			...(expect.warnings ?? []),
			...Object.values(expect.security ?? {}).flat(),
		];
		const kinds = said.length > 0 ? said.map((text) => text.replace(/"[^"]*"|\[[^\]]*\]|\d+/g, '')) : [`${expect.accepted} ${expect.decode} ${expect.qos}`];
		const isRare = kinds.some((kind) => (this.seen.get(kind) ?? 0) < (said.length > 0 ? MOST : MOST_PLAIN));
		if (isRare) for (const kind of kinds) this.seen.set(`${kind}`, (this.seen.get(kind) ?? 0) + 1);
		return isRare && (over === undefined || !expect.decode);
	}
}
const LONGEST = 300;
/** A sentence about a whole spec. */
const LONGEST_SENTENCE = 700;
const MOST = 3;
const MOST_PLAIN = 120;

function ask(program: string, questions: readonly Question[]): readonly (readonly Verdict[])[] {
	const input = questions.map((question, id) => `${JSON.stringify({ id: String(id), ...question })}\n`).join('');
	const { stdout } = spawnSync(program, { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
	const answers: Verdict[][] = [];
	for (const line of stdout.trim().split('\n')) {
		const { id, docs } = JSON.parse(line) as { id: string; docs: Verdict[] | null };
		answers[Number(id)] = docs ?? [];
	}
	return answers;
}

function write(file: string, rows: readonly unknown[]): void {
	writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

const [oracle, count = '40000', version = NEWEST_VERSION] = process.argv.slice(2);
if (oracle === undefined) {
	process.stderr.write('Name the oracle program.\n');
	process.exitCode = 2;
} else {
	if (version === NEWEST_VERSION) recordTexts(oracle);
	recordVerdicts(oracle, Number(count), version);
}
