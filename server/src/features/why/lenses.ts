import type { File, Manifest } from '../../manifest/read';
import type { PodName } from '../../protocol/why';
import { entryOf, type Range, textOf } from '../../yaml/node';
import { headOf, manifestsOf } from '../manifests';

/** A code lens for each pod that was printed with its status; of one that is there several times, for the last. Nothing is explained yet: that takes time. */
export function whyLenses(file: File): readonly { readonly range: Range; readonly pod: PodName }[] {
	const pods = manifestsOf(file)
		.filter(isLive)
		.map((manifest) => ({ range: headOf(manifest), pod: nameOf(manifest) }));
	return [...new Map(pods.map((one) => [`${one.pod.namespace ?? 'default'}/${one.pod.name}`, one])).values()];
}

/** `status: {}`, as a dry run prints it, tells nothing. */
function isLive({ kind, node, part, embedded }: Manifest): boolean {
	const status = entryOf(node, 'status')?.value;
	return kind.kind === 'Pod' && !part && !embedded && status?.kind === 'map' && status.entries.length > 0;
}

function nameOf({ node }: Manifest): PodName {
	const metadata = entryOf(node, 'metadata')?.value;
	const [name = '', namespace] = [textOf(metadata, 'name'), textOf(metadata, 'namespace')];
	return namespace ? { name, namespace } : { name };
}
