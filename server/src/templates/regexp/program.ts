import type { Assertion, Tree } from './syntax';

/** regexp/syntax's instructions: what one of them wants, and which comes next. */
export type Instruction =
	| { readonly kind: 'char'; readonly accepts: (code: number) => boolean; next: number }
	| { readonly kind: 'split'; next: number; other: number }
	| { readonly kind: 'save'; readonly slot: number; next: number }
	| { readonly kind: 'assert'; readonly holds: Assertion; next: number }
	| { readonly kind: 'match' };

/** What an expression may come to; beyond, it is refused. */
const MOST_INSTRUCTIONS = 50_000;

/** Compiles a tree into instructions, of which the first begins; nothing where it would be too large. syntax.Compile. */
export function compile(tree: Tree): readonly Instruction[] | undefined {
	const program: Instruction[] = [];
	const emit = (instruction: Instruction): number => program.push(instruction) - 1;

	/** Emits what matches the tree and goes on at `next`; from the back, so that who goes on is known. */
	const build = (node: Tree, next: number): number => {
		if (program.length > MOST_INSTRUCTIONS) return next;
		switch (node.kind) {
			case 'empty':
				return next;
			case 'set':
				return emit({ kind: 'char', accepts: tester(node), next });
			case 'assert':
				return emit({ kind: 'assert', holds: node.holds, next });
			case 'group': {
				const end = emit({ kind: 'save', slot: 2 * node.index + 1, next });
				return emit({ kind: 'save', slot: 2 * node.index, next: build(node.of, end) });
			}
			case 'all':
				return node.of.reduceRight((after, part) => build(part, after), next);
			case 'any':
				return node.of.reduceRight((other, part) => (other === -1 ? build(part, next) : emit({ kind: 'split', next: build(part, next), other })), -1);
			case 'repeat':
				return repeat(node, next);
		}
	};

	const splitOf = (enter: number, leave: number, lazy: boolean): Instruction => ({ kind: 'split', next: lazy ? leave : enter, other: lazy ? enter : leave });

	const repeat = ({ of, least, most, lazy }: Extract<Tree, { readonly kind: 'repeat' }>, next: number): number => {
		let after = next;
		if (most === Infinity) {
			const loop = emit(splitOf(next, next, lazy));
			const body = build(of, loop);
			program[loop] = splitOf(body, next, lazy);
			// What may match nothing is entered once before it is asked again: compiler.star.
			after = least > 0 ? body : isNullable(of) ? emit(splitOf(body, next, lazy)) : loop;
			for (let i = 1; i < least; i++) after = build(of, after);
			return after;
		}
		for (let i = least; i < most; i++) after = emit(splitOf(build(of, after), next, lazy));
		for (let i = 0; i < least; i++) after = build(of, after);
		return after;
	};

	const end = emit({ kind: 'match' });
	const start = build(tree, end);
	if (program.length > MOST_INSTRUCTIONS) return undefined;
	emit({ kind: 'save', slot: 0, next: start });
	return program;
}

/** Whether a match can begin with a character; undefined where one may be empty. */
export function beginningOf(program: readonly Instruction[]): ((code: number) => boolean) | undefined {
	const first: ((code: number) => boolean)[] = [];
	// Whoever is added while it is gone through has its turn.
	const reached = new Set([program.length - 1]);
	for (const which of reached) {
		const instruction = program[which];
		if (!instruction || instruction.kind === 'match') return undefined;
		if (instruction.kind === 'char') first.push(instruction.accepts);
		else reached.add(instruction.next);
		if (instruction.kind === 'split') reached.add(instruction.other);
	}
	return (code) => first.some((accepts) => accepts(code));
}

function isNullable(tree: Tree): boolean {
	switch (tree.kind) {
		case 'set':
			return false;
		case 'group':
			return isNullable(tree.of);
		case 'all':
			return tree.of.every(isNullable);
		case 'any':
			return tree.of.some(isNullable);
		case 'repeat':
			return tree.least === 0 || isNullable(tree.of);
		default:
			return true;
	}
}

/** Whether a code point is in a set. */
function tester({ set, negated, folds }: Extract<Tree, { readonly kind: 'set' }>): (code: number) => boolean {
	if (set === '') return () => negated;
	const pattern = new RegExp(`[${negated ? '^' : ''}${set}]`, folds ? 'iu' : 'u');
	const known = new Int8Array(128);
	return (code) => {
		if (code >= 128) return pattern.test(String.fromCodePoint(code));
		if (known[code] === 0) known[code] = pattern.test(String.fromCharCode(code)) ? 1 : -1;
		return known[code] === 1;
	};
}
