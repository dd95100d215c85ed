import { BEGIN_OPERANDS, isKeyword, lex, type Token, type TokenKind } from '../../../templates/lex';
import { actionsIn } from '../../../yaml/go-template';
import type { Range } from '../../../yaml/node';

/** An action of a template, closed or still being typed. Its tokens end with what is no token. */
export interface Action extends Range {
	readonly tokens: readonly Token[];
	/** What it begins with, where that is a keyword; of `else if` it is `else`. */
	readonly keyword: TokenKind | undefined;
	readonly pipeline: Pipeline;
}

/** A name behind a dot, without the dot; or a key that is given as a text. */
export interface Name extends Range {
	readonly text: string;
}

/** What stands before the names of an operand. */
export type Head = Token | Pipeline;

/** `.Values.image.tag`, `$x.name`, `(index .Values "a").b`, `"text"`, `include`: names are those behind dots. */
export interface Operand extends Range {
	readonly head: Head;
	readonly names: readonly Name[];
}

/** Commands with `|` between them, and the variables that get what comes out. */
export interface Pipeline {
	readonly kind: 'pipeline';
	readonly variables: readonly Token[];
	/** `=` rather than `:=`. */
	readonly assigns: boolean;
	readonly commands: readonly (readonly Operand[])[];
}

/** All actions of a text, in its order. */
export const actionsOf = (text: string): readonly Action[] => actionsIn(text).map(({ start, end }) => actionOf(text, start, end));

/** So much of an action is read, in UTF-16 units: what nobody closes goes on to the end of its line. */
export const LONGEST = 4000;

function actionOf(text: string, start: number, end: number): Action {
	const tokens = lex(text.slice(start, Math.min(end, start + LONGEST)), start);
	const [first] = tokens.filter(({ kind }) => kind !== 'open' && kind !== 'space');
	return { start, end, tokens, keyword: isOpening(first?.kind) ? first.kind : undefined, pipeline: pipelineOf(tokens) };
}

/** Whether an action may begin with it. */
const isOpening = (kind: TokenKind | undefined): kind is TokenKind => kind !== undefined && kind !== 'nil' && isKeyword(kind);

/** So deep parentheses are looked into. */
const MOST_NESTED = 100;

/** Reads the pipeline of an action as parse.go does, but takes whatever is there. */
function pipelineOf(tokens: readonly Token[]): Pipeline {
	let next = 0;
	let depth = 0;

	function kind(): TokenKind | undefined {
		return tokens[next]?.kind;
	}

	function spaces(): void {
		while (kind() === 'space') next++;
	}

	function pipeline(): Pipeline {
		const { variables, assigns } = declaration();
		const commands: (readonly Operand[])[] = [];
		for (;;) {
			commands.push(command());
			if (kind() !== '|') return { kind: 'pipeline', variables, assigns, commands };
			next++;
		}
	}

	/** `$i, $x :=`; nothing where none follows. */
	function declaration(): Pick<Pipeline, 'variables' | 'assigns'> {
		const from = next;
		const variables: Token[] = [];
		for (;;) {
			spaces();
			const token = tokens[next++];
			if (token?.kind === 'variable') variables.push(token);
			else if (variables.length > 0 && (token?.kind === ':=' || token?.kind === '=')) return { variables, assigns: token.kind === '=' };
			else if (token?.text !== ',') break;
		}
		next = from;
		return { variables: [], assigns: false };
	}

	function command(): readonly Operand[] {
		const operands: Operand[] = [];
		for (;;) {
			spaces();
			const one = operand();
			if (!one) return operands;
			operands.push(one);
		}
	}

	function operand(): Operand | undefined {
		const token = tokens[next];
		if (!token || !BEGIN_OPERANDS.has(token.kind)) return undefined;
		next++;
		const head: Head = token.kind === '(' ? parenthesized() : token;
		const names = token.kind === 'field' ? [nameOf(token)] : [];
		for (let field = tokens[next]; field?.kind === 'field'; field = tokens[++next]) names.push(nameOf(field));
		const last = tokens[next - 1] ?? token;
		return { head, names, start: token.at, end: last.at + last.text.length };
	}

	function parenthesized(): Pipeline {
		if (depth >= MOST_NESTED) return { kind: 'pipeline', variables: [], assigns: false, commands: [] };
		depth++;
		const inner = pipeline();
		depth--;
		if (kind() === ')') next++;
		return inner;
	}

	while (kind() === 'open' || kind() === 'space' || isOpening(kind())) next++;
	return pipeline();
}

const nameOf = ({ text, at }: Token): Name => ({ text: text.slice(1), start: at + 1, end: at + text.length });

/** Whether an operand stands for a text, and which. */
export function literalOf(operand: Operand | undefined): Name | undefined {
	if (operand?.head.kind !== 'string' || operand.names.length > 0) return undefined;
	// Names of templates and keys hold no escapes.
	return { text: operand.head.text.slice(1, -1), start: operand.start + 1, end: operand.end - 1 };
}

/** The name that a pipeline begins with: behind `define` and its like, that of a template. */
export const nameIn = ({ commands }: Pipeline): Name | undefined => literalOf(commands[0]?.[0]);

/** The function that a command calls. */
export const calledBy = ([first]: readonly Operand[]): string | undefined => (first?.head.kind === 'identifier' ? first.head.text : undefined);
