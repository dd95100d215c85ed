import { goText } from '../templates/format';
import { parseConstraint, parseVersion, satisfies } from '../templates/functions/semvers';
import { type Dict, Fault, isDict, mapOf, type Value } from '../templates/value';
import type { Chart } from './chart';
import { type Dependency, dependenciesOf, type Metadata } from './metadata';
import { coalesceValues, copyOf, mergeTables, type Node, tableAt, valueAt, type Warn } from './values';

/** A chart among those it depends on. It is made for one rendering and changed by it, as Helm changes chart.Chart. */
export interface Linked extends Node {
	readonly chart: Chart;
	name: string;
	metadata: Metadata;
	values: Dict;
	dependencies: readonly Linked[];
	/** Of the chart that it was linked to last. */
	parent: Linked | undefined;
}

/** A chart with the charts in its charts/, before conditions and aliases. */
export function link(chart: Chart): Linked {
	const { metadata } = chart;
	const own = { ...metadata, ...(metadata.dependencies && { dependencies: dependenciesOf(metadata).map((one) => ({ ...one })) }) };
	const linked: Linked = { chart, name: metadata.name ?? '', metadata: own, values: chart.values, dependencies: [], parent: undefined };
	setDependencies(linked, chart.charts.map(link));
	return linked;
}

function setDependencies(parent: Linked, dependencies: readonly Linked[]): void {
	for (const one of dependencies) one.parent = parent;
	parent.dependencies = dependencies;
}

/** chartutil.ProcessDependenciesWithMerge: aliases, tags and conditions, then the values that parents import. Changes the chart; a fault in Helm's words. */
export function processDependencies(chart: Linked, given: Dict, warn: Warn): Fault | undefined {
	return enableDependencies(chart, given, '', warn) ?? importAll(chart, warn);
}

/** processDependencyEnabled: leaves the dependencies that are wanted. Once a dependency has an alias it goes by that name, wherever else its metadata are shared. */
function enableDependencies(chart: Linked, given: Dict, path: string, warn: Warn): Fault | undefined {
	const { metadata } = chart;
	if (metadata.dependencies === undefined) return undefined;
	const wanted = dependenciesOf(metadata);
	const found = chart.dependencies.filter((one) => !wanted.some((dependency) => isMeant(dependency, one)));
	for (const dependency of wanted) {
		const meant = chart.dependencies.find((one) => isMeant(dependency, one));
		if (meant) found.push({ ...meant, name: dependency.alias || meant.name, metadata: { ...meant.metadata, name: dependency.alias || meant.name } });
		if (dependency.alias) dependency.name = dependency.alias;
	}
	setDependencies(chart, found);
	for (const dependency of wanted) dependency.enabled = true;
	const values = coalesceValues(chart, given, warn);
	if (values instanceof Fault) return values;
	askTags(wanted, values, warn);
	askConditions(wanted, values, path, warn);
	const off = new Set(wanted.filter(({ enabled }) => !enabled).map(({ name = '' }) => name));
	const kept = chart.dependencies.filter(({ name }) => !off.has(name));
	for (const one of kept) {
		const fault = enableDependencies(one, values, `${path}${one.name}.`, warn);
		if (fault) return fault;
	}
	const left = wanted.filter(({ name = '' }) => !off.has(name));
	// As Go's append to nil: of none nothing is left to process.
	if (left.length > 0) metadata.dependencies = left;
	else delete metadata.dependencies;
	setDependencies(chart, kept);
	return undefined;
}

/** action.CheckDependencies: the dependencies that Chart.yaml names and that are not there. */
export function missingDependencies({ metadata, charts }: Chart): readonly string[] {
	return dependenciesOf(metadata).flatMap(({ name = '' }) => (charts.some((one) => one.metadata.name === name) ? [] : [name]));
}

/** IsCompatibleRange, and the name. */
function isMeant({ name, version: wanted = '' }: Dependency, { metadata }: Linked): boolean {
	if (metadata.name !== name) return false;
	const [range, one] = [parseConstraint(wanted), parseVersion(metadata.version ?? '')];
	return !(range instanceof Fault) && !(one instanceof Fault) && satisfies(range, one);
}

/** processDependencyTags: one that is true counts more than any that is false. */
function askTags(dependencies: readonly Dependency[], values: Dict, warn: Warn): void {
	const tags = values.get('tags');
	if (!isDict(tags)) return;
	for (const dependency of dependencies) {
		const answers = (dependency.tags ?? []).flatMap((tag) => {
			const value = tags.get(tag ?? '');
			if (value === undefined || typeof value === 'boolean') return value === undefined ? [] : [value];
			warn(`Warning: Tag '${tag}' for chart ${dependency.name} returned non-bool value`);
			return [];
		});
		dependency.enabled = answers.includes(true) || !answers.includes(false);
	}
}

/** processDependencyConditions: the first path that leads to a boolean decides. */
function askConditions(dependencies: readonly Dependency[], values: Dict, path: string, warn: Warn): void {
	for (const dependency of dependencies)
		for (const condition of (dependency.condition ?? '').trim().split(',')) {
			const value = condition === '' ? undefined : valueAt(values, path + condition);
			if (typeof value === 'boolean') {
				dependency.enabled = value;
				break;
			}
			if (value !== undefined) warn(`Warning: Condition path '${condition}' for chart ${dependency.name} returned non-bool value`);
		}
}

/** processDependencyImportValues: from the innermost chart outwards. */
function importAll(chart: Linked, warn: Warn): Fault | undefined {
	for (const one of chart.dependencies) {
		const fault = importAll(one, warn);
		if (fault) return fault;
	}
	return chart.metadata.dependencies === undefined ? undefined : importValues(chart, warn);
}

/** processImportValues: what the chart's dependencies export becomes a default of its own. */
function importValues(chart: Linked, warn: Warn): Fault | undefined {
	const values = coalesceValues(chart, new Map(), warn, true);
	if (values instanceof Fault) return values;
	let imported: Dict = new Map();
	for (const dependency of dependenciesOf(chart.metadata)) {
		const done: Value[] = [];
		for (const wanted of dependency['import-values'] ?? []) {
			if (!isDict(wanted) && typeof wanted !== 'string') continue;
			const { child, parent } = wayOf(wanted);
			done.push(mapOf({ child, parent }));
			const table = tableAt(values, `${dependency.name}.${child}`);
			const about = isDict(wanted) ? ` from chart ${dependency.name}` : '';
			if (table instanceof Fault) warn(`Warning: ImportValues missing table${about}: ${table.message}`);
			else imported = mergeTables(imported, parent === '.' ? table : nested(parent.split('.'), table), '', warn, true);
		}
		dependency['import-values'] = done;
	}
	chart.values = mergeTables(copyOf(values), imported, '', warn, true);
	return undefined;
}

/** Where an entry of import-values takes from and puts to. */
function wayOf(wanted: Value | undefined): { readonly child: string; readonly parent: string } {
	if (!isDict(wanted)) return { child: `exports.${wanted}`, parent: '.' };
	return { child: goText(wanted.get('child') ?? null), parent: goText(wanted.get('parent') ?? null) };
}

/** pathToMap. */
const nested = (path: readonly string[], value: Dict): Dict => path.reduceRight<Dict>((inner, name) => new Map([[name, inner]]), value);
