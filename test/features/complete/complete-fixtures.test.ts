import { complete } from '../../../server/src/features/complete/complete';
import { read } from '../../../server/src/manifest/read';
import { accepted } from '../applied';
import { changedLines, testMarked } from '../marked';

/** So many items are shown. */
const SHOWN = 8;

testMarked('test/features/complete', 'complete', (text, { offset, about }) => {
	const items = complete(text, read(text), offset, { language: 'en', version: 37 }).toSorted((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1));
	if (about === '') {
		const first = items.slice(0, SHOWN).map(({ label, kind, detail }) => (detail && kind !== 'field' ? `${label} (${detail})` : label));
		return [items.length === 0 ? 'nothing' : `${first.join(', ')}${items.length > SHOWN ? `, and ${items.length - SHOWN} more` : ''}`];
	}
	const item = items.find(({ label }) => label === about);
	return item ? ['', ...changedLines(text, accepted(text, item))] : ['is not offered'];
});
