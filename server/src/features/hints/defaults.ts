import type { Segment } from '../../schema/field-path';
import type { KindName } from '../../schema/kinds';
import { behindKey, type Hint, isWritten, type Subject } from './subject';

/** Fields whose defaults decide how pods are made, replaced and run, by the kind that has them. */
const OF_WORKLOADS: Partial<Record<KindName, readonly (readonly string[])[]>> = {
	Deployment: [['replicas'], ['strategy', 'type'], ['strategy', 'rollingUpdate', 'maxSurge'], ['strategy', 'rollingUpdate', 'maxUnavailable']],
	StatefulSet: [['replicas'], ['podManagementPolicy'], ['updateStrategy', 'type']],
	DaemonSet: [
		['updateStrategy', 'type'],
		['updateStrategy', 'rollingUpdate', 'maxUnavailable'],
	],
	ReplicaSet: [['replicas']],
	ReplicationController: [['replicas']],
	Job: [['completions'], ['parallelism'], ['backoffLimit']],
	CronJob: [['concurrencyPolicy'], ['successfulJobsHistoryLimit'], ['failedJobsHistoryLimit']],
};
const OF_PODS: readonly (readonly string[])[] = [['restartPolicy'], ['terminationGracePeriodSeconds']];

/** What the server fills in for the fields that are not written, behind the `spec` that lacks them. */
export function defaultHints(subject: Subject): readonly Hint[] {
	const { manifest, above } = subject;
	return [...filledIn(subject, ['spec'], OF_WORKLOADS[manifest.kind.kind] ?? []), ...filledIn(subject, above, OF_PODS)];
}

function filledIn(subject: Subject, above: readonly Segment[], fields: readonly (readonly string[])[]): readonly Hint[] {
	const said = fields.flatMap((field) => {
		const value = [...above, ...field].reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>> | undefined)?.[key], subject.judgement.object);
		return isWritten(subject, [...above, ...field]) || value === undefined ? [] : [`${nameOf(field)}: ${String(value)}`];
	});
	const text = said.join(', ');
	// The first ones decide most.
	const shorter = said.map((_, i) => `${said.slice(0, said.length - 1 - i).join(', ')}, …`);
	return text === '' ? [] : behindKey(subject, above, { en: text, ko: text }, ...shorter.map((one) => ({ en: one, ko: one })));
}

/** A type is known by what it is the type of. */
const nameOf = (field: readonly string[]): string => (field.at(-1) === 'type' ? field.at(-2) : field.at(-1)) ?? '';
