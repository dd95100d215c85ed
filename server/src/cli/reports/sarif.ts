import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inLanguage, type Severity, why } from '../../features/diagnose/diagnostic';
import { plainText } from '../../features/words-of';
import type { Language } from '../../protocol/text';
import { versionOfPeapod } from '../version';
import { type Marked, marked } from './fingerprint';
import { type Format, repositoryPath } from './report';

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Readonly<Record<Severity, string>>;

/** A log of SARIF 2.1.0 (OASIS), for GitHub code scanning and others: one run, a rule for each code that was found. */
export const sarif: Format = (reports, language) => {
	const rows = marked(reports, language);
	const codes = [...new Set(rows.map(({ finding }) => finding.code))].sort();
	const version = versionOfPeapod();
	const run = {
		tool: { driver: { name: 'Peapod', ...(version && { version }), rules: codes.map((code) => ruleOf(code, language)) } },
		columnKind: 'utf16CodeUnits',
		results: rows.map((row) => resultOf(row, codes.indexOf(row.finding.code))),
	};
	const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
	return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, '\t')}\n`;
};

function ruleOf(code: string, language: Language) {
	const { why: words, link } = why(code);
	const text = words && inLanguage(words, language).map(plainText).join('\n');
	return { id: code, ...(text && { fullDescription: { text } }), ...(link && { helpUri: language === 'en' ? link.en : link.ko }) };
}

function resultOf({ finding, file, message, why: reason, fingerprint, related, ...region }: Marked, ruleIndex: number) {
	return {
		ruleId: finding.code,
		ruleIndex,
		level: LEVELS[finding.severity],
		message: { text: reason ? `${message}\n${reason}` : message },
		locations: [located(file, { startLine: region.line, startColumn: region.column, endLine: region.endLine, endColumn: region.endColumn })],
		...(related.length > 0 && {
			relatedLocations: related.map((other, id) => ({
				id,
				...located(other.file, { startLine: other.line, startColumn: other.column }),
				message: { text: other.message },
			})),
		}),
		partialFingerprints: { 'peapod/v1': fingerprint },
	};
}

const located = (file: string, region: Readonly<Record<string, number>>) => ({ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } });

/** From the folder one stands in, where GitHub looks for it; a file: URI elsewhere. */
function uriOf(file: string): string {
	const shown = repositoryPath(file);
	return path.isAbsolute(shown) ? pathToFileURL(shown).href : shown.split('/').map(encodeURIComponent).join('/');
}
