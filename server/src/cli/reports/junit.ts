import type { Language } from '../../protocol/text';
import { xmlAttributes, xmlText } from '../xml';
import { type Fate, type Format, type Report, type Row, repositoryPath, rowsOf } from './report';
import { fateWords } from './summary';

/** For CI servers: a suite for each file, a case for each finding, which fails where the server refuses; of a file without any a case that passes. */
export const junit: Format = (reports, language) => {
	const suites = reports.filter(({ fate, found }) => fate !== 'nothing' || found.length > 0).map((report) => suiteOf(report, language));
	const sum = (count: (suite: Suite) => number): number => suites.reduce((all, suite) => all + count(suite), 0);
	const totals = { tests: sum(({ tests }) => tests), failures: sum(({ failures }) => failures), errors: sum(({ errors }) => errors) };
	return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${xmlAttributes({ name: 'peapod', ...totals })}>\n${suites.map(({ xml }) => xml).join('')}</testsuites>\n`;
};

interface Suite {
	readonly xml: string;
	readonly tests: number;
	readonly failures: number;
	readonly errors: number;
}

function suiteOf(report: Report, language: Language): Suite {
	const file = repositoryPath(report.file);
	const rows = rowsOf(report, language);
	const failures = rows.filter(({ finding }) => finding.severity === 'error').length;
	const errors = report.fate === 'unreadable' ? 1 : 0;
	const skipped = report.fate === 'judged' || report.fate === 'nothing' || errors > 0 ? 0 : 1;
	const whole = rows.length > 0 ? [] : [wholeCase(file, report.fate, language)];
	const names = namesOf(rows);
	const cases = [...whole, ...rows.map((row, index) => findingCase(file, row, names[index] ?? row.finding.code))];
	const head = xmlAttributes({ name: file, tests: cases.length, failures, errors, skipped, file });
	return { xml: ` <testsuite${head}>\n${cases.join('')} </testsuite>\n`, tests: cases.length, failures, errors };
}

/** All that is told of a file in which nothing was found. */
function wholeCase(file: string, fate: Fate, language: Language): string {
	const head = xmlAttributes({ name: 'check', classname: file, file });
	if (fate === 'judged' || fate === 'nothing') return `  <testcase${head}/>\n`;
	const element = fate === 'unreadable' ? 'error' : 'skipped';
	return `  <testcase${head}>\n   <${element}${xmlAttributes({ message: fateWords(fate, language) })}/>\n  </testcase>\n`;
}

/** What stays when lines move, as CI servers tell a case by its name: the code and the field; of several that are alike each counts those before it. */
function namesOf(rows: readonly Row[]): readonly string[] {
	const seen = new Map<string, number>();
	return rows.map(({ finding: { code }, message }) => {
		const name = [code, ...fieldIn(message)].join(' ');
		const count = (seen.get(name) ?? 0) + 1;
		seen.set(name, count);
		return count > 1 ? `${name} (${count})` : name;
	});
}

/** The server begins with the field, or has it in quotes: `unknown field "spec.a"`. */
const fieldIn = (message: string): readonly string[] => (/^(?:unknown field "([^"]+)"|([\w.[\]/-]+):\s)/.exec(message) ?? []).slice(1).filter(Boolean);

function findingCase(file: string, { finding: { severity, code }, line, column, message, why }: Row, name: string): string {
	const said = `${file}:${line}:${column}: ${message}${why ? `\n${why}` : ''}`;
	const inside =
		severity === 'error'
			? `<failure${xmlAttributes({ message, type: code })}>${xmlText(said)}</failure>`
			: `<system-out>${xmlText(`${severity}: ${said}`)}</system-out>`;
	return `  <testcase${xmlAttributes({ name, classname: file, file, line })}>\n   ${inside}\n  </testcase>\n`;
}
