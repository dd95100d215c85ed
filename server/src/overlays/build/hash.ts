import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const STAND_INS: Readonly<Record<string, string>> = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' };

/** api/hasher encode: what stands behind the name of a generated object. */
export const nameHash = (bytes: Uint8Array): string =>
	bytesToHex(sha256(bytes))
		.slice(0, 10)
		.replace(/[013ae]/g, (digit) => STAND_INS[digit] ?? digit);
