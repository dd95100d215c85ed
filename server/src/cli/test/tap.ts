import { linesOf, nameOf, placeOf, type Report, type Run, told } from './report';
import type { TestedFile } from './run-file';

/** The Test Anything Protocol, version 14: a line for each expectation, with a YAML block under those that do not hold. */
export const tap: Report = (run) => {
	const points = run.files.flatMap((file) => pointsOf(file, run));
	return ['TAP version 14', `1..${points.length}`, ...points.map((point, i) => numbered(point, i + 1)), ''].join('\n');
};

interface Point {
	readonly isOk: boolean;
	readonly name: string;
	readonly block: readonly (readonly [key: string, value: string])[];
}

function pointsOf(file: TestedFile, run: Run): readonly Point[] {
	const name = nameOf(file, run);
	const faults = file.faults.map(({ message, code }) => `${message} [${code}]`).join('\n');
	if (file.results.length === 0) return [{ isOk: false, name, block: [['message', faults]] }];
	return file.results.map((result) => {
		const { line, column } = placeOf(file, result);
		const message = linesOf(result, run.language)
			.map(([, words]) => words)
			.join('\n');
		const block: Point['block'] = [
			['message', result.verdict === 'fault' ? faults : message],
			['at', `${file.path}:${line}:${column}`],
		];
		return {
			isOk: result.verdict === 'holds',
			name: `${name}: ${told(result.title, run.language).replaceAll('\n', ' / ')}`,
			block: result.verdict === 'holds' ? [] : block,
		};
	});
}

/** `#` begins a directive. JSON strings are YAML's too. */
function numbered({ isOk, name, block }: Point, number: number): string {
	const line = `${isOk ? 'ok' : 'not ok'} ${number} - ${name.replace(/[\\#]/g, '\\$&')}`;
	return block.length === 0 ? line : [line, '  ---', ...block.map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`), '  ...'].join('\n');
}
