import type { FunctionWords } from './function-words';

/** Paths and URLs. */
export const PATH_WORDS: Readonly<Record<string, FunctionWords>> = {
	base: { takes: 'PATH', en: 'The last part of a path.', ko: '경로의 마지막 부분.', example: 'base "a/b.txt"', gives: 'b.txt' },
	dir: { takes: 'PATH', en: 'A path without its last part.', ko: '경로에서 마지막 부분을 뺀 것.', example: 'dir "a/b.txt"', gives: 'a' },
	ext: { takes: 'PATH', en: 'The extension of a path, with its dot.', ko: '점을 포함한 확장자.', example: 'ext "a/b.txt"', gives: '.txt' },
	clean: { takes: 'PATH', en: 'The shortest path to the same place.', ko: '같은 곳을 가리키는 가장 짧은 경로.', example: 'clean "a/../b"', gives: 'b' },
	isAbs: { takes: 'PATH', en: 'Whether a path begins at the root.', ko: '절대 경로인지 본다.', example: 'isAbs "/a"', gives: 'true' },
	urlParse: {
		takes: 'URL',
		en: "A map of a URL's parts: `scheme`, `host`, `hostname`, `path`, `query`, `fragment`, `userinfo`, `opaque`.",
		ko: 'URL을 나눈 맵. 키는 `scheme`, `host`, `hostname`, `path`, `query`, `fragment`, `userinfo`, `opaque`.',
		example: '(urlParse "https://example.com:8443/a").hostname',
		gives: 'example.com',
	},
	urlJoin: {
		takes: 'MAP',
		en: 'The URL of its parts; the reverse of `urlParse`.',
		ko: '나눈 부분을 이어 URL을 만든다. `urlParse`의 반대다.',
		example: 'urlJoin (dict "scheme" "https" "host" "example.com" "path" "/a")',
		gives: 'https://example.com/a',
	},
	getHostByName: {
		takes: 'NAME',
		en: 'An address of the host; empty unless `helm` runs with `--enable-dns`.',
		ko: '호스트의 IP 주소. `helm`을 `--enable-dns`로 실행하지 않으면 비어 있다.',
		example: 'getHostByName "example.com"',
	},
};
