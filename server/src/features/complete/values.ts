import { durationText } from '../../schema/duration';
import type { Segment } from '../../schema/field-path';
import { KINDS } from '../../schema/kinds';
import type { Edit } from '../../yaml/text-edit';
import { scalarText } from '../../yaml/write';
import { amountText } from '../hover/amounts';
import { defaultOf } from '../hover/default-values';
import { nodeAt, references, variablesAt } from '../navigate/references';
import { type Place, placeOf } from '../place';
import type { Completion, Context } from './context';
import { escaped, valueItem } from './insert';
import { kindScaffolds } from './scaffolds';
import { commonNumbers, labelValues, quantities, suggestedValues } from './well-known';

/** Values of the field a path ends at: its enum, true and false, names that stand elsewhere, numbers with their units. */
export function valuesAt(context: Context, segments: readonly Segment[]): readonly Completion[] {
	const { object, range, spot, kind, known } = context;
	const variables = afterDollar(context, segments);
	if (variables) return variables;
	if (!kind || (segments.length === 1 && (segments[0] === 'kind' || segments[0] === 'apiVersion'))) return headValues(context, segments);
	const place = placeOf(kind, segments);
	if (!place) return [];
	const fixed = place.isMapKey ? [] : fixedValues(context, place);
	const names = place.isMapKey ? [] : references(object, place, known);
	// A list takes its one value between brackets, which quotes that are open would not let in.
	if (place.type.kind === 'list' && spot.quote) return [];
	const items = [
		...names.map((name): Completion => ({ ...plain(context, textOf(context, place, name)), kind: 'reference' })),
		...fixed.filter(({ label }) => !names.includes(label)),
		...(fixed.length > 0 ? [] : measured(context, place).filter(({ label }) => !names.includes(label))),
	];
	const isItem = typeof segments.at(-1) === 'number';
	const there = isItem ? itemsBeside(context) : new Set<string>();
	return items.filter(({ label }) => !there.has(label)).map((item, rank) => ({ ...item, rank, range, ...(place.type.kind === 'list' ? listed(item) : {}) }));
}

/** The value as the only item of a list. */
const listed = ({ insert }: Completion): Pick<Completion, 'insert'> => ({ insert: insert.replace(/^( ?)(.*)$/s, '$1[$2]') });

/** A text as it is written there; what may be a number as well stays one. */
function textOf({ spot }: Context, { type }: Place, text: string): string {
	const of = type.kind === 'list' ? type.of : type;
	const isText = of.kind === 'string' || (of.kind === 'intOrString' && !/^\d+$/.test(text));
	return isText && !/^".*"$/.test(text) ? scalarText(text, spot.flow || type.kind === 'list' ? 'flow' : 'block') : text;
}

const plain = (context: Context, value: string): Completion => ({ ...valueItem(context, value), kind: 'value', range: context.range, rank: 0 });

/** The values that the schema, or Kubernetes, knows. */
function fixedValues(context: Context, place: Place): readonly Completion[] {
	const { settings, kind = '' } = context;
	const { struct, field, type } = place;
	const language = settings.language === 'en' ? 'en' : 'ko';
	const enums = (field.values ?? []).filter(({ since, value }) => since <= settings.version && !value.endsWith('-')).map(({ value }) => value || '""');
	const suggested = suggestedValues(struct, field.name, place.segments);
	// What is known to make sense here comes first, the rest of the schema's list behind it.
	const values = type.kind === 'boolean' ? ['true', 'false'] : [...suggested, ...enums.filter((value) => !suggested.includes(value))];
	const usual = defaultOf(struct, field.name, kind);
	const inOrder = usual !== undefined && values.includes(usual) && type.kind !== 'boolean' ? [usual, ...values.filter((value) => value !== usual)] : values;
	return inOrder.map((value) => ({
		...plain(context, textOf(context, place, value)),
		...(value === usual ? { detail: language === 'ko' ? '기본값' : 'default' } : {}),
		...(type.kind === 'boolean' ? {} : { words: { struct, field: field.name, value: value.replace(/^"(.*)"$/, '$1'), isKey: false } }),
	}));
}

