import type { Expression, Pipe, Step, Template } from './node';
import { Fault, goText, Int, isDict, isList, isTrue, kindOf, Struct, sortedKeys, typeOf, type Value } from './value';

/** What a template may call: its arguments are checked by `takes` before it runs. */
export interface GoFunction {
	/** A letter each: s string, i int, b bool, m map, a anything; `*` behind the last lets it come any number of times. */
	readonly takes: string;
	readonly run: (args: readonly Value[], execution: Execution) => Value | Fault;
}

/** What ends a template that never would. */
const MOST_STEPS = 5_000_000;
const MOST_DEPTH = 400;
const MOST_TEXT = 50_000_000;

type Outcome = 'break' | 'continue' | undefined;

/** text/template exec.go: one run over a set of templates. Once it has a fault it does nothing more. */
export class Execution {
	fault: Fault | undefined;
	private out: string[] = [];
	private steps = 0;
	private size = 0;
	private depth = 0;
	private variables: { readonly name: string; value: Value }[] = [];
	private template: Template = { file: '', steps: [], text: '' };
	private name = '';

	constructor(
		public templates: ReadonlyMap<string, Template>,
		readonly functions: ReadonlyMap<string, GoFunction>,
	) {}

	/** Template.ExecuteTemplate: what it prints. */
	execute(name: string, data: Value): string | Fault {
		const template = this.templates.get(name);
		if (!template) return new Fault(`template: no template ${JSON.stringify(name)} associated with template "gotpl"`);
		if (this.depth >= MOST_DEPTH) return new Fault(`template ${JSON.stringify(name)} includes itself more than ${MOST_DEPTH} times`);
		const kept = { out: this.out, variables: this.variables, template: this.template, name: this.name };
		this.out = [];
		this.variables = [{ name: '$', value: data }];
		this.template = template;
		this.name = name;
		this.depth++;
		this.walk(template.steps, data);
		const text = this.out.join('');
		this.depth--;
		Object.assign(this, kept);
		return this.fault ?? text;
	}

