import { readFileSync } from 'node:fs';
import type { Verdict } from '../../server/src/features/diagnose/verdict';
import { NEWEST } from '../../server/src/schema/schema';
import { toJson } from '../../server/src/yaml/json';
import { parse } from '../../server/src/yaml/parse';
import { apply, type Json, type Step } from './steps';

/** Manifests that are changed: one file each in seeds/. */
export const SEEDS = 'test/conformance/seeds';
/** A line each: what is made of a seed, and what kube-apiserver said to it; of older versions only what the newest would not say. */
export const verdictsFile = (version: string): string => `test/conformance/verdicts${version === NEWEST_VERSION ? '' : `-${version}`}.jsonl`;
export const NEWEST_VERSION = `1.${NEWEST}`;
export const OLDER_VERSIONS: readonly string[] = ['1.34', '1.32'];
/** A line each: a text that is odd YAML, and what came of it. */
export const TEXTS = 'test/conformance/texts.jsonl';

export interface Row {
	readonly seed: string;
	readonly steps: readonly Step[];
	/** The manifest is applied over one that was created before: the seed after these steps. */
	readonly over?: readonly Step[];
	/** What differs from the verdict on the seed itself. */
	readonly expect: Expectation;
}

export interface TextRow {
	readonly yaml: string;
	readonly expect: readonly Expectation[];
}

/** A verdict, short. `security`, `qos` and `warnings` only say what an accepted manifest gets. */
export interface Expectation {
	readonly accepted: boolean;
	/** The sentence in which the server gives up reading. */
	readonly decode?: string;
	readonly strict?: readonly string[];
	/** `FieldValueInvalid spec.x: Invalid value: …` */
	readonly errors?: readonly string[];
	readonly warnings?: readonly string[];
	readonly qos?: string;
	readonly security?: Verdict['security'];
}

export const seedOf = (name: string): Json => toJson(parse(readFileSync(`${SEEDS}/${name}.yaml`, 'utf8')).root) as Json;

export const manifestOf = (seed: Json, steps: readonly Step[]): string => JSON.stringify(apply(seed, steps));

export const readRows = <T>(file: string): readonly T[] =>
	readFileSync(file, 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as T);

const UID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What of a verdict is compared: of a sentence the first line, where no diff in Go's notation follows. The server draws uids by lot. */
export function expectationOf(verdict: Verdict, isUpdate: boolean): Expectation {
	const { accepted, decode, strict, errors, warnings, qos, security } = verdict;
	if (decode !== undefined) return { accepted, decode };
	const sentences = [...new Set(errors?.map(({ type, field, detail }) => `${type} ${field}: ${(detail.split('\n')[0] ?? '').replace(UID, 'UID')}`))].sort();
	return {
		accepted,
		...(strict?.length ? { strict: [...new Set(strict)].sort() } : {}),
		...(sentences.length > 0 ? { errors: sentences } : {}),
		...(accepted && qos ? { qos } : {}),
		...(accepted && !isUpdate ? { warnings: [...new Set(warnings)].sort(), security: sorted(security) } : {}),
	};
}

const sorted = (security: Verdict['security'] = {}): NonNullable<Verdict['security']> =>
	Object.fromEntries(Object.entries(security).map(([level, reasons]) => [level, [...(reasons ?? [])].sort()]));

/** What of a verdict on an odd text is compared: how it was read. */
export function readingOf(verdict: Verdict): Expectation {
	const { accepted, decode, strict, errors } = expectationOf(verdict, true);
	return { accepted, ...(decode ? { decode } : {}), ...(strict ? { strict } : {}), ...(errors ? { errors } : {}) };
}

/** Less what the seed gets as well. */
export function shortened(expectation: Expectation, ofSeed: Expectation): Expectation {
	const same = (key: keyof Expectation): boolean => JSON.stringify(expectation[key]) === JSON.stringify(ofSeed[key]);
	return Object.fromEntries(Object.entries(expectation).filter(([key]) => key === 'accepted' || !same(key as keyof Expectation))) as unknown as Expectation;
}
