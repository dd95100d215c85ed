import { hasField } from '../../schema/embedding';
import type { Segment } from '../../schema/field-path';
import { type Field, structOf, type Type } from '../../schema/schema';
import { quoted, scalarText } from '../../yaml/write';
import { wayInPart } from '../embedded';
import { factsLine } from '../hover/facts';
import { REFERENCES } from '../navigate/naming';
import { labelPairs } from '../navigate/references';
import { isKnown, placeOf } from '../place';
import type { Completion, Context } from './context';
import { escaped, written } from './insert';
import { withOwnPort } from './own-port';
import { type HabitTable, habits, likelihoods } from './rank-fields';
import { firstStop, flowShapeOf, itemShapeOf, type Style, shapeOf, styleOf } from './shapes';
import { mapKeys, suggestedValues } from './well-known';

/** The fields of a struct, or the keys of a map, that are not there yet. */
export function keysAt(context: Context, type: Type): readonly Completion[] {
	if (type.kind === 'map') return keysOfMap(context);
	return type.kind === 'struct' ? fieldsOf(context, type.name, '') : [];
}

/** The first item of a list, or the next one. */
export function newItem(context: Context, of: Type): readonly Completion[] {
	const { spot, range, text } = context;
	// Keys that stand where a dash should are no list, nor is the one that is being changed.
	if (spot.above.length + spot.below.length > 0 || (spot.writes.what === 'key' && spot.writes.colonFollows)) return [];
	if (of.kind === 'struct') {
		const items = fieldsOf(context, of.name, '- ');
		const whole = itemShapeOf(of.name, spot.column + 2, styleOf(text));
		return whole ? [{ label: `- ${of.name}`, kind: 'snippet', insert: `- ${whole}`, range, rank: 0, filter: `- ${whole.split(':')[0]}` }, ...items] : items;
	}
	return [{ label: '-', kind: 'snippet', insert: '- $0', range, rank: 0, again: true }];
}

function fieldsOf(context: Context, struct: string, dash: string): readonly Completion[] {
	const { spot, settings, kind = '', path, text } = context;
	const fields = [...(structOf(struct)?.values() ?? [])].filter(
		(field) =>
			isKnown(field, settings.version) &&
			!spot.above.includes(field.name) &&
			!spot.below.includes(field.name) &&
			isHad(context, dash ? [...path, 0, field.name] : [...path, field.name]),
	);
	const under = String(path.findLast((segment) => typeof segment === 'string') ?? '');
	const there = dash ? [] : spot.above;
	const order = new Map(ordered(fields, struct, under, there, dash ? [] : spot.below).map((field, i) => [field.name, i + 1]));
	const isTop = path.length === 0 && struct === kind;
	const style = styleOf(text);
	return fields.map((field) => ({
		label: field.name,
		kind: 'field',
		...written(context, dash, field.name, shapeIn(context, struct, field, dash, style)),
		...(RETIRED.has(`${struct}.${field.name}`) ? { isRetired: true } : {}),
		rank: (order.get(field.name) ?? 0) + (isTop && field.name === 'status' ? 1000 : 0),
		detail: factsLine(field, 'author')[settings.language === 'en' ? 'en' : 'ko'],
		again: goesOn(struct, field, spot.flow),
		words: { struct, field: field.name, under },
	}));
}

const RETIRED_VOLUMES =
	'awsElasticBlockStore azureDisk azureFile cephfs cinder flexVolume flocker gcePersistentDisk gitRepo glusterfs photonPersistentDisk portworxVolume quobyte rbd scaleIO storageos vsphereVolume';
/** Fields that Kubernetes calls deprecated, however many still write them. */
const RETIRED: ReadonlySet<string> = new Set([
	'LifecycleHandler.tcpSocket',
	'PodSpec.serviceAccount',
	...RETIRED_VOLUMES.split(' ').map((name) => `Volume.${name}`),
]);

/** What the cluster writes: it stands in manifests that were taken from one, and nobody writes it. */
const OF_THE_CLUSTER: ReadonlySet<string> = new Set(
	'creationTimestamp deletionGracePeriodSeconds deletionTimestamp generation managedFields resourceVersion selfLink uid'
		.split(' ')
		.map((name) => `ObjectMeta.${name}`),
);

