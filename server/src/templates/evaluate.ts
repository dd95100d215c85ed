import type { Rope } from '../built/rope';
import { goQuote } from '../schema/go-quote';
import { byteLength } from './bytes';
import { endless } from './endless';
import { type Command, type Expression, type NumberNode, nodeText, type Pipe, type Shown, type Step, type Template } from './node';
import { accepts, canBeNil, type GoFunction, letterAt, typeName } from './signature';
import type { Trace } from './trace';
import {
	Complex,
	Fault,
	type FaultPlace,
	Int,
	isDict,
	isTrue,
	itemsAreOpen,
	type Method,
	NamedDict,
	Slice,
	Struct,
	TypedMap,
	typeOf,
	type Value,
	zeroOf,
} from './value';

/** A value on its way: `undefined` is a nil that has the type `interface {}`, which Go tells from a nil without a type. */
type Operand = Value | undefined;

/** What stands in a list or map of anything is an `interface {}` until it is asked for: what has no such field is told to be one. */
export class Item {
	constructor(readonly value: Value) {}
}

/** What a dot, a variable or a field may be. */
export type Dot = Operand | Item;

export const opened = (dot: Dot): Operand => (dot instanceof Item ? dot.value : dot);

/** An item as its list or map gives it. */
export function itemOf(holder: Value, item: Value | undefined): Dot {
	if (!itemsAreOpen(holder)) return item ?? null;
	return item === null || item === undefined ? undefined : new Item(item);
}

/** A place where a template was called from. */
export interface Call {
	readonly template: Template;
	readonly at: number;
}

/** A piece of what was printed: which step of which template printed it, and from where that was called, the nearest last. The text of a `text` step stands at its offset. */
export interface Segment {
	readonly text: string;
	readonly step: Step;
	readonly template: Template;
	readonly chain: readonly Call[];
	/** Where it was typed, if origins are asked for. */
	readonly rope?: Rope;
}

/** What one call of a template changes and gives back: exec.go's state. */
export interface State {
	readonly template: Template;
	readonly name: string;
	readonly chain: readonly Call[];
	readonly variables: { readonly name: string; value: Dot; typed: Rope | undefined }[];
	/** Where the dot was typed, if it prints as one text. */
	typed: Rope | undefined;
	readonly out: Segment[];
	/** What is being evaluated, for errors (state.at). */
	node: Shown | undefined;
}

type Member = Extract<Expression, { readonly kind: 'field' | 'variable' | 'chain' }>;
type Constant = NumberNode | Extract<Expression, { readonly kind: 'constant' }>;

/** What is given to what is called: expressions, where they are evaluated, and what came through the pipe. */
interface Given {
	readonly dot: Dot;
	readonly args: readonly Expression[];
	readonly final: readonly Operand[];
	/** Where that was typed. */
	readonly typed: Rope | undefined;
}

const nothing = (dot: Dot): Given => ({ dot, args: [], final: [], typed: undefined });
const countOf = ({ args, final }: Given): number => args.length + final.length;

/** The half of text/template exec.go that evaluates pipelines. Once there is a fault nothing more is done. */
export abstract class Evaluator {
	fault: Fault | undefined;
	protected state: State = { template: { file: '', steps: [], text: '' }, name: '', chain: [], variables: [], out: [], node: undefined, typed: undefined };
	/** Where the value that was evaluated last was typed: only with a trace. */
	protected typed: Rope | undefined;
	/** Where what a function is called with was typed. */
	protected typedArgs: readonly (Rope | undefined)[] = [];
	protected abstract readonly trace: Trace | undefined;
	protected abstract readonly functions: ReadonlyMap<string, GoFunction>;

	/** Calls a function or method whose arguments are checked. */
	protected abstract run(called: GoFunction | Method, args: readonly Value[]): Value | Fault;

	/** state.errorf: `template: FILE:LINE:COLUMN: executing "NAME" at <ACTION>: …`. */
	protected fail(message: string, inner: readonly FaultPlace[] = []): null {
		const { node, template, name } = this.state;
		if (this.fault || !node) {
			this.fault ??= new Fault(`template: ${name}: ${message}`);
			return null;
		}
		const at = 'pos' in node ? node.pos : node.at;
		const above = template.text.slice(0, at);
		const column = byteLength(above.slice(above.lastIndexOf('\n') + 1));
		this.fault = new Fault(`template: ${template.file}:${above.split('\n').length}:${column}: executing ${goQuote(name)} at <${nodeText(node)}>: ${message}`, [
			...inner,
			{ template, at },
		]);
		return null;
	}

