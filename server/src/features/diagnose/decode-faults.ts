import { shortForms } from '../../docs/slips';
import type { Words } from '../../docs/words';
import type { DecodeFault } from '../../manifest/decode-faults';
import { locate, pathAt } from '../../manifest/locate';
import type { Manifest } from '../../manifest/read';
import type { Minor } from '../../schema/schema';
import type { Node, Range } from '../../yaml/node';
import { resolve } from '../../yaml/scalar';
import type { Edit } from '../../yaml/text-edit';
import { particle } from '../particle';
import { type Place, placeOf } from '../place';
import { parted } from '../repair/dash';
import { slippedOut } from '../repair/slipped';
import { type Answer, changeTo, removal } from './answer';
import { retyped } from './retype';
import { ofUnknownField } from './unknown-field';
import { valueWrittenAt } from './written-at';

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

/** One of the same keys may have slipped out of the key above it. Else all but the last are lost, so they may go. */
function ofRepeatedKey({ range, others = [] }: DecodeFault, manifest: Manifest): Answer {
	const owner = (pathAt(manifest.node, range.start)?.segments ?? []).slice(0, -1);
	const [slipped] = [range, ...others].flatMap(({ start }) => slippedOut(manifest, owner, start) ?? []);
	if (slipped) return { fix: slipped };
	const part = parted(manifest, owner);
	if (part) return { fix: part };
	if (others.every((other) => other.start < range.start)) return {};
	const edit = removal(manifest, owner, range);
	return edit ? { fix: { title: { en: 'Remove this one, which is lost anyway', ko: '어차피 버려지는 이 줄 지우기' }, edit } } : {};
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
	const path = valueWrittenAt(manifest.node, range);
	const node = path && locate(manifest.node, path).value;
	const place = path && placeOf(manifest.kind.kind, path);
	return node && place && { node, place };
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
	const form = shortForm(node, type);
	const hint = form ? { en: ` ${form.en}`, ko: ` ${form.ko}` } : hintOf(node, type.kind);
	return {
		en: `This takes ${to.en}; what stands here is ${from.en}.${hint.en}`,
		ko: `${to.ko}${particle(to.ko, '을/를')} 적는 자리에 ${from.ko}${particle(from.ko, '이/가')} 있다.${hint.ko}`,
	};
}

/** How an object is written that stands in one word or in a line. */
function shortForm(node: Node, type: Place['type']): Words | undefined {
	const wanted = type.kind === 'list' ? type.of : type;
	return node.kind === 'scalar' && wanted.kind === 'struct' && Object.hasOwn(shortForms, wanted.name) ? shortForms[wanted.name] : undefined;
}

function hintOf(node: Node, type: string): Words {
	if (node.kind !== 'scalar' || type === 'struct') return { en: '', ko: '' };
	const { text, style } = node;
	const isOddBoolean = resolve(node).kind === 'boolean' && !/^(true|false)$/i.test(text);
	const reading = isOddBoolean ? { en: ` YAML reads \`${text}\` so.`, ko: ` YAML은 \`${text}\`${particle(text, '을/를')} 그렇게 읽는다.` } : { en: '', ko: '' };
	if (type === 'string') return { en: `${reading.en} Put it in quotes.`, ko: `${reading.ko} 따옴표로 감싼다.` };
	const isNumber = type === 'int32' || type === 'int64';
	if (isNumber && /^[A-Za-z_]/.test(text) && !isOddBoolean) return { en: ' Write the number, not a name.', ko: ' 이름이 아니라 번호를 적는다.' };
	if (style === 'quoted' && type !== 'list') return { en: ' Take the quotes off.', ko: ' 따옴표를 뺀다.' };
	return reading;
}