	/** state.errorf: `template: FILE:LINE:COLUMN: executing "NAME" at <ACTION>: …`. */
	private fail(at: number, message: string): null {
		const above = this.template.text.slice(0, at);
		const column = at - above.lastIndexOf('\n') - 1;
		const shown = /^[^\s|)}]*/.exec(this.template.text.slice(at))?.[0] ?? '';
		this.fault ??= new Fault(
			`template: ${this.template.file}:${above.split('\n').length}:${column}: executing ${JSON.stringify(this.name)} at <${shown}>: ${message}`,
		);
		return null;
	}

	private print(text: string, at: number): void {
		this.size += text.length;
		if (this.size > MOST_TEXT) this.fail(at, `it prints more than ${MOST_TEXT} characters`);
		else this.out.push(text);
	}

	private walk(steps: readonly Step[], dot: Value): Outcome {
		for (const step of steps) {
			if (this.fault) return undefined;
			if (++this.steps > MOST_STEPS) {
				this.fail(step.at, `it does not end within ${MOST_STEPS} steps`);
				return undefined;
			}
			const outcome = this.step(step, dot);
			if (outcome) return outcome;
		}
		return undefined;
	}

	private step(step: Step, dot: Value): Outcome {
		switch (step.kind) {
			case 'text':
				this.print(step.text, step.at);
				return undefined;
			case 'action': {
				const value = this.pipe(step.pipe, dot);
				if (step.pipe.names.length === 0 && !this.fault) this.print(value === null ? '<no value>' : goText(value), step.at);
				return undefined;
			}
			case 'if':
			case 'with':
				return this.scoped(() => {
					const value = this.pipe(step.pipe, dot);
					const inner = step.kind === 'with' ? value : dot;
					return isTrue(value) ? this.walk(step.body, inner) : this.walk(step.otherwise, dot);
				});
			case 'range':
				return this.scoped(() => this.range(step, dot));
			case 'template': {
				const data = step.pipe ? this.pipe(step.pipe, dot) : null;
				if (this.fault) return undefined;
				if (!this.templates.has(step.name)) {
					this.fail(step.at, `template ${JSON.stringify(step.name)} not defined`);
					return undefined;
				}
				const text = this.execute(step.name, data);
				if (text instanceof Fault) this.fault ??= text;
				else this.print(text, step.at);
				return undefined;
			}
			default:
				return step.kind;
		}
	}

	private scoped(run: () => Outcome): Outcome {
		const known = this.variables.length;
		const outcome = run();
		this.variables.length = known;
		return outcome;
	}

	private range(step: Extract<Step, { kind: 'if' | 'with' | 'range' }>, dot: Value): Outcome {
		const { names, assigns } = step.pipe;
		const value = this.pipe({ ...step.pipe, names: [] }, dot);
		if (this.fault) return undefined;
		const pairs = this.pairs(value, step.at);
		if (!pairs) return undefined;
		if (pairs.length === 0) return this.walk(step.otherwise, dot);
		const base = this.variables.length;
		for (const [key, item] of pairs) {
			this.variables.length = base;
			const [first, second] = names;
			const values = second === undefined ? [item] : [key, item];
			for (const [i, name] of [first, second].entries()) if (name !== undefined) this.bind(name, values[i] ?? null, assigns);
			if (this.walk(step.body, item) === 'break' || this.fault) break;
		}
		return undefined;
	}

	private pairs(value: Value, at: number): readonly (readonly [Value, Value])[] | undefined {
		if (value === null) return [];
		if (isList(value)) return value.map((item, i) => [new Int(BigInt(i)), item] as const);
		if (isDict(value)) return sortedKeys(value).map((key) => [key, value.get(key) ?? null] as const);
		if (value instanceof Struct && value.type === 'engine.files') return sortedKeys(value.fields).map((key) => [key, value.fields.get(key) ?? null] as const);
		if (value instanceof Int && value.value <= 1_000_000n)
			return Array.from({ length: Math.max(0, Number(value.value)) }, (_, i) => [new Int(BigInt(i)), new Int(BigInt(i))] as const);
		this.fail(at, `range can't iterate over ${goText(value)}`);
		return undefined;
	}

	private bind(name: string, value: Value, assigns: boolean): void {
		const known = assigns ? this.variables.findLast((one) => one.name === name) : undefined;
		if (known) known.value = value;
		else this.variables.push({ name, value });
	}

	private pipe(pipe: Pipe, dot: Value): Value {
		let value: Value = null;
		for (const [i, command] of pipe.commands.entries()) {
			value = this.command(command, dot, i === 0 ? [] : [value]);
			if (this.fault) return null;
		}
		for (const name of pipe.names) this.bind(name, value, pipe.assigns);
		return value;
	}

	private command([first, ...rest]: readonly Expression[], dot: Value, final: readonly Value[]): Value {
		if (!first) return null;
		if (first.kind === 'function') return this.call(first.name, first.at, rest, dot, final);
		if (first.kind === 'field' || first.kind === 'variable' || first.kind === 'chain') {
			const args = [...rest.map((one) => this.evaluate(one, dot)), ...final];
			return this.fault ? null : this.member(first, dot, args);
		}
		if (rest.length + final.length > 0) return this.fail(first.at, `can't give argument to non-function ${first.kind === 'nil' ? 'nil' : '.'}`);
		if (first.kind === 'nil') return this.fail(first.at, 'nil is not a command');
		return this.evaluate(first, dot);
	}

	private evaluate(one: Expression, dot: Value): Value {
		if (this.fault) return null;
		switch (one.kind) {
			case 'dot':
				return dot;
			case 'nil':
				return null;
			case 'constant':
				return one.value;
			case 'pipe':
				return this.pipe(one.pipe, dot);
			case 'function':
				return this.call(one.name, one.at, [], dot, []);
			default:
				return this.member(one, dot, []);
		}
	}

	/** evalFieldChain: the arguments go to the last name. */
	private member(one: Extract<Expression, { kind: 'field' | 'variable' | 'chain' }>, dot: Value, args: readonly Value[]): Value {
		let value = dot;
		if (one.kind === 'variable') value = this.variables.findLast(({ name }) => name === one.name)?.value ?? null;
		else if (one.kind === 'chain') value = this.evaluate(one.of, dot);
		if (this.fault) return null;
		if (one.names.length === 0)
			return args.length > 0 ? this.fail(one.at, `can't give argument to non-function ${one.kind === 'variable' ? one.name : '.'}`) : value;
		for (const [i, name] of one.names.entries()) {
			value = this.field(value, name, i === one.names.length - 1 ? args : [], one.at);
			if (this.fault) return null;
		}
		return value;
	}

	private field(value: Value, name: string, args: readonly Value[], at: number): Value {
		if (value instanceof Struct) {
			const method = value.methods.get(name);
			const result = method ? method(args) : undefined;
			if (result instanceof Fault) return this.fail(at, result.message);
			if (result !== undefined) return result;
			const field = value.fields.get(name);
			return field === undefined ? this.fail(at, `can't evaluate field ${name} in type ${value.type}`) : field;
		}
		if (isDict(value)) return args.length > 0 ? this.fail(at, `${name} is not a method but has arguments`) : (value.get(name) ?? null);
		if (value === null) return this.fail(at, `nil pointer evaluating interface {}.${name}`);
		return this.fail(at, `can't evaluate field ${name} in type ${typeOf(value)}`);
	}

	private call(name: string, at: number, rest: readonly Expression[], dot: Value, final: readonly Value[]): Value {
		if (name === 'and' || name === 'or') return this.shortCut(name, at, rest, dot, final);
		const called = this.functions.get(name);
		if (!called) return this.fail(at, `Peapod cannot render the function ${name} yet`);
		const args = [...rest.map((one) => this.evaluate(one, dot)), ...final];
		if (this.fault) return null;
		const wrong = mismatch(name, called.takes, args);
		if (wrong) return this.fail(at, wrong);
		const result = called.run(args, this);
		if (this.fault) return null;
		return result instanceof Fault ? this.fail(at, `error calling ${name}: ${result.message}`) : result;
	}

	private shortCut(name: 'and' | 'or', at: number, rest: readonly Expression[], dot: Value, final: readonly Value[]): Value {
		if (rest.length + final.length === 0) return this.fail(at, `wrong number of args for ${name}: want at least 1 got 0`);
		let value: Value = null;
		for (const one of rest) {
			value = this.evaluate(one, dot);
			if (this.fault || isTrue(value) === (name === 'or')) return value;
		}
		return final[0] ?? value;
	}
}

