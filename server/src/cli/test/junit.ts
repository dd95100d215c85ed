import type { TestResult } from '../../features/expect/results';
import { linesOf, nameOf, placeOf, type Report, type Run, tallyOf, told } from './report';
import type { TestedFile } from './run-file';

/** For CI servers: a suite for each file, a case for each expectation. What is at fault is an error, not a failure. */
export const junit: Report = (run) => {
	const { holds, fails, faults } = tallyOf(run.files);
	const totals = attributes({ name: 'peapod', tests: holds + fails + faults, failures: fails, errors: faults, time: seconds(run.took) });
	return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${totals}>\n${run.files.map((file) => suite(file, run)).join('')}</testsuites>\n`;
};

function suite(file: TestedFile, run: Run): string {
	const { holds, fails, faults } = tallyOf([file]);
	const name = nameOf(file, run);
	const head = attributes({ name, tests: holds + fails + faults, failures: fails, errors: faults, skipped: 0, time: seconds(file.took), file: file.path });
	const share = file.took / Math.max(1, file.results.length);
	const cases = file.results.map((result) => testcase(file, name, result, run, share)).join('');
	const whole = file.results.length === 0 ? `  <testcase${attributes({ name: 'expect', classname: name, time: '0.000' })}>\n${error(file)}  </testcase>\n` : '';
	return ` <testsuite${head}>\n${cases}${whole} </testsuite>\n`;
}

function testcase(file: TestedFile, suiteName: string, result: TestResult, { language }: Run, took: number): string {
	const { line } = placeOf(file, result);
	const head = attributes({ name: told(result.title, language).replaceAll('\n', ' / '), classname: suiteName, time: seconds(took), file: file.path, line });
	const warnings = result.warnings.map((warning) => told(warning, language)).join('\n');
	switch (result.verdict) {
		case 'holds':
			return warnings ? `  <testcase${head}>\n   <system-out>${escaped(warnings)}</system-out>\n  </testcase>\n` : `  <testcase${head}/>\n`;
		case 'fails': {
			const lines = linesOf(result, language).map(([, words]) => words);
			const [first = ''] = lines;
			return `  <testcase${head}>\n   <failure${attributes({ message: first, type: 'expectation' })}>${escaped(lines.join('\n'))}</failure>\n  </testcase>\n`;
		}
		case 'fault':
			return `  <testcase${head}>\n${error(file)}  </testcase>\n`;
	}
}

function error({ faults }: TestedFile): string {
	const messages = faults.map(({ message, code }) => `${message} [${code}]`);
	return `   <error${attributes({ message: messages[0] ?? '', type: faults[0]?.code ?? 'fault' })}>${escaped(messages.join('\n'))}</error>\n`;
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

const attributes = (all: Readonly<Record<string, string | number>>): string =>
	Object.entries(all)
		.map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`)
		.join('');

/** XML 1.0 has no way to write most control characters, nor half a surrogate pair. */
function escaped(text: string): string {
	return text
		.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
