import { pathAt } from '../../manifest/locate';
import type { Language } from '../../protocol/text';
import { parse } from '../../yaml/parse';
import type { Hover } from '../hover/hover';
import { markdownOf } from '../hover/page';
import type { Pointed } from '../navigate/points-to';
import { pathText } from '../place';
import { placeAt, takes, wordsOf } from './kustomization-place';

/** What there is to say of the field at an offset of a kustomization; `pointed` is what the name there points to. */
export function hoverKustomization(text: string, offset: number, language: Language, pointed?: Pointed): Hover | undefined {
	const { root } = parse(text);
	const at = root && pathAt(root, offset);
	const place = at && placeAt(at.segments);
	const words = place && wordsOf(place.struct, place.name);
	if (!words || at.node.kind !== 'scalar') return undefined;
	const title = `**${pathText(at.segments)}** \`${takes(place.type)}\``;
	const { example } = words;
	return {
		markdown: markdownOf({ title: { en: title, ko: title }, words: [words], lines: pointed?.lines ?? [], ...(example ? { example } : {}) }, language),
		range: at.node.range,
	};
}
