import { fn, type GoFunction } from '../signature';
import { deepEqual, isTrue, kindOf, typeOf, type Value } from '../value';

/** Sprig's defaults.go and reflect.go. */
export const REFLECTION: Readonly<Record<string, GoFunction>> = {
	default: fn('aa*', (otherwise: Value, given: Value = null) => (isTrue(given) ? given : otherwise)),
	empty: fn('a', (value: Value) => !isTrue(value)),
	coalesce: fn('a*', (...all: readonly Value[]) => all.find(isTrue) ?? null),
	all: fn('a*', (...all: readonly Value[]) => all.every(isTrue)),
	any: fn('a*', (...all: readonly Value[]) => all.some(isTrue)),
	ternary: fn('aab', (yes: Value, no: Value, which: boolean) => (which ? yes : no)),
	typeOf: fn('a', typeOf),
	typeIs: fn('sa', (name: string, value: Value) => typeOf(value) === name),
	typeIsLike: fn('sa', (name: string, value: Value) => typeOf(value) === name || typeOf(value) === `*${name}`),
	kindOf: fn('a', kindOf),
	kindIs: fn('sa', (name: string, value: Value) => kindOf(value) === name),
	deepEqual: fn('aa', deepEqual),
};
