/** `status:` of the pod as `kubectl get -o yaml` lays it out; times as seconds since creation. */
import type { ContainerState, PodState } from '../../../server/src/protocol/life';

type Yaml = string | number | boolean | readonly Yaml[] | { readonly [key: string]: Yaml | undefined };

export function statusYaml(state: PodState): string {
	const statuses = (list: Readonly<Record<string, ContainerState>> | undefined): Yaml | undefined =>
		list && Object.keys(list).length
			? Object.entries(list).map(([name, container]) => containerStatus(name, container))
			: undefined;
	const conditions = Object.entries(state.conditions ?? {}).map(([type, condition]) => ({
		type,
		status: condition.status,
		reason: condition.reason,
		message: condition.message,
	}));
	return lines({
		status: {
			conditions: conditions.length ? conditions : undefined,
			containerStatuses: statuses(state.containers),
			ephemeralContainerStatuses: statuses(state.ephemeralContainers),
			initContainerStatuses: statuses(state.initContainers),
			message: state.message,
			observedGeneration: state.observedGeneration,
			phase: state.phase,
			reason: state.reason,
			startTime: state.startTime === undefined ? undefined : `+${state.startTime}s`,
		},
	}).join('\n');
}

function containerStatus(name: string, container: ContainerState): Yaml {
	const detail = (one: Omit<ContainerState, 'ready' | 'started' | 'restartCount' | 'image' | 'lastState'>): Yaml => ({
		[one.state]: {
			exitCode: one.exitCode,
			finishedAt: one.finishedAt === undefined ? undefined : `+${one.finishedAt}s`,
			message: one.message,
			reason: one.reason,
			signal: one.signal,
			startedAt: one.startedAt === undefined ? undefined : `+${one.startedAt}s`,
		},
	});
	return {
		image: container.image,
		lastState: container.lastState ? detail(container.lastState) : {},
		name,
		ready: container.ready,
		restartCount: container.restartCount,
		started: container.started,
		state: detail(container),
	};
}

function lines(value: { readonly [key: string]: Yaml | undefined }, indent = ''): string[] {
	return Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : entry(key, inner, indent)));
}

function entry(key: string, value: Yaml, indent: string): string[] {
	if (Array.isArray(value)) return [`${indent}${key}:`, ...value.flatMap((item) => listItem(item as Yaml, indent))];
	if (typeof value === 'object') {
		const inner = lines(value as { readonly [key: string]: Yaml | undefined }, `${indent}  `);
		return inner.length ? [`${indent}${key}:`, ...inner] : [`${indent}${key}: {}`];
	}
	return [`${indent}${key}: ${scalar(value as string | number | boolean)}`];
}

function listItem(item: Yaml, indent: string): string[] {
	if (typeof item !== 'object' || Array.isArray(item)) return [`${indent}- ${scalar(item as string)}`];
	const [first = '{}', ...rest] = lines(item as { readonly [key: string]: Yaml | undefined }, `${indent}  `);
	return [`${indent}- ${first.trimStart()}`, ...rest];
}

function scalar(value: string | number | boolean): string {
	if (typeof value !== 'string') return String(value);
	return /^[\w./+][\w./+ :()-]*$/.test(value) && !/: |^(true|false|null|yes|no|on|off|\d.*)$/i.test(value)
		? value
		: JSON.stringify(value);
}
