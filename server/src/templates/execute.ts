import { fused, ledThrough, lengthOf, type Rope, untyped } from '../built/rope';
import { goQuote } from '../schema/go-quote';
import { ENDLESS_VALUE, holdsTooMuch } from './endless';
import { type Call, type Dot, Evaluator, itemOf, type Segment } from './evaluate';
import { goText } from './format';
import type { Step, Template } from './node';
import type { GoFunction, Runner } from './signature';
import type { Trace } from './trace';
import { Fault, guarded, Int, int, isDict, isList, isTrue, type Method, sortedKeys, type Value } from './value';

export type { Call, Segment } from './evaluate';

/** What ends a template that never would: steps, turns of loops, and what functions make, a list by its items and a text by sixteen characters. */
const MOST_STEPS = 3_000_000;
const MOST_TEXT = 50_000_000;
/** Helm lets a name be included in itself a thousand times: engine.recursionMaxNums. */
const MOST_DEPTH = 1000;

const ENDLESS = new Fault(`it does not end within ${MOST_STEPS} steps`);

type Outcome = 'break' | 'continue' | undefined;

/** text/template exec.go: runs over a set of templates, one after another. Once one has a fault nothing more is done. */
export class Execution extends Evaluator implements Runner {
	private steps = 0;
	private size = 0;
	private depth = 0;

	constructor(
		private set: ReadonlyMap<string, Template>,
		protected readonly functions: ReadonlyMap<string, GoFunction>,
		/** Where origins are asked for: all that is printed has a rope. */
		protected readonly trace: Trace | undefined = undefined,
	) {
		super();
	}

	get templates(): ReadonlyMap<string, Template> {
		return this.set;
	}

	/** Template.ExecuteTemplate: what it prints. */
	execute(name: string, data: Value): string | Fault {
		const segments = this.rope(name, data);
		if (segments instanceof Fault) return segments;
		if (this.trace) this.typed = segments.flatMap(({ rope = [] }) => rope);
		return segments.map(({ text }) => text).join('');
	}

	executeAmong(templates: ReadonlyMap<string, Template>, name: string, data: Value): string | Fault {
		const outer = this.set;
		this.set = templates;
		const { trace } = this;
		const [typed] = this.typedArgs;
		// What nobody typed is in no file either.
		if (trace) for (const [own, made] of templates) if (outer.get(own) !== made) trace.made(made, typed ?? untyped(made.text.length));
		const text = this.execute(name, data);
		this.set = outer;
		return text;
	}

	/** What a template of the set prints, piece by piece. */
	rope(name: string, data: Value): readonly Segment[] | Fault {
		const template = this.set.get(name);
		if (!template) return new Fault(`template: no template ${goQuote(name)} associated with template "gotpl"`);
		const { state } = this;
		this.typed = this.depth > 0 ? this.typedArgs[1] : undefined;
		const included = (chain: readonly Call[]): readonly Segment[] | Fault => this.inside(name, template, data, chain, []) ?? this.fault ?? [];
		if (this.depth > 0) return included([...state.chain, { template: state.template, at: state.node?.at ?? 0 }]);
		this.steps = 0;
		this.size = 0;
		return guarded(`template: ${name}`, () => included([]));
	}

	protected run(called: GoFunction | Method, args: readonly Value[]): Value | Fault {
		const result = called.run(args, this);
		const work = typeof result === 'string' ? result.length >> 4 : result instanceof Fault || !isList(result) ? 0 : result.length;
		return this.spend(work) ? result : ENDLESS;
	}

	/** Counts steps; whether there are any left. */
	private spend(steps: number): boolean {
		this.steps += steps;
		return this.steps <= MOST_STEPS;
	}

	/** Walks a template that is called from another; nothing where it has a fault. */
	private inside(name: string, template: Template, data: Dot, chain: readonly Call[], out: Segment[]): readonly Segment[] | undefined {
		if (this.depth >= MOST_DEPTH) {
			this.fault ??= new Fault(`rendering template has a nested reference name: ${name}: unable to execute template`);
			return undefined;
		}
		const outer = this.state;
		const typed = this.trace && this.typed;
		this.state = { template, name, chain, variables: [{ name: '$', value: data, typed }], out, node: undefined, typed };
		this.depth++;
		this.walk(template.steps, data);
		this.depth--;
		this.state = outer;
		return this.fault ? undefined : out;
	}

	private print(text: string, step: Step): void {
		this.size += text.length;
		const { out, template, chain } = this.state;
		if (this.size > MOST_TEXT) this.fail(`it prints more than ${MOST_TEXT} characters`);
		else if (text !== '') out.push({ text, step, template, chain, ...(this.trace ? { rope: this.ropeOf(text, step, this.trace) } : {}) });
	}

	/** Where what is printed was typed: a literal as it stands, a value where it was given, with the action behind it. */
	private ropeOf(text: string, step: Step, trace: Trace): Rope {
		const { template } = this.state;
		if (step.kind === 'text') return trace.typedAt(template, step.at, text.length);
		const action = trace.action(template, step.at);
		const { typed = untyped(text.length) } = this;
		const rope = lengthOf(typed) === text.length ? typed : fused([typed], text.length);
		const [place] = action[0]?.origins ?? [];
		return place ? ledThrough(rope, place) : rope;
	}

