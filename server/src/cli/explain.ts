import { minorOf } from '../features/diagnose/verdict';
import { type Explained, type ExplainedField, explain as explained } from '../features/hover/explain';
import type { Bilingual, Language } from '../protocol/text';
import { NEWEST, OLDEST } from '../schema/schema';
import { languageOf } from './check';
import { options } from './options';

/** `peapod explain PATH`: a field in words, and the fields below it; 2 if there is no such field or an option is no good. */
export function explain(args: readonly string[]): number {
	const { positionals, values, flags, faults } = options(args, ['kubernetes', 'lang'], ['recursive']);
	const version = values['kubernetes'] === undefined ? NEWEST : minorOf(values['kubernetes']);
	const lang = values['lang'];
	if (version === undefined) faults.push(`--kubernetes takes 1.${OLDEST} to 1.${NEWEST}, not "${values['kubernetes']}".`);
	if (lang !== undefined && lang !== 'en' && lang !== 'ko' && lang !== 'both') faults.push(`--lang takes en, ko or both, not "${lang}".`);
	const [path, ...others] = positionals;
	if (path === undefined || others.length > 0) faults.push('Name one field, as in pod.spec.containers.livenessProbe.');
	if (faults.length > 0 || version === undefined || path === undefined) return refused(faults);
	const found = explained(path, version, flags.has('recursive'));
	if ('fault' in found) return refused([found.fault]);
	process.stdout.write(page(found, languageOf(lang), flags.has('recursive')));
	return 0;
}

function refused(faults: readonly string[]): number {
	process.stderr.write(faults.map((fault) => `peapod explain: ${fault}\n`).join(''));
	return 2;
}

const indented = (text: string, columns: number): string => text.replace(/^(?=.)/gm, ' '.repeat(columns));

/** In the form of `kubectl explain`. */
function page({ kind, path, type, words, more, example, link, facts, fields }: Explained, language: Language, isRecursive: boolean): string {
	const languages: readonly ('en' | 'ko')[] = language === 'both' ? ['ko', 'en'] : [language];
	const head = [`KIND:     ${kind.kind}`, `VERSION:  ${kind.apiVersion}`, ...(path ? [`FIELD:    ${path} <${type.en}>`] : [])].join('\n');
	const told = languages.map((one) => [words?.[one], facts.map((fact) => fact[one]).join('\n'), more?.[one], link?.[one]].filter(Boolean).join('\n\n'));
	const parts = [
		head,
		...told.filter(Boolean).map((text) => `${one(languages, 'DESCRIPTION:', '설명:')}\n${indented(text, 4)}`),
		...(example ? [`${one(languages, 'EXAMPLE:', '예:')}\n${indented(example, 4)}`] : []),
		...(fields.length > 0
			? [`${one(languages, 'FIELDS:', '필드:')}\n${fields.map((field) => listed(field, languages, 2, isRecursive)).join(isRecursive ? '\n' : '\n\n')}`]
			: []),
	];
	return `${parts.join('\n\n')}\n`;
}

const one = (languages: readonly ('en' | 'ko')[], en: string, ko: string): string => (languages[0] === 'ko' ? ko : en);

function listed({ name, type, required, first, fields }: ExplainedField, languages: readonly ('en' | 'ko')[], column: number, isRecursive: boolean): string {
	const head = `${' '.repeat(column)}${name} <${inLanguage(type, languages)}>${required ? one(languages, ' -required-', ' -필수-') : ''}`;
	if (isRecursive) return [head, ...fields.map((field) => listed(field, languages, column + 2, true))].join('\n');
	return [head, ...languages.flatMap((language) => (first[language] ? [' '.repeat(column + 2) + first[language]] : []))].join('\n');
}

const inLanguage = (text: Bilingual, languages: readonly ('en' | 'ko')[]): string => text[languages[0] ?? 'en'];
