import { valueWords } from '../../docs/values/values';
import type { Bilingual } from '../../protocol/text';
import { type Field, gateState, type Minor, NEWEST, OLDEST, type Type } from '../../schema/schema';

/** A type as people say it: `string`, `list of Container`, `quantity`. */
export function typeText(type: Type): Bilingual {
	switch (type.kind) {
		case 'list': {
			const of = typeText(type.of);
			return { en: `list of ${of.en}`, ko: `${of.ko} 목록` };
		}
		case 'map': {
			const of = typeText(type.of);
			return { en: `map of ${of.en}`, ko: `${of.ko} 맵` };
		}
		case 'struct':
			return { en: type.name, ko: type.name };
		case 'string':
			return { en: 'string', ko: '문자열' };
		case 'boolean':
			return { en: 'true or false', ko: 'true/false' };
		case 'int32':
		case 'int64':
			return { en: 'integer', ko: '정수' };
		case 'quantity':
			return { en: 'quantity', ko: '수량' };
		case 'intOrString':
			return { en: 'integer or string', ko: '정수 또는 문자열' };
		case 'time':
			return { en: 'time', ko: '시각' };
		case 'object':
			return { en: 'object', ko: '오브젝트' };
	}
}

/** Who writes a field: whoever writes the manifest, or the cluster (a status). */
export type Writer = 'author' | 'cluster';

export const writerOf = (segments: readonly unknown[]): Writer => (segments[0] === 'status' ? 'cluster' : 'author');

/** `string · required · since 1.34`: what the schema knows, in one line. */
export function factsLine(field: Field, writer: Writer, usual?: string): Bilingual {
	const facts: Bilingual[] = [typeText(field.type)];
	if (field.required && writer === 'author') facts.push({ en: 'required', ko: '필수' });
	if (usual !== undefined) facts.push({ en: `default \`${usual}\``, ko: `기본값 \`${usual}\`` });
	if (field.since > OLDEST) facts.push({ en: `since 1.${field.since}`, ko: `1.${field.since}부터` });
	if (field.until < NEWEST) facts.push({ en: `until 1.${field.until}`, ko: `1.${field.until}까지` });
	return { en: facts.map(({ en }) => en).join(' · '), ko: facts.map(({ ko }) => ko).join(' · ') };
}

/** The gate that guards a field and its state; nothing for one that is on for good. */
export function gateLine(field: Field, version: Minor): Bilingual | undefined {
	const state = field.gate === undefined ? undefined : gateState(field.gate, version);
	if (!state || state.stage === 'GA') return undefined;
	return {
		en: `Feature gate \`${field.gate}\`: ${state.stage} in 1.${version}, ${state.on ? 'on' : '**off**: the field is dropped'} by default.`,
		ko: `기능 게이트 \`${field.gate}\`: 1.${version}에서 ${state.stage}, 기본값은 ${state.on ? '켜짐' : '**꺼짐**(필드가 버려진다)'}.`,
	};
}

/** More than so many values are not read; the best known of them are. */
const MOST_VALUES = 20;
const BEST_KNOWN = 8;

/** The values a field takes, or shows where the cluster writes it. */
export function valuesLine(struct: string, field: Field, version: Minor, writer: Writer): Bilingual | undefined {
	const values = field.values?.filter(({ since }) => since <= version).map(({ value }) => value) ?? [];
	if (values.length === 0) return undefined;
	const list = values.length > MOST_VALUES ? [...bestKnown(struct, field, values), '…'].join(', ') : values.map(code).join(', ');
	if (!field.closed) return { en: `Known values: ${list}`, ko: `알려진 값: ${list}` };
	return { en: `Values: ${list}`, ko: writer === 'cluster' ? `나올 수 있는 값: ${list}` : `쓸 수 있는 값: ${list}` };
}

const code = (value: string): string => `\`${value}\``;

/** Our words begin with what people use. */
function bestKnown(struct: string, field: Field, values: readonly string[]): readonly string[] {
	const known = Object.keys(valueWords[`${struct}.${field.name}`] ?? {}).filter((value) => values.includes(value));
	return (known.length > 0 ? known : values).slice(0, BEST_KNOWN).map(code);
}

/** What the server fills in where the manifest is silent. */
export function defaultLine(value: unknown, isWritten: boolean): Bilingual | undefined {
	if (isWritten || value === undefined || (typeof value === 'object' && Object.keys(value ?? {}).length === 0)) return undefined;
	const text = `\`${JSON.stringify(value)}\``;
	if (text.length > 60) return undefined;
	return { en: `Left out here: the server fills in ${text}.`, ko: `여기서는 적지 않았다. 서버가 채우는 값: ${text}` };
}

/** What the server adds to a map that is written in part. */
export function filledLine(value: unknown, written: ReadonlySet<string>): Bilingual | undefined {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
	const added = Object.entries(value).filter(
		([key, one]) => !written.has(key) && (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean') && one !== '',
	);
	if (added.length === 0 || added.length > 6) return undefined;
	const list = added.map(([key, one]) => `\`${key}: ${String(one)}\``).join(', ');
	return { en: `The server adds ${list}.`, ko: `서버가 채워 넣는 값: ${list}` };
}
