import { locate } from '../../manifest/locate';
import type { Manifest } from '../../manifest/read';
import type { Bilingual } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import type { Container, PodSpec } from '../../schema/generated/types';
import type { Minor } from '../../schema/schema';
import type { Judgement } from '../diagnose/judge';

/** A computed fact, shown behind what is written at `offset` of the file. */
export interface Hint {
	readonly offset: number;
	/** The same in ever fewer words: the first says all. */
	readonly wordings: readonly [Bilingual, ...Bilingual[]];
}

/** What hints are about: a manifest that the server takes, with the pod in it. */
export interface Subject {
	readonly manifest: Manifest;
	readonly judgement: Judgement;
	readonly version: Minor;
	readonly spec: PodSpec;
	/** From the root down to the pod's spec. */
	readonly above: readonly Segment[];
}

/** Behind the colon of a field that is written. */
export function behindKey({ manifest }: Subject, path: readonly Segment[], ...wordings: Hint['wordings']): readonly Hint[] {
	const { key, exact } = locate(manifest.node, path);
	return exact ? [{ offset: manifest.start + key.end + 1, wordings }] : [];
}

export function behindValue({ manifest }: Subject, path: readonly Segment[], ...wordings: Hint['wordings']): readonly Hint[] {
	const { value, exact } = locate(manifest.node, path);
	return value && exact ? [{ offset: manifest.start + value.range.end, wordings }] : [];
}

export const isWritten = ({ manifest }: Subject, path: readonly Segment[]): boolean => locate(manifest.node, path).exact;

/** Init containers and containers, with the way to each. */
export function containersOf({ spec, above }: Subject): readonly { readonly container: Container; readonly path: readonly Segment[] }[] {
	return (['initContainers', 'containers'] as const).flatMap((list) =>
		(spec[list] ?? []).map((container, index) => ({ container, path: [...above, list, index] })),
	);
}
