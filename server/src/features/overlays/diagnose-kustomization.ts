import type { ReadFile } from '../../overlays/build/build';
import { kustomizationFaults } from '../../overlays/build/load';
import { fieldName } from '../../overlays/fields';
import { folderOf, KUSTOMIZATION_NAMES } from '../../overlays/kustomization';
import { renameKey } from '../../yaml/edit';
import { entryOf, type Node } from '../../yaml/node';
import { parse } from '../../yaml/parse';
import { structAt } from '../built/build-file';
import type { Finding } from '../built/finding';
import { why } from '../diagnose/diagnostic';
import { changingTitle } from '../repair/titles';
import { retiredFields, spelledRight } from './mend-kustomization';
import { noted } from './noted';
import { pathsIn } from './paths-in';

/** All that is wrong with a kustomization as it is written, whoever builds on it; the build itself would stop at the first. */
export function diagnoseKustomization(file: string, text: string, read: ReadFile): readonly Finding[] {
	const { root } = parse(text);
	const faults = kustomizationFaults(file, text).flatMap(({ error, at }): readonly Finding[] => {
		const code = error.includes('unknown field') ? 'overlay/unknown-field' : 'overlay/field-type';
		const fix = at && root && code === 'overlay/unknown-field' ? spelledRight(text, root, at.range) : undefined;
		return at ? [{ file, diagnostic: { range: at.range, severity: 'error', code, message: error, ...why(code), ...(fix ? { fix } : {}) }, others: [] }] : [];
	});
	return [...faults, ...ofPaths(file, root, read), ...retired(file, text, root), ...inOtherCase(file, text, root, 'Kustomization')];
}

/** Fields that kustomize takes though they are not in their case; what an alias leads to, where it is written. */
function inOtherCase(file: string, text: string, node: Node | undefined, struct: string): readonly Finding[] {
	if (node?.kind === 'list') return node.items.flatMap(({ value, alias }) => (alias ? [] : inOtherCase(file, text, value, struct)));
	if (node?.kind !== 'map') return [];
	return node.entries.flatMap((entry): readonly Finding[] => {
		const { key, value, alias } = entry;
		const name = fieldName(struct, key.text);
		const below = name === undefined ? undefined : structAt([name], struct);
		const inside = below === undefined || alias ? [] : inOtherCase(file, text, value, below);
		if (name === undefined || name === key.text) return inside;
		const finding = noted('overlay/field-case', 'hint', { file, range: key.range }, { name: key.text, to: name });
		const isFree = entryOf(node, name) === undefined;
		const fix = isFree ? { fix: { title: changingTitle(name), edit: renameKey(text, entry, name) } } : {};
		return [{ ...finding, diagnostic: { ...finding.diagnostic, ...fix } }, ...inside];
	});
}

/** Kustomization.CheckDeprecatedFields */
function retired(file: string, text: string, root: Node | undefined): readonly Finding[] {
	return retiredFields(text, root).map(({ name, to, range, fix }) => {
		const finding = noted('overlay/retired-field', 'hint', { file, range }, { name, to });
		return fix ? { ...finding, diagnostic: { ...finding.diagnostic, fix } } : finding;
	});
}

function ofPaths(file: string, root: Node | undefined, read: ReadFile): readonly Finding[] {
	const seen = new Set<string>();
	return pathsIn(root, folderOf(file)).flatMap(({ node, path, full, field, type }) => {
		const at = { file, range: node.range };
		const isThere =
			(type !== 'folder' && read(full) !== undefined) || (type !== 'file' && KUSTOMIZATION_NAMES.some((name) => read(`${full}/${name}`) !== undefined));
		if (!isThere) return [noted('overlay/missing-file', 'error', at, { name: path })];
		const isTwin = type !== 'file' && seen.has(full);
		if (type !== 'file' && field !== 'components') seen.add(full);
		return isTwin ? [noted('overlay/named-twice', 'error', at, { name: path })] : [];
	});
}
