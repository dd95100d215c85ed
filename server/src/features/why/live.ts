/** A live pod for the panel: why it is as it is, with its life up to now and on. */
import type { Dump, DumpedPod } from '../../autopsy/dump';
import type { Evidence } from '../../autopsy/finding';
import { LARGEST } from '../../manifest/read';
import type { Life, LiveRun } from '../../protocol/life';
import { type LiveAnswer, type LiveParams, type LiveProof, LONGEST_SINCE } from '../../protocol/live';
import type { Span } from '../../protocol/text';
import type { LiveName } from '../../protocol/why';
import type { PodSpec } from '../../schema/generated/types';
import type { Range } from '../../yaml/node';
import { laneContainers } from '../life/lanes';
import { toldIn } from '../life/simulate';
import { wantedOf } from '../life/wanted';
import { marksOf } from './dump-marks';
import { type DumpPlaces, placesIn } from './dump-places';
import { type Examined, examine, HORIZON, type Reader } from './examine';
import { explain } from './explain';
import type { Explained } from './explained';
import { knownOf, knownOfRow } from './known';
import { measured } from './measured';
import { readDump } from './read-dump';
import { proofOf } from './telling';

/** Explains one pod of a text that kubectl printed. It holds no value of an environment variable and no annotation. `spanOf` gives places of the text to an editor. */
export function livePod(params: LiveParams, spanOf: (range: Range) => Span): LiveAnswer {
	const { text, pod: wanted = 0 } = params;
	if (text.length > LARGEST) return { kind: 'empty' };
	const dump = readDump(text);
	const pods: readonly LiveName[] = [...dump.pods.map(({ pod }) => nameOf(pod.metadata)), ...(dump.rows ?? []).map(nameOf)];
	const found = typeof wanted === 'number' ? wanted : pods.findIndex((one) => isSame(one, wanted));
	const index = pods[found] ? found : 0;
	const name = pods[index];
	if (!name) return { kind: 'empty' };
	const dumped = dump.pods[index];
	const shown = { dump, pods, index, ...readerOf(params, dumped, dump.newest), places: placesIn(text, name), spanOf };
	return dumped ? explained(dumped, shown) : ofRow(shown);
}

/** Seconds: a dump that is being written is told up to the reader's clock by itself while it is younger than this. */
const YOUNG = 600;

function readerOf({ zone, clock, isUpToClock, isAnew = false }: LiveParams, dumped: DumpedPod | undefined, newest: number | undefined): Reader {
	const age = clock === undefined || newest === undefined ? 0 : Math.round((clock - newest) / 1000);
	const isWanted = isUpToClock ?? (age < YOUNG && (dumped?.history.length ?? 0) > 0);
	return { zone, isAnew, since: isWanted && age > 0 && age <= LONGEST_SINCE ? age : 0 };
}

interface Shown extends Reader {
	readonly dump: Dump;
	readonly pods: readonly LiveName[];
	readonly index: number;
	readonly places: DumpPlaces;
	readonly spanOf: (range: Range) => Span;
}

const nameOf = ({ name = '', namespace }: Partial<LiveName> = {}): LiveName => ({ name, ...(namespace ? { namespace } : {}) });
const isSame = (one: LiveName, other: LiveName): boolean => one.name === other.name && (one.namespace || 'default') === (other.namespace || 'default');

