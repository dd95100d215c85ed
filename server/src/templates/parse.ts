import type { Expression, Pipe, Step, Template } from './node';
import { Fault, Int, type Value } from './value';

interface Token {
	readonly kind: 'text' | 'open' | 'close' | 'string' | 'number' | 'char' | 'field' | 'variable' | 'word' | 'mark' | 'bad';
	readonly text: string;
	readonly at: number;
	readonly spaced: boolean;
}

const TOKENS =
	/(?<string>"(?:[^"\\\n]|\\.)*"|`[^`]*`)|(?<char>'(?:[^'\\\n]|\\.)+')|(?<number>[+-]?(?:0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?))|(?<field>\.[\p{L}_][\p{L}\p{N}_]*)|(?<variable>\$[\p{L}\p{N}_]*)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<mark>:=|[=()|,.])/uy;

/** text/template/parse lex.go: text and actions, with what `{{-` and `-}}` take away. */
function lex(text: string): readonly Token[] {
	const tokens: Token[] = [];
	let trims = false;
	for (let at = 0; at < text.length; ) {
		const open = text.indexOf('{{', at);
		const end = open < 0 ? text.length : open;
		const trimsLeft = open >= 0 && /^-[ \t\r\n]/.test(text.slice(open + 2, open + 4));
		let piece = text.slice(at, end);
		const lead = trims ? piece.length - piece.replace(/^[ \t\r\n]+/, '').length : 0;
		piece = piece.slice(lead);
		if (trimsLeft) piece = piece.replace(/[ \t\r\n]+$/, '');
		if (piece) tokens.push({ kind: 'text', text: piece, at: at + lead, spaced: false });
		if (open < 0) break;
		const inside = open + 2 + (trimsLeft ? 2 : 0);
		if (text.startsWith('/*', inside)) {
			const close = /\*\/([ \t\r\n]-)?\}\}/g;
			close.lastIndex = inside + 2;
			const found = close.exec(text);
			if (!found) return [...tokens, bad(open, 'unclosed comment')];
			trims = found[1] !== undefined;
			at = found.index + found[0].length;
			continue;
		}
		tokens.push({ kind: 'open', text: '{{', at: open, spaced: false });
		const closed = lexAction(text, inside, tokens);
		if (closed === undefined) return tokens;
		at = closed.at;
		trims = closed.trims;
	}
	return tokens;
}

const bad = (at: number, text: string): Token => ({ kind: 'bad', text, at, spaced: false });

function lexAction(text: string, from: number, tokens: Token[]): { readonly at: number; readonly trims: boolean } | undefined {
	for (let at = from, spaced = false; ; ) {
		const close = /(?:[ \t\r\n]-)?\}\}/y;
		close.lastIndex = at;
		const closed = close.exec(text);
		if (closed) {
			tokens.push({ kind: 'close', text: '}}', at, spaced });
			return { at: at + closed[0].length, trims: closed[0].length > 2 };
		}
		if (/[ \t\r\n]/.test(text.charAt(at))) {
			spaced = true;
			at++;
			continue;
		}
		TOKENS.lastIndex = at;
		const match = TOKENS.exec(text);
		if (!match) {
			tokens.push(bad(at, at >= text.length ? 'unclosed action' : `unexpected ${JSON.stringify(text.charAt(at))} in operand`));
			return undefined;
		}
		const kind = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0] as Token['kind'];
		tokens.push({ kind, text: match[0], at, spaced });
		at += match[0].length;
		spaced = false;
	}
}

/**
 * Parses a file into its templates, by name; the file's own under `file`.
 * text/template/parse parse.go; the fault is in its words, `template: FILE:LINE: …`.
 */
export function parse(file: string, text: string, isFunction: (name: string) => boolean): ReadonlyMap<string, Template> | Fault {
	const parser = new Parser(file, text, isFunction);
	return parser.file();
}

class Parser {
	private readonly tokens: readonly Token[];
	private next = 0;
	private fault: Fault | undefined;
	private variables: string[] = ['$'];
	private loops = 0;
	private readonly found = new Map<string, Template>();

	constructor(
		private readonly name: string,
		private readonly text: string,
		private readonly isFunction: (name: string) => boolean,
	) {
		this.tokens = lex(text);
	}

	file(): ReadonlyMap<string, Template> | Fault {
		const { steps, end } = this.list();
		if (end !== undefined) this.fail(`unexpected {{${end}}}`);
		this.define(this.name, steps);
		return this.fault ?? this.found;
	}

	/** Tree.add: an empty one does not replace what has content. */
	private define(name: string, steps: readonly Step[]): void {
		const isEmpty = steps.every((step) => step.kind === 'text' && !step.text.trim());
		if (!isEmpty || !this.found.has(name)) this.found.set(name, { file: this.name, steps, text: this.text });
	}

