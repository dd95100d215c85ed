/** What holds a pod, told in codes and arguments; the words are in docs/why.ts, and features/why fills them in. */
import type { Container } from '../schema/generated/types';
import type { Facts, SeenContainer, SeenEvent } from './facts';
import type { Foretelling } from './foretell';
import type { InferredContainer } from './infer-container';

/** Numbers are seconds where the words call them a length of time, and counts elsewhere. */
export type Args = Readonly<Record<string, string | number>>;

/** Where in the dump something stands: a field, from the root of the pod or of the object that is named (`Job/report`), or an event that came so often. */
export type Evidence = { readonly field: string; readonly of?: string } | { readonly event: string; readonly count: number };

export interface Cause<Code extends string = string> {
	readonly code: Code;
	readonly args: Args;
	readonly evidence: readonly Evidence[];
}

/** Something to try: a sentence, and one line to copy: a field with what to write there, or a command. */
export interface Advice<Code extends string = string> {
	readonly code: Code;
	readonly args: Args;
	readonly line: { readonly field: string; readonly value?: string } | { readonly command: string };
}

/** What comes next for who is told of it. */
export type Coming =
	| 'start'
	| 'pull'
	| 'end'
	| 'once'
	| 'kill'
	| 'ready'
	| 'ready-if'
	| 'finish'
	| 'deleted'
	| 'gone'
	| 'retry'
	| 'succeed'
	| 'mend'
	| 'never'
	| 'steady'
	| 'unknown';

export interface Finding {
	readonly headline: { readonly code: HeadlineCode; readonly args: Args };
	/** Oldest first; the last one is what holds the pod now. */
	readonly causes: readonly Cause<CauseCode>[];
	/** The most promising first, three at most. */
	readonly advice: readonly Advice<AdviceCode>[];
	readonly coming: Coming;
	/** The container it is about. */
	readonly container?: string;
	readonly healthy: boolean;
}

export type HeadlineCode =
	| 'oom'
	| 'oom/no-limit'
	| 'oom/untold'
	| 'exits'
	| 'exits/untold'
	| 'finishes'
	| 'killed'
	| 'killed/untold'
	| 'hook'
	| 'start-error'
	| 'image'
	| 'image/name'
	| 'image/never'
	| 'config'
	| 'config/key'
	| 'config/other'
	| 'create'
	| 'volume'
	| 'unschedulable'
	| 'gated'
	| 'unplaced'
	| 'sandbox'
	| 'node-lost'
	| 'deleting'
	| 'deleting/late'
	| 'deleting/finalizers'
	| 'evicted'
	| 'deadline'
	| 'failed'
	| 'failed/other'
	| 'succeeded'
	| 'stopping/changed'
	| 'stopping/probe'
	| 'not-ready'
	| 'starting'
	| 'working'
	| 'held'
	| 'creating'
	| 'creating/hook'
	| 'recovered'
	| 'partly'
	| 'healthy'
	| 'unclear';

export type CauseCode =
	| 'limit'
	| 'no-limit'
	| 'oom'
	| 'exit'
	| 'exit/once'
	| 'exit/not-executable'
	| 'exit/not-found'
	| 'exit/killed'
	| 'exit/crashed'
	| 'exit/terminated'
	| 'exit/done'
	| 'exit/lost'
	| 'exit/says'
	| 'exit/format'
	| 'policy'
	| 'policy/never'
	| 'wait'
	| 'probe/budget'
	| 'probe/fails'
	| 'probe/killed'
	| 'probe/not-yet'
	| 'probe/unseen'
	| 'hook/fails'
	| 'start/refused'
	| 'image/wanted'
	| 'image/refused'
	| 'image/wait'
	| 'image/untold'
	| 'image/name'
	| 'image/never'
	| 'means'
	| 'config/wanted'
	| 'config/missing'
	| 'config/key'
	| 'config/other'
	| 'config/retry'
	| 'create/refused'
	| 'volume/wanted'
	| 'volume/fails'
	| 'volume/retry'
	| 'asks'
	| 'no-node'
	| 'scaling'
	| 'no-scale'
	| 'gates'
	| 'unplaced'
	| 'sandbox'
	| 'node/silent'
	| 'node/evicts'
	| 'deleted'
	| 'stopping'
	| 'late'
	| 'finalizers'
	| 'evicted'
	| 'deadline'
	| 'ended'
	| 'done/stays'
	| 'phase'
	| 'job/failed'
	| 'job/pods'
	| 'job/restarts'
	| 'working'
	| 'blocks'
	| 'pulling'
	| 'hooking'
	| 'deadline/ahead'
	| 'creating'
	| 'was'
	| 'was/changed'
	| 'was/lost'
	| 'now';

