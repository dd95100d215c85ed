/**
 * The Korean particle that fits a word: `particle('app', '을/를')` is `을`. Digits and Latin letters are read as a Korean speaker reads them.
 * The first form follows a final consonant; `으로/로` takes the second after ㄹ too.
 */
export function particle(word: string, forms: string): string {
	const [afterConsonant = '', afterVowel = ''] = forms.split('/');
	const final = finalOf(word);
	if (final === 'none') return afterVowel;
	return final === 'rieul' && afterConsonant === '으로' ? afterVowel : afterConsonant;
}

type Final = 'none' | 'rieul' | 'other';

/** How a word ends is heard in its last letters; a name may be as long as a file. */
const LONGEST_ENDING = 40;

function finalOf(word: string): Final {
	const said = word.slice(-LONGEST_ENDING).replace(/[^\p{L}\p{N}]+$/u, '');
	const last = said.at(-1) ?? '';
	const syllable = last.charCodeAt(0) - 0xac00;
	if (syllable >= 0 && syllable < 11172) return syllable % 28 === 0 ? 'none' : syllable % 28 === 8 ? 'rieul' : 'other';
	const digit = '0123456789'.indexOf(last);
	// 영 일 이 삼 사 오 육 칠 팔 구
	if (digit >= 0 && last) return (['other', 'rieul', 'none', 'other', 'none', 'none', 'other', 'rieul', 'rieul', 'none'] as const)[digit] ?? 'none';
	return acronymFinal(said) ?? latinFinal(said.toLowerCase());
}

/** A few capitals are read letter by letter: IP like 아이피, URL like 유알엘. Longer ones are read as words: SIGTERM. */
function acronymFinal(word: string): Final | undefined {
	const [, last] = /(?:^|[^A-Z])[A-Z]{1,2}([A-Z])$/.exec(word) ?? [];
	if (last === undefined) return undefined;
	return last === 'L' || last === 'R' ? 'rieul' : last === 'M' || last === 'N' ? 'other' : 'none';
}

/** English words as they sound in Korean: `app` ends like 앱, `nginx` like 엔진엑스, `web` like 웹, `shell` like 셸. */
function latinFinal(word: string): Final {
	const ending = /[a-z]+$/.exec(word)?.[0] ?? '';
	if (/l$|le$/.test(ending)) return 'rieul';
	// 타입, but 파이프.
	if (/[mn]$|ng$|[mn]e$|type$/.test(ending)) return 'other';
	// 루트, but 봇.
	if (/oot$/.test(ending)) return 'none';
	return /[bckp]$/.test(ending) && /[aeiou][bckp]+$/.test(ending) ? 'other' : /[aeiou]t$/.test(ending) ? 'other' : 'none';
}
