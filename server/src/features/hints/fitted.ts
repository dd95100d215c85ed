import type { Bilingual } from '../../protocol/text';
import type { Hint } from './subject';

/** In characters of a line: VS Code's `editor.inlayHints.maximumLength`. What is longer it cuts wherever that is. */
export const MOST_SHOWN = 43;
const BETWEEN = ' · ';

/** What is shown behind an offset of the file, and all that there is to say. */
export interface ShownHint {
	readonly offset: number;
	readonly label: Bilingual;
	readonly whole: Bilingual;
}

/** Hints at one place, each in as many words as there is room for; what finds none is left to `whole`. */
export function fitted(offset: number, hints: readonly Hint[]): ShownHint {
	const inEach = (say: (language: keyof Bilingual) => string): Bilingual => ({ en: say('en'), ko: say('ko') });
	return {
		offset,
		label: inEach((language) => labelIn(hints.map(({ wordings }) => wordings.map((one) => one[language])))),
		whole: inEach((language) => hints.map(({ wordings: [all] }) => all[language]).join(BETWEEN)),
	};
}

function labelIn(hints: readonly (readonly string[])[]): string {
	let label = '';
	for (const wordings of hints) {
		const before = label === '' ? '' : label + BETWEEN;
		const word = wordings.find((one) => before.length + one.length <= MOST_SHOWN);
		if (word !== undefined) label = before + word;
		else if (label === '') label = `${wordings.at(-1)?.slice(0, MOST_SHOWN - 1) ?? ''}…`;
	}
	return label;
}

/** A name in so many characters at most: its first and its last ones tell it apart. */
export function nameIn(room: number, name: string): string {
	const LAST = 4;
	return name.length <= room ? name : `${name.slice(0, Math.max(1, room - LAST - 1))}…${name.slice(-LAST)}`;
}
