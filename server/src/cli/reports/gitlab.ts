import type { Severity } from '../../features/diagnose/diagnostic';
import { marked } from './fingerprint';
import { type Format, repositoryPath } from './report';

const SEVERITIES = { error: 'critical', warning: 'major', information: 'minor', hint: 'info' } as const satisfies Readonly<Record<Severity, string>>;

/** A code quality report of GitLab: what a merge request brings and takes away is shown in it. */
export const gitlab: Format = (reports, language) => {
	const all = marked(reports, language).map(({ finding: { severity, code }, file, line, endLine, message, why, fingerprint }) => ({
		description: message,
		...(why && { content: { body: why } }),
		check_name: code,
		fingerprint,
		severity: SEVERITIES[severity],
		location: { path: repositoryPath(file), lines: { begin: line, end: endLine } },
	}));
	return `${JSON.stringify(all, null, '\t')}\n`;
};
