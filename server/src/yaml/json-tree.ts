import { skipSpace } from './json-stream';
import { matchAt } from './match-at';
import type { Entry, Item, Node, ScalarNode } from './node';

/** Nobody nests deeper, and whoever walks the tree recurses. */
const DEEPEST = 500;

/** The tree of a text that is JSON: scanJson has read it to its end. Undefined where it goes too deep. */
export function jsonTree(text: string): Node | undefined {
	return new Reader(text).value(0);
}

const STRING = /"(?:[^"\\]|\\.)*"/y;
const WORD = /[-+.\w]*/y;

class Reader {
	private at = 0;

	constructor(private readonly text: string) {}

	value(depth: number): Node | undefined {
		if (depth > DEEPEST) return undefined;
		this.at = skipSpace(this.text, this.at);
		const character = this.text.charAt(this.at);
		if (character === '{') return this.map(depth);
		if (character === '[') return this.list(depth);
		return character === '"' ? this.string() : this.word();
	}

	private map(depth: number): Node | undefined {
		const start = this.at;
		const entries: Entry[] = [];
		for (this.at++; !this.ends('}'); ) {
			const key = this.string();
			this.at = skipSpace(this.text, this.at) + 1;
			const value = this.value(depth + 1);
			if (!value) return undefined;
			entries.push({ key, value });
		}
		return { kind: 'map', range: { start, end: this.at }, entries, flow: true };
	}

	private list(depth: number): Node | undefined {
		const start = this.at;
		const items: Item[] = [];
		for (this.at++; !this.ends(']'); ) {
			const value = this.value(depth + 1);
			if (!value) return undefined;
			items.push({ value, range: value.range });
		}
		return { kind: 'list', range: { start, end: this.at }, items, flow: true };
	}

	/** Passes over a comma; whether the bracket closes here. */
	private ends(bracket: string): boolean {
		this.at = skipSpace(this.text, this.at);
		if (this.text.charAt(this.at) === ',') this.at = skipSpace(this.text, this.at + 1);
		if (this.text.charAt(this.at) !== bracket) return false;
		this.at++;
		return true;
	}

	private string(): ScalarNode {
		const { start, written } = this.take(STRING);
		return { kind: 'scalar', range: { start, end: this.at }, text: JSON.parse(written) as string, style: 'quoted' };
	}

	private word(): ScalarNode {
		const { start, written } = this.take(WORD);
		return { kind: 'scalar', range: { start, end: this.at }, text: written, style: 'plain' };
	}

	private take(pattern: RegExp): { readonly start: number; readonly written: string } {
		const start = this.at;
		const written = matchAt(pattern, this.text, start)?.[0] ?? '';
		this.at = start + written.length;
		return { start, written };
	}
}
