import { LARGEST_SEEN, MOST_SEEN, MOST_SURROUNDING, type SeenFile, SURROUNDING_FILES, YAML_FILES } from '../../server/src/protocol/requests';
import { decoded } from './decoded';

/** What the workspace is asked for, and where it is told. URIs throughout. */
export interface Seeing {
	/** Files of a folder, or of all that are open, that a glob pattern fits; at most so many. */
	readonly find: (files: string, most: number, folder?: string) => Promise<readonly string[]>;
	/** Undefined where it cannot be read. */
	readonly read: (uri: string) => Promise<Uint8Array | undefined>;
	/** Whether it lies in a folder that is open. */
	readonly isHere: (uri: string) => boolean;
	readonly tell: (file: SeenFile) => Promise<void>;
}

/** Folders with nothing in them that somebody wrote. */
export const LEFT_OUT = 'node_modules';

/** Tells the server what lies in the workspace, so that the names in it can be offered. */
export class SeenFiles {
	/** The newest reading of a file under way; an older one may end later, and has nothing to say. */
	private readonly readings = new Map<string, symbol>();
	private readonly told = new Set<string>();

	constructor(private readonly workspace: Seeing) {}

	/** Of all there is, to a server that knows nothing yet; or of a folder that is new. */
	async lookInto(folder?: string): Promise<void> {
		if (folder === undefined) this.told.clear();
		// What others are is to be known before anything is said of them.
		const surrounding = await this.workspace.find(SURROUNDING_FILES, MOST_SURROUNDING, folder);
		for (const uri of new Set([...surrounding, ...(await this.workspace.find(YAML_FILES, MOST_SEEN, folder))])) await this.look(uri);
	}

	/** Of a file that was born or changed. */
	async look(uri: string): Promise<void> {
		if (uri.split('/').includes(LEFT_OUT)) return;
		const mine = Symbol(uri);
		this.readings.set(uri, mine);
		const bytes = await this.workspace.read(uri);
		if (this.readings.get(uri) !== mine) return;
		this.readings.delete(uri);
		const text = bytes && bytes.length <= LARGEST_SEEN ? decoded(bytes) : null;
		// Its folder may have been closed meanwhile, or the file be one of those that were never told of.
		if (text === null ? !this.told.has(uri) : !this.workspace.isHere(uri)) return;
		if (text === null) this.told.delete(uri);
		else this.told.add(uri);
		await this.workspace.tell({ uri, text });
	}

	/** A file is gone, or a folder with all that lay in it. */
	async forget(uri: string): Promise<void> {
		const inside = [...this.told].filter((one) => one === uri || one.startsWith(`${uri}/`));
		for (const one of inside) this.told.delete(one);
		this.readings.delete(uri);
		if (inside.length > 0) await this.workspace.tell({ uri, text: null });
	}
}
