import { diagnose } from '../features/diagnose/diagnose';
import { inLanguage } from '../features/diagnose/diagnostic';
import { read } from '../manifest/read';
import type { Bilingual } from '../protocol/text';
import { options } from './options';
import { paragraphs } from './paragraphs';
import { readText } from './read-text';
import { complain } from './say';

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
		const source = readText(path);
		if ('fault' in source) {
			complain('check', [source.fault], language);
			code = 2;
			continue;
		}
		const file = read(source.text);
		const found = diagnose(file, version);
		if (file.silent)
			process.stderr.write(
				inLanguage(SILENT[file.silent], language)
					.map((why) => `${path}: ${why}\n`)
					.join(''),
			);
		process.stdout.write(paragraphs(path, source.text, found, language));
		if (code === 0 && found.some(({ severity }) => severity === 'error')) code = 1;
	}
	return code;
}

const SILENT: Readonly<Record<'template' | 'tooLarge', Bilingual>> = {
	template: { en: 'a Go template; not judged', ko: 'Go 템플릿이라 판정하지 않는다' },
	tooLarge: { en: 'too large; not judged', ko: '너무 커서 판정하지 않는다' },
};
