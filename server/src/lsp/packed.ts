import type { Files } from '../charts/chart';

/** Whether a file is a packed dependency of a chart: its bytes come as base64, as texts are all that travels. */
export const isPacked = (file: string): boolean => file.endsWith('.tgz');

/** What gzip's bytes may unfold to. */
const MOST_BYTES = 50_000_000;

/** A packed file: its bytes, and what gzip made them of; nothing where they are none of gzip's. */
export interface Unpacked {
	readonly base64: string;
	readonly packed: Uint8Array;
	readonly bytes: Uint8Array | undefined;
}

/** Unfolds a file that came as base64, as worker and process alike can. */
export async function unpacked(base64: string): Promise<Unpacked> {
	try {
		const packed = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
		return { base64, packed, bytes: await gunzip(packed) };
	} catch {
		// Neither says beforehand what it cannot read.
		return { base64, packed: new Uint8Array(), bytes: undefined };
	}
}

async function gunzip(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))) {
		size += part.length;
		if (size > MOST_BYTES) return undefined;
		parts.push(part);
	}
	const bytes = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}

/** The files of a chart as Helm's loader has them, by their paths below its folder; what is packed and cannot be unfolded is left out. */
export function filesOf(place: string, texts: ReadonlyMap<string, string | undefined>, unpacked: ReadonlyMap<string, Unpacked>): Files {
	const encoder = new TextEncoder();
	const bytesOf = (file: string, text: string): Uint8Array | undefined => {
		const packed = unpacked.get(file);
		return packed ? packed.bytes && packed.packed : encoder.encode(text);
	};
	const own = [...texts].filter(([file]) => file.startsWith(`${place}/`));
	return new Map(
		own.flatMap(([file, text]) => {
			const bytes = text === undefined ? undefined : bytesOf(file, text);
			return bytes ? [[file.slice(place.length + 1), bytes] as const] : [];
		}),
	);
}
