import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spotAt } from '../../server/src/yaml/outline';

/** The spot at `|` of a text. */
function spot(text: string) {
	const offset = text.indexOf('|');
	return spotAt(text.replace('|', ''), offset);
}
const pathOf = (text: string): string => JSON.stringify(spot(text)?.path);

test('a key beside others', () => {
	const found = spot('kind: Pod\nspec:\n  containers:\n  - name: a\n    im|\n    ports:\n    - containerPort: 80\n');
	assert.deepEqual(found?.path, ['spec', 'containers', 0]);
	assert.deepEqual(found?.above, ['name']);
	assert.deepEqual(found?.below, ['ports']);
	assert.deepEqual(found?.writes, { what: 'key', typed: 'im', dash: false, colonFollows: false });
});

test('items are counted', () => {
	assert.equal(pathOf('a:\n- x: 1\n  y: 2\n- x: 3\n  |'), '["a",1]');
	assert.equal(pathOf('a:\n  - x: 1\n    y:\n    - z: 1\n    - z: 2\n    - |'), '["a",0,"y",2]');
	assert.equal(pathOf('a:\n- |'), '["a",0]');
	assert.equal(pathOf('a:\n- b\n- |'), '["a",1]');
});

test('an empty line belongs to the key above it', () => {
	assert.equal(pathOf('spec:\n  |'), '["spec"]');
	assert.equal(pathOf('spec:\n  securityContext:\n    |\n  containers: []'), '["spec","securityContext"]');
	assert.equal(pathOf('|'), '[]');
	assert.equal(pathOf('spec:\n  a: 1\n|'), '[]');
});

test('a byte order mark is no part of the first line', () => {
	for (const text of ['ki|', 'kind:|\n  a: b\n', 'kind: |', 'spec:\n  |', '{a: {b: |}}', '\t|\nb: c', 'a: "|\n']) {
		const [bare, marked] = [spot(text), spot(`\ufeff${text}`)];
		const { from = 0, to = 0, reindent, ...rest } = bare ?? {};
		const behind = { ...rest, from: from + 1, to: to + 1, ...(reindent ? { reindent: { ...reindent, start: reindent.start + 1 } } : {}) };
		assert.deepEqual(marked, bare && behind, text);
	}
	assert.equal(spotAt('\ufeffkind: Pod', 0), undefined);
});

test('a value', () => {
	const found = spot('spec:\n  restartPolicy: Al|\n');
	assert.deepEqual(found?.path, ['spec']);
	assert.deepEqual(found?.writes, { what: 'value', key: 'restartPolicy', typed: 'Al' });
	assert.equal(pathOf('spec:\n  containers:\n  - name: x\n    imagePullPolicy: |'), '["spec","containers",0]');
	assert.equal(pathOf('a:\n- b: |'), '["a",0]');
});

test('a broken line elsewhere does not matter', () => {
	assert.equal(pathOf('spec:\n  foo\n  containers:\n  - name: x\n    bar\n    |'), '["spec","containers",0]');
});

test('block scalars and comments are left alone', () => {
	assert.equal(spot('data:\n  script: |\n    echo ¦\n'.replace('|', '>').replace('¦', '|')), undefined);
	assert.equal(spot('# foo |'), undefined);
});

test('keys of a list at the column of its parent', () => {
	assert.equal(pathOf('spec:\n  containers:\n  - name: a\n  |'), '["spec"]');
	assert.equal(pathOf('spec:\n  containers:\n    - name: a\n    |'), '["spec","containers"]');
	assert.equal(pathOf('spec:\n  containers:\n    - name: a\n  |'), '["spec"]');
});

test('the first key of an item', () => {
	const found = spot('a:\n- |\n  image: x\n');
	assert.deepEqual(found?.path, ['a', 0]);
	assert.deepEqual(found?.below, ['image']);
});

test('brackets', () => {
	assert.equal(pathOf('a: {b: {|'), '["a","b"]');
	assert.equal(pathOf('a: [{x: 1}, {y: 2, |}]'), '["a",1]');
	assert.deepEqual(spot('a: [{x: 1}, {y: 2, |, z: 3}]')?.above, ['y']);
	assert.deepEqual(spot('a: [{x: 1}, {y: 2, |, z: 3}]')?.below, ['z']);
	assert.deepEqual(spot('a: {b: Al|}')?.writes, { what: 'value', key: 'b', typed: 'Al' });
	assert.deepEqual(spot('a: [N|]')?.path, ['a', 0]);
	assert.equal(pathOf('{"spec": {\n  "x": 1,\n  "|"\n}}'), '["spec"]');
	assert.equal(pathOf('a: {\n  b: 1,\n  |\n}\nc: 1'), '["a"]');
	assert.equal(pathOf('a: [\n  x,\n]\nc:\n  |'), '["c"]');
});

