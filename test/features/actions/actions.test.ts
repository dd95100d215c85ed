import { diagnose } from '../../../server/src/features/diagnose/diagnose';
import { fixesIn } from '../../../server/src/features/diagnose/fixes';
import { read } from '../../../server/src/manifest/read';
import { applied } from '../applied';
import { changedLines, testMarked } from '../marked';

testMarked('test/features/actions', 'action', (text, { offset }) => {
	const file = read(text);
	const found = diagnose(file, 37);
	const fixes = fixesIn(file, { start: offset, end: offset }, found, 37);
	const here = found.filter(({ range }) => range.start <= offset && offset <= range.end).map(({ code }) => code);
	if (fixes.length === 0) return [here.length > 0 ? `none for ${[...new Set(here)].join(', ')}` : 'nothing is wrong'];
	return fixes.flatMap(({ title, edits }) => [title.en, ...changedLines(text, applied(text, edits))]);
});
