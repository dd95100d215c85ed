import type { File } from '../../manifest/read';
import type { Bilingual } from '../../protocol/text';
import { headOf } from '../manifests';
import { sentence } from '../markdown';
import type { Pointed } from '../navigate/points-to';
import { manifestAt, pathText, placeAt } from '../place';
import { explain } from './explain';
import { whyLenses } from './lenses';
import { onlyPod, readDump } from './read-dump';

/** What in a status makes one ask why. */
const ASKS = new Set(['phase', 'conditions', 'containerStatuses', 'initContainerStatuses', 'state', 'lastState', 'reason', 'exitCode', 'restartCount']);

/** What the explanation of a live pod says of the key or value at an offset of its status; undefined elsewhere. It is explained for this: up to half a second. */
export function whyAt(file: File, offset: number): Pointed | undefined {
	const at = manifestAt(file, offset);
	const place = at && placeAt(at.manifest, at.offset);
	if (!at || !place || place.segments[0] !== 'status' || !ASKS.has(place.field.name)) return undefined;
	const live = whyLenses(file).find(({ range }) => range.start === headOf(at.manifest).start);
	const [told] = live ? explain(onlyPod(readDump(file.text), live.pod)) : [];
	if (!told) return undefined;
	const path = pathText(place.segments);
	const isHere = (field: string): boolean => field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`);
	const causes = told.causes.filter(({ evidence }) => evidence.some((one) => 'field' in one && !one.of && isHere(one.field)));
	const said = ({ en, ko }: Bilingual): Bilingual => ({ en: sentence(en), ko: sentence(ko) });
	const headline = said(told.headline);
	const { start } = at.manifest;
	return {
		lines: [{ en: `**${headline.en}**`, ko: `**${headline.ko}**` }, ...causes.map(({ words }) => said(words))],
		range: { start: place.range.start + start, end: place.range.end + start },
	};
}
