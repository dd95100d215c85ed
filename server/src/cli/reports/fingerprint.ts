import { createHash } from 'node:crypto';
import type { Language } from '../../protocol/text';
import { type Report, type Row, repositoryPath, rowsOf } from './report';

/** A finding with a name that it keeps from run to run. */
export interface Marked extends Row {
	readonly fingerprint: string;
}

/**
 * All findings, each with a fingerprint: of its file, its code and what the server says, whatever the reader's language, and not of its line, which moves when something is written
 * above. Of several that are alike each counts those before it.
 */
export function marked(reports: readonly Report[], language: Language): readonly Marked[] {
	const seen = new Map<string, number>();
	return reports
		.flatMap((report) => rowsOf(report, language))
		.map((row) => {
			const key = [repositoryPath(row.file), row.finding.code, row.finding.message].join('\0');
			const before = seen.get(key) ?? 0;
			seen.set(key, before + 1);
			return { ...row, fingerprint: createHash('sha256').update(`${key}\0${before}`).digest('hex').slice(0, 32) };
		});
}
