import * as vscode from 'vscode';
import type { Scenario } from '../../server/src/protocol/life';
import { scenariosOf } from '../../server/src/protocol/scenario-files';
import { nameOf } from './files';

/** Scenario files in the folder of a manifest that may be played on it, its own first. */
export async function scenariosBeside(manifest: vscode.Uri): Promise<readonly string[]> {
	if (manifest.scheme === 'untitled') return [];
	const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(manifest, '..')).then(
		(all) => all,
		() => [],
	);
	const files = entries.flatMap(([name, type]) => (type & vscode.FileType.File ? name : []));
	return scenariosOf(nameOf(manifest), files).slice(0, 8);
}

export function stemOf(manifest: vscode.Uri): string {
	return (manifest.path.split('/').at(-1) ?? 'pod').replace(/\.ya?ml$/, '');
}

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** A scenario as a file: block style, keys as they come, strings quoted only where YAML would read something else. */
export function scenarioYaml(scenario: Scenario): string {
	const plain = JSON.parse(JSON.stringify(scenario)) as { readonly [key: string]: Plain };
	return `${map(plain, '').join('\n') || '{}'}\n`;
}

function map(value: { readonly [key: string]: Plain }, indent: string): string[] {
	return Object.entries(value).flatMap(([key, inner]) => {
		const name = scalar(key);
		if (Array.isArray(inner) && inner.length) return [`${indent}${name}:`, ...list(inner as readonly Plain[], `${indent}  `)];
		if (isMap(inner) && Object.keys(inner).length) return [`${indent}${name}:`, ...map(inner, `${indent}  `)];
		return [`${indent}${name}: ${flat(inner)}`];
	});
}

function list(items: readonly Plain[], indent: string): string[] {
	return items.flatMap((item) => {
		if (!isMap(item) || Object.keys(item).length === 0) return [`${indent}- ${flat(item)}`];
		const [first = '', ...rest] = map(item, `${indent}  `);
		return [`${indent}- ${first.trimStart()}`, ...rest];
	});
}

function isMap(value: Plain): value is { readonly [key: string]: Plain } {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function flat(value: Plain): string {
	return typeof value === 'string' ? scalar(value) : JSON.stringify(value);
}

function scalar(text: string): string {
	const safe = /^[A-Za-z/][\w./:@-]*( [\w./:@-]+)*$/.test(text) && !/: |:$/.test(text) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(text);
	return safe || /^\d+(\.\d+)?(ms|[hms])$/.test(text) ? text : JSON.stringify(text);
}
