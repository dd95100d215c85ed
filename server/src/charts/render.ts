import { Execution } from '../templates/execute';
import { FUNCTIONS, isFunction } from '../templates/functions';
import { executionError, parseError } from '../templates/functions/helm';
import type { Template } from '../templates/node';
import { associate, parse } from '../templates/parse';
import { type Dict, Fault, fromPlain, int, isDict, Struct, type Value } from '../templates/value';
import type { Chart } from './chart';
import { coalesce, copyOf } from './values';

/** For whom a chart is rendered; `kube` is a version like `1.37.0`. */
export interface Release {
	readonly name: string;
	readonly namespace: string;
	readonly kube: string;
}

/** engine.Render: the text of each template by its path; a fault in Helm's words, or one that names what cannot be rendered yet. */
export function render(chart: Chart, given: Dict, release: Release): ReadonlyMap<string, string> | Fault {
	const values = coalesce(chart, copyOf(given));
	const jobs = new Map<string, { readonly text: string; readonly data: Dict }>();
	collect(chart, chart.name, values, true, release, jobs);
	const names = [...jobs.keys()].sort(byDepth);
	const templates = new Map<string, Template>();
	for (const name of names) {
		const parsed = parse(name, jobs.get(name)?.text ?? '', isFunction);
		if (parsed instanceof Fault) return new Fault(parseError(parsed.message));
		associate(templates, parsed);
	}
	const rendered = new Map<string, string>();
	for (const name of names) {
		if (name.slice(name.lastIndexOf('/') + 1).startsWith('_')) continue;
		const text = new Execution(templates, FUNCTIONS).execute(name, jobs.get(name)?.data ?? new Map());
		if (text instanceof Fault) return new Fault(executionError(text.message));
		rendered.set(name, text.replaceAll('<no value>', ''));
	}
	return rendered;
}

/** sortTemplates: the deepest first, so that of two with one name the parent's counts. */
function byDepth(a: string, b: string): number {
	const depth = (path: string): number => path.split('/').length;
	return depth(b) - depth(a) || (a < b ? 1 : -1);
}

/** recAllTpls. */
function collect(chart: Chart, path: string, values: Dict, isRoot: boolean, release: Release, jobs: Map<string, { text: string; data: Dict }>): Dict {
	const subcharts: Dict = new Map();
	const data: Dict = new Map<string, Value>([
		['Chart', chartOf(chart, isRoot)],
		['Release', releaseOf(release)],
		['Capabilities', capabilitiesOf(release.kube)],
		['Values', values],
		['Files', new Struct('engine.files', chart.files, new Map([['Get', { takes: 's', run: ([name]) => chart.files.get(String(name)) ?? '' }]]))],
		['Subcharts', subcharts],
	]);
	for (const child of chart.charts) {
		const own = values.get(child.name);
		subcharts.set(child.name, collect(child, `${path}/charts/${child.name}`, isDict(own) ? own : new Map(), false, release, jobs));
	}
	const isLibrary = String(chart.metadata.get('type')).toLowerCase() === 'library';
	for (const [name, text] of chart.templates) {
		if (isLibrary && !/(^|\/)_[^/]*$/.test(name)) continue;
		const template: Dict = new Map<string, Value>([
			['Name', `${path}/${name}`],
			['BasePath', `${path}/templates`],
		]);
		jobs.set(`${path}/${name}`, { text, data: new Map([...data, ['Template', template]]) });
	}
	return data;
}

const TEXTS = ['name', 'home', 'version', 'description', 'icon', 'apiVersion', 'condition', 'tags', 'appVersion', 'kubeVersion', 'type'];

/** chart.Metadata. */
function chartOf({ metadata }: Chart, isRoot: boolean): Struct {
	const upper = (key: string): string => (key === 'apiVersion' ? 'APIVersion' : key.charAt(0).toUpperCase() + key.slice(1));
	const fields = new Map<string, Value>(TEXTS.map((key) => [upper(key), metadata.get(key) ?? '']));
	for (const key of ['keywords', 'sources', 'maintainers', 'dependencies']) fields.set(upper(key), metadata.get(key) ?? []);
	fields.set('Annotations', metadata.get('annotations') ?? new Map());
	fields.set('Deprecated', metadata.get('deprecated') === true).set('IsRoot', isRoot);
	return new Struct('struct { chart.Metadata; IsRoot bool }', fields);
}

const releaseOf = ({ name, namespace }: Release): Value => {
	const made = fromPlain({ Name: name, Namespace: namespace, IsInstall: true, IsUpgrade: false, Service: 'Helm' });
	return isDict(made) ? made.set('Revision', int(1)) : made;
};

function capabilitiesOf(kube: string): Struct {
	const [major = '1', minor = '20'] = kube.replace(/^v/, '').split('.');
	const version = `v${kube.replace(/^v/, '')}`;
	const kubeVersion = new Struct(
		'chartutil.KubeVersion',
		new Map(Object.entries({ Version: version, GitVersion: version, Major: major, Minor: minor })),
		new Map(),
		version,
	);
	const has = new Map([['Has', { takes: 's', run: () => new Fault('Peapod cannot answer .Capabilities.APIVersions.Has yet') }]]);
	return new Struct(
		'*chartutil.Capabilities',
		new Map([
			['KubeVersion', kubeVersion],
			['APIVersions', new Struct('chartutil.VersionSet', new Map(), has)],
		]),
	);
}