	private fail(message: string, at = this.peek()?.at ?? this.text.length): undefined {
		this.fault ??= new Fault(`template: ${this.name}:${this.text.slice(0, at).split('\n').length}: ${message}`);
		this.next = this.tokens.length;
		return undefined;
	}

	private peek(): Token | undefined {
		return this.tokens[this.next];
	}

	private take(kind: Token['kind'], text?: string): Token | undefined {
		const token = this.peek();
		if (token?.kind !== kind || (text !== undefined && token.text !== text)) return undefined;
		this.next++;
		return token;
	}

	/** Steps up to `end` or `else`, of which the word is told, or the end of the file. */
	private list(): { readonly steps: readonly Step[]; readonly end?: 'end' | 'else' } {
		const steps: Step[] = [];
		for (let token = this.peek(); token; token = this.peek()) {
			this.next++;
			if (token.kind === 'text') steps.push({ kind: 'text', text: token.text, at: token.at });
			else if (token.kind === 'bad') this.fail(token.text, token.at);
			else if (this.take('word', 'end')) {
				this.closed();
				return { steps, end: 'end' };
			} else if (this.take('word', 'else')) return { steps, end: 'else' };
			else {
				const step = this.step(token.at);
				if (step) steps.push(step);
			}
		}
		return { steps };
	}

	private closed(): void {
		if (!this.take('close')) this.fail(`unexpected ${JSON.stringify(this.peek()?.text ?? 'EOF')} in end`);
	}

	private step(at: number): Step | undefined {
		const word = this.peek()?.kind === 'word' ? this.peek()?.text : undefined;
		switch (word) {
			case 'if':
			case 'with':
			case 'range':
				this.next++;
				return this.branch(word, at);
			case 'define':
			case 'block':
			case 'template':
				this.next++;
				return this.named(word, at);
			case 'break':
			case 'continue':
				this.next++;
				if (this.loops === 0) return this.fail(`{{${word}}} outside {{range}}`, at);
				this.closed();
				return { kind: word, at };
			default: {
				const pipe = this.pipe(at, 'close', false);
				return pipe && { kind: 'action', pipe, at };
			}
		}
	}

	private branch(kind: 'if' | 'with' | 'range', at: number): Step | undefined {
		const known = this.variables.length;
		const pipe = this.pipe(at, 'close', kind === 'range');
		if (!pipe) return undefined;
		if (kind === 'range') this.loops++;
		const { steps: body, end } = this.list();
		if (kind === 'range') this.loops--;
		let otherwise: readonly Step[] = [];
		if (end === 'else') otherwise = this.otherwise(kind, at);
		else if (end === undefined) this.fail('unexpected EOF');
		this.variables.length = Math.min(known, this.variables.length);
		return { kind, pipe, body, otherwise, at };
	}

	private otherwise(kind: 'if' | 'with' | 'range', at: number): readonly Step[] {
		if (kind !== 'range' && this.take('word', kind)) {
			const step = this.branch(kind, at);
			return step ? [step] : [];
		}
		if (!this.take('close')) this.fail(`unexpected ${JSON.stringify(this.peek()?.text ?? 'EOF')} in else`);
		const { steps, end } = this.list();
		if (end !== 'end') this.fail(end === 'else' ? 'expected end; found {{else}}' : 'unexpected EOF');
		return steps;
	}

	private named(kind: 'define' | 'block' | 'template', at: number): Step | undefined {
		const name = this.take('string');
		if (!name) return this.fail(`unexpected ${JSON.stringify(this.peek()?.text ?? 'EOF')} in ${kind} clause`);
		const text = unquote(name.text);
		if (kind === 'template' && this.take('close')) return { kind, name: text, pipe: undefined, at };
		const pipe = kind === 'define' ? undefined : this.pipe(at, 'close', false);
		if (kind === 'define') this.closed();
		if (kind === 'template') return { kind, name: text, pipe, at };
		const [variables, loops] = [this.variables, this.loops];
		this.variables = ['$'];
		this.loops = 0;
		const { steps, end } = this.list();
		if (end !== 'end') this.fail(end === 'else' ? `unexpected {{else}} in ${kind} clause` : 'unexpected EOF');
		this.variables = variables;
		this.loops = loops;
		this.define(text, steps);
		return kind === 'block' ? { kind: 'template', name: text, pipe, at } : undefined;
	}

	private pipe(at: number, end: 'close' | ')', inRange: boolean): Pipe | undefined {
		const { names, assigns } = this.declaration(inRange);
		const commands: Expression[][] = [];
		for (;;) {
			const command = this.command();
			if (command.length === 0) return this.fail(commands.length > 0 || names.length > 0 ? 'missing value for command' : 'missing value for command', at);
			if (commands.length > 0 && (command[0]?.kind === 'constant' || command[0]?.kind === 'dot' || command[0]?.kind === 'nil'))
				return this.fail(`non executable command in pipeline stage ${commands.length + 1}`, at);
			commands.push(command);
			if (this.take('mark', '|')) continue;
			if (end === 'close' ? this.take('close') : this.take('mark', ')')) break;
			return this.fail(this.peek()?.kind === 'bad' ? (this.peek()?.text ?? '') : `unexpected ${JSON.stringify(this.peek()?.text ?? 'EOF')} in operand`);
		}
		return { names, assigns, commands, at };
	}