/** Numbers, durations and quantities, with what they amount to. */
function measured(context: Context, place: Place): readonly Completion[] {
	const { spot, kind = '', settings } = context;
	const language = settings.language === 'en' ? 'en' : 'ko';
	const typed = spot.writes.typed;
	const last = String(place.segments.at(-1) ?? '');
	if (place.isMapKey && place.type.kind === 'string') return labelValues(last).map((value) => plain(context, value));
	if (place.type.kind === 'quantity') {
		if (place.field.name === 'divisor') return ['1', '1m', '1Mi', '1Gi'].map((value) => plain(context, value));
		const resource = place.isMapKey ? last : place.field.name;
		return quantities(resource, typed).map((value) => {
			const amount = amountText(value, resource);
			return { ...plain(context, value), ...(amount ? { detail: amount[language] } : {}), continues: true };
		});
	}
	const usual = defaultOf(place.struct, place.field.name, kind);
	const common = commonNumbers(place.field.name);
	const all = usual === undefined || common.some(({ text }) => text === usual) ? common : [{ text: usual }, ...common];
	return all.map(({ text, seconds }) => {
		const details = [
			seconds !== undefined && seconds >= 60 ? durationText(seconds, language) : '',
			text === usual ? (language === 'ko' ? '기본값' : 'default') : '',
		];
		const detail = details.filter(Boolean).join(' · ');
		return { ...plain(context, text), ...(detail ? { detail } : {}) };
	});
}

/** `$(`: the container's own variables. */
function afterDollar(context: Context, segments: readonly Segment[]): readonly Completion[] | undefined {
	const { spot, object, range, text } = context;
	const begun = /\$\((\w*)$/.exec(spot.writes.typed)?.[1];
	if (begun === undefined) return undefined;
	const at = range.end - (spot.to - (spot.from + spot.writes.typed.length));
	const isClosed = text.charAt(spot.from + spot.writes.typed.length) === ')';
	return variablesAt(object, segments).map((name, rank) => ({
		label: name,
		kind: 'reference',
		insert: escaped(`${name}${isClosed ? '' : ')'}`),
		range: { start: at - begun.length, end: at },
		rank,
	}));
}

function headValues(context: Context, segments: readonly Segment[]): readonly Completion[] {
	const written = (key: string): string | undefined => new RegExp(`^${key}:[ \\t]*["']?([\\w./]+)`, 'm').exec(context.text)?.[1];
	if (segments.length !== 1) return [];
	if (segments[0] === 'kind') {
		const version = written('apiVersion');
		const kinds = [...KINDS.filter(({ apiVersion }) => apiVersion === version), ...KINDS.filter(({ apiVersion }) => apiVersion !== version)];
		const items = kinds.map(
			({ kind, apiVersion }): Completion => ({ ...plain(context, kind), ...withVersion(context, apiVersion), detail: apiVersion, words: { kind } }),
		);
		return [...items, ...kindScaffolds(context)].map((item, rank) => ({ ...item, rank }));
	}
	if (segments[0] !== 'apiVersion') return [];
	const own = KINDS.find(({ kind }) => kind === written('kind'))?.apiVersion;
	const versions = [...new Set(KINDS.map(({ apiVersion }) => apiVersion))];
	return (own ? [own, ...versions.filter((one) => one !== own)] : versions).map((value, rank) => ({
		...plain(context, value),
		rank,
		detail: KINDS.filter(({ apiVersion }) => apiVersion === value)
			.map(({ kind }) => kind)
			.join(', '),
	}));
}

/** The apiVersion that a kind belongs to, in place of the one that stands at the top. */
function withVersion({ spot, text, range }: Context, apiVersion: string): { readonly also?: readonly Edit[] } {
	const [, head = '', quote = '', now] = /^(apiVersion:)[ \t]*(["']?)([\w./-]*)\2[ \t]*(?=\r?$|#)/m.exec(text) ?? [];
	if (now === undefined || now === apiVersion || spot.flow || spot.path.length > 0) return {};
	const from = range.start - spot.from;
	const start = from + text.search(/^apiVersion:/m) + head.length;
	const end = from + text.indexOf(now, start - from) + now.length + quote.length;
	return { also: [{ range: { start, end }, text: ` ${quote}${apiVersion}${quote}` }] };
}

/** Items the list has already. */
function itemsBeside({ spot, root }: Context): ReadonlySet<string> {
	const node = nodeAt(root, spot.path.slice(0, -1));
	const here = spot.path.at(-1);
	return new Set(node?.kind === 'list' ? node.items.flatMap(({ value }, i) => (i !== here && value?.kind === 'scalar' ? [value.text] : [])) : []);
}