const NAMES: Readonly<Record<string, string>> = { s: 'string', i: 'int', b: 'bool', m: 'map[string]interface {}' };

/** evalCall and validateType: what is wrong with the arguments. */
function mismatch(name: string, takes: string, args: readonly Value[]): string | undefined {
	const isOpen = takes.endsWith('*');
	const letters = isOpen ? takes.slice(0, -1) : takes;
	const least = isOpen ? letters.length - 1 : letters.length;
	if (args.length < least || (!isOpen && args.length > least))
		return `wrong number of args for ${name}: want ${isOpen ? 'at least ' : ''}${least} got ${args.length}`;
	for (const [i, arg] of args.entries()) {
		const letter = letters[Math.min(i, letters.length - 1)] ?? 'a';
		const fits =
			letter === 'a' ||
			(letter === 's' ? typeof arg === 'string' : letter === 'i' ? arg instanceof Int : letter === 'b' ? typeof arg === 'boolean' : isDict(arg));
		if (fits || (letter === 'm' && arg === null)) continue;
		return arg === null
			? `invalid value; expected ${NAMES[letter]}`
			: `wrong type for value; expected ${NAMES[letter]}; got ${typeOf(arg) === 'map[string]interface {}' ? typeOf(arg) : kindOf(arg) === 'slice' ? '[]interface {}' : typeOf(arg)}`;
	}
	return undefined;
}
