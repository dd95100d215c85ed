import { HINT_KINDS, type HintKind } from '../../server/src/features/hints/hints';
import { Manifests } from '../../server/src/lsp/manifests';
import type { Settings } from '../../server/src/lsp/settings';
import { read } from '../../server/src/manifest/read';
import { Random } from '../conformance/random';
import { nothingKept } from '../features/overlays/judged';
import type { Corpus } from './corpus';
import { askDump } from './dump-checks';
import { Editing } from './editing';
import { Findings } from './findings';
import { askAfresh, askManifest, isSound } from './manifest-checks';
import { askOverlay } from './overlay-checks';
import { askScenario, isSoundScenario } from './scenario-checks';

/** So long somebody edits one text before turning to another. */
const EDITS = 40;

/** Edits texts at random, as many times as asked, and asks everything of what comes out. The same seed draws the same. */
export function fuzz(edits: number, seed: number, corpus: Corpus, told: (done: number, findings: Findings) => void = () => {}): Findings {
	const findings = new Findings();
	const random = new Random(seed);
	// Explaining takes long: one text in sixteen is a dump, drawn by itself.
	const ofDumps = new Random(seed + 1);
	const ofOverlays = new Random(seed + 2);
	for (let done = 0; done < edits; done += EDITS) {
		if (random.chance(0.2)) editScenario(corpus, findings, random);
		else editManifest(corpus, findings, random);
		if (done % (16 * EDITS) === 0) editDump(corpus, findings, ofDumps);
		if (done % (4 * EDITS) === 0) editOverlay(corpus, findings, ofOverlays);
		told(done, findings);
	}
	return findings;
}

function editManifest({ manifests }: Corpus, findings: Findings, random: Random): void {
	const settings: Settings = {
		language: random.of(['en', 'ko', 'both']),
		version: random.of([32, 34, 37, 37]),
		codeLens: true,
		hints: Object.keys(HINT_KINDS) as HintKind[],
		podSecurity: 'off',
		applyPreview: true,
		severity: new Map(),
		helm: { values: [], release: 'release', namespace: 'default' },
		isIgnored: false,
	};
	const open = new Manifests();
	const first = random.chance(0.2) ? `${random.of(manifests)}\n---\n${random.of(manifests)}` : random.of(manifests);
	const editing = new Editing('file:///w/web.yaml', first, random, manifests);
	const former = read(first);
	let sound = true;
	for (let i = 0; i < EDITS; i++) {
		const { document } = editing.next(sound);
		const asked = { text: document.getText(), open: open.of(document, settings, { around: {}, former: () => former }), findings, random };
		sound = isSound(asked.open.file);
		askManifest(asked);
		if (i % 10 === 0) askAfresh(asked);
	}
}

function editDump({ dumps }: Corpus, findings: Findings, random: Random): void {
	const editing = new Editing('file:///w/pod.yaml', random.of(dumps), random, dumps);
	for (let i = 0; i < EDITS; i++) askDump(editing.next(true).document.getText(), findings, random);
}

function editOverlay({ overlays }: Corpus, findings: Findings, random: Random): void {
	const files = new Map(random.of(overlays));
	const file = random.of([...files.keys()]);
	const others = overlays.flatMap((one) => [...one.values()]);
	const editing = new Editing(file, files.get(file) ?? '', random, others);
	const kept = nothingKept();
	let sound = true;
	for (let i = 0; i < EDITS; i++) {
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
		const text = editing.next(sound).document.getText();
		sound = isSoundScenario(text);
		askScenario(text, manifest, findings, random);
	}
}
