import { FieldPath } from '../schema/field-path';
import type { JobSpec, ObjectMeta, PodSpec, PodTemplateSpec, StatefulSet } from '../schema/generated/types';
import { KINDS, type KindName } from '../schema/kinds';
import { gateOn, type Minor } from '../schema/schema';
import { ZERO_TIME } from '../schema/time';
import type { Decoded } from './defaults';
import { dropDisabledFields } from './drop-disabled';
import { type Dropped, Drops } from './drops';
import { countGeneration } from './generation';
import type { Mutable } from './mutable';

export interface Prepared {
	readonly dropped: readonly Dropped[];
	/** The part changed that the server warns of anew. */
	readonly moved: boolean;
}

/**
 * What rest.BeforeUpdate and the strategies' PrepareForUpdate do to an object that is to replace the live one, `old`, before it is validated.
 * A field whose gate is closed stays where `old` has it; but then it was dropped there already. Changes the object.
 */
export function prepareForUpdate(kind: KindName, object: Decoded, old: Decoded, version: Minor): Prepared {
	const now = object as { metadata?: Mutable<ObjectMeta>; status?: unknown; spec?: Mutable<PodSpec> };
	const former = old as { metadata?: ObjectMeta; status?: unknown; spec?: PodSpec };
	now.metadata = { ...now.metadata, ...systemFields(now.metadata ?? {}, former.metadata ?? {}) };
	if (former.metadata?.generation === undefined) delete now.metadata.generation;
	if (former.status !== undefined) now.status = former.status;
	if (kind === 'Pod' && now.spec && former.spec?.resources && gateOn('PodLevelResourcesFixDefaulting', version)) {
		now.spec.resources ??= structuredClone(former.spec.resources) as Mutable<NonNullable<PodSpec['resources']>>;
	}
	const drops = new Drops(version);
	dropOfKind(drops, kind, object);
	const way = KINDS.find((known) => known.kind === kind)?.template ?? [];
	const template = valueAt(object, way) as Mutable<PodTemplateSpec> | undefined;
	if (template) dropDisabledFields(drops, template, pathOf([...way, 'spec']));
	return { dropped: drops.dropped, moved: countGeneration(kind, object, old, version) };
}

/** What a client cannot change, or need not say. */
function systemFields(metadata: ObjectMeta, old: ObjectMeta): Mutable<ObjectMeta> {
	const fields: Mutable<ObjectMeta> = { namespace: metadata.namespace || 'default' };
	const uid = metadata.uid || old.uid;
	if (uid) fields.uid = uid;
	if (old.creationTimestamp) fields.creationTimestamp = old.creationTimestamp;
	if (old.deletionTimestamp && old.deletionTimestamp !== ZERO_TIME) fields.deletionTimestamp = old.deletionTimestamp;
	const grace = metadata.deletionGracePeriodSeconds ?? old.deletionGracePeriodSeconds;
	if (grace !== undefined) fields.deletionGracePeriodSeconds = grace;
	if (old.generation !== undefined) fields.generation = old.generation;
	return fields;
}

/** What the kind's own strategy drops, beside the template's. */
function dropOfKind(drops: Drops, kind: KindName, object: Decoded): void {
	if (kind === 'StatefulSet') {
		const rollingUpdate = (object as unknown as Mutable<StatefulSet>).spec.updateStrategy?.rollingUpdate;
		const path = pathOf(['spec', 'updateStrategy', 'rollingUpdate']);
		drops.off('MaxUnavailableStatefulSet', (gate) => drops.drop(rollingUpdate, 'maxUnavailable', path, gate));
	}
	if (kind !== 'Job' && kind !== 'CronJob') return;
	const way = kind === 'Job' ? ['spec'] : ['spec', 'jobTemplate', 'spec'];
	const spec = valueAt(object, way) as Mutable<JobSpec> | undefined;
	drops.off('WorkloadWithJob', (gate) => drops.drop(spec, 'scheduling', pathOf(way), gate));
}

function valueAt(object: unknown, way: readonly string[]): unknown {
	return way.reduce((value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], object);
}

function pathOf([first = '', ...rest]: readonly string[]): FieldPath {
	return rest.reduce((path, name) => path.child(name), FieldPath.of(first));
}