/** Most wanted first: required ones get a head start on what people write; what is retired, and what nobody writes, come last. */
export function ordered(
	fields: readonly Field[],
	struct: string,
	under: string,
	above: readonly string[],
	below: readonly string[],
	table: HabitTable = habits(),
): readonly Field[] {
	const likely = likelihoods(
		table,
		{ struct, under },
		above,
		below,
		fields.map((field) => field.name),
	);
	const isLast = (name: string): boolean => RETIRED.has(`${struct}.${name}`) || OF_THE_CLUSTER.has(`${struct}.${name}`);
	const score = ({ name, required }: Field): number => (likely.get(name) ?? 0) + (required ? 2 : 0) - (isLast(name) ? 20 : 0);
	return [...fields].sort((a, b) => score(b) - score(a) || (a.name < b.name ? -1 : 1));
}

/** What follows the key: a shape, or nothing where the colon is there already. */
function shapeIn(context: Context, struct: string, field: Field, dash: string, style: Style): string {
	const { spot } = context;
	if (spot.flow) return flowShapeOf(field, spot.quote === '"');
	const shape = shapeOf(struct, field, spot.column + dash.length, style).slice(field.name.length);
	return struct === 'Container' ? withOwnPort(shape, context) : shape;
}

/** Whether there is something to offer where the cursor stands once the field is accepted. */
function goesOn(struct: string, field: Field, flow: boolean): boolean {
	if (field.type.kind === 'string') return true;
	if (flow) return wantsValue(struct, field) || field.type.kind === 'struct';
	const first = firstStop(struct, field);
	return first !== undefined && (!first.field || wantsValue(first.struct, first.field));
}

function wantsValue(struct: string, { name, type, values }: Field): boolean {
	if (type.kind === 'map') return mapKeys(struct, name, [name]).length > 0;
	const hasNames = REFERENCES[`${struct}.${name}`] !== undefined || suggestedValues(struct, name, []).length > 0;
	return values !== undefined || hasNames || type.kind === 'boolean' || type.kind === 'quantity';
}

function keysOfMap(context: Context): readonly Completion[] {
	const { kind = '', path, spot, object } = context;
	const place = placeOf(kind, path);
	if (!place) return [];
	const there = new Set([...spot.above, ...spot.below]);
	const pairs = labelPairs(object, kind, path);
	const known = mapKeys(place.struct, place.field.name, path);
	const text = (value: string): string => (spot.quote === '"' && spot.flow ? quoted(value) : scalarText(value, spot.flow ? 'flow' : 'block'));
	const items = [
		...pairs.map(([key, value]) => ({ key, rest: `: ${escaped(text(value))}`, of: 'reference' as const })),
		...known.filter((key) => !pairs.some(([name]) => name === key)).map((key) => ({ key, rest: ': ', of: 'value' as const })),
	];
	return items
		.filter(({ key }) => !there.has(key))
		.map(({ key, rest, of }, rank) => ({
			label: key,
			kind: of,
			...written(context, '', spot.quote ? key : scalarText(key, 'key'), rest),
			rank,
			again: of === 'value',
			words: { value: key, struct: place.struct, field: place.field.name, isKey: true },
			...(of === 'reference' ? { detail: rest.slice(2) } : {}),
		}));
}

/** The first words of a manifest. */
export function headKeys(context: Context): readonly Completion[] {
	const { spot, text, path } = context;
	if (path.length > 0) return [];
	const pad = ' '.repeat(spot.column + styleOf(text).map);
	return ['apiVersion', 'kind', 'metadata', 'spec']
		.filter((key) => !spot.above.includes(key) && !spot.below.includes(key))
		.map((key, rank) => ({
			label: key,
			kind: 'field',
			...written(context, '', key, spot.flow ? ': $0' : key === 'metadata' ? `:\n${pad}name: $0` : key === 'spec' ? `:\n${pad}$0` : ': $0'),
			rank,
			again: true,
			words: { struct: 'Pod', field: key, under: '' },
		}));
}

/** Whether a pod of another kind has the field too. */
function isHad({ embedded }: Context, path: readonly Segment[]): boolean {
	return !embedded || hasField(embedded.part, wayInPart(embedded.part, embedded.frame, path) ?? '');
}
