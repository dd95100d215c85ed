import type { FunctionWords } from './function-words';

/** Functions that ask what a value is. */
export const REFLECTION_WORDS: Readonly<Record<string, FunctionWords>> = {
	typeOf: { takes: 'VALUE', en: 'The Go type of the value.', ko: '값의 Go 타입.', example: 'typeOf "a"', gives: 'string' },
	typeIs: {
		takes: 'TYPE VALUE',
		en: 'Whether the value has this Go type.',
		ko: '값의 Go 타입이 그것인지 본다.',
		example: 'typeIs "string" "a"',
		gives: 'true',
	},
	typeIsLike: {
		takes: 'TYPE VALUE',
		en: 'Whether the value has this Go type, or points to it.',
		ko: '값의 Go 타입이 그것이거나 그 포인터인지 본다.',
		example: 'typeIsLike "int" 1',
		gives: 'true',
	},
	kindOf: {
		takes: 'VALUE',
		en: 'The kind of the value: `string`, `bool`, `float64`, `map`, `slice`, `invalid` for nil, …',
		ko: '값의 종류. `string`, `bool`, `float64`, `map`, `slice` 등이며 nil은 `invalid`다.',
		example: 'kindOf (list 1)',
		gives: 'slice',
	},
	kindIs: { takes: 'KIND VALUE', en: 'Whether the value is of this kind.', ko: '값의 종류가 그것인지 본다.', example: 'kindIs "map" (dict)', gives: 'true' },
	deepEqual: {
		takes: 'A B',
		en: 'Whether the two are equal down to the last item.',
		ko: '두 값이 속까지 같은지 본다.',
		example: 'deepEqual (list 1) (list 1)',
		gives: 'true',
	},
};
