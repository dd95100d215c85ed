/** What may be said of each subject: the fields of its records, the facts about it, and what kubectl prints of it. */
import type { ContainerState, PodState } from '../simulator/trace';
import type { SubjectKind } from './expectation';

/** What a field holds, and so what it may be compared with. */
export type FieldKind = 'text' | 'number' | 'boolean' | 'list' | 'conditions' | 'containers' | 'state';

/** The owner at an instant. */
export interface OwnerRecord {
	readonly status: Readonly<Record<string, unknown>>;
	readonly generation?: number;
	readonly deleting: boolean;
	readonly gone: boolean;
	readonly rolling: boolean;
}

/** What the API server says of the manifest. */
export interface ManifestRecord {
	readonly accepted: boolean;
	readonly errors: readonly string[];
	readonly warnings: readonly string[];
	readonly qosClass?: string;
	/** The strictest Pod Security Standard that it meets, found when it is asked for. */
	readonly level: () => 'privileged' | 'baseline' | 'restricted';
	/** The object as the server would store it. */
	readonly stored: () => unknown;
}

export interface EventRecord {
	readonly reason: string;
	readonly type: string;
	readonly message: string;
	readonly from: string;
	readonly object?: string;
}

export interface AnswerRecord {
	readonly refused?: string;
}

/** A subject at an instant; undefined where there is nothing of it. */
export interface Records {
	readonly pod: PodState;
	readonly container: ContainerState | undefined;
	readonly pods: number;
	readonly owner: OwnerRecord;
	readonly manifest: ManifestRecord;
	readonly event: EventRecord;
	readonly action: AnswerRecord;
}

export interface Vocabulary<R> {
	readonly fields: Readonly<Record<string, FieldKind>>;
	/** The value of a field; of others than `fields`, where `open`. */
	readonly value: (record: R, field: string) => unknown;
	readonly facts: Readonly<Record<string, (record: R) => boolean>>;
	/** Words with a capital letter that fit. */
	readonly printed: (record: R) => readonly (string | undefined)[];
	/** It may have fields that are not listed: those of a kind's status, paths of the object. */
	readonly open?: (field: string) => FieldKind | undefined;
}

const own = (value: unknown, key: string): unknown =>
	typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;

const isTrue = (pod: PodState, condition: string): boolean => pod.conditions?.[condition]?.status === 'True';

/** All containers of a pod, whatever their kind. */
export const containersOf = ({ initContainers, containers, ephemeralContainers }: PodState): Readonly<Record<string, ContainerState>> => ({
	...initContainers,
	...containers,
	...ephemeralContainers,
});

/** Phases that kubectl does not print in STATUS. */
const PHASES = new Set(['Succeeded', 'Failed', 'Unknown']);

const pod: Vocabulary<PodState> = {
	fields: {
		READY: 'text',
		STATUS: 'text',
		RESTARTS: 'number',
		phase: 'text',
		reason: 'text',
		message: 'text',
		node: 'text',
		deleting: 'boolean',
		deletionGracePeriodSeconds: 'number',
		finalizers: 'list',
		generation: 'number',
		observedGeneration: 'number',
		conditions: 'conditions',
		containers: 'containers',
	},
	value: (state, field) => {
		switch (field) {
			case 'READY':
				return state.kubectl?.ready;
			case 'STATUS':
				return state.kubectl?.status;
			case 'RESTARTS':
				return state.kubectl?.restarts;
			case 'containers':
				return state.gone ? undefined : containersOf(state);
			case 'deleting':
				return state.gone ? undefined : state.deleting;
			default:
				return own(state, field);
		}
	},
	facts: {
		existing: (state) => !state.gone,
		scheduled: (state) => isTrue(state, 'PodScheduled'),
		initialized: (state) => isTrue(state, 'Initialized'),
		ready: (state) => isTrue(state, 'Ready'),
		restarted: (state) => Object.values(containersOf(state)).some(({ restartCount }) => restartCount > 0),
		deleting: (state) => !state.gone && state.deleting,
		gone: (state) => state.gone === true,
	},
	printed: ({ kubectl, phase }) => [kubectl?.status, PHASES.has(phase ?? '') ? phase : undefined],
};

const container: Vocabulary<ContainerState | undefined> = {
	fields: {
		state: 'text',
		reason: 'text',
		message: 'text',
		exitCode: 'number',
		signal: 'number',
		ready: 'boolean',
		started: 'boolean',
		restartCount: 'number',
		image: 'text',
		startedAt: 'number',
		finishedAt: 'number',
		lastState: 'state',
	},
	value: own,
	facts: {
		waiting: (state) => state?.state === 'waiting',
		running: (state) => state?.state === 'running',
		terminated: (state) => state?.state === 'terminated',
		started: (state) => state?.started === true,
		ready: (state) => state?.ready === true,
		restarted: (state) => (state?.restartCount ?? 0) > 0,
	},
	printed: (state) => [state?.reason],
};

