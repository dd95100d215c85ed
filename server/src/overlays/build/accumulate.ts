import { conversionFaults } from '../../yaml/convert';
import { toJson } from '../../yaml/json';
import { parse } from '../../yaml/parse';
import { KUSTOMIZATION_NAMES } from '../kustomization';
import { absorb } from './absorb';
import { withConfiguration } from './configure';
import { type Config, DEFAULT_CONFIG } from './field-specs';
import { generate, textOf } from './generate';
import { type Fault, type Fields, fault, get, isFault, isFields, itemsAt, textAt, textsAt, type Value } from './object';
import { enter, join, loadBytes, loadText, type Place, type Target } from './place';
import { readResources } from './read';
import { append, type Resource } from './resource';
import { transform } from './transformers';
import { unsupported } from './unsupported';
import { tieVars, type Var } from './vars';

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
	for (const path of [...textsAt(kustomization, 'resources'), ...textsAt(kustomization, 'bases')]) {
		const next = withResource(place, now, path);
		if (isFault(next)) return fault(`accumulating resources: ${next.error}`);
		now = next;
	}
	const config = withConfiguration(now.config, textsAt(kustomization, 'configurations'), place);
	if (isFault(config)) return config;
	now = { ...now, config };
	const generated = withGenerated(place, now);
	if (generated) return generated;
	for (const path of textsAt(kustomization, 'components')) {
		const below = enter(place, path);
		const next = isFault(below) ? below : resourcesOf(target, below, place.above, now);
		if (isFault(next)) return fault(`accumulating components: accumulateDirectory: ${next.error}`);
		now = { ...next, kustomization };
	}
	const wrong = transform(now.resources, now.config, kustomization, place) ?? tieVars(now.vars, get(kustomization, 'vars'), now.resources);
	return wrong ?? now;
}

/** KustTarget.Load: exactly one file, of known fields. */
function load({ read }: Target, folder: string): Fields | Fault {
	const found = KUSTOMIZATION_NAMES.flatMap((name) => read(join(folder, name) ?? '') ?? []);
	const [bytes, other] = found;
	if (!bytes) return fault(`unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '${folder}'`);
	if (other) return fault(`Found multiple kustomization files under: ${folder}`);
	const { root, faults } = parse(textOf(bytes) ?? '');
	const [wrong] = [...faults, ...(root ? conversionFaults(root) : [])];
	const value = toJson(root) as Value;
	if (wrong || !isFields(value)) return fault(`invalid Kustomization: ${wrong?.message ?? 'it is no map'}`);
	const odd = unsupported(value);
	return odd ?? value;
}

/** accumulateFile, else accumulateDirectory */
function withResource(place: Place, now: Accumulated, path: string): Accumulated | Fault {
	const { target } = place;
	const file = loadText(place, path);
	if (isFault(file)) {
		const below = enter(place, path);
		if (isFault(below)) return fault(`accumulation err='accumulating resources from '${path}': ${file.error}': ${below.error}`);
		const built = resourcesOf(target, below, place.above);
		if (isFault(built)) return fault(`accumulation err='accumulating resources from '${path}': ${file.error}': ${built.error}`);
		return joined(now, built, below);
	}
	const resources = readResources(file);
	if (isFault(resources)) return fault(`accumulating resources from '${path}': ${resources.error}`);
	target.budget.resources -= resources.length;
	if (target.budget.resources < 0) return fault('the overlay has too many resources');
	for (const resource of resources) {
		const wrong = append(now.resources, resource);
		if (wrong) return fault(`merging resources from '${path}': ${wrong.error}`);
	}
	return now;
}

/** ResAccumulator.MergeAccumulator */
function joined(now: Accumulated, built: Accumulated, folder: string): Accumulated | Fault {
	for (const resource of built.resources) {
		const wrong = append(now.resources, resource);
		if (wrong) return fault(`recursed merging from path '${folder}': ${wrong.error}`);
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
			const made = generate(kind, entry, global, (path) => loadBytes(place, path));
			const wrong = isFault(made) ? made : absorb(now.resources, made);
			if (wrong) return fault(`merging from generator: ${wrong.error}`);
		}
	}
	return undefined;
}
