import type { ReadFile } from '../../overlays/build/build';
import { kustomizationFaults } from '../../overlays/build/load';
import { KUSTOMIZATION_NAMES } from '../../overlays/kustomization';
import { parse } from '../../yaml/parse';
import type { Finding } from '../built/finding';
import { why } from '../diagnose/diagnostic';
import { noted } from './noted';
import { pathsIn } from './paths-in';

/** All that is wrong with a kustomization as it is written, whoever builds on it; the build itself would stop at the first. */
export function diagnoseKustomization(file: string, text: string, read: ReadFile): readonly Finding[] {
	const faults = kustomizationFaults(file, text).flatMap(({ error, at }): readonly Finding[] => {
		const code = error.includes('unknown field') ? 'overlay/unknown-field' : 'overlay/field-type';
		return at ? [{ file, diagnostic: { range: at.range, severity: 'error', code, message: error, ...why(code) }, others: [] }] : [];
	});
	return [...faults, ...ofPaths(file, text, read)];
}

function ofPaths(file: string, text: string, read: ReadFile): readonly Finding[] {
	const seen = new Set<string>();
	return pathsIn(parse(text).root, file.slice(0, Math.max(0, file.lastIndexOf('/')))).flatMap(({ node, path, full, field, type }) => {
		const at = { file, range: node.range };
		const isThere =
			(type !== 'folder' && read(full) !== undefined) || (type !== 'file' && KUSTOMIZATION_NAMES.some((name) => read(`${full}/${name}`) !== undefined));
		if (!isThere) return [noted('overlay/missing-file', 'error', at, { name: path })];
		const isTwin = type !== 'file' && seen.has(full);
		if (type !== 'file' && field !== 'components') seen.add(full);
		return isTwin ? [noted('overlay/named-twice', 'error', at, { name: path })] : [];
	});
}