test('quotes, carriage returns and tabs', () => {
	const quoted = spot('a:\n  "na|": 1');
	assert.deepEqual(quoted?.writes, { what: 'key', typed: 'na', dash: false, colonFollows: true });
	assert.equal(quoted?.quote, '"');
	const { from, to } = spot('a: "Al|\\" \\" b" # c') ?? {};
	assert.deepEqual([from, to], [4, 13]);
	assert.deepEqual(spot('a: "Al|"')?.writes, { what: 'value', key: 'a', typed: 'Al' });
	assert.equal(pathOf('a:\r\n  b: 1\r\n  |\r\n  c: 2\r\n'), '["a"]');
	assert.deepEqual(spot('a:\n\t|\n  c: 2')?.reindent, { start: 3, column: 2 });
});

test('values of several lines hide their text', () => {
	assert.equal(pathOf('a:\n  b: "one\n    two: 2"\n  |'), '["a"]');
	assert.equal(pathOf('a:\n  b: "open\n  c: 1\n  |'), '["a"]');
	assert.equal(pathOf('a:\n  b: >\n    x: y\n  |'), '["a"]');
});

test('a blank line whose column fits nothing is moved to where something can stand', () => {
	assert.deepEqual([spot('spec:\n  a: 1\n |')?.reindent?.column, pathOf('spec:\n  a: 1\n |')], [2, '["spec"]']);
	assert.deepEqual([spot('spec:\n|\n  a: 1\n')?.reindent?.column, pathOf('spec:\n|\n  a: 1\n')], [2, '["spec"]']);
	assert.deepEqual([spot('spec:\n      |\n  a: 1\n')?.reindent?.column, spot('spec:\n      |\n  a: 1\n')?.below], [2, ['a']]);
	assert.deepEqual([spot('a:\n  - x\n      |\n')?.reindent?.column, pathOf('a:\n  - x\n      |\n')], [2, '["a"]']);
	assert.deepEqual([spot('a:\n- x: 1\n | \n')?.reindent?.column, pathOf('a:\n- x: 1\n |\n')], [2, '["a",0]']);
	assert.equal(spot('a:\n  b:\n   c|: 1\n    d: 2\n')?.reindent, undefined, 'a line that is not blank stands where it stands');
});

test('nothing is written where it would break what is there', () => {
	for (const text of [
		...['a\n|', '{"a": 1}\n|', 'a: 1\n...\n|', 'a: 1\n..|.', 'a: x\n  b\n  c|', 'a:\n  x|\n  y|'.replace('x|', 'x')],
		...['a: x\n  b|', '- x\n    b|', 'a:\n  b|c\n    d\n', "a: 'x\ny' |\nb: 1\n", "a: 'x\ny'|\nb: 1\n"],
		...['add:|\n- A\n', 'a:\n  b:|\n    c: 1\n', 'a: x|\n  y\n', 'a:|b: 1', 'a: |"x"', 'a: |[x,\n y]', 'a: |&x 1', '|- a: 1', 'a:\n- |\n    b: 1\n'],
		...['a: [{b: 1}|]', 'a: {b: 1,| c: 2}', 'a: {| b: 1}', 'a: "x" |', 'te|#xt: 1', 'a: |\n    text\n  |\n    more\n'.replace('a: |', 'a: >')],
	]) {
		assert.equal(spot(text), undefined, JSON.stringify(text));
	}
});

test('a value or key in hand is replaced to its end', () => {
	const rest = (text: string): string | undefined => {
		const found = spot(text);
		return found && text.replace('|', '').slice(found.from, found.to);
	};
	assert.equal(rest('a: 5|0-59/1 * * * * # often'), '50-59/1 * * * *');
	assert.equal(rest('a: "x|y z" # often'), 'xy z');
	assert.equal(rest('im|age'), 'image');
	assert.equal(rest('ngi|nx:1.2: {}'), 'nginx:1.2');
	assert.equal(rest('a: [N|ET_ADMIN, X]'), 'NET_ADMIN');
	assert.equal(rest('a: {b: x| y, c: 1}'), 'x y');
	assert.equal(rest('{"a": "x|=y", "b": 1}'), 'x=y');
	assert.equal(rest('a:| x y # c'), ' x y');
});

test('keys may hold colons and number signs, and lines may end as YAML has them end', () => {
	assert.deepEqual(spot('images:\n  nginx:1.2:\n    |\n')?.path, ['images', 'nginx:1.2']);
	assert.deepEqual(spot('a#b: 1\n|')?.above, ['a#b']);
	assert.deepEqual(spot('a: 1\u2028b:\u2029  |')?.path, ['b']);
});

test('a document of a hundred thousand lines, or blanks, is read once', () => {
	const many = 100_000;
	assert.deepEqual(spot(`a: [\n${'  word,\n'.repeat(many)}  |`)?.path, ['a', many]);
	assert.deepEqual(spot(`a: {\n${'  word: 1,\n'.repeat(many)}  |`)?.path, ['a']);
	assert.equal(spot(`a:\n  "b${' '.repeat(many)}|`)?.quote, '"');
	for (const text of [`a${' '.repeat(many)}|x`, `a: ${' '.repeat(many)}#|`, `${'- '.repeat(many)}|`, `a: "${'\\'.repeat(many)}|`]) spot(text);
});
