import { TextDocument } from 'vscode-languageserver-textdocument';
import { Manifests } from '../../server/src/lsp/manifests';
import type { Settings } from '../../server/src/lsp/settings';
import type { Edit } from '../../server/src/yaml/edit';
import { parse, split } from '../../server/src/yaml/parse';
import { Random } from '../conformance/random';
import type { Corpus } from './corpus';
import { randomEdit } from './edits';
import { Findings } from './findings';
import { askAfresh, askManifest } from './manifest-checks';
import { askScenario } from './scenario-checks';

/** So long somebody edits one text before turning to another. */
const EDITS = 40;
/** A text grows no longer than this. */
const LONGEST = 20_000;

/** Edits texts at random, as many times as asked, and asks everything of what comes out. The same seed draws the same. */
export function fuzz(edits: number, seed: number, corpus: Corpus, told: (done: number, findings: Findings) => void = () => {}): Findings {
	const findings = new Findings();
	const random = new Random(seed);
	for (let done = 0; done < edits; done += EDITS) {
		if (random.chance(0.2)) editScenario(corpus, findings, random);
		else editManifest(corpus, findings, random);
		told(done, findings);
	}
	return findings;
}

function editManifest({ manifests }: Corpus, findings: Findings, random: Random): void {
	const settings: Settings = {
		language: random.of(['en', 'ko', 'both']),
		version: random.of([32, 34, 37, 37]),
		codeLens: true,
		hints: true,
		podSecurity: 'off',
	};
	const open = new Manifests();
	const first = random.chance(0.2) ? `${random.of(manifests)}\n---\n${random.of(manifests)}` : random.of(manifests);
	const editing = new Editing('file:///w/web.yaml', first, random, manifests);
	for (let i = 0; i < EDITS; i++) {
		const document = editing.next();
		const asked = { text: document.getText(), open: open.of(document, settings), findings, random };
		askManifest(asked);
		if (i % 8 === 0) askAfresh(asked);
	}
}

function editScenario({ scenarios }: Corpus, findings: Findings, random: Random): void {
	const { scenario, manifest } = random.of(scenarios);
	const others = scenarios.map((one) => one.scenario);
	const editing = new Editing('file:///w/web.scenario.yaml', scenario, random, others);
	for (let i = 0; i < EDITS; i++) askScenario(editing.next().getText(), manifest, findings, random);
}

/** Somebody's hands on one document; what they broke they take back more often than not, so that there is something left to ask about. */
class Editing {
	private document: TextDocument;
	private sound: string;
	private readonly gentle: boolean;

	constructor(
		uri: string,
		first: string,
		private readonly random: Random,
		private readonly others: readonly string[],
	) {
		this.document = TextDocument.create(uri, 'yaml', 1, first);
		this.sound = first;
		this.gentle = random.chance(0.6);
	}

	/** The document after a change, as the protocol hands it on. */
	next(): TextDocument {
		const text = this.document.getText();
		const isSound = split(text).every((part) => parse(part.text).faults.length === 0);
		if (isSound) this.sound = text;
		const goesBack = (!isSound && this.random.chance(0.6)) || text.length > LONGEST;
		const { range, text: put } = goesBack ? { range: { start: 0, end: text.length }, text: this.sound.slice(0, LONGEST) } : this.draw(text);
		const change = { range: { start: this.document.positionAt(range.start), end: this.document.positionAt(range.end) }, text: put };
		this.document = TextDocument.update(this.document, [change], this.document.version + 1);
		return this.document;
	}

	private draw(text: string): Edit {
		return randomEdit(text, this.random, this.gentle, this.others);
	}
}
