import type { Dump } from '../../autopsy/dump';
import type { File } from '../../manifest/read';
import type { Bilingual } from '../../protocol/text';
import { shifted } from '../../yaml/node';
import { headOf } from '../manifests';
import { sentence } from '../markdown';
import type { Pointed } from '../navigate/points-to';
import { manifestAt, pathText, placeAt } from '../place';
import { explain } from './explain';
import { type ExplainedWorkload, explainWorkloads, unreadyFirst } from './explain-workloads';
import type { Explained } from './explained';
import { whyLenses } from './lenses';
import { onlyOne, readDump } from './read-dump';

/** What in a status makes one ask why. */
const ASKS = new Set(['phase', 'conditions', 'containerStatuses', 'initContainerStatuses', 'state', 'lastState', 'reason', 'exitCode', 'restartCount']);

/** What the explanation of a live pod or workload says of the key or value at an offset of its status; undefined elsewhere. It is explained for this: up to half a second. */
export function whyAt(file: File, offset: number): Pointed | undefined {
	const at = manifestAt(file, offset);
	const place = at && placeAt(at.manifest, at.offset);
	if (!at || !place || place.segments[0] !== 'status') return undefined;
	// What a workload counts stands right in its status.
	if (!ASKS.has(place.field.name) && (at.manifest.kind.kind === 'Pod' || place.segments.length > 2)) return undefined;
	const lens = whyLenses(file).find(({ range }) => range.start === headOf(at.manifest).start);
	const told = lens && toldOf(onlyOne(readDump(file.text), lens.live));
	if (!told) return undefined;
	const path = pathText(place.segments);
	const isHere = (field: string): boolean => field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`);
	const isWorkload = 'kind' in told;
	const causes = told.causes.filter(({ evidence }) => isWorkload || evidence.some((one) => 'field' in one && !one.of && isHere(one.field)));
	const said = ({ en, ko }: Bilingual): Bilingual => ({ en: sentence(en), ko: sentence(ko) });
	const headline = said(told.headline);
	const { start } = at.manifest;
	return {
		lines: [{ en: `**${headline.en}**`, ko: `**${headline.ko}**` }, ...causes.map(({ words }) => said(words))],
		range: shifted(place.range, start),
	};
}

/** The one that is asked for, explained: the workload, where it is one. */
function toldOf(dump: Dump): Explained | ExplainedWorkload | undefined {
	const pods = explain({ ...dump, pods: dump.pods.toSorted(unreadyFirst).slice(0, MOST_PODS) });
	return dump.workloads?.length ? explainWorkloads(dump, pods)[0] : pods[0];
}

/** A hover is not waited for long. */
const MOST_PODS = 3;
