import { ledThrough, type Rope, untyped } from '../built/rope';
import { goQuote } from '../schema/go-quote';
import { ENDLESS_VALUE, holdsTooMuch } from './endless';
import { type Dot, evaluator, itemOf, type Running, type Segment } from './evaluate';
import { goText } from './format';
import { fitted } from './holdings';
import type { Step, Template } from './node';
import type { GoFunction, Runner } from './signature';
import type { Trace } from './trace';
import { type Dict, Fault, guarded, Int, int, isDict, isFault, isInt, isList, isStruct, isText, isTrue, type Method, sortedKeys, type Value } from './value';

export type { Segment } from './evaluate';

/** What ends a template that never would: steps, turns of loops, and what functions make, a list by its items and a text by sixteen characters. */
const MOST_STEPS = 3_000_000;
const MOST_TEXT = 50_000_000;
/** Helm lets a name be included in itself a thousand times: engine.recursionMaxNums. */
const MOST_DEPTH = 1000;

const ENDLESS = new Fault(`it does not end within ${MOST_STEPS} steps`);

type Control = Extract<Step, { readonly kind: 'if' | 'with' | 'range' }>;
type Outcome = 'break' | 'continue' | undefined;

/** text/template exec.go: what runs over a set of templates, one after another. */
export interface Execution extends Runner {
	/** What a template of the set prints, piece by piece. */
	readonly rope: (name: string, data: Value) => readonly Segment[] | Fault;
}

/** Who wants to know what makes templates print what they do, and what they leave to others. */
export interface Watcher {
	/** Hears of each name of a template that is asked for, and of what has it in the set: what else decides is known. */
	readonly asked: (name: string, template: Template | undefined) => void;
	/** Hears of a map before it is changed. */
	readonly changing: (dict: Dict) => void;
}

const NOBODY: Watcher = { asked: () => undefined, changing: () => undefined };

