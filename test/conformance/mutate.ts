import { kindOf } from '../../server/src/schema/kinds';
import { type Field, NEWEST, structOf, type Type } from '../../server/src/schema/schema';
import type { Random } from './random';
import { apply, at, type Json, pointer, type Step } from './steps';

type Path = readonly (string | number)[];

/** Something in a manifest, and what the schema says of it. */
interface Spot {
	readonly path: Path;
	readonly value: Json;
	/** undefined in what no schema describes. */
	readonly type: Type | undefined;
}

/** Values that stand in other manifests, by the name of their field: what people copy from. */
export class Donors {
	private readonly values = new Map<string, Json[]>();

	constructor(manifests: readonly Json[]) {
		for (const manifest of manifests) {
			for (const { path, value } of spots(manifest)) {
				const key = path.at(-1);
				if (typeof key === 'string') this.values.set(key, [...(this.values.get(key) ?? []), value]);
			}
		}
	}

	of(key: string): readonly Json[] {
		return this.values.get(key) ?? [];
	}
}

/** The mistakes of one hand: one, sometimes two or three, each where the one before left the manifest. */
export function mutate(manifest: Json, random: Random, donors: Donors): Step[] {
	const steps: Step[] = [];
	const count = random.of([1, 1, 1, 1, 2, 2, 3]);
	for (let tries = 0; steps.length < count && tries < 50; tries++) {
		const current = apply(manifest, steps);
		const all = spots(current).filter(({ path }) => path.length > 0 && path[0] !== 'apiVersion' && path[0] !== 'kind');
		if (all.length === 0) break;
		const step = random.of(MISTAKES)(random.of(all), random, donors, current);
		if (step && JSON.stringify(apply(current, [step])) !== JSON.stringify(current)) steps.push(step);
	}
	return steps;
}

/** Everything in a manifest, with its type. */
function spots(manifest: Json): readonly Spot[] {
	const found: Spot[] = [];
	const visit = (value: Json, path: Path, type: Type | undefined): void => {
		found.push({ path, value, type });
		if (Array.isArray(value)) {
			for (const [i, item] of value.entries()) visit(item, [...path, i], type?.kind === 'list' ? type.of : undefined);
		} else if (typeof value === 'object' && value !== null) {
			for (const [key, child] of Object.entries(value)) visit(child, [...path, key], typeOfKey(type, key));
		}
	};
	visit(manifest, [], rootType(manifest));
	return found;
}

function typeOfKey(type: Type | undefined, key: string): Type | undefined {
	if (type?.kind === 'map') return type.of;
	return type?.kind === 'struct' ? structOf(type.name)?.get(key)?.type : undefined;
}

function rootType(manifest: Json): Type | undefined {
	const text = (key: string): string => String(at(manifest, `/${key}`) ?? '');
	const kind = kindOf(text('apiVersion'), text('kind'));
	return kind && { kind: 'struct', name: kind.kind };
}

type Mistake = (spot: Spot, random: Random, donors: Donors, manifest: Json) => Step | undefined;

const drop: Mistake = ({ path }) => ['drop', pointer(path)];
const setNull: Mistake = ({ path }) => ['set', pointer(path), null];
const wrap: Mistake = ({ path, value }, random) => ['set', pointer(path), random.chance(0.5) ? [value] : { [random.of(['name', 'value', 'key'])]: value }];

const unwrap: Mistake = ({ path, value }) => {
	if (typeof value !== 'object' || value === null) return undefined;
	const [first] = Object.values(value);
	return first === undefined ? undefined : ['set', pointer(path), first];
};

const retype: Mistake = ({ path, value, type }, random) => [
	'set',
	pointer(path),
	random.of<Json>(['', 'text', '8080', 0, 1, 1.5, true, [], {}, [value], String(value), anyValue(type, random, 0)]),
];

/** Another value of the right type. */
const another: Mistake = ({ path, type }, random) => type && ['set', pointer(path), anyValue(type, random, 0)];

const typo: Mistake = ({ path, value }, random) => {
	if (typeof value === 'number') return ['set', pointer(path), random.of([-value, value + 1, value * 10, 0, -1, 65536, 2147483647, 2147483648, 0.5])];
	return typeof value === 'string' ? ['set', pointer(path), misspelt(value, random)] : undefined;
};

const renameKey: Mistake = ({ path }, random) => {
	const key = path.at(-1);
	return typeof key === 'string' ? ['rename', pointer(path), misspelt(key, random)] : undefined;
};

const borrowValue: Mistake = ({ path }, random, donors) => {
	const values = donors.of(String(path.at(-1)));
	return values.length > 0 ? ['set', pointer(path), random.of(values)] : undefined;
};

