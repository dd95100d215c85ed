/** Words and places, as they cross between server, client and webview. */

/** `peapod.language`, resolved: what words are shown in. */
export type Language = 'en' | 'ko' | 'both';

export interface Bilingual {
	readonly en: string;
	readonly ko: string;
}

/** A position in a text document, zero-based, as in LSP. */
export interface Place {
	readonly line: number;
	readonly character: number;
}
export interface Span {
	readonly start: Place;
	readonly end: Place;
}
