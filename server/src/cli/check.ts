import { readFileSync } from 'node:fs';
import { type Diagnostic, diagnose, messageText } from '../features/diagnose/diagnose';
import { minorOf } from '../features/diagnose/verdict';
import { read } from '../manifest/read';
import type { Language } from '../protocol/text';
import { NEWEST, OLDEST } from '../schema/schema';
import { options } from './options';

/** `peapod check FILE...`: what the server would say, a paragraph each; 1 if it refuses anything, 2 if a file or an option is no good. */
export function check(args: readonly string[]): number {
	const { positionals, values, faults } = options(args, ['kubernetes', 'lang']);
	const version = values['kubernetes'] === undefined ? NEWEST : minorOf(values['kubernetes']);
	if (version === undefined) faults.push(`--kubernetes takes 1.${OLDEST} to 1.${NEWEST}, not "${values['kubernetes']}".`);
	if (positionals.length === 0) faults.push('Name the files to check, or - for standard input.');
	if (faults.length > 0 || version === undefined) {
		process.stderr.write(`${faults.map((fault) => `peapod check: ${fault}`).join('\n')}\n`);
		return 2;
	}
	let code = 0;
	for (const path of positionals) {
		const text = textOf(path);
		if (text === undefined) {
			process.stderr.write(`peapod check: cannot read ${path}.\n`);
			code = 2;
			continue;
		}
		const file = read(text);
		const found = diagnose(file, version);
		if (file.silent) process.stderr.write(`${path}: ${file.silent === 'template' ? 'a Go template; not judged' : 'too large; not judged'}\n`);
		process.stdout.write(found.map((one) => `${paragraph(path, text, one, languageOf(values['lang']))}\n`).join(''));
		if (code === 0 && found.some(({ severity }) => severity === 'error')) code = 1;
	}
	return code;
}

/** `-` is standard input. */
export function textOf(path: string): string | undefined {
	try {
		return readFileSync(path === '-' ? 0 : path, 'utf8');
	} catch {
		return undefined;
	}
}

export const languageOf = (lang: string | undefined): Language => (lang === 'ko' || lang === 'both' ? lang : 'en');

/** `file:line:column: error: …`, as compilers do, the reason indented below. */
export function paragraph(path: string, text: string, diagnostic: Diagnostic, language: Language): string {
	const before = text.slice(0, diagnostic.range.start).split('\n');
	const place = `${path}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
	const [first, ...rest] = messageText(diagnostic, language).split('\n');
	return [`${place}: ${diagnostic.severity}: ${first} [${diagnostic.code}]`, ...rest.map((line) => `  ${line}`)].join('\n');
}
