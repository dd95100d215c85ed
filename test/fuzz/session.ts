import { HINT_KINDS, type HintKind } from '../../server/src/features/hint-kinds';
import { Manifests } from '../../server/src/lsp/manifests';
import { isPacked } from '../../server/src/lsp/packed';
import { PLAIN_HELM, type Settings } from '../../server/src/lsp/settings';
import { read } from '../../server/src/manifest/read';
import { Random } from '../conformance/random';
import { nothingKept } from '../features/overlays/judged';
import { askChart, nothingKept as nothingKeptOfChart } from './chart-checks';
import type { Corpus } from './corpus';
import { askDump } from './dump-checks';
import { Editing } from './editing';
import type { Findings } from './findings';
import { askAfresh, askManifest, isSound } from './manifest-checks';
import { editOverWire } from './over-wire';
import { askOverlay } from './overlay-checks';
import { askScenario, isSoundScenario } from './scenario-checks';
import { TEMPLATE } from './template-edits';

/** So long somebody edits one text before turning to another. */
export const EDITS = 40;

type Edits = (corpus: Corpus, findings: Findings, random: Random) => void | Promise<void>;

/** What is edited, and how often of twenty times. To explain a pod takes long. */
const KINDS: readonly (readonly [edits: Edits, share: number])[] = [
	[editManifest, 8],
	[editChart, 4],
	[editOverlay, 3],
	[editScenario, 3],
	[editDump, 1],
	[editAnyOverWire, 1],
];
const DRAWN = KINDS.flatMap(([edits, share]) => Array.from({ length: share }, () => edits));

/** A text is drawn and edited, and everything asked of what comes out. The same seed and number draw the same. */
export async function session(seed: number, number: number, corpus: Corpus, findings: Findings): Promise<void> {
	findings.again = `--seed ${seed} --session ${number}`;
	const random = new Random(seed * 1_000_000 + number);
	await random.of(DRAWN)(corpus, findings, random);
}

function settingsFor(random: Random): Settings {
	return {
		language: random.of(['en', 'ko', 'both']),
		version: random.of([32, 34, 37, 37]),
		codeLens: true,
		hints: Object.keys(HINT_KINDS) as HintKind[],
		podSecurity: 'off',
		applyPreview: true,
		severity: new Map(),
		helm: PLAIN_HELM,
		isIgnored: false,
	};
}

function editManifest({ manifests }: Corpus, findings: Findings, random: Random): void {
	const settings = settingsFor(random);
	const open = new Manifests();
	const first = random.chance(0.2) ? `${random.of(manifests)}\n---\n${random.of(manifests)}` : random.of(manifests);
	const editing = new Editing('file:///w/web.yaml', first, random, manifests);
	const former = read(first);
	let sound = true;
	for (let i = 0; i < EDITS; i++) {
		findings.edited('manifests');
		const { document } = editing.next(sound);
		const asked = { text: document.getText(), open: open.of(document, settings, { around: {}, former: () => former }), findings, random };
		sound = isSound(asked.open.file);
		askManifest(asked);
		if (i % 10 === 0) askAfresh(asked);
	}
}

function editChart({ charts }: Corpus, findings: Findings, random: Random): void {
	const settings = settingsFor(random);
	const open = new Manifests();
	const chart = random.of(charts);
	const texts = new Map(chart.texts);
	const file = random.of([...texts.keys()].filter((one) => !isPacked(one)));
	const isInChart = file.startsWith(`${chart.place}/templates/`);
	const others = [...random.of(charts).texts.values()];
	const editing = new Editing(file, texts.get(file) ?? '', random, others, isInChart && random.chance(0.7) ? TEMPLATE : undefined);
	const kept = nothingKeptOfChart();
	let sound = true;
	for (let i = 0; i < EDITS; i++) {
		findings.edited('charts');
		const { document } = editing.next(sound);
		texts.set(file, document.getText());
		const asked = { ...chart, texts, file, open: open.of(document, settings, { around: { isInChart }, former: () => undefined }), kept, findings, random };
		sound = askChart(asked);
		if (i % 4 === 0) askManifest({ text: document.getText(), open: asked.open, findings, random });
	}
}

function editDump({ dumps }: Corpus, findings: Findings, random: Random): void {
	const editing = new Editing('file:///w/pod.yaml', random.of(dumps), random, dumps);
	for (let i = 0; i < EDITS; i++) {
		findings.edited('dumps');
		askDump(editing.next(true).document.getText(), findings, random);
	}
}

function editOverlay({ overlays }: Corpus, findings: Findings, random: Random): void {
	const files = new Map(random.of(overlays));
	const file = random.of([...files.keys()]);
	const others = overlays.flatMap((one) => [...one.values()]);
	const editing = new Editing(file, files.get(file) ?? '', random, others);
	const kept = nothingKept();
	let sound = true;
	for (let i = 0; i < EDITS; i++) {
		findings.edited('overlays');
		const text = editing.next(sound).document.getText();
		files.set(file, text);
		sound = isSound(read(text));
		askOverlay({ files, file, kept, findings, random });
	}
}

function editScenario({ scenarios }: Corpus, findings: Findings, random: Random): void {
	const { scenario, manifest } = random.of(scenarios);
	const others = scenarios.map((one) => one.scenario);
	const editing = new Editing('file:///w/web.scenario.yaml', scenario, random, others);
	let sound = true;
	for (let i = 0; i < EDITS; i++) {
		findings.edited('scenarios');
		const text = editing.next(sound).document.getText();
		sound = isSoundScenario(text);
		askScenario(text, manifest, findings, random);
	}
}

/** Files of any kind, one of which is edited. */
async function editAnyOverWire({ manifests, scenarios, overlays, charts, dumps }: Corpus, findings: Findings, random: Random): Promise<void> {
	const { scenario, manifest } = random.of(scenarios);
	const chart = random.of(charts);
	const [files, named] = random.of<readonly [ReadonlyMap<string, string>, string?]>([
		[new Map([['/w/web.yaml', random.of(manifests)]])],
		[
			new Map([
				['/w/web.scenario.yaml', scenario],
				['/w/web.yaml', manifest],
			]),
			'/w/web.scenario.yaml',
		],
		[random.of(overlays)],
		[chart.texts],
		[new Map([['/w/pod.yaml', random.of(dumps)]])],
	]);
	const file = named ?? random.of([...files.keys()].filter((one) => !isPacked(one)));
	const others = [...files.values(), random.of(manifests)];
	await editOverWire(new Map(files), new Editing(file, files.get(file) ?? '', random, others), EDITS, findings, random);
}