/** A field that the type has and the manifest had not. */
const addField: Mistake = ({ path, value, type }, random, donors) => {
	if (type?.kind !== 'struct' || typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
	const absent = [...(structOf(type.name)?.values() ?? [])].filter(({ name, until }) => !(name in value) && until >= NEWEST);
	if (absent.length === 0) return undefined;
	const field = random.of(absent);
	const donated = donors.of(field.name);
	return ['set', pointer([...path, field.name]), donated.length > 0 && random.chance(0.6) ? random.of(donated) : fieldValue(field, random, 0)];
};

/** A field that belongs a level higher or lower. */
const misplace: Mistake = ({ path, value }, random) => {
	const key = path.at(-1);
	if (typeof key !== 'string' || path.length < 3) return undefined;
	const above = path.slice(0, random.of([-2, -2, -3]));
	return ['set', pointer([...above, key]), value];
};

const repeatItem: Mistake = ({ path, value }) =>
	Array.isArray(value) && value.length > 0 ? ['copy', pointer([...path, 0]), pointer([...path, '-'])] : undefined;

/** The values of two neighbours changed places. */
const swap: Mistake = ({ path, value }, random) => {
	if (typeof value !== 'object' || value === null) return undefined;
	const keys = Object.keys(value);
	return keys.length > 1 ? ['swap', pointer([...path, random.of(keys)]), pointer([...path, random.of(keys)])] : undefined;
};

const copyOver: Mistake = ({ path }, random, _donors, manifest) => {
	const key = path.at(-1);
	const twins = spots(manifest).filter((one) => one.path.at(-1) === key && pointer(one.path) !== pointer(path));
	return twins.length > 0 ? ['copy', pointer(random.of(twins).path), pointer(path)] : undefined;
};

const MISTAKES: readonly Mistake[] = [
	drop,
	drop,
	setNull,
	wrap,
	unwrap,
	retype,
	another,
	another,
	another,
	typo,
	typo,
	typo,
	renameKey,
	borrowValue,
	borrowValue,
	addField,
	addField,
	addField,
	addField,
	addField,
	misplace,
	repeatItem,
	swap,
	copyOver,
];

const ODD_TEXTS = [
	'',
	' ',
	'a',
	'A',
	'-a',
	'a-',
	'a_b',
	'a.b',
	'a b',
	'a/b',
	'/a',
	'../a',
	'x.example.com/a',
	'kubernetes.io/a',
	'0',
	'-1',
	'1e3',
	'true',
	'é',
	'$(A)',
	'a:b',
	'a,b',
	'127.0.0.1',
	'::1',
	'010.0.0.1',
	'64Ki',
	'100m',
	'0.5',
	'*',
	'A'.repeat(64),
	`${'a'.repeat(64)}`,
];

/** A text as hands write it that meant another. */
function misspelt(text: string, random: Random): string {
	const at = random.below(text.length + 1);
	return random.of<() => string>([
		() => text.slice(0, at) + text.slice(at + 1),
		() => text.slice(0, at) + (text[at] ?? 'x') + text.slice(at),
		() => text.toUpperCase(),
		() => text.toLowerCase(),
		() => text.slice(0, 1).toUpperCase() + text.slice(1),
		() => text.slice(0, 1).toLowerCase() + text.slice(1),
		() => `${text} `,
		() => (text.endsWith('s') ? text.slice(0, -1) : `${text}s`),
		() => text.slice(0, at) + random.of(['-', '_', '.', '/', ':', ' ', ',', '*']) + text.slice(at),
		() => random.of(ODD_TEXTS),
	])();
}

const QUANTITIES = ['0', '1', '100m', '1.5', '64Mi', '128M', '1Gi', '-1', '0.1m', '1e3', '2Ki', '500u', '1n', '12E', '1 Gi', '1GB', '100mb', ''];
const NUMBERS = [-2147483649, -1, 0, 1, 2, 10, 100, 1000, 65535, 65536, 100001, 2147483647, 2147483648, 9007199254740991];
const TEXTS = [
	'a',
	'web',
	'app',
	'data',
	'http',
	'tcp',
	'/data',
	'x/y',
	'kubernetes.io/hostname',
	'example.com/gpu',
	'10.0.0.1',
	'fd00::1',
	'Always',
	'nginx:1.27',
	'metadata.name',
	'limits.cpu',
	'50%',
	'25',
	'app=web',
	...ODD_TEXTS,
];

function anyValue(type: Type | undefined, random: Random, depth: number): Json {
	switch (type?.kind) {
		case 'boolean':
			return random.chance(0.5);
		case 'int32':
		case 'int64':
			return random.of(NUMBERS);
		case 'quantity':
			return random.of(QUANTITIES);
		case 'intOrString':
			return random.of<Json>(['http', '50%', '150%', 'x%', '80', ...NUMBERS]);
		case 'time':
			return random.of(['2024-01-01T00:00:00Z', '2024-01-01', 'now']);
		case 'list':
			return depth > 3 ? [] : Array.from({ length: random.of([0, 1, 1, 1, 2]) }, () => anyValue(type.of, random, depth + 1));
		case 'map':
			return depth > 3
				? {}
				: Object.fromEntries(
						Array.from({ length: random.of([0, 1, 1, 2]) }, () => [
							random.of(['a', 'app', 'cpu', 'memory', 'ephemeral-storage', 'hugepages-2Mi', 'example.com/gpu', 'x_', 'kubernetes.io/os']),
							anyValue(type.of, random, depth + 1),
						]),
					);
		case 'struct':
			return structValue(type.name, random, depth);
		default:
			return random.of(TEXTS);
	}
}

function structValue(name: string, random: Random, depth: number): Json {
	const fields = [...(structOf(name)?.values() ?? [])].filter(({ until }) => until >= NEWEST);
	const chosen = fields.filter((field) => (field.required ? random.chance(0.9) : depth < 3 && random.chance(Math.min(0.5, 2 / fields.length))));
	return Object.fromEntries(chosen.map((field) => [field.name, fieldValue(field, random, depth + 1)]));
}

function fieldValue(field: Field, random: Random, depth: number): Json {
	if (field.values && field.values.length > 0 && random.chance(0.85)) {
		const { value } = random.of(field.values);
		return field.type.kind === 'list' ? [value] : random.chance(0.1) ? misspelt(value, random) : value;
	}
	return anyValue(field.type, random, depth);
}
