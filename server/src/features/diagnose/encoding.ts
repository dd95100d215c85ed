import type { Words } from '../../docs/words';
import type { Around } from '../../manifest/around';
import type { EncodingFault } from '../../yaml/encoding';
import { type Diagnostic, why } from './diagnostic';

/** What kubectl says of bytes that are no UTF-8; offsets as in the file. */
export function ofEncoding({ message, at, encoding }: EncodingFault): Diagnostic {
	const words = encoding && ENCODINGS[encoding];
	return {
		range: { start: at, end: at + 1 },
		severity: 'error',
		code: 'yaml/encoding',
		message: `yaml: ${message}`,
		...why('yaml/encoding'),
		...(words ? { why: words } : {}),
	};
}

/** The same where it matters: kustomizations and patches are read by kustomize alone, as a whole. */
export const ofUnread = (unread: EncodingFault | undefined, { isKustomization, isPatch }: Around): readonly Diagnostic[] =>
	!unread || (unread.isOfLines && (isKustomization || isPatch)) ? [] : [ofEncoding(unread)];

const ENCODINGS: Readonly<Record<NonNullable<EncodingFault['encoding']>, Words>> = {
	'UTF-16': {
		en: 'The file is UTF-16, as `>` in Windows PowerShell writes it; kubectl wants UTF-8. Save it as UTF-8, or write it with `| Out-File -Encoding utf8`.',
		ko: '파일이 UTF-16이다. Windows PowerShell의 `>`가 이렇게 저장한다. kubectl은 UTF-8을 읽으니 UTF-8로 저장하거나 `| Out-File -Encoding utf8`로 쓴다.',
	},
	'UTF-32': { en: 'The file is UTF-32; kubectl wants UTF-8. Save it as UTF-8.', ko: '파일이 UTF-32다. kubectl은 UTF-8을 읽으니 UTF-8로 저장한다.' },
	CP949: {
		en: 'The file is CP949 (EUC-KR), the old encoding of Korean Windows; kubectl wants UTF-8. Save it as UTF-8.',
		ko: '파일이 CP949(EUC-KR)로 저장되어 있다. kubectl은 UTF-8을 읽으니 UTF-8로 다시 저장한다.',
	},
};

/** An editor that opens other bytes as UTF-8 shows this in their place, and kubectl does not read them; offsets as in the text. */
export function unreadBytes(text: string): Diagnostic | undefined {
	const at = text.indexOf('\ufffd');
	if (at < 0) return undefined;
	return {
		range: { start: at, end: at + 1 },
		severity: 'warning',
		code: 'yaml/encoding',
		message: 'U+FFFD stands where bytes could not be read as UTF-8',
		...why('yaml/encoding'),
	};
}
