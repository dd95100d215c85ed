import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { problemWords } from '../../server/src/docs/problems';

const CODE = /'([a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*)'/g;
const DIAGNOSE = 'server/src/features/diagnose';
/** Values of annotations that look like codes. */
const NO_CODES = new Set(['runtime/default', 'docker/default', 'kubectl.kubernetes.io/last-applied-configuration']);

/** Every code that the rules, the decoder and the editor can give, read off their source. */
function codes(): ReadonlySet<string> {
	const inside = (folder: string): readonly string[] =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => (name.endsWith('.ts') ? [`${folder}/${name}`] : []));
	const editor = ['syntax', 'encoding', 'asked'].map((name) => `${DIAGNOSE}/${name}.ts`);
	const files = [
		...inside('server/src/rules'),
		...inside('server/src/advice'),
		...inside(`${DIAGNOSE}/causes`),
		...inside('server/src/features/charts'),
		...inside('server/src/features/overlays'),
		...editor,
		...inside('server/src/manifest'),
		'server/src/defaults/admission.ts',
	];
	const found = files.flatMap((file) => [...withoutImports(readFileSync(file, 'utf8')).matchAll(CODE)].map(([, code = '']) => code));
	return new Set(found.filter((code) => !NO_CODES.has(code)));
}

const withoutImports = (source: string): string => source.replace(/\bfrom '[^']+'/g, '');

test('every code has its words, and no words are left over', () => {
	const emitted = [...codes()].sort();
	assert.ok(emitted.length > 300, `only ${emitted.length} codes were found in the source`);
	assert.deepEqual(Object.keys(problemWords).sort(), emitted);
});

test('codes stand in the source as they are, never put together', () => {
	for (const name of readdirSync('server/src/rules', { encoding: 'utf8' }).filter((one) => one.endsWith('.ts'))) {
		const source = readFileSync(`server/src/rules/${name}`, 'utf8');
		assert.doesNotMatch(source, /walk\.\w+\([^;]*, `[^`\s]*\/[^`\s]*`[,)]/, name);
		assert.doesNotMatch(source, /`[a-z-]+\/\$\{[^`]*`\)/, name);
	}
});

test('the words are two short sentences in either language, Korean in plain style', () => {
	for (const [code, { en, ko, link }] of Object.entries(problemWords)) {
		assert.ok(en.length <= 230, `${code}: ${en.length} characters of English`);
		assert.match(ko, /[가-힣]/, code);
		assert.ok(!/습니다|세요|십시오|되어지|에 대한/.test(ko), `${code}: ${ko}`);
		for (const words of [en, ko]) {
			assert.match(words, /\.$/, `${code} ends with a full stop`);
			assert.equal(words.split('`').length % 2, 1, `${code}: code font is closed`);
		}
		if (link !== undefined) assert.match(link, /^(concepts|tasks|tutorials|reference)\/[\w/-]+\/(#[\w-]+)?$/, code);
	}
});
