import type { DaemonSet, Deployment, PodTemplate, ReplicaSet, ReplicationController, StatefulSet } from '../schema/generated/types';
import { gateOn, type Minor } from '../schema/schema';
import { setDefaultsResourceList } from './containers';
import type { Mutable } from './mutable';
import { setObjectDefaultsPodTemplate } from './pod';
import { setObjectDefaultsClaimSpec } from './volumes';

/** SetObjectDefaults_PodTemplate. */
export function setObjectDefaultsPodTemplateObject(object: Mutable<PodTemplate>, version: Minor): void {
	object.metadata ??= {};
	object.template ??= {};
	setObjectDefaultsPodTemplate(object.template, version);
}

/** SetDefaults_ReplicationController: the template's labels serve as its own, and as its selector. */
export function setObjectDefaultsReplicationController(object: Mutable<ReplicationController>, version: Minor): void {
	object.metadata ??= {};
	object.spec ??= {};
	const { metadata, spec } = object;
	const labels = spec.template?.metadata?.labels;
	if (labels) {
		if (isEmpty(spec.selector)) spec.selector = labels;
		if (isEmpty(metadata.labels)) metadata.labels = labels;
	}
	spec.replicas ??= 1;
	if (spec.template) setObjectDefaultsPodTemplate(spec.template, version);
}

/** SetDefaults_Deployment. */
export function setObjectDefaultsDeployment(object: Mutable<Deployment>, version: Minor): void {
	object.metadata ??= {};
	const { spec } = object;
	spec.replicas ??= 1;
	spec.strategy ??= {};
	spec.strategy.type ||= 'RollingUpdate';
	if (spec.strategy.type === 'RollingUpdate') {
		spec.strategy.rollingUpdate ??= {};
		spec.strategy.rollingUpdate.maxUnavailable ??= '25%';
		spec.strategy.rollingUpdate.maxSurge ??= '25%';
	}
	spec.revisionHistoryLimit ??= 10;
	spec.progressDeadlineSeconds ??= 600;
	setObjectDefaultsPodTemplate(spec.template, version);
}

/** SetDefaults_DaemonSet. */
export function setObjectDefaultsDaemonSet(object: Mutable<DaemonSet>, version: Minor): void {
	object.metadata ??= {};
	const { spec } = object;
	spec.updateStrategy ??= {};
	spec.updateStrategy.type ||= 'RollingUpdate';
	if (spec.updateStrategy.type === 'RollingUpdate') {
		spec.updateStrategy.rollingUpdate ??= {};
		spec.updateStrategy.rollingUpdate.maxUnavailable ??= 1;
		spec.updateStrategy.rollingUpdate.maxSurge ??= 0;
	}
	spec.revisionHistoryLimit ??= 10;
	setObjectDefaultsPodTemplate(spec.template, version);
}

/** SetDefaults_ReplicaSet. */
export function setObjectDefaultsReplicaSet(object: Mutable<ReplicaSet>, version: Minor): void {
	object.metadata ??= {};
	object.spec.replicas ??= 1;
	object.spec.template ??= {};
	setObjectDefaultsPodTemplate(object.spec.template, version);
}

/** SetObjectDefaults_StatefulSet. */
export function setObjectDefaultsStatefulSet(object: Mutable<StatefulSet>, version: Minor): void {
	object.metadata ??= {};
	const { spec } = object;
	setDefaultsStatefulSet(spec, version);
	setObjectDefaultsPodTemplate(spec.template, version);
	for (const claim of spec.volumeClaimTemplates ?? []) {
		claim.metadata ??= {};
		claim.status ??= {};
		claim.status.phase ||= 'Pending';
		claim.spec ??= {};
		setObjectDefaultsClaimSpec(claim.spec);
		setDefaultsResourceList(claim.status.capacity);
		setDefaultsResourceList(claim.status.allocatedResources);
		claim.apiVersion = 'v1';
		claim.kind = 'PersistentVolumeClaim';
	}
}

/** SetDefaults_StatefulSet. A written `type: RollingUpdate` alone gets no rollingUpdate. */
function setDefaultsStatefulSet(spec: Mutable<StatefulSet>['spec'], version: Minor): void {
	spec.podManagementPolicy ||= 'OrderedReady';
	spec.updateStrategy ??= {};
	const strategy = spec.updateStrategy;
	if (!strategy.type) {
		strategy.type = 'RollingUpdate';
		strategy.rollingUpdate ??= {};
	}
	if (strategy.type === 'RollingUpdate' && strategy.rollingUpdate) {
		strategy.rollingUpdate.partition ??= 0;
		if (gateOn('MaxUnavailableStatefulSet', version)) strategy.rollingUpdate.maxUnavailable ??= 1;
	}
	spec.persistentVolumeClaimRetentionPolicy ??= {};
	spec.persistentVolumeClaimRetentionPolicy.whenDeleted ||= 'Retain';
	spec.persistentVolumeClaimRetentionPolicy.whenScaled ||= 'Retain';
	spec.replicas ??= 1;
	spec.revisionHistoryLimit ??= 10;
}

function isEmpty(map: Readonly<Record<string, string>> | undefined): boolean {
	return !map || Object.keys(map).length === 0;
}
