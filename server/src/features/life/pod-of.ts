import type { Manifest } from '../../manifest/read';
import type { Pod, PodSpec } from '../../schema/generated/types';
import type { Judgement } from '../diagnose/judge';

/** The pod that a judged manifest is, or that its template makes. */
export function podOf(manifest: Manifest, judgement: Judgement): Pod {
	let value: unknown = judgement.object;
	for (const name of manifest.kind.template) value = (value as Readonly<Record<string, unknown>> | undefined)?.[name];
	return (value as Pod | undefined) ?? {};
}

/** The pod's spec within a judged manifest. */
export const podSpecOf = (manifest: Manifest, judgement: Judgement): PodSpec => podOf(manifest, judgement).spec ?? { containers: [] };
