import { fieldWords, wordsUnder } from '../../../server/src/docs/fields';
import { kindWords } from '../../../server/src/docs/types';
import { keyWords } from '../../../server/src/docs/values/keys';
import { reasonWords } from '../../../server/src/docs/values/reasons';
import * as resources from '../../../server/src/docs/values/resources';
import { valueWords } from '../../../server/src/docs/values/values';
import { judge } from '../../../server/src/features/diagnose/judge';
import { hover } from '../../../server/src/features/hover/hover';
import { read } from '../../../server/src/manifest/read';
import { testMarked } from '../marked';

/** Every paragraph that somebody wrote in docs/: a fixture shows that it is there, and not how it reads today. */
const WRITTEN = new Set(texts([fieldWords, wordsUnder, kindWords, keyWords, reasonWords, { ...resources }, valueWords]).flatMap((text) => text.split('\n')));

function texts(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

testMarked('test/features/hover', 'hover', (text, { offset, about }) => {
	const language = about === 'ko' || about === 'both' ? about : 'en';
	const found = hover(read(text), offset, { language, version: 37 }, (manifest) => judge(manifest, 37));
	if (!found) return ['nothing'];
	const shown = found.markdown.replaceAll('\u00a0', ' ').replace(/```yaml\n.*?\n```/s, '(example)');
	return shown.split('\n').flatMap((line) => short(line.trim()));
});

function short(line: string): readonly string[] {
	if (line === '' || /^\[(?:Docs|문서)\]/.test(line)) return [];
	const [, name = '', said = ''] = /^(\*\w+\*: )?(.*)$/.exec(line) ?? [];
	return [WRITTEN.has(said) ? `${name}…` : line];
}
