import type { Template } from './node';
import { type Dict, Fault, isBool, isFloat, isInt, isList, isPlainDict, isStruct, isText, type Method, typeOf, type Value } from './value';

/** Who runs the templates, for functions that run others. */
export interface Runner {
	readonly templates: ReadonlyMap<string, Template>;
	/** What a template of the set prints. */
	execute(name: string, data: Value): string | Fault;
	/** What a template prints that knows its own set. */
	executeAmong(templates: ReadonlyMap<string, Template>, name: string, data: Value): string | Fault;
	/** Is told of a map before it is changed. */
	changing(dict: Dict): void;
}

/** What a template may call: its arguments are checked by `takes` before it runs. */
export interface GoFunction {
	/**
	 * A letter for each argument: s string, i int, u uint32, b bool, f float64, m map[string]interface {}, l []interface {}, t time.Time, d time.Duration, c sprig.certificate, a interface {},
	 * v anything (reflect.Value: it gets `undefined` for a nil that has the type `interface {}`); `*` behind the last lets it come any number of times.
	 */
	readonly takes: string;
	/** What a nil map or list is given as is `null`. A fault is what Go returns as an error, or panics with. */
	readonly run: (args: readonly Value[], runner: Runner) => Value | Fault;
}

const NAMES: Readonly<Record<string, string>> = {
	s: 'string',
	i: 'int',
	u: 'uint32',
	b: 'bool',
	f: 'float64',
	m: 'map[string]interface {}',
	l: '[]interface {}',
	t: 'time.Time',
	d: 'time.Duration',
	c: 'sprig.certificate',
	a: 'interface {}',
	v: 'reflect.Value',
};

/** The Go type of a letter of `takes`. */
export const typeName = (letter: string | undefined): string => NAMES[letter ?? 'a'] ?? 'interface {}';

/** The letter of an argument by its index. */
export const letterAt = (takes: string, index: number): string => takes.charAt(takes.endsWith('*') ? Math.min(index, takes.length - 2) : index);

/** canBeNil of exec.go. */
export const canBeNil = (letter: string | undefined): boolean => letter === undefined || 'mlav'.includes(letter);

/** reflect.Type.AssignableTo; `undefined` is a nil of the type `interface {}`. */
export function accepts(letter: string, value: Value | undefined): boolean {
	switch (letter) {
		case 's':
			return isText(value);
		case 'i':
			return isInt(value) && value.kind === 'int';
		case 'b':
			return isBool(value);
		case 'f':
			return isFloat(value);
		case 'm':
			return isPlainDict(value);
		case 'l':
			return isList(value) && typeOf(value) === '[]interface {}';
		case 'c':
		case 't':
		case 'd':
			return isStruct(value) && value.type === typeName(letter);
		default:
			return false;
	}
}

export const typeOfOperand = (value: Value | undefined): string => (value === undefined ? 'interface {}' : typeOf(value));

type Run = (...args: readonly never[]) => Value | Fault;

/** A function, or method, whose arguments have the types of their letters, which is checked before it is called. What is wanted as an int or uint32 it gets as a number. */
export const fn = (takes: string, run: Run): Method => ({
	takes,
	run: (args) => {
		const given = args.map((arg, i) => (isInt(arg) && 'iu'.includes(letterAt(takes, i)) ? Number(arg.value) : arg));
		return (run as unknown as (...given: readonly Value[]) => Value | Fault)(...given);
	},
});

/** A method that takes nothing and answers what is known already. */
export const telling = (answer: Value): Method => ({ takes: '', run: () => answer });

/** Functions, and the same once more with something before their names. */
export const withPrefix = (prefix: string, functions: Readonly<Record<string, GoFunction>>): Readonly<Record<string, GoFunction>> => ({
	...functions,
	...Object.fromEntries(Object.entries(functions).map(([name, called]) => [`${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`, called])),
});

/** The words of Go's runtime, and of reflect. */
const runtimeError = (what: string): Fault => new Fault(`runtime error: ${what}`);
export const NIL_POINTER = runtimeError('invalid memory address or nil pointer dereference');
export const BAD_LENGTH = runtimeError('makeslice: len out of range');
export const outOfBounds = (bounds: string): Fault => runtimeError(`slice bounds out of range [${bounds}`);
export const NO_TYPE = new Fault('reflect: call of reflect.Value.Type on zero Value');