	private declaration(inRange: boolean): { readonly names: readonly string[]; readonly assigns: boolean } {
		const start = this.next;
		const names: string[] = [];
		for (let token = this.take('variable'); token; token = inRange && this.take('mark', ',') ? this.take('variable') : undefined) names.push(token.text);
		const mark = this.take('mark', ':=') ?? this.take('mark', '=');
		if (!mark || names.length === 0) {
			this.next = start;
			return { names: [], assigns: false };
		}
		// Parsed first, its own value may not use it; but Go adds the name at once, so `$x := $x` is legal.
		if (mark.text === ':=') this.variables.push(...names);
		else for (const name of names) if (!this.variables.includes(name)) this.fail(`undefined variable ${JSON.stringify(name)}`);
		return { names, assigns: mark.text === '=' };
	}

	private command(): Expression[] {
		const args: Expression[] = [];
		for (let one = this.operand(); one; one = this.operand()) {
			args.push(one);
			const next = this.peek();
			if (next && !next.spaced && next.kind !== 'close' && !(next.kind === 'mark' && /[|)]/.test(next.text)))
				this.fail(`unexpected ${JSON.stringify(next.text)} in operand`);
		}
		return args;
	}

	private operand(): Expression | undefined {
		const term = this.term();
		if (!term) return undefined;
		const names = this.fields();
		if (names.length === 0) return term;
		if (term.kind === 'field' || term.kind === 'variable') return { ...term, names: [...term.names, ...names] };
		if (term.kind === 'constant' || term.kind === 'nil' || term.kind === 'dot')
			return this.fail(`unexpected . after term ${JSON.stringify(this.text.slice(term.at, term.at + 1))}`);
		return { kind: 'chain', of: term, names, at: term.at };
	}

	private fields(): readonly string[] {
		const names: string[] = [];
		while (this.peek()?.kind === 'field' && !this.peek()?.spaced) names.push(this.tokens[this.next++]?.text.slice(1) ?? '');
		return names;
	}

	private term(): Expression | undefined {
		const token = this.peek();
		if (!token) return undefined;
		const { at, text, kind } = token;
		if (kind === 'mark') {
			if (text !== '.' && text !== '(') return undefined;
			this.next++;
			if (text === '.') return { kind: 'dot', at };
			const pipe = this.pipe(at, ')', false);
			return pipe && { kind: 'pipe', pipe, at };
		}
		const term = this.simple(token);
		if (term) this.next++;
		return term;
	}

	private simple({ kind, text, at }: Token): Expression | undefined {
		switch (kind) {
			case 'field':
				return { kind: 'field', names: [text.slice(1)], at };
			case 'variable':
				return this.variables.includes(text) ? { kind: 'variable', name: text, names: [], at } : this.fail(`undefined variable ${JSON.stringify(text)}`, at);
			case 'string':
				return { kind: 'constant', value: unquote(text), at };
			case 'char':
				return { kind: 'constant', value: new Int(BigInt(unquote(`"${text.slice(1, -1)}"`).codePointAt(0) ?? 0)), at };
			case 'number':
				return { kind: 'constant', value: numberOf(text), at };
			case 'word':
				if (text === 'true' || text === 'false') return { kind: 'constant', value: text === 'true', at };
				if (text === 'nil') return { kind: 'nil', at };
				return this.isFunction(text) ? { kind: 'function', name: text, at } : this.fail(`function ${JSON.stringify(text)} not defined`, at);
			default:
				return undefined;
		}
	}
}

function numberOf(text: string): Value {
	const bare = text.replaceAll('_', '').replace(/^([+-]?)0(?=[0-7]+$)/, '$10o');
	const sign = bare.startsWith('-') ? -1n : 1n;
	const digits = bare.replace(/^[+-]/, '');
	return /^(0[xXbBoO][\da-fA-F]+|\d+)$/.test(digits) ? new Int(sign * BigInt(digits)) : Number(bare);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' };

/** strconv.Unquote. */
function unquote(text: string): string {
	const inner = text.slice(1, -1);
	if (text.startsWith('`')) return inner.replaceAll('\r', '');
	return inner.replace(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|(.))/g, (_, x, u, U, octal, one) => {
		const code = x ?? u ?? U;
		if (code !== undefined) return String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code, 16)));
		return octal !== undefined ? String.fromCharCode(Number.parseInt(octal, 8)) : (ESCAPES[one] ?? one);
	});
}
