import type { Words } from '../../docs/words';
import { locate } from '../../manifest/locate';
import type { Manifest } from '../../manifest/read';
import type { Segment } from '../../schema/field-path';
import { removeEntry } from '../../yaml/edit';
import type { Range } from '../../yaml/node';
import type { Edit } from '../../yaml/text-edit';
import { particle } from '../particle';
import type { Fix } from './repair';

/** What we add to a fault of a manifest's shape: why, where the code's own words say too little, and what would mend it. */
export interface Answer {
	readonly why?: Words;
	readonly fix?: Fix;
}

export const changeTo = (text: string): Words => ({ en: `Change to ${text}`, ko: `${text}${particle(text, '으로/로')} 바꾸기` });

/** Takes away the entry whose key stands at a range, in the map at a path. */
export function removal(manifest: Manifest, path: readonly Segment[], key: Range): Edit | undefined {
	const map = locate(manifest.node, path).value;
	const entry = map?.kind === 'map' ? map.entries.find((one) => one.key.range.start === key.start) : undefined;
	return map?.kind === 'map' && entry ? removeEntry(manifest.document.text, map, entry) : undefined;
}
