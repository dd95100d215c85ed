import type { FieldPath } from '../schema/field-path';
import type { KeyToPath } from '../schema/generated/types';
import type { Subject } from './subject';

/** Where a pod names a ConfigMap or Secret, and keys of it. */
export interface ConfigReference {
	readonly kind: 'ConfigMap' | 'Secret';
	readonly name: string;
	readonly path: FieldPath;
	readonly keys: readonly { readonly key: string; readonly path: FieldPath }[];
	readonly optional: boolean;
	readonly from: 'env' | 'volume';
}

/** All of them, in containers and volumes; podutil.VisitPodConfigmapNames and VisitPodSecretNames, less image pulls and drivers. */
export const configReferences = (subject: Subject): readonly ConfigReference[] => [...inContainers(subject), ...inVolumes(subject)];

const inContainers = ({ containers }: Subject): readonly ConfigReference[] =>
	containers.flatMap(({ container, path }) => [
		...(container.env ?? []).flatMap(({ valueFrom }, index) => {
			const at = path.child('env').index(index).child('valueFrom');
			return [
				keyOf('ConfigMap', valueFrom?.configMapKeyRef, at.child('configMapKeyRef')),
				keyOf('Secret', valueFrom?.secretKeyRef, at.child('secretKeyRef')),
			].flat();
		}),
		...(container.envFrom ?? []).flatMap(({ configMapRef, secretRef }, index) => {
			const at = path.child('envFrom').index(index);
			return [
				whole('ConfigMap', configMapRef, at.child('configMapRef', 'name'), 'env'),
				whole('Secret', secretRef, at.child('secretRef', 'name'), 'env'),
			].flat();
		}),
	]);

const inVolumes = ({ spec, path }: Subject): readonly ConfigReference[] =>
	(spec.volumes ?? []).flatMap(({ configMap, secret, projected }, index) => {
		const at = path.child('volumes').index(index);
		const sources = (projected?.sources ?? []).flatMap((source, i) => {
			const of = at.child('projected', 'sources').index(i);
			return [
				whole('ConfigMap', source.configMap, of.child('configMap', 'name'), 'volume'),
				whole('Secret', source.secret, of.child('secret', 'name'), 'volume'),
			].flat();
		});
		const { secretName, ...rest } = secret ?? {};
		const named = { ...rest, ...(secretName === undefined ? {} : { name: secretName }) };
		return [
			whole('ConfigMap', configMap, at.child('configMap', 'name'), 'volume'),
			whole('Secret', named, at.child('secret', 'secretName'), 'volume'),
			sources,
		].flat();
	});

interface Source {
	readonly name?: string;
	readonly optional?: boolean;
	readonly items?: readonly KeyToPath[];
}

function whole(kind: ConfigReference['kind'], source: Source | undefined, path: FieldPath, from: ConfigReference['from']): readonly ConfigReference[] {
	if (!source?.name) return [];
	const items = path.parent?.child('items');
	const keys = (source.items ?? []).flatMap(({ key }, i) => (items ? { key, path: items.index(i).child('key') } : []));
	return [{ kind, name: source.name, path, keys, optional: source.optional ?? false, from }];
}

function keyOf(kind: ConfigReference['kind'], source: (Source & { readonly key: string }) | undefined, path: FieldPath): readonly ConfigReference[] {
	if (!source?.name) return [];
	const keys = source.key ? [{ key: source.key, path: path.child('key') }] : [];
	return [{ kind, name: source.name, path: path.child('name'), keys, optional: source.optional ?? false, from: 'env' }];
}
