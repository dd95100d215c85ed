import type { Diagnostic } from '../../../server/src/features/diagnose/diagnostic';

/**
 * Diagnostics as comment lines under the code they point at, so that a fixture is a legal manifest that tells its own expectations:
 *
 *     imagee: nginx
 * #   ^^^^^^ error decode/unknown-field: unknown field "spec.containers[0].imagee"
 */
export function annotate(text: string, diagnostics: readonly Diagnostic[]): string {
	let start = 0;
	return text
		.split('\n')
		.flatMap((line) => {
			const end = start + line.length;
			const here = diagnostics.filter(({ range }) => start <= range.start && range.start <= end).map((one) => annotation(one, start, end));
			start = end + 1;
			return [line, ...here];
		})
		.join('\n');
}

/** A fixture without its expectations. */
export const withoutAnnotations = (text: string): string =>
	text
		.split('\n')
		.filter((line) => !/^# *(\^+|<-+) (error|warning|information|hint) /.test(line))
		.join('\n');

function annotation({ range, severity, code, message, fix }: Diagnostic, lineStart: number, lineEnd: number): string {
	const column = range.start - lineStart;
	const length = Math.max(1, Math.min(range.end, lineEnd) - range.start);
	const mark = column === 0 ? `#<${'-'.repeat(length)}` : `#${' '.repeat(column - 1)}${'^'.repeat(length)}`;
	return `${mark} ${severity} ${code}: ${message.replaceAll('\n', ' ⏎ ')}${fix ? ` (fix: ${fix.title.en})` : ''}`;
}
