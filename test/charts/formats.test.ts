import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatFault } from '../../server/src/charts/json-schema/format';

/** Formats, texts, and what Helm 3.22 says of them; nothing where it takes them. */
const RECORDED: readonly (readonly [string, string, string?])[] = [
	['uri', 'http://a b.com/', 'parse "http://a b.com/": invalid character " " in host name'],
	['uri', 'http://[::1/', 'parse "http://[::1/": missing \']\' in host'],
	['uri', 'http://a:b/', 'parse "http://a:b/": invalid port ":b" after host'],
	['uri', 'x', 'relative url'],
	['uri', 'mailto:a@b'],
	['uri', 'http://h/%zz', 'parse "http://h/%zz": invalid URL escape "%zz"'],
	['uri', 'http://h/%4', 'parse "http://h/%4": invalid URL escape "%4"'],
	['uri', 'http://a%41/', 'parse "http://a%41/": invalid URL escape "%41"'],
	['uri', '//x', 'relative url'],
	['uri', 'http://[fe80::1%25en0]/', 'invalid ipv6 address: zone id is not a part of ipv6 address'],
	['uri', 'http://u:p%ww@h/', 'parse "http://u:p%ww@h/": invalid URL escape "%ww"'],
	['uri', 'http://a<b/'],
	['uri', '1a:b', 'parse "1a:b": first path segment in URL cannot contain colon'],
	['uri', 'http://a#f%zz', 'parse "http://a#f%zz": invalid URL escape "%zz"'],
	['uri-reference', 'a:b:c'],
	['uri-reference', 'x\\y', 'contains \\'],
	['uri-reference', './a'],
	['uri-reference', 'a b'],
	['uri-reference', '%', 'parse "%": invalid URL escape "%"'],
	['uri-reference', '#%zz', 'parse "#%zz": invalid URL escape "%zz"'],
	['uri-reference', '1:2', 'parse "1:2": first path segment in URL cannot contain colon'],
	['uri-reference', 'http://h:99a/', 'parse "http://h:99a/": invalid port ":99a" after host'],
	['uri-reference', 'http://a::b/', 'parse "http://a::b/": invalid port "::b" after host'],
	['date', '2024-1-01', 'parsing time "2024-1-01" as "2006-01-02": cannot parse "1-01" as "01"'],
	['date', '2024-13-01', 'parsing time "2024-13-01": month out of range'],
	['date', '2024-02-30', 'parsing time "2024-02-30": day out of range'],
	['date', 'x', 'parsing time "x" as "2006-01-02": cannot parse "x" as "2006"'],
	['date', '2024-02-29T', 'parsing time "2024-02-29T": extra text: "T"'],
	['date', '0000-01-01'],
	['date', '2023-02-29', 'parsing time "2023-02-29": day out of range'],
	['date', '20240101', 'parsing time "20240101" as "2006-01-02": cannot parse "0101" as "-"'],
	['date', '', 'parsing time "" as "2006-01-02": cannot parse "" as "2006"'],
	['date-time', '2024-02-30T00:00:00Z', 'invalid date element: parsing time "2024-02-30": day out of range'],
	['date-time', '2024-02-01T25:00:00Z', 'invalid time element: hour/min/sec out of range'],
	['date-time', '2024-02-01t00:00:00z'],
	['date-time', '2024-99-01T00:00:00Z', 'invalid date element: parsing time "2024-99-01": month out of range'],
	['date-time', '2024-01-01T00:00:60Z', 'invalid time element: invalid leap second'],
	['regex', 'a(', 'error parsing regexp: missing closing ): `a(`'],
	['regex', '[', 'error parsing regexp: missing closing ]: `[`'],
	['regex', '(?=a)', 'error parsing regexp: invalid or unsupported Perl syntax: `(?=`'],
	['regex', '\\d+'],
];

test('formats are told as Helm tells them', () => {
	assert.ok(RECORDED.some(([, , words]) => words === undefined));
	assert.deepEqual(
		RECORDED.map(([format, text]) => [format, text, formatFault(format, text)]),
		RECORDED.map(([format, text, words]) => [format, text, words]),
	);
});
