import { type Connection, type ProgressToken, WorkDoneProgress, WorkDoneProgressCreateRequest } from 'vscode-languageserver';
import type { Bilingual } from '../protocol/text';
import { type Client, languageIn } from './client';

/** What lasts no longer needs no sign that it is waited for: it would flicker. In milliseconds. */
const SHOWN_AFTER = 500;

export const READS_FOLDERS: Bilingual = { en: 'Peapod is reading the workspace', ko: 'Peapod이 작업 공간을 읽는 중' };
export const IS_AT_WORK: Bilingual = { en: 'Peapod is at work', ko: 'Peapod이 작업하는 중' };

/** Shows in the editor that something takes its time, as far as the editor shows such things. */
export class Progress {
	private made = 0;

	constructor(
		private readonly connection: Connection,
		private readonly client: Pick<Client, 'makesProgress' | 'locale'>,
		private readonly after = SHOWN_AFTER,
	) {}

	/** Under the token that came with a request, or else under one that the client is asked for. */
	async during<T>(work: Promise<T>, title: Bilingual, token?: ProgressToken): Promise<T> {
		if (token === undefined && !this.client.makesProgress) return work;
		let begun: Promise<ProgressToken | undefined> | undefined;
		const timer = setTimeout(() => {
			begun = this.begin(title, token);
		}, this.after);
		try {
			return await work;
		} finally {
			clearTimeout(timer);
			const ended = begun?.then((at) => (at === undefined ? undefined : this.tell(at, { kind: 'end' })));
			// The token of a request is good until its answer; for one of ours nobody waits.
			if (token !== undefined) await ended;
		}
	}

	private async begin(title: Bilingual, given: ProgressToken | undefined): Promise<ProgressToken | undefined> {
		const token = given ?? `peapod-${++this.made}`;
		try {
			if (given === undefined) await this.connection.sendRequest(WorkDoneProgressCreateRequest.type, { token });
			await this.tell(token, { kind: 'begin', title: title[languageIn(this.client.locale)] });
			return token;
		} catch {
			// An editor that makes none after all is not shown any.
			return undefined;
		}
	}

	private tell(token: ProgressToken, value: { readonly kind: 'begin'; readonly title: string } | { readonly kind: 'end' }): Promise<void> {
		return this.connection.sendProgress(WorkDoneProgress.type, token, value).catch(() => undefined);
	}
}
