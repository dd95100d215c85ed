import { readFileSync } from 'node:fs';
import { type Diagnostic, diagnose, inLanguage, messageText } from '../features/diagnose/diagnose';
import { read } from '../manifest/read';
import type { Bilingual, Language } from '../protocol/text';
import { options } from './options';
import { complain, languagesOf } from './say';

/** `peapod check FILE...`: what the server would say, a paragraph each; 1 if it refuses anything, 2 if a file or an option is no good. */
export function check(args: readonly string[]): number {
	const { positionals, version, language, faults } = options(args, []);
	if (positionals.length === 0 && faults.length === 0) {
		faults.push({ en: 'Name the files to check, or - for standard input.', ko: '검사할 파일을 적는다. 표준 입력은 -로 적는다.' });
	}
	if (faults.length > 0) {
		complain('check', faults, language);
		return 2;
	}
	let code = 0;
	for (const path of positionals) {
		const text = textOf(path);
		if (text === undefined) {
			complain('check', [unreadable(path)], language);
			code = 2;
			continue;
		}
		const file = read(text);
		const found = diagnose(file, version);
		if (file.silent)
			process.stderr.write(
				inLanguage(SILENT[file.silent], language)
					.map((why) => `${path}: ${why}\n`)
					.join(''),
			);
		process.stdout.write(found.map((one) => `${paragraph(path, text, one, language)}\n`).join(''));
		if (code === 0 && found.some(({ severity }) => severity === 'error')) code = 1;
	}
	return code;
}

export const unreadable = (path: string): Bilingual => ({ en: `cannot read ${path}.`, ko: `${path} 파일을 읽을 수 없다.` });

const SILENT: Readonly<Record<'template' | 'tooLarge', Bilingual>> = {
	template: { en: 'a Go template; not judged', ko: 'Go 템플릿이라 판정하지 않는다' },
	tooLarge: { en: 'too large; not judged', ko: '너무 커서 판정하지 않는다' },
};

/** `-` is standard input. */
export function textOf(path: string): string | undefined {
	try {
		return readFileSync(path === '-' ? 0 : path, 'utf8');
	} catch {
		return undefined;
	}
}

const SEVERITIES: Readonly<Record<Diagnostic['severity'], Bilingual>> = {
	error: { en: 'error', ko: '오류' },
	warning: { en: 'warning', ko: '경고' },
};

/** `file:line:column: error: …`, as compilers do, the reason indented below. */
export function paragraph(path: string, text: string, diagnostic: Diagnostic, language: Language): string {
	const before = text.slice(0, diagnostic.range.start).split('\n');
	const place = `${path}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
	const [first, ...rest] = messageText(diagnostic, language).split('\n');
	const severity = languagesOf(language)
		.map((one) => SEVERITIES[diagnostic.severity][one])
		.join(' ');
	return [`${place}: ${severity}: ${first} [${diagnostic.code}]`, ...rest.map((line) => `  ${line}`)].join('\n');
}
