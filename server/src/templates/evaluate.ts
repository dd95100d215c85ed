import type { Rope } from '../built/rope';
import { goQuote } from '../schema/go-quote';
import { byteLength } from './bytes';
import { endless } from './endless';
import { type Command, type Expression, type NumberNode, nodeText, type Pipe, type Shown, type Template } from './node';
import { accepts, canBeNil, type GoFunction, letterAt, typeName, typeOfOperand } from './signature';
import type { Trace } from './trace';
import {
	Complex,
	Fault,
	type FaultPlace,
	Int,
	isBool,
	isDict,
	isFault,
	isStruct,
	isText,
	isTrue,
	itemsAreOpen,
	type Method,
	NamedDict,
	Slice,
	TypedMap,
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

/** A piece of what was printed. */
export interface Segment {
	readonly text: string;
	/** Where it was typed, if origins are asked for. */
	readonly rope?: Rope;
}

/** What one call of a template changes and gives back: exec.go's state. */
export interface State {
	readonly template: Template;
	readonly name: string;
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
	/** How many those are. */
	readonly count: number;
	/** Where what came was typed. */
	readonly typed: Rope | undefined;
}

const nothing = (dot: Dot): Given => ({ dot, args: [], final: [], count: 0, typed: undefined });

/** What changes while templates run. */
export interface Running {
	fault: Fault | undefined;
	state: State;
	/** Where the value that was evaluated last was typed: only with a trace. */
	typed: Rope | undefined;
	/** Where what a function is called with was typed. */
	typedArgs: readonly (Rope | undefined)[];
}

interface Evaluator {
	/** state.errorf: `template: FILE:LINE:COLUMN: executing "NAME" at <ACTION>: …`. */
	readonly fail: (message: string, inner?: readonly FaultPlace[]) => null;
	/** setVar, or a new one. */
	readonly bind: (name: string, value: Dot, assigns: boolean) => void;
	/** evalPipeline: an `interface {}` is what it holds. */
	readonly runPipe: (pipe: Pipe, dot: Dot) => Value;
}

/** The half of text/template exec.go that evaluates pipelines. Once there is a fault nothing more is done. `run` calls a function or method whose arguments are checked. */
export function evaluator(
	now: Running,
	functions: ReadonlyMap<string, GoFunction>,
	trace: Trace | undefined,
	run: (called: GoFunction | Method, args: readonly Value[]) => Value | Fault,
): Evaluator {
	function fail(message: string, inner: readonly FaultPlace[] = []): null {
		const { node, template, name } = now.state;
		if (now.fault || !node) {
			now.fault ??= new Fault(`template: ${name}: ${message}`);
			return null;
		}
		const at = 'pos' in node ? node.pos : node.at;
		const above = template.text.slice(0, at);
		const column = byteLength(above.slice(above.lastIndexOf('\n') + 1));
		now.fault = new Fault(`template: ${template.file}:${above.split('\n').length}:${column}: executing ${goQuote(name)} at <${nodeText(node)}>: ${message}`, [
			...inner,
			{ template, at },
		]);
		return null;
	}

	const failUncalled = (node: Expression): null => fail(`can't give argument to non-function ${nodeText(node)}`);
	const failCounted = (name: string, wanted: string | number, got: number): null => fail(`wrong number of args for ${name}: want ${wanted} got ${got}`);

	function bind(name: string, value: Dot, assigns: boolean): void {
		const { variables } = now.state;
		const known = assigns ? variables.findLast((one) => one.name === name) : undefined;
		if (known) {
			known.value = value;
			known.typed = now.typed;
		} else if (assigns) fail(`undefined variable: ${name}`);
		else variables.push({ name, value, typed: now.typed });
	}

	function runPipe(pipe: Pipe, dot: Dot): Value {
		now.state.node = pipe;
		let value: Value = null;
		for (const [i, command] of pipe.commands.entries()) {
			value = runCommand(command, dot, i === 0 ? [] : [value]) ?? null;
			if (now.fault) return null;
		}
		for (const name of pipe.names) bind(name, value, pipe.assigns);
		return value;
	}

	/** evalCommand. */
	function runCommand(command: Command, dot: Dot, final: readonly Operand[]): Operand {
		const [first, ...args] = command.args;
		if (!first) return null;
		const given: Given = { dot, args, final, count: args.length + final.length, typed: now.typed };
		if (first.kind === 'function') return callNamed(first, command, given);
		if (first.kind === 'field' || first.kind === 'variable' || first.kind === 'chain') return member(first, given);
		if (first.kind !== 'pipe') now.state.node = first;
		if (given.count > 0) return failUncalled(first);
		if (first.kind === 'pipe') return runPipe(first, dot);
		if (first.kind === 'nil') return fail('nil is not a command');
		if (first.kind !== 'dot') return ideal(first);
		now.typed = now.state.typed;
		return opened(dot);
	}

	/** idealConstant: the type of a constant that nobody asks for one. */
	function ideal(node: Constant): Value {
		now.typed = trace?.constant(now.state.template, node);
		if (node.kind === 'constant') return node.value;
		now.state.node = node;
		if (node.complex) return new Complex(node.complex.isZero, node.complex.shown);
		if (node.float !== undefined && /[.eEpP]/.test(node.text) && !/^(0[xX][^pP]*|'.*)$/s.test(node.text)) return node.float;
		return node.int === undefined ? fail(`${node.text} overflows int`) : new Int(node.int);
	}

	/** evalFieldNode, evalVariableNode, evalChainNode. */
	function member(one: Member, given: Given): Operand {
		now.state.node = one;
		let value = given.dot;
		now.typed = now.state.typed;
		if (one.kind === 'variable') {
			const variable = now.state.variables.findLast(({ name }) => name === one.name);
			value = variable?.value;
			now.typed = variable?.typed;
		} else if (one.kind === 'chain')
			value = one.of.kind === 'nil' ? fail(`indirection through explicit nil in ${nodeText(one)}`) : argument(one.of, undefined, given.dot);
		if (now.fault) return null;
		if (one.names.length === 0) return given.count > 0 ? failUncalled(one) : opened(value);
		for (const [i, name] of one.names.entries()) {
			value = fieldOf(one, value, name, i === one.names.length - 1 ? given : nothing(given.dot));
			if (now.fault) return null;
		}
		return opened(value);
	}

	/** evalField. */
	function fieldOf(node: Expression, receiver: Dot, name: string, given: Given): Dot {
		if (receiver === null) return null;
		const type = typeOfOperand(receiver instanceof Item ? undefined : receiver);
		const value = opened(receiver);
		if (value === null || value === undefined) return fail(`nil pointer evaluating ${type}.${name}`);
		const method = isStruct(value) || value instanceof TypedMap || value instanceof Slice ? value.methods.get(name) : undefined;
		if (method) return call(name, method, node, given);
		now.typed = trace?.held.of(value, name)?.text;
		const field = isStruct(value) ? value.fields.get(name) : undefined;
		if (field !== undefined) return given.count > 0 ? fail(`${name} has arguments but cannot be invoked as function`) : field;
		if (!isDict(value)) return fail(`can't evaluate field ${name} in type ${type}`);
		if (given.count > 0) return fail(`${name} is not a method but has arguments`);
		return value.has(name) ? itemOf(value, value.get(name)) : zeroOf(value);
	}

	/** evalFunction; `node` is what an error in it shows. */
	function callNamed(called: Extract<Expression, { readonly kind: 'function' }>, node: Expression | Command, given: Given): Operand {
		now.state.node = called;
		const { name } = called;
		if (name === 'and' || name === 'or') return shortCut(name, given);
		const known = functions.get(name);
		return known ? call(name, known, node, given) : fail(`${goQuote(name)} is not a defined function`);
	}

	/** evalCall. */
	function call(name: string, called: GoFunction | Method, node: Expression | Command, given: Given): Operand {
		const { takes } = called;
		const isOpen = takes.endsWith('*');
		const fixed = isOpen ? takes.length - 2 : takes.length;
		const { count } = given;
		if (isOpen && count < fixed) return failCounted(name, `at least ${fixed}`, given.args.length);
		if (!isOpen && count !== fixed) return failCounted(name, fixed, count);
		const values: Operand[] = [];
		const typed: (Rope | undefined)[] = [];
		for (const one of given.args) {
			values.push(argument(one, letterAt(takes, values.length), given.dot));
			typed.push(now.typed);
			if (now.fault) return null;
		}
		for (const one of given.final) values.push(valid(one, letterAt(takes, values.length)));
		if (now.fault) return null;
		const args = values.map((value, i) => (letterAt(takes, i) === 'v' ? value : (value ?? null)));
		if (given.final.length > 0) typed.push(given.typed);
		now.typedArgs = typed;
		now.typed = undefined;
		const result = endless(name, args) ?? run(called, args as readonly Value[]);
		// What a template that was called could not do is this call's error.
		const inner = isFault(result) ? result : now.fault;
		if (!inner) {
			now.typed = trace?.called(name, args as readonly Value[], typed, result as Value, now.typed);
			return result as Value;
		}
		now.fault = undefined;
		now.state.node = node;
		return fail(`error calling ${name}: ${inner.message}`, inner.places);
	}

	/** `and` and `or`, which evaluate only what they need. */
	function shortCut(name: 'and' | 'or', given: Given): Operand {
		if (given.count === 0) return failCounted(name, 'at least 1', 0);
		let value: Operand = null;
		for (const one of given.args) {
			value = argument(one, 'v', given.dot);
			if (now.fault || isTrue(value ?? null) === (name === 'or')) return value;
		}
		if (given.final.length === 0) return value;
		now.typed = given.typed;
		return given.final[0];
	}

	/** evalArg: a constant becomes what is asked for; `undefined` asks for nothing. */
	function argument(node: Expression, letter: string | undefined, dot: Dot): Operand {
		now.state.node = node;
		switch (node.kind) {
			case 'dot':
				now.typed = now.state.typed;
				return valid(opened(dot), letter);
			case 'nil':
				return canBeNil(letter) ? null : fail(`cannot assign nil to ${typeName(letter)}`);
			case 'field':
			case 'variable':
			case 'chain':
				return valid(member(node, nothing(dot)), letter);
			case 'pipe':
				return valid(runPipe(node, dot), letter);
			case 'function':
				return valid(callNamed(node, node, nothing(dot)), letter);
			case 'constant':
			case 'number':
				return constant(node, letter);
		}
	}

	function constant(node: Constant, letter: string | undefined): Operand {
		now.typed = trace?.constant(now.state.template, node);
		const value = node.kind === 'constant' ? node.value : undefined;
		const { int, float }: Partial<NumberNode> = node.kind === 'number' ? node : {};
		const wanted = (type: string, given: Value | undefined): Value => given ?? fail(`expected ${type}; found ${nodeText(node)}`);
		switch (letter) {
			case 's':
				return wanted('string', isText(value) ? value : undefined);
			case 'b':
				return wanted('bool', isBool(value) ? value : undefined);
			case 'i':
			case 'd':
				return wanted('integer', int === undefined ? undefined : new Int(int));
			case 'u':
				return wanted('unsigned integer', int === undefined || int < 0n ? undefined : new Int(int));
			case 'f':
				return wanted('float', float);
			case 'a':
			case 'v':
			case undefined:
				return ideal(node);
			default:
				return fail(`can't handle ${nodeText(node)} for arg of type ${typeName(letter)}`);
		}
	}

	/** validateType. */
	function valid(value: Operand, letter: string | undefined): Operand {
		if (now.fault || letter === undefined || letter === 'v') return value;
		if (value === null) return canBeNil(letter) ? null : fail(`invalid value; expected ${typeName(letter)}`);
		if (letter === 'm' && value instanceof NamedDict) return value.inner;
		if (letter === 'a' || accepts(letter, value)) return value;
		return fail(`wrong type for value; expected ${typeName(letter)}; got ${typeOfOperand(value)}`);
	}

	return { fail, bind, runPipe };
}
