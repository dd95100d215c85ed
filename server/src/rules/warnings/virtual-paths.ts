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
		const warn = (kind: string, overlaps: readonly string[]): void => {
			for (const overlap of overlaps)
				warnings.free(path.index(index), `volume ${goQuote(volume.name)} (${kind}): overlapping paths: ${overlap}`, 'volume/overlapping-paths');
		};
		if (configMap) warn(`ConfigMap ${goQuote(configMap.name ?? '')}`, overlapsOf(items(configMap.items)));
		if (secret) warn(`Secret ${goQuote(secret.secretName ?? '')}`, overlapsOf(items(secret.items)));
		if (downwardAPI) warn('DownwardAPI', overlapsOf(items(downwardAPI.items)));
		if (projected) warnOfProjected(warnings, path.index(index), volume, warn);
	}
}

function warnOfProjected(warnings: Warnings, path: FieldPath, volume: Volume, warn: (kind: string, overlaps: readonly string[]) => void): void {
	const all: Placed[] = [];
	let former: readonly Placed[] = [];
	for (const [index, source] of (volume.projected?.sources ?? []).entries()) {
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
		for (const overlap of overlapsOf(placed, all)) warn('Projected', [overlap]);
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
function overlapsOf(paths: readonly Placed[], known: Placed[] = []): readonly string[] {
	const overlaps: string[] = [];
	for (const { path, source } of paths) {
		const placed = { path: path.replace(/\/+$/, ''), source };
		for (const other of known) {
			if (overlap(placed.path, other.path)) overlaps.push(`${text(placed)} with ${text(other)}`);
		}
		known.push(placed);
	}
	return overlaps;
}

/** checkForOverlap. */
function overlap(a: string, b: string): boolean {
	return a !== '' && b !== '' && (`${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`));
}

function text({ path, source }: Placed): string {
	return source ? `${goQuote(path)} (${source})` : goQuote(path);
}
