import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { textOf } from '../../server/src/yaml/node';
import { parse } from '../../server/src/yaml/parse';
import { withoutAnnotations } from '../features/diagnose/annotate';

/** Texts to begin with. */
export interface Corpus {
	readonly manifests: readonly string[];
	/** Scenarios, each with the manifest it is played on. */
	readonly scenarios: readonly { readonly scenario: string; readonly manifest: string }[];
}

const TRUTH = '../shared/truth';
/** Of each recorded file at most so many rows: the longest texts say nothing new and cost the most. */
const MOST_ROWS = 400;
const LONGEST = 6000;

/** Seeds, examples and stories; with `everything`, fixtures full of faults, and what lies beside the project. */
export function corpus(everything: boolean): Corpus {
	const folders = ['test/conformance/seeds', 'examples', ...(everything ? ['test/features/diagnose'] : [])];
	const manifests = [...folders.flatMap(textsIn), ...(everything ? recorded() : [])];
	const example = { scenario: readFileSync('examples/crash-loop.scenario.yaml', 'utf8'), manifest: readFileSync('examples/crash-loop.yaml', 'utf8') };
	const stories = textsIn('test/conformance/kubelet/scenarios').map((scenario) => ({ scenario, manifest: textOf(parse(scenario).root, 'manifest') ?? '' }));
	return { manifests: manifests.filter((text) => text.length <= LONGEST), scenarios: [example, ...stories] };
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
