import { existsSync } from 'node:fs';
import path from 'node:path';
import { renderedText } from '../../features/charts/judge-chart';
import { played } from '../../features/expect/run';
import type { ToPlay } from '../../features/expect/test-scenario';
import { besideBuilt, type NotBuilt, nothingIn, type Plays } from '../../features/scenario/plays';
import type { ManifestText } from '../../features/scenario/scenario-names';
import { BUILT, RENDERED } from '../../manifest/around';
import { build } from '../../overlays/build/build';
import { isFault } from '../../overlays/build/object';
import { KUSTOMIZATION_NAMES } from '../../overlays/kustomization';
import type { Bilingual } from '../../protocol/text';
import type { Minor } from '../../schema/schema';
import { notBuilt } from '../build';
import { readFile, real } from '../files';
import { textIn } from '../read-text';
import { notRendered } from '../render';

type Made = ManifestText | NotBuilt;

/** Builds what scenarios are played on: overlays, and charts with their values, each once. */
export class Builder {
	private readonly made = new Map<string, Promise<Made>>();
	private readonly known = new Map<string, ToPlay>();

	constructor(private readonly version: Minor) {}

	/** The manifest that a scenario names, or that its own folder builds; undefined where it names none, and nothing is built there. */
	async built(scenario: string, plays: Plays | undefined): Promise<ToPlay> {
		const home = scenario === '-' ? '.' : path.dirname(scenario);
		const folder = path.join(home, plays?.folder ?? '.');
		const how = howOf(folder);
		if (!how) return plays && { fault: nothingIn(folder) };
		const values = how === 'chart' ? (plays?.values ?? []).map((file) => path.join(home, file)) : [];
		const key = JSON.stringify([folder, values]);
		const making = this.made.get(key) ?? (how === 'overlay' ? buildAt(folder) : this.renderAt(folder, values));
		this.made.set(key, making);
		const made = await making;
		return 'fault' in made ? made : this.toPlay(`${key} ${plays?.target}`, folder, made, plays?.target);
	}

	private toPlay(key: string, folder: string, made: ManifestText, target: string | undefined): ToPlay {
		const beside = besideBuilt(folder, made, target);
		const known = this.known.get(key) ?? ('fault' in beside ? beside : { name: beside.name, played: played(beside, this.version) });
		this.known.set(key, known);
		return known;
	}

	private async renderAt(chart: string, files: readonly string[]): Promise<Made> {
		const faults: Bilingual[] = [];
		const values = files.map((name) => ({ name, ...textIn(name, faults) }));
		const [fault] = faults;
		if (fault) return { fault };
		const { plainly, renderAt } = await import('../render-chart');
		const answer = renderAt({ chart, values, ...plainly(this.version) });
		return 'error' in answer ? { fault: notRendered(chart, answer.error) } : { text: renderedText(answer), around: RENDERED };
	}
}

function howOf(folder: string): 'overlay' | 'chart' | undefined {
	if (KUSTOMIZATION_NAMES.some((name) => existsSync(path.join(folder, name)))) return 'overlay';
	return existsSync(path.join(folder, 'Chart.yaml')) ? 'chart' : undefined;
}

async function buildAt(folder: string): Promise<Made> {
	const built = build(readFile, real(folder));
	return isFault(built) ? { fault: notBuilt(folder, built.error) } : { text: built, around: BUILT };
}
