import type { FunctionWords } from './function-words';

/** Regular expressions and versions. */
export const MATCHING_WORDS: Readonly<Record<string, FunctionWords>> = {
	regexMatch: {
		takes: 'PATTERN TEXT',
		en: "Whether the pattern matches somewhere in the text. Patterns have RE2's syntax: no lookaround.",
		ko: '문자열 어딘가가 패턴과 맞는지 본다. RE2 문법이며 전후방 탐색은 없다.',
		example: 'regexMatch "^v[0-9]" "v1.2"',
		gives: 'true',
	},
	regexFind: {
		takes: 'PATTERN TEXT',
		en: 'The first match, or an empty text.',
		ko: '처음으로 맞는 부분. 없으면 빈 문자열.',
		example: 'regexFind "[0-9]+" "a12b3"',
		gives: '12',
	},
	regexFindAll: {
		takes: 'PATTERN TEXT COUNT',
		en: 'A list of the first so many matches; -1 for all.',
		ko: '맞는 부분의 리스트. 최대 개수를 정하며 -1은 전부다.',
		example: 'regexFindAll "[0-9]" "a1b2" -1 | toJson',
		gives: '["1","2"]',
	},
	regexReplaceAll: {
		takes: 'PATTERN TEXT NEW',
		en: 'Puts NEW wherever the pattern matches; `${1}` is what its first group matched.',
		ko: '맞는 부분을 모두 NEW로 바꾼다. `${1}`은 첫 그룹이 맞은 부분이다.',
		example: 'regexReplaceAll "a(x*)b" "-axxb-" "${1}"',
		gives: '-xx-',
	},
	regexReplaceAllLiteral: {
		takes: 'PATTERN TEXT NEW',
		en: 'Puts NEW wherever the pattern matches, as it stands.',
		ko: '맞는 부분을 모두 NEW로 바꾼다. NEW는 적힌 그대로 쓴다.',
		example: 'regexReplaceAllLiteral "a+" "baaac" "$1"',
		gives: 'b$1c',
	},
	regexSplit: {
		takes: 'PATTERN TEXT COUNT',
		en: 'A list of what stands between the matches, so many at most; -1 for all.',
		ko: '맞는 부분을 경계로 나눈 리스트. 최대 개수를 정하며 -1은 전부다.',
		example: 'regexSplit "[,;]" "a,b;c" -1 | toJson',
		gives: '["a","b","c"]',
	},
	regexQuoteMeta: {
		takes: 'TEXT',
		en: 'The pattern that matches exactly this text.',
		ko: '이 문자열과 그대로 맞는 패턴.',
		example: 'regexQuoteMeta "1.2"',
		gives: '1\\.2',
	},
	semver: {
		takes: 'VERSION',
		en: 'A version in its parts: `.Major`, `.Minor`, `.Patch`, `.Prerelease`, `.Metadata`.',
		ko: '버전을 나눈다. `.Major`, `.Minor`, `.Patch`, `.Prerelease`, `.Metadata`.',
		example: '(semver "1.2.3").Minor',
		gives: '2',
	},
	semverCompare: {
		takes: 'RANGE VERSION',
		en: 'Whether a version lies in a range. A range without `-0` takes no prerelease, as `v1.32.1-gke.1` is one.',
		ko: '버전이 범위에 드는지 본다. `v1.32.1-gke.1` 같은 프리릴리스는 범위에 `-0`을 붙여야 맞는다.',
		example: 'semverCompare ">=1.21-0" "v1.32.1-gke.1"',
		gives: 'true',
	},
};