function explained(dumped: DumpedPod, shown: Shown): LiveAnswer {
	const { dump, places } = shown;
	const examined = examine(dumped, dump.newest ?? 0, HORIZON, dump.cut, shown);
	const isUnknown = examined.explained.verdict === 'unknown';
	const life = isUnknown ? undefined : lifeOf(examined, shown);
	// What has no life is told as it is in the dump: nobody can tell why, or it is too busy to be lived so long.
	if (!life && shown.since > 0) return explained(dumped, { ...shown, since: 0 });
	const { finding, explained: told, isAnew } = examined;
	return {
		...sentencesOf(told, shown),
		isOver: finding.coming === 'never',
		...(shown.since > 0 ? { since: shown.since } : {}),
		prints: dumped.history.length + 1,
		causes: told.causes.map(({ words, evidence }, i) => ({ code: finding.causes[i]?.code ?? '', words, evidence: evidence.map((one) => proved(one, shown)) })),
		tries: told.advice.map((one, i) => {
			const line = finding.advice[i]?.line;
			return { ...one, ...spanned(line && 'field' in line ? places.field(line.field) : undefined, shown) };
		}),
		...(isAnew === undefined ? {} : { isAnew }),
		...(isUnknown && { known: knownOf(examined.facts, dump.cut, shown.zone) }),
		...(life && { life }),
	};
}

/** Of a pod of which only the columns of `kubectl get pods` are known. */
function ofRow(shown: Shown): LiveAnswer {
	const { dump, index } = shown;
	const rows = (dump.rows ?? []).slice(index - dump.pods.length, index - dump.pods.length + 1);
	const [[told], [row]] = [explain({ ...dump, pods: [], rows }), rows];
	if (!told || !row) return { kind: 'empty' };
	const known = told.verdict === 'unknown' ? { known: knownOfRow(row) } : {};
	return {
		...sentencesOf(told, shown),
		isOver: false,
		prints: 1,
		causes: told.causes.map(({ words, evidence }) => ({ code: '', words, evidence: evidence.map(proofOf) })),
		tries: told.advice,
		...known,
	};
}

const sentencesOf = ({ verdict, headline, fits, fit, now }: Explained, { pods, index, zone }: Shown) =>
	({ kind: 'live', pods, index, zone, verdict, headline, fits, fit, ...(now === undefined ? {} : { now }) }) as const;

const spanned = (range: Range | undefined, { spanOf }: Shown): { readonly span?: Span } => (range ? { span: spanOf(range) } : {});

/** What another object proves has no place here: only fields of the pod are looked for. */
function proved(evidence: Evidence, shown: Shown): LiveProof {
	const { places } = shown;
	const range = 'event' in evidence ? places.event(evidence.event) : evidence.of ? undefined : places.field(evidence.field);
	return { ...proofOf(evidence), ...spanned(range, shown) };
}

function lifeOf({ facts, foretold, explained: { watched } }: Examined, shown: Shown): Life | undefined {
	const past = measured(facts, foretold, HORIZON + shown.since);
	if (!past) return undefined;
	const { trace, now: known, before } = past;
	const spec: PodSpec = { ...facts.pod.spec, containers: facts.pod.spec?.containers ?? [] };
	const marks = marksOf(facts, shown.places)
		.filter(({ t, lastT = t }) => lastT >= before)
		.map(({ range, ...mark }) => {
			const last = mark.lastT === undefined ? {} : { lastT: mark.lastT - before };
			return { ...mark, t: Math.max(0, mark.t - before), ...last, ...spanned(range, shown) };
		});
	const parted = (watched?.parts ?? []).map(({ words, container, at }) => ({ words, container, t: Math.max(0, at - before) }));
	// A life of which only the end is lived begins when the real one was so old.
	const runs = watched && { real: watched.real.map((run) => earlier(run, before)), told: watched.told, alike: watched.alike };
	const spanOfField = (field: string): Span | undefined => spanned(shown.places.field(field), shown).span;
	return {
		...toldIn(trace, wantedOf({}, {}), spanOfField),
		scenario: foretold.inference.scenario,
		presets: [],
		containers: laneContainers(spec),
		live: { now: known + shown.since, known, zero: facts.created + before * 1000, zone: shown.zone, before, marks, parted, ...(runs && { runs }) },
	};
}

/** A run in the times of a life that began so many seconds later. */
function earlier({ from, to, ready, ...run }: LiveRun, by: number): LiveRun {
	const times = Object.entries({ from, to, ready }).flatMap(([name, t]) => (t === undefined ? [] : [[name, t - by] as const]));
	return { ...run, ...Object.fromEntries(times) };
}
