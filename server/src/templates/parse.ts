import { goQuote } from '../schema/go-quote';
import { lex, type Token, type TokenKind, tokenText } from './lex';
import { parseNumber, unquote } from './literal';
import { type Command, type Expression, isEmptyTemplate, nodeText, type Pipe, type Step, type Template } from './node';
import { Fault, guarded } from './value';

/** How deep parentheses and blocks may lie in one another: Go's stack carries 10,000. */
const MOST_NESTED = 500;

/**
 * Parses a file into its templates, by name; the file's own under `file`.
 * text/template/parse parse.go; the fault is in its words, `template: FILE:LINE: …`.
 */
export function parse(file: string, text: string, isFunction: (name: string) => boolean): ReadonlyMap<string, Template> | Fault {
	return guarded(`template: ${file}`, () => new Parser(file, text, isFunction).file());
}

/** Template.AddParseTree: what was parsed is added to what there is; what is but white space replaces nothing. */
export function associate(into: Map<string, Template>, parsed: ReadonlyMap<string, Template>): void {
	for (const [name, template] of parsed) if (!into.has(name) || !isEmptyTemplate(template.steps)) into.set(name, template);
}

/** What a list of steps ended with. */
interface Ended {
	readonly steps: readonly Step[];
	readonly end: 'end' | 'else';
}

/** What belongs to one definition (parse.Tree). */
interface Scope {
	variables: string[];
	loops: number;
	actionLine: number;
}

const newScope = (): Scope => ({ variables: ['$'], loops: 0, actionLine: 0 });
const OPERANDS: ReadonlySet<TokenKind> = new Set(['bool', 'char', 'dot', 'field', 'identifier', 'number', 'nil', 'string', 'variable', '(']);

class Parser {
	private readonly tokens: readonly Token[];
	private next = 0;
	/** The token that was read last, whose line errors tell: t.token[0]. */
	private furthest = 0;
	private fault: Fault | undefined;
	private scope = newScope();
	private depth = 0;
	private readonly found = new Map<string, Template>();

	constructor(
		private readonly name: string,
		private readonly text: string,
		private readonly isFunction: (name: string) => boolean,
	) {
		this.tokens = lex(text);
	}

	file(): ReadonlyMap<string, Template> | Fault {
		const steps: Step[] = [];
		while (this.peek().kind !== 'end of file') {
			const from = this.next;
			if (this.take().kind === 'open' && this.takeNonSpace().kind === 'define') {
				this.definition();
				continue;
			}
			this.next = from;
			const step = this.textOrAction();
			if (step === 'end' || step === 'else') this.fail(`unexpected {{${step}}}`);
			else if (step) steps.push(step);
		}
		this.add(this.name, steps);
		return this.fault ?? this.found;
	}

	/** Tree.add. */
	private add(name: string, steps: readonly Step[]): void {
		const known = this.found.get(name);
		if (!known || isEmptyTemplate(known.steps)) this.found.set(name, { file: this.name, steps, text: this.text });
		else if (!isEmptyTemplate(steps)) this.fail(`template: multiple definition of template ${goQuote(name)}`);
	}

	private fail(message: string): undefined {
		const { line = 1, at = 0 } = this.tokens[this.furthest] ?? {};
		this.fault ??= new Fault(`template: ${this.name}:${line}: ${message}`, [{ template: { file: this.name, steps: [], text: this.text }, at }]);
		this.next = this.tokens.length - 1;
		return undefined;
	}

	private unexpected(token: Token, context: string): undefined {
		if (token.kind !== 'error') return this.fail(`unexpected ${tokenText(token)} in ${context}`);
		const { actionLine } = this.scope;
		const isFar = actionLine !== 0 && actionLine !== token.line;
		const started = ` in action started at ${this.name}:${actionLine}`;
		return this.fail(token.text + (isFar ? (token.text.endsWith(' action') ? started.slice(' in action'.length) : started) : ''));
	}

	private tokenAt(index: number): Token {
		const at = Math.min(index, this.tokens.length - 1);
		this.furthest = Math.max(this.furthest, at);
		return this.tokens[at] ?? { kind: 'end of file', text: 'EOF', at: this.text.length, line: 1 };
	}

	private peek(): Token {
		return this.tokenAt(this.next);
	}

	private take(): Token {
		return this.tokenAt(this.next++);
	}

	private takeNonSpace(): Token {
		const token = this.take();
		return token.kind === 'space' ? this.takeNonSpace() : token;
	}

	private peekNonSpace(): Token {
		const token = this.takeNonSpace();
		this.next--;
		return token;
	}

