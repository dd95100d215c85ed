import { renameKey } from '../../yaml/edit';
import type { Edit } from '../../yaml/text-edit';
import type { Candidate, Site } from './site';
import { spellings } from './spelling';
import { changingTitle, settingTitle } from './titles';
import { entryAt, replace } from './write';

/** More are hardly tried before one fits. */
const MOST = 24;

/** The same name, value or key in letters that may stand there. */
export function names(site: Site): readonly Candidate[] {
	const { manifest, path, type, value, place, code } = site;
	if (type !== 'FieldValueInvalid' && type !== 'FieldValueTooLong') return [];
	const entry = entryAt(manifest, path);
	if (place?.isMapKey && code.endsWith('/key') && entry) {
		return spellings(entry.entry.key.text)
			.slice(0, MOST)
			.map((one) => ({ title: changingTitle(one), edits: [renameKey(manifest.document.text, entry.entry, one)], isFallback: true }));
	}
	if (value?.kind !== 'scalar' || (place?.type.kind !== 'string' && place?.type.kind !== 'intOrString')) return [];
	return spellings(value.text, code.startsWith('env/') ? '_' : '-')
		.slice(0, MOST)
		.flatMap((one) => {
			const edit: Edit | undefined = replace(manifest, path, one);
			return edit ? { title: settingTitle(path.at(-1), one), edits: [edit], renames: path.at(-1) === 'name', isFallback: true } : [];
		});
}
