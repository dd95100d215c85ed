import type { File } from '../../manifest/read';
import type { WrongHead } from '../../manifest/wrong-head';
import { isInside, type Range } from '../../yaml/node';
import { ofHead } from '../diagnose/head-faults';
import { kindWordsOf } from '../words-of';
import type { Story } from './page';

/** What there is to say of a head that is wrong: why no server takes it, what it should be, and what that is. `range` in offsets of the file. */
export function headStory(file: File, offset: number): { readonly story: Story; readonly range: Range } | undefined {
	for (const { start, document, heads } of file.sections) {
		for (const head of heads) {
			const at = head.places.find((place) => isInside(place, offset - start));
			if (!at) continue;
			return { story: storyOf(head, document.text.slice(at.start, at.end), document.text), range: { start: start + at.start, end: start + at.end } };
		}
	}
	return undefined;
}

function storyOf(head: WrongHead, written: string, text: string): Story {
	const { why } = ofHead(head, text);
	const { meant } = head;
	const title = meant ? ` — ${meant.apiVersion} ${meant.kind}` : '';
	const kind = meant && kindWordsOf(meant.kind);
	return {
		title: { en: `\`${written}\`${title}`, ko: `\`${written}\`${title}` },
		words: [...(why ? [why] : []), ...(kind ? [{ en: `*${meant.kind}*: ${kind.en}`, ko: `*${meant.kind}*: ${kind.ko}` }] : [])],
		lines: [],
	};
}
