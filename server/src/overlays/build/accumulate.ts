import type { Origin } from '../../built/origin';
import { absorb } from './absorb';
import { type Named, withConfiguration } from './configure';
import { type Config, DEFAULT_CONFIG } from './field-specs';
import { generate } from './generate';
import { loadKustomization } from './load';
import { type Fault, type Fields, fault, get, isFault, isFields, itemsAt, textAt, textsAt, within } from './object';
import { enter, isRemote, loadText, note, type Place, type Target } from './place';
import { readResources } from './read';
import { append, idOf, type Resource, sameId, whereNamed } from './resource';
import { transform } from './transformers';
import { tieVars, type Var } from './vars';
import { traceOf } from './written';

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
	const kustomization = loadKustomization(target, folder);
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
		const next = withResource(place, now, path, at);
		if (isFault(next)) return within('accumulating resources', next, at);
		now = next;
	}
	const config = withConfiguration(now.config, listed(kustomization, 'configurations'), place);
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
function listed(kustomization: Fields, field: string): readonly Named[] {
	const list = get(kustomization, field);
	return textsAt(kustomization, field).map((path, index) => ({ path, at: Array.isArray(list) ? traceOf(list, index)?.value : undefined }));
}

/** accumulateFile, else accumulateDirectory */
function withResource(place: Place, now: Accumulated, path: string, at: Origin | undefined): Accumulated | Fault {
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
		if (wrong) return fault(`merging resources from '${path}': ${wrong.error}`, isFrom(now.resources, file.file, resource) ? at : wrong.at);
	}
	return now;
}

/** The same file is named twice, rather than the same object written twice. */
const isFrom = (resources: readonly Resource[], file: string, twin: Resource): boolean =>
	resources.some((one) => sameId(idOf(one), idOf(twin)) && whereNamed(one)?.file === file) && whereNamed(twin)?.file === file;

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
