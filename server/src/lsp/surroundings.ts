import { type Around, aroundOf, chartAt, isSurrounding, type Surroundings } from '../manifest/around';
import { type Kustomization, readKustomization, withPluginFiles } from '../overlays/kustomization';
import { type Role, roleOf } from '../overlays/role';

/** A file that says what others are, or may be a patch: its text, read once it is asked for. */
interface Seen {
	readonly text: string;
	kustomization?: Kustomization;
}

/** No patch is larger, in UTF-16 units. */
const LARGEST_PATCH = 20_000;

/** The kustomizations and charts of a workspace, and what may be a patch, as editors have them and else the disk, and what they make of other files. By plain URIs. */
export class SeenSurroundings {
	private readonly seen = new Map<string, Seen>();
	private readonly drafts = new Map<string, Seen>();
	/** Of all that is there now; undefined once that changed. */
	private all: Surroundings | undefined;
	private readonly arounds = new Map<string, Around>();

	constructor(private readonly moved: () => void) {}

	see(path: string, text: string): void {
		this.put(this.seen, path, text);
	}

	/** An editor has it otherwise, or, without a text, no longer. */
	draft(path: string, text?: string): void {
		this.put(this.drafts, path, text);
	}

	forget(isGone: (path: string) => boolean): void {
		for (const path of [...this.seen.keys()]) if (isGone(path)) this.put(this.seen, path, undefined);
	}

	around(path: string): Around {
		const around = this.arounds.get(path) ?? aroundOf(path, this.surroundings());
		this.arounds.set(path, around);
		return around;
	}

	/** What kustomizations make of a file. */
	roleOf(path: string): Role {
		return roleOf(path, this.surroundings().kustomizations);
	}

	/** What a file has, where it may be a patch. */
	textOf(path: string): string | undefined {
		return (this.drafts.get(path) ?? this.seen.get(path))?.text;
	}

	private put(into: Map<string, Seen>, path: string, text: string | undefined): void {
		const kept = text !== undefined && (isSurrounding(path) || text.length <= LARGEST_PATCH) ? text : undefined;
		if (into.get(path)?.text === kept) return;
		if (kept === undefined) into.delete(path);
		else into.set(path, { text: kept });
		if (!isSurrounding(path) && !this.isNamed(path)) return;
		this.all = undefined;
		this.arounds.clear();
		this.moved();
	}

	/** Whether a kustomization has it for a patch, or for a plug-in, or one of a folder of them. */
	private isNamed(path: string): boolean {
		return this.kustomizations().some(
			({ patches, plugins }) => patches.includes(path) || plugins.some((plugin) => path === plugin || path.startsWith(`${plugin}/`)),
		);
	}

	/** All kustomizations there are. */
	kustomizations(): readonly Kustomization[] {
		return this.surroundings().kustomizations;
	}

	/** The folders of all charts there are. */
	charts(): readonly string[] {
		return [...this.surroundings().charts];
	}

	private surroundings(): Surroundings {
		if (this.all) return this.all;
		const kustomizations: Kustomization[] = [];
		const charts = new Set<string>();
		for (const [path, one] of new Map([...this.seen, ...this.drafts])) {
			const chart = chartAt(path);
			if (chart !== undefined) charts.add(chart);
			else if (isSurrounding(path)) {
				one.kustomization ??= readKustomization(path, one.text);
				kustomizations.push(one.kustomization);
			}
		}
		const textOf = (path: string): string | undefined => this.textOf(path);
		this.all = { kustomizations: kustomizations.map((one) => withPluginFiles(one, textOf)), charts, textOf };
		return this.all;
	}
}
