import type { Words } from '../../docs/words';
import type { DecodeFault } from '../../manifest/decode';
import { locate, pathAt } from '../../manifest/locate';
import type { Manifest } from '../../manifest/read';
import type { Segment } from '../../schema/field-path';
import { nearest } from '../../schema/nearest';
import { fieldOf, type Minor, structOf, type Type } from '../../schema/schema';
import { type Edit, removeEntry } from '../../yaml/edit';
import type { Node, Range } from '../../yaml/node';
import { resolve } from '../../yaml/scalar';
import { particle } from '../particle';
import { type Place, placeOf } from '../place';
import { belongsAt } from './belongs';
import type { Fix } from './repair';
import { retyped } from './retype';

/** What we add to a fault of a manifest's shape: why, where the code's own words say too little, and what would mend it. */
export interface Answer {
	readonly why?: Words;
	readonly fix?: Fix;
}

export function answerTo(fault: DecodeFault, manifest: Manifest, version: Minor): Answer {
	switch (fault.code) {
		case 'decode/unknown-field':
			return fault.struct && fault.key ? ofUnknownField(fault, fault.struct, fault.key, manifest, version) : {};
		case 'decode/repeated-key':
			return ofRepeatedKey(fault, manifest);
		case 'decode/type':
		case 'decode/quantity':
			return ofWrongType(fault, manifest);
		default:
			return {};
	}
}

function ofUnknownField({ range }: DecodeFault, struct: string, key: string, manifest: Manifest, version: Minor): Answer {
	const later = structOf(struct)?.get(key);
	if (later && later.since > version) {
		return {
			why: {
				en: `Kubernetes has this field since 1.${later.since}; you look at 1.${version}.`,
				ko: `이 필드는 쿠버네티스 1.${later.since}부터 있다. 지금 보고 있는 버전은 1.${version}이다.`,
			},
		};
	}
	const segments = pathAt(manifest.node, range.start)?.segments ?? [];
	const known = [...(structOf(struct)?.keys() ?? [])].filter((name) => fieldOf(struct, name, version));
	const map = locate(manifest.node, segments.slice(0, -1)).value;
	const present = keysOf(map);
	const slip = known.find((name) => name.toLowerCase() === key.toLowerCase());
	if (slip && present.has(slip)) return alreadyHere(slip, map, range, manifest);
	const near = slip ? undefined : belongsAt(manifest, segments, version, 1);
	// A field that is there already was not meant.
	const absent = known.filter((name) => !present.has(name));
	const written = map?.kind === 'map' ? map.entries.find((entry) => entry.key.range.start === range.start)?.value : undefined;
	const fitting = absent.filter((name) => mayBe(written, structOf(struct)?.get(name)?.type));
	const meant = near ? undefined : (nearest(key, fitting) ?? nearest(key, absent) ?? longer(key, fitting));
	if (meant) return { why: didYouMean(meant), fix: { title: changeTo(meant), edit: { range, text: meant } } };
	const place = near ?? belongsAt(manifest, segments, version, 4);
	return place ? { why: { en: `The field does not belong here, but at \`${place}\`.`, ko: `이 자리의 필드가 아니다. \`${place}\`에 적는다.` } } : {};
}

/** `name` where the field is called `secretName`: the one name that ends with the word. */
function longer(key: string, names: readonly string[]): string | undefined {
	const [name, ...others] = names.filter((one) => one.endsWith(`${key.charAt(0).toUpperCase()}${key.slice(1)}`));
	return others.length === 0 ? name : undefined;
}

const didYouMean = (meant: string): Words => ({
	en: `Did you mean \`${meant}\`? Field names are exact, upper and lower case included.`,
	ko: `\`${meant}\`${particle(meant, '을/를')} 쓰려던 것일까? 필드 이름은 대소문자까지 정확해야 한다.`,
});

const changeTo = (text: string): Words => ({ en: `Change to ${text}`, ko: `${text}${particle(text, '으로/로')} 바꾸기` });

function alreadyHere(name: string, map: Node | undefined, range: Range, manifest: Manifest): Answer {
	const edit = removal(map, range, manifest);
	return {
		why: {
			en: `\`${name}\` is written here already; in other letters it is no field. Remove this one.`,
			ko: `\`${name}\`${particle(name, '이/가')} 이미 여기 있다. 대소문자가 다르면 없는 필드이니 지운다.`,
		},
		...(edit ? { fix: { title: { en: 'Remove it', ko: '지우기' }, edit } } : {}),
	};
}

/** Whether a value may be of a type, going by its shape alone. */
function mayBe(value: Node | undefined, type: Type | undefined): boolean {
	if (!value || !type) return true;
	const shape = type.kind === 'list' ? 'list' : ['map', 'struct', 'object'].includes(type.kind) ? 'map' : 'scalar';
	return value.kind === shape;
}

const keysOf = (node: Node | undefined): ReadonlySet<string> => new Set(node?.kind === 'map' ? node.entries.map(({ key }) => key.text) : []);

