import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { kubeVersion } from '../../server/src/charts/capabilities';
import { loadChart } from '../../server/src/charts/chart';
import { structOf } from '../../server/src/charts/go-struct';
import { ignoreOf, isIgnored } from '../../server/src/charts/ignore';
import { globPattern, matches, type Pattern, shellPattern } from '../../server/src/charts/match';
import { METADATA, readMetadata, validated } from '../../server/src/charts/metadata';
import { schemaFaults } from '../../server/src/charts/values-schema';
import { setValues } from '../../server/src/cli/set-values';
import { readMap } from '../../server/src/templates/functions/helm';
import { toJson } from '../../server/src/templates/functions/json';
import { Fault, type Value } from '../../server/src/templates/value';

interface Matches {
	readonly texts: readonly string[];
	/** For each pattern a letter a text: 1 it matches, 0 it does not, ! the pattern is told to be none; or bad where that is so for all. */
	readonly patterns: Readonly<Record<string, string>>;
}

/** What Helm 3.22 and its libraries answered. */
interface Recorded {
	/** Kind of values, what --set says, the values then, the fault. */
	readonly set: readonly (readonly [string, string, string, string])[];
	/** A Chart.yaml, what was read, the fault. */
	readonly chart: readonly (readonly [string, string, string])[];
	readonly shell: Matches;
	readonly glob: Matches;
	/** A .helmignore; for each path (a folder ends with a slash) whether Helm passes over it; the fault. */
	readonly ignore: { readonly paths: readonly string[]; readonly rules: readonly (readonly [string, string, string])[] };
	readonly kube: readonly (readonly string[])[];
	readonly load: readonly { readonly files: Readonly<Record<string, string>>; readonly error: string }[];
}
const recorded: Recorded = JSON.parse(readFileSync('test/conformance/charts/helm.json', 'utf8'));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const plain = (value: Value): unknown => JSON.parse(String(toJson(value, false)));

test('--set and --set-string put what Helm puts, and refuse in its words', () => {
	for (const [kind, text, json, error] of recorded.set) {
		const values = new Map<string, Value>([
			[
				'old',
				new Map<string, Value>([
					['list', ['x']],
					['text', 't'],
				]),
			],
		]);
		const fault = setValues(text, values, kind === 'text');
		assert.equal(fault?.message ?? '', error, text);
		// What stands in values that were refused, nobody sees.
		if (!fault) assert.deepEqual(plain(values), JSON.parse(json), text);
	}
});

test('Chart.yaml is typed as Go types it: numbers become texts, and the first misfit is told in its words', () => {
	for (const [yaml, json, error] of recorded.chart) {
		const read = readMetadata(yaml);
		const checked = read instanceof Fault ? read : validated({ ...read, apiVersion: read.apiVersion || 'v1' });
		assert.equal(checked instanceof Fault ? checked.message : '', error, yaml);
		if (!(checked instanceof Fault)) assert.deepEqual(plain(structOf(METADATA, checked).json ?? null), JSON.parse(json), yaml);
	}
});

function check({ texts, patterns }: Matches, compile: (text: string) => Pattern | undefined): void {
	for (const [text, answers] of Object.entries(patterns)) {
		const pattern = compile(text);
		if (answers === 'bad' || answers.includes('!')) assert.equal(pattern, undefined, text);
		else assert.equal(pattern && texts.map((one) => (matches(pattern, one) ? '1' : '0')).join(''), answers, text);
	}
}

test('patterns of .helmignore match as filepath.Match does', () => check(recorded.shell, shellPattern));
test('patterns of .Files.Glob match as gobwas/glob does', () => check(recorded.glob, globPattern));

test('a .helmignore passes over what Helm passes over', () => {
	const { paths, rules } = recorded.ignore;
	for (const [text, answers, error] of rules) {
		const ignore = ignoreOf(text);
		assert.equal(ignore instanceof Fault ? ignore.message : '', error, text);
		if (ignore instanceof Fault) continue;
		assert.equal(paths.map((path) => (isIgnored(ignore, path.replace(/\/$/, ''), path.endsWith('/')) ? '1' : '0')).join(''), answers, text);
	}
});

test('versions of Kubernetes are read as Helm reads them', () => {
	for (const [text = '', ...answer] of recorded.kube) {
		const read = kubeVersion(text);
		assert.deepEqual(read instanceof Fault ? [read.message] : [read.version, read.major, read.minor], answer, text);
	}
});

test('what is no chart is refused in the words of Helm', () => {
	for (const { files, error } of recorded.load) {
		const chart = loadChart(new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)])), () => undefined);
		assert.equal(chart instanceof Fault ? chart.message : '', error, JSON.stringify(files));
	}
});

test('values are checked against their schema as Helm does, word for word but for the order of names', () => {
	const sorted = (text: string): string => text.split('\n').sort().join('\n');
	for (const line of readFileSync('test/conformance/charts/schemas.jsonl', 'utf8').trim().split('\n')) {
		const { schema, values, says }: { schema: string; values: readonly string[]; says: readonly string[] } = JSON.parse(line);
		for (const [i, text] of values.entries()) {
			const given = readMap(text);
			assert.ok(!(given instanceof Fault), text);
			const told = schemaFaults({ name: 'chart', chart: { place: '', schema }, dependencies: [] }, given, false);
			assert.equal(sorted(told), sorted(says[i] ? `chart:\n${says[i]}` : ''), `${schema} of ${text}`);
		}
	}
});
