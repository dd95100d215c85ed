import type { KindName } from '../schema/kinds';
import type { Minor } from '../schema/schema';
import type { Dropped } from './drops';
import { setObjectDefaultsCronJob, setObjectDefaultsJob } from './jobs';
import type { Mutable } from './mutable';
import { setObjectDefaultsPod } from './pod';
import * as prepare from './prepare';
import * as workloads from './workloads';

export type { Dropped };

/** A freshly decoded object of one of the nine kinds. */
export type Decoded = Readonly<Record<string, unknown>>;

interface Strategy {
	readonly setObjectDefaults: (object: never, version: Minor) => void;
	readonly prepareForCreate: (object: never, version: Minor) => readonly Dropped[];
}

const STRATEGIES: Readonly<Record<KindName, Strategy>> = {
	Pod: { setObjectDefaults: setObjectDefaultsPod, prepareForCreate: prepare.preparePod },
	PodTemplate: { setObjectDefaults: workloads.setObjectDefaultsPodTemplateObject, prepareForCreate: prepare.preparePodTemplate },
	ReplicationController: { setObjectDefaults: workloads.setObjectDefaultsReplicationController, prepareForCreate: prepare.prepareReplicationController },
	Deployment: { setObjectDefaults: workloads.setObjectDefaultsDeployment, prepareForCreate: prepare.prepareDeployment },
	ReplicaSet: { setObjectDefaults: workloads.setObjectDefaultsReplicaSet, prepareForCreate: prepare.prepareReplicaSet },
	StatefulSet: { setObjectDefaults: workloads.setObjectDefaultsStatefulSet, prepareForCreate: prepare.prepareStatefulSet },
	DaemonSet: { setObjectDefaults: workloads.setObjectDefaultsDaemonSet, prepareForCreate: prepare.prepareDaemonSet },
	Job: { setObjectDefaults: setObjectDefaultsJob, prepareForCreate: prepare.prepareJob },
	CronJob: { setObjectDefaults: setObjectDefaultsCronJob, prepareForCreate: prepare.prepareCronJob },
};

/** Fills in what the server fills in while decoding (SetObjectDefaults_*). Changes the object and returns it. */
export function applyDefaults(kind: KindName, object: Decoded, version: Minor): Decoded {
	STRATEGIES[kind].setObjectDefaults(object as Mutable<Decoded> as never, version);
	return object;
}

/** What the kind's strategy does to the defaulted object before it is validated (PrepareForCreate). Changes the object. */
export function prepareForCreate(kind: KindName, object: Decoded, version: Minor): { readonly dropped: readonly Dropped[] } {
	prepare.fillSystemFields(object);
	return { dropped: STRATEGIES[kind].prepareForCreate(object as Mutable<Decoded> as never, version) };
}