/** All but the last of the same keys are lost, so they may go. */
function ofRepeatedKey({ range, others = [] }: DecodeFault, manifest: Manifest): Answer {
	if (others.every((other) => other.start < range.start)) return {};
	const segments = pathAt(manifest.node, range.start)?.segments ?? [];
	const edit = removal(locate(manifest.node, segments.slice(0, -1)).value, range, manifest);
	return edit ? { fix: { title: { en: 'Remove this one, which is lost anyway', ko: '어차피 버려지는 이 줄 지우기' }, edit } } : {};
}

/** Takes away the entry whose key stands there. */
function removal(map: Node | undefined, key: Range, manifest: Manifest): Edit | undefined {
	if (map?.kind !== 'map') return undefined;
	const entry = map.entries.find((one) => one.key.range.start === key.start);
	return entry && removeEntry(manifest.document.text, map, entry);
}

function ofWrongType({ code, range }: DecodeFault, manifest: Manifest): Answer {
	const found = nodeAt(manifest, range);
	if (!found) return {};
	const { node, place } = found;
	const edit = retyped(node, place, manifest.document.text);
	return { ...(code === 'decode/type' ? { why: wanted(node, place) } : {}), ...(edit ? { fix: { title: titleOf(edit), edit } } : {}) };
}

/** The value written at a range, and what the schema wants there. */
function nodeAt(manifest: Manifest, range: Range): { readonly node: Node; readonly place: Place } | undefined {
	const segments: readonly Segment[] = pathAt(manifest.node, range.start)?.segments ?? [];
	for (let length = segments.length; length > 0; length--) {
		const path = segments.slice(0, length);
		const { value, exact } = locate(manifest.node, path);
		if (!exact || value?.range.start !== range.start || value.range.end !== range.end) continue;
		const place = placeOf(manifest.kind.kind, path);
		return place && { node: value, place };
	}
	return undefined;
}

function titleOf({ text }: Edit): Words {
	if (!text.includes('\n')) return changeTo(text.trim());
	return text.startsWith('- ') ? { en: 'Make it a list', ko: '목록으로 바꾸기' } : { en: 'Make it keys with values', ko: '키와 값으로 바꾸기' };
}

const WANTED: Readonly<Record<string, Words>> = {
	string: { en: 'text', ko: '문자열' },
	boolean: { en: '`true` or `false`', ko: '`true`나 `false`' },
	int32: { en: 'a whole number', ko: '정수' },
	int64: { en: 'a whole number', ko: '정수' },
	intOrString: { en: 'a whole number or text', ko: '정수나 문자열' },
	list: { en: 'a list (`- …`)', ko: '목록(`- …`)' },
	map: { en: 'keys with values', ko: '키와 값' },
	object: { en: 'keys with values', ko: '키와 값' },
	struct: { en: 'fields of its own (`key: value`)', ko: '하위 필드' },
};

const WRITTEN: Readonly<Record<string, Words>> = {
	string: { en: 'text', ko: '문자열' },
	number: { en: 'a number', ko: '숫자' },
	boolean: { en: 'true or false', ko: '참/거짓' },
	map: { en: 'keys with values', ko: '키와 값' },
	list: { en: 'a list', ko: '목록' },
};

function wanted(node: Node, { type }: Place): Words {
	const to = WANTED[type.kind] ?? { en: 'another type', ko: '다른 타입' };
	const from = WRITTEN[node.kind === 'scalar' ? resolve(node).kind : node.kind] ?? { en: 'something else', ko: '다른 값' };
	const hint = hintOf(node, type.kind);
	return {
		en: `This takes ${to.en}; what stands here is ${from.en}.${hint.en}`,
		ko: `${to.ko}${particle(to.ko, '을/를')} 적는 자리에 ${from.ko}${particle(from.ko, '이/가')} 있다.${hint.ko}`,
	};
}

function hintOf(node: Node, type: string): Words {
	if (node.kind !== 'scalar') return { en: '', ko: '' };
	const { text, style } = node;
	const isOddBoolean = resolve(node).kind === 'boolean' && !/^(true|false)$/i.test(text);
	const reading = isOddBoolean ? { en: ` YAML reads \`${text}\` so.`, ko: ` YAML은 \`${text}\`${particle(text, '을/를')} 그렇게 읽는다.` } : { en: '', ko: '' };
	if (type === 'string') return { en: `${reading.en} Put it in quotes.`, ko: `${reading.ko} 따옴표로 감싼다.` };
	const isNumber = type === 'int32' || type === 'int64';
	if (isNumber && /^[A-Za-z_]/.test(text) && !isOddBoolean) return { en: ' Write the number, not a name.', ko: ' 이름이 아니라 번호를 적는다.' };
	if (style === 'quoted' && type !== 'list') return { en: ' Take the quotes off.', ko: ' 따옴표를 뺀다.' };
	return reading;
}
