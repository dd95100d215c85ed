import { type Slip, slips } from '../../docs/slips';
import type { Words } from '../../docs/words';
import { locate, pathAt } from '../../manifest/locate';
import type { Manifest } from '../../manifest/read';
import type { Segment } from '../../schema/field-path';
import { nearest } from '../../schema/nearest';
import { type Field, fieldOf, isFieldSomewhere, type Minor, structOf, type Type } from '../../schema/schema';
import type { MapNode, Node, Range } from '../../yaml/node';
import { likewise } from '../../yaml/text-edit';
import { particle } from '../particle';
import { type Answer, changeTo, removal } from './answer';
import { belongsAt, isAbove, isWritten, pathBelow } from './belongs';

/** A key that is no field, where it stands. */
interface Unknown {
	readonly key: string;
	readonly range: Range;
	readonly struct: string;
	readonly segments: readonly Segment[];
	readonly value: Node | undefined;
	/** The fields that are not written beside it. */
	readonly absent: readonly Field[];
	readonly manifest: Manifest;
	readonly version: Minor;
}

/** What was meant by a key that is no field, the surest first; nothing where nobody knows. */
export function ofUnknownField({ range }: { readonly range: Range }, struct: string, key: string, manifest: Manifest, version: Minor): Answer {
	const later = structOf(struct)?.get(key);
	if (later && later.since > version) return { why: sinceLater(later.since, version) };
	const segments = pathAt(manifest.node, range.start)?.segments ?? [];
	const map = locate(manifest.node, segments.slice(0, -1)).value;
	const entries = map?.kind === 'map' ? map.entries : [];
	const present = new Set(entries.map((entry) => entry.key.text));
	const known = [...(structOf(struct)?.values() ?? [])].filter(({ name }) => fieldOf(struct, name, version));
	const slip = known.find(({ name }) => name.toLowerCase() === key.toLowerCase());
	if (slip && present.has(slip.name)) return alreadyHere(slip.name, segments, range, manifest);
	const value = entries.find((entry) => entry.key.range.start === range.start)?.value;
	const absent = known.filter(({ name }) => !present.has(name));
	const unknown: Unknown = { key, range, struct, segments, value, absent, manifest, version };
	if (slip) return misspelt(unknown, slip.name);
	return known.length > 0
		? (ofSlip(unknown) ??
				ofMapKey(unknown, map) ??
				ofLetters(unknown, 1) ??
				ofWord(unknown) ??
				ofPlace(unknown, 1) ??
				ofLetters(unknown) ??
				ofPlace(unknown, 4) ??
				{})
		: {};
}

const sinceLater = (since: Minor, version: Minor): Words => ({
	en: `Kubernetes has this field since 1.${since}; you look at 1.${version}.`,
	ko: `이 필드는 쿠버네티스 1.${since}부터 있다. 지금 보고 있는 버전은 1.${version}이다.`,
});

function alreadyHere(name: string, segments: readonly Segment[], range: Range, manifest: Manifest): Answer {
	const edit = removal(manifest, segments.slice(0, -1), range);
	return {
		why: {
			en: `\`${name}\` is written here already; in other letters it is no field. Remove this one.`,
			ko: `\`${name}\`${particle(name, '이/가')} 이미 여기 있다. 대소문자가 다르면 없는 필드이니 지운다.`,
		},
		...(edit ? { fix: { title: { en: 'Remove it', ko: '지우기' }, edit } } : {}),
	};
}

function misspelt({ range, manifest }: Unknown, meant: string): Answer {
	return {
		why: {
			en: `Did you mean \`${meant}\`? Field names are exact, upper and lower case included.`,
			ko: `\`${meant}\`${particle(meant, '을/를')} 쓰려던 것일까? 필드 이름은 대소문자까지 정확해야 한다.`,
		},
		fix: { title: changeTo(meant), edit: { range, text: likewise(meant, range, manifest.document.text) } },
	};
}

/** A word of Compose, or one that people often write there. */
function ofSlip(unknown: Unknown): Answer | undefined {
	const { key, struct, range } = unknown;
	const table = Object.hasOwn(slips, struct) ? slips[struct] : undefined;
	const slip: Slip | undefined = table && Object.hasOwn(table, key) ? table[key] : undefined;
	if (!slip) return undefined;
	const places = placesOf(unknown, slip);
	const place = places.find((segments) => !isWritten(unknown.manifest, segments));
	const more = slip.en === undefined || slip.ko === undefined ? undefined : { en: slip.en, ko: slip.ko };
	// What it stands for is there already, and nothing else is meant.
	if (!place) return places.length === 0 && more ? { why: more } : {};
	const beside = place.length === unknown.segments.length && place.slice(0, -1).join() === unknown.segments.slice(0, -1).join();
	const name = beside ? String(place.at(-1)) : pathBelow(place);
	const field = unknown.absent.find((one) => beside && one.name === name);
	const why = joined(calledSo(name), more);
	return field && mayBe(unknown.value, field.type)
		? { why, fix: { title: changeTo(name), edit: { range, text: likewise(name, range, unknown.manifest.document.text) } } }
		: { why };
}

/** Where what is written in another system's words belongs, the likeliest first. */
export function slipHomes(segments: readonly Segment[], struct: string, manifest: Manifest): readonly (readonly Segment[])[] {
	const table = Object.hasOwn(slips, struct) ? slips[struct] : undefined;
	const key = String(segments.at(-1));
	const slip = table && Object.hasOwn(table, key) ? table[key] : undefined;
	return slip ? placesOf({ segments, manifest }, slip) : [];
}

