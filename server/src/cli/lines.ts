import { optimizeLate } from './many';

/** Answers each JSON line of standard input with a JSON line on standard output. The exit code is 1 if a line could not be read. */
export async function mapLines(answer: (question: Readonly<Record<string, unknown>>) => unknown): Promise<number> {
	await optimizeLate();
	let code = 0;
	const reply = (lines: readonly string[]): Promise<void> => {
		const questions = lines.filter((line) => line.trim()).map(object);
		if (questions.includes(undefined)) code = 1;
		return write(questions.map((question) => jsonLine(question ? answer(question) : { error: 'The line is not a JSON object.' })).join(''));
	};
	let rest = '';
	process.stdin.setEncoding('utf8');
	for await (const chunk of process.stdin) {
		const lines = `${rest}${chunk}`.split('\n');
		rest = lines.pop() ?? '';
		if (lines.length > 0) await reply(lines);
	}
	await reply([rest]);
	return code;
}

function object(line: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const value: unknown = JSON.parse(line);
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined;
	} catch {
		return undefined;
	}
}

/** Some readers of lines take other characters for line ends as well, which JSON leaves as they are. A bigint goes by in quotes, between characters that no manifest holds. */
function jsonLine(value: unknown): string {
	const text = JSON.stringify(value, (_key, child: unknown) => (typeof child === 'bigint' ? `\0${child}\0` : child));
	return `${text.replace(/"\\u0000(-?\d+)\\u0000"/g, '$1').replace(/[\u0085\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

function write(text: string): Promise<void> {
	return new Promise((done) => {
		process.stdout.write(text, () => done());
	});
}
