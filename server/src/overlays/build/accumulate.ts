import type { Origin } from '../../built/origin';
import { conversionFaults } from '../../yaml/convert';
import { toJson } from '../../yaml/json';
import type { Node } from '../../yaml/node';
import { parse } from '../../yaml/parse';
import { KUSTOMIZATION_NAMES } from '../kustomization';
import { absorb } from './absorb';
import { withConfiguration } from './configure';
import { type Config, DEFAULT_CONFIG } from './field-specs';
import { generate } from './generate';
import { type Fault, type Fields, fault, get, isFault, isFields, itemsAt, textAt, textsAt, type Value, within } from './object';
import { enter, isRemote, join, loadText, note, type Place, type Target, textOf } from './place';
import { readResources } from './read';
import { append, type Resource } from './resource';
import { transform } from './transformers';
import { notBuilt, unsupported } from './unsupported';
import { tieVars, type Var } from './vars';
import { readFrom, type Source, traceOf, wholeFile } from './written';

/** accumulator.ResAccumulator, with the kustomization that it came of. */
export interface Accumulated {
	readonly resources: Resource[];
	readonly config: Config;
	readonly vars: Var[];
	readonly kustomization: Fields;
}

/** KustTarget.AccumulateTarget of a folder. `above` are the folders that led here; a component works on what is `given`. */
export function resourcesOf(target: Target, folder: string, above: readonly string[], given?: Accumulated): Accumulated | Fault {
	if (--target.budget.folders < 0) return fault('the overlay has too many folders');
	const kustomization = load(target, folder);
	if (isFault(kustomization)) return kustomization;
	const isComponent = textAt(kustomization, 'kind') === 'Component';
	if (given && !isComponent) return fault(`expected kind 'Component' for path '${folder}' but got '${textAt(kustomization, 'kind') || 'Kustomization'}'`);
	if (!given && isComponent && above.length > 0) return fault(`expected kind != 'Component' for path '${folder}'`);
	const place: Place = { target, folder, above: [...above, folder] };
	let now: Accumulated = { resources: [...(given?.resources ?? [])], config: given?.config ?? DEFAULT_CONFIG, vars: [...(given?.vars ?? [])], kustomization };
	for (const { path, at } of [...listed(kustomization, 'resources'), ...listed(kustomization, 'bases')]) {
		if (target.isLenient && isRemote(path)) {
			note(target, 'left-out', path, at);
			continue;
		}
		const next = withResource(place, now, path);
		if (isFault(next)) return within('accumulating resources', next, at);
		now = next;
	}
	const config = withConfiguration(now.config, textsAt(kustomization, 'configurations'), place);
	if (isFault(config)) return config;
	now = { ...now, config };
	const generated = withGenerated(place, now);
	if (generated) return generated;
	for (const { path, at } of listed(kustomization, 'components')) {
		if (target.isLenient && isRemote(path)) {
			note(target, 'left-out', path, at);
			continue;
		}
		const below = enter(place, path);
		const next = isFault(below) ? below : resourcesOf(target, below, place.above, now);
		if (isFault(next)) return within('accumulating components: accumulateDirectory', next, at);
		now = { ...next, kustomization };
	}
	const wrong = transform(now.resources, now.config, kustomization, place) ?? tieVars(now.vars, get(kustomization, 'vars'), now.resources);
	return wrong ?? now;
}

/** The paths that a list names, and where. */
function listed(kustomization: Fields, field: string): readonly { readonly path: string; readonly at: Origin | undefined }[] {
	const list = get(kustomization, field);
	return textsAt(kustomization, field).map((path, index) => ({ path, at: Array.isArray(list) ? traceOf(list, index)?.value : undefined }));
}

/** KustTarget.Load: exactly one file, of known fields. */
function load(target: Target, folder: string): Fields | Fault {
	const found = KUSTOMIZATION_NAMES.flatMap((name) => {
		const path = join(folder, name) ?? '';
		const content = target.read(path);
		return content === undefined ? [] : { path, content };
	});
	const [file, other] = found;
	if (!file) return fault(`unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '${folder}'`);
	if (other) return fault(`Found multiple kustomization files under: ${folder}`);
	return kustomizationOf(wholeFile(file.path, textOf(file.content) ?? ''), target);
}

function kustomizationOf(source: Source, target: Target): Fields | Fault {
	const { root, faults } = parse(source.text);
	const [wrong] = [...faults, ...(root ? conversionFaults(root) : [])];
	const value = toJson(root) as Value;
	const at = { file: source.file, range: wrong?.range ?? { start: 0, end: 0 } };
	if (wrong || !isFields(value)) return fault(`invalid Kustomization: ${wrong?.message ?? 'it is no map'}`, at);
	if (root) readAlong(value, root, source);
	const odd = unsupported(value) ?? notBuilt(value, target);
	return odd ? fault(odd.error, odd.at ?? at) : value;
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

/** accumulateFile, else accumulateDirectory */
function withResource(place: Place, now: Accumulated, path: string): Accumulated | Fault {
	const { target } = place;
	const file = loadText(place, path);
	if (isFault(file)) {
		const below = enter(place, path);
		const built = isFault(below) ? below : resourcesOf(target, below, place.above);
		if (isFault(below) || isFault(built)) return within(`accumulation err='accumulating resources from '${path}': ${file.error}'`, built as Fault);
		return joined(now, built, below);
	}
	const resources = readResources(file, target.parsed);
	if (isFault(resources)) return within(`accumulating resources from '${path}'`, resources);
	target.budget.resources -= resources.length;
	if (target.budget.resources < 0) return fault('the overlay has too many resources');
	for (const resource of resources) {
		const wrong = append(now.resources, resource);
		if (wrong) return within(`merging resources from '${path}'`, wrong);
	}
	return now;
}

/** ResAccumulator.MergeAccumulator */
function joined(now: Accumulated, built: Accumulated, folder: string): Accumulated | Fault {
	for (const resource of built.resources) {
		const wrong = append(now.resources, resource);
		if (wrong) return within(`recursed merging from path '${folder}'`, wrong);
	}
	for (const one of built.vars) {
		if (now.vars.some(({ name }) => name === one.name)) return fault(`var '${one.name}' already encountered`);
		now.vars.push(one);
	}
	return { ...now, config: now.config === DEFAULT_CONFIG ? built.config : mergedConfig(now.config, built.config) };
}

function mergedConfig(one: Config, other: Config): Config {
	if (other === DEFAULT_CONFIG || one === other) return one;
	return Object.fromEntries(Object.entries(one).map(([key, specs]) => [key, [...new Set([...specs, ...other[key as keyof Config]])]])) as unknown as Config;
}

/** runGenerators */
function withGenerated(place: Place, now: Accumulated): Fault | undefined {
	const { kustomization } = now;
	const global = get(kustomization, 'generatorOptions');
	for (const [kind, field] of [['ConfigMap', 'configMapGenerator'] as const, ['Secret', 'secretGenerator'] as const]) {
		for (const entry of itemsAt(kustomization, field)) {
			const made = generate(kind, entry, global, place);
			const wrong = isFault(made) ? made : absorb(now.resources, made);
			if (wrong) return within('merging from generator', wrong, isFields(entry) ? traceOf(entry, 'name')?.value : undefined);
		}
	}
	return undefined;
}
