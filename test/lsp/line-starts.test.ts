import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lineStarts, placeIn } from '../../server/src/lsp/line-starts';

test('places in a text that is not kept are those that an editor has', () => {
	for (const text of ['', 'a', 'a\nb', '\n\n', 'a\r\nb\rc\n\rd', '한글\n😀 b\r\n', 'no end\n\u2028still this line']) {
		const starts = Uint32Array.from(lineStarts(text));
		const document = TextDocument.create('', 'yaml', 1, text);
		for (let offset = 0; offset <= text.length; offset++) {
			// Between the two of a line's end an editor has no place.
			if (text.slice(offset - 1, offset + 1) === '\r\n') continue;
			assert.deepEqual(placeIn(starts, offset), document.positionAt(offset), `${JSON.stringify(text)} at ${offset}`);
		}
	}
});
