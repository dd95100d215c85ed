import { WORKLOAD_KINDS } from '../../autopsy/dump';
import type { File, Manifest } from '../../manifest/read';
import type { LiveName } from '../../protocol/why';
import { entryOf, type Range, textOf } from '../../yaml/node';
import { headOf, manifestsOf } from '../manifests';

/** A code lens for each pod and workload that was printed with its status; of one that is there several times, for the last. Nothing is explained yet: that takes time. */
export function whyLenses(file: File): readonly { readonly range: Range; readonly live: LiveName }[] {
	const live = manifestsOf(file)
		.filter(isLive)
		.map((manifest) => ({ range: headOf(manifest), live: nameOf(manifest) }));
	return [...new Map(live.map((one) => [`${one.live.kind}/${one.live.namespace ?? 'default'}/${one.live.name}`, one])).values()];
}

const KINDS: ReadonlySet<string> = new Set(['Pod', ...WORKLOAD_KINDS]);

/** `status: {}`, as a dry run prints it, tells nothing. */
function isLive({ kind, node, part, embedded }: Manifest): boolean {
	const status = entryOf(node, 'status')?.value;
	return KINDS.has(kind.kind) && !part && !embedded && status?.kind === 'map' && status.entries.length > 0;
}

function nameOf({ kind: { kind }, node }: Manifest): LiveName {
	const metadata = entryOf(node, 'metadata')?.value;
	const [name = '', namespace] = [textOf(metadata, 'name'), textOf(metadata, 'namespace')];
	return { ...(kind === 'Pod' ? {} : { kind }), name, ...(namespace ? { namespace } : {}) };
}