	/** setVar, or a new one. */
	protected bind(name: string, value: Dot, assigns: boolean): void {
		const { variables } = this.state;
		const known = assigns ? variables.findLast((one) => one.name === name) : undefined;
		if (known) {
			known.value = value;
			known.typed = this.typed;
		} else if (assigns) this.fail(`undefined variable: ${name}`);
		else variables.push({ name, value, typed: this.typed });
	}

	/** evalPipeline: an `interface {}` is what it holds. */
	protected pipe(pipe: Pipe, dot: Dot): Value {
		this.state.node = pipe;
		let value: Value = null;
		for (const [i, command] of pipe.commands.entries()) {
			value = this.command(command, dot, i === 0 ? [] : [value]) ?? null;
			if (this.fault) return null;
		}
		for (const name of pipe.names) this.bind(name, value, pipe.assigns);
		return value;
	}

	/** evalCommand. */
	private command(command: Command, dot: Dot, final: readonly Operand[]): Operand {
		const [first, ...args] = command.args;
		if (!first) return null;
		const given: Given = { dot, args, final, typed: this.typed };
		if (first.kind === 'function') return this.function(first, command, given);
		if (first.kind === 'field' || first.kind === 'variable' || first.kind === 'chain') return this.member(first, given);
		if (first.kind !== 'pipe') this.state.node = first;
		if (countOf(given) > 0) return this.fail(`can't give argument to non-function ${nodeText(first)}`);
		if (first.kind === 'pipe') return this.pipe(first, dot);
		if (first.kind === 'nil') return this.fail('nil is not a command');
		if (first.kind !== 'dot') return this.ideal(first);
		this.typed = this.state.typed;
		return opened(dot);
	}