	private walk(steps: readonly Step[], dot: Dot): Outcome {
		for (const step of steps) {
			if (this.fault) return undefined;
			if (!this.spend(1)) {
				this.fail(ENDLESS.message);
				return undefined;
			}
			const outcome = this.step(step, dot);
			if (outcome) return outcome;
		}
		return undefined;
	}

	private step(step: Step, dot: Dot): Outcome {
		switch (step.kind) {
			case 'text':
				this.print(step.text, step);
				return undefined;
			case 'action': {
				const value = this.pipe(step.pipe, dot);
				if (step.pipe.names.length > 0 || this.fault) return undefined;
				if (holdsTooMuch(value)) this.fail(ENDLESS_VALUE.message);
				else this.print(value === null ? '<no value>' : goText(value), step);
				return undefined;
			}
			case 'if':
			case 'with':
			case 'range': {
				const { variables } = this.state;
				const known = variables.length;
				const outcome = step.kind === 'range' ? this.range(step, dot) : this.branch(step, dot);
				variables.length = known;
				return outcome;
			}
			case 'template':
				this.template(step, dot);
				return undefined;
			default:
				return step.kind;
		}
	}

	/** walkIfOrWith. */
	private branch(step: Extract<Step, { readonly kind: 'if' | 'with' | 'range' }>, dot: Dot): Outcome {
		const value = this.pipe(step.pipe, dot);
		if (this.fault) return undefined;
		if (!isTrue(value)) return this.walk(step.otherwise, dot);
		return step.kind === 'with' ? this.within(step.body, value, this.typed) : this.walk(step.body, dot);
	}

	/** Walks steps with another dot. */
	private within(steps: readonly Step[], dot: Dot, typed: Rope | undefined): Outcome {
		const { state } = this;
		const outer = state.typed;
		state.typed = typed;
		const outcome = this.walk(steps, dot);
		state.typed = outer;
		return outcome;
	}

	/** walkRange. */
	private range(step: Extract<Step, { readonly kind: 'if' | 'with' | 'range' }>, dot: Dot): Outcome {
		const { names, assigns } = step.pipe;
		const value = this.pipe(step.pipe, dot);
		const pairs = this.fault ? undefined : this.pairs(value, names.length);
		if (!pairs) return undefined;
		if (pairs.length === 0) return this.walk(step.otherwise, dot);
		const { variables } = this.state;
		const base = variables.length;
		for (const [key, item] of pairs) {
			variables.length = base;
			if (!this.spend(1)) this.fail(ENDLESS.message);
			const own = this.trace && this.typedItem(value, key, this.trace);
			const values = names.length > 1 ? [[key, own?.key] as const, [item, own?.text] as const] : [[item, own?.text] as const];
			for (const [i, name] of names.entries()) {
				const [of, typed] = values[i] ?? [null, undefined];
				this.typed = typed;
				if (assigns) this.bind(name, of, true);
				// What the pipeline declared stands on top.
				else variables[base - names.length + i] = { name, value: of, typed };
			}
			if (this.within(step.body, item, own?.text) === 'break' || this.fault) break;
		}
		return undefined;
	}

	private typedItem(value: Value, key: Dot, { held }: Trace): { readonly key: Rope | undefined; readonly text: Rope | undefined } | undefined {
		return held.of(value, key instanceof Int ? Number(key.value) : String(key));
	}

	private pairs(value: Value, names: number): readonly (readonly [Dot, Dot])[] | undefined {
		if (value === null) return [];
		if (isList(value)) return value.map((item, i) => [int(i), itemOf(value, item)] as const);
		if (isDict(value)) return sortedKeys(value).map((key) => [key, itemOf(value, value.get(key))] as const);
		if (!(value instanceof Int)) this.fail(`range can't iterate over ${goText(value)}`);
		else if (names > 1) this.fail(`can't use ${value.value} to iterate over more than one variable`);
		else if (value.value > BigInt(MOST_STEPS)) this.fail(ENDLESS.message);
		else return Array.from({ length: Math.max(0, Number(value.value)) }, (_, i) => [null, new Int(BigInt(i), value.kind)] as const);
		return undefined;
	}

	/** walkTemplate: it prints into what its caller prints. */
	private template(step: Extract<Step, { readonly kind: 'template' }>, dot: Dot): void {
		const { state } = this;
		state.node = step;
		const template = this.set.get(step.name);
		if (!template) {
			this.fail(`template ${goQuote(step.name)} not defined`);
			return;
		}
		const data = step.pipe ? this.pipe(step.pipe, dot) : null;
		if (this.fault) return;
		const { out } = state;
		const before = out.length;
		this.inside(step.name, template, data, [...state.chain, { template: state.template, at: step.at }], out);
		const [place] = this.trace?.action(state.template, step.at)[0]?.origins ?? [];
		if (place) for (const [i, segment] of out.entries()) if (i >= before && segment.rope) out[i] = { ...segment, rope: ledThrough(segment.rope, place) };
	}
}
