import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { conversionFaults } from '../../server/src/yaml/convert';
import { parsePart, separatorSentence, splitStream, syntaxSentence } from '../../server/src/yaml/parse';
import { resolve } from '../../server/src/yaml/scalar';

/** What kubectl finds in a file: '' for a document that it can read, else the sentence in which it gives up. */
function documentsOf(text: string): readonly string[] {
	const found: string[] = [];
	for (const part of splitStream(text)) {
		const { root, faults } = parsePart(part);
		const [fault] = faults;
		const converted = root && !part.isJson ? conversionFaults(root)[0]?.message : undefined;
		const yaml = part.separatorFault ? separatorSentence(part.separatorFault) : fault ? syntaxSentence(fault, part.linesAbove) : converted;
		const said = part.jsonFault && (part.jsonFault.isFinal || yaml !== undefined) ? part.jsonFault.message : yaml;
		if (said !== undefined) return [...found, said];
		if (root && !(root.kind === 'scalar' && resolve(root).kind === 'null')) found.push('');
	}
	return found;
}

test('a file is cut and refused as YAMLOrJSONDecoder of apimachinery 0.37.1 does it', () => {
	const rows = readFileSync('test/yaml/streams.jsonl', 'utf8').trim().split('\n');
	assert.ok(rows.length > 150);
	for (const row of rows) {
		const { text, docs } = JSON.parse(row) as { text: string; docs: readonly string[] };
		assert.deepEqual(documentsOf(text), docs, JSON.stringify(text));
	}
});

test('JSON is read as JSON: what YAML would not take, and offsets of the part', () => {
	const part = splitStream('{"a"\n:"\\ud83d\\ude00"}\n\t{"b": [1, {}, []]}')[1];
	assert.ok(part);
	const { root, faults } = parsePart(part);
	assert.deepEqual(faults, []);
	assert.equal(root?.kind === 'map' && root.entries[0]?.key.text, 'b');
	assert.equal(part.text.slice(root?.range.start, root?.range.end), '{"b": [1, {}, []]}');
	const deep = `{"a":${'['.repeat(2000)}${']'.repeat(2000)}}`;
	assert.equal(parsePart(splitStream(deep)[0] ?? { start: 0, text: '', linesAbove: 0 }).faults.length, 1, 'deeper than anybody nests is no JSON of ours');
});
