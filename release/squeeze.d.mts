export declare function squeeze(zip: Buffer): Promise<Buffer>;
export interface Entry {
	readonly header: Buffer;
	readonly name: Buffer;
	readonly content: Buffer;
	readonly packed: { readonly method: number; readonly data: Buffer };
}
export declare function entriesOf(zip: Buffer): Generator<Entry>;
