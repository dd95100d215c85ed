/** What is done where a terminal shows the output, and nowhere else. */

/** Colors a piece of text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;
export type Style = keyof typeof CODES;

/** Select Graphic Rendition (ECMA-48 8.3.117): what turns a style on, and what turns it off. */
const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39] } as const;

export const plain: Paint = (_style, text) => text;
const colored: Paint = (style, text) => `\u001b[${CODES[style][0]}m${text}\u001b[${CODES[style][1]}m`;

export const COLORS = ['auto', 'always', 'never'] as const;

/** How standard output is painted: as `--color` says, else as the environment does (no-color.org), else in colors where a terminal shows them. */
export function paintFor(color: string | undefined): Paint {
	const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
	if (color === 'always') return colored;
	if (color === 'never' || NO_COLOR) return plain;
	if (FORCE_COLOR) return FORCE_COLOR === '0' || FORCE_COLOR === 'false' ? plain : colored;
	// Where nothing is painted, nobody asks what stands behind standard output: to know it Node reads all of its streams.
	return (style, text) => (process.stdout.isTTY === true && TERM !== 'dumb' ? colored : plain)(style, text);
}

/** So often the count is told, in ms. */
const TICK = 100;

/** How far it is, on standard error, where a terminal watches. */
export class Progress {
	private done = 0;
	private asked = Date.now();
	private isWatched = false;

	constructor(private readonly all: number) {}

	step(count = 1): void {
		this.done += count;
		const now = Date.now();
		if (now - this.asked < TICK) return;
		this.asked = now;
		this.isWatched ||= process.stderr.isTTY === true;
		if (this.isWatched) process.stderr.write(`\r${this.done}/${this.all}`);
	}

	end(): void {
		if (this.isWatched) process.stderr.write('\r\u001b[K');
	}
}
