import type { Compared } from './conversation';
import { isAgainst } from './from-webview';

/** What remembers over a reload, as VS Code's Memento does. */
interface Memory {
	get(key: string): unknown;
	update(key: string, value: unknown): PromiseLike<void>;
}

const KEY = 'peapod.comparedWith';
/** Folders that are remembered; the one that was chosen for longest ago goes. */
const MOST = 50;

/** What files were compared with last, by their folder: who compares one of them with a dump does so with its neighbours. */
export class ComparedBefore {
	constructor(private readonly memory: Memory) {}

	/** What was chosen for the folder of a file; undefined where nothing was. */
	of(uri: string): Compared | undefined {
		return new Map(this.all()).get(folderOf(uri));
	}

	async keep(uri: string, compared: Compared): Promise<void> {
		const folder = folderOf(uri);
		const others = this.all().filter(([one]) => one !== folder);
		await this.memory.update(KEY, [...others, [folder, compared]].slice(-MOST));
	}

	/** Read with suspicion: another version may have written it. */
	private all(): readonly (readonly [folder: string, compared: Compared])[] {
		const kept = this.memory.get(KEY);
		return Array.isArray(kept) ? kept.filter(isEntry) : [];
	}
}

function isEntry(entry: unknown): entry is readonly [string, Compared] {
	if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false;
	const { against, file } = (entry[1] ?? {}) as { readonly against?: unknown; readonly file?: unknown };
	return isAgainst(against) && (against === 'file' ? typeof file === 'string' : file === undefined);
}

const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));
