import { type Format, rowsOf } from './report';

/** One JSON array of all findings. */
export const json: Format = (reports, language) => {
	const all = reports.flatMap((report) =>
		rowsOf(report, language).map(({ finding: { severity, code }, file, line, column, endLine, endColumn, message, why, related }) => {
			return { file, line, column, endLine, endColumn, severity, code, message, why, related };
		}),
	);
	return `${JSON.stringify(all, null, '\t')}\n`;
};
