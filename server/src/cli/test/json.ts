import type { Diagnostic } from '../../features/diagnose/diagnostic';
import { columnsIn } from '../paragraphs';
import { linesOf, placeOf, type Report, told } from './report';

/** For programs: one object a file, its results in the order of the file. Times in seconds. */
export const json: Report = ({ files, language }) => {
	const all = files.map((file) => ({
		file: file.path,
		kubernetes: `1.${file.version}`,
		seconds: Math.round(file.took) / 1000,
		faults: file.faults.map((fault) => faultOf(fault, file.text)),
		results: file.results.map((result) => ({
			expectation: result.index,
			...placeOf(file, result),
			sentence: told(result.title, language),
			verdict: result.verdict,
			...(result.t !== undefined && { t: result.t / 1000 }),
			...(result.field !== undefined && { field: result.field }),
			...(result.verdict === 'fails' && { message: linesOf(result, language).map(([, line]) => line) }),
			...(result.warnings.length > 0 && { warnings: result.warnings.map((warning) => told(warning, language)) }),
		})),
	}));
	return `${JSON.stringify(all, null, 1)}\n`;
};

const faultOf = ({ range, code, message }: Diagnostic, text: string) => ({ ...columnsIn(text)(range.start), code, message });
