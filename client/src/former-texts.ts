import type { Former } from '../../server/src/protocol/apply';

/** Where the former texts of files come from, and where they are told. URIs throughout. */
export interface Remembering {
	/** As last committed: null where version control does not have it, undefined where there is none. */
	readonly committed: (uri: string) => Promise<string | null | undefined>;
	/** As saved; undefined where nothing is. */
	readonly saved: (uri: string) => Promise<string | undefined>;
	readonly tell: (former: Former) => Promise<void>;
}

/** Tells the server what open files were before: as last committed, or, where there is no version control, as saved. */
export class FormerTexts {
	/** The newest look at a file under way; an older one may end later, and has nothing to say. */
	private readonly looks = new Map<string, symbol>();
	private readonly told = new Map<string, string | null>();

	constructor(private readonly source: Remembering) {}

	/** Looks at a file that was opened or saved, or when something was committed; null where it was nothing before. */
	async look(uri: string): Promise<string | null> {
		const mine = Symbol(uri);
		this.looks.set(uri, mine);
		const committed = await this.source.committed(uri);
		const text = committed === undefined ? ((await this.source.saved(uri)) ?? null) : committed;
		if (this.looks.get(uri) !== mine) return text;
		this.looks.delete(uri);
		if (this.told.get(uri) !== text) {
			this.told.set(uri, text);
			await this.source.tell({ uri, text });
		}
		return text;
	}

	/** It is closed: opened again, it is told again. */
	forget(uri: string): void {
		this.looks.delete(uri);
		this.told.delete(uri);
	}

	/** A server that knows nothing yet is told everything. */
	async lookAgain(uris: readonly string[]): Promise<void> {
		this.told.clear();
		for (const uri of uris) await this.look(uri);
	}
}