/** The numbers in the status of the kinds that own pods; what the API leaves out of them is 0. */
const OWNER_NUMBERS = [
	...['replicas', 'readyReplicas', 'updatedReplicas', 'availableReplicas', 'unavailableReplicas', 'terminatingReplicas', 'fullyLabeledReplicas'],
	...['currentReplicas', 'collisionCount', 'currentNumberScheduled', 'desiredNumberScheduled', 'numberMisscheduled', 'numberReady', 'numberAvailable'],
	...['numberUnavailable', 'updatedNumberScheduled', 'succeeded', 'failed', 'ready', 'terminating'],
];
const holds = ({ status }: OwnerRecord, type: string): boolean => own(own(conditionsOf(status['conditions']), type), 'status') === 'True';

/** Conditions by their type, as pods have them in a trace. */
function conditionsOf(list: unknown): unknown {
	if (!Array.isArray(list)) return list;
	return Object.fromEntries(list.map((one: unknown) => [String(own(one, 'type')), one]));
}

const owner: Vocabulary<OwnerRecord> = {
	fields: {
		...Object.fromEntries(OWNER_NUMBERS.map((name) => [name, 'number'] as const)),
		active: 'number',
		generation: 'number',
		observedGeneration: 'number',
		currentRevision: 'text',
		updateRevision: 'text',
		completedIndexes: 'text',
		failedIndexes: 'text',
		conditions: 'conditions',
	},
	value: (record, field) => {
		if (record.gone) return undefined;
		if (field === 'generation') return record.generation;
		const value = own(record.status, field);
		if (field === 'conditions') return conditionsOf(value);
		// A CronJob lists its jobs, a Job counts its pods.
		if (field === 'active') return Array.isArray(value) ? value.length : (value ?? 0);
		return value ?? (owner.fields[field] === 'number' ? 0 : undefined);
	},
	facts: {
		rolling: ({ rolling }) => rolling,
		available: (record) => holds(record, 'Available'),
		complete: (record) => holds(record, 'Complete'),
		failed: (record) => holds(record, 'Failed'),
		suspended: (record) => holds(record, 'Suspended'),
		deleting: ({ deleting, gone }) => deleting && !gone,
		gone: ({ gone }) => gone,
	},
	printed: () => [],
};

const manifest: Vocabulary<ManifestRecord> = {
	fields: { errors: 'list', warnings: 'list', qosClass: 'text' },
	value: (record, field) => (Object.hasOwn(manifest.fields, field) ? own(record, field) : at(record.stored(), field)),
	facts: {
		accepted: ({ accepted }) => accepted,
		refused: ({ accepted }) => !accepted,
		baseline: ({ level }) => level() !== 'privileged',
		restricted: ({ level }) => level() === 'restricted',
	},
	printed: () => [],
	open: (field) => (/[.[]/.test(field) ? 'text' : undefined),
};

/** `spec.containers[0].image` within an object. */
function at(object: unknown, path: string): unknown {
	let value = object;
	for (const [, name, index] of path.matchAll(/([^.[\]]+)|\[([^\]]*)\]/g)) {
		if (Array.isArray(value)) value = value[Number(index)];
		else value = own(value, name ?? index ?? '');
	}
	return value;
}

export const EVENT_FIELDS = ['reason', 'type', 'message', 'from', 'object'] as const;

const event: Vocabulary<EventRecord> = {
	fields: Object.fromEntries(EVENT_FIELDS.map((name) => [name, 'text'] as const)),
	value: own,
	facts: {},
	printed: ({ reason }) => [reason],
};

const action: Vocabulary<AnswerRecord> = {
	fields: { error: 'text' },
	value: ({ refused }) => refused,
	facts: { done: ({ refused }) => refused === undefined, refused: ({ refused }) => refused !== undefined },
	printed: () => [],
};

const pods: Vocabulary<number> = { fields: {}, value: () => undefined, facts: {}, printed: () => [] };

export const VOCABULARY: { readonly [K in SubjectKind]: Vocabulary<Records[K]> } = { pod, container, pods, owner, manifest, event, action };

/** Of what kind a field of a subject is; facts may be asked like fields that are true or false. Undefined where it has none of that name. */
export function fieldKind(subject: SubjectKind, field: string): FieldKind | undefined {
	const { fields, facts, open }: Vocabulary<never> = VOCABULARY[subject];
	if (Object.hasOwn(fields, field)) return fields[field];
	return Object.hasOwn(facts, field) ? 'boolean' : open?.(field);
}

/** What people say for what a subject calls otherwise, the likeliest first. */
const SAID: Readonly<Record<string, readonly string[]>> = {
	created: ['existing'],
	deleted: ['gone'],
	removed: ['gone'],
	terminating: ['deleting'],
	stopped: ['terminated', 'gone'],
	killed: ['terminated', 'gone'],
	healthy: ['ready', 'available'],
	available: ['ready'],
	finished: ['terminated', 'complete', 'Succeeded'],
	done: ['terminated', 'complete', 'Succeeded'],
	restarts: ['restartCount', 'RESTARTS'],
	restartCount: ['RESTARTS'],
};

/** The word among those that are known which somebody meant by another. */
export const meantBy = (word: string, known: readonly string[]): string | undefined =>
	Object.hasOwn(SAID, word) ? SAID[word]?.find((one) => known.includes(one)) : undefined;
