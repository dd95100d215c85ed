import { LARGEST } from '../manifest/read';
import { decode } from '../yaml/encoding';
import { readUpTo } from './files';

/** What package managers write: large, and never a manifest. */
const OF_PACKAGES: ReadonlySet<string> = new Set(['package.json', 'package-lock.json', 'npm-shrinkwrap.json']);

/** Whether a file may be a manifest in JSON, by its name; a repository is full of others that are called so. */
export const isJson = (name: string): boolean => name.endsWith('.json') && !OF_PACKAGES.has(name.slice(name.lastIndexOf('/') + 1));

/** Whether a file of JSON is a manifest. What cannot be read is none, nor is what is too large to be judged. */
export function holdsManifest(file: string): boolean {
	const bytes = readUpTo(file, LARGEST);
	return bytes !== undefined && isJsonManifest(bytes);
}

const KEYS = ['apiVersion', 'kind'];

/** Whether bytes are a manifest in JSON, whole or broken: an object with apiVersion and kind as texts. Of most that are none no text is made. */
export function isJsonManifest(bytes: Uint8Array): boolean {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return KEYS.every((key) => buffer.includes(`"${key}"`)) && isObjectOfKind(decode(bytes).text);
}

const TOKEN = /"(apiVersion|kind)"(?=\s*:\s*")|"(?:[^"\\]|\\.)*"|[{}[\]]/g;

function isObjectOfKind(text: string): boolean {
	if (!text.trimStart().startsWith('{')) return false;
	const missing = new Set(KEYS);
	let depth = 0;
	for (const [token, key] of text.matchAll(TOKEN)) {
		if (token === '{' || token === '[') depth++;
		else if (token === '}' || token === ']') depth--;
		else if (key !== undefined && depth === 1) missing.delete(key);
		if (depth === 0 || missing.size === 0) break;
	}
	return missing.size === 0;
}
