import type { Told } from '../built/finding';
import type { Diagnostic } from '../diagnose/diagnostic';

/** A file of a chart, and what is found in it alone. */
export interface FileAlone {
	readonly file: string;
	readonly text: string;
	readonly plain: readonly Diagnostic[];
}

/**
 * What is told of a file by itself and as its chart renders it: each fault once. What both find on a line is told as the file has it, with what mends it;
 * of what stops a chart the file's own words do, where it has some.
 */
export function withPlain({ file, text, plain }: FileAlone, told: readonly Told[]): readonly Told[] {
	const line = (one: Diagnostic): number => text.lastIndexOf('\n', one.range.start - 1);
	const isTold = ({ diagnostic }: Told): boolean =>
		plain.some((one) => line(one) === line(diagnostic) && (one.code === diagnostic.code || (diagnostic.code === 'chart/render' && one.severity === 'error')));
	const own = plain.map((diagnostic): Told => ({ file, diagnostic, related: [], isUnanimous: true }));
	return [...own, ...told.filter((one) => !isTold(one))];
}
