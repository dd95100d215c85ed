import type { Words } from './words';

/** What characters are called that are taken for others. */
const NAMES: readonly (readonly [characters: string, en: string, ko: string])[] = [
	['\t', 'tab', '탭'],
	['\u00a0\u202f', 'no-break space', '줄 바꿈 없는 공백'],
	['\u3000', 'full-width space', '전각 공백'],
	['\u3164\uffa0', 'Hangul filler', '한글 채움 문자'],
	['\u1680\u2000-\u200a\u205f\u2800', 'space of another width', '폭이 다른 공백'],
	['\u200b', 'zero-width space', '폭 없는 공백'],
	['\ufeff', 'byte order mark', '바이트 순서 표시'],
	['\u00ad', 'soft hyphen', '보이지 않는 하이픈'],
	['\u034f\u061c\u180e\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069', 'invisible character', '보이지 않는 문자'],
	['\u2018-\u201f\u2032-\u2036', 'curly quote', '둥근따옴표'],
	['\u00ab\u00bb\u300c-\u300f\u301d-\u301f', 'quotation mark', '인용 부호'],
	['\u2010-\u2012\u2043', 'hyphen', '하이픈'],
	['\u2013', 'en dash', '엔 대시'],
	['\u2014\u2015', 'em dash', '엠 대시'],
	['\u2212', 'minus sign', '뺄셈 기호'],
	['\u2022\u2023\u25aa\u25cf\u00b7\u2219\u30fb', 'bullet', '글머리 기호'],
	['\uff1a', 'full-width colon', '전각 콜론'],
	['\uff01-\uff5e', 'full-width character', '전각 문자'],
	['\u0400-\u04ff', 'Cyrillic letter', '키릴 문자'],
	['\u0370-\u03ff', 'Greek letter', '그리스 문자'],
];

const PATTERNS = NAMES.map(([characters, en, ko]) => [new RegExp(`[${characters}]`), { en, ko }] as const);

/** `U+00A0` */
export const characterCode = (character: string): string => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What a character is called; undefined where nobody has a name for it. */
export const characterName = (character: string): Words | undefined => PATTERNS.find(([pattern]) => pattern.test(character))?.[1];
