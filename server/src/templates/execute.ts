import { goQuote } from '../schema/go-quote';
import { byteLength } from './bytes';
import { goText } from './format';
import { type Command, type Expression, type NumberNode, nodeText, type Pipe, type Shown, type Step, type Template } from './node';
import { accepts, canBeNil, type GoFunction, letterAt, type Runner, typeName, typeOfOperand } from './signature';
import { Fault, guarded, Int, int, isDict, isList, isTrue, type Method, Slice, Struct, sortedKeys, TypedMap, type Value, zeroOf } from './value';

/** What ends a template that never would. */
const MOST_STEPS = 5_000_000;
/** Helm lets a name be included in itself a thousand times: engine.recursionMaxNums. */
const MOST_DEPTH = 1000;
const MOST_TEXT = 50_000_000;

/** A value on its way: `undefined` is a nil that has the type `interface {}`, which Go tells from a nil without a type. */
type Operand = Value | undefined;
type Outcome = 'break' | 'continue' | undefined;

/** A place where a template was called from. */
export interface Call {
	readonly template: Template;
	readonly at: number;
}

/** A piece of what was printed: what step of which template printed it, and from where that was called, the nearest last. The text of a `text` step stands at its offset. */
export interface Segment {
	readonly text: string;
	readonly step: Step;
	readonly template: Template;
	readonly chain: readonly Call[];
}

/** What one call of a template changes and gives back: exec.go's state. */
interface State {
	readonly template: Template;
	readonly name: string;
	readonly chain: readonly Call[];
	readonly variables: { readonly name: string; value: Operand }[];
	readonly out: Segment[];
	/** What is being evaluated, for errors (state.at). */
	node: Shown | undefined;
}

/** text/template exec.go: one run over a set of templates. Once it has a fault it does nothing more. */
export class Execution implements Runner {
	fault: Fault | undefined;
	private steps = 0;
	private size = 0;
	private depth = 0;
	private state: State = { template: { file: '', steps: [], text: '' }, name: '', chain: [], variables: [], out: [], node: undefined };

	constructor(
		private set: ReadonlyMap<string, Template>,
		readonly functions: ReadonlyMap<string, GoFunction>,
	) {}

	get templates(): ReadonlyMap<string, Template> {
		return this.set;
	}

	/** Template.ExecuteTemplate: what it prints. */
	execute(name: string, data: Value): string | Fault {
		const segments = this.rope(name, data);
		return segments instanceof Fault ? segments : segments.map(({ text }) => text).join('');
	}

	executeAmong(templates: ReadonlyMap<string, Template>, name: string, data: Value): string | Fault {
		const outer = this.set;
		this.set = templates;
		const text = this.execute(name, data);
		this.set = outer;
		return text;
	}

	/** What a template of the set prints, piece by piece. */
	rope(name: string, data: Value): readonly Segment[] | Fault {
		const template = this.set.get(name);
		if (!template) return new Fault(`template: no template ${goQuote(name)} associated with template "gotpl"`);
		if (this.depth > 0) return this.included(name, template, data);
		return guarded(`template: ${name}`, () => this.included(name, template, data));
	}

	private included(name: string, template: Template, data: Value): readonly Segment[] | Fault {
		const { state } = this;
		const chain = this.depth > 0 ? [...state.chain, { template: state.template, at: state.node?.at ?? 0 }] : [];
		return this.inside(name, template, data, chain, []) ?? this.fault ?? [];
	}

	private inside(name: string, template: Template, data: Operand, chain: readonly Call[], out: Segment[]): readonly Segment[] | undefined {
		if (this.depth >= MOST_DEPTH) {
			this.fault ??= new Fault(`rendering template has a nested reference name: ${name}: unable to execute template`);
			return undefined;
		}
		const outer = this.state;
		this.state = { template, name, chain, variables: [{ name: '$', value: data }], out, node: undefined };
		this.depth++;
		this.walk(template.steps, data);
		this.depth--;
		this.state = outer;
		return this.fault ? undefined : out;
	}

	/** state.errorf: `template: FILE:LINE:COLUMN: executing "NAME" at <ACTION>: …`. */
	private fail(message: string): null {
		const { node, template, name } = this.state;
		if (this.fault) return null;
		if (!node) {
			this.fault = new Fault(`template: ${name}: ${message}`);
			return null;
		}
		const above = template.text.slice(0, 'pos' in node ? node.pos : node.at);
		const line = above.split('\n').length;
		const column = byteLength(above.slice(above.lastIndexOf('\n') + 1));
		this.fault = new Fault(`template: ${template.file}:${line}:${column}: executing ${goQuote(name)} at <${nodeText(node)}>: ${message}`);
		return null;
	}

