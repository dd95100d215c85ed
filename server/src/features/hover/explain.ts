import { kindWords } from '../../docs/types';
import type { Words } from '../../docs/words';
import type { Bilingual } from '../../protocol/text';
import { KINDS, type Kind, kindCalled } from '../../schema/kinds';
import { nearest } from '../../schema/nearest';
import { type Field, type Minor, structOf, structWithin } from '../../schema/schema';
import { docsLink } from '../links';
import { particle } from '../particle';
import { isKnown } from '../place';
import { wordsOf } from '../words-of';
import { defaultOf } from './default-values';
import { factsLine, gateLine, typeText, valuesLine, type Writer, writerOf } from './facts';

/** A field, or a whole kind, with the fields below it. */
export interface Explained {
	readonly kind: Kind;
	/** `spec.containers.livenessProbe`; '' for the kind itself. */
	readonly path: string;
	readonly type: Bilingual;
	readonly words?: Words;
	readonly more?: Words;
	readonly example?: string;
	readonly link?: Bilingual;
	/** What the schema knows, a line each. */
	readonly facts: readonly Bilingual[];
	readonly fields: readonly ExplainedField[];
}

export interface ExplainedField {
	readonly name: string;
	readonly type: Bilingual;
	readonly required: boolean;
	/** The first sentence of its words. */
	readonly first: Bilingual;
	/** What lies below it, where everything is asked for. */
	readonly fields: readonly ExplainedField[];
}

/** `pod.spec.containers`, with or without its kind (a Pod then), indexes ignored; or what is wrong with the path. */
export function explain(path: string, version: Minor, isRecursive: boolean): Explained | { readonly fault: Bilingual } {
	const [head = '', ...tail] = path.replace(/\[[^\]]*\]/g, '').split('.');
	if ([head, ...tail].includes('')) return { fault: { en: `"${path}" has a dot without a name beside it.`, ko: `"${path}"에 이름 없이 점만 있는 곳이 있다.` } };
	const named = kindCalled(head);
	const kind = named ?? KINDS.find((one) => one.kind === 'Pod');
	if (!kind) return { fault: { en: 'There is no kind to explain.', ko: '설명할 종류가 없다.' } };
	const steps = named ? tail : [head, ...tail];
	let struct: string | undefined = kind.kind;
	let under = '';
	let last: { readonly struct: string; readonly field: Field; readonly under: string } | undefined;
	for (const [i, step] of steps.entries()) {
		const fields: ReadonlyMap<string, Field> | undefined = struct === undefined ? undefined : structOf(struct);
		const field: Field | undefined = fields?.get(step) ?? [...(fields?.values() ?? [])].find(({ name }) => name.toLowerCase() === step.toLowerCase());
		const before = [named ? kind.kind.toLowerCase() : '', ...steps.slice(0, i)].filter(Boolean).join('.');
		if (!field) return { fault: notFound(step, before, fields, i === 0 && !named) };
		if (!isKnown(field, version)) return { fault: notYet(field, version) };
		last = { struct: struct ?? '', field, under };
		under = field.name;
		struct = structWithin(field.type);
	}
	const fields = fieldsOf(struct, under, version, isRecursive ? new Set([struct ?? '']) : undefined);
	if (!last) return { kind, path: '', type: { en: kind.kind, ko: kind.kind }, words: kindWords[kind.kind], facts: [], fields };
	return { kind, path: steps.join('.'), ...ofField(last, kind.kind, version, writerOf(steps)), fields };
}

function ofField(
	{ struct, field, under }: { readonly struct: string; readonly field: Field; readonly under: string },
	kind: string,
	version: Minor,
	writer: Writer,
): Omit<Explained, 'kind' | 'path' | 'fields'> {
	const words = wordsOf(struct, field.name, under);
	const line = factsLine(field, writer, defaultOf(struct, field.name, kind));
	const facts = [line.en === typeText(field.type).en ? undefined : line, valuesLine(struct, field, version, writer), gateLine(field, version)].filter(
		(line) => line !== undefined,
	);
	return {
		type: typeText(field.type),
		facts,
		...(words ? { words } : {}),
		...(words?.more ? { more: words.more } : {}),
		...(words?.example ? { example: words.example } : {}),
		...(words?.link ? { link: docsLink(words.link) } : {}),
	};
}

/** The fields of a struct; with `open`, the structs that are open above, all below as well. */
function fieldsOf(struct: string | undefined, under: string, version: Minor, open: ReadonlySet<string> | undefined): readonly ExplainedField[] {
	if (struct === undefined) return [];
	return [...(structOf(struct)?.values() ?? [])]
		.filter((field) => isKnown(field, version))
		.map((field) => {
			const words = wordsOf(struct, field.name, under);
			const inner = structWithin(field.type);
			const goesOn = open !== undefined && inner !== undefined && !open.has(inner);
			return {
				name: field.name,
				type: typeText(field.type),
				required: field.required,
				first: { en: firstLine(words?.en), ko: firstLine(words?.ko) },
				fields: goesOn ? fieldsOf(inner, field.name, version, new Set([...open, inner])) : [],
			};
		});
}

const firstLine = (text = ''): string => text.split('\n')[0] ?? '';

function notFound(step: string, before: string, fields: ReadonlyMap<string, Field> | undefined, mayBeKind: boolean): Bilingual {
	if (!fields) {
		return {
			en: `"${before}" has no fields, so there is no "${step}" below it.`,
			ko: `"${before}"에는 하위 필드가 없으므로 "${step}"도 없다.`,
		};
	}
	const kinds = mayBeKind ? KINDS.map(({ kind }) => kind.toLowerCase()) : [];
	const near = nearest(step, [...fields.keys(), ...kinds]);
	const all = [...fields.keys()].join(', ');
	const within = before || 'pod';
	const is = particle(step, '이라는/라는');
	const what = mayBeKind
		? { en: `There is no kind or field "${step}"`, ko: `"${step}"${is} 종류나 필드는 없다.` }
		: { en: `There is no field "${step}" in "${within}"`, ko: `"${within}"에 "${step}"${is} 필드는 없다.` };
	if (near === undefined)
		return mayBeKind ? { en: `${what.en}.`, ko: what.ko } : { en: `${what.en}. Its fields: ${all}.`, ko: `${what.ko} 있는 필드: ${all}.` };
	return { en: `${what.en}. Did you mean "${near}"?`, ko: `${what.ko} "${near}"${particle(near, '을/를')} 쓰려던 것일까?` };
}

function notYet({ name, since, until }: Field, version: Minor): Bilingual {
	return since > version
		? { en: `"${name}" came with Kubernetes 1.${since}.`, ko: `"${name}"${particle(name, '은/는')} 쿠버네티스 1.${since}부터 있다.` }
		: { en: `"${name}" went after Kubernetes 1.${until}.`, ko: `"${name}"${particle(name, '은/는')} 쿠버네티스 1.${until}까지 있었다.` };
}
