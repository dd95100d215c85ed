import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';
import { sources } from './sources';

/** What README, SECURITY and docs promise: no network, no telemetry, no program that is started, no code that is evaluated, no file that is written but by the user. */

/** Modules of Node that do such things, or could. */
const FORBIDDEN_MODULES = /^(?:node:)?(?:http2?|https|net|tls|dgram|dns(?:\/promises)?|child_process|cluster|vm|repl|inspector|wasi|worker_threads)$/;
/** Functions of node:fs that change the disk. */
const WRITES =
	/^(?:(?:write|append)File|writev?|create(?:WriteStream|Directory)|mkdir|mkdtemp|rm|rmdir|unlink|delete|rename|copy|copyFile|cp|link|symlink|f?truncate|[fl]?chmod|[fl]?chown|[fl]?utimes|open)(?:Sync)?$/;
/** Names that talk to others or make code of text, wherever they come from. */
const FORBIDDEN_NAMES = /^(?:fetch|XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|eval|Function|importScripts)$/;
const FORBIDDEN_MEMBERS = /^(?:sendBeacon|openExternal|createTelemetryLogger)$/;

/** Where one is used all the same, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
	'server/src/cli/git.ts node:child_process': 'check --against asks git for objects; the command line alone does',
	'server/src/cli/judge-files.ts node:worker_threads': 'many files are judged in threads of the command line',
	'server/src/browser/load.ts importScripts': 'a worker reads the other files of what ships, from the folder it came from',
	'client/src/panel/panel.ts openExternal': 'a link that the user follows',
	'client/src/files.ts writeFile': 'what the user saves, through the file system of VS Code',
};

interface Use {
	readonly file: string;
	readonly line: number;
	readonly what: string;
}

/** All that a source does of what is forbidden. */
function usesIn(file: string, text: string): readonly Use[] {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const uses: Use[] = [];
	const note = (node: ts.Node, what: string): void => {
		uses.push({ file, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, what });
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
			const { text: name } = node.moduleSpecifier;
			if (FORBIDDEN_MODULES.test(name)) note(node, name);
			const names = node.importClause?.namedBindings;
			if (/^(?:node:)?fs(?:\/promises)?$/.test(name) && names && ts.isNamedImports(names)) {
				for (const { name: own, propertyName } of names.elements) if (WRITES.test((propertyName ?? own).text)) note(own, (propertyName ?? own).text);
			} else if (/^(?:node:)?fs(?:\/promises)?$/.test(name)) note(node, `all of ${name}`);
		}
		if (ts.isCallExpression(node)) visitCall(node);
		if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && FORBIDDEN_NAMES.test(node.expression.text)) note(node, node.expression.text);
		if (ts.isPropertyAccessExpression(node) && FORBIDDEN_MEMBERS.test(node.name.text)) note(node, node.name.text);
		if (ts.isPropertyAccessExpression(node) && /\bworkspace\.fs$/.test(node.expression.getText()) && WRITES.test(node.name.text)) note(node, node.name.text);
		ts.forEachChild(node, visit);
	};
	const visitCall = (node: ts.CallExpression): void => {
		const [argument] = node.arguments;
		const isLoading = node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require';
		if (isLoading && argument && ts.isStringLiteral(argument) && FORBIDDEN_MODULES.test(argument.text)) note(node, argument.text);
		// What a text names at run time may be anything.
		if (isLoading && argument && !ts.isStringLiteralLike(argument)) note(node, 'a module that is named at run time');
		if (ts.isIdentifier(node.expression) && FORBIDDEN_NAMES.test(node.expression.text)) note(node, node.expression.text);
		const global = /^(?:globalThis|self|window)\.(\w+)$/.exec(node.expression.getText())?.[1] ?? '';
		if (FORBIDDEN_NAMES.test(global)) note(node, global);
	};
	visit(source);
	return uses;
}

test('the test sees what is forbidden', () => {
	for (const [text, what] of [
		["import { get } from 'node:https';", 'node:https'],
		["import { exec } from 'child_process';", 'child_process'],
		["const a = await import('node:net');", 'node:net'],
		["const a = require('dgram');", 'dgram'],
		['const a = require(name);', 'a module that is named at run time'],
		["import { writeFileSync as put } from 'node:fs';", 'writeFileSync'],
		["import { rm, readFile } from 'node:fs/promises';", 'rm'],
		["import * as fs from 'node:fs';", 'all of node:fs'],
		["await fetch('a');", 'fetch'],
		["globalThis.fetch('a');", 'fetch'],
		["new WebSocket('a');", 'WebSocket'],
		["eval('1');", 'eval'],
		["new Function('1');", 'Function'],
		["navigator.sendBeacon('a');", 'sendBeacon'],
		['vscode.workspace.fs.writeFile(a, b);', 'writeFile'],
		['vscode.env.createTelemetryLogger(a);', 'createTelemetryLogger'],
	] as const) {
		assert.deepEqual(
			usesIn('a.ts', text).map((use) => use.what),
			[what],
			text,
		);
	}
	assert.deepEqual(usesIn('a.ts', "import { readFileSync } from 'node:fs';\nclock.spawn(1); this.fetch();"), []);
});

test('nothing opens a connection, starts a program, makes code of text or writes a file', () => {
	const files = ['server/src', 'client/src', 'client/webview'].flatMap(sources);
	assert.ok(files.length > 300, 'the test sees the sources');
	const uses = files.flatMap((file) => usesIn(file, readFileSync(file, 'utf8')));
	const nameOf = ({ file, what }: Use): string => `${file} ${what}`;
	assert.deepEqual(
		uses.filter((use) => !Object.hasOwn(ALLOWED, nameOf(use))).map((use) => `${use.file}:${use.line} ${use.what}`),
		[],
	);
	const names = uses.map(nameOf);
	assert.deepEqual(
		Object.keys(ALLOWED).filter((name) => !names.includes(name)),
		[],
		'what is allowed is done',
	);
});
