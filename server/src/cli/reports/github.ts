import type { Severity } from '../../features/diagnose/diagnostic';
import { workflowCommand } from '../workflow-command';
import { type Format, repositoryPath, rowsOf } from './report';

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const satisfies Readonly<Record<Severity, string>>;

/** Workflow commands of GitHub Actions: an annotation in the pull request for each finding. */
export const github: Format = (reports, language) =>
	reports
		.flatMap((report) => rowsOf(report, language))
		.map(({ finding: { severity, code }, file, line, column, endLine, endColumn, message, why }) => {
			// Columns of several lines are refused (@actions/core, AnnotationProperties).
			const place = endLine === line ? { line, col: column, endColumn } : { line, endLine };
			return `${workflowCommand(COMMANDS[severity], { file: repositoryPath(file), ...place, title: code }, why ? `${message}\n${why}` : message)}\n`;
		})
		.join('');
