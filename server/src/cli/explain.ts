import { inLanguage } from '../features/diagnose/diagnostic';
import { type Explained, type ExplainedField, explain as explained } from '../features/hover/explain';
import { type Term, termOf } from '../features/hover/glossary';
import { search } from '../features/hover/search';
import { docsLink } from '../features/links';
import { plainText } from '../features/words-of';
import type { SearchAnswer } from '../protocol/requests';
import type { Bilingual, Language } from '../protocol/text';
import { indented } from '../yaml/lines';
import { options } from './options';
import { complain, languagesOf } from './say';

/** How many near matches are listed. */
const MOST = 12;

/**
 * `peapod explain PATH`: a field in words, and the fields below it; or a reason, a word of STATUS, a topic by its name.
 * What is none of them is searched for, and near matches are listed. 2 if nothing is found, or an option is no good.
 */
export function explain(args: readonly string[]): number {
	const { positionals, flags, language, version, faults } = options(args, [], ['recursive']);
	const asked = positionals.join(' ').trim();
	if (faults.length === 0 && asked === '') {
		faults.push({
			en: 'Name a field, as in pod.spec.containers.livenessProbe, or what it is about.',
			ko: 'pod.spec.containers.livenessProbe처럼 필드를 적거나, 찾을 말을 적는다.',
		});
	}
	if (faults.length > 0) {
		complain('explain', faults, language);
		return 2;
	}
	const found = explained(asked, version, flags.has('recursive'));
	if (!('fault' in found)) return print(page(found, language, flags.has('recursive')));
	const term = termOf(asked);
	if (term) return print(termPage(term, language));
	// A path with its kind is meant as such: what is wrong with it says more than what lies near.
	const near = asked.includes('.') ? [] : search(asked, language, version, MOST);
	if (near.length > 0) return print(list(asked, near, language));
	complain('explain', [found.fault], language);
	return 2;
}

function print(text: string): number {
	process.stdout.write(text);
	return 0;
}

const LABELS: Readonly<Record<'kind' | 'version' | 'field' | 'topic' | 'description' | 'example' | 'fields' | 'required', Bilingual>> = {
	kind: { en: 'KIND:     ', ko: '종류:  ' },
	version: { en: 'VERSION:  ', ko: '버전:  ' },
	field: { en: 'FIELD:    ', ko: '필드:  ' },
	topic: { en: 'TOPIC:    ', ko: '주제:  ' },
	description: { en: 'DESCRIPTION:', ko: '설명:' },
	example: { en: 'EXAMPLE:', ko: '예:' },
	fields: { en: 'FIELDS:', ko: '하위 필드:' },
	required: { en: ' -required-', ko: ' -필수-' },
};

/** In the form of `kubectl explain`. */
function page({ kind, path, type, words, more, example, link, facts, fields }: Explained, language: Language, isRecursive: boolean): string {
	const languages = languagesOf(language);
	const [first = 'en'] = languages;
	const say = (label: keyof typeof LABELS): string => LABELS[label][first];
	const head = [`${say('kind')}${kind.kind}`, `${say('version')}${kind.apiVersion}`, ...(path ? [`${say('field')}${path} <${type[first]}>`] : [])];
	const told = languages.flatMap((one) => described([words?.[one], facts.map((fact) => fact[one]).join('\n'), more?.[one], link?.[one]], one));
	const below = fields.map((field) => listed(field, languages, 2, isRecursive)).join(isRecursive ? '\n' : '\n\n');
	return joined([
		head.join('\n'),
		...told,
		...(example ? [`${say('example')}\n${indented(example, 4)}`] : []),
		...(fields.length > 0 ? [`${say('fields')}\n${below}`] : []),
	]);
}

function termPage({ title, words, example, link }: Term, language: Language): string {
	const languages = languagesOf(language);
	const [first = 'en'] = languages;
	return joined([
		languages.map((one) => `${LABELS.topic[one]}${plainText(title[one])}`).join('\n'),
		...languages.flatMap((one) => described([words[one], link && docsLink(link)[one]], one)),
		...(example ? [`${LABELS.example[first]}\n${indented(example, 4)}`] : []),
	]);
}

/** What there is to say in one language, under its heading. */
function described(texts: readonly (string | undefined)[], language: 'en' | 'ko'): readonly string[] {
	const text = texts.filter(Boolean).join('\n\n');
	return text ? [`${LABELS.description[language]}\n${indented(text, 4)}`] : [];
}

const joined = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;

/** What was meant may be among these. */
function list(asked: string, near: readonly SearchAnswer[], language: Language): string {
	const heading = inLanguage({ en: `What "${asked}" may be about:`, ko: `"${asked}"에 가까운 것:` }, language);
	return `${heading.join('\n')}\n\n${near.map(({ path, first }) => `  ${path}\n    ${first}`).join('\n\n')}\n`;
}

function listed({ name, type, required, first, fields }: ExplainedField, languages: readonly ('en' | 'ko')[], column: number, isRecursive: boolean): string {
	const [language = 'en'] = languages;
	const head = `${' '.repeat(column)}${name} <${type[language]}>${required ? LABELS.required[language] : ''}`;
	if (isRecursive) return [head, ...fields.map((field) => listed(field, languages, column + 2, true))].join('\n');
	return [head, ...languages.flatMap((one) => (first[one] ? [' '.repeat(column + 2) + first[one]] : []))].join('\n');
}
