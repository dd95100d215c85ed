import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { type Verdict, verdicts } from '../../server/src/features/diagnose/verdict';
import { readRows } from './cases';

/** Recordings of the real server over other people's manifests, where they lie beside the project; their README says what a row holds. */
const TRUTH = '../shared/truth';

interface Row {
	readonly id: string;
	readonly yaml: string;
	readonly old?: string;
	readonly kubernetes?: string;
	readonly docs: readonly Recorded[];
}
type Recorded = Verdict & { readonly object?: Readonly<Record<string, unknown>> };
type Measure = 'accept' | 'fields' | 'details' | 'strict' | 'warnings' | 'qos' | 'security' | 'object';

/** The share that has to agree. What is reached is all of it, or all but a hair. */
const LEAST = 0.998;
const FILES = ['real', 'unit', 'pod-security', 'mutants', 'updates', 'versions', 'defaults'];
/** Rows that the recorder itself could not answer. */
const UNANSWERED = /^(kind not covered|no kind|panic|couldn't get|Object '|old: |apply: )/;

if (!existsSync(TRUTH)) console.log(`${TRUTH} is not here: the verdicts were not compared with it.`);
else for (const name of FILES) test(`${TRUTH}/${name}.jsonl agrees`, () => agree(name));

function agree(name: string): void {
	const tally = new Tally();
	for (const row of readRows<Row>(`${TRUTH}/${name}.jsonl`)) {
		if (row.docs.length === 0 || row.docs.some(({ decode }) => decode !== undefined && UNANSWERED.test(decode))) continue;
		const { yaml, old, kubernetes } = row;
		const answers = verdicts({
			yaml,
			...(old === undefined ? {} : { old }),
			...(kubernetes === undefined ? {} : { kubernetes }),
			defaults: row.docs[0]?.object !== undefined,
		});
		if (answers.length === row.docs.length) {
			for (const [i, recorded] of row.docs.entries()) compare(tally, row, recorded, answers[i] as Recorded);
		} else tally.count('accept', false, `${row.id}: ${answers.length} documents, ${row.docs.length} recorded`);
	}
	tally.check();
}

function compare(tally: Tally, { id, old }: Row, recorded: Recorded, answer: Recorded): void {
	const both = (measure: Measure, of: (verdict: Recorded) => unknown): void => tally.count(measure, same(of(recorded), of(answer)), id);
	both('accept', ({ accepted }) => accepted);
	if (recorded.errors && !recorded.decode) {
		both('fields', ({ errors }) => set(errors?.map(({ type, field }) => `${type} ${field}`)));
		both('details', ({ errors }) => set(errors?.map(({ type, field, detail }) => `${type} ${field} ${withoutLot(detail.split('\n')[0] ?? '')}`)));
	}
	if (recorded.strict) both('strict', ({ strict }) => set(strict));
	if (recorded.accepted && recorded.qos) both('qos', ({ qos }) => qos);
	if (recorded.accepted && old === undefined) {
		both('warnings', ({ warnings }) => set(warnings));
		both('security', ({ security }) => Object.entries(security ?? {}).map(([level, reasons]) => [level, set(reasons)]));
	}
	if (recorded.object) both('object', stored);
}

const set = (texts: readonly string[] = []): readonly string[] => [...new Set(texts)].sort();
const withoutLot = (text: string): string => text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UID');

/** Less what the server draws by lot or fills in later. */
function stored({ object }: Recorded): unknown {
	const { status: _status, ...rest } = object ?? {};
	const { uid: _uid, creationTimestamp: _created, ...metadata } = (rest['metadata'] ?? {}) as Readonly<Record<string, unknown>>;
	return JSON.parse(withoutLot(JSON.stringify({ ...rest, metadata })));
}

function same(expected: unknown, found: unknown): boolean {
	try {
		assert.deepEqual(found, expected);
		return true;
	} catch {
		return false;
	}
}

class Tally {
	private readonly counts = new Map<Measure, { all: number; readonly wrong: string[] }>();

	count(measure: Measure, ok: boolean, id: string): void {
		const count = this.counts.get(measure) ?? { all: 0, wrong: [] };
		this.counts.set(measure, count);
		count.all++;
		if (!ok) count.wrong.push(id);
	}

	check(): void {
		assert.ok(this.counts.size > 0, 'there are rows');
		for (const [measure, { all, wrong }] of this.counts) {
			assert.ok((all - wrong.length) / all >= LEAST, `${measure}: ${wrong.length} of ${all} differ: ${wrong.slice(0, 5).join(', ')}`);
		}
	}
}