	private expect(kind: TokenKind, context: string): void {
		const token = this.takeNonSpace();
		if (token.kind !== kind) this.unexpected(token, context);
	}

	/** parseDefinition: behind `define`. */
	private definition(): void {
		const outer = this.scope;
		this.scope = newScope();
		const name = this.templateName(this.takeNonSpace(), 'define clause');
		this.expect('close', 'define clause');
		this.body(name, 'define clause');
		this.scope = outer;
	}

	private body(name: string, context: string): void {
		const { steps, end } = this.list();
		if (end !== 'end') this.fail(`unexpected {{${end}}} in ${context}`);
		this.add(name, steps);
	}

	private templateName(token: Token, context: string): string {
		if (token.kind !== 'string') {
			this.unexpected(token, context);
			return '';
		}
		return unquote(token.text) ?? this.fail('invalid syntax') ?? '';
	}

	/** itemList. */
	private list(): Ended {
		const steps: Step[] = [];
		if (++this.depth > MOST_NESTED) this.fail('max expression depth exceeded');
		while (this.peekNonSpace().kind !== 'end of file') {
			const step = this.textOrAction();
			if (step === 'end' || step === 'else') {
				this.depth--;
				return { steps, end: step };
			}
			if (step) steps.push(step);
		}
		this.depth--;
		this.fail('unexpected EOF');
		return { steps, end: 'end' };
	}

	private textOrAction(): Step | 'end' | 'else' | undefined {
		const token = this.takeNonSpace();
		if (token.kind === 'text') return { kind: 'text', text: token.text, at: token.at };
		if (token.kind !== 'open') return this.unexpected(token, 'input');
		this.scope.actionLine = token.line;
		const step = this.action(token.at);
		this.scope.actionLine = 0;
		return step;
	}

	private action(open: number): Step | 'end' | 'else' | undefined {
		const token = this.takeNonSpace();
		switch (token.kind) {
			case 'block':
				return this.block();
			case 'break':
			case 'continue':
				return this.jump(token.kind, token.at);
			case 'else': {
				// What follows is read by who reads the `if` or `with` before it.
				const { kind } = this.peekNonSpace();
				if (kind !== 'if' && kind !== 'with') this.expect('close', 'else');
				return 'else';
			}
			case 'end':
				this.expect('close', 'end');
				return 'end';
			case 'if':
			case 'range':
			case 'with':
				return this.control(token.kind, open);
			case 'template':
				return this.template();
			default: {
				this.next--;
				const pipe = this.pipeline('command', 'close');
				return { kind: 'action', pipe, at: pipe.at };
			}
		}
	}

	private jump(kind: 'break' | 'continue', at: number): Step | undefined {
		const token = this.takeNonSpace();
		if (token.kind !== 'close') return this.unexpected(token, `{{${kind}}}`);
		if (this.scope.loops === 0) return this.fail(`{{${kind}}} outside {{range}}`);
		return { kind, at };
	}

	/** parseControl. */
	private control(kind: 'if' | 'range' | 'with', at: number): Step {
		const { scope } = this;
		const known = scope.variables.length;
		const pipe = this.pipeline(kind, 'close');
		if (kind === 'range') scope.loops++;
		const { steps: body, end } = this.list();
		if (kind === 'range') scope.loops--;
		const otherwise = end === 'else' ? this.otherwise(kind) : [];
		scope.variables.length = known;
		return { kind, pipe, body, otherwise, at };
	}

	private otherwise(kind: 'if' | 'range' | 'with'): readonly Step[] {
		const token = this.peek();
		if (kind !== 'range' && token.kind === kind) {
			this.next++;
			return [this.control(kind, token.at)];
		}
		const { steps, end } = this.list();
		if (end !== 'end') this.fail(`expected end; found {{${end}}}`);
		return steps;
	}

	private block(): Step {
		const token = this.takeNonSpace();
		const name = this.templateName(token, 'block clause');
		const pipe = this.pipeline('block clause', 'close');
		const outer = this.scope;
		this.scope = newScope();
		this.body(name, 'block clause');
		this.scope = outer;
		return { kind: 'template', name, pipe, at: token.at };
	}

	private template(): Step {
		const token = this.takeNonSpace();
		const name = this.templateName(token, 'template clause');
		const isAlone = this.takeNonSpace().kind === 'close';
		if (!isAlone) this.next--;
		return { kind: 'template', name, pipe: isAlone ? undefined : this.pipeline('template clause', 'close'), at: token.at };
	}

