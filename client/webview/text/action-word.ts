import type { Action } from '../../../server/src/protocol/life';
import type { PanelWords } from './words-en';

/** What is done to the pod or around it: an action of the scenario, or what befalls its node. */
export interface Deed {
	readonly what: string;
	/** It changes an image. */
	readonly image: boolean;
	/** What it is done to, if that is not the pod: `Deployment`, `ConfigMap`. */
	readonly kind?: string;
}

/** `owner`: the kind of the workload. */
export function deedOf({ do: what, subresource, target, body }: Action, owner: string): Deed {
	const other = target === 'owner' ? owner : target?.includes('/') ? target.slice(0, target.indexOf('/')) : undefined;
	const image = what === 'patch' && JSON.stringify(body ?? '').includes('"image"');
	const kind = what === 'delete' || !image ? other : undefined;
	return {
		what: subresource === 'resize' ? 'resize' : what,
		image,
		...(kind !== undefined && kind !== 'Pod' && { kind }),
	};
}

/** In a word or two. */
export function deedWord({ what, image, kind }: Deed, words: PanelWords): string {
	const known: Readonly<Record<string, string>> = words.actions;
	const word = image && what === 'patch' ? words.patchImage : what === 'resize' ? words.resize : (known[what] ?? what);
	return kind === undefined ? word : words.actionOn(word, kind);
}
