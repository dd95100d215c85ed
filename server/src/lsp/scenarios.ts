import { besideBuilt, type NotBuilt, nothingIn, type Plays, playsOf, unseen } from '../features/scenario/plays';
import type { Beside } from '../features/scenario/scenario-names';
import { resolved } from '../overlays/kustomization';
import { isScenario, manifestsBeside } from '../protocol/scenario-files';
import type { RenderedCharts } from './charts';
import type { Documents } from './documents';
import type { BuiltOverlays } from './overlays';
import type { Settings } from './settings';
import { isIn, plain, type Workspace } from './workspace';

/** What a scenario is played on. */
export interface Stage {
	readonly beside: Beside | undefined;
	/** It is what a folder builds, and no file. */
	readonly isBuilt?: true;
	/** Why there is none, where it has to be built. */
	readonly notBuilt?: NotBuilt;
}

export const NO_STAGE: Stage = { beside: undefined };

/** An open scenario file, with the manifest it is played on where one is found. */
export interface OpenScenario extends Stage {
	readonly text: string;
	readonly settings: Settings;
}

/** The manifest of a scenario: as an editor has it, or else as it lies in the workspace. */
export async function besideOf(uri: string, documents: Documents, workspace: Workspace): Promise<Beside | undefined> {
	const candidates = manifestsBeside(uri);
	const names = candidates.map(nameOf);
	const open = candidates.findIndex((candidate) => documents.get(candidate));
	const [best, name] = [documents.get(candidates[open] ?? ''), names[open]];
	if (best && name !== undefined && open === 0) return { name, text: best.getText() };
	// A likelier one may lie closed on the disk.
	const read = await workspace.readBeside({ uri, names: open < 0 ? names : names.slice(0, open) });
	if (read) return read;
	return best && name !== undefined ? { name, text: best.getText() } : undefined;
}

/** What scenarios are played on. */
export class Stages {
	/** Those of scenarios that overlays are built or charts rendered for, as long as nothing else comes of it; or why none is. */
	private readonly known = new Map<string, { readonly built?: string; readonly target?: string | undefined; readonly stage: Stage }>();

	constructor(
		private readonly documents: Documents,
		private readonly workspace: Workspace,
		private readonly overlays: BuiltOverlays,
		private readonly charts: RenderedCharts,
	) {}

	/** What the scenario says is built, else the manifest beside it (`found`: one that is known already), else what its own folder builds. */
	async of(uri: string, text: string, settings: Settings, found?: Beside): Promise<Stage> {
		const plays = playsOf(text);
		const beside = plays ? undefined : (found ?? (await besideOf(uri, this.documents, this.workspace)));
		return beside ? { beside } : this.built(uri, plays, settings);
	}

	/** Open scenarios that overlays were built or charts rendered for, or would be if there were any. */
	get ofBuilt(): readonly string[] {
		return this.documents.uris().filter((uri) => this.known.has(uri));
	}

	forget(uri: string): void {
		this.known.delete(uri);
	}

	private async built(uri: string, plays: Plays | undefined, settings: Settings): Promise<Stage> {
		const home = plain(uri.slice(0, uri.lastIndexOf('/')));
		const folder = resolved(home, plays?.folder ?? '.');
		const values = (plays?.values ?? []).map((file) => resolved(home, file));
		const made = (await this.overlays.text(folder, settings)) ?? (await this.charts.text(folder, values, settings));
		const known = this.known.get(uri);
		if (made && 'text' in made) {
			if (known?.built === made.text && known.target === plays?.target) return known.stage;
			const beside = besideBuilt(made.name, made, plays?.target);
			const stage: Stage = 'fault' in beside ? { beside: undefined, notBuilt: beside } : { beside, isBuilt: true };
			this.known.set(uri, { built: made.text, target: plays?.target, stage });
			return stage;
		}
		const why = made ? { fault: { en: made.error, ko: made.error } } : plays && this.nothingIn(folder, plays.folder ?? '.');
		const stage: Stage = why ? { beside: undefined, notBuilt: why } : NO_STAGE;
		this.known.set(uri, { stage });
		return stage;
	}

	/** Where nobody tells which files there are, there may be a chart, or an overlay. */
	private nothingIn(folder: string, name: string): NotBuilt {
		const isSeen = !this.charts.isChart(folder) && this.workspace.folders.some((one) => isIn(folder, plain(one)));
		return isSeen ? { fault: nothingIn(name) } : { fault: unseen(name), isUnknown: true };
	}
}

/** What the file of its manifest is called, found or not. */
export const manifestName = (uri: string): string => nameOf(manifestsBeside(uri)[0] ?? '');

/** The open scenarios that may be played on this file. */
export const playedOn = (uri: string, documents: Documents): readonly string[] =>
	documents.uris().filter((scenario) => isScenario(scenario) && manifestsBeside(scenario).includes(uri));

function nameOf(uri: string): string {
	const name = uri.slice(uri.lastIndexOf('/') + 1);
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