	private pipeline(context: string, end: 'close' | ')'): Pipe {
		const { at } = this.peekNonSpace();
		const { names, assigns } = this.declaration(context);
		const commands: Command[] = [];
		for (;;) {
			const token = this.takeNonSpace();
			if (token.kind === end) break;
			if (!OPERANDS.has(token.kind)) {
				this.unexpected(token, context);
				break;
			}
			this.next--;
			commands.push(this.command());
		}
		this.checkPipeline(commands, context);
		return { kind: 'pipe', names, assigns, commands, at };
	}

	private checkPipeline(commands: readonly Command[], context: string): void {
		if (commands.length === 0) this.fail(`missing value for ${context}`);
		const stage = commands.findIndex(({ args: [first] }, i) => i > 0 && first !== undefined && ['constant', 'dot', 'nil', 'number'].includes(first.kind));
		if (stage > 0) this.fail(`non executable command in pipeline stage ${stage + 1}`);
	}

	/** The variables before `:=` or `=`; two of them only in a range. */
	private declaration(context: string): { readonly names: readonly string[]; readonly assigns: boolean } {
		const names: string[] = [];
		for (;;) {
			const variable = this.peekNonSpace();
			if (variable.kind !== 'variable') return { names, assigns: false };
			const from = this.next++;
			const { kind, text } = this.peekNonSpace();
			const isListed = kind === 'other' && text === ',';
			if (kind !== '=' && kind !== ':=' && !isListed) {
				this.next = from;
				return { names, assigns: false };
			}
			this.next++;
			names.push(variable.text);
			this.scope.variables.push(variable.text);
			if (!isListed) return { names, assigns: kind === '=' };
			if (context !== 'range' || names.length > 1) {
				this.fail(`too many declarations in ${context}`);
				return { names, assigns: false };
			}
			if (!['variable', 'close', ')'].includes(this.peekNonSpace().kind)) this.fail('range can only initialize variables');
		}
	}

	private command(): Command {
		const { at } = this.peekNonSpace();
		const args: Expression[] = [];
		for (;;) {
			this.peekNonSpace();
			const operand = this.operand();
			if (operand) args.push(operand);
			const token = this.take();
			if (token.kind === 'space') continue;
			if (token.kind === 'close' || token.kind === ')') this.next--;
			else if (token.kind !== '|') this.unexpected(token, 'operand');
			break;
		}
		if (args.length === 0) this.fail('empty command');
		return { kind: 'command', args, at };
	}

	private operand(): Expression | undefined {
		const term = this.term();
		const { kind, at: pos } = this.peek();
		if (!term || kind !== 'field') return term;
		const names: string[] = [];
		while (this.peek().kind === 'field') names.push(this.take().text.slice(1));
		switch (term.kind) {
			case 'field':
			case 'variable':
				return { ...term, names: [...term.names, ...names], pos };
			case 'constant':
			case 'number':
			case 'nil':
			case 'dot':
				return this.fail(`unexpected . after term ${goQuote(nodeText(term))}`);
			default:
				return { kind: 'chain', of: term, names, at: term.at, pos };
		}
	}

	private term(): Expression | undefined {
		const token = this.takeNonSpace();
		const { at, text } = token;
		switch (token.kind) {
			case 'identifier':
				return this.isFunction(text) ? { kind: 'function', name: text, at } : this.fail(`function ${goQuote(text)} not defined`);
			case 'dot':
			case 'nil':
				return { kind: token.kind, at };
			case 'variable':
				return this.scope.variables.includes(text)
					? { kind: 'variable', name: text, names: [], at, pos: at }
					: this.fail(`undefined variable ${goQuote(text)}`);
			case 'field':
				return { kind: 'field', names: [text.slice(1)], at, pos: at };
			case 'bool':
				return { kind: 'constant', value: text === 'true', text, at };
			case 'char':
			case 'number': {
				const number = parseNumber(text, token.kind === 'char');
				return number instanceof Fault ? this.fail(number.message) : { kind: 'number', ...number, text, at };
			}
			case '(':
				return this.parenthesized();
			case 'string': {
				const value = unquote(text);
				return value === undefined ? this.fail('invalid syntax') : { kind: 'constant', value, text, at };
			}
			default:
				this.next--;
				return undefined;
		}
	}

	private parenthesized(): Pipe | undefined {
		if (++this.depth > MOST_NESTED) return this.fail('max expression depth exceeded');
		const pipe = this.pipeline('parenthesized pipeline', ')');
		this.depth--;
		return pipe;
	}
}
