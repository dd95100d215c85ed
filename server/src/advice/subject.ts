import { FieldPath } from '../schema/field-path';
import type { Container, EphemeralContainer, ObjectMeta, PodSpec, PodTemplateSpec } from '../schema/generated/types';
import { KINDS, type KindName } from '../schema/kinds';

/** A decoded and defaulted object of one of our kinds, as the rules look at it: the pod it is, or makes. */
export interface Subject {
	readonly kind: KindName;
	readonly object: Readonly<Record<string, unknown>>;
	/** Of the pods. */
	readonly meta: ObjectMeta;
	readonly spec: PodSpec;
	/** Of the pod's spec. */
	readonly path: FieldPath;
	/** All of them, in the order in which they start. */
	readonly containers: readonly PlacedContainer[];
}

export interface PlacedContainer {
	readonly container: Container | EphemeralContainer;
	readonly path: FieldPath;
	readonly list: 'initContainers' | 'containers' | 'ephemeralContainers';
}

const LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

export function subjectOf(kind: KindName, object: Readonly<Record<string, unknown>>): Subject {
	const way = KINDS.find((one) => one.kind === kind)?.template ?? [];
	const template = way.reduce((at: unknown, name) => (at as Readonly<Record<string, unknown>> | undefined)?.[name], object) as
		| Partial<PodTemplateSpec>
		| undefined;
	const spec = template?.spec ?? { containers: [] };
	const path = pathOf([...way, 'spec']);
	const containers: PlacedContainer[] = [];
	for (const list of LISTS) {
		spec[list]?.forEach((container, index) => {
			containers.push({ container, list, path: path.child(list).index(index) });
		});
	}
	return { kind, object, meta: template?.metadata ?? {}, spec, path, containers };
}

/** Whether it stays beside the app containers: an app container, or an init container that is restarted always. */
export const staysUp = ({ container, list }: PlacedContainer): boolean =>
	list === 'containers' || (list === 'initContainers' && 'restartPolicy' in container && container.restartPolicy === 'Always');

function pathOf([first = '', ...rest]: readonly string[]): FieldPath {
	return rest.reduce((path, name) => path.child(name), FieldPath.of(first));
}
