import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Documents } from './documents';

/** Typing rests when nothing came for so many milliseconds. */
const REST = 150;

/** Diagnostics for clients that do not ask for them: told when a file is opened, and when typing in it rests. */
export class PushedDiagnostics {
	private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();

	constructor(
		private readonly connection: Connection,
		private readonly documents: Documents,
		private readonly namesVersion: boolean,
		private readonly faults: (uri: string) => Promise<Diagnostic[]>,
	) {}

	soon(uri: string, how: 'opened' | 'edited'): void {
		clearTimeout(this.waiting.get(uri));
		this.waiting.set(
			uri,
			setTimeout(() => void this.tell(uri), how === 'opened' ? 0 : REST),
		);
	}

	/** Tells of every open file anew. */
	all(): void {
		for (const uri of this.documents.uris()) this.soon(uri, 'opened');
	}

	/** Tells of the other files that are open, once typing in this one rests. */
	others(edited: string): void {
		for (const uri of this.documents.uris()) if (uri !== edited) this.soon(uri, 'edited');
	}

	/** Takes back what was told of a file that is closed. */
	clear(uri: string): void {
		clearTimeout(this.waiting.get(uri));
		this.waiting.delete(uri);
		void this.connection.sendDiagnostics({ uri, diagnostics: [] });
	}

	private async tell(uri: string): Promise<void> {
		this.waiting.delete(uri);
		const document = this.documents.get(uri);
		try {
			const diagnostics = await this.faults(uri);
			// It was closed, opened anew or edited meanwhile: whoever did that tells of it as well.
			if (!document || this.documents.get(uri) !== document || this.waiting.has(uri)) return;
			await this.connection.sendDiagnostics({ uri, diagnostics, ...(this.namesVersion ? { version: document.version } : {}) });
		} catch (error) {
			this.connection.console.error(`Diagnostics of ${uri}: ${error instanceof Error ? error.stack : String(error)}`);
		}
	}
}
