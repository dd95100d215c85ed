import { jsonKind } from '../../schema/json';
import { conversionFaults } from '../../yaml/convert';
import { toJson } from '../../yaml/json';
import type { Node } from '../../yaml/node';
import { parse } from '../../yaml/parse';
import { inItsCase } from '../in-its-case';
import { KUSTOMIZATION_NAMES } from '../kustomization';
import { misfits } from './fits';
import { type Fault, type Fields, fault, get, isFault, isFields, type Value, within } from './object';
import { join, loadText, type Place, sourceOf, type Target } from './place';
import { readValues, unreadIn } from './read';
import { EMPTY, notBuilt, unsupported } from './unsupported';
import { readFrom, type Source, wholeFile } from './written';

/** KustTarget.Load: exactly one file, of known fields. */
export function loadKustomization(target: Target, folder: string): Fields | Fault {
	const found = KUSTOMIZATION_NAMES.flatMap((name) => {
		const path = join(folder, name) ?? '';
		const content = target.read(path);
		return content === undefined ? [] : { path, content };
	});
	const [file, other] = found;
	if (!file) return fault(`unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '${folder}'`);
	if (other) return fault(`Found multiple kustomization files under: ${folder}`);
	return kustomizationOf(sourceOf(file), target);
}

function kustomizationOf(source: Source, target: Target): Fields | Fault {
	const unread = unreadIn(source);
	if (unread) return within('invalid Kustomization', unread);
	const { root: written, faults } = parse(source.text);
	const root = inItsCase(written, 'Kustomization');
	const [wrong] = [...faults, ...(root ? conversionFaults(root) : [])];
	const value = toJson(root) as Value;
	const at = { file: source.file, range: wrong?.range ?? { start: 0, end: 0 } };
	if (wrong) return fault(`invalid Kustomization: ${wrong.message}`, at);
	if (value === null) return fault(EMPTY, at);
	if (!isFields(value)) return fault(`invalid Kustomization: json: cannot unmarshal ${jsonKind(value)} into Go value of type types.Kustomization`, at);
	if (root) readAlong(value, root, source);
	const odd = unsupported(value) ?? notBuilt(value, target);
	return odd ? fault(odd.error, odd.at ?? at) : value;
}

/** What a file says that a kustomization names, as it is decoded into a struct or a list of it, one value for each of its documents. */
export function loadValues(place: Place, path: string, struct?: string): readonly Value[] | Fault {
	const source = loadText(place, path);
	return isFault(source) ? source : readValues(source, place.target.parsed, 'json', struct);
}

/** All in a kustomization that is of no struct of kustomize, in its words; none where it cannot be read at all. */
export function kustomizationFaults(file: string, text: string): readonly Fault[] {
	const { root: written, faults } = parse(text);
	const root = inItsCase(written, 'Kustomization');
	const value = toJson(root) as Value;
	if (!root || faults.length > 0 || !isFields(value)) return [];
	readAlong(value, root, wholeFile(file, text));
	return misfits(value, 'Kustomization');
}

/** Notes where the parts of a kustomization are written. */
function readAlong(value: Value, node: Node, source: Source): void {
	if (Array.isArray(value) && node.kind === 'list') {
		readFrom(value, source, node, 0);
		for (const [index, item] of value.entries()) {
			const below = node.items[index]?.value;
			if (below) readAlong(item, below, source);
		}
	} else if (isFields(value) && node.kind === 'map') {
		readFrom(value, source, node, 0);
		for (const { key, value: below } of node.entries) {
			const child = get(value, key.text);
			if (below && child !== undefined) readAlong(child, below, source);
		}
	}
}
