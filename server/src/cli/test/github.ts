import type { TestResult } from '../../features/expect/results';
import { workflowCommand } from '../workflow-command';
import { linesOf, placeOf, type Report, told } from './report';
import type { TestedFile } from './run-file';
import { summary } from './text';

/** Workflow commands of GitHub Actions: an annotation in the pull request for each failure, fault and warning; then the count. */
export const github: Report = (run) => {
	const { language } = run;
	const commands = run.files.flatMap((file) => [
		...file.faults.map(({ range, message, code }) => workflowCommand('error', { ...at(file, { range }), title: code }, message)),
		...file.results.flatMap((result) => {
			const place = { ...at(file, result), title: told(result.title, language).replaceAll('\n', ' / ') };
			const warnings = result.warnings.map((warning) => workflowCommand('warning', place, told(warning, language)));
			if (result.verdict !== 'fails') return warnings;
			const lines = linesOf(result, language).map(([, words]) => words);
			return [...warnings, workflowCommand('error', place, lines.join('\n'))];
		}),
	]);
	return [...commands, summary(run), ''].join('\n');
};

function at(file: TestedFile, result: Pick<TestResult, 'range'>): { readonly file: string; readonly line: number; readonly col: number } {
	const { line, column } = placeOf(file, result);
	return { file: file.path, line, col: column };
}
