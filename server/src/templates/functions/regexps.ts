import { compileRegexp, mustCompile, type Regexp } from '../regexp/regexp';
import { fn, type GoFunction } from '../signature';
import { andThen, type Fault, isFault, sliceOf, texts, type Value } from '../value';

/** A nil []string where there is none. */
const found = (list: readonly string[] | undefined): Value => (list ? texts(list) : sliceOf('string', [], true));

/** A function by both its names: the one panics where the expression is none, the other returns the error. */
function both(name: string, takes: string, run: (regexp: Regexp, ...args: readonly never[]) => Value): Readonly<Record<string, GoFunction>> {
	const called = (compile: (source: string) => Regexp | Fault): GoFunction =>
		fn(takes, (source: string, ...args: readonly never[]) => andThen(compile(source), (regexp) => run(regexp, ...args)));
	return { [name]: called(mustCompile), [`mustR${name.slice(1)}`]: called(compileRegexp) };
}

/** Sprig's regex.go. */
export const REGEXPS: Readonly<Record<string, GoFunction>> = {
	...both('regexMatch', 'ss', (regexp, text: string) => regexp.matches(text)),
	// This one swallows its error.
	regexMatch: fn('ss', (source: string, text: string) => {
		const regexp = compileRegexp(source);
		return !isFault(regexp) && regexp.matches(text);
	}),
	...both('regexFind', 'ss', (regexp, text: string) => regexp.find(text)),
	...both('regexFindAll', 'ssi', (regexp, text: string, most: number) => found(regexp.findAll(text, most))),
	...both('regexReplaceAll', 'sss', (regexp, text: string, replacement: string) => regexp.replaceAll(text, replacement)),
	...both('regexReplaceAllLiteral', 'sss', (regexp, text: string, replacement: string) => regexp.replaceAllLiteral(text, replacement)),
	...both('regexSplit', 'ssi', (regexp, text: string, most: number) => found(regexp.split(text, most))),
	regexQuoteMeta: fn('s', (text: string) => text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&')),
};
