import type { FromWebview } from '../../../server/src/protocol/panel';

/** What the page made, as bytes of a file: text, or a PNG that came as base64. */
export function exportedBytes({ format, data }: Pick<FromWebview & { type: 'export' }, 'format' | 'data'>): Uint8Array {
	return format === 'png' ? Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)) : new TextEncoder().encode(data);
}