/** Once a template has a fault nothing more is done. With a `trace` all that is printed has a rope. */
export function executionOf(
	templates: ReadonlyMap<string, Template>,
	functions: ReadonlyMap<string, GoFunction>,
	trace?: Trace,
	{ asked, changing }: Watcher = NOBODY,
): Execution {
	const now: Running = {
		fault: undefined,
		state: { template: { file: '', steps: [], text: '' }, name: '', variables: [], out: [], node: undefined, typed: undefined },
		typed: undefined,
		typedArgs: [],
	};
	const { fail, bind, runPipe } = evaluator(now, functions, trace, run);
	let set = templates;
	let stepsTaken = 0;
	let size = 0;
	let depth = 0;

	/** Template.ExecuteTemplate: what it prints. */
	function execute(name: string, data: Value): string | Fault {
		const segments = rope(name, data);
		if (isFault(segments)) return segments;
		if (trace) now.typed = segments.flatMap(({ rope = [] }) => rope);
		return segments.map(({ text }) => text).join('');
	}

	function executeAmong(templates: ReadonlyMap<string, Template>, name: string, data: Value): string | Fault {
		const outer = set;
		set = templates;
		const [typed] = now.typedArgs;
		// What nobody typed is in no file either.
		if (trace) for (const [own, made] of templates) if (outer.get(own) !== made) trace.made(made, typed ?? untyped(made.text.length));
		const text = execute(name, data);
		set = outer;
		return text;
	}

	function find(name: string): Template | undefined {
		asked(name, templates.get(name));
		return set.get(name);
	}

	/** What a template of the set prints, piece by piece. */
	function rope(name: string, data: Value): readonly Segment[] | Fault {
		const template = find(name);
		if (!template) return new Fault(`template: no template ${goQuote(name)} associated with template "gotpl"`);
		now.typed = depth > 0 ? now.typedArgs[1] : undefined;
		const included = (): readonly Segment[] | Fault => inside(name, template, data, []) ?? now.fault ?? [];
		if (depth > 0) return included();
		stepsTaken = 0;
		size = 0;
		return guarded(`template: ${name}`, included);
	}

	function run(called: GoFunction | Method, args: readonly Value[]): Value | Fault {
		const result = called.run(args, execution);
		const work = isText(result) ? result.length >> 4 : isFault(result) || !isList(result) ? 0 : result.length;
		return spend(work) ? result : ENDLESS;
	}

	/** Counts steps; whether there are any left. */
	function spend(steps: number): boolean {
		stepsTaken += steps;
		return stepsTaken <= MOST_STEPS;
	}

	/** Walks a template that is called from another; nothing where it has a fault. */
	function inside(name: string, template: Template, data: Dot, out: Segment[]): readonly Segment[] | undefined {
		if (depth >= MOST_DEPTH) {
			now.fault ??= new Fault(`rendering template has a nested reference name: ${name}: unable to execute template`);
			return undefined;
		}
		const outer = now.state;
		const typed = trace && now.typed;
		now.state = { template, name, variables: [{ name: '$', value: data, typed }], out, node: undefined, typed };
		depth++;
		walk(template.steps, data);
		depth--;
		now.state = outer;
		return now.fault ? undefined : out;
	}

	function print(text: string, step: Step): void {
		size += text.length;
		if (size > MOST_TEXT) fail(`it prints more than ${MOST_TEXT} characters`);
		else if (text !== '') now.state.out.push(trace ? { text, rope: ropeOf(text, step, trace) } : { text });
	}

	/** Where what is printed was typed: a literal as it stands, a value where it was given, with the action behind it. */
	function ropeOf(text: string, step: Step, trace: Trace): Rope {
		const { template } = now.state;
		if (step.kind === 'text') return trace.typedAt(template, step.at, text.length);
		const action = trace.action(template, step.at);
		const rope = fitted(now.typed ?? untyped(text.length), text.length);
		const [place] = action[0]?.origins ?? [];
		return place ? ledThrough(rope, place) : rope;
	}

	function walk(steps: readonly Step[], dot: Dot): Outcome {
		for (const step of steps) {
			if (now.fault) return undefined;
			if (!spend(1)) {
				fail(ENDLESS.message);
				return undefined;
			}
			const outcome = runStep(step, dot);
			if (outcome) return outcome;
		}
		return undefined;
	}

	function runStep(step: Step, dot: Dot): Outcome {
		switch (step.kind) {
			case 'text':
				print(step.text, step);
				return undefined;
			case 'action': {
				const value = runPipe(step.pipe, dot);
				if (step.pipe.names.length > 0 || now.fault) return undefined;
				if (holdsTooMuch(value)) fail(ENDLESS_VALUE.message);
				else print(value === null ? '<no value>' : ((isStruct(value) ? value.reached : undefined) ?? goText(value)), step);
				return undefined;
			}
			case 'if':
			case 'with':
			case 'range': {
				const { variables } = now.state;
				const known = variables.length;
				const outcome = step.kind === 'range' ? range(step, dot) : branch(step, dot);
				variables.length = known;
				return outcome;
			}
			case 'template':
				runTemplate(step, dot);
				return undefined;
			default:
				return step.kind;
		}
	}

	/** walkIfOrWith. */
	function branch(step: Control, dot: Dot): Outcome {
		const value = runPipe(step.pipe, dot);
		if (now.fault) return undefined;
		if (!isTrue(value)) return walk(step.otherwise, dot);
		return step.kind === 'with' ? within(step.body, value, now.typed) : walk(step.body, dot);
	}

	/** Walks steps with another dot. */
	function within(steps: readonly Step[], dot: Dot, typed: Rope | undefined): Outcome {
		const { state } = now;
		const outer = state.typed;
		state.typed = typed;
		const outcome = walk(steps, dot);
		state.typed = outer;
		return outcome;
	}

	/** walkRange. */
	function range(step: Control, dot: Dot): Outcome {
		const { names, assigns } = step.pipe;
		const value = runPipe(step.pipe, dot);
		const pairs = now.fault ? undefined : pairsOf(value, names.length);
		if (!pairs) return undefined;
		if (pairs.length === 0) return walk(step.otherwise, dot);
		const { variables } = now.state;
		const base = variables.length;
		for (const [key, item] of pairs) {
			variables.length = base;
			if (!spend(1)) fail(ENDLESS.message);
			const own = trace?.held.of(value, isInt(key) ? Number(key.value) : String(key));
			const values = [[key, own?.key] as const, [item, own?.text] as const].slice(-names.length);
			for (const [i, name] of names.entries()) {
				const [of, typed] = values[i] ?? [null, undefined];
				now.typed = typed;
				if (assigns) bind(name, of, true);
				// What the pipeline declared stands on top.
				else variables[base - names.length + i] = { name, value: of, typed };
			}
			if (within(step.body, item, own?.text) === 'break' || now.fault) break;
		}
		return undefined;
	}

	function pairsOf(value: Value, names: number): readonly (readonly [Dot, Dot])[] | undefined {
		if (value === null) return [];
		if (isList(value)) return value.map((item, i) => [int(i), itemOf(value, item)] as const);
		if (isDict(value)) return sortedKeys(value).map((key) => [key, itemOf(value, value.get(key))] as const);
		if (!isInt(value)) fail(`range can't iterate over ${goText(value)}`);
		else if (names > 1) fail(`can't use ${value.value} to iterate over more than one variable`);
		else if (value.value > BigInt(MOST_STEPS)) fail(ENDLESS.message);
		else return Array.from({ length: Math.max(0, Number(value.value)) }, (_, i) => [null, new Int(BigInt(i), value.kind)] as const);
		return undefined;
	}

	/** walkTemplate: it prints into what its caller prints. */
	function runTemplate(step: Extract<Step, { readonly kind: 'template' }>, dot: Dot): void {
		const { state } = now;
		state.node = step;
		const template = find(step.name);
		if (!template) {
			fail(`template ${goQuote(step.name)} not defined`);
			return;
		}
		const data = step.pipe ? runPipe(step.pipe, dot) : null;
		if (now.fault) return;
		const { out } = state;
		const before = out.length;
		inside(step.name, template, data, out);
		const [place] = trace?.action(state.template, step.at)[0]?.origins ?? [];
		if (place) for (const [i, segment] of out.entries()) if (i >= before && segment.rope) out[i] = { ...segment, rope: ledThrough(segment.rope, place) };
	}

	const execution: Execution = {
		get templates() {
			return set;
		},
		execute,
		executeAmong,
		changing,
		rope,
	};
	return execution;
}
