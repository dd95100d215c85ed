import { createInterface } from 'node:readline';

/** Answers each JSON line of standard input with a JSON line on standard output. The exit code is 1 if a line could not be read. */
export async function mapLines(answer: (question: Readonly<Record<string, unknown>>) => unknown): Promise<number> {
	let code = 0;
	let waiting: string[] = [];
	const flush = (): Promise<void> =>
		new Promise((done) => {
			const text = waiting.join('');
			waiting = [];
			process.stdout.write(text, () => done());
		});
	for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
		if (!line.trim()) continue;
		const question = object(line);
		if (!question) code = 1;
		waiting.push(`${JSON.stringify(question ? answer(question) : { error: 'The line is not a JSON object.' })}\n`);
		if (waiting.length >= 200) await flush();
	}
	await flush();
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
