import path from 'node:path';
import { diagnose } from '../features/diagnose/diagnose';
import { inLanguage } from '../features/diagnose/diagnostic';
import { commented } from '../features/diagnose/directives';
import { CODES, isCodeName, type Rating } from '../features/diagnose/severity';
import { toldOf } from '../features/diagnose/told';
import { matchesGlob } from '../features/glob';
import { type File, IGNORED, read } from '../manifest/read';
import type { Bilingual } from '../protocol/text';
import { options } from './options';
import { paragraphs } from './paragraphs';
import { readText } from './read-text';
import { complain } from './say';

/** `peapod check FILE...`: what the server would say, a paragraph each; 1 if it refuses anything, 2 if a file or an option is no good. */
export function check(args: readonly string[]): number {
	const { positionals, version, language, lists, faults } = options(args, [], [], ['ignore']);
	const { ratings, globs, unknown } = ignoring(lists['ignore'] ?? []);
	faults.push(...unknown);
	if (positionals.length === 0 && faults.length === 0) {
		faults.push({ en: 'Name the files to check, or - for standard input.', ko: '검사할 파일을 적는다. 표준 입력은 -로 적는다.' });
	}
	if (faults.length > 0) {
		complain('check', faults, language);
		return 2;
	}
	let code = 0;
	for (const name of positionals) {
		const source = isIgnored(name, globs) ? { text: '' } : readText(name);
		if ('fault' in source) {
			complain('check', [source.fault], language);
			code = 2;
			continue;
		}
		const file = isIgnored(name, globs) ? IGNORED : read(source.text);
		const found = toldOf(commented(file.sections), diagnose(file, version), ratings).diagnostics;
		if (file.silent)
			process.stderr.write(
				inLanguage(SILENT[file.silent], language)
					.map((why) => `${name}: ${why}\n`)
					.join(''),
			);
		process.stdout.write(paragraphs(name, source.text, found, language));
		if (code === 0 && found.some(({ severity }) => severity === 'error')) code = 1;
	}
	return code;
}

/** `--ignore`: codes and families of findings, else patterns of files. */
function ignoring(given: readonly string[]) {
	const codes = given.filter(isCodeName);
	const unknown = codes.filter((code) => !code.endsWith('/*') && !CODES.includes(code));
	return {
		ratings: new Map(codes.map((code): [string, Rating] => [code, 'off'])),
		globs: given.filter((one) => !isCodeName(one)),
		unknown: unknown.map(
			(code): Bilingual => ({ en: `There is no code ${code}; a file would be ./${code}.`, ko: `${code} 코드는 없다. 파일이라면 ./${code}로 적는다.` }),
		),
	};
}

/** By the path from the folder one stands in. */
function isIgnored(name: string, globs: readonly string[]): boolean {
	if (name === '-') return false;
	const relative = path.relative('', name).split(path.sep).join('/');
	return globs.some((glob) => matchesGlob(glob, relative));
}

const SILENT: Readonly<Record<NonNullable<File['silent']>, Bilingual>> = {
	template: { en: 'a Go template; not judged', ko: 'Go 템플릿이라 판정하지 않는다' },
	ignored: { en: 'left out by --ignore', ko: '--ignore에 따라 건너뛴다' },
	tooLarge: { en: 'too large; not judged', ko: '너무 커서 판정하지 않는다' },
};
