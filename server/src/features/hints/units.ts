import { amountText } from '../hover/amounts';
import { plainText } from '../words-of';
import { behindValue, containersOf, type Hint, type Subject } from './subject';

/** What quantities of resources amount to: `500m` is half a core. */
export function unitHints(subject: Subject): readonly Hint[] {
	return containersOf(subject).flatMap(({ container, path }) =>
		(['requests', 'limits'] as const).flatMap((list) =>
			Object.entries(container.resources?.[list] ?? {}).flatMap(([name, amount]) => {
				const words = amountText(amount, name);
				return words ? behindValue(subject, [...path, 'resources', list, name], { en: plainText(words.en), ko: plainText(words.ko) }) : [];
			}),
		),
	);
}
