import { patchWords } from '../../docs/patch';
import { DELETE_FROM, DIRECTIVE, RETAIN_KEYS, SET_ORDER } from '../../schema/patch-meta';
import { structOf } from '../../schema/schema';
import { placeOf } from '../place';
import type { Completion, Context } from './context';
import { valueItem, written } from './insert';

/** Behind all fields. */
const RANK = 2000;

/** The directives that may stand among the keys of a part: of a struct, or of a map where it is undefined. */
export function directives(context: Context, struct: string | undefined): readonly Completion[] {
	const { spot, kind = '', path } = context;
	const retains = placeOf(kind, path)?.field.retainKeys === true;
	const lists = [...((struct ? structOf(struct) : undefined)?.values() ?? [])].filter(({ type, mergeKey }) => type.kind === 'list' && mergeKey !== undefined);
	const names = [
		DIRECTIVE,
		...(retains ? [RETAIN_KEYS] : []),
		...lists.map(({ name }) => SET_ORDER + name),
		...lists.flatMap(({ name, mergeKey }) => (mergeKey === '' ? DELETE_FROM + name : [])),
	];
	const there = new Set([...spot.above, ...spot.below]);
	return names
		.filter((name) => !there.has(name))
		.map((name, i) => ({
			label: name,
			kind: 'field',
			...written(context, '', name, name === DIRECTIVE ? ': ' : ': [$0]'),
			rank: RANK + i,
			again: name === DIRECTIVE,
			words: { struct: struct ?? '', field: name, under: '' },
		}));
}

/** The values of `$patch`. */
export const patchValues = (context: Context): readonly Completion[] =>
	Object.keys(patchWords).map((value, rank) => ({
		...valueItem(context, value),
		kind: 'value',
		rank,
		words: { struct: '', field: DIRECTIVE, value, isKey: false },
	}));
