import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inLanguage, type Severity, why } from '../../features/diagnose/diagnostic';
import { SEVERITIES } from '../../features/diagnose/severity';
import { plainText } from '../../features/words-of';
import type { Language } from '../../protocol/text';
import { cannotRead } from '../read-text';
import { versionOfPeapod } from '../version';
import { type Marked, marked } from './fingerprint';
import { type Format, type Report, repositoryPath } from './report';

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Readonly<Record<Severity, string>>;

/** A log of SARIF 2.1.0 (OASIS), for GitHub code scanning and others: one run, a rule for each code that was found. */
export const sarif: Format = (reports, language) => {
	const rows = marked(reports, language);
	const codes = [...new Set(rows.map(({ finding }) => finding.code))].sort();
	const rules = codes.map((code) =>
		ruleOf(
			code,
			rows.filter(({ finding }) => finding.code === code),
			language,
		),
	);
	const version = versionOfPeapod();
	const run = {
		tool: { driver: { name: 'Peapod', ...(version && { version }), rules } },
		invocations: [invocationOf(reports, language)],
		columnKind: 'utf16CodeUnits',
		results: rows.map((row) => resultOf(row, codes.indexOf(row.finding.code))),
	};
	const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
	return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, '\t')}\n`;
};

/** Whether all could be read, and what could not. */
function invocationOf(reports: readonly Report[], language: Language) {
	const unread = reports.filter(({ fate }) => fate === 'unreadable');
	const notifications = unread.map(({ file, fault }) => ({
		level: 'error',
		message: { text: inLanguage(fault ?? cannotRead(file), language).join('\n') },
		locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
	}));
	return { executionSuccessful: unread.length === 0, ...(unread.length > 0 && { toolExecutionNotifications: notifications }) };
}

/** What is said of a code, whatever it is found in; of one without words of its own, what is said of it here. `rows` are its findings. */
function ruleOf(code: string, rows: readonly Marked[], language: Language) {
	const { why: words, link } = why(code);
	const lines = words ? inLanguage(words, language) : rows.slice(0, 1).map(({ why: reason, message }) => reason || message);
	const text = lines.map(plainText).join('\n');
	const page = link && (language === 'en' ? link.en : link.ko);
	const worst = SEVERITIES.find((severity) => rows.some(({ finding }) => finding.severity === severity)) ?? 'error';
	return {
		id: code,
		shortDescription: { text: lines.map((line) => firstSentence(plainText(line))).join(' / ') },
		fullDescription: { text },
		help: { text: page ? `${text}\n${page}` : text, markdown: [...lines, ...(page ? [`<${page}>`] : [])].join('\n\n') },
		...(page && { helpUri: page }),
		defaultConfiguration: { level: LEVELS[worst] },
	};
}

const firstSentence = (text: string): string => /^.+?[.?!](?=\s|$)/s.exec(text)?.[0] ?? text;

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
