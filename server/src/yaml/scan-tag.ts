import { type Cursor, isBlank, isBlankOrEnd, isBreakOrEnd, isDigit, isWord } from './cursor';

export interface Tag {
	readonly handle: string;
	readonly suffix: string;
}

/** yaml_parser_scan_anchor: a name after `&` or `*`. */
export function scanAnchor(cursor: Cursor): string {
	cursor.at++;
	const name = scanWord(cursor);
	if (name === '' || !(isBlankOrEnd(cursor.code()) || '?:,]}%@`'.includes(cursor.text.charAt(cursor.at)))) {
		cursor.fail('did not find expected alphabetic or numeric character');
	}
	return name;
}

/** yaml_parser_scan_tag */
export function scanTag(cursor: Cursor): Tag {
	const tag = cursor.code(1) === 0x3c ? scanVerbatim(cursor) : scanShorthand(cursor);
	if (!isBlankOrEnd(cursor.code())) cursor.fail('did not find expected whitespace or line break');
	return tag;
}

function scanVerbatim(cursor: Cursor): Tag {
	cursor.at += 2;
	const suffix = scanUri(cursor, '');
	if (cursor.code() !== 0x3e) cursor.fail("did not find the expected '>'");
	cursor.at++;
	return { handle: '', suffix };
}

function scanShorthand(cursor: Cursor): Tag {
	const handle = scanHandle(cursor, false);
	if (handle.length > 1 && handle.endsWith('!')) return { handle, suffix: scanUri(cursor, '') };
	const suffix = scanUri(cursor, handle);
	// A lone `!` is a tag of its own.
	return suffix === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix };
}

function scanHandle(cursor: Cursor, inDirective: boolean): string {
	const start = cursor.at;
	if (cursor.code() !== 0x21) {
		cursor.fail("did not find expected '!'");
		return '';
	}
	cursor.at++;
	scanWord(cursor);
	if (cursor.code() === 0x21) cursor.at++;
	else if (inDirective && cursor.at > start + 1) cursor.fail("did not find expected '!'", start);
	return cursor.text.slice(start, cursor.at);
}

const URI = /[\w\-;/?:@&=+$,.!~*'()[\]]/;

/** yaml_parser_scan_tag_uri: `head` is a handle that turned out to be its beginning. */
function scanUri(cursor: Cursor, head: string): string {
	let uri = head.slice(1);
	const start = cursor.at;
	for (;;) {
		const letter = cursor.text.charAt(cursor.at);
		if (letter === '%') {
			const hex = /^%([0-9A-Fa-f]{2})/.exec(cursor.text.slice(cursor.at, cursor.at + 3))?.[1];
			if (hex === undefined) {
				cursor.fail('did not find URI escaped octet');
				return uri;
			}
			uri += String.fromCharCode(Number.parseInt(hex, 16));
			cursor.at += 3;
		} else if (URI.test(letter)) {
			uri += letter;
			cursor.at++;
		} else break;
	}
	if (head === '' && cursor.at === start) cursor.fail('did not find expected tag URI');
	return uri;
}

function scanWord(cursor: Cursor): string {
	const start = cursor.at;
	while (isWord(cursor.code())) cursor.at++;
	return cursor.text.slice(start, cursor.at);
}

export type Directive = { readonly kind: 'version'; readonly version: string } | { readonly kind: 'tag'; readonly handle: string; readonly prefix: string };

/** yaml_parser_scan_directive: a line that begins with `%`. */
export function scanDirective(cursor: Cursor): Directive {
	const start = cursor.at;
	cursor.at++;
	const name = scanWord(cursor);
	if (name === '') cursor.fail('could not find expected directive name', start);
	else if (!isBlankOrEnd(cursor.code())) cursor.fail('found unexpected non-alphabetical character', start);
	else if (name !== 'YAML' && name !== 'TAG') cursor.fail('found unknown directive name', start);
	cursor.skipBlanks();
	const directive: Directive = name === 'TAG' ? scanTagDirective(cursor) : { kind: 'version', version: cursor.fault ? '' : scanVersion(cursor) };
	cursor.skipBlanks();
	cursor.skipComment();
	if (!isBreakOrEnd(cursor.code())) cursor.fail('did not find expected comment or line break', start);
	cursor.readBreak();
	return directive;
}

function scanTagDirective(cursor: Cursor): Directive {
	const handle = scanHandle(cursor, true);
	if (!isBlank(cursor.code())) cursor.fail('did not find expected whitespace');
	cursor.skipBlanks();
	const prefix = scanUri(cursor, '');
	if (!isBlankOrEnd(cursor.code())) cursor.fail('did not find expected whitespace or line break');
	return { kind: 'tag', handle, prefix };
}

function scanVersion(cursor: Cursor): string {
	const major = scanNumber(cursor);
	if (cursor.code() !== 0x2e) cursor.fail("did not find expected digit or '.' character");
	cursor.at++;
	return `${major}.${scanNumber(cursor)}`;
}

function scanNumber(cursor: Cursor): number {
	const start = cursor.at;
	while (isDigit(cursor.code())) cursor.at++;
	if (cursor.at === start) cursor.fail('did not find expected version number');
	else if (cursor.at - start > 2) cursor.fail('found extremely long version number', start);
	return Number(cursor.text.slice(start, cursor.at));
}
