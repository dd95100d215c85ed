import { FieldPath, type Segment } from '../schema/field-path';
import type { Kind, KindName } from '../schema/kinds';
import { copyOf } from '../schema/nil';
import type { Changes } from './kustomization';

type Growing = Record<string, unknown>;
type Value = Readonly<Record<string, unknown>>;

/** Where labels go into a selector, written there or not; those of a Job get them only where one is written, which changes no verdict (api/internal/konfig/builtinpluginconsts/commonlabels.go). */
const SELECTOR: Readonly<Partial<Record<KindName, readonly string[]>>> = {
	ReplicationController: ['spec', 'selector'],
	Deployment: ['spec', 'selector', 'matchLabels'],
	ReplicaSet: ['spec', 'selector', 'matchLabels'],
	DaemonSet: ['spec', 'selector', 'matchLabels'],
	StatefulSet: ['spec', 'selector', 'matchLabels'],
};

/** An object with the labels that its kustomizations add to it. */
export function withLabels({ kind, template }: Kind, value: Value, { labels }: Pick<Changes, 'labels'>): Value {
	if (labels.length === 0) return value;
	const object = copyOf(value) as Growing;
	for (const { pairs, inSelectors, inTemplates } of labels) {
		add(object, ['metadata', 'labels'], pairs);
		const selector = SELECTOR[kind];
		if (inTemplates && template.length > 0) add(object, [...template, 'metadata', 'labels'], pairs);
		if (inSelectors && selector) add(object, selector, pairs);
	}
	return object;
}

function add(object: Growing, way: readonly string[], pairs: Readonly<Record<string, string>>): void {
	let at = object;
	for (const key of way) {
		const next = at[key] ?? {};
		if (typeof next !== 'object' || Array.isArray(next)) return;
		at[key] = next;
		at = next as Growing;
	}
	Object.assign(at, pairs);
}

/** A place of an object whose value the kustomizations write over. */
interface Overwritten {
	readonly path: FieldPath;
	readonly type: { readonly kind: 'string' | 'int32' };
}

/** Places whose value the kustomizations write over. Of what is not written they write nothing that would be missed. */
export function overwritten({ template }: Kind, value: Value, { setsNamespace, setsNames, images, replicas }: Changes): readonly Overwritten[] {
	const metadata = FieldPath.of('metadata');
	const isNamed = replicas.includes(String(at(value, ['metadata', 'name'])));
	const texts = [
		...(setsNamespace ? [metadata.child('namespace')] : []),
		...(setsNames ? [metadata.child('name')] : []),
		...(images.length > 0 ? imagesOf(template, value).flatMap(({ path, image }) => (images.includes(nameIn(image)) ? [path] : [])) : []),
	];
	return [
		...texts.map((path) => ({ path, type: { kind: 'string' } as const })),
		...(isNamed ? [{ path: FieldPath.of('spec').child('replicas'), type: { kind: 'int32' } as const }] : []),
	].filter(({ path }) => at(value, path.segments()) !== undefined);
}

/** The name without tag and digest, as api/internal/image.Split has it. */
function nameIn(image: string): string {
	const [name = ''] = image.split('@');
	const colon = name.lastIndexOf(':');
	return colon > name.lastIndexOf('/') ? name.slice(0, colon) : name;
}

function imagesOf(template: readonly string[], value: Value): readonly { readonly path: FieldPath; readonly image: string }[] {
	const [first = 'spec', ...rest] = [...template, 'spec'];
	const spec = rest.reduce((path, key) => path.child(key), FieldPath.of(first));
	return ['initContainers', 'containers'].flatMap((list) => {
		const containers = at(value, [...spec.segments(), list]);
		return (Array.isArray(containers) ? containers : []).flatMap((container: unknown, index) => {
			const image = at(container, ['image']);
			return typeof image === 'string' ? [{ path: spec.child(list).index(index).child('image'), image }] : [];
		});
	});
}

const at = (value: unknown, segments: readonly Segment[]): unknown =>
	segments.reduce((one: unknown, key) => (one as Readonly<Record<Segment, unknown>> | null | undefined)?.[key], value);