export type AdviceCode =
	| 'memory'
	| 'memory/node'
	| 'logs/previous'
	| 'logs'
	| 'top'
	| 'describe'
	| 'whole'
	| 'command'
	| 'job'
	| 'probe/ask'
	| 'probe/slow'
	| 'probe/patience'
	| 'hook'
	| 'image/tags'
	| 'image/secret'
	| 'image/reach'
	| 'image/name'
	| 'image/policy'
	| 'config/create'
	| 'config/optional'
	| 'config/look'
	| 'events'
	| 'requests'
	| 'nodes'
	| 'gates'
	| 'scheduler'
	| 'node'
	| 'force'
	| 'finalizers'
	| 'recreate'
	| 'deadline'
	| 'remedy'
	| 'user';

/** What the finders look at. */
export interface Case {
	readonly facts: Facts;
	readonly foretold: Foretelling;
}

/** The path of a container's field in the dump. */
export function specField({ pod }: Facts, name: string, rest?: string): string {
	for (const group of ['initContainers', 'containers'] as const) {
		const index = pod.spec?.[group]?.findIndex((one: Container) => one.name === name) ?? -1;
		if (index >= 0) return `spec.${group}[${index}]${rest ? `.${rest}` : ''}`;
	}
	return 'spec.containers';
}

/** The path of what its status says. */
export function statusField({ pod }: Facts, name: string, rest: string): string {
	for (const group of ['initContainerStatuses', 'containerStatuses'] as const) {
		const index = pod.status?.[group]?.findIndex((one) => one.name === name) ?? -1;
		if (index >= 0) return `status.${group}[${index}].${rest}`;
	}
	return 'status.containerStatuses';
}

export function conditionField({ pod }: Facts, type: string, rest: string): string {
	const index = pod.status?.conditions?.findIndex((one) => one.type === type) ?? -1;
	return index < 0 ? 'status.conditions' : `status.conditions[${index}].${rest}`;
}

/** Where the newest end of a container is told: it has ended, or it had before. */
export const endField = (facts: Facts, { name, status }: SeenContainer, rest: string): Evidence => ({
	field: statusField(facts, name, `${status?.state?.terminated === undefined ? 'lastState' : 'state'}.terminated.${rest}`),
});

/** An event as evidence; nothing where it did not come. */
export const said = (event: SeenEvent | undefined): readonly Evidence[] => (event === undefined ? [] : [{ event: event.reason, count: event.count }]);

export const field = (path: string): readonly Evidence[] => [{ field: path }];

/** `kubectl logs web-0 -n shop -c app --previous`; what a shell would read otherwise is quoted. NAME stands for a name that the dump does not have. */
export function kubectl({ pod }: Facts, verb: string, ...rest: readonly string[]): string {
	const { name = '', namespace } = pod.metadata ?? {};
	return ['kubectl', ...verb.split(' '), quoted(name || 'NAME'), ...(namespace ? ['-n', quoted(namespace)] : []), ...rest].join(' ');
}

/** The option that names a container; nothing where there is only one. */
export const ofContainer = ({ pod }: Facts, name: string): readonly string[] =>
	(pod.spec?.containers.length ?? 0) + (pod.spec?.initContainers?.length ?? 0) > 1 ? ['-c', quoted(name)] : [];

export const quoted = (text: string): string => (/^[\w./:@=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/**
 * The command that prints what the run said that ended last: that is the newest log of a container which has ended, and the one before of one that runs.
 * kubelet.go validateContainerLogStatus
 */
export function lastWords(facts: Facts, { name, runningSince }: SeenContainer): Advice<AdviceCode> {
	const previous = runningSince === undefined ? [] : ['--previous'];
	return { code: 'logs/previous', args: { container: name }, line: { command: kubectl(facts, 'logs', ...ofContainer(facts, name), ...previous) } };
}

/** How a container was inferred to be. */
export const inferredOf = ({ foretold }: Case, name: string): InferredContainer | undefined => foretold.inference.containers.get(name);
