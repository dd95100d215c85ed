/** What is known while expectations are written: the scenario as far as it can be read, and the life that it gives. */
import type { Subject } from '../../expect/expectation';
import { Resolver } from '../../expect/moments';
import { type Given, readSubject } from '../../expect/read';
import type { Lived, Track } from '../../expect/tracks';
import { watched } from '../../expect/watched';
import type { Segment } from '../../schema/field-path';
import type { Minor } from '../../schema/schema';
import { readScenario } from '../../simulator/read-scenario';
import type { Scenario } from '../../simulator/scenario';
import { toJson } from '../../yaml/json';
import { parse } from '../../yaml/parse';
import type { Beside, ManifestText } from '../scenario/scenario-names';
import { givenOf } from './given';
import { played, runTest } from './run';

type Plain = Readonly<Record<string, unknown>>;

export interface AtHand {
	readonly scenario: Scenario;
	readonly given: Given;
	/** Undefined where nothing lives. */
	readonly life: Lived | undefined;
	/** An expectation as it stands, however little of it. */
	readonly item: (index: number) => Plain;
	/** Whom a map is about, where it says so. */
	readonly subjectOf: (item: Plain) => Subject | undefined;
	/** The tracks of a subject in this life. */
	readonly tracksOf: (subject: Subject) => readonly Track[];
}

/** The scenario may be broken: its tree is then a guess. */
export function atHand(text: string, beside: Beside | undefined, version: Minor): AtHand {
	const { root } = parse(text);
	const json = root ? toJson(root) : null;
	const { scenario } = readScenario(json);
	const within = own(json, 'manifest');
	const manifest = typeof within === 'string' ? { text: within } : beside;
	const given = givenOf(scenario, manifest);
	const life = root && manifest ? lifeOf({ ...scenario, expect: scenario.expect ?? [] }, manifest, version) : undefined;
	const resolver = life && new Resolver(life);
	const items = own(json, 'expect');
	return {
		scenario,
		given,
		life,
		item: (index) => {
			const item: unknown = Array.isArray(items) ? items[index] : undefined;
			return isPlain(item) ? item : {};
		},
		subjectOf: (item) => readSubject(item, scenario, given),
		tracksOf: (subject) => resolver?.tracks(subject) ?? [],
	};
}

/** Whose state is spoken of at a path from the scenario's root: that of the innermost map that names one. */
export function subjectAt(hand: AtHand, path: readonly Segment[]): Subject | undefined {
	let at: unknown = hand.item(Number(path[1]));
	let found: Subject | undefined;
	for (const segment of [undefined, ...path.slice(2)]) {
		if (segment !== undefined) at = typeof at === 'object' && at !== null ? (at as Readonly<Record<Segment, unknown>>)[segment] : undefined;
		found = (isPlain(at) ? hand.subjectOf(at) : undefined) ?? found;
	}
	return found;
}

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (value: unknown, key: string): unknown => (isPlain(value) && Object.hasOwn(value, key) ? value[key] : undefined);

let last: { readonly key: string; readonly life: Lived | undefined } | undefined;

/** While one writes expectations the life stays the same: it is lived once. */
function lifeOf(scenario: Scenario, manifest: ManifestText, version: Minor): Lived | undefined {
	const lived = watched(scenario);
	const { expect: _, ...world } = lived;
	const key = JSON.stringify([world, manifest, version]);
	if (last?.key !== key) {
		const { life, trace } = runTest({ root: NOWHERE, scenario: lived, expectations: [], count: 0 }, played(manifest, version));
		last = { key, life: trace && life };
	}
	return last.life;
}

const NOWHERE = { kind: 'map', range: { start: 0, end: 0 }, flow: true, entries: [] } as const;
