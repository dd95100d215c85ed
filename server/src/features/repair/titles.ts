import type { Bilingual } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import { isMap } from '../../schema/json';
import { scalarText } from '../../yaml/write';
import { particle } from '../particle';

/** In characters. */
const LONGEST = 40;

/** What stands somewhere from now on. */
export function settingTitle(name: Segment | undefined, value: unknown): Bilingual {
	const to = shortly(value);
	if (typeof name !== 'string') return changingTitle(value);
	return { en: `Set ${name} to ${to}`, ko: `${name}: ${to}${particle(to, '으로/로')} 설정` };
}

/** Another value or name. */
export function changingTitle(value: unknown): Bilingual {
	const to = shortly(value);
	return { en: `Change to ${to}`, ko: `${to}${particle(to, '으로/로')} 바꾸기` };
}

/** A key, or a name, that is told of elsewhere than where it stands. */
export const renamingTitle = (from: string, to: string): Bilingual => ({
	en: `Change ${shortly(from)} to ${to}`,
	ko: `${shortly(from)}${particle(from, '을/를')} ${to}${particle(to, '으로/로')} 바꾸기`,
});

/** What goes. */
export const removalTitle = (name: Segment | undefined): Bilingual =>
	typeof name === 'string' ? { en: `Remove ${name}`, ko: `${name} 지우기` } : { en: 'Remove this entry', ko: '이 항목 지우기' };

/** A key that belongs elsewhere. */
export const movingTitle = (to: string): Bilingual => ({ en: `Move to ${to}`, ko: `${to}${particle(to, '으로/로')} 옮기기` });

/** What did not exist and is referred to. */
export const addingTitle = (what: string, name: string): Bilingual => ({ en: `Add ${what} ${name}`, ko: `${what} ${name} 추가` });

/** A value as one writes it in a line: `app: web, tier: front`. */
export function shortly(value: unknown): string {
	const text = typeof value === 'string' ? value || "''" : isMap(value) && Object.keys(value).length > 0 ? pairsOf(value) : inLine(value);
	return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

function inLine(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`;
	return isMap(value) ? `{${pairsOf(value)}}` : scalarText(value, 'flow');
}

const pairsOf = (value: Readonly<Record<string, unknown>>): string =>
	Object.entries(value)
		.map(([key, one]) => `${key}: ${inLine(one)}`)
		.join(', ');

/** Several steps as one. */
export const joinedTitle = (titles: readonly Bilingual[]): Bilingual => ({
	en: titles.map(({ en }) => en).join('; '),
	ko: titles.map(({ ko }) => ko).join(', '),
});