	private print(text: string, step: Step): void {
		this.size += text.length;
		const { out, template, chain } = this.state;
		if (this.size > MOST_TEXT) this.fail(`it prints more than ${MOST_TEXT} characters`);
		else if (text !== '') out.push({ text, step, template, chain });
	}

	private walk(steps: readonly Step[], dot: Operand): Outcome {
		for (const step of steps) {
			if (this.fault) return undefined;
			if (++this.steps > MOST_STEPS) {
				this.fail(`it does not end within ${MOST_STEPS} steps`);
				return undefined;
			}
			const outcome = this.step(step, dot);
			if (outcome) return outcome;
		}
		return undefined;
	}

	private step(step: Step, dot: Operand): Outcome {
		switch (step.kind) {
			case 'text':
				this.print(step.text, step);
				return undefined;
			case 'action': {
				const value = this.pipe(step.pipe, dot);
				if (step.pipe.names.length === 0 && !this.fault) this.print(value === null ? '<no value>' : goText(value), step);
				return undefined;
			}
			case 'if':
			case 'with':
				return this.scoped(() => {
					const value = this.pipe(step.pipe, dot);
					if (this.fault) return undefined;
					return isTrue(value) ? this.walk(step.body, step.kind === 'with' ? value : dot) : this.walk(step.otherwise, dot);
				});
			case 'range':
				return this.scoped(() => this.range(step, dot));
			case 'template':
				this.template(step, dot);
				return undefined;
			default:
				return step.kind;
		}
	}

	/** walkTemplate: it prints into what its caller prints. */
	private template(step: Extract<Step, { readonly kind: 'template' }>, dot: Operand): void {
		const { state } = this;
		state.node = step;
		const template = this.set.get(step.name);
		if (!template) {
			this.fail(`template ${goQuote(step.name)} not defined`);
			return;
		}
		const data = step.pipe ? this.pipe(step.pipe, dot) : null;
		if (!this.fault) this.inside(step.name, template, data, [...state.chain, { template: state.template, at: step.at }], state.out);
	}

	private scoped(run: () => Outcome): Outcome {
		const { variables } = this.state;
		const known = variables.length;
		const outcome = run();
		variables.length = known;
		return outcome;
	}

	/** walkRange. */
	private range(step: Extract<Step, { readonly kind: 'if' | 'with' | 'range' }>, dot: Operand): Outcome {
		const { names, assigns } = step.pipe;
		const value = this.pipe(step.pipe, dot);
		const pairs = this.fault ? undefined : this.pairs(value, names.length);
		if (!pairs) return undefined;
		if (pairs.length === 0) return this.walk(step.otherwise, dot);
		const { variables } = this.state;
		const base = variables.length;
		for (const [key, item] of pairs) {
			variables.length = base;
			const values = names.length > 1 ? [key, item] : [item];
			for (const [i, name] of names.entries()) {
				if (assigns) this.bind(name, values[i], true);
				// What the pipeline declared stands on top.
				else variables.splice(base - names.length + i, 1, { name, value: values[i] });
			}
			if (this.walk(step.body, item) === 'break' || this.fault) break;
		}
		return undefined;
	}

	private pairs(value: Value, names: number): readonly (readonly [Operand, Operand])[] | undefined {
		if (value === null) return [];
		if (isList(value)) return value.map((item, i) => [int(i), item ?? undefined] as const);
		if (isDict(value)) return sortedKeys(value).map((key) => [key, value.get(key) ?? undefined] as const);
		if (!(value instanceof Int)) this.fail(`range can't iterate over ${goText(value)}`);
		else if (names > 1) this.fail(`can't use ${value.value} to iterate over more than one variable`);
		else if (value.value > 1_000_000n) this.fail(`it does not end within ${MOST_STEPS} steps`);
		else return Array.from({ length: Math.max(0, Number(value.value)) }, (_, i) => [null, new Int(BigInt(i), value.kind)] as const);
		return undefined;
	}

	private bind(name: string, value: Operand, assigns: boolean): void {
		const { variables } = this.state;
		const known = assigns ? variables.findLast((one) => one.name === name) : undefined;
		if (known) known.value = value;
		else if (assigns) this.fail(`undefined variable: ${name}`);
		else variables.push({ name, value });
	}

