import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { textOf } from '../../server/src/yaml/node';
import { parse } from '../../server/src/yaml/parse';
import { describe } from '../autopsy/describe';
import { LIVES, type Life, nowAt, objectsAt } from '../autopsy/dumps';
import { withoutAnnotations } from '../features/diagnose/annotate';
import { unmarked } from '../features/marked';
import { filesIn } from '../overlays/files';
import { type ChartFiles, chartsBelow } from './chart-files';
import { SECRET } from './dump-checks';

/** Texts to begin with. */
export interface Corpus {
	readonly manifests: readonly string[];
	/** Scenarios, each with the manifest it is played on. */
	readonly scenarios: readonly { readonly scenario: string; readonly manifest: string }[];
	/** The files of overlays by their paths. */
	readonly overlays: readonly ReadonlyMap<string, string>[];
	/** Charts, whole. */
	readonly charts: readonly ChartFiles[];
	/** What kubectl printed of live pods: objects as JSON and YAML, descriptions, tables. */
	readonly dumps: readonly string[];
}

const TRUTH = '../shared/truth';
const CHARTS = ['test/conformance/charts/charts', 'test/features/charts-help'];
/** Of each recorded file at most so many rows: the longest texts say nothing new and cost the most. */
const MOST_ROWS = 400;
const LONGEST = 6000;

/** Seeds, examples and stories; with `everything`, fixtures full of faults, and what lies beside the project. `charts`: a folder with more of them. */
export function corpus(everything: boolean, charts?: string): Corpus {
	const folders = ['test/conformance/seeds', 'examples', ...(everything ? ['test/features/diagnose'] : [])];
	const manifests = [...folders.flatMap(textsIn), ...(everything ? recorded() : [])];
	const example = { scenario: readFileSync('examples/crash-loop.scenario.yaml', 'utf8'), manifest: readFileSync('examples/crash-loop.yaml', 'utf8') };
	const stories = textsIn('test/conformance/kubelet/scenarios').map((scenario) => ({ scenario, manifest: textOf(parse(scenario).root, 'manifest') ?? '' }));
	return {
		manifests: manifests.filter((text) => text.length <= LONGEST),
		scenarios: [example, ...stories],
		overlays: overlays(),
		charts: [...CHARTS, ...(charts === undefined ? [] : [charts])].flatMap(chartsBelow),
		dumps: LIVES.filter((_, index) => everything || index % 12 === 0).flatMap(printed),
	};
}

/** Those that were recorded, those with mistakes, and those whose patches call parts by their names. */
function overlays(): readonly ReadonlyMap<string, string>[] {
	const recorded = readdirSync('test/conformance/overlays').filter((name) => name.endsWith('.in.yaml'));
	const texts = recorded.map((name) => readFileSync(`test/conformance/overlays/${name}`, 'utf8'));
	const folder = 'test/features/navigate/patched';
	const patched = readdirSync(folder).map((name) => [`/w/${name.replaceAll('--', '/')}`, unmarked(readFileSync(`${folder}/${name}`, 'utf8'))] as const);
	return [...[...texts, withoutAnnotations(readFileSync('test/features/overlays/kustomization.yaml', 'utf8'))].map(filesIn), new Map(patched)];
}

/** A pod with secrets, at a moment of its life, in each way in which kubectl prints it. */
function printed(life: Life): readonly string[] {
	const objects = objectsAt({ ...life, quietFrom: 0 }, life.until * 0.6);
	if (!objects) return [];
	const [container = {}] = (life.pod.spec?.containers ?? []) as readonly object[];
	const spec = { ...(objects.pod['spec'] as object), containers: [{ ...container, env: [{ name: 'A', value: SECRET }] }] };
	const pod = { ...objects.pod, metadata: { ...(objects.pod['metadata'] as object), annotations: { a: SECRET } }, spec };
	const list = { apiVersion: 'v1', kind: 'List', items: [pod, ...objects.events] };
	const described = describe(objects.pod as never, objects.events as never, nowAt(life.until * 0.6), true);
	const { name = '' } = life.pod.metadata ?? {};
	return [JSON.stringify(list, null, 2), stringify(list), described, `NAME   READY   STATUS   RESTARTS   AGE\n${name}   0/1   CrashLoopBackOff   4   3m\n`];
}

function textsIn(folder: string): readonly string[] {
	const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && !name.endsWith('.scenario.yaml'));
	return names.map((name) => withoutAnnotations(readFileSync(`${folder}/${name}`, 'utf8')));
}

function recorded(): readonly string[] {
	if (!existsSync(TRUTH)) return [];
	const rows = ['real', 'templates', 'human', 'mutants'].flatMap((name) =>
		readFileSync(`${TRUTH}/${name}.jsonl`, 'utf8').split('\n', MOST_ROWS).filter(Boolean),
	);
	return rows.map((row) => (JSON.parse(row) as { readonly yaml: string }).yaml);
}
