import type { FieldPath } from '../../schema/field-path';
import type { Volume, VolumeProjection } from '../../schema/generated/types';
import { goQuote } from '../walk';
import type { Warnings } from './warning';

interface Placed {
	readonly path: string;
	/** Where it comes from, for the sentence. */
	readonly source: string;
}

/** podutil.warningsForOverlappingVirtualPaths: two files of one volume in the same place, or one where the other's folder would be. */
export function warningsForOverlappingVirtualPaths(warnings: Warnings, path: FieldPath, volumes: readonly Volume[]): void {
	for (const [index, volume] of volumes.entries()) {
		const { configMap, secret, downwardAPI, projected } = volume;
		const warn: Warn = (kind, placed, places = new Places()) => {
			for (const overlap of overlapsOf(placed, places)) {
				if (warnings.full) return;
				warnings.free(path.index(index), `volume ${goQuote(volume.name)} (${kind}): overlapping paths: ${overlap}`, 'volume/overlapping-paths');
			}
		};
		if (configMap) warn(`ConfigMap ${goQuote(configMap.name ?? '')}`, items(configMap.items));
		if (secret) warn(`Secret ${goQuote(secret.secretName ?? '')}`, items(secret.items));
		if (downwardAPI) warn('DownwardAPI', items(downwardAPI.items));
		if (projected) warnOfProjected(warnings, path.index(index), volume, warn);
	}
}

type Warn = (kind: string, placed: readonly Placed[], places?: Places) => void;

function warnOfProjected(warnings: Warnings, path: FieldPath, volume: Volume, warn: Warn): void {
	const places = new Places();
	let former: readonly Placed[] = [];
	for (const [index, source] of (volume.projected?.sources ?? []).entries()) {
		if (warnings.full) return;
		if (Object.keys(source).length === 0) {
			warnings.free(
				path.child('projected', 'sources').index(index),
				`volume ${goQuote(volume.name)} (Projected) has no sources provided`,
				'volume/empty-projection',
			);
			continue;
		}
		// Up to 1.33 a source without items counts as the one before it, by mistake.
		const placed = placesOf(source, warnings) ?? (warnings.version < 34 ? former : []);
		former = placed;
		warn('Projected', placed, places);
	}
}

/** Undefined where the source does not say. */
function placesOf(source: VolumeProjection, warnings: Warnings): readonly Placed[] | undefined {
	const { configMap, secret, downwardAPI, serviceAccountToken, clusterTrustBundle, podCertificate } = source;
	if (configMap?.items) return items(configMap.items, `ConfigMap ${goQuote(configMap.name ?? '')}`);
	if (secret?.items) return items(secret.items, `Secret ${goQuote(secret.name ?? '')}`);
	if (downwardAPI?.items) return items(downwardAPI.items, 'DownwardAPI');
	if (serviceAccountToken) return [{ path: serviceAccountToken.path, source: 'ServiceAccountToken' }];
	if (clusterTrustBundle) {
		return [{ path: clusterTrustBundle.path, source: `ClusterTrustBundle ${goQuote(clusterTrustBundle.name ?? clusterTrustBundle.signerName ?? '')}` }];
	}
	if (!podCertificate || warnings.version < 34) return undefined;
	const { certificateChainPath, keyPath, credentialBundlePath } = podCertificate;
	return [
		{ path: certificateChainPath ?? '', source: 'PodCertificate chain' },
		{ path: keyPath ?? '', source: 'PodCertificate key' },
		{ path: credentialBundlePath ?? '', source: 'PodCertificate credential bundle' },
	].filter((placed) => placed.path !== '');
}

function items(mapping: readonly { readonly path: string }[] | undefined, source = ''): readonly Placed[] {
	return (mapping ?? []).map(({ path }) => ({ path, source }));
}

/** checkVolumeMappingForOverlap: each path against those before it, which it then joins. */
function* overlapsOf(paths: readonly Placed[], places: Places): Iterable<string> {
	for (const { path, source } of paths) {
		const placed = { path: withoutTrailingSlashes(path), source };
		if (placed.path === '') continue;
		for (const other of places.add(placed)) yield `${text(placed)} with ${text(other)}`;
	}
}

/** A regular expression would begin anew at every slash. */
function withoutTrailingSlashes(path: string): string {
	let end = path.length;
	while (path[end - 1] === '/') end--;
	return path.slice(0, end);
}

interface Folder {
	readonly inside: Map<string, Folder>;
	/** Paths that end here, by their numbers. */
	readonly here: number[];
	/** Paths that end deeper down. */
	readonly below: number[];
}

/** Paths by their segments, so that none has to be compared with all others. */
class Places {
	private readonly known: Placed[] = [];
	private readonly root: Folder = { inside: new Map(), here: [], below: [] };

	/** checkForOverlap: the paths at the same place, above it and below it, in the order they came. */
	add(placed: Placed): readonly Placed[] {
		const number = this.known.push(placed) - 1;
		const overlapping: (readonly number[])[] = [];
		let folder = this.root;
		for (const segment of placed.path.split('/')) {
			folder.below.push(number);
			const next = folder.inside.get(segment) ?? { inside: new Map(), here: [], below: [] };
			folder.inside.set(segment, next);
			folder = next;
			overlapping.push(folder.here);
		}
		overlapping.push(folder.below);
		const found = overlapping.flat().sort((a, b) => a - b);
		folder.here.push(number);
		return found.flatMap((one) => this.known[one] ?? []);
	}
}

function text({ path, source }: Placed): string {
	return source ? `${goQuote(path)} (${source})` : goQuote(path);
}
