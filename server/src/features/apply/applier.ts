/** Who applies a text: `helm upgrade` takes more upon itself than `kubectl apply` does. */
import type { AppliedObject } from '../../protocol/apply';
import type { Bilingual } from '../../protocol/text';
import { entryOf, type Node, textOf } from '../../yaml/node';

export type Applier = 'kubectl' | 'helm';

/** What becomes of an object, whatever is written in it. */
export type Fate = Pick<AppliedObject, 'outcome' | 'sentence'>;

/** What becomes of an object that only the old text has; `isRefused` where something of the new text is. kube.Client.update deletes last of all, and nothing once an update failed. */
export function leftBy(applier: Applier, node: Node, isRefused: boolean): Fate {
	if (applier === 'kubectl') return { outcome: 'unchanged', sentence: LEFT };
	if (annotation(node, 'helm.sh/hook') !== undefined) return { outcome: 'unchanged', sentence: HOOK_LEFT };
	if (annotation(node, 'helm.sh/resource-policy') === 'keep') return { outcome: 'unchanged', sentence: KEPT };
	return isRefused ? { outcome: 'unchanged', sentence: NOT_REACHED } : { outcome: 'deleted', sentence: DELETED };
}

/** What an upgrade does with a hook, whatever it was before (Configuration.execHook deletes it first, unless told otherwise); undefined for what is none. */
export function ofHook(applier: Applier, node: Node): Fate | undefined {
	const events = applier === 'helm' ? annotation(node, 'helm.sh/hook') : undefined;
	if (events === undefined) return undefined;
	const isRun = events.split(',').some((event) => /^(?:pre|post)-upgrade$/i.test(event.trim()));
	return isRun ? { outcome: 'created', sentence: HOOK } : { outcome: 'unchanged', sentence: OTHER_HOOK };
}

const annotation = (node: Node, name: string): string | undefined => textOf(entryOf(entryOf(node, 'metadata')?.value, 'annotations')?.value, name);

const LEFT: Bilingual = {
	en: 'It is no longer in the file, but `kubectl apply` deletes nothing: it stays as it is.',
	ko: '파일에는 이제 없지만 `kubectl apply`는 아무것도 지우지 않는다. 그대로 남는다.',
};
const DELETED: Bilingual = { en: 'The chart no longer renders it: Helm deletes it.', ko: '차트에서 더는 나오지 않으므로 Helm이 지운다.' };
const KEPT: Bilingual = {
	en: 'The chart no longer renders it, but `helm.sh/resource-policy: keep` keeps it.',
	ko: '차트에서 더는 나오지 않지만 `helm.sh/resource-policy: keep`이 있어 지우지 않는다.',
};
const NOT_REACHED: Bilingual = {
	en: 'The chart no longer renders it, but Helm deletes nothing in an upgrade that is refused: it stays for now.',
	ko: '차트에서 더는 나오지 않지만, 거부되는 것이 있는 업그레이드에서 Helm은 아무것도 지우지 않는다. 아직은 그대로 남는다.',
};
const HOOK_LEFT: Bilingual = {
	en: 'It was a hook, and those stay: an upgrade does not delete it.',
	ko: '훅이었던 것은 업그레이드가 지우지 않는다. 그대로 남는다.',
};
const HOOK: Bilingual = { en: 'A hook: Helm makes it anew with every upgrade.', ko: '훅이다. 업그레이드할 때마다 Helm이 새로 만든다.' };
const OTHER_HOOK: Bilingual = { en: 'A hook that does not run in an upgrade.', ko: '업그레이드에서는 실행되지 않는 훅이다.' };