	/** evalPipeline: an `interface {}` is what it holds. */
	private pipe(pipe: Pipe, dot: Operand): Value {
		this.state.node = pipe;
		let value: Value = null;
		for (const [i, command] of pipe.commands.entries()) {
			value = this.command(command, dot, i === 0 ? [] : [value]) ?? null;
			if (this.fault) return null;
		}
		for (const name of pipe.names) this.bind(name, value, pipe.assigns);
		return value;
	}

	/** evalCommand; `final` is what came through the pipe. */
	private command(command: Command, dot: Operand, final: readonly Operand[]): Operand {
		const [first, ...rest] = command.args;
		if (!first) return null;
		switch (first.kind) {
			case 'field':
			case 'variable':
			case 'chain':
				return this.member(first, dot, rest, final);
			case 'function':
				return this.function(first, command, dot, rest, final);
			case 'pipe':
				return rest.length + final.length > 0 ? this.noFunction(command) : this.pipe(first, dot);
		}
		this.state.node = first;
		if (rest.length + final.length > 0) return this.noFunction(command);
		if (first.kind === 'nil') return this.fail('nil is not a command');
		return first.kind === 'dot' ? dot : this.ideal(first);
	}

	private noFunction({ args: [first] }: Command): null {
		return this.fail(`can't give argument to non-function ${first ? nodeText(first) : ''}`);
	}

