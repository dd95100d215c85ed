import { at, type Fault, type Fields, fault, get, isFields, type Value } from './object';
import { type Id, idOf, type Resource } from './resource';

/** legacyIDSorter's defaults */
const FIRST =
	'Namespace ResourceQuota StorageClass CustomResourceDefinition ServiceAccount PodSecurityPolicy Role ClusterRole RoleBinding ClusterRoleBinding ConfigMap Secret Endpoints Service LimitRange PriorityClass PersistentVolume PersistentVolumeClaim Deployment StatefulSet CronJob PodDisruptionBudget'.split(
		' ',
	);
const LAST = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];

/** SortOrderTransformer: as they came, or with `sortOptions.order: legacy` by kind. */
export function sorted(resources: readonly Resource[], kustomization: Fields): readonly Resource[] | Fault {
	const options = get(kustomization, 'sortOptions');
	const order = get(options, 'order');
	if (!isFields(options) || order === 'fifo') return resources;
	if (order !== 'legacy') return fault("the field 'sortOptions.order' must be one of [fifo, legacy]");
	const legacy = get(options, 'legacySortOptions');
	const places = new Map<string, number>();
	const [first, last] = [kinds(legacy, 'orderFirst', FIRST), kinds(legacy, 'orderLast', LAST)];
	for (const [index, kind] of first.entries()) places.set(kind, index - first.length);
	for (const [index, kind] of last.entries()) places.set(kind, index + 1);
	return resources.toSorted((a, b) => compare(idOf(a), idOf(b), places));
}

const kinds = (legacy: Value | undefined, key: string, otherwise: readonly string[]): readonly string[] => {
	const listed = at(legacy, key);
	return legacy === undefined ? otherwise : Array.isArray(listed) ? listed.map(String) : [];
};

function compare(a: Id, b: Id, places: ReadonlyMap<string, number>): number {
	const place = (places.get(a.kind) ?? 0) - (places.get(b.kind) ?? 0);
	if (place !== 0) return place;
	const [one, other] = [gvkText(a), gvkText(b)];
	if (one !== other) return one < other ? -1 : 1;
	const [here, there] = [`${a.namespace || '~X'}|${a.name || '~N'}`, `${b.namespace || '~X'}|${b.name || '~N'}`];
	return here < there ? -1 : here > there ? 1 : 0;
}

/** legacyGVKSortString */
const gvkText = ({ group, version, kind }: Id): string => [group || '~G', version || '~V', kind || '~K'].join('_');