	/** idealConstant: the type of a constant that nobody asks for one. */
	private ideal(node: Constant): Value {
		this.typed = this.trace?.constant(this.state.template, node);
		if (node.kind === 'constant') return node.value;
		this.state.node = node;
		if (node.complex) return new Complex(node.complex.isZero, node.complex.shown);
		if (node.float !== undefined && /[.eEpP]/.test(node.text) && !/^(0[xX][^pP]*|'.*)$/s.test(node.text)) return node.float;
		return node.int === undefined ? this.fail(`${node.text} overflows int`) : new Int(node.int);
	}

	/** evalFieldNode, evalVariableNode, evalChainNode. */
	private member(one: Member, given: Given): Operand {
		this.state.node = one;
		let value = given.dot;
		this.typed = this.state.typed;
		if (one.kind === 'variable') {
			const variable = this.state.variables.findLast(({ name }) => name === one.name);
			value = variable?.value;
			this.typed = variable?.typed;
		} else if (one.kind === 'chain')
			value = one.of.kind === 'nil' ? this.fail(`indirection through explicit nil in ${nodeText(one)}`) : this.argument(one.of, undefined, given.dot);
		if (this.fault) return null;
		if (one.names.length === 0) return countOf(given) > 0 ? this.fail(`can't give argument to non-function ${nodeText(one)}`) : opened(value);
		for (const [i, name] of one.names.entries()) {
			value = this.field(one, value, name, i === one.names.length - 1 ? given : nothing(given.dot));
			if (this.fault) return null;
		}
		return opened(value);
	}

	/** evalField. */
	private field(node: Expression, receiver: Dot, name: string, given: Given): Dot {
		if (receiver === null) return null;
		const type = receiver instanceof Item || receiver === undefined ? 'interface {}' : typeOf(receiver);
		const value = opened(receiver);
		if (value === null || value === undefined) return this.fail(`nil pointer evaluating ${type}.${name}`);
		const method = value instanceof Struct || value instanceof TypedMap || value instanceof Slice ? value.methods.get(name) : undefined;
		if (method) return this.call(name, method, node, given);
		this.typed = this.trace?.entry(value, name);
		const field = value instanceof Struct ? value.fields.get(name) : undefined;
		if (field !== undefined) return countOf(given) > 0 ? this.fail(`${name} has arguments but cannot be invoked as function`) : field;
		if (!isDict(value)) return this.fail(`can't evaluate field ${name} in type ${type}`);
		if (countOf(given) > 0) return this.fail(`${name} is not a method but has arguments`);
		return value.has(name) ? itemOf(value, value.get(name)) : zeroOf(value);
	}

	/** evalFunction; `node` is what an error in it shows. */
	private function(called: Extract<Expression, { readonly kind: 'function' }>, node: Expression | Command, given: Given): Operand {
		this.state.node = called;
		const { name } = called;
		if (name === 'and' || name === 'or') return this.shortCut(name, given);
		const known = this.functions.get(name);
		return known ? this.call(name, known, node, given) : this.fail(`${goQuote(name)} is not a defined function`);
	}

	/** evalCall. */
	private call(name: string, called: GoFunction | Method, node: Expression | Command, given: Given): Operand {
		const { takes } = called;
		const isOpen = takes.endsWith('*');
		const fixed = isOpen ? takes.length - 2 : takes.length;
		const count = countOf(given);
		if (isOpen && count < fixed) return this.fail(`wrong number of args for ${name}: want at least ${fixed} got ${given.args.length}`);
		if (!isOpen && count !== fixed) return this.fail(`wrong number of args for ${name}: want ${fixed} got ${count}`);
		const values: Operand[] = [];
		const typed: (Rope | undefined)[] = [];
		for (const one of given.args) {
			values.push(this.argument(one, letterAt(takes, values.length), given.dot));
			typed.push(this.typed);
			if (this.fault) return null;
		}
		for (const one of given.final) values.push(this.valid(one, letterAt(takes, values.length)));
		if (this.fault) return null;
		const args = values.map((value, i) => (letterAt(takes, i) === 'v' ? value : (value ?? null)));
		if (given.final.length > 0) typed.push(given.typed);
		this.typedArgs = typed;
		this.typed = undefined;
		const result = endless(name, args) ?? this.run(called, args as readonly Value[]);
		// What a template that was called could not do is this call's error.
		const inner = result instanceof Fault ? result : this.fault;
		if (!inner) {
			this.typed = this.trace?.called(name, args as readonly Value[], typed, result as Value, this.typed);
			return result as Value;
		}
		this.fault = undefined;
		this.state.node = node;
		return this.fail(`error calling ${name}: ${inner.message}`, inner.places);
	}

	/** `and` and `or`, which evaluate only what they need. */
	private shortCut(name: 'and' | 'or', given: Given): Operand {
		if (countOf(given) === 0) return this.fail(`wrong number of args for ${name}: want at least 1 got 0`);
		let value: Operand = null;
		for (const one of given.args) {
			value = this.argument(one, 'v', given.dot);
			if (this.fault || isTrue(value ?? null) === (name === 'or')) return value;
		}
		if (given.final.length === 0) return value;
		this.typed = given.typed;
		return given.final[0];
	}

	/** evalArg: a constant becomes what is asked for; `undefined` asks for nothing. */
	private argument(node: Expression, letter: string | undefined, dot: Dot): Operand {
		this.state.node = node;
		switch (node.kind) {
			case 'dot':
				this.typed = this.state.typed;
				return this.valid(opened(dot), letter);
			case 'nil':
				return canBeNil(letter) ? null : this.fail(`cannot assign nil to ${typeName(letter)}`);
			case 'field':
			case 'variable':
			case 'chain':
				return this.valid(this.member(node, nothing(dot)), letter);
			case 'pipe':
				return this.valid(this.pipe(node, dot), letter);
			case 'function':
				return this.valid(this.function(node, node, nothing(dot)), letter);
			case 'constant':
			case 'number':
				return this.constant(node, letter);
		}
	}

	private constant(node: Constant, letter: string | undefined): Operand {
		this.typed = this.trace?.constant(this.state.template, node);
		const value = node.kind === 'constant' ? node.value : undefined;
		const wanted = (type: string): null => this.fail(`expected ${type}; found ${nodeText(node)}`);
		switch (letter) {
			case 's':
				return typeof value === 'string' ? value : wanted('string');
			case 'b':
				return typeof value === 'boolean' ? value : wanted('bool');
			case 'i':
				return node.kind === 'number' && node.int !== undefined ? new Int(node.int) : wanted('integer');
			case 'u':
				return node.kind === 'number' && node.int !== undefined && node.int >= 0n ? new Int(node.int) : wanted('unsigned integer');
			case 'f':
				return node.kind === 'number' && node.float !== undefined ? node.float : wanted('float');
			case 'a':
			case 'v':
			case undefined:
				return this.ideal(node);
			default:
				return this.fail(`can't handle ${nodeText(node)} for arg of type ${typeName(letter)}`);
		}
	}

	/** validateType. */
	private valid(value: Operand, letter: string | undefined): Operand {
		if (this.fault || letter === undefined || letter === 'v') return value;
		if (value === null) return canBeNil(letter) ? null : this.fail(`invalid value; expected ${typeName(letter)}`);
		if (letter === 'm' && value instanceof NamedDict) return value.inner;
		if (letter === 'a' || accepts(letter, value)) return value;
		return this.fail(`wrong type for value; expected ${typeName(letter)}; got ${value === undefined ? 'interface {}' : typeOf(value)}`);
	}
}
