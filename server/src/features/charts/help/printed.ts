import { type Origin, wayOf } from '../../../built/origin';
import { distinct } from '../../../built/rope';
import { isSamePlace } from '../place';
import type { RenderedTexts } from '../show-rendered';
import type { Spot } from './survey';

/** What an action printed, one time or several. */
export interface Printed {
	readonly text: string;
	readonly times: number;
	/** Where the values in it were typed. */
	readonly origins: readonly Origin[];
}

/** What an action printed into all that is rendered, each text once, in the order in which they come. */
export function printedBy({ files, ropes }: RenderedTexts, action: Spot): readonly Printed[] {
	const found = new Map<string, Printed>();
	const note = (text: string, origins: readonly Origin[]): void => {
		const known = found.get(text);
		found.set(text, { text, times: (known?.times ?? 0) + 1, origins: distinct([...(known?.origins ?? []), ...origins]) });
	};
	for (const [name, rope] of ropes) {
		const text = files.get(name) ?? '';
		let [at, from] = [0, 0];
		let origins: Origin[] = [];
		for (const strand of rope) {
			const isOwn = strand.origins.some((origin) => wayOf(origin).some((one) => isSamePlace(one, action)));
			if (isOwn) origins.push(...strand.origins.filter((origin) => !isSamePlace(origin, action)));
			else {
				if (at > from) note(text.slice(from, at), origins);
				from = at + strand.length;
				origins = [];
			}
			at += strand.length;
		}
		if (at > from) note(text.slice(from, at), origins);
	}
	return [...found.values()];
}