	/** idealConstant: the type of a constant that nobody asks for one. */
	private ideal(node: NumberNode | Extract<Expression, { readonly kind: 'constant' }>): Value {
		if (node.kind === 'constant') return node.value;
		this.state.node = node;
		if (/[.eEpP]/.test(node.text) && !/^(0[xX][^pP]*|'.*)$/s.test(node.text)) return node.float;
		return node.int === undefined ? this.fail(`${node.text} overflows int`) : new Int(node.int);
	}

	/** evalFieldNode, evalVariableNode, evalChainNode. */
	private member(
		one: Extract<Expression, { readonly kind: 'field' | 'variable' | 'chain' }>,
		dot: Operand,
		rest: readonly Expression[],
		final: readonly Operand[],
	): Operand {
		this.state.node = one;
		let value = dot;
		if (one.kind === 'variable') value = this.state.variables.findLast(({ name }) => name === one.name)?.value;
		else if (one.kind === 'chain')
			value = one.of.kind === 'nil' ? this.fail(`indirection through explicit nil in ${nodeText(one)}`) : this.argument(one.of, undefined, dot);
		if (this.fault) return null;
		if (one.names.length === 0) return rest.length + final.length > 0 ? this.fail(`can't give argument to non-function ${nodeText(one)}`) : value;
		for (const [i, name] of one.names.entries()) {
			const isLast = i === one.names.length - 1;
			value = this.field(one, value, name, dot, isLast ? rest : [], isLast ? final : []);
			if (this.fault) return null;
		}
		return value;
	}

	/** evalField. */
	private field(node: Expression, value: Operand, name: string, dot: Operand, rest: readonly Expression[], final: readonly Operand[]): Operand {
		if (value === null) return null;
		if (value === undefined) return this.fail(`nil pointer evaluating interface {}.${name}`);
		const method = value instanceof Struct || value instanceof TypedMap || value instanceof Slice ? value.methods.get(name) : undefined;
		if (method) return this.call(name, method, node, dot, rest, final);
		const hasArgs = rest.length + final.length > 0;
		if (value instanceof Struct) {
			const field = value.fields.get(name);
			if (field === undefined) return this.fail(`can't evaluate field ${name} in type ${value.type}`);
			return hasArgs ? this.fail(`${name} has arguments but cannot be invoked as function`) : field;
		}
		if (!isDict(value)) return this.fail(`can't evaluate field ${name} in type ${typeOfOperand(value)}`);
		if (hasArgs) return this.fail(`${name} is not a method but has arguments`);
		return value.has(name) ? (value.get(name) ?? undefined) : zeroOf(value);
	}

	/** evalFunction; `node` is what an error in it shows. */
	private function(
		{ name, at }: Extract<Expression, { readonly kind: 'function' }>,
		node: Expression | Command,
		dot: Operand,
		rest: readonly Expression[],
		final: readonly Operand[],
	): Operand {
		this.state.node = { kind: 'function', name, at };
		if (name === 'and' || name === 'or') return this.shortCut(name, dot, rest, final);
		const called = this.functions.get(name);
		return called ? this.call(name, called, node, dot, rest, final) : this.fail(`${goQuote(name)} is not a defined function`);
	}

	/** evalCall. */
	private call(
		name: string,
		called: GoFunction | Method,
		node: Expression | Command,
		dot: Operand,
		rest: readonly Expression[],
		final: readonly Operand[],
	): Operand {
		const isOpen = called.takes.endsWith('*');
		const fixed = isOpen ? called.takes.length - 2 : called.takes.length;
		const given = rest.length + final.length;
		if (isOpen && given < fixed) return this.fail(`wrong number of args for ${name}: want at least ${fixed} got ${rest.length}`);
		if (!isOpen && given !== fixed) return this.fail(`wrong number of args for ${name}: want ${fixed} got ${given}`);
		const args: Operand[] = [];
		for (const one of rest) {
			args.push(this.argument(one, letterAt(called.takes, args.length), dot));
			if (this.fault) return null;
		}
		for (const one of final) args.push(this.valid(one, letterAt(called.takes, args.length)));
		if (this.fault) return null;
		const { state } = this;
		const values = args.map((arg, i) => (letterAt(called.takes, i) === 'v' ? arg : (arg ?? null)));
		const result = called.run(values as readonly Value[], this);
		// What a template that was called could not do is this call's error.
		const inner = result instanceof Fault ? result : this.fault;
		this.fault = undefined;
		state.node = inner ? node : state.node;
		return inner ? this.fail(`error calling ${name}: ${inner.message}`) : (result as Value);
	}

	private shortCut(name: 'and' | 'or', dot: Operand, rest: readonly Expression[], final: readonly Operand[]): Operand {
		if (rest.length + final.length === 0) return this.fail(`wrong number of args for ${name}: want at least 1 got 0`);
		let value: Operand = null;
		for (const one of rest) {
			value = this.argument(one, 'v', dot);
			if (this.fault || isTrue(value ?? null) === (name === 'or')) return value;
		}
		return final.length > 0 ? final[0] : value;
	}

	/** evalArg: a constant becomes what is asked for; `undefined` asks for nothing. */
	private argument(node: Expression, letter: string | undefined, dot: Operand): Operand {
		this.state.node = node;
		switch (node.kind) {
			case 'dot':
				return this.valid(dot, letter);
			case 'nil':
				return canBeNil(letter) ? null : this.fail(`cannot assign nil to ${typeName(letter)}`);
			case 'field':
			case 'variable':
			case 'chain':
				return this.valid(this.member(node, dot, [], []), letter);
			case 'pipe':
				return this.valid(this.pipe(node, dot), letter);
			case 'function':
				return this.valid(this.function(node, node, dot, [], []), letter);
			case 'constant':
			case 'number':
				return this.constant(node, letter);
		}
	}

	private constant(node: NumberNode | Extract<Expression, { readonly kind: 'constant' }>, letter: string | undefined): Operand {
		const value = node.kind === 'constant' ? node.value : undefined;
		const found = nodeText(node);
		switch (letter) {
			case 's':
				return typeof value === 'string' ? value : this.fail(`expected string; found ${found}`);
			case 'b':
				return typeof value === 'boolean' ? value : this.fail(`expected bool; found ${found}`);
			case 'i':
				return node.kind === 'number' && node.int !== undefined ? new Int(node.int) : this.fail(`expected integer; found ${found}`);
			case 'u':
				return node.kind === 'number' && node.int !== undefined && node.int >= 0n ? new Int(node.int) : this.fail(`expected unsigned integer; found ${found}`);
			case 'f':
				return node.kind === 'number' ? node.float : this.fail(`expected float; found ${found}`);
			case 'a':
			case 'v':
			case undefined:
				return this.ideal(node);
			default:
				return this.fail(`can't handle ${found} for arg of type ${typeName(letter)}`);
		}
	}

	/** validateType. */
	private valid(value: Operand, letter: string | undefined): Operand {
		if (this.fault || letter === undefined || letter === 'v') return value;
		if (value === null) return canBeNil(letter) ? null : this.fail(`invalid value; expected ${typeName(letter)}`);
		if (letter === 'a' || accepts(letter, value)) return value;
		return this.fail(`wrong type for value; expected ${typeName(letter)}; got ${typeOfOperand(value)}`);
	}
}
