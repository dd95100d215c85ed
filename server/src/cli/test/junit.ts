import type { TestResult } from '../../features/expect/results';
import { xmlAttributes, xmlText } from '../xml';
import { linesOf, nameOf, placeOf, type Report, type Run, tallyOf, told } from './report';
import type { TestedFile } from './run-file';

/** For CI servers: a suite for each file, a case for each expectation. What is at fault is an error, not a failure. */
export const junit: Report = (run) => {
	const { holds, fails, faults } = tallyOf(run.files);
	const totals = xmlAttributes({ name: 'peapod', tests: holds + fails + faults, failures: fails, errors: faults, time: seconds(run.took) });
	return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${totals}>\n${run.files.map((file) => suite(file, run)).join('')}</testsuites>\n`;
};

function suite(file: TestedFile, run: Run): string {
	const { holds, fails, faults } = tallyOf([file]);
	const name = nameOf(file, run);
	const head = xmlAttributes({ name, tests: holds + fails + faults, failures: fails, errors: faults, skipped: 0, time: seconds(file.took), file: file.path });
	const share = file.took / Math.max(1, file.results.length);
	const cases = file.results.map((result) => testcase(file, name, result, run, share)).join('');
	const whole =
		file.results.length === 0 ? `  <testcase${xmlAttributes({ name: 'expect', classname: name, time: '0.000' })}>\n${error(file)}  </testcase>\n` : '';
	return ` <testsuite${head}>\n${cases}${whole} </testsuite>\n`;
}

function testcase(file: TestedFile, suiteName: string, result: TestResult, { language }: Run, took: number): string {
	const { line } = placeOf(file, result);
	const head = xmlAttributes({ name: told(result.title, language).replaceAll('\n', ' / '), classname: suiteName, time: seconds(took), file: file.path, line });
	const warnings = result.warnings.map((warning) => told(warning, language)).join('\n');
	switch (result.verdict) {
		case 'holds':
			return warnings ? `  <testcase${head}>\n   <system-out>${xmlText(warnings)}</system-out>\n  </testcase>\n` : `  <testcase${head}/>\n`;
		case 'fails': {
			const lines = linesOf(result, language).map(([, words]) => words);
			const [first = ''] = lines;
			return `  <testcase${head}>\n   <failure${xmlAttributes({ message: first, type: 'expectation' })}>${xmlText(lines.join('\n'))}</failure>\n  </testcase>\n`;
		}
		case 'fault':
			return `  <testcase${head}>\n${error(file)}  </testcase>\n`;
	}
}

function error({ faults }: TestedFile): string {
	const messages = faults.map(({ message, code }) => `${message} [${code}]`);
	return `   <error${xmlAttributes({ message: messages[0] ?? '', type: faults[0]?.code ?? 'fault' })}>${xmlText(messages.join('\n'))}</error>\n`;
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3);
