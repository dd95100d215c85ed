import { pathAt } from '../../manifest/locate';
import type { Language } from '../../protocol/text';
import { parse } from '../../yaml/parse';
import type { Hover } from '../hover/hover';
import { markdownOf } from '../hover/page';
import type { Pointed } from '../navigate/points-to';
import { pathText } from '../place';
import { fieldAt, type Root, takes, wordsOf } from './build-file';

/** What there is to say of the field at an offset of a kustomization or a Chart.yaml; `pointed` is what the name there points to. */
export function hoverBuildFile(text: string, offset: number, root: Root, language: Language, pointed?: Pointed): Hover | undefined {
	const { root: node } = parse(text);
	const at = node && pathAt(node, offset);
	const field = at && fieldAt(at.segments, root);
	const words = field && wordsOf(field.struct, field.name);
	if (!words || at.node.kind !== 'scalar') return undefined;
	const title = `**${pathText(at.segments)}** \`${takes(field.type)}\``;
	const { example } = words;
	return {
		markdown: markdownOf({ title: { en: title, ko: title }, words: [words], lines: pointed?.lines ?? [], ...(example ? { example } : {}) }, language),
		range: at.node.range,
	};
}
