import { readFileSync } from 'node:fs';
import type { Bilingual } from '../protocol/text';

/** The text of a file, or why there is none. */
export type ReadText = { readonly text: string } | { readonly fault: Bilingual };

/** Reads a file as UTF-8, as kubectl does; `-` is standard input. What is no text is said to be none: silence would pass for a verdict. */
export function readText(path: string): ReadText {
	const bytes = bytesOf(path);
	if (!bytes) return { fault: { en: `cannot read ${path}.`, ko: `${path} 파일을 읽을 수 없다.` } };
	if (isUtf16(bytes)) return { fault: { en: `${path} is UTF-16; save it as UTF-8.`, ko: `${path} 파일은 UTF-16이다. UTF-8로 저장한다.` } };
	const nul = bytes.indexOf(0);
	if (nul >= 0)
		return { fault: { en: `${path} is not text: byte ${nul + 1} is NUL.`, ko: `${path} 파일은 텍스트가 아니다. ${nul + 1}번째 바이트가 NUL이다.` } };
	try {
		return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
	} catch {
		return { fault: { en: `${path} is not UTF-8; save it as UTF-8.`, ko: `${path} 파일은 UTF-8이 아니다. UTF-8로 저장한다.` } };
	}
}

function bytesOf(path: string): Buffer | undefined {
	try {
		return readFileSync(path === '-' ? 0 : path);
	} catch {
		return undefined;
	}
}

/** By its mark, or by every other byte of its first letters being NUL. */
function isUtf16(bytes: Buffer): boolean {
	const [a = 1, b = 1, c = 1, d = 1] = bytes;
	return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a !== 0 && b === 0 && c !== 0 && d === 0) || (a === 0 && b !== 0 && c === 0 && d !== 0);
}
