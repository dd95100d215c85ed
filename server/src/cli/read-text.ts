import { readFileSync } from 'node:fs';
import type { Bilingual } from '../protocol/text';
import { decode, type EncodingFault } from '../yaml/encoding';

/** The text of a file, or why there is none. `unread` is why kubectl would not read it all the same. */
export type ReadText = { readonly text: string; readonly unread?: EncodingFault } | { readonly fault: Bilingual };

/** Reads a file; `-` is standard input. What is no text is said to be none: silence would pass for a verdict. */
export function readText(path: string): ReadText {
	const bytes = bytesOf(path);
	if (!bytes) return { fault: cannotRead(path) };
	const { text, fault } = decode(bytes);
	if (text.includes('\0')) {
		const nul = bytes.indexOf(0) + 1;
		return { fault: { en: `${path} is not text: byte ${nul} is NUL.`, ko: `${path} 파일은 텍스트가 아니다. ${nul}번째 바이트가 NUL이다.` } };
	}
	return { text, ...(fault ? { unread: fault } : {}) };
}

export const cannotRead = (file: string): Bilingual => ({ en: `cannot read ${file}.`, ko: `${file} 파일을 읽을 수 없다.` });

export const cannotReadFolder = (folder: string): Bilingual => ({ en: `cannot read the folder ${folder}.`, ko: `${folder} 폴더를 읽을 수 없다.` });

function bytesOf(path: string): Buffer | undefined {
	try {
		return readFileSync(path === '-' ? 0 : path);
	} catch {
		return undefined;
	}
}

/** A values file's text; what is wrong with it joins the faults. */
export function textIn(name: string, faults: Bilingual[]): { readonly text: string } {
	const read = readText(name);
	if ('text' in read) return read;
	faults.push(read.fault);
	return { text: '' };
}
