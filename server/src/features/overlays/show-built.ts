import type { Origin } from '../../built/origin';
import { pathAt } from '../../manifest/locate';
import type { Built } from '../../overlays/build/build';
import { emitted } from '../../overlays/build/emit';
import { traceAt } from '../../overlays/build/origin-at';
import { parse } from '../../yaml/parse';

const SEPARATOR = '---\n';

/** All that an overlay builds, as kustomize prints it; printed once: whatever is asked of a scenario that is played on it asks for it. */
export function builtText(built: Built): string {
	const text = TEXTS.get(built) ?? built.objects.map(emitted).join(SEPARATOR);
	TEXTS.set(built, text);
	return text;
}
const TEXTS = new WeakMap<Built, string>();

/** Where that was typed which stands at an offset of the text that an overlay builds. */
export function originAt({ objects }: Built, offset: number): Origin | undefined {
	let start = 0;
	for (const object of objects) {
		const text = emitted(object);
		if (offset <= start + text.length) {
			const { root } = parse(text);
			const at = root && pathAt(root, offset - start);
			const trace = traceAt(object, at?.segments ?? []);
			return at?.onKey ? trace?.key : trace?.value;
		}
		start += text.length + SEPARATOR.length;
	}
	return undefined;
}
