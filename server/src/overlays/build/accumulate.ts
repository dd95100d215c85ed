import type { Origin } from '../../built/origin';
import { absorb } from './absorb';
import { tellFile, tellGenerator, tellInline, tellsOrigins } from './build-metadata';
import { type Named, withConfiguration } from './configure';
import { withCrds } from './crds';
import { type Config, DEFAULT_CONFIG } from './field-specs';
import { generate } from './generate';
import { loadKustomization } from './load';
import { type Fault, type Fields, fault, get, isFault, isFields, itemsAt, scalarText, textAt, within } from './object';
import { enter, isRemote, loadText, note, type Place } from './place';
import { generatedBy } from './plugins';
import { readResources } from './read';
import { append, idOf, type Resource, sameId, whereNamed } from './resource';
import { scopeOwn } from './schemas';
import { setSchema } from './set-schema';
import { transform, validate } from './transformers';
import { tieVars, type Var } from './vars';
import { homeOf, sourceWithin, traceOf } from './written';

/** accumulator.ResAccumulator, with the kustomization that it came of. */
export interface Accumulated {
	readonly resources: Resource[];
	readonly config: Config;
	readonly vars: Var[];
	readonly kustomization: Fields;
}

/** KustTarget.AccumulateTarget of a folder; a component works on what is `given`. */
export function resourcesOf(entered: Place, given?: Accumulated): Accumulated | Fault {
	const { target, folder, above } = entered;
	const isRoot = above.length === 1;
	if (--target.budget.folders < 0) return fault('the overlay has too many folders');
	const kustomization = loadKustomization(target, folder);
	if (isFault(kustomization)) return kustomization;
	const odd = setSchema(kustomization, entered, isRoot);
	if (odd) return odd;
	const isComponent = textAt(kustomization, 'kind') === 'Component';
	if (given && !isComponent) return fault(`expected kind 'Component' for path '${folder}' but got '${textAt(kustomization, 'kind') || 'Kustomization'}'`);
	if (!given && isComponent && !isRoot) return fault(`expected kind != 'Component' for path '${folder}'`);
	const place: Place = isRoot && tellsOrigins(kustomization) ? { ...entered, trail: '' } : entered;
	let now: Accumulated = { resources: [...(given?.resources ?? [])], config: given?.config ?? DEFAULT_CONFIG, vars: [...(given?.vars ?? [])], kustomization };
	const base = withResources(place, now, [...listed(kustomization, 'resources'), ...listed(kustomization, 'bases')]);
	if (isFault(base)) return base;
	now = base;
	const configured = withConfiguration(now.config, listed(kustomization, 'configurations'), place);
	const config = isFault(configured) ? configured : withCrds(configured, listed(kustomization, 'crds'), place);
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
		const next = isFault(below) ? below : resourcesOf(below, now);
		if (isFault(next)) return within('accumulating components: accumulateDirectory', next, at);
		now = { ...next, kustomization };
	}
	const { resources, vars } = now;
	const [transformers, validators] = [plugins(place, kustomization, 'transformers'), plugins(place, kustomization, 'validators')];
	if (isFault(transformers)) return transformers;
	const wrong =
		transform(resources, now.config, kustomization, place, transformers) ??
		(isFault(validators) ? validators : validate(resources, place, validators)) ??
		tieVars(vars, get(kustomization, 'vars'), resources);
	return wrong ?? now;
}

/** configureExternalTransformers and -Generators: objects that are written out in the list, then those of files and folders, as of resources. */
function plugins(place: Place, kustomization: Fields, field: 'generators' | 'transformers' | 'validators'): readonly Resource[] | Fault {
	const list = itemsAt(kustomization, field);
	if (list.length === 0) return [];
	const own: Accumulated = { resources: [], config: DEFAULT_CONFIG, vars: [], kustomization };
	const paths = listed(kustomization, field).filter(({ path }, index) => {
		const written = readResources(sourceWithin(list, index, path));
		if (isFault(written)) return true;
		tellInline(written, place, kustomization);
		own.resources.push(...written);
		return false;
	});
	const all = withResources(place, own, paths);
	return isFault(all) ? within(`loading ${field}`, all) : all.resources;
}

/** KustTarget.accumulateResources */
function withResources(place: Place, given: Accumulated, paths: readonly Named[]): Accumulated | Fault {
	let now = given;
	for (const { path, at } of paths) {
		if (place.target.isLenient && isRemote(path)) {
			note(place.target, 'left-out', path, at);
			continue;
		}
		const next = withResource(place, now, path, at);
		if (isFault(next)) return within('accumulating resources', next, at);
		now = next;
	}
	return now;
}

/** The paths that a list names, and where; an item that is empty names nothing, and is one all the same. */
function listed(kustomization: Fields, field: string): readonly Named[] {
	const list = itemsAt(kustomization, field);
	return list.map((item, index) => ({ path: scalarText(item) ?? '', at: traceOf(list, index)?.value }));
}

/** accumulateFile, else accumulateDirectory */
function withResource(place: Place, now: Accumulated, path: string, at: Origin | undefined): Accumulated | Fault {
	const { target } = place;
	const file = loadText(place, path);
	if (isFault(file)) {
		const below = enter(place, path);
		const built = isFault(below) ? below : resourcesOf(below);
		if (isFault(below) || isFault(built)) return within(`accumulation err='accumulating resources from '${path}': ${file.error}'`, built as Fault);
		return joined(now, built, below.folder);
	}
	const resources = readResources(file, target.parsed);
	if (isFault(resources)) return within(`accumulating resources from '${path}'`, resources);
	scopeOwn(resources, target.schemas);
	tellFile(resources, place, path);
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
	const take = (made: Resource | Fault | undefined, by: string | Resource, at: Origin | undefined): Fault | undefined => {
		if (made === undefined) return undefined;
		if (!isFault(made)) tellGenerator(made, place, kustomization, by);
		const wrong = isFault(made) ? made : absorb(now.resources, made);
		return wrong && within('merging from generator', wrong, at);
	};
	for (const [kind, field] of [['ConfigMap', 'configMapGenerator'] as const, ['Secret', 'secretGenerator'] as const]) {
		for (const entry of itemsAt(kustomization, field)) {
			const wrong = take(generate(kind, entry, global, place), `${kind}Generator`, isFields(entry) ? traceOf(entry, 'name')?.value : undefined);
			if (wrong) return wrong;
		}
	}
	const external = plugins(place, kustomization, 'generators');
	if (isFault(external)) return external;
	for (const plugin of external) {
		const wrong = take(generatedBy(plugin, place), plugin, homeOf(plugin.fields));
		if (wrong) return wrong;
	}
	return undefined;
}
