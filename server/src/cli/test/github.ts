import { linesOf, placeOf, type Report, told } from './report';
import { summary } from './text';

/** Workflow commands of GitHub Actions: an annotation in the pull request for each failure, fault and warning; then the count. */
export const github: Report = (run) => {
	const { language } = run;
	const commands = run.files.flatMap((file) => [
		...file.faults.map(({ range, message, code }) => command('error', { file: file.path, ...placeOf(file, { range }), title: code }, message)),
		...file.results.flatMap((result) => {
			const at = { file: file.path, ...placeOf(file, result), title: told(result.title, language).replaceAll('\n', ' / ') };
			const warnings = result.warnings.map((warning) => command('warning', at, told(warning, language)));
			if (result.verdict !== 'fails') return warnings;
			const lines = linesOf(result, language).map(([, words]) => words);
			return [...warnings, command('error', at, lines.join('\n'))];
		}),
	]);
	return [...commands, summary(run), ''].join('\n');
};

/** As @actions/core escapes them. */
function command(
	name: 'error' | 'warning',
	{ file, line, column, title }: { file: string; line: number; column: number; title: string },
	message: string,
): string {
	const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
	const property = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
	return `::${name} file=${property(file)},line=${line},col=${column},title=${property(title)}::${escaped(message)}`;
}
