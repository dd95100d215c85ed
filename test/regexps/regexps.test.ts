import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';
import { sources } from '../sources';
import { isExponential } from './ambiguity';

test('the test tells what backtracks without end from what does not', () => {
	for (const bad of [
		'(a+)+b',
		'(a*)*b',
		'(?:a|a)*$',
		'(a|ab|b)*c',
		'(?:\\w+\\s?)*$',
		'^(([a-z])+.)+[A-Z]',
		'(.*,){11}x',
		'(?=(a+)+b)x',
		'(?:a{1,5})*b',
		'(?:#|[^\\n])*x',
		'((?:a?){20})*b',
		'(x|[X])*y',
	]) {
		assert.equal(isExponential(bad, bad.includes('[X]') ? 'i' : ''), true, bad);
	}
	for (const good of [
		'a+b+',
		'(?:ab)*',
		'(?:a|b)*c',
		'^(?:[^"\\\\]|\\\\.)*"',
		'(?:\\d{2})*x',
		'(?:,\\s*\\w+)*',
		'(a|b)?(a|b)?(a|b)?',
		'(?:a[^b]*b)*c',
		'^\\s*(?:#.*)?$',
		'(?:x|[X])*y',
	]) {
		assert.equal(isExponential(good, ''), false, good);
	}
});

/** What only seems so. */
const ALLOWED: Readonly<Record<string, string>> = {
	'(?:\\{%(?:[^{\\n]|\\{(?!%)){0,200}?%\\}[^\\n{]{0,100}){1,10}(?<=%\\})|\\{%(?:[^{\\n]|\\{(?!%)){0,200}?%\\}':
		'each round begins with {%, which nothing else takes for what comes behind, and once a round is read it cannot fail',
};

interface Literal {
	readonly at: string;
	readonly source: string;
	readonly flags: string;
}

function literalsIn(file: string): readonly Literal[] {
	const text = readFileSync(file, 'utf8');
	const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const found: Literal[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isRegularExpressionLiteral(node)) {
			const end = node.text.lastIndexOf('/');
			const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
			found.push({ at: `${file}:${line}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
		}
		ts.forEachChild(node, visit);
	};
	visit(tree);
	return found;
}

test('no regular expression of ours takes exponential time', () => {
	const all = ['server/src', 'client/src', 'client/webview'].flatMap(sources).flatMap(literalsIn);
	assert.ok(all.length > 900, 'the test sees them');
	assert.deepEqual(
		all
			.filter(({ source, flags }) => !Object.hasOwn(ALLOWED, source) && isExponential(source, flags))
			.map(({ at, source, flags }) => `${at} /${source}/${flags}`),
		[],
	);
	for (const source of Object.keys(ALLOWED))
		assert.ok(
			all.some((one) => one.source === source),
			`${source} is gone`,
		);
});
