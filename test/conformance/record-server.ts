/**
 * Records anew what a running kube-apiserver answers to the manifests of test/conformance/server.jsonl.
 *
 *   npm run record-server -- COUNT COMMAND...
 *
 * COMMAND posts each manifest to a server of SERVER_VERSION with default admission, and deletes it again: a line {"id", "yaml"} in, a line {"id", "docs": [answer]} out,
 * where an answer is {"accepted", "message"?, "warnings", "object"?}. What is written as YAML stays and is asked again. Of COUNT changes to the seeds those are kept
 * whose answer says something that few others say.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import type { Verdict } from '../../server/src/features/diagnose/verdict';
import { readRows, SEEDS, seedOf } from './cases';
import { Donors, mutate } from './mutate';
import { Random } from './random';
import { answerOf, SERVER, type ServerCase, type ServerRow, textOf } from './server-cases';
import type { Step } from './steps';

function draw(count: number): ServerCase[] {
	const random = new Random(2);
	const names = readdirSync(SEEDS).map((file) => file.replace('.yaml', ''));
	const seeds = names.map((name) => [name, seedOf(name)] as const);
	const donors = new Donors(seeds.map(([, seed]) => seed));
	return Array.from({ length: count }, (): ServerCase => {
		const [seed, manifest] = random.of(seeds);
		return { seed, steps: [...mutate(manifest, random, donors), ELSEWHERE] };
	});
}

/** The server is asked in a namespace of its own. */
const ELSEWHERE: Step = ['drop', '/metadata/namespace'];

/** Of the server that was asked: what it lacks, or had not yet deleted. */
const NOT_OURS = /not found$|no PriorityClass|error looking up|being deleted|already exists|the namespace of the provided object/;
/** A name that is another each time. */
const isDrawn = (one: ServerCase): boolean => 'seed' in one && textOf(one).includes('"generateName"');
const MOST = 2;
const LONGEST = 4000;

function fewOf(rows: readonly ServerRow[]): readonly ServerRow[] {
	const seen = new Map<string, number>();
	return rows.filter((row) => {
		if ('yaml' in row) return true;
		const { message, causes, warnings = [] } = row.expect;
		const said = [...(causes ?? [message ?? `${row.seed} accepted`]), ...warnings].map((text) => text.replace(/"[^"]*"|\[[^\]]*\]|field \S+|\d+/g, ''));
		const isRare = said.some((text) => (seen.get(text) ?? 0) < MOST) && JSON.stringify(row).length < LONGEST;
		if (isRare) for (const text of said) seen.set(text, (seen.get(text) ?? 0) + 1);
		return isRare;
	});
}

function ask([program = '', ...args]: readonly string[], cases: readonly ServerCase[]): readonly ServerRow[] {
	const input = cases.map((one, id) => `${JSON.stringify({ id: String(id), yaml: textOf(one) })}\n`).join('');
	const { stdout } = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
	return stdout
		.trim()
		.split('\n')
		.flatMap((line): ServerRow[] => {
			const { id, docs } = JSON.parse(line) as { id: string; docs: readonly Verdict[] };
			const [one, [answer]] = [cases[Number(id)], docs];
			if (!one || !answer || docs.length > 1 || isDrawn(one) || NOT_OURS.test(answer.message ?? '')) return [];
			return [{ ...one, expect: answerOf(answer) }];
		});
}

const [count = '0', ...command] = process.argv.slice(2);
const written = existsSync(SERVER) ? readRows<ServerRow>(SERVER).flatMap((row): ServerCase[] => ('yaml' in row ? [{ yaml: row.yaml }] : [])) : [];
const rows = fewOf(ask(command, [...written, ...draw(Number(count))]));
writeFileSync(SERVER, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
