import { BUILTIN_WORDS } from './builtins';
import { DATE_WORDS } from './dates';
import { DICT_WORDS } from './dicts';
import { ENCODING_WORDS } from './encodings';
import type { FunctionWords } from './function-words';
import { HELM_WORDS } from './helm';
import { KEYWORD_WORDS } from './keywords';
import { LIST_WORDS } from './lists';
import { MATCHING_WORDS } from './matching';
import { MATH_WORDS } from './math';
import { PATH_WORDS } from './paths';
import { REFLECTION_WORDS } from './reflection';
import { SECRET_WORDS } from './secrets';
import { STRING_WORDS } from './strings';

export const keywordWords = KEYWORD_WORDS;

/** Names under which Sprig has a function once more. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
	biggest: 'max',
	date_in_zone: 'dateInZone',
	date_modify: 'dateModify',
	osBase: 'base',
	osClean: 'clean',
	osDir: 'dir',
	osExt: 'ext',
	osIsAbs: 'isAbs',
	push: 'append',
	trimall: 'trimAll',
	tuple: 'list',
};

/** Functions that Sprig has in a stricter form as well, as `mustFirst` is of `first`. */
const STRICT = `append chunk compact date_modify dateModify deepCopy first fromJson has initial last merge mergeOverwrite prepend push
	regexFind regexFindAll regexMatch regexReplaceAll regexReplaceAllLiteral regexSplit rest reverse slice toDate toJson toPrettyJson toRawJson uniq without`.split(
	/\s+/,
);

const strictName = (name: string): string => (name.includes('_') ? `must_${name}` : `must${name.charAt(0).toUpperCase()}${name.slice(1)}`);

function withOthers(own: Readonly<Record<string, FunctionWords>>): Readonly<Record<string, FunctionWords>> {
	const under = (name: string, of: string, words: FunctionWords | undefined, en: string, ko: string): readonly (readonly [string, FunctionWords])[] =>
		words
			? [[name, { ...words, en: `${words.en}\n${en}`, ko: `${words.ko}\n${ko}`, example: words.example.replace(new RegExp(`\\b${of}\\b`, 'g'), name) }]]
			: [];
	const renamed = Object.entries(OTHER_NAMES).flatMap(([name, of]) => under(name, of, own[of], `Another name of \`${of}\`.`, `\`${of}\`의 다른 이름.`));
	const all: Readonly<Record<string, FunctionWords>> = { ...own, ...Object.fromEntries(renamed) };
	const strict = STRICT.flatMap((of) =>
		under(
			strictName(of),
			of,
			all[of],
			`Like \`${of}\`; what goes wrong ends the rendering with an error.`,
			`\`${of}\`와 같되, 잘못되면 오류로 렌더링이 실패한다.`,
		),
	);
	return { ...all, ...Object.fromEntries(strict) };
}

/** All that a template may call. */
export const functionWords: Readonly<Record<string, FunctionWords>> = withOthers({
	...BUILTIN_WORDS,
	...STRING_WORDS,
	...LIST_WORDS,
	...DICT_WORDS,
	...MATH_WORDS,
	...REFLECTION_WORDS,
	...ENCODING_WORDS,
	...SECRET_WORDS,
	...DATE_WORDS,
	...MATCHING_WORDS,
	...PATH_WORDS,
	...HELM_WORDS,
});