const placesOf = (where: Pick<Unknown, 'segments' | 'manifest'>, { to }: Slip): readonly (readonly Segment[])[] => (to ?? []).map((one) => placeOf(where, one));

const calledSo = (name: string): Words => ({ en: `In Kubernetes this is \`${name}\`.`, ko: `쿠버네티스에서는 \`${name}\`에 적는다.` });

const joined = (one: Words, other: Words | undefined): Words => (other ? { en: `${one.en} ${other.en}`, ko: `${one.ko} ${other.ko}` } : one);

/** `pod:a.b` is of the pod, `container:a.b` of the container it stands in, or of any. */
function placeOf({ segments, manifest }: Pick<Unknown, 'segments' | 'manifest'>, to: string): readonly Segment[] {
	const [, owner, way = ''] = /^(?:(pod|container):)?(.*)$/.exec(to) ?? [];
	const steps = way.split('.');
	const pod = [...manifest.kind.template, 'spec'];
	if (owner === 'pod') return [...pod, ...steps];
	if (owner === undefined) return [...segments.slice(0, -1), ...steps];
	const isInContainer = /^(?:init|ephemeral)?containers$/i.test(String(segments[pod.length])) && typeof segments[pod.length + 1] === 'number';
	return isInContainer ? [...segments.slice(0, pod.length + 2), ...steps] : [...pod, 'containers[]', ...steps];
}

/** Keys of one's own choice, written where the fields of an object stand. */
function ofMapKey({ key, struct, value }: Unknown, map: Node | undefined): Answer | undefined {
	if (value?.kind !== 'scalar') return undefined;
	const text = value.text.length <= 40 ? value.text : '…';
	if (struct === 'LabelSelector')
		return {
			why: {
				en: `Labels to look for stand under \`matchLabels\`: \`matchLabels: {${key}: ${text}}\`.`,
				ko: `찾을 레이블은 \`matchLabels\` 아래에 적는다. 예: \`matchLabels: {${key}: ${text}}\`.`,
			},
		};
	if (struct === 'ResourceRequirements' && /\/|^hugepages-/.test(key))
		return {
			why: {
				en: `Amounts stand under \`limits\` and \`requests\`: \`limits: {${key}: ${text}}\`.`,
				ko: `자원의 양은 \`limits\`와 \`requests\` 아래에 적는다. 예: \`limits: {${key}: ${text}}\`.`,
			},
		};
	if (struct === 'ObjectMeta' && key.includes('/'))
		return {
			why: {
				en: `It is a label or an annotation: write it under \`labels\` or \`annotations\`.`,
				ko: '레이블이나 어노테이션이다. `labels`나 `annotations` 아래에 적는다.',
			},
		};
	if (struct !== 'EnvVar' || !/^[A-Z][A-Z0-9_]*$/.test(key) || hasAny(map, ['name', 'value', 'valueFrom'])) return undefined;
	return {
		why: { en: `A variable is \`name: ${key}\` with \`value: ${text}\` below.`, ko: `변수는 \`name: ${key}\`와 그 아래 \`value: ${text}\`로 적는다.` },
	};
}

const hasAny = (map: Node | undefined, keys: readonly string[]): boolean =>
	(map as MapNode | undefined)?.entries.some(({ key }) => keys.includes(key.text)) ?? false;

/** `name` where the field is called `secretName`, `liveness` where it is `livenessProbe`: the one name that has the word, or the one that must be there. */
function ofWord(unknown: Unknown): Answer | undefined {
	const { key, absent, value, manifest, segments } = unknown;
	if (isAbove(manifest, segments)) return undefined;
	const capital = `${key.charAt(0).toUpperCase()}${key.slice(1)}`;
	const named = absent.filter(
		({ name, type }) => mayBe(value, type) && (name.endsWith(capital) || (name.startsWith(key) && /^[A-Z]/.test(name.slice(key.length)))),
	);
	const [only, ...others] = named.length > 1 ? named.filter(({ required }) => required) : named;
	return only && others.length === 0 ? misspelt(unknown, only.name) : undefined;
}

/** A field that is at home some steps away. */
function ofPlace({ manifest, segments, version }: Unknown, most: number): Answer | undefined {
	const place = belongsAt(manifest, segments, version, most);
	return place === undefined
		? undefined
		: { why: { en: `The field does not belong here, but at \`${place}\`.`, ko: `이 자리의 필드가 아니다. \`${place}\`에 적는다.` } };
}

/** A field of almost the same letters. What is a field elsewhere was hardly misspelt by more than one. */
function ofLetters(unknown: Unknown, distance?: number): Answer | undefined {
	const { key, absent, value } = unknown;
	const most = isFieldSomewhere(key) ? 1 : distance;
	const fitting = absent.filter(({ type }) => mayBe(value, type));
	const [near, far] = [fitting, absent].map((fields) =>
		nearest(
			key,
			fields.map(({ name }) => name),
			most,
		),
	);
	const meant = near ?? far;
	return meant === undefined ? undefined : misspelt(unknown, meant);
}

/** Whether a value may be of a type, going by its shape alone. */
function mayBe(value: Node | undefined, type: Type | undefined): boolean {
	if (!value || !type) return true;
	const shape = type.kind === 'list' ? 'list' : ['map', 'struct', 'object'].includes(type.kind) ? 'map' : 'scalar';
	return value.kind === shape;
}
