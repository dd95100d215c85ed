import { parseArgs } from 'node:util';
import { particle } from '../features/particle';
import type { Bilingual, Language } from '../protocol/text';
import { type Minor, minorOf, NEWEST, OLDEST } from '../schema/schema';
import { COLORS, type Paint, paintFor, plain } from './terminal';

export interface Options {
	readonly positionals: readonly string[];
	readonly values: Readonly<Record<string, string | undefined>>;
	readonly flags: ReadonlySet<string>;
	/** What was given for options that may be given again and again. */
	readonly lists: Readonly<Record<string, readonly string[]>>;
	/** `--lang`; English where it is none. */
	readonly language: Language;
	/** `--kubernetes`; the newest where it is none. */
	readonly version: Minor;
	/** How standard output is painted, as `--color` says. */
	readonly paint: Paint;
	/** What is wrong with the command line, a sentence each. */
	readonly faults: Bilingual[];
}

/** Reads a command's arguments: `named` take a value, as `--lang`, `--kubernetes` and `--color` do for every command; `flags` do not; `lists` take one each time. */
export function options(args: readonly string[], named: readonly string[], flags: readonly string[] = [], lists: readonly string[] = []): Options {
	const known: Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }> = {};
	for (const name of ['lang', 'kubernetes', 'color', ...named]) known[name] = { type: 'string' };
	for (const name of flags) known[name] = { type: 'boolean' };
	for (const name of lists) known[name] = { type: 'string', multiple: true };
	const language = languageIn(args) ?? 'en';
	try {
		const { positionals, values } = parseArgs({ args: [...args], options: known, allowPositionals: true });
		const given = Object.entries(values);
		const texts = Object.fromEntries(given.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])));
		return {
			positionals,
			values: texts,
			flags: new Set(given.flatMap(([name, value]) => (value === true ? [name] : []))),
			lists: Object.fromEntries(given.flatMap(([name, value]) => (Array.isArray(value) ? [[name, value.map(String)] as const] : []))),
			language,
			version: minorOf(texts['kubernetes']) ?? NEWEST,
			paint: paintFor(texts['color']),
			faults: commonFaults(texts),
		};
	} catch (error) {
		return { positionals: [], values: {}, flags: new Set(), lists: {}, language, version: NEWEST, paint: plain, faults: [unread(error)] };
	}
}

const LANGUAGES: readonly Language[] = ['en', 'ko', 'both'];

/** The language a command line asks for, wherever it does, so that what is wrong with the rest can be told in it; undefined where it asks for none. */
export function languageIn(args: readonly string[]): Language | undefined {
	const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
	const text = args[at]?.startsWith('--lang=') ? args[at].slice('--lang='.length) : args[at + 1];
	return at < 0 ? undefined : LANGUAGES.find((one) => one === text);
}

function commonFaults({ lang, kubernetes, color }: Readonly<Record<string, string | undefined>>): Bilingual[] {
	const faults: Bilingual[] = [];
	if (lang !== undefined && !LANGUAGES.some((one) => one === lang)) faults.push(noneOf('--lang', LANGUAGES, lang));
	if (kubernetes !== undefined && minorOf(kubernetes) === undefined) faults.push(unknownVersion(kubernetes));
	if (color !== undefined && !COLORS.some((one) => one === color)) faults.push(noneOf('--color', COLORS, color));
	return faults;
}

/** What is said to who names nothing to look at. */
export const NO_FILES: Bilingual = { en: 'Name the files to check, or - for standard input.', ko: '검사할 파일을 적는다. 표준 입력은 -로 적는다.' };

/** What is said of an option that takes one of some words, and was given another. */
export const noneOf = (option: string, known: readonly string[], text: string): Bilingual => ({
	en: `${option} takes ${known.slice(0, -1).join(', ')} or ${known.at(-1)}, not "${text}".`,
	ko: `${option}에는 ${known.join(', ')} 가운데 하나를 적는다. "${text}"${particle(text, '은/는')} 아니다.`,
});

/** The versions that `--kubernetes V,V` asks for, each once, where a command takes several; the newest where it asks for none. What is no version is told. */
export function versionsOf(given: readonly string[] | undefined, faults: Bilingual[]): readonly Minor[] {
	const asked = (given ?? []).flatMap((list) => list.split(',')).map((one) => one.trim());
	faults.push(...asked.flatMap((one) => (minorOf(one) === undefined ? [unknownVersion(one)] : [])));
	return asked.length > 0 ? [...new Set(asked.flatMap((one) => minorOf(one) ?? []))] : [NEWEST];
}

const unknownVersion = (text: string): Bilingual => ({
	en: `--kubernetes takes 1.${OLDEST} to 1.${NEWEST}, not "${text}".`,
	ko: `--kubernetes에는 1.${OLDEST}부터 1.${NEWEST}까지 적는다. "${text}"${particle(text, '은/는')} 아니다.`,
});

/** What node finds wrong with an argument, in our words. */
function unread(error: unknown): Bilingual {
	const message = error instanceof Error ? error.message : String(error);
	const [option = ''] = /--?[\w-]+/.exec(message) ?? [];
	switch ((error as { readonly code?: unknown }).code) {
		case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
			return { en: `There is no option ${option}.`, ko: `${option}${particle(option, '이라는/라는')} 옵션은 없다.` };
		case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
			return / argument missing|ambiguous/.test(message)
				? { en: `${option} needs a value.`, ko: `${option}에는 값이 있어야 한다.` }
				: { en: `${option} takes no value.`, ko: `${option}에는 값을 적지 않는다.` };
		default:
			return { en: message, ko: message };
	}
}
