import { goQuote } from '../schema/go-quote';
import { BEGIN_OPERANDS, lex, type Token, type TokenKind, tokenText } from './lex';
import { parseNumber, unquote } from './literal';
import { type Command, type Expression, isEmptyTemplate, nodeText, type Pipe, type Step, type Template } from './node';
import { Fault, guarded, isFault } from './value';

/** How deep parentheses and blocks may lie in one another: Go's stack carries 10,000. */
const MOST_NESTED = 500;

/**
 * Parses a file into its templates, by name; the file's own under `file`.
 * text/template/parse parse.go; the fault is in its words, `template: FILE:LINE: …`.
 */
export function parse(file: string, text: string, isFunction: (name: string) => boolean): ReadonlyMap<string, Template> | Fault {
	return guarded(`template: ${file}`, () => parsed(file, text, isFunction));
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

function parsed(file: string, text: string, isFunction: (name: string) => boolean): ReadonlyMap<string, Template> | Fault {
	const tokens = lex(text);
	const found = new Map<string, Template>();
	let next = 0;
	/** The token that was read last, whose line errors tell: t.token[0]. */
	let furthest = 0;
	let fault: Fault | undefined;
	let scope = newScope();
	let depth = 0;

	function whole(): ReadonlyMap<string, Template> | Fault {
		const steps: Step[] = [];
		while (peek().kind !== 'end of file') {
			const from = next;
			if (take().kind === 'open' && takeNonSpace().kind === 'define') {
				definition();
				continue;
			}
			next = from;
			const step = textOrAction();
			if (step === 'end' || step === 'else') fail(`unexpected {{${step}}}`);
			else if (step) steps.push(step);
		}
		add(file, steps);
		return fault ?? found;
	}

	/** Tree.add. */
	function add(name: string, steps: readonly Step[]): void {
		const known = found.get(name);
		if (!known || isEmptyTemplate(known.steps)) found.set(name, { file, steps, text });
		else if (!isEmptyTemplate(steps)) fail(`template: multiple definition of template ${goQuote(name)}`);
	}

	function fail(message: string): undefined {
		const { line = 1, at = 0 } = tokens[furthest] ?? {};
		fault ??= new Fault(`template: ${file}:${line}: ${message}`, [{ template: { file, steps: [], text }, at }]);
		next = tokens.length - 1;
		return undefined;
	}

	function unexpected(token: Token, context: string): undefined {
		if (token.kind !== 'error') return fail(`unexpected ${tokenText(token)} in ${context}`);
		const { actionLine } = scope;
		const isFar = actionLine !== 0 && actionLine !== token.line;
		const started = ` in action started at ${file}:${actionLine}`;
		return fail(token.text + (isFar ? (token.text.endsWith(' action') ? started.slice(' in action'.length) : started) : ''));
	}

	function peek(): Token {
		const at = Math.min(next, tokens.length - 1);
		furthest = Math.max(furthest, at);
		return tokens[at] ?? { kind: 'end of file', text: 'EOF', at: text.length, line: 1 };
	}

	function take(): Token {
		const token = peek();
		next++;
		return token;
	}

	function takeNonSpace(): Token {
		const token = take();
		return token.kind === 'space' ? takeNonSpace() : token;
	}

	function peekNonSpace(): Token {
		const token = takeNonSpace();
		next--;
		return token;
	}

	function expect(kind: TokenKind, context: string): void {
		const token = takeNonSpace();
		if (token.kind !== kind) unexpected(token, context);
	}

	/** parseDefinition: behind `define`. */
	function definition(): void {
		const name = templateName(takeNonSpace(), 'define clause');
		expect('close', 'define clause');
		body(name, 'define clause');
	}

	/** What is defined has variables of its own. */
	function body(name: string, context: string): void {
		const outer = scope;
		scope = newScope();
		const { steps, end } = list();
		scope = outer;
		if (end !== 'end') fail(`unexpected {{${end}}} in ${context}`);
		add(name, steps);
	}

	function templateName(token: Token, context: string): string {
		if (token.kind !== 'string') {
			unexpected(token, context);
			return '';
		}
		return unquote(token.text) ?? fail('invalid syntax') ?? '';
	}

	/** itemList. */
	function list(): Ended {
		const steps: Step[] = [];
		if (++depth > MOST_NESTED) fail('max expression depth exceeded');
		while (peekNonSpace().kind !== 'end of file') {
			const step = textOrAction();
			if (step === 'end' || step === 'else') {
				depth--;
				return { steps, end: step };
			}
			if (step) steps.push(step);
		}
		depth--;
		fail('unexpected EOF');
		return { steps, end: 'end' };
	}

	function textOrAction(): Step | 'end' | 'else' | undefined {
		const token = takeNonSpace();
		if (token.kind === 'text') return { kind: 'text', text: token.text, at: token.at };
		if (token.kind !== 'open') return unexpected(token, 'input');
		scope.actionLine = token.line;
		const step = action(token.at);
		scope.actionLine = 0;
		return step;
	}

	function action(open: number): Step | 'end' | 'else' | undefined {
		const token = takeNonSpace();
		switch (token.kind) {
			case 'block':
				return block();
			case 'break':
			case 'continue':
				return jump(token.kind, token.at);
			case 'else': {
				// What follows is read by who reads the `if` or `with` before it.
				const { kind } = peekNonSpace();
				if (kind !== 'if' && kind !== 'with') expect('close', 'else');
				return 'else';
			}
			case 'end':
				expect('close', 'end');
				return 'end';
			case 'if':
			case 'range':
			case 'with':
				return control(token.kind, open);
			case 'template':
				return template();
			default: {
				next--;
				const pipe = pipeline('command', 'close');
				return { kind: 'action', pipe, at: pipe.at };
			}
		}
	}

	function jump(kind: 'break' | 'continue', at: number): Step | undefined {
		const token = takeNonSpace();
		if (token.kind !== 'close') return unexpected(token, `{{${kind}}}`);
		if (scope.loops === 0) return fail(`{{${kind}}} outside {{range}}`);
		return { kind, at };
	}

	/** parseControl. */
	function control(kind: 'if' | 'range' | 'with', at: number): Step {
		const known = scope.variables.length;
		const pipe = pipeline(kind, 'close');
		if (kind === 'range') scope.loops++;
		const { steps: body, end } = list();
		if (kind === 'range') scope.loops--;
		const otherwise = end === 'else' ? behindElse(kind) : [];
		scope.variables.length = known;
		return { kind, pipe, body, otherwise, at };
	}

	function behindElse(kind: 'if' | 'range' | 'with'): readonly Step[] {
		const token = peek();
		if (kind !== 'range' && token.kind === kind) {
			next++;
			return [control(kind, token.at)];
		}
		const { steps, end } = list();
		if (end !== 'end') fail(`expected end; found {{${end}}}`);
		return steps;
	}

	function block(): Step {
		const token = takeNonSpace();
		const name = templateName(token, 'block clause');
		const pipe = pipeline('block clause', 'close');
		body(name, 'block clause');
		return { kind: 'template', name, pipe, at: token.at };
	}

	function template(): Step {
		const token = takeNonSpace();
		const name = templateName(token, 'template clause');
		const isAlone = takeNonSpace().kind === 'close';
		if (!isAlone) next--;
		return { kind: 'template', name, pipe: isAlone ? undefined : pipeline('template clause', 'close'), at: token.at };
	}

	function pipeline(context: string, end: 'close' | ')'): Pipe {
		const { at } = peekNonSpace();
		const { names, assigns } = declaration(context);
		const commands: Command[] = [];
		for (;;) {
			const token = takeNonSpace();
			if (token.kind === end) break;
			if (!BEGIN_OPERANDS.has(token.kind)) {
				unexpected(token, context);
				break;
			}
			next--;
			commands.push(command());
		}
		checkPipeline(commands, context);
		return { kind: 'pipe', names, assigns, commands, at };
	}

	function checkPipeline(commands: readonly Command[], context: string): void {
		if (commands.length === 0) fail(`missing value for ${context}`);
		const stage = commands.findIndex(({ args: [first] }, i) => i > 0 && first !== undefined && ['constant', 'dot', 'nil', 'number'].includes(first.kind));
		if (stage > 0) fail(`non executable command in pipeline stage ${stage + 1}`);
	}

	/** The variables before `:=` or `=`; two of them only in a range. */
	function declaration(context: string): { readonly names: readonly string[]; readonly assigns: boolean } {
		const names: string[] = [];
		for (;;) {
			const variable = peekNonSpace();
			if (variable.kind !== 'variable') return { names, assigns: false };
			const from = next++;
			const { kind, text } = peekNonSpace();
			const isListed = kind === 'other' && text === ',';
			if (kind !== '=' && kind !== ':=' && !isListed) {
				next = from;
				return { names, assigns: false };
			}
			next++;
			names.push(variable.text);
			scope.variables.push(variable.text);
			if (!isListed) return { names, assigns: kind === '=' };
			if (context !== 'range' || names.length > 1) {
				fail(`too many declarations in ${context}`);
				return { names, assigns: false };
			}
			if (!['variable', 'close', ')'].includes(peekNonSpace().kind)) fail('range can only initialize variables');
		}
	}

	function command(): Command {
		const { at } = peekNonSpace();
		const args: Expression[] = [];
		for (;;) {
			peekNonSpace();
			const arg = operand();
			if (arg) args.push(arg);
			const token = take();
			if (token.kind === 'space') continue;
			if (token.kind === 'close' || token.kind === ')') next--;
			else if (token.kind !== '|') unexpected(token, 'operand');
			break;
		}
		if (args.length === 0) fail('empty command');
		return { kind: 'command', args, at };
	}

	function operand(): Expression | undefined {
		const first = term();
		const { kind, at: pos } = peek();
		if (!first || kind !== 'field') return first;
		const names: string[] = [];
		while (peek().kind === 'field') names.push(take().text.slice(1));
		switch (first.kind) {
			case 'field':
			case 'variable':
				return { ...first, names: [...first.names, ...names], pos };
			case 'constant':
			case 'number':
			case 'nil':
			case 'dot':
				return fail(`unexpected . after term ${goQuote(nodeText(first))}`);
			default:
				return { kind: 'chain', of: first, names, at: first.at, pos };
		}
	}

	function term(): Expression | undefined {
		const token = takeNonSpace();
		const { at, text } = token;
		switch (token.kind) {
			case 'identifier':
				return isFunction(text) ? { kind: 'function', name: text, at } : fail(`function ${goQuote(text)} not defined`);
			case 'dot':
			case 'nil':
				return { kind: token.kind, at };
			case 'variable':
				return scope.variables.includes(text) ? { kind: 'variable', name: text, names: [], at, pos: at } : fail(`undefined variable ${goQuote(text)}`);
			case 'field':
				return { kind: 'field', names: [text.slice(1)], at, pos: at };
			case 'bool':
				return { kind: 'constant', value: text === 'true', text, at };
			case 'char':
			case 'number': {
				const number = parseNumber(text, token.kind === 'char');
				return isFault(number) ? fail(number.message) : { kind: 'number', ...number, text, at };
			}
			case '(':
				return parenthesized();
			case 'string': {
				const value = unquote(text);
				return value === undefined ? fail('invalid syntax') : { kind: 'constant', value, text, at };
			}
			default:
				next--;
				return undefined;
		}
	}

	function parenthesized(): Pipe | undefined {
		if (++depth > MOST_NESTED) return fail('max expression depth exceeded');
		const pipe = pipeline('parenthesized pipeline', ')');
		depth--;
		return pipe;
	}

	return whole();
}
